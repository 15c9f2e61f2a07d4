/* The ladder of steps: its title counts, its csv is the judgements, nothing covers anything. */
#include "check.h"

#include <stdio.h>
#include "chart_readable.h"
#include "chart_world.h"
#include "report/chart_common.h"
#include "report/chart_kinds.h"
#include "report/chart_script.h"

static bool
make(struct figure *f, struct world *w, enum language language)
{
    w->input.language = language;
    figure_start(f, "steps", &w->input);
    if (!chart_steps(f))
        return false;
    chart_finish(f);
    figure_arrange(f);
    return true;
}

/* A target of a step; the judgements of steps are made again. */
static void
step_target(struct world *w, size_t step, const char *key, const char *indicator, int year, double wanted,
            double tolerance)
{
    world_target(w, key, indicator, year, wanted, tolerance);
    w->target[w->plan.targets - 1].step = step;
    world_judge_steps(w);
}

/* Step 1: all met, one of two by tolerance; step 2: one of two; step 3: none of one. */
static struct world *
ladder(void)
{
    struct world *w = world_new(2020, 2035);

    step_target(w, 0, "gdp_2025", "gdp", 2025, 5300, 2);           /* 5343.7 */
    step_target(w, 0, "urban_2025", "urbanization", 2025, 62, 2);  /* 60.94 */
    step_target(w, 1, "index_2030", "modernization", 2030, 94, 0); /* 94.77 */
    step_target(w, 1, "gdp_2030", "gdp", 2030, 8000, 0);           /* 7697 */
    step_target(w, 2, "urban_2035", "urbanization", 2035, 75, 0);  /* 69.44 */
    return w;
}

static void
assert_titles(struct world *w, const char *english, const char *chinese)
{
    const char *const title[LANGUAGES] = { english, chinese };

    for (int l = 0; l < LANGUAGES; l++) {
        struct figure f;

        assert_true(make(&f, w, (enum language) l));
        assert_string_equal(f.title, title[l]);
        assert_figure_readable(&f);
        assert_readable_elsewhere(chart_steps, &w->input);
        figure_free(&f);
    }
}

static void
title_counts_the_steps(void **state)
{
    struct world *w = ladder();

    (void) state;
    assert_titles(w, "1 of 3 steps met; furthest off: urban share of residents",
                  "3步中达到1步，差距最大的是常住人口城镇化率");
    w->target[3].counts = w->target[4].counts = false;
    world_judge_steps(w);
    assert_titles(w, "Every step is met: 2 of 2", "各步目标全部达到（2/2步）"); /* the third has nothing to judge */
    for (size_t i = 0; i < w->plan.targets; i++)
        w->target[i].step = PLAN_NONE;
    world_judge_steps(w);
    assert_titles(w, "3 of 5 targets met", "5项目标达到3项");
    free(w);
}

static size_t
notes_of(const struct figure *f, const char *text, enum weight weight)
{
    size_t n = 0;

    for (size_t i = 0; i < f->count.note; i++)
        n += strcmp(f->placed[i].text, text) == 0 && f->placed[i].weight == weight;
    return n;
}

/* The binding target is named beside its step and bold in its row. */
static void
names_the_binding_target(void **state)
{
    struct world *w = ladder();
    struct figure f;

    (void) state;
    assert_true(make(&f, w, ENGLISH));
    assert_int_equal(notes_of(&f, "1 of 2 targets", REGULAR), 1);
    assert_int_equal(notes_of(&f, "2 of 2 targets, 1 just within", REGULAR), 1);
    assert_int_equal(notes_of(&f, "GDP, yi yuan", BOLD), 1);
    assert_int_equal(notes_of(&f, "GDP, yi yuan", REGULAR), 1);
    assert_int_equal(notes_of(&f, "+", BOLD), 3); /* met: gdp_2025, index_2030, the legend's */
    assert_int_equal(notes_of(&f, "~", BOLD), 3); /* urban_2025, its step, the legend's */
    assert_int_equal(notes_of(&f, "\u00d7", BOLD), 5);
    assert_non_null(strstr(f.alt, "Catch up: within tolerance, 2 of 2 targets, 1 just within; Parity: missed"));
    figure_free(&f);
    free(w);
}

static void
csv_is_the_judgements(void **state)
{
    struct world *w = ladder();
    struct text expected = { 0 };
    struct figure f;

    (void) state;
    w->target[0].counts = false;
    world_judge_steps(w);
    assert_true(make(&f, w, CHINESE));
    text_add(&expected, "step,target,year,counts,binding,wanted,projected,margin,margin_percent,verdict\n");
    for (size_t i = 0; i < 5; i++) {
        static const char *const binding[] = { "no", "yes", "no", "yes", "yes" };
        static const char *const verdict[] = { "met", "within tolerance", "met", "missed", "missed" };
        const struct judgement *j = &w->judgement[i];

        text_print(&expected, "%s,%s,%d,%s,%s,%.17g,%.17g,%.17g,%.17g,%s\n", w->step[j->target->step].key,
                   j->target->key, j->target->year, i == 0 ? "no" : "yes", binding[i], j->wanted, j->projected,
                   j->margin, j->margin_percent, verdict[i]);
    }
    assert_string_equal(text_of(&f.table), text_of(&expected));
    text_free(&expected);
    figure_free(&f);
    free(w);
}

static void
assert_readable(struct world *w)
{
    struct text script = { 0 };

    for (int l = 0; l < LANGUAGES; l++) {
        struct figure f;

        assert_true(make(&f, w, (enum language) l));
        assert_figure_readable(&f);
        assert_readable_elsewhere(chart_steps, &w->input);
        chart_script(&script, &f, "Sans");
        assert_null(strstr(text_of(&script), " nan"));
        figure_free(&f);
    }
    text_free(&script);
    free(w);
}

static void
odd_plans_can_be_read(void **state)
{
    struct world *w = ladder();

    (void) state;
    w->plan.steps = 1; /* the others' targets: none's */
    for (size_t i = 2; i < 5; i++)
        w->target[i].step = PLAN_NONE;
    world_judge_steps(w);
    assert_readable(w);
    w = world_new(2020, 2060);
    w->plan.steps = 0;
    world_target(w, "a", "gdp", 2060, 5500, 0);
    assert_readable(w);
    w = ladder();
    for (int i = 0; i < 15; i++)
        step_target(w, 1, "more", "gdp_per_capita", 2030, 1e9 * (i + 1), 0);
    assert_readable(w);
    w = ladder();
    w->step[0].title = "Catch up with the nation on all fronts and in every respect";
    w->step[1].title_zh = "全面深入持续推进各项现代化建设冲刺追平全国平均水平";
    w->target[3].name = "A target whose name is as long as those that committees like to give to what they want most";
    w->target[3].name_zh = "一项名称特别长以至于任何一列都放不下的规划目标（亿元，按照当年价格计算）";
    w->region[ZUNYI].name = "Qianxinan Buyei and Miao Autonomous Prefecture of the province of Guizhou in China";
    w->target[4].region = CHINA;
    assert_readable(w);
}

static void
leaves_out_what_is_not_judged(void **state)
{
    struct world *w = world_new(2020, 2035);
    struct figure f;

    (void) state;
    assert_false(make(&f, w, ENGLISH));
    figure_free(&f);
    w->input.judgements = NULL;
    assert_false(make(&f, w, ENGLISH));
    figure_free(&f);
    free(w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(title_counts_the_steps),        cmocka_unit_test(names_the_binding_target),
        cmocka_unit_test(csv_is_the_judgements),         cmocka_unit_test(odd_plans_can_be_read),
        cmocka_unit_test(leaves_out_what_is_not_judged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
