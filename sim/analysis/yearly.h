/* Targets by year: how likely each target is to hold in any year of the horizon, not only in its own.
 *
 * A plan's targets are asked for once more in each other year, as targets that count for no step; an ensemble of that
 * plan then counts them like all others.
 *
 *     yearly_init(&y, &trajectory);
 *     rc = ensemble_run(&e, &y.plan, &options, &err);
 *     ... yearly_chance(&y, &e, target, year) ...
 *     ensemble_free(&e);
 *     yearly_free(&y);
 */
#ifndef ANALYSIS_YEARLY_H
#define ANALYSIS_YEARLY_H

#include "analysis/ensemble.h"

struct yearly {
    struct plan plan; /* the trajectory's, whose parts it shares, with more targets behind its own; not to be freed */
    size_t targets;   /* of the plan itself */
    size_t *number;   /* [targets][years]: of the target in the longer list; PLAN_NONE where there is none to judge */
    struct plan_target *target;
};

/* The trajectory says in which years a target has something to judge. */
void yearly_init(struct yearly *y, const struct trajectory *t);
void yearly_free(struct yearly *y); /* safe twice */

/* NULL where the target cannot be judged in that year. */
const struct chance *yearly_chance(const struct yearly *y, const struct ensemble *e, size_t target, int year);

#endif
