/* A projection of the past: settings fitted to the years up to an origin, the run started again from that year's
 * figures, levers held at the mean of the five years to it, the years after it compared with what came about.
 *
 * Prices that a region has over the nation's (price_premium) are a lead like any other: they fade with the half-life
 * that the regions by convergence have.
 *
 * Draws: the settings as the fit leaves them (its estimates' covariance), and the errors that the same rule made in the
 * years of the fit, which last and pile up (hindcast_errors.c).
 */
#ifndef ANALYSIS_HINDCAST_RUN_H
#define ANALYSIS_HINDCAST_RUN_H

#include "analysis/calibrate.h"
#include "analysis/hindcast.h"
#include "engine/run.h"

#define HINDCAST_DRAWS 2048
#define HINDCAST_LEAST 3 /* years of a fit at least */

/* What is judged, where outturns have it on both sides of the origin */
enum hindcast_figure {
    HINDCAST_GDP,
    HINDCAST_REAL,
    HINDCAST_PER_HEAD,
    HINDCAST_POPULATION,
    HINDCAST_URBAN,
    HINDCAST_PRIMARY,
    HINDCAST_SECONDARY,
    HINDCAST_TERTIARY,
    HINDCAST_FIGURES
};

struct hindcast_judged {
    const char *indicator;
    bool points; /* errors in points, changes of a share; else in percent of the outcome, and growth */
};
extern const struct hindcast_judged hindcast_judged[HINDCAST_FIGURES];

struct hindcast_row {
    size_t region;
    enum hindcast_figure figure;
    int origin, year, horizon;
    double outcome, median, low90, low50, high50, high90; /* in the indicator's unit */
    double crps;
    double rival[RIVALS]; /* NaN: nothing to go by */
    bool in50, in90;
};

struct hindcast {
    int first, last; /* origins */
    size_t rows, room;
    struct hindcast_row *row; /* origin by origin, region by region, figure by figure, years rising */
};

/* Adds the rows of one origin, the year on which `plan` is re-based (plan->rebase). The plan is changed: fitted, its levers
 * held. Fails as calibrate does; without rows where nothing came in on both sides of the origin. */
enum status hindcast_run(struct hindcast *out, struct plan *plan, const struct observed *observed, size_t series,
                         const struct observed *outturn, size_t outturns, uint64_t seed, struct error *err);
void hindcast_free(struct hindcast *h); /* safe twice */

/* Which rows a mean is of */
struct hindcast_part {
    enum hindcast_figure from, to; /* figures, both included */
    int horizon, origin;           /* 0: all */
    size_t region;                 /* PLAN_NONE: all */
};

/* Mean absolute error, percent of the outcome or points; rival RIVALS: the model's median. NaN without rows. */
double hindcast_error(const struct hindcast *h, enum rival rival, struct hindcast_part part);
double hindcast_mean_crps(const struct hindcast *h, struct hindcast_part part); /* in the same unit */
/* Percent of outcomes in the middle 50 or 90 % of the draws */
double hindcast_coverage(const struct hindcast *h, int band, struct hindcast_part part);
size_t hindcast_count(const struct hindcast *h, struct hindcast_part part);

#endif
