/* Rays: several settings moved from where they are in fixed proportion, and how far is just enough for a goal.
 *
 * At s the movers are changed by s times the ray's direction, each no further than its own limit. The ray is scanned
 * outwards and the first crossing from missed to met is narrowed down: the polynomial through the values around it has
 * a root (Brent's method, base/root.h); the next sixteen tries stand about that root, and where they do not help, as at
 * a kink or a step, evenly between the two ends.
 */
#ifndef ANALYSIS_SOLVE_RAY_H
#define ANALYSIS_SOLVE_RAY_H

#include "analysis/solve_tries.h"

struct ray {
    struct tries *tries;
    const struct goal *goal;
    const double *direction; /* [movers], models' units */
    const double *limit;     /* [movers] of the change, at or beyond 0 in its direction */
    double to;               /* s goes from 0 to here */
    double at_0;             /* the goal's value there, below 0 */
};

struct ray_point {
    double s, value;
};

struct ray_found {
    bool met;
    bool flat;           /* nothing on the ray moves the goal's value */
    size_t entries;      /* how often the scan passes from missed to met */
    struct ray_point at; /* met: the nearest s that is; else the closest that was seen */
};

/* FAILED_WORK where a crossing was seen but cannot be narrowed down. */
enum status ray_search(struct ray_found *out, const struct ray *ray);

double ray_change(const struct ray *ray, size_t mover, double s);

#endif
