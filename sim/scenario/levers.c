/* Levers: the settings that policy can move, how far, and at what cost. */
#include <math.h>
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"
#include "scenario/value.h"

static bool
is_listed(const struct check *c, size_t entry)
{
    for (size_t i = 0; i < c->plan->levers; i++)
        if (c->plan->lever[i].entry == entry)
            return true;
    return false;
}

/* The entry that `key` names, if it can be a lever; PLAN_NONE after a complaint */
static size_t
read_lever_key(struct check *c, struct node *key)
{
    const size_t entry = find_number(c, key, "key");

    if (entry == PLAN_NONE)
        return PLAN_NONE;
    if (!plan_movable(c->plan, entry))
        complain(c, key->place, WORD_lever_not_movable, key->text);
    else if (is_listed(c, entry))
        complain(c, key->place, WORD_named_twice, key->text);
    else
        return entry;
    return PLAN_NONE;
}

/* An end of the range, in models' units; NaN after a complaint, or where the setting is not known */
static double
read_limit(struct check *c, struct node *group, const char *name, size_t entry)
{
    struct node *n = node_child(group, name);
    double x;

    if (!n) {
        complain_missing(c, group->place, name, group_row(&lever_settings, name));
        return NAN;
    }
    if (entry == PLAN_NONE || !value_number(c, n, name, c->plan->entry[entry].setting->unit, &x))
        return NAN;
    return x * unit_scale(c->plan->entry[entry].setting->unit);
}

/* Beyond its setting's hard range a lever would make a scenario that is refused. */
static void
check_reach(struct check *c, const struct node *n, const struct plan_lever *lever)
{
    const struct setting *row = c->plan->entry[lever->entry].setting;
    const double scale = unit_scale(row->unit);
    char min[TEXT_NUMBER], max[TEXT_NUMBER];

    if ((row->min != 0 || row->max != 0) && (lever->low < row->min * scale || lever->high > row->max * scale))
        complain(c, n->place, WORD_lever_beyond, c->plan->entry[lever->entry].key, text_number(min, row->min),
                 text_number(max, row->max));
}

static void
read_lever(struct check *c, struct node *n)
{
    static const enum row_use use[] = { [1] = ROW_ELSEWHERE, [2] = ROW_ELSEWHERE, [5] = ROW_USED };
    struct plan_lever *lever = &c->plan->lever[c->plan->levers];
    struct node *key = node_child(n, "key");
    const struct node *weight;

    lever->entry = key ? read_lever_key(c, key) : PLAN_NONE;
    group_unknown(c, n, &lever_settings, NULL);
    group_read(c, n, &lever_settings, use, "levers", NULL);
    lever->low = read_limit(c, n, "low", lever->entry);
    lever->high = read_limit(c, n, "high", lever->entry);
    weight = node_child(n, "weight");
    lever->weight = weight && node_is_number(weight) ? weight->number : NAN;
    lever->name = text_child(c, n, "name");
    lever->name_zh = text_child(c, n, "name_zh");
    lever->place = n->place;
    if (lever->low >= lever->high)
        complain(c, node_child(n, "high")->place, WORD_low_not_below_high);
    else if (lever->low < lever->high)
        check_reach(c, n, lever);
    c->plan->levers += lever->entry != PLAN_NONE;
}

void
check_levers(struct check *c)
{
    const struct node *list = node_child(c->root, "levers");

    c->plan->lever = arena_new(&c->plan->arena, (list ? list->count : 0) + 1, sizeof *c->plan->lever);
    each_group(c, "levers", read_lever);
}
