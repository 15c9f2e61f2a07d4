/* Philox4x32-10 (Random123: Salmon et al. 2011, Parallel Random Numbers: As Easy as 1, 2, 3) on all lanes at once.
 *
 * A word of 32 bits is the lower half of 64, so that the product of two, which is what the generator is made of, has
 * its place; what stands in the upper half is ignored, and anything afterwards.
 */
#ifndef ANALYSIS_PHILOX_H
#define ANALYSIS_PHILOX_H

#include "base/lanes.h"

typedef uint64_t philox_words[4][LANES];

/* Each lane's counter becomes its random bits under the key. */
void philox_lanes(philox_words words, uint64_t key);

#endif
