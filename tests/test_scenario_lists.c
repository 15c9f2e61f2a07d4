/* Thresholds, rows of the plan's table: their shape. */
#include "trial.h"

static void
right_ones_are_kept(void **state)
{
    trial_file("o.csv", "region,indicator,unit,year,value\ncity,gdp,yi yuan,2021,9\n");
    assert_accepted(
        *state,
        "plan = ({ group = \"g\"; name = \"n\"; name_zh = \"名\"; unit = \"%\"; base_value = \"62\"; target = \"63\"; "
        "attribute = \"binding\"; source = \"s\"; });\n"
        "precedent: { within_reach = 20; };\noutturn = \"o.csv\";",
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
          "t.cfg:2: missing setting 'name' (name in English)\nt.cfg:2: 'plan' must be a list of groups, ({ ... }, { ... }), got 3\n" },
        { "precedent: { stretch = 30; reach = 5; };",
          "t.cfg:2: unknown setting 'reach'; there are: within_reach, stretch, classes\nt.cfg:2: stretch must not be above within_reach\n" },
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
