/* What must hold between settings that are each right by themselves. */
#include <math.h>
#include <string.h>
#include "models/convergence.h"
#include "models/population.h"
#include "models/production.h"
#include "models/urbanization.h"
#include "scenario/group.h"
#include "scenario/parts.h"

#define SHARES_OFF 0.5 /* points by which employment shares may miss 100; they are then normalised */

static bool
has(const struct plan_group *g, size_t row)
{
    return g->table && g->entry[row] != PLAN_NONE;
}

/* First value of a row, in the plan's units; NAN where it is not given or was refused, so that rules pass it over */
static double
first(const struct check *c, const struct plan_group *g, size_t row)
{
    return has(g, row) ? plan_values(c->plan, g->entry[row])[0] : NAN;
}

static struct place
place_of(const struct check *c, const struct plan_group *g, size_t row)
{
    return c->plan->entry[g->entry[row]].place;
}

/* Whether a file or the command line gave it: defaults have no place */
static bool
was_given(const struct check *c, const struct plan_group *g, size_t row)
{
    return has(g, row) && place_of(c, g, row).file;
}

static const char *
percent(char text[TEXT_NUMBER], double fraction)
{
    return text_number(text, round(fraction * 100 * 1e9) / 1e9); /* as it was written, without 0.1 + 0.2 */
}

static void
check_employment(struct check *c, const struct plan_region *r)
{
    double sum = 0;
    char text[TEXT_NUMBER];

    for (size_t s = 0; s < r->sectors; s++)
        sum += first(c, &r->sector[s].settings, SECTOR_EMPLOYMENT_SHARE);
    if (fabs(sum * 100 - 100) > SHARES_OFF + 1e-9)
        complain(c, place_of(c, &r->sector[0].settings, SECTOR_EMPLOYMENT_SHARE), WORD_shares_sum,
                 arena_print(c->arena, "regions.%s.sectors.*.employment_share", r->key), percent(text, sum));
}

/* Whether the sector's group says it, rightly or not */
static bool
stands(const struct check *c, const struct plan_region *r, const struct plan_sector *s, const char *row)
{
    return node_find(c->root, arena_print(c->arena, "regions.%s.sectors.%s.%s", r->key, s->key, row)) != NULL;
}

static void
check_sector(struct check *c, const struct plan_region *r, const struct plan_sector *s)
{
    const struct plan_group *g = &s->settings;
    const double labour = 1 - first(c, g, SECTOR_CAPITAL_SHARE) - first(c, g, SECTOR_FIXED_SHARE);

    if (labour <= 1e-12)
        complain(c, place_of(c, g, SECTOR_CAPITAL_SHARE), WORD_no_share_for_labour, s->key);
    if (first(c, g, SECTOR_CAPACITY) < first(c, g, SECTOR_VALUE_ADDED))
        complain(c, place_of(c, g, SECTOR_CAPACITY), WORD_capacity_below, s->key);
    if (was_given(c, g, SECTOR_INCOME_ELASTICITY) && !stands(c, r, s, "demand_elasticity"))
        complain(c, place_of(c, g, SECTOR_INCOME_ELASTICITY), WORD_only_with, "income_elasticity", "demand_elasticity");
}

static bool
has_sector_of(const struct plan_region *r, enum sector_group group)
{
    for (size_t s = 0; s < r->sectors; s++)
        if (r->sector[s].group == group)
            return true;
    return false;
}

/* Prices without a growth of their own follow the benchmark's of the group. */
static void
check_price(struct check *c, size_t region, const struct plan_sector *s)
{
    static const char *const group_name[SECTOR_GROUPS] = { "primary", "secondary", "tertiary" };
    const struct plan *p = c->plan;
    const struct plan_group *g = &s->settings;

    if (p->benchmark == PLAN_NONE || p->region[p->benchmark].model != MODEL_GROWTH || c->unclear || c->incomplete
        || !has(g, SECTOR_VALUE_ADDED))
        return;
    if (stands(c, &p->region[region], s, "price_growth"))
        return;
    if (region == p->benchmark)
        complain(c, place_of(c, g, SECTOR_VALUE_ADDED), WORD_benchmark_price, s->key);
    else if (!has_sector_of(&p->region[p->benchmark], s->group))
        complain(c, place_of(c, g, SECTOR_VALUE_ADDED), WORD_benchmark_group, p->region[p->benchmark].key,
                 group_name[s->group], s->key);
}

static void
check_human_capital(struct check *c, const struct plan_group *g)
{
    if (was_given(c, g, PRODUCTION_SCHOOLING) && was_given(c, g, PRODUCTION_HUMAN_CAPITAL_GROWTH))
        complain(c, place_of(c, g, PRODUCTION_SCHOOLING), WORD_either_or, "schooling", "human_capital_growth");
    if (was_given(c, g, PRODUCTION_SCHOOLING_RETURN) && !has(g, PRODUCTION_SCHOOLING))
        warn(c, place_of(c, g, PRODUCTION_SCHOOLING_RETURN), WORD_no_effect, "schooling_return");
}

/* since = (year, percent): before the base year, and a share below the ceiling */
static void
check_since(struct check *c, const struct plan_group *g)
{
    const double *since = plan_values(c->plan, g->entry[URBANIZATION_SINCE]);
    const double ceiling = first(c, g, URBANIZATION_CEILING) * 100;

    if (since[0] != floor(since[0]) || (c->has_horizon && !(since[0] < c->plan->start)))
        complain(c, place_of(c, g, URBANIZATION_SINCE), WORD_since_year);
    if (!(since[1] > 0) || since[1] >= ceiling)
        complain(c, place_of(c, g, URBANIZATION_SINCE), WORD_since_share);
}

static void
check_urbanization(struct check *c, const struct plan_region *r, const struct node *group)
{
    const struct plan_group *g = &r->group[GROUP_URBANIZATION];
    const bool difference = node_child(group, "difference"), since = node_child(group, "since");

    if (!g->table)
        return;
    if (first(c, g, URBANIZATION_SHARE) >= first(c, g, URBANIZATION_CEILING))
        complain(c, place_of(c, g, URBANIZATION_SHARE), WORD_share_at_ceiling, r->key);
    if (difference && since)
        complain(c, node_child(group, "since")->place, WORD_either_or, "difference", "since");
    if (!difference && !since && !c->incomplete)
        complain(c, group->place, WORD_one_of, arena_print(c->arena, "regions.%s.urbanization", r->key), "difference",
                 "since");
    if (has(g, URBANIZATION_SINCE))
        check_since(c, g);
}

static void
check_migration(struct check *c, const struct plan_region *r, const struct node *group)
{
    const struct plan_group *g = &r->group[GROUP_POPULATION];
    bool moves = false;

    if (!has(g, POPULATION_NET_MIGRATION) || r->method != POPULATION_COHORT)
        return;
    for (size_t t = 0; t < c->plan->years; t++)
        moves |= plan_values(c->plan, g->entry[POPULATION_NET_MIGRATION])[t] != 0;
    if (moves && !node_child(group, "migration_pattern") && !c->incomplete)
        complain(c, place_of(c, g, POPULATION_NET_MIGRATION), WORD_only_with, "net_migration", "migration_pattern");
}

static void
check_convergence(struct check *c, const struct plan_region *r, const struct node *region)
{
    const struct plan_group *g = &r->group[GROUP_CONVERGENCE];
    const double sum = first(c, g, CONVERGENCE_SHARE_PRIMARY) + first(c, g, CONVERGENCE_SHARE_TERTIARY);

    if (sum > 1 + 1e-12)
        complain(c, place_of(c, g, CONVERGENCE_SHARE_TERTIARY), WORD_shares_above_100, r->key);
    if (!node_child(c->root, "benchmark") && !c->incomplete)
        complain(c, node_child(region, "model")->place, WORD_needs_benchmark, r->key);
}

#define GROWTH_OFF 0.04 /* a year, by which capital's growth may differ from recent real growth */
#define RECENT_YEARS 5

/* Mean of the last observed growth rates up to the base year; NAN where none is observed */
static double
recent_growth(const struct check *c, size_t region)
{
    double sum = 0;
    int years = 0;

    for (size_t i = 0; i < c->sc->observations; i++) {
        const struct observed *o = &c->sc->observed[i];

        for (size_t k = 0;
             o->region == region && o->indicator && strcmp(o->indicator, "gdp_growth") == 0 && k < o->count; k++)
            if (o->year[k] <= c->plan->start && o->year[k] > c->plan->start - RECENT_YEARS) {
                sum += o->value[k] / 100;
                years++;
            }
    }
    return years ? sum / years : NAN;
}

/* Capital stock, investment, depreciation and growth are one set: where they do not fit, one of them is off. */
static void
warn_of_capital(struct check *c, size_t region)
{
    const struct plan_region *r = &c->plan->region[region];
    const struct plan_group *g = &r->group[GROUP_PRODUCTION];
    const double recent = recent_growth(c, region);
    double worn = 0, capital = 0, grows;
    char a[TEXT_NUMBER], b[TEXT_NUMBER];

    for (size_t s = 0; s < r->sectors; s++) {
        const struct plan_group *x = &r->sector[s].settings;
        const double weight = first(c, x, SECTOR_CAPITAL_SHARE) * first(c, x, SECTOR_VALUE_ADDED);

        worn += weight * first(c, x, SECTOR_DEPRECIATION);
        capital += weight;
    }
    grows = first(c, g, PRODUCTION_INVESTMENT_RATE) / first(c, g, PRODUCTION_CAPITAL_OUTPUT_RATIO) - worn / capital;
    if (fabs(grows - recent) > GROWTH_OFF)
        warn(c, place_of(c, g, PRODUCTION_CAPITAL_OUTPUT_RATIO), WORD_capital_unlike_growth, r->key,
             text_number(a, round(grows * 1e4) / 100), text_number(b, round(recent * 1e4) / 100));
}

static void
check_growth_region(struct check *c, size_t region)
{
    const struct plan_region *r = &c->plan->region[region];

    if (r->sectors && !c->unclear)
        check_employment(c, r);
    for (size_t s = 0; s < r->sectors; s++) {
        check_sector(c, r, &r->sector[s]);
        check_price(c, region, &r->sector[s]);
    }
    check_human_capital(c, &r->group[GROUP_PRODUCTION]);
    warn_of_capital(c, region);
}

static void
check_region(struct check *c, size_t region, const struct node *n)
{
    const struct plan_region *r = &c->plan->region[region];
    const struct node *model = node_child(n, "model");

    if (!model || model->kind != NODE_STRING)
        return;
    if (r->model == MODEL_GROWTH)
        check_growth_region(c, region);
    else
        check_convergence(c, r, n);
    check_urbanization(c, r, node_child(n, "urbanization"));
    check_migration(c, r, node_child(n, "population"));
}

static void
check_benchmark(struct check *c)
{
    const struct plan *p = c->plan;
    const struct plan_region *home = p->home == PLAN_NONE ? NULL : &p->region[p->home];
    const struct plan_region *benchmark = p->benchmark == PLAN_NONE ? NULL : &p->region[p->benchmark];
    const struct node *n = node_child(c->root, "benchmark");

    if (benchmark && benchmark->model == MODEL_CONVERGENCE)
        complain(c, n->place, WORD_benchmark_model, benchmark->key);
    if (home && benchmark && home->vintage && benchmark->vintage && strcmp(home->vintage, benchmark->vintage) != 0)
        warn(c, n->place, WORD_vintages_differ, home->key, home->vintage, benchmark->key, benchmark->vintage);
}

void
check_joint(struct check *c)
{
    const struct node *regions = node_child(c->root, "regions");
    size_t r = 0;

    check_benchmark(c);
    for (const struct node *n = regions && regions->kind == NODE_GROUP ? regions->first : NULL; n; n = n->next)
        if (n->kind == NODE_GROUP)
            check_region(c, r++, n);
}
