/* A tile of an ensemble: values of some draws, stored block by block, then summed up and put into bins row by row. */
#include <math.h>
#include <string.h>
#include "analysis/ensemble_parts.h"

KERNEL void
tile_keep(struct worker *k, size_t at)
{
    const struct ensemble_state *s = k->run;
    float *out = &k->tile[at % TILE];

    for (size_t i = 0; i < s->stretches; i++) {
        lanes *x = &world_rows(&k->world, s->stretch[i].series)[s->stretch[i].first];

        for (size_t t = 0; t < s->stretch[i].count; t++, out += TILE)
            EACH_LANE(l)
                out[l] = (float) x[t][l];
    }
}

void
row_sums_start(struct row_sums *s, size_t rows)
{
    for (size_t i = 0; i < rows; i++) {
        s[i] = (struct row_sums) { .sum = { 0 } };
        for (size_t w = 0; w < WAYS; w++) {
            s[i].least[w] = INFINITY;
            s[i].most[w] = -INFINITY;
        }
    }
}

static inline void
add_value(struct row_sums *s, size_t w, float x, float centre)
{
    const float d = x - centre;

    s->sum[w] += d;
    s->square[w] += d * d;
    s->least[w] = x < s->least[w] ? x : s->least[w];
    s->most[w] = x > s->most[w] ? x : s->most[w];
}

static void
add_values(struct row_sums *s, const float *x, size_t n, float centre)
{
    size_t i = 0;

    for (; i + WAYS <= n; i += WAYS) {
        FEW_APART
        for (size_t w = 0; w < WAYS; w++)
            add_value(s, w, x[i + w], centre);
    }
    for (size_t w = 0; i < n; i++, w++)
        add_value(s, w, x[i], centre);
}

/* Asks the cache for where bins of a later row go, which it does not hold. */
static void
ask_ahead(const uint16_t *bin)
{
    for (size_t l = 0; l < TILE; l += 32)
        __builtin_prefetch(&bin[8 * ROW_STRIDE + l], 1);
}

/* Accepted values of a row */
static void
add_row(struct worker *k, size_t i, const float *x, size_t n)
{
    const struct ensemble_state *s = k->run;
    const struct value_row *row = &s->row[i];
    const size_t to = row->place * ROW_STRIDE + k->accepted_count;

    add_values(&k->sums[i], x, n, row->centre);
    if (s->options->no_quantiles)
        return;
    if (row->kept) {
        memcpy(&k->kept[to], x, n * sizeof *x);
        return;
    }
    ask_ahead(&k->bin[to]);
    LANES_APART
    for (size_t l = 0; l < n; l++)
        k->bin[to + l] = histogram_bin(&s->shape[row->place], x[l]);
}

/* The values that are accepted, of which there are n: in place, or in `room` */
static const float *
accepted_of(float room[TILE], const float *x, const bool *accepted, size_t lanes_run, size_t n)
{
    size_t found = 0;

    if (n == lanes_run)
        return x;
    for (size_t l = 0; l < lanes_run; l++) {
        room[found] = x[l];
        found += accepted[l];
    }
    return room;
}

KERNEL void
tile_end(struct worker *k, size_t at, size_t lanes_run)
{
    float room[TILE] = { 0 };
    size_t n = 0;

    for (size_t l = at; l < at + lanes_run; l++)
        n += k->accepted[l];
    for (size_t i = 0; i < k->run->rows; i++)
        add_row(k, i, accepted_of(room, &k->tile[i * TILE], &k->accepted[at], lanes_run, n), n);
    k->accepted_count += n;
}
