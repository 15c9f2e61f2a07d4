/* Reading files: what libconfig lets pass, what it refuses, and hostile input. */
#include "trial.h"

static void
the_good_scenario_is_good(void **state)
{
    struct trial *t = *state;

    assert_accepted(t, "", "");
    assert_int_equal(t->sc.plan.regions, 3);
    assert_string_equal(t->sc.plan.name, "t");
    assert_string_equal(t->sc.plan.title_zh, "t");
    assert_int_equal(t->sc.plan.home, 1);
    assert_int_equal(t->sc.plan.benchmark, 0);
    assert_int_equal(t->sc.plan.years, 11);
    assert_int_equal(t->sc.plan.region[1].parent, 2);
    assert_int_equal(t->sc.plan.comparator[0], 2);
    assert_int_equal(t->sc.language, -1);
    assert_int_equal(t->sc.inputs, 2);
    assert_string_equal(t->sc.input[1].path, "good.cfg");
}

static void
syntax_and_duplicates_end_a_file(void **state)
{
    static const struct {
        const char *text, *said;
    } row[] = {
        { "a = ;",
          "t.cfg:2: syntax error here or just before; a value, a ';', a quotation mark or a bracket is missing "
          "or too many. The rest of the file was not read\n" },
        { "title = \"x\n\n", "t.cfg:2: the quotation mark that opens here is never closed\n" },
        { "title = \"x\\\"\n", "t.cfg:2: the quotation mark that opens here is never closed\n" },
        { "title = \"x\"; }",
          "t.cfg:2: syntax error here or just before; a value, a ';', a quotation mark or a bracket is "
          "missing or too many. The rest of the file was not read\n" },
        { "\"title\" = 1;",
          "t.cfg:2: syntax error here or just before; a value, a ';', a quotation mark or a bracket is "
          "missing or too many. The rest of the file was not read\n" },
        { "seed = 1, \"x\";",
          "t.cfg:2: syntax error here or just before; a value, a ';', a quotation mark or a bracket is "
          "missing or too many. The rest of the file was not read\n" },
        { "seed = 1-2;", "t.cfg:2: syntax error here or just before; a value, a ';', a quotation mark or a bracket is "
                         "missing or too many. The rest of the file was not read\n" },
        { "title = \"a\";\n\ntitle = \"b\";", "t.cfg:4: 'title' given twice, first on line 2\n" },
        { "horizon: { start = 2020; /* end = 1;\n */ end = 2030; # end\n end = 2031; };",
          "t.cfg:4: 'end' given twice, first on line 3\n" },
        { "home = \"x\"; home = \"y\"; seed = 1; seed = 2;",
          "t.cfg:2: 'home' given twice, first on line 2\nt.cfg:2: 'seed' given twice, first on line 2\n" },
        { "base = \"x.cfg\";", "t.cfg:2: 'base' given twice, first on line 1\n" },
        { "observed = [1, 2.0];", "t.cfg:2: an array [...] holds values of one type only; write a list (...). The rest "
                                  "of the file was not read\n" },
        { "@include \"good.cfg\"", "t.cfg:2: @include is not read here; use base = \"file.cfg\"\n" },
        { "seed = .;", "t.cfg:2: '.' is not a number\n" },
        { "seed = +.e5;", "t.cfg:2: '+.e5' is not a number\n" },
    };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        assert_refused(*state, row[i].text, row[i].said);
}

/* The rest of the file is still checked. */
static void
numbers_that_do_not_fit_are_named(void **state)
{
    assert_refused(*state, "seed = 3000000000;\nlanguage = \"de\";",
                   "t.cfg:2: 3000000000 is past 2147483647; write it as a string, in quotes\n"
                   "t.cfg:3: 'language' must be one of \"en\", \"zh\", got \"de\"\n");
    assert_refused(*state, "seed = 0x80000000;\n",
                   "t.cfg:2: 0x80000000 is past 2147483647; write it as a string, in quotes\n");
    assert_refused(*state, "seed = 3000000000L;\n",
                   "t.cfg:2: 3000000000L is past 2147483647; write it as a string, in quotes\n");
    assert_refused(*state, "seed = -99999999999999999999;\n",
                   "t.cfg:2: -99999999999999999999 is past 2147483647; write it as a string, in quotes\n");
    assert_refused(*state, "regions: { city: { labour: { mobility = 1.0e999; }; }; };",
                   "t.cfg:2: 1.0e999 is too large for a number\n");
    assert_accepted(*state, "seed = \"3000000000\"; # 3000000000\n notes = \"1.0e999\"; // 9999999999\n", "");
    assert_accepted(*state, "seed = 2147483647;", "");
}

static void
strings_and_comments_are_no_settings(void **state)
{
    assert_accepted(*state,
                    "notes = \"home = 1; @include \\\" }\" \" home = 2;\";\n"
                    "# home = \"x\"; @include \"y\"\n// home = \"x\";\n/* home = \"x\";\n } */ title = \"t\";",
                    "");
}

static char *
repeated(const char *before, const char *part, size_t count, const char *after)
{
    struct text t = { 0 };

    text_add(&t, before);
    for (size_t i = 0; i < count; i++)
        text_add(&t, part);
    text_add(&t, after);
    return t.at;
}

static void
what_is_too_deep_or_too_long_is_refused(void **state)
{
    char *deep_lists = repeated("notes = ", "(", 100000, ";");
    char *deep_groups = repeated("", "a: {", 65, "");
    char *values = repeated("notes = (0", ", 0", 600000, ");");
    struct text names = { 0 };

    assert_refused(*state, deep_lists, "t.cfg:2: groups and lists stand more than 64 deep in one another\n");
    assert_refused(*state, deep_groups, "t.cfg:2: groups and lists stand more than 64 deep in one another\n");
    assert_refused(*state, values, "t.cfg:2: more than a million names, values and marks in one file\n");
    for (int i = 0; i < 5000; i++)
        text_print(&names, "a%d = 1;\n", i);
    assert_refused(*state, text_of(&names), "t.cfg:5001: more than 5000 settings in one group\n");
    text_free(&names);
    free(deep_lists);
    free(deep_groups);
    free(values);
}

static void
files_that_are_none_are_refused(void **state)
{
    struct trial *t = *state;

    assert_int_equal(trial_read(t, "nothing.cfg", NULL, 0), FAILED_INPUT);
    assert_said(&t->err, "no file 'nothing.cfg'\n");
    assert_int_equal(trial_read(t, ".", NULL, 0), FAILED_INPUT);
    assert_said(&t->err, "'.' is a folder; name a file in it\n");
    free(scratch_bytes(".", "binary.cfg", "a\0b", 3));
    assert_int_equal(trial_read(t, "binary.cfg", NULL, 0), FAILED_INPUT);
    assert_said(&t->err, "binary.cfg:1: holds NUL bytes: a program's own file or UTF-16; save it as UTF-8 text\n");
    trial_file("gbk.cfg", "title = \"\xd6\xd0\";");
    assert_int_equal(trial_read(t, "gbk.cfg", NULL, 0), FAILED_INPUT);
    assert_said(&t->err, "gbk.cfg:1: not UTF-8; save it as UTF-8 text\n");
    trial_file("empty.cfg", "");
    assert_int_equal(trial_read(t, "empty.cfg", NULL, 0), FAILED_INPUT);
    assert_said(&t->err, "empty.cfg:1: missing setting 'home' (the region that the scenario is about)\n"
                         "empty.cfg:1: missing setting 'horizon' (the years of a run)\n"
                         "empty.cfg:1: missing setting 'regions' (one group a region; its settings groups follow)\n");
}

static void
a_mark_and_windows_line_ends_are_fine(void **state)
{
    struct trial *t = *state;

    trial_file("windows.cfg", "\xef\xbb\xbf"
                              "base = \"good.cfg\";\r\nlanguage = \"zh\";\r\nlabel = 1;\r\n");
    assert_int_equal(trial_read(t, "windows.cfg", NULL, 0), FAILED_INPUT);
    assert_int_equal(t->sc.language, CHINESE);
    assert_string_equal(t->err.line[0].argument[0], "label");
    assert_int_equal(t->err.line[0].line, 3);
}

/* The same mistake in two scenarios of one command is a mistake of both. */
static void
a_second_scenario_is_judged_by_itself(void **state)
{
    struct trial *t = *state;
    struct scenario second = { 0 };

    trial_file("bad.cfg", "base = \"good.cfg\"; labell = 1;");
    trial_file("worse.cfg", "base = \"bad.cfg\";");
    assert_int_equal(trial_read(t, "bad.cfg", NULL, 0), FAILED_INPUT);
    assert_int_equal(scenario_read(&second, "worse.cfg", NULL, 0, &t->err), FAILED_INPUT);
    scenario_free(&second);
    assert_int_equal(scenario_read(&second, "good.cfg", NULL, 0, &t->err), OK);
    assert_int_equal(t->err.lines, 1);
    scenario_free(&second);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(the_good_scenario_is_good),
        TRIAL(syntax_and_duplicates_end_a_file),
        TRIAL(numbers_that_do_not_fit_are_named),
        TRIAL(strings_and_comments_are_no_settings),
        TRIAL(what_is_too_deep_or_too_long_is_refused),
        TRIAL(files_that_are_none_are_refused),
        TRIAL(a_mark_and_windows_line_ends_are_fine),
        TRIAL(a_second_scenario_is_judged_by_itself),
    };

    return RUN_TRIALS(tests);
}
