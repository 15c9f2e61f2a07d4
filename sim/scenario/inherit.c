#include "scenario/inherit.h"
#include <stdlib.h>
#include <string.h>
#include "scenario/read.h"
#include "scenario/scan.h"

/* A file that is being read, and the one that names it */
struct open_file {
    const char *path; /* as named */
    char *real;       /* without links, to know it again */
    size_t depth;
    const struct open_file *named_by;
};

/* The files that have gone into a group, the last first, behind a head without a file */
struct laid {
    const char *real;
    struct laid *next;
};

/* "a.cfg -> b.cfg -> a.cfg", from where the loop begins */
static void
add_chain(struct text *out, const struct open_file *from, const struct open_file *first)
{
    if (from != first)
        add_chain(out, from->named_by, first);
    text_print(out, "%s -> ", from->path);
}

static bool
is_loop(struct check *c, const struct open_file *file, struct place named_in)
{
    const struct open_file *first = file->named_by;
    struct text chain = { 0 };

    while (first && strcmp(first->real, file->real) != 0)
        first = first->named_by;
    if (!first)
        return false;
    add_chain(&chain, file->named_by, first);
    text_add(&chain, file->path);
    complain(c, named_in, WORD_base_loop, text_of(&chain));
    text_free(&chain);
    return true;
}

/* Whether the file has gone into this group before, by way of another base; if not, it is noted. */
static bool
is_laid(struct check *c, struct laid *laid, const char *real)
{
    struct laid *added;

    for (const struct laid *l = laid->next; l; l = l->next)
        if (strcmp(l->real, real) == 0)
            return true;
    added = arena_new(c->arena, 1, sizeof *added);
    *added = (struct laid) { arena_text(c->arena, real), laid->next };
    laid->next = added;
    return false;
}

static bool
is_too_much(struct check *c, const struct open_file *file, struct place named_in)
{
    if (file->depth < INHERIT_DEEPEST && c->files < INHERIT_MOST && c->nodes < READ_MOST_NODES)
        return false;
    complain(c, named_in, WORD_too_many_bases);
    return true;
}

static void inherit_group(struct check *c, struct node *group, struct laid *laid);

/* A file for a group into which others may have been laid; NULL also where it is one of them. */
static struct node *
inherit_into(struct check *c, const char *path, struct place named_in, struct laid *laid)
{
    struct open_file file = { path, realpath(path, NULL), c->open ? c->open->depth + 1 : 0, c->open };
    struct node *tree = NULL;

    if (file.real && (is_loop(c, &file, named_in) || is_too_much(c, &file, named_in)))
        c->incomplete = true;
    else if (!file.real || !is_laid(c, laid, file.real)) {
        c->files++;
        c->open = &file;
        tree = read_file(c, path, named_in);
        if (tree) {
            for (struct node *child = tree->first; child; child = child->next)
                inherit_bases(c, child);
            inherit_group(c, tree, laid);
        }
        c->open = file.named_by;
    }
    free(file.real);
    return tree;
}

struct node *
inherit_file(struct check *c, const char *path, struct place named_in)
{
    return inherit_into(c, path, named_in, &(struct laid) { 0 });
}

static void
lay_base(struct check *c, struct node *onto, const struct node *base, struct laid *laid)
{
    struct node *tree;

    if (base->kind != NODE_STRING) {
        if (base->kind != NODE_WRONG)
            complain(c, base->place, WORD_wrong_type, "base", WORD_ARGUMENT(a_base), node_quote(c->arena, base));
        c->incomplete = true;
        return;
    }
    tree = inherit_into(c, path_join(c->arena, base->folder, base->text), base->place, laid);
    if (tree)
        node_merge(onto, tree);
}

/* Groups that grow past what one file may have would make looking up their names slow. */
static bool
is_too_large(struct check *c, const struct node *group)
{
    if (group->count <= SCAN_MOST)
        return false;
    complain(c, group->place, WORD_too_many_settings, "5000");
    return true;
}

/* `remove` is a list of names from here on. */
static void
inherit_remove(struct check *c, struct node *group)
{
    struct node *remove = node_child(group, "remove");
    struct node *name;

    if (!remove || remove->kind == NODE_LIST)
        return;
    name = node_new(&(struct node_origin) { c->arena, remove->place, remove->folder }, NODE_LIST, NULL);
    name->kind = remove->kind;
    name->text = remove->text;
    name->whole = remove->whole;
    name->number = remove->number;
    name->flag = remove->flag;
    remove->kind = NODE_LIST;
    remove->first = remove->last = NULL;
    remove->count = 0;
    node_append(remove, name);
}

static void
inherit_group(struct check *c, struct node *group, struct laid *laid)
{
    struct node *base = node_child(group, "base");
    const struct node_origin from = { c->arena, group->place, group->folder };
    struct node *below = node_new(&from, NODE_GROUP, group->name);

    inherit_remove(c, group);
    if (!base)
        return;
    node_remove(group, "base");
    if (base->kind != NODE_LIST)
        lay_base(c, below, base, laid);
    else
        for (struct node *b = base->first; b && !is_too_large(c, below); b = b->next)
            lay_base(c, below, b, laid);
    node_merge(below, group);
    group->first = below->first;
    group->last = below->last;
    group->count = below->count;
}

void
inherit_bases(struct check *c, struct node *n)
{
    for (struct node *child = n->first; child; child = child->next)
        inherit_bases(c, child);
    if (n->kind != NODE_GROUP)
        return;
    inherit_group(c, n, &(struct laid) { 0 });
}

static void
finish_remove(struct check *c, const struct node *remove)
{
    for (const struct node *n = remove->first; n; n = n->next)
        if (n->kind == NODE_WRONG)
            continue;
        else if (n->kind != NODE_STRING)
            complain(c, n->place, WORD_wrong_type, "remove", WORD_ARGUMENT(a_list_of_names), node_quote(c->arena, n));
        else if (!n->used && !c->incomplete)
            complain(c, n->place, WORD_nothing_to_remove, n->text);
}

void
inherit_finish(struct check *c, struct node *n)
{
    const struct node *remove = node_child(n, "remove");

    if (remove) {
        finish_remove(c, remove);
        node_remove(n, "remove");
    }
    for (struct node *child = n->first; child; child = child->next)
        inherit_finish(c, child);
}
