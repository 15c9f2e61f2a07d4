/* How far a scenario is from the base: the difference as projected, and the bands that hold 90 and 50 % of the draws. */
#include <math.h>
#include "engine/series.h"
#include "report/chart_common.h"
#include "report/chart_together.h"
#include "report/number.h"

enum { P05, P25, P50, P75, P95, LEVELS }; /* of ensemble_level */

/* The indicator whose difference is shown */
static const struct subject {
    const char *key;
    enum word title, subtitle;
    double unit;
    int decimals;
} subjects[] = {
    { "modernization", WORD_difference_title_index, WORD_difference_index, 1, 2 },
    { "gdp_per_capita", WORD_difference_title_per_head, WORD_difference_per_head, 1, 0 },
};

static size_t
row_of(const struct chart_scenarios *all, const char *key, int year)
{
    const struct paired *p = all->together->paired;

    return paired_find(p, p->scenario[0].plan->home, key, year);
}

/* NULL where the scenario has no such value. */
static const struct spread *
spread_of(const struct chart_scenarios *all, const char *key, size_t scenario, int year)
{
    const size_t row = row_of(all, key, year);
    const struct paired_difference *x = row == PLAN_NONE ? NULL
                                                         : paired_difference(all->together->paired, scenario, row);

    return x && !isnan(x->spread.mean) ? &x->spread : NULL;
}

static const struct subject *
choose(const struct chart_scenarios *all, size_t scenario, int year)
{
    for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++)
        if (spread_of(all, subjects[i].key, scenario, year))
            return &subjects[i];
    return NULL;
}

static size_t
quantile_column(struct figure *f, const struct chart_scenarios *all, const struct subject *s, size_t scenario,
                int level)
{
    static const char *const names[LEVELS] = { "p05", "p25", "p50", "p75", "p95" };
    const struct plan *p = all->together->paired->scenario[scenario].plan;
    const size_t column = figure_column(f, arena_print(&f->arena, "%s %s difference %s (%s)", p->name, s->key,
                                                       names[level],
                                                       unit_name(indicators[indicator_number(s->key)].unit)));

    for (int year = f->first; year <= f->last; year++) {
        const struct spread *x = spread_of(all, s->key, scenario, year);

        if (x)
            figure_set(f, column, year, x->quantile[level]);
    }
    return column;
}

static size_t
projected_column(struct figure *f, const struct chart_scenarios *all, const struct subject *s, size_t scenario)
{
    const size_t column = figure_column(f, arena_print(&f->arena, "%s %s difference (%s)",
                                                       all->together->paired->scenario[scenario].plan->name, s->key,
                                                       unit_name(indicators[indicator_number(s->key)].unit)));
    const struct trajectory *base = all->scenario[0].in->trajectory, *t = all->scenario[scenario].in->trajectory;

    for (int year = base->plan->start; year <= base->plan->end; year++)
        figure_set(f, column, year,
                   trajectory_at(t, trajectory_find(t, t->plan->home, s->key), year)
                       - trajectory_at(base, trajectory_find(base, base->plan->home, s->key), year));
    return column;
}

/* The axis reaches as far as the bands of all scenarios, and to 0. */
static void
set_axis(struct figure *f, const struct chart_scenarios *all, const struct subject *s)
{
    f->low = f->high = 0;
    for (size_t i = 1; i < all->count; i++)
        for (int year = f->first; year <= f->last; year++) {
            const struct spread *x = spread_of(all, s->key, i, year);

            if (!x)
                continue;
            f->low = fmin(f->low, x->quantile[P05] / s->unit);
            f->high = fmax(f->high, x->quantile[P95] / s->unit);
        }
}

static const char *
signed_number(struct figure *f, const struct subject *s, double x)
{
    char number[NUMBER_SHOWN];

    return arena_text(&f->arena, number_signed(number, x / s->unit, s->decimals, f->in->language));
}

static const char *
plain_number(struct figure *f, const struct subject *s, double x)
{
    return figure_number(f, x / s->unit, s->decimals);
}

/* "Low: index in 2035 lower by 2.59 to 5.03": nine draws of ten; signs only where the range has both */
static void
set_words(struct figure *f, const struct chart_scenarios *all, const struct subject *s, size_t scenario)
{
    const struct spread *x = spread_of(all, s->key, scenario, f->last);
    const double low = x->quantile[P05], high = x->quantile[P95];
    const bool lower = high < 0, either = low < 0 && high >= 0;
    const char *how = chart_word(f, lower    ? WORD_difference_lower
                                    : either ? WORD_difference_either
                                             : WORD_difference_higher);
    const char *from = either ? signed_number(f, s, low) : plain_number(f, s, lower ? -high : low);
    const char *to = either ? signed_number(f, s, high) : plain_number(f, s, lower ? -low : high);
    const char *title = all->scenario[scenario].title;

    if (!figure_try_title(f, s->title, title, figure_year(f, f->last), how, from, to, NULL))
        f->title = figure_say(f, WORD_difference_title_short, title, how, from, to, NULL);
    f->subtitle = figure_say(f, s->subtitle, all->scenario[0].title, NULL);
    chart_note_together(f, all);
}

bool
chart_difference(struct figure *f, const struct chart_scenarios *all, size_t scenario)
{
    const struct subject *s = choose(all, scenario, f->last);
    size_t column[LEVELS];

    if (!s)
        return false;
    f->bands = true;
    f->unit = s->unit;
    for (int level = 0; level < LEVELS; level++)
        column[level] = quantile_column(f, all, s, scenario, level);
    figure_add_fan(f, (struct figure_fan) { column[P05], column[P95], "BAND90", figure_colour(f, COLOUR_FAN_90) });
    figure_add_fan(f, (struct figure_fan) { column[P25], column[P75], "BAND50", figure_colour(f, COLOUR_FAN_50) });
    figure_add_line(f, column[P95], LOOK_EDGE, chart_word(f, WORD_fan_high), s->decimals);
    figure_add_line(f, column[P05], LOOK_EDGE, chart_word(f, WORD_fan_low), s->decimals);
    figure_add_line(f, column[P50], LOOK_HOME_THIN, chart_word(f, WORD_fan_median), s->decimals);
    figure_add_line(f, projected_column(f, all, s, scenario), LOOK_HOME, chart_word(f, WORD_fan_projected),
                    s->decimals);
    figure_add_rule(f, 0, all->scenario[0].title);
    set_axis(f, all, s);
    set_words(f, all, s, scenario);
    return true;
}
