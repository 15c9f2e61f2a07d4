/* The chart of a hindcast: outcomes over the bands of what was told at an origin, rivals beside them. */
#ifndef REPORT_CHART_HINDCAST_H
#define REPORT_CHART_HINDCAST_H

#include "analysis/hindcast_run.h"
#include "report/chart_drawing.h"

/* Writes charts/hindcast.csv and .gp, of home's GDP told at `origin`; drawn by charts_draw, as all. Not applicable where
 * home has no rows. */
enum status chart_hindcast_write(struct chart_drawing *d, struct output *out, const struct chart_input *in,
                                 const struct hindcast *h, int origin, struct chart_report *done, struct error *err);

#endif
