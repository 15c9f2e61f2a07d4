/* GDP per head of home and nation, their ratio under the axis, the year in which home passes. */
#include "report/chart_kinds.h"

#include <math.h>
#include "report/chart_targets.h"
#include "report/number.h"

#define YUAN_SHOWN 10000.0 /* the axis is in wan yuan */

static const struct chart_subject of_region = {
    "gdp_per_capita", WORD_chart_per_head, WORD_chart_yuan, 1, 0, WORD_chart_percent, 1, WORD_chart_target, 1
};

/* The year from which home stays above the nation, having been below before; 0 where there is none. */
static int
crossing_year(const struct figure *f, size_t ratio)
{
    int year = f->last;

    if (!(figure_at(f, ratio, year) > 100))
        return 0;
    while (year > f->in->plan->start && figure_at(f, ratio, year - 1) > 100)
        year--;
    return year > f->in->plan->start ? year : 0;
}

static void
add_ratio_row(struct figure *f, size_t ratio)
{
    struct chart_period period[PERIODS_MAX];
    const size_t periods = chart_periods(f->in->plan, period);

    f->row_head = figure_say(f, WORD_chart_row_ratio, chart_benchmark_name(f), NULL);
    figure_add_to_row(f, f->in->plan->start, figure_number(f, figure_at(f, ratio, f->in->plan->start), 1));
    for (size_t i = 0; i < periods; i++)
        figure_add_to_row(f, period[i].to, figure_number(f, figure_at(f, ratio, period[i].to), 1));
}

static bool
title_by_nation(struct figure *f, size_t ratio, int crossing)
{
    const char *last = figure_year(f, f->last), *name = chart_word(f, WORD_chart_per_head);
    const char *nation = chart_benchmark_name(f), *percent = figure_number(f, figure_at(f, ratio, f->last), 1);

    if (crossing)
        return figure_try_title(f, WORD_chart_title_passes, figure_year(f, crossing), name, nation, NULL);
    if (f->in->language == CHINESE)
        return figure_try_title(f, WORD_chart_title_ratio, last, name, nation, percent, NULL);
    return figure_try_title(f, WORD_chart_title_ratio, last, name, percent, nation, NULL);
}

static void
set_title(struct figure *f, const struct chart_subject *s, size_t home, size_t ratio, int crossing)
{
    const struct judgement *tightest = chart_tightest_target(f->in, s->key);

    if (tightest && tightest->verdict == MISSED && chart_title_by_target(f, s, home))
        return;
    if (ratio != PLAN_NONE && title_by_nation(f, ratio, crossing))
        return;
    if (chart_title_by_target(f, s, home))
        return;
    f->title = figure_say(f, WORD_chart_title_level, figure_year(f, f->last),
                          chart_with_verb(f, s->name, home, f->last, 0),
                          chart_amount(f, s, figure_at(f, home, f->last)), NULL);
}

bool
chart_gdp_per_capita(struct figure *f)
{
    const struct plan *p = f->in->plan;
    struct chart_subject subject = of_region;
    const size_t nation = chart_has_benchmark(f->in) ? p->benchmark : PLAN_NONE;
    const size_t home = figure_series(f, p->home, subject.key), other = figure_series(f, nation, subject.key);
    const size_t ratio = other == PLAN_NONE ? PLAN_NONE : figure_series(f, p->home, "relative_gdp_per_capita");
    int crossing = 0;

    if (home == PLAN_NONE)
        return false;
    if (p->home == p->benchmark)
        subject.name = WORD_chart_per_head_nation;
    f->unit = YUAN_SHOWN;
    f->low = 0;
    f->bands = true;
    chart_home_and_nation(f, subject.key, home, other);
    chart_add_target_marks(f, &subject);
    if (ratio != PLAN_NONE) {
        crossing = crossing_year(f, ratio);
        add_ratio_row(f, ratio);
    }
    if (crossing)
        figure_add_mention(f, crossing, figure_at(f, home, crossing) / f->unit,
                           figure_say(f, WORD_chart_above_from, figure_year(f, crossing), chart_benchmark_name(f),
                                      NULL));
    set_title(f, &subject, home, ratio, crossing);
    chart_subtitle(f, p->home == p->benchmark ? WORD_chart_subtitle_per_head_nation : WORD_chart_subtitle_per_head,
                   chart_word(f, WORD_chart_axis_wan_yuan), NULL);
    return true;
}
