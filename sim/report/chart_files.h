/* The four files of a chart: csv and gp written by us, svg and png drawn by gnuplot. */
#ifndef REPORT_CHART_FILES_H
#define REPORT_CHART_FILES_H

#include "report/chart_figure.h"

/* charts/NAME.csv and charts/NAME.gp of an arranged figure. */
enum status chart_files_write(struct output *out, const struct figure *f, const char *font, struct error *err);

/* Draws every chart that is CHART_UNDRAWN and takes its pictures into the output; those that succeed
 * become CHART_DRAWN, those that fail are a warning. */
enum status chart_files_draw(struct output *out, const struct chart_input *in, struct chart_report *report,
                             struct error *err);

#endif
