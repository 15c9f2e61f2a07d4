/* The comparison that `compare` prints: the base in levels, the others as differences, and which targets decide. */
#ifndef REPORT_COMPARISON_H
#define REPORT_COMPARISON_H

#include "analysis/compare.h"
#include "report/summary.h"
#include "report/table.h"

struct together;
struct why;

struct comparison {
    struct summary base;             /* the base; how and where to print; folder, charts, seconds of the whole */
    size_t count;                    /* of scenarios, at least 2 */
    const struct compared *scenario; /* the base first, the others in the order of reading */
    const char *const *title;
    const struct why *why;           /* NULL: not asked */
    const struct together *together; /* NULL: not drawn */
};

void comparison_print(struct text *out, const struct comparison *c);

#define COMPARISON_TITLE 32 /* cells */

/* A title for each scenario: its own in the language; the scenario's name where that is too long for a table, or
 * another's, as with scenarios that inherit it. The list is the arena's. */
const char **comparison_titles(struct arena *a, const struct compared *scenario, size_t count, enum language language);

struct comparison_column {
    const char *key; /* of a series of home */
    int year;
    size_t series; /* in the base */
};
#define COMPARISON_COLUMNS 8

/* Indicators that the base's targets speak of, each in the last year that it is wanted for, by year; what a step's end
 * would be without gets GDP per head relative to the benchmark. Returns how many. */
size_t comparison_columns(struct comparison_column column[COMPARISON_COLUMNS], const struct compared *base);

/* The one that scenarios are sorted by after the steps that they meet: the modernization index, else the last. */
size_t comparison_sorting(const struct comparison_column *column, size_t columns);

/* The numbers of the scenarios in the order of reading: the base, then the others, the best first. */
void comparison_order(size_t *order, const struct compared *scenario, size_t count);

/* Its parts */
void comparison_table(struct text *out, const struct comparison *c);
void comparison_pair(struct text *out, const struct comparison *c);
void comparison_decides(struct text *out, const struct comparison *c);

/* Its tables as cells, whatever the terminal's width: each initialises a table that the caller frees. Returns the rows
 * of the head, and the lines below the table; `align` outlives the table. */
size_t comparison_table_fill(struct table *table, char align[TABLE_COLUMNS + 1], struct text *notes,
                             const struct comparison *c);
void comparison_pair_fill(struct table *table, const struct comparison *c);
void comparison_pair_steps_fill(struct table *table, const struct comparison *c);

#endif
