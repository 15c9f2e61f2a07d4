/* Settings to be fitted to history: which, between which bounds, and what is thought of them before. */
#include <math.h>
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"
#include "scenario/value.h"

static const char *const other_names[] = { "keys", NULL };

static bool
is_fitted(const struct check *c, const struct plan_fit *fit, size_t entry)
{
    for (size_t i = 0; i < c->plan->fits; i++)
        for (size_t k = 0; k < c->plan->fit[i].entries; k++)
            if (c->plan->fit[i].entry[k] == entry)
                return true;
    for (size_t k = 0; k < fit->entries; k++)
        if (fit->entry[k] == entry)
            return true;
    return false;
}

static const struct setting *
setting_of(const struct check *c, const struct plan_fit *fit, size_t key)
{
    return c->plan->entry[fit->entry[key]].setting;
}

static void
add_key(struct check *c, struct plan_fit *fit, struct node *key, const char *what)
{
    const size_t entry = find_number(c, key, what);

    if (entry == PLAN_NONE)
        return;
    if (!plan_movable(c->plan, entry))
        complain(c, key->place, WORD_fit_not_movable, key->text);
    else if (is_fitted(c, fit, entry))
        complain(c, key->place, WORD_named_twice, key->text);
    else if (fit->entries && c->plan->entry[entry].setting->unit != setting_of(c, fit, 0)->unit)
        complain(c, key->place, WORD_fit_units, key->text, c->plan->entry[fit->entry[0]].key);
    else
        fit->entry[fit->entries++] = entry;
}

/* `key` or `keys` */
static void
read_keys(struct check *c, struct plan_fit *fit, struct node *n)
{
    struct node *key = node_child(n, "key"), *keys = node_child(n, "keys");

    fit->entry = arena_new(&c->plan->arena, keys ? keys->count + 1 : 1, sizeof *fit->entry);
    if (!key == !keys) {
        if (!c->incomplete)
            complain(c, n->place, WORD_key_or_keys);
    } else if (key)
        add_key(c, fit, key, "key");
    else if (is_list(c, keys, "keys", WORD_ARGUMENT(a_list_of_names)))
        for (struct node *k = keys->first; k; k = k->next)
            add_key(c, fit, k, "keys");
}

/* In models' units; `otherwise` where it is not given */
static double
read_number(struct check *c, struct node *group, const char *name, const struct plan_fit *fit, double otherwise)
{
    struct node *n = node_child(group, name);
    double x;

    if (!n || !value_number(c, n, name, setting_of(c, fit, 0)->unit, &x))
        return otherwise;
    return x * unit_scale(setting_of(c, fit, 0)->unit);
}

/* A standard deviation must be above 0. */
static double
read_sd(struct check *c, struct node *group, const char *name, const struct plan_fit *fit, double otherwise)
{
    const double sd = read_number(c, group, name, fit, otherwise);

    if (sd <= 0)
        complain(c, node_child(group, name)->place, WORD_fit_sd, name);
    return sd;
}

/* Unless given, the ends of the usual range; a setting that has none needs them. */
static void
read_bounds(struct check *c, struct plan_fit *fit, struct node *n)
{
    const struct setting *s = setting_of(c, fit, 0);
    const bool usual = s->low != 0 || s->high != 0, hard = s->min != 0 || s->max != 0;
    const double scale = unit_scale(s->unit), near = 1e-12 * (fabs(s->min) + fabs(s->max));
    char min[TEXT_NUMBER], max[TEXT_NUMBER];

    fit->low = read_number(c, n, "low", fit, usual ? s->low * scale : NAN);
    fit->high = read_number(c, n, "high", fit, usual ? s->high * scale : NAN);
    if (isnan(fit->low) || isnan(fit->high))
        complain(c, n->place, WORD_fit_needs_bounds, c->plan->entry[fit->entry[0]].key);
    else if (!(fit->low < fit->high))
        complain(c, n->place, WORD_low_not_below_high);
    else if (hard && (fit->low < s->min * scale - near || fit->high > s->max * scale + near))
        complain(c, n->place, WORD_fit_beyond, c->plan->entry[fit->entry[0]].key, text_number(min, s->min),
                 text_number(max, s->max));
}

/* The estimate is the first setting's value in the base year: it has to begin within its bounds. */
static void
check_start(struct check *c, const struct plan_fit *fit, const struct node *n)
{
    for (size_t k = 0; k < fit->entries; k++) {
        const struct plan_entry *e = &c->plan->entry[fit->entry[k]];
        const double x = c->plan->value[e->offset], scale = unit_scale(e->setting->unit);
        char value[TEXT_NUMBER], low[TEXT_NUMBER], high[TEXT_NUMBER];

        if ((k == 0 || !isnan(fit->spread)) && (x < fit->low || x > fit->high))
            complain(c, n->place, WORD_fit_starts_outside, e->key, text_number(value, x / scale),
                     text_number(low, fit->low / scale), text_number(high, fit->high / scale));
    }
}

static void
read_fit(struct check *c, struct node *n)
{
    enum row_use use[FIT_SETTINGS] = { ROW_USED };
    struct plan_fit *fit = &c->plan->fit[c->plan->fits];
    const size_t before = error_count(c->err);

    for (int i = FIT_MEAN; i <= FIT_HIGH; i++)
        use[i] = ROW_ELSEWHERE;
    read_keys(c, fit, n);
    group_unknown(c, n, &fit_settings, other_names);
    group_read(c, n, &fit_settings, use, "fit", NULL);
    fit->name = text_child(c, n, "name");
    fit->name_zh = text_child(c, n, "name_zh");
    fit->place = n->place;
    if (!fit->entries)
        return;
    fit->mean = read_number(c, n, "mean", fit, c->plan->value[c->plan->entry[fit->entry[0]].offset]);
    fit->sd = read_sd(c, n, "sd", fit, INFINITY);
    fit->spread = read_sd(c, n, "spread", fit, NAN);
    read_bounds(c, fit, n);
    if (error_count(c->err) == before)
        check_start(c, fit, n);
    c->plan->fits++;
}

void
check_fit(struct check *c)
{
    const struct node *list = node_child(c->root, "fit");

    c->plan->fit = arena_new(&c->plan->arena, list ? list->count + 1 : 1, sizeof *c->plan->fit);
    each_group(c, "fit", read_fit);
}
