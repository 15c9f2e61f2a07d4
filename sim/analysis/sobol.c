#include "analysis/sobol.h"

#include <Random123/philox.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <stdlib.h>
#include "base/memory.h"

#define LOW 0.025
#define HIGH 0.975

/* How often a resample takes each row; NULL stands for once each. */
struct weights {
    const double *of; /* [rows] */
};

static double
weighted_sum(const double *x, const struct weights *w, size_t n)
{
    double sum = 0;

    for (size_t r = 0; r < n; r++)
        sum += x[r] * w->of[r];
    return sum;
}

static double
weighted_distance(const double *x, const double *y, const struct weights *w, size_t n)
{
    double sum = 0;

    for (size_t r = 0; r < n; r++)
        sum += w->of[r] * (x[r] - y[r]) * (x[r] - y[r]);
    return sum;
}

static double
mean_of(const struct sobol_sample *s, const struct weights *w)
{
    return (weighted_sum(s->a, w, s->rows) + weighted_sum(s->b, w, s->rows)) / (2.0 * (double) s->rows);
}

/* About the mean, so that a large level costs no digits. */
static double
variance_of(const struct sobol_sample *s, const struct weights *w)
{
    const double mean = mean_of(s, w);
    double sum = 0;

    for (size_t r = 0; r < s->rows; r++) {
        const double a = s->a[r] - mean, b = s->b[r] - mean;

        sum += w->of[r] * (a * a + b * b);
    }
    return sum / (2.0 * (double) s->rows);
}

static void
estimate(double *first, double *total, const struct sobol_sample *s, const struct weights *w)
{
    const double scale = 2.0 * (double) s->rows * variance_of(s, w);

    for (size_t i = 0; i < s->inputs; i++) {
        const double *ab = &s->ab[i * s->rows];

        first[i] = scale > 0 ? 1 - weighted_distance(s->b, ab, w, s->rows) / scale : 0;
        total[i] = scale > 0 ? weighted_distance(s->a, ab, w, s->rows) / scale : 0;
    }
}

/* Rows drawn with replacement, counted. */
static void
resample(double *count, size_t rows, uint64_t seed, size_t number)
{
    const philox4x32_key_t key = { { (uint32_t) seed, (uint32_t) (seed >> 32) } };

    for (size_t r = 0; r < rows; r++)
        count[r] = 0;
    for (size_t r = 0; r < rows; r += 4) {
        const philox4x32_ctr_t at = { { (uint32_t) r, (uint32_t) (r >> 32), (uint32_t) number, 0x50b01 } };
        const philox4x32_ctr_t random = philox4x32(at, key);

        for (size_t k = 0; k < 4 && r + k < rows; k++)
            count[((uint64_t) random.v[k] * rows) >> 32]++;
    }
}

static void
interval(double *low, double *high, double *value, size_t resamples)
{
    gsl_sort(value, 1, resamples);
    *low = gsl_stats_quantile_from_sorted_data(value, 1, resamples, LOW);
    *high = gsl_stats_quantile_from_sorted_data(value, 1, resamples, HIGH);
}

/* Estimates of all resamples, input by input, then the ends of their middle 95 %. */
static void
bootstrap(struct sobol_index *out, const struct sobol_sample *s, size_t resamples, uint64_t seed)
{
    const size_t k = s->inputs;
    double *count = memory_new(s->rows, sizeof *count), *one = memory_new(2 * k, sizeof *one);
    double *first = memory_new(k * resamples, sizeof *first), *total = memory_new(k * resamples, sizeof *total);

    for (size_t b = 0; b < resamples; b++) {
        resample(count, s->rows, seed, b);
        estimate(one, one + k, s, &(struct weights) { count });
        for (size_t i = 0; i < k; i++) {
            first[i * resamples + b] = one[i];
            total[i * resamples + b] = one[k + i];
        }
    }
    for (size_t i = 0; i < k; i++) {
        interval(&out[i].first_low, &out[i].first_high, &first[i * resamples], resamples);
        interval(&out[i].total_low, &out[i].total_high, &total[i * resamples], resamples);
    }
    free(count);
    free(one);
    free(first);
    free(total);
}

void
sobol_indices(struct sobol_index *out, const struct sobol_sample *s, size_t resamples, uint64_t seed)
{
    double *once = memory_new(s->rows, sizeof *once), *value = memory_new(2 * s->inputs, sizeof *value);

    for (size_t r = 0; r < s->rows; r++)
        once[r] = 1;
    estimate(value, value + s->inputs, s, &(struct weights) { once });
    for (size_t i = 0; i < s->inputs; i++)
        out[i] = (struct sobol_index) { .first = value[i], .total = value[s->inputs + i] };
    if (resamples > 0)
        bootstrap(out, s, resamples, seed);
    free(once);
    free(value);
}
