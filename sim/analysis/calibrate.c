#include "analysis/calibrate.h"
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/calibrate_parts.h"

#define ITERATIONS 200
#define BROKEN 1e10 /* a scaled residual where the model breaks: no step goes there */
#define AGREE 1e-3  /* of a setting's scale, within which two starts ended at the same place */

/* What GSL is given: the problem in u, x = low + (high - low)(1 + sin u)/2 */
struct search {
    struct fit_problem *problem;
    double *x, *best;     /* [unknowns] */
    double cost;          /* at best; infinite before a start has ended */
    struct error *broken; /* why the model broke, of the last time */
};

static double
inside(const struct calibrate_estimate *e, double u)
{
    return e->low + (e->high - e->low) * (1 + sin(u)) / 2;
}

static void
to_x(const struct fit_problem *f, const gsl_vector *u, double *x)
{
    for (size_t k = 0; k < f->unknowns; k++)
        x[k] = inside(&f->out->estimate[k], gsl_vector_get(u, k));
}

/* Bounds themselves are flat in u: a start keeps off them. */
static void
to_u(const struct fit_problem *f, const double *x, gsl_vector *u)
{
    for (size_t k = 0; k < f->unknowns; k++) {
        const struct calibrate_estimate *e = &f->out->estimate[k];
        const double part = 2 * (x[k] - e->low) / (e->high - e->low) - 1;

        gsl_vector_set(u, k, asin(fmax(-0.98, fmin(0.98, part))));
    }
}

static int
residuals_at(const gsl_vector *u, void *arg, gsl_vector *y)
{
    struct search *s = arg;
    const struct fit_problem *f = s->problem;

    to_x(f, u, s->x);
    error_free(s->broken);
    if (fit_residuals(s->problem, s->x, y->data, s->broken))
        for (size_t i = 0; i < f->rows; i++)
            y->data[i] = BROKEN;
    for (size_t i = 0; i < f->rows; i++)
        if (!isfinite(y->data[i]))
            y->data[i] = BROKEN;
    return GSL_SUCCESS;
}

static int
derivatives_at(const gsl_vector *u, void *arg, gsl_matrix *j)
{
    struct search *s = arg;
    const struct fit_problem *f = s->problem;

    to_x(f, u, s->x);
    error_free(s->broken);
    if (fit_jacobian(s->problem, s->x, j->data, s->broken))
        return GSL_EFAILED;
    for (size_t i = 0; i < j->size1; i++)
        for (size_t k = 0; k < f->unknowns; k++) {
            const struct calibrate_estimate *e = &f->out->estimate[k];

            j->data[i * j->tda + k] *= (e->high - e->low) / 2 * cos(gsl_vector_get(u, k));
        }
    return GSL_SUCCESS;
}

/* Keeps where the start ended, if it did and nothing before was better. */
static void
keep(struct search *s, const gsl_multifit_nlinear_workspace *w)
{
    struct calibration *out = s->problem->out;
    const gsl_vector *y = gsl_multifit_nlinear_residual(w);
    double cost = 0, apart = 0;

    for (size_t i = 0; i < y->size; i++)
        cost += gsl_vector_get(y, i) * gsl_vector_get(y, i);
    to_x(s->problem, gsl_multifit_nlinear_position(w), s->x);
    for (size_t k = 0; k < s->problem->unknowns; k++)
        apart = fmax(apart, fabs(s->x[k] - s->best[k]) / s->problem->scale[k]);
    if (!isfinite(cost) || cost >= BROKEN)
        return;
    out->starts++;
    if (isfinite(s->cost) && apart < AGREE)
        out->agreeing++;
    else if (cost < s->cost)
        out->agreeing = 1;
    if (cost < s->cost) {
        s->cost = cost;
        memcpy(s->best, s->x, s->problem->unknowns * sizeof *s->best);
    }
}

static void
search_from(struct search *s, gsl_multifit_nlinear_workspace *w, gsl_multifit_nlinear_fdf *fdf, gsl_vector *u)
{
    int info, status = gsl_multifit_nlinear_init(u, fdf, w);

    if (!status)
        status = gsl_multifit_nlinear_driver(ITERATIONS, 1e-11, 1e-11, 0, NULL, NULL, &info, w);
    if (!status || status == GSL_ENOPROG) /* no step makes it better: the limit of what doubles can tell */
        keep(s, w);
}

/* Start 0 is the plan; the others lie about it (van der Corput's points in coprime bases), within two scales. */
static void
start_at(const struct fit_problem *f, size_t start, double *x)
{
    static const size_t base[] = { 2, 3, 5, 7, 11, 13, 17, 19, 23, 29 };

    for (size_t k = 0; k < f->unknowns; k++) {
        const struct calibrate_estimate *e = &f->out->estimate[k];
        const size_t b = base[k % (sizeof base / sizeof base[0])];
        double part = 0, place = 1;

        for (size_t i = start * (1 + k / (sizeof base / sizeof base[0])); i; i /= b)
            part += (double) (i % b) * (place /= (double) b);
        x[k] = start ? e->planned + 4 * (part - 0.5) * f->scale[k] : e->planned;
        x[k] = fmax(e->low, fmin(e->high, x[k]));
    }
}

static enum status
search_all(struct search *s, size_t starts)
{
    const struct fit_problem *f = s->problem;
    gsl_multifit_nlinear_parameters how = gsl_multifit_nlinear_default_parameters();
    gsl_multifit_nlinear_fdf fdf = {
        .f = residuals_at, .df = derivatives_at, .n = f->rows + f->priors, .p = f->unknowns, .params = s
    };
    gsl_multifit_nlinear_workspace *w;
    gsl_vector *u = gsl_vector_alloc(f->unknowns);
    double *x = memory_new(f->unknowns, sizeof *x);

    how.solver = gsl_multifit_nlinear_solver_svd;
    w = gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &how, fdf.n, fdf.p);
    if (!w || !u)
        memory_missing();
    for (size_t i = 0; i < starts; i++) {
        start_at(f, i, x);
        to_u(f, x, u);
        search_from(s, w, &fdf, u);
    }
    gsl_multifit_nlinear_free(w);
    gsl_vector_free(u);
    free(x);
    return isfinite(s->cost) ? OK : FAILED_WORK;
}

static void
error_take(struct error *to, const struct error *from)
{
    for (size_t i = 0; i < from->lines; i++) {
        const struct error_line *line = &from->line[i];
        const char *arguments[ERROR_ARGUMENTS + 1] = { NULL };

        for (size_t k = 0; k < ERROR_ARGUMENTS; k++)
            arguments[k] = line->argument[k];
        error_add_words(to, line->status, (struct place) { line->file, line->line }, line->word, arguments);
    }
}

static enum status
not_converged(const struct search *s, size_t starts, struct error *err)
{
    char count[TEXT_NUMBER];

    error_take(err, s->broken);
    return error_add(err, FAILED_WORK, NOWHERE, WORD_calibrate_not_converged, text_number(count, (double) starts));
}

/* Can the data tell the settings at all? Asked at two places, for a setting may be without effect at one. */
static enum status
check_sense(struct search *s, const struct observed *observed, struct error *err)
{
    struct fit_problem *f = s->problem;
    const size_t cells = (f->rows + f->priors) * f->unknowns;
    double *j[2] = { memory_new(cells + 1, sizeof(double)), memory_new(cells + 1, sizeof(double)) };
    enum status rc = OK;

    for (size_t i = 0; i < 2 && !rc; i++) {
        start_at(f, i, s->x);
        rc = fit_jacobian(f, s->x, j[i], err);
    }
    if (!rc)
        rc = fit_check(f, (const double *const[]) { j[0], j[1] }, observed, err);
    free(j[0]);
    free(j[1]);
    return rc;
}

static void
tell_series(struct calibration *out, const struct observed *observed, size_t series)
{
    out->series = memory_new(series + 1, sizeof *out->series);
    for (size_t i = 0, n = 0; i < out->residuals; i = n) {
        struct calibrate_series *s = &out->series[out->count++];
        bool fitted = false;

        while (n < out->residuals && out->residual[n].observed == out->residual[i].observed)
            fitted |= out->residual[n++].fitted;
        *s = (struct calibrate_series) { .observed = &observed[out->residual[i].observed], .fitted = fitted };
        for (size_t k = i; k < n; k++) {
            const struct calibrate_residual *r = &out->residual[k];

            if (fitted && !r->fitted)
                continue;
            s->count++;
            s->mean += r->model - r->value;
            s->root_mean_square += (r->model - r->value) * (r->model - r->value);
            s->scaled += r->scaled * r->scaled;
        }
        s->mean /= (double) s->count;
        s->root_mean_square = sqrt(s->root_mean_square / (double) s->count);
        s->scaled = sqrt(s->scaled / (double) s->count);
    }
}

static void
tell_estimates(const struct search *s)
{
    struct calibration *out = s->problem->out;

    for (size_t k = 0; k < out->estimates; k++) {
        struct calibrate_estimate *e = &out->estimate[k];
        const double near = (e->high - e->low) / 1000;

        e->value = s->best[k];
        if (s->problem->mean[k] != PLAN_NONE)
            e->prior = s->best[s->problem->mean[k]];
        e->at_bound = e->value < e->low + near || e->value > e->high - near;
    }
}

/* What is told at the optimum */
static enum status
conclude(struct search *s, const struct observed *observed, size_t series, struct error *err)
{
    struct fit_problem *f = s->problem;
    double *y = memory_new(f->rows + f->priors, sizeof *y);
    double *j = memory_new((f->rows + f->priors) * f->unknowns, sizeof *j);
    enum status rc = fit_residuals(f, s->best, y, err);

    for (size_t i = 0; i < f->rows + f->priors && !rc; i++)
        *(i < f->rows ? &f->out->misfit : &f->out->penalty) += y[i] * y[i];
    tell_estimates(s);
    if (!rc)
        rc = fit_jacobian(f, s->best, j, err);
    if (!rc)
        rc = fit_precision(f, j, err);
    if (!rc)
        rc = fit_compare(f, s->best, err);
    if (!rc)
        tell_series(f->out, observed, series);
    free(y);
    free(j);
    return rc;
}

enum status
calibrate(struct calibration *out, const struct plan *plan, const struct observed *observed, size_t series,
          const struct calibrate_options *o, struct error *err)
{
    const size_t starts = o->starts ? o->starts : CALIBRATE_STARTS;
    struct fit_problem f = { 0 };
    struct error broken = { 0 };
    struct search s = { .problem = &f, .cost = INFINITY, .broken = &broken };
    enum status rc;

    *out = (struct calibration) { .plan = plan };
    rc = fit_open(&f, out, observed, series, o, err);
    s.x = memory_new(f.unknowns + 1, sizeof *s.x);
    s.best = memory_new(f.unknowns + 1, sizeof *s.best);
    if (!rc)
        rc = check_sense(&s, observed, err);
    if (!rc && search_all(&s, starts))
        rc = not_converged(&s, starts, err);
    if (!rc)
        rc = conclude(&s, observed, series, err);
    out->runs = f.runs;
    free(s.x);
    free(s.best);
    error_free(&broken);
    fit_close(&f);
    return rc;
}

void
calibration_free(struct calibration *c)
{
    free(c->estimate);
    free(c->covariance);
    free(c->residual);
    free(c->series);
    *c = (struct calibration) { 0 };
}

void
calibration_apply(const struct calibration *c, struct plan *p)
{
    for (size_t k = 0; k < c->estimates; k++)
        for (size_t i = 0; i < c->estimate[k].entries; i++) {
            const struct plan_entry *e = &p->entry[c->estimate[k].entry[i]];

            for (size_t t = 0; t < e->length; t++)
                p->value[e->offset + t] += c->estimate[k].value - c->estimate[k].planned;
        }
}

double
calibration_correlation(const struct calibration *c, size_t a, size_t b)
{
    const double *v = c->covariance;
    const size_t n = c->estimates;

    return v[a * n + b] / sqrt(v[a * n + a] * v[b * n + b]);
}
