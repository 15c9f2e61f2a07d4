/* One indicator of home in all scenarios: the base dark, those that end furthest from it in colours, the others grey. */
#include "report/chart_compare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "engine/city.h"
#include "report/chart_targets.h"
#include "report/number.h"

#define COLOURED 4
#define LABELLED 15 /* more lines than there is room for names: the grey ones go without */
#define CUT 5.0     /* a cut axis begins at a multiple of this */

struct path {
    size_t column;
    double distance; /* from the base at the end; -1 where it has no value there */
};

/* What the charts differ in */
struct paths {
    struct chart_subject subject;
    double unit; /* of the axis, in the indicator's */
    int decimals;
    bool cut; /* the axis need not begin at 0 */
};

static void
add_column(struct figure *f, struct path *path, const struct chart_scenario *s, const char *key)
{
    const struct trajectory *t = s->in->trajectory;
    const size_t series = trajectory_find(t, t->plan->home, key);
    const char *unit = series == PLAN_NONE ? "" : unit_name(indicators[t->series[series].indicator].unit);

    path->column = figure_column(f, arena_print(&f->arena, "%s %s (%s)", t->plan->name, key, unit));
    for (int year = t->plan->start; year <= t->plan->end; year++)
        figure_set(f, path->column, year, trajectory_at(t, series, year));
}

/* Whether a is drawn in colour before b: the further first, equal ones as they come */
static bool
is_further(const struct path *path, size_t a, size_t b)
{
    return path[a].distance > path[b].distance || (path[a].distance == path[b].distance && a < b);
}

/* The look of scenario i: the first colours go to those that end furthest from the base. */
static enum look
look_of(const struct path *path, size_t count, size_t i)
{
    size_t before = 0;

    if (i == 0)
        return LOOK_BASE;
    for (size_t k = 1; k < count; k++)
        before += k != i && is_further(path, k, i);
    return before < COLOURED && path[i].distance > 0 ? (enum look)(LOOK_FIRST - before) : LOOK_OTHER;
}

static void
add_lines(struct figure *f, const struct chart_scenarios *all, struct path *path, const struct paths *p)
{
    for (size_t i = 0; i < all->count; i++) {
        add_column(f, &path[i], &all->scenario[i], p->subject.key);
        path[i].distance = fabs(figure_at(f, path[i].column, f->last) - figure_at(f, path[0].column, f->last));
        if (isnan(path[i].distance))
            path[i].distance = -1;
    }
    for (size_t i = all->count; i-- > 0;) { /* of names that end together the base's is on top */
        const enum look look = look_of(path, all->count, i);
        const bool named = look != LOOK_OTHER || all->count <= LABELLED;

        figure_add_line(f, path[i].column, look, named ? all->scenario[i].title : NULL, p->decimals);
    }
}

/* The scenario with the lowest (sign -1) or highest (sign 1) value in the year; NaN is passed over. */
static size_t
extreme(const struct figure *f, const struct path *path, size_t count, int year, int sign)
{
    size_t best = 0;

    for (size_t i = 1; i < count; i++)
        if (sign * figure_at(f, path[i].column, year) > sign * figure_at(f, path[best].column, year))
            best = i;
    return best;
}

static double
extreme_value(const struct figure *f, const struct path *path, size_t count, int year, int sign)
{
    return figure_at(f, path[extreme(f, path, count, year, sign)].column, year);
}

static void
add_range_row(struct figure *f, const struct path *path, size_t count, int decimals)
{
    struct chart_period period[PERIODS_MAX];
    const size_t periods = chart_periods(f->in->plan, period);

    f->row_head = chart_word(f, WORD_chart_row_range);
    for (size_t i = 0; i < periods; i++) {
        const double low = extreme_value(f, path, count, period[i].to, -1) / f->unit;
        const double high = extreme_value(f, path, count, period[i].to, 1) / f->unit;

        figure_add_to_row(f, period[i].to,
                          figure_say(f, WORD_chart_range, figure_number(f, low, decimals),
                                     figure_number(f, high, decimals), NULL));
    }
}

/* An end of a range: with its sign or its word where Chinese gives both ends theirs */
static const char *
end_amount(struct figure *f, const struct chart_subject *s, double x, bool higher)
{
    const bool zh = f->in->language == CHINESE;

    if (zh && s->label == WORD_chart_target_place)
        return figure_say(f, WORD_amount_rank, figure_number(f, x, 0), NULL);
    if (higher || (zh && s->amount == WORD_chart_percent))
        return chart_amount(f, s, x);
    return figure_number(f, x / s->amount_unit, s->amount_decimals);
}

static void
set_title(struct figure *f, const struct chart_scenarios *all, const struct path *path, const struct paths *p)
{
    const struct chart_subject *s = &p->subject;
    const size_t low = extreme(f, path, all->count, f->last, -1), high = extreme(f, path, all->count, f->last, 1);
    const double lowest = figure_at(f, path[low].column, f->last), highest = figure_at(f, path[high].column, f->last);
    const char *year = figure_year(f, f->last), *name = chart_word(f, s->name);
    const char *from = end_amount(f, s, lowest, false), *to = end_amount(f, s, highest, true);
    const double gap = number_rounded(highest / s->amount_unit, s->amount_decimals)
                       - number_rounded(lowest / s->amount_unit, s->amount_decimals);

    if (gap == 0) {
        f->title = figure_say(f, WORD_chart_title_alike, year, name, to, NULL);
        return;
    }
    if (figure_try_title(f, WORD_chart_title_between, year, name, from, all->scenario[low].title, to,
                         all->scenario[high].title, NULL)
        || (!f->reversed /* the highest number is the last place */
            && figure_try_title(f, WORD_chart_title_highest, year, name, from, to, all->scenario[high].title, NULL)))
        return;
    f->title = figure_say(f, WORD_chart_title_from_to, year, name, from, to, NULL);
}

static void
set_note(struct figure *f, const struct chart_scenarios *all)
{
    char count[TEXT_NUMBER];
    const char *source = f->in->source ? figure_say(f, WORD_chart_note_source, f->in->source, NULL) : "";

    text_number(count, (double) all->count);
    f->note = arena_print(&f->arena, "%s%s", figure_say(f, WORD_chart_note_paths, count, all->scenario[0].title, NULL),
                          source);
}

/* Lines, marks, row, title, note; the subtitle is the caller's. False where the base has no such series. */
static bool
draw(struct figure *f, const struct chart_scenarios *all, const struct paths *p)
{
    const struct trajectory *t = f->in->trajectory;
    struct path *path;

    if (trajectory_find(t, t->plan->home, p->subject.key) == PLAN_NONE)
        return false;
    path = arena_new(&f->arena, all->count, sizeof *path);
    f->unit = p->unit;
    f->bands = f->leaders = true;
    add_lines(f, all, path, p);
    chart_add_target_marks(f, &p->subject);
    if (!f->reversed)
        f->low = p->cut ? chart_low(f, CUT) : 0;
    add_range_row(f, path, all->count, p->decimals);
    set_title(f, all, path, p);
    set_note(f, all);
    return true;
}

bool
chart_compare_gdp(struct figure *f, const struct chart_scenarios *all)
{
    const struct trajectory *t = f->in->trajectory;
    const struct chart_subject s = chart_gdp_subject(f->in, trajectory_find(t, t->plan->home, "gdp"));
    const struct paths p = { s, s.amount_unit, s.amount_decimals, false };

    if (!draw(f, all, &p))
        return false;
    chart_subtitle(f, WORD_chart_subtitle_paths_gdp,
                   chart_word(f, f->unit > 1 ? WORD_chart_axis_trillion : WORD_chart_axis_yi), NULL);
    return true;
}

bool
chart_compare_gdp_per_capita(struct figure *f, const struct chart_scenarios *all)
{
    const struct paths p = { { "gdp_per_capita", WORD_chart_per_head, WORD_chart_yuan, 1, 0, WORD_chart_percent, 1,
                               WORD_chart_target, 1 },
                             1e4,
                             2,
                             false };

    if (!draw(f, all, &p))
        return false;
    chart_subtitle(f, WORD_chart_subtitle_per_head, chart_word(f, WORD_chart_axis_wan_yuan), NULL);
    return true;
}

bool
chart_compare_urbanization(struct figure *f, const struct chart_scenarios *all)
{
    const struct paths p = { { "urbanization", WORD_chart_short_urbanization, WORD_chart_percent, 1, 2,
                               WORD_chart_points, 2, WORD_chart_target, 0 },
                             1,
                             2,
                             true };

    if (!draw(f, all, &p))
        return false;
    chart_subtitle(f, WORD_chart_subtitle_urban, figure_number(f, f->low, 0), NULL);
    return true;
}

bool
chart_compare_modernization(struct figure *f, const struct chart_scenarios *all)
{
    const struct paths p = { { "modernization", WORD_chart_index, WORD_chart_plain, 1, 1, WORD_chart_index_points, 1,
                               WORD_chart_target, 0 },
                             1,
                             1,
                             true };

    if (!chart_has_benchmark(f->in) || !draw(f, all, &p))
        return false;
    figure_add_rule(f, 100, figure_say(f, WORD_chart_rule_100, chart_benchmark_name(f), NULL));
    chart_subtitle(f, WORD_chart_subtitle_paths_index, chart_benchmark_name(f), figure_number(f, f->low, 0));
    return true;
}

bool
chart_compare_rank(struct figure *f, const struct chart_scenarios *all)
{
    const struct paths p = { { "rank_national", WORD_chart_rank, WORD_chart_plain, 1, 0, WORD_chart_plain, 0,
                               WORD_chart_target_place, 0 },
                             1,
                             0,
                             true };

    f->reversed = true;
    if (!draw(f, all, &p))
        return false;
    chart_subtitle(f, WORD_chart_subtitle_paths_rank, figure_number(f, (double) city_count(f->in->trajectory), 0),
                   NULL);
    return true;
}
