/* Whether two plans have the same structure, so that the numbers of one can stand in the other.
 *
 * Alike are plans of the same years, regions, models, sectors, tables and index, whose entries have the same keys
 * and lengths; only the entries' values, the targets and what people read may differ.
 */
#ifndef ANALYSIS_ALIKE_H
#define ANALYSIS_ALIKE_H

#include "engine/plan.h"

/* Where they are not, adds to `what` the key of the first setting that differs: "regions.zunyi.population.ages". */
bool plans_alike(const struct plan *a, const struct plan *b, struct text *what);

#endif
