/* Reference classes as scenarios give them: members, spans, records worked out by hand, refusals. */
#include "trial.h"

#define PANEL \
    "city,city_zh,west,gdp_2020_yi,gdp_2015_yi\n" \
    "A,甲,0,400,200\nB,乙,0,180,150\nCity,市,0,8,5\nC,丙,1,161.051,100\nD,丁,1,90,90\nE,戊,0,300,\n"
#define PEERS "peers: { panel = \"panel.csv\"; nation_growth = 5.0; };\n"
#define CITIES PEERS "precedent: { classes: { cities: { title = \"Cities\"; indicators = (\"gdp\", \"rank_national\"); "

#define HISTORY \
    "region,indicator,unit,year,value\n" \
    "east,gdp,yi yuan,2018,100\neast,gdp_growth,percent,2019,10\neast,gdp_growth,percent,2020,21\n" \
    "east,population,wan,2018,100\neast,population,wan,2020,110\neast,urbanization,percent,2018,40\n" \
    "east,urbanization,percent,2020,43\n" \
    "province,gdp_growth,percent,2019,0\nprovince,gdp_growth,percent,2020,0\nprovince,population,wan,2018,121\n" \
    "province,population,wan,2020,100\n" \
    "nation,gdp_growth,percent,2019,5\nnation,gdp_growth,percent,2020,5\nnation,population,wan,2018,10\n" \
    "nation,population,wan,2020,10\nnation,urbanization,percent,2018,50\nnation,urbanization,percent,2020,52\n" \
    "city,urbanization,percent,2018,30\ncity,urbanization,percent,2020,36\n"
#define REGIONS(what) \
    "precedent: { within_reach = 20.0; stretch = 10.0; classes: { places: { title_zh = \"省\"; file = \"history.csv\"; " \
    "spans = ((2018, 2020)); " what " }; }; };"

static int
setup(void **state)
{
    trial_setup(state);
    trial_file("panel.csv", PANEL);
    trial_file("history.csv", HISTORY);
    return 0;
}

static const struct plan_class *
classes(const struct trial *t)
{
    return t->sc.plan.precedent.class;
}

static void
cities_by_their_rank_at_the_start(void **state)
{
    struct trial *t = *state;
    const struct plan_class *k;

    assert_accepted(t, CITIES "ranks = (2, 4); }; }; };", "");
    k = classes(t);
    assert_int_equal(t->sc.plan.precedent.classes, 2);
    assert_string_equal(k[0].key, "cities");
    assert_string_equal(k[0].title_zh, "Cities");
    assert_true(k[0].over_nation && !k[1].over_nation);
    assert_int_equal(k[0].spans, 1);
    assert_int_equal(k[0].span->from, 2015);
    assert_int_equal(k[0].span->to, 2020);
    /* A is first in 2015, City fifth; E has no record. So B, C, D */
    assert_int_equal(k[0].span->members, 3);
    assert_string_equal(k[0].span->member[1].name, "C");
    assert_string_equal(k[0].span->member[1].name_zh, "丙");
    assert_close(k[0].span->member[1].size, 100, 0);
    assert_close(k[0].span->member[1].excess, 10 - 5, 1e-12); /* 1.1^5 */
    assert_close(k[0].span->member[2].excess, -5, 1e-12);
    /* Home's own, outside the class: 1.6^(1/5) */
    assert_close(k[0].span->own.excess, 100 * (pow(1.6, 0.2) - 1) - 5, 1e-12);
    /* Among those with a record the order stays: nobody gains a place */
    for (size_t i = 0; i < 3; i++)
        assert_true(k[1].span->member[i].excess == 0);
    assert_true(k[1].span->own.excess == 0);
}

static void
regions_by_their_record(void **state)
{
    struct trial *t = *state;
    const struct plan_class *k;

    assert_accepted(t,
                    REGIONS("regions = (\"east\", \"province\"); against = \"nation\"; "
                            "indicators = (\"gdp_real\", \"gdp_per_capita_real\");"),
                    "");
    k = classes(t);
    assert_close(t->sc.plan.precedent.within_reach, 20, 0);
    assert_close(t->sc.plan.precedent.stretch, 10, 0);
    assert_string_equal(k->title, "places");
    assert_string_equal(k->title_zh, "省");
    assert_int_equal(k->span->members, 2);
    assert_close(k[0].span->member[0].excess, 100 * (sqrt(1.1 * 1.21) - 1) - 5, 1e-12);
    assert_close(k[1].span->member[0].excess, 10 - 5, 1e-12); /* 1.1 * 1.21 / 1.1 in two years */
    assert_close(k[1].span->member[1].excess, 10 - 5, 1e-12); /* no growth, 1.21 times fewer people */
    assert_close(k[0].span->member[0].size, 100, 0);
    assert_true(isnan(k[0].span->member[1].size));
    assert_true(isnan(k[0].span->own.excess)); /* home has no record of it, which is no mistake */
    assert_string_equal(k[0].span->member[1].name, "province");

    assert_accepted(t, REGIONS("regions = (\"east\"); against = \"nation\"; indicators = (\"urbanization\");"), "");
    k = classes(t);
    assert_close(k->span->member[0].excess, 1.5 - 1, 1e-12);
    assert_close(k->span->own.excess, 3 - 1, 1e-12);
    assert_accepted(t, REGIONS("regions = (\"east\", \"city\"); indicators = (\"urbanization\");"), "");
    k = classes(t);
    assert_false(k->over_nation);
    assert_close(k->span->member[1].excess, 3, 1e-12);
}

static void
thresholds_have_defaults(void **state)
{
    struct trial *t = *state;

    assert_accepted(t, "", "");
    assert_close(t->sc.plan.precedent.within_reach, 25, 0);
    assert_close(t->sc.plan.precedent.stretch, 5, 0);
    assert_accepted(t, "precedent: { stretch = 7.5; };", "");
    assert_close(t->sc.plan.precedent.stretch, 7.5, 0);
}

static void
mistakes(void **state)
{
    static const struct refusal row[] = {
        { "precedent: { stretch = 30; };", "t.cfg:2: stretch must not be above within_reach\n" },
        { "precedent: { within_reach = 4; };", "t.cfg:2: stretch must not be above within_reach\n" },
        { "precedent: { classes = 5; };", "t.cfg:2: 'classes' must be a group, { ... }, got 5\n" },
        { "precedent: { classes: { cities: { ranks = (1, 2); rank = 5; }; }; };",
          "t.cfg:2: unknown setting 'rank'; did you mean 'ranks'?\n"
          "t.cfg:2: class 'cities' needs 'indicators', a list of what it is a record of\n" },
        { "precedent: { classes: { cities: { indicators = (\"gdp\"); }; }; };",
          "t.cfg:2: class 'cities' needs 'ranks' (cities of the peers' panel) or 'file' (regions of a list), one of the "
          "two\n" },
        { "precedent: { classes: { cities: { indicators = \"gdp\"; ranks = (1, 2); }; }; };",
          "t.cfg:2: 'indicators' must be a list of names, (\"a\", \"b\"), got \"gdp\"\n" },
        { "precedent: { classes: { cities: { indicators = (\"gpd\"); ranks = (1, 2); }; }; };",
          "t.cfg:2: no indicator 'gpd'; did you mean 'gdp'?\n" },
        { "precedent: { classes: { cities: { indicators = (\"gdp\"); ranks = (1, 2); }; }; };",
          "t.cfg:2: class 'cities' has no members\n" }, /* there is no panel */
        { PEERS "precedent: { classes: { c: { indicators = (\"gdp\"); ranks = (7, 9); }; }; };",
          "t.cfg:3: class 'c' has no members\n" },
        { PEERS "precedent: { classes: { c: { indicators = (\"gdp\"); ranks = (9, 7); }; }; };",
          "t.cfg:3: 'ranks' must be two whole numbers in rising order, got (9, 7)\n" },
        { PEERS "precedent: { classes: { c: { indicators = (\"gdp\"); ranks = (1.5, 7); }; }; };",
          "t.cfg:3: 'ranks' must be two whole numbers in rising order, got (1.5, 7)\n" },
        { PEERS
          "precedent: { classes: { c: { indicators = (\"urbanization\"); ranks = (1, 7); spans = ((1, 2)); }; }; };",
          "t.cfg:3: 'spans' needs 'file' beside it\n"
          "t.cfg:3: class 'c': the peers' panel has no record of 'urbanization'; there are: gdp, rank_national\n" },
        { REGIONS("indicators = (\"gdp_real\");"), "t.cfg:2: class 'places' has no members\n" },
        { REGIONS("regions = (); indicators = (\"gdp_real\");"), "t.cfg:2: class 'places' has no members\n" },
        { REGIONS("regions = (\"east\", \"east\"); indicators = (\"gdp_real\");"), "t.cfg:2: 'east' is named twice\n" },
        { REGIONS("regions = (\"east\", \"west\"); indicators = (\"gdp_real\");"),
          "t.cfg:2: history.csv: no record of 'gdp_real' for west from 2018 to 2020\n" },
        { REGIONS("regions = (\"east\", 5); indicators = (\"gdp_real\");"),
          "t.cfg:2: 'regions' must be a text in quotes, got 5\n" },
        { REGIONS("regions = (\"east\"); against = 5; indicators = (\"gdp_real\");"),
          "t.cfg:2: 'against' must be a text in quotes, got 5\n" },
        { "precedent: { classes: { c: { file = \"none.csv\"; regions = (\"east\"); spans = ((2018, 2020)); indicators = "
          "(\"gdp_real\"); }; }; };",
          "t.cfg:2: no file 'none.csv' (named in t.cfg)\n" },
        { "precedent: { classes: { c: { file = \"panel.csv\"; regions = (\"east\"); spans = ((2018, 2020)); indicators = "
          "(\"gdp_real\"); }; }; };",
          "panel.csv: no column 'region'; there are: city, city_zh, west, gdp_2020_yi, gdp_2015_yi\n" },
    };
    static const char *const spans[] = {
        "5", "()", "(5)", "((2018))", "((2020, 2018))", "((2018, 2021))", "((1001, 2020))"
    };
    struct text text = { 0 };

    REFUSE_ALL(*state, row);
    for (size_t i = 0; i < sizeof spans / sizeof spans[0]; i++) {
        text_print(&text,
                   "precedent: { classes: { c: { file = \"history.csv\"; regions = (\"east\"); indicators = "
                   "(\"gdp_real\"); spans = %s; }; }; };",
                   spans[i]);
        assert_refused(*state, text_of(&text),
                       "t.cfg:2: class 'c' needs spans, ((from, to), ...): years in rising order, none after the base "
                       "year, at most 200 apart\n");
        text_free(&text);
    }
}

static void
ranges_of_what_is_plausible(void **state)
{
    static const struct refusal row[] = {
        { "plausible: { inflow = (5, -5); };", "t.cfg:2: 'inflow' must be a low and a higher number, got (5, -5)\n" },
        { "plausible: { inflow = 5; };", "t.cfg:2: 'inflow' must be two numbers, (a, b), got 5\n" },
        { "plausible: { inflows = (1, 2); };", "t.cfg:2: unknown setting 'inflows'; did you mean 'inflow'?\n" },
        { "plausible: { saving_rate = 400; };", "t.cfg:2: 'saving_rate' is 400; must be from -100 to 100 percent\n" },
        { "plausible: { rest_growth = (-200, 5); };",
          "t.cfg:2: 'rest_growth' is -200; must be from -100 to 100 percent\n" },
    };
    struct trial *t = *state;
    const struct plan_plausible *p = &t->sc.plan.plausible;

    assert_accepted(t, "", "");
    assert_close(p->high[PLAUSIBLE_POPULATION], 0.5, 0);
    assert_close(p->low[PLAUSIBLE_INFLOW], -10, 0);
    assert_true(isnan(p->saving));
    assert_accepted(t, "plausible: { saving_rate = 40; moves_to_towns = (1, 3); };", "");
    assert_close(p->saving, 40, 0);
    assert_close(p->low[PLAUSIBLE_MOVERS], 1, 0);
    assert_close(p->high[PLAUSIBLE_MOVERS], 3, 0);
    REFUSE_ALL(*state, row);
}

/* `before`, so many times `entry`, `after` */
static void
refuse_many(struct trial *t, const char *before, const char *entry, size_t times, const char *after, const char *said)
{
    struct text text = { 0 };

    text_add(&text, before);
    for (size_t i = 0; i < times; i++)
        text_print(&text, "%s%s", i ? ", " : "", entry);
    text_add(&text, after);
    assert_refused(t, text_of(&text), said);
    text_free(&text);
}

static void
lists_past_all_use(void **state)
{
    refuse_many(*state, "precedent: { classes: { c: { indicators = (", "\"gdp_real\"", 101, "); }; }; };",
                "t.cfg:2: 'precedent.classes' has 101 entries; at most 100 are read\n");
    refuse_many(*state,
                "precedent: { classes: { c: { file = \"history.csv\"; indicators = (\"gdp_real\"); regions = "
                "(\"east\"); spans = (",
                "(2018, 2020)", 21, "); }; }; };", "t.cfg:2: 'spans' has 21 entries; at most 20 are read\n");
    refuse_many(*state,
                "precedent: { classes: { c: { file = \"history.csv\"; indicators = (\"gdp_real\"); spans = "
                "((2018, 2020)); regions = (",
                "\"east\"", 3001, "); }; }; };", "t.cfg:2: 'regions' has 3001 entries; at most 3000 are read\n");
}

#define TRIAL_HERE(test) cmocka_unit_test_setup_teardown(test, setup, trial_teardown)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL_HERE(cities_by_their_rank_at_the_start),
        TRIAL_HERE(regions_by_their_record),
        TRIAL_HERE(thresholds_have_defaults),
        TRIAL_HERE(mistakes),
        TRIAL_HERE(lists_past_all_use),
        TRIAL_HERE(ranges_of_what_is_plausible),
    };

    return RUN_TRIALS(tests);
}
