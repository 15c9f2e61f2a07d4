/* Cells of a solve's tables: words filled in the report's language, texts handed over to the table. */
#ifndef REPORT_SOLVE_CELLS_H
#define REPORT_SOLVE_CELLS_H

#include "report/solve_report.h"
#include "report/table.h"

#define fill(out, r, ...) word_fill(out, (r)->language, fill_word_(__VA_ARGS__, 0), fill_strings_(__VA_ARGS__, NULL))
#define fill_word_(word, ...) (word)
#define fill_strings_(word, ...) \
    (const char *const[]) \
    { \
        __VA_ARGS__ \
    }

static inline void
set(struct table *table, size_t row, size_t column, struct text *cell)
{
    table_set(table, row, column, text_of(cell));
    text_free(cell);
}

#endif
