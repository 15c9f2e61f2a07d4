/* Charts of several scenarios beside each other (sanbu compare).
 *
 * As in chart.h a chart is one function that fills a figure, here from several inputs, and one row in the
 * table of chart_compare.c. The first scenario is the base, whose language, source and names of regions
 * and steps the figure takes; the others follow in the order in which they shall be read.
 */
#ifndef REPORT_CHART_COMPARE_H
#define REPORT_CHART_COMPARE_H

#include "analysis/why.h"
#include "report/chart_figure.h"

struct together;

struct chart_scenario {
    const char *title;            /* in the language of the charts */
    const struct chart_input *in; /* its plan, trajectory and judgements */
};

struct chart_scenarios {
    size_t count; /* at least 1 */
    const struct chart_scenario *scenario;
    const struct why *why;           /* of the same scenarios in the same order; NULL: not asked */
    const struct together *together; /* the same, drawn; NULL: not drawn */
};

/* One indicator of home in all scenarios. False where the base has no such series. */
bool chart_compare_gdp(struct figure *f, const struct chart_scenarios *all);
bool chart_compare_gdp_per_capita(struct figure *f, const struct chart_scenarios *all);
bool chart_compare_urbanization(struct figure *f, const struct chart_scenarios *all);
bool chart_compare_modernization(struct figure *f, const struct chart_scenarios *all);
bool chart_compare_rank(struct figure *f, const struct chart_scenarios *all);

/* Scenarios by targets: marks and margins, and how many steps each scenario meets. False where there are
 * no targets. */
bool chart_verdicts(struct figure *f, const struct chart_scenarios *all);

/* The difference of the two furthest apart, by what makes it. False where that is not known. */
bool chart_waterfall(struct figure *f, const struct chart_scenarios *all);

/* Writes all charts of the table as charts_write does, to be drawn by charts_draw. */
enum status charts_compare_write(struct chart_drawing *d, struct output *out, const struct chart_scenarios *all,
                                 struct chart_report *done, struct error *err);

#endif
