/* The answer of a solve as a person reads it: the targets, each lever alone, all together, what it means. */
#include "report/number.h"
#include "report/phrase.h"
#include "report/solve_cells.h"

static void
print_targets(struct text *out, const struct solve_report *r)
{
    static const enum word heading[] = { WORD_solve_targets,         WORD_summary_target_year,
                                         WORD_summary_target_wanted, WORD_summary_target_projected,
                                         WORD_summary_target_margin, WORD_summary_target_verdict };
    const struct goal *goal = &r->solve->goal;
    struct table table;

    table_init(&table, "lrlrrl", 6);
    table_row(&table);
    for (size_t c = 0; c < sizeof heading / sizeof heading[0]; c++)
        table_set(&table, 0, c, word_in(r->language, heading[c]));
    for (size_t i = 0; i < goal->count; i++) {
        const struct judgement *j = &r->judgements->target[goal->target[i]];
        const size_t row = table_row(&table);
        struct text cell = { 0 };
        char year[TEXT_NUMBER];

        text_add(&cell, "  ");
        target_name(&cell, r->base, j->target, r->language);
        set(&table, row, 0, &cell);
        table_set(&table, row, 1, text_number(year, j->target->year));
        wanted_phrase(&cell, j, r->language);
        set(&table, row, 2, &cell);
        projected_phrase(&cell, j, r->language);
        set(&table, row, 3, &cell);
        margin_phrase(&cell, j, r->language);
        set(&table, row, 4, &cell);
        verdict_phrase(&cell, j->verdict, r->language);
        set(&table, row, 5, &cell);
    }
    table_draw(out, &table, 0, r->width, r->ambiguous);
    table_free(&table);
}

void
solve_print_ending(struct text *out, const struct solve_report *r, size_t runs)
{
    char count[NUMBER_SHOWN], seconds[NUMBER_SHOWN];

    text_add(out, "\n");
    fill(out, r, WORD_solve_ending, number_shown(count, (double) runs, 0, r->language),
         number_shown(seconds, r->seconds, 3, r->language), r->folder);
    text_add(out, "\n");
    if (!r->written)
        return;
    fill(out, r, WORD_solve_written, r->folder);
    text_add(out, "\n");
}

static bool
all_met(const struct solve_report *r)
{
    return r->solve->alone[0].answer == SOLVE_MET;
}

void
solve_print(struct text *out, const struct solve_report *r)
{
    const struct plan *p = r->base->plan;

    fill(out, r, WORD_solve_title, name_in(r->language, p->title, p->title_zh));
    text_add(out, "\n\n");
    print_targets(out, r);
    text_add(out, "\n");
    if (all_met(r)) {
        fill(out, r, WORD_already_met, r->asked);
        text_add(out, "\n");
    } else {
        solve_print_alone(out, r);
        solve_print_together(out, r);
        solve_print_meaning(out, r);
    }
    solve_print_ending(out, r, r->solve->runs);
}
