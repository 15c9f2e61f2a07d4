/* The mid-term form of the plan's table: what came in, and how far the targets are. */
#include <math.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/plan_cell.h"
#include "report/plan_making.h"

const char *
midterm_name(enum midterm m, enum language language)
{
    static const enum word words[] = { [MIDTERM_BEHIND] = WORD_midterm_behind,
                                       [MIDTERM_EXPECTED] = WORD_midterm_expected,
                                       [MIDTERM_FASTER] = WORD_midterm_faster,
                                       [MIDTERM_EARLY] = WORD_midterm_early };

    return m == MIDTERM_UNKNOWN ? "" : word_in(language, words[m]);
}

void
plan_midterm_cells(struct making *m, struct plan_row *row)
{
    const struct plan_target *g = row->judged->target;
    const enum language language = m->table->language;

    row->progress = outturn_standing(m->outturns, row->judged, m->table->midterm);
    row->cell[PLAN_ACTUAL] = plan_number(m->arena, row->progress.actual, target_decimals(g),
                                         target_is_rank(g) ? WORD_summary_rank : WORD_chart_plain, language);
    if (!isfinite(row->progress.actual))
        return;
    row->cell[PLAN_PROGRESS] = plan_number(m->arena, row->progress.made, 1, WORD_plan_percent, language);
    row->cell[PLAN_TIME] = plan_number(m->arena, row->progress.gone, 1, WORD_plan_percent, language);
    row->cell[PLAN_CLASS] = plan_text(midterm_name(row->progress.class, language));
}

int
plan_midterm_year(const struct making *m, const struct judgements *j)
{
    int last = 0;

    for (size_t i = 0; i < j->targets; i++)
        if (plan_has(&j->target[i]) && j->target[i].target->year == m->table->year) {
            const int year = outturn_year(m->outturns, &j->target[i], m->table->year);

            last = year > last ? year : last;
        }
    return last;
}
