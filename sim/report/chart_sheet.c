#include "report/chart_sheet.h"

#include "report/chart_arrange.h"
#include "report/phrase.h"

struct sheet_pen
sheet_note(const struct figure *f)
{
    return (struct sheet_pen) { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_LEFT, REGULAR };
}

struct sheet_pen
sheet_label(const struct figure *f)
{
    return (struct sheet_pen) { figure_colour(f, COLOUR_TEXT), f->type.label, ALIGN_LEFT, REGULAR };
}

struct sheet_pen
sheet_strong(const struct figure *f)
{
    return (struct sheet_pen) { figure_colour(f, COLOUR_TEXT), f->type.label, ALIGN_LEFT, BOLD };
}

#define UNDER_HEADS 6.0
#define BOTTOM 20.0
#define LEGEND_LINE 12.0

static const struct {
    const char *mark;
    enum theme_role colour;
    enum word word;
} marks[] = {
    [MISSED] = { "\u00d7", COLOUR_MISSED, WORD_verdict_missed },
    [WITHIN_TOLERANCE] = { "~", COLOUR_WITHIN, WORD_verdict_within },
    [MET] = { "+", COLOUR_MET, WORD_verdict_met },
};

double
sheet_top(struct figure *f)
{
    figure_break_heads(f);
    return figure_heads(f) + UNDER_HEADS;
}

double
sheet_bottom(const struct figure *f)
{
    return BOTTOM + (figure_narrow(f) ? LINE_HEIGHT * f->type.note : 0);
}

void
sheet_text(struct figure *f, double x, double y, const char *text, struct sheet_pen pen)
{
    figure_add_note(f, (struct figure_note) { .x = x,
                                              .y = y,
                                              .text = text,
                                              .colour = pen.colour,
                                              .size = pen.size,
                                              .align = pen.align,
                                              .weight = pen.weight });
}

size_t
sheet_paragraph(struct figure *f, double x, double top, double room, const char *text, struct sheet_pen pen,
                size_t most)
{
    const char **line = arena_new(&f->arena, most, sizeof *line);
    const double height = LINE_HEIGHT * pen.size;
    const size_t n = layout_wrapped(&f->arena, text, pen.size, pen.weight, room, line, most);

    for (size_t i = 0; i < n; i++)
        sheet_text(f, x, top - ((double) i + 0.5) * height, line[i], pen);
    return n;
}

void
sheet_box(struct figure *f, double left, double bottom, double right, double top, const char *colour)
{
    figure_add_shape(f, (struct figure_shape) { SHAPE_BOX, left, bottom, right, top, colour, 0 });
}

void
sheet_line(struct figure *f, double x1, double y1, double x2, double y2, const char *colour, double width)
{
    figure_add_shape(f, (struct figure_shape) { SHAPE_LINE, x1, y1, x2, y2, colour, width });
}

void
sheet_mark(struct figure *f, double x, double y, enum verdict verdict, bool counts)
{
    const double half = MARK_SIDE / 2;
    const char *colour = figure_colour(f, marks[verdict].colour);
    struct sheet_pen pen = { arrange_text_on(f, colour), f->type.label, ALIGN_CENTRE, BOLD };

    figure_add_shape(f, (struct figure_shape) { counts ? SHAPE_BOX : SHAPE_FRAME, x - half, y - half, x + half,
                                                y + half, colour, 1 });
    if (!counts)
        pen.colour = figure_colour(f, COLOUR_TEXT);
    sheet_text(f, x, y, marks[verdict].mark, pen);
}

double
sheet_legend_more(const struct figure *f)
{
    return figure_narrow(f) ? LEGEND_LINE : 0;
}

void
sheet_legend(struct figure *f, double x, double y, bool asides)
{
    static const enum verdict order[] = { MET, WITHIN_TOLERANCE, MISSED };
    const double gap = 12, from = x;

    y += sheet_legend_more(f);
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        const char *word = chart_word(f, marks[order[i]].word);

        sheet_mark(f, x + MARK_SIDE / 2, y, order[i], true);
        sheet_text(f, x + MARK_SIDE + 3, y, word, sheet_note(f));
        x += MARK_SIDE + 3 + layout_width(word, f->type.note, REGULAR) + gap;
    }
    if (asides && figure_narrow(f)) {
        x = from;
        y -= sheet_legend_more(f);
    }
    if (asides) {
        figure_add_shape(f, (struct figure_shape) { SHAPE_FRAME, x, y - MARK_SIDE / 2, x + MARK_SIDE, y + MARK_SIDE / 2,
                                                    figure_colour(f, COLOUR_AXIS), 1 });
        sheet_text(f, x + MARK_SIDE + 3, y, chart_word(f, WORD_chart_aside), sheet_note(f));
    }
}

static const char *
owned(struct figure *f, struct text *text)
{
    const char *copy = arena_text(&f->arena, text_of(text));

    text_free(text);
    return copy;
}

const char *
sheet_target_name(struct figure *f, const struct trajectory *t, const struct plan_target *g)
{
    struct text text = { 0 };

    target_name(&text, t, g, f->in->language);
    return owned(f, &text);
}

const char *
sheet_target_subject(struct figure *f, const struct trajectory *t, const struct plan_target *g)
{
    struct text text = { 0 };

    target_subject(&text, t, g, f->in->language);
    return owned(f, &text);
}

const char *
sheet_wanted(struct figure *f, const struct judgement *j)
{
    struct text text = { 0 };

    wanted_phrase(&text, j, f->in->language);
    return owned(f, &text);
}

const char *
sheet_margin(struct figure *f, const struct judgement *j)
{
    struct text text = { 0 };

    margin_phrase(&text, j, f->in->language);
    return owned(f, &text);
}
