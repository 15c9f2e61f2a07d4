/* Ensembles: closed forms, the same bytes whatever the threads, and each draw as a plain run has it. */
#include "check.h"
#include "trial.h"

#include <gsl/gsl_cdf.h>
#include <stdio.h>
#include <string.h>
#include "analysis/ensemble.h"
#include "analysis/sources.h"
#include "analysis/target.h"
#include "models/peers.h"
#include "models/production.h"

/* A nation of one sector that invests nothing: ln of its output is that of its productivity, and what is certain. */
#define ONE_SECTOR \
    "home = \"land\"; horizon: { start = 2020; end = 2030; };\n" \
    "regions: { land: { model = \"growth\"; name = \"Land\";\n" \
    "  population: { method = \"rates\"; total = 1000.0; growth = 0.5; working_age_share = 65.0; };\n" \
    "  labour: { employment_rate = 75.0; };\n" \
    "  production: { capital_output_ratio = 3.3; investment_rate = 0.0; human_capital_growth = 0.5;\n" \
    "                shock_common = 0.0; shock_persistence = 0.6; };\n" \
    "  sectors: { all: { group = \"tertiary\"; value_added = 100.0; capital_share = 0.4; depreciation = 5.0;\n" \
    "                    employment_share = 100.0; tfp_growth = 1.5; price_growth = 2.0; }; };\n" \
    "  urbanization: { share = 60.0; difference = 5.0; };\n" \
    "}; };\n"

static void
read_land(struct trial *t, const char *more)
{
    trial_file("land.cfg", ONE_SECTOR);
    trial_file("l.cfg", more);
    assert_int_equal(trial_read(t, "l.cfg", NULL, 0), OK);
}

static size_t
reported(const struct ensemble *e, size_t region, const char *key)
{
    for (size_t i = 0; i < e->count; i++)
        if (e->series[i].region == region && strcmp(e->series[i].key, key) == 0)
            return i;
    fail_msg("%s is not reported", key);
    return 0;
}

static void
run(struct ensemble *e, const struct plan *p, const struct ensemble_options *o)
{
    struct error err = { 0 };

    ensemble_free(e);
    assert_int_equal(ensemble_run(e, p, o, &err), OK);
    assert_said(&err, "");
    error_free(&err);
}

/* The value that a plan has with an amount added to one setting, in models' units */
static double
planned(struct plan *p, const char *key, double amount, const char *indicator, int year)
{
    const struct plan_entry *e = &p->entry[plan_find(p, key)];
    struct trajectory t = { 0 };
    struct error err = { 0 };
    double x;

    for (size_t i = 0; i < e->length; i++)
        p->value[e->offset + i] += amount;
    assert_int_equal(run_plan(&t, p, &err), OK);
    x = trajectory_at(&t, trajectory_find(&t, p->home, indicator), year);
    for (size_t i = 0; i < e->length; i++)
        p->value[e->offset + i] -= amount;
    trajectory_free(&t);
    error_free(&err);
    return x;
}

/* Standard error of a sample quantile of a normal, in its sd */
static double
quantile_error(double p, double n)
{
    const double density = exp(-0.5 * pow(gsl_cdf_ugaussian_Pinv(p), 2)) / 2.5066282746310002;

    return sqrt(p * (1 - p) / n) / density;
}

/* GDP rises with TFP growth, so its quantiles are those of plans at the quantiles of TFP growth; ln GDP is normal to
 * the first order, and here exactly what ten times ln(1 + g) makes of a normal. Kept values and histograms. */
static void
uncertain_growth_has_the_quantiles_of_its_normal(void **state)
{
    struct trial *t = *state;
    struct plan *p = &t->sc.plan;
    struct ensemble e = { 0 };
    const double n = 40000, sd = 0.004;

    read_land(t, "base = \"land.cfg\"; uncertain = ({ key = \"regions.land.sectors.all.tfp_growth\"; "
                 "distribution = \"normal\"; sd = 0.4; });");
    for (int kept = 0; kept < 2; kept++) {
        const struct ensemble_options o = { .seed = 1, .draws = 40000, .threads = 2, .memory = kept ? 64u << 20 : 0 };

        run(&e, p, &o);
        for (size_t q = 0; q < ENSEMBLE_LEVELS; q++) {
            const double z = gsl_cdf_ugaussian_Pinv(ensemble_level[q]);
            const double expected = planned(p, "regions.land.sectors.all.tfp_growth", sd * z, "gdp", 2030);
            const struct spread *x = ensemble_spread(&e, reported(&e, 0, "gdp"), 10);

            assert_true(kept ? x->width == 0 : x->width > 0 && x->width < 0.02 * x->sd);
            assert_true(fabs(x->quantile[q] - expected)
                        < 5 * quantile_error(ensemble_level[q], n) * 10 * sd / 1.015 * expected + x->width);
        }
    }
    ensemble_free(&e);
}

/* All else is proportional to the base year's output, so GDP is lognormal in every year, exactly. */
static void
a_lognormal_base_year_stays_lognormal(void **state)
{
    struct trial *t = *state;
    struct ensemble e = { 0 };
    const struct ensemble_options o = { .seed = 2, .draws = 16384, .sampling = SAMPLING_SOBOL };

    read_land(t, "base = \"land.cfg\"; uncertain = ({ key = \"regions.land.sectors.all.value_added\"; "
                 "distribution = \"lognormal\"; sd = 0.1; });");
    run(&e, &t->sc.plan, &o);
    for (size_t y = 0; y < e.years; y++) {
        const struct spread *x = ensemble_spread(&e, reported(&e, 0, "gdp_real"), y);
        const double median = planned(&t->sc.plan, "regions.land.sectors.all.value_added", 0, "gdp_real",
                                      2020 + (int) y);

        assert_close(x->mean, median * exp(0.005), 1e-4);
        assert_close(x->sd, median * exp(0.005) * sqrt(exp(0.01) - 1), 1e-2);
        for (size_t q = 0; q < ENSEMBLE_LEVELS; q++)
            assert_true(fabs(x->quantile[q] / median / exp(0.1 * gsl_cdf_ugaussian_Pinv(ensemble_level[q])) - 1)
                        < 1e-3);
    }
    ensemble_free(&e);
}

#define MOST_DRAWS 20000
#define OUTPUTS 4

struct kept {
    size_t count, outputs, targets, uncertains;
    double (*output)[OUTPUTS];
    double (*setting)[64];
    bool (*met)[32];
    bool *accepted;
};

static enum status
keep(void *arg, const struct ensemble_kept *from, struct error *err)
{
    struct kept *k = arg;

    (void) err;
    for (size_t d = 0; d < from->count; d++, k->count++) {
        for (size_t i = 0; i < k->outputs; i++)
            k->output[k->count][i] = from->output[i * from->stride + d];
        for (size_t i = 0; i < k->uncertains; i++)
            k->setting[k->count][i] = from->setting[i * from->stride + d];
        for (size_t i = 0; i < k->targets; i++)
            k->met[k->count][i] = from->met[i * from->stride + d];
        k->accepted[k->count] = from->accepted[d];
    }
    return OK;
}

static void
kept_new(struct kept *k, const struct plan *p, size_t outputs)
{
    *k = (struct kept) { .outputs = outputs, .targets = p->targets, .uncertains = p->uncertains };
    k->output = memory_new(MOST_DRAWS, sizeof *k->output);
    k->setting = memory_new(MOST_DRAWS, sizeof *k->setting);
    k->met = memory_new(MOST_DRAWS, sizeof *k->met);
    k->accepted = memory_new(MOST_DRAWS, sizeof *k->accepted);
}

static void
kept_free(struct kept *k)
{
    free(k->output);
    free(k->setting);
    free(k->met);
    free(k->accepted);
}

static size_t
indicator(const char *key)
{
    for (size_t i = 0; i < indicator_count; i++)
        if (strcmp(indicators[i].key, key) == 0)
            return i;
    return PLAN_NONE;
}

/* sqrt of the sum of squares of (1 - rho^k)/(1 - rho), k = 1..n */
static double
persistent(double rho, int n)
{
    double sum = 0;

    for (int k = 1; k <= n; k++)
        sum += pow((1 - pow(rho, k)) / (1 - rho), 2);
    return sqrt(sum);
}

static void
logs(double moment[2], const struct kept *k, size_t output)
{
    moment[0] = moment[1] = 0;
    for (size_t i = 0; i < k->count; i++)
        moment[0] += log(k->output[i][output]) / (double) k->count;
    for (size_t i = 0; i < k->count; i++)
        moment[1] += pow(log(k->output[i][output]) - moment[0], 2) / (double) k->count;
    moment[1] = sqrt(moment[1]);
}

static void
a_persistent_shock_has_its_variance(void **state)
{
    struct trial *t = *state;
    struct ensemble e = { 0 };
    struct kept k;
    struct ensemble_output out[] = { { 0, indicator("gdp_real"), PLAN_NONE, 2021, NULL },
                                     { 0, indicator("gdp_real"), PLAN_NONE, 2025, NULL },
                                     { 0, indicator("gdp_real"), PLAN_NONE, 2030, NULL } };
    struct ensemble_options o = {
        .seed = 4, .draws = MOST_DRAWS, .threads = 2, .outputs = 3, .output = out, .sink = keep
    };

    read_land(t, "base = \"land.cfg\"; regions: { land: { production: { shock_common = 1.0; };\n"
                 "sectors: { all: { shock = 2.0; }; }; }; };");
    kept_new(&k, &t->sc.plan, 3);
    o.sink_arg = &k;
    run(&e, &t->sc.plan, &o);
    assert_int_equal(k.count, MOST_DRAWS);
    for (size_t i = 0; i < 3; i++) {
        const double expected = hypot(0.01, 0.02) * persistent(0.6, out[i].year - 2020);
        double moment[2];

        logs(moment, &k, i);
        assert_true(fabs(moment[1] / expected - 1) < 5 / sqrt(2 * MOST_DRAWS)); /* its standard error: 1/sqrt(2n) */
        assert_true(
            fabs(exp(moment[0]) / planned(&t->sc.plan, "regions.land.labour.mobility", 0, "gdp_real", out[i].year) - 1)
            < 5 * expected / sqrt(MOST_DRAWS));
    }
    kept_free(&k);
    ensemble_free(&e);
}

static double
correlation(const struct kept *k, size_t a, size_t b)
{
    double ma[2], mb[2], sum = 0;

    logs(ma, k, a);
    logs(mb, k, b);
    for (size_t i = 0; i < k->count; i++)
        sum += (log(k->output[i][a]) - ma[0]) * (log(k->output[i][b]) - mb[0]);
    return sum / (double) k->count / ma[1] / mb[1];
}

/* The city's news is 0.7 of the nation's; a second region's shares it; so that the two are correlated by 0.7 x 0.5. */
static void
common_shocks_are_shared_with_the_benchmark(void **state)
{
    struct trial *t = *state;
    struct ensemble e = { 0 };
    struct kept k;
    struct ensemble_output out[] = { { 0, indicator("gdp_real"), PLAN_NONE, 2021, NULL },
                                     { 1, indicator("gdp_real"), PLAN_NONE, 2021, NULL },
                                     { 2, indicator("gdp_real"), PLAN_NONE, 2021, NULL } };
    struct ensemble_options o = { .seed = 8, .draws = MOST_DRAWS, .outputs = 3, .output = out, .sink = keep };
    double most = 5 / sqrt(MOST_DRAWS);

    assert_accepted(t,
                    "regions: { nation: { production: { shock_common = 1.0; catch_up = 0.0; }; };\n"
                    "city: { production: { shock_common = 2.0; shock_correlation = 0.7; catch_up = 0.0; }; };\n"
                    "province: { convergence: { speed = 0.0; }; production: { shock_common = 1.0; "
                    "shock_correlation = 0.5; }; }; };",
                    "t.cfg:4: warning: 'speed' is 0; usually from 0.5 to 2 percent\n");
    kept_new(&k, &t->sc.plan, 3);
    o.sink_arg = &k;
    run(&e, &t->sc.plan, &o);
    assert_true(fabs(correlation(&k, 0, 1) - 0.7) < most);
    /* the province grows as the nation does, whose shock comes on top of its own: (1 + c)/sqrt(2 + 2c) */
    assert_true(fabs(correlation(&k, 0, 2) - 1.5 / sqrt(3)) < most);
    kept_free(&k);
    ensemble_free(&e);
}

#define BASELINE "scenarios/baseline.cfg"

static void
read_baseline(struct trial *t)
{
    char here[4096];

    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(t->before), 0);
    assert_int_equal(trial_read(t, BASELINE, NULL, 0), OK);
    assert_int_equal(chdir(here), 0);
}

static bool
same_bytes(const struct ensemble *a, const struct ensemble *b)
{
    return a->count == b->count && a->draws == b->draws && a->accepted == b->accepted
           && !memcmp(a->spread, b->spread, a->count * a->years * sizeof *a->spread)
           && !memcmp(a->target, b->target, a->targets * sizeof *a->target)
           && !memcmp(a->step, b->step, a->steps * sizeof *a->step)
           && !memcmp(a->clamped, b->clamped, a->uncertains * sizeof *a->clamped);
}

static void
threads_give_the_same_bytes(void **state)
{
    struct trial *t = *state;
    struct ensemble one = { 0 }, other = { 0 };
    struct ensemble_options o = { .seed = 1, .first = 7, .draws = 5000, .threads = 1, .memory = 3u << 20 };
    static const unsigned threads[] = { 1, 2, 7, 0 };

    read_baseline(t);
    run(&one, &t->sc.plan, &o);
    for (size_t i = 0; i < sizeof threads / sizeof threads[0]; i++) {
        o.threads = threads[i];
        run(&other, &t->sc.plan, &o);
        assert_true(same_bytes(&one, &other));
    }
    o.until = 0.012;
    run(&one, &t->sc.plan, &o);
    assert_true(one.draws < 5000);
    o.threads = 2;
    run(&other, &t->sc.plan, &o);
    assert_true(same_bytes(&one, &other));
    ensemble_free(&one);
    ensemble_free(&other);
}

static void
watched_outputs(struct ensemble_output out[OUTPUTS], const struct plan *p)
{
    out[0] = (struct ensemble_output) { p->home, indicator("gdp"), PLAN_NONE, 2035, NULL };
    out[1] = (struct ensemble_output) { p->home, indicator("rank_national"), PLAN_NONE, 2030, NULL };
    out[2] = (struct ensemble_output) { .target = &p->target[0] };
    out[3] = (struct ensemble_output) { p->home, indicator("population"), PLAN_NONE, 2035, NULL };
}

/* Draw by draw and alone */
static void
a_draw_is_the_same_alone(void **state)
{
    struct trial *t = *state;
    struct ensemble e = { 0 };
    struct ensemble_output out[OUTPUTS];
    struct ensemble_options o = {
        .seed = 5, .draws = 300, .threads = 2, .outputs = OUTPUTS, .output = out, .sink = keep
    };
    static const uint64_t alone[] = { 0, 37, 255, 299 };
    struct kept all, one;

    read_baseline(t);
    watched_outputs(out, &t->sc.plan);
    kept_new(&all, &t->sc.plan, OUTPUTS);
    o.sink_arg = &all;
    run(&e, &t->sc.plan, &o);
    assert_int_equal(all.count, 300);
    for (size_t i = 0; i < sizeof alone / sizeof alone[0]; i++) {
        kept_new(&one, &t->sc.plan, OUTPUTS);
        o.sink_arg = &one;
        o.first = alone[i];
        o.draws = 1;
        run(&e, &t->sc.plan, &o);
        assert_int_equal(one.count, 1);
        assert_memory_equal(one.output[0], all.output[alone[i]], sizeof one.output[0]);
        assert_memory_equal(one.setting[0], all.setting[alone[i]], sizeof one.setting[0]);
        assert_true(isnan(ensemble_spread(&e, 0, 0)->sd) || !e.varies[0]);
        kept_free(&one);
    }
    kept_free(&all);
    ensemble_free(&e);
}

/* A plan with what a draw did to its settings */
static void
apply(struct plan *p, const double *setting)
{
    for (size_t i = 0; i < p->uncertains; i++) {
        const struct plan_uncertain *u = &p->uncertain[i];
        const double scale = unit_scale(p->entry[u->entry[0]].setting->unit);
        size_t choice = 0;

        while (u->distribution == DRAW_DISCRETE && fabs(u->value[choice * u->entries] - setting[i] * scale) > 1e-9)
            choice++;
        for (size_t k = 0; k < u->entries; k++) {
            const struct plan_entry *e = &p->entry[u->entry[k]];
            const struct setting *s = e->setting;
            const double amount = u->distribution == DRAW_DISCRETE ? u->value[choice * u->entries + k]
                                                                   : setting[i] * scale;
            double *x = &p->value[e->offset], least = x[0], most = x[0], shift;

            for (size_t y = 0; y < e->length; y++) {
                least = fmin(least, x[y]);
                most = fmax(most, x[y]);
            }
            shift = u->distribution == DRAW_DISCRETE && !u->shifts ? amount - x[0] : amount;
            if (s->min != 0 || s->max != 0)
                shift = fmax(fmin(shift, s->max * unit_scale(s->unit) - most), s->min * unit_scale(s->unit) - least);
            for (size_t y = 0; y < e->length; y++)
                x[y] += shift;
        }
    }
}

/* Certain parts worked out once, cohorts as sums, ranks by logarithms: each draw is what a plain run of its settings
 * gives, and its targets are judged alike. Shocks are off, for a plain run has none. */
static void
a_draw_is_a_plain_run_of_its_settings(void **state)
{
    struct trial *t = *state;
    struct plan *p = &t->sc.plan;
    struct ensemble e = { 0 };
    struct ensemble_output out[OUTPUTS];
    struct ensemble_options o = {
        .seed = 6, .draws = 100, .outputs = OUTPUTS, .output = out, .sink = keep, .no_shocks = true
    };
    struct kept k;
    double *values;

    read_baseline(t);
    watched_outputs(out, p);
    kept_new(&k, p, OUTPUTS);
    o.sink_arg = &k;
    run(&e, p, &o);
    values = memory_new(p->values, sizeof *values);
    memcpy(values, p->value, p->values * sizeof *values);
    for (size_t d = 0; d < k.count; d++) {
        struct trajectory plain = { 0 };
        struct judgements j = { 0 };
        struct error err = { 0 };

        apply(p, k.setting[d]);
        assert_int_equal(run_plan(&plain, p, &err), OK);
        assert_int_equal(targets_judge(&j, &plain, &err), OK);
        for (size_t i = 0; i < OUTPUTS; i++)
            assert_close(k.output[d][i],
                         out[i].target
                             ? j.target[0].margin
                             : trajectory_at(&plain,
                                             trajectory_series(&plain, out[i].region, out[i].indicator, PLAN_NONE),
                                             out[i].year),
                         1e-11);
        for (size_t i = 0; i < p->targets; i++)
            assert_int_equal(k.met[d][i], j.target[i].verdict != MISSED);
        memcpy(p->value, values, p->values * sizeof *values);
        trajectory_free(&plain);
        judgements_free(&j);
        error_free(&err);
    }
    free(values);
    kept_free(&k);
    ensemble_free(&e);
}

/* Counted from the draws: of those in which the first target is missed, how many meet the others. */
static void
given_a_miss_counts_those_draws_alone(void **state)
{
    struct trial *t = *state;
    struct plan *p = &t->sc.plan;
    struct ensemble all = { 0 }, missed = { 0 };
    struct ensemble_output out[OUTPUTS];
    struct ensemble_options o = {
        .seed = 5, .draws = 3000, .threads = 2, .outputs = OUTPUTS, .output = out, .sink = keep
    };
    struct kept k;
    uint64_t misses = 0, met = 0;
    double sum = 0;

    read_baseline(t);
    watched_outputs(out, p);
    kept_new(&k, p, OUTPUTS);
    o.sink_arg = &k;
    run(&all, p, &o);
    o.given = &p->target[0];
    o.sink = NULL;
    run(&missed, p, &o);
    for (size_t d = 0; d < k.count; d++)
        if (!k.met[d][0]) {
            misses++;
            met += k.met[d][1];
            sum += k.output[d][0];
        }
    assert_true(misses > 100);
    assert_int_equal(missed.accepted, misses);
    assert_int_equal(missed.draws, 3000);
    assert_int_equal(missed.target[1].met, met);
    assert_int_equal(missed.target[0].met, 0);
    assert_close(ensemble_spread(&missed, reported(&missed, p->home, "gdp"), 15)->mean, sum / (double) misses, 1e-6);
    o.given_met = true;
    run(&missed, p, &o);
    assert_int_equal(missed.accepted, 3000 - misses);
    kept_free(&k);
    ensemble_free(&all);
    ensemble_free(&missed);
}

/* People leave until some ages would be empty: the block goes age by age, and such cohorts are 0 and counted. A plain
 * run refuses them. */
static void
negative_cohorts_are_mended_and_counted(void **state)
{
    struct trial *t = *state;
    struct plan *p = &t->sc.plan;
    struct ensemble e = { 0 };
    struct kept k;
    struct ensemble_output out[] = { { 0, indicator("population"), PLAN_NONE, 2035, NULL } };
    struct ensemble_options o = {
        .seed = 3, .draws = 1000, .threads = 2, .outputs = 1, .output = out, .sink = keep, .no_shocks = true
    };
    const char *const set[] = {
        "uncertain=({ key = \"regions.zunyi.population.net_migration\"; distribution = \"uniform\"; "
        "low = -4.0; high = 0.0; })"
    };
    uint64_t many;

    assert_int_equal(chdir(t->before), 0);
    assert_int_equal(trial_read(t, BASELINE, set, 1), OK);
    out[0].region = p->home;
    kept_new(&k, p, 1);
    o.sink_arg = &k;
    run(&e, p, &o);
    many = e.negatives[p->home];
    assert_true(many > 100 && e.negatives[p->benchmark] == 0);
    for (size_t d = 0; d < 40; d++) {
        struct trajectory plain = { 0 };
        struct error err = { 0 };
        const struct plan_entry *net = &p->entry[p->uncertain[0].entry[0]];
        enum status rc;

        for (size_t y = 0; y < net->length; y++)
            p->value[net->offset + y] += k.setting[d][0] / 100;
        rc = run_plan(&plain, p, &err);
        assert_int_equal(rc, k.setting[d][0] < -3 ? FAILED_INPUT : rc);
        if (!rc)
            assert_close(k.output[d][0], trajectory_at(&plain, trajectory_find(&plain, p->home, "population"), 2035),
                         1e-12);
        for (size_t y = 0; y < net->length; y++)
            p->value[net->offset + y] -= k.setting[d][0] / 100;
        trajectory_free(&plain);
        error_free(&err);
    }
    o.sink = NULL;
    o.threads = 1;
    run(&e, p, &o);
    assert_int_equal(e.negatives[p->home], many);
    kept_free(&k);
    ensemble_free(&e);
}

/* All else is proportional to the base year's output: two values of it, of weights 1 and 3, make a variance of 3/16 of
 * their difference squared, beside which a spread of growth adds its own. */
static void
choices_have_their_exact_variance(void **state)
{
    struct trial *t = *state;
    struct ensemble e = { 0 };
    struct sources s = { 0 };
    const struct ensemble_options o = { .seed = 3, .draws = 4096 };
    const char *const growth = "regions.land.sectors.all.tfp_growth";

    read_land(t, "base = \"land.cfg\"; uncertain = ({ key = \"regions.land.sectors.all.value_added\"; "
                 "distribution = \"discrete\"; values = (80.0, 100.0); weights = (1.0, 3.0); }, "
                 "{ key = \"regions.land.sectors.all.tfp_growth\"; distribution = \"normal\"; sd = 0.4; });");
    run(&e, &t->sc.plan, &o);
    assert_int_equal(sources_run(&s, &e, &o, &t->err), OK);
    assert_int_equal(s.choices, 1);
    for (int year = 2021; year <= 2030; year++) {
        const struct source_share *x = sources_find(&s, &e, "gdp", year);
        const double value = planned(&t->sc.plan, growth, 0, "gdp", year);

        assert_close(x->alone, 0.2 * value * sqrt(3.0 / 16), 1e-3);
        assert_close(x->percent, 100 * (x->alone / x->sd) * (x->alone / x->sd), 1e-12);
        assert_true(x->sd > 0.97 * x->alone);
    }
    sources_free(&s);
    ensemble_free(&e);
}

/* Memory for some exact quantiles goes to the region and the nation first, then to those beside them. */
static void
memory_favours_home_and_benchmark(void **state)
{
    struct trial *t = *state;
    struct ensemble e = { 0 };
    const size_t rows = 120, draws = 256;
    const struct ensemble_options o = { .seed = 1, .draws = draws, .memory = rows * draws * sizeof(float) };
    size_t exact[2] = { 0 }, wide[2] = { 0 };

    read_baseline(t);
    run(&e, &t->sc.plan, &o);
    for (size_t i = 0; i < e.count; i++) {
        const bool other = e.series[i].region != t->sc.plan.home && e.series[i].region != t->sc.plan.benchmark;

        if (!e.varies[i] || (strcmp(e.series[i].key, "gdp") != 0 && strcmp(e.series[i].key, "urbanization") != 0))
            continue;
        for (size_t y = e.series[i].first + 1; y < e.years; y++)
            *(ensemble_spread(&e, i, y)->width > 0 ? &wide[other] : &exact[other]) += 1;
    }
    assert_true(exact[0] == 60 && wide[0] == 0 && wide[1] > exact[1]);
    ensemble_free(&e);
}

/* Of a plan without anything uncertain every draw is the plain run. */
static void
without_uncertainty_all_draws_are_one(void **state)
{
    struct trial *t = *state;
    struct ensemble e = { 0 };
    struct trajectory plain = { 0 };
    const struct ensemble_options o = { .seed = 1, .draws = 100 };

    assert_accepted(t,
                    "targets: { a: { indicator = \"gdp\"; year = 2025; at_least = 1.0; };\n"
                    "b: { indicator = \"gdp\"; year = 2025; at_least = 1000.0; }; };",
                    "");
    run(&e, &t->sc.plan, &o);
    assert_int_equal(run_plan(&plain, &t->sc.plan, &t->err), OK);
    for (size_t i = 0; i < e.count; i++)
        for (size_t y = e.series[i].first; y < e.years; y++) {
            const struct spread *x = ensemble_spread(&e, i, y);
            const double value = trajectory_at(&plain, trajectory_find(&plain, e.series[i].region, e.series[i].key),
                                               2020 + (int) y);

            assert_close(x->mean, value, 1e-6);
            assert_close(x->quantile[2], value, 1e-6);
            assert_true(x->sd <= 1e-6 * fabs(value));
        }
    assert_true(e.target[0].probability == 1 && e.target[1].probability == 0 && e.target[0].standard_error == 0);
    trajectory_free(&plain);
    ensemble_free(&e);
}

static void
refusals(void **state)
{
    struct trial *t = *state;
    struct ensemble e = { 0 };
    struct ensemble_options o = { .seed = 1 };

    assert_accepted(
        t, "uncertain = ({ key = \"regions.city.labour.employment_rate\"; distribution = \"normal\"; sd = 8; });", "");
    assert_int_equal(ensemble_run(&e, &t->sc.plan, &o, &t->err), FAILED_INPUT);
    assert_said(&t->err, "an ensemble needs at least one draw\n");
    ensemble_free(&e);
    for (unsigned threads = 1; threads < 4; threads++) {
        error_free(&t->err);
        o.draws = 100000;
        o.threads = threads;
        assert_int_equal(ensemble_run(&e, &t->sc.plan, &o, &t->err), FAILED_INPUT);
        assert_said(&t->err,
                    "t.cfg:2: draw 971: 'regions.city.labour.employment_rate' is 100.755188; must be from 30 to 100. "
                    "Narrow the distribution, or say outside = \"clamp\"\n");
        ensemble_free(&e);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(uncertain_growth_has_the_quantiles_of_its_normal),
        TRIAL(a_lognormal_base_year_stays_lognormal),
        TRIAL(a_persistent_shock_has_its_variance),
        TRIAL(common_shocks_are_shared_with_the_benchmark),
        TRIAL(threads_give_the_same_bytes),
        TRIAL(a_draw_is_the_same_alone),
        TRIAL(a_draw_is_a_plain_run_of_its_settings),
        TRIAL(given_a_miss_counts_those_draws_alone),
        TRIAL(negative_cohorts_are_mended_and_counted),
        TRIAL(choices_have_their_exact_variance),
        TRIAL(memory_favours_home_and_benchmark),
        TRIAL(without_uncertainty_all_draws_are_one),
        TRIAL(refusals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
