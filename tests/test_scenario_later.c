/* Levers, thresholds, rows of the plan's table: their shape. */
#include "trial.h"

#define KEY "regions.city.labour.mobility"

static void
right_ones_are_kept(void **state)
{
    assert_accepted(
        *state,
        "plan = ({ group = \"g\"; name = \"n\"; name_zh = \"名\"; unit = \"%\"; base_value = \"62\"; target = \"63\"; "
        "attribute = \"binding\"; source = \"s\"; });\n"
        "levers = ({ key = \"regions.city.production.tfp_boost\"; low = \"-0.5 %\"; high = 0.8; weight = 1.0; "
        "name_zh = \"名\"; });\n"
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
