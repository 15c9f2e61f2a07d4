#include "analysis/quantile.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/lanes.h"

/* The place of a level among n sorted values: a whole rank and the part of the way to the next */
static void
place_of(double *part, size_t *rank, double level, size_t n)
{
    const double h = (double) (n - 1) * level;

    *rank = (size_t) h;
    *part = h - (double) *rank;
}

#define SORT_BINS 4096

/* Least and most of x */
KERNEL static void
range_of(float range[2], const float *x, size_t n)
{
    float least[LANES], most[LANES];
    size_t i = 0;

    for (size_t l = 0; l < LANES; l++)
        least[l] = most[l] = x[0];
    for (; i + LANES <= n; i += LANES)
        EACH_LANE(l) {
            least[l] = x[i + l] < least[l] ? x[i + l] : least[l];
            most[l] = x[i + l] > most[l] ? x[i + l] : most[l];
        }
    for (; i < n; i++) {
        least[0] = x[i] < least[0] ? x[i] : least[0];
        most[0] = x[i] > most[0] ? x[i] : most[0];
    }
    range[0] = least[0];
    range[1] = most[0];
    for (size_t l = 1; l < LANES; l++) {
        range[0] = least[l] < range[0] ? least[l] : range[0];
        range[1] = most[l] > range[1] ? most[l] : range[1];
    }
}

/* Bins of the values: (x - low) scale, from 0 to bins - 1 */
KERNEL static void
bins_of(uint16_t *bin, const float *x, size_t n, float low, float scale, int bins)
{
    const float span = ((float) bins - 0.5f) / scale;

    LANES_APART
    for (size_t i = 0; i < n; i++)
        bin[i] = bin_of(x[i], low, scale, span);
}

/* Four bins from one load: twice as fast as one by one. Neighbours in one bin wait for each other, unless they go to
 * two tables in turn: a third faster again. */
static void
count_bins(uint32_t *one, uint32_t *other, const uint16_t *bin, size_t n)
{
    size_t i = 0;

    for (; i + 4 <= n; i += 4) {
        uint64_t four;

        memcpy(&four, &bin[i], sizeof four);
        one[four & 0xffff]++;
        other[four >> 16 & 0xffff]++;
        one[four >> 32 & 0xffff]++;
        other[four >> 48]++;
    }
    for (; i < n; i++)
        one[bin[i]]++;
}

static int
rising(const void *a, const void *b)
{
    const float x = *(const float *) a, y = *(const float *) b;

    return (x > y) - (x < y);
}

#define PIECE 1024 /* values whose bins are worked out at a time */

struct selection {
    const float *x;
    size_t n;
    float low, scale;
    uint32_t count[SORT_BINS];
    bool wanted[SORT_BINS]; /* holds a rank that is asked for */
};

static void
count_all(struct selection *s)
{
    uint16_t bin[PIECE];

    for (size_t i = 0; i < s->n; i += PIECE) {
        const size_t n = s->n - i < PIECE ? s->n - i : PIECE;

        bins_of(bin, s->x + i, n, s->low, s->scale, SORT_BINS);
        count_bins(s->count, s->count, bin, n);
    }
}

static void
want(struct selection *s, size_t rank)
{
    size_t bin = 0, before = 0;

    while (before + s->count[bin] <= rank)
        before += s->count[bin++];
    s->wanted[bin] = true;
}

/* The values of the wanted bins, sorted */
static void
gather(float *out, const struct selection *s)
{
    uint16_t bin[PIECE];
    size_t found = 0;

    for (size_t i = 0; i < s->n; i += PIECE) {
        const size_t n = s->n - i < PIECE ? s->n - i : PIECE;

        bins_of(bin, s->x + i, n, s->low, s->scale, SORT_BINS);
        for (size_t k = 0; k < n; k++) {
            out[found] = s->x[i + k];
            found += s->wanted[bin[k]];
        }
    }
    qsort(out, found, sizeof *out, rising);
}

/* The value of that rank among those gathered, before which those of bins that are not wanted are missing */
static float
ranked(const struct selection *s, const float *gathered, size_t rank)
{
    size_t before = 0, missing = 0;

    for (size_t bin = 0; before + s->count[bin] <= rank; before += s->count[bin++])
        missing += s->wanted[bin] ? 0 : s->count[bin];
    return gathered[rank - missing];
}

void
quantiles_exact(double *out, const float *x, size_t n, const double *level, size_t levels, float *scratch)
{
    struct selection s = { .x = x, .n = n };
    float range[2];
    double part;
    size_t rank;

    for (size_t i = 0; i < levels; i++)
        out[i] = n ? x[0] : NAN;
    if (n < 2)
        return;
    range_of(range, x, n);
    s.low = range[0];
    s.scale = range[1] > range[0] ? (float) SORT_BINS / (range[1] - range[0]) : 0;
    count_all(&s);
    for (size_t i = 0; i < levels; i++) {
        place_of(&part, &rank, level[i], n);
        want(&s, rank);
        want(&s, part > 0 ? rank + 1 : rank);
    }
    gather(scratch, &s);
    for (size_t i = 0; i < levels; i++) {
        double low;

        place_of(&part, &rank, level[i], n);
        low = ranked(&s, scratch, rank);
        out[i] = part > 0 ? low + part * (ranked(&s, scratch, rank + 1) - low) : low;
    }
}

#define ROOM 0.25 /* of the range of the first values, on both sides */

void
histogram_shape(struct histogram *h, const float *x, size_t n, bool whole)
{
    float range[2];

    range_of(range, x, n);
    h->least = h->most = x[0];
    if (whole) {
        h->low = 0;
        h->scale = 1;
    } else {
        const float width = range[1] > range[0] ? range[1] - range[0] : 1e-6f * fabsf(range[0]) + 1e-30f;

        h->low = range[0] - (float) ROOM * width;
        h->scale = HISTOGRAM_BINS / (float) (1 + 2 * ROOM) / width;
    }
    h->span = (HISTOGRAM_BINS - 0.5f) / h->scale;
}

KERNEL static void
add_counts(uint32_t *count, const uint32_t *more)
{
    LANES_APART
    for (size_t i = 0; i < HISTOGRAM_BINS; i++)
        count[i] += more[i];
}

void
histogram_count(struct histogram *h, const uint16_t *bin, size_t n)
{
    uint32_t other[HISTOGRAM_BINS] = { 0 };

    count_bins(h->count, other, bin, n);
    add_counts(h->count, other);
}

void
histogram_reach(struct histogram *h, float least, float most)
{
    h->least = fminf(h->least, least);
    h->most = fmaxf(h->most, most);
}

void
histogram_add(struct histogram *h, const float *x, size_t n)
{
    uint16_t bin[PIECE];
    float range[2];

    if (!n)
        return;
    range_of(range, x, n);
    histogram_reach(h, range[0], range[1]);
    for (size_t i = 0; i < n; i += PIECE) {
        const size_t m = n - i < PIECE ? n - i : PIECE;

        bins_of(bin, x + i, m, h->low, h->scale, HISTOGRAM_BINS);
        histogram_count(h, bin, m);
    }
}

void
histogram_merge(struct histogram *into, const struct histogram *h)
{
    histogram_reach(into, h->least, h->most);
    add_counts(into->count, h->count);
}

/* Where a bin begins; the first and the last reach as far as there were values. */
static double
edge(const struct histogram *h, size_t bin)
{
    if (bin == 0)
        return fminf(h->least, h->low);
    return bin == HISTOGRAM_BINS ? (double) fmaxf(h->most, h->low) : (double) h->low + (double) bin / (double) h->scale;
}

/* The value of that rank, as if those of its bin were spread evenly over it */
static double
ranked_in(double *width, const struct histogram *h, bool whole, size_t rank)
{
    size_t bin = 0, before = 0;
    double left, right;

    while (before + h->count[bin] <= rank)
        before += h->count[bin++];
    if (whole)
        return (double) bin;
    left = fmax(edge(h, bin), h->least);
    right = fmin(edge(h, bin + 1), h->most);
    *width = fmax(*width, right - left);
    return left + (right - left) * ((double) (rank - before) + 0.5) / h->count[bin];
}

double
histogram_quantiles(double *out, const struct histogram *h, bool whole, const double *level, size_t levels)
{
    size_t n = 0;
    double width = 0;

    for (size_t i = 0; i < HISTOGRAM_BINS; i++)
        n += h->count[i];
    for (size_t i = 0; i < levels; i++) {
        double part, low;
        size_t rank;

        out[i] = NAN;
        if (!n)
            continue;
        place_of(&part, &rank, level[i], n);
        low = ranked_in(&width, h, whole, rank);
        out[i] = part > 0 ? low + part * (ranked_in(&width, h, whole, rank + 1) - low) : low;
    }
    return width;
}
