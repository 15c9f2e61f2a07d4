/* Whether data and priors tell the settings, and how well. */
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdlib.h>
#include "analysis/calibrate_parts.h"

#define NOTHING 1e-8  /* a scaled residual that a scale's change of a setting moves by less is not moved by it */
#define SINGULAR 1e-7 /* of the largest singular value, columns scaled: derivatives by differences are as exact */

const char *
fit_name(const struct fit_problem *f, size_t unknown)
{
    const struct calibrate_estimate *e = &f->out->estimate[unknown];

    return f->out->plan->entry[e->entries ? e->entry[0] : e->fit->entry[0]].key;
}

/* By how much the setting moves the row, a scale's change, in sigmas; the larger of the two places */
static double
moves(const struct fit_problem *f, const double *const j[2], size_t row, size_t unknown)
{
    const size_t at = row * f->unknowns + unknown;

    return fmax(fabs(j[0][at]), fabs(j[1][at])) * f->scale[unknown];
}

static enum status
check_settings(const struct fit_problem *f, const double *const j[2], struct error *err)
{
    enum status rc = OK;

    for (size_t k = 0; k < f->unknowns; k++) {
        const struct calibrate_estimate *e = &f->out->estimate[k];
        double most = 0;

        for (size_t i = 0; i < f->rows; i++)
            most = fmax(most, moves(f, j, i, k));
        if (e->entries && most < NOTHING && !isfinite(e->prior_sd))
            rc = error_add(err, FAILED_INPUT, e->fit->place, WORD_calibrate_moves_nothing, fit_name(f, k));
    }
    return rc;
}

/* A series of which no setting moves any value */
static enum status
check_series(const struct fit_problem *f, const double *const j[2], const struct observed *observed, struct error *err)
{
    enum status rc = OK;

    for (size_t i = 0, n = 0; i < f->rows; i = n) {
        const size_t series = f->out->residual[f->row[i].residual].observed;
        double most = 0;

        for (; n < f->rows && f->out->residual[f->row[n].residual].observed == series; n++)
            for (size_t k = 0; k < f->unknowns; k++)
                most = fmax(most, moves(f, j, n, k));
        if (most < NOTHING)
            rc = error_add(err, FAILED_INPUT, observed[series].place, WORD_calibrate_not_moved,
                           observed[series].indicator, f->out->plan->region[observed[series].region].key);
    }
    return rc;
}

enum status
fit_check(const struct fit_problem *f, const double *const j[2], const struct observed *observed, struct error *err)
{
    const enum status settings = check_settings(f, j, err), series = check_series(f, j, observed, err);

    return settings ? settings : series;
}

/* The two settings that weigh most in the direction that nothing tells */
static enum status
complain_singular(const struct fit_problem *f, const gsl_matrix *v, struct error *err)
{
    size_t first = 0, second = 0;

    for (size_t k = 1; k < f->unknowns; k++)
        if (fabs(gsl_matrix_get(v, k, f->unknowns - 1)) > fabs(gsl_matrix_get(v, first, f->unknowns - 1)))
            first = k;
    second = first == 0 && f->unknowns > 1 ? 1 : 0;
    for (size_t k = 0; k < f->unknowns; k++)
        if (k != first
            && fabs(gsl_matrix_get(v, k, f->unknowns - 1)) > fabs(gsl_matrix_get(v, second, f->unknowns - 1)))
            second = k;
    return error_add(err, FAILED_INPUT, f->out->estimate[first].fit->place, WORD_calibrate_singular, fit_name(f, first),
                     fit_name(f, second));
}

/* (J'J)^-1 from the singular values of J with scaled columns, undone */
static void
invert(const struct fit_problem *f, const gsl_vector *singular, const gsl_matrix *v)
{
    double *out = f->out->covariance;

    for (size_t a = 0; a < f->unknowns; a++)
        for (size_t b = 0; b < f->unknowns; b++) {
            double sum = 0;

            for (size_t k = 0; k < f->unknowns; k++)
                sum += gsl_matrix_get(v, a, k) * gsl_matrix_get(v, b, k)
                       / (gsl_vector_get(singular, k) * gsl_vector_get(singular, k));
            out[a * f->unknowns + b] = sum * f->scale[a] * f->scale[b];
        }
}

static enum status
find_covariance(const struct fit_problem *f, const double *j, struct error *err)
{
    const size_t n = f->unknowns, rows = f->rows + f->priors, height = rows > n ? rows : n;
    gsl_matrix *a = gsl_matrix_calloc(height, n), *v = gsl_matrix_alloc(n, n);
    gsl_vector *singular = gsl_vector_alloc(n), *work = gsl_vector_alloc(n);
    enum status rc = OK;

    if (!a || !v || !singular || !work)
        memory_missing();
    for (size_t i = 0; i < rows; i++)
        for (size_t k = 0; k < n; k++)
            gsl_matrix_set(a, i, k, j[i * n + k] * f->scale[k]);
    gsl_linalg_SV_decomp(a, v, singular, work);
    if (!(gsl_vector_get(singular, n - 1) > SINGULAR * gsl_vector_get(singular, 0)))
        rc = complain_singular(f, v, err);
    else
        invert(f, singular, v);
    gsl_matrix_free(a);
    gsl_matrix_free(v);
    gsl_vector_free(singular);
    gsl_vector_free(work);
    return rc;
}

/* How much of an estimate the prior decides: the diagonal of covariance times the priors' precision. A member of a
 * group leans on the group's mean; the mean itself, never observed, on what was thought of it. */
static double
prior_share(const struct fit_problem *f, size_t k)
{
    const double *covariance = f->out->covariance, sd = f->out->estimate[k].prior_sd;
    double lean = covariance[k * f->unknowns + k];

    if (f->mean[k] != PLAN_NONE)
        lean -= covariance[k * f->unknowns + f->mean[k]];
    return isfinite(sd) ? lean / (sd * sd) : 0;
}

enum status
fit_precision(const struct fit_problem *f, const double *j, struct error *err)
{
    struct calibration *out = f->out;
    size_t settings = 0;
    enum status rc;

    out->covariance = memory_new(f->unknowns * f->unknowns, sizeof *out->covariance);
    rc = find_covariance(f, j, err);
    for (size_t k = 0; k < f->unknowns && !rc; k++) {
        struct calibrate_estimate *e = &out->estimate[k];

        e->error = sqrt(out->covariance[k * f->unknowns + k]);
        e->prior_share = fmax(0, fmin(1, prior_share(f, k)));
        e->verdict = e->prior_share < 0.5 ? FIT_BY_DATA : e->prior_share < 0.9 ? FIT_BY_BOTH : FIT_BY_PRIOR;
        if (e->entries) {
            out->prior_share += e->prior_share;
            settings++;
        }
    }
    out->prior_share /= (double) (settings ? settings : 1);
    return rc;
}
