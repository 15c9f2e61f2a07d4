#include "analysis/drivers.h"

#include <math.h>
#include <stdlib.h>
#include "analysis/random.h"
#include "base/memory.h"

#define TORNADO_LOW 0.05
#define TORNADO_HIGH 0.95

/* Outputs and drawn amounts as they come, draw by draw */
struct collected {
    double *output, *setting; /* [draws]; [uncertains][draws] or NULL */
    size_t draws, uncertains;
};

static enum status
collect(void *arg, const struct ensemble_kept *kept, struct error *err)
{
    struct collected *c = arg;

    (void) err;
    for (size_t i = 0; i < kept->count; i++) {
        c->output[kept->first + i] = kept->output[i];
        for (size_t u = 0; c->setting && u < c->uncertains; u++)
            c->setting[u * c->draws + kept->first + i] = kept->setting[u * kept->stride + i];
    }
    return OK;
}

/* Runs so many draws of a design and keeps the question's output. */
static enum status
run_design(struct collected *c, const struct drivers_question *q, design points, void *design_arg, const bool *held,
           struct error *err)
{
    const struct ensemble_options o = {
        .seed = q->seed,
        .draws = c->draws,
        .threads = q->threads,
        .held = held,
        .no_shocks = true,
        .no_quantiles = true,
        .design = points,
        .design_arg = design_arg,
        .outputs = 1,
        .output = &q->of,
        .sink = collect,
        .sink_arg = c,
        .progress = q->progress,
        .progress_arg = q->progress_arg,
    };
    struct ensemble e = { 0 };
    enum status rc = ensemble_run(&e, q->plan, &o, err);

    ensemble_free(&e);
    return rc;
}

static enum status
refuse_correlations(const struct plan *p, struct error *err)
{
    const struct plan_correlation *c = p->correlation;

    if (p->correlations == 0)
        return OK;
    return error_add(err, FAILED_INPUT, c->place, WORD_drivers_correlated, p->entry[p->uncertain[c->a].entry[0]].key,
                     p->entry[p->uncertain[c->b].entry[0]].key);
}

static enum status
check_question(const struct drivers_question *q, struct error *err)
{
    return q->plan->uncertains ? refuse_correlations(q->plan, err)
                               : error_add(err, FAILED_INPUT, NOWHERE, WORD_nothing_uncertain, q->plan->name);
}

/* Matrix m of Saltelli's design (0 is A, 1 is B, 2 + i is A with input i from B), a block of its rows at a time */
struct saltelli {
    struct sampler sampler;
    size_t inputs;
    uint64_t blocks; /* of a matrix */
    uint64_t *stream;
};

static void
saltelli_design(void *arg, uint64_t block, lanes *u)
{
    const struct saltelli *s = arg;
    const uint64_t matrix = block / s->blocks, at = block % s->blocks;

    for (size_t i = 0; i < s->inputs; i++) {
        const size_t dimension = i + (matrix == 1 || matrix == 2 + i ? s->inputs : 0);

        sample_sobol(u[i], &s->sampler, at, s->stream[dimension], dimension);
    }
}

static void
saltelli_init(struct saltelli *s, const struct drivers_question *q, size_t rows)
{
    *s = (struct saltelli) { .sampler = { .seed = q->seed }, .inputs = q->plan->uncertains };
    s->blocks = (rows + LANES - 1) / LANES;
    s->stream = memory_new(2 * s->inputs, sizeof *s->stream);
    for (size_t i = 0; i < 2 * s->inputs; i++)
        s->stream[i] = random_stream("saltelli") + i;
}

enum status
drivers_sobol(struct sobol_index *out, uint64_t *runs, const struct drivers_question *q, size_t rows, struct error *err)
{
    struct collected c = { 0 };
    struct saltelli s;
    enum status rc = check_question(q, err);

    if (rc)
        return rc;
    saltelli_init(&s, q, rows);
    rows = s.blocks * LANES;
    *runs = c.draws = rows * (s.inputs + 2);
    c.output = memory_new(c.draws, sizeof *c.output);
    rc = run_design(&c, q, saltelli_design, &s, NULL, err);
    if (!rc)
        sobol_indices(out, &(struct sobol_sample) { rows, s.inputs, c.output, c.output + rows, c.output + 2 * rows },
                      DRIVERS_RESAMPLES, q->seed);
    free(c.output);
    free(s.stream);
    return rc;
}

static void
morris_points(void *arg, uint64_t block, lanes *u)
{
    const struct morris_design *d = arg;
    const size_t points = d->trajectories * (d->inputs + 1);

    for (size_t i = 0; i < d->inputs; i++)
        EACH_LANE(l) {
            const uint64_t at = block * LANES + l;
            const double x = at < points ? d->x[at * d->inputs + i] : 0.5;

            u[i][l] = (x * (MORRIS_LEVELS - 1) + 0.5) / MORRIS_LEVELS;
        }
}

enum status
drivers_morris(struct morris_effect *out, uint64_t *runs, const struct drivers_question *q, size_t trajectories,
               struct error *err)
{
    struct morris_design d;
    struct collected c = { 0 };
    enum status rc = check_question(q, err);

    if (rc)
        return rc;
    morris_init(&d, trajectories, q->plan->uncertains, MORRIS_LEVELS, q->seed);
    *runs = c.draws = trajectories * (d.inputs + 1);
    c.output = memory_new(c.draws, sizeof *c.output);
    rc = run_design(&c, q, morris_points, &d, NULL, err);
    if (!rc)
        morris_effects(out, &d, c.output);
    free(c.output);
    morris_free(&d);
    return rc;
}

/* Draw 0 at the low quantile, draw 1 at the high one */
static void
two_ends(void *arg, uint64_t block, lanes *u)
{
    const size_t *inputs = arg;

    (void) block;
    for (size_t i = 0; i < *inputs; i++)
        EACH_LANE(l)
            u[i][l] = l == 0 ? TORNADO_LOW : TORNADO_HIGH;
}

static enum status
tornado_bar(struct tornado_bar *bar, const struct drivers_question *q, size_t input, const bool *held,
            struct error *err)
{
    size_t inputs = q->plan->uncertains;
    double output[2], *setting = memory_new(2 * inputs, sizeof *setting);
    struct collected c = { output, setting, 2, inputs };
    enum status rc = run_design(&c, q, two_ends, &inputs, held, err);

    *bar = (struct tornado_bar) { output[0], output[1], setting[2 * input], setting[2 * input + 1] };
    free(setting);
    return rc;
}

enum status
drivers_tornado(struct tornado_bar *out, double *planned, const struct drivers_question *q, struct error *err)
{
    const size_t inputs = q->plan->uncertains;
    bool *held = memory_new(inputs + 1, sizeof *held);
    struct tornado_bar none = { NAN, NAN, NAN, NAN };
    enum status rc = inputs ? OK : error_add(err, FAILED_INPUT, NOWHERE, WORD_nothing_uncertain, q->plan->name);

    for (size_t i = 0; i < inputs; i++)
        held[i] = true;
    if (!rc)
        rc = tornado_bar(&none, q, 0, held, err);
    *planned = none.low;
    for (size_t i = 0; i < inputs && !rc; i++) {
        held[i] = false;
        rc = tornado_bar(&out[i], q, i, held, err);
        held[i] = true;
    }
    free(held);
    return rc;
}
