/* A projection of the past: settings fitted to the years up to an origin, the run started again from that year's
 * figures, levers held at the mean of the five years to it, the years after it compared with what came about.
 *
 * Draws: the settings as the fit leaves them (its estimates' covariance), and on GDP the errors that the fit made in
 * its own years, independent from year to year and piled up.
 */
#ifndef ANALYSIS_HINDCAST_RUN_H
#define ANALYSIS_HINDCAST_RUN_H

#include "analysis/calibrate.h"
#include "analysis/hindcast.h"
#include "engine/run.h"

#define HINDCAST_DRAWS 2048

struct hindcast_row {
    size_t region;
    int year, horizon;
    double outcome, median, low90, low50, high50, high90; /* GDP at current prices, yi yuan */
    double crps;
    double rival[RIVALS]; /* NaN: nothing to go by */
    bool in50, in90;
};

struct hindcast {
    int origin;
    size_t rows;
    struct hindcast_row *row; /* region by region, years rising */
};

/* `plan` is re-based on the origin (plan->rebase) and is changed: fitted, its levers held. Fails as calibrate does. */
enum status hindcast_run(struct hindcast *out, struct plan *plan, const struct observed *observed, size_t series,
                         const struct observed *outturn, size_t outturns, uint64_t seed, struct error *err);
void hindcast_free(struct hindcast *h); /* safe twice */

/* Mean absolute error over rows, percent of the outcome; rival RIVALS: the model's median; horizon 0: all */
double hindcast_error(const struct hindcast *h, enum rival rival, int horizon, size_t region);

#endif
