/* What the sentences and the tables on levers share. */
#ifndef REPORT_REPORT_LEVERS_PARTS_H
#define REPORT_REPORT_LEVERS_PARTS_H

#include "report/report.h"
#include "report/solve_report.h"

/* One answer, as the printing of solves knows it */
struct solve_report lever_solved(const struct report *r, const struct lever_answer *x);
/* "91.9": what the target comes to with a solution that misses it */
const char *lever_reached(struct arena *a, const struct solve_report *s, const struct solution *x);
/* Levers by targets: each by itself, then all together and what that means */
void report_levers_tables(struct page *p, const struct report *r);

#endif
