#include "engine/run.h"
#include <math.h>
#include <stdlib.h>
#include "engine/world.h"

static void
take_cities(struct trajectory *out, const struct world *w, size_t lane)
{
    const struct plan *p = w->plan;
    lanes gdp;

    if (p->peers.count == 0 || p->benchmark == PLAN_NONE)
        return;
    out->city = memory_new(p->peers.count * p->years, sizeof *out->city);
    for (size_t c = 0; c < p->peers.count; c++)
        for (size_t t = 0; t < p->years; t++) {
            world_city_gdp(gdp, w, c, t);
            out->city[c * p->years + t] = gdp[lane];
        }
}

static void
take_lane(struct trajectory *out, struct world *w, size_t lane)
{
    struct region_run *home = &w->region[w->plan->home];

    out->plan = w->plan;
    out->count = w->count;
    out->years = w->plan->years;
    out->series = memory_new(w->count, sizeof *out->series);
    out->value = memory_new(w->count * out->years, sizeof *out->value);
    for (size_t i = 0; i < w->count; i++) {
        out->series[i] = w->series[i];
        for (size_t t = 0; t < out->years; t++)
            out->value[i * out->years + t] = t < w->series[i].first ? NAN : world_row(w, i, t)[lane];
    }
    take_cities(out, w, lane);
    out->ages = home->ages;
    home->ages = NULL;
}

enum status
run_plan(struct trajectory *out, const struct plan *plan, struct error *err)
{
    struct world w = { 0 };
    enum status rc = world_init(&w, plan, err);

    if (!rc) {
        region_keep_ages(&w.region[plan->home], plan);
        rc = world_run(&w, err);
    }
    if (!rc)
        take_lane(out, &w, 0);
    world_free(&w);
    return rc;
}

void
trajectory_free(struct trajectory *t)
{
    free(t->series);
    free(t->value);
    free(t->ages);
    free(t->city);
    *t = (struct trajectory) { 0 };
}

size_t
trajectory_find(const struct trajectory *t, size_t region, const char *key)
{
    return series_find(t->series, t->count, region, key);
}

size_t
trajectory_series(const struct trajectory *t, size_t region, size_t indicator, size_t sector)
{
    return series_of(t->series, t->count, region, indicator, sector);
}

double
trajectory_at(const struct trajectory *t, size_t series, int year)
{
    const int row = year - t->plan->start;

    if (series == PLAN_NONE || row < 0 || (size_t) row >= t->years)
        return NAN;
    return t->value[series * t->years + (size_t) row];
}
