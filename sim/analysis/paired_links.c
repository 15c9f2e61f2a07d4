/* What scenarios have in common: series, targets and steps of the same key. */
#include <stdlib.h>
#include <string.h>
#include "analysis/paired_parts.h"
#include "engine/series.h"

static size_t
region_of(const struct plan *p, const char *key)
{
    for (size_t i = 0; i < p->regions; i++)
        if (!strcmp(p->region[i].key, key))
            return i;
    return PLAN_NONE;
}

static size_t
target_of(const struct plan *p, const char *key)
{
    for (size_t i = 0; i < p->targets; i++)
        if (!strcmp(p->target[i].key, key))
            return i;
    return PLAN_NONE;
}

static size_t
step_of(const struct plan *p, const char *key)
{
    for (size_t i = 0; i < p->steps; i++)
        if (!strcmp(p->step[i].key, key))
            return i;
    return PLAN_NONE;
}

/* Home's and the benchmark's series and the rows of their years */
void
paired_choose(struct paired_state *s, const struct world *base)
{
    const struct plan *p = base->plan;
    struct paired *out = s->out;

    out->series = memory_new(base->count + 1, sizeof *out->series);
    for (size_t i = 0; i < base->count; i++)
        if (base->series[i].region == p->home || base->series[i].region == p->benchmark)
            out->series[out->series_count++] = base->series[i];
    out->row = memory_new(out->series_count * p->years + 1, sizeof *out->row);
    for (size_t i = 0; i < out->series_count; i++)
        for (size_t t = out->series[i].first; t < p->years; t++)
            out->row[out->rows++] = (struct paired_row) { i, p->start + (int) t };
}

static void
link_series(struct paired_link *l, size_t i, const struct paired_state *s, const struct world *w)
{
    const struct series *x = &s->out->series[i];
    const struct plan *base = s->plan[0];
    const size_t region = region_of(w->plan, base->region[x->region].key);
    const size_t there = region == PLAN_NONE ? PLAN_NONE : series_find(w->series, w->count, region, x->key);

    l->series[i] = there;
    l->first[i] = l->years[i] = 0;
    if (there == PLAN_NONE)
        return;
    l->first[i] = x->first > w->series[there].first ? x->first : w->series[there].first;
    l->years[i] = base->years < w->plan->years ? base->years : w->plan->years;
}

void
paired_link(struct paired_state *s, size_t scenario, const struct world *w)
{
    struct paired_link *l = &s->link[scenario];
    const struct plan *p = w->plan, *base = s->plan[0];
    const size_t n = s->out->series_count;

    *l = (struct paired_link) { memory_new(n + 1, sizeof *l->series), memory_new(n + 1, sizeof *l->first),
                                memory_new(n + 1, sizeof *l->years), memory_new(p->targets + 1, sizeof *l->target),
                                memory_new(p->steps + 1, sizeof *l->step) };
    for (size_t i = 0; i < n; i++)
        link_series(l, i, s, w);
    for (size_t i = 0; i < p->targets; i++)
        l->target[i] = target_of(base, p->target[i].key);
    for (size_t i = 0; i < p->steps; i++)
        l->step[i] = step_of(base, p->step[i].key);
}

void
paired_links_free(struct paired_state *s)
{
    for (size_t i = 0; s->link && i < s->out->count; i++) {
        free(s->link[i].series);
        free(s->link[i].first);
        free(s->link[i].years);
        free(s->link[i].target);
        free(s->link[i].step);
    }
    free(s->link);
}

void
paired_want(bool *wanted, const struct paired_state *s, size_t scenario)
{
    for (size_t i = 0; i < s->out->series_count; i++)
        if (s->link[scenario].series[i] != PLAN_NONE)
            wanted[s->link[scenario].series[i]] = true;
}
