/* What a draw needs by the equations of docs/model.md: exp and log, each 1, and divisions and square roots, each a half.
 * Not what the code does: a power of what is kept in logarithms is a product, and what is the same in all draws or years
 * counts once. Residents, random numbers and what is reported are not in it. */
#ifndef BENCH_FORMULA_H
#define BENCH_FORMULA_H

#include "engine/world.h"
#include "models/convergence.h"
#include "models/production.h"

#define DIVISION 0.5

/* Logarithms of a setting a draw: none where it is certain, one where its path is flat */
static inline double
logs_of(const struct lever *x, size_t years)
{
    double logs = 1;

    if (!lever_given(x) || lever_certain(x))
        return 0;
    for (size_t t = 2; t < years; t++)
        logs += x->level[t * x->step] != x->level[(t - 1) * x->step];
    return logs;
}

/* Base year: logs of K, l, Y, alpha and labour's exponent; K and l are shares of sums. A year: exp of output, price and
 * what claims investment and labour, log of K; a contribution's weight. */
static inline double
sector_needs(const struct lever *lever, size_t years)
{
    static const enum sector_setting rates[] = { SECTOR_TFP_GROWTH, SECTOR_FIXED_GROWTH, SECTOR_PRICE_GROWTH,
                                                 SECTOR_PRICE_PREMIUM };
    double needs = 5 + 2 * DIVISION + (double) (years - 1) * (5 + DIVISION);

    for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++)
        needs += logs_of(&lever[rates[i]], years);
    return needs;
}

/* A year: logs of employment, labour's sum, the growth of GDP and residents; divided by are labour's sum, the claims', GDP
 * (deflator, shares, growth, weight of contributions) and the volumes of three groups. */
static inline double
production_needs(const struct region_run *r, size_t years)
{
    const struct lever *lever = r->lever[GROUP_PRODUCTION];
    double needs = 1 + (double) (years - 1) * (4 + 9 * DIVISION);

    needs += logs_of(&lever[PRODUCTION_TFP_BOOST], years) + logs_of(&lever[PRODUCTION_CATCH_UP_LEVEL], years)
             + logs_of(&lever[PRODUCTION_HUMAN_CAPITAL_GROWTH], years);
    for (size_t s = 0; s < r->record.sectors; s++)
        needs += sector_needs(r->sector_lever[s], years);
    return needs;
}

/* Base year: exp of the half-life, log of GDP a head. A year: exp of GDP a head and of the primary share. */
static inline double
convergence_needs(const struct region_run *r, size_t years)
{
    return 2 + 2 * DIVISION + (double) (years - 1) * 2
           + logs_of(&r->lever[GROUP_CONVERGENCE][CONVERGENCE_LEVEL], years);
}

/* exp and log of all regions a draw */
static inline double
formula_needs(const struct world *w)
{
    const size_t years = w->plan->years;
    double needs = 0;

    for (size_t i = 0; i < w->plan->regions; i++) {
        const struct region_run *r = &w->region[i];

        needs += r->record.sectors ? production_needs(r, years) : convergence_needs(r, years);
        needs += 1 + (double) (years - 1) * (1 + DIVISION);                     /* urban share, a logistic curve */
        needs += r->lever[GROUP_HOUSEHOLD] ? (double) years * 2 * DIVISION : 0; /* income a head, in the country */
    }
    return needs;
}

#endif
