/* Scenarios drawn together: every count as two ensembles of the same seed give it draw by draw, the same bytes whatever
 * the threads, shared numbers where lists of settings differ. */
#include "check.h"
#include "trial.h"

#include <stdlib.h>
#include <string.h>
#include "analysis/paired.h"
#include "engine/series.h"

#define DRAWS 1500 /* not a whole number of chunks */
#define FIRST 5    /* not a whole number of blocks */
#define OUTPUTS 3

static const char drawn[] =
    "uncertain = (\n"
    "  { key = \"regions.city.sectors.works.tfp_growth\"; distribution = \"normal\"; sd = 0.5; },\n"
    "  { key = \"regions.nation.sectors.rest.tfp_growth\"; distribution = \"uniform\"; low = -0.3; high = 0.3; } );\n"
    "regions: { city: { production: { shock_common = 1.0; }; }; };\n"
    "steps: { all: { from = 2021; to = 2030; }; };\n"
    "targets: {\n"
    "  gdp: { step = \"all\"; indicator = \"gdp\"; year = 2030; at_least = 14.6; };\n"
    "  head: { step = \"all\"; indicator = \"relative_gdp_per_capita\"; year = 2030; at_least = 80.5; };\n"
    "};\n";

/* The variant has what the base draws, one of it from a wider distribution, another path, a target less, and one of its
 * own. */
static const char varied[] =
    "base = \"base.cfg\"; remove = (\"targets.head\"); uncertain = (\n"
    "  { key = \"regions.city.sectors.works.tfp_growth\"; distribution = \"normal\"; sd = 0.8; },\n"
    "  { key = \"regions.nation.sectors.rest.tfp_growth\"; distribution = \"uniform\"; low = -0.3; high = 0.3; } );\n"
    "regions: { city: { production: { tfp_boost = ((2020, 0.3), (2025, -0.10)); }; }; };\n"
    "targets: { own: { step = \"all\"; indicator = \"gdp\"; year = 2028; at_least = 13.0; }; };\n";

/* Two scenarios that are compared */
struct pair {
    struct scenario sc[2];
    const struct plan *plan[2];
    struct error err;
};

static void
pair_read(struct pair *p, const char *base, const char *variant)
{
    static const char *const file[] = { "base.cfg", "variant.cfg" };
    struct text text = { 0 };

    *p = (struct pair) { 0 };
    text_print(&text, "base = \"good.cfg\";\n%s", base);
    trial_file(file[0], text_of(&text));
    trial_file(file[1], variant);
    text_free(&text);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(scenario_read(&p->sc[i], file[i], NULL, 0, &p->err), OK);
        assert_said(&p->err, "");
        p->plan[i] = &p->sc[i].plan;
    }
}

static void
pair_free(struct pair *p)
{
    scenario_free(&p->sc[0]);
    scenario_free(&p->sc[1]);
    error_free(&p->err);
}

static void
run(struct paired *out, struct pair *p, const struct ensemble_options *o)
{
    paired_free(out);
    assert_int_equal(paired_run(out, p->plan, 2, o, &p->err), OK);
    assert_said(&p->err, "");
}

/* Draws of one scenario, as an ensemble's sink has them */
struct kept {
    size_t count;
    double output[DRAWS][OUTPUTS], margin[DRAWS][4];
    bool met[DRAWS][4];
};

static enum status
keep(void *arg, const struct ensemble_kept *from, struct error *err)
{
    struct kept *k = arg;

    (void) err;
    for (size_t d = 0; d < from->count; d++, k->count++)
        for (size_t i = 0; i < OUTPUTS; i++) {
            k->output[k->count][i] = from->output[i * from->stride + d];
            if (i < 2)
                k->met[k->count][i] = from->met[i * from->stride + d];
            if (i < 2)
                k->margin[k->count][i] = from->output[(OUTPUTS + i) * from->stride + d];
        }
    return OK;
}

static const char *const key[OUTPUTS] = { "gdp", "relative_gdp_per_capita", "labour_productivity" };

static struct kept *
draws_of(const struct plan *p, struct ensemble_options o)
{
    struct kept *k = calloc(1, sizeof *k);
    struct ensemble_output output[OUTPUTS + 2] = { { 0 } };
    struct ensemble e = { 0 };
    struct error err = { 0 };

    for (size_t i = 0; i < OUTPUTS; i++)
        output[i] = (struct ensemble_output) { p->home, indicator_number(key[i]), PLAN_NONE, 2030, NULL };
    for (size_t i = 0; i < 2; i++)
        output[OUTPUTS + i].target = &p->target[i];
    o.outputs = OUTPUTS + 2;
    o.output = output;
    o.sink = keep;
    o.sink_arg = k;
    assert_int_equal(ensemble_run(&e, p, &o, &err), OK);
    ensemble_free(&e);
    return k;
}

static int
rising(const void *a, const void *b)
{
    const double x = *(const double *) a, y = *(const double *) b;

    return (x > y) - (x < y);
}

/* Mean, deviation, quantiles and share above of differences, the plain way */
static void
recount_difference(const struct paired *p, const struct kept *a, const struct kept *b, size_t i)
{
    const struct paired_difference *x = paired_difference(p, 1,
                                                          paired_find(p, p->scenario[0].plan->home, key[i], 2030));
    double difference[DRAWS], mean = 0, square = 0, own[2] = { 0 }, own_square[2] = { 0 };
    size_t above = 0;

    for (size_t d = 0; d < DRAWS; d++) {
        difference[d] = b->output[d][i] - a->output[d][i];
        mean += difference[d] / DRAWS;
        own[0] += a->output[d][i] / DRAWS;
        own[1] += b->output[d][i] / DRAWS;
        above += difference[d] > 0;
    }
    for (size_t d = 0; d < DRAWS; d++) {
        square += pow(difference[d] - mean, 2) / (DRAWS - 1);
        own_square[0] += pow(a->output[d][i] - own[0], 2) / (DRAWS - 1);
        own_square[1] += pow(b->output[d][i] - own[1], 2) / (DRAWS - 1);
    }
    assert_true(above > 0 && above < DRAWS);
    assert_int_equal(x->above, above);
    assert_close(x->spread.mean, mean, 1e-6);
    assert_close(x->spread.sd, sqrt(square), 1e-6);
    assert_close(x->independent, sqrt(own_square[0] + own_square[1]), 1e-6);
    assert_true(x->independent > 2 * x->spread.sd);
    qsort(difference, DRAWS, sizeof *difference, rising);
    for (size_t q = 0; q < ENSEMBLE_LEVELS; q++) {
        const double h = (DRAWS - 1) * ensemble_level[q];
        const double low = difference[(size_t) h], high = difference[(size_t) h + 1];

        assert_true(fabs(x->spread.quantile[q] - low - (h - floor(h)) * (high - low)) <= x->spread.width + 1e-6);
    }
}

static void
recount_chances(const struct paired *p, const struct kept *a, const struct kept *b)
{
    const struct paired_chance *gdp = &p->scenario[1].target[0], *own = &p->scenario[1].target[1];
    const struct paired_chance *step = &p->scenario[1].step[0];
    size_t met = 0, base = 0, gained = 0, lost = 0, above = 0, step_gained = 0, step_lost = 0, own_met = 0;
    double square = 0;

    for (size_t d = 0; d < DRAWS; d++) {
        const bool before = a->met[d][0] && a->met[d][1], after = b->met[d][0] && b->met[d][1];

        base += a->met[d][0];
        met += b->met[d][0];
        own_met += b->met[d][1];
        gained += b->met[d][0] && !a->met[d][0];
        lost += a->met[d][0] && !b->met[d][0];
        above += b->margin[d][0] > a->margin[d][0];
        step_gained += after && !before;
        step_lost += before && !after;
    }
    assert_true(gained > 10 && lost > 10);
    assert_int_equal(p->scenario[0].target[0].chance.met, base);
    assert_int_equal(gdp->chance.met, met);
    assert_int_equal(gdp->gained, gained);
    assert_int_equal(gdp->lost, lost);
    assert_int_equal(gdp->above, above);
    assert_int_equal(step->gained, step_gained);
    assert_int_equal(step->lost, step_lost);
    assert_close(gdp->change, ((double) met - (double) base) / DRAWS, 1e-15);
    for (size_t d = 0; d < DRAWS; d++)
        square += pow((double) b->met[d][0] - (double) a->met[d][0] - gdp->change, 2);
    assert_close(gdp->standard_error, sqrt(square) / DRAWS, 1e-12);
    assert_close(gdp->independent, hypot(p->scenario[0].target[0].chance.standard_error, gdp->chance.standard_error),
                 1e-15);
    assert_true(gdp->shared && !own->shared && isnan(own->change));
    assert_int_equal(own->chance.met, own_met);
}

static void
counts_are_those_of_two_ensembles(void **state)
{
    struct paired p = { 0 };
    struct pair pair;

    (void) state;
    pair_read(&pair, drawn, varied);
    for (int way = 0; way < 4; way++) {
        const struct ensemble_options o = { .seed = 3,
                                            .first = FIRST,
                                            .draws = DRAWS,
                                            .threads = 2,
                                            .sampling = way == 2   ? SAMPLING_LHS
                                                        : way == 3 ? SAMPLING_SOBOL
                                                                   : SAMPLING_RANDOM,
                                            .memory = way == 1 ? 0 : 1u << 20 };
        struct kept *a = draws_of(pair.plan[0], o), *b = draws_of(pair.plan[1], o);

        run(&p, &pair, &o);
        assert_int_equal(p.draws, DRAWS);
        recount_chances(&p, a, b);
        for (size_t i = 0; i < OUTPUTS; i++)
            recount_difference(&p, a, b, i);
        free(a);
        free(b);
    }
    paired_free(&p);
    pair_free(&pair);
}

static void
threads_give_the_same_bytes(void **state)
{
    struct paired one = { 0 }, many = { 0 };
    struct ensemble_options o = { .seed = 3, .draws = 5000, .threads = 1, .memory = 50000 };
    struct pair pair;

    (void) state;
    pair_read(&pair, drawn, varied);
    run(&one, &pair, &o);
    for (o.threads = 2; o.threads < 8; o.threads += 5) {
        run(&many, &pair, &o);
        assert_int_equal(one.rows, many.rows);
        assert_memory_equal(one.scenario[1].difference, many.scenario[1].difference,
                            one.rows * sizeof *one.scenario[1].difference);
        for (size_t i = 0; i < 2; i++)
            assert_memory_equal(one.scenario[i].target, many.scenario[i].target,
                                pair.plan[i]->targets * sizeof *one.scenario[i].target);
    }
    paired_free(&one);
    paired_free(&many);
    pair_free(&pair);
}

/* What the variant draws as well moves nothing but the urban share; listed first, it takes neither another setting's
 * numbers nor its place in Sobol's sequence. */
static void
settings_of_one_alone_leave_the_others_their_numbers(void **state)
{
    static const char more[] =
        "base = \"base.cfg\"; uncertain = (\n"
        "  { key = \"regions.city.urbanization.difference\"; distribution = \"normal\"; sd = 1.0; },\n"
        "  { key = \"regions.nation.sectors.rest.tfp_growth\"; distribution = \"uniform\"; low = -0.3; high = 0.3; },\n"
        "  { key = \"regions.city.sectors.works.tfp_growth\"; distribution = \"normal\"; sd = 0.5; } );\n";
    struct paired p = { 0 };
    struct paired_shared s;
    struct pair pair;

    (void) state;
    pair_read(&pair, drawn, more);
    for (int way = SAMPLING_RANDOM; way <= SAMPLING_SOBOL; way++) {
        const struct ensemble_options o = { .seed = 3, .draws = 600, .sampling = (enum sampling) way };
        const struct paired_difference *x;

        run(&p, &pair, &o);
        x = paired_difference(&p, 1, paired_find(&p, pair.plan[0]->home, "gdp", 2030));
        assert_true(x->spread.mean == 0 && x->spread.sd == 0 && x->above == 0 && x->independent > 0);
        x = paired_difference(&p, 1, paired_find(&p, pair.plan[0]->home, "urbanization", 2030));
        assert_true(x->spread.sd > 0.1);
    }
    paired_share(&s, pair.plan[0], pair.plan[1]);
    assert_int_equal(s.both, 2);
    assert_int_equal(s.own, 1);
    assert_int_equal(s.own_number[0], 0);
    assert_int_equal(s.missing, 0);
    assert_false(s.correlated);
    paired_shared_free(&s);
    paired_share(&s, pair.plan[1], pair.plan[0]);
    assert_int_equal(s.own, 0);
    assert_int_equal(s.missing, 1);
    assert_int_equal(s.base_number[0], 0);
    paired_shared_free(&s);
    paired_free(&p);
    pair_free(&pair);
}

static void
other_correlations_are_told(void **state)
{
    struct paired_shared s;
    struct pair pair;

    (void) state;
    pair_read(&pair, drawn,
              "base = \"base.cfg\"; correlations = ((\"regions.city.sectors.works.tfp_growth\", "
              "\"regions.nation.sectors.rest.tfp_growth\", 0.5));");
    paired_share(&s, pair.plan[0], pair.plan[1]);
    assert_true(s.correlated);
    paired_shared_free(&s);
    paired_share(&s, pair.plan[1], pair.plan[1]);
    assert_false(s.correlated);
    paired_shared_free(&s);
    pair_free(&pair);
}

static void
years_of_one_alone_have_no_difference(void **state)
{
    struct paired p = { 0 };
    const struct ensemble_options o = { .seed = 3, .draws = 100 };
    struct pair pair;

    (void) state;
    pair_read(&pair, drawn, "base = \"base.cfg\"; horizon: { end = 2028; }; remove = (\"targets\", \"steps\");");
    run(&p, &pair, &o);
    assert_false(isnan(paired_difference(&p, 1, paired_find(&p, pair.plan[0]->home, "gdp", 2028))->spread.mean));
    assert_true(isnan(paired_difference(&p, 1, paired_find(&p, pair.plan[0]->home, "gdp", 2029))->spread.mean));
    assert_int_equal(paired_find(&p, pair.plan[0]->home, "gdp", 2031), PLAN_NONE);
    assert_int_equal(paired_find(&p, pair.plan[0]->home, "none", 2028), PLAN_NONE);
    paired_free(&p);
    pair_free(&pair);
}

static void
refusals(void **state)
{
    struct ensemble_options o = { .seed = 1 };
    struct paired p = { 0 };
    struct pair pair;

    (void) state;
    pair_read(&pair, drawn,
              "base = \"base.cfg\";\n"
              "uncertain = ({ key = \"regions.city.labour.employment_rate\"; distribution = \"normal\"; sd = 8; });");
    assert_int_equal(paired_run(&p, pair.plan, 2, &o, &pair.err), FAILED_INPUT);
    assert_said(&pair.err, "an ensemble needs at least one draw\n");
    paired_free(&p);
    for (o.threads = 1; o.threads < 4; o.threads++) {
        error_free(&pair.err);
        o.draws = 100000;
        assert_int_equal(paired_run(&p, pair.plan, 2, &o, &pair.err), FAILED_INPUT);
        assert_said(&pair.err,
                    "variant.cfg:2: draw 971: 'regions.city.labour.employment_rate' is 100.755188; must be from "
                    "30 to 100. Narrow the distribution, or say outside = \"clamp\"\n");
        paired_free(&p);
    }
    pair_free(&pair);
}

static bool
stop(void *arg, uint64_t done)
{
    *(uint64_t *) arg = done;
    return false;
}

static void
stops_when_asked_to(void **state)
{
    uint64_t done = 0;
    const struct ensemble_options o = {
        .seed = 1, .draws = 100000, .threads = 2, .progress = stop, .progress_arg = &done
    };
    struct paired p = { 0 };
    struct pair pair;

    (void) state;
    pair_read(&pair, drawn, varied);
    assert_int_equal(paired_run(&p, pair.plan, 2, &o, &pair.err), INTERRUPTED);
    assert_int_equal(done, PAIRED_CHUNK);
    paired_free(&p);
    pair_free(&pair);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(counts_are_those_of_two_ensembles),
        TRIAL(threads_give_the_same_bytes),
        TRIAL(settings_of_one_alone_leave_the_others_their_numbers),
        TRIAL(other_correlations_are_told),
        TRIAL(years_of_one_alone_have_no_difference),
        TRIAL(refusals),
        TRIAL(stops_when_asked_to),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
