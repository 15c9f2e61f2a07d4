#include "engine/world.h"
#include <stdlib.h>

static const struct region_run *
benchmark_of(const struct world *w, size_t region)
{
    const size_t b = w->plan->benchmark;

    return b == PLAN_NONE || b == region ? NULL : &w->region[b];
}

static const struct record *
record_of(const struct region_run *r)
{
    return r ? &r->record : NULL;
}

enum status
world_init(struct world *w, const struct plan *p, struct error *err)
{
    return world_init_drawn(w, p, NULL, err);
}

enum status
world_init_drawn(struct world *w, const struct plan *p, const struct variates *v, struct error *err)
{
    enum status rc = OK;

    w->plan = p;
    w->variates = v;
    w->region = memory_new(p->regions, sizeof *w->region);
    for (size_t r = 0; r < p->regions && !rc; r++)
        rc = region_init(&w->region[r], p, r, v, err);
    if (rc)
        return rc;
    w->series = series_list(&w->count, p, w->region);
    w->value = lanes_new(w->count * p->years);
    w->wanted = memory_new(w->count + 1, sizeof *w->wanted);
    w->varies = memory_new(w->count + 1, sizeof *w->varies);
    for (size_t i = 0; i < w->count; i++)
        w->wanted[i] = w->varies[i] = true;
    world_index_init(w);
    return OK;
}

void
world_want(struct world *w, const bool *series)
{
    for (size_t i = 0; i < w->count; i++)
        w->wanted[i] = series[i];
    world_index_want(w);
}

static void
fill(struct world *w, size_t i)
{
    const struct series *s = &w->series[i];
    const struct record *benchmark = w->plan->benchmark == PLAN_NONE ? NULL : &w->region[w->plan->benchmark].record;

    indicators[s->indicator].compute(world_rows(w, i), &w->region[s->region].record, benchmark,
                                     s->sector == PLAN_NONE ? 0 : s->sector, s->first);
}

static void
fill_from_records(struct world *w)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->wanted[i] && w->varies[i] && indicators[w->series[i].indicator].source == FROM_RECORD)
            fill(w, i);
}

/* Not finite in some lane: x - x is 0 for every number and NaN for what is none. */
KERNEL static bool
is_finite(lanes *rows, size_t first, size_t years)
{
    lanes off = { 0 };
    double sum = 0;

    for (size_t t = first; t < years; t++)
        EACH_LANE(l)
            off[l] += rows[t][l] - rows[t][l];
    for (size_t l = 0; l < LANES; l++)
        sum += off[l];
    return sum == 0;
}

/* A value that is no number comes from settings that blow the model up: say where first. */
static enum status
check_finite(struct world *w, struct error *err)
{
    for (size_t i = 0; i < w->count; i++) {
        if (!w->wanted[i] || !w->varies[i] || is_finite(world_rows(w, i), w->series[i].first, w->plan->years))
            continue;
        for (size_t t = w->series[i].first; t < w->plan->years; t++)
            for (size_t l = 0; l < LANES; l++)
                if (!isfinite(world_row(w, i, t)[l])) {
                    char year[TEXT_NUMBER];

                    w->broke = l;
                    return error_add(err, FAILED_INPUT, NOWHERE, WORD_not_finite,
                                     w->plan->region[w->series[i].region].key, w->series[i].key,
                                     text_number(year, w->plan->start + (double) t));
                }
    }
    return OK;
}

static enum status
project_region(struct world *w, size_t r, struct error *err)
{
    const enum status rc = region_project(&w->region[r], w->plan, r, record_of(benchmark_of(w, r)), err);

    w->broke = rc ? w->region[r].broke : 0;
    return rc;
}

static enum status
project(struct world *w, struct error *err)
{
    const struct plan *p = w->plan;
    enum status rc = OK;

    if (p->benchmark != PLAN_NONE)
        rc = project_region(w, p->benchmark, err);
    for (size_t r = 0; r < p->regions && !rc; r++)
        if (r != p->benchmark)
            rc = project_region(w, r, err);
    return rc;
}

enum status
world_run(struct world *w, struct error *err)
{
    const enum status rc = project(w, err);

    if (rc)
        return rc;
    fill_from_records(w);
    world_parents(w);
    world_ranks(w);
    world_modernization(w);
    return w->unchecked ? OK : check_finite(w, err);
}

/* A series that stays a number while all that draws touch is none does not depend on them. Those that look across
 * regions compare, which hides a NaN: they count as touched. */
static void
find_varying(struct world *w)
{
    for (size_t i = 0; i < w->count; i++) {
        if (!w->wanted[i] || indicators[w->series[i].indicator].source != FROM_RECORD)
            continue;
        if (w->series[i].region == w->plan->benchmark && indicators[w->series[i].indicator].of_benchmark) {
            w->varies[i] = false;
            continue;
        }
        fill(w, i);
        w->varies[i] = !is_finite(world_rows(w, i), w->series[i].first, w->plan->years);
    }
}

enum status
world_find_varying(struct world *w, struct error *err)
{
    const struct plan *p = w->plan;
    enum status rc;

    if (p->benchmark != PLAN_NONE)
        region_find_certain(&w->region[p->benchmark], p, p->benchmark, w->variates, NULL);
    for (size_t r = 0; r < p->regions; r++)
        if (r != p->benchmark)
            region_find_certain(&w->region[r], p, r, w->variates, benchmark_of(w, r));
    rc = world_run(w, err);
    for (size_t r = 0; r < p->regions && !rc; r++)
        region_poison(&w->region[r]);
    if (!rc)
        find_varying(w);
    return rc;
}

void
world_free(struct world *w)
{
    for (size_t r = 0; w->region && r < w->plan->regions; r++)
        region_free(&w->region[r]);
    world_index_free(w);
    free(w->region);
    free(w->series);
    free(w->value);
    free(w->wanted);
    free(w->varies);
    *w = (struct world) { 0 };
}
