/* A chunk of an ensemble: draws, worlds and verdicts, block by block. */
#include <math.h>
#include <string.h>
#include "analysis/ensemble_parts.h"

KERNEL static void
keep_values(struct worker *k, size_t at)
{
    const struct ensemble_state *s = k->run;
    float *out = &k->value[at / TILE * TILE * s->rows + at % TILE];

    for (size_t i = 0; i < s->stretches; i++) {
        lanes *x = &world_rows(&k->world, s->stretch[i].series)[s->stretch[i].first];

        for (size_t t = 0; t < s->stretch[i].count; t++, out += TILE)
            EACH_LANE(l)
                out[l] = (float) x[t][l];
    }
}

size_t
chunk_values(const float **x, float room[TILE], const struct worker *k, size_t row, size_t at, bool all)
{
    const float *tile = &k->value[at * k->run->rows + row * TILE];
    const size_t run = k->lanes_run - at < TILE ? k->lanes_run - at : TILE;
    size_t n = 0;

    *x = tile;
    if (all || k->accepted_count == k->lanes_run)
        return run;
    for (size_t l = 0; l < run; l++) {
        room[n] = tile[l];
        n += k->accepted[at + l];
    }
    *x = room;
    return n;
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
keep_outputs(struct worker *k, size_t at)
{
    const struct ensemble_options *o = k->run->options;
    const struct plan *p = k->run->plan;

    for (size_t i = 0; i < o->outputs; i++) {
        const struct ensemble_output *x = &o->output[i];
        double *into = &k->output[i * ENSEMBLE_CHUNK + at];

        if (x->target)
            memcpy(into, k->margin[x->target - p->target], sizeof(lanes));
        else
            memcpy(into,
                   world_row(&k->world, series_of(k->world.series, k->world.count, x->region, x->indicator, x->sector),
                             (size_t) (x->year - p->start)),
                   sizeof(lanes));
    }
}

/* Verdicts of a block, and which of its lanes `given` lets pass */
static void
judge(struct worker *k, size_t at)
{
    const struct ensemble_options *o = k->run->options;
    const struct plan *p = k->run->plan;

    for (size_t i = 0; i < p->targets; i++)
        lane_target_judge(k->margin[i], &k->met[i * ENSEMBLE_CHUNK + at], &k->target[i], &k->world);
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
block_run(struct worker *k, uint64_t block, size_t at)
{
    enum status rc = draws_fill(&k->draws, &k->variates, block, &k->counted[at], &k->err);
    char draw[TEXT_NUMBER];

    if (rc)
        return rc;
    rc = world_run(&k->world, &k->err);
    if (rc)
        return error_add(&k->err, rc, NOWHERE, WORD_draw_broke,
                         text_number(draw, (double) (block * LANES + k->world.broke)), draw);
    judge(k, at);
    keep_values(k, at);
    count_negatives(k, at);
    if (k->run->options->sink) {
        keep_settings(k, at);
        keep_outputs(k, at);
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
    for (size_t l = 0; l < LANES; l++) {
        *sum += sums[l];
        *square += squares[l];
    }
}

/* Where a value is none; the sums have told that there is one. */
static enum status
not_finite(struct worker *k, size_t row)
{
    const struct ensemble_state *s = k->run;
    const struct series *series = &k->world.series[s->row[row].series];
    char year[TEXT_NUMBER], draw[TEXT_NUMBER];
    size_t l = 0;

    while (l + 1 < k->lanes_run && isfinite(k->value[l / TILE * TILE * s->rows + row * TILE + l % TILE]))
        l++;
    text_number(draw, (double) (s->first_block * LANES + k->chunk * ENSEMBLE_CHUNK + l));
    error_add(&k->err, FAILED_INPUT, NOWHERE, WORD_not_finite, s->plan->region[series->region].key, series->key,
              text_number(year, s->plan->start + (double) s->row[row].t));
    return error_add(&k->err, FAILED_INPUT, NOWHERE, WORD_draw_broke, draw, draw);
}

/* Histograms are shaped by the first chunk: by all its draws, for those accepted may be few. */
static void
shape(struct worker *k, size_t row)
{
    struct ensemble_state *s = k->run;
    float all[ENSEMBLE_CHUNK], room[TILE];
    const float *x;

    for (size_t at = 0; at < k->lanes_run; at += TILE) {
        const size_t n = chunk_values(&x, room, k, row, at, true);

        memcpy(&all[at], x, n * sizeof *x);
    }
    histogram_shape(&s->shape[row], all, k->lanes_run, s->row[row].whole);
}

static enum status
chunk_end(struct worker *k)
{
    struct ensemble_state *s = k->run;
    float room[TILE];
    const float *x;

    k->accepted_count = 0;
    for (size_t l = 0; l < k->lanes_run; l++)
        k->accepted_count += k->accepted[l];
    for (size_t i = 0; i < s->rows; i++) {
        if (k->chunk == 0)
            shape(k, i);
        k->sum[i] = k->square[i] = 0;
        for (size_t at = 0; at < k->lanes_run; at += TILE) {
            const size_t n = chunk_values(&x, room, k, i, at, false);

            add_up(&k->sum[i], &k->square[i], x, n, s->row[i].centre);
        }
        if (!isfinite(k->square[i]))
            return not_finite(k, i);
    }
    return OK;
}

enum status
chunk_run(struct worker *k)
{
    const uint64_t blocks = chunk_begin(k), first = k->run->first_block + k->chunk * CHUNK_BLOCKS;
    enum status rc = OK;

    k->lanes_run = blocks * LANES;
    for (uint64_t b = 0; b < blocks && !rc; b++)
        rc = block_run(k, first + b, b * LANES);
    return rc ? rc : chunk_end(k);
}
