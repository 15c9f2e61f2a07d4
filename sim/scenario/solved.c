#include "scenario/solved.h"
#include <string.h>
#include "scenario/effective.h"
#include "scenario/tree.h"

/* The group in which a dotted key's last name stands, made where it is not there; `key` is moved to that name. */
static struct node *
group_of(const struct node_origin *from, struct node *root, const char **key)
{
    struct node *group = root;
    const char *dot;

    for (; (dot = strchr(*key, '.')); *key = dot + 1) {
        const char *name = arena_print(from->arena, "%.*s", (int) (dot - *key), *key);
        struct node *inner = node_child(group, name);

        if (!inner)
            node_append(group, inner = node_new(from, NODE_GROUP, name));
        group = inner;
    }
    return group;
}

static void
add_point(const struct node_origin *from, struct node *path, long long year, double x)
{
    struct node *point = node_new(from, NODE_LIST, NULL), *whole = node_new(from, NODE_INT, NULL);

    whole->whole = year;
    node_append(point, whole);
    node_append(point, node_float(from, NULL, x));
    node_append(path, point);
}

/* The setting as it is, its number or every point of its path shifted */
static struct node *
shifted(const struct node_origin *from, const struct node *now, const char *name, double change)
{
    struct node *path;

    if (now->kind != NODE_LIST)
        return node_float(from, name, now->number + change);
    path = node_new(from, NODE_LIST, name);
    for (const struct node *point = now->first; point; point = point->next)
        add_point(from, path, point->first->whole, point->last->number + change);
    return path;
}

static struct node *
given_by_year(const struct node_origin *from, const struct plan *p, const char *name, const double *value)
{
    struct node *path = node_new(from, NODE_LIST, name);

    for (size_t t = 0; t < p->years; t++)
        add_point(from, path, p->start + (long long) t, value[t]);
    return path;
}

static void
add_title(const struct node_origin *from, struct node *root, const char *key, enum language language, const char *title)
{
    struct text t = { 0 };

    word_fill(&t, language, WORD_solved_title, (const char *const[]) { title, NULL });
    node_append(root, node_string(from, key, arena_text(from->arena, text_of(&t))));
    text_free(&t);
}

void
scenario_solved(struct text *out, const struct scenario *sc, const char *base, const char *folder,
                const struct solved_setting *setting, size_t settings)
{
    struct arena arena = { 0 };
    const struct node_origin from = { &arena, NOWHERE, "" };
    struct node *root = node_new(&from, NODE_GROUP, NULL), *named = node_string(&from, "base", base);

    named->is_path = true;
    node_append(root, named);
    add_title(&from, root, "title", ENGLISH, sc->plan.title);
    add_title(&from, root, "title_zh", CHINESE, sc->plan.title_zh);
    for (size_t i = 0; i < settings; i++) {
        const char *name = setting[i].key;
        const struct node *now = node_find(sc->tree, setting[i].key);
        struct node *group = group_of(&from, root, &name);

        node_append(group, setting[i].by_year ? given_by_year(&from, &sc->plan, name, setting[i].by_year)
                                              : shifted(&from, now, name, setting[i].change));
    }
    effective_write(out, root, folder, "The scenario below with what was solved for: it meets what was asked.");
    arena_free(&arena);
}
