/* Inheritance: laws of base and remove; --set on top. */
#include "trial.h"

#include "scenario/tree.h"

/* Names of a group's settings in order, "a b c" */
static void
assert_names(const struct trial *t, const char *key, const char *expected)
{
    const struct node *group = *key ? node_find(t->sc.tree, key) : t->sc.tree;
    struct text names = { 0 };

    assert_non_null(group);
    for (const struct node *n = group->first; n; n = n->next)
        text_print(&names, "%s%s", n == group->first ? "" : " ", n->name);
    assert_string_equal(text_of(&names), expected);
    text_free(&names);
}

static void
own_settings_go_over_the_base_key_by_key(void **state)
{
    struct trial *t = *state;

    assert_accepted(t, "regions: { city: { labour: { mobility = 0.05; }; }; };", "");
    assert_close(trial_value(t, "regions.city.labour.mobility"), 0.05, 0);
    assert_close(trial_value(t, "regions.city.labour.employment_rate"), 0.75, 1e-15);
    assert_close(trial_value(t, "regions.nation.labour.mobility"), 0.035, 0);
}

static void
lists_and_paths_are_replaced(void **state)
{
    struct trial *t = *state;
    const double *growth;

    assert_accepted(t, "regions: { city: { population: { growth = ((2022, 1.0), (2024, 2.0)); }; }; };", "");
    growth = plan_values(&t->sc.plan, plan_find(&t->sc.plan, "regions.city.population.growth"));
    assert_close(growth[0], 0.01, 1e-15); /* flat outside its points */
    assert_close(growth[2], 0.01, 1e-15);
    assert_close(growth[3], 0.015, 1e-15);
    assert_close(growth[4], 0.02, 1e-15);
    assert_close(growth[10], 0.02, 1e-15);
}

static void
keys_keep_the_order_of_their_first_naming(void **state)
{
    struct trial *t = *state;

    trial_file("a.cfg", "notes = \"a\"; seed = 1; home = \"nation\";");
    trial_file("b.cfg", "title = \"b\"; notes = \"b\";");
    trial_file("t.cfg",
               "base = (\"a.cfg\", \"b.cfg\", \"good.cfg\"); language = \"en\"; home = \"city\"; title = \"t\";");
    assert_int_equal(trial_read(t, "t.cfg", NULL, 0), OK);
    assert_names(t, "", "notes seed home title benchmark comparators horizon regions language");
    assert_string_equal(t->sc.plan.notes, "b"); /* later over earlier */
    assert_string_equal(t->sc.plan.title, "t"); /* own over all */
    assert_string_equal(t->sc.seed, "1");
}

static void
a_base_may_stand_at_any_group_relative_to_its_file(void **state)
{
    struct trial *t = *state;

    trial_file("regions/city.cfg", GOOD "labour_of_city = 1;");
    trial_file("regions/labour.cfg", "base = \"deep/mobile.cfg\"; employment_rate = 74.0;");
    trial_file("regions/deep/mobile.cfg", "mobility = 0.06; employment_rate = 73.0;");
    assert_accepted(t, "regions: { city: { labour: { base = \"regions/labour.cfg\"; employment_rate = 76.0; }; }; };",
                    "");
    assert_close(trial_value(t, "regions.city.labour.mobility"), 0.06, 0);
    assert_close(trial_value(t, "regions.city.labour.employment_rate"), 0.76, 1e-15);
    assert_names(t, "regions.city.labour", "employment_rate mobility");
}

static void
remove_takes_away_what_a_base_brought(void **state)
{
    struct trial *t = *state;

    assert_accepted(t, "remove = (\"comparators\", \"regions.city.parent\"); ", "");
    assert_int_equal(t->sc.plan.comparators, 0);
    assert_int_equal(t->sc.plan.region[1].parent, PLAN_NONE);
    assert_accepted(t, "regions: { city: { remove = \"parent\"; }; };", "");
    assert_int_equal(t->sc.plan.region[1].parent, PLAN_NONE);
    assert_null(node_find(t->sc.tree, "regions.city.remove"));
    /* what is removed may be given anew, and is then named last */
    assert_accepted(t, "remove = \"comparators\"; comparators = (\"nation\");", "");
    assert_names(t, "", "home benchmark horizon regions comparators");
    assert_refused(t, "remove = (\"comparator\");", "t.cfg:2: no base brought 'comparator', so it cannot be removed\n");
    assert_refused(t, "regions: { city: { remove = \"parent.name\"; }; };",
                   "t.cfg:2: no base brought 'parent.name', so it cannot be removed\n");
    assert_refused(t, "remove = (1);", "t.cfg:2: 'remove' must be a list of names, (\"a\", \"b\"), got 1\n");
}

static void
several_removes_add_up(void **state)
{
    struct trial *t = *state;

    trial_file("less.cfg",
               "base = \"good.cfg\"; remove = \"comparators\"; regions: { city: { remove = (\"parent\"); }; };");
    trial_file("t.cfg", "base = \"less.cfg\"; regions: { city: { remove = (\"population.previous\"); }; };");
    assert_int_equal(trial_read(t, "t.cfg", NULL, 0), OK);
    assert_int_equal(plan_find(&t->sc.plan, "regions.city.population.previous"), PLAN_NONE);
    assert_int_equal(t->sc.plan.region[1].parent, PLAN_NONE);
}

/* Two variants of one scenario, taken together: neither puts back what the other changed. */
static void
a_file_inherited_twice_goes_in_once(void **state)
{
    struct trial *t = *state;

    trial_file("labour.cfg", "mobility = 0.02; employment_rate = 74.0;");
    trial_file("base.cfg", "base = \"good.cfg\"; notes = \"base\"; seed = 1;");
    trial_file("a.cfg",
               "base = \"base.cfg\"; notes = \"a\"; regions: { city: { labour: { base = \"labour.cfg\"; }; }; };");
    trial_file("b.cfg", "base = \"./base.cfg\"; seed = 2; remove = \"comparators\";");
    trial_file("t.cfg",
               "base = (\"a.cfg\", \"b.cfg\"); regions: { nation: { labour: { base = \"labour.cfg\"; }; }; };");
    assert_int_equal(trial_read(t, "t.cfg", NULL, 0), OK);
    assert_string_equal(t->sc.plan.notes, "a");
    assert_string_equal(t->sc.seed, "2");
    assert_int_equal(t->sc.plan.comparators, 0);
    assert_close(trial_value(t, "regions.city.labour.mobility"), 0.02, 0);
    assert_close(trial_value(t, "regions.nation.labour.mobility"), 0.02, 0); /* once a group, not once a run */
    trial_file("t.cfg", "base = (\"b.cfg\", \"base.cfg\");");
    assert_int_equal(trial_read(t, "t.cfg", NULL, 0), OK);
    assert_string_equal(t->sc.seed, "2");
}

static void
a_loop_is_printed(void **state)
{
    struct trial *t = *state;

    trial_file("a.cfg", "base = \"sub/b.cfg\";");
    trial_file("sub/b.cfg", "regions: { x: { base = (\"../c.cfg\"); }; };");
    trial_file("c.cfg", "base = \"./a.cfg\";");
    trial_file("t.cfg", "\nbase = \"a.cfg\";");
    assert_int_equal(trial_read(t, "t.cfg", NULL, 0), FAILED_INPUT);
    assert_string_equal(t->err.line[0].argument[0], "a.cfg -> sub/b.cfg -> sub/../c.cfg -> sub/.././a.cfg");
    assert_int_equal(t->err.line[0].word, WORD_base_loop);
    trial_file("self.cfg", "base = \"self.cfg\";");
    assert_int_equal(trial_read(t, "self.cfg", NULL, 0), FAILED_INPUT);
    assert_said(&t->err, "self.cfg:1: base files form a loop: self.cfg -> self.cfg\n");
}

static void
bases_must_be_files(void **state)
{
    struct trial *t = *state;

    assert_refused(t, "regions: { city: { base = \"no.cfg\"; }; };", "t.cfg:2: no file 'no.cfg' (named in t.cfg)\n");
    assert_refused(t, "regions: { city: { base = 5; }; };",
                   "t.cfg:2: 'base' must be the name of a file or a list of them, got 5\n");
    trial_file("named.cfg", "name = \"x\"; nam = 1;");
    assert_refused(t, "regions: { city: { base = (\"named.cfg\", true); labour: { mobilty = 1; }; }; };",
                   "t.cfg:2: 'base' must be the name of a file or a list of them, got true\n"
                   "named.cfg:1: unknown setting 'nam'; did you mean 'name'?\n"
                   "t.cfg:2: unknown setting 'mobilty'; did you mean 'mobility'?\n");
}

/* What stands in a file that could not be read is not called missing. */
static void
a_broken_base_does_not_hide_other_mistakes(void **state)
{
    struct trial *t = *state;

    trial_file("broken.cfg", "horizon: { start = ; };");
    trial_file("t.cfg", "base = \"broken.cfg\";\nhome = \"x\";\nlanguag = \"en\";\n"
                        "targets: { a: { indicator = \"gdp\"; year = 2025; region = \"x\"; step = \"y\"; }; };\n"
                        "regions: { a: { model = \"growth\"; labour: { employment_rate = 10.0; }; }; };");
    assert_int_equal(trial_read(t, "t.cfg", NULL, 0), FAILED_INPUT);
    assert_said(&t->err,
                "broken.cfg:1: syntax error here or just before; a value, a ';', a quotation mark or a bracket is "
                "missing or too many. The rest of the file was not read\n"
                "t.cfg:3: unknown setting 'languag'; did you mean 'language'?\n"
                "t.cfg:5: 'employment_rate' is 10; must be from 30 to 100 percent\n");
}

/* 1000 readings and 32 in a row, so that three files cannot make a billion */
static void
bases_cannot_multiply_without_end(void **state)
{
    struct trial *t = *state;
    struct text file = { 0 };

    for (int i = 0; i < 40; i++) {
        char name[32];

        text_print(&file, "base = (\"f%d.cfg\", \"f%d.cfg\");", i + 1, i + 1);
        snprintf(name, sizeof name, "f%d.cfg", i);
        trial_file(name, text_of(&file));
        text_free(&file);
    }
    assert_int_equal(trial_read(t, "f0.cfg", NULL, 0), FAILED_INPUT);
    assert_int_equal(t->err.line[0].word, WORD_too_many_bases);
    for (int i = 0; i < 3; i++) {
        char name[32];

        for (int k = 0; k < 2000; k++)
            text_print(&file, "a%d = 1;\n", 2000 * i + k);
        snprintf(name, sizeof name, "wide%d.cfg", i);
        trial_file(name, text_of(&file));
        text_free(&file);
    }
    trial_file("t.cfg", "base = (\"wide0.cfg\", \"wide1.cfg\", \"wide2.cfg\", \"wide0.cfg\");");
    assert_int_equal(trial_read(t, "t.cfg", NULL, 0), FAILED_INPUT);
    assert_int_equal(t->err.line[0].word, WORD_too_many_settings);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(own_settings_go_over_the_base_key_by_key),
        TRIAL(lists_and_paths_are_replaced),
        TRIAL(keys_keep_the_order_of_their_first_naming),
        TRIAL(a_base_may_stand_at_any_group_relative_to_its_file),
        TRIAL(remove_takes_away_what_a_base_brought),
        TRIAL(several_removes_add_up),
        TRIAL(a_file_inherited_twice_goes_in_once),
        TRIAL(a_loop_is_printed),
        TRIAL(bases_must_be_files),
        TRIAL(a_broken_base_does_not_hide_other_mistakes),
        TRIAL(bases_cannot_multiply_without_end),
    };

    return RUN_TRIALS(tests);
}
