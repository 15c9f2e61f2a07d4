/* Scenarios side by side: order, what is common, which targets are the same, the tables for people. */
#include "said.h"

#include <stdio.h>
#include "chart_world.h"
#include "analysis/compare.h"
#include "report/comparison.h"

#define MOST 4

/* Made-up worlds and what compares them */
struct worlds {
    size_t count;
    struct world *world[MOST];
    struct compared compared[MOST];
};

static void
worlds_start(struct worlds *all, size_t count)
{
    static const char *const name[MOST] = { "baseline", "first", "second", "third" };
    static const char *const title[MOST] = { "Baseline", "First", "Second", "Third" };
    static const char *const title_zh[MOST] = { "基准情景", "甲", "乙", "丙" };

    all->count = count;
    for (size_t i = 0; i < count; i++) {
        struct world *w = world_new(2020, 2035);

        w->plan.name = name[i];
        w->plan.title = title[i];
        w->plan.title_zh = title_zh[i];
        all->world[i] = w;
        all->compared[i] = (struct compared) { &w->trajectory, &w->judgements, NULL };
    }
}

static void
worlds_free(struct worlds *all)
{
    for (size_t i = 0; i < all->count; i++)
        free(all->world[i]);
}

/* Judged steps of a world, by hand */
static void
steps_are(struct world *w, struct step_judgement *step, const char *marks)
{
    for (size_t i = 0; i < 3; i++)
        step[i] = (struct step_judgement) { .step = &w->step[i],
                                            .targets = 1,
                                            .met = marks[i] != 'x',
                                            .verdict = marks[i] == '+'   ? MET
                                                       : marks[i] == '~' ? WITHIN_TOLERANCE
                                                                         : MISSED };
    w->judgements.step = step;
    w->judgements.steps = 3;
}

static void
reads_the_best_first(void **state)
{
    struct step_judgement step[MOST][3];
    struct worlds all;
    size_t order[MOST];

    (void) state;
    worlds_start(&all, 4);
    steps_are(all.world[0], step[0], "xxx");
    steps_are(all.world[1], step[1], "xxx");
    steps_are(all.world[2], step[2], "~xx"); /* a step met by tolerance is met */
    steps_are(all.world[3], step[3], "xxx");
    world_rising(all.world[1], ZUNYI, "modernization", 80, 0.1);
    world_rising(all.world[3], ZUNYI, "modernization", 80, 0.5);
    compare_order(order, all.compared, 4, "modernization", 2035);
    assert_memory_equal(order, ((size_t[]) { 0, 2, 3, 1 }), sizeof order);
    compare_order(order, all.compared, 4, "no such key", 2035); /* equal ones as they came */
    assert_memory_equal(order, ((size_t[]) { 0, 2, 1, 3 }), sizeof order);
    world_rising(all.world[1], ZUNYI, "rank_national", 60, -1); /* 1 is the best rank */
    world_rising(all.world[3], ZUNYI, "rank_national", 60, 1);
    world_rising(all.world[0], ZUNYI, "rank_national", 60, 0);
    compare_order(order, all.compared, 4, "rank_national", 2035);
    assert_memory_equal(order, ((size_t[]) { 0, 2, 1, 3 }), sizeof order);
    worlds_free(&all);
}

static void
tells_targets_apart(void **state)
{
    struct worlds all;
    const struct plan *a, *b;
    struct plan_target *x, *y, before;

    (void) state;
    worlds_start(&all, 2);
    for (size_t i = 0; i < 2; i++)
        world_target(all.world[i], "gdp_2025", "gdp", 2025, 5500, 2);
    a = &all.world[0]->plan;
    b = &all.world[1]->plan;
    x = &a->target[0];
    y = &b->target[0];
    before = *y;
    assert_true(compare_same_target(a, x, b, y));
#define DIFFERS(change) \
    do { \
        change; \
        assert_false(compare_same_target(a, x, b, y)); \
        *y = before; \
    } while (0)
    DIFFERS(y->bound = 5501);
    DIFFERS(y->tolerance = 1);
    DIFFERS(y->relation = ABOVE);
    DIFFERS(y->year = 2026);
    DIFFERS(y->from = 2020);
    DIFFERS(y->region = CHINA);
    DIFFERS(y->over = CHINA);
    DIFFERS(y->relative_to = CHINA);
    DIFFERS(y->counts = false);
    DIFFERS(y->step = 0);
    DIFFERS(y->sector = 1);
    DIFFERS(y->indicator = world_indicator("gdp_real"));
    DIFFERS(y->bound_indicator = world_indicator("gdp_real"));
#undef DIFFERS
    y->source = "another";
    assert_true(compare_same_target(a, x, b, y));
    y->step = x->step = 1; /* the same step under another number */
    all.world[1]->step[1].key = "other";
    assert_false(compare_same_target(a, x, b, y));
    worlds_free(&all);
}

static void
says_what_is_not_common(void **state)
{
    static const char *const path[] = { "a.cfg", "b.cfg" };
    struct worlds all;
    struct error err = { 0 };

    (void) state;
    worlds_start(&all, 2);
    all.world[0]->plan.modernization.count = all.world[1]->plan.modernization.count = 0;
    assert_int_equal(compare_check(all.compared, path, 2, &err), OK);
    assert_said(&err, "");
    all.world[1]->plan.end = 2030;
    all.world[1]->plan.benchmark = PLAN_NONE;
    all.world[1]->step[2].to = 2034;
    world_target(all.world[0], "gdp_2025", "gdp", 2025, 5500, 2);
    world_target(all.world[1], "gdp_2030", "gdp", 2030, 5500, 2);
    assert_int_equal(compare_check(all.compared, path, 2, &err), OK);
    assert_said(&err, "b.cfg: warning: ends in 2030, baseline in 2035; compared where both have values\n"
                      "b.cfg: warning: another benchmark than baseline: what is relative to it does not compare\n"
                      "b.cfg: warning: without targets of baseline: gdp_2025\n"
                      "b.cfg: warning: targets that baseline is without: gdp_2030\n"
                      "b.cfg: warning: other steps than baseline: surpass\n");
    all.world[1]->plan.start = 2019;
    all.world[1]->plan.home = CHINA;
    assert_int_equal(compare_check(all.compared, path, 2, &err), FAILED_INPUT);
    assert_said(&err, "b.cfg: home is 'china', that of baseline is 'zunyi'; only scenarios of one home compare\n"
                      "b.cfg: the base year is 2019, that of baseline is 2020; only scenarios of one base year "
                      "compare\n");
    worlds_free(&all);
}

static void
columns_come_from_targets(void **state)
{
    struct comparison_column column[COMPARISON_COLUMNS];
    struct worlds all;
    size_t n;

    (void) state;
    worlds_start(&all, 1);
    n = comparison_columns(column, &all.compared[0]);
    assert_int_equal(n, 6);
    assert_string_equal(column[0].key, "gdp");
    assert_int_equal(column[0].year, 2035);
    world_target(all.world[0], "index_2025", "modernization", 2025, 85, 0);
    world_target(all.world[0], "index_2035", "modernization", 2035, 95, 0);
    world_target(all.world[0], "gdp_2025", "gdp", 2025, 5500, 2);
    world_target(all.world[0], "aside", "population", 2025, 5500, 2);
    world_target(all.world[0], "growth", "gdp_real", 2025, 5500, 2);
    all.world[0]->target[3].counts = false;
    all.world[0]->target[4].from = 2020;
    n = comparison_columns(column, &all.compared[0]);
    assert_int_equal(n, 3);
    assert_string_equal(column[0].key, "gdp");
    assert_int_equal(column[0].year, 2025);
    assert_string_equal(column[1].key, "relative_gdp_per_capita"); /* for 2030, which no target speaks of */
    assert_int_equal(column[1].year, 2030);
    assert_string_equal(column[2].key, "modernization");
    assert_int_equal(column[2].year, 2035);
    assert_int_equal(comparison_sorting(column, n), 2);
    worlds_free(&all);
}

static void
every_indicator_has_a_brief_name(void **state)
{
    (void) state;
    for (size_t i = 0; i < indicator_count; i++) {
        char key[64];
        enum word word;

        snprintf(key, sizeof key, "brief_%s", indicators[i].key);
        word = word_find(key);
        if (word == WORDS)
            print_error("no %s\n", key);
        assert_int_not_equal(word, WORDS);
        for (int l = 0; l < LANGUAGES; l++)
            assert_true(text_cells(word_in((enum language) l, word), 1) <= 12);
    }
}

static size_t
widest_line(const char *s)
{
    size_t most = 0;

    while (*s) {
        const size_t length = strcspn(s, "\n");
        struct text line = { 0 };

        text_add_bytes(&line, s, length);
        most = text_cells(text_of(&line), 1) > most ? text_cells(text_of(&line), 1) : most;
        text_free(&line);
        s += length + (s[length] == '\n');
    }
    return most;
}

static void
print(struct text *out, struct worlds *all, enum language language, size_t width)
{
    struct arena arena = { 0 };
    const struct comparison c = {
        .base = { .trajectory = all->compared[0].trajectory,
                  .judgements = all->compared[0].judgements,
                  .language = language,
                  .width = width,
                  .ambiguous = 1 },
        .count = all->count,
        .scenario = all->compared,
        .title = comparison_titles(&arena, all->compared, all->count, language),
    };

    comparison_print(out, &c);
    arena_free(&arena);
}

static void
prints_levels_and_differences(void **state)
{
    struct worlds all;
    struct text out = { 0 };

    (void) state;
    worlds_start(&all, 3);
    world_growing(all.world[1], ZUNYI, "gdp", 3800, 8); /* 5,583.4 in 2025 */
    world_growing(all.world[2], ZUNYI, "gdp", 3500, 6); /* 4,683.8 */
    for (size_t i = 0; i < 3; i++)
        world_target(all.world[i], "gdp_2025", "gdp", 2025, 5450, 2);
    world_growing(all.world[0], ZUNYI, "gdp", 3700, 8); /* 5,436.5 */
    all.world[0]->judgement[0].projected = 5436.5;
    all.world[0]->judgement[0].verdict = WITHIN_TOLERANCE;
    print(&out, &all, ENGLISH, 100);
    assert_non_null(strstr(text_of(&out), "3 scenarios: Zunyi beside China, 2020-2035\n"));
    assert_non_null(strstr(text_of(&out), "\nBaseline  5,436.5 "));
    assert_non_null(strstr(text_of(&out), "\nFirst      +146.9 "));
    assert_non_null(strstr(text_of(&out), "\nSecond     -752.7 "));
    assert_non_null(strstr(text_of(&out), "\n  GDP, yi yuan, 2025, about 5,450: ~ within tolerance; + met in First; "
                                          "x missed in Second\n"));
    text_free(&out);
    print(&out, &all, CHINESE, 100);
    assert_non_null(strstr(text_of(&out), "3个情景比较  遵义市，对标全国，2020-2035年\n"));
    assert_non_null(strstr(text_of(&out), "\n甲"));
    assert_non_null(strstr(text_of(&out), "2025年5450左右：~ 基本达到（基准）；+ 达到：甲；x 未达到：乙\n"));
    text_free(&out);
    worlds_free(&all);
}

static void
fits_the_terminal(void **state)
{
    static const size_t width[] = { 100, 80, 60 };
    struct worlds all;

    (void) state;
    for (size_t count = 2; count <= MOST; count++)
        for (size_t i = 0; i < sizeof width / sizeof width[0]; i++)
            for (int l = 0; l < LANGUAGES; l++) {
                static const char *const key[] = { "gdp", "gdp_real", "gdp_per_capita", "urbanization",
                                                   "share_nonprimary" };
                struct text out = { 0 };
                char *note;

                worlds_start(&all, count);
                for (size_t k = 0; k < sizeof key / sizeof key[0]; k++)
                    for (size_t n = 0; n < count; n++) {
                        world_target(all.world[n], key[k], key[k], 2025, 5000, 2);
                        all.world[n]->judgement[k].verdict = (enum verdict)(n % 3);
                    }
                print(&out, &all, (enum language) l, width[i]);
                for (note = out.at; note; note = strstr(note, "\n")) /* notes are sentences, which the terminal wraps */
                    if (strncmp(++note, "Below", 5) == 0 || strncmp(note, "Targets:", 8) == 0
                        || strncmp(note, "Under", 5) == 0 || strncmp(note, "首行", 6) == 0
                        || strncmp(note, "目标：", 9) == 0 || strncmp(note, "各年份下", 12) == 0)
                        memset(note, '\n', strcspn(note, "\n"));
                assert_true(widest_line(text_of(&out)) <= width[i]);
                text_free(&out);
                worlds_free(&all);
            }
}

static void
gives_each_a_title_of_its_own(void **state)
{
    struct worlds all;
    struct arena arena = { 0 };
    const char **title;

    (void) state;
    worlds_start(&all, 3);
    all.world[1]->plan.title = "Baseline";
    all.world[2]->plan.title = "A title that is far too long for a table of thirteen scenarios";
    title = comparison_titles(&arena, all.compared, 3, ENGLISH);
    assert_string_equal(title[0], "Baseline");
    assert_string_equal(title[1], "first");
    assert_string_equal(title[2], "second");
    title = comparison_titles(&arena, all.compared, 3, CHINESE);
    assert_string_equal(title[1], "甲");
    arena_free(&arena);
    worlds_free(&all);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_best_first),
        cmocka_unit_test(tells_targets_apart),
        cmocka_unit_test(says_what_is_not_common),
        cmocka_unit_test(columns_come_from_targets),
        cmocka_unit_test(every_indicator_has_a_brief_name),
        cmocka_unit_test(prints_levels_and_differences),
        cmocka_unit_test(fits_the_terminal),
        cmocka_unit_test(gives_each_a_title_of_its_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
