/* Outturns in the terminal and as deviations.csv. */
#ifndef REPORT_OUTTURN_SHOW_H
#define REPORT_OUTTURN_SHOW_H

#include "analysis/outturn.h"
#include "report/summary.h"

/* Nothing where nothing came in */
void summary_outturns(struct text *out, const struct summary *s);

/* Its table, which the caller frees, and its notes, a line each; false: nothing came in, and there is no table */
bool summary_outturns_fill(struct table *table, const struct summary *s);
void summary_outturns_notes(struct text *out, const struct summary *s);

void results_deviations(struct text *out, const struct outturns *o);

#endif
