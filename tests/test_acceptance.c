/* The reference cases: scenarios with the numbers they must give, relative 1e-9; absolute 1e-9 for contributions,
 * growth gaps and where the expected value is below 1e-6; ranks exactly. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "tests/check.h"
#include "base/csv.h"
#include "engine/run.h"
#include "scenario/scenario.h"

#ifndef REFERENCE
#define REFERENCE "tests/reference/"
#endif

struct run {
    struct scenario scenario;
    struct trajectory trajectory;
    struct error err;
};

static void
print_errors(const struct error *err)
{
    for (size_t i = 0; i < err->lines; i++) {
        struct text line = { 0 };

        error_print(&line, &err->line[i], ENGLISH);
        print_error("%s\n", text_of(&line));
        text_free(&line);
    }
}

static void
run_open(struct run *r, const char *path)
{
    memset(r, 0, sizeof *r);
    if (scenario_read(&r->scenario, path, NULL, 0, &r->err) != OK
        || run_plan(&r->trajectory, &r->scenario.plan, &r->err) != OK) {
        print_errors(&r->err);
        fail_msg("%s does not run", path);
    }
}

static void
run_close(struct run *r)
{
    trajectory_free(&r->trajectory);
    scenario_free(&r->scenario);
    error_free(&r->err);
}

static size_t
region_number(const struct plan *p, const char *key)
{
    for (size_t i = 0; i < p->regions; i++)
        if (!strcmp(p->region[i].key, key))
            return i;
    fail_msg("no region %s", key);
    return 0;
}

static bool
agrees(const char *indicator, double value, double expected)
{
    const bool absolute = !strncmp(indicator, "contribution_", 13) || strstr(indicator, "growth_gap")
                          || fabs(expected) < 1e-6;

    if (strstr(indicator, "rank"))
        return value == expected;
    return fabs(value - expected) <= 1e-9 * (absolute ? 1 : fabs(expected));
}

/* Every row of the expected values; and not a row more in the trajectory. */
static void
compare(const struct run *r, const char *path)
{
    struct csv c = { 0 };
    struct error err = { 0 };
    size_t region, indicator, year, value, rows = 0;

    assert_int_equal(csv_read(&c, path, NOWHERE, &err), OK);
    assert_int_equal(csv_need(&c, "region", &region, &err), OK);
    assert_int_equal(csv_need(&c, "indicator", &indicator, &err), OK);
    assert_int_equal(csv_need(&c, "year", &year, &err), OK);
    assert_int_equal(csv_need(&c, "value", &value, &err), OK);
    for (size_t i = 0; i < c.rows; i++) {
        const size_t home = region_number(&r->scenario.plan, csv_cell(&c, i, region));
        const char *key = csv_cell(&c, i, indicator);
        double expected, at, got;

        assert_int_equal(csv_number(&c, i, year, &at, &err), OK);
        assert_int_equal(csv_number(&c, i, value, &expected, &err), OK);
        got = trajectory_at(&r->trajectory, trajectory_find(&r->trajectory, home, key), (int) at);
        if (!agrees(key, got, expected))
            fail_msg("%s,%s,%g: %.17g, expected %.17g", csv_cell(&c, i, region), key, at, got, expected);
    }
    for (size_t i = 0; i < r->trajectory.count; i++)
        rows += r->trajectory.years - r->trajectory.series[i].first;
    assert_int_equal(rows, c.rows);
    csv_free(&c);
    error_free(&err);
}

static void
gives_its_numbers(void **state)
{
    const char *name = *state;
    char cfg[128], csv[128];
    struct run r;

    snprintf(cfg, sizeof cfg, REFERENCE "%s.cfg", name);
    snprintf(csv, sizeof csv, REFERENCE "%s.csv", name);
    run_open(&r, cfg);
    compare(&r, csv);
    run_close(&r);
}

static double
value_of(const struct run *r, const char *region, const char *key, int year)
{
    return trajectory_at(&r->trajectory, trajectory_find(&r->trajectory, region_number(&r->scenario.plan, region), key),
                         year);
}

/* Loayza and Pennings' spreadsheet, and the UN manual's 40, 50, 60 per cent */
static void
ltgm_and_manual_viii_published_values(void **state)
{
    struct run r;

    (void) state;
    run_open(&r, REFERENCE "ltgm_forward.cfg");
    assert_close(value_of(&r, "country", "gdp_growth", 2021), 5.3366090551332, 1e-12);
    assert_close(value_of(&r, "country", "capital_output_ratio", 2035), 3.967383127659768, 1e-12);
    assert_close(value_of(&r, "country", "urbanization", 2030), 50, 1e-12);
    run_close(&r);
}

/* 3720.05 yi over the mean of 659.74 and 660.98 wan is what the communique prints: 56334 yuan */
static void
published_gdp_per_head(void **state)
{
    struct run r;

    (void) state;
    run_open(&r, REFERENCE "city_and_nation.cfg");
    assert_close(round(value_of(&r, "zunyi", "gdp_per_capita", 2020)), 56334, 0);
    run_close(&r);
}

static void
ranks_of_the_panel(void **state)
{
    struct run r;

    (void) state;
    run_open(&r, REFERENCE "whole_world.cfg");
    assert_true(value_of(&r, "zunyi", "rank_national", 2020) == 63);
    assert_true(value_of(&r, "zunyi", "rank_west", 2020) == 8);
    run_close(&r);
}

#define reference(name) \
    { \
#name, gives_its_numbers, NULL, NULL, (void *) #name \
    }

int
main(void)
{
    const struct CMUnitTest tests[] = {
        reference(ltgm_forward),
        reference(city_and_nation),
        reference(inherits),
        reference(city_cohorts),
        reference(whole_world),
        cmocka_unit_test(ltgm_and_manual_viii_published_values),
        cmocka_unit_test(published_gdp_per_head),
        cmocka_unit_test(ranks_of_the_panel),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
