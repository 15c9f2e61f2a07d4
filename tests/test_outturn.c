/* Outturns: what is refused, re-basing on a run's own trajectory, what is taken over, and where targets stand. */
#include "trial.h"
#include "check.h"

#include <math.h>
#include <string.h>
#include "analysis/outturn.h"

#define HEAD "region,indicator,unit,year,value\n"

static void
outturn(const char *rows)
{
    struct text file = { 0 };

    text_print(&file, HEAD "%s", rows);
    trial_file("o.csv", text_of(&file));
    text_free(&file);
}

static void
mistakes(void **state)
{
    static const struct {
        const char *rows, *said;
    } row[] = {
        { "city,gdp,yi yuan,2020,9\n",
          "o.csv:2: 2020 of 'gdp': an outturn is of a year after the base year 2020; earlier figures belong into "
          "'observed'\n" },
        { "city,gdp,yi yuan,2031,9\n", "o.csv:2: 2031 of 'gdp': the horizon ends in 2030\n" },
        { "town,gdp,yi yuan,2021,9\n", "o.csv:2: no 'town'; there are: nation, city, province\n" },
        { "city,gpd,yi yuan,2021,9\n", "o.csv:2: no indicator 'gpd'; did you mean 'gdp'?\n" },
        { "province,employment,wan,2021,9\n", "o.csv:2: province does not report 'employment'\n" },
        { "city,gdp,wan,2021,9\n", "o.csv:2: 'gdp' is in yi yuan, the table has it in 'wan'\n" },
        { "city,gdp,yi yuan,2021,9\ncity,gdp,yi yuan,2023,9\n",
          "o.csv:2: 'gdp' of city has no value for 2022: outturns run without a gap from the year after the base year\n" },
        { "city,gdp,yi yuan,2021,9\ncity,gdp,yi yuan,2021,8\n", "o.csv:3: 'gdp' has two values for 2021\n" },
        { "city,gdp,yi yuan,2021,-9\n", "o.csv:2: 'gdp' of 2021 cannot be -9: it must be above 0\n" },
        { "city,urbanization,percent,2021,100\n",
          "o.csv:2: 'urbanization' of 2021 cannot be 100: it must be above 0 and below 100 %\n" },
        { "city,gdp_growth,percent,2021,-100\n",
          "o.csv:2: 'gdp_growth' of 2021 cannot be -100: it must be above -100 %\n" },
        { "", "o.csv:2: the table has no rows under its header\n" },
    };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        outturn(row[i].rows);
        assert_refused(*state, "outturn = \"o.csv\";", row[i].said);
    }
}

static void
rebase_mistakes(void **state)
{
    outturn("city,gdp,yi yuan,2021,9\n");
    assert_refused(*state, "rebase = 2021;", "t.cfg:2: 'rebase' needs outturns to start from: outturn = \"FILE\"\n");
    assert_refused(*state, "outturn = \"o.csv\"; rebase = 2020;",
                   "t.cfg:2: 'rebase' is 2020; must be after the base year 2020 and before the horizon's end 2030\n");
    assert_refused(*state, "outturn = \"o.csv\"; rebase = 2022;",
                   "t.cfg:2: no outturn of 2022 that a run can start from: there must be one of population, "
                   "urbanization, gdp_real, gdp_growth, gdp, share_primary, share_secondary, share_tertiary\n");
    outturn("city,share_primary,percent,2021,60\ncity,share_tertiary,percent,2021,60\n");
    assert_refused(*state, "outturn = \"o.csv\"; rebase = 2021;",
                   "t.cfg:2: the shares known of city in 2021 add to 120 %: three must add to 100, fewer to less\n");
}

static void
project(struct trajectory *t, struct trial *x, const char *text)
{
    assert_int_equal(trial_of(x, text), OK);
    assert_int_equal(run_plan(t, &x->sc.plan, &x->err), OK);
}

/* The first `years` years of those indicators of a trajectory as outturns */
static void
own_outturns(const struct trajectory *t, const char *const *indicator, size_t count, int years)
{
    struct text rows = { 0 };

    for (size_t r = 0; r < t->plan->regions; r++)
        for (size_t i = 0; i < count; i++)
            for (int year = 2021; year <= 2020 + years; year++) {
                const size_t series = trajectory_find(t, r, indicator[i]);

                text_print(&rows, "%s,%s,%s,%d,%.17g\n", t->plan->region[r].key, indicator[i],
                           unit_name(indicators[t->series[series].indicator].unit), year,
                           trajectory_at(t, series, year));
            }
    outturn(text_of(&rows));
    text_free(&rows);
}

/* The law: a run that starts again from its own figures goes on as it was, regions by sectors and by convergence. */
static void
own_trajectory_goes_on(void **state)
{
    static const char *const set[][6] = {
        { "population", "urbanization", "gdp", "gdp_real", "share_primary" }, /* no city of the trial has industry */
        { "gdp_growth", "gdp" },
        { "gdp" },
        { "gdp_real" },
        { "population", "share_primary" },
    };
    struct trajectory own = { 0 }, again = { 0 };
    struct trial other = { 0 };

    for (size_t i = 0; i < sizeof set / sizeof set[0]; i++) {
        size_t count = 0;

        while (count < 6 && set[i][count])
            count++;
        project(&own, &other, "");
        own_outturns(&own, set[i], count, 4);
        project(&again, *state, "outturn = \"o.csv\"; rebase = 2024;");
        assert_int_equal(own.count, again.count);
        for (size_t k = 0; k < own.count * own.years; k++)
            if (isfinite(own.value[k]))
                assert_close(again.value[k], own.value[k], 1e-9);
        trajectory_free(&own);
        trajectory_free(&again);
    }
    scenario_free(&other.sc);
    error_free(&other.err);
}

static double
at(const struct trajectory *t, size_t region, const char *key, int year)
{
    return trajectory_at(t, trajectory_find(t, region, key), year);
}

enum { NATION, CITY, PROVINCE };

/* What came in is there to the last digit, and what follows starts from it. */
static void
outturns_are_taken(void **state)
{
    struct trajectory t = { 0 };
    double jump;

    outturn(
        "city,gdp,yi yuan,2021,10\ncity,gdp_growth,percent,2021,20\ncity,share_primary,percent,2021,10\n"
        "city,population,wan,2021,110\ncity,urbanization,percent,2021,55\n"
        "province,gdp,yi yuan,2021,30\nprovince,gdp_growth,percent,2021,10\nprovince,share_primary,percent,2021,12\n"
        "province,share_secondary,percent,2021,38\nnation,gdp,yi yuan,2021,120\n");
    project(&t, *state, "outturn = \"o.csv\"; rebase = 2021;");
    assert_close(at(&t, CITY, "gdp", 2021), 10, 1e-12);
    assert_close(at(&t, CITY, "gdp_real", 2021), 8 * 1.2, 1e-12);
    assert_close(at(&t, CITY, "share_primary", 2021), 10, 1e-12);
    assert_close(at(&t, CITY, "population_mean", 2021), 105, 1e-12);
    assert_close(at(&t, CITY, "urbanization", 2021), 55, 1e-12);
    assert_close(at(&t, PROVINCE, "gdp", 2021), 30, 1e-12);
    assert_close(at(&t, PROVINCE, "gdp_growth", 2021), 10, 1e-9);
    assert_close(at(&t, PROVINCE, "share_tertiary", 2021), 50, 1e-12);
    assert_close(at(&t, NATION, "gdp", 2021), 120, 1e-12);
    /* prices keep the level they came in with */
    jump = at(&t, PROVINCE, "gdp_deflator", 2021) / at(&t, NATION, "gdp_deflator", 2021);
    assert_close(at(&t, PROVINCE, "gdp_deflator", 2030) / at(&t, NATION, "gdp_deflator", 2030), jump, 1e-12);
    /* contributions still add up in the year that was taken over */
    assert_close(at(&t, CITY, "contribution_tfp", 2021) + at(&t, CITY, "contribution_capital", 2021)
                     + at(&t, CITY, "contribution_human_capital", 2021) + at(&t, CITY, "contribution_labour", 2021)
                     + at(&t, CITY, "contribution_reallocation", 2021) + at(&t, CITY, "contribution_fixed", 2021)
                     + at(&t, CITY, "contribution_cycle", 2021),
                 100 * log(1.2), 1e-9);
    trajectory_free(&t);
}

#define TARGET(rule) "targets: { a: { " rule " }; }; outturn = \"o.csv\";"

static void
targets_halfway(void **state)
{
    static const struct {
        const char *text, *rows;
        double actual, made, gone;
        enum midterm class;
    } row[] = {
        { TARGET("indicator = \"population\"; year = 2024; at_least = 120;"), "city,population,wan,2021,106\n", 106, 30,
          25, MIDTERM_FASTER },
        { TARGET("indicator = \"population\"; year = 2024; at_least = 120;"), "city,population,wan,2021,104\n", 104, 20,
          25, MIDTERM_EXPECTED },
        { TARGET("indicator = \"population\"; year = 2024; at_least = 120;"), "city,population,wan,2021,103\n", 103, 15,
          25, MIDTERM_BEHIND },
        { TARGET("indicator = \"population\"; year = 2024; at_least = 120;"), "city,population,wan,2021,120\n", 120,
          100, 25, MIDTERM_EARLY },
        { TARGET("indicator = \"population\"; year = 2024; at_most = 90;"), "city,population,wan,2021,98\n", 98, 20, 25,
          MIDTERM_EXPECTED },
        { TARGET("indicator = \"population\"; year = 2024; at_least = 95;"), "city,population,wan,2021,96\n", 96, NAN,
          25, MIDTERM_EXPECTED },
        { TARGET("indicator = \"population\"; year = 2024; at_least = 95;"), "city,population,wan,2021,94\n", 94, NAN,
          25, MIDTERM_BEHIND },
        { TARGET("indicator = \"urbanization\"; year = 2024; improves_on = 2020;"),
          "city,urbanization,percent,2021,51\n", 51, NAN, 25, MIDTERM_EXPECTED },
        { TARGET("indicator = \"gdp_real\"; from = 2020; year = 2022; at_least = 10;"),
          "city,gdp_growth,percent,2021,5\n", 5, 100 * 0.05 / 0.21, 50, MIDTERM_BEHIND },
    };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct trial *x = *state;
        struct trajectory t = { 0 };
        struct judgements j = { 0 };
        struct outturns o;
        struct standing p;
        int year;

        outturn(row[i].rows);
        project(&t, x, row[i].text);
        assert_int_equal(targets_judge(&j, &t, &x->err), OK);
        outturns_compare(&o, &t, x->sc.outturn, x->sc.outturns);
        year = outturn_year(&o, &j.target[0], 2030);
        assert_int_equal(year, 2021);
        p = outturn_standing(&o, &j.target[0], year);
        assert_close(p.actual, row[i].actual, 1e-9);
        assert_close(p.gone, row[i].gone, 1e-9);
        if (isnan(row[i].made))
            assert_true(isnan(p.made));
        else
            assert_close(p.made, row[i].made, 1e-9);
        assert_int_equal(p.class, row[i].class);
        outturns_free(&o);
        outturns_free(&o);
        judgements_free(&j);
        trajectory_free(&t);
    }
}

static void
what_follows_is_derived(void **state)
{
    struct trial *x = *state;
    struct trajectory t = { 0 };
    struct outturns o;

    outturn("city,gdp,yi yuan,2021,10.1\ncity,population,wan,2021,102\ncity,gdp_growth,percent,2021,5\n"
            "city,gdp_growth,percent,2022,10\n");
    project(&t, x, "outturn = \"o.csv\";");
    outturns_compare(&o, &t, x->sc.outturn, x->sc.outturns);
    assert_int_equal(o.deviations, 4);
    assert_int_equal(o.last, 2022);
    assert_close(at(&o.actual, CITY, "gdp_per_capita", 2021), 1000, 1e-9);
    assert_close(at(&o.actual, CITY, "gdp_real", 2022), 8 * 1.05 * 1.1, 1e-9);
    assert_true(isnan(at(&o.actual, CITY, "gdp", 2022)));
    outturns_free(&o);
    trajectory_free(&t);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(mistakes),           TRIAL(rebase_mistakes), TRIAL(own_trajectory_goes_on),
        TRIAL(outturns_are_taken), TRIAL(targets_halfway), TRIAL(what_follows_is_derived),
    };

    return RUN_TRIALS(tests);
}
