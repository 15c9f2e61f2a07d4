/* Trials: small scenarios in a folder of their own, read from within it, so that sentences name plain files.
 *
 * GOOD is a whole scenario without a warning; trials inherit from it (good.cfg) and change a line or two.
 */
#ifndef TESTS_TRIAL_H
#define TESTS_TRIAL_H

#include "said.h"
#include "scratch.h"

#include <unistd.h>
#include "scenario/scenario.h"

#define GOOD_NATION \
    "  nation: {\n" \
    "    model = \"growth\"; name = \"Nation\";\n" \
    "    population: { method = \"rates\"; total = 1000.0; growth = 0.5; working_age_share = 65.0; };\n" \
    "    labour: { employment_rate = 75.0; };\n" \
    "    production: { capital_output_ratio = 3.3; investment_rate = 42.0; human_capital_growth = 0.5; };\n" \
    "    sectors: {\n" \
    "      farms: { group = \"primary\"; value_added = 10.0; capital_share = 0.2; depreciation = 5.0;\n" \
    "               employment_share = 30.0; tfp_growth = 1.0; price_growth = 2.0; };\n" \
    "      rest: { group = \"tertiary\"; value_added = 90.0; capital_share = 0.4; depreciation = 5.0;\n" \
    "              employment_share = 70.0; tfp_growth = 1.0; price_growth = 2.0; };\n" \
    "    };\n" \
    "    urbanization: { share = 60.0; difference = 5.0; };\n" \
    "  };\n"

#define GOOD_CITY \
    "  city: {\n" \
    "    model = \"growth\"; name = \"City\"; parent = \"province\";\n" \
    "    population: { method = \"rates\"; total = 100.0; previous = 99.0; growth = ((2020, 0.0), (2030, 1.0));\n" \
    "                  working_age_share = 65.0; };\n" \
    "    labour: { employment_rate = 75.0; };\n" \
    "    production: { capital_output_ratio = 3.5; investment_rate = 45.0; human_capital_growth = 0.5; };\n" \
    "    sectors: {\n" \
    "      farms: { group = \"primary\"; value_added = 2.0; capital_share = 0.2; depreciation = 5.0;\n" \
    "               employment_share = 40.0; tfp_growth = 1.0; };\n" \
    "      works: { group = \"tertiary\"; value_added = 6.0; capital_share = 0.4; depreciation = 5.0;\n" \
    "               employment_share = 60.0; tfp_growth = 1.0; demand_elasticity = 1.5; };\n" \
    "    };\n" \
    "    urbanization: { share = 50.0; difference = 5.0; };\n" \
    "  };\n"

#define GOOD_PROVINCE \
    "  province: {\n" \
    "    model = \"convergence\"; west = true;\n" \
    "    population: { method = \"rates\"; total = 300.0; growth = 0.0; };\n" \
    "    convergence: { gdp = 20.0; share_primary = 15.0; share_tertiary = 50.0; };\n" \
    "    urbanization: { share = 50.0; since = (2010, 35.0); };\n" \
    "  };\n"

#define GOOD \
    "home = \"city\"; benchmark = \"nation\"; comparators = (\"province\");\n" \
    "horizon: { start = 2020; end = 2030; };\n" \
    "regions: {\n" GOOD_NATION GOOD_CITY GOOD_PROVINCE "};\n"

struct trial {
    char *folder, *before; /* the trial's folder, where the test was started */
    struct scenario sc;
    struct error err;
};

static inline void
trial_file(const char *name, const char *text)
{
    char here[4096];

    assert_non_null(getcwd(here, sizeof here));
    free(scratch_file(here, name, text));
}

static inline int
trial_setup(void **state)
{
    struct trial *t = calloc(1, sizeof *t);

    t->before = getcwd(NULL, 0);
    t->folder = scratch_new();
    assert_int_equal(chdir(t->folder), 0);
    trial_file("good.cfg", GOOD);
    *state = t;
    return 0;
}

static inline int
trial_teardown(void **state)
{
    struct trial *t = *state;

    scenario_free(&t->sc);
    scenario_free(&t->sc); /* safe twice */
    error_free(&t->err);
    assert_int_equal(chdir(t->before), 0);
    scratch_free(t->folder);
    free(t->before);
    free(t);
    return 0;
}

static inline enum status
trial_read(struct trial *t, const char *file, const char *const *set, size_t sets)
{
    scenario_free(&t->sc);
    error_free(&t->err);
    return scenario_read(&t->sc, file, set, sets, &t->err);
}

/* t.cfg inherits from good.cfg on its first line; `text` begins on the second. */
static inline enum status
trial_of(struct trial *t, const char *text)
{
    struct text file = { 0 };
    enum status status;

    text_print(&file, "base = \"good.cfg\";\n%s\n", text);
    trial_file("t.cfg", text_of(&file));
    text_free(&file);
    status = trial_read(t, "t.cfg", NULL, 0);
    return status;
}

/* Reads the trial; its sentences are `said`, all of them, in order. */
static inline void
trial_says(struct trial *t, const char *text, enum status expected, const char *said, const char *file, int line)
{
    const enum status status = trial_of(t, text);

    assert_said_at_(&t->err, said, file, line);
    _assert_int_equal((LargestIntegralType) status, (LargestIntegralType) expected, file, line);
}

#define assert_refused(t, text, said) trial_says((t), (text), FAILED_INPUT, (said), __FILE__, __LINE__)
#define assert_accepted(t, text, said) trial_says((t), (text), OK, (said), __FILE__, __LINE__)

/* A text that is refused, and the sentences that say why */
struct refusal {
    const char *text, *said;
};

static inline void
trial_refuses(struct trial *t, const struct refusal *row, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_refused(t, row[i].text, row[i].said);
}

#define REFUSE_ALL(state, row) trial_refuses((state), (row), sizeof(row) / sizeof(row)[0])

/* The first value of an entry, as models have it */
static inline double
trial_value(const struct trial *t, const char *key)
{
    const size_t entry = plan_find(&t->sc.plan, key);

    assert_int_not_equal(entry, PLAN_NONE);
    return t->sc.plan.value[t->sc.plan.entry[entry].offset];
}

#define TRIAL(test) cmocka_unit_test_setup_teardown(test, trial_setup, trial_teardown)
#define RUN_TRIALS(tests) cmocka_run_group_tests(tests, NULL, NULL)

#endif
