/* Ranks as amounts: how far home's figure is from that of the place it is to reach.
 *
 * A rank goes in steps, which a search can neither follow nor interpolate. Home is at place k or better exactly where
 * its figure is not below the k-th largest of the others', so ln(home's / that one's) has the sign of the margin and
 * no steps. */
#ifndef ANALYSIS_SOLVE_PLACES_H
#define ANALYSIS_SOLVE_PLACES_H

#include "engine/run.h"

/* For a target of a rank that says a place for a year of home; NaN for every other. */
double places_margin(const struct trajectory *t, const struct plan_target *g, double wanted);

/* Whether the target is such a rank by the GDP of cities in that year */
bool places_of_cities(const struct plan *p, const struct plan_target *g, int year);

#endif
