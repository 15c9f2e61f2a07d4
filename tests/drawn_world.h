/* What draws might say of the made-up world of chart_world.h: quantiles that widen with the years, chances that fall. */
#ifndef TESTS_DRAWN_WORLD_H
#define TESTS_DRAWN_WORLD_H

#include "chart_world.h"
#include "report/drawn.h"

#define DRAWN_ACCEPTED 10000
#define DRAWN_PLACES 40

struct drawn_world {
    struct world *w;
    struct yearly yearly;
    struct ensemble ensemble;
    uint64_t place[DRAWN_PLACES + 1];
    struct drawn drawn;
};

static inline struct chance
drawn_chance(double p)
{
    return (struct chance) { (uint64_t) (p * DRAWN_ACCEPTED), p, sqrt(p * (1 - p) / DRAWN_ACCEPTED) };
}

/* The projected value times 1 + width a year times -2, -1, 0.1, 1, 2 */
static inline struct spread
drawn_spread_of(double value, double years)
{
    static const double at[ENSEMBLE_LEVELS] = { -2, -1, 0.1, 1, 2 };
    struct spread s = { value, 0.01 * value * years, { 0 }, 0 };

    for (int q = 0; q < ENSEMBLE_LEVELS; q++)
        s.quantile[q] = value * (1 + 0.01 * at[q] * years);
    return s;
}

/* When all targets are there; frees nothing of the world. */
static inline void
drawn_start(struct drawn_world *d, struct world *w)
{
    const struct trajectory *t = &w->trajectory;
    struct ensemble *e = &d->ensemble;

    *d = (struct drawn_world) { .w = w };
    yearly_init(&d->yearly, t);
    *e = (struct ensemble) { .plan = &d->yearly.plan,
                             .draws = DRAWN_ACCEPTED,
                             .accepted = DRAWN_ACCEPTED,
                             .years = t->years,
                             .count = t->count,
                             .series = t->series,
                             .targets = d->yearly.plan.targets,
                             .steps = w->plan.steps };
    e->spread = memory_new(t->count * t->years, sizeof *e->spread);
    e->target = memory_new(e->targets + 1, sizeof *e->target);
    e->step = memory_new(e->steps + 1, sizeof *e->step);
    for (size_t i = 0; i < t->count * t->years; i++)
        e->spread[i] = drawn_spread_of(t->value[i], (double) (i % t->years));
    for (size_t i = 0; i < e->targets; i++)
        e->target[i] = drawn_chance(1 / (1 + 0.1 * (double) i));
    for (size_t i = 0; i < e->steps; i++)
        e->step[i] = drawn_chance(0.6 / (1 + 9 * (double) i));
    for (size_t i = 1; i <= DRAWN_PLACES; i++)
        d->place[i] = i > 10 && i <= 30 ? DRAWN_ACCEPTED / 20 : 0;
    d->drawn = (struct drawn) {
        .ensemble = e, .yearly = &d->yearly, .places = DRAWN_PLACES, .place = d->place, .seed = 42
    };
    w->input.drawn = &d->drawn;
}

static inline void
drawn_end(struct drawn_world *d)
{
    free(d->ensemble.spread);
    free(d->ensemble.target);
    free(d->ensemble.step);
    yearly_free(&d->yearly);
    free(d->w);
}

#endif
