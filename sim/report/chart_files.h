/* The four files of a chart: csv and gp written by us, svg and png drawn by gnuplot. */
#ifndef REPORT_CHART_FILES_H
#define REPORT_CHART_FILES_H

#include "report/chart_figure.h"
#include "report/process.h"

#define CHART_FOLDER "charts" /* in the results */

const char *chart_folder(const struct chart_input *in); /* in the results */

/* charts/NAME.csv and charts/NAME.gp of an arranged figure. */
enum status chart_files_write(struct output *out, const struct figure *f, const char *font, struct error *err);

/* What became of the chart's gnuplot: takes its pictures into the output, and the chart is CHART_DRAWN; where it
 * failed, that is a warning. */
enum status chart_files_take(struct output *out, const struct process *p, struct chart_done *chart,
                             enum language language, struct error *err);
/* The same of its emf, as gnuplot wrote it; an incomplete one is a warning. */
enum status chart_files_take_emf(struct output *out, const struct chart_done *chart, enum language language,
                                 struct error *err);

#endif
