/* Margins, axes and the place of every piece of text of a figure. */
#include "report/chart_figure.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "report/number.h"

#define INTERVALS 6          /* of the y axis at most */
#define NAMES_ROOM 0.12      /* of the axis, above the last tick, for the names of the steps */
#define END_ROOM 132.0       /* points for labels at the lines' ends */
#define END_GAP 5.0          /* points between a line's end and its label */
#define TICK_GAP 4.0
#define PLOT_TOP (PAGE_HEIGHT - 44)
#define PLOT_BOTTOM 34.0
#define ROW_HEIGHT 16.0      /* of the row under the axis, if any */
#define ROW_Y 24.0
#define SOURCE_Y 8.0
#define MARK_SIZE 9.0
#define NAME_LEAST 24.0      /* points: a narrower step stays without its name */
#define SHARE_WIDTH 40.0     /* points between the columns of shares in the areas */
#define ROW_GAP 4.0          /* points between the figures of the row */

static double
shown(const struct figure *f, size_t column, int year)
{
    return figure_at(f, column, year) / f->unit;
}

static struct spot
on_page(const struct figure *f, double x, double y)
{
    const double right = (x - f->x_low) / (f->x_high - f->x_low), up = (y - f->y.low) / (f->y.high - f->y.low);

    return (struct spot) { f->plot.left + right * (f->plot.right - f->plot.left),
                           f->plot.bottom + up * (f->plot.top - f->plot.bottom) };
}

/* The inverse of on_page. */
static struct spot
on_axes(const struct figure *f, struct spot p)
{
    const double right = (p.x - f->plot.left) / (f->plot.right - f->plot.left);
    const double up = (p.y - f->plot.bottom) / (f->plot.top - f->plot.bottom);

    return (struct spot) { f->x_low + right * (f->x_high - f->x_low), f->y.low + up * (f->y.high - f->y.low) };
}

static void
note_at(struct figure *f, struct spot page, const char *text, double size, const char *colour, enum align align)
{
    const struct spot at = on_axes(f, page);

    figure_add_note(f, (struct figure_note) { at.x, at.y, false, text, colour, size, align });
}

static void
widen(struct figure *f, double *low, double *high, size_t column)
{
    for (int year = f->first; year <= f->last; year++) {
        *low = fmin(*low, shown(f, column, year)); /* fmin and fmax pass over NaN */
        *high = fmax(*high, shown(f, column, year));
    }
}

static void
choose_axes(struct figure *f)
{
    double low = f->low, high = f->high;

    for (size_t i = 0; i < f->count.line; i++)
        widen(f, &low, &high, f->line[i].column);
    for (size_t i = 0; i < f->count.dots; i++)
        widen(f, &low, &high, f->dots[i].column);
    for (size_t i = 0; i < f->count.mark; i++)
        widen(f, &low, &high, f->mark[i].column);
    if (f->count.area > 0) {
        low = 0;
        high = 100;
    }
    f->y = axis_round(low, high, INTERVALS);
    if (f->bands && f->in->plan->steps > 0)
        f->y.high = f->y.top + NAMES_ROOM * (f->y.top - f->y.low);
    f->x_low = figure_first_year(f) - (f->flush ? 0.0 : 0.5);
    f->x_high = f->last + (f->flush ? 0.0 : 0.5);
}

static double
ticks_width(const struct figure *f)
{
    double width = 0;
    char buffer[NUMBER_SHOWN];

    for (double tick = f->y.low; tick <= f->y.top + f->y.step / 2; tick += f->y.step)
        width = fmax(width, layout_width(number_shown(buffer, tick, f->y.decimals, f->in->language), LABEL_SIZE,
                                         REGULAR));
    return width;
}

/* "China 12.3"; a long name gives way, the number never. */
static const char *
end_label(struct figure *f, const struct figure_line *line)
{
    const char *number = figure_number(f, shown(f, line->column, f->last), line->decimals);
    const char *space = f->in->language == CHINESE ? "\u3000" : " ";
    const double room = END_ROOM - layout_width(number, LABEL_SIZE, REGULAR)
                        - layout_width(space, LABEL_SIZE, REGULAR);

    return arena_print(&f->arena, "%s%s%s",
                       layout_shortened(&f->arena, line->name, LABEL_SIZE, REGULAR, room), space, number);
}

static bool
has_end_label(const struct figure *f, const struct figure_line *line)
{
    return line->name && !isnan(figure_at(f, line->column, f->last));
}

static double
ends_width(struct figure *f)
{
    double width = 0;

    for (size_t i = 0; i < f->count.line; i++)
        if (has_end_label(f, &f->line[i]))
            width = fmax(width, layout_width(end_label(f, &f->line[i]), LABEL_SIZE, REGULAR));
    for (size_t i = 0; i < f->count.area; i++)
        width = fmax(width, fmin(END_ROOM, layout_width(f->area[i].name, LABEL_SIZE, REGULAR)));
    return width;
}

/* The left edge of the plot that leaves the row's head free of its first figure. */
static double
left_for_row(const struct figure *f, double right)
{
    const double part = (f->row[0].x - f->x_low) / (f->x_high - f->x_low);
    const double head = PAGE_MARGIN + layout_width(f->row_head, NOTE_SIZE, REGULAR) + 6;

    return (head + layout_width(f->row[0].text, LABEL_SIZE, REGULAR) / 2 - part * right) / (1 - part);
}

static void
choose_margins(struct figure *f)
{
    const double ends = ends_width(f);

    f->plot.right = PAGE_WIDTH - (ends > 0 ? ends + END_GAP + PAGE_MARGIN : 2 * PAGE_MARGIN);
    f->plot.left = PAGE_MARGIN + ticks_width(f) + TICK_GAP;
    f->plot.top = PLOT_TOP - (f->y.high > f->y.top ? 0 : LABEL_SIZE / 2); /* a tick at the very top takes room */
    f->plot.bottom = PLOT_BOTTOM;
    if (f->row_head && f->count.row > 0) {
        f->plot.left = fmax(f->plot.left, left_for_row(f, f->plot.right));
        f->plot.bottom += ROW_HEIGHT;
    }
}

/* Names at the lines' or areas' ends, one a line height. */
static void
place_ends(struct figure *f)
{
    const size_t most = f->count.line + f->count.area;
    double *y = memory_new(most + 1, sizeof *y), below = 0;
    struct figure_note *note = memory_new(most + 1, sizeof *note);
    size_t n = 0;

    for (size_t i = 0; i < f->count.line; i++) {
        const struct figure_line *line = &f->line[i];

        if (!has_end_label(f, line))
            continue;
        y[n] = on_page(f, f->last, shown(f, line->column, f->last)).y;
        note[n++] = (struct figure_note) { .text = end_label(f, line), .colour = looks[line->look].text };
    }
    for (size_t i = 0; i < f->count.area; i++) {
        const struct figure_area *area = &f->area[i];
        const double share = shown(f, area->column, f->last);

        y[n] = on_page(f, f->last, below + share / 2).y;
        note[n++] = (struct figure_note) {
            .text = layout_shortened(&f->arena, area->name, LABEL_SIZE, REGULAR, END_ROOM), .colour = TEXT_COLOUR
        };
        below += share;
    }
    layout_push_apart(y, n, LINE_HEIGHT * LABEL_SIZE, f->plot.bottom + LABEL_SIZE / 2, f->plot.top);
    for (size_t i = 0; i < n; i++)
        note_at(f, (struct spot) { f->plot.right + END_GAP, y[i] }, note[i].text, LABEL_SIZE, note[i].colour,
                ALIGN_LEFT);
    free(note);
    free(y);
}

static void
place_step_names(struct figure *f, struct obstacles *o)
{
    for (size_t i = 0; f->bands && i < f->in->plan->steps; i++) {
        const struct plan_step *step = &f->in->plan->step[i];
        const double from = fmax(step->from - 0.5, f->x_low), to = fmin(step->to + 0.5, f->x_high);
        const char *given = f->in->language == CHINESE && step->title_zh ? step->title_zh : step->title;
        const double left = on_page(f, from, 0).x, right = on_page(f, to, 0).x;
        const char *name;

        if (right - left < NAME_LEAST)
            continue;
        name = layout_shortened(&f->arena, given ? given : step->key, NOTE_SIZE, REGULAR, right - left - 1);
        note_at(f, (struct spot) { (left + right) / 2, f->plot.top - 7 }, name, NOTE_SIZE, AXIS_COLOUR, ALIGN_CENTRE);
        obstacles_add_box(o, (struct box) { left, f->plot.top - 13, right, f->plot.top });
    }
}

static void
avoid_lines(const struct figure *f, struct obstacles *o)
{
    for (size_t i = 0; i < f->count.line; i++)
        for (int year = f->first; year < f->last; year++) {
            const double here = shown(f, f->line[i].column, year), next = shown(f, f->line[i].column, year + 1);

            if (!isnan(here) && !isnan(next))
                obstacles_add_line(o, on_page(f, year, here), on_page(f, year + 1, next));
        }
    for (size_t i = 0; i < f->count.dots; i++)
        for (int year = f->first; year <= f->last; year++) {
            const double here = shown(f, f->dots[i].column, year);

            if (!isnan(here))
                obstacles_add_line(o, on_page(f, year, here), on_page(f, year, here));
        }
    for (size_t i = 0; i < f->count.rule; i++)
        obstacles_add_line(o, on_page(f, f->x_low, f->rule[i].at), on_page(f, f->x_high, f->rule[i].at));
}

static void
place_beside(struct figure *f, struct obstacles *o, struct spot anchor, const char *text, const char *colour)
{
    const double width = layout_width(text, NOTE_SIZE, REGULAR);
    const struct spot middle = obstacles_place(o, anchor, width, LINE_HEIGHT * NOTE_SIZE);

    note_at(f, middle, text, NOTE_SIZE, colour, ALIGN_CENTRE);
}

static void
place_marks(struct figure *f, struct obstacles *o)
{
    for (size_t i = 0; i < f->count.mark; i++) {
        const struct spot at = on_page(f, f->mark[i].year, shown(f, f->mark[i].column, f->mark[i].year));

        obstacles_add_box(o, (struct box) { at.x - MARK_SIZE / 2, at.y - MARK_SIZE / 2, at.x + MARK_SIZE / 2,
                                            at.y + MARK_SIZE / 2 });
    }
    for (size_t i = 0; i < f->count.mark; i++)
        place_beside(f, o, on_page(f, f->mark[i].year, shown(f, f->mark[i].column, f->mark[i].year)),
                     f->mark[i].label, TARGET_COLOUR);
    for (size_t i = 0; i < f->count.mention; i++)
        place_beside(f, o, on_page(f, f->mention[i].x, f->mention[i].y), f->mention[i].text, TEXT_COLOUR);
}

static void
place_rules(struct figure *f, struct obstacles *o)
{
    for (size_t i = 0; i < f->count.rule; i++) {
        const double width = layout_width(f->rule[i].label, NOTE_SIZE, REGULAR);
        const double y = on_page(f, f->x_low, f->rule[i].at).y;
        const struct spot middle = obstacles_place_on(o, y, f->plot.left + 3, f->plot.right - 3, width, NOTE_SIZE);

        note_at(f, middle, f->rule[i].label, NOTE_SIZE, AXIS_COLOUR, ALIGN_CENTRE);
    }
}

static void
place_row(struct figure *f)
{
    double taken = 0;

    if (!f->row_head || f->count.row == 0)
        return;
    figure_add_note(f, (struct figure_note) { PAGE_MARGIN / PAGE_WIDTH, ROW_Y / PAGE_HEIGHT, true, f->row_head,
                                              AXIS_COLOUR, NOTE_SIZE, ALIGN_LEFT });
    for (size_t i = 0; i < f->count.row; i++) {
        const struct spot at = { on_page(f, f->row[i].x, 0).x, ROW_Y };
        const double half = layout_width(f->row[i].text, LABEL_SIZE, REGULAR) / 2;

        if (at.x - half < taken) /* on long horizons the steps are too narrow for all */
            continue;
        note_at(f, at, f->row[i].text, LABEL_SIZE, TEXT_COLOUR, ALIGN_CENTRE);
        taken = at.x + half + ROW_GAP;
    }
}

static void
place_heads(struct figure *f)
{
    const double room = PAGE_WIDTH - 2 * PAGE_MARGIN, left = PAGE_MARGIN / PAGE_WIDTH;

    f->subtitle = layout_shortened(&f->arena, f->subtitle, LABEL_SIZE, REGULAR, room);
    f->note = layout_shortened(&f->arena, f->note, NOTE_SIZE, REGULAR, room);
    figure_add_note(f, (struct figure_note) { left, (PAGE_HEIGHT - 31) / PAGE_HEIGHT, true, f->subtitle, AXIS_COLOUR,
                                              LABEL_SIZE, ALIGN_LEFT });
    figure_add_note(f, (struct figure_note) { left, SOURCE_Y / PAGE_HEIGHT, true, f->note, AXIS_COLOUR, NOTE_SIZE,
                                              ALIGN_LEFT });
}

/* Dark or white, whichever reads better on that colour (relative luminance, WCAG 2). */
static const char *
text_on(const char *colour)
{
    static const double weight[] = { 0.2126, 0.7152, 0.0722 };
    unsigned part[3] = { 0, 0, 0 };
    double luminance = 0;

    if (sscanf(colour, "#%2x%2x%2x", &part[0], &part[1], &part[2]) != 3)
        return TEXT_COLOUR;
    for (int i = 0; i < 3; i++)
        luminance += weight[i] * pow(part[i] / 255.0, 2.2);
    return luminance < 0.18 ? "#FFFFFF" : TEXT_COLOUR;
}

/* The shares in the areas at the years of the row, where there is room for a number. */
static void
place_shares(struct figure *f)
{
    double taken = 0;

    for (size_t r = 0; r < f->count.row; r++) {
        const int year = (int) f->row[r].x;
        const enum align align = year == f->x_low ? ALIGN_LEFT : year == f->x_high ? ALIGN_RIGHT : ALIGN_CENTRE;
        const double inward = align == ALIGN_LEFT ? 4 : align == ALIGN_RIGHT ? -4 : 0;
        double below = 0;

        if (on_page(f, year, 0).x < taken)
            continue;
        taken = on_page(f, year, 0).x + SHARE_WIDTH;
        for (size_t i = 0; i < f->count.area; i++) {
            const double share = shown(f, f->area[i].column, year);
            const double height = on_page(f, 0, share).y - on_page(f, 0, 0).y;
            struct spot at = on_page(f, year, below + share / 2);

            below += share;
            at.x += inward;
            if (height >= LINE_HEIGHT * NOTE_SIZE)
                note_at(f, at, figure_number(f, share, f->area[i].decimals),
                        height >= LINE_HEIGHT * LABEL_SIZE ? LABEL_SIZE : NOTE_SIZE, text_on(f->area[i].colour), align);
        }
    }
}

void
figure_arrange(struct figure *f)
{
    struct obstacles o = { 0 };

    choose_axes(f);
    choose_margins(f);
    o.page = f->plot;
    avoid_lines(f, &o);
    place_heads(f);
    place_ends(f);
    place_step_names(f, &o);
    place_marks(f, &o);
    place_rules(f, &o);
    if (f->count.area > 0)
        place_shares(f);
    else
        place_row(f);
    obstacles_free(&o);
}
