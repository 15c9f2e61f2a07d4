#include "report/workbook_sheet.h"

#ifdef WITH_XLSX
#include <math.h>
#include <string.h>

#define A4 9
#define HEAD_GREY 0xF2F2F2
#define RULE_GREY 0xBFBFBF
#define CHART_WIDTH 560 /* pixels */
#define CHART_HEIGHT 300
#define TITLE_ROW 0

static lxw_format *
new_format(const struct workbook_making *b)
{
    lxw_format *f = workbook_add_format(b->workbook);

    format_set_font_name(f, b->language == CHINESE ? "宋体" : "Calibri");
    format_set_font_size(f, 11);
    format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
    return f;
}

static void
ruled(lxw_format *f)
{
    format_set_border(f, LXW_BORDER_THIN);
    format_set_border_color(f, RULE_GREY);
}

static const char *
digits_of(struct workbook_making *b, int decimals)
{
    const char *whole = b->language == ENGLISH ? "#,##0" : "0";

    return decimals > 0 ? arena_print(&b->arena, "%s.%.*s", whole, decimals, "00000000") : whole;
}

void
book_formats(struct workbook_making *b)
{
    for (int i = 0; i < BOOK_LOOKS; i++)
        b->look[i] = new_format(b);
    for (int i = 0; i < BOOK_DECIMALS; i++) {
        b->number[i] = new_format(b);
        ruled(b->number[i]);
        if (i != BOOK_GENERAL)
            format_set_num_format(b->number[i], digits_of(b, i));
    }
    format_set_text_wrap(b->look[BOOK_WRAPPED]);
    format_set_align(b->look[BOOK_CENTRED], LXW_ALIGN_CENTER);
    format_set_bold(b->look[BOOK_TITLE]);
    format_set_font_size(b->look[BOOK_TITLE], 14);
    format_set_bold(b->look[BOOK_PART]);
    format_set_bold(b->look[BOOK_HEAD]);
    format_set_align(b->look[BOOK_HEAD], LXW_ALIGN_CENTER);
    format_set_text_wrap(b->look[BOOK_HEAD]);
    format_set_bg_color(b->look[BOOK_HEAD], HEAD_GREY);
    for (int i = BOOK_PLAIN; i <= BOOK_CENTRED; i++)
        ruled(b->look[i]);
    format_set_border(b->look[BOOK_HEAD], LXW_BORDER_THIN);
}

const char *
book_word(const struct workbook_making *b, enum word word)
{
    return word_in(b->language, word);
}

const char *
book_fill(struct workbook_making *b, enum word word, const char *first, const char *second)
{
    struct text filled = { 0 };
    const char *kept;

    word_fill(&filled, b->language, word, (const char *const[]) { first, second, NULL });
    kept = arena_text(&b->arena, text_of(&filled));
    text_free(&filled);
    return kept;
}

const char *
book_year(struct workbook_making *b, int year)
{
    return arena_print(&b->arena, "%d", year);
}

void
book_sheet(struct workbook_making *b, enum word name, const char *title)
{
    b->name = book_word(b, name);
    b->sheet = workbook_add_worksheet(b->workbook, b->name);
    b->row = TITLE_ROW;
    b->columns = 1;
    worksheet_set_row(b->sheet, TITLE_ROW, 24, NULL);
    book_text(b, 0, BOOK_TITLE, title);
    b->row++;
}

void
book_head(struct workbook_making *b, const char *const *head, const double *width, lxw_col_t count)
{
    for (lxw_col_t c = 0; c < count; c++) {
        book_text(b, c, BOOK_HEAD, head[c]);
        worksheet_set_column(b->sheet, c, c, width[c], NULL);
    }
    b->row++;
}

void
book_freeze(struct workbook_making *b, lxw_row_t head, lxw_row_t row, lxw_col_t column)
{
    worksheet_freeze_panes(b->sheet, row, column);
    worksheet_repeat_rows(b->sheet, head, row - 1);
}

void
book_finish(struct workbook_making *b)
{
    worksheet_print_area(b->sheet, TITLE_ROW, 0, b->row > 0 ? b->row - 1 : 0, b->columns - 1);
    worksheet_set_landscape(b->sheet);
    worksheet_set_paper(b->sheet, A4);
    worksheet_fit_to_pages(b->sheet, 1, 0);
}

static void
count_column(struct workbook_making *b, lxw_col_t column)
{
    b->columns = column >= b->columns ? (lxw_col_t) (column + 1) : b->columns;
}

void
book_text(struct workbook_making *b, lxw_col_t column, enum book_look look, const char *text)
{
    if (look != BOOK_TITLE && look != BOOK_PART)
        count_column(b, column);
    if (text && *text)
        worksheet_write_string(b->sheet, b->row, column, text, b->look[look]);
    else
        worksheet_write_blank(b->sheet, b->row, column, b->look[look]);
}

void
book_number(struct workbook_making *b, lxw_col_t column, int decimals, double x)
{
    lxw_format *f = b->number[decimals < BOOK_GENERAL ? decimals : BOOK_GENERAL];

    count_column(b, column);
    if (isfinite(x))
        worksheet_write_number(b->sheet, b->row, column, x, f);
    else
        worksheet_write_blank(b->sheet, b->row, column, f);
}

static void
chart_type(const struct workbook_making *b, lxw_chart *chart, bool from_zero)
{
    lxw_chart_font title = { .name = (char *) (b->language == CHINESE ? "宋体" : "Calibri"), .size = 12, .bold = 1 };
    lxw_chart_line grid = { .color = 0xD9D9D9, .width = 0.5F };

    chart_title_set_name_font(chart, &title);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
    chart_axis_set_interval_unit(chart->x_axis, 5);
    if (from_zero)
        chart_axis_set_min(chart->y_axis, 0);
}

void
book_chart(struct workbook_making *b, const struct book_chart *c, lxw_row_t row, lxw_col_t column)
{
    static const lxw_color_t colours[] = { 0x0072B2, 0x404040, 0xD55E00, 0x009E73, 0xCC79A7, 0xA6A6A6 };
    lxw_chart_options size = { .x_scale = CHART_WIDTH / 480.0, .y_scale = CHART_HEIGHT / 288.0 };
    lxw_chart *chart = workbook_add_chart(b->workbook, LXW_CHART_LINE);

    for (lxw_row_t r = c->first; r <= c->last; r++) {
        const size_t i = r - c->first, last = sizeof colours / sizeof colours[0] - 1;
        lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
        lxw_chart_line line = { .color = colours[i < last ? i : last], .width = i ? 1.5F : 2.25F };

        chart_series_set_categories(series, b->name, c->years, c->from, c->years, c->to);
        chart_series_set_values(series, b->name, r, c->from, r, c->to);
        chart_series_set_name_range(series, b->name, r, c->named);
        chart_series_set_line(series, &line);
    }
    chart_title_set_name(chart, c->title);
    chart_type(b, chart, c->from_zero);
    worksheet_insert_chart_opt(b->sheet, row, column, chart, &size);
}

#else
typedef int without_xlsx; /* a file must not be empty */
#endif
