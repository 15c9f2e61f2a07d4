/* effective.cfg: reads back to the same plan bit for bit, and to the same text. */
#include "trial.h"

#include "scenario/effective.h"

static char *
effective_of(const struct trial *t, const char *folder)
{
    struct text text = { 0 };

    scenario_effective(&text, &t->sc, folder);
    return text.at;
}

static void
write_effective(const struct trial *t, const char *folder, const char *name)
{
    char *text = effective_of(t, folder);

    trial_file(name, text);
    free(text);
}

static void
assert_same_plan(const struct plan *a, const struct plan *b)
{
    assert_int_equal(a->values, b->values);
    assert_memory_equal(a->value, b->value, a->values * sizeof *a->value);
    assert_int_equal(a->entries, b->entries);
    for (size_t i = 0; i < a->entries; i++)
        assert_string_equal(a->entry[i].key, b->entry[i].key);
    assert_int_equal(a->targets, b->targets);
    for (size_t i = 0; i < a->targets; i++)
        assert_true(a->target[i].bound == b->target[i].bound && a->target[i].times == b->target[i].times);
}

/* Read, written, read, written: the first and the second text are the same. */
static void
assert_round_trip(struct trial *t, const char *file)
{
    struct trial again = { 0 };
    char *first, *second;

    assert_int_equal(trial_read(t, file, NULL, 0), OK);
    write_effective(t, "results/x", "results/x/effective.cfg");
    assert_int_equal(trial_read(&again, "results/x/effective.cfg", NULL, 0), OK);
    assert_same_plan(&t->sc.plan, &again.sc.plan);
    first = effective_of(t, "results/x");
    second = effective_of(&again, "results/x");
    assert_string_equal(first, second);
    free(first);
    free(second);
    scenario_free(&again.sc);
    error_free(&again.err);
}

static void
round_trip(void **state)
{
    trial_file(
        "t.cfg",
        "base = \"good.cfg\"; title = \"a \\\"b\\\" \\\\ c\\td\\n\\x41 中\"; seed = 5;\n"
        "regions: { city: { population: { total = \"1.1 million\"; growth = ((2020, \"0.1 %\"), (2030, 0.3)); };\n"
        "  urbanization: { remove = \"difference\"; since = [2010, 40]; norm = (3.7623, 2.604); }; }; };\n"
        "peers: { panel = \"data/cities.csv\"; nation_growth = \"8.03 %\"; shock = 3; };\n"
        "modernization: { weights: { gdp_per_capita = 0.1; urbanization = 0.9; }; };\n"
        "steps: { s: { from = 2021; to = 2025; }; };\n"
        "targets: { a: { step = \"s\"; indicator = \"gdp\"; year = 2025; at_least = \"0.55 万亿元\"; };\n"
        "  b: { indicator = \"gdp\"; year = 2025; improves_on = 2020; times = 1e2; counts = false; }; };\n"
        "levers = ({ key = \"regions.city.production.tfp_boost\"; low = \"-0.5 %\"; high = 1; });\n"
        "notes = \"\"; plan = (); language = \"zh\";\n");
    trial_file("data/cities.csv", "city,west,gdp_2020_yi,gdp_2015_yi\nA,0,9,6\n");
    assert_round_trip(*state, "t.cfg");
    assert_round_trip(*state, "good.cfg");
}

static void
it_has_no_base_and_its_own_paths(void **state)
{
    struct trial *t = *state;
    char *text;

    trial_file("data/h.csv", "region,indicator,unit,year,value\ncity,gdp,yi yuan,2019,8\n");
    trial_file("t.cfg", "base = \"good.cfg\"; remove = \"comparators\"; language = \"en\";\n"
                        "observed = ({ region = \"city\"; indicator = \"gdp\"; file = \"data/h.csv\"; });");
    assert_int_equal(trial_read(t, "t.cfg", NULL, 0), OK);
    text = effective_of(t, "no/such/folder");
    assert_non_null(strstr(text, "file = \"../../../data/h.csv\""));
    assert_null(strstr(text, "base ="));
    assert_null(strstr(text, "remove"));
    free(text);
    text = effective_of(t, ".");
    assert_non_null(strstr(text, "file = \"data/h.csv\""));
    free(text);
    text = effective_of(t, "data");
    assert_non_null(strstr(text, "file = \"h.csv\""));
    free(text);
    text = effective_of(t, "/");
    assert_non_null(strstr(text, "data/h.csv\""));
    assert_null(strstr(text, "../"));
    free(text);
    text = effective_of(t, "/no/./such//../folder");
    assert_non_null(strstr(text, "file = \"../../"));
    free(text);
}

static void
defaults_and_conversions_stand_in_it(void **state)
{
    struct trial *t = *state;
    const char *set = "regions.city.population.total=\"0.55 million\"";
    char *text;

    assert_int_equal(trial_read(t, "good.cfg", &set, 1), OK);
    text = effective_of(t, "");
    assert_non_null(strstr(text, "      total = 55.0;\n"));
    assert_non_null(strstr(text, "      mobility = 0.035000000000000003;\n"));
    assert_non_null(strstr(text, "      per_head_on = \"mean\";\n"));
    assert_non_null(strstr(text, "  start = 2020;\n"));
    assert_non_null(strstr(text, "    west = true;\n"));
    assert_non_null(strstr(text, "      growth = ((2020, 0.0), (2030, 1.0));\n"));
    assert_null(strstr(text, "schooling")); /* what is off stays unsaid */
    free(text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(round_trip),
        TRIAL(it_has_no_base_and_its_own_paths),
        TRIAL(defaults_and_conversions_stand_in_it),
    };

    return RUN_TRIALS(tests);
}
