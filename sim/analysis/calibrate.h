/* Calibration: settings fitted to what was observed, with what was thought of them before.
 *
 *     minimise  sum_i ((model_i(x) - observed_i)/sigma_i)^2  +  sum_k ((x_k - mean_k)/sd_k)^2        low <= x <= high
 *
 * x are the values of the plan's `fit` settings in the base year; a path keeps its shape and is shifted as a whole, and
 * all settings of one entry are shifted by the same. Where an entry has a spread, each of its settings has an x of its
 * own with the prior N(m, spread^2), and their common mean m is fitted, too, with the prior N(mean, sd^2): what the data
 * do not tell of one is taken from the others. A relative sigma compares logarithms.
 * By GSL's trust region (Levenberg-Marquardt), from several starts; bounds by x = low + (high - low)(1 + sin u)/2. The
 * covariance is that of the linearised problem at the optimum, (J'J + P)^-1 with P the priors' precision, bounds left
 * aside: standard errors are right as far as the sigmas are.
 * Source: Seber and Wild (1989), Nonlinear Regression; share of priors: Rodgers (2000), Inverse Methods, 2.4.
 */
#ifndef ANALYSIS_CALIBRATE_H
#define ANALYSIS_CALIBRATE_H

#include "base/error.h"
#include "engine/plan.h"

struct calibrate_options {
    int from, to;  /* years of observations that are fitted; 0: all within the plan's horizon, after its base year */
    size_t starts; /* 0: CALIBRATE_STARTS */
};
#define CALIBRATE_STARTS 8

/* What the data say of a setting beside its prior, by the part of its estimate that the prior decides */
enum calibrate_verdict {
    FIT_BY_DATA,  /* less than half */
    FIT_BY_BOTH,  /* half to nine tenths */
    FIT_BY_PRIOR, /* nine tenths and more: the estimate is the prior */
};

/* One x. Numbers are in models' units (fractions). */
struct calibrate_estimate {
    const struct plan_fit *fit;
    size_t entries;
    const size_t *entry;    /* of the plan; entries 0: the common mean of the fit's settings */
    double planned;         /* the first entry's value in the base year, before */
    double value, error;    /* estimate and its standard error */
    double prior, prior_sd; /* of a member of a group, the common mean and the spread; sd infinite: none */
    double low, high;
    double prior_share; /* of the estimate: 0 is all data, 1 all prior: the diagonal of covariance times P */
    enum calibrate_verdict verdict;
    bool at_bound; /* within a thousandth of the range of low or high */
};

/* One observed value that was fitted, or that could be compared (fitted false) */
struct calibrate_residual {
    size_t observed; /* series */
    int year;
    double value, model; /* in the indicator's unit */
    double scaled;       /* (model - observed)/sigma, of logarithms where relative; NaN without sigma */
    bool fitted;
};

/* A series: how well it is met in the years that were fitted, or, where none were, in those compared */
struct calibrate_series {
    const struct observed *observed;
    size_t count;
    double mean, root_mean_square; /* of model less observed, in the indicator's unit */
    double scaled;                 /* root mean square of the scaled ones: about 1 where sigma is right */
    bool fitted;
};

struct calibration {
    const struct plan *plan;
    size_t estimates;
    struct calibrate_estimate *estimate;
    double *covariance; /* [estimates][estimates], models' units */
    size_t residuals;
    struct calibrate_residual *residual; /* series by series, years rising */
    size_t count;
    struct calibrate_series *series; /* those of `observed` that the plan reports */
    size_t values;                   /* observed values fitted */
    double misfit, penalty;          /* the two sums that were minimised */
    double prior_share;              /* mean over the estimates; 1 less it, times their number: what the data decide */
    size_t starts, agreeing;         /* starts that ended, and those that ended at this optimum */
    size_t runs;                     /* model runs, a lane each */
};

/* Fails with FAILED_INPUT where there is nothing to fit, fewer values than settings, a series that the settings cannot
 * move or the model does not report, a setting that moves no series and has no prior, or settings that cannot be told
 * apart; with FAILED_WORK where no start converges. `plan` and `observed` must outlive the result. */
enum status calibrate(struct calibration *out, const struct plan *plan, const struct observed *observed, size_t series,
                      const struct calibrate_options *o, struct error *err);
void calibration_free(struct calibration *c); /* safe twice */

/* Moves the settings of a plan like the calibration's own, with the same entries, to the estimates. */
void calibration_apply(const struct calibration *c, struct plan *p);

double calibration_correlation(const struct calibration *c, size_t a, size_t b);

#endif
