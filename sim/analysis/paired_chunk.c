/* A chunk of paired draws: the base and then each of the others, block by block. */
#include <math.h>
#include <string.h>
#include "analysis/paired_parts.h"

#define ROUNDING 1e-12 /* of a value: a smaller difference is how two worlds round, and none */

/* Marks the lanes whose draws are asked for. */
static void
chunk_begin(struct paired_worker *k)
{
    const struct paired_state *s = k->run;
    const uint64_t first = s->options->first;
    const uint64_t block = s->first_block + k->chunk * PAIRED_BLOCKS;
    const uint64_t left = s->first_block + s->blocks - block;

    k->blocks = left < PAIRED_BLOCKS ? (size_t) left : PAIRED_BLOCKS;
    k->offset = block * LANES > first ? block * LANES - first : 0;
    k->count = turns_mark(k->counted, PAIRED_CHUNK, block, s->options);
}

static void
judge(struct paired_world *w, size_t at)
{
    for (size_t i = 0; i < w->world.plan->targets; i++) {
        lane_target_judge(w->margin[i], &w->met[i * PAIRED_CHUNK + at], &w->target[i], &w->world);
        memcpy(&w->margins[i * PAIRED_CHUNK + at], w->margin[i], sizeof *w->margin);
    }
}

/* The base's values of a block, row after row */
static void
keep_base(struct paired_worker *k, size_t block)
{
    const struct paired_state *s = k->run;
    lanes *out = &k->base[block * s->out->rows];

    for (size_t i = 0; i < s->out->series_count; i++) {
        const size_t first = s->out->series[i].first, years = s->plan[0]->years - first;

        memcpy(out, &world_rows(&k->world[0].world, s->link[0].series[i])[first], years * sizeof *out);
        out += years;
    }
}

KERNEL static void
subtract(float *out, lanes *own, lanes *base, size_t rows)
{
    for (size_t r = 0; r < rows; r++)
        EACH_LANE(l) {
            const double d = own[r][l] - base[r][l];

            out[r * LANES + l] = (float) (fabs(d) <= ROUNDING * fabs(base[r][l]) ? 0 : d);
        }
}

/* A block's differences from the base, row after row; 0 where there is nothing to compare */
static void
keep_differences(struct paired_worker *k, size_t scenario, size_t block)
{
    const struct paired_state *s = k->run;
    const struct paired_link *link = &s->link[scenario];
    lanes *base = &k->base[block * s->out->rows];
    float *out = &k->difference[block * s->out->rows * LANES];

    for (size_t i = 0; i < s->out->series_count; i++) {
        const size_t first = s->out->series[i].first, years = s->plan[0]->years - first;
        const size_t skipped = link->first[i] > first ? link->first[i] - first : 0;

        memset(out, 0, years * LANES * sizeof *out);
        if (link->years[i] > link->first[i])
            subtract(&out[skipped * LANES], &world_rows(&k->world[scenario].world, link->series[i])[link->first[i]],
                     &base[skipped], link->years[i] - link->first[i]);
        out += years * LANES;
        base += years;
    }
}

static void
count_negatives(struct paired_worker *k, size_t scenario, size_t at)
{
    const struct world *w = &k->world[scenario].world;

    for (size_t r = 0; r < w->plan->regions; r++)
        for (size_t l = 0; l < LANES; l++)
            k->counts[scenario].negatives[r] += k->counted[at + l] ? (uint64_t) w->region[r].record.mended[l] : 0;
}

static enum status
block_run(struct paired_worker *k, size_t scenario, size_t number)
{
    struct paired_world *w = &k->world[scenario];
    const uint64_t block = k->run->first_block + k->chunk * PAIRED_BLOCKS + number;
    const size_t at = number * LANES;
    enum status rc = draws_fill(&w->draws, &w->variates, block, &k->counted[at], &k->err);
    char draw[TEXT_NUMBER];

    if (rc)
        return rc;
    rc = world_run(&w->world, &k->err);
    if (rc)
        return error_add(&k->err, rc, NOWHERE, WORD_paired_draw_broke,
                         text_number(draw, (double) (block * LANES + w->world.broke)), w->world.plan->name);
    judge(w, at);
    count_negatives(k, scenario, at);
    if (scenario)
        keep_differences(k, scenario, number);
    else
        keep_base(k, number);
    return OK;
}

enum status
paired_chunk_run(struct paired_worker *k)
{
    enum status rc = OK;

    chunk_begin(k);
    for (size_t i = 0; i < k->run->out->count && !rc; i++) {
        const struct plan *p = k->run->plan[i];

        memset(k->counts[i].negatives, 0, p->regions * sizeof *k->counts[i].negatives);
        memset(k->world[i].draws.clamped, 0, p->uncertains * sizeof *k->world[i].draws.clamped);
        for (size_t b = 0; b < k->blocks && !rc; b++)
            rc = block_run(k, i, b);
        if (!rc)
            rc = paired_count(k, i);
    }
    return rc;
}
