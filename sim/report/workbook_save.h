/* A workbook on its way to the results: opened, filled by its sheets' function, closed, adopted. The same bytes each
 * time: its only date is fixed. Only where libxlsxwriter is there (WITH_XLSX).
 */
#ifndef REPORT_WORKBOOK_SAVE_H
#define REPORT_WORKBOOK_SAVE_H

#ifdef WITH_XLSX
#include <xlsxwriter.h>
#include "base/output.h"

typedef void workbook_sheets(lxw_workbook *workbook, const void *arg);

enum status workbook_save(struct output *out, const char *name, const char *title, workbook_sheets *sheets,
                          const void *arg, struct error *err);
#endif

#endif
