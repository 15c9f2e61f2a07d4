/* One indicator in all scenarios: what is drawn is what the scenarios say; the base dark, the furthest in colours. */
#include "check.h"

#include <stdio.h>
#include "chart_readable.h"
#include "chart_world.h"
#include "report/chart_compare.h"

#define MOST 20

struct worlds {
    size_t count;
    struct world *world[MOST];
    char name[MOST][32];
    struct chart_scenario scenario[MOST];
    struct chart_scenarios all;
};

/* Scenario i grows by change[i] points a year more than the first. */
static struct worlds *
worlds_new(const double *change, size_t count, enum language language)
{
    struct worlds *w = memory_new(1, sizeof *w);

    w->count = count;
    for (size_t i = 0; i < count; i++) {
        w->world[i] = world_new(2020, 2035);
        snprintf(w->name[i], sizeof w->name[i], "scenario %c", (char) ('A' + (int) i));
        w->world[i]->plan.name = w->name[i];
        world_growing(w->world[i], ZUNYI, "gdp", 3700, 7 + change[i]);
        world_rising(w->world[i], ZUNYI, "rank_national", 63, -change[i]);
        w->world[i]->input.language = language;
        w->scenario[i] = (struct chart_scenario) { w->name[i], &w->world[i]->input };
    }
    w->all = (struct chart_scenarios) { .count = count, .scenario = w->scenario };
    return w;
}

static void
worlds_free(struct worlds *w)
{
    for (size_t i = 0; i < w->count; i++)
        free(w->world[i]);
    free(w);
}

static void
start(struct figure *f, const struct worlds *w)
{
    figure_start(f, "compare_gdp", &w->world[0]->input);
}

static const double six[] = { 0, 0.5, -2, 3, 0, -1, 1.5 };

static void
shows_every_scenario(void **state)
{
    struct worlds *w = worlds_new(six, 7, ENGLISH);
    struct figure f;

    (void) state;
    start(&f, w);
    assert_true(chart_compare_gdp(&f, &w->all));
    assert_int_equal(f.count.column, 7);
    assert_string_equal(f.column[2].header, "scenario C gdp (yi yuan)");
    for (size_t i = 0; i < 7; i++)
        for (int year = 2020; year <= 2035; year++)
            assert_close(figure_at(&f, i, year), 3700 * pow(1.07 + six[i] / 100, year - 2020), 1e-12);
    assert_int_equal(f.count.line, 7);
    for (size_t i = 0; i < f.count.line; i++)
        assert_string_equal(f.line[i].name, w->name[f.line[i].column]);
    figure_free(&f);
    worlds_free(w);
}

/* At the end the distances are, in order: D above, C below, G above, F below; B and E stay grey. */
static void
colours_the_furthest(void **state)
{
    static const enum look wanted[] = { LOOK_BASE,  LOOK_OTHER,  LOOK_SECOND, LOOK_FIRST,
                                        LOOK_OTHER, LOOK_FOURTH, LOOK_THIRD };
    struct worlds *w = worlds_new(six, 7, ENGLISH);
    struct figure f;

    (void) state;
    start(&f, w);
    assert_true(chart_compare_gdp(&f, &w->all));
    for (size_t i = 0; i < f.count.line; i++)
        assert_int_equal(f.line[i].look, wanted[f.line[i].column]);
    figure_free(&f);
    worlds_free(w);
}

/* 3700 x 1.05^15 = 7692.0, x 1.10^15 = 15455.8; by 2025 4722.2 and 5958.9 */
static void
says_the_spread(void **state)
{
    static const char *const title[] = { "2035: GDP 7,692 (scenario C) to 15,456 yi yuan (scenario D)",
                                         "2035年地区生产总值7692～15456亿元" };
    static const char *const range[] = { "4,722-5,959", "4722～5959" };

    (void) state;
    for (int l = 0; l < LANGUAGES; l++) {
        struct worlds *w = worlds_new(six, 7, (enum language) l);
        struct figure f;

        start(&f, w);
        assert_true(chart_compare_gdp(&f, &w->all));
        assert_string_equal(f.title, title[l]);
        assert_int_equal(f.count.row, 3);
        assert_int_equal(f.row[0].x, 2025);
        assert_string_equal(f.row[0].text, range[l]);
        figure_free(&f);
        worlds_free(w);
    }
}

static void
says_that_all_are_alike(void **state)
{
    static const double none[3] = { 0 };
    struct worlds *w = worlds_new(none, 3, ENGLISH);
    struct figure f;

    (void) state;
    start(&f, w);
    assert_true(chart_compare_gdp(&f, &w->all));
    assert_string_equal(f.title, "In 2035 GDP is 10,208 yi yuan in all scenarios");
    for (size_t i = 0; i < f.count.line; i++)
        assert_int_equal(f.line[i].look, f.line[i].column ? LOOK_OTHER : LOOK_BASE);
    figure_free(&f);
    worlds_free(w);
}

/* The highest number is the last place, and is not called the highest. */
static void
ranks_count_from_the_top(void **state)
{
    static const double change[] = { 0, 0.6, -0.4 };
    static const char *const title[LANGUAGES] = { "2035: GDP rank 54 (A) to 69 (a scenario whose title is long)",
                                                  "2035年地区生产总值位次第54位～第69位" };

    (void) state;
    for (int l = 0; l < LANGUAGES; l++) {
        struct worlds *w = worlds_new(change, 3, (enum language) l);
        struct figure f;

        w->scenario[1].title = "A";
        w->scenario[2].title = l == ENGLISH ? "a scenario whose title is long" : "一个标题特别长的用来比较的情景";
        start(&f, w);
        assert_true(chart_compare_rank(&f, &w->all));
        assert_string_equal(f.title, title[l]);
        assert_true(f.reversed);
        figure_free(&f);
        worlds_free(w);
    }
}

/* Whatever their number: on the page, none over another */
static void
names_can_be_read(void **state)
{
    bool (*const chart[])(struct figure * f,
                          const struct chart_scenarios *all) = { chart_compare_gdp, chart_compare_gdp_per_capita,
                                                                 chart_compare_urbanization,
                                                                 chart_compare_modernization, chart_compare_rank };
    double change[MOST];

    (void) state;
    for (size_t i = 0; i < MOST; i++)
        change[i] = ((double) i - 5) / 5;
    for (size_t count = 2; count <= 13; count++)
        for (int l = 0; l < LANGUAGES; l++)
            for (size_t c = 0; c < sizeof chart / sizeof chart[0]; c++) {
                struct worlds *w = worlds_new(change, count, (enum language) l);

                for (int size = 0; size < THEME_SIZES; size++) {
                    struct figure f;

                    theme_start(&w->world[0]->theme, (enum theme_size) size);
                    start(&f, w);
                    assert_true(chart[c](&f, &w->all));
                    figure_arrange(&f);
                    assert_figure_readable(&f);
                    figure_free(&f);
                }
                worlds_free(w);
            }
}

static void
leaves_out_names_without_room(void **state)
{
    double change[MOST];
    struct worlds *w;
    struct figure f;
    size_t named = 0;

    (void) state;
    for (size_t i = 0; i < MOST; i++)
        change[i] = (double) i / 10;
    w = worlds_new(change, MOST, ENGLISH);
    start(&f, w);
    assert_true(chart_compare_gdp(&f, &w->all));
    for (size_t i = 0; i < f.count.line; i++)
        named += f.line[i].name != NULL;
    assert_int_equal(named, 5); /* the base and four in colours */
    figure_free(&f);
    worlds_free(w);
}

/* A scenario that ends earlier has no name at the end; one of another indicator set is passed over. */
static void
bears_what_is_missing(void **state)
{
    struct worlds *w = worlds_new(six, 3, ENGLISH);
    struct figure f;

    (void) state;
    w->world[1]->plan.end = 2030;
    w->world[1]->plan.years = w->world[1]->trajectory.years = 11;
    w->world[2]->trajectory.count = 0;
    start(&f, w);
    assert_true(chart_compare_gdp(&f, &w->all));
    assert_true(isnan(figure_at(&f, 1, 2031)));
    assert_true(isnan(figure_at(&f, 2, 2025)));
    assert_string_equal(f.title, "In 2035 GDP is 10,208 yi yuan in all scenarios");
    figure_arrange(&f);
    figure_free(&f);
    w->world[0]->trajectory.count = 0;
    start(&f, w);
    assert_false(chart_compare_gdp(&f, &w->all));
    figure_free(&f);
    worlds_free(w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_every_scenario),
        cmocka_unit_test(colours_the_furthest),
        cmocka_unit_test(says_the_spread),
        cmocka_unit_test(says_that_all_are_alike),
        cmocka_unit_test(ranks_count_from_the_top),
        cmocka_unit_test(names_can_be_read),
        cmocka_unit_test(leaves_out_names_without_room),
        cmocka_unit_test(bears_what_is_missing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
