#include "analysis/yearly.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/target.h"

/* The same asked for in another year; it counts for no step. */
static struct plan_target
in_year(const struct plan_target *g, int year)
{
    struct plan_target other = *g;

    other.year = year;
    other.step = PLAN_NONE;
    other.counts = false;
    return other;
}

/* A growth needs years to grow in, an improvement a year to improve on; the rest the trajectory knows. */
static bool
is_judged(const struct trajectory *t, const struct plan_target *g)
{
    return !(g->from && g->year <= g->from) && !(g->relation == IMPROVES_ON && g->year <= g->improves_year)
           && isfinite(target_margin(t, g));
}

void
yearly_init(struct yearly *y, const struct trajectory *t)
{
    const struct plan *p = t->plan;
    size_t n = p->targets;

    *y = (struct yearly) { .plan = *p, .targets = p->targets };
    y->number = memory_new(p->targets * p->years + 1, sizeof *y->number);
    y->target = memory_new(p->targets * p->years + 1, sizeof *y->target);
    if (p->targets)
        memcpy(y->target, p->target, p->targets * sizeof *p->target);
    for (size_t i = 0; i < p->targets; i++)
        for (size_t k = 0; k < p->years; k++) {
            const struct plan_target other = in_year(&p->target[i], p->start + (int) k);
            size_t *number = &y->number[i * p->years + k];

            *number = other.year == p->target[i].year ? i : PLAN_NONE;
            if (*number != PLAN_NONE || k == 0 || !is_judged(t, &other))
                continue;
            *number = n;
            y->target[n++] = other;
        }
    y->plan.target = y->target;
    y->plan.targets = n;
}

void
yearly_free(struct yearly *y)
{
    free(y->number);
    free(y->target);
    *y = (struct yearly) { 0 };
}

const struct chance *
yearly_chance(const struct yearly *y, const struct ensemble *e, size_t target, int year)
{
    size_t number;

    if (target >= y->targets || year < y->plan.start || year > y->plan.end)
        return NULL;
    number = y->number[target * y->plan.years + (size_t) (year - y->plan.start)];
    return number == PLAN_NONE ? NULL : &e->target[number];
}
