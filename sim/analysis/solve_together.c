/* Several levers at once: the least effort that meets the goal.
 *
 *     least  sum of (weight_k change_k / range_k)^2   with every target met and every lever within its limits
 *
 * by NLopt's COBYLA (Powell 1994): linear approximations of every target from runs about the point, no derivatives, so
 * that the kink of a capacity does no harm. It is local, so it starts from several points; the best end is moved along
 * the ray from the plan as it is to where the goal is just met.
 */
#include <math.h>
#include <string.h>
#include "analysis/solve_parts.h"

#ifndef WITH_NLOPT

bool
solve_can_join(void)
{
    return false;
}

enum status
solve_together(struct solving *s)
{
    (void) s;
    return OK;
}

#else

#include <nlopt.h>

#define STARTS 3
#define STEP 0.1    /* of the first moves, in ranges */
#define DUST 1e-3   /* of its range: what a lever is moved at least */
#define CLOSE 1e-4  /* in ranges; effort is flat about its least, so it is right to the square of this */
#define ALMOST 1e-8 /* a target that is missed by no more than this counts as met until the end is narrowed down */
#define MOST_RUNS(levers) (60 * ((levers) + 1)) /* from one start */

/* Points are changes in ranges. */
struct joint {
    struct solving *s;
    double best[SOLVE_LEVERS];
    double best_effort, best_missing; /* missing: how far the worst target is from being met; 0: it is */
};

bool
solve_can_join(void)
{
    return true;
}

static void
changes(const struct solving *s, const double *point, double *change)
{
    for (size_t k = 0; k < s->out->levers; k++)
        change[k] = fmin(fmax(point[k] * s->range[k], s->low[k]), s->high[k]);
}

static double
effort(unsigned levers, const double *point, double *gradient, void *arg)
{
    const struct joint *j = arg;
    double change[SOLVE_LEVERS];

    (void) levers;
    (void) gradient;
    changes(j->s, point, change);
    return solve_effort(j->s, change);
}

static void
keep_better(struct joint *j, const double *point, double missing)
{
    const double cost = effort(0, point, NULL, j);

    missing = missing <= ALMOST ? 0 : missing;
    if (missing > j->best_missing || (missing == j->best_missing && cost >= j->best_effort))
        return;
    j->best_missing = missing;
    j->best_effort = cost;
    memcpy(j->best, point, j->s->out->levers * sizeof *point);
}

/* What each target is missed by; NLopt wants them at or below 0. */
static void
missing(unsigned targets, double *value, unsigned levers, const double *point, double *gradient, void *arg)
{
    struct joint *j = arg;
    double change[SOLVE_LEVERS], worst = 0;

    (void) levers;
    (void) gradient;
    changes(j->s, point, change);
    tries_parts(&j->s->tries, change, &j->s->out->goal, value);
    for (unsigned i = 0; i < targets; i++) {
        value[i] = fmin(-value[i], 1e9);
        worst = fmax(worst, value[i]);
    }
    keep_better(j, point, worst);
}

static void
search_from(struct joint *j, double *point)
{
    const struct solving *s = j->s;
    const unsigned levers = (unsigned) s->out->levers, targets = (unsigned) s->out->goal.count;
    nlopt_opt search = nlopt_create(NLOPT_LN_COBYLA, levers);
    double low[SOLVE_LEVERS], high[SOLVE_LEVERS], found;

    if (!search)
        memory_missing();
    for (unsigned k = 0; k < levers; k++) {
        low[k] = s->low[k] / s->range[k];
        high[k] = s->high[k] / s->range[k];
    }
    nlopt_set_min_objective(search, effort, j);
    nlopt_add_inequality_mconstraint(search, targets, missing, j, NULL);
    nlopt_set_lower_bounds(search, low);
    nlopt_set_upper_bounds(search, high);
    nlopt_set_initial_step1(search, STEP);
    nlopt_set_xtol_abs1(search, CLOSE);
    nlopt_set_maxeval(search, (int) MOST_RUNS(levers));
    nlopt_optimize(search, point, &found); /* whatever ends it, the best point is kept */
    nlopt_destroy(search);
}

/* From the plan in a direction of ranges: `to` where the first lever is at its end, or the last */
static struct ray
ray_towards(const struct solving *s, const double *point, double *direction, double *limit, bool last)
{
    struct ray ray = { (struct tries *) &s->tries, &s->out->goal, direction, limit, 0, s->at_0 };

    for (size_t k = 0; k < s->out->levers; k++) {
        double end;

        direction[k] = point[k] * s->range[k];
        limit[k] = point[k] < 0 ? s->low[k] : s->high[k];
        end = limit[k] / direction[k];
        if (limit[k] != 0 && isfinite(end) && (ray.to == 0 || (last ? end > ray.to : end < ray.to)))
            ray.to = end;
    }
    return ray;
}

/* Moves the point along its ray to where the goal is just met, else to the closest there. */
static enum status
just_met(const struct solving *s, double *point, bool *met)
{
    struct ray_found found = { .at = { 0, s->at_0 } };
    double direction[SOLVE_LEVERS], limit[SOLVE_LEVERS];
    enum status rc = OK;

    for (int last = 0; last < 2 && !found.met && !rc; last++) {
        const struct ray ray = ray_towards(s, point, direction, limit, last);

        rc = ray.to > 0 ? ray_search(&found, &ray) : OK;
    }
    for (size_t k = 0; k < s->out->levers; k++) {
        const double change = found.at.s * direction[k];

        point[k] = (fabs(change) > fabs(limit[k]) ? limit[k] : change) / s->range[k];
    }
    *met = found.met;
    return rc;
}

/* By what each lever gains for its cost, which is right where the model is linear; all alike, those that gain nothing
 * alone upwards; the one that gains most for its cost. */
static void
starts(const struct solving *s, double start[STARTS][SOLVE_LEVERS])
{
    size_t best = 0;

    for (size_t k = 0; k < s->out->levers; k++) {
        const double weight = s->out->lever[k].weight;

        start[0][k] = s->gain[k] / (weight * weight);
        start[1][k] = s->gain[k] < 0 || s->high[k] == 0 ? -1 : 1;
        if (fabs(s->gain[k]) / weight > fabs(s->gain[best]) / s->out->lever[best].weight)
            best = k;
    }
    start[2][best] = start[1][best];
}

/* Levers that do next to nothing stay where they are: a search leaves some dust on them. */
static void
leave_alone(const struct solving *s, double *point)
{
    for (size_t k = 0; k < s->out->levers; k++)
        if (fabs(point[k]) < DUST)
            point[k] = 0;
}

enum status
solve_together(struct solving *s)
{
    struct joint j = { .s = s, .best_effort = INFINITY, .best_missing = INFINITY };
    struct solution *x = &s->out->together;
    double start[STARTS][SOLVE_LEVERS] = { { 0 } };
    enum status rc = OK;
    bool met = false;

    starts(s, start);
    for (int i = 0; i < STARTS && !rc; i++) {
        rc = just_met(s, start[i], &met);
        search_from(&j, start[i]);
    }
    leave_alone(s, j.best);
    if (!rc)
        rc = just_met(s, j.best, &met);
    changes(s, j.best, x->change);
    x->answer = met ? SOLVE_SOLVED : SOLVE_NONE;
    return rc;
}

#endif
