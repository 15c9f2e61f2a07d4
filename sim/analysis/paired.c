#include "analysis/paired.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/paired_parts.h"
#include "analysis/random.h"
#include "engine/series.h"

static void
world_close(struct paired_world *w)
{
    world_free(&w->world);
    draws_free(&w->draws);
    variates_free(&w->variates);
    free(w->target);
    free(w->dimensions.stream);
    free(w->margin);
    free(w->margins);
    free(w->met);
}

static void
counts_free(struct paired_counts *c)
{
    free(c->target);
    free(c->target_gained);
    free(c->target_lost);
    free(c->target_above);
    free(c->step);
    free(c->step_gained);
    free(c->step_lost);
    free(c->above);
    free(c->sum);
    free(c->negatives);
}

static void
worker_free(struct paired_worker *k)
{
    for (size_t i = 0; i < k->run->out->count; i++) {
        world_close(&k->world[i]);
        counts_free(&k->counts[i]);
    }
    free(k->world);
    free(k->counts);
    free(k->base);
    free(k->difference);
    free(k->scratch);
    error_free(&k->err);
}

/* World, variates and draws of a scenario */
static enum status
world_open(struct paired_worker *k, size_t i)
{
    struct paired_state *s = k->run;
    struct paired_world *w = &k->world[i];
    struct sampler sampler = s->sampler;
    enum status rc;

    if (s->dimension) {
        w->dimensions = (struct paired_dimensions) { &s->sampler, s->plan[i], NULL, s->dimension[i] };
        w->dimensions.stream = memory_new(s->plan[i]->uncertains + 1, sizeof *w->dimensions.stream);
        for (size_t u = 0; u < s->plan[i]->uncertains; u++)
            w->dimensions.stream[u] = random_stream(s->plan[i]->entry[s->plan[i]->uncertain[u].entry[0]].key);
        sampler.design = paired_sample;
        sampler.design_arg = &w->dimensions;
    }
    variates_init(&w->variates, s->plan[i], NULL, true);
    rc = draws_init(&w->draws, s->plan[i], &w->variates, &sampler, &k->err);
    return rc ? rc : world_init_drawn(&w->world, s->plan[i], &w->variates, &k->err);
}

/* Planned values; of a variant what they differ by */
static void
find_centres(struct paired_state *s, size_t i, const struct world *w)
{
    const size_t rows = s->out->rows;

    for (size_t row = 0; row < rows; row++) {
        const struct paired_row *r = &s->out->row[row];
        const size_t t = (size_t) (r->year - s->plan[0]->start), there = s->link[i].series[r->series];

        if (t >= s->link[i].first[r->series] && t < s->link[i].years[r->series])
            s->centre[i * rows + row] = world_row(w, there, t)[0] - (i ? s->centre[row] : 0);
    }
}

/* What there is to compare, and what is planned of it */
static enum status
world_explore(struct paired_worker *k, size_t i)
{
    struct paired_state *s = k->run;
    struct world *w = &k->world[i].world;
    enum status rc;

    if (i == 0)
        paired_choose(s, w);
    paired_link(s, i, w);
    if (i == 0)
        s->centre = memory_new(s->out->count * s->out->rows + 1, sizeof *s->centre);
    rc = world_run(w, &k->err);
    if (!rc)
        find_centres(s, i, w);
    return rc;
}

/* Wants what is compared and judged, and finds what no draw touches. */
static enum status
world_ready(struct paired_worker *k, size_t i)
{
    struct paired_world *w = &k->world[i];
    bool *wanted = memory_new(w->world.count + 1, sizeof *wanted);
    enum status rc;

    paired_want(wanted, k->run, i);
    w->target = lane_targets_new(&w->world, wanted, &k->err);
    world_want(&w->world, wanted);
    free(wanted);
    rc = w->target ? world_find_varying(&w->world, &k->err) : FAILED_INPUT;
    w->world.unchecked = true; /* from now on: sums tell */
    return rc;
}

static void
counts_room(struct paired_counts *c, const struct plan *p, size_t rows)
{
    c->target = memory_new(p->targets + 1, sizeof *c->target);
    c->target_gained = memory_new(p->targets + 1, sizeof *c->target_gained);
    c->target_lost = memory_new(p->targets + 1, sizeof *c->target_lost);
    c->target_above = memory_new(p->targets + 1, sizeof *c->target_above);
    c->step = memory_new(p->steps + 1, sizeof *c->step);
    c->step_gained = memory_new(p->steps + 1, sizeof *c->step_gained);
    c->step_lost = memory_new(p->steps + 1, sizeof *c->step_lost);
    c->above = memory_new(rows + 1, sizeof *c->above);
    c->sum = memory_new(rows + 1, sizeof *c->sum);
    c->negatives = memory_new(p->regions + 1, sizeof *c->negatives);
}

static void
worker_room(struct paired_worker *k)
{
    const struct paired_state *s = k->run;
    const size_t rows = s->out->rows;

    for (size_t i = 0; i < s->out->count; i++) {
        const struct plan *p = s->plan[i];

        k->world[i].margin = lanes_new(p->targets);
        k->world[i].margins = memory_new(p->targets * PAIRED_CHUNK + 1, sizeof *k->world[i].margins);
        k->world[i].met = memory_new(p->targets * PAIRED_CHUNK + 1, sizeof *k->world[i].met);
        counts_room(&k->counts[i], p, rows);
    }
    k->base = lanes_new(rows * PAIRED_BLOCKS);
    k->difference = memory_new(rows * PAIRED_CHUNK + 1, sizeof *k->difference);
}

/* The first worker also finds out what there is to compare. */
static enum status
worker_open(struct paired_worker *k)
{
    struct paired_state *s = k->run;
    enum status rc = OK;

    k->world = memory_new(s->out->count, sizeof *k->world);
    k->counts = memory_new(s->out->count, sizeof *k->counts);
    for (size_t i = 0; i < s->out->count && !rc; i++) {
        rc = world_open(k, i);
        if (!rc && k->number == 0)
            rc = world_explore(k, i);
        if (!rc)
            rc = world_ready(k, i);
    }
    if (!rc)
        worker_room(k);
    error_move(s->turns.err, &k->err);
    return rc;
}

/* Rows whose values are kept, while there is room; histograms for the others */
static void
state_room(struct paired_state *s)
{
    const size_t rows = s->out->rows, all = s->out->count * rows, of_row = s->options->draws * sizeof *s->value;
    size_t kept = 0, streamed = 0;

    s->sum = memory_new(all + 1, sizeof *s->sum);
    s->kept = memory_new(all + 1, sizeof *s->kept);
    s->histogram = memory_new(all + 1, sizeof *s->histogram);
    for (size_t at = rows; at < all; at++) {
        const bool keeps = ensemble_keeps(&s->out->series[s->out->row[at % rows].series])
                           && kept < s->options->memory / of_row;

        s->kept[at] = keeps ? kept++ : PLAN_NONE;
        streamed += !keeps;
    }
    s->value = memory_new(kept * s->options->draws + 1, sizeof *s->value);
    s->bins = memory_new(streamed * HISTOGRAM_BINS + 1, sizeof *s->bins);
    for (size_t at = rows, used = 0; at < all; at++)
        if (s->kept[at] == PLAN_NONE)
            s->histogram[at].count = &s->bins[used++ * HISTOGRAM_BINS];
    for (size_t i = 0; i < s->workers && kept; i++)
        s->worker[i].scratch = memory_new(s->options->draws, sizeof *s->worker[i].scratch);
}

static void *
work(void *arg)
{
    struct paired_worker *k = arg;
    struct turns *t = &k->run->turns;
    bool more = true;

    while (more && turns_take(t, &k->chunk)) {
        const enum status rc = paired_chunk_run(k);

        more = turns_add(t, k->chunk, rc, &k->err, paired_add, k);
    }
    return NULL;
}

static void *
spread(void *arg)
{
    paired_spreads(arg);
    return NULL;
}

/* The first chunk goes alone: histograms take their shape from it, whatever the number of threads. */
static enum status
run_chunks(struct paired_state *s)
{
    struct paired_worker *first = &s->worker[0];
    enum status rc;

    (void) turns_take(&s->turns, &first->chunk);
    rc = paired_chunk_run(first);
    if (turns_add(&s->turns, first->chunk, rc, &first->err, paired_add, first))
        turns_each(s->worker, s->workers, sizeof *s->worker, work);
    return s->turns.rc;
}

static void
prepare(struct paired_state *s, size_t count)
{
    struct paired *out = s->out;

    *out = (struct paired) { .count = count };
    out->scenario = memory_new(count, sizeof *out->scenario);
    for (size_t i = 0; i < count; i++) {
        const struct plan *p = s->plan[i];
        struct paired_scenario *x = &out->scenario[i];

        x->plan = p;
        x->target = memory_new(p->targets + 1, sizeof *x->target);
        x->step = memory_new(p->steps + 1, sizeof *x->step);
        x->clamped = memory_new(p->uncertains + 1, sizeof *x->clamped);
        x->negatives = memory_new(p->regions + 1, sizeof *x->negatives);
    }
}

static void
start(struct paired_state *s, struct error *err)
{
    const struct ensemble_options *o = s->options;

    s->first_block = o->first / LANES;
    s->blocks = (o->first + o->draws - 1) / LANES - s->first_block + 1;
    s->sampler = (struct sampler) { .seed = o->seed,
                                    .sampling = o->sampling,
                                    .total = o->total ? o->total : o->first + o->draws };
    turns_open(&s->turns, (s->blocks + PAIRED_BLOCKS - 1) / PAIRED_BLOCKS, err);
    s->workers = turns_workers(o, s->turns.chunks);
    s->worker = memory_new(s->workers, sizeof *s->worker);
    s->link = memory_new(s->out->count, sizeof *s->link);
    s->filling = memory_new(s->out->count, sizeof *s->filling);
    for (size_t i = 0; i < s->out->count; i++)
        pthread_mutex_init(&s->filling[i], NULL);
}

static void
state_free(struct paired_state *s)
{
    for (size_t i = 0; i < s->workers; i++)
        if (s->worker[i].world)
            worker_free(&s->worker[i]);
    for (size_t i = 0; i < s->out->count; i++) {
        pthread_mutex_destroy(&s->filling[i]);
        if (s->dimension)
            free(s->dimension[i]);
    }
    paired_links_free(s);
    free(s->worker);
    free(s->filling);
    free(s->dimension);
    free(s->centre);
    free(s->sum);
    free(s->kept);
    free(s->value);
    free(s->histogram);
    free(s->bins);
    turns_close(&s->turns);
}

static enum status
open_workers(struct paired_state *s)
{
    enum status rc = paired_dimensions_find(s);

    for (size_t i = 0; i < s->workers && !rc; i++) {
        s->worker[i].run = s;
        s->worker[i].number = i;
        rc = worker_open(&s->worker[i]);
    }
    return rc;
}

enum status
paired_run(struct paired *p, const struct plan *const *plan, size_t count, const struct ensemble_options *o,
           struct error *err)
{
    struct paired_state s = { .out = p, .plan = plan, .options = o };
    enum status rc;

    prepare(&s, count);
    if (!o->draws)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_no_draws);
    start(&s, err);
    rc = open_workers(&s);
    if (!rc) {
        for (size_t i = 1; i < count; i++)
            p->scenario[i].difference = memory_new(p->rows + 1, sizeof *p->scenario[i].difference);
        state_room(&s);
        rc = run_chunks(&s);
    }
    if (!rc) {
        turns_each(s.worker, s.workers, sizeof *s.worker, spread);
        paired_finish(&s);
    }
    state_free(&s);
    return rc;
}

void
paired_free(struct paired *p)
{
    for (size_t i = 0; i < p->count; i++) {
        free(p->scenario[i].target);
        free(p->scenario[i].step);
        free(p->scenario[i].difference);
        free(p->scenario[i].clamped);
        free(p->scenario[i].negatives);
    }
    free(p->scenario);
    free(p->series);
    free(p->row);
    *p = (struct paired) { 0 };
}

size_t
paired_find(const struct paired *p, size_t region, const char *key, int year)
{
    const size_t series = series_find(p->series, p->series_count, region, key);

    for (size_t i = 0; i < p->rows && series != PLAN_NONE; i++)
        if (p->row[i].series == series && p->row[i].year == year)
            return i;
    return PLAN_NONE;
}
