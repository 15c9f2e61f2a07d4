/* The sheet of scenarios that are drawn together: chances with their changes, then differences with their quantiles. */
#include "report/workbook_sheet.h"

#ifdef WITH_XLSX
#include <math.h>
#include "report/comparison_together.h"
#include "report/phrase.h"
#include "report/together.h"

enum { NAME, YEAR, SCENARIO, CHANCE, CHANCE_ERROR, CHANGE, CHANGE_ERROR, GAINED, LOST, CHANCES };
enum { OF_NAME, OF_YEAR, OF_SCENARIO, MEAN, SD, P05, P95 = P05 + ENSEMBLE_LEVELS - 1, OF_ABOVE, DIFFERENCES };

#define PERCENT_DECIMALS 2

/* The chance of a scenario, percent; of another than the base its change, points, and the draws that make it */
static void
write_chance(struct workbook_making *b, const char *name, int year, size_t scenario, const struct paired_chance *x)
{
    const bool is_changed = scenario && x->shared;

    book_text(b, NAME, BOOK_PLAIN, name);
    worksheet_write_number(b->sheet, b->row, YEAR, year, b->look[BOOK_CENTRED]);
    book_text(b, SCENARIO, BOOK_PLAIN, b->data->scenario[scenario].title);
    book_number(b, CHANCE, PERCENT_DECIMALS, 100 * x->chance.probability);
    book_number(b, CHANCE_ERROR, PERCENT_DECIMALS, 100 * x->chance.standard_error);
    book_number(b, CHANGE, PERCENT_DECIMALS, is_changed ? 100 * x->change : NAN);
    book_number(b, CHANGE_ERROR, PERCENT_DECIMALS, is_changed ? 100 * x->standard_error : NAN);
    book_number(b, GAINED, 0, is_changed ? (double) x->gained : NAN);
    book_number(b, LOST, 0, is_changed ? (double) x->lost : NAN);
    b->row++;
}

static void
write_targets(struct workbook_making *b)
{
    const struct workbook_scenario *base = &b->data->scenario[0];

    for (size_t i = 0; i < base->judgements->targets; i++) {
        const struct plan_target *g = base->judgements->target[i].target;
        struct text name = { 0 };

        target_name(&name, base->trajectory, g, b->language);
        for (size_t s = 0; s < b->data->count; s++) {
            const struct paired_chance *x = together_target(b->data->together->paired, s, g->key);

            if (x)
                write_chance(b, text_of(&name), g->year, s, x);
        }
        text_free(&name);
    }
}

static void
write_steps(struct workbook_making *b)
{
    const struct plan *p = b->data->scenario[0].trajectory->plan;

    for (size_t i = 0; i < p->steps; i++) {
        const struct plan_step *step = &p->step[i];
        const char *name = book_fill(b, WORD_paired_step, book_year(b, (int) i + 1),
                                     name_in(b->language, step->title ? step->title : step->key, step->title_zh));

        for (size_t s = 0; s < b->data->count; s++) {
            const struct paired_chance *x = together_step(b->data->together->paired, s, step->key);

            if (x)
                write_chance(b, name, step->to, s, x);
        }
    }
}

static void
write_difference(struct workbook_making *b, const char *name, size_t scenario, size_t row)
{
    const struct paired *p = b->data->together->paired;
    const struct paired_difference *x = paired_difference(p, scenario, row);
    const int decimals = indicators[p->series[p->row[row].series].indicator].decimals + 1;

    book_text(b, OF_NAME, BOOK_PLAIN, name);
    worksheet_write_number(b->sheet, b->row, OF_YEAR, p->row[row].year, b->look[BOOK_CENTRED]);
    book_text(b, OF_SCENARIO, BOOK_PLAIN, b->data->scenario[scenario].title);
    book_number(b, MEAN, decimals, x->spread.mean);
    book_number(b, SD, decimals, x->spread.sd);
    for (int q = 0; q < ENSEMBLE_LEVELS; q++)
        book_number(b, (lxw_col_t) (P05 + q), decimals, x->spread.quantile[q]);
    book_number(b, OF_ABOVE, PERCENT_DECIMALS, 100 * (double) x->above / (double) p->draws);
    b->row++;
}

static void
write_differences(struct workbook_making *b)
{
    const struct trajectory *t = b->data->scenario[0].trajectory;
    const struct paired *p = b->data->together->paired;

    for (size_t i = 0; i < TOGETHER_HEADLINES; i++) {
        const size_t series = trajectory_find(t, t->plan->home, together_headline[i]);
        struct text name = { 0 };

        if (series == PLAN_NONE)
            continue;
        series_phrase(&name, t, series, b->language);
        for (size_t s = 1; s < b->data->count; s++)
            for (int year = t->plan->start + 1; year <= t->plan->end; year++) {
                const size_t row = paired_find(p, t->plan->home, together_headline[i], year);

                if (row != PLAN_NONE && !isnan(paired_difference(p, s, row)->spread.mean))
                    write_difference(b, text_of(&name), s, row);
            }
        text_free(&name);
    }
}

void
workbook_together(struct workbook_making *b)
{
    static const enum word chances[CHANCES] = {
        WORD_paired_chances, WORD_summary_target_year, WORD_compare_scenario, WORD_book_chance, WORD_book_chance_error,
        WORD_book_change,    WORD_book_change_error,   WORD_book_gained,      WORD_book_lost,
    };
    static const char *const level[ENSEMBLE_LEVELS] = { "5 %", "25 %", "50 %", "75 %", "95 %" };
    static const double width[DIFFERENCES] = { 40, 8, 26, 12, 12, 12, 12, 12, 12, 12, 12 };
    const char *head[DIFFERENCES];
    char draws[TEXT_NUMBER], seed[TEXT_NUMBER];

    text_number(draws, (double) b->data->together->paired->draws);
    text_number(seed, (double) b->data->together->seed);
    book_sheet(b, WORD_book_together, book_fill(b, WORD_book_together_title, draws, seed));
    for (int i = 0; i < CHANCES; i++)
        head[i] = book_word(b, chances[i]);
    book_head(b, head, width, CHANCES);
    book_freeze(b, 0, b->row, YEAR);
    write_targets(b);
    write_steps(b);
    b->row++;
    head[OF_NAME] = book_fill(b, WORD_paired_difference, b->data->scenario[0].title, NULL);
    head[OF_YEAR] = book_word(b, WORD_summary_target_year);
    head[OF_SCENARIO] = book_word(b, WORD_compare_scenario);
    head[MEAN] = book_word(b, WORD_paired_mean);
    head[SD] = book_word(b, WORD_book_sd);
    for (int q = 0; q < ENSEMBLE_LEVELS; q++)
        head[P05 + q] = level[q];
    head[OF_ABOVE] = book_word(b, WORD_book_above);
    book_head(b, head, width, DIFFERENCES);
    write_differences(b);
    book_finish(b);
}

#endif
