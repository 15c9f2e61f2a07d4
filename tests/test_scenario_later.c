/* Levers, uncertain settings, correlations, thresholds, rows of the plan's table: their shape. */
#include "trial.h"

#define KEY "regions.city.labour.mobility"
#define VALUE "regions.city.sectors.farms.value_added"

static void
right_ones_are_kept(void **state)
{
    assert_accepted(
        *state,
        "plan = ({ group = \"g\"; name = \"n\"; name_zh = \"名\"; unit = \"%\"; base_value = \"62\"; target = \"63\"; "
        "attribute = \"binding\"; source = \"s\"; });\n"
        "levers = ({ key = \"regions.city.production.tfp_boost\"; low = \"-0.5 %\"; high = 0.8; weight = 1.0; "
        "name_zh = \"名\"; });\n"
        "uncertain = ({ key = \"" KEY "\"; distribution = \"normal\"; sd = 0.5; mean = 0.1; outside = \"clamp\"; },\n"
        "  { keys = (\"" KEY
        "\", \"regions.nation.labour.mobility\"); distribution = \"uniform\"; low = -0.3; high = 0.7; },\n"
        "  { keys = (\"" KEY "\", \"" VALUE
        "\"); distribution = \"discrete\"; values = ((0.01, \"1 亿元\"), (0.02, 0.5)); },\n"
        "  { key = \"" VALUE "\"; distribution = \"discrete\"; values = (\"1 亿元\", 2); weights = (1, 3); },\n"
        "  { key = \"" KEY "\"; distribution = \"lognormal\"; sd = 0.1; },\n"
        "  { key = \"" KEY "\"; distribution = \"triangular\"; low = -4.0; high = 3.0; mode = 0.0; });\n"
        "correlations = ((\"" KEY "\", \"regions.nation.labour.mobility\", 0.5));\n"
        "precedent: { within_reach = 20; };\noutturn = \"good.cfg\";",
        "");
}

static void
mistakes(void **state)
{
    static const struct {
        const char *text, *said;
    } row[] = {
        { "plan = 5;", "t.cfg:2: 'plan' must be a list of groups, ({ ... }, { ... }), got 5\n" },
        { "plan = ({ nam = \"x\"; target = 5; }, 3);",
          "t.cfg:2: unknown setting 'nam'; did you mean 'name'?\nt.cfg:2: 'target' must be a text in quotes, got 5\n"
          "t.cfg:2: 'plan' must be a list of groups, ({ ... }, { ... }), got 3\n" },
        { "levers = ({ key = \"regions.city.labour.mobilty\"; low = 0; high = 1; });",
          "t.cfg:2: unknown setting 'regions.city.labour.mobilty'; did you mean '" KEY "'?\n" },
        { "levers = ({ key = \"wages\"; low = 0; high = 1; weights = 1; });",
          "t.cfg:2: 'wages' names no number of this scenario\nt.cfg:2: unknown setting 'weights'; did you mean 'weight'?\n" },
        { "levers = ({ key = 5; low = 0; });", "t.cfg:2: 'key' must be a text in quotes, got 5\n"
                                               "t.cfg:2: missing setting 'high' (highest value, in plain numbers)\n" },
        { "levers = ({ key = \"" KEY "\"; low = 1; high = 1; });",
          "t.cfg:2: low, mode and high must be in rising order\n" },
        { "levers = ({ key = \"" KEY "\"; low = \"1 %\"; high = true; });",
          "t.cfg:2: 'low' is in plain numbers, cannot take %\nt.cfg:2: 'high' must be a number, got true\n" },
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
        { "correlations = 5;", "t.cfg:2: 'correlations' must be a list of (\"key\", \"key\", number), got 5\n" },
        { "correlations = (5, (\"" KEY "\", \"wages\", 1));",
          "t.cfg:2: 'correlations' must be a list of (\"key\", \"key\", number), got 5\n"
          "t.cfg:2: 'wages' names no number of this scenario\n"
          "t.cfg:2: 'correlations' is 1; must be above -1 and below 1 plain numbers\n" },
        { "precedent: { stretch = 30; reach = 5; };",
          "t.cfg:2: unknown setting 'reach'; there are: within_reach, stretch\nt.cfg:2: stretch must not be above within_reach\n" },
        { "precedent: { stretch = 130; };", "t.cfg:2: 'stretch' is 130; must be from 0 to 100 percent\n" },
        { "outturn = 5;", "t.cfg:2: 'outturn' must be the name of a file in quotes, got 5\n" },
    };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        assert_refused(*state, row[i].text, row[i].said);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(right_ones_are_kept),
        TRIAL(mistakes),
    };

    return RUN_TRIALS(tests);
}
