/* A calibration as least squares: which numbers are sought, which values they have to meet. */
#include <math.h>
#include <stdlib.h>
#include "analysis/calibrate_parts.h"

static struct calibrate_estimate *
add_unknown(struct fit_problem *f, const struct plan_fit *fit, const size_t *entry, size_t entries)
{
    struct calibrate_estimate *x = &f->out->estimate[f->unknowns];
    const struct plan *p = f->out->plan;

    *x = (struct calibrate_estimate) {
        .fit = fit,
        .entries = entries,
        .entry = entry,
        .prior = fit->mean,
        .prior_sd = fit->sd,
        .low = fit->low,
        .high = fit->high,
    };
    x->planned = p->value[p->entry[fit->entry[entries ? (size_t) (entry - fit->entry) : 0]].offset];
    f->mean[f->unknowns++] = PLAN_NONE;
    return x;
}

/* Each setting its own unknown about a common mean, which comes first. */
static void
add_group(struct fit_problem *f, const struct plan_fit *fit)
{
    const size_t mean = f->unknowns;

    add_unknown(f, fit, NULL, 0);
    for (size_t i = 0; i < fit->entries; i++) {
        struct calibrate_estimate *x = add_unknown(f, fit, &fit->entry[i], 1);

        x->prior_sd = fit->spread;
        f->mean[f->unknowns - 1] = mean;
    }
}

static void
add_unknowns(struct fit_problem *f)
{
    const struct plan *p = f->out->plan;
    size_t most = 0;

    for (size_t i = 0; i < p->fits; i++)
        most += p->fit[i].entries + 1;
    f->out->estimate = memory_new(most + 1, sizeof *f->out->estimate);
    f->mean = memory_new(most + 1, sizeof *f->mean);
    f->prior = memory_new(most + 1, sizeof *f->prior);
    f->scale = memory_new(most + 1, sizeof *f->scale);
    f->point = memory_new((most + 1) * LANES, sizeof *f->point);
    for (size_t i = 0; i < p->fits; i++)
        if (isnan(p->fit[i].spread))
            add_unknown(f, &p->fit[i], p->fit[i].entry, p->fit[i].entries);
        else
            add_group(f, &p->fit[i]);
    f->out->estimates = f->unknowns;
    for (size_t k = 0; k < f->unknowns; k++) {
        const struct calibrate_estimate *x = &f->out->estimate[k];

        if (isfinite(x->prior_sd))
            f->prior[f->priors++] = k;
        f->scale[k] = fmin(isfinite(x->prior_sd) ? x->prior_sd : INFINITY, (x->high - x->low) / 4);
    }
}

static bool
is_fitted(const struct observed *o, int year, const struct calibrate_options *options)
{
    return !isnan(o->sigma) && (!options->from || year >= options->from) && (!options->to || year <= options->to);
}

/* The values of one series that the plan reports after its base year; false where it reports none of that name */
static bool
add_series(struct fit_problem *f, const struct observed *o, size_t number, const struct calibrate_options *options)
{
    const struct plan *p = f->out->plan;
    const size_t series = o->region == PLAN_NONE
                              ? PLAN_NONE
                              : series_find(f->world.series, f->world.count, o->region, o->indicator);

    if (series == PLAN_NONE)
        return false;
    for (size_t i = 0; i < o->count; i++) {
        const size_t n = f->out->residuals;
        const bool fitted = is_fitted(o, o->year[i], options);

        if (o->year[i] <= p->start || o->year[i] > p->end)
            continue;
        f->out->residual[n] = (struct calibrate_residual) {
            .observed = number, .year = o->year[i], .value = o->value[i], .fitted = fitted
        };
        f->row[n] = (struct fit_row) { n, series, (size_t) (o->year[i] - p->start), o->sigma, o->relative };
        f->out->residuals++;
        f->out->values += fitted;
    }
    return true;
}

/* Fitted rows first: the sum's terms; the others are compared only. */
static void
sort_rows(struct fit_problem *f)
{
    struct fit_row *sorted = memory_new(f->out->residuals + 1, sizeof *sorted);
    size_t next = 0;

    for (int fitted = 1; fitted >= 0; fitted--)
        for (size_t i = 0; i < f->out->residuals; i++)
            if (f->out->residual[f->row[i].residual].fitted == (fitted == 1))
                sorted[next++] = f->row[i];
    free(f->row);
    f->row = sorted;
    f->rows = f->out->values;
}

static enum status
add_rows(struct fit_problem *f, const struct observed *observed, size_t series, const struct calibrate_options *o,
         struct error *err)
{
    size_t most = 0;
    enum status rc = OK;

    for (size_t i = 0; i < series; i++)
        most += observed[i].count;
    f->out->residual = memory_new(most + 1, sizeof *f->out->residual);
    f->row = memory_new(most + 1, sizeof *f->row);
    for (size_t i = 0; i < series; i++)
        if (!add_series(f, &observed[i], i, o) && !isnan(observed[i].sigma))
            rc = error_add(err, FAILED_INPUT, observed[i].place, WORD_calibrate_not_reported, observed[i].indicator);
    sort_rows(f);
    return rc;
}

/* Common means stand for no setting. */
static size_t
settings(const struct fit_problem *f)
{
    size_t count = 0;

    for (size_t k = 0; k < f->unknowns; k++)
        count += f->out->estimate[k].entries > 0;
    return count;
}

static enum status
check_counts(const struct fit_problem *f, struct error *err)
{
    char values[TEXT_NUMBER], sought[TEXT_NUMBER];

    if (!f->unknowns)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_calibrate_nothing_to_fit);
    if (!f->rows)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_calibrate_nothing_observed);
    if (f->rows < settings(f))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_calibrate_too_few, text_number(values, (double) f->rows),
                         text_number(sought, (double) settings(f)));
    return OK;
}

enum status
fit_open(struct fit_problem *f, struct calibration *out, const struct observed *observed, size_t series,
         const struct calibrate_options *o, struct error *err)
{
    enum status rc = world_init(&f->world, out->plan, err);

    f->out = out;
    if (rc)
        return rc;
    add_unknowns(f);
    rc = add_rows(f, observed, series, o, err);
    if (!rc)
        rc = check_counts(f, err);
    f->change = lanes_new(f->unknowns + 1);
    for (size_t k = 0; k < f->unknowns; k++)
        for (size_t i = 0; i < out->estimate[k].entries; i++)
            world_shift(&f->world, out->estimate[k].entry[i], f->change[k]);
    return rc;
}

/* Runs the first `count` of f->point, a lane each. */
static enum status
run_points(struct fit_problem *f, size_t count, struct error *err)
{
    for (size_t k = 0; k < f->unknowns; k++)
        EACH_LANE(l)
            f->change[k][l] = f->point[(l < count ? l : 0) * f->unknowns + k] - f->out->estimate[k].planned;
    f->runs += count;
    return world_run(&f->world, err);
}

/* (model - observed)/sigma, or of logarithms; not a number where a logarithm has none */
static double
scaled(const struct fit_row *r, double model, double value)
{
    return r->relative ? log(model / value) / r->sigma : (model - value) / r->sigma;
}

static double
row_value(const struct fit_problem *f, const struct fit_row *r, size_t l)
{
    return scaled(r, world_row(&f->world, r->series, r->t)[l], f->out->residual[r->residual].value);
}

static void
prior_rows(const struct fit_problem *f, const double *x, double *y)
{
    for (size_t i = 0; i < f->priors; i++) {
        const size_t k = f->prior[i], mean = f->mean[k];

        y[i] = (x[k] - (mean == PLAN_NONE ? f->out->estimate[k].prior : x[mean])) / f->out->estimate[k].prior_sd;
    }
}

enum status
fit_residuals(struct fit_problem *f, const double *x, double *y, struct error *err)
{
    enum status rc;

    memcpy(f->point, x, f->unknowns * sizeof *x);
    rc = run_points(f, 1, err);
    if (rc)
        return rc;
    for (size_t i = 0; i < f->rows; i++)
        y[i] = row_value(f, &f->row[i], 0);
    prior_rows(f, x, y + f->rows);
    return OK;
}

/* Two lanes for each unknown: a step up and a step down, within the bounds */
static void
set_steps(struct fit_problem *f, const double *x, size_t first, size_t count, double *width)
{
    for (size_t i = 0; i < count; i++) {
        double *up = &f->point[2 * i * f->unknowns], *down = up + f->unknowns;
        const size_t k = first + i;
        const double step = 1e-4 * f->scale[k];

        memcpy(up, x, f->unknowns * sizeof *x);
        memcpy(down, x, f->unknowns * sizeof *x);
        up[k] = fmin(x[k] + step, f->out->estimate[k].high);
        down[k] = fmax(x[k] - step, f->out->estimate[k].low);
        width[i] = up[k] - down[k];
    }
}

static void
prior_derivatives(const struct fit_problem *f, double *j)
{
    for (size_t i = 0; i < f->priors; i++) {
        const size_t k = f->prior[i];
        double *row = &j[(f->rows + i) * f->unknowns];

        memset(row, 0, f->unknowns * sizeof *row);
        row[k] = 1 / f->out->estimate[k].prior_sd;
        if (f->mean[k] != PLAN_NONE)
            row[f->mean[k]] = -row[k];
    }
}

enum status
fit_jacobian(struct fit_problem *f, const double *x, double *j, struct error *err)
{
    double width[LANES / 2];
    enum status rc = OK;

    for (size_t first = 0; first < f->unknowns && !rc; first += LANES / 2) {
        const size_t left = f->unknowns - first, count = left < LANES / 2 ? left : LANES / 2;

        set_steps(f, x, first, count, width);
        rc = run_points(f, 2 * count, err);
        for (size_t i = 0; i < f->rows && !rc; i++)
            for (size_t c = 0; c < count; c++)
                j[i * f->unknowns + first + c] = (row_value(f, &f->row[i], 2 * c) - row_value(f, &f->row[i], 2 * c + 1))
                                                 / width[c];
    }
    prior_derivatives(f, j);
    return rc;
}

enum status
fit_compare(struct fit_problem *f, const double *x, struct error *err)
{
    enum status rc;

    memcpy(f->point, x, f->unknowns * sizeof *x);
    rc = run_points(f, 1, err);
    for (size_t i = 0; i < f->out->residuals && !rc; i++) {
        struct calibrate_residual *r = &f->out->residual[f->row[i].residual];

        r->model = world_row(&f->world, f->row[i].series, f->row[i].t)[0];
        r->scaled = scaled(&f->row[i], r->model, r->value);
    }
    return rc;
}

void
fit_close(struct fit_problem *f)
{
    world_free(&f->world);
    free(f->row);
    free(f->prior);
    free(f->mean);
    free(f->scale);
    free(f->point);
    free(f->change);
    *f = (struct fit_problem) { 0 };
}
