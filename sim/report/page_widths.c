/* How wide the columns of a document's table are: converters share the page out as this says. */
#include <math.h>
#include <stdbool.h>
#include "report/page.h"

#define LINE_CELLS 81.0 /* cells of a document's line of 156 mm, at 10.5 points */
#define PADDING 1.9     /* that the space between two columns takes, and what Latin beside Chinese adds */
#define UNBROKEN 6      /* cells of a text that is never broken, "+ 达到" */
#define NUMBER 9        /* of a number, likewise */
#define LONG 16         /* of a text that gets twice the room of others before it is broken, */
#define LONG_LEAST 10.0 /* and no less than this */

struct column {
    size_t cells, word; /* of its widest cell, of its longest word: only Chinese is broken anywhere */
    char align;
};

/* What a column takes where texts are broken at `widest`; an empty one nothing */
static double
width_within(const struct column *c, double widest)
{
    const double whole = (double) c->cells;
    const double room = c->cells > LONG ? fmax(2 * widest, LONG_LEAST) : fmax(widest, UNBROKEN);

    if (!c->cells)
        return 0;
    return PADDING + (c->align == 'r' && c->cells <= NUMBER ? whole : fmin(whole, fmax(room, (double) c->word)));
}

static double
all_within(const struct column *column, size_t columns, double widest)
{
    double all = 0;

    for (size_t c = 0; c < columns; c++)
        all += width_within(&column[c], widest);
    return all;
}

static const char *
cell(const struct table *t, size_t row, size_t column)
{
    return t->cell[row][column] ? t->cell[row][column] : "";
}

static size_t
longest_word(const char *s)
{
    size_t longest = 0, word = 0;

    for (; *s; s++) {
        word = *s > ' ' ? word + 1 : 0;
        longest = word > longest ? word : longest;
    }
    return longest;
}

static void
measure(struct column *column, const struct table *t)
{
    for (size_t c = 0; c < t->columns; c++)
        for (size_t r = 0; r < t->rows; r++) {
            const size_t cells = text_cells(cell(t, r, c), 1), word = longest_word(cell(t, r, c));

            column[c].align = t->align[c];
            column[c].cells = cells > column[c].cells ? cells : column[c].cells;
            column[c].word = word > column[c].word ? word : column[c].word;
        }
}

void
page_widths(struct text *out, const struct table *t)
{
    struct column column[TABLE_COLUMNS] = { 0 };
    double widest = LINE_CELLS;

    measure(column, t);
    while (widest > 1 && all_within(column, t->columns, widest) > LINE_CELLS)
        widest -= 0.5;
    text_add(out, "<colgroup>");
    for (size_t c = 0; c < t->columns; c++)
        if (column[c].cells)
            text_print(out, "<col style=\"width:%.1f%%\">",
                       100 * width_within(&column[c], widest) / all_within(column, t->columns, widest));
    text_add(out, "</colgroup>\n");
}
