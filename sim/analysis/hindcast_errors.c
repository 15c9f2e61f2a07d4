/* Errors of the rule in the years of its fit, and how they go on after the origin.
 *
 *     e_t  = change of what came about less change as told, year t; logarithms, or points of a share
 *     rho  = sum e_t e_(t-1) / sum e_(t-1)^2 over all regions, from T - 1 pairs a region corrected for the T years' own
 *            mean (Nickell 1981, Econometrica 49: rho is too small by about (1 + rho)/(T - 1)); within 0 and 0.95
 *     s^2  = sum e_t^2/(T - 1): half the region's own, half that of all regions
 *     e'   = rho e + s sqrt(1 - rho^2) z,  0 at the origin, as shocks are there; a level bears the sum of all since
 */
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>
#include "analysis/hindcast_parts.h"

#define RHO_MOST 0.95

static double
change(const double *x, size_t t, bool points)
{
    return points ? x[t] - x[t - 1] : log(x[t] / x[t - 1]);
}

/* Fills e[1..origin]; false where a year is not known. */
static bool
errors_of(double *e, const struct hindcast_past *past, size_t region, enum hindcast_figure figure)
{
    const struct hindcast_judged *what = &hindcast_judged[figure];
    const size_t series = trajectory_find(&past->told, region, what->indicator);
    const double *came = hindcast_came(past, region, figure);

    for (size_t t = 1; t <= past->origin; t++) {
        if (!came)
            return false;
        e[t] = change(came, t, what->points) - change(&past->told.value[series * past->told.years], t, what->points);
        if (!isfinite(e[t]))
            return false;
    }
    return true;
}

static double
persistence(double pairs, double squares, size_t years)
{
    const double t = (double) years, rough = squares > 0 ? pairs / squares : 0;

    return years > 2 ? fmax(0, fmin(RHO_MOST, (rough * (t - 1) + 1) / (t - 2))) : 0;
}

/* Of one figure: mean squares of each region, then rho and the mean of all */
static void
find_figure(struct hindcast_errors *found, const struct hindcast_past *past, const struct plan *p,
            enum hindcast_figure figure, double *e)
{
    double pairs = 0, squares = 0, all = 0, regions = 0;

    for (size_t r = 0; r < p->regions; r++) {
        double *sigma = &found->sigma[r * HINDCAST_FIGURES + figure], own = 0;

        *sigma = NAN;
        if (!errors_of(e, past, r, figure))
            continue;
        for (size_t t = 1; t <= past->origin; t++) {
            own += e[t] * e[t] / ((double) past->origin - 1);
            pairs += t > 1 ? e[t] * e[t - 1] : 0;
            squares += t > 1 ? e[t - 1] * e[t - 1] : 0;
        }
        *sigma = own;
        all += own;
        regions++;
    }
    found->rho[figure] = persistence(pairs, squares, past->origin);
    for (size_t r = 0; r < p->regions; r++) {
        double *sigma = &found->sigma[r * HINDCAST_FIGURES + figure];

        *sigma = sqrt((*sigma + all / regions) / 2 * (1 - found->rho[figure] * found->rho[figure]));
    }
}

void
hindcast_errors_find(struct hindcast_errors *e, const struct hindcast_past *past, const struct plan *p)
{
    double *year = memory_new(past->origin + 1, sizeof *year);

    e->sigma = memory_new(p->regions * HINDCAST_FIGURES, sizeof *e->sigma);
    for (int figure = 0; figure < HINDCAST_FIGURES; figure++)
        find_figure(e, past, p, (enum hindcast_figure) figure, year);
    free(year);
}

void
hindcast_errors_free(struct hindcast_errors *e)
{
    free(e->sigma);
    *e = (struct hindcast_errors) { 0 };
}

struct path {
    double error, sum;
};

/* A year further; the draw bears the sum of its errors. */
static void
bear(double *draw, struct path *path, double next, bool points)
{
    path->error = next;
    path->sum += next;
    *draw = points ? fmax(0, fmin(100, *draw + path->sum)) : *draw * exp(path->sum);
}

void
hindcast_errors_add(const struct hindcast_errors *e, const struct hindcast *h, size_t first, double *draw,
                    uint64_t seed)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    struct path *path = memory_new(HINDCAST_DRAWS, sizeof *path);

    gsl_rng_set(rng, seed);
    for (size_t i = first; i < h->rows; i++) {
        const struct hindcast_row *x = &h->row[i];
        const size_t at = x->region * HINDCAST_FIGURES + x->figure;

        for (size_t d = 0; d < HINDCAST_DRAWS; d++) {
            if (x->horizon == 1)
                path[d] = (struct path) { 0 };
            bear(&draw[(i - first) * HINDCAST_DRAWS + d], &path[d],
                 e->rho[x->figure] * path[d].error + e->sigma[at] * gsl_ran_gaussian(rng, 1),
                 hindcast_judged[x->figure].points);
        }
    }
    free(path);
    gsl_rng_free(rng);
}
