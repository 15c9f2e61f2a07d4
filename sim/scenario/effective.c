#include "scenario/effective.h"
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "scenario/scenario.h"

struct writer {
    struct text *out;
    struct arena arena;
    const char *folder; /* absolute */
};

/* "/a/./b/../c//d" -> "/a/c/d"; for paths of which the end need not exist yet */
static const char *
tidy(struct arena *arena, const char *path)
{
    char *out = arena_new(arena, strlen(path) + 2, 1);
    size_t length = 0;

    for (const char *at = path; *at;) {
        const size_t part = strcspn(at, "/");

        if (part == 2 && memcmp(at, "..", 2) == 0)
            while (length > 0 && out[--length] != '/')
                ;
        else if (part > 0 && !(part == 1 && at[0] == '.')) {
            out[length++] = '/';
            memcpy(out + length, at, part);
            length += part;
        }
        at += part + (at[part] == '/');
    }
    out[length] = '\0';
    return length ? out : "/";
}

/* The path from the root of the file system, links resolved as far as the path exists */
static const char *
absolute(struct arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    char here[PATH_MAX];
    const char *folder, *copy;

    if (real) {
        copy = arena_text(arena, real);
        free(real);
        return copy;
    }
    if (path[0] != '/')
        return absolute(arena, arena_print(arena, "%s/%s", getcwd(here, sizeof here) ? here : "", path));
    folder = path_folder(arena, tidy(arena, path));
    if (strcmp(folder, "/") == 0)
        return tidy(arena, path);
    return arena_print(arena, "%s/%s", absolute(arena, folder), strrchr(tidy(arena, path), '/') + 1);
}

/* The way from an absolute folder to an absolute path: "../data/x.csv" */
static const char *
relative(struct arena *arena, const char *folder, const char *path)
{
    size_t same = 0, i = 0;
    struct text t = { 0 };
    const char *copy;

    for (; folder[i] && folder[i] == path[i]; i++)
        if (folder[i] == '/')
            same = i;
    if (folder[i] == '\0' && path[i] == '/')
        same = i;
    for (const char *rest = folder + same; *rest; rest++)
        if (*rest == '/' && rest[1])
            text_add(&t, "../");
    text_add(&t, path + same + 1);
    copy = arena_text(arena, text_of(&t));
    text_free(&t);
    return copy;
}

static void
write_string(struct text *out, const char *s)
{
    text_add(out, "\"");
    for (; *s; s++)
        switch (*s) {
        case '"': text_add(out, "\\\""); break;
        case '\\': text_add(out, "\\\\"); break;
        case '\n': text_add(out, "\\n"); break;
        case '\r': text_add(out, "\\r"); break;
        case '\t': text_add(out, "\\t"); break;
        case '\f': text_add(out, "\\f"); break;
        default:
            if ((unsigned char) *s < ' ' || *s == 0x7f)
                text_print(out, "\\x%02x", (unsigned char) *s);
            else
                text_add_bytes(out, s, 1);
        }
    text_add(out, "\"");
}

/* %.17g, and a point where there is none, so that it stays a float */
static void
write_float(struct text *out, double x)
{
    char number[TEXT_NUMBER];

    snprintf(number, sizeof number, "%.17g", x);
    text_add(out, number);
    if (!strpbrk(number, ".e"))
        text_add(out, ".0");
}

static void write_group(struct writer *w, const struct node *group, int depth);

static void
write_value(struct writer *w, const struct node *n, int depth)
{
    switch (n->kind) {
    case NODE_INT: text_print(w->out, "%lld", n->whole); break;
    case NODE_FLOAT: write_float(w->out, n->number); break;
    case NODE_BOOL: text_add(w->out, n->flag ? "true" : "false"); break;
    case NODE_WRONG:
    case NODE_STRING:
        if (n->is_path)
            write_string(w->out,
                         relative(&w->arena, w->folder, absolute(&w->arena, path_join(&w->arena, n->folder, n->text))));
        else
            write_string(w->out, n->text ? n->text : "");
        break;
    case NODE_GROUP:
        text_add(w->out, "{\n");
        write_group(w, n, depth + 1);
        text_print(w->out, "%*s}", 2 * depth, "");
        break;
    case NODE_LIST:
        text_add(w->out, "(");
        for (const struct node *child = n->first; child; child = child->next) {
            write_value(w, child, depth);
            text_add(w->out, child->next ? ", " : "");
        }
        text_add(w->out, ")");
    }
}

static void
write_group(struct writer *w, const struct node *group, int depth)
{
    for (const struct node *n = group->first; n; n = n->next) {
        text_print(w->out, "%*s%s%s ", 2 * depth, "", n->name, n->kind == NODE_GROUP ? ":" : " =");
        write_value(w, n, depth);
        text_add(w->out, ";\n");
    }
}

void
effective_write(struct text *out, const struct node *root, const char *folder, const char *comment)
{
    struct writer w = { .out = out };

    w.folder = absolute(&w.arena, folder[0] ? folder : ".");
    text_print(out, "# %s\n", comment);
    write_group(&w, root, 0);
    arena_free(&w.arena);
}

void
scenario_effective(struct text *out, const struct scenario *sc, const char *folder)
{
    effective_write(out, sc->tree, folder, "The scenario after inheritance and --set, as it was run.");
}
