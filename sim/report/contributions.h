/* Growth by source, averaged over the periods of a plan. */
#ifndef REPORT_CONTRIBUTIONS_H
#define REPORT_CONTRIBUTIONS_H

#include "engine/run.h"

/* "capital", ...: what contribution_ is followed by; the first SOURCES_SUM add to the whole, the others are parts of
 * productivity */
#define SOURCES 9
#define SOURCES_SUM 7
extern const char *const source_name[SOURCES];

/* The mean of the years after `before` to `year`, percent a year (100 x log points). */
double contribution_mean(const struct trajectory *t, size_t region, size_t source, int before, int year);
/* The sum of the sources; NaN where the region has none. */
double contribution_total(const struct trajectory *t, size_t region, int before, int year);

#endif
