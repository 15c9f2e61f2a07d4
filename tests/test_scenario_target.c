/* Steps and targets: relations, bounds and their units, years, other regions. */
#include "trial.h"

#include "models/indicator.h"

#define STEPS "steps: { near: { from = 2021; to = 2025; title = \"Near\"; }; far: { from = 2026; to = 2030; }; };"
#define TARGET(text) STEPS "\ntargets: { t1: { " text " }; };"
#define INDEX \
    "modernization: { cap = 120.0; weights: { gdp_per_capita = 0.6; urbanization = 0.4; }; };\n" \
    "peers: { panel = \"cities.csv\"; nation_growth = 8.0; shock = 3.0; };\n"

static int
setup(void **state)
{
    trial_setup(state);
    trial_file("cities.csv", "city,west,gdp_2020_yi,gdp_2015_yi\nA,0,9,6\nCity,1,8,5\nB,1,7,\n");
    return 0;
}

static const struct plan_target *
target_of(struct trial *t, const char *text)
{
    assert_accepted(t, text, "");
    assert_int_equal(t->sc.plan.targets, 1);
    return &t->sc.plan.target[0];
}

static void
relations_and_defaults(void **state)
{
    struct trial *t = *state;
    const struct plan_target *g;

    g = target_of(
        t, TARGET("step = \"near\"; indicator = \"gdp\"; year = 2025; at_least = \"0.001 万亿元\"; tolerance = 2.0; "
                  "attribute = \"expected\"; source = \"plan\"; name = \"n\"; name_zh = \"名\";"));
    assert_string_equal(g->key, "t1");
    assert_int_equal(g->step, 0);
    assert_int_equal(g->region, 1);
    assert_string_equal(indicators[g->indicator].key, "gdp");
    assert_int_equal(g->sector, PLAN_NONE);
    assert_int_equal(g->year, 2025);
    assert_int_equal(g->relation, AT_LEAST);
    assert_true(g->bound == 10);
    assert_true(g->tolerance == 2);
    assert_true(g->counts);
    assert_int_equal(g->over, PLAN_NONE);
    assert_int_equal(g->from, 0);
    assert_string_equal(g->attribute, "expected");
    assert_string_equal(g->source, "plan");
    assert_string_equal(g->name_zh, "名");
    assert_int_equal(g->place.line, 3);
    assert_string_equal(t->sc.plan.step[0].title_zh, "Near");
    assert_string_equal(t->sc.plan.step[1].title, "far");
    assert_int_equal(t->sc.plan.step[1].from, 2026);

    g = target_of(
        t,
        TARGET(
            "indicator = \"dependency_ratio\"; year = 2025; improves_on = 2020; by = \"1 points\"; counts = false;"));
    assert_int_equal(g->relation, IMPROVES_ON);
    assert_int_equal(g->improves_year, 2020);
    assert_true(g->by == 1 && g->times == 1 && !g->counts);
    assert_int_equal(g->step, PLAN_NONE);
    g = target_of(t, TARGET("indicator = \"gdp\"; year = 2025; improves_on = 2020; times = 2;"));
    assert_true(g->by == 0 && g->times == 2);
    g = target_of(t, TARGET("indicator = \"gdp_growth\"; year = 2030; over = \"nation\"; above = \"0.5 百分点\";"));
    assert_int_equal(g->relation, ABOVE);
    assert_int_equal(g->over, 0);
    assert_true(g->bound == 0.5);
    g = target_of(t,
                  TARGET("indicator = \"gdp_real\"; region = \"province\"; from = 2020; year = 2025; at_most = 8.0;"));
    assert_int_equal(g->region, 2);
    assert_int_equal(g->from, 2020);
    g = target_of(t, TARGET("indicator = \"va_works\"; year = 2025; below = \"va_farms\";"));
    assert_int_equal(g->sector, 1);
    assert_int_equal(g->bound_sector, 0);
    assert_string_equal(indicators[g->bound_indicator].key, "va_");
    g = target_of(t,
                  TARGET("indicator = \"population\"; year = 2025; relative_to = \"province\"; at_least = \"30 %\";"));
    assert_int_equal(g->relative_to, 2);
    g = target_of(t, INDEX TARGET("indicator = \"modernization\"; year = 2025; above = \"modernization_west\";"));
    assert_string_equal(indicators[g->bound_indicator].key, "modernization_west");
    g = target_of(t, INDEX TARGET("indicator = \"rank_west\"; year = 2025; at_most = \"50 位\";"));
    assert_true(g->bound == 50);
}

static void
mistakes(void **state)
{
    static const struct {
        const char *text, *said;
    } row[] = {
        { TARGET("indicator = \"gpd\"; year = 2025; at_least = 1;"),
          "t.cfg:3: no indicator 'gpd'; did you mean 'gdp'?\n" },
        { TARGET("indicator = \"va_work\"; year = 2025; at_least = 1;"),
          "t.cfg:3: no indicator 'va_work'; did you mean 'va_works'?\n" },
        { TARGET("indicator = \"happiness\"; region = \"province\"; year = 2025; at_least = 1;"),
          "t.cfg:3: no 'happiness'; there are: gdp, gdp_real, gdp_growth, gdp_deflator, gdp_per_capita, gdp_per_capita_real, "
          "population, population_mean, urbanization, share_primary, share_secondary, share_tertiary, share_nonprimary, "
          "relative_gdp_per_capita, relative_gdp_per_capita_real, gap_gdp_per_capita, growth_gap\n" },
        { TARGET("indicator = \"age65_share\"; year = 2025; at_least = 1;"),
          "t.cfg:3: city does not report 'age65_share'\n" },
        { TARGET("indicator = \"income\"; year = 2025; at_least = 1;"), "t.cfg:3: city does not report 'income'\n" },
        { TARGET("indicator = \"rank_west\"; year = 2025; at_least = 1;"),
          "t.cfg:3: city does not report 'rank_west'\n" },
        { TARGET("indicator = \"modernization\"; year = 2025; at_least = 1;"),
          "t.cfg:3: city does not report 'modernization'\n" },
        { TARGET("indicator = \"employment\"; region = \"province\"; year = 2025; at_least = 1;"),
          "t.cfg:3: province does not report 'employment'\n" },
        { TARGET("indicator = \"share_of_parent\"; region = \"province\"; year = 2025; at_least = 1;"),
          "t.cfg:3: province does not report 'share_of_parent'\n" },
        { INDEX TARGET("indicator = \"rank_west\"; region = \"province\"; year = 2025; at_least = 1;"),
          "t.cfg:5: province does not report 'rank_west'\n" },
        { INDEX TARGET("indicator = \"modernization_west\"; region = \"province\"; year = 2025; at_least = 1;"),
          "t.cfg:5: province does not report 'modernization_west'\n" },
        { TARGET("indicator = \"gdp\"; region = \"town\"; year = 2025; at_least = 1;"),
          "t.cfg:3: no 'town'; there are: nation, city, province\n" },
        { TARGET("indicator = \"gdp\"; step = \"nea\"; year = 2025; at_least = 1;"),
          "t.cfg:3: no step 'nea'; there are: near, far\n" },
        { TARGET("indicator = \"gdp\"; year = 2031; at_least = 1;"), "t.cfg:3: 2031 is outside 2020-2030\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; from = 2019; at_least = 1;"),
          "t.cfg:3: 2019 is outside 2020-2030\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; from = 2025; at_least = 1;"),
          "t.cfg:3: 'from' must be before 'year'\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; improves_on = 2025;"),
          "t.cfg:3: 'improves_on' must be before 'year'\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; from = 2022; improves_on = 2021;"),
          "t.cfg:3: 'from' must be before 'improves_on'\n" },
        { TARGET("indicator = \"gdp_growth\"; year = 2020; at_least = 1;"),
          "t.cfg:3: 'gdp_growth' has no value in the base year\n" },
        { TARGET("indicator = \"gdp_growth\"; year = 2025; improves_on = 2020;"),
          "t.cfg:3: 'gdp_growth' has no value in the base year\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; at_least = 1; above = 2;"),
          "t.cfg:3: 't1' has two relations, at_least and above; give one\n" },
        { TARGET("indicator = \"gdp\"; year = 2025;"),
          "t.cfg:3: 't1' says nothing of what is wanted; give one of at_least, at_most, above, below, improves_on\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; at_least = 1; by = 1; times = 1;"),
          "t.cfg:3: 'by' needs 'improves_on' beside it\nt.cfg:3: 'times' needs 'improves_on' beside it\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; improves_on = 2020; by = 1; times = 1;"),
          "t.cfg:3: 't1': give by or times, not both\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; improves_on = 2020; times = 0;"),
          "t.cfg:3: 'times' is 0; must be above 0 and at most 1000000 times\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; at_least = 1; over = \"nation\"; relative_to = \"nation\";"),
          "t.cfg:3: 't1': give over or relative_to, not both\n" },
        { TARGET("indicator = \"va_works\"; year = 2025; at_least = 1; over = \"nation\";"),
          "t.cfg:3: nation does not report 'va_works'\n" },
        { TARGET("indicator = \"employment\"; year = 2025; at_least = 1; relative_to = \"province\";"),
          "t.cfg:3: province does not report 'employment'\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; at_least = \"5 万人\";"),
          "t.cfg:3: 'at_least' is in yi yuan, cannot take 万人\n" },
        { TARGET("indicator = \"gdp\"; from = 2020; year = 2025; at_least = \"5 亿元\";"),
          "t.cfg:3: 'at_least' is in percent, cannot take 亿元\n" },
        { TARGET("indicator = \"urbanization\"; year = 2025; at_least = \"gdp\";"),
          "t.cfg:3: 'gdp' is in yi yuan, what it bounds is in percent\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; at_least = \"gdp_reel\";"),
          "t.cfg:3: no indicator 'gdp_reel'; did you mean 'gdp_real'?\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; at_least = true;"),
          "t.cfg:3: 'at_least' must be a number, got true\n" },
        { TARGET("indicator = 5; year = 2025; at_least = 1;"),
          "t.cfg:3: 'indicator' must be a text in quotes, got 5\n" },
        { TARGET("at_least = 1;"),
          "t.cfg:3: missing setting 'targets.t1.indicator' (what is judged)\n"
          "t.cfg:3: missing setting 'targets.t1.year' (the year judged, in calendar years)\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; at_least = 1; tolerence = 2; attribute = \"hoped\"; counts = 1;"),
          "t.cfg:3: unknown setting 'tolerence'; did you mean 'tolerance'?\n"
          "t.cfg:3: 'counts' must be true or false, got 1\n"
          "t.cfg:3: 'attribute' must be one of \"expected\", \"binding\", got \"hoped\"\n" },
        { TARGET("indicator = \"gdp\"; year = 2025; at_least = 1; tolerance = -1;"),
          "t.cfg:3: 'tolerance' is -1; must be from 0 to 100 percent\n" },
        { "modernization: { cap = 100.0; weights: { urbanization = 1.0; }; };\n"
          "targets: { a: { indicator = \"modernization\"; year = 2025; above = 100; }; b: { indicator = \"modernization\"; "
          "year = 2025; at_least = 100; }; c: { indicator = \"modernization\"; year = 2025; at_least = 100.1; }; };",
          "t.cfg:2: warning: 'cap' is 100; usually from 105 to 150 index points\n"
          "t.cfg:3: 'a' can never be met: with a cap of 100 the index cannot pass 100\n"
          "t.cfg:3: 'c' can never be met: with a cap of 100 the index cannot pass 100\n" },
        { "targets = 5;", "t.cfg:2: 'targets' must be a group, { ... }, got 5\n" },
        { "targets: { a = 5; };", "t.cfg:2: 'a' must be a group, { ... }, got 5\n" },
        { "steps = 5;", "t.cfg:2: 'steps' must be a group, { ... }, got 5\n" },
        { "steps: { a: { from = 2025; to = 2021; }; };", "t.cfg:2: 'a' ends before it begins\n" },
        { "steps: { a: { from = 2025; to = 2031; by = 1; }; };",
          "t.cfg:2: unknown setting 'by'; there are: from, to, title, title_zh\nt.cfg:2: 2031 is outside 2020-2030\n" },
        { "steps: { a: { from = 2025.5; }; };",
          "t.cfg:2: 'from' must be a year, a whole number of four digits, got 2025.5\n"
          "t.cfg:2: missing setting 'steps.a.to' (last year of the step, in calendar years)\n" },
    };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        assert_refused(*state, row[i].text, row[i].said);
}

/* Without a horizon years cannot be judged, and are not. */
static void
one_mistake_is_said_once(void **state)
{
    assert_refused(*state, "horizon: { start = 2040; };\n" TARGET("indicator = \"gdp\"; year = 2025; at_least = 1;"),
                   "good.cfg:2: the horizon must be 1 to 200 years long\n");
    assert_refused(*state,
                   "regions: { city: { model = 5; }; };\n" TARGET(
                       "indicator = \"va_farms\"; year = 2025; at_least = 1;"),
                   "t.cfg:2: 'model' must be one of \"growth\", \"convergence\", got 5\n");
}

#define SETUP(test) cmocka_unit_test_setup_teardown(test, setup, trial_teardown)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        SETUP(relations_and_defaults),
        SETUP(mistakes),
        SETUP(one_mistake_is_said_once),
    };

    return RUN_TRIALS(tests);
}
