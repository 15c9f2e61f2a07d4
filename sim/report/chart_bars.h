/* Bars of a figure: side by side around their year, or stacked over the names of the rows, what is negative
 * below zero. chart_bars.c has their axis and script, chart_bars_labels.c what is written on them.
 */
#ifndef REPORT_CHART_BARS_H
#define REPORT_CHART_BARS_H

#include "report/chart_figure.h"

/* Widens what the axis must reach, shown units. */
void bars_widen(const struct figure *f, double *low, double *high);

/* Where a bar of a row begins: the sum of those before it with the same sign. Shown units. */
double bars_base(const struct figure *f, size_t bar, int row);
double bars_sum(const struct figure *f, int row); /* of all */

double bars_half_width(const struct figure *f); /* of a stack, in rows; when axes and margins are chosen */

/* Room for the names beside the last stack, points. */
double bars_end_width(const struct figure *f);

/* Numbers in the stacks and their sums, names of the rows and of the bars. */
void bars_labels(struct figure *f);

#endif
