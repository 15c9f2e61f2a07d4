/* What a region will report, as far as its settings decide it: which indicators it can be asked for. */
#ifndef SCENARIO_REACH_H
#define SCENARIO_REACH_H

#include "scenario/check.h"

/* An indicator, with the sector that its name ends in */
struct reach {
    size_t indicator, sector; /* PLAN_NONE: no such indicator; not one of a sector */
};

/* "gdp", or "va_liquor" where the region has such a sector */
struct reach reach_named(const struct plan *p, size_t region, const char *name);

/* Whether the region reports it. */
bool reach_has(const struct plan *p, size_t region, size_t indicator);

/* The indicator that the node names, of that region; complains of one that is unknown or not reported. */
struct reach reach_read(struct check *c, struct node *n, const char *key, size_t region);

#endif
