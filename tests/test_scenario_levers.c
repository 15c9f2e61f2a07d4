/* Levers of a scenario: what they hold in models' units, and what is refused. */
#include "trial.h"

#define KEY "regions.city.labour.mobility"
#define BOOST "regions.city.production.tfp_boost"

static void
ranges_are_in_models_units(void **state)
{
    const struct trial *t = *state;
    const struct plan *p = &t->sc.plan;

    assert_accepted(*state,
                    "levers = ({ key = \"" BOOST
                    "\"; low = \"-0.5 %\"; high = 0.8; name = \"n\"; name_zh = \"名\"; },\n"
                    "          { key = \"" KEY "\"; low = 0.01; high = 0.06; weight = 2.5; });",
                    "");
    assert_int_equal(p->levers, 2);
    assert_string_equal(p->entry[p->lever[0].entry].key, BOOST);
    assert_true(p->lever[0].low == -0.005 && p->lever[0].high == 0.008 && p->lever[0].weight == 1);
    assert_string_equal(p->lever[0].name_zh, "名");
    assert_int_equal(p->lever[0].place.line, 2);
    assert_true(p->lever[1].low == 0.01 && p->lever[1].high == 0.06 && p->lever[1].weight == 2.5);
    assert_null(p->lever[1].name);
}

static void
none_are_needed(void **state)
{
    const struct trial *t = *state;

    assert_accepted(*state, "", "");
    assert_int_equal(t->sc.plan.levers, 0);
}

static void
mistakes(void **state)
{
    static const struct refusal row[] = {
        { "levers = 5;", "t.cfg:2: 'levers' must be a list of groups, ({ ... }, { ... }), got 5\n" },
        { "levers = ({ key = \"regions.city.labour.mobilty\"; low = 0; high = 1; });",
          "t.cfg:2: unknown setting 'regions.city.labour.mobilty'; did you mean '" KEY "'?\n" },
        { "levers = ({ key = \"wages\"; low = 0; high = 1; weights = 1; });",
          "t.cfg:2: 'wages' names no number of this scenario\nt.cfg:2: unknown setting 'weights'; did you mean 'weight'?\n" },
        { "levers = ({ key = 5; low = 0; });", "t.cfg:2: 'key' must be a text in quotes, got 5\n"
                                               "t.cfg:2: missing setting 'high' (highest value, in plain numbers)\n" },
        { "levers = ({ key = \"regions.city.name\"; low = 0; high = 1; });",
          "t.cfg:2: 'regions.city.name' is no number, so it can be neither drawn nor moved\n" },
        { "levers = ({ key = \"" KEY "\"; low = 1; high = 1; });",
          "t.cfg:2: low, mode and high must be in rising order\n" },
        { "levers = ({ key = \"" KEY "\"; low = 0.06; high = 0.01; });",
          "t.cfg:2: low, mode and high must be in rising order\n" },
        { "levers = ({ key = \"" KEY "\"; low = \"1 %\"; high = true; });",
          "t.cfg:2: 'low' is in plain numbers, cannot take %\nt.cfg:2: 'high' must be a number, got true\n" },
        { "levers = ({ key = \"" BOOST "\"; low = -1; high = 6; });",
          "t.cfg:2: the range of lever '" BOOST "' goes beyond what the setting may be, -5 to 5\n" },
        { "levers = ({ key = \"" BOOST "\"; low = 0; high = 1; }, { key = \"" BOOST "\"; low = 0; high = 2; });",
          "t.cfg:2: '" BOOST "' is named twice\n" },
        { "levers = ({ key = \"regions.city.sectors.farms.employment_share\"; low = 10; high = 20; });",
          "t.cfg:2: 'regions.city.sectors.farms.employment_share' cannot be moved by itself: it is a pair of numbers, or a "
          "share of a whole\n" },
        { "levers = ({ key = \"regions.province.urbanization.since\"; low = 10; high = 20; });",
          "t.cfg:2: 'regions.province.urbanization.since' cannot be moved by itself: it is a pair of numbers, or a "
          "share of a whole\n" },
        { "levers = ({ key = \"" KEY "\"; low = 0; high = 1; weight = -1; });",
          "t.cfg:2: 'weight' is -1; must be above 0 and at most 1000000 plain numbers\n" },
    };

    REFUSE_ALL(*state, row);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(ranges_are_in_models_units),
        TRIAL(none_are_needed),
        TRIAL(mistakes),
    };

    return RUN_TRIALS(tests);
}
