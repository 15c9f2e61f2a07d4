#include "report/chart_hindcast.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include "report/chart_common.h"
#include "report/chart_targets.h"
#include "report/number.h"

enum { P05, P25, P50, P75, P95, BANDS };

/* What a chart of one origin is drawn from */
struct told {
    const struct hindcast *h;
    const struct hindcast_part part; /* all of its rows */
    struct chart_subject subject;
    double known; /* GDP of the origin's year, where all that is told begins */
};

static const struct {
    enum look look;
    enum word name;
    const char *header;
} rivals[RIVALS] = {
    [RIVAL_LAST] = { LOOK_SECOND, WORD_hindcast_last, "last growth" },
    [RIVAL_MEAN] = { LOOK_THIRD, WORD_hindcast_mean, "mean growth" },
    [RIVAL_PLAN] = { LOOK_FOURTH, WORD_hindcast_plan, "plan" },
    [RIVAL_NATION] = { LOOK_NATION, WORD_hindcast_nation, "nation" },
};

static bool
is_told(const struct told *t, const struct hindcast_row *x)
{
    return x->region == t->part.region && x->figure == HINDCAST_GDP && x->origin == t->part.origin;
}

static double
band_of(const struct hindcast_row *x, int band)
{
    const double value[BANDS] = { x->low90, x->low50, x->median, x->high50, x->high90 };

    return value[band];
}

/* A column that begins at the origin with what was known; PLAN_NONE where it has nothing after it. `which`: a band, or
 * BANDS and a rival */
static size_t
told_column(struct figure *f, const struct told *t, const char *header, int which)
{
    const struct plan_region *home = &f->in->plan->region[t->part.region];
    size_t column = PLAN_NONE;

    for (size_t i = 0; i < t->h->rows; i++) {
        const struct hindcast_row *x = &t->h->row[i];
        const double value = which < BANDS ? band_of(x, which) : x->rival[which - BANDS];

        if (!is_told(t, x) || isnan(value))
            continue;
        if (column == PLAN_NONE) {
            column = figure_column(f, arena_print(&f->arena, "%s gdp %s (yi yuan)", home->key, header));
            figure_set(f, column, x->origin, t->known);
        }
        figure_set(f, column, x->year, value);
    }
    return column;
}

/* Base year and outturns */
static size_t
outcomes(struct figure *f, size_t region)
{
    const struct plan *p = f->in->plan;
    const size_t column = figure_column(f, arena_print(&f->arena, "%s gdp outcome (yi yuan)", p->region[region].key));

    figure_set(f, column, p->start,
               trajectory_at(f->in->trajectory, trajectory_find(f->in->trajectory, region, "gdp"), p->start));
    for (size_t i = 0; i < f->in->outturns; i++) {
        const struct observed *o = &f->in->outturn[i];

        for (size_t k = 0; k < o->count && o->region == region && !strcmp(o->indicator, "gdp"); k++)
            figure_set(f, column, o->year[k], o->value[k]);
    }
    return column;
}

static void
add_bands(struct figure *f, const struct told *t, size_t column[BANDS])
{
    static const char *const names[BANDS] = { "p05", "p25", "p50", "p75", "p95" };

    for (int band = 0; band < BANDS; band++)
        column[band] = told_column(f, t, names[band], band);
    figure_add_fan(f, (struct figure_fan) { column[P05], column[P95], "BAND90", figure_colour(f, COLOUR_FAN_90) });
    figure_add_fan(f, (struct figure_fan) { column[P25], column[P75], "BAND50", figure_colour(f, COLOUR_FAN_50) });
}

/* The names of rivals begin small in English. */
static const char *
capital(struct figure *f, enum word word)
{
    const char *text = chart_word(f, word);

    return f->in->language == ENGLISH ? arena_print(&f->arena, "%c%s", toupper((unsigned char) *text), text + 1) : text;
}

static void
add_lines(struct figure *f, const struct told *t, size_t median)
{
    for (int which = 0; which < RIVALS; which++)
        figure_add_line(f, told_column(f, t, rivals[which].header, BANDS + which), rivals[which].look,
                        capital(f, rivals[which].name), t->subject.amount_decimals);
    figure_add_line(f, median, LOOK_HOME, chart_word(f, WORD_fan_median), t->subject.amount_decimals);
}

/* Under the axis, what was told less what came about */
static void
add_errors(struct figure *f, const struct told *t)
{
    char buffer[NUMBER_SHOWN];

    f->row_head = chart_word(f, WORD_hindcast_chart_row);
    for (size_t i = 0; i < t->h->rows; i++) {
        const struct hindcast_row *x = &t->h->row[i];

        if (is_told(t, x))
            figure_add_to_row(f, x->year,
                              arena_print(&f->arena, "%s%%",
                                          number_signed(buffer, 100 * (x->median / x->outcome - 1), 1,
                                                        f->in->language)));
    }
}

static const char *
mean_errors(struct figure *f, const struct told *t)
{
    const char *said = figure_say(f, WORD_hindcast_chart_error, chart_word(f, WORD_hindcast_model),
                                  figure_number(f, hindcast_error(t->h, RIVALS, t->part), 1), NULL);

    for (int which = 0; which < RIVALS; which++) {
        const double error = hindcast_error(t->h, (enum rival) which, t->part);

        if (isfinite(error))
            said = arena_print(&f->arena, "%s%s%s", said, chart_word(f, WORD_hindcast_and),
                               figure_say(f, WORD_hindcast_chart_rival, chart_word(f, rivals[which].name),
                                          figure_number(f, error, 1), NULL));
    }
    return said;
}

static void
set_words(struct figure *f, const struct told *t, size_t median, size_t outcome)
{
    const struct plan *p = f->in->plan;
    const double off = 100 * (figure_at(f, median, f->last) / figure_at(f, outcome, f->last) - 1);
    const char *title = f->in->language == CHINESE && p->title_zh ? p->title_zh : p->title ? p->title : p->name;
    const char *errors = mean_errors(f, t);

    f->title = figure_say(f, off < 0 ? WORD_hindcast_chart_low : WORD_hindcast_chart_high,
                          figure_year(f, t->part.origin), figure_year(f, f->last), figure_number(f, fabs(off), 1),
                          NULL);
    chart_subtitle(f, WORD_hindcast_chart_subtitle,
                   chart_word(f, f->unit > 1 ? WORD_chart_axis_trillion : WORD_chart_axis_yi), NULL);
    f->note = figure_say(f, WORD_hindcast_chart_note, title, errors, NULL);
    if (layout_width(f->note, f->type.note, REGULAR) > figure_room(f)) /* the errors matter more than the name */
        f->note = errors;
}

static bool
draw(struct figure *f, const struct hindcast *h, int origin)
{
    const struct plan *p = f->in->plan;
    const size_t gdp = trajectory_find(f->in->trajectory, p->home, "gdp");
    struct told t = { .h = h, .part = { .origin = origin, .region = p->home } };
    size_t column[BANDS], outcome;

    if (gdp == PLAN_NONE || !hindcast_count(h, t.part))
        return false;
    t.subject = chart_gdp_subject(f->in, gdp);
    f->unit = t.subject.amount_unit;
    f->low = 0;
    outcome = outcomes(f, p->home);
    t.known = figure_at(f, outcome, origin);
    while (f->last > p->start && isnan(figure_at(f, outcome, f->last)))
        f->last--;
    add_bands(f, &t, column);
    add_lines(f, &t, column[P50]);
    figure_add_dots(f, outcome, LOOK_BASE);
    add_errors(f, &t);
    set_words(f, &t, column[P50], outcome);
    return true;
}

enum status
chart_hindcast_write(struct chart_drawing *d, struct output *out, const struct chart_input *in,
                     const struct hindcast *h, int origin, struct chart_report *done, struct error *err)
{
    struct chart_batch batch = chart_batch_start(d, out, in, 1, done, err);
    struct figure f;

    figure_start(&f, "hindcast", in);
    return chart_batch_add(&batch, &f, draw(&f, h, origin), err);
}
