#include "scenario/set.h"
#include <string.h>
#include "scenario/inherit.h"
#include "scenario/read.h"
#include "scenario/scan.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* Dotted names as libconfig has them: a letter, then letters, digits, - and _ */
static bool
is_key(const char *key)
{
    for (size_t depth = 0; depth < SCAN_DEEPEST; depth++) {
        if (!strspn(key, LETTERS))
            return false;
        key += strspn(key, LETTERS "0123456789-_");
        if (*key == '\0')
            return true;
        if (*key++ != '.')
            return false;
    }
    return false;
}

/* { regions: { zunyi: { VALUE } } }, to be laid over the tree */
static struct node *
wrap(struct check *c, const char *key, struct node *value, struct place place)
{
    const struct node_origin from = { c->arena, place, "" };
    struct node *top = node_new(&from, NODE_GROUP, NULL), *group = top;
    const char *dot;

    for (; (dot = strchr(key, '.')); key = dot + 1) {
        struct node *inner = node_new(&from, NODE_GROUP, arena_print(c->arena, "%.*s", (int) (dot - key), key));

        node_append(group, inner);
        group = inner;
    }
    node_append(group, value);
    return top;
}

void
set_apply(struct check *c, const char *assignment)
{
    const char *equals = strchr(assignment, '=');
    const char *key = arena_print(c->arena, "%.*s", (int) (equals ? equals - assignment : 0), assignment);
    const struct place place = { arena_print(c->arena, "--set %s", equals ? key : assignment), 0 };
    const char *name = strrchr(key, '.') ? strrchr(key, '.') + 1 : key;
    struct node *value, *tree;

    if (!equals || !is_key(key)) {
        complain(c, place, equals ? WORD_set_key : WORD_set_without_value);
        return;
    }
    value = read_value(c, name, equals + 1, place);
    if (!value)
        return;
    tree = wrap(c, key, value, place);
    inherit_bases(c, tree);
    node_merge(c->root, tree);
}
