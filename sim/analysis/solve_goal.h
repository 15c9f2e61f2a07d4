/* Goals: targets that are to be met together, and how far a trajectory is from them, as one number. */
#ifndef ANALYSIS_SOLVE_GOAL_H
#define ANALYSIS_SOLVE_GOAL_H

#include "analysis/target.h"

/* A goal is aimed at a hair beyond what is wanted, so that the same settings read from a file still meet it: by this
 * part of what is wanted, or of what is missing where that is more. */
#define GOAL_HAIR 1e-10

struct goal {
    const struct plan *plan;
    size_t count;
    size_t *target; /* [count] numbers of the plan's targets */
    double *scale;  /* [count] of each margin */
    int year;       /* the last one of its targets */
};

/* `base` is the plan's own trajectory, from which the scales are taken. `targets` are copied. */
void goal_init(struct goal *g, const struct trajectory *base, const size_t *targets, size_t count);
void goal_free(struct goal *g); /* safe twice */

/* The worst of the targets' margins, each in its scale, less a hair: 0 or more where the goal is met; -infinity where
 * something cannot be judged. `binding` (may be NULL) gets the place in g->target of the worst. */
double goal_value(const struct goal *g, const struct trajectory *t, size_t *binding);

/* The same of one target, the i-th of the goal */
double goal_part(const struct goal *g, size_t i, const struct trajectory *t);

/* Whether all relations hold, without the hair. */
bool goal_met(const struct goal *g, const struct trajectory *t);

#endif
