/* Where growth comes from: the sources' contributions, the yearly mean of each five-year plan, stacked. */
#include "report/chart_kinds.h"

#include <math.h>
#include "report/chart_common.h"
#include "report/number.h"

#define SMALL 0.1    /* points a year: a source that never reaches it is merged with the others like it */
#define NAMED_MOST 3 /* periods that have room for the names of their plans */
#define YEARS_MOST 5 /* and for both years in full */

/* Parts of growth that add up to it, from the bottom. */
static const struct source {
    const char *key;
    enum word name;
    enum theme_role colour;
} sources[] = {
    { "contribution_capital", WORD_chart_source_capital, COLOUR_CAPITAL },
    { "contribution_tfp", WORD_chart_source_tfp, COLOUR_PRODUCTIVITY },
    { "contribution_human_capital", WORD_chart_source_human_capital, COLOUR_HUMAN_CAPITAL },
    { "contribution_reallocation", WORD_chart_source_reallocation, COLOUR_REALLOCATION },
    { "contribution_labour", WORD_chart_source_labour, COLOUR_LABOUR },
    { "contribution_fixed", WORD_chart_source_fixed, COLOUR_LAND },
    { "contribution_cycle", WORD_chart_source_cycle, COLOUR_CYCLE },
};
#define SOURCES (sizeof sources / sizeof sources[0])

/* The yearly mean of a series over some years; NaN where a year is missing. */
static double
mean(const struct trajectory *t, size_t series, int from, int to)
{
    double sum = 0;

    for (int year = from; year <= to; year++)
        sum += trajectory_at(t, series, year);
    return sum / (to - from + 1);
}

static size_t
series_of(const struct figure *f, size_t source)
{
    return trajectory_find(f->in->trajectory, f->in->plan->home, sources[source].key);
}

/* 2021-25, 2026-30 and 2031-35 by the names of their plans where there is room for them. */
static const char *
period_name(struct figure *f, const struct chart_period *p, size_t periods)
{
    const enum word plan = p->to == 2025   ? WORD_plan_period_2025
                           : p->to == 2030 ? WORD_plan_period_2030
                           : p->to == 2035 ? WORD_plan_period_2035
                                           : WORDS;
    const char *from = figure_year(f, p->from),
               *years = figure_say(f, WORD_chart_years, from, figure_year(f, p->to), NULL);

    if (figure_narrow(f))
        from = arena_print(&f->arena, "%02d", p->from % 100);
    if (periods > YEARS_MOST || figure_narrow(f))
        return figure_say(f, WORD_chart_years_short, from, arena_print(&f->arena, "%02d", p->to % 100), NULL);
    if (f->in->language != CHINESE || plan == WORDS || p->from != p->to - 4 || periods > NAMED_MOST)
        return years;
    return figure_say(f, WORD_chart_plan_years, chart_word(f, plan), years, NULL);
}

static size_t
set_periods(struct figure *f, struct chart_period period[PERIODS_MAX])
{
    const size_t n = chart_periods(f->in->plan, period);
    struct figure_category *row = arena_new(&f->arena, n, sizeof *row);

    for (size_t i = 0; i < n; i++)
        row[i] = (struct figure_category) { arena_print(&f->arena, "%d-%d", period[i].from, period[i].to),
                                            period_name(f, &period[i], n) };
    figure_categories(f, row, n);
    return n;
}

/* A column of the source's means; false where none of them reaches SMALL. */
static bool
add_means(struct figure *f, size_t source, const struct chart_period *period, size_t *column)
{
    const char *region = f->in->plan->region[f->in->plan->home].key;
    bool large = false;

    *column = figure_column(f, arena_print(&f->arena, "%s %s a year (points)", region, sources[source].key));
    for (int i = 0; i <= f->last; i++) {
        const double value = mean(f->in->trajectory, series_of(f, source), period[i].from, period[i].to);

        figure_set(f, *column, i, value);
        large = large || fabs(value) >= SMALL;
    }
    return large;
}

static void
add_sources(struct figure *f, const struct chart_period *period)
{
    size_t small[SOURCES], smalls = 0, other;
    bool shows = false; /* what is not seen needs no name */

    for (size_t s = 0; s < SOURCES; s++) {
        size_t column;

        if (add_means(f, s, period, &column))
            figure_add_bar(f, column, figure_colour(f, sources[s].colour), chart_word(f, sources[s].name), 1);
        else
            small[smalls++] = column;
    }
    if (smalls == 0)
        return;
    other = figure_column(f, "merged in the chart (points)");
    for (int i = 0; i <= f->last; i++) {
        double sum = 0;

        for (size_t s = 0; s < smalls; s++)
            sum += figure_at(f, small[s], i);
        figure_set(f, other, i, sum);
        shows = shows || number_rounded(sum, 1) != 0;
    }
    figure_add_bar(f, other, figure_colour(f, COLOUR_OTHER_SOURCES),
                   shows ? chart_word(f, WORD_chart_source_other) : NULL, 1);
}

/* What moves growth most, up where it grows and down where it falls, over the whole horizon. */
static void
set_title(struct figure *f)
{
    const struct plan *p = f->in->plan;
    double total = 0, most = 0, value[SOURCES];
    size_t first = 0;
    const char *points, *sum;

    for (size_t s = 0; s < SOURCES; s++) {
        value[s] = mean(f->in->trajectory, series_of(f, s), p->start + 1, p->end);
        total += value[s];
    }
    for (size_t s = 0; s < SOURCES; s++)
        if ((total < 0 ? -1 : 1) * value[s] > most) {
            most = fabs(value[s]);
            first = s;
        }
    points = figure_number(f, most, 1);
    sum = figure_number(f, fabs(total), 1);
    f->title = figure_say(f, total < 0 ? WORD_chart_title_drags : WORD_chart_title_drives,
                          chart_word(f, sources[first].name), points, sum, NULL);
}

bool
chart_contributions(struct figure *f)
{
    const struct plan *p = f->in->plan;
    struct chart_period period[PERIODS_MAX];

    for (size_t s = 0; s < SOURCES; s++)
        if (series_of(f, s) == PLAN_NONE)
            return false;
    if (set_periods(f, period) == 0)
        return false;
    f->stacked = true;
    add_sources(f, period);
    figure_add_rule(f, 0, NULL);
    set_title(f);
    chart_subtitle(f, WORD_chart_subtitle_contributions, NULL, NULL);
    f->alt = figure_say(f, WORD_chart_alt_bars, f->subtitle, figure_year(f, p->start + 1), figure_year(f, p->end),
                        f->title, NULL);
    return true;
}
