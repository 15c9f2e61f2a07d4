/* One Excel workbook of several scenarios: what a report writer pastes from and restyles.
 *
 * Sheets: notes, summary with native charts, the plan's tables, scenarios side by side, trajectories (years across),
 * targets, assumptions, sources. Numbers are numbers with formats, never text; every sheet prints on A4 with its
 * head row repeated.
 */
#ifndef REPORT_WORKBOOK_H
#define REPORT_WORKBOOK_H

#include "analysis/target.h"
#include "base/output.h"
#include "scenario/scenario.h"

struct workbook_scenario {
    const struct scenario *scenario;
    const struct trajectory *trajectory;
    const struct judgements *judgements;
    const char *title; /* in the language of the workbook */
};

struct together;

struct workbook {
    enum language language;
    size_t count; /* at least 1; the first is the base */
    const struct workbook_scenario *scenario;
    const struct together *together; /* the same scenarios, drawn together; NULL: not drawn */
};

/* `name` ("report.xlsx") in the results; the same bytes each time. Built without libxlsxwriter it writes nothing and
 * warns. FAILED_WORK where it cannot be written. */
enum status report_workbook(struct output *out, const char *name, const struct workbook *w, struct error *err);

#endif
