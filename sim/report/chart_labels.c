/* The place of every piece of text of a figure. */
#include "report/chart_arrange.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "report/chart_bars.h"

#define ROW_Y 24.0
#define SOURCE_Y 8.0
#define SOURCE_Y_NARROW 6.5
#define MARK_SIZE 9.0
#define NAME_LEAST 24.0  /* points: a narrower step stays without its name */
#define SHARE_WIDTH 40.0 /* points between the columns of shares in the areas */
#define LEADER_LEAST 2.0 /* points that a name is off its line */
#define ROW_GAP 4.0      /* points between the figures of the row */

/* The inverse of on_page. */
static struct spot
on_axes(const struct figure *f, struct spot p)
{
    const double right = (p.x - f->plot.left) / (f->plot.right - f->plot.left);
    const double up = (p.y - f->plot.bottom) / (f->plot.top - f->plot.bottom);

    return (struct spot) { f->x_low + right * (f->x_high - f->x_low), f->y.low + up * (f->y.high - f->y.low) };
}

void
arrange_note(struct figure *f, struct spot page, const char *text, double size, const char *colour, enum align align)
{
    const struct spot at = on_axes(f, page);

    figure_add_note(f, (struct figure_note) {
                           .x = at.x, .y = at.y, .text = text, .colour = colour, .size = size, .align = align });
}

/* From the left margin, at a height in points. */
static void
note_on_page(struct figure *f, double y, const char *text, double size)
{
    figure_add_note(f, (struct figure_note) { .x = PAGE_MARGIN / f->width,
                                              .y = y / f->height,
                                              .on_page = true,
                                              .text = text,
                                              .colour = figure_colour(f, COLOUR_AXIS),
                                              .size = size });
}

void
arrange_swatch(struct figure *f, struct spot page, const char *colour)
{
    figure_add_note(f, (struct figure_note) { .x = page.x / f->width,
                                              .y = page.y / f->height,
                                              .on_page = true,
                                              .text = "",
                                              .swatch = colour });
}

/* A name at the end of a line or area */
struct end {
    const char *text, *colour;
    double at; /* where what it names ends, points on the page */
    bool line;
    const char *second; /* line of the text; NULL: none */
};

static size_t
collect_ends(struct figure *f, struct end *end)
{
    double below = 0;
    size_t n = 0;

    for (size_t i = 0; i < f->count.line; i++) {
        const struct figure_line *line = &f->line[i];

        if (!arrange_has_end_label(f, line) || !arrange_end_fits(f, i))
            continue;
        end[n++] = (struct end) { arrange_end_label(f, line), figure_look(f, line->look).text,
                                  arrange_on_page(f, f->last, arrange_shown(f, line->column, f->last)).y, true, NULL };
    }
    for (size_t i = 0; i < f->count.area; i++) {
        const struct figure_area *area = &f->area[i];
        const double share = arrange_shown(f, area->column, f->last);
        const char *line[2] = { "", NULL };

        (void) arrange_area_name(f, area, line);
        end[n++] = (struct end) { line[0], figure_colour(f, COLOUR_TEXT),
                                  arrange_on_page(f, f->last, below + share / 2).y, false, line[1] };
        below += share;
    }
    return n;
}

/* From the end of a line to its name, where that is not beside it */
static void
add_leader(struct figure *f, double from, double to, const char *colour)
{
    const double left = arrange_on_page(f, f->last, 0).x + 1, right = f->plot.right + arrange_end_gap(f) - 2;

    if (fabs(to - from) > LEADER_LEAST)
        figure_add_shape(f,
                         (struct figure_shape) { SHAPE_LINE, left, from, right, to, colour, f->in->theme->line.grid });
}

/* The text, its second line under the first, around y */
static void
write_end(struct figure *f, const struct end *end, double y)
{
    const double x = f->plot.right + arrange_end_gap(f), size = arrange_end_size(f);
    const double half = end->second ? LINE_HEIGHT * size / 2 : 0;

    arrange_note(f, (struct spot) { x, y + half }, end->text, size, end->colour, ALIGN_LEFT);
    if (end->second)
        arrange_note(f, (struct spot) { x, y - half }, end->second, size, end->colour, ALIGN_LEFT);
}

/* Names at the lines' or areas' ends, one or, where one needs them, two line heights each. */
static void
place_ends(struct figure *f)
{
    const size_t most = f->count.line + f->count.area;
    struct end *end = memory_new(most + 1, sizeof *end);
    double *y = memory_new(most + 1, sizeof *y);
    const size_t n = collect_ends(f, end);
    double lines = 1;

    for (size_t i = 0; i < n; i++) {
        y[i] = end[i].at;
        lines = end[i].second ? 2 : lines;
    }
    layout_push_apart(y, n, lines * LINE_HEIGHT * arrange_end_size(f), f->plot.bottom + lines * arrange_end_size(f) / 2,
                      f->plot.top);
    for (size_t i = 0; i < n; i++) {
        write_end(f, &end[i], y[i]);
        if (end[i].line && f->leaders)
            add_leader(f, end[i].at, y[i], end[i].colour);
    }
    free(end);
    free(y);
}

/* The name; on a narrow page "Step 1" or "1" where it does not fit. */
static const char *
step_name(struct figure *f, size_t step, const char *name, double room)
{
    const char *number = figure_year(f, (int) step + 1);
    const char *plain = figure_say(f, WORD_chart_step_short, number, NULL);

    if (figure_narrow(f) && layout_width(name, f->type.note, REGULAR) > room)
        return layout_width(plain, f->type.note, REGULAR) <= room ? plain : number;
    return layout_shortened(&f->arena, name, f->type.note, REGULAR, room);
}

static void
place_step_names(struct figure *f, struct obstacles *o)
{
    for (size_t i = 0; f->bands && i < f->in->plan->steps; i++) {
        const struct plan_step *step = &f->in->plan->step[i];
        const double from = fmax(step->from - 0.5, f->x_low), to = fmin(step->to + 0.5, f->x_high);
        const char *given = f->in->language == CHINESE && step->title_zh ? step->title_zh : step->title;
        const double left = arrange_on_page(f, from, 0).x, right = arrange_on_page(f, to, 0).x;
        const char *name;

        if (right - left < (figure_narrow(f) ? f->type.note : NAME_LEAST))
            continue;
        name = step_name(f, i, given ? given : step->key, right - left - 1);
        arrange_note(f, (struct spot) { (left + right) / 2, f->plot.top - 7 }, name, f->type.note,
                     figure_colour(f, COLOUR_AXIS), ALIGN_CENTRE);
        obstacles_add_box(o, (struct box) { left, f->plot.top - 13, right, f->plot.top });
    }
}

static void
avoid_lines(const struct figure *f, struct obstacles *o)
{
    for (size_t i = 0; i < f->count.line; i++)
        for (int year = f->first; year < f->last; year++) {
            const double here = arrange_shown(f, f->line[i].column, year),
                         next = arrange_shown(f, f->line[i].column, year + 1);

            if (!isnan(here) && !isnan(next))
                obstacles_add_line(o, arrange_on_page(f, year, here), arrange_on_page(f, year + 1, next));
        }
    for (size_t i = 0; i < f->count.dots; i++)
        for (int year = f->first; year <= f->last; year++) {
            const double here = arrange_shown(f, f->dots[i].column, year);

            if (!isnan(here))
                obstacles_add_line(o, arrange_on_page(f, year, here), arrange_on_page(f, year, here));
        }
    for (size_t i = 0; i < f->count.rule; i++)
        obstacles_add_line(o, arrange_on_page(f, f->x_low, f->rule[i].at),
                           arrange_on_page(f, f->x_high, f->rule[i].at));
}

static void
place_beside(struct figure *f, struct obstacles *o, struct spot anchor, const char *text, const char *colour)
{
    const double width = layout_width(text, f->type.note, REGULAR);
    const struct spot middle = obstacles_place(o, anchor, width, LINE_HEIGHT * f->type.note);

    if (!figure_narrow(f) || obstacles_last_is_free(o))
        arrange_note(f, middle, text, f->type.note, colour, ALIGN_CENTRE);
}

static void
place_marks(struct figure *f, struct obstacles *o)
{
    for (size_t i = 0; i < f->count.mark; i++) {
        const struct spot at = arrange_on_page(f, f->mark[i].year,
                                               arrange_shown(f, f->mark[i].column, f->mark[i].year));

        obstacles_add_box(o, (struct box) { at.x - MARK_SIZE / 2, at.y - MARK_SIZE / 2, at.x + MARK_SIZE / 2,
                                            at.y + MARK_SIZE / 2 });
    }
    for (size_t i = 0; i < f->count.mark; i++)
        place_beside(f, o, arrange_on_page(f, f->mark[i].year, arrange_shown(f, f->mark[i].column, f->mark[i].year)),
                     f->mark[i].label, figure_colour(f, COLOUR_TARGET));
    for (size_t i = 0; i < f->count.mention; i++)
        place_beside(f, o, arrange_on_page(f, f->mention[i].x, f->mention[i].y), f->mention[i].text,
                     figure_colour(f, COLOUR_TEXT));
}

static void
place_rules(struct figure *f, struct obstacles *o)
{
    for (size_t i = 0; i < f->count.rule; i++) {
        if (!f->rule[i].label)
            continue;
        const double width = layout_width(f->rule[i].label, f->type.note, REGULAR);
        const double y = arrange_on_page(f, f->x_low, f->rule[i].at).y;
        const struct spot middle = obstacles_place_on(o, y, f->plot.left + 3, f->plot.right - 3, width, f->type.note);

        if (!figure_narrow(f) || obstacles_last_is_free(o))
            arrange_note(f, middle, f->rule[i].label, f->type.note, figure_colour(f, COLOUR_AXIS), ALIGN_CENTRE);
    }
}

static void
place_row(struct figure *f)
{
    double taken = 0;

    if (!f->row_head || f->count.row == 0)
        return;
    note_on_page(f, ROW_Y, f->row_head, f->type.note);
    for (size_t i = 0; i < f->count.row; i++) {
        const struct spot at = { arrange_on_page(f, f->row[i].x, 0).x, ROW_Y };
        const double half = layout_width(f->row[i].text, f->type.label, REGULAR) / 2;

        if (at.x - half < taken) /* on long horizons the steps are too narrow for all */
            continue;
        arrange_note(f, at, f->row[i].text, f->type.label, figure_colour(f, COLOUR_TEXT), ALIGN_CENTRE);
        taken = at.x + half + ROW_GAP;
    }
}

static void
place_heads(struct figure *f)
{
    const double size = figure_subtitle_size(f);
    const double source = figure_narrow(f) ? SOURCE_Y_NARROW : SOURCE_Y;
    const double y = f->height - figure_heads(f) + size / 2; /* of the last line */

    for (size_t i = 1; i < f->head.titles; i++)
        figure_add_note(f, (struct figure_note) { .x = PAGE_MARGIN / f->width,
                                                  .y = figure_title_y(f, i) / f->height,
                                                  .on_page = true,
                                                  .text = f->head.title[i],
                                                  .colour = figure_colour(f, COLOUR_TEXT),
                                                  .size = f->type.title,
                                                  .weight = BOLD });
    for (size_t i = 0; i < f->head.subtitles; i++)
        note_on_page(f, y + (double) (f->head.subtitles - 1 - i) * LINE_HEIGHT * size, f->head.subtitle[i], size);
    for (size_t i = 0; i < f->head.notes; i++)
        note_on_page(f, source + (double) (f->head.notes - 1 - i) * LINE_HEIGHT * f->type.note, f->head.note[i],
                     f->type.note);
}

const char *
arrange_text_on(const struct figure *f, const char *colour)
{
    static const double weight[] = { 0.2126, 0.7152, 0.0722 };
    unsigned part[3] = { 0, 0, 0 };
    double luminance = 0;

    if (sscanf(colour, "#%2x%2x%2x", &part[0], &part[1], &part[2]) != 3)
        return figure_colour(f, COLOUR_TEXT);
    for (int i = 0; i < 3; i++)
        luminance += weight[i] * pow(part[i] / 255.0, 2.2);
    return luminance < 0.18 ? "#FFFFFF" : figure_colour(f, COLOUR_TEXT);
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

        if (arrange_on_page(f, year, 0).x < taken)
            continue;
        taken = arrange_on_page(f, year, 0).x + SHARE_WIDTH;
        for (size_t i = 0; i < f->count.area; i++) {
            const double share = arrange_shown(f, f->area[i].column, year);
            const double height = arrange_on_page(f, 0, share).y - arrange_on_page(f, 0, 0).y;
            struct spot at = arrange_on_page(f, year, below + share / 2);

            below += share;
            at.x += inward;
            if (height >= LINE_HEIGHT * f->type.note)
                arrange_note(f, at, figure_number(f, share, f->area[i].decimals),
                             height >= LINE_HEIGHT * f->type.label ? f->type.label : f->type.note,
                             arrange_text_on(f, f->area[i].colour), align);
        }
    }
}

void
arrange_labels(struct figure *f)
{
    struct obstacles o = { .page = f->plot };

    avoid_lines(f, &o);
    place_heads(f);
    place_ends(f);
    bars_labels(f);
    place_step_names(f, &o);
    place_marks(f, &o);
    place_rules(f, &o);
    if (f->count.area > 0)
        place_shares(f);
    else
        place_row(f);
    obstacles_free(&o);
}
