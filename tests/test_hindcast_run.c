/* Hindcasts: a world that the model made is told without error; errors, how they last, and scores by hand. */
#include "trial.h"
#include "check.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include "analysis/hindcast_parts.h"

#define HEAD "region,indicator,unit,year,value\n"
#define FLAT "regions: { city: { population: { growth = 0.4; }; }; };\n"
#define ORIGIN 4 /* years after 2020 */
#define LAST 2029

enum { NATION, CITY, PROVINCE, REGIONS };

/* Errors of growth in the years to the origin that are laid over a trajectory, logarithms */
static const double off[REGIONS][ORIGIN + 1] = { { 0, 0.02, 0.01, -0.01, -0.03 },
                                                 { 0, -0.04, -0.02, 0.01, 0.03 },
                                                 { 0, 0.02, -0.02, 0.01, 0.0 } };

static void
project(struct trajectory *t, struct trial *x, const char *text)
{
    assert_int_equal(trial_of(x, text), OK);
    assert_int_equal(run_plan(t, &x->sc.plan, &x->err), OK);
}

/* o.csv: the trajectory until LAST, its GDP times the errors piled up if `wrong` */
static void
write_outturns(const struct trajectory *t, bool wrong)
{
    static const char *const indicator[] = { "gdp", "gdp_real", "population", "urbanization", "share_primary" };
    struct text rows = { 0 };

    text_add(&rows, HEAD);
    for (size_t r = 0; r < REGIONS; r++)
        for (size_t i = 0; i < sizeof indicator / sizeof indicator[0]; i++) {
            const size_t series = trajectory_find(t, r, indicator[i]);
            double sum = 0;

            for (int year = 2021; year <= LAST; year++) {
                sum += wrong && i == 0 && year <= 2020 + ORIGIN ? off[r][year - 2020] : 0;
                text_print(&rows, "%s,%s,%s,%d,%.17g\n", t->plan->region[r].key, indicator[i],
                           unit_name(indicators[t->series[series].indicator].unit), year,
                           trajectory_at(t, series, year) * exp(sum));
            }
        }
    trial_file("o.csv", text_of(&rows));
    text_free(&rows);
}

static void
make_world(bool wrong)
{
    struct trial other = { 0 };
    struct trajectory t = { 0 };

    project(&t, &other, FLAT);
    write_outturns(&t, wrong);
    trajectory_free(&t);
    scenario_free(&other.sc);
    error_free(&other.err);
}

static const struct hindcast_part all = { .to = HINDCAST_TERTIARY, .region = PLAN_NONE };

static enum status
told(struct hindcast *h, struct trial *x, const char *text)
{
    struct scenario *sc = &x->sc;

    assert_int_equal(trial_of(x, text), OK);
    return hindcast_run(h, &sc->plan, sc->observed, sc->observations, sc->outturn, sc->outturns, 1, &x->err);
}

#define FIT_TO(last) \
    FLAT "outturn = \"o.csv\"; rebase = 2024;\n" \
         "observed: ( { region = \"nation\"; indicator = \"gdp_real\"; file = \"o.csv\"; from = 2021; to = " last \
         ";\n" \
         "              sigma_percent = 0.0001; } );\n" \
         "fit: ( { key = \"regions.nation.sectors.rest.tfp_growth\"; low = -2.0; high = 4.0; } );\n"
#define FIT FIT_TO("2029")

/* Nobody erred in the years of the fit, and nothing changes after them: every year is told, and every rate goes on. */
static void
a_made_world_is_told(void **state)
{
    struct hindcast h = { 0 };

    make_world(false);
    assert_int_equal(told(&h, *state, FIT), OK);
    assert_int_equal(h.first, 2024);
    assert_int_equal(h.last, 2024);
    assert_int_equal(hindcast_count(&h, all), REGIONS * 6 * (LAST - 2024)); /* GDP a head follows */
    for (size_t i = 0; i < h.rows; i++) {
        assert_close(h.row[i].median, h.row[i].outcome, 1e-6);
        assert_true(h.row[i].crps < 1e-5 * h.row[i].outcome);
        assert_int_equal(h.row[i].horizon, h.row[i].year - 2024);
    }
    assert_true(hindcast_error(&h, RIVALS, all) < 1e-4);
    assert_true(hindcast_error(&h, RIVAL_NATION, all) > 0.1);
    assert_close(hindcast_error(&h, RIVAL_MEAN,
                                (struct hindcast_part) {
                                    .from = HINDCAST_POPULATION, .to = HINDCAST_POPULATION, .region = PLAN_NONE }),
                 0, 1e-9);
    hindcast_free(&h);
    hindcast_free(&h);
}

static void
change_what_follows(struct scenario *sc)
{
    for (size_t i = 0; i < sc->outturns; i++)
        for (size_t k = 0; k < sc->outturn[i].count; k++)
            sc->outturn[i].value[k] *= sc->outturn[i].year[k] <= 2024                    ? 1
                                       : !strcmp(sc->outturn[i].indicator, "population") ? 1.02
                                                                                         : 1.07;
    for (size_t k = 0; k < sc->observed[0].count; k++)
        sc->observed[0].value[k] *= sc->observed[0].year[k] > 2024 ? 0.9 : 1;
}

/* No value after the origin is looked at: other outcomes, the same projection. */
static void
nothing_is_known_after_the_origin(void **state)
{
    struct trial *x = *state;
    struct scenario *sc = &x->sc;
    struct hindcast h = { 0 }, other = { 0 };

    make_world(false);
    assert_int_equal(told(&h, x, FIT), OK);
    assert_int_equal(trial_of(x, FIT), OK);
    change_what_follows(sc);
    assert_int_equal(hindcast_run(&other, &sc->plan, sc->observed, sc->observations, sc->outturn, sc->outturns, 1,
                                  &x->err),
                     OK);
    assert_int_equal(h.rows, other.rows);
    for (size_t i = 0; i < h.rows; i++) {
        assert_true(h.row[i].median == other.row[i].median && h.row[i].high90 == other.row[i].high90);
        assert_true(h.row[i].rival[RIVAL_MEAN] == other.row[i].rival[RIVAL_MEAN]);
        assert_false(h.row[i].outcome == other.row[i].outcome);
    }
    hindcast_free(&h);
    hindcast_free(&other);
}

static double
mean_square(size_t region)
{
    double sum = 0;

    for (size_t t = 1; t <= ORIGIN; t++)
        sum += off[region][t] * off[region][t];
    return sum / (ORIGIN - 1);
}

/* The formulas of hindcast_errors.c over the errors that were laid over the trajectory */
static void
errors_are_found(void **state)
{
    struct trial *x = *state;
    struct hindcast_past past = { 0 };
    struct hindcast_errors e = { 0 };
    double pairs = 0, squares = 0, pool = 0, rho;

    make_world(true);
    assert_int_equal(trial_of(x, FLAT "outturn = \"o.csv\"; rebase = 2024;"), OK);
    assert_int_equal(hindcast_tell(&past, &x->sc.plan, x->sc.outturn, x->sc.outturns, &x->err), OK);
    hindcast_errors_find(&e, &past, &x->sc.plan);
    for (size_t r = 0; r < REGIONS; r++) {
        pool += mean_square(r) / REGIONS;
        for (size_t t = 2; t <= ORIGIN; t++) {
            pairs += off[r][t] * off[r][t - 1];
            squares += off[r][t - 1] * off[r][t - 1];
        }
    }
    rho = (pairs / squares * (ORIGIN - 1) + 1) / (ORIGIN - 2);
    assert_true(rho > 0.3 && rho < 0.94); /* within its bounds, so that the formula is seen */
    assert_close(e.rho[HINDCAST_GDP], rho, 1e-6);
    for (size_t r = 0; r < REGIONS; r++)
        assert_close(e.sigma[r * HINDCAST_FIGURES + HINDCAST_GDP], sqrt((mean_square(r) + pool) / 2 * (1 - rho * rho)),
                     1e-6);
    assert_true(fabs(e.sigma[CITY * HINDCAST_FIGURES + HINDCAST_POPULATION]) < 1e-9);
    assert_true(isnan(e.sigma[NATION * HINDCAST_FIGURES + HINDCAST_SECONDARY])); /* no record */
    hindcast_errors_free(&e);
    hindcast_past_free(&past);
}

/* sd of a level h years on: sigma sqrt(sum over k = 1..h of ((1 - rho^k)/(1 - rho))^2); draws of a share stay shares */
static void
errors_pile_up(void **state)
{
    static double draw[5 * HINDCAST_DRAWS];
    double sigma[HINDCAST_FIGURES] = { [HINDCAST_GDP] = 0.02, [HINDCAST_URBAN] = 40 }, sum = 0;
    struct hindcast_errors e = { .rho = { [HINDCAST_GDP] = 0.6 }, .sigma = sigma };
    struct hindcast_row row[5];
    const struct hindcast h = { .rows = 5, .row = row };

    (void) state;
    for (int which = 0; which < 2; which++) {
        for (int i = 0; i < 5; i++)
            row[i] = (struct hindcast_row) { .figure = which ? HINDCAST_URBAN : HINDCAST_GDP, .horizon = i + 1 };
        for (size_t i = 0; i < 5 * HINDCAST_DRAWS; i++)
            draw[i] = which ? 50 : 1;
        hindcast_errors_add(&e, &h, 0, draw, 7);
        for (int i = 0; i < 5 && !which; i++) {
            for (size_t d = 0; d < HINDCAST_DRAWS; d++)
                draw[(size_t) i * HINDCAST_DRAWS + d] = log(draw[(size_t) i * HINDCAST_DRAWS + d]);
            sum += pow((1 - pow(0.6, i + 1)) / 0.4, 2);
            /* three standard errors of a standard deviation */
            assert_true(fabs(gsl_stats_sd(&draw[i * HINDCAST_DRAWS], 1, HINDCAST_DRAWS) / (0.02 * sqrt(sum)) - 1)
                        < 3 / sqrt(2.0 * HINDCAST_DRAWS));
        }
    }
    for (size_t i = 0; i < 5 * HINDCAST_DRAWS; i++)
        assert_true(draw[i] >= 0 && draw[i] <= 100);
}

/* Levers end where they were on average, premiums of prices on the way to nothing. */
static void
levers_are_held(void **state)
{
    struct trial *x = *state;
    const char *text =
        "regions: { city: { sectors: { works: { price_premium = ((2020, 0.0), (2030, 10.0)); }; }; }; };\n"
        "outturn = \"o.csv\"; rebase = 2026;";
    const double *premium, *growth;
    double halflife;

    make_world(false);
    assert_int_equal(trial_of(x, text), OK);
    hindcast_hold_levers(&x->sc.plan);
    premium = plan_values(&x->sc.plan, plan_find(&x->sc.plan, "regions.city.sectors.works.price_premium"));
    growth = plan_values(&x->sc.plan, plan_find(&x->sc.plan, "regions.city.population.growth"));
    halflife = trial_value(x, "regions.province.convergence.halflife");
    assert_close(growth[6], 0.006, 1e-12);
    for (int t = 7; t <= 10; t++) {
        assert_close(growth[t], 0.004, 1e-12); /* of 2022-2026, 0.2 to 0.6 % */
        assert_close(premium[t], 0.04 * exp2(-(t - 6) / halflife), 1e-12);
    }
}

/* A target after the origin is a rival; one before it, or of another relation, is none. */
static void
targets_are_rivals(void **state)
{
    struct hindcast h = { 0 };

    make_world(false);
    assert_int_equal(told(&h, *state,
                          FIT "targets: { early: { indicator = \"gdp\"; year = 2024; at_least = 90.0; };\n"
                              "  wide: { indicator = \"gdp\"; year = 2028; at_most = 90.0; };\n"
                              "  towns: { indicator = \"urbanization\"; year = 2028; at_least = 80.0; };\n"
                              "  large: { indicator = \"gdp\"; year = 2028; at_least = 20.0; }; };"),
                     OK);
    for (size_t i = 0; i < h.rows; i++) {
        const struct hindcast_row *r = &h.row[i];
        const bool has = r->region == CITY && (r->figure == HINDCAST_GDP || r->figure == HINDCAST_URBAN);

        assert_true(has == isfinite(r->rival[RIVAL_PLAN]));
        if (has && r->year == 2028)
            assert_close(r->rival[RIVAL_PLAN], r->figure == HINDCAST_GDP ? 20 : 80, 1e-12);
    }
    hindcast_free(&h);
}

/* Percent of the outcome for levels, points for shares; only rows of the part that have the rival count. */
static void
means_by_hand(void **state)
{
    struct hindcast_row row[] = {
        { .figure = HINDCAST_GDP,
          .origin = 2013,
          .horizon = 1,
          .outcome = 200,
          .median = 210,
          .crps = 4,
          .in50 = true,
          .in90 = true,
          .rival = { 180, NAN, NAN, NAN } },
        { .figure = HINDCAST_GDP,
          .origin = 2014,
          .horizon = 1,
          .region = 1,
          .outcome = 100,
          .median = 90,
          .crps = 5,
          .in90 = true,
          .rival = { NAN, NAN, NAN, NAN } },
        { .figure = HINDCAST_GDP,
          .origin = 2013,
          .horizon = 2,
          .outcome = 400,
          .median = 400,
          .crps = 8,
          .rival = { 440, NAN, NAN, NAN } },
        { .figure = HINDCAST_URBAN,
          .origin = 2013,
          .horizon = 1,
          .outcome = 50,
          .median = 47,
          .crps = 2,
          .in50 = true,
          .in90 = true,
          .rival = { 51, NAN, NAN, NAN } },
    };
    const struct hindcast h = { .rows = 4, .row = row };
    const struct hindcast_part gdp = { .region = PLAN_NONE }, first = { .horizon = 1, .region = PLAN_NONE },
                               own = { .region = 1 }, later = { .origin = 2014, .region = PLAN_NONE },
                               urban = { HINDCAST_URBAN, HINDCAST_URBAN, 0, 0, PLAN_NONE };

    (void) state;
    assert_close(hindcast_error(&h, RIVALS, gdp), (5 + 10 + 0) / 3.0, 1e-12);
    assert_close(hindcast_error(&h, RIVALS, first), 7.5, 1e-12);
    assert_close(hindcast_error(&h, RIVALS, own), 10, 1e-12);
    assert_close(hindcast_error(&h, RIVALS, later), 10, 1e-12);
    assert_close(hindcast_error(&h, RIVALS, urban), 3, 1e-12);
    assert_close(hindcast_error(&h, RIVAL_LAST, gdp), 10, 1e-12);
    assert_true(isnan(hindcast_error(&h, RIVAL_LAST, own)));
    assert_close(hindcast_mean_crps(&h, gdp), (2 + 5 + 2) / 3.0, 1e-12);
    assert_close(hindcast_mean_crps(&h, urban), 2, 1e-12);
    assert_close(hindcast_coverage(&h, 50, gdp), 100 / 3.0, 1e-12);
    assert_close(hindcast_coverage(&h, 90, gdp), 200 / 3.0, 1e-12);
    assert_int_equal(hindcast_count(&h, first), 2);
    assert_int_equal(hindcast_count(&h, urban), 1);
}

/* An outcome on the other side of nothing: no rows without a figure of the origin, and the fit's own refusals */
static void
without_figures(void **state)
{
    struct hindcast h = { 0 };

    trial_file("o.csv",
               HEAD "city,gdp,yi yuan,2021,8.2\ncity,gdp,yi yuan,2022,8.4\ncity,gdp,yi yuan,2023,8.6\n"
                    "city,gdp,yi yuan,2024,8.8\nnation,gdp_real,yi yuan,2021,105\nnation,gdp_real,yi yuan,2022,"
                    "110\nnation,gdp_real,yi yuan,2023,115\nnation,gdp_real,yi yuan,2024,120\n");
    assert_int_equal(told(&h, *state, FIT_TO("2024")), OK);
    assert_int_equal(h.rows, 0);
    hindcast_free(&h);
    assert_int_equal(told(&h, *state, FLAT "outturn = \"o.csv\"; rebase = 2023;"), FAILED_INPUT);
    error_free(&((struct trial *) *state)->err);
    hindcast_free(&h);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(a_made_world_is_told),     TRIAL(nothing_is_known_after_the_origin),
        TRIAL(errors_are_found),         cmocka_unit_test(errors_pile_up),
        TRIAL(levers_are_held),          TRIAL(targets_are_rivals),
        cmocka_unit_test(means_by_hand), TRIAL(without_figures),
    };

    gsl_set_error_handler_off();
    return RUN_TRIALS(tests);
}
