/* What other commands use: levers, uncertain settings, correlations, thresholds, rows of the plan's table.
 * Their shape is checked with the rest, so that a scenario is right or wrong as a whole. */
#include <math.h>
#include <string.h>
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"
#include "scenario/unit.h"
#include "scenario/value.h"

/* A key must name a number of the plan; PLAN_NONE after a complaint. */
static size_t
read_key(struct check *c, struct node *n, const char *what)
{
    const char *key = value_text(c, n, what);
    const char **keys;
    const char *near;
    size_t entry;

    if (!key)
        return PLAN_NONE;
    entry = plan_find(c->plan, key);
    if (entry != PLAN_NONE || c->incomplete || check_enough(c) || node_find(c->root, key))
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

static bool
is_list(struct check *c, struct node *n, const char *key, const char *expected)
{
    if (n && n->kind != NODE_LIST)
        value_wrong(c, n, key, expected);
    return n && n->kind == NODE_LIST;
}

/* Each group of a list, checked by `read` */
static void
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

static void
read_plan_row(struct check *c, struct node *n)
{
    group_unknown(c, n, &plan_settings, NULL);
    group_read(c, n, &plan_settings, NULL, "plan", NULL);
}

static enum unit
unit_of(const struct check *c, size_t entry)
{
    return entry == PLAN_NONE ? UNIT_NUMBER : c->plan->entry[entry].setting->unit;
}

static void
read_lever(struct check *c, struct node *n)
{
    static const enum row_use use[] = { [1] = ROW_ELSEWHERE, [2] = ROW_ELSEWHERE, [5] = ROW_USED };
    struct node *key = node_child(n, "key");
    const size_t entry = key ? read_key(c, key, "key") : PLAN_NONE;
    const enum unit unit = unit_of(c, entry);
    double limit[2] = { -INFINITY, INFINITY };
    static const char *const name[2] = { "low", "high" };

    group_unknown(c, n, &lever_settings, NULL);
    group_read(c, n, &lever_settings, use, "levers", NULL);
    for (int i = 0; i < 2; i++) {
        struct node *x = node_child(n, name[i]);

        if (!x)
            complain_missing(c, n->place, name[i], group_row(&lever_settings, name[i]));
        else if (entry != PLAN_NONE && !value_number(c, x, name[i], unit, &limit[i]))
            limit[i] = NAN;
    }
    if (limit[0] >= limit[1])
        complain(c, node_child(n, "high")->place, WORD_low_not_below_high);
}

/* What each distribution needs beside what it may have; names end with NULL */
static const struct distribution {
    const char *needs[4], *may[3];
} distributions[] = {
    { { "sd" }, { "mean" } }, { { "low", "high" }, { NULL } }, { { "low", "mode", "high" }, { NULL } },
    { { "sd" }, { NULL } },   { { "values" }, { "weights" } },
};
#define LOGNORMAL 3
#define DISCRETE 4

static const char *const uncertain_others[] = { "keys", "values", "weights", NULL };
static const char *const parameters[] = { "mean", "sd", "low", "mode", "high", "values", "weights" };

static bool
is_among(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

/* The parameters that the distribution needs are there, and no others. */
static void
check_parameters(struct check *c, struct node *n, const struct distribution *d, const char *name)
{
    for (size_t i = 0; i < sizeof parameters / sizeof parameters[0]; i++) {
        const struct node *given = node_child(n, parameters[i]);
        const bool needed = is_among(parameters[i], d->needs);

        if (!given && needed && !c->incomplete)
            complain(c, n->place, WORD_distribution_needs, name, parameters[i]);
        if (given && !needed && !is_among(parameters[i], d->may))
            complain(c, given->place, WORD_distribution_without, name, parameters[i]);
    }
}

/* What an entry draws, in the order of its keys; PLAN_NONE for a key after a complaint */
struct drawn {
    size_t count;
    size_t *entry;
};

/* The entry whose unit the parameters have: the first that is right; or PLAN_NONE */
static size_t
first_drawn(const struct drawn *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->entry[i] != PLAN_NONE)
            return d->entry[i];
    return PLAN_NONE;
}

static void
read_numbers(struct check *c, struct node *list, const char *key, enum unit unit, bool rising)
{
    double before = -INFINITY, x;

    if (!is_list(c, list, key, WORD_ARGUMENT(a_list_of_numbers)))
        return;
    for (struct node *n = list->first; n; n = n->next) {
        if (!value_number(c, n, key, unit, &x))
            continue;
        if (rising ? !(x > before) : !(x >= 0))
            complain(c, n->place, rising ? WORD_values_not_rising : WORD_weight_negative, key, node_quote(c->arena, n));
        before = x;
    }
}

/* A list of lists, a number for each key in its unit: a choice among sources of several figures that belong together.
 * The first of each list must rise. */
static void
read_choices(struct check *c, struct node *list, const struct drawn *d)
{
    double before = -INFINITY, x;

    for (struct node *n = list->first; n; n = n->next) {
        size_t key = 0;

        if (n->kind != NODE_LIST || n->count != d->count) {
            complain(c, n->place, WORD_values_for_keys, node_quote(c->arena, n));
            continue;
        }
        for (struct node *number = n->first; number; number = number->next, key++) {
            if (!value_number(c, number, "values", unit_of(c, d->entry[key]), &x) || key > 0)
                continue;
            if (!(x > before))
                complain(c, number->place, WORD_values_not_rising, "values", node_quote(c->arena, number));
            before = x;
        }
    }
}

static void
read_values(struct check *c, struct node *values, const struct drawn *d)
{
    if (values->kind == NODE_LIST && values->first && values->first->kind == NODE_LIST)
        read_choices(c, values, d);
    else
        read_numbers(c, values, "values", unit_of(c, first_drawn(d)), true);
}

/* `key` or `keys`: the entries drawn together; none after a complaint */
static struct drawn
read_drawn(struct check *c, struct node *n)
{
    struct node *key = node_child(n, "key"), *keys = node_child(n, "keys");
    struct drawn d = { 0 };

    if (!key == !keys) {
        if (!c->incomplete)
            complain(c, n->place, WORD_key_or_keys);
        return d;
    }
    if (keys && !is_list(c, keys, "keys", WORD_ARGUMENT(a_list_of_names)))
        return d;
    d.entry = arena_new(c->arena, (keys ? keys->count : 1) + 1, sizeof *d.entry);
    for (struct node *k = keys ? keys->first : key; k; k = keys ? k->next : NULL)
        d.entry[d.count++] = read_key(c, k, keys ? "keys" : "key");
    return d;
}

static void
check_order(struct check *c, const struct node *n)
{
    const struct node *low = node_child(n, "low"), *mode = node_child(n, "mode"), *high = node_child(n, "high");

    if (low && high && node_is_number(low) && node_is_number(high)
        && (!(low->number < high->number)
            || (mode && node_is_number(mode) && !(low->number <= mode->number && mode->number <= high->number))))
        complain(c, high->place, WORD_low_not_below_high);
}

static void
read_shift(struct check *c, struct node *n, enum unit unit, int distribution)
{
    double x;

    for (size_t i = 0; i < 5; i++) {
        struct node *p = node_child(n, parameters[i]);
        const bool plain = distribution == LOGNORMAL; /* sd of the logarithm */

        if (p && value_number(c, p, parameters[i], plain ? UNIT_NUMBER : unit, &x) && strcmp(parameters[i], "sd") == 0
            && !(x >= 0))
            complain(c, p->place, WORD_weight_negative, "sd", node_quote(c->arena, p));
    }
    check_order(c, n);
}

static void
read_uncertain(struct check *c, struct node *n)
{
    enum row_use use[UNCERTAIN_SETTINGS] = { ROW_USED };
    const struct drawn drawn = read_drawn(c, n);
    struct node *named = node_child(n, "distribution");
    struct node *values = node_child(n, "values"), *weights = node_child(n, "weights");
    int d = -1;

    for (int i = UNCERTAIN_MEAN; i <= UNCERTAIN_HIGH; i++)
        use[i] = ROW_ELSEWHERE;
    group_unknown(c, n, &uncertain_settings, uncertain_others);
    if (named)
        d = value_choice(c, named, &uncertain_settings.rows[UNCERTAIN_DISTRIBUTION]);
    group_read(c, n, &uncertain_settings, use, "uncertain", NULL);
    if (d >= 0)
        check_parameters(c, n, &distributions[d], named->text);
    if (first_drawn(&drawn) == PLAN_NONE)
        return; /* without a setting there is no unit */
    read_shift(c, n, unit_of(c, first_drawn(&drawn)), d);
    if (values)
        read_values(c, values, &drawn);
    if (weights)
        read_numbers(c, weights, "weights", UNIT_NUMBER, false);
    if (d == DISCRETE && values && weights && values->kind == NODE_LIST && weights->kind == NODE_LIST
        && values->count != weights->count)
        complain(c, weights->place, WORD_weights_count);
}

/* ("key", "key", number): keys must be drawn ones, which the ensemble looks at */
static void
check_correlations(struct check *c)
{
    static const struct setting row = {
        .key = "correlations", .unit = UNIT_NUMBER, .min = -1, .max = 1, .above_min = true, .below_max = true
    };
    struct node *list = node_child(c->root, "correlations");
    double x;

    if (!is_list(c, list, "correlations", WORD_ARGUMENT(a_list_of_correlations)))
        return;
    for (struct node *n = list->first; n; n = n->next) {
        if (n->kind != NODE_LIST || n->count != 3) {
            value_wrong(c, n, "correlations", WORD_ARGUMENT(a_list_of_correlations));
            continue;
        }
        read_key(c, n->first, "correlations");
        read_key(c, n->first->next, "correlations");
        value_in_range(c, n->last, &row, &x);
    }
}

static void
check_precedent(struct check *c)
{
    struct node *n = group_child(c, c->root, "precedent");
    const struct node *reach, *stretch;

    if (!n)
        return;
    group_unknown(c, n, &precedent_settings, NULL);
    group_read(c, n, &precedent_settings, NULL, "precedent", NULL);
    reach = node_child(n, "within_reach");
    stretch = node_child(n, "stretch");
    if (node_is_number(reach) && node_is_number(stretch) && !(stretch->number <= reach->number))
        complain(c, n->place, WORD_precedent_order);
}

void
check_later(struct check *c)
{
    each_group(c, "plan", read_plan_row);
    each_group(c, "levers", read_lever);
    each_group(c, "uncertain", read_uncertain);
    check_correlations(c);
    check_precedent(c);
}
