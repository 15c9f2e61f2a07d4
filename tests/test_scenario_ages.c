/* Tables by age: what a cohort region's CSV files may say. */
#include "trial.h"

#define PERSONS "sex,age_group,persons\nmale,0-49,50\nmale,50+,20\nfemale,0-49,50\nfemale,50+,25\n"
#define DEATHS "age_group,death_rate\n0-59,0.002\n60-99,0.05\n100+,0.5\n"
#define MOTHERS "age_group,share_percent\n20-29,60\n30-39,40\n"
#define MIGRANTS "sex,age_group,share_percent\nmale,20-29,50\nfemale,20-29,50\n"
#define RATES "age_group,rate_percent\n15-24,-2\n"

#define COHORT \
    "regions: { city: { population: { remove = (\"growth\", \"working_age_share\"); method = \"cohort\";\n" \
    "  ages = \"ages.csv\"; mortality = \"deaths.csv\"; fertility_rate = 1.5; fertility_pattern = \"mothers.csv\";\n" \
    "  life_expectancy_male = 75.0; life_expectancy_female = 80.0; net_migration = 0.1;\n" \
    "  migration_pattern = \"migrants.csv\"; migration_rates = \"rates.csv\"; }; }; };"

static int
setup(void **state)
{
    trial_setup(state);
    trial_file("ages.csv", PERSONS);
    trial_file("deaths.csv", DEATHS);
    trial_file("mothers.csv", MOTHERS);
    trial_file("migrants.csv", MIGRANTS);
    trial_file("rates.csv", RATES);
    return 0;
}

static void
groups_are_read_as_written(void **state)
{
    struct trial *t = *state;
    const struct age_table *ages;

    assert_accepted(t, COHORT, "");
    ages = t->sc.plan.region[1].ages;
    assert_int_equal(ages[AGES_PERSONS].count, 4);
    assert_int_equal(ages[AGES_PERSONS].row[1].sex, MALE);
    assert_int_equal(ages[AGES_PERSONS].row[1].first, 50);
    assert_int_equal(ages[AGES_PERSONS].row[1].last, 100);
    assert_true(ages[AGES_PERSONS].row[1].open);
    assert_false(ages[AGES_PERSONS].row[0].open);
    assert_int_equal(ages[AGES_PERSONS].row[3].sex, FEMALE);
    assert_int_equal(ages[AGES_MORTALITY].count, 6); /* no sexes: both */
    assert_int_equal(ages[AGES_FERTILITY].count, 2);
    assert_int_equal(ages[AGES_MIGRATION_RATES].count, 2);
    assert_int_equal(t->sc.inputs, 7);
}

static void
shares_without_sexes_are_halved(void **state)
{
    struct trial *t = *state;
    const struct age_table *ages;

    trial_file("migrants.csv", "age_group,share_percent\n20,60\n21,40.4\n");
    assert_accepted(t, COHORT, "");
    ages = t->sc.plan.region[1].ages;
    assert_int_equal(ages[AGES_MIGRATION].count, 4);
    assert_close(ages[AGES_MIGRATION].row[0].value, 30, 0);
    assert_int_equal(ages[AGES_MIGRATION].row[1].sex, FEMALE);
}

static void
mistakes_in_tables(void **state)
{
    static const struct {
        const char *file, *text, *whole, *said;
    } row[] = {
        { "ages.csv",
          "sex,age_group,persons\nboth,0+,50\nmale,x,1\nmale,5-,1\nmale,-5,1\nmale,9-5,1\nmale,95-101,1\nmale,101+,1\n"
          "male,5-9+,1\nmale,0,-1\nmale,1,x\n",
          PERSONS,
          "ages.csv:2: sex must be male or female, not 'both'\n"
          "ages.csv:3: 'x' is no age group; write 7, 5-9 or 85+, up to 100\n"
          "ages.csv:4: '5-' is no age group; write 7, 5-9 or 85+, up to 100\n"
          "ages.csv:5: '-5' is no age group; write 7, 5-9 or 85+, up to 100\n"
          "ages.csv:6: '9-5' is no age group; write 7, 5-9 or 85+, up to 100\n"
          "ages.csv:7: '95-101' is no age group; write 7, 5-9 or 85+, up to 100\n"
          "ages.csv:8: '101+' is no age group; write 7, 5-9 or 85+, up to 100\n"
          "ages.csv:9: '5-9+' is no age group; write 7, 5-9 or 85+, up to 100\n"
          "ages.csv:10: persons cannot be -1\n"
          "ages.csv:11: column 'persons', row 11: not a number: 'x'\n" },
        { "ages.csv", "sex,age_group,persons\nmale,0-49,5\nmale,49+,5\nfemale,0+,5\n", PERSONS,
          "ages.csv:3: age 49 stands on line 2 already\n" },
        { "ages.csv", "sex,age_group,persons\nmale,0-49,5\nmale,51+,5\nfemale,1+,5\n", PERSONS,
          "ages.csv: no row for age 50 of men\nages.csv: no row for age 0 of women\n" },
        { "ages.csv", "sex,age_group,persons\nmale,0+,0\nfemale,0+,0\n", PERSONS,
          "ages.csv: the table counts nobody\n" },
        { "ages.csv", "age_group,persons\n0+,5\n", PERSONS,
          "ages.csv: no column 'sex'; there are: age_group, persons\n" },
        { "ages.csv", "sex,age,persons\nmale,0+,5\n", PERSONS,
          "ages.csv: no column 'age_group'; there are: sex, age, persons\n" },
        { "deaths.csv", "age_group,death_rate\n0-99,0.01\n100+,0\n", DEATHS, "deaths.csv:3: death_rate cannot be 0\n" },
        { "mothers.csv", "age_group,share_percent\n20-29,60\n30-39,39\n", MOTHERS,
          "mothers.csv: share_percent add to 99 %, not 100\n" },
        { "mothers.csv", "age_group,share_percent\n10-14,1\n20-29,60\n30-39,39\n45-50,0\n", MOTHERS,
          "mothers.csv:2: '10-14': births are by mothers aged 15 to 49 only\n" },
        { "mothers.csv", "sex,age_group,share_percent\nmale,20-29,60\nfemale,30-39,40\n", MOTHERS,
          "mothers.csv:2: 'male': births are by mothers aged 15 to 49 only\n" },
        { "rates.csv", "age_group,rate_percent\n15-24,-101\n", RATES, "rates.csv:2: rate_percent cannot be -101\n" },
    };
    struct trial *t = *state;

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        trial_file(row[i].file, row[i].text);
        assert_refused(t, COHORT, row[i].said);
        trial_file(row[i].file, row[i].whole);
    }
}

static void
files_and_settings_that_are_missing(void **state)
{
    struct trial *t = *state;

    trial_file("u.cfg",
               "base = \"t.cfg\"; regions: { city: { population: { remove = (\"mortality\", \"migration_pattern\"); "
               "ages = \"no.csv\"; fertility_pattern = 5; }; }; };");
    assert_accepted(t, COHORT, "");
    assert_int_equal(trial_read(t, "u.cfg", NULL, 0), FAILED_INPUT);
    assert_said(&t->err, "u.cfg:1: missing setting 'regions.city.population.mortality' (standard death rates (cohort): "
                         "sex,age_group,death_rate)\n"
                         "u.cfg:1: 'fertility_pattern' must be the name of a file in quotes, got 5\n"
                         "u.cfg:1: no file 'no.csv' (named in u.cfg)\n"
                         "t.cfg:4: 'net_migration' needs 'migration_pattern' beside it\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(groups_are_read_as_written, setup, trial_teardown),
        cmocka_unit_test_setup_teardown(shares_without_sexes_are_halved, setup, trial_teardown),
        cmocka_unit_test_setup_teardown(mistakes_in_tables, setup, trial_teardown),
        cmocka_unit_test_setup_teardown(files_and_settings_that_are_missing, setup, trial_teardown),
    };

    return RUN_TRIALS(tests);
}
