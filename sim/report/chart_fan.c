/* Fans: what is projected, and the bands that hold 90 and 50 % of the draws. */
#include "report/chart_ensemble.h"

#include <math.h>
#include <string.h>
#include "report/chart_targets.h"
#include "report/number.h"

#define CUT 10.0 /* a cut axis begins at a multiple of this */
#define YUAN_SHOWN 10000.0

enum { P05, P25, P50, P75, P95, LEVELS }; /* of ensemble_level */

static const struct chart_subject per_head = {
    "gdp_per_capita", WORD_chart_per_head, WORD_fan_wan_yuan, YUAN_SHOWN, 1, WORD_chart_percent, 1, WORD_chart_target, 1
};
static const struct chart_subject urban = {
    "urbanization", WORD_chart_urban, WORD_chart_percent, 1, 1, WORD_chart_points, 2, WORD_chart_target, 0
};
static const struct chart_subject modern = {
    "modernization", WORD_chart_index, WORD_chart_plain, 1, 1, WORD_chart_index_points, 1, WORD_chart_target, 0
};

static size_t
quantile_column(struct figure *f, size_t region, const char *key, int level)
{
    static const char *const names[LEVELS] = { "p05", "p25", "p50", "p75", "p95" };
    const struct plan *p = f->in->plan;
    const size_t series = trajectory_find(f->in->trajectory, region, key);
    const enum unit unit = indicators[f->in->trajectory->series[series].indicator].unit;
    const size_t column = figure_column(f, arena_print(&f->arena, "%s %s %s (%s)", p->region[region].key, key,
                                                       names[level], unit_name(unit)));

    for (int year = p->start; year <= p->end; year++) {
        const struct spread *x = drawn_spread(f->in->drawn, region, key, year);

        if (x)
            figure_set(f, column, year, x->quantile[level]);
    }
    return column;
}

static void
add_bands(struct figure *f, const char *key, size_t column[LEVELS])
{
    for (int level = 0; level < LEVELS; level++)
        column[level] = quantile_column(f, f->in->plan->home, key, level);
    figure_add_fan(f, (struct figure_fan) { column[P05], column[P95], "BAND90", figure_colour(f, COLOUR_FAN_90) });
    figure_add_fan(f, (struct figure_fan) { column[P25], column[P75], "BAND50", figure_colour(f, COLOUR_FAN_50) });
}

/* The chance of the target that is least likely among those that a mark shows; false where there is none. */
static bool
title_by_target(struct figure *f, const struct chart_subject *s)
{
    const struct judgement *j = chart_tightest_target(f->in, s->key);
    const char *year, *name, *chance;
    struct text percent = { 0 };

    if (!j)
        return false;
    chance_in_words(&percent, f->in->drawn->ensemble->target[j - f->in->judgements->target].probability,
                    f->in->language);
    chance = arena_text(&f->arena, text_of(&percent));
    year = figure_year(f, j->target->year);
    name = chart_word(f, s->name);
    text_free(&percent);
    if (f->in->language == CHINESE)
        return figure_try_title(f, WORD_fan_title_target, year, name, chance, NULL);
    return figure_try_title(f, WORD_fan_title_target, chance, name, year, NULL);
}

static void
set_title(struct figure *f, const struct chart_subject *s, const size_t column[LEVELS])
{
    const char *year = figure_year(f, f->last), *name = chart_word(f, s->name);
    const double least = figure_at(f, column[P05], f->last);
    const bool both = f->in->language == CHINESE && s->amount == WORD_chart_percent; /* 63%～68% */
    const char *low = both ? chart_amount(f, s, least) : figure_number(f, least / s->amount_unit, s->amount_decimals);
    const char *high = chart_amount(f, s, figure_at(f, column[P95], f->last));

    if (!title_by_target(f, s) && !figure_try_title(f, WORD_fan_title_range, year, name, low, high, NULL))
        f->title = figure_say(f, WORD_fan_title_short, year, low, high, NULL);
}

/* The nation as projected, and where 90 % of its draws end. */
static void
add_nation(struct figure *f, const char *key)
{
    const struct plan *p = f->in->plan;
    size_t line;

    if (!chart_has_benchmark(f->in) || !drawn_spread(f->in->drawn, p->benchmark, key, p->end))
        return;
    line = figure_series(f, p->benchmark, key);
    figure_add_line(f, quantile_column(f, p->benchmark, key, P05), LOOK_PART, NULL, 1);
    figure_add_line(f, quantile_column(f, p->benchmark, key, P95), LOOK_PART,
                    figure_say(f, WORD_fan_nation_high, chart_region_name(f->in, p->benchmark), NULL), 1);
    figure_add_line(f, line, LOOK_NATION, chart_region_name(f->in, p->benchmark), 1);
    figure_add_dots(f, figure_history(f, p->benchmark, key), LOOK_NATION);
}

static bool
fill(struct figure *f, const struct chart_subject *s, bool with_nation)
{
    const struct plan *p = f->in->plan;
    size_t column[LEVELS], line;

    if (!f->in->drawn || !drawn_spread(f->in->drawn, p->home, s->key, p->end))
        return false;
    f->bands = true;
    f->unit = s->amount_unit;
    line = figure_series(f, p->home, s->key);
    add_bands(f, s->key, column);
    figure_add_line(f, column[P95], LOOK_EDGE, chart_word(f, WORD_fan_high), s->amount_decimals);
    figure_add_line(f, column[P05], LOOK_EDGE, chart_word(f, WORD_fan_low), s->amount_decimals);
    if (with_nation)
        add_nation(f, s->key);
    figure_add_line(f, column[P50], LOOK_HOME_THIN, chart_word(f, WORD_fan_median), s->amount_decimals);
    figure_add_line(f, line, LOOK_HOME, chart_word(f, WORD_fan_projected), s->amount_decimals);
    figure_add_dots(f, figure_history(f, p->home, s->key), LOOK_HOME);
    chart_add_target_marks(f, s);
    set_title(f, s, column);
    chart_note_draws(f);
    return true;
}

static void
set_subtitle(struct figure *f, enum word indicator, const char *unit)
{
    const char *what = figure_say(f, indicator, unit, NULL);

    chart_subtitle(f, WORD_fan_subtitle, what, NULL);
}

bool
chart_fan_gdp(struct figure *f)
{
    const size_t series = trajectory_find(f->in->trajectory, f->in->plan->home, "gdp");
    struct chart_subject s;

    if (series == PLAN_NONE)
        return false;
    s = chart_gdp_subject(f->in, series);
    f->low = 0;
    if (!fill(f, &s, false))
        return false;
    set_subtitle(f, s.name == WORD_chart_gdp ? WORD_fan_gdp : WORD_fan_gdp_nation,
                 chart_word(f, f->unit > 1 ? WORD_chart_axis_trillion : WORD_chart_axis_yi));
    return true;
}

bool
chart_fan_gdp_per_capita(struct figure *f)
{
    struct chart_subject s = per_head;
    const bool nation = f->in->plan->home == f->in->plan->benchmark;

    if (nation)
        s.name = WORD_chart_per_head_nation;
    f->low = 0;
    if (!fill(f, &s, true))
        return false;
    set_subtitle(f, nation ? WORD_fan_per_head_nation : WORD_fan_per_head, chart_word(f, WORD_chart_axis_wan_yuan));
    return true;
}

bool
chart_fan_urbanization(struct figure *f)
{
    if (!fill(f, &urban, true))
        return false;
    f->low = chart_low(f, CUT);
    set_subtitle(f, WORD_fan_urban, figure_number(f, f->low, 0));
    return true;
}

bool
chart_fan_modernization(struct figure *f)
{
    if (!chart_has_benchmark(f->in) || !fill(f, &modern, false))
        return false;
    figure_add_rule(f, 100, figure_say(f, WORD_chart_rule_100, chart_benchmark_name(f), NULL));
    f->low = chart_low(f, CUT);
    set_subtitle(f, WORD_fan_index, figure_number(f, f->low, 0));
    return true;
}
