/* `fit` and the sigmas of `observed`: what they become in models' units, and what is refused. */
#include "trial.h"

#include "check.h"

#define CATCH "regions.city.production.catch_up"
#define BOOST "regions.city.production.tfp_boost"

static void
is_read_in_models_units(void **state)
{
    struct trial *t = *state;
    const struct plan_fit *fit;

    assert_accepted(t,
                    "fit = ({ key = \"" CATCH
                    "\"; mean = 0.9; sd = \"0.5 %\"; low = 0.0; high = 3.0; name = \"n\"; },\n"
                    "       { keys = (\"regions.city.production.investment_response\",\n"
                    "                 \"regions.nation.production.investment_response\"); spread = 0.2; });",
                    "");
    assert_int_equal(t->sc.plan.fits, 2);
    fit = &t->sc.plan.fit[0];
    assert_close(fit->mean, 0.009, 1e-12);
    assert_close(fit->sd, 0.005, 1e-12);
    assert_close(fit->high, 0.03, 1e-12);
    assert_true(isnan(fit->spread));
    assert_string_equal(fit->name, "n");
    assert_int_equal(fit->place.line, 2);
    fit = &t->sc.plan.fit[1];
    assert_int_equal(fit->entries, 2);
    assert_close(fit->mean, 0.5, 1e-12); /* unless given, what is planned and the usual range */
    assert_true(isinf(fit->sd));
    assert_close(fit->spread, 0.2, 1e-12);
    assert_true(fit->low == 0 && fit->high == 1.5);
}

static void
mistakes_of_fit(void **state)
{
    static const struct refusal row[] = {
        { "fit = 5;", "t.cfg:2: 'fit' must be a list of groups, ({ ... }, { ... }), got 5\n" },
        { "fit = ({ sd = 1.0; });", "t.cfg:2: give key or keys, one of the two\n" },
        { "fit = ({ key = \"regions.city.production.catch_op\"; });",
          "t.cfg:2: unknown setting 'regions.city.production.catch_op'; did you mean '" CATCH "'?\n" },
        { "fit = ({ key = \"regions.city.name\"; });",
          "t.cfg:2: 'regions.city.name' is no number, so it can be neither drawn nor moved\n" },
        { "fit = ({ key = \"" CATCH "\"; ds = 1.0; });", "t.cfg:2: unknown setting 'ds'; did you mean 'sd'?\n" },
        { "fit = ({ key = \"" CATCH "\"; sd = 0.0; });", "t.cfg:2: 'sd' must be above 0\n" },
        { "fit = ({ key = \"" CATCH "\"; low = 2.0; high = 1.0; });",
          "t.cfg:2: low, mode and high must be in rising order\n" },
        { "fit = ({ key = \"" CATCH "\"; low = -1.0; });",
          "t.cfg:2: the bounds of '" CATCH "' go beyond what the setting may be, 0 to 10\n" },
        { "fit = ({ key = \"" CATCH "\"; low = 1.0; });",
          "t.cfg:2: '" CATCH "' is 0.8 and outside its bounds 1 to 2: widen them, or start elsewhere\n" },
        { "fit = ({ key = \"" CATCH "\"; }, { key = \"" CATCH "\"; });", "t.cfg:2: '" CATCH "' is named twice\n" },
        { "fit = ({ keys = (\"" CATCH "\", \"regions.city.labour.mobility\"); });",
          "t.cfg:2: 'regions.city.labour.mobility' and '" CATCH
          "' are in different units, so they cannot share a value\n" },
        { "fit = ({ key = \"regions.city.sectors.farms.employment_share\"; });",
          "t.cfg:2: 'regions.city.sectors.farms.employment_share' cannot be fitted by itself: it is a pair of numbers, or "
          "a share of a whole\n" },
        { "fit = ({ key = \"regions.city.sectors.farms.value_added\"; low = 1.0; });",
          "t.cfg:2: 'regions.city.sectors.farms.value_added' needs low and high: the setting has no usual range\n" },
    };

    REFUSE_ALL(*state, row);
}

#define OBSERVED(more) "observed = ({ region = \"city\"; indicator = \"gdp_growth\"; file = \"o.csv\"; " more " });"
#define FROM_LINE_2 "t.cfg:2: "

static void
sigmas_are_read(void **state)
{
    struct trial *t = *state;

    trial_file("o.csv", "region,indicator,unit,year,value\ncity,gdp_growth,percent,2021,5.0\n"
                        "city,gdp_growth,percent,2022,-1.0\ncity,gdp_growth,percent,2024,2.0\n");
    assert_accepted(t, OBSERVED("to = 2022;"), "");
    assert_true(isnan(t->sc.observed[0].sigma));
    assert_accepted(t, OBSERVED("to = 2022; sigma = 0.5;"), "");
    assert_true(t->sc.observed[0].sigma == 0.5 && !t->sc.observed[0].relative);
    assert_accepted(t, OBSERVED("to = 2021; sigma_percent = 2.0;"), "");
    assert_close(t->sc.observed[0].sigma, 0.02, 1e-12);
    assert_true(t->sc.observed[0].relative);
    assert_refused(t, OBSERVED("to = 2021; sigma = 0.5; sigma_percent = 2.0;"),
                   FROM_LINE_2 "'sigma' and 'sigma_percent' exclude one another\n");
    assert_refused(t, OBSERVED("to = 2022; sigma_percent = 2.0;"),
                   FROM_LINE_2
                   "'gdp_growth' of 2022 is not above 0: give its series a sigma in place of sigma_percent\n");
    assert_refused(t, OBSERVED("sigma = 1.0;"), FROM_LINE_2 "city gdp_growth: no value for 2023\n");
}

static void
usual_ranges_are_not_for_the_past(void **state)
{
    struct trial *t = *state;

    assert_accepted(t, "regions: { city: { production: { catch_up = 5.0; }; }; };",
                    "t.cfg:2: warning: 'catch_up' is 5; usually from 0 to 2 percent\n");
    assert_accepted(t, "historical = true; regions: { city: { production: { catch_up = 5.0; }; }; };", "");
    assert_refused(t, "historical = true; regions: { city: { production: { catch_up = 50.0; }; }; };",
                   "t.cfg:2: 'catch_up' is 50; must be from 0 to 10 percent\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = { TRIAL(is_read_in_models_units), TRIAL(mistakes_of_fit), TRIAL(sigmas_are_read),
                                        TRIAL(usual_ranges_are_not_for_the_past) };

    return RUN_TRIALS(tests);
}
