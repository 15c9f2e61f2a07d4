#include "report/chart_targets.h"

#include <math.h>
#include <string.h>
#include "report/number.h"

/* Whether a mark at the wanted value says it all: a number for one year that counts for its step, neither a
 * growth, nor a comparison with another region, year or indicator. */
static bool
is_plain(const struct plan_target *t, const struct plan *p, const char *key)
{
    return t->counts && t->region == p->home && t->sector == PLAN_NONE && strcmp(indicators[t->indicator].key, key) == 0
           && t->relation != IMPROVES_ON && t->bound_indicator == PLAN_NONE && t->over == PLAN_NONE
           && t->relative_to == PLAN_NONE && t->from == 0 && t->year >= p->start && t->year <= p->end;
}

static const char *
mark_label(struct figure *f, const struct chart_subject *s, const struct judgement *j)
{
    const char *wanted = figure_number(f, j->wanted / f->unit, s->label_decimals);

    if (s->label == WORD_chart_target_place && j->wanted == 1)
        return figure_say(f, WORD_chart_target_first, wanted, NULL);
    if (s->label == WORD_chart_target_real)
        return figure_say(f, s->label, wanted, figure_year(f, f->in->plan->start), NULL);
    return figure_say(f, j->target->tolerance > 0 ? WORD_chart_target_about : s->label, wanted, NULL);
}

void
chart_add_target_marks(struct figure *f, const struct chart_subject *s)
{
    const struct judgements *all = f->in->judgements;

    for (size_t i = 0; all && i < all->targets; i++) {
        const struct judgement *j = &all->target[i];
        const struct indicator *indicator = &indicators[j->target->indicator];
        size_t column;

        if (!is_plain(j->target, f->in->plan, s->key) || !isfinite(j->wanted))
            continue;
        column = figure_column(f, arena_print(&f->arena, "target %s (%s)", j->target->key, unit_name(indicator->unit)));
        figure_set(f, column, j->target->year, j->wanted);
        figure_add_mark(f, (struct figure_mark) { column, j->target->year, j->verdict != MISSED, j->target->tolerance,
                                                  mark_label(f, s, j) });
    }
}

const struct judgement *
chart_tightest_target(const struct chart_input *in, const char *key)
{
    const struct judgement *worst = NULL;

    for (size_t i = 0; in->judgements && i < in->judgements->targets; i++) {
        const struct judgement *j = &in->judgements->target[i];

        if (!is_plain(j->target, in->plan, key) || !isfinite(j->wanted) || !isfinite(j->projected))
            continue;
        if (!worst || j->margin_percent < worst->margin_percent)
            worst = j;
    }
    return worst;
}

const char *
chart_amount(struct figure *f, const struct chart_subject *s, double value)
{
    return figure_say(f, s->amount, figure_number(f, value / s->amount_unit, s->amount_decimals), NULL);
}

bool
chart_title_by_target(struct figure *f, const struct chart_subject *s, size_t column)
{
    const struct judgement *j = chart_tightest_target(f->in, s->key);
    const char *year, *name, *amount, *gap;
    double difference;

    if (!j)
        return false;
    difference = j->projected - j->wanted;
    if (s->gap == WORD_chart_percent)
        difference *= 100 / fabs(j->wanted);
    difference = number_rounded(difference, s->gap_decimals);
    year = figure_year(f, j->target->year);
    name = chart_with_verb(f, s->name, column, j->target->year, s->amount_decimals);
    amount = chart_amount(f, s, j->projected);
    gap = figure_say(f, s->gap, figure_number(f, fabs(difference), s->gap_decimals), NULL);
    return figure_try_title(f,
                            difference > 0   ? WORD_chart_title_above
                            : difference < 0 ? WORD_chart_title_below
                                             : WORD_chart_title_equal,
                            year, name, amount, gap, NULL)
           || figure_try_title(f, WORD_chart_title_level, year, name, amount, NULL);
}

void
chart_title_by_movement(struct figure *f, const struct chart_subject *s, size_t column)
{
    const double now = figure_at(f, column, f->last), base = figure_at(f, column, f->in->plan->start);
    const double rise = number_rounded(now - base, s->gap_decimals);
    const char *year = figure_year(f, f->last);
    const char *name = chart_with_verb(f, s->name, column, f->last, s->amount_decimals);
    const char *amount = chart_amount(f, s, now);
    const char *points = figure_say(f, s->gap, figure_number(f, fabs(rise), s->gap_decimals), NULL);
    const enum word moving = rise < 0 ? WORD_chart_title_down : WORD_chart_title_up;

    if (chart_title_by_target(f, s, column))
        return;
    if (!figure_try_title(f, moving, year, name, amount, chart_since(f), points, NULL)
        && !figure_try_title(f, moving, year, name, amount, "", points, NULL))
        f->title = figure_say(f, WORD_chart_title_level, year, name, amount, NULL);
}
