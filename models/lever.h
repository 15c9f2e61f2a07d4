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

/* Whether no draw touches it, so that all lanes have the same */
static inline bool
lever_certain(const struct lever *x)
{
    return x->factor == lanes_ones && x->shift == lanes_zeros;
}

/* Lets the lever follow `change` if it is bound to these values. */
static inline void
lever_follow(struct lever *x, const double *values, const double *change)
{
    if (x->level == values)
        x->shift = change;
}

static inline double
lever_at(const struct lever *x, size_t t, size_t l)
{
    return x->level[t * x->step] * x->factor[l] + x->shift[l];
}

/* Whether it is 0 in all lanes */
static inline bool
lever_is_nothing(const struct lever *x, size_t t)
{
    return lever_certain(x) && x->level[t * x->step] == 0;
}

/* Whether x(t) is x(t - 1) in all lanes. Not for years 0 and 1: a block begins with them. */
static inline bool
lever_stays(const struct lever *x, size_t t)
{
    return t > 1 && x->level[t * x->step] == x->level[(t - 1) * x->step];
}

/* ln(1 + x(t)). `out` has that of the year before, in which it stays as it is while the path is flat: then a draw
 * takes one log. Where no draw touches x it is worked out once for all lanes, and not at all where x is 0. */
static inline void
lever_log1p(lanes out, const struct lever *x, size_t t)
{
    const double level = x->level[t * x->step], *factor = x->factor, *shift = x->shift;

    if (lever_stays(x, t))
        return;
    if (lever_certain(x)) {
        const double y = level == 0 ? 0 : lane_log1p(level);

        EACH_LANE(l)
            out[l] = y;
    } else
        EACH_LANE(l)
            out[l] = lane_log1p(level * factor[l] + shift[l]);
}

/* ln x(t), likewise */
static inline void
lever_log(lanes out, const struct lever *x, size_t t)
{
    const double level = x->level[t * x->step], *factor = x->factor, *shift = x->shift;

    if (lever_stays(x, t))
        return;
    if (lever_certain(x)) {
        const double y = lane_log(level);

        EACH_LANE(l)
            out[l] = y;
    } else
        EACH_LANE(l)
            out[l] = lane_log(level * factor[l] + shift[l]);
}

#endif
