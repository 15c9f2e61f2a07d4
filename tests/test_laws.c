/* Laws that hold whatever the settings: over scenarios drawn at random within their usual ranges. */
#include <stdio.h>
#include <stdlib.h>
#include "tests/random_plan.h"
#include "engine/world.h"

#define DRAWS 120 /* of each law; all worlds together */

static const char *const worlds[] = { WORLD, REFERENCE "city_cohorts.cfg", COUNTRY };

/* What a law says of one run; `p` may be changed, it is drawn anew each time. */
typedef void law(struct plan *p, const struct trajectory *t, struct dice *d);

/* Draws plans from a scenario, lets `settle` set what the law supposes, and holds the law against the run. The
 * draws must matter: no two runs end with the same GDP. */
static void
over_random_plans(const char *path, int draws, void (*settle)(struct plan *), law *holds)
{
    struct dice d = { 20201231 };
    struct scenario sc;
    double *planned, before = 0;

    scenario_open(&sc, path);
    planned = planned_values(&sc.plan);
    for (int i = 0; i < draws; i++) {
        struct trajectory t;
        double gdp;

        draw_plan(&d, &sc.plan, planned);
        if (settle)
            settle(&sc.plan);
        project(&t, &sc.plan);
        gdp = value_at(&t, sc.plan.home, "gdp", t.years - 1);
        assert_true(fabs(gdp / before - 1) > 1e-9);
        before = gdp;
        holds(&sc.plan, &t, &d);
        trajectory_free(&t);
    }
    free(planned);
    scenario_free(&sc);
}

static void
in_all_worlds(void (*settle)(struct plan *), law *holds)
{
    const int count = sizeof worlds / sizeof worlds[0];

    for (int i = 0; i < count; i++)
        over_random_plans(worlds[i], DRAWS / count, settle, holds);
}

static double
sectors_add(const struct trajectory *t, size_t region, const char *what, size_t year)
{
    double sum = 0;
    char key[64];

    for (size_t s = 0; s < t->plan->region[region].sectors; s++) {
        snprintf(key, sizeof key, "%s%s", what, t->plan->region[region].sector[s].key);
        sum += value_at(t, region, key, year);
    }
    return sum;
}

static void
parts_add_up(struct plan *p, const struct trajectory *t, struct dice *d)
{
    (void) d;
    for (size_t r = 0; r < p->regions; r++)
        for (size_t y = 0; y < t->years; y++) {
            const double primary = value_at(t, r, "share_primary", y), tertiary = value_at(t, r, "share_tertiary", y);

            assert_close(primary + value_at(t, r, "share_secondary", y) + tertiary, 100, 1e-12);
            assert_close(value_at(t, r, "share_nonprimary", y), 100 - primary, 1e-12);
            if (p->region[r].sectors == 0)
                continue;
            assert_close(sectors_add(t, r, "labour_share_", y), 100, 1e-12);
            assert_close(sectors_add(t, r, "va_", y), value_at(t, r, "gdp", y), 1e-12);
            assert_close(sectors_add(t, r, "va_real_", y), value_at(t, r, "gdp_real", y), 1e-12);
        }
}

static void
shares_add_to_100(void **state)
{
    (void) state;
    in_all_worlds(NULL, parts_add_up);
}

#define DEPRECIATION 0.057

static void
one_depreciation(struct plan *p)
{
    assert_true(set_all(p, "regions.", ".depreciation", DEPRECIATION) > 0);
}

/* K' = (1 - delta) K + iota V/P, P the nation's deflator */
static void
capital_is_kept_and_built(struct plan *p, const struct trajectory *t, struct dice *d)
{
    (void) d;
    for (size_t r = 0; r < p->regions; r++) {
        const size_t prices = p->benchmark == PLAN_NONE ? r : p->benchmark;

        for (size_t y = 0; p->region[r].sectors && y + 1 < t->years; y++) {
            const double invested = value_at(t, r, "investment_rate", y) / 100 * value_at(t, r, "gdp", y)
                                    / value_at(t, prices, "gdp_deflator", y);
            const double kept = (1 - DEPRECIATION) * value_at(t, r, "capital", y);

            assert_close(value_at(t, r, "capital", y + 1), kept + invested, 1e-12);
            assert_true(invested > 0.01 * kept);
        }
    }
}

static void
capital_adds_up(void **state)
{
    (void) state;
    in_all_worlds(one_depreciation, capital_is_kept_and_built);
}

static void
growth_is_explained(struct plan *p, const struct trajectory *t, struct dice *d)
{
    static const char *const part[] = { "tfp", "capital", "fixed", "human_capital", "labour", "reallocation", "cycle" };
    char key[64];

    (void) d;
    for (size_t r = 0; r < p->regions; r++)
        for (size_t y = 1; p->region[r].sectors && y < t->years; y++) {
            double sum = 0;

            for (size_t i = 0; i < sizeof part / sizeof part[0]; i++) {
                snprintf(key, sizeof key, "contribution_%s", part[i]);
                sum += value_at(t, r, key, y);
            }
            assert_true(fabs(sum - 100 * log(value_at(t, r, "gdp_real", y) / value_at(t, r, "gdp_real", y - 1)))
                        < 1e-9);
        }
}

static void
contributions_add_to_growth(void **state)
{
    (void) state;
    in_all_worlds(NULL, growth_is_explained);
}

static void
no_growth_of_its_own(struct plan *p)
{
    assert_true(set_all(p, "regions.", ".tfp_growth", 0) > 0);
    set_all(p, "regions.", ".catch_up", 0.01);
}

/* Where sectors' own productivity stands still, policy and catching up are all of it. */
static void
tfp_is_policy_and_catching_up(struct plan *p, const struct trajectory *t, struct dice *d)
{
    (void) d;
    for (size_t r = 0; r < p->regions; r++)
        for (size_t y = 1; p->region[r].sectors && y < t->years; y++) {
            const double policy = value_at(t, r, "contribution_policy", y);
            const double catch_up = value_at(t, r, "contribution_catch_up", y);

            assert_true(fabs(value_at(t, r, "contribution_tfp", y) - policy - catch_up) < 1e-11);
            assert_true(policy != 0);
            assert_true((catch_up == 0) == (p->benchmark == PLAN_NONE || r == p->benchmark));
        }
}

static void
policy_and_catching_up_are_parts_of_tfp(void **state)
{
    (void) state;
    in_all_worlds(no_growth_of_its_own, tfp_is_policy_and_catching_up);
}

/* More of it in every sector and year lowers real GDP in none. */
static void
boost_never_harms(struct plan *p, const struct trajectory *t, struct dice *d)
{
    const double more = dice_between(d, 0.0005, 0.01);

    for (size_t r = 0; r < p->regions; r++) {
        struct trajectory boosted;
        double *boost;
        size_t length;

        if (p->region[r].sectors == 0)
            continue;
        boost = group_values(p, &p->region[r].group[GROUP_PRODUCTION], PRODUCTION_TFP_BOOST);
        length = p->entry[p->region[r].group[GROUP_PRODUCTION].entry[PRODUCTION_TFP_BOOST]].length;
        for (size_t i = 0; i < length; i++)
            boost[i] += more;
        project(&boosted, p);
        for (size_t y = 0; y < t->years; y++)
            assert_true(value_at(&boosted, r, "gdp_real", y) >= value_at(t, r, "gdp_real", y) * (1 - 1e-13));
        assert_true(value_at(&boosted, r, "gdp_real", t->years - 1) > value_at(t, r, "gdp_real", t->years - 1));
        trajectory_free(&boosted);
        for (size_t i = 0; i < length; i++)
            boost[i] -= more;
    }
}

static void
more_tfp_boost_never_lowers_gdp(void **state)
{
    (void) state;
    in_all_worlds(NULL, boost_never_harms);
}

static void
people_and_work(struct plan *p, const struct trajectory *t, struct dice *d)
{
    char key[128];

    (void) d;
    for (size_t r = 0; r < p->regions; r++) {
        const double *previous = group_values(p, &p->region[r].group[GROUP_POPULATION], POPULATION_PREVIOUS);
        double before = previous ? *previous : value_at(t, r, "population", 0);

        for (size_t y = 0; y < t->years; y++) {
            const double people = value_at(t, r, "population", y);

            assert_close(value_at(t, r, "population_mean", y), (before + people) / 2, 1e-13);
            before = people;
            if (!p->region[r].group[GROUP_LABOUR].table)
                continue;
            snprintf(key, sizeof key, "regions.%s.labour.employment_rate", p->region[r].key);
            assert_close(value_at(t, r, "employment", y), setting_at(p, key, y) * value_at(t, r, "working_age", y),
                         1e-13);
            assert_true(value_at(t, r, "working_age", y) < people);
        }
    }
}

static void
employment_and_mean_population(void **state)
{
    (void) state;
    in_all_worlds(NULL, people_and_work);
}

static void
town_has_room(struct plan *p, const struct trajectory *t, struct dice *d)
{
    char key[128];

    (void) d;
    for (size_t r = 0; r < p->regions; r++)
        for (size_t y = 0; y < t->years; y++) {
            const double u = value_at(t, r, "urbanization", y);

            snprintf(key, sizeof key, "regions.%s.urbanization.ceiling", p->region[r].key);
            assert_true(u > 0 && u < 100 * setting_at(p, key, 0));
        }
}

static void
fast_towns(struct plan *p)
{
    set_all(p, "regions.", ".urbanization.policy", 0.5); /* far beyond what is usual: the ceiling must hold */
}

static void
urban_share_stays_under_its_ceiling(void **state)
{
    (void) state;
    in_all_worlds(NULL, town_has_room);
    in_all_worlds(fast_towns, town_has_room);
}

/* Manual VIII: without a norm the logit grows by the difference and by policy, whatever else happens. */
static void
logit_adds_up(struct plan *p, const struct trajectory *t, struct dice *d)
{
    const double ceiling = 100 * setting_at(p, "regions.country.urbanization.ceiling", 0);
    const double difference = setting_at(p, "regions.country.urbanization.difference", 0);
    double sum = 0;

    (void) d;
    for (size_t y = 0; y < t->years; y++) {
        const double start = value_at(t, 0, "urbanization", 0);

        sum += y ? difference + setting_at(p, "regions.country.urbanization.policy", y) : 0;
        assert_close(value_at(t, 0, "urbanization", y), ceiling / (1 + (ceiling / start - 1) * exp(-sum)), 1e-12);
    }
    assert_true(fabs(sum) > 0.05);
}

static void
manual_viii(void **state)
{
    (void) state;
    over_random_plans(COUNTRY, DRAWS, NULL, logit_adds_up);
}

static void
incomes_average_back(struct plan *p, const struct trajectory *t, struct dice *d)
{
    const size_t home = p->home;

    (void) d;
    for (size_t y = 0; y < t->years; y++) {
        const double u = (value_at(t, home, "urbanization", y) + value_at(t, home, "urbanization", y ? y - 1 : 0))
                         / 200;
        const double urban = value_at(t, home, "income_urban", y), rural = value_at(t, home, "income_rural", y);

        assert_close(u * urban + (1 - u) * rural, value_at(t, home, "income", y), 1e-12);
        assert_close(urban / rural, value_at(t, home, "income_ratio", y), 1e-12);
        assert_close(value_at(t, home, "income", y) * value_at(t, home, "population_mean", y) / 1e4,
                     setting_at(p, "regions.zunyi.household.share", y) * value_at(t, home, "gdp", y), 1e-12);
    }
}

static void
income_of_town_and_country(void **state)
{
    (void) state;
    over_random_plans(WORLD, DRAWS, NULL, incomes_average_back);
}

#define LEVEL 0.9

/* Chongqing stands at its level of the nation's real GDP per head, and nothing else moves it. */
static void
stand_at_the_level(struct plan *p)
{
    const double nation = setting_at(p, "regions.china.sectors.primary.value_added", 0)
                          + setting_at(p, "regions.china.sectors.secondary.value_added", 0)
                          + setting_at(p, "regions.china.sectors.tertiary.value_added", 0);
    const double people = setting_at(p, "regions.china.population.total", 0)
                          + setting_at(p, "regions.china.population.previous", 0);
    const double residents = setting_at(p, "regions.chongqing.population.total", 0)
                             + setting_at(p, "regions.chongqing.population.previous", 0);

    set_all(p, "regions.chongqing.", ".excess", 0);
    set_all(p, "regions.chongqing.", ".level", LEVEL);
    set_all(p, "regions.chongqing.", ".gdp", LEVEL * nation / people * residents);
}

static void
keeps_its_place(struct plan *p, const struct trajectory *t, struct dice *d)
{
    const size_t r = region_of(p, "chongqing"), other = region_of(p, "guizhou");

    (void) d;
    for (size_t y = 0; y < t->years; y++) {
        assert_close(value_at(t, r, "relative_gdp_per_capita_real", y), 100 * LEVEL, 1e-12);
        assert_close(value_at(t, r, "relative_gdp_per_capita", y), 100 * LEVEL, 1e-12);
    }
    assert_true(fabs(value_at(t, other, "relative_gdp_per_capita_real", t->years - 1)
                     - value_at(t, other, "relative_gdp_per_capita_real", 0))
                > 1e-3);
}

static void
at_its_level_a_region_grows_like_the_nation(void **state)
{
    (void) state;
    over_random_plans(WORLD, DRAWS, stand_at_the_level, keeps_its_place);
}

/* What one lane of a block computes, every other one computes to the last bit, and so does a plain run. */
static void
lanes_agree(struct plan *p, const struct trajectory *t, struct dice *d)
{
    struct world w = { 0 };
    struct error err = { 0 };

    (void) d;
    assert_int_equal(world_init(&w, p, &err), OK);
    assert_int_equal(world_run(&w, &err), OK);
    assert_int_equal(w.count, t->count);
    for (size_t i = 0; i < w.count; i++)
        for (size_t y = w.series[i].first; y < t->years; y++)
            EACH_LANE(l)
                assert_memory_equal(&world_row(&w, i, y)[l], &t->value[i * t->years + y], sizeof(double));
    world_free(&w);
    error_free(&err);
}

static void
all_lanes_agree(void **state)
{
    (void) state;
    in_all_worlds(NULL, lanes_agree);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_add_to_100),
        cmocka_unit_test(capital_adds_up),
        cmocka_unit_test(contributions_add_to_growth),
        cmocka_unit_test(policy_and_catching_up_are_parts_of_tfp),
        cmocka_unit_test(more_tfp_boost_never_lowers_gdp),
        cmocka_unit_test(employment_and_mean_population),
        cmocka_unit_test(urban_share_stays_under_its_ceiling),
        cmocka_unit_test(manual_viii),
        cmocka_unit_test(income_of_town_and_country),
        cmocka_unit_test(at_its_level_a_region_grows_like_the_nation),
        cmocka_unit_test(all_lanes_agree),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
