/* Parts of a calibration: the problem as least squares, and what is told of its solution. */
#ifndef ANALYSIS_CALIBRATE_PARTS_H
#define ANALYSIS_CALIBRATE_PARTS_H

#include "analysis/calibrate.h"
#include "engine/world.h"

/* An observed value among the sum's terms */
struct fit_row {
    size_t residual;  /* of the calibration */
    size_t series, t; /* of the world */
    double sigma;
    bool relative;
};

struct fit_problem {
    struct calibration *out; /* estimates are the unknowns, in their order */
    size_t unknowns, rows, priors;
    struct fit_row *row;
    size_t *prior; /* [priors] unknowns that have one */
    size_t *mean;  /* [unknowns] the unknown that is the mean of its prior, or PLAN_NONE */
    double *scale; /* [unknowns] a step that matters */
    double *point; /* [LANES][unknowns], work */
    lanes *change; /* [unknowns] */
    struct world world;
    size_t runs;
};

/* calibrate_problem.c: unknowns and rows of a plan, its world bound */
enum status fit_open(struct fit_problem *f, struct calibration *out, const struct observed *observed, size_t series,
                     const struct calibrate_options *o, struct error *err);
void fit_close(struct fit_problem *f);

/* The scaled residuals, then the priors' rows, at x: y[rows + priors]. Fails where the model does. */
enum status fit_residuals(struct fit_problem *f, const double *x, double *y, struct error *err);
/* Their derivatives by x: j[rows + priors][unknowns], the model's by central differences inside the bounds. */
enum status fit_jacobian(struct fit_problem *f, const double *x, double *j, struct error *err);
/* The model's values of the residuals' series at x, into out->residual, fitted or not. */
enum status fit_compare(struct fit_problem *f, const double *x, struct error *err);

/* calibrate_sense.c: whether the data can tell the unknowns; j at two points, singular values at the optimum */
enum status fit_check(const struct fit_problem *f, const double *const j[2], const struct observed *observed,
                      struct error *err);
/* Covariance and shares of the priors, from the derivatives at the optimum. */
enum status fit_precision(const struct fit_problem *f, const double *j, struct error *err);
/* What an unknown is called: its first setting's key, or the fit's with what it is the mean of. */
const char *fit_name(const struct fit_problem *f, size_t unknown);

#endif
