/* A run: a plan's regions in order, years in order, one block of draws at a time.
 *
 * The benchmark first, which looks at no other region; then the others, which look at it; then peers,
 * indices and ranks. The result is a trajectory: a value for each series, year and lane.
 */
#ifndef ENGINE_RUN_H
#define ENGINE_RUN_H

#include "base/error.h"
#include "engine/plan.h"
#include "models/indicator.h"

/* One reported quantity: an indicator of a region, or of one of its sectors. */
struct series {
    size_t region, indicator;
    size_t sector; /* PLAN_NONE for those of the whole region */
    size_t first;  /* first year (0: base year) with a value */
    char key[64];  /* "va_liquor" */
};

struct trajectory {
    const struct plan *plan;
    size_t count; /* region by region in the plan's order, in the order of the table */
    struct series *series;
    size_t years;
    double *value;               /* [count][years]; NaN where there is no value */
    double (*ages)[SEXES][AGES]; /* [years] home's residents at year end by sex and age, wan; NULL: not by cohort */
    double *city;                /* [peers][years] their GDP at current prices, yi yuan; NULL: no ranks */
};

/* Projects the plan: one lane of a block. The trajectory refers to the plan, which must outlive it.
 * Fails with FAILED_INPUT where a law is broken (a cohort negative, a value not finite), naming
 * region, year and what. */
enum status run_plan(struct trajectory *out, const struct plan *plan, struct error *err);
void trajectory_free(struct trajectory *t); /* safe twice */

/* The series of that region and key; PLAN_NONE where it is not reported. */
size_t trajectory_find(const struct trajectory *t, size_t region, const char *key);
size_t trajectory_series(const struct trajectory *t, size_t region, size_t indicator, size_t sector);

/* NaN outside the horizon, where there is no value, and for PLAN_NONE. */
double trajectory_at(const struct trajectory *t, size_t series, int year);

#endif
