/* Tables of an ensemble, targets by year, chances in words. */
#include "check.h"

#include <stdio.h>
#include "drawn_world.h"
#include "report/results_ensemble.h"

static struct drawn_world *
some_draws(void)
{
    struct drawn_world *d = memory_new(1, sizeof *d);
    struct world *w = world_new(2020, 2035);

    world_target(w, "gdp_2025", "gdp", 2025, 5500, 2);
    world_target(w, "growth_2030", "gdp_real", 2030, 5, 0);
    w->target[1].from = 2023;
    world_target(w, "better_2030", "urbanization", 2030, 0, 0);
    w->target[2].relation = IMPROVES_ON;
    w->target[2].improves_year = 2024;
    w->target[0].step = w->target[1].step = 1;
    w->target[1].counts = false;
    drawn_start(d, w);
    return d;
}

static void
finish(struct drawn_world *d)
{
    drawn_end(d);
    free(d);
}

/* Each target in every year but the base year; a growth when it has begun, an improvement after its year. */
static void
targets_are_asked_for_in_each_year(void **state)
{
    static const int first[] = { 2021, 2024, 2025 };
    struct drawn_world *d = some_draws();

    (void) state;
    assert_int_equal(d->yearly.targets, 3);
    assert_int_equal(d->yearly.plan.targets, 15 + 12 + 11);
    for (size_t i = 0; i < 3; i++)
        for (int year = 2019; year <= 2036; year++) {
            const struct chance *c = yearly_chance(&d->yearly, &d->ensemble, i, year);
            const struct plan_target *g;

            assert_true((c != NULL) == (year >= first[i] && year <= 2035));
            if (!c)
                continue;
            g = &d->yearly.plan.target[c - d->ensemble.target];
            assert_string_equal(g->key, d->w->target[i].key);
            assert_int_equal(g->year, year);
            assert_true(c == &d->ensemble.target[i] || (g->step == PLAN_NONE && !g->counts));
        }
    assert_null(yearly_chance(&d->yearly, &d->ensemble, 3, 2025));
    finish(d);
}

/* The steps of no target that counts have no row. */
static void
probabilities_have_their_rows(void **state)
{
    struct drawn_world *d = some_draws();
    struct text text = { 0 };

    (void) state;
    d->ensemble.target[0] = drawn_chance(0.25);
    d->ensemble.target[1] = drawn_chance(0);
    d->ensemble.target[2] = drawn_chance(1);
    d->ensemble.step[1] = drawn_chance(0.25);
    results_probabilities(&text, &d->drawn);
    assert_string_equal(text_of(&text), "target,step,probability,standard_error,draws\n"
                                        "gdp_2025,parity,0.25,0.0043301270189221933,10000\n"
                                        "growth_2030,parity,0,0,10000\n"
                                        "better_2030,,1,0,10000\n"
                                        ",parity,0.25,0.0043301270189221933,10000\n");
    text_free(&text);
    results_probabilities_by_year(&text, &d->drawn);
    assert_non_null(strstr(text_of(&text), "\ngdp_2025,parity,2025,0.25,0.0043301270189221933,10000\n"));
    assert_non_null(strstr(text_of(&text), "\ngrowth_2030,parity,2024,"));
    assert_null(strstr(text_of(&text), "growth_2030,parity,2023"));
    text_free(&text);
    finish(d);
}

static size_t
lines(const char *s)
{
    size_t n = 0;

    for (; *s; s++)
        n += *s == '\n';
    return n;
}

static void
quantiles_have_a_row_a_year(void **state)
{
    struct drawn_world *d = some_draws();
    const struct trajectory *t = &d->w->trajectory;
    const size_t gdp = trajectory_find(t, ZUNYI, "gdp");
    struct text text = { 0 }, row = { 0 };
    struct spread *x = &d->ensemble.spread[gdp * t->years + 5];
    size_t wanted = 1;

    (void) state;
    *x = (struct spread) { 5550.5, 100.25, { 5400, 5500, 5550, 5600, 5700 }, 0.5 };
    d->ensemble.spread[gdp * t->years + 6].sd = NAN; /* a single draw */
    for (size_t i = 0; i < t->count; i++)
        wanted += t->years - t->series[i].first;
    results_quantiles(&text, &d->drawn);
    assert_int_equal(lines(text_of(&text)), wanted);
    assert_true(!strncmp(text_of(&text), "region,indicator,unit,year,mean,sd,p05,p25,p50,p75,p95,width\n", 61));
    assert_non_null(strstr(text_of(&text), "\nzunyi,gdp,yi yuan,2025,5550.5,100.25,5400,5500,5550,5600,5700,0.5\n"));
    text_print(&row, "zunyi,gdp,yi yuan,2026,%.17g,,", d->ensemble.spread[gdp * t->years + 6].mean);
    assert_non_null(strstr(text_of(&text), text_of(&row)));
    text_free(&row);
    text_free(&text);
    finish(d);
}

static void
sources_have_their_share(void **state)
{
    struct drawn_world *d = some_draws();
    const size_t gdp = trajectory_find(&d->w->trajectory, ZUNYI, "gdp");
    struct source_share share[] = { { gdp, 2034, 100, 50, 25 }, { gdp, 2035, 0, 0, NAN } };
    struct sources s = { 2, 1000, 2, share };
    struct text text = { 0 };

    (void) state;
    d->drawn.sources = &s;
    results_sources(&text, &d->drawn);
    assert_string_equal(text_of(&text), "region,indicator,unit,year,sd,sd_of_sources,percent_of_variance\n"
                                        "zunyi,gdp,yi yuan,2034,100,50,25\nzunyi,gdp,yi yuan,2035,0,0,\n");
    assert_ptr_equal(sources_find(&s, &d->ensemble, "gdp", 2034), &share[0]);
    assert_null(sources_find(&s, &d->ensemble, "gdp", 2033));
    assert_null(sources_find(&s, &d->ensemble, "urbanization", 2034));
    text_free(&text);
    finish(d);
}

static void
chances_in_words(void **state)
{
    static const struct {
        double p;
        const char *symbol, *chinese;
    } rows[] = {
        { 0, "<1%", "不到1%" },   { 0.0099, "<1%", "不到1%" },   { 0.01, "1%", "为1%" },   { 0.234, "23%", "为23%" },
        { 0.99, "99%", "为99%" }, { 0.9901, ">99%", "超过99%" }, { 1, ">99%", "超过99%" }, { NAN, "-", "为-" },
    };

    (void) state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text text = { 0 };

        chance_phrase(&text, rows[i].p);
        assert_string_equal(text_of(&text), rows[i].symbol);
        text_free(&text);
        chance_in_words(&text, rows[i].p, ENGLISH);
        assert_string_equal(text_of(&text), rows[i].symbol);
        text_free(&text);
        chance_in_words(&text, rows[i].p, CHINESE);
        assert_string_equal(text_of(&text), rows[i].chinese);
        text_free(&text);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(targets_are_asked_for_in_each_year),
        cmocka_unit_test(probabilities_have_their_rows),
        cmocka_unit_test(quantiles_have_a_row_a_year),
        cmocka_unit_test(sources_have_their_share),
        cmocka_unit_test(chances_in_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
