/* Scenario discovery of a plan: the draws in which a step fails, described by boxes of the uncertain settings' amounts
 * (analysis/prim.h). Where nearly all draws fail the step, the few in which it is met are described instead.
 *
 * The draws are the ensemble's own, shocks included, so no box need be pure.
 */
#ifndef ANALYSIS_DISCOVERY_H
#define ANALYSIS_DISCOVERY_H

#include "analysis/ensemble.h"
#include "analysis/prim.h"

#define DISCOVERY_NEARLY_ALL 0.95 /* of the draws fail: those that don't are the cases */
#define DISCOVERY_CASES 20        /* fewer are no ground for a description */

struct discovery_step {
    size_t step;
    double failed; /* share of the draws */
    bool of_met;   /* the boxes are of draws in which the step is met */
    size_t cases;
    size_t boxes; /* 0: too few cases, or none that stands out */
    struct prim_box *box;
};

struct discovery {
    uint64_t draws;
    size_t inputs, steps; /* uncertain settings; of the steps asked for those that have targets to meet */
    struct discovery_step *step;
};

struct discovery_question {
    const struct plan *plan;
    size_t step; /* PLAN_NONE: all */
    uint64_t seed, draws;
    unsigned threads;
    bool (*progress)(void *arg, uint64_t done); /* as ensemble_options has it; may be NULL */
    void *progress_arg;
};

/* Limits of the boxes are drawn amounts, as ensemble_kept has them. Freed with discovery_free. */
enum status discover(struct discovery *d, const struct discovery_question *q, struct error *err);
void discovery_free(struct discovery *d); /* safe twice */

#endif
