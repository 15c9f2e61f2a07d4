/* A chunk of an ensemble: draws, worlds and verdicts, block by block. */
#include <math.h>
#include <string.h>
#include "analysis/ensemble_parts.h"

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
    tile_keep(k, at);
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
    const uint64_t block = s->first_block + k->chunk * CHUNK_BLOCKS;
    const uint64_t blocks = s->first_block + s->blocks - block;

    k->count = turns_mark(k->counted, ENSEMBLE_CHUNK, block, s->options);
    memset(k->accepted, 0, sizeof k->accepted);
    k->accepted_count = 0;
    row_sums_start(k->sums, s->rows);
    memset(k->negatives, 0, s->plan->regions * sizeof *k->negatives);
    memset(k->draws.clamped, 0, s->plan->uncertains * sizeof *k->draws.clamped);
    return blocks < CHUNK_BLOCKS ? blocks : CHUNK_BLOCKS;
}

/* Blocks of a tile, from lane `at` of the chunk on */
static enum status
tile_run(struct worker *k, size_t at, size_t lanes_run)
{
    const uint64_t first = k->run->first_block + k->chunk * CHUNK_BLOCKS;
    enum status rc = OK;

    for (size_t l = at; l < at + lanes_run && !rc; l += LANES)
        rc = block_run(k, first + l / LANES, l);
    return rc;
}

static size_t
tile_lanes(size_t lanes_run, size_t at)
{
    return lanes_run - at < TILE ? lanes_run - at : TILE;
}

/* The first value of a tile that is none; OK where there is no such value. */
static enum status
tile_check(struct worker *k, size_t at, size_t lanes_run)
{
    const struct ensemble_state *s = k->run;
    char year[TEXT_NUMBER], draw[TEXT_NUMBER];

    for (size_t i = 0; i < s->rows; i++)
        for (size_t l = 0; l < lanes_run; l++) {
            const struct series *series = &k->world.series[s->row[i].series];

            if (isfinite(k->tile[i * TILE + l]) || !k->accepted[at + l])
                continue;
            text_number(draw, (double) (s->first_block * LANES + k->chunk * ENSEMBLE_CHUNK + at + l));
            error_add(&k->err, FAILED_INPUT, NOWHERE, WORD_not_finite, s->plan->region[series->region].key, series->key,
                      text_number(year, s->plan->start + (double) s->row[i].t));
            return error_add(&k->err, FAILED_INPUT, NOWHERE, WORD_draw_broke, draw, draw);
        }
    return OK;
}

static bool
sums_are_numbers(const struct worker *k)
{
    float off = 0;

    for (size_t i = 0; i < k->run->rows; i++)
        for (size_t w = 0; w < WAYS; w++)
            off += k->sums[i].sum[w] - k->sums[i].sum[w];
    return off == 0;
}

/* Sums tell whether a value is none; which, the same draws run again. */
static enum status
chunk_check(struct worker *k, size_t lanes_run)
{
    enum status rc = OK;

    if (sums_are_numbers(k))
        return OK;
    for (size_t at = 0; at < lanes_run && !rc; at += TILE) {
        rc = tile_run(k, at, tile_lanes(lanes_run, at));
        if (!rc)
            rc = tile_check(k, at, tile_lanes(lanes_run, at));
    }
    return rc;
}

enum status
chunk_run(struct worker *k)
{
    const size_t lanes_run = chunk_begin(k) * LANES;
    enum status rc = OK;

    for (size_t at = 0; at < lanes_run && !rc; at += TILE) {
        rc = tile_run(k, at, tile_lanes(lanes_run, at));
        if (!rc)
            tile_end(k, at, tile_lanes(lanes_run, at));
    }
    return rc ? rc : chunk_check(k, lanes_run);
}

/* By all draws of the tile, for those accepted may be few */
enum status
chunk_pilot(struct worker *k)
{
    struct ensemble_state *s = k->run;
    const size_t n = tile_lanes(chunk_begin(k) * LANES, 0);
    const enum status rc = tile_run(k, 0, n);

    for (size_t i = 0; i < s->rows && !rc; i++)
        if (!s->row[i].kept)
            histogram_shape(&s->shape[s->row[i].place], &k->tile[i * TILE], n, s->row[i].whole);
    return rc;
}
