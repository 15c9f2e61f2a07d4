/* Calibration: what the model made is found again, without noise and with; what cannot be told is refused. */
#include "random_plan.h"
#include "said.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <stdlib.h>
#include "analysis/calibrate.h"

#define FITS 3
#define SERIES 2
#define YEARS 15

static const char *const setting[FITS] = { "regions.country.sectors.all.tfp_growth",
                                           "regions.country.production.capital_output_ratio",
                                           "regions.country.urbanization.difference" };
static const double begin[FITS] = { 0.008, 3.9, 0.03 }; /* where the search begins; the truth is the scenario's */
static const struct {
    const char *indicator;
    double sigma;
} observes[SERIES] = { { "gdp_growth", 0.05 }, { "urbanization", 0.1 } };

/* One country, observed after 2020, of which three settings are sought */
struct study {
    struct scenario sc;
    size_t entry[FITS];
    double truth[FITS];
    struct plan_fit fit[FITS];
    struct observed observed[SERIES];
    int year[YEARS];
    double exact[SERIES][YEARS], value[SERIES][YEARS];
    struct calibration out;
    struct error err;
};

static void
observe(struct study *s, const struct trajectory *t)
{
    for (size_t i = 0; i < SERIES; i++) {
        s->observed[i] = (struct observed) { .indicator = observes[i].indicator,
                                             .count = YEARS,
                                             .year = s->year,
                                             .value = s->value[i],
                                             .sigma = observes[i].sigma };
        for (size_t y = 0; y < YEARS; y++) {
            s->year[y] = 2021 + (int) y;
            s->exact[i][y] = s->value[i][y] = value_at(t, 0, observes[i].indicator, y + 1);
        }
    }
}

static int
setup(void **state)
{
    struct study *s = memory_new(1, sizeof *s);
    struct trajectory t;

    gsl_set_error_handler_off();
    scenario_open(&s->sc, COUNTRY);
    project(&t, &s->sc.plan);
    observe(s, &t);
    trajectory_free(&t);
    for (size_t k = 0; k < FITS; k++) {
        s->entry[k] = plan_find(&s->sc.plan, setting[k]);
        s->truth[k] = setting_at(&s->sc.plan, setting[k], 0);
        s->fit[k] = (struct plan_fit) { .entries = 1,
                                        .entry = &s->entry[k],
                                        .sd = INFINITY,
                                        .spread = NAN,
                                        .low = s->truth[k] / 3,
                                        .high = s->truth[k] * 2,
                                        .place = { "t.cfg", 7 } };
        set_all(&s->sc.plan, setting[k], "", begin[k]);
    }
    s->sc.plan.fit = s->fit;
    s->sc.plan.fits = FITS;
    *state = s;
    return 0;
}

static int
teardown(void **state)
{
    struct study *s = *state;

    calibration_free(&s->out);
    error_free(&s->err);
    scenario_free(&s->sc);
    free(s);
    return 0;
}

static enum status
run(struct study *s, size_t starts)
{
    calibration_free(&s->out);
    error_free(&s->err);
    return calibrate(&s->out, &s->sc.plan, s->observed, SERIES, &(struct calibrate_options) { .starts = starts },
                     &s->err);
}

static void
assert_runs(struct study *s, size_t starts)
{
    if (run(s, starts)) {
        print_errors(&s->err);
        fail();
    }
}

static void
finds_what_made_the_data(void **state)
{
    struct study *s = *state;

    assert_runs(s, 0);
    for (size_t k = 0; k < FITS; k++)
        assert_true(fabs(s->out.estimate[k].value / s->truth[k] - 1) < 1e-6);
    assert_true(s->out.misfit < 1e-10);
    assert_int_equal(s->out.values, SERIES * YEARS);
    assert_int_equal(s->out.agreeing, CALIBRATE_STARTS);
}

/* Each setting within two standard errors in 95 of 100 repeats: a normal's 95.45, and chance of three binomial sds */
static void
errors_are_as_stated(void **state)
{
    struct study *s = *state;
    struct dice dice = { 6 };
    const size_t repeats = 200;
    size_t within[FITS] = { 0 };

    for (size_t r = 0; r < repeats; r++) {
        for (size_t i = 0; i < SERIES; i++)
            for (size_t y = 0; y < YEARS; y++)
                s->value[i][y] = s->exact[i][y] + observes[i].sigma * gsl_cdf_ugaussian_Pinv(dice_between(&dice, 0, 1));
        assert_runs(s, 1);
        for (size_t k = 0; k < FITS; k++)
            within[k] += fabs(s->out.estimate[k].value - s->truth[k]) <= 2 * s->out.estimate[k].error;
    }
    for (size_t k = 0; k < FITS; k++)
        print_message("%s: %zu of %zu within two standard errors\n", setting[k], within[k], repeats);
    for (size_t k = 0; k < FITS; k++)
        assert_in_range(within[k], 182, 199);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_what_made_the_data, setup, teardown),
        cmocka_unit_test_setup_teardown(errors_are_as_stated, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
