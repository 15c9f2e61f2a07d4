/* Regions, sectors, horizon, roles, and what must hold together. */
#include "trial.h"

#define CITY(text) "regions: { city: { " text " }; };"
#define PROVINCE(text) "regions: { province: { " text " }; };"
#define FARMS(text) CITY("sectors: { farms: { " text " }; };")

static void
horizon_and_roles(void **state)
{
    static const struct refusal row[] = {
        { "horizon: { end = 2020; };", "t.cfg:2: the horizon must be 1 to 200 years long\n" },
        { "horizon: { end = 2221; };", "t.cfg:2: the horizon must be 1 to 200 years long\n" },
        { "horizon: { end = \"2030\"; };",
          "t.cfg:2: 'end' must be a year, a whole number of four digits, got \"2030\"\n" },
        { "horizon: { last = 2030; };", "t.cfg:2: unknown setting 'last'; there are: start, end\n" },
        { "horizon: { remove = \"end\"; };",
          "t.cfg:2: missing setting 'horizon.end' (last year projected, 1 to 200 years later, in calendar years)\n" },
        { "horizon = 5;", "t.cfg:2: 'horizon' must be a group, { ... }, got 5\n" },
        { "home = \"town\";", "t.cfg:2: no 'town'; there are: nation, city, province\n" },
        { "benchmark = \"town\";", "t.cfg:2: no 'town'; there are: nation, city, province\n" },
        { "comparators = (\"province\", \"town\", \"province\", 5);",
          "t.cfg:2: no 'town'; there are: nation, city, province\n"
          "t.cfg:2: 'province' is named twice\n"
          "t.cfg:2: 'comparators' must be a text in quotes, got 5\n" },
        { "comparators = \"province\";",
          "t.cfg:2: 'comparators' must be a list of names, (\"a\", \"b\"), got \"province\"\n" },
        { CITY("parent = \"town\";"), "t.cfg:2: no 'town'; there are: nation, city, province\n" },
        { "benchmark = \"province\";", "t.cfg:2: the benchmark province must be of model growth\n" },
        { "remove = \"benchmark\";", "good.cfg:32: 'province' needs a benchmark\n" },
        { "remove = \"regions\";",
          "t.cfg:1: missing setting 'regions' (one group a region; its settings groups follow)\n" },
        { CITY("name = \"Nation\";"),
          "t.cfg:2: region 'city' has the name 'Nation' of region 'nation'; each needs a name of its own\n" },
        { "regions: { nation: { name_zh = \"市\"; }; city: { name_zh = \"市\"; }; };",
          "t.cfg:2: region 'city' has the name '市' of region 'nation'; each needs a name of its own\n" },
        { "regions = 5;", "t.cfg:2: 'regions' must be a group, { ... }, got 5\n" },
    };

    REFUSE_ALL(*state, row);
}

static void
models_have_their_groups(void **state)
{
    static const struct refusal row[] = {
        { CITY("model = \"grow\";"), "t.cfg:2: 'model' must be one of \"growth\", \"convergence\", got \"grow\"\n" },
        { CITY("convergence: { gdp = 5.0; };"),
          "t.cfg:2: 'convergence' is not for regions of model growth; take it away with remove\n" },
        { PROVINCE("labour: { mobility = 0.1; }; household: { share = 40.0; }; sectors: { a: { }; };"),
          "t.cfg:2: 'labour' is not for regions of model convergence; take it away with remove\n"
          "t.cfg:2: 'sectors' is not for regions of model convergence; take it away with remove\n"
          "t.cfg:2: 'household' is not for regions of model convergence; take it away with remove\n" },
        { PROVINCE("production: { shock_common = 1.0; catch_up = 1.0; };"),
          "t.cfg:2: 'catch_up' does not belong in a region of model convergence\n" },
        { PROVINCE("urbanization: { pull = 0.1; };"),
          "t.cfg:2: 'pull' does not belong in a region of model convergence\n" },
        { PROVINCE("population: { method = \"cohort\"; };"),
          "t.cfg:2: province: a region of model convergence has its population by \"rates\"\n" },
        { CITY("remove = (\"labour\", \"sectors\", \"production\", \"urbanization\");"),
          "t.cfg:2: missing setting 'regions.city.labour' (employment and its move between sectors)\n"
          "t.cfg:2: missing setting 'regions.city.production' (capital, investment, productivity and catching up)\n"
          "t.cfg:2: missing setting 'regions.city.sectors' (one group a sector, in the file's order)\n"
          "t.cfg:2: missing setting 'regions.city.urbanization' (the urban share of residents)\n" },
        { PROVINCE("remove = (\"convergence\", \"population\");"),
          "t.cfg:2: missing setting 'regions.province.population' (residents: total, ages, births, deaths, migration)\n"
          "t.cfg:2: missing setting 'regions.province.convergence' (a region without sectors, by convergence)\n" },
    };

    REFUSE_ALL(*state, row);
    assert_accepted(*state, PROVINCE("production: { shock_common = 1.0; };"), "");
    assert_accepted(*state, PROVINCE("population: { working_age_share = 65.0; };"), "");
}

static void
sectors_and_their_names(void **state)
{
    static const struct refusal row[] = {
        { CITY("remove = (\"sectors\"); sectors: { };"),
          "t.cfg:2: missing setting 'regions.city.sectors' (one group a sector, in the file's order)\n" },
        { CITY("sectors: { farms = 5; };"), "t.cfg:2: 'farms' must be a group, { ... }, got 5\n" },
        { CITY("sectors = 5;"), "t.cfg:2: 'sectors' must be a group, { ... }, got 5\n" },
        { FARMS("group = \"quaternary\";"),
          "t.cfg:2: 'group' must be one of \"primary\", \"secondary\", \"tertiary\", got \"quaternary\"\n" },
        { CITY("sectors: { real_farms: { }; };"), "t.cfg:2: 'real_farms': a sector's name may not begin with real_\n" },
        { CITY("sectors: { a123456789b123456789c123456789d1234567890: { }; };"),
          "t.cfg:2: 'a123456789b123456789c123456789d1234567890' is longer than 40 characters\n" },
        { CITY(
              "sectors: { a: { }; b: { }; c: { }; d: { }; e: { }; f: { }; g: { }; h: { }; i: { }; j: { }; k: { }; l: { }; "
              "m: { }; n: { }; o: { }; };"),
          "t.cfg:2: city has more than 16 sectors\n" },
    };
    struct trial *t = *state;

    REFUSE_ALL(t, row);
    assert_accepted(t, CITY("sectors: { farms: { name = \"Farms\"; }; works: { name_zh = \"工\"; }; };"), "");
    assert_string_equal(t->sc.plan.region[1].sector[0].name_zh, "Farms");
    assert_string_equal(t->sc.plan.region[1].sector[1].name, "works");
    assert_string_equal(t->sc.plan.region[1].sector[1].name_zh, "工");
    assert_int_equal(t->sc.plan.region[1].sector[1].group, TERTIARY);
}

static void
shares_hold_together(void **state)
{
    static const struct refusal row[] = {
        { FARMS("employment_share = 40.6;"),
          "t.cfg:2: regions.city.sectors.*.employment_share add to 100.6 %, not 100\n" },
        { FARMS("employment_share = 30.0;"),
          "t.cfg:2: regions.city.sectors.*.employment_share add to 90 %, not 100\n" },
        { FARMS("capital_share = 0.6; fixed_share = 0.4;"),
          "t.cfg:2: warning: 'capital_share' is 0.6; usually from 0.15 to 0.55 plain numbers\n"
          "t.cfg:2: farms: capital_share and fixed_share leave nothing for labour; their sum must be below 1\n" },
        { FARMS("capacity = ((2020, 1.9), (2030, 5.0));"),
          "t.cfg:2: farms: capacity in the base year is below value_added\n" },
        { FARMS("income_elasticity = 0.8;"), "t.cfg:2: 'income_elasticity' needs 'demand_elasticity' beside it\n" },
        { PROVINCE("convergence: { share_primary = 60.0; };"),
          "good.cfg:34: province: share_primary and share_tertiary add to more than 100 %\n" },
        { CITY("production: { schooling = 9.0; };"),
          "t.cfg:2: 'schooling' and 'human_capital_growth' exclude one another\n" },
        { CITY("population: { method = \"cohort\"; net_migration = 0.1; };"), NULL },
    };

    trial_refuses(*state, row, sizeof row / sizeof row[0] - 1);
    assert_accepted(*state, FARMS("employment_share = 40.5;"), "");
    assert_accepted(*state, FARMS("capacity = 2.0;"), "");
    assert_accepted(*state, CITY("production: { remove = \"human_capital_growth\"; schooling = 9.0; };"), "");
    assert_accepted(*state, CITY("production: { schooling_return = 8.0; };"),
                    "t.cfg:2: warning: 'schooling_return' has no effect here\n");
}

static void
urban_shares_hold_together(void **state)
{
    static const struct refusal row[] = {
        { CITY("urbanization: { ceiling = 50.0; };"),
          "t.cfg:2: warning: 'ceiling' is 50; usually from 79 to 100 percent\n"
          "good.cfg:29: city: the urban share must be below its ceiling\n" },
        { CITY("urbanization: { since = (2010, 35.0); };"), "t.cfg:2: 'difference' and 'since' exclude one another\n" },
        { CITY("urbanization: { remove = \"difference\"; };"),
          "t.cfg:2: regions.city.urbanization: 'difference' or 'since' is needed\n" },
        { PROVINCE("urbanization: { since = (2020, 35.0); };"),
          "t.cfg:2: since = (year, percent): the year must be a whole number before the base year\n" },
        { PROVINCE("urbanization: { since = (2010.5, 0.0); };"),
          "t.cfg:2: since = (year, percent): the year must be a whole number before the base year\n"
          "t.cfg:2: since = (year, percent): the share must be above 0 and below the ceiling\n" },
        { PROVINCE("urbanization: { since = (2010, 100.0); };"),
          "t.cfg:2: since = (year, percent): the share must be above 0 and below the ceiling\n" },
    };

    REFUSE_ALL(*state, row);
}

static void
prices_follow_the_benchmark(void **state)
{
    static const struct refusal row[] = {
        { "regions: { nation: { sectors: { farms: { remove = \"price_growth\"; }; }; }; };",
          "good.cfg:10: farms: a sector of the benchmark needs price_growth\n" },
        { FARMS("group = \"secondary\";"),
          "good.cfg:24: the benchmark nation has no sector of group secondary: farms needs price_growth\n" },
        { FARMS("group = \"secondary\"; price_growth = 40.0;"),
          "t.cfg:2: 'price_growth' is 40; must be from -20 to 30 percent\n" },
    };

    REFUSE_ALL(*state, row);
    assert_accepted(*state, FARMS("group = \"secondary\"; price_growth = 1.0;"), "");
}

static void
warnings_do_not_refuse(void **state)
{
    assert_accepted(
        *state, "regions: { nation: { vintage = \"first\"; }; city: { vintage = \"second\"; }; };",
        "good.cfg:1: warning: city is of vintage \"second\", nation of \"first\": their levels may not compare\n");
    trial_file("h.csv",
               "region,indicator,unit,year,value\ncity,gdp_growth,percent,2018,7.0\ncity,gdp_growth,percent,2019,9.0\n"
               "city,gdp,yi yuan,2019,8\n");
    assert_accepted(*state, "observed = ({ region = \"city\"; indicator = \"gdp_growth\"; file = \"h.csv\"; });", "");
    assert_accepted(
        *state,
        "observed = ({ region = \"city\"; indicator = \"gdp_growth\"; file = \"h.csv\"; });\n" CITY(
            "production: { capital_output_ratio = 3.0; investment_rate = 60.0; };"),
        "t.cfg:3: warning: city: investment over capital less depreciation is 15 % a year, but GDP grew by 8: "
        "capital_output_ratio, investment_rate or depreciation is off\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(horizon_and_roles),      TRIAL(models_have_their_groups),   TRIAL(sectors_and_their_names),
        TRIAL(shares_hold_together),   TRIAL(urban_shares_hold_together), TRIAL(prices_follow_the_benchmark),
        TRIAL(warnings_do_not_refuse),
    };

    return RUN_TRIALS(tests);
}
