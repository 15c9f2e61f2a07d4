/* Series: which quantities a run reports, region by region, in the order of the indicators' table. */
#ifndef ENGINE_SERIES_H
#define ENGINE_SERIES_H

#include "engine/region.h"
#include "engine/run.h"

/* The list for regions that were initialised. Freed with free(). */
struct series *series_list(size_t *count, const struct plan *p, const struct region_run *run);

/* PLAN_NONE where there is none. */
size_t series_find(const struct series *list, size_t count, size_t region, const char *key);
size_t series_of(const struct series *list, size_t count, size_t region, size_t indicator, size_t sector);

/* The indicator's number in the table; PLAN_NONE for an unknown key. Not for sectors' indicators. */
size_t indicator_number(const char *key);

#endif
