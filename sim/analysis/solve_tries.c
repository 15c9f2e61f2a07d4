#include "analysis/solve_tries.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/solve_places.h"

static void
open_lane(struct tries *t, const struct plan *p)
{
    t->lane.plan = p;
    t->lane.count = t->world.count;
    t->lane.years = p->years;
    t->lane.series = t->world.series;
    t->lane.value = memory_new(t->world.count * p->years, sizeof *t->lane.value);
    if (p->peers.count && p->benchmark != PLAN_NONE) {
        t->city = lanes_new(p->peers.count * p->years);
        t->lane.city = memory_new(p->peers.count * p->years, sizeof *t->lane.city);
    }
}

enum status
tries_open(struct tries *t, const struct plan *p, const size_t *entry, size_t movers, struct error *err)
{
    enum status rc;

    t->movers = movers;
    variates_of(&t->moved, entry, movers);
    t->change = t->moved.shift;
    t->kept = lanes_new(movers);
    rc = world_init_drawn(&t->world, p, &t->moved, err);
    if (!rc)
        rc = world_find_varying(&t->world, err);
    if (rc)
        return rc;
    open_lane(t, p);
    return OK;
}

/* Cities by the year: what they take, most of a try, is worked out for those years alone that a rank is asked of. */
static bool
asks_cities(const struct tries *t, const struct goal *goal, size_t y)
{
    const struct plan *p = t->lane.plan;

    for (size_t i = 0; t->city && i < goal->count; i++)
        if (places_of_cities(p, &p->target[goal->target[i]], p->start + (int) y))
            return true;
    return false;
}

static void
take_cities(struct tries *t, size_t l, size_t y)
{
    for (size_t c = 0; c < t->lane.plan->peers.count; c++)
        t->lane.city[c * t->lane.years + y] = t->city[c * t->lane.years + y][l];
}

static const struct trajectory *
take(struct tries *t, size_t l, const struct goal *goal)
{
    for (size_t i = 0; i < t->lane.count; i++)
        for (size_t y = 0; y < t->lane.years; y++)
            t->lane.value[i * t->lane.years + y] = y < t->lane.series[i].first ? NAN : world_row(&t->world, i, y)[l];
    for (size_t y = 0; y < t->lane.years; y++)
        if (asks_cities(t, goal, y))
            take_cities(t, l, y);
    return &t->lane;
}

/* Draws may be mended where a cohort would be negative; a try that needs that is none. */
static bool
is_sound(const struct tries *t, size_t l)
{
    for (size_t r = 0; r < t->lane.plan->regions; r++)
        if (t->world.region[r].record.mended[l] != 0)
            return false;
    return true;
}

static enum status
run_block(struct tries *t, const struct goal *goal)
{
    struct error ignored = { 0 };
    const enum status rc = world_run(&t->world, &ignored);

    for (size_t y = 0; !rc && y < t->lane.years; y++)
        for (size_t c = 0; asks_cities(t, goal, y) && c < t->lane.plan->peers.count; c++)
            world_city_gdp(t->city[c * t->lane.years + y], &t->world, c, y);
    error_free(&ignored);
    return rc;
}

/* Every lane tries what was kept of that lane. */
static void
all_lanes(struct tries *t, size_t lane)
{
    for (size_t k = 0; k < t->movers; k++)
        EACH_LANE(l)
            t->change[k][l] = t->kept[k][lane];
}

/* A lane that breaks the model breaks the block: each is then tried by itself. */
static void
run_alone(struct tries *t, size_t count, const struct goal *goal, double *value)
{
    memcpy(t->kept, t->change, t->movers * sizeof *t->kept);
    for (size_t l = 0; l < count; l++) {
        all_lanes(t, l);
        value[l] = run_block(t, goal) || !is_sound(t, 0) ? -INFINITY : goal_value(goal, take(t, 0, goal), NULL);
    }
}

void
tries_run(struct tries *t, size_t count, const struct goal *goal, double *value)
{
    for (size_t k = 0; k < t->movers; k++)
        for (size_t l = count; l < LANES; l++)
            t->change[k][l] = t->change[k][0];
    t->runs += count;
    if (run_block(t, goal)) {
        run_alone(t, count, goal, value);
        return;
    }
    for (size_t l = 0; l < count; l++)
        value[l] = is_sound(t, l) ? goal_value(goal, take(t, l, goal), NULL) : -INFINITY;
}

void
tries_parts(struct tries *t, const double *change, const struct goal *goal, double *value)
{
    const struct trajectory *lane = &t->lane;

    for (size_t k = 0; k < t->movers; k++)
        EACH_LANE(l)
            t->change[k][l] = change[k];
    t->runs++;
    if (run_block(t, goal) || !is_sound(t, 0))
        lane = NULL;
    else
        take(t, 0, goal);
    for (size_t i = 0; i < goal->count; i++)
        value[i] = lane ? goal_part(goal, i, lane) : -INFINITY;
}

void
tries_close(struct tries *t)
{
    free(t->lane.value);
    free(t->lane.city);
    free(t->city);
    free(t->kept);
    world_free(&t->world);
    variates_free(&t->moved);
    *t = (struct tries) { 0 };
}
