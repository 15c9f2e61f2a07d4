/* A table for the terminal: rows of cells, aligned by the cells that text really takes. */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include "base/text.h"

#define TABLE_COLUMNS 16

struct table {
    size_t columns, rows, room;
    const char *align;            /* a letter a column: 'l' left, 'r' right */
    size_t keep;                  /* columns kept however narrow the terminal; later ones are dropped first */
    char *(*cell)[TABLE_COLUMNS]; /* [rows]; owned */
};

void table_init(struct table *t, const char *align, size_t keep);
size_t table_row(struct table *t); /* adds an empty row, returns its number */
void table_set(struct table *t, size_t row, size_t column, const char *text); /* a copy */
/* Cells that all its columns take, with the gaps between them, without an indent */
size_t table_cells(const struct table *t, size_t ambiguous);
/* Draws with `indent` blanks before and two between columns, in at most `width` cells; `ambiguous` as in text_cells.
 * Later columns are dropped first. Where those to keep do not fit, the last one (of text) and the first are broken into
 * lines, then those before the last are hidden. Trailing blanks are left out. */
void table_draw(struct text *out, const struct table *t, size_t indent, size_t width, size_t ambiguous);
void table_free(struct table *t); /* safe twice */

#endif
