/* The plan's table in the report: as plans print it; on a document's page, too narrow for all its columns, the mid-term
 * ones stand in a table of their own. */
#include <string.h>
#include "report/phrase.h"
#include "report/plan_table.h"
#include "report/report.h"

/* Columns of one table, in their order */
struct part {
    int column[PLAN_COLUMNS];
    size_t columns;
    bool judged_only; /* rows that the model does not project are left out */
    char align[PLAN_COLUMNS + 1];
};

static void
add_column(struct part *part, int column)
{
    static const char align[PLAN_COLUMNS + 1] = "llllrrrlrlrrrl";

    part->align[part->columns] = align[column];
    part->column[part->columns++] = column;
}

static void
add_heads(struct table *table, const struct plan_table *plan, const struct part *part)
{
    table_init(table, part->align, 1);
    table_row(table);
    table_row(table);
    for (size_t c = 0; c < part->columns; c++) {
        const char *heading = plan->heading[part->column[c]], *bar = strchr(heading, '\n');
        struct text upper = { 0 };

        text_add_bytes(&upper, heading, bar ? (size_t) (bar - heading) : strlen(heading));
        table_set(table, 0, c, text_of(&upper));
        table_set(table, 1, c, bar ? bar + 1 : "");
        text_free(&upper);
    }
}

static void
set_cell(struct table *table, size_t at, size_t c, const struct plan_row *row, int column, enum language language)
{
    struct text verdict = { 0 };

    if (column >= PLAN_PROJECTED && !row->judged) {
        table_set(table, at, c, "—");
    } else if (column == PLAN_VERDICT) {
        verdict_phrase(&verdict, row->judged->verdict, language);
        table_set(table, at, c, text_of(&verdict));
    } else {
        table_set(table, at, c, row->cell[column].text);
    }
    text_free(&verdict);
}

static void
add_rows(struct table *table, const struct plan_table *plan, const struct part *part)
{
    for (size_t i = 0; i < plan->rows; i++) {
        const struct plan_row *row = &plan->row[i];
        const bool new_group = i == 0 || row->group != plan->row[i - 1].group;
        size_t at;

        if (part->judged_only && !row->judged)
            continue;
        at = table_row(table);
        for (size_t c = 0; c < part->columns; c++)
            if (part->column[c] != PLAN_GROUP)
                set_cell(table, at, c, row, part->column[c], plan->language);
            else if (new_group)
                table_set(table, at, c, plan->group[row->group]);
    }
}

static void
add_part(struct page *p, const struct plan_table *plan, const struct part *part, const char *caption)
{
    struct table table;

    add_heads(&table, plan, part);
    add_rows(&table, plan, part);
    page_table(p, caption, &table, 2);
    table_free(&table);
}

static void
add_midterm(struct page *p, const struct plan_table *plan)
{
    static const int columns[] = { PLAN_NAME,   PLAN_UNIT,     PLAN_BASE, PLAN_TARGET,
                                   PLAN_ACTUAL, PLAN_PROGRESS, PLAN_TIME, PLAN_CLASS };
    struct part part = { .judged_only = true };
    struct text caption = { 0 };

    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        add_column(&part, columns[i]);
    word_fill(&caption, p->language, WORD_report_midterm_caption, (const char *const[]) { plan->title, NULL });
    add_part(p, plan, &part, text_of(&caption));
    text_free(&caption);
}

void
report_plan_table(struct page *p, const struct plan_table *plan)
{
    const bool apart = plan->midterm && p->form == PAGE_DOCUMENT;
    struct part part = { 0 };

    for (int c = 0; c < (apart ? PLAN_ACTUAL : plan->columns); c++)
        add_column(&part, c);
    add_part(p, plan, &part, plan->title);
    if (apart)
        add_midterm(p, plan);
    for (size_t i = 0; i < plan->notes; i++)
        page_paragraph(p, "note", plan->note[i]);
    if (plan->rows_from)
        page_paragraph(p, "note", plan->rows_from);
}
