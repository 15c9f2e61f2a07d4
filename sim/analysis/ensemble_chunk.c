/* A chunk of an ensemble: draws, worlds and verdicts, block by block. */
#include <string.h>
#include "analysis/ensemble_parts.h"

KERNEL static void
keep_values(struct worker *k, size_t at)
{
    const struct value_row *row = k->run->row;

    for (size_t i = 0; i < k->run->rows; i++) {
        const double *x = world_row(&k->world, row[i].series, row[i].t);
        float *out = &k->value[i * ROW_STRIDE + at];

        EACH_LANE(l)
            out[l] = (float) x[l];
    }
}

/* Draws as people write them: an amount in the setting's unit, a lognormal's factor, a discrete's value */
static void
keep_settings(struct worker *k, size_t at)
{
    const struct plan *p = k->run->plan;

    for (size_t i = 0; i < p->uncertains; i++) {
        const struct plan_uncertain *u = &p->uncertain[i];
        const double scale = u->distribution == DRAW_LOGNORMAL ? 1 : unit_scale(p->entry[u->entry[0]].setting->unit);

        EACH_LANE(l)
            k->setting[i * ENSEMBLE_CHUNK + at + l] = k->draws.amount[i][l] / scale;
    }
}

static void
keep_outputs(struct worker *k, size_t at, lanes *margin)
{
    const struct ensemble_options *o = k->run->options;
    const struct plan *p = k->run->plan;

    for (size_t i = 0; i < o->outputs; i++) {
        const struct ensemble_output *x = &o->output[i];
        double *into = &k->output[i * ENSEMBLE_CHUNK + at];

        if (x->target)
            memcpy(into, margin[x->target - p->target], sizeof(lanes));
        else
            memcpy(into,
                   world_row(&k->world, series_of(k->world.series, k->world.count, x->region, x->indicator, x->sector),
                             (size_t) (x->year - p->start)),
                   sizeof(lanes));
    }
}

/* Verdicts of a block, and which of its lanes `given` lets pass */
static void
judge(struct worker *k, size_t at, lanes *margin)
{
    const struct ensemble_options *o = k->run->options;
    const struct plan *p = k->run->plan;

    for (size_t i = 0; i < p->targets; i++)
        lane_target_judge(margin[i], &k->met[i * ENSEMBLE_CHUNK + at], &k->target[i], &k->world);
    for (size_t l = at; l < at + LANES; l++)
        k->accepted[l] = k->counted[l]
                         && (!o->given || k->met[(size_t) (o->given - p->target) * ENSEMBLE_CHUNK + l] == o->given_met);
}

static void
count_negatives(struct worker *k, size_t at)
{
    for (size_t r = 0; r < k->run->plan->regions; r++)
        for (size_t l = 0; l < LANES; l++)
            k->negatives[r] += k->accepted[at + l] ? (uint64_t) k->world.region[r].record.mended[l] : 0;
}

static enum status
block_run(struct worker *k, uint64_t block, size_t at, lanes *margin)
{
    enum status rc = draws_fill(&k->draws, &k->variates, block, &k->counted[at], &k->err);
    char draw[TEXT_NUMBER];

    if (rc)
        return rc;
    rc = world_run(&k->world, &k->err);
    if (rc)
        return error_add(&k->err, rc, NOWHERE, WORD_draw_broke,
                         text_number(draw, (double) (block * LANES + k->world.broke)), draw);
    judge(k, at, margin);
    keep_values(k, at);
    count_negatives(k, at);
    if (k->run->options->sink) {
        keep_settings(k, at);
        keep_outputs(k, at, margin);
    }
    return OK;
}

/* Marks the lanes whose draws are asked for; returns the number of blocks. */
static uint64_t
chunk_begin(struct worker *k)
{
    const struct ensemble_state *s = k->run;
    const uint64_t first = s->options->first, last = first + s->options->draws;
    const uint64_t block = s->first_block + k->chunk * CHUNK_BLOCKS;
    const uint64_t blocks = s->first_block + s->blocks - block;

    k->count = 0;
    for (size_t l = 0; l < ENSEMBLE_CHUNK; l++) {
        const uint64_t draw = block * LANES + l;

        k->counted[l] = draw >= first && draw < last;
        k->accepted[l] = false;
        k->count += k->counted[l];
    }
    memset(k->negatives, 0, s->plan->regions * sizeof *k->negatives);
    memset(k->draws.clamped, 0, s->plan->uncertains * sizeof *k->draws.clamped);
    return blocks < CHUNK_BLOCKS ? blocks : CHUNK_BLOCKS;
}

/* Adds up what a row's values are beyond its centre, and their squares. */
KERNEL static void
add_up(double *sum, double *square, const float *x, size_t n, double centre)
{
    lanes sums = { 0 }, squares = { 0 };
    size_t i = 0;

    for (; i + LANES <= n; i += LANES)
        EACH_LANE(l) {
            const double d = (double) x[i + l] - centre;

            sums[l] += d;
            squares[l] += d * d;
        }
    for (size_t l = 0; i < n; i++, l++) {
        sums[l] += (double) x[i] - centre;
        squares[l] += ((double) x[i] - centre) * ((double) x[i] - centre);
    }
    *sum = *square = 0;
    for (size_t l = 0; l < LANES; l++) {
        *sum += sums[l];
        *square += squares[l];
    }
}

/* Moves the values of accepted draws together. */
static void
drop_others(float *x, const bool *accepted, size_t lanes_run)
{
    size_t n = 0;

    for (size_t l = 0; l < lanes_run; l++) {
        x[n] = x[l];
        n += accepted[l];
    }
}

static void
chunk_end(struct worker *k, size_t lanes_run)
{
    const struct ensemble_state *s = k->run;

    k->accepted_count = 0;
    for (size_t l = 0; l < lanes_run; l++)
        k->accepted_count += k->accepted[l];
    for (size_t i = 0; i < s->rows; i++) {
        float *x = &k->value[i * ROW_STRIDE];

        if (k->chunk == 0) /* by all its draws, for those accepted may be few */
            histogram_shape(&s->shape[i], x, lanes_run, s->row[i].whole);
        if (k->accepted_count < lanes_run)
            drop_others(x, k->accepted, lanes_run);
        add_up(&k->sum[i], &k->square[i], x, k->accepted_count, s->row[i].centre);
    }
}

enum status
chunk_run(struct worker *k)
{
    const uint64_t blocks = chunk_begin(k), first = k->run->first_block + k->chunk * CHUNK_BLOCKS;
    enum status rc = OK;

    for (uint64_t b = 0; b < blocks && !rc; b++)
        rc = block_run(k, first + b, b * LANES, k->margin);
    if (!rc)
        chunk_end(k, blocks * LANES);
    return rc;
}
