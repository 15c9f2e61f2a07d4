/* The matrix of verdicts: who meets most, the csv is the judgements, thirteen by fourteen can be read. */
#include "check.h"

#include <stdio.h>
#include "chart_readable.h"
#include "chart_world.h"
#include "report/chart_common.h"
#include "report/chart_compare.h"
#include "report/chart_script.h"

#define MOST 13

struct cases {
    struct world *world[MOST];
    struct chart_scenario scenario[MOST];
    struct chart_scenarios all;
};

/* Scenarios alike but for what a test changes. */
static struct cases
cases_new(size_t count, void (*fill)(struct world *))
{
    static const char *const title[MOST] = {
        "Baseline",    "Industry",     "Towns",
        "Farms",       "Tourism",      "All four together",
        "Liquor boom", "Liquor slump", "Opening to Chengdu and Chongqing",
        "Debt limits", "Slow nation",  "Low",
        "High",
    };
    struct cases c = { 0 };

    for (size_t s = 0; s < count; s++) {
        c.world[s] = world_new(2020, 2035);
        fill(c.world[s]);
        world_judge_steps(c.world[s]);
        c.scenario[s] = (struct chart_scenario) { title[s], &c.world[s]->input };
    }
    c.all.count = count;
    return c;
}

static void
cases_free(struct cases *c)
{
    for (size_t s = 0; s < c->all.count; s++)
        free(c->world[s]);
}

static bool
make(struct figure *f, struct cases *c, enum language language)
{
    c->all.scenario = c->scenario;
    for (size_t s = 0; s < c->all.count; s++)
        c->world[s]->input.language = language;
    figure_start(f, "verdicts", c->scenario[0].in);
    if (!chart_verdicts(f, &c->all))
        return false;
    chart_finish(f);
    figure_arrange(f);
    return true;
}

static void
two_steps(struct world *w)
{
    world_target(w, "gdp_2025", "gdp", 2025, 5300, 2);           /* 5343.7 */
    world_target(w, "urban_2030", "urbanization", 2030, 66, 0);  /* 65.19 */
    world_target(w, "index_2030", "modernization", 2030, 94, 0); /* 94.77 */
    w->target[0].step = 0;
    w->target[1].step = w->target[2].step = 1;
}

static void
no_targets(struct world *w)
{
    (void) w;
}

static void
assert_titles(struct cases *c, const char *english, const char *chinese)
{
    const char *const title[LANGUAGES] = { english, chinese };

    for (int l = 0; l < LANGUAGES; l++) {
        struct figure f;

        assert_true(make(&f, c, (enum language) l));
        assert_string_equal(f.title, title[l]);
        assert_figure_readable(&f);
        figure_free(&f);
    }
}

static void
meet(struct world *w, size_t target)
{
    w->judgement[target].verdict = MET;
    world_judge_steps(w);
}

static void
title_names_the_best(void **state)
{
    struct cases c = cases_new(3, two_steps);

    (void) state;
    assert_titles(&c, "All 3 scenarios meet 1 of 2 steps", "3个情景均达到1步（共2步）");
    meet(c.world[1], 1);
    assert_titles(&c, "Industry meets 2 of 2 steps, the most of 3 scenarios",
                  "Industry达到2步（共2步），为3个情景中最多");
    meet(c.world[2], 1);
    assert_titles(&c, "2 of 3 scenarios meet 2 of 2 steps, none more", "3个情景中有2个达到2步（共2步），为最多");
    cases_free(&c);
}

static void
csv_is_the_judgements(void **state)
{
    struct cases c = cases_new(2, two_steps);
    struct text expected = { 0 };
    struct figure f;

    (void) state;
    c.world[1]->plan.name = "industry, new";
    meet(c.world[1], 1);
    assert_true(make(&f, &c, ENGLISH));
    text_add(&expected, "scenario,steps_met,steps,step,target,year,counts,binding,wanted,projected,margin,"
                        "margin_percent,verdict\n");
    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < 3; i++) {
            const struct judgement *j = &c.world[s]->judgement[i];
            const bool met = i != 1 || s == 1;

            text_print(&expected, "%s,%d,2,%s,%s,%d,yes,%s,%.17g,%.17g,%.17g,%.17g,%s\n",
                       s ? "\"industry, new\"" : "baseline", s ? 2 : 1, i ? "parity" : "catch_up", j->target->key,
                       j->target->year, i < 2 ? "yes" : "no", j->wanted, j->projected, j->margin, j->margin_percent,
                       met ? "met" : "missed");
        }
    assert_string_equal(text_of(&f.table), text_of(&expected));
    text_free(&expected);
    figure_free(&f);
    cases_free(&c);
}

static size_t
notes_of(const struct figure *f, const char *text)
{
    size_t n = 0;

    for (size_t i = 0; i < f->count.note; i++)
        n += strcmp(f->placed[i].text, text) == 0;
    return n;
}

/* A target that only one scenario has is a column with a dash in the others. */
static void
targets_are_joined_by_key(void **state)
{
    struct cases c = cases_new(2, two_steps);
    struct figure f;

    (void) state;
    world_target(c.world[1], "more", "gdp_per_capita", 2025, 80000, 0);
    assert_true(make(&f, &c, ENGLISH));
    assert_int_equal(notes_of(&f, "-"), 1);
    assert_int_equal(notes_of(&f, "1/2"), 2);
    assert_int_equal(notes_of(&f, "+"), 6); /* 2 + 3, and the legend's */
    assert_int_equal(notes_of(&f, "\u00d7"), 3);
    figure_free(&f);
    cases_free(&c);
}

static void
fourteen(struct world *w)
{
    static const char *const key[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n" };

    for (size_t i = 0; i < 14; i++) {
        world_target(w, key[i], i % 2 ? "gdp" : "urbanization", 2025 + (int) (i % 3) * 5, i % 2 ? 6000 : 63, 2);
        w->target[i].step = i < 13 ? (i < 7 ? 0 : i < 9 ? 1 : 2) : PLAN_NONE;
        w->target[i].counts = i % 4 != 3;
    }
}

static void
twenty(struct world *w)
{
    static const char *const key[] = { "o", "p", "q", "r", "s", "t" };

    fourteen(w);
    for (size_t i = 0; i < 6; i++)
        world_target(w, key[i], "gdp_per_capita", 2030, 1e5, 0);
}

static void
one_target(struct world *w)
{
    w->plan.steps = 1;
    world_target(w, "gdp", "gdp", 2030, 1e5, 0);
}

/* Also turned headings stay on the page: up to their full length at their angle. */
static void
assert_turned_on_page(const struct figure *f)
{
    for (size_t i = 0; i < f->count.note; i++) {
        const struct figure_note *n = &f->placed[i];
        const double length = layout_width(n->text, n->size, n->weight), angle = n->turn * 3.14159265358979 / 180;

        if (!n->turn)
            continue;
        assert_true(n->x + length * cos(angle) <= f->width);
        assert_true(n->y + length * sin(angle) <= f->height - figure_heads(f) - 4);
    }
}

static void
large_matrices_can_be_read(void **state)
{
    void (*const fill[])(struct world *) = { fourteen, twenty, one_target };
    static const size_t count[] = { 13, 1, 2 };

    (void) state;
    for (size_t i = 0; i < sizeof fill / sizeof fill[0]; i++)
        for (size_t k = 0; k < sizeof count / sizeof count[0]; k++)
            for (int l = 0; l < LANGUAGES; l++) {
                struct cases c = cases_new(count[k], fill[i]);
                struct text script = { 0 };
                struct figure f;

                c.world[0]->target[0].name = "A target whose name is as long as those that committees like to give";
                FOR_SIZES_BESIDE_PAGE(size)
                {
                    theme_start(&c.world[0]->theme, (enum theme_size) size);
                    assert_true(make(&f, &c, (enum language) l));
                    assert_figure_readable(&f);
                    assert_turned_on_page(&f);
                    figure_free(&f);
                }
                theme_start(&c.world[0]->theme, SIZE_PAGE);
                assert_true(make(&f, &c, (enum language) l));
                assert_figure_readable(&f);
                assert_turned_on_page(&f);
                chart_script(&script, &f, "Sans");
                assert_null(strstr(text_of(&script), " nan"));
                text_free(&script);
                figure_free(&f);
                cases_free(&c);
            }
}

static void
leaves_out_what_is_not_judged(void **state)
{
    struct cases c = cases_new(2, no_targets);
    struct figure f;

    (void) state;
    assert_false(make(&f, &c, ENGLISH));
    figure_free(&f);
    c.world[1]->input.judgements = NULL;
    assert_false(make(&f, &c, ENGLISH));
    figure_free(&f);
    cases_free(&c);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(title_names_the_best),          cmocka_unit_test(csv_is_the_judgements),
        cmocka_unit_test(targets_are_joined_by_key),     cmocka_unit_test(large_matrices_can_be_read),
        cmocka_unit_test(leaves_out_what_is_not_judged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
