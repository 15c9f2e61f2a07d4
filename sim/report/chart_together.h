/* Charts of scenarios that are drawn together (sanbu compare -n): their chances side by side, and how far each of them is
 * from the base in the main indicator, year by year.
 */
#ifndef REPORT_CHART_TOGETHER_H
#define REPORT_CHART_TOGETHER_H

#include "report/chart_compare.h"
#include "report/chart_drawing.h"
#include "report/together.h"

/* Targets and steps by scenarios, a matrix of chances. False where there are no targets. */
bool chart_chances(struct figure *f, const struct chart_scenarios *all);

/* The difference of a scenario from the base in the modernization index, else in GDP per head, with the bands that hold
 * 90 and 50 % of the draws; the axes of all scenarios are the same. False where there is none. */
bool chart_difference(struct figure *f, const struct chart_scenarios *all, size_t scenario);

/* The line under the charts: base, draws, seed, source. */
void chart_note_together(struct figure *f, const struct chart_scenarios *all);

size_t chart_together_most(const struct chart_scenarios *all); /* charts */
enum status charts_together_add(struct chart_batch *batch, const struct chart_scenarios *all, struct error *err);

#endif
