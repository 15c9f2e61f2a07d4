#include "report/workbook.h"

#ifdef WITH_XLSX
#include "base/version.h"
#include "report/phrase.h"
#include "report/workbook_save.h"
#include "report/workbook_sheet.h"

static void
note(struct workbook_making *b, const char *text)
{
    book_text(b, 0, BOOK_WRAPPED, text);
    b->row++;
}

/* What is on which sheet, in which prices, how rounded */
void
workbook_notes(struct workbook_making *b)
{
    static const enum word sheets[] = { WORD_book_has_summary,    WORD_book_has_plan,    WORD_book_has_scenarios,
                                        WORD_book_has_trajectory, WORD_book_has_targets, WORD_book_has_assumptions,
                                        WORD_book_has_sources,    WORD_book_note_prices, WORD_book_note_rounding,
                                        WORD_book_note_projection };
    const struct plan *p = &b->data->scenario[0].scenario->plan;
    const struct plan_region *home = &p->region[p->home];

    book_sheet(b, WORD_book_notes,
               book_fill(b, WORD_book_title, name_in(b->language, home->name, home->name_zh), NULL));
    worksheet_set_column(b->sheet, 0, 0, 100, NULL);
    for (size_t i = 0; i < b->data->count; i++)
        note(b, book_fill(b, i ? WORD_book_scenario : WORD_book_base, b->data->scenario[i].title,
                          b->data->scenario[i].scenario->plan.name));
    for (size_t i = 0; i < sizeof sheets / sizeof sheets[0]; i++)
        note(b, book_word(b, sheets[i]));
    if (b->data->together)
        note(b, book_word(b, WORD_book_has_together));
    note(b, book_fill(b, WORD_book_version, sanbu_version, NULL));
    book_finish(b);
    worksheet_set_portrait(b->sheet);
    worksheet_activate(b->sheet);
}

static void
plan_sheets(struct workbook_making *b)
{
    const struct workbook_scenario *base = &b->data->scenario[0];
    struct plan_tables tables;

    plan_tables_make(&tables, base->scenario, base->trajectory, base->judgements, b->language);
    plan_book_add(b->workbook, &tables);
    plan_tables_free(&tables);
}

static void
write_sheets(struct workbook_making *b)
{
    workbook_notes(b);
    workbook_summary(b);
    plan_sheets(b);
    if (b->data->count > 1)
        workbook_side_by_side(b);
    if (b->data->together)
        workbook_together(b);
    workbook_trajectories(b);
    workbook_targets(b);
    workbook_assumptions(b);
    workbook_sources(b);
}

static void
sheets_of_results(lxw_workbook *workbook, const void *data)
{
    const struct workbook *w = data;
    struct workbook_making b = { .data = w, .language = w->language, .workbook = workbook };

    book_formats(&b);
    write_sheets(&b);
    arena_free(&b.arena);
}

enum status
report_workbook(struct output *out, const char *name, const struct workbook *w, struct error *err)
{
    return workbook_save(out, name, w->scenario[0].title, sheets_of_results, w, err);
}

#else

enum status
report_workbook(struct output *out, const char *name, const struct workbook *w, struct error *err)
{
    (void) out;
    (void) w;
    return error_add(err, OK, NOWHERE, WORD_no_library, "libxlsxwriter", name);
}

#endif
