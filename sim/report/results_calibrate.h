/* What a calibration leaves: tables for scripts, and the settings as a file that scenarios inherit from. */
#ifndef REPORT_RESULTS_CALIBRATE_H
#define REPORT_RESULTS_CALIBRATE_H

#include "analysis/calibrate.h"
#include "base/text.h"

/* estimates.csv: a row an estimate, in the setting's unit as scenario files have it */
void results_estimates(struct text *out, const struct calibration *c);
/* correlations.csv: a row a pair of estimates */
void results_estimate_correlations(struct text *out, const struct calibration *c);
/* residuals.csv: a row an observed value that the plan reports, fitted or not */
void results_residuals(struct text *out, const struct calibration *c, const struct observed *observed);

/* calibrated.cfg: the estimates, rounded to a hundredth of their standard errors, and `uncertain` and `correlations` that
 * draw them as the fit leaves them. */
void calibrated_write(struct text *out, const struct calibration *c);

/* How an estimate is called in tables for scripts: its first setting's key, "mean of" it for a group's common mean */
void estimate_key(struct text *out, const struct calibration *c, size_t estimate);
/* "data", "both", "prior" */
const char *calibrate_verdict_name(enum calibrate_verdict v);

#endif
