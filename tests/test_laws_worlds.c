/* Laws that need a world of their own: a copy of the nation, a stationary population, another order in the file. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "tests/random_plan.h"
#include "tests/scratch.h"

#define DRAWS 60

/* ---- a region that is a copy of its benchmark stays at 100 ---- */

static const char nation_cfg[] =
    "model = \"growth\";\n"
    "population: { method = \"rates\"; total = 1000.0; previous = 995.0; growth = 0.1; working_age_share = 68.0; };\n"
    "labour: { employment_rate = 76.0; };\n"
    "production: { capital_output_ratio = 3.4; investment_rate = ((2020, 43.0), (2035, 38.0)); base_gap = -3.0; };\n"
    "sectors: {\n"
    "  farming:  { group = \"primary\"; value_added = 800.0; capital_share = 0.2; fixed_share = 0.25;\n"
    "              depreciation = 5.0; employment_share = 25.0; tfp_growth = 1.2; price_growth = 2.0; };\n"
    "  industry: { group = \"secondary\"; value_added = 3800.0; capital_share = 0.47; depreciation = 6.0;\n"
    "              employment_share = 28.0; tfp_growth = 1.0; price_growth = 1.0; demand_elasticity = 1.5;\n"
    "              capacity = ((2020, 4000.0), (2035, 9000.0)); };\n"
    "  services: { group = \"tertiary\"; value_added = 5500.0; capital_share = 0.45; depreciation = 5.0;\n"
    "              employment_share = 47.0; tfp_growth = 0.9; price_growth = 2.0; };\n"
    "};\n"
    "urbanization: { share = 60.0; difference = 5.0; norm = (3.7623, 2.604); pull = 0.1; };\n"
    "household: { share = 48.0; urban_rural_ratio = 2.5; };\n";

static const char twins_cfg[] =
    "home = \"copy\"; benchmark = \"nation\"; horizon: { start = 2020; end = 2035; };\n"
    "regions: { copy: { base = \"nation.cfg\"; }; nation: { base = \"nation.cfg\"; }; };\n"
    "modernization: { weights: { gdp_per_capita = 0.4; urbanization = 0.3; share_nonprimary = 0.2;\n"
    "  income = 0.1; }; };\n";

/* Gives the copy every value that the nation has, and nothing to catch up with but the nation itself. */
static void
copy_values(struct plan *p)
{
    const size_t head = strlen("regions.nation.");
    size_t copied = 0;

    set_all(p, "regions.", ".catch_up_level", 1);
    for (size_t i = 0; i < p->entries; i++) {
        char key[128];
        size_t twin;

        if (strncmp(p->entry[i].key, "regions.nation.", head) != 0)
            continue;
        snprintf(key, sizeof key, "regions.copy.%s", p->entry[i].key + head);
        twin = plan_find(p, key);
        assert_true(twin != PLAN_NONE && p->entry[twin].length == p->entry[i].length);
        memcpy(plan_values(p, twin), plan_values(p, i), p->entry[i].length * sizeof(double));
        copied++;
    }
    assert_true(copied > 50);
}

static void
stays_at_100(const struct trajectory *t, size_t copy)
{
    static const char *const at_100[] = { "relative_gdp_per_capita", "relative_gdp_per_capita_real", "modernization",
                                          "modernization_minimum" };

    for (size_t y = 0; y < t->years; y++)
        for (size_t i = 0; i < sizeof at_100 / sizeof at_100[0]; i++)
            assert_close(value_at(t, copy, at_100[i], y), 100, 1e-12);
    for (size_t y = 1; y < t->years; y++)
        assert_true(fabs(value_at(t, copy, "growth_gap", y)) < 1e-10);
}

static void
a_copy_of_the_nation_stays_at_100(void **state)
{
    char *folder = scratch_new(), *nation = scratch_file(folder, "nation.cfg", nation_cfg);
    char *path = scratch_file(folder, "twins.cfg", twins_cfg);
    struct dice d = { 100 };
    struct scenario sc;
    double *planned, before = 0;

    (void) state;
    scenario_open(&sc, path);
    planned = planned_values(&sc.plan);
    for (int i = 0; i < DRAWS; i++) {
        const size_t copy = region_of(&sc.plan, "copy"), last = 15;
        struct trajectory t;

        draw_plan(&d, &sc.plan, planned);
        copy_values(&sc.plan);
        project(&t, &sc.plan);
        stays_at_100(&t, copy);
        assert_true(fabs(value_at(&t, copy, "gdp_per_capita", last) / before - 1) > 1e-9);
        before = value_at(&t, copy, "gdp_per_capita", last);
        trajectory_free(&t);
        /* and with a policy of its own it does not */
        set_all(&sc.plan, "regions.copy.", ".tfp_boost", 0.02);
        project(&t, &sc.plan);
        assert_true(value_at(&t, copy, "relative_gdp_per_capita_real", last) > 101);
        trajectory_free(&t);
    }
    free(planned);
    scenario_free(&sc);
    free(nation);
    free(path);
    scratch_free(folder);
}

/* ---- replacement fertility and no migration keep a stationary population ---- */

#define OLDEST 100

/* Person-years by age under Gompertz's law of mortality, the hazard constant within a year of age */
static double
lived_by_age(double lived[OLDEST + 1], double rate[OLDEST + 1], double at_birth)
{
    double alive = 1, all = 0;

    for (int a = 0; a <= OLDEST; a++) {
        rate[a] = at_birth * exp(0.085 * a);
        lived[a] = a == OLDEST ? alive / rate[a] : alive * (1 - exp(-rate[a])) / rate[a];
        alive *= exp(-rate[a]);
        all += lived[a];
    }
    return all;
}

static void
add_ages(struct text *out, const char *sex, const double value[OLDEST + 1], double times)
{
    for (int a = 0; a <= OLDEST; a++)
        text_print(out, "%s,%d%s,%.17g\n", sex, a, a == OLDEST ? "+" : "", times * value[a]);
}

/* Mothers are aged 20 to 34, more of them in the middle. */
static double
add_mothers(struct text *out, const double lived[OLDEST + 1])
{
    double daughters = 0;

    text_add(out, "age_group,share_percent\n");
    for (int a = 20; a < 35; a++) {
        const double share = a < 25 ? 6 : a < 30 ? 9 : 5;

        text_print(out, "%d,%.17g\n", a, share);
        daughters += share / 100 * lived[a];
    }
    return daughters;
}

/* Writes a city whose people have the life table's ages, and whose women have `times` as many children as replace
 * them. Returns the path of its scenario. */
static char *
write_stationary(const char *folder, double boys, double times)
{
    double lived[2][OLDEST + 1], rate[2][OLDEST + 1], years[2], daughters;
    struct text ages = { 0 }, deaths = { 0 }, mothers = { 0 }, scenario = { 0 };
    char *path;

    years[0] = lived_by_age(lived[0], rate[0], 0.0001);
    years[1] = lived_by_age(lived[1], rate[1], 0.00006);
    text_add(&ages, "sex,age_group,persons\n");
    add_ages(&ages, "male", lived[0], 1000 * boys / 100);
    add_ages(&ages, "female", lived[1], 1000);
    text_add(&deaths, "sex,age_group,death_rate\n");
    add_ages(&deaths, "male", rate[0], 1);
    add_ages(&deaths, "female", rate[1], 1);
    daughters = add_mothers(&mothers, lived[1]) / (1 + boys / 100);
    text_print(&scenario,
               "home = \"city\"; horizon: { start = 2020; end = 2060; };\n"
               "regions: { city: { base = \"%s\";\n"
               "  population: { method = \"cohort\"; total = 500.0; ages = \"ages.csv\"; mortality = \"deaths.csv\";\n"
               "    life_expectancy_male = %.17g; life_expectancy_female = %.17g; fertility_rate = %.17g;\n"
               "    fertility_pattern = \"mothers.csv\"; sex_ratio_at_birth = %.17g; };\n"
               "}; };\n",
               "economy.cfg", years[0], years[1], times / daughters, boys);
    free(scratch_file(folder, "ages.csv", text_of(&ages)));
    free(scratch_file(folder, "deaths.csv", text_of(&deaths)));
    free(scratch_file(folder, "mothers.csv", text_of(&mothers)));
    free(scratch_file(folder, "economy.cfg",
                      "model = \"growth\"; labour: { employment_rate = 75.0; };\n"
                      "production: { capital_output_ratio = 3.5; investment_rate = 40.0; };\n"
                      "sectors: { all: { group = \"tertiary\"; value_added = 100.0; capital_share = 0.4;\n"
                      "  depreciation = 5.0; employment_share = 100.0; tfp_growth = 1.0; price_growth = 2.0; }; };\n"
                      "urbanization: { share = 50.0; difference = 4.0; };\n"));
    path = scratch_file(folder, "city.cfg", text_of(&scenario));
    text_free(&ages);
    text_free(&deaths);
    text_free(&mothers);
    text_free(&scenario);
    return path;
}

static void
replacement_keeps_a_stationary_population(void **state)
{
    static const struct {
        double boys, times;
    } row[] = { { 106, 1 }, { 118, 1 }, { 100, 1 }, { 106, 0.9 }, { 106, 1.2 } };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        static const char *const what[] = { "population", "working_age", "age65_share", "dependency_ratio" };
        char *folder = scratch_new(), *path = write_stationary(folder, row[i].boys, row[i].times);
        struct scenario sc;
        struct trajectory t;

        scenario_open(&sc, path);
        project(&t, &sc.plan);
        assert_close(value_at(&t, 0, "population", 0), 500, 1e-12);
        for (size_t k = 0; k < sizeof what / sizeof what[0] && row[i].times == 1; k++)
            for (size_t y = 1; y < t.years; y++)
                assert_close(value_at(&t, 0, what[k], y), value_at(&t, 0, what[k], 0), 1e-10);
        if (row[i].times != 1)
            assert_true((value_at(&t, 0, "population", 40) > 505) == (row[i].times > 1)
                        && fabs(value_at(&t, 0, "population", 40) - 500) > 5);
        trajectory_free(&t);
        scenario_free(&sc);
        free(path);
        scratch_free(folder);
    }
}

/* ---- the order of regions and of sectors in the file changes no value ---- */

static const char backwards_cfg[] =
    "regions: { guizhou: {}; zunyi: { sectors: { services: {}; industry: {}; liquor: {}; agriculture: {}; }; };\n"
    "  chongqing: {}; china: { sectors: { tertiary: {}; primary: {}; secondary: {}; }; }; };\n";

/* The same scenario with regions and sectors the other way round: keys keep the order in which they are named. */
static char *
write_backwards(const char *folder)
{
    char here[4096];
    struct text text = { 0 };
    char *path;

    assert_non_null(getcwd(here, sizeof here));
    text_print(&text, "base = (\"order.cfg\", \"%s%s%s\");\n", REFERENCE[0] == '/' ? "" : here,
               REFERENCE[0] == '/' ? "" : "/", WORLD);
    free(scratch_file(folder, "order.cfg", backwards_cfg));
    path = scratch_file(folder, "backwards.cfg", text_of(&text));
    text_free(&text);
    return path;
}

static void
take_values(struct plan *to, struct plan *from)
{
    assert_int_equal(to->entries, from->entries);
    for (size_t i = 0; i < from->entries; i++) {
        const size_t twin = plan_find(to, from->entry[i].key);

        assert_true(twin != PLAN_NONE && to->entry[twin].length == from->entry[i].length);
        memcpy(plan_values(to, twin), plan_values(from, i), from->entry[i].length * sizeof(double));
    }
}

static void
same_values(const struct trajectory *a, const struct trajectory *b)
{
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        const size_t region = region_of(b->plan, a->plan->region[a->series[i].region].key);

        for (size_t y = a->series[i].first; y < a->years; y++)
            assert_close(value_at(b, region, a->series[i].key, y), a->value[i * a->years + y], 1e-12);
    }
}

static void
order_changes_nothing(void **state)
{
    char *folder = scratch_new(), *path = write_backwards(folder);
    struct scenario forwards, backwards;
    struct dice d = { 4321 };
    double *planned;

    (void) state;
    scenario_open(&forwards, WORLD);
    planned = planned_values(&forwards.plan);
    scenario_open(&backwards, path);
    assert_string_equal(forwards.plan.region[0].key, "china");
    assert_string_equal(backwards.plan.region[0].key, "guizhou");
    assert_string_equal(backwards.plan.region[1].sector[0].key, "services");
    for (int i = 0; i < DRAWS; i++) {
        struct trajectory a, b;

        if (i > 0)
            draw_plan(&d, &forwards.plan, planned);
        take_values(&backwards.plan, &forwards.plan);
        project(&a, &forwards.plan);
        project(&b, &backwards.plan);
        same_values(&a, &b);
        trajectory_free(&a);
        trajectory_free(&b);
    }
    free(planned);
    scenario_free(&forwards);
    scenario_free(&backwards);
    free(path);
    scratch_free(folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy_of_the_nation_stays_at_100),
        cmocka_unit_test(replacement_keeps_a_stationary_population),
        cmocka_unit_test(order_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
