/* Result files of an ensemble that scripts read, as results.h has those of a run. */
#ifndef REPORT_RESULTS_ENSEMBLE_H
#define REPORT_RESULTS_ENSEMBLE_H

#include "report/drawn.h"
#include "report/results.h"

void results_quantiles(struct text *out, const struct drawn *d);
void results_probabilities(struct text *out, const struct drawn *d);
void results_probabilities_by_year(struct text *out, const struct drawn *d);
/* How much of the variance the choices of data source make alone; the header only where there is none to choose. */
void results_sources(struct text *out, const struct drawn *d);

#endif
