/* One setting: units, types, ranges, paths, unknown and missing names. */
#include "trial.h"

#include "scenario/unit.h"

static void
units_are_converted_to_the_last_bit(void **state)
{
    static const struct {
        const char *text;
        enum unit unit;
        double x;
    } row[] = {
        { "1.5 %", UNIT_PERCENT, 1.5 },
        { "1.5%", UNIT_PERCENT, 1.5 },
        { " -1.5 percent", UNIT_PERCENT, -1.5 },
        { "15 ‰", UNIT_PERCENT, 1.5 },
        { "2", UNIT_PERCENT, 2 },
        { "5500 亿元", UNIT_YI_YUAN, 5500 },
        { "0.55 万亿元", UNIT_YI_YUAN, 5500 },
        { "0.55万亿元", UNIT_YI_YUAN, 5500 },
        { "372005000000 元", UNIT_YI_YUAN, 3720.05 },
        { "372.005 billion yuan", UNIT_YI_YUAN, 3720.05 },
        { "8 万元", UNIT_YUAN, 80000 },
        { "56334 yuan", UNIT_YUAN, 56334 },
        { "660.98 万人", UNIT_WAN, 660.98 },
        { "6.6098 million", UNIT_WAN, 660.98 },
        { "6609800 人", UNIT_WAN, 660.98 },
        { "6.6098e0 million", UNIT_WAN, 660.98 },
        { "1.41212 billion", UNIT_WAN, 141212 },
        { "74.1 岁", UNIT_YEARS, 74.1 },
        { "10 years", UNIT_YEARS, 10 },
        { "110 boys per 100 girls", UNIT_BOYS, 110 },
        { "3.7 倍", UNIT_RATIO, 3.7 },
        { "0.5 points", UNIT_POINTS, 0.5 },
        { "95 index", UNIT_INDEX, 95 },
        { "50 位", UNIT_RANK, 50 },
        { "2035 年", UNIT_YEAR, 2035 },
        { "1.3 children per woman", UNIT_CHILDREN, 1.3 },
        { "4.5E-1", UNIT_NUMBER, 0.45 },
    };
    const char *written;
    double x;

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        assert_int_equal(unit_read(row[i].text, row[i].unit, &x, &written), UNIT_READ);
        assert_true(x == row[i].x);
    }
}

static void
what_is_no_number_or_of_another_unit(void **state)
{
    static const char *const none[] = {
        "", " ", "nan %", "nan", "inf", "-", "%", "1.2.3 %", "e5", "1e999 %", ".", "abc", "9e99999999999999999999 %"
    };
    static const char *const other[] = { "45 %", "1 x", "0x10", "1,000", "1e", "5 5" };
    const char *written;
    double x;

    (void) state;
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        assert_int_equal(unit_read(none[i], UNIT_PERCENT, &x, &written), UNIT_NO_NUMBER);
    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
        assert_int_equal(unit_read(other[i], UNIT_NUMBER, &x, &written), UNIT_OTHER);
    assert_int_equal(unit_read("5 亿元", UNIT_YUAN, &x, &written), UNIT_OTHER);
    assert_string_equal(written, "亿元");
}

/* One line that sets one setting of the city, and what is said of it */
struct row {
    const char *group, *setting, *said;
};

static void
try_rows(struct trial *t, const struct row *row, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char text[400];

        snprintf(text, sizeof text, "regions: { city: { %s: { %s; }; }; };", row[i].group, row[i].setting);
        assert_refused(t, text, row[i].said);
    }
}

#define TRY(state, row) try_rows((state), (row), sizeof(row) / sizeof(row)[0])

static void
types(void **state)
{
    static const struct row row[] = {
        { "labour", "mobility = true", "t.cfg:2: 'mobility' must be a number or a list of (year, value), got true\n" },
        { "labour", "mobility = (2020, 1.0)",
          "t.cfg:2: 'mobility' must be a number or a list of (year, value), got (2020, 1)\n" },
        { "labour", "mobility = ()", "t.cfg:2: 'mobility' must be a number or a list of (year, value), got ()\n" },
        { "labour", "mobility = { a = 1; }",
          "t.cfg:2: 'mobility' must be a number or a list of (year, value), got { ... }\n" },
        { "labour", "mobility = \"nan\"", "t.cfg:2: 'mobility' must be a number, got \"nan\"\n" },
        { "labour", "mobility = \"nan %\"", "t.cfg:2: 'mobility' must be a number, got \"nan %\"\n" },
        { "population", "total = (1, 2)", "t.cfg:2: 'total' must be a number, got (1, 2)\n" },
        { "population", "total = ((2020, 1), (2021, 2))",
          "t.cfg:2: 'total' must be a number, got ((2020, 1), (2021, 2))\n" },
        { "population", "total = (1, 2, 3, 4)", "t.cfg:2: 'total' must be a number, got ( ... )\n" },
        { "population", "total = ((1, 2, 3), 4)", "t.cfg:2: 'total' must be a number, got (( ... ), 4)\n" },
        { "population", "total = \"12345678901234567890123456789012345678901234567890123456789中\"; employed = 1",
          "t.cfg:2: unknown setting 'employed'; there are: method, total, previous, per_head_on, working_ages, growth, "
          "working_age_share, working_age_share_growth, ages, mortality, life_expectancy_male, life_expectancy_female, "
          "fertility_rate, fertility_pattern, sex_ratio_at_birth, net_migration, migration_pattern, migration_rates\n"
          "t.cfg:2: 'total' is in wan persons, cannot take 中\n" },
        { "population", "total = \"a234567890123456789012345678901234567890123456789012345678中\"",
          "t.cfg:2: 'total' must be a number, got \"a234567890123456789012345678901234567890123456789012345678...\n" },
        { "population", "method = \"rate\"", "t.cfg:2: 'method' must be one of \"cohort\", \"rates\", got \"rate\"\n" },
        { "population", "per_head_on = 1", "t.cfg:2: 'per_head_on' must be one of \"mean\", \"end\", got 1\n" },
        { "population", "working_ages = 15", "t.cfg:2: 'working_ages' must be two numbers, (a, b), got 15\n" },
        { "population", "working_ages = (15, 64, 65)",
          "t.cfg:2: 'working_ages' must be two numbers, (a, b), got (15, 64, 65)\n" },
        { "population", "working_ages = (15, \"x\")", "t.cfg:2: 'working_ages' must be a number, got \"x\"\n" },
        { "population", "working_ages = (64, 15)",
          "t.cfg:2: working_ages must be two whole ages, the first not above the second\n" },
        { "population", "working_ages = (15.5, 64)",
          "t.cfg:2: working_ages must be two whole ages, the first not above the second\n" },
        { "sectors: { farms", "name = 5; }", "t.cfg:2: 'name' must be a text in quotes, got 5\n" },
    };

    TRY(*state, row);
    assert_refused(*state, "regions: { city: { west = 1; parent = 5; }; };",
                   "t.cfg:2: 'parent' must be a text in quotes, got 5\nt.cfg:2: 'west' must be true or false, got 1\n");
    assert_refused(*state, "regions: { city: { labour = 5; }; };",
                   "t.cfg:2: 'labour' must be a group, { ... }, got 5\n");
    assert_refused(*state, "seed = -1;",
                   "t.cfg:2: 'seed' must be a whole number of at most 19 digits, not negative, got \"-1\"\n");
    assert_refused(*state, "seed = \"x\";",
                   "t.cfg:2: 'seed' must be a whole number of at most 19 digits, not negative, got \"x\"\n");
    assert_refused(*state, "seed = 1.5;",
                   "t.cfg:2: 'seed' must be a whole number of at most 19 digits, not negative, got 1.5\n");
}

static void
ranges_and_their_ends(void **state)
{
    static const struct row row[] = {
        { "labour", "employment_rate = 29.9", "t.cfg:2: 'employment_rate' is 29.9; must be from 30 to 100 percent\n" },
        { "labour", "employment_rate = \"120 %\"",
          "t.cfg:2: 'employment_rate' is 120; must be from 30 to 100 percent\n" },
        { "population", "total = 0", "t.cfg:2: 'total' is 0; must be above 0 and at most 10000000 wan persons\n" },
        { "sectors: { farms", "fixed_share = 0.9; }",
          "t.cfg:2: 'fixed_share' is 0.9; must be from 0 to below 0.9 plain numbers\n" },
        { "sectors: { farms", "capital_share = 0; }",
          "t.cfg:2: 'capital_share' is 0; must be above 0 and below 0.9 plain numbers\n" },
        { "population", "total = \"5 亿元\"", "t.cfg:2: 'total' is in wan persons, cannot take 亿元\n" },
        { "labour", "mobility = \"5 %\"", "t.cfg:2: 'mobility' is in plain numbers, cannot take %\n" },
    };

    TRY(*state, row);
    assert_accepted(
        *state, "regions: { city: { labour: { employment_rate = 100; mobility = ((2020, 0.03), (2030, 0.5)); }; }; };",
        "t.cfg:2: warning: 'employment_rate' is 100; usually from 72 to 79 percent\n"
        "t.cfg:2: warning: 'mobility' is 0.5; usually from 0.015 to 0.06 plain numbers\n");
}

static void
paths(void **state)
{
    static const struct row row[] = {
        { "labour", "mobility = ((2020, 0.02), (2020, 0.03))",
          "t.cfg:2: 'mobility': the years of a path must rise; 2020 does not\n" },
        { "labour", "mobility = ((2030, 0.02), (2020, 0.03), (2025, 7))",
          "t.cfg:2: 'mobility': the years of a path must rise; 2020 does not\n"
          "t.cfg:2: 'mobility' is 7; must be from 0 to 1 plain numbers\n" },
        { "labour", "mobility = ((2020, 0.02), 5)",
          "t.cfg:2: 'mobility' must be (year, value) at each point of its path, got 5\n" },
        { "labour", "mobility = ((2020, 0.02, 1), (2021))",
          "t.cfg:2: 'mobility' must be (year, value) at each point of its path, got (2020, 0.02, 1)\n"
          "t.cfg:2: 'mobility' must be (year, value) at each point of its path, got (2021)\n" },
        { "labour", "mobility = ((2020.5, 0.02))",
          "t.cfg:2: 'mobility' must be a year, a whole number of four digits, got 2020.5\n" },
        { "labour", "mobility = ((20, 0.02))",
          "t.cfg:2: 'mobility' must be a year, a whole number of four digits, got 20\n" },
        { "labour", "mobility = ((2020, \"x\"))", "t.cfg:2: 'mobility' must be a number, got \"x\"\n" },
    };
    struct trial *t = *state;
    const double *x;

    TRY(*state, row);
    assert_accepted(t,
                    "regions: { city: { production: { tfp_boost = ((2010, \"0 %\"), (2025, 0.5), (2045, 0)); }; }; };",
                    "");
    x = plan_values(&t->sc.plan, plan_find(&t->sc.plan, "regions.city.production.tfp_boost"));
    assert_close(x[0], 0.005 * 10 / 15, 1e-15);
    assert_close(x[5], 0.005, 0);
    assert_close(x[10], 0.005 * 15 / 20, 1e-15);
}

static void
unknown_and_missing_names(void **state)
{
    static const struct row row[] = {
        { "population", "net_migraton = -0.1",
          "t.cfg:2: unknown setting 'net_migraton'; did you mean 'net_migration'?\n" },
        { "labour", "wages = 1", "t.cfg:2: unknown setting 'wages'; there are: employment_rate, mobility\n" },
    };

    TRY(*state, row);
    assert_refused(
        *state, "remove = (\"regions.city.labour.employment_rate\", \"regions.city.population.total\");",
        "good.cfg:19: missing setting 'regions.city.population.total' (residents at the end of the base year, in wan "
        "persons)\n"
        "good.cfg:21: missing setting 'regions.city.labour.employment_rate' (employed, percent of the working-age "
        "population, in percent)\n");
    assert_refused(
        *state, "remove = (\"regions.city.labour\", \"regions.city.model\", \"home\");",
        "t.cfg:1: missing setting 'home' (the region that the scenario is about)\n"
        "good.cfg:17: missing setting 'regions.city.model' (by sectors, or by converging to the benchmark)\n");
    assert_accepted(*state, "regions: { city: { population: { fertility_rate = 1.0; }; }; };",
                    "t.cfg:2: warning: 'fertility_rate' has no effect here\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_are_converted_to_the_last_bit),
        cmocka_unit_test(what_is_no_number_or_of_another_unit),
        TRIAL(types),
        TRIAL(ranges_and_their_ends),
        TRIAL(paths),
        TRIAL(unknown_and_missing_names),
    };

    return RUN_TRIALS(tests);
}
