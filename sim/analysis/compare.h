/* Scenarios side by side: what is common to them, in which order they are read, what they change.
 *
 * The first scenario is the base. Series, targets and steps are those of the same key; of regions, home.
 */
#ifndef ANALYSIS_COMPARE_H
#define ANALYSIS_COMPARE_H

#include "analysis/precedent.h"

struct compared {
    const struct trajectory *trajectory;
    const struct judgements *judgements;
    const struct feasibles *feasibles;
};

/* FAILED_INPUT where homes or base years differ; what else is not common (horizon, benchmark, index, regions, targets,
 * steps) is a warning that names it. `path` of each scenario is the place of its lines. */
enum status compare_check(const struct compared *scenario, const char *const *path, size_t count, struct error *err);

/* NaN where there is none. */
double compare_value(const struct trajectory *t, const char *key, int year);

/* NULL where the scenario has no target or step of that key. */
const struct judgement *compare_target(const struct judgements *j, const char *key);
const struct step_judgement *compare_step(const struct judgements *j, const char *key);

/* Whether both ask for the same; what the key or a comment says does not matter. */
bool compare_same_target(const struct plan *a, const struct plan_target *x, const struct plan *b,
                         const struct plan_target *y);

size_t compare_steps_met(const struct judgements *j);                    /* within tolerance, too */
size_t compare_targets_met(const struct judgements *j, size_t *counted); /* of those that count */

/* The base, then the others by steps met, then by the value of home's `key` in `year`, the best first; equal ones as
 * they came. order[] has `count` numbers. */
void compare_order(size_t *order, const struct compared *scenario, size_t count, const char *key, int year);

#endif
