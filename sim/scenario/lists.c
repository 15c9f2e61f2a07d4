/* Lists of groups, and keys that name a number of the plan: what several parts of a scenario have. */
#include <string.h>
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"
#include "scenario/value.h"

size_t
find_number(struct check *c, struct node *n, const char *what)
{
    const char *key = value_text(c, n, what);
    const char **keys;
    const struct node *set;
    const char *near;
    size_t entry;

    if (!key)
        return PLAN_NONE;
    entry = plan_find(c->plan, key);
    set = node_find(c->root, key);
    if (set && (set->kind == NODE_STRING || set->kind == NODE_BOOL || set->kind == NODE_GROUP))
        complain(c, n->place, WORD_no_number_to_draw, key);
    if (entry != PLAN_NONE || c->incomplete || check_enough(c) || set)
        return entry; /* a setting that was refused itself has had its complaint */
    keys = arena_new(c->arena, c->plan->entries + 1, sizeof *keys);
    for (size_t i = 0; i < c->plan->entries; i++)
        keys[i] = c->plan->entry[i].key;
    near = text_nearest(key, keys, c->plan->entries);
    if (near)
        complain(c, n->place, WORD_unknown_key, key, near);
    else
        complain(c, n->place, WORD_no_such_number, key);
    return PLAN_NONE;
}

bool
is_list(struct check *c, struct node *n, const char *key, const char *expected)
{
    if (n && n->kind != NODE_LIST)
        value_wrong(c, n, key, expected);
    return n && n->kind == NODE_LIST;
}

void
each_group(struct check *c, const char *key, void (*read)(struct check *, struct node *))
{
    struct node *list = node_child(c->root, key);

    if (!is_list(c, list, key, WORD_ARGUMENT(a_list_of_groups)))
        return;
    for (struct node *n = list->first; n; n = n->next)
        if (n->kind == NODE_GROUP)
            read(c, n);
        else
            value_wrong(c, n, key, WORD_ARGUMENT(a_list_of_groups));
}
