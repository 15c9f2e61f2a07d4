/* Charts of an ensemble: titles say the chance, bands are the quantiles, the matrix is the chances by year. */
#include "check.h"

#include <stdio.h>
#include "chart_readable.h"
#include "drawn_world.h"
#include "report/chart_ensemble.h"
#include "report/chart_kinds.h"
#include "report/chart_script.h"

typedef bool (*chart)(struct figure *f);

static bool
make(struct figure *f, struct world *w, chart fill, enum language language)
{
    w->input.language = language;
    figure_start(f, "chart", &w->input);
    if (!fill(f))
        return false;
    chart_finish(f);
    figure_arrange(f);
    return true;
}

/* Two targets on GDP, one on the index, a place to reach; each in its step */
static struct drawn_world *
some_draws(void)
{
    struct drawn_world *d = memory_new(1, sizeof *d);
    struct world *w = world_new(2020, 2035);

    world_target(w, "gdp_2025", "gdp", 2025, 5500, 2);
    world_target(w, "index_2030", "modernization", 2030, 95, 0);
    world_target(w, "top20_2035", "rank_national", 2035, 20, 0);
    w->target[2].relation = AT_MOST;
    for (size_t i = 0; i < 3; i++)
        w->target[i].step = i;
    world_judge_steps(w);
    drawn_start(d, w);
    return d;
}

static void
finish(struct drawn_world *d)
{
    drawn_end(d);
    free(d);
}

static const struct {
    chart fill;
    const char *title[LANGUAGES];
} rows[] = {
    { chart_fan_gdp,
      { ">99% of draws reach the target for GDP in 2025", "达到2025年地区生产总值目标的可能性超过99%" } },
    { chart_fan_gdp_per_capita,
      { "In 2035 GDP per head is 12.3-22.9 wan yuan in 90% of draws", "2035年90%区间为12.3～22.9万元" } },
    { chart_fan_urbanization,
      { "In 2035 the urban share is 48.6-90.3% in 90% of draws", "2035年城镇化率的90%区间为48.6%～90.3%" } },
    { chart_fan_modernization,
      { "91% of draws reach the target for modernization in 2030", "达到2030年现代化指数目标的可能性为91%" } },
    { chart_probability, { "3 of 3 targets are more likely than not met in time", "3项目标中有3项的可能性过半" } },
    { chart_steps, { "Chances of the steps: 60%, 6%, 3%", "各步目标全部达到的可能性：60%、6%、3%" } },
    { chart_rank_distribution,
      { "2035: a place among the first 20 in 83% of draws", "2035年位次进入前20位的可能性为83%" } },
};
#define ROWS (sizeof rows / sizeof rows[0])

static void
titles_are_findings(void **state)
{
    struct drawn_world *d = some_draws();

    (void) state;
    for (size_t i = 0; i < ROWS; i++)
        for (int l = 0; l < LANGUAGES; l++) {
            struct text script = { 0 };
            struct figure f;

            assert_true(make(&f, d->w, rows[i].fill, (enum language) l));
            assert_string_equal(f.title, rows[i].title[l]);
            assert_figure_readable(&f);
            assert_readable_elsewhere(rows[i].fill, &d->w->input);
            assert_non_null(strstr(f.note, "42"));
            chart_script(&script, &f, "Sans");
            assert_null(strstr(text_of(&script), " nan"));
            text_free(&script);
            figure_free(&f);
        }
    finish(d);
}

/* The columns of a fan are the quantiles, in the order of their levels; the wider band lies below. */
static void
bands_are_the_quantiles(void **state)
{
    struct drawn_world *d = some_draws();
    struct figure f;

    (void) state;
    assert_true(make(&f, d->w, chart_fan_gdp, ENGLISH));
    assert_int_equal(f.count.fan, 2);
    for (int year = 2020; year <= 2035; year++) {
        const double value = world_series(d->w, ZUNYI, "gdp")[year - 2020], width = 0.01 * (year - 2020);

        assert_close(figure_at(&f, f.fan[0].low, year), value * (1 - 2 * width), 1e-9 * value);
        assert_close(figure_at(&f, f.fan[0].high, year), value * (1 + 2 * width), 1e-9 * value);
        assert_close(figure_at(&f, f.fan[1].low, year), value * (1 - width), 1e-9 * value);
        assert_close(figure_at(&f, f.fan[1].high, year), value * (1 + width), 1e-9 * value);
    }
    assert_true(f.y.top >= figure_at(&f, f.fan[0].high, 2035));
    figure_free(&f);
    finish(d);
}

static void
matrix_is_the_chances(void **state)
{
    struct drawn_world *d = some_draws();
    struct text expected = { 0 };
    struct figure f;

    (void) state;
    assert_true(make(&f, d->w, chart_probability, CHINESE));
    text_add(&expected, "target,step,target_year,year,probability (percent)\n");
    for (size_t i = 0; i < 3; i++)
        for (int year = 2020; year <= 2035; year++) {
            const struct plan_target *g = &d->w->target[i];
            const struct chance *c = yearly_chance(&d->yearly, &d->ensemble, i, year);

            assert_true((c != NULL) == (year > 2020));
            if (c)
                text_print(&expected, "%s,%s,%d,%d,%.17g\n", g->key, d->w->step[i].key, g->year, year,
                           100 * c->probability);
        }
    assert_string_equal(text_of(&f.table), text_of(&expected));
    text_free(&expected);
    figure_free(&f);
    finish(d);
}

/* 20 places from 11 on, 5 % each: ten bins of two; the target takes half of them. */
static void
places_fall_into_bins(void **state)
{
    struct drawn_world *d = some_draws();
    double met = 0, missed = 0;
    struct figure f;

    (void) state;
    assert_true(make(&f, d->w, chart_rank_distribution, CHINESE));
    assert_non_null(strstr(f.alt, "2035年，占抽样的%。2035年位次")); /* places, whose axis is not of years */
    assert_null(strstr(f.alt, "—"));
    figure_free(&f);
    assert_true(make(&f, d->w, chart_rank_distribution, ENGLISH));
    assert_int_equal(f.rows, 10);
    assert_string_equal(f.category[0].name, "1-12");
    assert_string_equal(f.category[9].name, "29+");
    for (int row = 0; row < 10; row++) {
        met += figure_at(&f, f.bar[0].column, row);
        missed += figure_at(&f, f.bar[1].column, row);
        assert_close(figure_at(&f, f.bar[0].column, row) + figure_at(&f, f.bar[1].column, row), 10, 1e-9);
    }
    assert_close(met, 50, 1e-9);
    assert_close(missed, 50, 1e-9);
    figure_free(&f);
    d->w->target[2].relation = AT_LEAST; /* no target on the place any more */
    assert_true(make(&f, d->w, chart_rank_distribution, ENGLISH));
    assert_string_equal(f.title, "2035: places 12 to 30 in 90% of draws");
    assert_int_equal(f.count.bar, 1);
    figure_free(&f);
    d->drawn.places = 0;
    assert_false(make(&f, d->w, chart_rank_distribution, ENGLISH));
    figure_free(&f);
    finish(d);
}

static void
steps_have_their_chances(void **state)
{
    struct drawn_world *d = some_draws();
    struct figure f;
    size_t found = 0;

    (void) state;
    assert_true(make(&f, d->w, chart_steps, ENGLISH));
    for (size_t i = 0; i < f.count.note; i++)
        found += !strcmp(f.placed[i].text, "2021-2025, chance 60%") || !strcmp(f.placed[i].text, "83%")
                 || !strcmp(f.placed[i].text, "91%");
    assert_int_equal(found, 3);
    assert_non_null(strstr(text_of(&f.table), "verdict,probability\n"));
    assert_non_null(strstr(text_of(&f.table), ",missed,1\n"));
    figure_free(&f);
    finish(d);
}

static void
nothing_without_draws(void **state)
{
    struct world *w = world_new(2020, 2035);
    struct figure f;

    (void) state;
    world_target(w, "gdp_2025", "gdp", 2025, 5500, 2);
    for (size_t i = 0; i < ROWS; i++) {
        if (rows[i].fill == chart_steps)
            continue;
        assert_false(make(&f, w, rows[i].fill, ENGLISH));
        figure_free(&f);
    }
    free(w);
}

/* A long horizon has too many years for a column each; one without targets has no matrix. */
static void
odd_plans_can_be_read(void **state)
{
    static const chart charts[] = { chart_fan_gdp, chart_fan_gdp_per_capita, chart_probability, chart_steps };
    struct drawn_world d;
    struct world *w = world_new(2020, 2060);
    struct figure f;

    (void) state;
    w->plan.steps = 0;
    world_target(w, "a", "gdp", 2060, 5500, 0);
    w->target[0].name = "A target whose name is as long as those that committees like to give to what they want most";
    w->region[ZUNYI].name = "Qianxinan Buyei and Miao Autonomous Prefecture of the province of Guizhou in China";
    drawn_start(&d, w);
    for (size_t i = 0; i < sizeof charts / sizeof charts[0]; i++)
        for (int l = 0; l < LANGUAGES; l++) {
            assert_true(make(&f, w, charts[i], (enum language) l));
            assert_figure_readable(&f);
            assert_readable_elsewhere(charts[i], &w->input);
            figure_free(&f);
        }
    drawn_end(&d);
    w = world_new(2020, 2035);
    drawn_start(&d, w);
    assert_false(make(&f, w, chart_probability, ENGLISH));
    figure_free(&f);
    drawn_end(&d);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_are_findings),      cmocka_unit_test(bands_are_the_quantiles),
        cmocka_unit_test(matrix_is_the_chances),    cmocka_unit_test(places_fall_into_bins),
        cmocka_unit_test(steps_have_their_chances), cmocka_unit_test(nothing_without_draws),
        cmocka_unit_test(odd_plans_can_be_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
