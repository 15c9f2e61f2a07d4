#include "analysis/solve_meaning.h"
#include <math.h>
#include "models/population.h"

/* NaN where home does not report it */
static double
at(const struct trajectory *t, const char *key, int year)
{
    return trajectory_at(t, trajectory_find(t, t->plan->home, key), year);
}

static double
mean(const struct trajectory *t, const char *key, int year)
{
    double sum = 0;

    for (int y = t->plan->start + 1; y <= year; y++)
        sum += at(t, key, y);
    return sum / (year - t->plan->start);
}

static double
investment(const struct trajectory *t, int year)
{
    double sum = 0;

    for (int y = t->plan->start + 1; y <= year; y++)
        sum += at(t, "investment_rate", y) / 100 * at(t, "gdp", y);
    return sum / (year - t->plan->start);
}

static double
growth(const struct trajectory *t, int year)
{
    return 100 * (pow(at(t, "gdp_real", year) / at(t, "gdp_real", t->plan->start), 1.0 / (year - t->plan->start)) - 1);
}

/* Net migrants beside those that follow age: what net_migration says of last year's residents */
static double
migrants(const struct trajectory *t, int year, double added)
{
    const struct plan *p = t->plan;
    const struct plan_group *g = &p->region[p->home].group[GROUP_POPULATION];
    double sum = 0;

    if (p->region[p->home].method != POPULATION_COHORT || g->entry[POPULATION_NET_MIGRATION] == PLAN_NONE)
        return NAN;
    for (int y = p->start + 1; y <= year; y++) {
        const double *rate = &p->value[p->entry[g->entry[POPULATION_NET_MIGRATION]].offset];

        sum += (rate[y - p->start] + added) * at(t, "population", y - 1);
    }
    return sum;
}

void
meaning_of(struct meaning *out, const struct trajectory *base, const struct trajectory *changed, int year,
           double migration)
{
    const int years = year - base->plan->start;

    *out = (struct meaning) {
        .investment = investment(changed, year) - investment(base, year),
        .all_migrants = migrants(changed, year, migration) - migrants(base, year, 0),
        .residents = at(changed, "population", year) - at(base, "population", year),
        .all_productivity = mean(changed, "contribution_tfp", year),
        .growth = growth(changed, year),
        .base_growth = growth(base, year),
    };
    out->migrants = out->all_migrants / years;
    out->productivity = out->all_productivity - mean(base, "contribution_tfp", year);
}

double
record_growth(const int *year, const double *value, size_t count)
{
    if (count < 2 || year[count - 1] <= year[0] || !(value[0] > 0) || !(value[count - 1] > 0))
        return NAN;
    return 100 * (pow(value[count - 1] / value[0], 1.0 / (year[count - 1] - year[0])) - 1);
}
