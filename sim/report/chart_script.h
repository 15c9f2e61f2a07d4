/* A figure as a gnuplot script that stands alone: it reads NAME.csv beside it, draws NAME.svg and NAME.png. */
#ifndef REPORT_CHART_SCRIPT_H
#define REPORT_CHART_SCRIPT_H

#include "report/chart_figure.h"

/* `font` is the family's name. The figure is arranged. */
void chart_script(struct text *out, const struct figure *f, const char *font);

/* Its parts: the plot command (chart_plot.c) and the bars in it (chart_bars.c); a page without axes
 * (chart_script_sheet.c); user text as a gnuplot string that nothing in it can leave. */
void script_plot(struct text *out, const struct figure *f);
void script_bars(struct text *out, const struct figure *f);
void script_sheet(struct text *out, const struct figure *f);
void script_sheet_plot(struct text *out, const struct figure *f);
void script_quoted(struct text *out, const char *text);

/* Begins one element of the plot command, after a comma unless it is the first: "FILE using X:". */
void script_element(struct text *out, const struct figure *f, const char *x);
void script_element_of(struct text *out, const char *file, const char *x);  /* another file's, without ".csv" */
void script_value(struct text *out, const struct figure *f, size_t column); /* "column(...)" */

#endif
