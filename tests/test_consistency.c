/* What targets imply of a third quantity: figures worked out by hand, and where there is nothing to say. */
#include <math.h>
#include <string.h>
#include "tests/check.h"
#include "analysis/consistency.h"
#include "engine/series.h"
#include "models/production.h"

#define YEARS 6
#define SERIES 13
#define TARGETS 4

enum { CITY, NATION, REGIONS };

static const struct {
    size_t region;
    const char *indicator, *key;
    size_t sector;
    double base, end; /* 2020, 2025 */
} path[SERIES] = {
    { CITY, "gdp", "gdp", PLAN_NONE, 3720, 5400 },
    { CITY, "gdp_real", "gdp_real", PLAN_NONE, 3720, 5000 },
    { CITY, "gdp_per_capita", "gdp_per_capita", PLAN_NONE, 56363.636363636363, 80000 },
    { CITY, "gdp_per_capita_real", "gdp_per_capita_real", PLAN_NONE, 56363.636363636363, 75000 },
    { CITY, "population", "population", PLAN_NONE, 661, 655 },
    { CITY, "urbanization", "urbanization", PLAN_NONE, 55, 60 },
    { CITY, "investment_rate", "investment_rate", PLAN_NONE, 50, 60 },
    { CITY, "va_", "va_works", 0, 1000, 1200 },
    { CITY, "va_real_", "va_real_works", 0, 1000, 1100 },
    { CITY, "va_", "va_farms", 1, 2720, 4200 },
    { CITY, "va_real_", "va_real_farms", 1, 2720, 3900 },
    { NATION, "gdp", "gdp", PLAN_NONE, 1e6, 1e6 },
    { NATION, "gdp_per_capita", "gdp_per_capita", PLAN_NONE, 7e4, 7e4 },
};

struct world {
    struct plan plan;
    struct plan_region region[REGIONS];
    struct plan_sector sector[2];
    size_t row[2][SECTOR_SETTINGS];
    struct plan_step step[1];
    struct plan_target target[TARGETS];
    struct plan_entry entry[1];
    double value[YEARS];
    struct trajectory trajectory;
    struct series series[SERIES];
    double values[SERIES * YEARS];
    struct judgements judged;
    struct implieds found;
};

static size_t
number_of(const char *indicator)
{
    size_t i = 0;

    while (strcmp(indicators[i].key, indicator) != 0)
        i++;
    return i;
}

/* A city of two sectors, `works` with a capacity that rises to 1250 */
static void
world_open(struct world *w)
{
    static const char *const key[2] = { "works", "farms" };

    *w = (struct world) { 0 };
    w->region[CITY] = (struct plan_region) { .key = "city", .sectors = 2, .sector = w->sector };
    w->region[NATION].key = "nation";
    for (size_t s = 0; s < 2; s++) {
        w->sector[s] = (struct plan_sector) { .key = key[s], .settings = { NULL, w->row[s] } };
        for (size_t i = 0; i < SECTOR_SETTINGS; i++)
            w->row[s][i] = PLAN_NONE;
    }
    w->row[0][SECTOR_CAPACITY] = 0;
    w->entry[0].length = YEARS;
    for (size_t t = 0; t < YEARS; t++)
        w->value[t] = 1000 + 50 * (double) t;
    w->step[0] = (struct plan_step) { "first", "First", "第一步", 2021, 2025 };
    w->plan = (struct plan) { .start = 2020,
                              .end = 2025,
                              .years = YEARS,
                              .regions = REGIONS,
                              .region = w->region,
                              .home = CITY,
                              .benchmark = NATION,
                              .target = w->target,
                              .step = w->step,
                              .entry = w->entry,
                              .value = w->value,
                              .plausible = { { -1, 0, -2, -2, -10 }, { 0.5, 4, 12, 2, 15 }, NAN } };
    for (size_t i = 0; i < SERIES; i++) {
        w->series[i] = (struct series) { path[i].region, number_of(path[i].indicator), path[i].sector, 0, "" };
        strcpy(w->series[i].key, path[i].key);
        for (size_t t = 0; t < YEARS; t++)
            w->values[i * YEARS + t] = path[i].base + (path[i].end - path[i].base) * (double) t / (YEARS - 1);
    }
    w->trajectory = (struct trajectory) {
        .plan = &w->plan, .count = SERIES, .series = w->series, .years = YEARS, .value = w->values
    };
}

static struct plan_target *
add_target(struct world *w, const char *indicator, size_t sector, double bound)
{
    struct plan_target *g = &w->target[w->plan.targets++];

    *g = (struct plan_target) { .key = "aim",
                                .step = PLAN_NONE,
                                .region = CITY,
                                .indicator = number_of(indicator),
                                .sector = sector,
                                .year = 2025,
                                .bound = bound,
                                .bound_indicator = PLAN_NONE,
                                .bound_sector = PLAN_NONE,
                                .times = 1,
                                .over = PLAN_NONE,
                                .relative_to = PLAN_NONE,
                                .counts = true };
    return g;
}

static void
look(struct world *w)
{
    struct error err = { 0 };

    assert_int_equal(targets_judge(&w->judged, &w->trajectory, &err), OK);
    consistency_find(&w->found, &w->judged, &w->trajectory);
}

/* The one case of that identity; NULL where there is none */
static const struct implied *
case_of(const struct world *w, enum identity identity)
{
    const struct implied *found = NULL;

    for (size_t i = 0; i < w->found.count; i++)
        if (w->found.at[i].identity == identity) {
            assert_null(found);
            found = &w->found.at[i];
        }
    return found;
}

static void
world_close(struct world *w)
{
    implieds_free(&w->found);
    implieds_free(&w->found);
    judgements_free(&w->judged);
}

/* 5500 yi yuan at 80000 yuan are 687.5 wan; from the 660 that GDP and GDP per head were of, 0.82 percent a year. */
static void
gdp_and_gdp_per_head_imply_residents(void **state)
{
    static const struct {
        double head, wan, pace;
        bool plausible;
    } row[] = { { 80000, 687.5, 0.8198, false },
                { 83000, 662.6506, 0.0802, true },
                { 90000, 611.1111, -1.5275, false } };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;
        const struct implied *x;

        world_open(&w);
        add_target(&w, "gdp", PLAN_NONE, 5500);
        add_target(&w, "gdp_per_capita", PLAN_NONE, row[i].head);
        look(&w);
        x = case_of(&w, IMPLIES_RESIDENTS);
        assert_non_null(x);
        assert_close(x->value, row[i].wan, 1e-7);
        assert_close(x->beside, 661, 0);
        assert_close(x->pace, row[i].pace, 1e-4);
        assert_int_equal(x->plausible, row[i].plausible);
        assert_ptr_equal(x->first, &w.judged.target[0]);
        assert_ptr_equal(x->second, &w.judged.target[1]);
        world_close(&w);
    }
}

/* Current with base-year prices, two years, two regions: no people come of that. */
static void
only_what_belongs_together(void **state)
{
    struct world w;

    (void) state;
    world_open(&w);
    add_target(&w, "gdp", PLAN_NONE, 5500);
    add_target(&w, "gdp_per_capita_real", PLAN_NONE, 70000);
    add_target(&w, "gdp_per_capita", PLAN_NONE, 70000)->year = 2024;
    add_target(&w, "gdp_per_capita", PLAN_NONE, 70000)->region = NATION;
    look(&w);
    assert_null(case_of(&w, IMPLIES_RESIDENTS));
    world_close(&w);

    world_open(&w);
    add_target(&w, "gdp_real", PLAN_NONE, 5250);
    add_target(&w, "gdp_per_capita_real", PLAN_NONE, 75000);
    look(&w);
    assert_close(case_of(&w, IMPLIES_RESIDENTS)->value, 700, 1e-12);
    world_close(&w);
}

/* From 55 to 62 percent of 655 wan: 45.85 in five years, of 297.45 in the country */
static void
urban_share_implies_movers(void **state)
{
    static const struct {
        double share, pace;
        bool plausible;
    } row[] = { { 62, 3.08287, true }, { 65, 4.40410, false }, { 54, -0.44041, false } };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;
        const struct implied *x;

        world_open(&w);
        add_target(&w, "urbanization", PLAN_NONE, row[i].share);
        look(&w);
        x = case_of(&w, IMPLIES_MOVERS);
        assert_non_null(x);
        assert_close(x->value, (row[i].share - 55) / 100 * 655 / 5, 1e-12);
        assert_close(x->pace, row[i].pace, 1e-5);
        assert_int_equal(x->plausible, row[i].plausible);
        world_close(&w);
    }
}

/* Works have 1000 of 3720; what GDP's target leaves must grow from 2720. */
static void
sectors_leave_a_rest_or_a_difference(void **state)
{
    static const struct {
        double works, value, pace;
        bool plausible;
    } row[] = { { 1500, 4000, 8.0185, true }, { 500, 5000, 12.9484, false }, { 6000, -500, -100, false } };
    struct world w;

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        world_open(&w);
        add_target(&w, "gdp", PLAN_NONE, 5500);
        add_target(&w, "va_", 0, row[i].works);
        look(&w);
        assert_null(case_of(&w, IMPLIES_SUM));
        assert_close(case_of(&w, IMPLIES_REST)->value, row[i].value, 1e-12);
        assert_close(case_of(&w, IMPLIES_REST)->pace, row[i].pace, 1e-4);
        assert_int_equal(case_of(&w, IMPLIES_REST)->plausible, row[i].plausible);
        world_close(&w);
    }
    world_open(&w);
    add_target(&w, "gdp_real", PLAN_NONE, 5000);
    add_target(&w, "va_real_", 0, 1200);
    add_target(&w, "va_real_", 1, 4000);
    add_target(&w, "va_", 1, 9000); /* at other prices */
    look(&w);
    assert_null(case_of(&w, IMPLIES_REST));
    assert_close(case_of(&w, IMPLIES_SUM)->pace, 4, 1e-12);
    assert_false(case_of(&w, IMPLIES_SUM)->plausible);
    world_close(&w);
}

static void
investment_beyond_saving_flows_in(void **state)
{
    struct world w;

    (void) state;
    world_open(&w);
    look(&w); /* without a saving rate nothing is known */
    assert_int_equal(w.found.count, 0);
    w.plan.plausible.saving = 44;
    w.plan.steps = 1;
    judgements_free(&w.judged);
    look(&w);
    assert_close(case_of(&w, IMPLIES_INFLOW)->pace, 16, 1e-12);
    assert_close(case_of(&w, IMPLIES_INFLOW)->value, 0.16 * 5400, 1e-12);
    assert_false(case_of(&w, IMPLIES_INFLOW)->plausible);
    world_close(&w);
}

/* In 2025 works make 1100 of a real GDP of 5000, at most 1250. */
static void
a_target_past_a_capacity(void **state)
{
    static const struct {
        const char *indicator;
        size_t sector;
        double bound, need;
    } row[] = {
        { "gdp_real", PLAN_NONE, 6000, 1320 }, { "gdp_real", PLAN_NONE, 5500, 1210 },
        { "gdp", PLAN_NONE, 6480, 1320 },      { "gdp_per_capita", PLAN_NONE, 96000, 1320 },
        { "va_real_", 0, 1300, 1300 },         { "va_", 0, 1200, 1100 },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;
        const struct implied *x;

        world_open(&w);
        add_target(&w, row[i].indicator, row[i].sector, row[i].bound);
        look(&w);
        x = case_of(&w, IMPLIES_CAPACITY);
        assert_non_null(x);
        assert_close(x->value, row[i].need, 1e-12);
        assert_close(x->beside, 1250, 0);
        assert_close(x->pace, row[i].need / 12.5, 1e-12);
        assert_int_equal(x->plausible, row[i].need <= 1250);
        assert_int_equal(x->sector, 0);
        world_close(&w);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gdp_and_gdp_per_head_imply_residents), cmocka_unit_test(only_what_belongs_together),
        cmocka_unit_test(urban_share_implies_movers),           cmocka_unit_test(sectors_leave_a_rest_or_a_difference),
        cmocka_unit_test(investment_beyond_saving_flows_in),    cmocka_unit_test(a_target_past_a_capacity),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
