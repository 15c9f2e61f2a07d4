/* The plan's indicator table: the plan's own columns, then what was projected, which can be cut off.
 *
 * A row for each target that counts and says its attribute (expected or binding), and for each indicator that the
 * scenario's `plan` states; a table for each year that such targets have. Rows stand in the plan's groups; in each, what
 * is binding and missed comes first. One table, drawn in the terminal, as CSV and as a workbook.
 */
#ifndef REPORT_PLAN_TABLE_H
#define REPORT_PLAN_TABLE_H

#include "analysis/outturn.h"
#include "scenario/scenario.h"

enum plan_column {
    PLAN_GROUP,
    PLAN_NUMBER,
    PLAN_NAME,
    PLAN_UNIT,
    PLAN_BASE,
    PLAN_TARGET,
    PLAN_GROWTH, /* a year; of shares and indices the change in all */
    PLAN_ATTRIBUTE,
    PLAN_PROJECTED, /* from here on ours */
    PLAN_VERDICT,
    PLAN_ACTUAL, /* from here on of the mid-term form: where outturns are */
    PLAN_PROGRESS,
    PLAN_TIME,
    PLAN_CLASS,
    PLAN_COLUMNS
};

struct plan_cell {
    const char *text;   /* as people read it; "" where there is nothing to say */
    double value;       /* NaN: text only */
    const char *format; /* in which a spreadsheet shows the value as the text does */
};

struct plan_row {
    const struct judgement *judged; /* NULL: stated by the plan, not projected */
    const struct stated *stated;    /* NULL: judged */
    size_t group;                   /* of the table's groups */
    double base, growth, change;    /* NaN where there is none; growth in percent a year */
    struct standing progress;       /* of a table with outturns */
    struct plan_cell cell[PLAN_COLUMNS];
};

#define PLAN_GROUPS 16
#define PLAN_NOTES 8

struct plan_table {
    enum language language;
    int start, year;
    int midterm; /* year of the outturns; 0: none */
    int columns; /* PLAN_ACTUAL without outturns */
    const char *title, *sheet;
    const char *heading[PLAN_COLUMNS]; /* '\n' parts its two lines */
    size_t groups;
    const char *group[PLAN_GROUPS];     /* as shown */
    const char *group_key[PLAN_GROUPS]; /* "economy"; of groups that we don't know what the scenario says */
    size_t rows;
    struct plan_row *row;
    size_t notes;
    const char *note[PLAN_NOTES];
    const char *rows_from; /* a note on where the rows are from, too long for a terminal; NULL: not said */
};

struct plan_tables {
    size_t count; /* 0: the scenario has no such targets and states nothing */
    struct plan_table *table;
    struct arena arena;
};

/* Refers to what it was made from. */
void plan_tables_make(struct plan_tables *out, const struct scenario *sc, const struct trajectory *t,
                      const struct judgements *j, enum language language);
void plan_tables_free(struct plan_tables *tables); /* safe twice */

/* In a terminal of so many cells; `ambiguous` as in text_cells. Where there is no table, a sentence says so. */
void plan_tables_show(struct text *out, const struct plan_tables *tables, const char *scenario, enum language language,
                      size_t width, size_t ambiguous);

/* "ahead"; "" where nothing is known */
const char *midterm_name(enum midterm m, enum language language);

/* plan_table.csv: a row a row, in keys and ASCII. */
void plan_tables_csv(struct text *out, const struct plan_tables *tables, const struct trajectory *t);

#endif
