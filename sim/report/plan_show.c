/* The plan's table in the terminal: groups as lines of their own; where it is narrow, columns between the name and the
 * projection are left out first. */
#include <stdint.h>
#include <string.h>
#include "report/phrase.h"
#include "report/plan_table.h"
#include "report/table.h"
#include "report/wrap.h"

#define NAME_CELLS 30   /* of a name that is broken into lines */
#define NARROW_NAME 20  /* where all else has been left out */
#define TARGET_CELLS 12 /* words that are longer stand under the name */

/* Which columns are shown, in the table's order; the name carries the number. */
struct shown {
    size_t count;
    enum plan_column column[PLAN_COLUMNS];
    size_t name_cells;
};

/* The narrower the terminal, the more of these steps are taken; the name is broken into lines instead. */
static const enum plan_column left_out[] = {
    PLAN_COLUMNS /* nothing */, PLAN_ATTRIBUTE, PLAN_NAME, PLAN_BASE, PLAN_GROWTH, PLAN_TIME, PLAN_UNIT, PLAN_NAME,
};
#define STEPS (sizeof left_out / sizeof left_out[0])

static bool
is_left_out(enum plan_column c, size_t steps)
{
    for (size_t i = 0; i <= steps; i++)
        if (left_out[i] == c)
            return true;
    return false;
}

static struct shown
shown_columns(size_t steps, int columns)
{
    struct shown s = { .name_cells = SIZE_MAX };

    s.column[s.count++] = PLAN_NAME;
    for (int c = PLAN_NAME + 1; c < columns; c++)
        if (!is_left_out((enum plan_column) c, steps))
            s.column[s.count++] = (enum plan_column) c;
    if (is_left_out(PLAN_NAME, steps))
        s.name_cells = steps + 1 == STEPS ? NARROW_NAME : NAME_CELLS;
    return s;
}

static void
align_of(char align[PLAN_COLUMNS + 1], const struct shown *s)
{
    for (size_t i = 0; i < s->count; i++) {
        const enum plan_column c = s->column[i];

        align[i] = c == PLAN_BASE || c == PLAN_TARGET || c == PLAN_GROWTH || c == PLAN_PROJECTED
                           || (c >= PLAN_ACTUAL && c < PLAN_CLASS)
                       ? 'r'
                       : 'l';
    }
    align[s->count] = '\0';
}

static void
add_headings(struct table *table, const struct plan_table *p, const struct shown *s)
{
    const size_t above = table_row(table), below = table_row(table);

    for (size_t i = 0; i < s->count; i++) {
        const char *heading = p->heading[s->column[i]], *bar = strchr(heading, '\n');
        struct text upper = { 0 };

        text_add_bytes(&upper, heading, bar ? (size_t) (bar - heading) : strlen(heading));
        table_set(table, above, i, text_of(&upper));
        table_set(table, below, i, bar ? bar + 1 : "");
        text_free(&upper);
    }
}

static bool
is_below(const struct plan_cell *target, size_t ambiguous)
{
    return !target->format && text_cells(target->text, ambiguous) > TARGET_CELLS;
}

/* What is nowhere given is a blank, what the model does not project a stroke. */
static void
cell_text(struct text *out, const struct plan_row *row, enum plan_column c, enum language language)
{
    if (c == PLAN_VERDICT && row->judged)
        verdict_phrase(out, row->judged->verdict, language);
    else if (c >= PLAN_PROJECTED && !row->judged)
        text_add(out, "-");
    else
        text_add(out, row->cell[c].text);
}

static void
set_cells(struct table *table, size_t at, const struct plan_row *row, const struct shown *s, size_t ambiguous,
          enum language language)
{
    for (size_t i = 1; i < s->count; i++) {
        struct text cell = { 0 };

        if (s->column[i] != PLAN_TARGET || !is_below(&row->cell[PLAN_TARGET], ambiguous))
            cell_text(&cell, row, s->column[i], language);
        table_set(table, at, i, text_of(&cell));
        text_free(&cell);
    }
}

/* The lines of a text, a row each, behind what stands before the first; returns the first row. */
static size_t
set_lines(struct table *table, const char *before, const char *text, size_t cells, size_t ambiguous)
{
    const size_t first = table->rows;
    struct text lines = { 0 };
    char *line, *rest;

    wrap_cells(&lines, text, cells, ambiguous);
    rest = lines.at;
    while (rest && (line = strsep(&rest, "\n")) && *line) {
        struct text cell = { 0 };

        text_print(&cell, "%2s %s", table->rows == first ? before : "", line);
        table_set(table, table_row(table), 0, text_of(&cell));
        text_free(&cell);
    }
    text_free(&lines);
    return first;
}

static void
fill_row(struct table *table, const struct plan_row *row, const struct shown *s, size_t ambiguous,
         enum language language)
{
    const struct plan_cell *target = &row->cell[PLAN_TARGET];
    const size_t first = set_lines(table, row->cell[PLAN_NUMBER].text, row->cell[PLAN_NAME].text, s->name_cells,
                                   ambiguous);
    struct text below = { 0 };

    set_cells(table, first, row, s, ambiguous, language);
    if (!is_below(target, ambiguous))
        return;
    word_fill(&below, language, WORD_plan_target_below, (const char *const[]) { target->text, NULL });
    set_lines(table, "", text_of(&below), s->name_cells, ambiguous);
    text_free(&below);
}

static void
fill_table(struct table *table, const struct plan_table *p, const struct shown *s, size_t ambiguous)
{
    add_headings(table, p, s);
    for (size_t r = 0; r < p->rows; r++) {
        if (r == 0 || p->row[r].group != p->row[r - 1].group)
            table_set(table, table_row(table), 0, p->group[p->row[r].group]);
        fill_row(table, &p->row[r], s, ambiguous, p->language);
    }
}

static void
show(struct text *out, const struct plan_table *p, size_t width, size_t ambiguous)
{
    for (size_t steps = 0;; steps++) {
        const struct shown s = shown_columns(steps, p->columns);
        char align[PLAN_COLUMNS + 1];
        struct table table;
        bool fits;

        align_of(align, &s);
        table_init(&table, align, s.count);
        fill_table(&table, p, &s, ambiguous);
        fits = table_cells(&table, ambiguous) <= width || steps + 1 == STEPS;
        if (fits)
            table_draw(out, &table, 0, width, ambiguous);
        table_free(&table);
        if (fits)
            return;
    }
}

void
plan_tables_show(struct text *out, const struct plan_tables *tables, const char *scenario, enum language language,
                 size_t width, size_t ambiguous)
{
    if (tables->count == 0) {
        word_fill(out, language, WORD_plan_empty, (const char *const[]) { scenario, NULL });
        text_add(out, "\n");
    }
    for (size_t i = 0; i < tables->count; i++) {
        const struct plan_table *p = &tables->table[i];

        text_print(out, "%s%s\n\n", i ? "\n" : "", p->title);
        show(out, p, width, ambiguous);
        for (size_t n = 0; n < p->notes; n++)
            wrap_cells(out, p->note[n], width, ambiguous);
    }
}
