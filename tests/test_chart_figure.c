/* Charts as figures: titles say the right numbers and fit, the csv is the trajectory, no label covers another. */
#include "check.h"

#include <stdio.h>
#include "chart_readable.h"
#include "chart_world.h"
#include "report/chart_common.h"
#include "report/chart_kinds.h"
#include "report/chart_script.h"

static bool (*const kinds[])(struct figure *f) = { chart_gdp,           chart_gdp_per_capita,
                                                   chart_urbanization,  chart_structure,
                                                   chart_modernization, chart_growth_rates,
                                                   chart_contributions, chart_rank };
#define KINDS (sizeof kinds / sizeof kinds[0])

static bool
make(struct figure *f, struct world *w, size_t kind, enum language language)
{
    w->input.language = language;
    figure_start(f, "chart", &w->input);
    if (!kinds[kind](f))
        return false;
    chart_finish(f);
    figure_arrange(f);
    return true;
}

static void
assert_titles(struct world *w, size_t kind, const char *english, const char *chinese)
{
    const char *const title[LANGUAGES] = { english, chinese };

    for (int l = 0; l < LANGUAGES; l++) {
        struct figure f;

        assert_true(make(&f, w, kind, (enum language) l));
        assert_string_equal(f.title, title[l]);
        figure_free(&f);
    }
}

/* GDP of 2035: 489.62*1.042^15 + 1129*1.075^15 + 486.6*1.09^15 + 1614.83*1.08^15 = 11143.0; of 2025: 5343.7. */
static void
titles_say_the_finding(void **state)
{
    struct world *w = world_new(2020, 2035);

    (void) state;
    assert_titles(w, 0, "In 2035 GDP reaches 11,143 yi yuan, real growth 5.7% a year",
                  "2035年地区生产总值11143亿元，年均增长5.7%");
    assert_titles(w, 1, "From 2032 GDP per head is above China's", "2032年起人均地区生产总值高于全国");
    assert_titles(w, 2, "In 2035 the urban share reaches 69.44%, up 12.75 points",
                  "2035年城镇化率69.44%，提高12.75个百分点");
    assert_titles(w, 3, "2035: Agriculture at 8.1% of GDP, down 5.0 points",
                  "2035年农业占8.1%，较2020年下降5.0个百分点");
    assert_titles(w, 4, "In 2035 modernization reaches 99.6, up 13.4 points",
                  "2035年现代化指数99.6，较2020年提高13.4点");
    free(w);
}

static void
titles_name_the_tightest_target(void **state)
{
    struct world *w = world_new(2020, 2035);

    (void) state;
    world_target(w, "gdp_2025", "gdp", 2025, 5500, 2);
    world_target(w, "gdp_2030", "gdp", 2030, 7000, 0);
    assert_titles(w, 0, "In 2025 GDP reaches 5,344 yi yuan, 2.8% below target",
                  "2025年地区生产总值5344亿元，比目标低2.8%");
    w->judgements.targets = 0;
    w->plan.targets = 0;
    world_target(w, "gdp_2025", "gdp", 2025, 5343.7, 2);
    assert_titles(w, 0, "In 2025 GDP reaches 5,344 yi yuan, equal to the target",
                  "2025年地区生产总值5344亿元，与目标持平");
    world_target(w, "head", "gdp_per_capita", 2025, 90000, 2);
    assert_titles(w, 1, "In 2025 GDP per head reaches 82,391 yuan, 8.5% below target",
                  "2025年人均地区生产总值82391元，比目标低8.5%");
    world_target(w, "urban", "urbanization", 2025, 62, 2);
    assert_titles(w, 2, "In 2025 the urban share reaches 60.94%, 1.06 points below target",
                  "2025年城镇化率60.94%，比目标低1.06个百分点");
    world_target(w, "index", "modernization", 2035, 95, 0);
    assert_titles(w, 4, "In 2035 modernization reaches 99.6, 4.6 points above target",
                  "2035年现代化指数99.6，比目标高4.6点");
    free(w);
}

/* A target on a growth, another region or another indicator is no point on the axis; one that does not count
 * for its step is left to the tables. */
static void
marks_only_plain_targets(void **state)
{
    struct world *w = world_new(2020, 2035);
    struct figure f;

    (void) state;
    for (int i = 0; i < 7; i++)
        world_target(w, "t", "gdp", 2025, 5500, 2);
    w->target[1].relation = IMPROVES_ON;
    w->target[2].over = CHINA;
    w->target[3].from = 2020;
    w->target[4].region = CHINA;
    w->target[6].counts = false;
    w->target[5].bound_indicator = world_indicator("gdp_real");
    assert_true(make(&f, w, 0, ENGLISH));
    assert_int_equal(f.count.mark, 1);
    assert_false(f.mark[0].met);
    assert_close(f.mark[0].tolerance, 2, 0);
    figure_free(&f);
    w->judgement[0].verdict = WITHIN_TOLERANCE;
    assert_true(make(&f, w, 0, ENGLISH));
    assert_true(f.mark[0].met);
    figure_free(&f);
    free(w);
}

static void
speaks_of_what_falls(void **state)
{
    struct world *w = world_new(2020, 2035);

    (void) state;
    world_growing(w, ZUNYI, "gdp", 3720, -2);
    world_growing(w, ZUNYI, "gdp_real", 3720, -3);
    world_rising(w, ZUNYI, "urbanization", 56.69, -0.1);
    assert_titles(w, 0, "In 2035 GDP falls to 2,747 yi yuan, real decline 3.0% a year",
                  "2035年地区生产总值降至2747亿元，年均下降3.0%");
    assert_titles(w, 2, "In 2035 the urban share falls to 55.19%, down 1.50 points",
                  "2035年城镇化率降至55.19%，下降1.50个百分点");
    free(w);
}

static void
leaves_out_what_the_trajectory_lacks(void **state)
{
    struct world *w = world_new(2020, 2035);
    struct figure f;

    (void) state;
    w->plan.benchmark = PLAN_NONE;
    assert_false(make(&f, w, 4, ENGLISH));
    figure_free(&f);
    assert_true(make(&f, w, 1, ENGLISH)); /* home alone */
    assert_int_equal(f.count.line, 1);
    assert_null(f.row_head);
    figure_free(&f);
    w->trajectory.count = 0;
    for (size_t k = 0; k < KINDS; k++) {
        assert_false(make(&f, w, k, ENGLISH));
        figure_free(&f);
    }
    free(w);
}

static void
three_groups_stand_for_sectors(void **state)
{
    struct world *w = world_new(2020, 2035);
    struct figure f;

    (void) state;
    w->region[ZUNYI].sectors = 0;
    world_rising(w, ZUNYI, "share_primary", 13.2, -0.2);
    world_rising(w, ZUNYI, "share_secondary", 43.4, -0.1);
    world_rising(w, ZUNYI, "share_tertiary", 43.4, 0.3);
    assert_true(make(&f, w, 3, CHINESE));
    assert_int_equal(f.count.area, 3);
    assert_string_equal(f.title, "2035年第三产业占47.9%，提高4.5个百分点");
    assert_string_equal(f.area[0].colour, "#44AA99");
    assert_string_equal(f.area[1].colour, "#6699CC");
    assert_string_equal(f.area[2].colour, "#EECC66");
    figure_free(&f);
    free(w);
}

/* One row a year, empty where there is no value, else the very number of the trajectory. */
static void
csv_is_the_trajectory(void **state)
{
    struct world *w = world_new(2020, 2035);
    const double *gdp = world_series(w, ZUNYI, "gdp"), *real = world_series(w, ZUNYI, "gdp_real");
    struct text csv = { 0 }, expected = { 0 };
    struct figure f;

    (void) state;
    world_history(w, ZUNYI, "gdp", 10);
    world_target(w, "gdp_2025", "gdp", 2025, 5500, 2);
    assert_true(make(&f, w, 0, CHINESE));
    figure_csv(&csv, &f);
    text_add(&expected, "year,zunyi gdp (yi yuan),zunyi gdp_real (yi yuan),zunyi gdp observed (yi yuan),"
                        "target gdp_2025 (yi yuan)\n");
    for (int year = 2010; year <= 2035; year++) {
        text_print(&expected, "%d,", year);
        if (year >= 2020)
            text_print(&expected, "%.17g", gdp[year - 2020]);
        text_add(&expected, ",");
        if (year >= 2020)
            text_print(&expected, "%.17g", real[year - 2020]);
        text_add(&expected, ",");
        if (year <= 2020)
            text_print(&expected, "%.17g", w->history_value[0][year - 2010]);
        text_print(&expected, ",%s\n", year == 2025 ? "5500" : "");
    }
    assert_string_equal(text_of(&csv), text_of(&expected));
    text_free(&expected);
    text_free(&csv);
    figure_free(&f);
    free(w);
}

static void
assert_readable(struct world *w, size_t kind, enum language language)
{
    struct figure f;

    if (make(&f, w, kind, language))
        assert_figure_readable(&f);
    assert_readable_elsewhere(kinds[kind], &w->input);
    figure_free(&f);
}

static void
assert_all_readable(struct world *w)
{
    for (size_t k = 0; k < KINDS; k++)
        for (int l = 0; l < LANGUAGES; l++)
            assert_readable(w, k, (enum language) l);
    free(w);
}

static struct world *
crowded(struct world *w)
{
    world_target(w, "a", "gdp", 2025, 5500, 2);
    world_target(w, "b", "gdp", 2030, 7600, 2);
    world_target(w, "c", "gdp", 2035, 11000, 0);
    world_target(w, "d", "gdp_real", 2025, 5000, 1);
    world_target(w, "e", "gdp_per_capita", 2025, 80000, 2);
    world_target(w, "f", "urbanization", 2025, 62, 2);
    world_target(w, "g", "modernization", 2030, 95, 0);
    world_target(w, "h", "modernization", 2035, 100, 0);
    world_rising(w, ZUNYI, "modernization_west", 96, 0.2);
    return w;
}

static void
no_label_covers_another(void **state)
{
    struct world *w;

    (void) state;
    assert_all_readable(world_new(2020, 2035));
    assert_all_readable(crowded(world_new(2020, 2035)));
    assert_all_readable(crowded(world_new(2020, 2060)));
    assert_all_readable(world_new(2020, 2021));
    assert_all_readable(world_new(2020, 2120));
    w = world_new(2020, 2120);
    w->plan.steps = 0;
    assert_all_readable(w);
    w = crowded(world_new(2020, 2035));
    world_history(w, ZUNYI, "gdp", 12);
    world_history(w, ZUNYI, "gdp_per_capita", 12);
    world_history(w, CHINA, "gdp_per_capita", 9);
    world_history(w, ZUNYI, "urbanization", 4);
    w->region[ZUNYI].name = "Qianxinan Buyei and Miao Autonomous Prefecture of the province of Guizhou";
    w->region[CHINA].name_zh = "内蒙古自治区及周边其他所有地区平均水平";
    w->sector[1].name = "Manufacture of liquor, beverages and refined tea";
    w->step[0].title = "Catch up with the nation on all fronts";
    w->input.source =
        "a list of sources that is much longer than any line on the page could be, so that it must be cut "
        "somewhere before its end, wherever that may be";
    assert_all_readable(w);
    w = world_new(2020, 2035); /* both regions alike, a small region */
    w->region[ZUNYI].sectors = 0;
    world_growing(w, ZUNYI, "gdp", 3.7, 5);
    world_growing(w, ZUNYI, "gdp_real", 3.7, 5);
    world_growing(w, ZUNYI, "gdp_per_capita", 71828, 5.7);
    world_rising(w, ZUNYI, "urbanization", 63.89, 0.72);
    assert_all_readable(w);
}

/* Hundreds of years from now and with the largest numbers: no crash, no endless text. */
static void
survives_extremes(void **state)
{
    struct world *w = world_new(2020, 2220);
    struct text script = { 0 };
    struct figure f;

    (void) state;
    world_growing(w, ZUNYI, "gdp", 3720, 30);
    world_growing(w, ZUNYI, "gdp_per_capita", 1e-3, 40);
    world_rising(w, ZUNYI, "urbanization", 0, 0);
    for (size_t k = 0; k < KINDS; k++) {
        assert_true(make(&f, w, k, CHINESE));
        chart_script(&script, &f, "Sans");
        assert_null(strstr(text_of(&script), "nan"));
        assert_null(strstr(text_of(&script), "inf"));
        figure_free(&f);
    }
    text_free(&script);
    free(w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_say_the_finding),
        cmocka_unit_test(titles_name_the_tightest_target),
        cmocka_unit_test(marks_only_plain_targets),
        cmocka_unit_test(speaks_of_what_falls),
        cmocka_unit_test(leaves_out_what_the_trajectory_lacks),
        cmocka_unit_test(three_groups_stand_for_sectors),
        cmocka_unit_test(csv_is_the_trajectory),
        cmocka_unit_test(no_label_covers_another),
        cmocka_unit_test(survives_extremes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
