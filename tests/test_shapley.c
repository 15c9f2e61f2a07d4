/* Differences of two scenarios shared out among their settings: laws of the shares, groups, refusals. */
#include "trial.h"
#include "analysis/alike.h"
#include "analysis/shapley.h"
#include "engine/run.h"

#define CITY "regions: { city: { "
#define END " }; };"

static const struct shapley_figure gdp_2030 = { 1, "gdp", 2030 };

struct pair {
    struct trial *t;
    struct scenario variant;
    struct shapley why;
};

/* Base is good.cfg, the variant good.cfg with `text`. */
static void
open_pair(struct pair *p, void **state, const char *text)
{
    *p = (struct pair) { .t = *state };
    assert_accepted(p->t, text, "");
    p->variant = p->t->sc;
    p->t->sc = (struct scenario) { 0 };
    assert_int_equal(trial_read(p->t, "good.cfg", NULL, 0), OK);
}

static void
close_pair(struct pair *p)
{
    shapley_free(&p->why);
    shapley_free(&p->why);
    scenario_free(&p->variant);
}

static enum status
explain(struct pair *p, struct shapley_figure of, const char *const *names, size_t count)
{
    shapley_free(&p->why);
    return shapley(&p->why, &p->t->sc.plan, &p->variant.plan, of, names, count, &p->t->err);
}

static double
figure_at(const struct plan *plan, struct shapley_figure of)
{
    struct trajectory t = { 0 };
    struct error err = { 0 };
    double x;

    assert_int_equal(run_plan(&t, plan, &err), OK);
    x = trajectory_at(&t, trajectory_find(&t, of.region, of.key), of.year);
    trajectory_free(&t);
    return x;
}

static double
total(const struct shapley *s)
{
    double sum = 0;

    for (size_t i = 0; i < s->parts; i++)
        sum += s->part[i].value;
    return sum;
}

#define FOUR \
    CITY "population: { growth = -0.5; }; labour: { employment_rate = 73.0; }; " \
         "production: { investment_rate = ((2020, 45.0), (2025, 38.0)); tfp_boost = 0.3; }; " \
         "sectors: { farms: { tfp_growth = 2.0; }; works: { price_premium = -2.0; }; };" END

static void
parts_add_to_the_whole(void **state)
{
    static const struct shapley_figure of[] = {
        { 1, "gdp", 2030 },
        { 1, "gdp_per_capita", 2025 },
        { 1, "share_primary", 2030 },
        { 1, "gdp_real", 2021 },
    };
    static const char *const keys[] = {
        "regions.city.population",    "regions.city.labour",        "regions.city.production",
        "regions.city.sectors.farms", "regions.city.sectors.works",
    };
    struct pair p;

    open_pair(&p, state, FOUR);
    for (size_t i = 0; i < sizeof of / sizeof of[0]; i++) {
        assert_int_equal(explain(&p, of[i], NULL, SHAPLEY_GROUPS), OK);
        assert_int_equal(p.why.parts, 5);
        assert_int_equal(p.why.runs, 32);
        for (size_t k = 0; k < 5; k++)
            assert_string_equal(p.why.part[k].key, keys[k]);
        assert_int_equal(p.why.part[2].entries, 2);
        assert_true(p.why.base == figure_at(&p.t->sc.plan, of[i]));
        assert_true(p.why.variant == figure_at(&p.variant.plan, of[i]));
        assert_close(total(&p.why), p.why.variant - p.why.base, 1e-12);
    }
    close_pair(&p);
}

/* The two halves of one policy: each sector's own productivity, raised alike in both, moves GDP alike when the
 * sectors are alike. */
static void
what_does_the_same_gets_the_same(void **state)
{
    static const char alike[] =
        "sectors: { farms: { value_added = 4.0; capital_share = 0.4; employment_share = 50.0; group = \"tertiary\"; };"
        "works: { value_added = 4.0; employment_share = 50.0; remove = (\"demand_elasticity\"); }; };";
    struct pair p;
    struct text text = { 0 };

    p = (struct pair) { .t = *state };
    text_print(&text, CITY "%s" END, alike);
    assert_int_equal(trial_of(p.t, text_of(&text)), OK);
    p.variant = p.t->sc;
    p.t->sc = (struct scenario) { 0 };
    rename("t.cfg", "alike.cfg");
    trial_file("t.cfg", "base = \"alike.cfg\"; regions: { city: { sectors: { farms: { tfp_growth = 3.0; };"
                        " works: { tfp_growth = 3.0; }; }; }; };");
    assert_int_equal(trial_read(p.t, "t.cfg", NULL, 0), OK);
    assert_int_equal(shapley(&p.why, &p.variant.plan, &p.t->sc.plan, gdp_2030, NULL, SHAPLEY_GROUPS, &p.t->err), OK);
    assert_int_equal(p.why.parts, 2);
    assert_true(p.why.part[0].value > 0.1);
    assert_close(p.why.part[0].value, p.why.part[1].value, 1e-9);
    assert_close(total(&p.why), p.why.variant - p.why.base, 1e-12);
    text_free(&text);
    close_pair(&p);
}

/* What the figure does not depend on gets exactly nothing: the town's urban path is no part of GDP. */
static void
what_has_no_effect_gets_nothing(void **state)
{
    struct pair p;

    open_pair(&p, state, CITY "urbanization: { policy = 1.0; }; labour: { employment_rate = 73.0; };" END);
    assert_int_equal(explain(&p, gdp_2030, NULL, SHAPLEY_GROUPS), OK);
    assert_int_equal(p.why.parts, 2);
    assert_string_equal(p.why.part[1].key, "regions.city.urbanization");
    assert_true(p.why.part[1].value == 0);
    assert_true(p.why.part[0].value == p.why.variant - p.why.base);
    close_pair(&p);
}

static void
the_same_twice_has_no_parts(void **state)
{
    struct pair p;

    open_pair(&p, state, "title = \"Another\";");
    assert_int_equal(explain(&p, gdp_2030, NULL, SHAPLEY_GROUPS), OK);
    assert_int_equal(p.why.parts, 0);
    assert_int_equal(p.why.runs, 1);
    assert_true(p.why.base == p.why.variant);
    close_pair(&p);
}

/* One player has all; two have the mean of the two orders in which they can come. */
static void
two_groups_share_what_they_do_together(void **state)
{
    static const char *const names[] = { "regions.city.production.tfp_boost", "regions.city" };
    struct pair p;
    struct scenario only = { 0 };
    double v[4];

    open_pair(&p, state, FOUR);
    v[0] = figure_at(&p.t->sc.plan, gdp_2030);
    v[3] = figure_at(&p.variant.plan, gdp_2030);
    trial_file("only.cfg", "base = \"good.cfg\"; " CITY "production: { tfp_boost = 0.3; };" END);
    assert_int_equal(scenario_read(&only, "only.cfg", NULL, 0, &p.t->err), OK);
    v[1] = figure_at(&only.plan, gdp_2030);
    scenario_free(&only);
    trial_file("only.cfg", "base = \"t.cfg\"; " CITY "production: { tfp_boost = 0.0; };" END);
    assert_int_equal(scenario_read(&only, "only.cfg", NULL, 0, &p.t->err), OK);
    v[2] = figure_at(&only.plan, gdp_2030);
    scenario_free(&only);

    assert_int_equal(explain(&p, gdp_2030, names, 2), OK);
    assert_close(p.why.part[0].value, (v[1] - v[0] + v[3] - v[2]) / 2, 1e-12);
    assert_close(p.why.part[1].value, (v[2] - v[0] + v[3] - v[1]) / 2, 1e-12);

    assert_int_equal(explain(&p, gdp_2030, names + 1, 1), OK);
    assert_close(p.why.part[0].value, v[3] - v[0], 1e-12);
    assert_int_equal(explain(&p, gdp_2030, names, 1), OK); /* the rest is a part of its own */
    assert_int_equal(p.why.parts, 2);
    assert_string_equal(p.why.part[1].key, "");
    assert_int_equal(p.why.part[1].entries, 5);
    close_pair(&p);
}

/* Five sections differ: where two parts are wanted, the one that moves GDP most stands alone. */
static void
small_sections_are_one_part(void **state)
{
    static const char *const names[] = { "regions.city.sectors.works" };
    struct pair p;
    double most = 0;

    open_pair(&p, state, FOUR);
    assert_int_equal(explain(&p, gdp_2030, NULL, 2), OK);
    assert_int_equal(p.why.parts, 2);
    assert_int_equal(p.why.runs, 4);
    assert_string_equal(p.why.part[0].key, names[0]);
    assert_string_equal(p.why.part[1].key, "");
    assert_int_equal(p.why.part[1].entries, 5);
    assert_close(total(&p.why), p.why.variant - p.why.base, 1e-12);
    most = p.why.part[0].value;
    assert_int_equal(explain(&p, gdp_2030, names, 1), OK); /* the same two groups by name */
    assert_close(p.why.part[0].value, most, 1e-12);
    assert_int_equal(explain(&p, gdp_2030, NULL, 1), OK); /* all in one */
    assert_int_equal(p.why.parts, 1);
    assert_close(p.why.part[0].value, p.why.variant - p.why.base, 1e-12);
    close_pair(&p);
}

static void
plans_of_another_structure(void **state)
{
    static const struct {
        const char *text, *what;
    } row[] = {
        { "horizon: { end = 2029; };", "horizon" },
        { "home = \"nation\";", "home" },
        { "comparators = ();", "comparators" },
        { CITY "population: { per_head_on = \"end\"; };" END, "regions.city.population.per_head_on" },
        { "regions: { province: { west = false; }; };", "regions.province.west" },
        { "regions: { other: { model = \"convergence\"; population: { method = \"rates\"; total = 30.0; growth = 0.0; };"
          " convergence: { gdp = 2.0; share_primary = 15.0; share_tertiary = 50.0; };"
          " urbanization: { share = 50.0; difference = 5.0; }; }; };",
          "regions.other" },
        { CITY "sectors: { works: { group = \"secondary\"; price_growth = 1.0; }; };" END, "regions.city.sectors" },
        { CITY "sectors: { works: { capacity = 90.0; }; };" END, "regions.city.sectors.works.capacity" },
        { "modernization: { weights: { urbanization = 1.0; }; };", "modernization.weights" },
    };
    struct pair p;
    struct text what = { 0 }, said = { 0 };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        open_pair(&p, state, row[i].text);
        assert_true(plans_alike(&p.t->sc.plan, &p.t->sc.plan, &what));
        assert_int_equal(explain(&p, gdp_2030, NULL, 2), FAILED_INPUT);
        text_print(
            &said,
            "good and t differ in more than numbers (%s); their difference cannot be shared out among settings\n",
            row[i].what);
        assert_said(&p.t->err, text_of(&said));
        text_free(&said);
        close_pair(&p);
    }
    assert_int_equal(what.length, 0);
}

/* Life tables are made before the first year: a difference in lives moves the figure as far as in a run of its own. */
static void
longer_lives(void **state)
{
    static const char cohorts[] = "tests/reference/city_cohorts.cfg";
    static const char *const longer[] = { "regions.zunyi.population.life_expectancy_male=79" };
    struct scenario base = { 0 }, variant = { 0 };
    struct shapley why = { 0 };
    struct error err = { 0 };
    struct shapley_figure of;

    (void) state;
    assert_int_equal(scenario_read(&base, cohorts, NULL, 0, &err), OK);
    assert_int_equal(scenario_read(&variant, cohorts, longer, 1, &err), OK);
    of = (struct shapley_figure) { base.plan.home, "population", 2035 };
    assert_int_equal(shapley(&why, &base.plan, &variant.plan, of, NULL, 2, &err), OK);
    assert_true(why.base == figure_at(&base.plan, of));
    assert_true(why.variant == figure_at(&variant.plan, of));
    assert_true(why.variant > why.base);
    shapley_free(&why);
    scenario_free(&base);
    scenario_free(&variant);
}

static void
what_cannot_be_explained(void **state)
{
    static const char *const wages[] = { "regions.city.wages" }, *const many[13] = { "a", "a", "a", "a", "a", "a", "a",
                                                                                     "a", "a", "a", "a", "a", "a" };
    static const struct {
        struct shapley_figure of;
        const char *const *names;
        size_t count;
        const char *said;
    } row[] = {
        { { 1, "wages", 2030 }, NULL, 2, "no value of 'wages' in 2030 to explain\n" },
        { { 1, "gdp", 2031 }, NULL, 2, "no value of 'gdp' in 2031 to explain\n" },
        { { 1, "gdp_growth", 2020 }, NULL, 2, "no value of 'gdp_growth' in 2020 to explain\n" },
        { { 1, "gdp", 2030 }, wages, 1, "no setting begins with 'regions.city.wages'\n" },
        { { 1, "gdp", 2030 },
          NULL,
          13,
          "13 groups of settings differ; at most 12 can be told apart: name fewer, with shorter keys\n" },
        { { 1, "gdp", 2030 },
          many,
          13,
          "no setting begins with 'a'\n"
          "13 groups of settings differ; at most 12 can be told apart: name fewer, with shorter keys\n" },
    };
    struct pair p;

    open_pair(&p, state, FOUR);
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        assert_int_equal(explain(&p, row[i].of, row[i].names, row[i].count), FAILED_INPUT);
        assert_said(&p.t->err, row[i].said);
    }
    close_pair(&p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(parts_add_to_the_whole),
        TRIAL(what_does_the_same_gets_the_same),
        TRIAL(what_has_no_effect_gets_nothing),
        TRIAL(the_same_twice_has_no_parts),
        TRIAL(two_groups_share_what_they_do_together),
        TRIAL(small_sections_are_one_part),
        TRIAL(plans_of_another_structure),
        cmocka_unit_test(longer_lives),
        TRIAL(what_cannot_be_explained),
    };

    return RUN_TRIALS(tests);
}
