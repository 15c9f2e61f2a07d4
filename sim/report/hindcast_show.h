/* A hindcast in the terminal and as hindcast.csv. */
#ifndef REPORT_HINDCAST_SHOW_H
#define REPORT_HINDCAST_SHOW_H

#include "analysis/hindcast_run.h"
#include "report/summary.h"

void hindcast_show(struct text *out, const struct hindcast *h, const struct summary *frame);
void results_hindcast(struct text *out, const struct hindcast *h, const struct plan *p);

#endif
