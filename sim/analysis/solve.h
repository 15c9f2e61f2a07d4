/* Solve: what it would take. The least change of a setting, or of several together, with which targets are met.
 *
 *     struct solve s = { 0 };
 *     enum status rc = solve(&s, &trajectory, target, targets, lever, levers, &err);
 *     ... s.alone[k].answer, s.together ...
 *     solve_free(&s);
 *
 * A change shifts the setting's whole path. How far it may go: the value in the year of the last target stays between
 * the lever's low and high, and the whole path within the setting's hard range.
 */
#ifndef ANALYSIS_SOLVE_H
#define ANALYSIS_SOLVE_H

#include "analysis/solve_goal.h"

#define SOLVE_LEVERS 16

enum solve_answer {
    SOLVE_MET, /* already: nothing needs to change */
    SOLVE_SOLVED,
    SOLVE_SEVERAL, /* solved; further values would do too, beyond others that would not */
    SOLVE_NONE,    /* no value in the range meets the targets */
    SOLVE_FLAT,    /* the lever does not move the target that is furthest off */
    SOLVE_UNTRIED, /* together: there is but one lever, or no optimizer was built in */
};

struct solution {
    enum solve_answer answer;
    double change[SOLVE_LEVERS];  /* by lever, models' units; where there is none, of the closest that was found */
    double effort;                /* sum of (weight change / range)^2 */
    size_t binding;               /* the target that is met last, or missed most: its number */
    struct trajectory trajectory; /* of a fresh run with the change */
};

struct solve {
    const struct plan *plan;
    struct goal goal;
    size_t levers;
    const struct plan_lever *lever;
    struct solution alone[SOLVE_LEVERS], together;
    size_t runs; /* of the model, each way of moving the levers counted */
};

/* `base` is the plan's own trajectory. Fails with FAILED_INPUT where there are too many levers, FAILED_WORK where a
 * search did not converge or a fresh run does not meet what was solved. solve_free in any case. */
enum status solve(struct solve *out, const struct trajectory *base, const size_t *target, size_t targets,
                  const struct plan_lever *lever, size_t levers, struct error *err);
void solve_free(struct solve *s); /* safe twice */

bool solution_found(const struct solution *x); /* solved, one of several included */
/* The one that costs least; NULL where nothing needs to change, or nothing is found. */
const struct solution *solve_best(const struct solve *s);
const char *solve_key(const struct solve *s, size_t lever);

/* The lever's value in that year, models' units, before any change */
double solve_value(const struct plan *p, const struct plan_lever *lever, int year);

/* The range of a lever that no list names: the setting's usual range, else its hard one; false where it has neither. */
bool solve_lever(struct plan_lever *out, const struct plan *p, size_t entry);

/* Whether several levers can be moved together: an optimizer was built in. */
bool solve_can_join(void);

#endif
