/* models/modernization.h: an index of how a region stands beside its nation in the same year.
 *
 *     M_r = sum_k w_k min(cap, 100 x_k,r/x_k,benchmark);   minimum: min_k of 100 x_k,r/x_k,benchmark
 *
 * 100 is the national average of that same year: the bar moves. The West's index is the mean of the western
 * comparators' weighted by population; the rank in the West is 1 + the number of them above home.
 */
#ifndef MODELS_MODERNIZATION_H
#define MODELS_MODERNIZATION_H

#include "models/model.h"

enum modernization_setting { MODERNIZATION_CAP, MODERNIZATION_SETTINGS };
extern const struct setting_group modernization_settings; /* cap; weights are named after indicators */
extern const struct setting modernization_weight;         /* the row for each of them */

/* Adds one indicator's part in each of `years` rows: ratio = 100 x/x_benchmark. index starts at 0, minimum at infinity. */
void modernization_add(lanes *index, lanes *minimum, lanes *x, lanes *x_benchmark, const struct lever *weight,
                       const struct lever *cap, size_t years);

#endif
