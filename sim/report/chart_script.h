/* A figure as a gnuplot script that stands alone: it reads NAME.csv beside it, draws NAME.svg and NAME.png. */
#ifndef REPORT_CHART_SCRIPT_H
#define REPORT_CHART_SCRIPT_H

#include "report/chart_figure.h"

/* `font` is the family's name. The figure is arranged. */
void chart_script(struct text *out, const struct figure *f, const char *font);

#endif
