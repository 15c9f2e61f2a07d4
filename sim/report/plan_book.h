/* The plan's table as an Excel workbook, a sheet for each of its tables: numbers are numbers. */
#ifndef REPORT_PLAN_BOOK_H
#define REPORT_PLAN_BOOK_H

#include "base/output.h"
#include "report/plan_table.h"

/* The same bytes each time. Built without libxlsxwriter it writes nothing and warns. */
enum status plan_book_write(struct output *out, const char *name, const struct plan_tables *tables, struct error *err);

#endif
