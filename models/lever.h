/* A lever as a kernel reads it: the planned path, moved by what each lane drew.
 *
 *     x[lane](t) = level[t] * factor[lane] + shift[lane]
 *
 * in model units (fractions, not percent). A constant is a path of one value with step 0. What no draw
 * touches points at the shared rows of ones and zeros.
 */
#ifndef MODELS_LEVER_H
#define MODELS_LEVER_H

#include <stdbool.h>
#include "base/lanes.h"

struct lever {
    const double *level;  /* NULL: not given */
    size_t step;          /* 1: a value a year from the base year; 0: one value */
    const double *factor; /* [LANES] */
    const double *shift;  /* [LANES] */
};

static inline bool
lever_given(const struct lever *x)
{
    return x->level != NULL;
}

static inline double
lever_at(const struct lever *x, size_t t, size_t l)
{
    return x->level[t * x->step] * x->factor[l] + x->shift[l];
}

#endif
