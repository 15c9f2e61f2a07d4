/* Home's place by GDP among the cities, year by year, with those it meets on the way. */
#include "report/chart_kinds.h"

#include <math.h>
#include "engine/city.h"
#include "report/chart_targets.h"
#include "report/number.h"

#define NEIGHBOURS 8 /* shown at most */
#define NEAR 3       /* places from home, in the base year or at the horizon */
#define SPAN 8.0     /* places that the axis covers at least */

static const struct chart_subject subject = {
    "rank_national", WORD_chart_rank, WORD_chart_plain, 1, 0, WORD_chart_plain, 0, WORD_chart_target_place, 0
};

struct neighbour {
    size_t city;
    double distance;
};

/* Places from home where that is least, in the base year or at the horizon. */
static double
distance(const struct figure *f, size_t rank, size_t city)
{
    const struct trajectory *t = f->in->trajectory;
    const int base = f->in->plan->start, end = f->last;

    return fmin(fabs(city_rank(t, city, base) - figure_at(f, rank, base)),
                fabs(city_rank(t, city, end) - figure_at(f, rank, end)));
}

/* The nearest cities, the nearest first, in the panel's order where two are alike. */
static size_t
find_neighbours(const struct figure *f, size_t rank, struct neighbour near[NEIGHBOURS])
{
    const struct plan *p = f->in->plan;
    size_t n = 0;

    for (size_t c = 0; c < p->peers.count; c++) {
        const double d = distance(f, rank, c);
        size_t at = n;

        if (p->peers.peer[c].region == p->home || !(d <= NEAR))
            continue;
        while (at > 0 && near[at - 1].distance > d)
            at--;
        if (at == NEIGHBOURS)
            continue;
        n += n < NEIGHBOURS;
        for (size_t i = n - 1; i > at; i--)
            near[i] = near[i - 1];
        near[at] = (struct neighbour) { c, d };
    }
    return n;
}

static void
add_neighbours(struct figure *f, size_t rank)
{
    const struct plan *p = f->in->plan;
    struct neighbour near[NEIGHBOURS];
    const size_t n = find_neighbours(f, rank, near);

    for (size_t i = 0; i < n; i++) {
        const struct plan_peer *peer = &p->peers.peer[near[i].city];
        const size_t column = figure_column(f, arena_print(&f->arena, "%s rank (rank)", peer->name));

        for (int year = p->start; year <= f->last; year++)
            figure_set(f, column, year, city_rank(f->in->trajectory, near[i].city, year));
        figure_add_line(f, column, LOOK_OTHER, f->in->language == CHINESE ? peer->name_zh : peer->name, 0);
    }
}

/* The places that targets name, as lines across: the mark alone would not show who is above. */
static void
add_rules(struct figure *f)
{
    for (size_t i = 0; i < f->count.mark; i++)
        figure_add_rule(f, figure_at(f, f->mark[i].column, f->mark[i].year), NULL);
}

static bool
title_by_target(struct figure *f)
{
    const struct judgement *j = chart_tightest_target(f->in, subject.key);
    const double ahead = j ? number_rounded(j->margin, 0) : 0;
    const enum word word = ahead < 0   ? WORD_chart_title_rank_short
                           : ahead > 0 ? WORD_chart_title_rank_ahead
                                       : WORD_chart_title_rank_on_target;
    const char *place, *places;

    if (!j)
        return false;
    place = figure_number(f, j->projected, 0);
    places = figure_number(f, fabs(ahead), 0);
    if (ahead == 0)
        return figure_try_title(f, word, figure_year(f, j->target->year), place, NULL);
    return figure_try_title(f, word, figure_year(f, j->target->year), place, places, NULL);
}

static void
set_title(struct figure *f, size_t rank)
{
    const int base = f->in->plan->start;
    const double gained = figure_at(f, rank, base) - figure_at(f, rank, f->last);
    const char *year = figure_year(f, f->last), *place = figure_number(f, figure_at(f, rank, f->last), 0);

    if (title_by_target(f))
        return;
    if (gained == 0)
        f->title = figure_say(f, WORD_chart_title_rank_same, year, place, NULL);
    else
        f->title = figure_say(f, gained > 0 ? WORD_chart_title_rank_up : WORD_chart_title_rank_down, year, place,
                              chart_since(f), figure_number(f, fabs(gained), 0), NULL);
}

/* At least SPAN places, with home in the middle where nothing else asks for more. */
static void
set_span(struct figure *f, size_t rank)
{
    const double middle = (figure_at(f, rank, f->in->plan->start) + figure_at(f, rank, f->last)) / 2;

    f->low = fmax(1, floor(middle - SPAN / 2));
    f->high = f->low + SPAN;
}

bool
chart_rank(struct figure *f)
{
    const struct plan *p = f->in->plan;
    const size_t rank = figure_series(f, p->home, subject.key);

    if (rank == PLAN_NONE)
        return false;
    f->bands = true;
    f->reversed = true;
    add_neighbours(f, rank);
    figure_add_line(f, rank, LOOK_HOME, chart_region_name(f->in, p->home), 0);
    chart_add_target_marks(f, &subject);
    add_rules(f);
    set_span(f, rank);
    set_title(f, rank);
    chart_subtitle(f, WORD_chart_subtitle_rank, figure_number(f, (double) city_count(f->in->trajectory), 0), NULL);
    return true;
}
