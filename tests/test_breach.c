/* Runs that break a law end with a status and a sentence that names region, year and what: never with numbers. */
#include <stdio.h>
#include "tests/said.h"
#include "tests/scratch.h"
#include "engine/run.h"
#include "scenario/scenario.h"

#ifndef REFERENCE
#define REFERENCE "tests/reference/"
#endif
#define COHORTS REFERENCE "city_cohorts.cfg"

/* The sentence of the one error that the run of a good scenario gives, to be freed with text_free. */
static struct text
sentence_of(const char *path, const char *const *set, size_t sets)
{
    struct scenario sc = { 0 };
    struct trajectory t = { 0 };
    struct error reading = { 0 }, running = { 0 };
    struct text said = { 0 };

    assert_int_equal(scenario_read(&sc, path, set, sets, &reading), OK);
    assert_int_equal(run_plan(&t, &sc.plan, &running), FAILED_INPUT);
    assert_int_equal(running.lines, 1);
    assert_int_equal(running.line[0].status, FAILED_INPUT);
    assert_int_equal(t.count, 0);
    error_print(&said, &running.line[0], ENGLISH);
    trajectory_free(&t);
    scenario_free(&sc);
    error_free(&reading);
    error_free(&running);
    return said;
}

static void
assert_begins(const char *text, const char *begin)
{
    if (strncmp(text, begin, strlen(begin)) != 0) {
        print_error("said: %s\nexpected: %s...\n", text, begin);
        fail();
    }
}

/* More people leave an age than there are in it: the first year in which that happens, and whose age. */
static void
cohort_goes_negative(void **state)
{
    static const struct {
        const char *set, *says;
    } row[] = {
        { "regions.zunyi.population.net_migration=-5",
          "zunyi: men aged 88 would be negative in 2023 (-0.0017348 wan)" },
        { "regions.zunyi.population.net_migration=-2", "zunyi: men aged 93 would be negative in 2028 (-" },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct text said = sentence_of(COHORTS, &row[i].set, 1);
        char begin[256];

        snprintf(begin, sizeof begin, "--set regions.zunyi.population.net_migration: %s", row[i].says);
        assert_begins(text_of(&said), begin);
        text_free(&said);
    }
}

/* 68.6 % growing by 5 % a year passes 100 % in the eighth year, 101.35 %. */
static void
working_ages_outgrow_the_people(void **state)
{
    const char *set = "regions.china.population.working_age_share_growth=5";
    struct text said = sentence_of(COHORTS, &set, 1);

    (void) state;
    assert_string_equal(text_of(&said), "--set regions.china.population.working_age_share_growth: china: in 2028 the "
                                        "working-age share would be 101.35 %; working_age_share_growth is too large");
    text_free(&said);
}

/* A cohort scenario of its own in a folder; mortality is the same at all ages. Returns its path, to be freed. */
static char *
write_city(const char *folder, const char *death_rate, const char *male, const char *female)
{
    char *ages = scratch_file(folder, "ages.csv", "sex,age_group,persons\nmale,0-100,1000\nfemale,0-100,1000\n");
    char *births = scratch_file(folder, "births.csv", "age_group,share_percent\n20-29,100\n");
    char text[256], *rates, *path;
    struct text scenario = { 0 };

    snprintf(text, sizeof text,
             "sex,age_group,death_rate\nmale,0-99,%s\nmale,100+,%s\nfemale,0-99,%s\nfemale,100+,%s\n", death_rate,
             death_rate, death_rate, death_rate);
    rates = scratch_file(folder, "rates.csv", text);
    text_print(&scenario,
               "home = \"city\";\nhorizon: { start = 2020; end = 2035; };\nregions: { city: { model = \"growth\";\n"
               "population: { method = \"cohort\"; total = 100.0; ages = \"ages.csv\"; mortality = \"rates.csv\";\n"
               "  life_expectancy_male = %s; life_expectancy_female = %s;\n"
               "  fertility_rate = 2.0; fertility_pattern = \"births.csv\"; };\n"
               "labour: { employment_rate = 75.0; };\n"
               "production: { capital_output_ratio = 3.5; investment_rate = 40.0; };\n"
               "sectors: { all: { group = \"tertiary\"; value_added = 1000.0; capital_share = 0.4;\n"
               "  depreciation = 5.0; employment_share = 100.0; tfp_growth = 1.0; price_growth = 2.0; }; };\n"
               "urbanization: { share = 50.0; difference = 4.0; }; }; };\n",
               male, female);
    path = scratch_file(folder, "city.cfg", text_of(&scenario));
    text_free(&scenario);
    free(ages);
    free(births);
    free(rates);
    return path;
}

/* Death rates can be multiplied by 1e4 at most, which here leaves 1/0.0201 = 49.75 years: 50 is within reach in
 * 2025, 48 in 2026 is not. */
static void
life_too_short(void **state)
{
    static const struct {
        const char *male, *female, *sex;
    } row[] = {
        { "((2020, 60.0), (2030, 40.0))", "80.0", "men" },
        { "80.0", "((2020, 60.0), (2030, 40.0))", "women" },
        { "((2020, 70.0), (2021, 60.0), (2031, 40.0))", "((2020, 60.0), (2030, 40.0))", "women" }, /* the first year */
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        char *folder = scratch_new(), *path = write_city(folder, "2.01e-6", row[i].male, row[i].female);
        struct text said = sentence_of(path, NULL, 0);
        char expected[256];

        snprintf(expected, sizeof expected,
                 "%s:5: city: no factor on the death rates gives %s life expectancy in 2026: 48 years", path,
                 row[i].sex);
        assert_string_equal(text_of(&said), expected);
        text_free(&said);
        free(path);
        scratch_free(folder);
    }
}

static void
a_life_within_reach_runs(void **state)
{
    char *folder = scratch_new(), *path = write_city(folder, "0.0125", "78.0", "82.0");
    struct scenario sc = { 0 };
    struct trajectory t = { 0 };
    struct error err = { 0 };

    (void) state;
    assert_int_equal(scenario_read(&sc, path, NULL, 0, &err), OK);
    assert_int_equal(run_plan(&t, &sc.plan, &err), OK);
    assert_int_equal(error_count(&err), 0);
    trajectory_free(&t);
    scenario_free(&sc);
    error_free(&err);
    free(path);
    scratch_free(folder);
}

/* Demand that follows income tenfold, at a product that nobody gives up: its price leaves the numbers behind. */
static void
prices_overflow(void **state)
{
    const char *set[] = { "regions.zunyi.sectors.liquor.demand_elasticity=0.001",
                          "regions.zunyi.sectors.liquor.income_elasticity=10" };
    struct text said = sentence_of(COHORTS, set, 2);

    (void) state;
    assert_string_equal(text_of(&said), "zunyi: gdp is not a finite number in 2022; a setting is too extreme");
    text_free(&said);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cohort_goes_negative), cmocka_unit_test(working_ages_outgrow_the_people),
        cmocka_unit_test(life_too_short),       cmocka_unit_test(a_life_within_reach_runs),
        cmocka_unit_test(prices_overflow),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
