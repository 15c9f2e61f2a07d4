/* Targets and steps judged on trajectories written by hand: 2020 to 2025, a city and its nation. What is
 * expected is worked out from docs/model.md, targets, and written as numbers. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "tests/check.h"
#include "tests/said.h"
#include "analysis/target.h"
#include "engine/series.h"

#define START 2020
#define YEARS 6
#define SERIES 8
#define TARGETS 8
#define WITHIN WITHIN_TOLERANCE

enum region_number { CITY, NATION, REGIONS };

static const struct {
    enum region_number region;
    const char *key;
    double value[YEARS];
} path[SERIES] = {
    { CITY, "gdp", { 100, 110, 120, 130, 150, 200 } },
    { NATION, "gdp", { 1000, 1000, 1000, 1000, 1000, 1000 } },
    { CITY, "gdp_real", { 100, 105, 110, 115, 120, 125 } },
    { CITY, "urbanization", { 50, 51, 52, 54, 56, 60 } },
    { NATION, "urbanization", { 60, 60.5, 61, 61.5, 62, 62.5 } },
    { CITY, "growth_gap", { NAN, -1, -0.5, 0, 0.5, 1 } },
    { CITY, "rank_national", { 63, 62, 62, 64, 60, 58 } },
    { CITY, "gap_gdp_per_capita", { 2000, 2100, 1900, 1500, 500, -100 } },
};

struct world {
    struct plan plan;
    struct plan_region region[REGIONS];
    struct plan_target target[TARGETS];
    struct plan_step step[2];
    struct trajectory trajectory;
    struct series series[SERIES];
    double value[SERIES * YEARS];
    struct judgements judged;
    struct error err;
};

static void
world_open(struct world *w)
{
    memset(w, 0, sizeof *w);
    w->region[CITY].key = "city";
    w->region[NATION].key = "nation";
    w->step[0] = (struct plan_step) { "first", "First", "第一步", 2021, 2023 };
    w->step[1] = (struct plan_step) { "second", "Second", "第二步", 2024, 2025 };
    w->plan = (struct plan) { .start = START,
                              .end = START + YEARS - 1,
                              .years = YEARS,
                              .regions = REGIONS,
                              .region = w->region,
                              .home = CITY,
                              .benchmark = NATION,
                              .target = w->target,
                              .step = w->step };
    for (size_t i = 0; i < SERIES; i++) {
        w->series[i] = (struct series) { path[i].region, indicator_number(path[i].key), PLAN_NONE, 0, "" };
        assert_true(w->series[i].indicator != PLAN_NONE);
        w->series[i].first = indicators[w->series[i].indicator].from_second_year;
        strcpy(w->series[i].key, path[i].key);
        memcpy(&w->value[i * YEARS], path[i].value, sizeof path[i].value);
    }
    w->trajectory = (struct trajectory) {
        .plan = &w->plan, .count = SERIES, .series = w->series, .years = YEARS, .value = w->value
    };
}

static enum status
world_judge(struct world *w)
{
    return targets_judge(&w->judged, &w->trajectory, &w->err);
}

static void
world_close(struct world *w)
{
    judgements_free(&w->judged);
    judgements_free(&w->judged);
    error_free(&w->err);
}

/* The next target of the plan; what is not set here is as an unwritten setting. */
static struct plan_target *
add_target(struct world *w, const char *indicator, int year, enum relation relation, double bound)
{
    struct plan_target *g = &w->target[w->plan.targets++];

    assert_true(w->plan.targets <= TARGETS);
    *g = (struct plan_target) { .key = "aim",
                                .step = PLAN_NONE,
                                .region = CITY,
                                .indicator = indicator_number(indicator),
                                .sector = PLAN_NONE,
                                .year = year,
                                .relation = relation,
                                .bound = bound,
                                .bound_indicator = PLAN_NONE,
                                .bound_sector = PLAN_NONE,
                                .times = 1,
                                .over = PLAN_NONE,
                                .relative_to = PLAN_NONE,
                                .counts = true,
                                .place = { "aims.cfg", 7 } };
    return g;
}

static const struct judgement *
only(const struct world *w)
{
    assert_int_equal(w->judged.targets, 1);
    return &w->judged.target[0];
}

static void
same(double got, double expected)
{
    if (isnan(expected))
        assert_true(isnan(got));
    else
        assert_close(got, expected, 1e-12);
}

/* What a target must come to */
struct outcome {
    double wanted, projected, margin, margin_percent;
    enum verdict verdict;
    int first_year;
    double required_growth;
    bool in_points;
};

static void
comes_to(struct world *w, const struct outcome *expected)
{
    const struct judgement *j;

    assert_int_equal(world_judge(w), OK);
    j = only(w);
    same(j->wanted, expected->wanted);
    same(j->projected, expected->projected);
    same(j->margin, expected->margin);
    same(j->margin_percent, expected->margin_percent);
    assert_int_equal(j->verdict, expected->verdict);
    assert_int_equal(j->first_year, expected->first_year);
    same(j->required_growth, expected->required_growth);
    assert_int_equal(j->required_in_points, expected->in_points);
    assert_int_equal(w->err.lines, 0);
    assert_ptr_equal(j->target, &w->target[0]);
}

static void
bounds(void **state)
{
    static const struct {
        const char *indicator;
        int year;
        enum relation relation;
        double bound, tolerance;
        struct outcome outcome;
    } row[] = {
        /* the four relations, past the bound, at it, short of it */
        { "gdp", 2025, AT_LEAST, 190, 0, { 190, 200, 10, 100 / 19., MET, 2025, 13.697448881013807, false } },
        { "gdp", 2025, AT_LEAST, 200, 0, { 200, 200, 0, 0, MET, 2025, 14.869835499703509, false } },
        { "gdp", 2025, AT_LEAST, 250, 0, { 250, 200, -50, -20, MISSED, 0, 20.11244339814313, false } },
        { "gdp", 2022, ABOVE, 110, 0, { 110, 120, 10, 100 / 11., MET, 2022, 4.880884817015163, false } },
        { "gdp", 2021, ABOVE, 120, 0, { 120, 110, -10, -25 / 3., MISSED, 2023, 20, false } },
        { "urbanization", 2025, AT_MOST, 60, 0, { 60, 60, 0, 0, MET, 2020, 2, true } },
        { "urbanization", 2025, AT_MOST, 50, 0, { 50, 60, -10, -20, MISSED, 2020, 0, true } },
        { "urbanization", 2022, BELOW, 53, 0, { 53, 52, 1, 100 / 53., MET, 2020, 1.5, true } },
        { "urbanization", 2022, BELOW, 50, 0, { 50, 52, -2, -4, MISSED, 0, 0, true } },
        { "urbanization", 2024, AT_LEAST, 54, 0, { 54, 56, 2, 100 / 27., MET, 2023, 1, true } },
        /* about: exactly at the edge of the tolerance, just inside it, just outside */
        { "gdp", 2024, AT_LEAST, 160, 6.25, { 160, 150, -10, -6.25, WITHIN, 2025, 12.468265038069815, false } },
        { "gdp", 2024, AT_LEAST, 160, 6.2, { 160, 150, -10, -6.25, MISSED, 2025, 12.468265038069815, false } },
        { "gdp", 2024, AT_LEAST, 160, 6.3, { 160, 150, -10, -6.25, WITHIN, 2025, 12.468265038069815, false } },
        { "gdp", 2021, AT_MOST, 100, 10, { 100, 110, -10, -10, WITHIN, 2020, 0, false } },
        { "gdp", 2021, AT_MOST, 100, 9.9, { 100, 110, -10, -10, MISSED, 2020, 0, false } },
        { "gdp", 2021, ABOVE, 110, 1, { 110, 110, 0, 0, WITHIN, 2022, 10, false } },
        { "gdp", 2021, BELOW, 110, 1, { 110, 110, 0, 0, WITHIN, 2020, 10, false } },
        /* wanted 0: no margin in percent, so no tolerance either */
        { "growth_gap", 2023, AT_LEAST, 0, 5, { 0, 0, 0, NAN, MET, 2023, NAN, true } },
        { "growth_gap", 2023, ABOVE, 0, 5, { 0, 0, 0, NAN, MISSED, 2024, NAN, true } },
        { "growth_gap", 2022, AT_LEAST, 0, 5, { 0, -0.5, -0.5, NAN, MISSED, 2023, NAN, true } },
        /* wanted below 0: margins in percent of its size */
        { "growth_gap", 2022, AT_LEAST, -0.4, 25, { -0.4, -0.5, -0.1, -25, WITHIN, 2023, NAN, true } },
        { "growth_gap", 2022, AT_LEAST, -1, 0, { -1, -0.5, 0.5, 50, MET, 2021, NAN, true } },
        { "gap_gdp_per_capita", 2025, AT_MOST, -200, 0, { -200, -100, -100, -50, MISSED, 0, NAN, false } },
        /* less is better, but the relation itself says which way */
        { "rank_national", 2025, AT_MOST, 60, 0, { 60, 58, 2, 10 / 3., MET, 2024, -0.6, true } },
        { "rank_national", 2023, AT_MOST, 62, 0, { 62, 64, -2, -100 / 31., MISSED, 2021, -1 / 3., true } },
        { "rank_national", 2023, AT_LEAST, 62, 0, { 62, 64, 2, 100 / 31., MET, 2020, -1 / 3., true } },
        /* the base year: nothing is left to grow in */
        { "gdp", 2020, AT_LEAST, 100, 0, { 100, 100, 0, 0, MET, 2020, NAN, false } },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;

        world_open(&w);
        add_target(&w, row[i].indicator, row[i].year, row[i].relation, row[i].bound)->tolerance = row[i].tolerance;
        comes_to(&w, &row[i].outcome);
        world_close(&w);
    }
}

/* wanted = the earlier year's value, plus `by`, or times `times`; for ranks, dependency and the gap less is better. */
static void
improvements(void **state)
{
    static const struct {
        const char *indicator;
        int year, on;
        double by, times, tolerance;
        struct outcome outcome;
    } row[] = {
        { "urbanization", 2025, 2020, 0, 1, 0, { 50, 60, 10, 20, MET, 2021, 0, true } },
        { "urbanization", 2025, 2022, 7, 1, 0, { 59, 60, 1, 100 / 59., MET, 2025, 1.8, true } },
        { "urbanization", 2025, 2022, 12, 1, 0, { 64, 60, -4, -6.25, MISSED, 0, 2.8, true } },
        { "urbanization", 2025, 2022, 12, 1, 6.25, { 64, 60, -4, -6.25, WITHIN, 0, 2.8, true } },
        /* the named year itself holds, but is not after itself */
        { "urbanization", 2025, 2022, -1, 1, 0, { 51, 60, 9, 900 / 51., MET, 2023, 0.2, true } },
        { "gdp", 2025, 2020, 0, 1.9, 0, { 190, 200, 10, 100 / 19., MET, 2025, 13.697448881013807, false } },
        { "gdp", 2025, 2020, 0, 2.5, 0, { 250, 200, -50, -20, MISSED, 0, 20.11244339814313, false } },
        { "growth_gap", 2025, 2021, 0, 1, 0, { -1, 1, 2, 200, MET, 2022, NAN, true } },
        { "rank_national", 2025, 2020, 0, 1, 0, { 63, 58, 5, 500 / 63., MET, 2021, 0, true } },
        { "rank_national", 2023, 2020, 0, 1, 0, { 63, 64, -1, -100 / 63., MISSED, 2021, 0, true } },
        { "rank_national", 2023, 2020, 0, 1, 2, { 63, 64, -1, -100 / 63., WITHIN, 2021, 0, true } },
        /* the same place again, in 2022, is no improvement */
        { "rank_national", 2023, 2021, 0, 1, 0, { 62, 64, -2, -100 / 31., MISSED, 2024, -1 / 3., true } },
        { "rank_national", 2025, 2020, -4, 1, 0, { 59, 58, 1, 100 / 59., MET, 2025, -0.8, true } },
        { "gap_gdp_per_capita", 2023, 2020, 0, 1, 0, { 2000, 1500, 500, 25, MET, 2022, 0, false } },
        { "gap_gdp_per_capita",
          2023,
          2020,
          0,
          0.6,
          0,
          { 1200, 1500, -300, -25, MISSED, 2024, -15.65673346982508, false } },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;
        struct plan_target *g;

        world_open(&w);
        g = add_target(&w, row[i].indicator, row[i].year, IMPROVES_ON, 0);
        g->improves_year = row[i].on;
        g->by = row[i].by;
        g->times = row[i].times;
        g->tolerance = row[i].tolerance;
        comes_to(&w, &row[i].outcome);
        world_close(&w);
    }
}

/* Averages a year, differences from a region, ratios to it: what is judged is no longer the indicator itself. */
static void
judged_values(void **state)
{
    static const size_t none = PLAN_NONE;
    const struct {
        const char *indicator;
        int from, year;
        size_t over, relative_to;
        enum relation relation;
        double bound;
        int improves;
        struct outcome outcome;
    } row[] = {
        /* growth a year, percent; an average that is wanted is itself what is required */
        { "gdp_real",
          2020,
          2025,
          none,
          none,
          AT_LEAST,
          4.5,
          0,
          { 4.5, 4.563955259127317, 0.06395525912731692, 1.4212279806070427, MET, 2021, 4.5, false } },
        { "gdp",
          2020,
          2023,
          none,
          none,
          AT_LEAST,
          12,
          0,
          { 12, 9.139288306110593, -2.860711693889407, -23.839264115745056, MISSED, 2025, 12, false } },
        { "gdp",
          2022,
          2025,
          none,
          none,
          ABOVE,
          18,
          0,
          { 18, 18.56311014966876, 0.56311014966876, 3.1283897203819953, MET, 2025, 18, false } },
        /* growth above the nation's, points */
        { "gdp",
          2020,
          2025,
          NATION,
          none,
          AT_LEAST,
          11,
          0,
          { 11, 14.869835499703502, 3.869835499703502, 35.18032272457729, MET, 2025, 11, false } },
        /* shares and ranks: all the points and places between the two years */
        { "urbanization", 2020, 2021, none, none, AT_LEAST, 0.5, 0, { 0.5, 1, 0.5, 100, MET, 2021, 0.5, true } },
        { "urbanization", 2022, 2025, none, none, AT_LEAST, 2, 0, { 2, 8, 6, 300, MET, 2023, 2 / 3., true } },
        { "rank_national", 2020, 2025, none, none, AT_MOST, -0.5, 0, { -0.5, -5, 4.5, 900, MET, 2021, -0.1, true } },
        /* the points of 2020-25 against those of 2020-22 */
        { "urbanization", 2020, 2025, none, none, IMPROVES_ON, 0, 2022, { 2, 10, 8, 400, MET, 2023, 0.4, true } },
        { "urbanization", 0, 2025, NATION, none, AT_LEAST, -3, 0, { -3, -2.5, 0.5, 50 / 3., MET, 2025, 1.4, true } },
        { "urbanization", 0, 2025, NATION, none, IMPROVES_ON, 0, 2020, { -10, -2.5, 7.5, 75, MET, 2021, 0, true } },
        { "urbanization", 2020, 2025, NATION, none, ABOVE, 1, 0, { 1, 7.5, 6.5, 650, MET, 2023, 0.2, true } },
        { "urbanization", 0, 2025, none, NATION, AT_LEAST, 90, 0, { 90, 96, 6, 20 / 3., MET, 2024, 4 / 3., true } },
        { "gdp", 0, 2025, none, NATION, AT_LEAST, 20, 0, { 20, 20, 0, 0, MET, 2025, 2, true } },
        { "gdp", 0, 2022, none, NATION, BELOW, 10, 0, { 10, 12, -2, -20, MISSED, 0, 0, true } },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;
        struct plan_target *g;

        world_open(&w);
        g = add_target(&w, row[i].indicator, row[i].year, row[i].relation, row[i].bound);
        g->from = row[i].from;
        g->over = row[i].over;
        g->relative_to = row[i].relative_to;
        g->improves_year = row[i].improves;
        comes_to(&w, &row[i].outcome);
        world_close(&w);
    }
}

/* Another indicator of the same region and year is the bound: it moves from year to year. */
static void
bound_by_another_indicator(void **state)
{
    static const struct {
        enum relation relation;
        int year;
        double tolerance;
        struct outcome outcome;
    } row[] = {
        { AT_LEAST, 2025, 0, { 125, 200, 75, 60, MET, 2020, 4.563955259127317, false } },
        { ABOVE, 2025, 0, { 125, 200, 75, 60, MET, 2021, 4.563955259127317, false } },
        { AT_MOST, 2022, 0, { 110, 120, -10, -100 / 11., MISSED, 2020, 4.880884817015163, false } },
        { AT_MOST, 2022, 10, { 110, 120, -10, -100 / 11., WITHIN, 2020, 4.880884817015163, false } },
        { BELOW, 2022, 0, { 110, 120, -10, -100 / 11., MISSED, 0, 4.880884817015163, false } },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;
        struct plan_target *g;

        world_open(&w);
        g = add_target(&w, "gdp", row[i].year, row[i].relation, 1e6);
        g->bound_indicator = indicator_number("gdp_real");
        g->tolerance = row[i].tolerance;
        comes_to(&w, &row[i].outcome);
        world_close(&w);
    }
}

static void
another_region(void **state)
{
    const struct outcome expected = { 62, 62.5, 0.5, 25 / 31., MET, 2024, 0.4, true };
    struct world w;

    (void) state;
    world_open(&w);
    add_target(&w, "urbanization", 2025, AT_LEAST, 62)->region = NATION;
    comes_to(&w, &expected);
    world_close(&w);
}

/* A sector's indicator is that sector's, not its neighbour's. */
static void
one_sector(void **state)
{
    const struct outcome expected = { 150, 200, 50, 100 / 3., MET, 2024, 8.447177119769855, false };
    struct world w;
    struct plan_target *g;
    size_t va = 0;

    (void) state;
    while (strcmp(indicators[va].key, "va_") != 0)
        va++;
    world_open(&w);
    w.series[1] = (struct series) { CITY, va, 0, 0, "va_farming" };
    w.series[0] = (struct series) { CITY, va, 1, 0, "va_liquor" };
    g = add_target(&w, "gdp", 2025, AT_LEAST, 150);
    g->indicator = va;
    g->sector = 1;
    comes_to(&w, &expected);
    world_close(&w);
}

/* A target of a step; GDP of 2025 is 200, so `wanted` sets its margin. */
static void
add_to_step(struct world *w, size_t step, double wanted, double tolerance, bool counts)
{
    struct plan_target *g = add_target(w, "gdp", 2025, AT_LEAST, wanted);

    g->step = step;
    g->tolerance = tolerance;
    g->counts = counts;
}

static void
steps(void **state)
{
    static const struct {
        struct {
            double wanted, tolerance;
            bool counts;
        } aim[3];
        size_t targets, met, within, binding;
        enum verdict verdict;
    } row[] = {
        { { { 190, 0, true }, { 160, 0, true }, { 180, 0, true } }, 3, 3, 0, 1, MET },
        { { { 200, 0, true }, { 160, 0, true }, { 180, 0, true } }, 3, 3, 0, 1, MET },
        /* within tolerance counts as met, and the step says so */
        { { { 190, 0, true }, { 160, 0, true }, { 210, 5, true } }, 3, 3, 1, 3, WITHIN },
        { { { 205, 5, true }, { 208, 5, true }, { 210, 5, true } }, 3, 3, 3, 3, WITHIN },
        /* one missed misses the step */
        { { { 190, 0, true }, { 250, 5, true }, { 210, 5, true } }, 3, 2, 1, 2, MISSED },
        { { { 400, 0, true }, { 250, 0, true }, { 210, 0, true } }, 3, 0, 0, 1, MISSED },
        /* what does not count is no part of it, however bad */
        { { { 190, 0, true }, { 400, 0, false }, { 180, 0, true } }, 2, 2, 0, 1, MET },
        { { { 400, 0, true }, { 190, 0, false }, { 180, 0, true } }, 2, 1, 0, 1, MISSED },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        const struct step_judgement *s;
        struct world w;

        world_open(&w);
        w.plan.steps = 2;
        add_to_step(&w, 1, 1000, 0, true); /* another step's */
        for (size_t k = 0; k < 3; k++)
            add_to_step(&w, 0, row[i].aim[k].wanted, row[i].aim[k].tolerance, row[i].aim[k].counts);
        add_to_step(&w, PLAN_NONE, 1000, 0, true); /* no step's */
        assert_int_equal(world_judge(&w), OK);
        assert_int_equal(w.judged.targets, 5);
        assert_int_equal(w.judged.steps, 2);
        s = &w.judged.step[0];
        assert_ptr_equal(s->step, &w.step[0]);
        assert_int_equal(s->targets, row[i].targets);
        assert_int_equal(s->met, row[i].met);
        assert_int_equal(s->within, row[i].within);
        assert_int_equal(s->verdict, row[i].verdict);
        assert_int_equal(s->binding, row[i].binding);
        assert_int_equal(w.judged.step[1].verdict, MISSED);
        assert_int_equal(w.judged.step[1].targets, 1);
        assert_int_equal(w.judged.step[1].binding, 0);
        world_close(&w);
    }
}

/* Among met targets the one with the least to spare binds. */
static void
least_to_spare_binds(void **state)
{
    struct world w;

    (void) state;
    world_open(&w);
    w.plan.steps = 1;
    add_to_step(&w, 0, 150, 0, true);
    add_to_step(&w, 0, 195, 0, true);
    add_to_step(&w, 0, 180, 0, true);
    assert_int_equal(world_judge(&w), OK);
    assert_int_equal(w.judged.step[0].binding, 1);
    assert_int_equal(w.judged.step[0].verdict, MET);
    world_close(&w);
}

enum lack { NO_YEAR, NO_FIRST_VALUE, NO_OTHER, NO_RATIO, NO_BOUND, NO_EARLIER, LACKS };

static void
take_away(struct world *w, enum lack lack)
{
    struct plan_target *g;

    switch (lack) {
    case NO_YEAR: add_target(w, "gdp", 2026, AT_LEAST, 1); return;
    case NO_FIRST_VALUE: add_target(w, "growth_gap", 2020, AT_LEAST, 1); return;
    case NO_OTHER: add_target(w, "gdp_real", 2025, AT_LEAST, 1)->over = NATION; return;
    case NO_RATIO: /* to a region whose value is 0 */
        w->value[1 * YEARS + 5] = 0;
        add_target(w, "gdp", 2025, AT_LEAST, 1)->relative_to = NATION;
        return;
    case NO_BOUND: add_target(w, "gdp", 2025, AT_LEAST, 1)->bound_indicator = indicator_number("capital"); return;
    case NO_EARLIER:
    default: g = add_target(w, "growth_gap", 2025, IMPROVES_ON, 0); g->improves_year = 2020;
    }
}

static void
refusals(void **state)
{
    (void) state;
    for (int lack = 0; lack < LACKS; lack++) {
        static const int year[LACKS] = { 2026, 2020, 2025, 2025, 2025, 2025 };
        struct world w;
        char sentence[128];

        world_open(&w);
        take_away(&w, (enum lack) lack);
        assert_int_equal(world_judge(&w), FAILED_INPUT);
        snprintf(sentence, sizeof sentence, "aims.cfg:7: aim: there is no value to judge in %d\n", year[lack]);
        assert_said(&w.err, sentence);
        world_close(&w);
    }
}

/* Every target is looked at before the run gives up. */
static void
all_that_cannot_be_judged_are_named(void **state)
{
    struct world w;

    (void) state;
    world_open(&w);
    add_target(&w, "gdp", 2026, AT_LEAST, 1);
    add_target(&w, "gdp", 2025, AT_LEAST, 1);
    add_target(&w, "gdp", 2027, AT_LEAST, 1)->key = "later";
    assert_int_equal(world_judge(&w), FAILED_INPUT);
    assert_said(&w.err, "aims.cfg:7: aim: there is no value to judge in 2026\n"
                        "aims.cfg:7: later: there is no value to judge in 2027\n");
    world_close(&w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bounds),         cmocka_unit_test(improvements),
        cmocka_unit_test(judged_values),  cmocka_unit_test(bound_by_another_indicator),
        cmocka_unit_test(another_region), cmocka_unit_test(one_sector),
        cmocka_unit_test(steps),          cmocka_unit_test(least_to_spare_binds),
        cmocka_unit_test(refusals),       cmocka_unit_test(all_that_cannot_be_judged_are_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
