/* Uncertain settings: which numbers are drawn, from what, and in models' units. */
#include <math.h>
#include <string.h>
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"
#include "scenario/value.h"

/* What each distribution needs beside what it may have */
static const struct {
    const char *needs[4], *may[3]; /* names end with NULL */
} distributions[DISTRIBUTIONS] = {
    [DRAW_NORMAL] = { { "sd" }, { "mean" } },
    [DRAW_UNIFORM] = { { "low", "high" }, { NULL } },
    [DRAW_TRIANGULAR] = { { "low", "mode", "high" }, { NULL } },
    [DRAW_LOGNORMAL] = { { "sd" }, { NULL } },
    [DRAW_DISCRETE] = { { "values" }, { "weights", "shift" } },
};

static const char *const other_names[] = { "keys", "values", "weights", NULL };
static const char *const parameters[] = { "mean", "sd", "low", "mode", "high", "values", "weights", "shift" };
#define PARAMETERS (sizeof parameters / sizeof parameters[0])

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
check_parameters(struct check *c, struct node *n, enum distribution d, const char *name)
{
    for (size_t i = 0; i < PARAMETERS; i++) {
        const struct node *given = node_child(n, parameters[i]);
        const bool needed = is_among(parameters[i], distributions[d].needs);

        if (!given && needed && !c->incomplete)
            complain(c, n->place, WORD_distribution_needs, name, parameters[i]);
        if (given && !needed && !is_among(parameters[i], distributions[d].may))
            complain(c, given->place, WORD_distribution_without, name, parameters[i]);
    }
}

static const struct plan_entry *
entry_of(const struct check *c, const struct plan_uncertain *u, size_t key)
{
    return &c->plan->entry[u->entry[key]];
}

/* Whether another entry of the list, or this one, has the setting already */
static bool
is_drawn(const struct check *c, const struct plan_uncertain *u, size_t entry)
{
    for (size_t i = 0; i < c->plan->uncertains; i++)
        for (size_t k = 0; k < c->plan->uncertain[i].entries; k++)
            if (c->plan->uncertain[i].entry[k] == entry)
                return true;
    for (size_t k = 0; k < u->entries; k++)
        if (u->entry[k] == entry)
            return true;
    return false;
}

static void
add_key(struct check *c, struct plan_uncertain *u, struct node *key, const char *what)
{
    const size_t entry = find_number(c, key, what);
    const struct setting *s;

    if (entry == PLAN_NONE)
        return;
    s = c->plan->entry[entry].setting;
    if (s->kind == SETTING_PAIR)
        complain(c, key->place, WORD_draw_of_pair, key->text);
    else if (is_drawn(c, u, entry))
        complain(c, key->place, WORD_drawn_twice, key->text);
    else
        u->entry[u->entries++] = entry;
}

/* `key` or `keys` */
static void
read_keys(struct check *c, struct plan_uncertain *u, struct node *n)
{
    struct node *key = node_child(n, "key"), *keys = node_child(n, "keys");

    u->entry = arena_new(&c->plan->arena, keys ? keys->count + 1 : 1, sizeof *u->entry);
    if (!key == !keys) {
        if (!c->incomplete)
            complain(c, n->place, WORD_key_or_keys);
    } else if (key)
        add_key(c, u, key, "key");
    else if (is_list(c, keys, "keys", WORD_ARGUMENT(a_list_of_names)))
        for (struct node *k = keys->first; k; k = k->next)
            add_key(c, u, k, "keys");
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

/* mean, sd, low, mode, high */
static void
read_shift(struct check *c, struct plan_uncertain *u, struct node *n, enum unit unit)
{
    double *const into[] = { &u->mean, &u->sd, &u->low, &u->mode, &u->high };
    const enum unit read_in = u->distribution == DRAW_LOGNORMAL ? UNIT_NUMBER : unit; /* sd of the logarithm */

    for (size_t i = 0; i < sizeof into / sizeof into[0]; i++) {
        struct node *p = node_child(n, parameters[i]);

        if (!p || !value_number(c, p, parameters[i], read_in, into[i]))
            continue;
        if (into[i] == &u->sd && !(u->sd >= 0))
            complain(c, p->place, WORD_weight_negative, "sd", node_quote(c->arena, p));
        *into[i] *= unit_scale(read_in);
    }
    check_order(c, n);
}

/* Entries that share an amount share its unit. */
static void
check_units(struct check *c, const struct plan_uncertain *u)
{
    for (size_t k = 1; k < u->entries; k++)
        if (entry_of(c, u, k)->setting->unit != entry_of(c, u, 0)->setting->unit)
            complain(c, u->place, WORD_draw_units, entry_of(c, u, k)->key, entry_of(c, u, 0)->key);
}

/* A choice: one number for all keys, or a list of one for each, in its unit */
static void
read_choice(struct check *c, const struct plan_uncertain *u, struct node *n, double *into)
{
    struct node *number = n->kind == NODE_LIST ? n->first : n;

    for (size_t k = 0; k < u->entries; k++) {
        const enum unit unit = entry_of(c, u, k)->setting->unit;

        if (value_number(c, number, "values", unit, &into[k]))
            into[k] *= unit_scale(unit);
        number = n->kind == NODE_LIST ? number->next : number;
    }
}

/* The first numbers of the choices must rise. */
static void
read_values(struct check *c, struct plan_uncertain *u, struct node *list)
{
    const bool lists = list->first && list->first->kind == NODE_LIST;
    double before = -INFINITY, *into;

    u->value = into = arena_new(&c->plan->arena, list->count * u->entries + 1, sizeof *u->value);
    if (!lists)
        check_units(c, u);
    for (struct node *n = list->first; n; n = n->next, into += u->entries) {
        struct node *first = lists ? n->first : n;

        if (lists && (n->kind != NODE_LIST || n->count != u->entries)) {
            complain(c, n->place, WORD_values_for_keys, node_quote(c->arena, n));
            continue;
        }
        read_choice(c, u, n, into);
        if (node_is_number(first) && !(into[0] > before))
            complain(c, first->place, WORD_values_not_rising, "values", node_quote(c->arena, first));
        before = into[0];
    }
    u->values = list->count;
}

/* As many weights as values, that add to 1; without a list all values are as likely */
static void
read_weights(struct check *c, struct plan_uncertain *u, struct node *list)
{
    double sum = 0, *weight = u->weight = arena_new(&c->plan->arena, u->values, sizeof *u->weight);

    for (size_t i = 0; i < u->values; i++)
        weight[i] = 1 / (double) u->values;
    if (!is_list(c, list, "weights", WORD_ARGUMENT(a_list_of_numbers)))
        return;
    for (struct node *n = list->first; n; n = n->next) {
        double x;

        if (!value_number(c, n, "weights", UNIT_NUMBER, &x))
            continue;
        if (!(x >= 0))
            complain(c, n->place, WORD_weight_negative, "weights", node_quote(c->arena, n));
        if (weight < u->weight + u->values)
            *weight++ = x;
        sum += fabs(x);
    }
    if (list->count != u->values)
        complain(c, list->place, WORD_weights_count);
    if (sum == 0)
        complain(c, list->place, WORD_weights_zero);
    for (size_t i = 0; i < u->values; i++)
        u->weight[i] /= sum;
}

static void
read_discrete(struct check *c, struct plan_uncertain *u, struct node *n)
{
    struct node *values = node_child(n, "values");

    if (!is_list(c, values, "values", WORD_ARGUMENT(a_list_of_numbers)) || !values->count)
        return;
    read_values(c, u, values);
    read_weights(c, u, node_child(n, "weights"));
}

/* The least and the most of an entry's values */
static void
reach(double most[2], const struct plan *p, const struct plan_entry *e)
{
    most[0] = most[1] = p->value[e->offset];
    for (size_t t = 1; t < e->length; t++) {
        most[0] = fmin(most[0], p->value[e->offset + t]);
        most[1] = fmax(most[1], p->value[e->offset + t]);
    }
}

/* Complains of a value to which a bounded distribution can move the setting, where that is outside its range. */
static void
check_outside(struct check *c, const struct plan_uncertain *u, const struct plan_entry *e, double x)
{
    const struct setting *s = e->setting;
    const double scale = unit_scale(s->unit), written = round(x / scale * 1e9) / 1e9;
    char value[TEXT_NUMBER], min[TEXT_NUMBER], max[TEXT_NUMBER];

    if (u->clamp || (s->min == 0 && s->max == 0))
        return;
    if (written < s->min || written > s->max || (s->above_min && written <= s->min)
        || (s->below_max && written >= s->max))
        complain(c, u->place, WORD_draw_reaches_outside, e->key, text_number(value, written), text_number(min, s->min),
                 text_number(max, s->max));
}

/* What a distribution asks of a setting that it draws */
static void
check_entry(struct check *c, const struct plan_uncertain *u, size_t key)
{
    const struct plan_entry *e = entry_of(c, u, key);
    double path[2];

    reach(path, c->plan, e);
    if (u->distribution == DRAW_LOGNORMAL && !(path[0] > 0) && !(path[1] < 0))
        complain(c, u->place, WORD_lognormal_at_zero, e->key);
    if (u->distribution == DRAW_DISCRETE && !u->shifts && path[0] != path[1])
        complain(c, u->place, WORD_discrete_path, e->key);
    if (u->distribution == DRAW_UNIFORM || u->distribution == DRAW_TRIANGULAR) {
        check_outside(c, u, e, path[0] + u->low);
        check_outside(c, u, e, path[1] + u->high);
    }
    for (size_t i = 0; i < u->values; i++)
        for (int end = 0; end < 2; end++)
            check_outside(c, u, e, u->value[i * u->entries + key] + (u->shifts ? path[end] : 0));
}

static void
read_uncertain(struct check *c, struct node *n)
{
    enum row_use use[UNCERTAIN_SETTINGS] = { ROW_USED };
    struct node *named = node_child(n, "distribution"), *outside = node_child(n, "outside");
    const struct node *shift = node_child(n, "shift");
    const size_t before = error_count(c->err);
    struct plan_uncertain u = { .place = n->place };
    int d = -1;

    read_keys(c, &u, n);
    for (int i = UNCERTAIN_MEAN; i <= UNCERTAIN_HIGH; i++)
        use[i] = ROW_ELSEWHERE;
    group_unknown(c, n, &uncertain_settings, other_names);
    if (named)
        d = value_choice(c, named, &uncertain_settings.rows[UNCERTAIN_DISTRIBUTION]);
    group_read(c, n, &uncertain_settings, use, "uncertain", NULL);
    if (d < 0)
        return;
    u.distribution = (enum distribution) d;
    u.name = text_child(c, n, "name");
    u.name_zh = text_child(c, n, "name_zh");
    u.clamp = outside && outside->kind == NODE_STRING && strcmp(outside->text, "clamp") == 0;
    u.shifts = shift && shift->kind == NODE_BOOL && shift->flag;
    check_parameters(c, n, u.distribution, named->text);
    if (!u.entries)
        return; /* without a setting there is no unit */
    if (u.distribution != DRAW_DISCRETE)
        check_units(c, &u);
    read_shift(c, &u, n, entry_of(c, &u, 0)->setting->unit);
    read_discrete(c, &u, n);
    for (size_t k = 0; k < u.entries && error_count(c->err) == before; k++)
        check_entry(c, &u, k);
    c->plan->uncertain[c->plan->uncertains++] = u;
}

void
check_uncertain(struct check *c)
{
    const struct node *list = node_child(c->root, "uncertain");

    c->plan->uncertain = arena_new(&c->plan->arena, list ? list->count + 1 : 1, sizeof *c->plan->uncertain);
    each_group(c, "uncertain", read_uncertain);
    check_correlations(c);
}
