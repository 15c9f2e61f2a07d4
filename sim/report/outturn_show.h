/* Outturns in the terminal and as deviations.csv. */
#ifndef REPORT_OUTTURN_SHOW_H
#define REPORT_OUTTURN_SHOW_H

#include "analysis/outturn.h"
#include "report/summary.h"

/* Nothing where nothing came in */
void summary_outturns(struct text *out, const struct summary *s);

void results_deviations(struct text *out, const struct outturns *o);

#endif
