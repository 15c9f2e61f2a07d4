/* The modernization index, peer cities, observed series. */
#include "trial.h"

#define CITIES "city,city_zh,west,gdp_2020_yi,gdp_2015_yi\n"
#define PEERS "peers: { panel = \"cities.csv\"; nation_growth = 8.0; shock = 3.0; };"
#define HISTORY "region,indicator,unit,year,value\n"
#define OBSERVED(text) "observed = ({ " text " });"

static void
an_index_is_weights_and_a_cap(void **state)
{
    struct trial *t = *state;
    const struct plan_modernization *m = &t->sc.plan.modernization;

    assert_accepted(t, "modernization: { weights: { gdp_per_capita = 0.6; urbanization = 0.4005; }; };", "");
    assert_int_equal(m->count, 2);
    assert_close(plan_values(&t->sc.plan, m->cap)[0], 120, 0);
    assert_close(plan_values(&t->sc.plan, m->weight[1])[0], 0.4005, 0);
    assert_close(trial_value(t, "modernization.weights.gdp_per_capita"), 0.6, 0);
}

static void
mistakes_in_the_index(void **state)
{
    static const struct refusal row[] = {
        { "modernization: { weights: { gdp_per_capita = 0.6; urbanization = 0.3; }; };",
          "t.cfg:2: the weights add to 0.9, not 1\n" },
        { "modernization: { weights: { gdp_per_capit = 1.0; }; };",
          "t.cfg:2: no indicator 'gdp_per_capit'; did you mean 'gdp_per_capita'?\n" },
        { "modernization: { weights: { gdp = 1.5; }; };",
          "t.cfg:2: 'gdp' is 1.5; must be from 0 to 1 plain numbers\n" },
        { "modernization: { weights: { gdp = \"x\"; }; };", "t.cfg:2: 'gdp' must be a number, got \"x\"\n" },
        { "modernization: { weights: { employment = 1.0; }; };", "t.cfg:2: province does not report 'employment'\n" },
        { "modernization: { weights: { rank_west = 1.0; }; };",
          "t.cfg:2: 'rank_west' cannot be part of the index: it is measured across regions\n" },
        { "modernization: { weights: { gdp_growth = 1.0; }; };",
          "t.cfg:2: 'gdp_growth' cannot be part of the index: it has no value in the base year\n" },
        { "modernization: { weights = 1; };", "t.cfg:2: 'weights' must be a group, { ... }, got 1\n" },
        { "modernization: { cap = 120; };",
          "t.cfg:2: missing setting 'modernization.weights' (weight of an indicator in the "
          "index; all add to 1)\n" },
        { "modernization: { cap = 0; weight = 1; weights: { gdp = 1; }; };",
          "t.cfg:2: unknown setting 'weight'; did you mean 'weights'?\n"
          "t.cfg:2: 'cap' is 0; must be above 0 and at most 1000 index points\n" },
        { "modernization = 5;", "t.cfg:2: 'modernization' must be a group, { ... }, got 5\n" },
        { "remove = (\"benchmark\", \"comparators\", \"regions.province\", \"regions.city.parent\");\n" PEERS
          "modernization: { weights: { gdp = 1; }; };",
          "t.cfg:3: 'modernization' needs a benchmark\nt.cfg:3: 'peers' needs a benchmark\n" },
    };

    trial_file("cities.csv", CITIES "A,甲,0,9.5,6\n");
    REFUSE_ALL(*state, row);
}

static void
a_panel_of_cities(void **state)
{
    struct trial *t = *state;
    const struct plan_peers *p = &t->sc.plan.peers;

    trial_file("cities.csv", "# source\n" CITIES "A,甲,0,9.5,6\nCity,,1,8,\n");
    assert_accepted(t, PEERS, "");
    assert_int_equal(p->count, 2);
    assert_string_equal(p->peer[0].name_zh, "甲");
    assert_string_equal(p->peer[1].name_zh, "City");
    assert_true(p->peer[0].gdp == 9.5 && p->peer[0].gdp_before == 6 && !p->peer[0].west);
    assert_true(isnan(p->peer[1].gdp_before) && p->peer[1].west);
    assert_int_equal(p->peer[0].region, PLAN_NONE);
    assert_int_equal(p->peer[1].region, 1);
    assert_close(trial_value(t, "peers.nation_growth"), 0.08, 1e-15);
}

static void
ranks_are_left_out_with_a_sentence(void **state)
{
    struct trial *t = *state;

    trial_file("cities.csv", "city,west,gdp_2019_yi\nA,0,9\n");
    assert_accepted(t, PEERS, "t.cfg:2: warning: 'cities.csv' has no column 'gdp_2020_yi': ranks are left out\n");
    assert_int_equal(t->sc.plan.peers.count, 0);
    trial_file("cities.csv", "city,gdp_2020_yi\nA,9\n");
    assert_accepted(t, PEERS, "t.cfg:2: warning: 'cities.csv' has no column 'west': ranks are left out\n");
    trial_file("cities.csv", "name,gdp_2020_yi\nA,9\n");
    assert_accepted(t, PEERS, "t.cfg:2: warning: 'cities.csv' has no column 'city': ranks are left out\n");
    trial_file("cities.csv", "city,west,gdp_2020_yi\nA,0,9\n");
    assert_accepted(t, PEERS,
                    "t.cfg:2: warning: 'cities.csv' has no column 'gdp_2015_yi': cities grow as the nation does\n");
    assert_int_equal(t->sc.plan.peers.count, 1);
}

static void
mistakes_in_the_panel(void **state)
{
    static const struct refusal row[] = {
        { CITIES "A,,0,9,x\n", "cities.csv:2: column 'gdp_2015_yi', row 2: not a number: 'x'\n" },
        { CITIES "A,,2,9,6\n", "cities.csv:2: 'west' must be 0 or 1, got '2'\n" },
        { CITIES "A,,0,0,6\nB,,1,9,-1\n", "cities.csv:2: 'gdp_2020_yi' must be above 0, got '0'\n"
                                          "cities.csv:3: 'gdp_2015_yi' must be above 0, got '-1'\n" },
        { CITIES "A,,0,,6\n", "cities.csv:2: column 'gdp_2020_yi', row 2: not a number: ''\n" },
        { CITIES "A,,0,9,6\nB,,0,9,6\nA,,0,9,6\n", "cities.csv:4: 'A' given twice, first on line 2\n" },
        { CITIES "A,0,9,6\n", "cities.csv:2: row 2 has 4 fields, header has 5\n" },
    };
    struct trial *t = *state;
    struct text many = { 0 };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        trial_file("cities.csv", row[i].text);
        assert_refused(t, PEERS, row[i].said);
    }
    text_add(&many, CITIES);
    for (int i = 0; i < 5001; i++)
        text_print(&many, "A%d,,0,9,6\n", i);
    trial_file("cities.csv", text_of(&many));
    assert_refused(t, PEERS, "t.cfg:2: the table has more than 5000 rows\n");
    text_free(&many);
    assert_refused(t,
                   "peers: { panel = \"no.csv\"; nation_growth = 8.0; peer = 1; };\n"
                   "targets: { a: { indicator = \"rank_west\"; year = 2025; at_most = 5; }; };",
                   "t.cfg:2: unknown setting 'peer'; there are: panel, nation_growth, halflife, shrink, shock, "
                   "shock_persistence\nt.cfg:2: no file 'no.csv' (named in t.cfg)\n");
    assert_refused(
        t, "peers: { panel = 5; };",
        "t.cfg:2: 'panel' must be the name of a file in quotes, got 5\n"
        "t.cfg:2: missing setting 'peers.nation_growth' (the nation's growth at current prices over the panel's "
        "record, a year, in percent)\n");
}

static void
series_are_put_in_order(void **state)
{
    struct trial *t = *state;

    trial_file("h.csv", HISTORY "city,gdp,yi yuan,2019,8\ncity,gdp,yi yuan,2017,6\nnation,gdp,yi yuan,2018,90\n"
                                "city,gdp,yi yuan,2018,7\ncity,gdp,yi yuan,2010,x\n");
    assert_accepted(
        t, OBSERVED("region = \"city\"; indicator = \"gdp\"; file = \"h.csv\"; from = 2017; to = 2019; sigma = 0.1;"),
        "");
    assert_int_equal(t->sc.observations, 1);
    assert_int_equal(t->sc.observed[0].count, 3);
    assert_int_equal(t->sc.observed[0].region, 1);
    assert_int_equal(t->sc.observed[0].year[0], 2017);
    assert_close(t->sc.observed[0].value[2], 8, 0);
    assert_accepted(t, OBSERVED("region = \"nation\"; indicator = \"gdp\"; file = \"h.csv\";"), "");
    assert_int_equal(t->sc.observed[0].count, 1);
}

static void
mistakes_in_observations(void **state)
{
    static const struct refusal row[] = {
        { OBSERVED("region = \"city\"; indicator = \"gdp\"; file = \"h.csv\"; from = 2016; to = 2020;"),
          "t.cfg:2: city gdp: no value for 2016\nt.cfg:2: city gdp: no value for 2018\nt.cfg:2: city gdp: no value for 2020\n" },
        { OBSERVED("region = \"city\"; indicator = \"gdp\"; file = \"h.csv\";"),
          "t.cfg:2: city gdp: no value for 2018\n" },
        { OBSERVED("region = \"city\"; indicator = \"population\"; file = \"h.csv\";"),
          "t.cfg:2: city population: no values in 'h.csv'\n" },
        { OBSERVED("region = \"nation\"; indicator = \"gdp\"; file = \"h.csv\";"),
          "h.csv:4: 'gdp' has two values for 2018\n" },
        { OBSERVED("region = \"nation\"; indicator = \"wages\"; file = \"h.csv\";"),
          "h.csv:6: 'year' must be a year, a whole number of four digits, got 2018.5\n" },
        { OBSERVED("region = \"nation\"; indicator = \"people\"; file = \"h.csv\";"),
          "h.csv:7: column 'value', row 7: not a number: 'many'\n" },
        { OBSERVED("region = \"town\"; indicator = \"gdp\"; file = \"no.csv\";"),
          "t.cfg:2: no 'town'; there are: nation, city, province\nt.cfg:2: no file 'no.csv' (named in t.cfg)\n" },
        { OBSERVED("region = \"city\"; indicator = \"gdp\"; file = \"good.cfg\"; from = 2020; to = 2019;"),
          "t.cfg:2: 'from' must be before 'to'\n" },
        { OBSERVED("region = \"city\"; indicator = \"gdp\"; file = \"other.csv\"; till = 2019;"),
          "t.cfg:2: unknown setting 'till'; did you mean 'file'?\nother.csv: no column 'region'; there are: a\n" },
        { "observed = ({ }, 5);",
          "t.cfg:2: missing setting 'observed.region' (region of the series)\n"
          "t.cfg:2: missing setting 'observed.indicator' (indicator of the series)\n"
          "t.cfg:2: missing setting 'observed.file' (columns region, indicator, unit, year, value)\n"
          "t.cfg:2: 'observed' must be a list of groups, ({ ... }, { ... }), got 5\n" },
        { "observed = 5;", "t.cfg:2: 'observed' must be a list of groups, ({ ... }, { ... }), got 5\n" },
    };

    trial_file("other.csv", "a\n1\n");
    trial_file("h.csv", HISTORY "city,gdp,yi yuan,2019,8\nnation,gdp,yi yuan,2018,90\nnation,gdp,yi yuan,2018,91\n"
                                "city,gdp,yi yuan,2017,6\nnation,wages,yuan,2018.5,6\nnation,people,wan,2018,many\n");
    REFUSE_ALL(*state, row);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(an_index_is_weights_and_a_cap),      TRIAL(mistakes_in_the_index), TRIAL(a_panel_of_cities),
        TRIAL(ranks_are_left_out_with_a_sentence), TRIAL(mistakes_in_the_panel), TRIAL(series_are_put_in_order),
        TRIAL(mistakes_in_observations),
    };

    return RUN_TRIALS(tests);
}
