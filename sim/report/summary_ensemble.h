/* The summary that an ensemble prints: ranges beside what is projected, chances of targets and steps. */
#ifndef REPORT_SUMMARY_ENSEMBLE_H
#define REPORT_SUMMARY_ENSEMBLE_H

#include "report/summary.h"

void summary_ensemble(struct text *out, const struct summary *s); /* s->drawn is there */

/* What is said below its tables: of sources, clamped draws, cohorts, the width of histograms. */
void summary_ensemble_notes(struct text *out, const struct summary *s);

#endif
