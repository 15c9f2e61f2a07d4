/* Scores of projections of the past: against the closed form of a normal, by hand, and rivals by hand. */
#include "check.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include "analysis/hindcast.h"

#define DRAWS 20000

/* Equally likely points of a normal */
static void
normal_draws(double *draws, size_t count, double mean, double sd)
{
    for (size_t i = 0; i < count; i++)
        draws[i] = mean + sd * gsl_cdf_ugaussian_Pinv(((double) i + 0.5) / (double) count);
}

/* CRPS of N(m, s) is s (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)), z = (y - m)/s: Gneiting and Raftery (2007). */
static void
crps_of_a_normal(void **state)
{
    static const double outcome[] = { 100, 103, 95, 120 };
    static double draws[DRAWS];

    (void) state;
    normal_draws(draws, DRAWS, 100, 4);
    for (size_t i = 0; i < sizeof outcome / sizeof outcome[0]; i++) {
        const double z = (outcome[i] - 100) / 4, phi = exp(-z * z / 2) / sqrt(2 * M_PI);
        const double closed = 4 * (z * (2 * gsl_cdf_ugaussian_P(z) - 1) + 2 * phi - 1 / sqrt(M_PI));

        assert_close(hindcast_crps(draws, DRAWS, outcome[i]), closed, 2e-4);
    }
}

static void
crps_by_hand(void **state)
{
    static const double one[] = { 5 }, three[] = { 1, 2, 4 };

    (void) state;
    assert_close(hindcast_crps(one, 1, 7.5), 2.5, 1e-15);
    /* mean |x - 3| = 4/3; mean |x_i - x_j| = 2 (1 + 3 + 2)/9 = 4/3 */
    assert_close(hindcast_crps(three, 3, 3), 4.0 / 3 - 2.0 / 3, 1e-15);
    assert_true(isnan(hindcast_crps(one, 0, 1)));
}

/* Of outcomes that are spread like the draws, as many lie in a band as it says. */
static void
bands_cover_what_they_say(void **state)
{
    static double draws[DRAWS];
    size_t half = 0, most = 0;
    double outcome[1000];

    (void) state;
    normal_draws(draws, DRAWS, 0, 1);
    normal_draws(outcome, 1000, 0, 1);
    for (size_t i = 0; i < 1000; i++) {
        half += hindcast_covers(draws, DRAWS, 50, outcome[i]);
        most += hindcast_covers(draws, DRAWS, 90, outcome[i]);
    }
    assert_int_equal(half, 500);
    assert_int_equal(most, 900);
    assert_true(hindcast_covers((const double[]) { 1, 2, 3, 4, 5 }, 5, 50, 2));
    assert_false(hindcast_covers((const double[]) { 1, 2, 3, 4, 5 }, 5, 50, 1.9));
    assert_true(hindcast_covers((const double[]) { 1, 2, 3, 4, 5 }, 5, 50, 4));
    assert_false(hindcast_covers(draws, 0, 90, 0));
}

static void
rivals_by_hand(void **state)
{
    static const double level[] = { 50, 100, 110, 121, 133.1, 146.41, 161.051, 200 },
                        nation[] = { 1, 1, 10, 11, 11, 11, 11, 20 };
    const struct rival_record r = { 8, level, false, 7.0, nation }, alone = { 1, level, false, NAN, NULL };
    const struct rival_record share = { 8, level, true, 0.5, nation };

    (void) state;
    assert_close(rival_level(RIVAL_LAST, &r, 1), 200 * 200 / 161.051, 1e-12);
    assert_close(rival_level(RIVAL_LAST, &r, 2), 200 * pow(200 / 161.051, 2), 1e-12);
    assert_close(rival_level(RIVAL_MEAN, &r, 5), 200 * 200 / 110.0, 1e-12);
    assert_close(rival_level(RIVAL_PLAN, &r, 2), 200 * 1.07 * 1.07, 1e-12);
    assert_close(rival_level(RIVAL_NATION, &r, 5), 400, 1e-12);
    assert_close(rival_level(RIVAL_MEAN, &(const struct rival_record) { 3, level, false, NAN, NULL }, 1),
                 110 * sqrt(110 / 50.0), 1e-12); /* fewer than five years */
    /* a share changes by points */
    assert_close(rival_level(RIVAL_LAST, &share, 2), 200 + 2 * (200 - 161.051), 1e-12);
    assert_close(rival_level(RIVAL_MEAN, &share, 1), 200 + (200 - 110) / 5.0, 1e-12);
    assert_close(rival_level(RIVAL_PLAN, &share, 3), 201.5, 1e-12);
    assert_close(rival_level(RIVAL_NATION, &share, 5), 210, 1e-12);
    for (int which = 0; which < RIVALS; which++)
        assert_true(isnan(rival_level((enum rival) which, &alone, 1)));
    assert_true(isnan(rival_level(RIVAL_LAST, &(const struct rival_record) { 0 }, 1)));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(crps_of_a_normal),
        cmocka_unit_test(crps_by_hand),
        cmocka_unit_test(bands_cover_what_they_say),
        cmocka_unit_test(rivals_by_hand),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
