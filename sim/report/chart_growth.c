/* Real growth of home and nation: a column a year, and what it comes to over each period. */
#include "report/chart_kinds.h"

#include <math.h>
#include "report/chart_common.h"
#include "report/number.h"

struct side {
    size_t real; /* series of real GDP, from which the growth of several years follows */
    size_t mean; /* column */
};

/* Growth a year between two years, percent. */
static double
average(const struct figure *f, size_t real, int from, int to)
{
    const double before = trajectory_at(f->in->trajectory, real, from),
                 after = trajectory_at(f->in->trajectory, real, to);

    return 100 * (pow(after / before, 1.0 / (to - from)) - 1);
}

/* Growth a year of each period, the same value in each of its years. */
static size_t
means(struct figure *f, size_t region, size_t real)
{
    struct chart_period period[PERIODS_MAX];
    const size_t periods = chart_periods(f->in->plan, period);
    const char *key = f->in->plan->region[region].key;
    const size_t mean = figure_column(f, arena_print(&f->arena, "%s growth a year in the period (percent)", key));

    for (size_t i = 0; i < periods; i++)
        for (int year = period[i].from; year <= period[i].to; year++)
            figure_set(f, mean, year, average(f, real, period[i].from - 1, period[i].to));
    return mean;
}

static bool
add_side(struct figure *f, struct side *s, size_t region, enum theme_role bar, enum look look)
{
    const size_t growth = figure_series(f, region, "gdp_growth");

    *s = (struct side) { PLAN_NONE, PLAN_NONE };
    if (growth == PLAN_NONE)
        return false;
    s->real = trajectory_find(f->in->trajectory, region, "gdp_real");
    if (s->real == PLAN_NONE)
        return false;
    s->mean = means(f, region, s->real);
    figure_add_bar(f, growth, figure_colour(f, bar), NULL, 1);
    figure_add_dots(f, figure_history(f, region, "gdp_growth"), look);
    figure_add_levels(f, s->mean, look, chart_region_name(f->in, region), 1);
    return true;
}

/* How far home is ahead in each period, under the axis. */
static void
add_gap_row(struct figure *f, const struct side *home, const struct side *nation)
{
    struct chart_period period[PERIODS_MAX];
    const size_t periods = chart_periods(f->in->plan, period);
    char buffer[NUMBER_SHOWN];

    f->row_head = chart_word(f, WORD_chart_row_gap);
    for (size_t i = 0; i < periods; i++) {
        const double gap = figure_at(f, home->mean, period[i].to) - figure_at(f, nation->mean, period[i].to);

        if (!isnan(gap))
            figure_add_to_row(f, (period[i].from + period[i].to) / 2.0,
                              arena_text(&f->arena, number_signed(buffer, gap, 1, f->in->language)));
    }
}

static void
title_alone(struct figure *f, double growth)
{
    f->title = figure_say(f, growth < 0 ? WORD_chart_title_decline : WORD_chart_title_growth, figure_year(f, f->last),
                          figure_number(f, fabs(growth), 1), NULL);
}

static void
set_title(struct figure *f, const struct side *home, const struct side *nation)
{
    const int base = f->in->plan->start;
    const double own = average(f, home->real, base, f->last);
    const double gap = number_rounded(own - average(f, nation->real, base, f->last), 1);
    const char *year = figure_year(f, f->last), *percent = figure_number(f, own, 1), *bar, *points;
    const bool chinese = f->in->language == CHINESE;

    title_alone(f, number_rounded(own, 1));
    if (isnan(gap) || own < 0)
        return;
    bar = chart_benchmark_name(f);
    points = figure_number(f, fabs(gap), 1);
    if (gap == 0)
        (void) figure_try_title(f, WORD_chart_title_as_fast, year, percent, bar, NULL);
    else
        (void) figure_try_title(f, gap > 0 ? WORD_chart_title_faster : WORD_chart_title_slower, year, percent,
                                chinese ? bar : points, chinese ? points : bar, NULL);
}

bool
chart_growth_rates(struct figure *f)
{
    const struct plan *p = f->in->plan;
    const size_t benchmark = chart_has_benchmark(f->in) ? p->benchmark : PLAN_NONE;
    struct side home, nation;

    if (!add_side(f, &home, p->home, COLOUR_HOME_BAR, LOOK_HOME))
        return false;
    if (add_side(f, &nation, benchmark, COLOUR_NATION_BAR, LOOK_NATION))
        add_gap_row(f, &home, &nation);
    figure_add_rule(f, 0, NULL);
    f->bands = true;
    set_title(f, &home, &nation);
    chart_subtitle(f, p->home == p->benchmark ? WORD_chart_subtitle_growth_nation : WORD_chart_subtitle_growth, NULL,
                   NULL);
    return true;
}
