/* The scenario as a whole: what may stand at its top, its titles, years, home and benchmark. */
#include <string.h>
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"
#include "scenario/value.h"

static const char *const top_names[] = {
    "horizon", "regions",   "comparators", "peers",     "modernization", "targets",  "steps", "plan",
    "levers",  "precedent", "plausible",   "uncertain", "correlations",  "observed", "fit",   NULL,
};

/* "scenarios/baseline.cfg" -> "baseline" */
static const char *
stem(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');

    return arena_print(arena, "%.*s", dot && dot != name ? (int) (dot - name) : (int) strlen(name), name);
}

/* A seed may be a number or a string of digits; it is kept as text. */
static void
read_seed(struct check *c)
{
    struct node *n = node_child(c->root, "seed");

    if (!n || n->kind == NODE_WRONG)
        return;
    if (n->kind == NODE_INT) {
        n->kind = NODE_STRING;
        n->text = arena_print(c->arena, "%lld", n->whole);
    }
    if (n->kind != NODE_STRING || n->text[0] == '\0' || strspn(n->text, "0123456789") != strlen(n->text)
        || strlen(n->text) > 19)
        value_wrong(c, n, "seed", WORD_ARGUMENT(a_seed));
    else
        c->sc->seed = arena_text(&c->sc->arena, n->text);
}

void
check_top(struct check *c, const char *path)
{
    struct plan *p = c->plan;
    const struct node *language;

    read_seed(c);
    group_unknown(c, c->root, &top_settings, top_names);
    group_read(c, c->root, &top_settings, NULL, "", NULL);
    p->name = stem(&p->arena, path);
    p->title = text_child(c, c->root, "title");
    p->title_zh = text_child(c, c->root, "title_zh");
    p->notes = text_child(c, c->root, "notes");
    c->sc->source = text_child(c, c->root, "source");
    c->sc->source_zh = text_child(c, c->root, "source_zh");
    if (!p->title)
        p->title = p->name;
    if (!p->title_zh)
        p->title_zh = p->title;
    language = node_child(c->root, "language");
    c->sc->language = language && language->kind == NODE_STRING ? strcmp(language->text, "zh") == 0 ? CHINESE : ENGLISH
                                                                : -1;
}

#define LONGEST_HORIZON 200

static bool
read_years(struct check *c, struct node *horizon, int year[HORIZON_SETTINGS])
{
    bool ok = true;

    group_unknown(c, horizon, &horizon_settings, NULL);
    for (int i = 0; i < HORIZON_SETTINGS; i++) {
        const struct setting *row = &horizon_settings.rows[i];
        struct node *n = node_child(horizon, row->key);

        if (!n)
            complain_missing(c, horizon->place, arena_print(c->arena, "horizon.%s", row->key), row);
        ok = n && value_year(c, n, row->key, &year[i]) && ok;
    }
    return ok;
}

void
check_horizon(struct check *c)
{
    struct node *horizon = group_child(c, c->root, "horizon");
    int year[HORIZON_SETTINGS] = { 0, 0 };

    c->plan->years = 1; /* so that levers can be checked even where the horizon is wrong */
    if (!horizon) {
        if (!node_child(c->root, "horizon") && !c->incomplete)
            complain(c, c->root->place, WORD_missing_setting, "horizon", phrase_of(c->arena, horizon_settings.summary));
        return;
    }
    if (!read_years(c, horizon, year))
        return;
    if (year[1] <= year[0] || year[1] - year[0] > LONGEST_HORIZON) {
        complain(c, node_child(horizon, "end")->place, WORD_horizon_length);
        return;
    }
    c->has_horizon = true;
    c->plan->start = year[0];
    c->plan->end = year[1];
    c->plan->years = (size_t) (year[1] - year[0]) + 1;
}

bool
year_inside(struct check *c, const struct node *n, int year)
{
    char text[TEXT_NUMBER], start[TEXT_NUMBER], end[TEXT_NUMBER];

    if (!c->has_horizon || (year >= c->plan->start && year <= c->plan->end))
        return true;
    complain(c, n->place, WORD_year_outside, text_number(text, year), text_number(start, c->plan->start),
             text_number(end, c->plan->end));
    return false;
}

static void
read_comparators(struct check *c, struct node *list)
{
    struct plan *p = c->plan;

    if (list->kind != NODE_LIST) {
        value_wrong(c, list, "comparators", WORD_ARGUMENT(a_list_of_names));
        return;
    }
    p->comparator = arena_new(&p->arena, list->count + 1, sizeof *p->comparator);
    for (struct node *n = list->first; n && !check_enough(c); n = n->next) {
        const size_t r = find_region(c, n, "comparators");
        bool twice = false;

        for (size_t i = 0; i < p->comparators; i++)
            twice |= p->comparator[i] == r;
        if (twice && r != PLAN_NONE)
            complain(c, n->place, WORD_named_twice, n->text);
        else if (r != PLAN_NONE)
            p->comparator[p->comparators++] = r;
    }
}

void
check_roles(struct check *c)
{
    struct node *home = node_child(c->root, "home"), *benchmark = node_child(c->root, "benchmark");
    struct node *comparators = node_child(c->root, "comparators");

    c->plan->home = home ? find_region(c, home, "home") : PLAN_NONE;
    c->plan->benchmark = benchmark ? find_region(c, benchmark, "benchmark") : PLAN_NONE;
    if (comparators)
        read_comparators(c, comparators);
}
