/* --set KEY=VALUE: the right side of a setting from the command line. */
#include "trial.h"

#include "scenario/tree.h"

static enum status
read_with(struct trial *t, const char *set)
{
    return trial_read(t, "good.cfg", &set, 1);
}

static void
assert_set_refused(struct trial *t, const char *set, const char *said)
{
    assert_int_equal(read_with(t, set), FAILED_INPUT);
    assert_said(&t->err, said);
}

static void
numbers_paths_units_and_words(void **state)
{
    struct trial *t = *state;

    assert_int_equal(read_with(t, "regions.city.labour.mobility=0.05"), OK);
    assert_close(trial_value(t, "regions.city.labour.mobility"), 0.05, 0);
    assert_int_equal(read_with(t, "regions.city.population.growth=((2020, 1), (2030, 2.0))"), OK);
    assert_close(trial_value(t, "regions.city.population.growth"), 0.01, 1e-15);
    assert_int_equal(read_with(t, "regions.city.population.total=0.5 million"), OK);
    assert_close(trial_value(t, "regions.city.population.total"), 50, 0);
    assert_int_equal(read_with(t, "regions.city.population.total=\"50 万人\""), OK);
    assert_close(trial_value(t, "regions.city.population.total"), 50, 0);
    assert_int_equal(read_with(t, "regions.city.population.per_head_on=end"), OK);
    assert_true(t->sc.plan.region[1].per_head_on_end);
    assert_int_equal(read_with(t, "title=遵义 2035"), OK);
    assert_string_equal(t->sc.plan.title, "遵义 2035");
    assert_int_equal(read_with(t, "regions.city.west=true"), OK);
    assert_true(t->sc.plan.region[1].west);
    assert_int_equal(read_with(t, "language=zh"), OK);
    assert_int_equal(t->sc.language, CHINESE);
}

static void
missing_groups_are_made_and_groups_merge(void **state)
{
    struct trial *t = *state;

    assert_int_equal(read_with(t, "regions.city.household={ share = 48.0; urban_rural_ratio = 2.6; }"), OK);
    assert_close(trial_value(t, "regions.city.household.share"), 0.48, 1e-15);
    assert_int_equal(read_with(t, "regions.city.labour={ mobility = 0.05; }"), OK);
    assert_close(trial_value(t, "regions.city.labour.employment_rate"), 0.75, 1e-15);
    assert_set_refused(t, "regions.city.household.share=48",
                       "--set regions.city.household.share: missing setting 'regions.city.household.urban_rural_ratio' "
                       "(urban over rural income a head in the base year, in times)\n");
}

static void
later_ones_win(void **state)
{
    static const char *const set[] = { "regions.city.labour.mobility=0.05", "regions.city.labour.mobility=0.06" };
    struct trial *t = *state;

    assert_int_equal(trial_read(t, "good.cfg", set, 2), OK);
    assert_close(trial_value(t, "regions.city.labour.mobility"), 0.06, 0);
}

static void
paths_are_relative_to_the_current_folder(void **state)
{
    struct trial *t = *state;
    const char *set = "regions.city.labour.base=labour.cfg";

    trial_file("deep/t.cfg", "base = \"../good.cfg\";");
    trial_file("labour.cfg", "mobility = 0.05;");
    assert_int_equal(trial_read(t, "deep/t.cfg", &set, 1), OK);
    assert_close(trial_value(t, "regions.city.labour.mobility"), 0.05, 0);
    assert_set_refused(t, "regions.city.labour.base=no.cfg",
                       "--set regions.city.labour.base: no file 'no.cfg' "
                       "(named in --set regions.city.labour.base)\n");
}

static void
mistakes_name_the_option(void **state)
{
    static const struct {
        const char *set, *said;
    } row[] = {
        { "mobility", "--set mobility: a value is missing; write --set KEY=VALUE\n" },
        { "=3", "--set : not the name of a setting; write it as regions.zunyi.labour.mobility\n" },
        { "regions..x=3", "--set regions..x: not the name of a setting; write it as regions.zunyi.labour.mobility\n" },
        { "regions.=3", "--set regions.: not the name of a setting; write it as regions.zunyi.labour.mobility\n" },
        { "title=\"x", "--set title: the quotation mark that opens here is never closed\n" },
        { "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a."
          "a.a.a.a.a.a.a.a.a=3",
          "--set a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a."
          "a.a.a.a.a.a.a.a.a.a.a: not the name of a setting; write it as regions.zunyi.labour.mobility\n" },
        { "a b=3", "--set a b: not the name of a setting; write it as regions.zunyi.labour.mobility\n" },
        { "seed=",
          "--set seed: syntax error here or just before; a value, a ';', a quotation mark or a bracket is missing "
          "or too many. The rest of the file was not read\n" },
        { "seed=(1", "--set seed: syntax error here or just before; a value, a ';', a quotation mark or a bracket is "
                     "missing or too many. The rest of the file was not read\n" },
        { "seed=3000000000", "--set seed: 3000000000 is past 2147483647; write it as a string, in quotes\n" },
        { "seed=(\n@include \"x\")", "--set seed: @include is not read here; use base = \"file.cfg\"\n" },
        { "seed=1.2.3",
          "--set seed: 'seed' must be a whole number of at most 19 digits, not negative, got \"1.2.3\"\n" },
        { "title=\xd6\xd0", "--set title: not UTF-8; save it as UTF-8 text\n" },
        { "regions.city.labour.mobilty=1", "--set regions.city.labour.mobilty: unknown setting 'mobilty'; did you mean "
                                           "'mobility'?\n" },
        { "regions.city.labour.mobility=fast", "--set regions.city.labour.mobility: 'mobility' must be a number, got "
                                               "\"fast\"\n" },
        { "regions.city.labour.mobility=1; home = 2", "--set regions.city.labour.mobility: 'mobility' is in plain "
                                                      "numbers, cannot take ; home = 2\n" },
        { "regions.city.labour.mobility=2",
          "--set regions.city.labour.mobility: 'mobility' is 2; must be from 0 to 1 plain "
          "numbers\n" },
        { "regions.city=3", "--set regions.city: 'city' must be a group, { ... }, got 3\n"
                            "good.cfg:1: no 'city'; there are: nation, province\n" },
    };
    struct trial *t = *state;

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        assert_set_refused(t, row[i].set, row[i].said);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(numbers_paths_units_and_words),
        TRIAL(missing_groups_are_made_and_groups_merge),
        TRIAL(later_ones_win),
        TRIAL(paths_are_relative_to_the_current_folder),
        TRIAL(mistakes_name_the_option),
    };

    return RUN_TRIALS(tests);
}
