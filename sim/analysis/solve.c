#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/solve_parts.h"

/* Values of an entry in the year: a path has one a year, the rest one for all. */
static double
value_in(const struct plan *p, const struct plan_entry *e, int year)
{
    const bool path = e->length == p->years && e->setting->kind == SETTING_LEVER;

    return p->value[e->offset + (path ? (size_t) (year - p->start) : 0)];
}

double
solve_value(const struct plan *p, const struct plan_lever *lever, int year)
{
    return value_in(p, &p->entry[lever->entry], year);
}

bool
solve_lever(struct plan_lever *out, const struct plan *p, size_t entry)
{
    const struct setting *row = p->entry[entry].setting;
    const bool usual = row->low != 0 || row->high != 0;
    const double scale = unit_scale(row->unit);

    *out = (struct plan_lever) {
        .entry = entry,
        .low = scale * (usual ? row->low : row->min),
        .high = scale * (usual ? row->high : row->max),
        .weight = 1,
        .place = p->entry[entry].place,
    };
    return out->low < out->high;
}

/* How far the whole path may be shifted within the setting's hard range; an end that is refused itself is kept off. */
static void
hard_limits(double *low, double *high, const struct plan *p, const struct plan_entry *e)
{
    const struct setting *row = e->setting;
    const double scale = unit_scale(row->unit), hair = 1e-9 * (row->max - row->min);

    *low = -INFINITY;
    *high = INFINITY;
    if (row->min == 0 && row->max == 0)
        return;
    for (size_t i = 0; i < e->length; i++) {
        const double x = p->value[e->offset + i];

        *low = fmax(*low, scale * (row->min + (row->above_min ? hair : 0)) - x);
        *high = fmin(*high, scale * (row->max - (row->below_max ? hair : 0)) - x);
    }
}

static void
limits(struct solving *s, size_t k)
{
    const struct plan *p = s->out->plan;
    const struct plan_lever *lever = &s->out->lever[k];
    const double now = solve_value(p, lever, s->out->goal.year);

    hard_limits(&s->low[k], &s->high[k], p, &p->entry[lever->entry]);
    s->low[k] = fmin(fmax(s->low[k], lever->low - now), 0);
    s->high[k] = fmax(fmin(s->high[k], lever->high - now), 0);
    s->range[k] = lever->high - lever->low;
}

/* A run of its own with the change made, as any other scenario is run */
static enum status
run_fresh(struct solution *x, const struct solve *s, struct error *err)
{
    struct plan changed = *s->plan;
    enum status rc;

    changed.value = memory_new(changed.values + 1, sizeof *changed.value);
    memcpy(changed.value, s->plan->value, changed.values * sizeof *changed.value);
    for (size_t k = 0; k < s->levers; k++) {
        const struct plan_entry *e = &changed.entry[s->lever[k].entry];

        for (size_t i = 0; i < e->length; i++)
            changed.value[e->offset + i] += x->change[k];
    }
    rc = run_plan(&x->trajectory, &changed, err);
    x->trajectory.plan = s->plan;
    free(changed.value);
    return rc;
}

double
solve_effort(const struct solving *s, const double *change)
{
    double effort = 0;

    for (size_t k = 0; k < s->out->levers; k++) {
        const double part = s->out->lever[k].weight * change[k] / s->range[k];

        effort += part * part;
    }
    return effort;
}

bool
solution_found(const struct solution *x)
{
    return x->answer == SOLVE_SOLVED || x->answer == SOLVE_SEVERAL;
}

const struct solution *
solve_best(const struct solve *s)
{
    const struct solution *best = solution_found(&s->together) ? &s->together : NULL;

    for (size_t k = 0; k < s->levers; k++)
        if (solution_found(&s->alone[k]) && (!best || s->alone[k].effort < best->effort))
            best = &s->alone[k];
    return best;
}

const char *
solve_key(const struct solve *s, size_t k)
{
    return s->plan->entry[s->lever[k].entry].key;
}

/* What is solved is checked in a run of its own; of what is not, that run says how close it gets. */
static enum status
finish(struct solving *s, struct solution *x, const char *key, struct error *err)
{
    enum status rc;
    size_t place = 0;

    if (x->answer == SOLVE_UNTRIED)
        return OK;
    x->effort = solve_effort(s, x->change);
    rc = run_fresh(x, s->out, err);
    s->out->runs++;
    if (rc)
        return rc;
    goal_value(&s->out->goal, &x->trajectory, &place);
    x->binding = s->out->goal.target[place];
    if (solution_found(x) && !goal_met(&s->out->goal, &x->trajectory))
        return error_add(err, FAILED_WORK, NOWHERE, WORD_solve_not_confirmed, key);
    return OK;
}

static bool
is_better(const struct ray_found *a, const struct ray_found *b)
{
    if (a->met != b->met)
        return a->met;
    return a->met ? a->at.s < b->at.s : a->at.value > b->at.value;
}

/* One lever, up and down */
static enum status
solve_alone(struct solving *s, size_t k, struct error *err)
{
    struct solution *x = &s->out->alone[k];
    struct ray_found found[2], *best;
    double direction[SOLVE_LEVERS] = { 0 }, limit[SOLVE_LEVERS] = { 0 };

    for (int i = 0; i < 2; i++) {
        const struct ray ray = { &s->tries, &s->out->goal, direction, limit, i ? -s->low[k] : s->high[k], s->at_0 };

        direction[k] = i ? -1 : 1;
        limit[k] = i ? s->low[k] : s->high[k];
        found[i] = (struct ray_found) { .flat = true, .at = { 0, s->at_0 } };
        if (ray.to > 0 && ray_search(&found[i], &ray))
            return error_add(err, FAILED_WORK, NOWHERE, WORD_solve_not_narrow, solve_key(s->out, k));
    }
    best = is_better(&found[1], &found[0]) ? &found[1] : &found[0];
    x->change[k] = best == &found[1] ? -best->at.s : best->at.s;
    if (x->change[k] != 0)
        s->gain[k] = (fmin(best->at.value, 0) - s->at_0) * s->range[k] / x->change[k];
    x->answer = found[0].flat && found[1].flat            ? SOLVE_FLAT
                : !best->met                              ? SOLVE_NONE
                : found[0].entries + found[1].entries > 1 ? SOLVE_SEVERAL
                                                          : SOLVE_SOLVED;
    return finish(s, x, solve_key(s->out, k), err);
}

static enum status
solve_open(struct solving *s, const struct trajectory *base, const size_t *target, size_t targets,
           const struct plan_lever *lever, size_t levers, struct error *err)
{
    struct solve *out = s->out;
    size_t entry[SOLVE_LEVERS];
    char most[TEXT_NUMBER];

    *out = (struct solve) { .plan = base->plan, .levers = levers, .lever = lever };
    out->together.answer = SOLVE_UNTRIED;
    goal_init(&out->goal, base, target, targets);
    if (levers > SOLVE_LEVERS)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_too_many_levers, text_number(most, SOLVE_LEVERS));
    for (size_t k = 0; k < levers; k++) {
        entry[k] = lever[k].entry;
        limits(s, k);
    }
    s->at_0 = goal_value(&out->goal, base, NULL);
    return tries_open(&s->tries, out->plan, entry, levers, err);
}

enum status
solve(struct solve *out, const struct trajectory *base, const size_t *target, size_t targets,
      const struct plan_lever *lever, size_t levers, struct error *err)
{
    struct solving s = { .out = out };
    enum status rc = solve_open(&s, base, target, targets, lever, levers, err);
    const bool met = !rc && goal_met(&out->goal, base);

    for (size_t k = 0; k < levers && !rc && !met; k++)
        rc = solve_alone(&s, k, err);
    if (!rc && !met && levers > 1 && solve_can_join() && solve_together(&s))
        rc = error_add(err, FAILED_WORK, NOWHERE, WORD_solve_not_narrow, solve_key(out, 0));
    if (!rc && !met)
        rc = finish(&s, &out->together, solve_key(out, 0), err);
    out->runs += s.tries.runs;
    tries_close(&s.tries);
    return rc;
}

void
solve_free(struct solve *s)
{
    for (size_t k = 0; k < SOLVE_LEVERS; k++)
        trajectory_free(&s->alone[k].trajectory);
    trajectory_free(&s->together.trajectory);
    goal_free(&s->goal);
    *s = (struct solve) { 0 };
}
