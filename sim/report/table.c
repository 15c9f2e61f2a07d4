#include "report/table.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

#define GAP 2

void
table_init(struct table *t, const char *align, size_t keep)
{
    *t = (struct table) { .columns = strlen(align), .align = align, .keep = keep };
    assert(t->columns <= TABLE_COLUMNS);
}

size_t
table_row(struct table *t)
{
    t->cell = memory_room(t->cell, t->rows, &t->room, sizeof *t->cell);
    memset(t->cell[t->rows], 0, sizeof *t->cell);
    return t->rows++;
}

void
table_set(struct table *t, size_t row, size_t column, const char *text)
{
    struct text copy = { 0 };

    text_add(&copy, text);
    free(t->cell[row][column]);
    t->cell[row][column] = copy.at;
}

static const char *
cell(const struct table *t, size_t row, size_t column)
{
    return t->cell[row][column] ? t->cell[row][column] : "";
}

static size_t
column_cells(const struct table *t, size_t column, size_t ambiguous)
{
    size_t most = 0;

    for (size_t r = 0; r < t->rows; r++) {
        const size_t cells = text_cells(cell(t, r, column), ambiguous);

        most = cells > most ? cells : most;
    }
    return most;
}

size_t
table_cells(const struct table *t, size_t ambiguous)
{
    size_t cells = 0;

    for (size_t c = 0; c < t->columns; c++)
        cells += (c ? GAP : 0) + column_cells(t, c, ambiguous);
    return cells;
}

/* How many columns fit, never fewer than those to keep. */
static size_t
columns_that_fit(const struct table *t, const size_t *cells, size_t indent, size_t width)
{
    size_t used = indent, n = 0;

    while (n < t->columns && (n < t->keep || used + cells[n] <= width))
        used += cells[n++] + GAP;
    return n;
}

static void
blanks(struct text *out, size_t n)
{
    while (n--)
        text_add(out, " ");
}

static void
draw_row(struct text *out, const struct table *t, size_t row, const size_t *cells, size_t columns, size_t ambiguous)
{
    size_t owed = 0; /* blanks, drawn only when more text follows */

    for (size_t c = 0; c < columns; c++) {
        const char *text = cell(t, row, c);
        const size_t spare = cells[c] - text_cells(text, ambiguous);
        const bool right = t->align[c] == 'r';

        if (*text) {
            blanks(out, owed + (right ? spare : 0));
            text_add(out, text);
            owed = right ? 0 : spare;
        } else {
            owed += spare;
        }
        owed += GAP;
    }
    text_add(out, "\n");
}

void
table_draw(struct text *out, const struct table *t, size_t indent, size_t width, size_t ambiguous)
{
    size_t cells[TABLE_COLUMNS], columns;

    for (size_t c = 0; c < t->columns; c++)
        cells[c] = column_cells(t, c, ambiguous);
    columns = columns_that_fit(t, cells, indent, width);
    for (size_t r = 0; r < t->rows; r++) {
        blanks(out, indent);
        draw_row(out, t, r, cells, columns, ambiguous);
    }
}

void
table_free(struct table *t)
{
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < TABLE_COLUMNS; c++)
            free(t->cell[r][c]);
    free(t->cell);
    t->cell = NULL;
    t->rows = t->room = 0;
}
