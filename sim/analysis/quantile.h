/* Quantiles: of values that are all kept, or that stream through a histogram.
 *
 *     type 7 (Hyndman and Fan 1996): h = (n - 1) p;  x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h])
 *
 * with x sorted from 0. Kept values are floats, and the answer is exact for them; ranks and other whole numbers up to
 * 2^24 are exact. A histogram's answer is within its width of the exact one.
 */
#ifndef ANALYSIS_QUANTILE_H
#define ANALYSIS_QUANTILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Levels rise within 0 to 1. Reorders nothing; works in `scratch`, as long as x. n 0: NaN. */
void quantiles_exact(double *out, const float *x, size_t n, const double *level, size_t levels, float *scratch);

/* Bins of equal width over [low, low + bins / scale); what lies outside is counted in the first and last. Counts are
 * whole numbers, so histograms of one shape add up in any order to the same. */
#define HISTOGRAM_BINS 512
struct histogram {
    float low, scale;
    float span;        /* from low to the middle of the last bin */
    float least, most; /* that were seen */
    uint32_t *count;   /* [HISTOGRAM_BINS]; not owned */
};

static inline uint16_t
bin_of(float x, float low, float scale, float span)
{
    const float at = x - low, above = at > 0 ? at : 0;

    return (uint16_t) (int32_t) ((above < span ? above : span) * scale);
}

static inline uint16_t
histogram_bin(const struct histogram *h, float x)
{
    return bin_of(x, h->low, h->scale, h->span);
}

/* A range that holds the values of a first sample with room on both sides; bins of one for whole numbers. */
void histogram_shape(struct histogram *h, const float *x, size_t n, bool whole);
void histogram_add(struct histogram *h, const float *x, size_t n);
/* The same in parts: bins that values belong to (histogram_bin), and how far the values reach */
void histogram_count(struct histogram *h, const uint16_t *bin, size_t n);
void histogram_reach(struct histogram *h, float least, float most);
void histogram_merge(struct histogram *into, const struct histogram *h);

/* Returns the widest uncertainty of the answers: the width of their bins, 0 where bins hold one whole number each. */
double histogram_quantiles(double *out, const struct histogram *h, bool whole, const double *level, size_t levels);

#endif
