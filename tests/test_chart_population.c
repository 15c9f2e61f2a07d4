/* The chart of residents: its numbers are the trajectory's, at single ages too; its panels are those there are. */
#include "check.h"

#include <stdio.h>
#include "chart_readable.h"
#include "chart_world.h"
#include "report/chart_common.h"
#include "report/chart_kinds.h"
#include "report/chart_population.h"
#include "report/chart_script.h"

static bool
make(struct figure *f, const struct chart_input *in)
{
    figure_start(f, "population", in);
    if (!chart_population(f))
        return false;
    chart_finish(f);
    figure_arrange(f);
    return true;
}

static void
assert_titles(struct world *w, const char *english, const char *chinese)
{
    const char *const title[LANGUAGES] = { english, chinese };

    for (int l = 0; l < LANGUAGES; l++) {
        struct figure f;

        w->input.language = (enum language) l;
        assert_true(make(&f, &w->input));
        assert_string_equal(f.title, title[l]);
        assert_figure_readable(&f);
        assert_readable_elsewhere(chart_population, &w->input);
        figure_free(&f);
    }
}

/* By growth rates: no ages, no pyramid; ageing is the finding where it is known. */
static void
shows_the_panels_there_are(void **state)
{
    struct world *w = world_new(2020, 2035);
    struct figure f;

    (void) state;
    assert_false(make(&f, &w->input));
    figure_free(&f);
    world_rising(w, ZUNYI, "population", 660.98, -2.5);
    assert_titles(w, "In 2035 623.5 wan residents, 37.5 fewer", "2035年常住人口623.5万人，较2020年减少37.5万人");
    assert_true(make(&f, &w->input));
    assert_int_equal(f.count.panel, 1);
    assert_null(f.pyramid);
    assert_int_equal(f.table.length, 0);
    figure_free(&f);
    world_rising(w, ZUNYI, "population", 660.98, 0.001);
    assert_titles(w, "In 2035 661.0 wan residents, as many as before", "2035年常住人口661.0万人，与基期持平");
    world_rising(w, ZUNYI, "working_age", 420, 1);
    world_rising(w, ZUNYI, "age65_share", 13.4, 0.5);
    world_history(w, ZUNYI, "population", 0.5);
    assert_titles(w, "In 2035 20.9% of residents are 65 or older, up 7.5 points",
                  "2035年65岁及以上人口占20.9%，较2020年提高7.5个百分点");
    assert_true(make(&f, &w->input));
    assert_int_equal(f.count.panel, 3);
    assert_non_null(strstr(f.note, "圆点"));
    figure_free(&f);
    free(w);
}

static void
groups_are_sums_of_ages(void **state)
{
    struct world *w = world_new(2020, 2035);
    struct text script = { 0 };
    struct figure f;

    (void) state;
    world_residents(w);
    assert_close(chart_group_of(&w->input, 2020, MALE, 0), 0.10, 1e-12);
    assert_close(chart_group_of(&w->input, 2022, FEMALE, 1), 2 * (0.35 + 5 * 2), 1e-12);
    assert_close(chart_group_of(&w->input, 2020, MALE, 20), 1, 1e-12); /* 100 and over */
    assert_true(make(&f, &w->input));
    assert_figure_readable(&f);
    assert_int_equal(strncmp(text_of(&f.table),
                             "age_from,men 2020 (wan),women 2020 (wan),men 2035 (wan),women 2035 (wan)\n0,", 75),
                     0);
    assert_non_null(strstr(text_of(&f.table), "\n100,1,2,16,32\n"));
    chart_script(&script, &f, "Sans");
    assert_non_null(strstr(text_of(&script), "'population_ages.csv' using"));
    assert_non_null(strstr(text_of(&script), "'Dependency ratio: 2020 55.6%, 2035 51.9%'"));
    assert_non_null(
        strstr(f.alt, ". By age, wan: outline 2020, filled 2035; Dependency ratio: 2020 55.6%, 2035 51.9%."));
    text_free(&script);
    figure_free(&f);
    free(w);
}

/* On a real run the ages of each year add up to the residents, the old and the dependent of the same year. */
static void
ages_of_a_run_add_up(void **state)
{
    struct scenario s = { 0 };
    struct trajectory t = { 0 };
    struct error err = { 0 };

    (void) state;
    assert_int_equal(scenario_read(&s, "scenarios/baseline.cfg", NULL, 0, &err), OK);
    assert_int_equal(run_plan(&t, &s.plan, &err), OK);
    assert_non_null(t.ages);
    for (int year = s.plan.start; year <= s.plan.end; year++) {
        double all = 0, old = 0, between = 0;

        for (int g = 0; g < SEXES; g++)
            for (int a = 0; a < AGES; a++) {
                const double wan = t.ages[year - s.plan.start][g][a];

                all += wan;
                old += a >= 65 ? wan : 0;
                between += a >= 15 && a < 65 ? wan : 0;
            }
        /* sums of 202 numbers in another order */
        assert_close(all, trajectory_at(&t, trajectory_find(&t, s.plan.home, "population"), year), 1e-9);
        assert_close(100 * old / all, trajectory_at(&t, trajectory_find(&t, s.plan.home, "age65_share"), year), 1e-9);
        assert_close(100 * (all - between) / between,
                     trajectory_at(&t, trajectory_find(&t, s.plan.home, "dependency_ratio"), year), 1e-9);
    }
    trajectory_free(&t);
    scenario_free(&s);
    error_free(&err);
}

static void
odd_horizons_can_be_read(void **state)
{
    static const int end[] = { 2021, 2060, 2120 };

    (void) state;
    for (size_t i = 0; i < sizeof end / sizeof end[0]; i++)
        for (int l = 0; l < LANGUAGES; l++) {
            struct world *w = world_new(2020, end[i]);
            struct text script = { 0 };
            struct figure f;

            w->input.language = (enum language) l;
            w->region[ZUNYI].name =
                "Qianxinan Buyei and Miao Autonomous Prefecture of the province of Guizhou in China";
            world_rising(w, ZUNYI, "population", 12345.678, 20);
            world_rising(w, ZUNYI, "working_age", 0, 0);
            world_rising(w, ZUNYI, "age65_share", 40, -0.3);
            world_rising(w, ZUNYI, "dependency_ratio", 155.64, 0.25);
            world_ages(w);
            assert_true(make(&f, &w->input));
            assert_figure_readable(&f);
            assert_readable_elsewhere(chart_population, &w->input);
            chart_script(&script, &f, "Sans");
            assert_null(strstr(text_of(&script), " nan"));
            assert_null(strstr(text_of(&script), "inf"));
            text_free(&script);
            figure_free(&f);
            free(w);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_the_panels_there_are),
        cmocka_unit_test(groups_are_sums_of_ages),
        cmocka_unit_test(ages_of_a_run_add_up),
        cmocka_unit_test(odd_horizons_can_be_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
