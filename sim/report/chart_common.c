#include "report/chart_common.h"

#include <math.h>
#include "report/number.h"

#define SHORT_NAME 60.0  /* points at title size that a benchmark's name may take in a title */
#define TITLE_LEAST 60.0 /* points at note size that a scenario's title keeps under the chart */

size_t
chart_periods(const struct plan *p, struct chart_period period[PERIODS_MAX])
{
    const int length = (int) fmax(5, 5 * ceil((p->end - p->start) / (5.0 * PERIODS_MAX)));
    size_t n = 0;

    for (size_t i = 0; i < p->steps && n < PERIODS_MAX; i++) {
        const int from = p->step[i].from > p->start ? p->step[i].from : p->start + 1;
        const int to = p->step[i].to < p->end ? p->step[i].to : p->end;

        if (from <= to)
            period[n++] = (struct chart_period) { from, to };
    }
    if (n > 0 && n < PERIODS_MAX && period[n - 1].to < p->end) {
        period[n] = (struct chart_period) { period[n - 1].to + 1, p->end };
        n++;
    }
    if (n > 0)
        return n;
    for (int from = p->start + 1; from <= p->end && n < PERIODS_MAX; from += length)
        period[n++] = (struct chart_period) { from, from + length - 1 < p->end ? from + length - 1 : p->end };
    return n;
}

const char *
chart_region_name(const struct chart_input *in, size_t region)
{
    const struct plan_region *r = &in->plan->region[region];

    if (in->language == CHINESE && r->name_zh)
        return r->name_zh;
    return r->name ? r->name : r->key;
}

bool
chart_has_benchmark(const struct chart_input *in)
{
    return in->plan->benchmark != PLAN_NONE && in->plan->benchmark != in->plan->home;
}

const char *
chart_benchmark_name(struct figure *f)
{
    const char *name = chart_region_name(f->in, f->in->plan->benchmark);

    return layout_width(name, f->type.title, BOLD) <= SHORT_NAME ? name : chart_word(f, WORD_chart_benchmark);
}

const char *
chart_word(const struct figure *f, enum word word)
{
    return word_in(f->in->language, word);
}

const char *
chart_with_verb(struct figure *f, enum word name, size_t column, int year, int decimals)
{
    const double now = number_rounded(figure_at(f, column, year) / f->unit, decimals);
    const double base = number_rounded(figure_at(f, column, f->in->plan->start) / f->unit, decimals);

    const enum word verb = now > base ? WORD_chart_reaches : now < base ? WORD_chart_falls_to : WORD_chart_is;

    return figure_say(f, verb, chart_word(f, name), NULL);
}

double
chart_low(const struct figure *f, double step)
{
    double least = INFINITY;

    for (size_t c = 0; c < f->count.column; c++)
        for (int year = f->first; year <= f->last; year++)
            least = fmin(least, figure_at(f, c, year)); /* which passes over NaN */
    return step * floor(least / step);
}

double
chart_growth(const struct figure *f, size_t column, int from, int to)
{
    const double before = figure_at(f, column, from), after = figure_at(f, column, to);

    return to > from && before > 0 && after > 0 ? 100 * (pow(after / before, 1.0 / (to - from)) - 1) : NAN;
}

void
chart_subtitle(struct figure *f, enum word word, const char *unit, const char *rest)
{
    const char *name = chart_region_name(f->in, f->in->plan->home);
    const double room = figure_room(f);
    double excess;

    f->subtitle = figure_say(f, word, name, unit, rest, NULL);
    if (figure_head_lines(f) > 1)
        return;
    excess = layout_width(f->subtitle, f->type.label, REGULAR) - room;
    if (excess <= 0)
        return;
    name = layout_shortened(&f->arena, name, f->type.label, REGULAR,
                            layout_width(name, f->type.label, REGULAR) - excess);
    f->subtitle = figure_say(f, word, name, unit, rest, NULL);
}

static const char *
scenario_title(struct figure *f)
{
    const struct plan *p = f->in->plan;
    const char *title = p->title ? p->title : p->name;

    if (f->in->language == CHINESE && p->title_zh)
        title = p->title_zh;
    return p->rebase ? figure_say(f, WORD_outturn_chart_rebased, figure_year(f, p->rebase), title, NULL) : title;
}

static bool
shows_dots(const struct figure *f)
{
    for (size_t i = 0; i < f->count.panel; i++)
        if (f->panel[i].dots != PLAN_NONE)
            return true;
    return f->count.dots > 0;
}

/* The scenario, the meaning of dots, the source; a long title of the scenario gives way to them. */
static const char *
note_line(struct figure *f)
{
    const enum word what = f->count.bar > 0 ? WORD_chart_note_dots_bars : WORD_chart_note_dots;
    const char *dots = shows_dots(f) ? chart_word(f, what) : "";
    const char *source = f->in->source ? figure_say(f, WORD_chart_note_source, f->in->source, NULL) : "";
    const char *title = scenario_title(f), *line;
    double excess;

    line = arena_print(&f->arena, "%s%s%s", figure_say(f, WORD_chart_note_scenario, title, NULL), dots, source);
    excess = layout_width(line, f->type.note, REGULAR) - (figure_room(f));
    if (excess <= 0)
        return line;
    if (figure_narrow(f))
        return arena_print(&f->arena, "%s%s", figure_say(f, WORD_chart_note_scenario, title, NULL), source);
    title = layout_shortened(&f->arena, title, f->type.note, REGULAR,
                             fmax(TITLE_LEAST, layout_width(title, f->type.note, REGULAR) - excess));
    return arena_print(&f->arena, "%s%s%s", figure_say(f, WORD_chart_note_scenario, title, NULL), dots, source);
}

const char *
chart_since(struct figure *f)
{
    return f->in->language == CHINESE ? figure_say(f, WORD_chart_since, figure_year(f, f->in->plan->start), NULL) : "";
}

void
chart_finish(struct figure *f)
{
    const enum word alt = f->count.area > 0  ? WORD_chart_alt_areas
                          : f->count.bar > 0 ? WORD_chart_alt_bars
                                             : WORD_chart_alt_lines;

    if (!f->note)
        f->note = note_line(f);
    if (!f->alt)
        f->alt = figure_say(f, alt, f->subtitle, figure_year(f, figure_first_year(f)), figure_year(f, f->last),
                            f->title, NULL);
}

void
chart_home_and_nation(struct figure *f, const char *key, size_t home, size_t nation)
{
    const struct plan *p = f->in->plan;

    figure_add_line(f, home, LOOK_HOME, chart_region_name(f->in, p->home), 1);
    figure_add_dots(f, figure_history(f, p->home, key), LOOK_HOME);
    if (nation == PLAN_NONE)
        return;
    figure_add_line(f, nation, LOOK_NATION, chart_region_name(f->in, p->benchmark), 1);
    figure_add_dots(f, figure_history(f, p->benchmark, key), LOOK_NATION);
}
