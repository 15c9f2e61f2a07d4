/* Title, subtitle and note: broken into lines where the page is narrow for its type, and how much room they take. */
#include "report/chart_figure.h"

#define NARROW 330.0    /* units: less is a column */
#define TITLE_ROOM 30.0 /* sizes of the title: a page so wide has it, and the subtitle, on one line */
#define EDGE 7.5        /* from the page's edge to the title */
#define EDGE_NARROW 5.5
#define TITLE_PITCH_NARROW 1.15 /* lines of the title, sizes of it */
#define HEAD_GAP 5.5            /* between title and subtitle */
#define HEAD_GAP_NARROW 3.0

bool
figure_narrow(const struct figure *f)
{
    return f->width < NARROW;
}

size_t
figure_head_lines(const struct figure *f)
{
    return figure_room(f) >= TITLE_ROOM * f->type.title ? 1 : HEAD_LINES;
}

double
figure_subtitle_size(const struct figure *f)
{
    return figure_narrow(f) ? f->type.note : f->type.label;
}

void
figure_break_heads(struct figure *f)
{
    const size_t most = figure_head_lines(f);
    struct figure_head *h = &f->head;

    h->titles = layout_wrapped(&f->arena, f->title, f->type.title, BOLD, figure_room(f), h->title, most);
    h->subtitles = layout_wrapped(&f->arena, f->subtitle, figure_subtitle_size(f), REGULAR, figure_room(f), h->subtitle,
                                  most);
    h->notes = f->note ? layout_wrapped(&f->arena, f->note, f->type.note, REGULAR, figure_room(f), h->note,
                                        figure_narrow(f) ? HEAD_LINES : 1)
                       : 0;
}

static double
edge(const struct figure *f)
{
    return figure_narrow(f) ? EDGE_NARROW : EDGE;
}

static double
title_pitch(const struct figure *f)
{
    return f->type.title * (figure_narrow(f) ? TITLE_PITCH_NARROW : LINE_HEIGHT);
}

double
figure_title_y(const struct figure *f, size_t i)
{
    return f->height - edge(f) - f->type.title / 2 - (double) i * title_pitch(f);
}

static double
lines_height(size_t lines, double size, double pitch)
{
    return lines ? size + (double) (lines - 1) * pitch : 0;
}

double
figure_heads(const struct figure *f)
{
    const double size = figure_subtitle_size(f);

    return edge(f) + lines_height(f->head.titles, f->type.title, title_pitch(f))
           + (figure_narrow(f) ? HEAD_GAP_NARROW : HEAD_GAP)
           + lines_height(f->head.subtitles, size, LINE_HEIGHT * size);
}

double
figure_foot(const struct figure *f)
{
    return f->head.notes > 1 ? LINE_HEIGHT * f->type.note : 0;
}
