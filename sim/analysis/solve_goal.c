#include "analysis/solve_goal.h"
#include <math.h>
#include <stdlib.h>
#include "analysis/solve_places.h"

/* Of what is wanted, or of what is missing where that is more */
static double
scale_of(double wanted, double margin)
{
    return wanted != 0 || margin != 0 ? fmax(fabs(wanted), fabs(margin)) : 1;
}

void
goal_init(struct goal *g, const struct trajectory *base, const size_t *targets, size_t count)
{
    g->plan = base->plan;
    g->count = count;
    g->target = memory_new(count + 1, sizeof *g->target);
    g->scale = memory_new(count + 1, sizeof *g->scale);
    g->year = 0;
    for (size_t i = 0; i < count; i++) {
        const struct plan_target *x = &g->plan->target[targets[i]];

        g->target[i] = targets[i];
        g->scale[i] = scale_of(target_wanted(base, x), target_margin(base, x));
        g->year = x->year > g->year ? x->year : g->year;
    }
}

void
goal_free(struct goal *g)
{
    free(g->target);
    free(g->scale);
    *g = (struct goal) { 0 };
}

/* Ranks by how far home is from the place it is to reach, the rest by their margin */
double
goal_part(const struct goal *g, size_t i, const struct trajectory *t)
{
    const struct plan_target *x = &g->plan->target[g->target[i]];
    const double places = places_margin(t, x, target_wanted(t, x));
    const double margin = isnan(places) ? target_margin(t, x) / g->scale[i] : places;

    return isnan(margin) ? -INFINITY : margin - GOAL_HAIR;
}

double
goal_value(const struct goal *g, const struct trajectory *t, size_t *binding)
{
    double worst = INFINITY;

    for (size_t i = 0; i < g->count; i++) {
        const double value = goal_part(g, i, t);

        if (value >= worst)
            continue;
        worst = value;
        if (binding)
            *binding = i;
    }
    return worst;
}

bool
goal_met(const struct goal *g, const struct trajectory *t)
{
    for (size_t i = 0; i < g->count; i++) {
        const struct plan_target *x = &g->plan->target[g->target[i]];

        if (!target_holds(x, target_margin(t, x)))
            return false;
    }
    return true;
}
