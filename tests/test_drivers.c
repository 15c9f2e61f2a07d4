/* Drivers of a plan against closed forms; boxes of failing draws; limits and names in words. */
#include "check.h"
#include "trial.h"

#include <string.h>
#include "analysis/discovery.h"
#include "analysis/drivers.h"
#include "engine/series.h"
#include "report/driver_phrase.h"

/* Nothing invested: the logarithm of output is the sum of what the draws add, so first and total indices are the shares
 * of their variances, but for the curvature of exp, which is small here. */
#define UNCERTAIN \
    "base = \"good.cfg\"; regions: { nation: { production: { investment_rate = 0.0; }; }; }; home = \"nation\"; " \
    "benchmark = \"nation\"; remove = (\"comparators\");\n" \
    "uncertain: (\n" \
    "  { keys = (\"regions.nation.sectors.farms.tfp_growth\", \"regions.nation.sectors.rest.tfp_growth\"); distribution = " \
    "\"normal\"; sd = 0.2; },\n" \
    "  { key = \"regions.nation.labour.employment_rate\"; distribution = \"lognormal\"; sd = 0.01; },\n" \
    "  { key = \"regions.nation.production.tfp_boost\"; distribution = \"uniform\"; low = -0.3; high = 0.3; name = \"policy\"; " \
    "name_zh = \"政策\"; },\n" \
    "  { key = \"regions.nation.population.total\"; distribution = \"discrete\"; values = (990.0, 1000.0); } );\n"

static void
read_uncertain(struct trial *t, const char *more)
{
    struct text file = { 0 };

    text_print(&file, UNCERTAIN "%s", more);
    trial_file("u.cfg", text_of(&file));
    text_free(&file);
    assert_int_equal(trial_read(t, "u.cfg", NULL, 0), OK);
}

static void
indices_are_the_shares_of_the_variances(void **state)
{
    struct trial *t = *state;
    const double years = 10, tfp = years * 0.002, boost = years * 0.006 / sqrt(12);
    const double all = tfp * tfp + boost * boost;
    struct drivers_question q = { .seed = 3, .threads = 2 };
    struct sobol_index x[4];
    uint64_t runs;

    read_uncertain(t, "");
    q.plan = &t->sc.plan;
    q.of = (struct ensemble_output) { t->sc.plan.home, indicator_number("gdp_real"), PLAN_NONE, 2030, NULL };
    assert_int_equal(drivers_sobol(x, &runs, &q, 4096, &t->err), OK);
    assert_int_equal(runs, 4096 * 6);
    assert_true(fabs(x[0].first - tfp * tfp / all) < 0.05);
    assert_true(fabs(x[0].total - tfp * tfp / all) < 0.03);
    assert_true(fabs(x[2].total - boost * boost / all) < 0.03);
    assert_close(x[1].total, 0, 1e-12); /* employment of the base year is solved into productivity's level */
    assert_close(x[3].total, 0, 1e-12);
}

static void
bars_are_the_runs_at_the_ends(void **state)
{
    struct trial *t = *state;
    struct drivers_question q = { .seed = 3, .threads = 1 };
    struct tornado_bar bar[4];
    double planned;

    read_uncertain(t, "");
    q.plan = &t->sc.plan;
    q.of = (struct ensemble_output) { t->sc.plan.home, indicator_number("gdp_real"), PLAN_NONE, 2030, NULL };
    assert_int_equal(drivers_tornado(bar, &planned, &q, &t->err), OK);
    assert_close(bar[2].low_setting, -0.27, 1e-12);
    assert_close(log(bar[2].high / planned), 10 * log((1.01 + 0.0027) / 1.01), 2e-3);
    assert_true(bar[2].low < planned && planned < bar[2].high);
}

static void
failing_draws_are_described(void **state)
{
    struct trial *t = *state;
    struct discovery_question q = { .step = PLAN_NONE, .seed = 5, .draws = 4000, .threads = 2 };
    struct discovery d = { 0 };

    read_uncertain(
        t, "steps: { one: { from = 2021; to = 2030; }; empty: { from = 2021; to = 2030; }; };\n"
           "targets: { people: { step = \"one\"; indicator = \"population\"; year = 2030; at_least = 1045.0; }; };\n");
    q.plan = &t->sc.plan;
    assert_int_equal(discover(&d, &q, &t->err), OK);
    assert_int_equal(d.steps, 1); /* the other has nothing to meet */
    assert_true(fabs(d.step[0].failed - 0.5) < 0.05);
    assert_false(d.step[0].of_met);
    assert_int_equal(d.step[0].boxes, 1);
    assert_close(d.step[0].box[0].density, 1, 0);
    assert_close(d.step[0].box[0].coverage, 1, 0);
    assert_close(d.step[0].box[0].high[3], 990, 1e-9);
    assert_false(isfinite(d.step[0].box[0].high[0]));
    discovery_free(&d);
    discovery_free(&d);
}

static void
limits_read_well(void **state)
{
    static const struct {
        size_t uncertain;
        double low, high;
        const char *said[LANGUAGES];
    } row[] = {
        { 2, -INFINITY, -0.1, { "policy is below -0.10%", "政策低于-0.10%" } },
        { 2, 0.15, INFINITY, { "policy is above 0.15%", "政策高于0.15%" } },
        { 2, 0, 0.2, { "policy is between 0.00% and 0.20%", "政策在0.00%至0.20%之间" } },
        { 3, -INFINITY, 990, { " is 990 wan or less", "为990万人或以下" } },
        { 3, 990, 990, { " is 990 wan", "为990万人" } },
        { 0, 0.3, INFINITY, { " is more than 0.30 points above planned", "高出设定值0.30个百分点以上" } },
        { 0, -INFINITY, -0.3, { " is more than 0.30 points below planned", "低于设定值0.30个百分点以上" } },
        { 0, -0.2, INFINITY, { " is not more than 0.20 points below planned", "低于设定值的幅度不超过0.20个百分点" } },
        { 0, -INFINITY, 0.2, { " is not more than 0.20 points above planned", "高出设定值的幅度不超过0.20个百分点" } },
        { 0, -INFINITY, 0, { " is as planned or below", "不高于设定值" } },
        { 0,
          -0.1,
          0.3,
          { " is between -0.10 points and +0.30 points from planned", "较设定值变动-0.10个百分点至+0.30个百分点" } },
        { 1, -INFINITY, 1, { " is below 75.0%", "低于75.0%" } },
    };
    struct trial *t = *state;

    read_uncertain(t, "");
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        for (int l = 0; l < LANGUAGES; l++) {
            struct text said = { 0 };
            const char *end;

            limit_phrase(&said, &t->sc.plan, row[i].uncertain, row[i].low, row[i].high, (enum language) l);
            end = text_of(&said) + said.length - strlen(row[i].said[l]);
            assert_true(said.length >= strlen(row[i].said[l]));
            assert_string_equal(end, row[i].said[l]);
            text_free(&said);
        }
}

static void
draws_without_a_name_say_what_they_are(void **state)
{
    struct trial *t = *state;
    struct text said = { 0 };

    read_uncertain(t, "");
    driver_name(&said, &t->sc.plan, 0, ENGLISH);
    assert_non_null(strstr(text_of(&said), "growth of total factor productivity"));
    assert_non_null(strstr(text_of(&said), "(and 1 more)"));
    text_free(&said);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(indices_are_the_shares_of_the_variances),
        TRIAL(bars_are_the_runs_at_the_ends),
        TRIAL(failing_draws_are_described),
        TRIAL(limits_read_well),
        TRIAL(draws_without_a_name_say_what_they_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
