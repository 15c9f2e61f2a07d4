/* What the parts of a solve share. */
#ifndef ANALYSIS_SOLVE_PARTS_H
#define ANALYSIS_SOLVE_PARTS_H

#include "analysis/solve.h"
#include "analysis/solve_ray.h"

struct solving {
    struct solve *out;
    struct tries tries;
    double at_0;                                  /* the goal's value as planned */
    double low[SOLVE_LEVERS], high[SOLVE_LEVERS]; /* of the changes, models' units; low <= 0 <= high */
    double range[SOLVE_LEVERS];                   /* of the values: what changes are measured in */
    double gain[SOLVE_LEVERS]; /* of the goal's value, for a range that the lever alone is moved up */
};

/* Sum of (weight change / range)^2 */
double solve_effort(const struct solving *s, const double *change);

/* solve_together.c: the least effort with which all levers meet the goal, into out->together */
enum status solve_together(struct solving *s);

#endif
