#include "analysis/compare.h"
#include <math.h>
#include <string.h>

double
compare_value(const struct trajectory *t, const char *key, int year)
{
    return trajectory_at(t, trajectory_find(t, t->plan->home, key), year);
}

const struct judgement *
compare_target(const struct judgements *j, const char *key)
{
    for (size_t i = 0; i < j->targets; i++)
        if (!strcmp(j->target[i].target->key, key))
            return &j->target[i];
    return NULL;
}

const struct step_judgement *
compare_step(const struct judgements *j, const char *key)
{
    for (size_t i = 0; i < j->steps; i++)
        if (!strcmp(j->step[i].step->key, key))
            return &j->step[i];
    return NULL;
}

/* Keys of the things that have these numbers, or of nothing. */
static bool
same_region(const struct plan *a, size_t x, const struct plan *b, size_t y)
{
    if (x == PLAN_NONE || y == PLAN_NONE)
        return x == y;
    return !strcmp(a->region[x].key, b->region[y].key);
}

static bool
same_sector(const struct plan *a, const struct plan_target *x, size_t s, const struct plan *b,
            const struct plan_target *y, size_t z)
{
    if (s == PLAN_NONE || z == PLAN_NONE)
        return s == z;
    return !strcmp(a->region[x->region].sector[s].key, b->region[y->region].sector[z].key);
}

static bool
same_step(const struct plan *a, size_t x, const struct plan *b, size_t y)
{
    if (x == PLAN_NONE || y == PLAN_NONE)
        return x == y;
    return !strcmp(a->step[x].key, b->step[y].key);
}

static bool
same_bound(const struct plan *a, const struct plan_target *x, const struct plan *b, const struct plan_target *y)
{
    if (x->relation != y->relation || x->tolerance != y->tolerance)
        return false;
    if (x->relation == IMPROVES_ON)
        return x->improves_year == y->improves_year && x->by == y->by && x->times == y->times;
    if (x->bound_indicator != y->bound_indicator)
        return false;
    return x->bound_indicator == PLAN_NONE ? x->bound == y->bound
                                           : same_sector(a, x, x->bound_sector, b, y, y->bound_sector);
}

bool
compare_same_target(const struct plan *a, const struct plan_target *x, const struct plan *b,
                    const struct plan_target *y)
{
    return x->indicator == y->indicator && x->year == y->year && x->from == y->from && x->counts == y->counts
           && same_region(a, x->region, b, y->region) && same_region(a, x->over, b, y->over)
           && same_region(a, x->relative_to, b, y->relative_to) && same_step(a, x->step, b, y->step)
           && same_sector(a, x, x->sector, b, y, y->sector) && same_bound(a, x, b, y);
}

size_t
compare_steps_met(const struct judgements *j)
{
    size_t met = 0;

    for (size_t i = 0; i < j->steps; i++)
        met += j->step[i].targets && j->step[i].verdict != MISSED;
    return met;
}

size_t
compare_targets_met(const struct judgements *j, size_t *counted)
{
    size_t met = 0;

    *counted = 0;
    for (size_t i = 0; i < j->targets; i++) {
        *counted += j->target[i].target->counts;
        met += j->target[i].target->counts && j->target[i].verdict != MISSED;
    }
    return met;
}

/* Whether a goes before b */
static bool
is_better(const struct compared *a, const struct compared *b, const char *key, int year, bool less)
{
    const size_t met = compare_steps_met(a->judgements), other = compare_steps_met(b->judgements);
    const double x = compare_value(a->trajectory, key, year), y = compare_value(b->trajectory, key, year);

    if (met != other)
        return met > other;
    if (isnan(x) || isnan(y))
        return isnan(y) && !isnan(x);
    return less ? x < y : x > y;
}

void
compare_order(size_t *order, const struct compared *scenario, size_t count, const char *key, int year)
{
    const struct trajectory *t = scenario[0].trajectory;
    const size_t series = trajectory_find(t, t->plan->home, key);
    const bool less = series != PLAN_NONE && indicators[t->series[series].indicator].less_is_better;

    for (size_t i = 0; i < count; i++) {
        size_t at = i;

        for (; at > 1 && is_better(&scenario[i], &scenario[order[at - 1]], key, year, less); at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
}
