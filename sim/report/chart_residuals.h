/* The chart of a calibration: every residual, a dot a value, and the years in which growth was not met. */
#ifndef REPORT_CHART_RESIDUALS_H
#define REPORT_CHART_RESIDUALS_H

#include "analysis/calibrate.h"
#include "report/chart_drawing.h"

/* Writes charts/residuals.csv and .gp; drawn by charts_draw, as all. */
enum status chart_residuals_write(struct chart_drawing *d, struct output *out, const struct chart_input *in,
                                  const struct calibration *c, struct chart_report *done, struct error *err);

#endif
