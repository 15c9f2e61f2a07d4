#include "scenario/tree.h"
#include <string.h>

struct node *
node_new(const struct node_origin *from, enum node_kind kind, const char *name)
{
    struct node *n = arena_new(from->arena, 1, sizeof *n);

    n->kind = kind;
    n->name = name ? arena_text(from->arena, name) : NULL;
    n->place = from->place;
    n->folder = from->folder;
    return n;
}

struct node *
node_float(const struct node_origin *from, const char *name, double number)
{
    struct node *n = node_new(from, NODE_FLOAT, name);

    n->number = number;
    return n;
}

struct node *
node_string(const struct node_origin *from, const char *name, const char *text)
{
    struct node *n = node_new(from, NODE_STRING, name);

    n->text = arena_text(from->arena, text);
    return n;
}

struct node *
node_bool(const struct node_origin *from, const char *name, bool flag)
{
    struct node *n = node_new(from, NODE_BOOL, name);

    n->flag = flag;
    return n;
}

void
node_append(struct node *parent, struct node *child)
{
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    parent->count++;
}

struct node *
node_child(const struct node *group, const char *name)
{
    if (!group || group->kind != NODE_GROUP)
        return NULL;
    for (struct node *n = group->first; n; n = n->next)
        if (strcmp(n->name, name) == 0)
            return n;
    return NULL;
}

/* The child that the first part of a dotted key names; *rest: what follows, NULL at the end */
static struct node *
child_of_key(const struct node *group, const char *key, const char **rest)
{
    const size_t length = strcspn(key, ".");

    *rest = key[length] ? key + length + 1 : NULL;
    if (!group || group->kind != NODE_GROUP)
        return NULL;
    for (struct node *n = group->first; n; n = n->next)
        if (strlen(n->name) == length && memcmp(n->name, key, length) == 0)
            return n;
    return NULL;
}

struct node *
node_find(struct node *group, const char *key)
{
    while (group && key)
        group = child_of_key(group, key, &key);
    return group;
}

bool
node_is_number(const struct node *n)
{
    return n->kind == NODE_INT || n->kind == NODE_FLOAT;
}

static void
unlink_child(struct node *group, struct node *child)
{
    struct node **at = &group->first, *before = NULL;

    while (*at != child) {
        before = *at;
        at = &before->next;
    }
    *at = child->next;
    if (group->last == child)
        group->last = before;
    group->count--;
}

bool
node_remove(struct node *group, const char *key)
{
    const char *rest;
    struct node *child = child_of_key(group, key, &rest);

    if (!child)
        return false;
    if (rest)
        return node_remove(child, rest);
    unlink_child(group, child);
    return true;
}

/* Puts `child` where the one of its name stands, or at the end. */
static void
put(struct node *group, struct node *child)
{
    struct node **at = &group->first, *before = NULL;

    while (*at && strcmp((*at)->name, child->name) != 0) {
        before = *at;
        at = &before->next;
    }
    if (!*at) {
        node_append(group, child);
        return;
    }
    child->next = (*at)->next;
    if (group->last == *at)
        group->last = child;
    *at = child;
}

static void
take_away(struct node *onto, struct node *remove)
{
    if (!remove)
        return;
    if (remove->kind == NODE_STRING)
        remove->used |= node_remove(onto, remove->text);
    for (struct node *n = remove->first; n; n = n->next)
        take_away(onto, n);
}

/* `remove` stays in the tree until all bases are merged; several of them become one list. */
static void
keep_remove(struct node *onto, struct node *remove)
{
    struct node *earlier = node_child(onto, "remove");

    if (!earlier || earlier->kind != NODE_LIST || remove->kind != NODE_LIST) {
        put(onto, remove);
        return;
    }
    for (struct node *n = remove->first, *next; n; n = next) {
        next = n->next;
        node_append(earlier, n);
    }
}

void
node_merge(struct node *onto, struct node *over)
{
    take_away(onto, node_child(over, "remove"));
    if (over->place.line) /* what the command line adds to a group does not move the group there */
        onto->place = over->place;
    for (struct node *n = over->first, *next; n; n = next) {
        struct node *below = node_child(onto, n->name);

        next = n->next;
        if (strcmp(n->name, "remove") == 0)
            keep_remove(onto, n);
        else if (below && below->kind == NODE_GROUP && n->kind == NODE_GROUP)
            node_merge(below, n);
        else
            put(onto, n);
    }
}

static void
quote(struct text *out, const struct node *n, int depth)
{
    char number[TEXT_NUMBER];

    switch (n->kind) {
    case NODE_INT: text_print(out, "%lld", n->whole); break;
    case NODE_FLOAT: text_add(out, text_number(number, n->number)); break;
    case NODE_STRING: text_print(out, "\"%s\"", n->text); break;
    case NODE_BOOL: text_add(out, n->flag ? "true" : "false"); break;
    case NODE_GROUP: text_add(out, "{ ... }"); break;
    case NODE_WRONG: text_add(out, "?"); break;
    case NODE_LIST:
        if (n->count > 3 || (depth > 0 && n->count > 2)) {
            text_add(out, "( ... )");
            break;
        }
        text_add(out, "(");
        for (const struct node *c = n->first; c; c = c->next) {
            quote(out, c, depth + 1);
            text_add(out, c->next ? ", " : "");
        }
        text_add(out, ")");
    }
}

#define QUOTE_LONGEST 60 /* bytes of a value that a message shows */

const char *
node_quote(struct arena *arena, const struct node *n)
{
    struct text t = { 0 };
    const char *copy;
    size_t cut = QUOTE_LONGEST;

    quote(&t, n, 0);
    if (t.length > QUOTE_LONGEST) {
        while (cut > 0 && ((unsigned char) t.at[cut] & 0xc0) == 0x80)
            cut--; /* not inside a character */
        t.at[cut] = '\0';
        copy = arena_print(arena, "%s...", t.at);
    } else
        copy = arena_text(arena, text_of(&t));
    text_free(&t);
    return copy;
}

const char *
path_join(struct arena *arena, const char *folder, const char *name)
{
    if (name[0] == '/' || folder[0] == '\0')
        return arena_text(arena, name);
    return arena_print(arena, "%s%s%s", folder, strcmp(folder, "/") == 0 ? "" : "/", name);
}

const char *
path_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return "";
    if (slash == path)
        return "/";
    return arena_print(arena, "%.*s", (int) (slash - path), path);
}
