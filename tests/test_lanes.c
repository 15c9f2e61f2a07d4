/* Lanes: exp, log and log1p beside the C library's in extended precision, and lane by lane the same bits. */
#include "check.h"

#include <float.h>
#include <stdlib.h>
#include <string.h>
#include "base/lanes.h"

#define DRAWS 400000

static uint64_t
next_bits(uint64_t *seed)
{
    uint64_t z = *seed += 0x9e3779b97f4a7c15; /* splitmix64 */

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

static double
between(uint64_t *seed, double low, double high)
{
    return low + (high - low) * (double) (next_bits(seed) >> 11) * 0x1p-53;
}

/* Distance in units in the last place of the double nearest to the true value */
static double
ulps(double got, long double true_value)
{
    const double nearest = (double) true_value;
    const double unit = nextafter(fabs(nearest), (double) INFINITY) - fabs(nearest);

    if (isnan(got) || isnan(nearest))
        return isnan(got) && isnan(nearest) ? 0 : (double) INFINITY;
    if (isinf(got) || isinf(nearest))
        return got == nearest ? 0 : (double) INFINITY;
    return (double) (fabsl(got - true_value) / unit);
}

/* 2 units; twice that under valgrind, whose long double has no more places than a double, so that the C
 * library's own values are off as well */
static double
limit(void)
{
    volatile long double next = 1 + LDBL_EPSILON;

    return next > 1 ? 2 : 4;
}

#define assert_near(got, true_value, x) \
    do { \
        if (!(ulps((got), (true_value)) <= limit())) \
            fail_msg("at %a: %.17g is %g ulp away", (x), (got), ulps((got), (true_value))); \
    } while (0)

static void
exp_is_within_two_ulps(void **state)
{
    static const struct {
        double low, high;
    } span[] = { { -700, 700 }, { -1, 1 }, { -1e-6, 1e-6 }, { -20, 20 }, { 690, 709 }, { -708, -690 } };
    static const double edge[] = { 0, -0.0, 1, -1, 5e-324, -5e-324, 0.34657359027997264, 0x1p-54, 709, -708 };
    uint64_t seed = 1;

    (void) state;
    for (size_t s = 0; s < sizeof span / sizeof span[0]; s++)
        for (int i = 0; i < DRAWS / 4; i++) {
            const double x = between(&seed, span[s].low, span[s].high);

            assert_near(lane_exp(x), expl(x), x);
        }
    for (size_t i = 0; i < sizeof edge / sizeof edge[0]; i++)
        assert_near(lane_exp(edge[i]), expl(edge[i]), edge[i]);
    assert_true(lane_exp(0) == 1);
}

static void
exp_at_its_limits(void **state)
{
    (void) state;
    assert_true(isinf(lane_exp(709.5)) && isinf(lane_exp(1e300)) && isinf(lane_exp((double) INFINITY)));
    assert_true(isnan(lane_exp((double) NAN)));
    /* below the normal range: the smallest value it gives, next to nothing */
    assert_true(lane_exp(-1e300) >= 0 && lane_exp(-1e300) < 1e-307);
    assert_true(lane_exp(-(double) INFINITY) >= 0 && lane_exp(-(double) INFINITY) < 1e-307);
}

static void
log_is_within_two_ulps(void **state)
{
    static const double edge[] = { 1,
                                   2,
                                   0.5,
                                   0x1p-1022,
                                   1.7976931348623157e308,
                                   1.4142135623730951,
                                   1.4142135623730949,
                                   0.70710678118654757,
                                   1 + 0x1p-52,
                                   1 - 0x1p-53,
                                   1e-300 };
    uint64_t seed = 2;

    (void) state;
    for (int i = 0; i < DRAWS; i++) {
        const double any = lane_from_bits((next_bits(&seed) >> 2) % 0x7fe0000000000000 + 0x0010000000000000);
        const double near_one = between(&seed, 0.5, 2);
        const double nearer = 1 + between(&seed, -1e-5, 1e-5);

        if (isfinite(any))
            assert_near(lane_log(any), logl(any), any);
        assert_near(lane_log(near_one), logl(near_one), near_one);
        assert_near(lane_log(nearer), logl(nearer), nearer);
    }
    for (size_t i = 0; i < sizeof edge / sizeof edge[0]; i++)
        assert_near(lane_log(edge[i]), logl(edge[i]), edge[i]);
    assert_true(lane_log(1) == 0);
}

static void
log_at_its_limits(void **state)
{
    (void) state;
    assert_true(lane_log(0) == -(double) INFINITY && lane_log(-0.0) == -(double) INFINITY);
    assert_true(lane_log((double) INFINITY) == (double) INFINITY);
    assert_true(isnan(lane_log(-1)) && isnan(lane_log(-(double) INFINITY)) && isnan(lane_log((double) NAN)));
}

static void
log1p_is_within_two_ulps(void **state)
{
    uint64_t seed = 3;

    (void) state;
    for (int i = 0; i < DRAWS; i++) {
        const double x = between(&seed, -0.9, 9);
        const double small = between(&seed, -1, 1) * ldexp(1, -(int) (next_bits(&seed) % 60));

        assert_near(lane_log1p(x), log1pl(x), x);
        assert_near(lane_log1p(small), log1pl(small), small);
    }
    assert_true(lane_log1p(0) == 0);
    assert_near(lane_log1p(1e300), log1pl(1e300), 1e300);
    assert_true(isnan(lane_log1p(-2)) && isnan(lane_log1p((double) NAN)));
    assert_true(lane_log1p(-1) == -(double) INFINITY);
    assert_true(lane_log1p((double) INFINITY) == (double) INFINITY);
}

static double
of_one(double x)
{
    return lane_exp(x) + lane_log(x + 20) * lane_log1p(x / 40);
}

/* The loop below becomes SIMD, the volatile one does not. */
static void
many_lanes_are_one_lane_many_times(void **state)
{
    lanes x, y;
    uint64_t seed = 4;

    (void) state;
    for (int i = 0; i < 2000; i++) {
        EACH_LANE(l)
            x[l] = between(&seed, -19, 19);
        EACH_LANE(l)
            y[l] = of_one(x[l]);
        EACH_LANE(l) {
            volatile double alone = x[l];
            const double expected = of_one(alone);

            assert_memory_equal(&y[l], &expected, sizeof expected);
        }
    }
}

static void
rows_are_aligned_and_zeroed(void **state)
{
    lanes *row = lanes_new(7), *none = lanes_new(0);

    (void) state;
    assert_int_equal((uintptr_t) row % 64, 0);
    for (size_t i = 0; i < 7; i++)
        assert_memory_equal(row[i], lanes_zeros, sizeof(lanes));
    assert_non_null(none);
    free(row);
    free(none);
}

static void
constant_rows_are_full(void **state)
{
    (void) state;
    EACH_LANE(l) {
        assert_true(lanes_ones[l] == 1);
        assert_true(lanes_zeros[l] == 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exp_is_within_two_ulps),      cmocka_unit_test(exp_at_its_limits),
        cmocka_unit_test(log_is_within_two_ulps),      cmocka_unit_test(log_at_its_limits),
        cmocka_unit_test(log1p_is_within_two_ulps),    cmocka_unit_test(many_lanes_are_one_lane_many_times),
        cmocka_unit_test(rows_are_aligned_and_zeroed), cmocka_unit_test(constant_rows_are_full),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
