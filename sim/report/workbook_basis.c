/* Sheets on what the numbers rest: targets judged, settings with their sources, files read. */
#include "report/workbook_sheet.h"

#ifdef WITH_XLSX
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "report/phrase.h"
#include "report/summary.h"
#include "scenario/unit.h"

typedef void (*phrase)(struct text *out, const struct judgement *j, enum language language);

static const char *
keep(struct workbook_making *b, struct text *text)
{
    const char *kept = arena_text(&b->arena, text_of(text));

    text_free(text);
    return kept;
}

static const char *
said(struct workbook_making *b, phrase say, const struct judgement *j)
{
    struct text text = { 0 };

    say(&text, j, b->language);
    return keep(b, &text);
}

enum {
    TARGET_SCENARIO,
    TARGET_STEP_TITLE,
    TARGET_NAMED,
    TARGET_YEAR_OF,
    TARGET_WANTED,
    TARGET_WANTED_NUMBER,
    TARGET_PROJECTED,
    TARGET_MARGIN,
    TARGET_VERDICT,
    TARGET_FIRST,
    TARGET_GROWTH,
    TARGET_FROM_WHERE,
    TARGET_COLUMNS
};

static void
write_target(struct workbook_making *b, const struct workbook_scenario *s, const struct judgement *j)
{
    const struct plan_target *g = j->target;
    const struct plan *p = s->trajectory->plan;
    const int decimals = target_decimals(g);
    struct text name = { 0 }, verdict = { 0 };

    target_name(&name, s->trajectory, g, b->language);
    verdict_phrase(&verdict, j->verdict, b->language);
    book_text(b, TARGET_SCENARIO, BOOK_PLAIN, s->title);
    book_text(b, TARGET_STEP_TITLE, BOOK_PLAIN,
              g->step == PLAN_NONE ? "" : name_in(b->language, p->step[g->step].title, p->step[g->step].title_zh));
    book_text(b, TARGET_NAMED, BOOK_PLAIN, keep(b, &name));
    book_number(b, TARGET_YEAR_OF, BOOK_GENERAL, g->year);
    book_text(b, TARGET_WANTED, BOOK_CENTRED, said(b, wanted_phrase, j));
    book_number(b, TARGET_WANTED_NUMBER, decimals, j->wanted);
    book_number(b, TARGET_PROJECTED, decimals, j->projected);
    book_number(b, TARGET_MARGIN, decimals, j->margin);
    book_text(b, TARGET_VERDICT, BOOK_CENTRED, keep(b, &verdict));
    book_number(b, TARGET_FIRST, BOOK_GENERAL, j->first_year ? (double) j->first_year : NAN);
    book_number(b, TARGET_GROWTH, 1, j->required_growth);
    book_text(b, TARGET_FROM_WHERE, BOOK_PLAIN, name_in(b->language, g->source, g->source_zh));
    b->row++;
}

void
workbook_targets(struct workbook_making *b)
{
    static const enum word heads[TARGET_COLUMNS] = { WORD_compare_scenario,         WORD_book_step,
                                                     WORD_summary_targets,          WORD_summary_target_year,
                                                     WORD_summary_target_wanted,    WORD_book_wanted_number,
                                                     WORD_summary_target_projected, WORD_summary_target_margin,
                                                     WORD_summary_target_verdict,   WORD_summary_target_first,
                                                     WORD_summary_target_needs,     WORD_book_source };
    static const double width[TARGET_COLUMNS] = { 18, 14, 44, 8, 14, 12, 12, 10, 14, 10, 10, 50 };
    const char *head[TARGET_COLUMNS];

    book_sheet(b, WORD_book_targets, book_word(b, WORD_book_targets_title));
    for (size_t c = 0; c < TARGET_COLUMNS; c++)
        head[c] = book_word(b, heads[c]);
    book_head(b, head, width, TARGET_COLUMNS);
    book_freeze(b, 0, b->row, TARGET_YEAR_OF);
    for (size_t i = 0; i < b->data->count; i++)
        for (size_t k = 0; k < b->data->scenario[i].judgements->targets; k++)
            write_target(b, &b->data->scenario[i], &b->data->scenario[i].judgements->target[k]);
    worksheet_autofilter(b->sheet, 1, 0, b->row - 1, TARGET_COLUMNS - 1);
    book_finish(b);
}

enum {
    SETTING_SCENARIO,
    SETTING_KEY,
    SETTING_MEANING,
    SETTING_UNIT_OF,
    SETTING_FIRST,
    SETTING_LAST = SETTING_FIRST + MARKS - 1,
    SETTING_LOWEST,
    SETTING_HIGHEST,
    SETTING_GIVEN,
    SETTING_SOURCE,
    SETTING_COLUMNS
};

static bool
same_entry(const struct plan *p, const struct plan_entry *e, const struct plan *base)
{
    const size_t found = plan_find(base, e->key);

    return found != PLAN_NONE && base->entry[found].length == e->length
           && !memcmp(base->value + base->entry[found].offset, p->value + e->offset, e->length * sizeof *p->value);
}

static const char *
unit_said(struct workbook_making *b, enum unit unit)
{
    struct text said = { 0 };

    if (unit == UNIT_NUMBER)
        return "";
    word_fill(&said, b->language, WORD_book_as_is, (const char *const[]) { unit_word(unit), NULL });
    return keep(b, &said);
}

/* A path at the plan's years, a pair side by side, one number alone, in files' units */
static void
write_setting_values(struct workbook_making *b, const struct plan *p, const struct plan_entry *e)
{
    const double scale = e->setting->kind == SETTING_PAIR ? 1 : unit_scale(e->setting->unit);
    const struct marks m = summary_marks(p);

    for (size_t i = 0; i < MARKS; i++) {
        const bool path = e->length > 2;
        const size_t at = path && i < m.count ? (size_t) (m.year[i] - p->start) : i;
        const bool there = path ? i < m.count : i < e->length;

        book_number(b, (lxw_col_t) (SETTING_FIRST + i), BOOK_GENERAL,
                    there ? strtod(arena_print(&b->arena, "%.12g", p->value[e->offset + at] / scale), NULL) : NAN);
    }
}

static void
write_setting(struct workbook_making *b, const struct workbook_scenario *s, const struct plan_entry *e)
{
    const struct setting *row = e->setting;
    const bool ranged = row->low != 0 || row->high != 0;

    book_text(b, SETTING_SCENARIO, BOOK_PLAIN, s->title);
    book_text(b, SETTING_KEY, BOOK_PLAIN, e->key);
    book_text(b, SETTING_MEANING, BOOK_PLAIN, row->meaning[b->language]);
    book_text(b, SETTING_UNIT_OF, BOOK_CENTRED, unit_said(b, row->unit));
    write_setting_values(b, s->trajectory->plan, e);
    book_number(b, SETTING_LOWEST, BOOK_GENERAL, ranged ? row->low : NAN);
    book_number(b, SETTING_HIGHEST, BOOK_GENERAL, ranged ? row->high : NAN);
    book_text(b, SETTING_GIVEN, BOOK_PLAIN,
              e->place.line ? arena_print(&b->arena, "%s:%d", e->place.file, e->place.line)
                            : book_word(b, e->place.file ? WORD_book_set : WORD_book_default));
    book_text(b, SETTING_SOURCE, BOOK_PLAIN, row->source[b->language]);
    b->row++;
}

static void
setting_heads(struct workbook_making *b, const char *head[SETTING_COLUMNS])
{
    const struct plan *p = b->data->scenario[0].trajectory->plan;
    const struct marks m = summary_marks(p);
    const enum word after[] = { WORD_book_low, WORD_book_high, WORD_book_given, WORD_book_source };

    head[SETTING_SCENARIO] = book_word(b, WORD_compare_scenario);
    head[SETTING_KEY] = book_word(b, WORD_book_setting);
    head[SETTING_MEANING] = book_word(b, WORD_book_meaning);
    head[SETTING_UNIT_OF] = book_word(b, WORD_plan_head_unit);
    for (size_t i = 0; i < MARKS; i++)
        head[SETTING_FIRST + i] = i < m.count ? book_year(b, m.year[i]) : "";
    for (size_t i = 0; i < sizeof after / sizeof after[0]; i++)
        head[SETTING_LOWEST + i] = book_word(b, after[i]);
}

/* All settings of the base; of the others those that differ from it. */
void
workbook_assumptions(struct workbook_making *b)
{
    static const double width[SETTING_COLUMNS] = { 18, 44, 44, 14, 10, 10, 10, 10, 8, 8, 32, 50 };
    const struct plan *base = b->data->scenario[0].trajectory->plan;
    const char *head[SETTING_COLUMNS];

    setting_heads(b, head);
    book_sheet(b, WORD_book_assumptions, book_word(b, WORD_book_assumptions_title));
    book_head(b, head, width, SETTING_COLUMNS);
    book_freeze(b, 0, b->row, SETTING_MEANING);
    for (size_t i = 0; i < b->data->count; i++) {
        const struct plan *p = b->data->scenario[i].trajectory->plan;

        for (size_t k = 0; k < p->entries; k++)
            if (i == 0 || !same_entry(p, &p->entry[k], base))
                write_setting(b, &b->data->scenario[i], &p->entry[k]);
    }
    worksheet_autofilter(b->sheet, 1, 0, b->row - 1, SETTING_COLUMNS - 1);
    book_finish(b);
}

void
workbook_sources(struct workbook_making *b)
{
    const char *const head[] = { book_word(b, WORD_compare_scenario), book_word(b, WORD_book_source),
                                 book_word(b, WORD_book_digest) };

    book_sheet(b, WORD_book_sources, book_word(b, WORD_book_sources_title));
    book_head(b, head, (const double[]) { 24, 60, 68 }, 3);
    book_freeze(b, 0, b->row, 1);
    for (size_t i = 0; i < b->data->count; i++) {
        const struct workbook_scenario *s = &b->data->scenario[i];

        book_text(b, 0, BOOK_PLAIN, s->title);
        book_text(b, 1, BOOK_WRAPPED, name_in(b->language, s->scenario->source, s->scenario->source_zh));
        book_text(b, 2, BOOK_PLAIN, "");
        b->row++;
        for (size_t k = 0; k < s->scenario->inputs; k++) {
            book_text(b, 0, BOOK_PLAIN, s->title);
            book_text(b, 1, BOOK_PLAIN, s->scenario->input[k].path);
            book_text(b, 2, BOOK_PLAIN, s->scenario->input[k].sha256);
            b->row++;
        }
    }
    book_finish(b);
}

#else
typedef int without_xlsx; /* a file must not be empty */
#endif
