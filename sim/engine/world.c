#include "engine/world.h"
#include <stdlib.h>

static const struct record *
benchmark_of(const struct world *w, size_t region)
{
    const size_t b = w->plan->benchmark;

    return b == PLAN_NONE || b == region ? NULL : &w->region[b].record;
}

static void
bind_index(struct world *w)
{
    const struct plan *p = w->plan;

    if (p->peers.count) {
        w->peers = levers_bind(p, &p->peers.settings);
        w->peer = lanes_new(p->peers.count * p->years);
    }
    w->weight = memory_new(p->modernization.count + 1, sizeof *w->weight);
    for (size_t k = 0; k < p->modernization.count; k++)
        w->weight[k] = (struct lever) { &p->value[p->entry[p->modernization.weight[k]].offset], 0, lanes_ones,
                                        lanes_zeros };
    w->cap = memory_new(1, sizeof *w->cap);
    if (p->modernization.count)
        *w->cap = (struct lever) { &p->value[p->entry[p->modernization.cap].offset], 0, lanes_ones, lanes_zeros };
}

enum status
world_init(struct world *w, const struct plan *p, struct error *err)
{
    enum status rc = OK;

    w->plan = p;
    w->region = memory_new(p->regions, sizeof *w->region);
    for (size_t r = 0; r < p->regions && !rc; r++)
        rc = region_init(&w->region[r], p, r, err);
    if (rc)
        return rc;
    w->series = series_list(&w->count, p, w->region);
    w->value = lanes_new(w->count * p->years);
    bind_index(w);
    return OK;
}

static void
fill_from_records(struct world *w)
{
    const struct record *benchmark = w->plan->benchmark == PLAN_NONE ? NULL : &w->region[w->plan->benchmark].record;

    for (size_t i = 0; i < w->count; i++) {
        const struct series *s = &w->series[i];
        const struct indicator *x = &indicators[s->indicator];

        if (x->source != FROM_RECORD)
            continue;
        for (size_t t = s->first; t < w->plan->years; t++)
            x->compute(world_row(w, i, t), &w->region[s->region].record, benchmark,
                       s->sector == PLAN_NONE ? 0 : s->sector, t);
    }
}

/* A value that is no number comes from settings that blow the model up: say where first. */
static enum status
check_finite(const struct world *w, struct error *err)
{
    for (size_t i = 0; i < w->count; i++)
        for (size_t t = w->series[i].first; t < w->plan->years; t++)
            EACH_LANE(l)
                if (!isfinite(world_row(w, i, t)[l])) {
                    char year[TEXT_NUMBER];

                    return error_add(err, FAILED_INPUT, NOWHERE, WORD_not_finite,
                                     w->plan->region[w->series[i].region].key, w->series[i].key,
                                     text_number(year, w->plan->start + (double) t));
                }
    return OK;
}

enum status
world_run(struct world *w, struct error *err)
{
    const struct plan *p = w->plan;
    enum status rc = OK;

    if (p->benchmark != PLAN_NONE)
        rc = region_project(&w->region[p->benchmark], p, p->benchmark, NULL, err);
    for (size_t r = 0; r < p->regions && !rc; r++)
        if (r != p->benchmark)
            rc = region_project(&w->region[r], p, r, benchmark_of(w, r), err);
    if (rc)
        return rc;
    fill_from_records(w);
    world_parents(w);
    world_ranks(w);
    world_modernization(w);
    return check_finite(w, err);
}

void
world_free(struct world *w)
{
    for (size_t r = 0; w->region && r < w->plan->regions; r++)
        region_free(&w->region[r]);
    free(w->region);
    free(w->series);
    free(w->value);
    free(w->peer);
    free(w->peers);
    free(w->weight);
    free(w->cap);
    *w = (struct world) { 0 };
}
