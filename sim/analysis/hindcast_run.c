#include "analysis/hindcast_run.h"
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/hindcast_parts.h"
#include "base/memory.h"

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

static double
quantile(const double *sorted, double level)
{
    const double at = level * (HINDCAST_DRAWS - 1);
    const size_t below = (size_t) at;

    return sorted[below] + (at - (double) below) * (sorted[below + 1] - sorted[below]);
}

static void
score(struct hindcast_row *x, double *draw)
{
    gsl_sort(draw, 1, HINDCAST_DRAWS);
    x->median = quantile(draw, 0.5);
    x->low90 = quantile(draw, 0.05);
    x->low50 = quantile(draw, 0.25);
    x->high50 = quantile(draw, 0.75);
    x->high90 = quantile(draw, 0.95);
    x->crps = hindcast_crps(draw, HINDCAST_DRAWS, x->outcome);
    x->in50 = hindcast_covers(draw, HINDCAST_DRAWS, 50, x->outcome);
    x->in90 = hindcast_covers(draw, HINDCAST_DRAWS, 90, x->outcome);
}

/* Draws of the rows from `first` on, scored */
static enum status
draw(struct hindcast *h, size_t first, const struct plan *p, const struct hindcast_errors *errors,
     const struct ensemble_output *output, uint64_t seed, struct error *err)
{
    struct kept k = { h->rows - first, HINDCAST_DRAWS, NULL };
    struct ensemble e = { 0 };
    const struct ensemble_options o = { .seed = seed,
                                        .draws = HINDCAST_DRAWS,
                                        .no_quantiles = true,
                                        .outputs = k.count,
                                        .output = output,
                                        .sink = keep,
                                        .sink_arg = &k };
    enum status rc;

    k.draw = memory_new(k.count * HINDCAST_DRAWS + 1, sizeof *k.draw);
    rc = ensemble_run(&e, p, &o, err);
    if (!rc)
        hindcast_errors_add(errors, h, first, k.draw, seed);
    for (size_t i = 0; i < k.count && !rc; i++)
        score(&h->row[first + i], &k.draw[i * HINDCAST_DRAWS]);
    ensemble_free(&e);
    free(k.draw);
    return rc;
}

static enum status
project(struct hindcast *out, struct plan *p, const struct calibration *c, const struct hindcast_past *past,
        uint64_t seed, struct error *err)
{
    struct ensemble_output *output = memory_new(HINDCAST_FIGURES * p->regions * p->years, sizeof *output);
    struct hindcast_errors errors = { 0 };
    const size_t first = out->rows;
    enum status rc = OK;

    hindcast_errors_find(&errors, past, p);
    hindcast_hold_levers(p);
    draw_estimates(p, c);
    hindcast_add_rows(out, past, p, output);
    if (out->rows > first)
        rc = draw(out, first, p, &errors, output, seed, err);
    hindcast_errors_free(&errors);
    free(output);
    return rc;
}

enum status
hindcast_run(struct hindcast *out, struct plan *p, const struct observed *observed, size_t series,
             const struct observed *outturn, size_t outturns, uint64_t seed, struct error *err)
{
    struct calibration c = { 0 };
    struct hindcast_past past = { 0 };
    enum status rc = fit(&c, p, observed, series, err);

    out->first = out->first ? out->first : p->rebase;
    out->last = p->rebase;
    if (!rc) {
        calibration_apply(&c, p);
        rc = hindcast_tell(&past, p, outturn, outturns, err);
    }
    if (!rc)
        rc = project(out, p, &c, &past, seed, err);
    hindcast_past_free(&past);
    calibration_free(&c);
    return rc;
}

void
hindcast_free(struct hindcast *h)
{
    free(h->row);
    *h = (struct hindcast) { 0 };
}
