/* Sheets with years across: the headlines with their charts, scenarios side by side, every trajectory. */
#include "report/workbook_sheet.h"

#ifdef WITH_XLSX
#include "report/phrase.h"

#define NAME_COLUMN 0
#define UNIT_COLUMN 1
#define FIRST_YEAR 2 /* column, where name and unit stand before */
#define CHART_ROWS 16
#define CHART_COLUMNS 5
#define YEAR_WIDTH 10.0

static const char *
region_name(const struct workbook_making *b, const struct plan *p, size_t region)
{
    return name_in(b->language, p->region[region].name, p->region[region].name_zh);
}

static const char *
name_of(struct workbook_making *b, const struct trajectory *t, size_t series)
{
    struct text name = { 0 };
    const char *kept;

    series_name(&name, t, series, b->language);
    kept = arena_text(&b->arena, text_of(&name));
    text_free(&name);
    return kept;
}

static void
write_years(struct workbook_making *b, const struct plan *p, lxw_col_t from)
{
    for (int year = p->start; year <= p->end; year++) {
        const lxw_col_t c = (lxw_col_t) (from + year - p->start);

        book_text(b, c, BOOK_HEAD, "");
        worksheet_write_number(b->sheet, b->row, c, year, b->look[BOOK_HEAD]);
        worksheet_set_column(b->sheet, c, c, YEAR_WIDTH, NULL);
    }
}

static void
write_values(struct workbook_making *b, const struct trajectory *t, size_t series, lxw_col_t from)
{
    const struct plan *p = t->plan;
    const int decimals = indicators[t->series[series].indicator].decimals;

    for (int year = p->start; year <= p->end; year++)
        book_number(b, (lxw_col_t) (from + year - p->start), decimals, trajectory_at(t, series, year));
}

/* What the summary's charts show: an indicator, and whether the nation stands beside */
static const struct headline {
    const char *key;
    bool beside, from_zero;
} headlines[] = { { "gdp", false, true },
                  { "gdp_per_capita", true, true },
                  { "urbanization", true, false },
                  { "modernization", false, false } };
#define HEADLINES (sizeof headlines / sizeof headlines[0])

static bool
write_headline(struct workbook_making *b, const struct trajectory *t, size_t region, const char *key)
{
    const size_t series = trajectory_find(t, region, key);

    if (series == PLAN_NONE)
        return false;
    book_text(b, NAME_COLUMN, BOOK_PLAIN,
              book_fill(b, WORD_of_region, region_name(b, t->plan, region), name_of(b, t, series)));
    book_text(b, UNIT_COLUMN, BOOK_CENTRED, unit_in(b->language, indicators[t->series[series].indicator].unit));
    write_values(b, t, series, FIRST_YEAR);
    b->row++;
    return true;
}

static void
put_chart(struct workbook_making *b, const struct headline *h, const struct trajectory *t, struct book_chart *c,
          size_t place)
{
    const size_t series = trajectory_find(t, t->plan->home, h->key);
    const lxw_col_t column = place % 2 ? FIRST_YEAR + CHART_COLUMNS : 0;

    c->title = book_fill(b, WORD_compare_with_unit, name_of(b, t, series),
                         unit_in(b->language, indicators[t->series[series].indicator].unit));
    if (!*unit_in(b->language, indicators[t->series[series].indicator].unit))
        c->title = name_of(b, t, series);
    c->from_zero = h->from_zero;
    book_chart(b, c, (lxw_row_t) (b->row + 1 + place / 2 * CHART_ROWS), column);
}

void
workbook_summary(struct workbook_making *b)
{
    const struct trajectory *t = b->data->scenario[0].trajectory;
    const struct plan *p = t->plan;
    const char *const head[] = { book_word(b, WORD_summary_indicators), book_word(b, WORD_plan_head_unit) };
    const bool nation = p->benchmark != PLAN_NONE && p->benchmark != p->home;
    struct book_chart chart[HEADLINES] = { { 0 } };
    size_t place = 0;

    book_sheet(b, WORD_book_summary,
               book_fill(b, WORD_book_of, region_name(b, p, p->home), b->data->scenario[0].title));
    write_years(b, p, FIRST_YEAR);
    book_head(b, head, (const double[]) { 36, 12 }, 2);
    book_freeze(b, 0, b->row, FIRST_YEAR);
    for (size_t i = 0; i < HEADLINES; i++) {
        chart[i] = (struct book_chart) {
            .years = 1,
            .first = b->row,
            .named = NAME_COLUMN,
            .from = FIRST_YEAR,
            .to = (lxw_col_t) (FIRST_YEAR + p->end - p->start),
        };
        if (!write_headline(b, t, p->home, headlines[i].key))
            continue;
        if (nation && headlines[i].beside)
            (void) write_headline(b, t, p->benchmark, headlines[i].key);
        chart[i].last = b->row - 1;
    }
    for (size_t i = 0; i < HEADLINES; i++)
        if (chart[i].last)
            put_chart(b, &headlines[i], t, &chart[i], place++);
    b->row += (lxw_row_t) (1 + (place + 1) / 2 * CHART_ROWS);
    book_finish(b);
}

/* One indicator of home, a scenario a row, its chart below. */
static void
write_block(struct workbook_making *b, const struct headline *h)
{
    const struct trajectory *t = b->data->scenario[0].trajectory;
    const size_t series = trajectory_find(t, t->plan->home, h->key);
    struct book_chart chart = {
        .years = b->row,
        .first = b->row + 1,
        .named = NAME_COLUMN,
        .from = FIRST_YEAR,
        .to = (lxw_col_t) (FIRST_YEAR + t->plan->end - t->plan->start),
    };

    if (series == PLAN_NONE)
        return;
    write_years(b, t->plan, FIRST_YEAR);
    book_head(b, (const char *const[]) { name_of(b, t, series), book_word(b, WORD_plan_head_unit) },
              (const double[]) { 36, 12 }, 2);
    for (size_t i = 0; i < b->data->count; i++) {
        const struct workbook_scenario *s = &b->data->scenario[i];
        const size_t own = trajectory_find(s->trajectory, s->trajectory->plan->home, h->key);

        if (own == PLAN_NONE)
            continue;
        book_text(b, NAME_COLUMN, BOOK_PLAIN, s->title);
        book_text(b, UNIT_COLUMN, BOOK_CENTRED, unit_in(b->language, indicators[t->series[series].indicator].unit));
        write_values(b, s->trajectory, own, FIRST_YEAR);
        b->row++;
    }
    chart.last = b->row - 1;
    put_chart(b, h, t, &chart, 0);
    b->row += CHART_ROWS + 1;
}

void
workbook_side_by_side(struct workbook_making *b)
{
    const struct plan *p = b->data->scenario[0].trajectory->plan;

    book_sheet(b, WORD_book_scenarios,
               book_fill(b, WORD_book_of, region_name(b, p, p->home), book_word(b, WORD_book_scenarios_title)));
    book_freeze(b, 0, b->row, FIRST_YEAR);
    for (size_t i = 0; i < HEADLINES; i++)
        write_block(b, &headlines[i]);
    book_finish(b);
}

enum { TRAJECTORY_SCENARIO, TRAJECTORY_REGION, TRAJECTORY_NAME, TRAJECTORY_KEY, TRAJECTORY_UNIT, TRAJECTORY_YEAR };

static void
write_trajectory(struct workbook_making *b, const struct workbook_scenario *s)
{
    const struct trajectory *t = s->trajectory;

    for (size_t i = 0; i < t->count; i++) {
        book_text(b, TRAJECTORY_SCENARIO, BOOK_PLAIN, s->title);
        book_text(b, TRAJECTORY_REGION, BOOK_PLAIN, region_name(b, t->plan, t->series[i].region));
        book_text(b, TRAJECTORY_NAME, BOOK_PLAIN, name_of(b, t, i));
        book_text(b, TRAJECTORY_KEY, BOOK_PLAIN, t->series[i].key);
        book_text(b, TRAJECTORY_UNIT, BOOK_CENTRED, unit_in(b->language, indicators[t->series[i].indicator].unit));
        write_values(b, t, i, TRAJECTORY_YEAR);
        b->row++;
    }
}

void
workbook_trajectories(struct workbook_making *b)
{
    const struct workbook *w = b->data;
    const struct plan *widest = w->scenario[0].trajectory->plan;
    const char *const head[] = { book_word(b, WORD_compare_scenario), book_word(b, WORD_book_region),
                                 book_word(b, WORD_plan_head_name), book_word(b, WORD_book_key),
                                 book_word(b, WORD_plan_head_unit) };

    book_sheet(b, WORD_book_trajectory, book_word(b, WORD_book_trajectory_title));
    for (size_t i = 1; i < w->count; i++)
        if (w->scenario[i].trajectory->plan->end > widest->end)
            widest = w->scenario[i].trajectory->plan;
    write_years(b, widest, TRAJECTORY_YEAR);
    book_head(b, head, (const double[]) { 18, 10, 40, 26, 10 }, TRAJECTORY_YEAR);
    book_freeze(b, 0, b->row, TRAJECTORY_KEY);
    for (size_t i = 0; i < w->count; i++)
        write_trajectory(b, &w->scenario[i]);
    worksheet_autofilter(b->sheet, 1, 0, b->row - 1, (lxw_col_t) (b->columns - 1));
    book_finish(b);
}

#else
typedef int without_xlsx; /* a file must not be empty */
#endif
