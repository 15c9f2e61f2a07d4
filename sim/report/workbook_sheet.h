/* Sheets of a workbook in the making: formats made once, rows written from the top, page set up for print.
 * Only where libxlsxwriter is there (WITH_XLSX). */
#ifndef REPORT_WORKBOOK_SHEET_H
#define REPORT_WORKBOOK_SHEET_H

#ifdef WITH_XLSX
#include <xlsxwriter.h>
#include "report/plan_table.h"
#include "report/workbook.h"

#define BOOK_DECIMALS 7 /* 0 to 5; one more: as many as the number has */
#define BOOK_GENERAL (BOOK_DECIMALS - 1)

enum book_look { BOOK_PLAIN, BOOK_WRAPPED, BOOK_CENTRED, BOOK_TITLE, BOOK_HEAD, BOOK_PART, BOOK_LOOKS };

struct workbook_making {
    const struct workbook *data;
    enum language language;
    lxw_workbook *workbook;
    lxw_format *look[BOOK_LOOKS], *number[BOOK_DECIMALS];
    lxw_worksheet *sheet; /* the one being written */
    const char *name;     /* of it */
    lxw_row_t row;        /* the next one */
    lxw_col_t columns;    /* written so far, for the print area */
    struct arena arena;
};

void book_formats(struct workbook_making *b);

/* A new sheet with a title in its first row */
void book_sheet(struct workbook_making *b, enum word name, const char *title);
/* Head row of `count` columns, each so many characters wide. */
void book_head(struct workbook_making *b, const char *const *head, const double *width, lxw_col_t count);
/* Panes above `row` and left of `column` stay; rows from `head` to `row` are printed on each page. */
void book_freeze(struct workbook_making *b, lxw_row_t head, lxw_row_t row, lxw_col_t column);
void book_finish(struct workbook_making *b); /* print area, A4, one page across */

void book_text(struct workbook_making *b, lxw_col_t column, enum book_look look, const char *text);
void book_number(struct workbook_making *b, lxw_col_t column, int decimals, double x); /* NaN: empty */

const char *book_word(const struct workbook_making *b, enum word word);
const char *book_fill(struct workbook_making *b, enum word word, const char *first, const char *second);
const char *book_year(struct workbook_making *b, int year);

/* Native line charts of rows `first` to `last` against the years in row `years`, columns `from` to `to`; the rows'
 * names stand in column `named`. */
struct book_chart {
    const char *title;
    lxw_row_t years, first, last;
    lxw_col_t named, from, to;
    bool from_zero; /* an amount */
};
void book_chart(struct workbook_making *b, const struct book_chart *c, lxw_row_t row, lxw_col_t column);

/* The sheets */
void workbook_notes(struct workbook_making *b);
void workbook_summary(struct workbook_making *b);
void workbook_side_by_side(struct workbook_making *b);
void workbook_together(struct workbook_making *b);
void workbook_trajectories(struct workbook_making *b);
void workbook_targets(struct workbook_making *b);
void workbook_assumptions(struct workbook_making *b);
void workbook_sources(struct workbook_making *b);
void plan_book_add(lxw_workbook *workbook, const struct plan_tables *tables); /* a sheet for each table */

#endif
#endif
