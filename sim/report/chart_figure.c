#include "report/chart_figure.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "report/number.h"

#define HISTORY_YEARS 10 /* shown before the base year */
#define SAY_ARGUMENTS 6

#define POINTS_A_MILLIMETRE (72 / 25.4)

const char *
figure_colour(const struct figure *f, enum theme_role role)
{
    return f->in->theme->colour[role].fill;
}

struct look_row
figure_look(const struct figure *f, enum look look)
{
    const struct theme_lines *l = &f->in->theme->line;
    const struct {
        const char *name, *dash;
        enum theme_role role;
        double width;
    } looks[LOOKS] = {
        [LOOK_EDGE] = { "EDGE", "solid", COLOUR_FAN_50, l->edge },
        [LOOK_PART] = { "PART", "(3,4)", COLOUR_OTHER, l->thin },
        [LOOK_OTHER] = { "OTHER", "solid", COLOUR_OTHER, l->other },
        [LOOK_NATION] = { "NATION", "(10,6)", COLOUR_NATION, l->nation },
        [LOOK_HOME_THIN] = { "HOME", "solid", COLOUR_HOME, l->thin },
        [LOOK_HOME] = { "HOME", "solid", COLOUR_HOME, l->home },
        [LOOK_FOURTH] = { "FOURTH", "(2,3)", COLOUR_FOURTH, l->scenario },
        [LOOK_THIRD] = { "THIRD", "(8,3,2,3)", COLOUR_THIRD, l->scenario },
        [LOOK_SECOND] = { "SECOND", "(5,3)", COLOUR_SECOND, l->scenario },
        [LOOK_FIRST] = { "FIRST", "(12,4)", COLOUR_FIRST, l->scenario },
        [LOOK_BASE] = { "BASE", "solid", COLOUR_BASE, l->base },
    };
    const struct theme_colour *colour = &f->in->theme->colour[looks[look].role];

    return (struct look_row) { looks[look].name, colour->fill, colour->text, looks[look].width, looks[look].dash };
}

double
figure_right(const struct figure *f)
{
    return f->width - PAGE_MARGIN;
}

double
figure_room(const struct figure *f)
{
    return f->width - 2 * PAGE_MARGIN;
}

static double
units(const struct figure *f, double millimetres)
{
    return floor(millimetres * POINTS_A_MILLIMETRE / f->points);
}

double
figure_millimetres(const struct figure *f)
{
    return f->in->theme->height * f->height / units(f, f->in->theme->height);
}

/* The page in units, of which the smallest type has always as many. */
static void
take_theme(struct figure *f, const struct theme *t)
{
    f->points = t->type.note / NOTE_UNITS;
    f->width = units(f, t->width);
    f->height = units(f, t->height);
    f->type = (struct theme_type) { t->type.title / f->points, t->type.label / f->points, NOTE_UNITS };
}

void
figure_start(struct figure *f, const char *name, const struct chart_input *in)
{
    *f = (struct figure) { .name = name, .in = in, .unit = 1, .low = NAN, .high = NAN, .table_name = ".csv" };
    take_theme(f, in->theme);
    f->first = in->plan->start - HISTORY_YEARS;
    f->last = in->plan->end;
    f->rows = (size_t) (f->last - f->first + 1);
}

void
figure_categories(struct figure *f, const struct figure_category *category, size_t count)
{
    f->category = category;
    f->first = 0;
    f->last = (int) count - 1;
    f->rows = count;
}

void
figure_free(struct figure *f)
{
    free(f->column);
    free(f->line);
    free(f->dots);
    free(f->fan);
    free(f->area);
    free(f->bar);
    free(f->mark);
    free(f->rule);
    free(f->mention);
    free(f->row);
    free(f->placed);
    free(f->shape);
    free(f->panel);
    text_free(&f->table);
    arena_free(&f->arena);
    *f = (struct figure) { 0 };
}

/* One more element at the end of a list of the figure. */
#define APPEND(f, list, counter, ...) \
    ((f)->list = memory_room((f)->list, (f)->count.counter, &(f)->room.counter, sizeof *(f)->list), \
     (f)->list[(f)->count.counter++] = __VA_ARGS__)

/* A header is ASCII without commas and quotes, whatever keys a scenario has. */
static const char *
header_of(struct figure *f, const char *text)
{
    char *header = arena_text(&f->arena, text);

    for (char *c = header; *c; c++)
        if (*c < 0x20 || *c > 0x7e || strchr(",\"'`\\", *c))
            *c = '_';
    return header;
}

size_t
figure_column(struct figure *f, const char *header)
{
    double *value = arena_new(&f->arena, f->rows, sizeof *value);

    for (size_t i = 0; i < f->rows; i++)
        value[i] = NAN;
    APPEND(f, column, column, (struct figure_column) { header_of(f, header), value });
    return f->count.column - 1;
}

double
figure_at(const struct figure *f, size_t column, int year)
{
    if (column == PLAN_NONE || year < f->first || year > f->last)
        return NAN;
    return f->column[column].value[year - f->first];
}

void
figure_set(struct figure *f, size_t column, int year, double value)
{
    if (year >= f->first && year <= f->last)
        f->column[column].value[year - f->first] = value;
}

size_t
figure_series(struct figure *f, size_t region, const char *key)
{
    const struct trajectory *t = f->in->trajectory;
    const size_t series = region == PLAN_NONE ? PLAN_NONE : trajectory_find(t, region, key);
    size_t column;

    if (series == PLAN_NONE)
        return PLAN_NONE;
    column = figure_column(f, arena_print(&f->arena, "%s %s (%s)", f->in->plan->region[region].key, key,
                                          unit_name(indicators[t->series[series].indicator].unit)));
    for (int year = f->in->plan->start; year <= f->last; year++)
        figure_set(f, column, year, trajectory_at(t, series, year));
    return column;
}

/* What was observed before the base year and in it, then what came in after it */
static const struct observed *
observed_at(const struct chart_input *in, size_t i)
{
    return i < in->observations ? &in->observed[i] : &in->outturn[i - in->observations];
}

static bool
is_of(const struct observed *o, size_t region, const char *key)
{
    return o->region == region && strcmp(o->indicator, key) == 0 && o->count > 0;
}

/* A series may be observed in parts: censuses ten years apart are two entries. */
size_t
figure_history(struct figure *f, size_t region, const char *key)
{
    const struct trajectory *t = f->in->trajectory;
    const size_t series = trajectory_find(t, region, key);
    size_t column = PLAN_NONE;

    for (size_t i = 0; i < f->in->observations + f->in->outturns && series != PLAN_NONE; i++) {
        const struct observed *o = observed_at(f->in, i);

        if (!is_of(o, region, key))
            continue;
        if (column == PLAN_NONE)
            column = figure_column(f, arena_print(&f->arena, "%s %s observed (%s)", f->in->plan->region[region].key,
                                                  key, unit_name(indicators[t->series[series].indicator].unit)));
        for (size_t year = 0; year < o->count; year++)
            figure_set(f, column, o->year[year], o->value[year]);
    }
    return column;
}

void
figure_add_line(struct figure *f, size_t column, enum look look, const char *name, int decimals)
{
    if (column != PLAN_NONE)
        APPEND(f, line, line, (struct figure_line) { column, look, name, decimals, false });
}

void
figure_add_levels(struct figure *f, size_t column, enum look look, const char *name, int decimals)
{
    if (column != PLAN_NONE)
        APPEND(f, line, line, (struct figure_line) { column, look, name, decimals, true });
}

void
figure_add_dots(struct figure *f, size_t column, enum look look)
{
    if (column != PLAN_NONE)
        APPEND(f, dots, dots, (struct figure_line) { column, look, NULL, 0, false });
}

void
figure_add_fan(struct figure *f, struct figure_fan fan)
{
    APPEND(f, fan, fan, fan);
}

void
figure_add_area(struct figure *f, size_t column, const char *colour, const char *name, int decimals)
{
    if (column != PLAN_NONE)
        APPEND(f, area, area, (struct figure_area) { column, colour, name, decimals });
}

void
figure_add_bar(struct figure *f, size_t column, const char *colour, const char *name, int decimals)
{
    if (column != PLAN_NONE)
        APPEND(f, bar, bar, (struct figure_bar) { column, colour, name, decimals });
}

void
figure_add_mark(struct figure *f, struct figure_mark mark)
{
    APPEND(f, mark, mark, mark);
}

void
figure_add_rule(struct figure *f, double at, const char *label)
{
    APPEND(f, rule, rule, (struct figure_rule) { at, label });
}

void
figure_add_mention(struct figure *f, double x, double y, const char *text)
{
    APPEND(f, mention, mention, (struct figure_mention) { x, y, text });
}

void
figure_add_to_row(struct figure *f, double x, const char *text)
{
    APPEND(f, row, row, (struct figure_mention) { x, 0, text });
}

void
figure_add_note(struct figure *f, struct figure_note note)
{
    APPEND(f, placed, note, note);
}

void
figure_add_shape(struct figure *f, struct figure_shape shape)
{
    APPEND(f, shape, shape, shape);
}

void
figure_add_panel(struct figure *f, struct figure_panel panel)
{
    APPEND(f, panel, panel, panel);
}

int
figure_first_year(const struct figure *f)
{
    if (f->category)
        return f->first;
    for (size_t i = 0; i < f->rows; i++)
        for (size_t c = 0; c < f->count.column; c++)
            if (!isnan(f->column[c].value[i]))
                return f->first + (int) i;
    return f->in->plan->start;
}

static const char *
say(struct figure *f, enum word word, va_list arguments)
{
    const char *list[SAY_ARGUMENTS + 1] = { NULL };
    struct text filled = { 0 };
    const char *sentence;
    size_t n = 0;

    for (const char *a = va_arg(arguments, const char *); a && n < SAY_ARGUMENTS; a = va_arg(arguments, const char *))
        list[n++] = a;
    word_fill(&filled, f->in->language, word, list);
    sentence = arena_text(&f->arena, text_of(&filled));
    text_free(&filled);
    return sentence;
}

const char *
figure_say(struct figure *f, enum word word, ...)
{
    const char *sentence;
    va_list arguments;

    va_start(arguments, word);
    sentence = say(f, word, arguments);
    va_end(arguments);
    return sentence;
}

static size_t
character_count(const char *s)
{
    size_t n = 0;

    for (; *s; s++)
        n += ((unsigned char) *s & 0xc0) != 0x80;
    return n;
}

bool
figure_try_title(struct figure *f, enum word word, ...)
{
    const char *sentence;
    va_list arguments;

    va_start(arguments, word);
    sentence = say(f, word, arguments);
    va_end(arguments);
    if (!layout_fits(sentence, f->type.title, BOLD, figure_room(f), figure_head_lines(f)))
        return false;
    if (f->in->language == CHINESE && character_count(sentence) > TITLE_CHARACTERS)
        return false;
    f->title = sentence;
    return true;
}

const char *
figure_number(struct figure *f, double x, int decimals)
{
    char buffer[NUMBER_SHOWN];

    return arena_text(&f->arena, number_shown(buffer, x, decimals, f->in->language));
}

const char *
figure_year(struct figure *f, int year)
{
    return arena_print(&f->arena, "%d", year);
}

void
figure_csv(struct text *out, const struct figure *f)
{
    const int first = figure_first_year(f);

    text_add(out, f->category ? "period" : "year");
    for (size_t c = 0; c < f->count.column; c++)
        text_print(out, ",%s", f->column[c].header);
    text_add(out, "\n");
    for (int year = first; year <= f->last; year++) {
        if (f->category)
            text_add(out, f->category[year].key);
        else
            text_print(out, "%d", year);
        for (size_t c = 0; c < f->count.column; c++) {
            const double value = figure_at(f, c, year);

            if (isnan(value))
                text_add(out, ",");
            else
                text_print(out, ",%.17g", value);
        }
        text_add(out, "\n");
    }
}
