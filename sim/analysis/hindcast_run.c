#include "analysis/hindcast_run.h"
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/ensemble.h"
#include "base/memory.h"
#include "engine/series.h"

#define HELD_YEARS 5

/* What only later years tell has no data yet: a setting without a prior gets a weak one, half as wide as its bounds. */
static void
give_priors(struct plan *p)
{
    for (size_t i = 0; i < p->fits; i++)
        if (!isfinite(p->fit[i].sd))
            p->fit[i].sd = (p->fit[i].high - p->fit[i].low) / 2;
}

/* Fits the years to the origin as if nothing had been taken over. */
static enum status
fit(struct calibration *c, struct plan *p, const struct observed *observed, size_t series, struct error *err)
{
    const size_t until = p->region[0].known.until;
    const struct calibrate_options o = { .from = p->start + 1, .to = p->rebase };
    enum status rc;

    give_priors(p);
    for (size_t r = 0; r < p->regions; r++)
        p->region[r].known.until = 0;
    rc = calibrate(c, p, observed, series, &o, err);
    for (size_t r = 0; r < p->regions; r++)
        p->region[r].known.until = until;
    return rc;
}

/* After the origin nobody knew the levers: they stay at the mean of the last years. */
static void
hold_levers(struct plan *p)
{
    const size_t origin = (size_t) (p->rebase - p->start), from = origin > HELD_YEARS ? origin - HELD_YEARS + 1 : 1;

    for (size_t e = 0; e < p->entries; e++) {
        double *x = plan_values(p, e), mean = 0;

        if (p->entry[e].length != p->years || p->entry[e].setting->kind != SETTING_LEVER)
            continue;
        for (size_t t = from; t <= origin; t++)
            mean += x[t] / (double) (origin - from + 1);
        for (size_t t = origin + 1; t < p->years; t++)
            x[t] = mean;
    }
}

/* The estimates' errors as draws */
static void
draw_estimates(struct plan *p, const struct calibration *c)
{
    size_t *number = arena_new(&p->arena, c->estimates + 1, sizeof *number);

    p->uncertain = arena_new(&p->arena, c->estimates + 1, sizeof *p->uncertain);
    p->correlation = arena_new(&p->arena, c->estimates * c->estimates + 1, sizeof *p->correlation);
    p->uncertains = p->correlations = 0;
    for (size_t i = 0; i < c->estimates; i++) {
        const struct calibrate_estimate *x = &c->estimate[i];
        struct plan_uncertain *u = &p->uncertain[p->uncertains];

        if (!x->entries)
            continue;
        *u = (struct plan_uncertain) {
            .entries = x->entries, .distribution = DRAW_NORMAL, .sd = x->error, .clamp = true
        };
        u->entry = arena_new(&p->arena, x->entries, sizeof *u->entry);
        memcpy(u->entry, x->entry, x->entries * sizeof *u->entry);
        number[p->uncertains] = i;
        for (size_t k = 0; k < p->uncertains; k++)
            p->correlation[p->correlations++] = (struct plan_correlation) {
                .a = p->uncertains, .b = k, .value = calibration_correlation(c, i, number[k])
            };
        p->uncertains++;
    }
}

/* Root mean square of the fit's residuals of growth, as a fraction */
static double
growth_error(const struct calibration *c, size_t region)
{
    for (size_t i = 0; i < c->count; i++) {
        const struct observed *o = c->series[i].observed;

        if (o->region == region && c->series[i].fitted
            && (!strcmp(o->indicator, "gdp_growth") || !strcmp(o->indicator, "growth_gap")))
            return c->series[i].root_mean_square / 100;
    }
    return NAN;
}

struct kept {
    size_t count, room;
    double *draw; /* [outputs][HINDCAST_DRAWS] */
};

static enum status
keep(void *arg, const struct ensemble_kept *k, struct error *err)
{
    struct kept *all = arg;

    (void) err;
    for (size_t o = 0; o < all->count; o++)
        memcpy(&all->draw[o * all->room + k->first], &k->output[o * k->stride], k->count * sizeof *all->draw);
    return OK;
}

static const struct observed *
gdp_of(const struct observed *outturn, size_t outturns, size_t region)
{
    for (size_t i = 0; i < outturns; i++)
        if (outturn[i].region == region && !strcmp(outturn[i].indicator, "gdp"))
            return &outturn[i];
    return NULL;
}

/* A row for each region whose GDP came in after the origin, and what to keep of its draws */
static void
add_rows(struct hindcast *h, const struct plan *p, const struct observed *outturn, size_t outturns,
         struct ensemble_output *output)
{
    for (size_t r = 0; r < p->regions; r++) {
        const struct observed *gdp = gdp_of(outturn, outturns, r);

        for (size_t i = 0; gdp && i < gdp->count; i++) {
            if (gdp->year[i] <= h->origin)
                continue;
            output[h->rows] = (struct ensemble_output) { .region = r, .sector = PLAN_NONE, .year = gdp->year[i] };
            output[h->rows].indicator = indicator_number("gdp");
            h->row[h->rows++] = (struct hindcast_row) {
                .region = r, .year = gdp->year[i], .horizon = gdp->year[i] - h->origin, .outcome = gdp->value[i]
            };
        }
    }
}

/* Errors of growth pile up from year to year, draw by draw. */
static void
add_errors(const struct hindcast *h, const struct calibration *c, struct kept *k, uint64_t seed)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    double *sum = memory_new(k->room, sizeof *sum);

    gsl_rng_set(rng, seed);
    for (size_t i = 0; i < h->rows; i++) {
        const double sd = growth_error(c, h->row[i].region);

        for (size_t d = 0; d < k->room; d++) {
            const double z = gsl_ran_gaussian(rng, 1);

            sum[d] = (h->row[i].horizon == 1 ? 0 : sum[d]) + (isfinite(sd) ? sd * z : 0);
            k->draw[i * k->room + d] *= exp(sum[d]);
        }
    }
    free(sum);
    gsl_rng_free(rng);
}

static double
quantile(const double *sorted, double level)
{
    const double at = level * (HINDCAST_DRAWS - 1);
    const size_t below = (size_t) at;

    return sorted[below] + (at - (double) below) * (sorted[below + 1] - sorted[below]);
}

static void
score(struct hindcast *h, struct kept *k)
{
    for (size_t i = 0; i < h->rows; i++) {
        struct hindcast_row *x = &h->row[i];
        double *draw = &k->draw[i * k->room];

        gsl_sort(draw, 1, k->room);
        x->median = quantile(draw, 0.5);
        x->low90 = quantile(draw, 0.05);
        x->low50 = quantile(draw, 0.25);
        x->high50 = quantile(draw, 0.75);
        x->high90 = quantile(draw, 0.95);
        x->crps = hindcast_crps(draw, k->room, x->outcome);
        x->in50 = hindcast_covers(draw, k->room, 50, x->outcome);
        x->in90 = hindcast_covers(draw, k->room, 90, x->outcome);
    }
}

/* What a target of GDP at current prices after the origin asks for a year, percent; NaN: there is none */
static double
planned_growth(const struct plan *p, size_t region, double level)
{
    for (size_t i = 0; i < p->targets; i++) {
        const struct plan_target *g = &p->target[i];

        if (g->region == region && !strcmp(indicators[g->indicator].key, "gdp") && g->relation == AT_LEAST && !g->from
            && g->bound_indicator == PLAN_NONE && g->year > p->rebase)
            return 100 * (pow(g->bound / level, 1.0 / (g->year - p->rebase)) - 1);
    }
    return NAN;
}

static void
add_rivals(struct hindcast *h, const struct plan *p, const struct observed *outturn, size_t outturns)
{
    const struct observed *nation = p->benchmark == PLAN_NONE ? NULL : gdp_of(outturn, outturns, p->benchmark);
    const size_t origin = (size_t) (h->origin - p->start);

    for (size_t i = 0; i < h->rows; i++) {
        struct hindcast_row *x = &h->row[i];
        const struct observed *own = gdp_of(outturn, outturns, x->region);
        const struct rival_record r = { .years = origin,
                                        .level = own->value,
                                        .plan = planned_growth(p, x->region, own->value[origin - 1]),
                                        .nation = nation && x->region != p->benchmark ? nation->value : NULL };

        for (int which = 0; which < RIVALS; which++)
            x->rival[which] = rival_level((enum rival) which, &r, (size_t) x->horizon);
    }
}

static enum status
draw(struct hindcast *h, struct plan *p, const struct calibration *c, const struct ensemble_output *output,
     uint64_t seed, struct error *err)
{
    struct kept k = { h->rows, HINDCAST_DRAWS, memory_new(h->rows * HINDCAST_DRAWS + 1, sizeof(double)) };
    struct ensemble e = { 0 };
    const struct ensemble_options o = { .seed = seed,
                                        .draws = HINDCAST_DRAWS,
                                        .no_quantiles = true,
                                        .outputs = h->rows,
                                        .output = output,
                                        .sink = keep,
                                        .sink_arg = &k };
    const enum status rc = ensemble_run(&e, p, &o, err);

    if (!rc) {
        add_errors(h, c, &k, seed);
        score(h, &k);
    }
    ensemble_free(&e);
    free(k.draw);
    return rc;
}

enum status
hindcast_run(struct hindcast *out, struct plan *p, const struct observed *observed, size_t series,
             const struct observed *outturn, size_t outturns, uint64_t seed, struct error *err)
{
    struct calibration c = { 0 };
    struct ensemble_output *output = memory_new(p->regions * p->years + 1, sizeof *output);
    enum status rc = fit(&c, p, observed, series, err);

    out->origin = p->rebase;
    if (!rc) {
        out->row = memory_new(p->regions * p->years + 1, sizeof *out->row);
        calibration_apply(&c, p);
        hold_levers(p);
        draw_estimates(p, &c);
        add_rows(out, p, outturn, outturns, output);
        add_rivals(out, p, outturn, outturns);
        rc = draw(out, p, &c, output, seed, err);
    }
    calibration_free(&c);
    free(output);
    return rc;
}

void
hindcast_free(struct hindcast *h)
{
    free(h->row);
    *h = (struct hindcast) { 0 };
}

double
hindcast_error(const struct hindcast *h, enum rival rival, int horizon, size_t region)
{
    double sum = 0;
    size_t count = 0;

    for (size_t i = 0; i < h->rows; i++) {
        const struct hindcast_row *x = &h->row[i];
        const double said = rival == RIVALS ? x->median : x->rival[rival];

        if ((horizon && x->horizon != horizon) || (region != PLAN_NONE && x->region != region) || isnan(said))
            continue;
        sum += 100 * fabs(said / x->outcome - 1);
        count++;
    }
    return count ? sum / (double) count : NAN;
}
