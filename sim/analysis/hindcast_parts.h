/* Parts of a hindcast: what came about beside the fitted rule, the errors that it made, the draws that they spread. */
#ifndef ANALYSIS_HINDCAST_PARTS_H
#define ANALYSIS_HINDCAST_PARTS_H

#include "analysis/ensemble.h"
#include "analysis/hindcast_run.h"
#include "analysis/outturn.h"

/* The years from the base year on as they came about, and as the fitted settings have them with levers that are held */
struct hindcast_past {
    size_t origin; /* years after the base year */
    struct trajectory told;
    struct outturns came; /* refers to told */
};

/* Yearly errors of a figure, logarithms or points: e' = rho e + sigma z */
struct hindcast_errors {
    double rho[HINDCAST_FIGURES];
    double *sigma; /* [regions][HINDCAST_FIGURES]; NaN: no record */
};

/* hindcast_levers.c. After the origin levers stay at the mean of the last years, premiums of prices fade. */
void hindcast_hold_levers(struct plan *p);
/* The same mean in every year, and nothing known: the rule as it would have told the years of the fit. */
enum status hindcast_tell(struct hindcast_past *past, struct plan *p, const struct observed *outturn, size_t outturns,
                          struct error *err);
void hindcast_past_free(struct hindcast_past *past);

/* What came about, year by year from the base year on; NULL: not reported */
const double *hindcast_came(const struct hindcast_past *past, size_t region, enum hindcast_figure figure);

/* hindcast_errors.c */
void hindcast_errors_find(struct hindcast_errors *e, const struct hindcast_past *past, const struct plan *p);
void hindcast_errors_free(struct hindcast_errors *e);
/* Adds errors to the draws of rows [first..rows): draw[row - first][HINDCAST_DRAWS]. */
void hindcast_errors_add(const struct hindcast_errors *e, const struct hindcast *h, size_t first, double *draw,
                         uint64_t seed);

/* hindcast_rows.c: rows of this origin with outcomes and rivals, and what to keep of their draws */
void hindcast_add_rows(struct hindcast *h, const struct hindcast_past *past, const struct plan *p,
                       struct ensemble_output *output);

#endif
