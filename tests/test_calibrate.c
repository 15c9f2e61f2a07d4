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

/* Each setting within two standard errors in 95 of 100 repeats: a normal's 95.45, and three binomial sds for each by itself */
static void
errors_are_as_stated(void **state)
{
    struct study *s = *state;
    struct dice dice = { 6 };
    const size_t repeats = 200;
    size_t within[FITS] = { 0 }, all = 0;

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
    for (size_t k = 0; k < FITS; k++) {
        assert_in_range(within[k], 182, 199);
        all += within[k];
    }
    assert_true(all >= 0.95 * (double) (FITS * repeats));
}

/* Without noise, with the first setting's prior far off and as sure as the data are not: the prior decides. */
static void
tells_what_the_prior_decides(void **state)
{
    struct study *s = *state;
    const double mean = s->truth[1] * 1.2;

    s->fit[1].mean = mean;
    s->fit[1].sd = 1e-4 * mean;
    assert_runs(s, 0);
    assert_close(s->out.estimate[1].value, mean, 1e-3);
    assert_true(s->out.estimate[1].prior_share > 0.99);
    assert_int_equal(s->out.estimate[1].verdict, FIT_BY_PRIOR);
    assert_int_equal(s->out.estimate[0].verdict, FIT_BY_DATA);
    assert_true(s->out.estimate[0].prior_share == 0);
    assert_close(s->out.prior_share, s->out.estimate[1].prior_share / FITS, 1e-12);
}

static void
stays_inside_its_bounds(void **state)
{
    struct study *s = *state;

    s->fit[0].low = 1.2 * s->truth[0];
    set_all(&s->sc.plan, setting[0], "", 1.3 * s->truth[0]);
    assert_runs(s, 0);
    assert_true(s->out.estimate[0].at_bound);
    assert_true(s->out.estimate[0].value >= s->fit[0].low);
    assert_false(s->out.estimate[1].at_bound);
}

/* Two settings of one group about a common mean: what the data do not tell of one is the mean, which is then the other */
static void
shrinks_toward_the_group(void **state)
{
    struct study *s = *state;
    size_t pair[2] = { s->entry[0], plan_find(&s->sc.plan, "regions.country.sectors.all.shock") };

    assert_int_not_equal(pair[1], PLAN_NONE);
    s->fit[0].entries = 2;
    s->fit[0].entry = pair;
    s->fit[0].spread = 0.001;
    s->fit[0].sd = INFINITY;
    assert_runs(s, 0);
    assert_int_equal(s->out.estimates, FITS + 2);
    assert_int_equal(s->out.estimate[0].entries, 0);
    assert_close(s->out.estimate[1].value, s->truth[0], 1e-6);
    assert_close(s->out.estimate[2].value, s->truth[0], 1e-6);
    assert_close(s->out.estimate[0].value, s->truth[0], 1e-6);
    assert_close(s->out.estimate[2].prior_share, 1, 1e-4);
    assert_true(s->out.estimate[2].error > s->out.estimate[1].error);
}

/* The years outside are compared and do not count. */
static void
fits_some_years(void **state)
{
    struct study *s = *state;
    const struct calibrate_options years = { .from = 2023, .to = 2030 };

    for (size_t y = 0; y < 2; y++)
        s->value[0][y] += 5;
    assert_int_equal(calibrate(&s->out, &s->sc.plan, s->observed, SERIES, &years, &s->err), OK);
    assert_int_equal(s->out.values, SERIES * 8);
    assert_int_equal(s->out.residuals, SERIES * YEARS);
    assert_false(s->out.residual[0].fitted);
    assert_close(s->out.residual[0].model, s->exact[0][0], 1e-6);
    assert_close(s->out.estimate[0].value, s->truth[0], 1e-6);
}

/* Logarithms where sigma is relative */
static void
compares_logarithms(void **state)
{
    struct study *s = *state;

    s->observed[1].relative = true;
    s->observed[1].sigma = 0.01;
    s->value[1][0] *= 1.01;
    assert_runs(s, 0);
    for (size_t i = 0; i < s->out.residuals; i++)
        if (s->out.residual[i].observed == 1)
            assert_close(s->out.residual[i].scaled, log(s->out.residual[i].model / s->out.residual[i].value) / 0.01,
                         1e-9);
}

static void
applies_to_the_plan(void **state)
{
    struct study *s = *state;
    struct trajectory t;

    assert_runs(s, 0);
    calibration_apply(&s->out, &s->sc.plan);
    project(&t, &s->sc.plan);
    for (size_t y = 0; y < YEARS; y++)
        assert_close(value_at(&t, 0, "gdp_growth", y + 1), s->exact[0][y], 1e-6);
    trajectory_free(&t);
}

#define assert_refuses(s, status, sentence) \
    do { \
        assert_int_equal(run((s), 0), (status)); \
        assert_said(&(s)->err, sentence "\n"); \
    } while (0)

static void
refuses_too_few_values(void **state)
{
    struct study *s = *state;

    s->observed[0].count = s->observed[1].count = 1;
    assert_refuses(s, FAILED_INPUT,
                   "2 observed values cannot tell 3 settings: fit fewer, hold the others, or add series");
}

static void
refuses_nothing(void **state)
{
    struct study *s = *state;

    s->observed[0].sigma = s->observed[1].sigma = NAN;
    assert_refuses(s, FAILED_INPUT,
                   "nothing to fit to: a series of `observed` is fitted where it has a sigma and values after the base "
                   "year, within the horizon");
    s->sc.plan.fits = 0;
    assert_refuses(s, FAILED_INPUT,
                   "nothing to fit: the scenario needs `fit`, a list of groups with key, mean, sd, low, high");
}

static void
refuses_what_nothing_moves(void **state)
{
    struct study *s = *state;

    s->observed[1].indicator = "population";
    s->observed[1].place = (struct place) { "t.cfg", 5 };
    assert_refuses(
        s, FAILED_INPUT,
        "t.cfg:7: 'regions.country.urbanization.difference' moves none of the fitted series: give it a prior "
        "(sd), or hold it\n"
        "t.cfg:5: 'population' of 'country': no fitted setting moves it; take its sigma away, or fit a "
        "setting that does");
    s->observed[1].indicator = "growth_primary";
    assert_refuses(
        s, FAILED_INPUT,
        "t.cfg:5: 'growth_primary' is fitted, but no run of this region reports it: take sigma away, or name "
        "an indicator that `run` reports");
}

/* Productivity and human capital do the same to growth. */
static void
refuses_what_cannot_be_told_apart(void **state)
{
    struct study *s = *state;

    s->entry[1] = plan_find(&s->sc.plan, "regions.country.production.tfp_boost");
    s->fit[1].low = -0.05;
    s->fit[1].high = 0.05;
    set_all(&s->sc.plan, setting[1], "", 3);
    assert_refuses(s, FAILED_INPUT,
                   "t.cfg:7: the data cannot tell 'regions.country.sectors.all.tfp_growth' and "
                   "'regions.country.production.tfp_boost' apart: hold one of them, or give one a prior (sd)");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_what_made_the_data, setup, teardown),
        cmocka_unit_test_setup_teardown(errors_are_as_stated, setup, teardown),
        cmocka_unit_test_setup_teardown(tells_what_the_prior_decides, setup, teardown),
        cmocka_unit_test_setup_teardown(stays_inside_its_bounds, setup, teardown),
        cmocka_unit_test_setup_teardown(shrinks_toward_the_group, setup, teardown),
        cmocka_unit_test_setup_teardown(fits_some_years, setup, teardown),
        cmocka_unit_test_setup_teardown(compares_logarithms, setup, teardown),
        cmocka_unit_test_setup_teardown(applies_to_the_plan, setup, teardown),
        cmocka_unit_test_setup_teardown(refuses_too_few_values, setup, teardown),
        cmocka_unit_test_setup_teardown(refuses_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(refuses_what_nothing_moves, setup, teardown),
        cmocka_unit_test_setup_teardown(refuses_what_cannot_be_told_apart, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
