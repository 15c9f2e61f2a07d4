#include "analysis/sources.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "engine/series.h"

static const char *const headlines[] = { "gdp", "gdp_per_capita", "urbanization", "modernization" };
#define HEADLINES (sizeof headlines / sizeof headlines[0])

static void
compare_headline(struct sources *s, const struct ensemble *all, const struct ensemble *alone, const char *key)
{
    const struct plan *p = all->plan;
    const size_t here = series_find(all->series, all->count, p->home, key);
    const size_t there = series_find(alone->series, alone->count, p->home, key);

    if (here == PLAN_NONE || there == PLAN_NONE)
        return;
    for (size_t t = 1; t < all->years; t++) {
        const double sd = ensemble_spread(all, here, t)->sd, own = ensemble_spread(alone, there, t)->sd;

        s->share[s->count++] = (struct source_share) { here, p->start + (int) t, sd, own,
                                                       sd > 0 ? 100 * (own / sd) * (own / sd) : NAN };
    }
}

enum status
sources_run(struct sources *s, const struct ensemble *all, const struct ensemble_options *o, struct error *err)
{
    const struct plan *p = all->plan;
    bool *held = memory_new(p->uncertains + 1, sizeof *held);
    struct ensemble_options alone = { .seed = o->seed,
                                      .draws = SOURCES_DRAWS,
                                      .threads = o->threads,
                                      .sampling = p->uncertains > SOBOL_DIMENSIONS ? SAMPLING_RANDOM : SAMPLING_SOBOL,
                                      .held = held,
                                      .no_shocks = true,
                                      .no_quantiles = true };
    struct ensemble e = { 0 };
    enum status rc = OK;

    *s = (struct sources) { 0 };
    for (size_t i = 0; i < p->uncertains; i++) {
        held[i] = p->uncertain[i].distribution != DRAW_DISCRETE;
        s->choices += !held[i];
    }
    if (s->choices) {
        s->share = memory_new(HEADLINES * all->years + 1, sizeof *s->share);
        s->draws = alone.draws;
        rc = ensemble_run(&e, p, &alone, err);
        for (size_t i = 0; i < HEADLINES && !rc; i++)
            compare_headline(s, all, &e, headlines[i]);
        ensemble_free(&e);
    }
    free(held);
    return rc;
}

void
sources_free(struct sources *s)
{
    free(s->share);
    *s = (struct sources) { 0 };
}

const struct source_share *
sources_find(const struct sources *s, const struct ensemble *e, const char *key, int year)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->share[i].year == year && !strcmp(e->series[s->share[i].series].key, key))
            return &s->share[i];
    return NULL;
}
