/* Charts of drivers (sanbu sensitivity): a bar a setting, the most important on top. As in chart.h a chart is one
 * function that fills a figure, and one row in the table of chart_drivers.c.
 */
#ifndef REPORT_CHART_DRIVERS_H
#define REPORT_CHART_DRIVERS_H

#include "report/chart_figure.h"
#include "report/drivers_report.h"

/* Shares of the variance, alone and in all, with their intervals. False without Sobol indices, or where nothing varies. */
bool chart_sobol(struct figure *f, const struct drivers_report *r);

/* Morris's screening: mean size of each setting's effect, and how much that differs from place to place. False without
 * it, or where nothing moves. */
bool chart_morris(struct figure *f, const struct drivers_report *r);

/* The result with one setting at a time at the ends of its distribution. False without a tornado, or where nothing moves. */
bool chart_tornado(struct figure *f, const struct drivers_report *r);

/* Writes all charts of the table as charts_write does, to be drawn by charts_draw. */
enum status charts_drivers_write(struct chart_drawing *d, struct output *out, const struct chart_input *in,
                                 const struct drivers_report *r, struct chart_report *done, struct error *err);

#endif
