/* Charts of growth, its sources, ranks and the norm: the finding, what is merged, who is near, which way is up. */
#include "check.h"

#include "chart_readable.h"
#include "chart_world.h"
#include "engine/city.h"
#include "report/chart_arrange.h"
#include "report/chart_bars.h"
#include "report/chart_common.h"
#include "report/chart_kinds.h"
#include "report/chart_script.h"

static bool
make(struct figure *f, struct world *w, bool (*kind)(struct figure *f), enum language language)
{
    w->input.language = language;
    figure_start(f, "chart", &w->input);
    if (!kind(f))
        return false;
    chart_finish(f);
    figure_arrange(f);
    assert_figure_readable(f);
    assert_readable_elsewhere(kind, &w->input);
    return true;
}

static void
assert_title(struct world *w, bool (*kind)(struct figure *f), const char *english, const char *chinese)
{
    const char *const title[LANGUAGES] = { english, chinese };

    for (int l = 0; l < LANGUAGES; l++) {
        struct figure f;

        assert_true(make(&f, w, kind, (enum language) l));
        assert_string_equal(f.title, title[l]);
        figure_free(&f);
    }
}

/* Real GDP of the world grows at 5.7 and 4.7 percent a year. */
static void
growth_says_how_far_ahead(void **state)
{
    struct world *w = world_new(2020, 2035);

    (void) state;
    assert_title(w, chart_growth_rates, "To 2035 growth is 5.7% a year, 1.0 points above China's",
                 "至2035年，年均增长5.7%，比全国快1.0个百分点");
    world_growing(w, CHINA, "gdp_real", 1013567, 6.04);
    assert_title(w, chart_growth_rates, "To 2035 growth is 5.7% a year, 0.3 points below China's",
                 "至2035年，年均增长5.7%，比全国慢0.3个百分点");
    world_growing(w, CHINA, "gdp_real", 1013567, 5.72);
    assert_title(w, chart_growth_rates, "To 2035 growth is 5.7% a year, the same as China's",
                 "至2035年，年均增长5.7%，与全国持平");
    world_growing(w, ZUNYI, "gdp_real", 3720.05, -1.2);
    assert_title(w, chart_growth_rates, "To 2035 real GDP falls by 1.2% a year", "至2035年，年均下降1.2%");
    w->plan.benchmark = PLAN_NONE;
    world_growing(w, ZUNYI, "gdp_real", 3720.05, 5.7);
    assert_title(w, chart_growth_rates, "To 2035 real growth is 5.7% a year", "至2035年，年均增长5.7%");
    free(w);
}

/* Two bars a year, a level line a period, and the gap of the means under the axis. */
static void
growth_has_means_and_gaps(void **state)
{
    struct world *w = world_new(2020, 2035);
    struct figure f;

    (void) state;
    assert_true(make(&f, w, chart_growth_rates, ENGLISH));
    assert_int_equal(f.count.bar, 2);
    assert_int_equal(f.count.line, 2);
    assert_true(f.line[0].level && f.line[1].level);
    assert_close(figure_at(&f, f.line[0].column, 2023), 5.7, 1e-9);
    assert_true(isnan(figure_at(&f, f.line[0].column, 2020)));
    assert_int_equal(f.count.row, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(f.row[i].text, "+1.0");
        assert_close(f.row[i].x, 2023 + 5 * (double) i, 0);
    }
    assert_close(f.y.low, 0, 0);
    figure_free(&f);
    world_rising(w, ZUNYI, "gdp_growth", 3, -0.5); /* below zero in the end */
    assert_true(make(&f, w, chart_growth_rates, ENGLISH));
    assert_true(f.y.low < 0);
    figure_free(&f);
    free(w);
}

/* The world's growth, 9 percent and 0.3 less each year, is a mean of 6.6 over 2021-2035; capital is half of it. */
static void
contributions_name_the_first_source(void **state)
{
    struct world *w = world_new(2020, 2035);
    double *x;

    (void) state;
    assert_title(w, chart_contributions, "Capital adds 3.3 points to growth of 6.6 a year",
                 "资本对增长的拉动最大，年均3.3个百分点（合计6.6）");
    x = world_series(w, ZUNYI, "contribution_tfp");
    for (size_t i = 1; i < w->plan.years; i++)
        x[i] = -9;
    assert_title(w, chart_contributions, "Productivity costs 9.0 points a year; GDP falls by 4.4",
                 "全要素生产率对增长的拖累最大，年均9.0个百分点（合计下降4.4）");
    free(w);
}

/* Land, at most 0.04 points, is merged, and too thin to be named; the stacks' sums stay what they were. */
static void
contributions_merge_what_is_small(void **state)
{
    struct world *w = world_new(2020, 2035);
    const double *growth = world_series(w, ZUNYI, "gdp_growth");
    struct figure f;

    (void) state;
    assert_true(make(&f, w, chart_contributions, ENGLISH));
    assert_int_equal(f.rows, 3);
    assert_string_equal(f.category[1].key, "2026-2030");
    assert_int_equal(f.count.bar, 7);
    assert_string_equal(f.column[f.bar[6].column].header, "merged in the chart (points)");
    assert_null(f.bar[6].name);
    for (int p = 0; p < 3; p++) {
        double mean = 0;

        for (int i = 1; i <= 5; i++)
            mean += growth[5 * p + i] / 5;
        assert_close(bars_sum(&f, p), mean, 1e-12);
    }
    assert_close(bars_base(&f, 4, 0), 0, 0); /* labour takes away: from zero down */
    figure_free(&f);
    assert_true(make(&f, w, chart_contributions, CHINESE));
    assert_string_equal(f.category[0].name, "十四五（2021—2025年）");
    figure_free(&f);
    free(w);
}

static void
periods_have_room_for_their_names(void **state)
{
    static const struct {
        int end;
        const char *english, *chinese; /* of the first */
    } row[] = {
        { 2035, "2021-2025", "十四五（2021—2025年）" },
        { 2045, "2021-2025", "2021—2025年" },
        { 2060, "2021-25", "2021—25" },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world *w = world_new(2020, row[i].end);
        struct figure f;

        w->plan.steps = 0;
        assert_true(make(&f, w, chart_contributions, ENGLISH));
        assert_string_equal(f.category[0].name, row[i].english);
        figure_free(&f);
        assert_true(make(&f, w, chart_contributions, CHINESE));
        assert_string_equal(f.category[0].name, row[i].chinese);
        figure_free(&f);
        free(w);
    }
}

static void
rank_counts_those_with_more(void **state)
{
    struct world *w = world_new(2020, 2035);
    const struct trajectory *t = &w->trajectory;

    (void) state;
    assert_int_equal(city_count(t), WORLD_CITIES);
    for (int year = 2020; year <= 2035; year++) {
        double sum = 0;

        assert_close(city_rank(t, 0, year), trajectory_at(t, trajectory_find(t, ZUNYI, "rank_national"), year), 0);
        for (size_t c = 0; c < WORLD_CITIES; c++)
            sum += city_rank(t, c, year);
        assert_close(sum, WORLD_CITIES * (WORLD_CITIES + 1) / 2.0, 0);
    }
    assert_true(isnan(city_gdp(t, 1, 2019)));
    assert_true(isnan(city_rank(t, 1, 2036)));
    w->peer[0].region = PLAN_NONE; /* home stands beside the panel: one unit more, and it counts */
    assert_int_equal(city_count(t), WORLD_CITIES + 1);
    w->city[0] = 1;
    assert_close(city_rank(t, 0, 2020), WORLD_CITIES + 1, 0);
    w->trajectory.city = NULL;
    assert_true(isnan(city_gdp(t, 1, 2020)));
    free(w);
}

/* Of the world's cities seven have more than 3720 yi yuan in 2020 and six more than 11143 in 2035, reckoned by hand. */
static void
rank_is_read_from_the_top(void **state)
{
    struct world *w = world_new(2020, 2035);
    struct figure f;

    (void) state;
    assert_title(w, chart_rank, "In 2035 place 7 by GDP, up 1", "2035年地区生产总值居第7位，较2020年前进1位");
    world_target(w, "top", "rank_national", 2035, 6, 0);
    w->judgement[0].margin = -1; /* less is better */
    w->judgement[0].verdict = MISSED;
    assert_title(w, chart_rank, "In 2035 place 7 by GDP, 1 short of the target",
                 "2035年地区生产总值居第7位，距目标差1位");
    w->judgement[0].margin = 2;
    assert_title(w, chart_rank, "In 2035 place 7 by GDP, 2 ahead of the target",
                 "2035年地区生产总值居第7位，超目标2位");
    w->judgement[0].margin = 0;
    assert_title(w, chart_rank, "In 2035 place 7 by GDP, as the target has it", "2035年地区生产总值居第7位，达到目标");
    assert_true(make(&f, w, chart_rank, ENGLISH));
    assert_true(f.y.low > f.y.top);
    assert_true(arrange_on_page(&f, 2030, 3).y > arrange_on_page(&f, 2030, 8).y);
    assert_int_equal(f.count.rule, 1);
    assert_close(f.rule[0].at, 6, 0);
    assert_true(f.count.line > 2 && f.count.line <= 9);
    for (size_t i = 0; i + 1 < f.count.line; i++) /* near at one end or the other */
        assert_true(fabs(figure_at(&f, f.line[i].column, 2020) - 8) <= 3
                    || fabs(figure_at(&f, f.line[i].column, 2035) - 7) <= 3);
    figure_free(&f);
    free(w);
}

/* axis_of_places: whole ticks, the last place below, the first on top. */
static void
places_have_whole_ticks(void **state)
{
    static const struct {
        double low, high, bottom, top;
    } row[] = {
        { 1, 9, 10, 0 }, /* shown as 1 */
        { 50, 66, 70, 50 },
        { 60, 75, 75, 60 },
        { 3, 3, 4, 3 },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        const struct axis a = axis_of_places(row[i].low, row[i].high, 6);

        assert_close(a.low, row[i].bottom, 1e-12);
        assert_close(a.top, row[i].top, 1e-12);
        assert_int_equal(a.decimals, 0);
        for (int k = 0; k <= axis_intervals(&a); k++)
            assert_true(axis_tick(&a, k) >= 1 && axis_tick(&a, k) == floor(axis_tick(&a, k)));
    }
}

/* The script draws bars from the csv: what is negative is stacked below zero. */
static void
script_stacks_by_sign(void **state)
{
    struct world *w = world_new(2020, 2035);
    struct text script = { 0 };
    struct figure f;

    (void) state;
    assert_true(make(&f, w, chart_contributions, ENGLISH));
    chart_script(&script, &f, "Sans");
    assert_non_null(strstr(text_of(&script), "DOWN(column('zunyi contribution_capital a year (points)'))"));
    assert_non_null(strstr(text_of(&script), "with boxxyerror"));
    assert_non_null(strstr(text_of(&script), "unset xtics"));
    text_free(&script);
    figure_free(&f);
    assert_true(make(&f, w, chart_rank, ENGLISH));
    chart_script(&script, &f, "Sans");
    assert_null(strstr(text_of(&script), "'0' 0"));
    text_free(&script);
    figure_free(&f);
    free(w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growth_says_how_far_ahead),
        cmocka_unit_test(growth_has_means_and_gaps),
        cmocka_unit_test(contributions_name_the_first_source),
        cmocka_unit_test(contributions_merge_what_is_small),
        cmocka_unit_test(periods_have_room_for_their_names),
        cmocka_unit_test(rank_counts_those_with_more),
        cmocka_unit_test(rank_is_read_from_the_top),
        cmocka_unit_test(places_have_whole_ticks),
        cmocka_unit_test(script_stacks_by_sign),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
