#include "report/plan_book.h"

#ifdef WITH_XLSX
#include <math.h>
#include <string.h>
#include "report/workbook_save.h"
#include "report/workbook_sheet.h"

#define TITLE_ROW 0
#define HEAD_ROW 1
#define FIRST_ROW 2
#define LINE 15.0 /* points */
#define WIDEST 36 /* characters of a column */
#define HEAD_GREY 0xF2F2F2
#define OURS_BLUE 0xD1E5F0

struct book {
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    const struct plan_table *table;
};

static lxw_format *
plain_format(const struct book *b)
{
    lxw_format *f = workbook_add_format(b->workbook);

    format_set_font_name(f, b->table->language == CHINESE ? "宋体" : "Calibri");
    format_set_font_size(f, 11);
    format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
    return f;
}

static lxw_format *
cell_format(const struct book *b, uint8_t align, const char *number)
{
    lxw_format *f = plain_format(b);

    format_set_border(f, LXW_BORDER_THIN);
    format_set_align(f, align);
    format_set_text_wrap(f);
    if (number)
        format_set_num_format(f, number);
    return f;
}

static uint8_t
align_of(int column)
{
    static const uint8_t align[PLAN_COLUMNS] = {
        [PLAN_GROUP] = LXW_ALIGN_CENTER,   [PLAN_NUMBER] = LXW_ALIGN_CENTER,    [PLAN_NAME] = LXW_ALIGN_LEFT,
        [PLAN_UNIT] = LXW_ALIGN_CENTER,    [PLAN_BASE] = LXW_ALIGN_RIGHT,       [PLAN_TARGET] = LXW_ALIGN_RIGHT,
        [PLAN_GROWTH] = LXW_ALIGN_RIGHT,   [PLAN_ATTRIBUTE] = LXW_ALIGN_CENTER, [PLAN_PROJECTED] = LXW_ALIGN_RIGHT,
        [PLAN_VERDICT] = LXW_ALIGN_CENTER, [PLAN_ACTUAL] = LXW_ALIGN_RIGHT,     [PLAN_PROGRESS] = LXW_ALIGN_RIGHT,
        [PLAN_TIME] = LXW_ALIGN_RIGHT,     [PLAN_CLASS] = LXW_ALIGN_CENTER,
    };

    return align[column];
}

/* Characters of the widest text of the column */
static double
width_of(const struct plan_table *p, int column)
{
    const char *heading = p->heading[column], *bar = strchr(heading, '\n');
    size_t widest = text_cells(bar ? bar + 1 : heading, 2);

    for (size_t r = 0; r < p->rows; r++) {
        const size_t cells = text_cells(p->row[r].cell[column].text, 2);

        widest = cells > widest ? cells : widest;
    }
    return (double) (widest < WIDEST ? widest : WIDEST) + 2;
}

/* Returns the characters of all columns together. */
static double
write_headings(const struct book *b)
{
    double whole = 0;

    for (int c = 0; c < b->table->columns; c++) {
        lxw_format *f = cell_format(b, LXW_ALIGN_CENTER, NULL);
        const double width = width_of(b->table, c);

        format_set_bold(f);
        format_set_bg_color(f, c < PLAN_PROJECTED ? HEAD_GREY : OURS_BLUE);
        worksheet_set_column(b->sheet, (lxw_col_t) c, (lxw_col_t) c, width, NULL);
        worksheet_write_string(b->sheet, HEAD_ROW, (lxw_col_t) c, b->table->heading[c], f);
        whole += width;
    }
    worksheet_set_row(b->sheet, HEAD_ROW, 2 * LINE + 3, NULL);
    return whole;
}

static void
write_cell(const struct book *b, lxw_row_t at, int column, const struct plan_row *row)
{
    const struct plan_cell *cell = &row->cell[column];
    const bool unprojected = column >= PLAN_PROJECTED && !row->judged;
    lxw_format *f = cell_format(b, align_of(column), cell->format);

    if (unprojected)
        worksheet_write_string(b->sheet, at, (lxw_col_t) column, "—", f);
    else if (cell->format)
        worksheet_write_number(b->sheet, at, (lxw_col_t) column, cell->value, f);
    else if (*cell->text)
        worksheet_write_string(b->sheet, at, (lxw_col_t) column, cell->text, f);
    else
        worksheet_write_blank(b->sheet, at, (lxw_col_t) column, f);
}

static void
write_rows(const struct book *b)
{
    const struct plan_table *p = b->table;
    size_t begun = 0; /* first row of the group */

    for (size_t r = 0; r < p->rows; r++) {
        const bool ends = r + 1 == p->rows || p->row[r + 1].group != p->row[r].group;

        for (int c = 0; c < p->columns; c++)
            write_cell(b, (lxw_row_t) (FIRST_ROW + r), c, &p->row[r]);
        if (ends && r > begun)
            worksheet_merge_range(b->sheet, (lxw_row_t) (FIRST_ROW + begun), PLAN_GROUP, (lxw_row_t) (FIRST_ROW + r),
                                  PLAN_GROUP, p->group[p->row[r].group], cell_format(b, align_of(PLAN_GROUP), NULL));
        if (ends)
            begun = r + 1;
    }
}

/* Over all columns; a merged cell does not grow by itself. */
static void
write_note(const struct book *b, lxw_row_t at, const char *note, double whole)
{
    lxw_format *f = plain_format(b);

    format_set_text_wrap(f);
    worksheet_merge_range(b->sheet, at, 0, at, (lxw_col_t) (b->table->columns - 1), note, f);
    worksheet_set_row(b->sheet, at, LINE * ceil(1.05 * (double) text_cells(note, 2) / whole), NULL);
}

/* Returns the last row. */
static lxw_row_t
write_notes(const struct book *b, double whole)
{
    lxw_row_t at = (lxw_row_t) (FIRST_ROW + b->table->rows);

    for (size_t n = 0; n < b->table->notes; n++)
        write_note(b, at++, b->table->note[n], whole);
    if (b->table->rows_from)
        write_note(b, at++, b->table->rows_from, whole);
    return at - 1;
}

static void
write_page(const struct book *b, lxw_row_t last)
{
    worksheet_freeze_panes(b->sheet, FIRST_ROW, PLAN_NAME + 1);
    worksheet_repeat_rows(b->sheet, TITLE_ROW, HEAD_ROW);
    worksheet_print_area(b->sheet, TITLE_ROW, 0, last, (lxw_col_t) (b->table->columns - 1));
    worksheet_set_landscape(b->sheet);
    worksheet_set_paper(b->sheet, 9); /* A4 */
    worksheet_fit_to_pages(b->sheet, 1, 0);
}

static void
write_sheet(struct book *b)
{
    lxw_format *title = plain_format(b);

    b->sheet = workbook_add_worksheet(b->workbook, b->table->sheet);
    format_set_bold(title);
    format_set_font_size(title, 14);
    worksheet_write_string(b->sheet, TITLE_ROW, 0, b->table->title, title);
    worksheet_set_row(b->sheet, TITLE_ROW, 24, NULL);
    write_rows(b);
    write_page(b, write_notes(b, write_headings(b)));
}

void
plan_book_add(lxw_workbook *workbook, const struct plan_tables *tables)
{
    struct book b = { .workbook = workbook };

    for (size_t i = 0; i < tables->count; i++) {
        b.table = &tables->table[i];
        write_sheet(&b);
    }
}

static void
sheets_of_plan(lxw_workbook *workbook, const void *tables)
{
    plan_book_add(workbook, tables);
}

enum status
plan_book_write(struct output *out, const char *name, const struct plan_tables *tables, struct error *err)
{
    return workbook_save(out, name, tables->table[0].title, sheets_of_plan, tables, err);
}

#else

enum status
plan_book_write(struct output *out, const char *name, const struct plan_tables *tables, struct error *err)
{
    (void) out;
    (void) name;
    (void) tables;
    return error_add(err, OK, NOWHERE, WORD_no_library, "libxlsxwriter", WORD_ARGUMENT(plan_workbook));
}

#endif
