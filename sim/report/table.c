#include "report/table.h"
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "report/wrap.h"

#define GAP 2
#define FIRST_CELLS 16 /* to which the first column may be narrowed, its texts broken into lines */
#define LAST_CELLS 20  /* the same of the last one, where it holds text */
#define HIDDEN SIZE_MAX

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

/* The next line of a cell, without its end; `*rest` moves past it. */
static void
next_line(struct text *line, const char **rest)
{
    const size_t length = strcspn(*rest, "\n");

    text_add_bytes(line, *rest, length);
    *rest += length + ((*rest)[length] == '\n');
}

static void
draw_line(struct text *out, const struct table *t, const char *rest[TABLE_COLUMNS], const size_t *cells, size_t columns,
          size_t ambiguous)
{
    size_t owed = 0; /* blanks, drawn only when more text follows */

    for (size_t c = 0; c < columns; c++) {
        struct text line = { 0 };
        size_t taken, spare;

        if (cells[c] == HIDDEN)
            continue;
        next_line(&line, &rest[c]);
        taken = text_cells(text_of(&line), ambiguous);
        spare = cells[c] > taken ? cells[c] - taken : 0;
        if (line.length > 0) {
            blanks(out, owed + (t->align[c] == 'r' ? spare : 0));
            text_add(out, text_of(&line));
            owed = t->align[c] == 'r' ? 0 : spare;
        } else {
            owed += spare;
        }
        owed += GAP;
        text_free(&line);
    }
    text_add(out, "\n");
}

/* One line, more where a cell has been broken. */
static void
draw_row(struct text *out, const struct table *t, size_t row, const size_t *cells, size_t columns, size_t indent,
         size_t ambiguous)
{
    struct text broken[TABLE_COLUMNS] = { 0 };
    const char *rest[TABLE_COLUMNS];
    bool more = true;

    for (size_t c = 0; c < columns; c++) {
        const char *text = cell(t, row, c);

        if (text_cells(text, ambiguous) > cells[c])
            wrap_lines(&broken[c], text, cells[c], ambiguous);
        rest[c] = cells[c] == HIDDEN ? "" : broken[c].length > 0 ? broken[c].at : text;
    }
    while (more) {
        blanks(out, indent);
        draw_line(out, t, rest, cells, columns, ambiguous);
        more = false;
        for (size_t c = 0; c < columns; c++)
            more = more || *rest[c];
    }
    for (size_t c = 0; c < columns; c++)
        text_free(&broken[c]);
}

/* Takes from a column what is too much, but leaves it at least `least` cells. */
static void
narrow(size_t *cells, size_t *too_much, size_t least)
{
    const size_t spare = *cells > least ? *cells - least : 0;
    const size_t taken = spare < *too_much ? spare : *too_much;

    *cells -= taken;
    *too_much -= taken;
}

/* What is too much is taken from the last column, if of text, and the first; then columns before the last are hidden. */
static void
make_fit(const struct table *t, size_t *cells, size_t columns, size_t too_much)
{
    if (t->align[columns - 1] == 'l')
        narrow(&cells[columns - 1], &too_much, LAST_CELLS);
    narrow(&cells[0], &too_much, FIRST_CELLS);
    for (size_t c = columns - 1; c-- > 1 && too_much > 0;) {
        const size_t gained = cells[c] + GAP;

        too_much = too_much > gained ? too_much - gained : 0;
        cells[c] = HIDDEN;
    }
}

void
table_draw(struct text *out, const struct table *t, size_t indent, size_t width, size_t ambiguous)
{
    size_t cells[TABLE_COLUMNS], columns, used = indent;

    for (size_t c = 0; c < t->columns; c++)
        cells[c] = column_cells(t, c, ambiguous);
    columns = columns_that_fit(t, cells, indent, width);
    for (size_t c = 0; c < columns; c++)
        used += cells[c] + (c ? GAP : 0);
    if (used > width && columns > 0)
        make_fit(t, cells, columns, used - width);
    for (size_t r = 0; r < t->rows; r++)
        draw_row(out, t, r, cells, columns, indent, ambiguous);
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
