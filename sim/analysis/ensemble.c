#include "analysis/ensemble.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/ensemble_parts.h"

static void
worker_free(struct worker *k)
{
    world_free(&k->world);
    draws_free(&k->draws);
    variates_free(&k->variates);
    error_free(&k->err);
    free(k->target);
    free(k->margin);
    free(k->met);
    free(k->tile);
    free(k->kept);
    free(k->bin);
    free(k->setting);
    free(k->output);
    free(k->sums);
    free(k->negatives);
    free(k->counts);
    free(k->histogram);
    free(k->scratch);
}

/* World, variates and draws: enough to find out what varies */
static enum status
worker_open(struct worker *k)
{
    const struct ensemble_state *s = k->run;
    const struct ensemble_options *o = s->options;
    const struct sampler sampler = {
        o->seed, o->sampling, o->total ? o->total : o->first + o->draws, o->design, o->design_arg, o->held,
    };
    enum status rc;

    variates_init(&k->variates, s->plan, o->held, !o->no_shocks);
    rc = draws_init(&k->draws, s->plan, &k->variates, &sampler, &k->err);
    if (!rc)
        rc = world_init_drawn(&k->world, s->plan, &k->variates, &k->err);
    return rc;
}

/* Room for a chunk, when rows are known */
static void
worker_room(struct worker *k)
{
    const struct ensemble_state *s = k->run;
    const struct plan *p = s->plan;

    k->world.unchecked = true; /* from now on */
    k->margin = lanes_new(p->targets);
    k->met = memory_new((p->targets + 1) * ENSEMBLE_CHUNK, sizeof *k->met);
    k->tile = (float *) lanes_new((s->rows + 1) * TILE * sizeof *k->tile / sizeof(lanes));
    k->sums = memory_new(s->rows + 1, sizeof *k->sums);
    k->negatives = memory_new(p->regions + 1, sizeof *k->negatives);
    if (s->options->sink) {
        k->setting = memory_new((p->uncertains + 1) * ENSEMBLE_CHUNK, sizeof *k->setting);
        k->output = memory_new((s->options->outputs + 1) * ENSEMBLE_CHUNK, sizeof *k->output);
    }
    k->kept = memory_new(s->kept_rows * ROW_STRIDE + 1, sizeof *k->kept);
    if (!s->options->no_quantiles) {
        k->bin = memory_new(s->streamed_rows * ROW_STRIDE + 1, sizeof *k->bin);
        k->counts = memory_new(s->streamed_rows * HISTOGRAM_BINS + 1, sizeof *k->counts);
        k->histogram = memory_new(s->streamed_rows + 1, sizeof *k->histogram);
    }
    if (s->kept_rows)
        k->scratch = memory_new(s->options->draws, sizeof *k->scratch);
}

static void *
work(void *arg)
{
    struct worker *k = arg;
    struct turns *t = &k->run->turns;

    while (turns_take(t, &k->chunk)) {
        const enum status rc = chunk_run(k);

        if (!turns_add(t, k->chunk, rc, &k->err, chunk_count, k))
            break;
        chunk_add_values(k);
    }
    return NULL;
}

static void *
spread(void *arg)
{
    ensemble_spreads(arg);
    return NULL;
}

static enum status
worker_join(struct ensemble_state *s, struct worker *k)
{
    enum status rc = worker_open(k);

    if (rc)
        return rc;
    world_want(&k->world, s->wanted);
    k->target = lane_targets_new(&k->world, s->wanted, &k->err);
    rc = k->target ? world_find_varying(&k->world, &k->err) : FAILED_INPUT;
    if (!rc)
        worker_room(k);
    return rc;
}

/* The first worker finds out what there is, the others follow. */
static enum status
open_workers(struct ensemble_state *s)
{
    struct worker *first = &s->worker[0];
    enum status rc;

    for (size_t i = 0; i < s->workers; i++) {
        s->worker[i].run = s;
        s->worker[i].number = i;
    }
    rc = worker_open(first);
    if (!rc)
        rc = rows_find(s, first);
    if (!rc)
        worker_room(first);
    for (size_t i = 1; i < s->workers && !rc; i++)
        rc = worker_join(s, &s->worker[i]);
    for (size_t i = 0; i < s->workers; i++)
        error_move(s->turns.err, &s->worker[i].err);
    return rc;
}

static void
state_room(struct ensemble_state *s)
{
    s->sum = memory_new(s->rows + 1, sizeof *s->sum);
    s->square = memory_new(s->rows + 1, sizeof *s->square);
    s->shape = memory_new(s->streamed_rows + 1, sizeof *s->shape);
    s->kept = memory_new(s->kept_rows * s->options->draws + 1, sizeof *s->kept);
}

/* All workers' histograms have the shapes that the first tile gives them. */
static enum status
shape_histograms(struct ensemble_state *s)
{
    const enum status rc = s->options->no_quantiles ? OK : chunk_pilot(&s->worker[0]);

    error_move(s->turns.err, &s->worker[0].err);
    for (size_t w = 0; w < s->workers && !s->options->no_quantiles; w++)
        for (size_t i = 0; i < s->streamed_rows; i++) {
            s->worker[w].histogram[i] = s->shape[i];
            s->worker[w].histogram[i].count = &s->worker[w].counts[i * HISTOGRAM_BINS];
        }
    return rc;
}

static void
state_free(struct ensemble_state *s)
{
    for (size_t i = 0; i < s->workers; i++)
        worker_free(&s->worker[i]);
    free(s->worker);
    free(s->row);
    free(s->stretch);
    free(s->wanted);
    free(s->series);
    free(s->sum);
    free(s->square);
    free(s->shape);
    free(s->kept);
    turns_close(&s->turns);
}

static void
prepare(struct ensemble *e, const struct plan *p)
{
    *e = (struct ensemble) {
        .plan = p, .years = p->years, .targets = p->targets, .steps = p->steps, .uncertains = p->uncertains
    };
    e->target = memory_new(p->targets + 1, sizeof *e->target);
    e->step = memory_new(p->steps + 1, sizeof *e->step);
    e->clamped = memory_new(p->uncertains + 1, sizeof *e->clamped);
    e->negatives = memory_new(p->regions + 1, sizeof *e->negatives);
}

enum status
ensemble_run(struct ensemble *e, const struct plan *p, const struct ensemble_options *o, struct error *err)
{
    struct ensemble_state s = { .out = e, .plan = p, .options = o };
    enum status rc;

    prepare(e, p);
    if (!o->draws)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_no_draws);
    s.first_block = o->first / LANES;
    s.blocks = (o->first + o->draws - 1) / LANES - s.first_block + 1;
    turns_open(&s.turns, (s.blocks + CHUNK_BLOCKS - 1) / CHUNK_BLOCKS, err);
    s.workers = turns_workers(o, s.turns.chunks);
    s.worker = memory_new(s.workers, sizeof *s.worker);
    rc = open_workers(&s);
    if (!rc) {
        state_room(&s);
        rc = shape_histograms(&s);
    }
    if (!rc) {
        turns_each(s.worker, s.workers, sizeof *s.worker, work);
        rc = s.turns.rc;
    }
    if (!rc) {
        turns_each(s.worker, s.workers, sizeof *s.worker, spread);
        ensemble_finish(&s);
    }
    state_free(&s);
    return rc;
}

void
ensemble_free(struct ensemble *e)
{
    free(e->series);
    free(e->varies);
    free(e->spread);
    free(e->target);
    free(e->step);
    free(e->clamped);
    free(e->negatives);
    *e = (struct ensemble) { 0 };
}
