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
    free(k->value);
    free(k->setting);
    free(k->output);
    free(k->sum);
    free(k->square);
    free(k->negatives);
    free(k->bins);
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
    k->value = (float *) lanes_new((s->rows + 1) * ENSEMBLE_CHUNK * sizeof *k->value / sizeof(lanes));
    k->sum = memory_new(s->rows + 1, sizeof *k->sum);
    k->square = memory_new(s->rows + 1, sizeof *k->square);
    k->negatives = memory_new(p->regions + 1, sizeof *k->negatives);
    k->histogram = memory_new(s->rows + 1, sizeof *k->histogram);
    if (s->options->sink) {
        k->setting = memory_new((p->uncertains + 1) * ENSEMBLE_CHUNK, sizeof *k->setting);
        k->output = memory_new((s->options->outputs + 1) * ENSEMBLE_CHUNK, sizeof *k->output);
    }
    if (!s->options->no_quantiles)
        k->bins = memory_new((s->rows - s->kept_rows + 1) * HISTOGRAM_BINS, sizeof *k->bins);
    if (s->kept_rows)
        k->scratch = memory_new(s->options->draws, sizeof *k->scratch);
}

/* Histograms take their shape from the first chunk, when that has been counted. */
static void
take_shapes(struct worker *k)
{
    size_t used = 0;

    for (size_t i = 0; i < k->run->rows && k->bins; i++) {
        if (k->run->row[i].kept != PLAN_NONE)
            continue;
        k->histogram[i] = k->run->shape[i];
        k->histogram[i].count = &k->bins[used++ * HISTOGRAM_BINS];
    }
    k->shaped = true;
}

/* Takes the next chunk; false when there is none. */
static bool
take_chunk(struct worker *k)
{
    struct ensemble_state *s = k->run;
    bool more;

    pthread_mutex_lock(&s->lock);
    k->chunk = s->taken;
    more = !s->stop && s->taken * CHUNK_BLOCKS < s->blocks;
    s->taken += more;
    pthread_mutex_unlock(&s->lock);
    return more;
}

/* Waits until all earlier chunks are counted, counts this one; false when counting has ended before it. */
static bool
take_turn(struct worker *k)
{
    struct ensemble_state *s = k->run;
    bool counted = false;

    pthread_mutex_lock(&s->lock);
    while (s->counted != k->chunk && !s->stop)
        pthread_cond_wait(&s->turn, &s->lock);
    if (!s->stop && k->rc) {
        s->rc = k->rc;
        s->stop = true;
        error_move(s->err, &k->err);
    } else if (!s->stop) {
        chunk_count(k);
        s->counted++;
        counted = true;
    }
    pthread_cond_broadcast(&s->turn);
    pthread_mutex_unlock(&s->lock);
    return counted;
}

static void *
work(void *arg)
{
    struct worker *k = arg;

    while (take_chunk(k)) {
        k->rc = chunk_run(k);
        if (!take_turn(k))
            break;
        if (!k->shaped)
            take_shapes(k);
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

/* The job of all workers, each in a thread; the first in this one, which also does what no thread could be had for. */
static void
all_workers(struct ensemble_state *s, void *(*job)(void *) )
{
    bool *alone = memory_new(s->workers, sizeof *alone);

    for (size_t i = 1; i < s->workers; i++)
        alone[i] = pthread_create(&s->worker[i].thread, NULL, job, &s->worker[i]) != 0;
    job(&s->worker[0]);
    for (size_t i = 1; i < s->workers; i++)
        if (alone[i])
            job(&s->worker[i]);
        else
            pthread_join(s->worker[i].thread, NULL);
    free(alone);
}

/* Every indicator of home and benchmark, five of the others */
static bool
is_reported(const struct plan *p, const struct series *x)
{
    static const char *const others[] = { "gdp", "gdp_per_capita", "population", "urbanization", "modernization" };

    if (x->region == p->home || x->region == p->benchmark)
        return true;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (strcmp(x->key, others[i]) == 0)
            return true;
    return false;
}

/* Whose values are all kept while they fit */
static bool
is_kept(const struct series *x)
{
    static const char *const keys[] = { "gdp", "gdp_per_capita", "urbanization", "modernization" };

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (strcmp(x->key, keys[i]) == 0)
            return true;
    return false;
}

static void
want_outputs(struct ensemble_state *s, const struct world *w)
{
    for (size_t i = 0; i < s->options->outputs; i++) {
        const struct ensemble_output *x = &s->options->output[i];
        const size_t series = x->target ? PLAN_NONE
                                        : series_of(w->series, w->count, x->region, x->indicator, x->sector);

        if (series != PLAN_NONE)
            s->wanted[series] = true;
    }
}

/* The series that are reported; and those that targets and outputs look at */
static enum status
choose_series(struct ensemble_state *s, struct worker *k)
{
    struct ensemble *e = s->out;
    const struct world *w = &k->world;

    s->wanted = memory_new(w->count + 1, sizeof *s->wanted);
    s->series = memory_new(w->count + 1, sizeof *s->series);
    e->series = memory_new(w->count + 1, sizeof *e->series);
    e->varies = memory_new(w->count + 1, sizeof *e->varies);
    for (size_t i = 0; i < w->count; i++)
        if (is_reported(s->plan, &w->series[i])) {
            s->wanted[i] = true;
            s->series[e->count] = i;
            e->series[e->count++] = w->series[i];
        }
    want_outputs(s, w);
    k->target = lane_targets_new(w, s->wanted, &k->err);
    return k->target ? OK : FAILED_INPUT;
}

/* What is certain has its value for mean and quantiles. */
static void
spread_certain(struct spread *x, double value, double sd)
{
    x->mean = value;
    x->sd = sd;
    for (size_t q = 0; q < ENSEMBLE_LEVELS; q++)
        x->quantile[q] = value;
    x->width = 0;
}

static void
add_row(struct ensemble_state *s, const struct world *w, size_t i, size_t t)
{
    const struct series *x = &s->out->series[i];
    const bool room = (s->kept_rows + 1) * s->options->draws * sizeof(float) <= s->options->memory;
    struct value_row row = { s->series[i],
                             t,
                             i * s->out->years + t,
                             indicators[x->indicator].unit == UNIT_RANK,
                             (float) world_row(w, s->series[i], t)[0],
                             PLAN_NONE };

    if (is_kept(x) && room && !s->options->no_quantiles)
        row.kept = s->kept_rows++;
    s->row[s->rows++] = row;
}

/* Rows of what varies; the planned values are their centres, and all there is of what does not. */
static enum status
find_rows(struct ensemble_state *s, struct worker *k)
{
    struct ensemble *e = s->out;
    struct world *w = &k->world;
    lanes *planned;
    enum status rc = world_run(w, &k->err);

    if (rc)
        return rc;
    planned = lanes_new(w->count * w->plan->years);
    memcpy(planned, w->value, w->count * w->plan->years * sizeof *planned);
    rc = world_find_varying(w, &k->err);
    s->row = memory_new(e->count * e->years + 1, sizeof *s->row);
    s->stretch = memory_new(e->count + 1, sizeof *s->stretch);
    e->spread = memory_new(e->count * e->years + 1, sizeof *e->spread);
    memcpy(w->value, planned, w->count * w->plan->years * sizeof *planned);
    for (size_t i = 0; i < e->count && !rc; i++) {
        e->varies[i] = w->varies[s->series[i]];
        if (e->varies[i])
            s->stretch[s->stretches++] = (struct value_rows) { s->series[i], e->series[i].first,
                                                               e->years - e->series[i].first, s->rows };
        for (size_t t = 0; t < e->years; t++) {
            spread_certain(&e->spread[i * e->years + t], NAN, NAN);
            if (t >= e->series[i].first && e->varies[i])
                add_row(s, w, i, t);
            else if (t >= e->series[i].first)
                spread_certain(&e->spread[i * e->years + t], world_row(w, s->series[i], t)[0], 0);
        }
    }
    free(planned);
    return rc;
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
        rc = choose_series(s, first);
    if (!rc) {
        world_want(&first->world, s->wanted);
        rc = find_rows(s, first);
    }
    if (!rc)
        worker_room(first);
    for (size_t i = 1; i < s->workers && !rc; i++)
        rc = worker_join(s, &s->worker[i]);
    for (size_t i = 0; i < s->workers; i++)
        error_move(s->err, &s->worker[i].err);
    return rc;
}

static void
state_room(struct ensemble_state *s)
{
    s->sum = memory_new(s->rows + 1, sizeof *s->sum);
    s->square = memory_new(s->rows + 1, sizeof *s->square);
    s->shape = memory_new(s->rows + 1, sizeof *s->shape);
    s->kept = memory_new(s->kept_rows * s->options->draws + 1, sizeof *s->kept);
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
    pthread_mutex_destroy(&s->lock);
    pthread_cond_destroy(&s->turn);
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

static size_t
workers_for(const struct ensemble_options *o, uint64_t blocks)
{
    const uint64_t chunks = (blocks + CHUNK_BLOCKS - 1) / CHUNK_BLOCKS;
    size_t n = o->threads ? o->threads : 1;

    n = n > ENSEMBLE_THREADS ? ENSEMBLE_THREADS : n;
    return n > chunks ? (size_t) chunks : n;
}

enum status
ensemble_run(struct ensemble *e, const struct plan *p, const struct ensemble_options *o, struct error *err)
{
    struct ensemble_state s = { .out = e, .plan = p, .options = o, .err = err };
    enum status rc;

    prepare(e, p);
    if (!o->draws)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_no_draws);
    s.first_block = o->first / LANES;
    s.blocks = (o->first + o->draws - 1) / LANES - s.first_block + 1;
    s.workers = workers_for(o, s.blocks);
    s.worker = memory_new(s.workers, sizeof *s.worker);
    pthread_mutex_init(&s.lock, NULL);
    pthread_cond_init(&s.turn, NULL);
    rc = open_workers(&s);
    if (!rc) {
        state_room(&s);
        all_workers(&s, work);
        if (!s.worker[0].shaped) /* it came too late for any chunk, but all histograms are added up in its */
            take_shapes(&s.worker[0]);
        rc = s.rc;
    }
    if (!rc) {
        all_workers(&s, spread);
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
