/* Tries: a plan run with some of its settings moved, sixteen ways side by side, a lane for each.
 *
 *     tries_open(&t, plan, entry, movers, &err);
 *     t.change[k][l] = ...;              what lane l adds to the whole path of mover k, models' units
 *     tries_run(&t, count, goal, value); lanes 0 to count - 1
 *     tries_close(&t);
 *
 * What the movers do not touch is worked out once.
 */
#ifndef ANALYSIS_SOLVE_TRIES_H
#define ANALYSIS_SOLVE_TRIES_H

#include "analysis/solve_goal.h"
#include "engine/world.h"

struct tries {
    struct world world;
    struct variates moved; /* the changes, as the world reads them */
    size_t movers;
    lanes *change;          /* [movers] rows of moved */
    lanes *city;            /* [peers][years] their GDP in each lane; NULL: no ranks */
    lanes *kept;            /* [movers] the changes while one is tried alone */
    struct trajectory lane; /* what one lane gave, as it is judged */
    size_t runs;            /* model runs so far, a lane each */
};

/* `entry` are numbers of movable entries, no one twice. */
enum status tries_open(struct tries *t, const struct plan *p, const size_t *entry, size_t movers, struct error *err);

/* The goal's value for each lane's changes; -infinity where they break the model. */
void tries_run(struct tries *t, size_t count, const struct goal *goal, double *value);

/* One way of moving them, models' units: the value of each target of the goal. */
void tries_parts(struct tries *t, const double *change, const struct goal *goal, double *value);
void tries_close(struct tries *t); /* safe twice */

#endif
