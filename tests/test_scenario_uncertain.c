/* Uncertain settings and correlations: how they are read, and what is refused. */
#include "check.h"
#include "trial.h"

#define KEY "regions.city.labour.mobility"
#define OTHER "regions.nation.labour.mobility"
#define THIRD "regions.city.labour.employment_rate"
#define NORMAL(key) "{ key = \"" key "\"; distribution = \"normal\"; sd = 0.01; }"
#define VALUE "regions.city.sectors.farms.value_added"
#define THREE "uncertain = (" NORMAL(KEY) ", " NORMAL(OTHER) ", " NORMAL(THIRD) ");\n"

static void
right_ones_become_data(void **state)
{
    struct trial *t = *state;
    const struct plan *p = &t->sc.plan;

    assert_accepted(
        t,
        "uncertain = ({ key = \"" THIRD
        "\"; distribution = \"normal\"; sd = \"0.5 %\"; mean = 0.1; outside = \"clamp\"; },\n"
        "  { keys = (\"" KEY "\", \"" OTHER "\"); distribution = \"uniform\"; low = -0.03; high = 0.7; },\n"
        "  { key = \"regions.city.sectors.farms.value_added\"; distribution = \"discrete\"; values = (\"1 亿元\", 2); weights = (1, 3); },\n"
        "  { key = \"regions.city.population.total\"; distribution = \"lognormal\"; sd = 0.1; },\n"
        "  { key = \"regions.city.population.growth\"; distribution = \"triangular\"; low = -4.0; high = 3.0; mode = 0.0; });\n"
        "correlations = ((\"" KEY "\", \"" THIRD "\", 0.5));\n",
        "");
    assert_int_equal(p->uncertains, 5);
    assert_true(p->uncertain[0].distribution == DRAW_NORMAL && p->uncertain[0].clamp);
    assert_close(p->uncertain[0].sd, 0.005, 1e-15);
    assert_close(p->uncertain[0].mean, 0.001, 1e-15);
    assert_true(p->uncertain[1].entries == 2 && !p->uncertain[1].clamp && p->uncertain[1].high == 0.7);
    assert_string_equal(p->entry[p->uncertain[1].entry[1]].key, OTHER);
    assert_true(p->uncertain[2].values == 2 && p->uncertain[2].value[1] == 2 && p->uncertain[2].weight[1] == 0.75);
    assert_true(p->uncertain[3].sd == 0.1);
    assert_close(p->uncertain[4].low, -0.04, 1e-15);
    assert_true(p->correlations == 1 && p->correlation[0].a == 1 && p->correlation[0].b == 0);
    assert_true(p->correlation[0].value == 0.5);
}

static void
a_choice_may_hold_a_number_for_each_key(void **state)
{
    struct trial *t = *state;
    const struct plan_uncertain *u;

    assert_accepted(t,
                    "uncertain = ({ keys = (\"" KEY "\", \"" VALUE "\"); distribution = \"discrete\";\n"
                    "  values = ((0.03, \"1 亿元\"), (0.04, 0.5), (0.05, 2)); });",
                    "");
    u = t->sc.plan.uncertain;
    assert_true(u->values == 3 && u->entries == 2);
    assert_true(u->value[0] == 0.03 && u->value[1] == 1 && u->value[4] == 0.05 && u->value[5] == 2);
    assert_close(u->weight[2], 1.0 / 3, 1e-15);
}

static void
a_choice_may_be_added_to_paths(void **state)
{
    struct trial *t = *state;

    assert_accepted(
        t,
        "regions: { city: { population: { growth = ((2020, 0.0), (2025, 1.0)); }; }; };\n"
        "uncertain = ({ key = \"regions.city.population.growth\"; distribution = \"discrete\"; shift = true;\n"
        "  values = (-0.5, 0.0, 0.5); });",
        "");
    assert_true(t->sc.plan.uncertain[0].shifts);
    assert_close(t->sc.plan.uncertain[0].value[0], -0.005, 1e-15);
    assert_refused(t,
                   "uncertain = ({ key = \"" THIRD
                   "\"; distribution = \"discrete\"; shift = true; values = (0.0, 50.0); },\n"
                   "  { key = \"" KEY "\"; distribution = \"normal\"; sd = 0.01; shift = true; });",
                   "t.cfg:2: draws of '" THIRD
                   "' reach 125, outside its range of 30 to 100; narrow them, or say outside = "
                   "\"clamp\"\nt.cfg:3: distribution normal has no 'shift'\n");
}

static void
mistakes(void **state)
{
    static const struct {
        const char *text, *said;
    } row[] = {
        { "uncertain = ({ distribution = \"normal\"; sd = 1; });", "t.cfg:2: give key or keys, one of the two\n" },
        { "uncertain = ({ key = \"a\"; keys = (\"b\"); distribution = \"normal\"; sd = 1; });",
          "t.cfg:2: give key or keys, one of the two\n" },
        { "uncertain = ({ keys = \"" KEY "\"; distribution = \"normal\"; sd = 1; });",
          "t.cfg:2: 'keys' must be a list of names, (\"a\", \"b\"), got \"" KEY "\"\n" },
        { "uncertain = ({ keys = (\"" KEY "\", 5); distribution = \"normal\"; sd = 1; });",
          "t.cfg:2: 'keys' must be a text in quotes, got 5\n" },
        { "uncertain = ({ key = \"" KEY "\"; sd = 1; });",
          "t.cfg:2: missing setting 'uncertain.distribution' (of the amount by which its path is shifted)\n" },
        { "uncertain = ({ key = \"" KEY "\"; distribution = \"beta\"; });",
          "t.cfg:2: 'distribution' must be one of \"normal\", \"uniform\", \"triangular\", \"lognormal\", \"discrete\", got "
          "\"beta\"\n" },
        { "uncertain = ({ key = \"" KEY "\"; distribution = \"normal\"; low = 1; });",
          "t.cfg:2: distribution normal needs 'sd'\nt.cfg:2: distribution normal has no 'low'\n" },
        { "uncertain = ({ key = \"" KEY "\"; distribution = \"normal\"; sd = -1; });",
          "t.cfg:2: 'sd' must not be negative, got -1\n" },
        { "uncertain = ({ key = \"" KEY "\"; distribution = \"normal\"; sd = \"1 %\"; });",
          "t.cfg:2: 'sd' is in plain numbers, cannot take %\n" },
        { "uncertain = ({ key = \"" KEY "\"; distribution = \"uniform\"; low = 2; high = 1; outside = \"stop\"; });",
          "t.cfg:2: 'outside' must be one of \"error\", \"clamp\", got \"stop\"\n"
          "t.cfg:2: low, mode and high must be in rising order\n" },
        { "uncertain = ({ key = \"" KEY "\"; distribution = \"triangular\"; low = 0; high = 1; mode = 2; });",
          "t.cfg:2: low, mode and high must be in rising order\n" },
        { "uncertain = ({ key = \"" KEY
          "\"; distribution = \"discrete\"; values = (1, 1, \"x\"); weights = (1, -1); });",
          "t.cfg:2: 'values' must rise; 1 does not\nt.cfg:2: 'values' must be a number, got \"x\"\n"
          "t.cfg:2: 'weights' must not be negative, got -1\nt.cfg:2: as many weights as values are needed\n" },
        { "uncertain = ({ key = \"" KEY "\"; distribution = \"discrete\"; values = 1; });",
          "t.cfg:2: 'values' must be a list of numbers, (a, b), got 1\n" },
        { "uncertain = ({ keys = (\"" KEY "\", \"" VALUE
          "\"); distribution = \"discrete\"; values = ((1, 2), (1, 3), (2, \"x\"), (3), 4); });",
          "t.cfg:2: 'values' must rise; 1 does not\nt.cfg:2: 'values' must be a number, got \"x\"\n"
          "t.cfg:2: 'values' is (3); with lists of numbers each holds one number for each of the keys\n"
          "t.cfg:2: 'values' is 4; with lists of numbers each holds one number for each of the keys\n" },
        { "uncertain = ({ keys = (\"" KEY "\", \"" VALUE "\"); distribution = \"discrete\"; values = (0.1, 0.2); });",
          "t.cfg:2: '" VALUE "' and '" KEY "' are in different units, so they cannot share a draw\n" },
        { "correlations = 5;", "t.cfg:2: 'correlations' must be a list of (\"key\", \"key\", number), got 5\n" },
        { "correlations = (5, (\"" KEY "\", \"wages\", 1));",
          "t.cfg:2: 'correlations' must be a list of (\"key\", \"key\", number), got 5\n"
          "t.cfg:2: 'wages' names no number of this scenario\n"
          "t.cfg:2: 'correlations' is 1; must be above -1 and below 1 plain numbers\n" },
        { "uncertain = ({ key = \"regions.city.name\"; distribution = \"normal\"; sd = 1; });",
          "t.cfg:2: 'regions.city.name' is no number, so it can be neither drawn nor moved\n" },
        { "uncertain = ({ key = \"regions.province.urbanization.since\"; distribution = \"normal\"; sd = 1; });",
          "t.cfg:2: 'regions.province.urbanization.since' is a pair of numbers; only a number or a path can be drawn\n" },
        { "uncertain = (" NORMAL(KEY) ",\n{ keys = (\"" OTHER "\", \"" KEY
                                      "\"); distribution = \"normal\"; sd = 1; });",
          "t.cfg:3: '" KEY "' is drawn twice; give it one entry\n" },
        { "uncertain = ({ keys = (\"" KEY "\", \"" THIRD "\"); distribution = \"normal\"; sd = 1; });",
          "t.cfg:2: '" THIRD "' and '" KEY "' are in different units, so they cannot share a draw\n" },
        { "uncertain = ({ key = \"" KEY "\"; distribution = \"discrete\"; values = (0, 1); weights = (0, 0); });",
          "t.cfg:2: the weights add to nothing; one must be above 0\n" },
        { "uncertain = ({ key = \"regions.city.population.growth\"; distribution = \"lognormal\"; sd = 1; });",
          "t.cfg:2: 'regions.city.population.growth' touches or crosses 0, so it cannot be multiplied: distribution "
          "lognormal needs a path on one side of 0\n" },
        { "uncertain = ({ key = \"regions.city.population.growth\"; distribution = \"discrete\"; values = (0, 1); });",
          "t.cfg:2: 'regions.city.population.growth' is a path; distribution discrete replaces a setting, which must be "
          "one number\n" },
        { "uncertain = ({ key = \"" THIRD "\"; distribution = \"uniform\"; low = -50; high = 10; });",
          "t.cfg:2: draws of '" THIRD "' reach 25, outside its range of 30 to 100; narrow them, or say outside = "
          "\"clamp\"\n" },
        { "uncertain = ({ key = \"" THIRD "\"; distribution = \"discrete\"; values = (75, 101); });",
          "t.cfg:2: draws of '" THIRD "' reach 101, outside its range of 30 to 100; narrow them, or say outside = "
          "\"clamp\"\n" },
        { THREE "correlations = ((\"" KEY "\", \"regions.city.population.total\", 0.5));",
          "t.cfg:3: 'regions.city.population.total' is not among the uncertain settings, so it has no correlation\n" },
        { THREE "correlations = ((\"" KEY "\", \"" KEY "\", 0.5));",
          "t.cfg:3: '" KEY "' and '" KEY "' share one draw; a correlation joins two\n" },
        { THREE "correlations = ((\"" KEY "\", \"" OTHER "\", 0.5), (\"" OTHER "\", \"" KEY "\", 0.5));",
          "t.cfg:3: the correlation of '" OTHER "' and '" KEY "' is given twice\n" },
        { THREE "correlations = ((\"" KEY "\", \"" OTHER "\", 0.8), (\"" OTHER "\", \"" THIRD "\", 0.8),\n"
                "(\"" KEY "\", \"" THIRD "\", 0.2));",
          "t.cfg:3: these correlations cannot all hold (their matrix is not positive definite); look at '" KEY
          "' and '" OTHER "', 0.8: beside the others 0.747 would do\n" },
    };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        assert_refused(*state, row[i].text, row[i].said);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(right_ones_become_data),
        TRIAL(a_choice_may_hold_a_number_for_each_key),
        TRIAL(a_choice_may_be_added_to_paths),
        TRIAL(mistakes),
    };

    return RUN_TRIALS(tests);
}
