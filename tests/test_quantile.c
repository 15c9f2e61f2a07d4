/* Quantiles against sorting, and a histogram's against them. */
#include "check.h"

#include <stdlib.h>
#include <string.h>
#include "analysis/quantile.h"

static const double level[] = { 0, 0.05, 0.25, 0.5, 0.75, 0.95, 1 };
#define LEVELS (sizeof level / sizeof level[0])

static uint64_t state = 88172645463325252;

static double
uniform(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (double) (state >> 11) * 0x1p-53;
}

static double
bell(void)
{
    return sqrt(-2 * log(1 - uniform())) * cos(6.283185307179586 * uniform());
}

static double
constant(void)
{
    return 3.25;
}
static double
place(void)
{
    return floor(1 + 40 * uniform() * uniform());
}
static double
heavy(void)
{
    return exp(2 * bell());
}
static double
far_off(void)
{
    return 1e6 + bell();
}
static double
two_values(void)
{
    return uniform() < 0.3 ? -1 : 7;
}

static int
rising(const void *a, const void *b)
{
    return (*(const float *) a > *(const float *) b) - (*(const float *) a < *(const float *) b);
}

/* Hyndman and Fan's type 7, as R has it */
static double
sorted_quantile(const float *sorted, size_t n, double p)
{
    const double h = (double) (n - 1) * p, low = floor(h);
    const size_t k = (size_t) low;

    return k + 1 < n ? sorted[k] + (h - low) * ((double) sorted[k + 1] - sorted[k]) : sorted[k];
}

static void
against_sorting(double (*draw)(void), size_t n)
{
    float *x = malloc(n * sizeof *x), *sorted = malloc(n * sizeof *x), *scratch = malloc(n * sizeof *x);
    double q[LEVELS];

    for (size_t i = 0; i < n; i++)
        x[i] = (float) draw();
    memcpy(sorted, x, n * sizeof *x);
    qsort(sorted, n, sizeof *x, rising);
    quantiles_exact(q, x, n, level, LEVELS, scratch);
    for (size_t i = 0; i < LEVELS; i++)
        assert_close(q[i], sorted_quantile(sorted, n, level[i]), 1e-15);
    free(x);
    free(sorted);
    free(scratch);
}

static void
kept_values_are_as_if_sorted(void **unused)
{
    double (*const draws[])(void) = { uniform, bell, constant, place, heavy, far_off, two_values };
    static const size_t sizes[] = { 1, 2, 3, 16, 17, 1000, 20011 };

    (void) unused;
    for (size_t d = 0; d < sizeof draws / sizeof draws[0]; d++)
        for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++)
            against_sorting(draws[d], sizes[s]);
}

static void
of_nothing_is_nothing(void **unused)
{
    double q[LEVELS];
    uint32_t count[HISTOGRAM_BINS] = { 0 };
    const struct histogram h = { .scale = 1, .count = count };

    (void) unused;
    quantiles_exact(q, NULL, 0, level, LEVELS, NULL);
    assert_true(isnan(q[0]) && isnan(q[3]));
    histogram_quantiles(q, &h, false, level, LEVELS);
    assert_true(isnan(q[0]) && isnan(q[3]));
}

#define N 40000
#define FIRST 1000

/* In two parts that are put together, shaped by the first thousand */
static void
histogram_of(struct histogram *h, const float *x, bool whole, uint32_t *count)
{
    uint32_t other[HISTOGRAM_BINS] = { 0 };
    struct histogram part;

    memset(count, 0, HISTOGRAM_BINS * sizeof *count);
    histogram_shape(h, x, FIRST, whole);
    h->count = count;
    part = *h;
    part.count = other;
    histogram_add(h, x, N / 3);
    histogram_add(&part, x + N / 3, N - N / 3);
    histogram_merge(h, &part);
}

static void
a_histogram_is_within_its_width(void **unused)
{
    double (*const draws[])(void) = { uniform, bell, constant, far_off, two_values };
    static float x[N], scratch[N];
    static uint32_t count[HISTOGRAM_BINS];

    (void) unused;
    for (size_t d = 0; d < sizeof draws / sizeof draws[0]; d++) {
        double exact[LEVELS], q[LEVELS], width;
        struct histogram h;

        for (size_t i = 0; i < N; i++)
            x[i] = (float) draws[d]();
        histogram_of(&h, x, false, count);
        quantiles_exact(exact, x, N, level + 1, LEVELS - 2, scratch);
        width = histogram_quantiles(q, &h, false, level + 1, LEVELS - 2);
        for (size_t i = 0; i < LEVELS - 2; i++)
            assert_true(fabs(q[i] - exact[i]) <= width * 1.0001 + 1e-6 * fabs(exact[i]));
        assert_true(width <= 0.02 * (1 + fabs((double) h.most - h.least)));
    }
}

static void
ranks_are_exact(void **unused)
{
    static float x[N], scratch[N];
    static uint32_t count[HISTOGRAM_BINS];
    double exact[LEVELS], q[LEVELS];
    struct histogram h;

    (void) unused;
    for (size_t i = 0; i < N; i++)
        x[i] = (float) place();
    histogram_of(&h, x, true, count);
    quantiles_exact(exact, x, N, level, LEVELS, scratch);
    assert_true(histogram_quantiles(q, &h, true, level, LEVELS) == 0);
    for (size_t i = 0; i < LEVELS; i++)
        assert_true(q[i] == exact[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kept_values_are_as_if_sorted),
        cmocka_unit_test(of_nothing_is_nothing),
        cmocka_unit_test(a_histogram_is_within_its_width),
        cmocka_unit_test(ranks_are_exact),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
