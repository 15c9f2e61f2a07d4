/* What a change means in units that people decide on: two trajectories of one plan side by side. */
#ifndef ANALYSIS_SOLVE_MEANING_H
#define ANALYSIS_SOLVE_MEANING_H

#include "engine/run.h"

/* For home, averages over the years after the base year up to a target's. NaN where the models do not say. */
struct meaning {
    double investment;          /* yi yuan a year at current prices, more than planned */
    double migrants;            /* wan a year, net, more than planned; beside those that follow age */
    double all_migrants;        /* wan over all those years */
    double residents;           /* wan at the end of the last year, more than planned */
    double productivity;        /* points of growth a year from total factor productivity, more than planned */
    double all_productivity;    /* the same, all of it */
    double growth, base_growth; /* of real GDP, percent a year */
};

/* `migration` is what the change adds to home's net_migration, a fraction of residents; 0 where it is no lever. */
void meaning_of(struct meaning *out, const struct trajectory *base, const struct trajectory *changed, int year,
                double migration);

/* Average growth a year from the first year of a record to the last, percent; NaN where it has none. */
double record_growth(const int *year, const double *value, size_t count);

#endif
