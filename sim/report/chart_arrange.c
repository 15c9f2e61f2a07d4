/* Axes and margins of a figure. */
#include "report/chart_arrange.h"

#include <math.h>
#include "report/chart_bars.h"
#include "report/number.h"

#define INTERVALS 6     /* of the y axis at most */
#define NAMES_ROOM 0.12 /* of the axis, above the last tick, for the names of the steps */
#define NAMES_HEIGHT 14.0
#define TICK_GAP 4.0
#define UNDER_HEADS 8.0 /* from title and subtitle to the plot */
#define UNDER_HEADS_NARROW 4.0
#define PLOT_BOTTOM 34.0
#define PLOT_BOTTOM_NARROW 28.0
#define TICKS_APART 1.6 /* of the type */
#define ROW_HEIGHT 16.0 /* of the row under the axis, if any */

double
arrange_shown(const struct figure *f, size_t column, int year)
{
    return figure_at(f, column, year) / f->unit;
}

struct spot
arrange_on_page(const struct figure *f, double x, double y)
{
    const double right = (x - f->x_low) / (f->x_high - f->x_low), up = (y - f->y.low) / (f->y.high - f->y.low);

    return (struct spot) { f->plot.left + right * (f->plot.right - f->plot.left),
                           f->plot.bottom + up * (f->plot.top - f->plot.bottom) };
}

static void
widen(struct figure *f, double *low, double *high, size_t column)
{
    for (int year = f->first; year <= f->last; year++) {
        *low = fmin(*low, arrange_shown(f, column, year)); /* fmin and fmax pass over NaN */
        *high = fmax(*high, arrange_shown(f, column, year));
    }
}

static double
plot_top(const struct figure *f)
{
    return f->height - figure_heads(f) - (figure_narrow(f) ? UNDER_HEADS_NARROW : UNDER_HEADS);
}

static double
plot_bottom(const struct figure *f)
{
    return (figure_narrow(f) ? PLOT_BOTTOM_NARROW : PLOT_BOTTOM) + figure_foot(f);
}

/* Without a row under the axis. */
static double
plot_height(const struct figure *f)
{
    return plot_top(f) - plot_bottom(f);
}

static int
intervals_most(const struct figure *f)
{
    const double height = plot_height(f);

    return (int) fmax(2, fmin(INTERVALS, height / (TICKS_APART * f->type.label)));
}

/* Of the axis, for the names of the steps: a low plot needs more of it. */
static double
names_room(const struct figure *f)
{
    const double height = plot_height(f) - ROW_HEIGHT;

    return fmax(NAMES_ROOM, NAMES_HEIGHT / fmax(height - NAMES_HEIGHT, NAMES_HEIGHT));
}

static void
choose_axes(struct figure *f)
{
    const int most = intervals_most(f);
    double low = f->low, high = f->high;

    for (size_t i = 0; i < f->count.line; i++)
        widen(f, &low, &high, f->line[i].column);
    for (size_t i = 0; i < f->count.dots; i++)
        widen(f, &low, &high, f->dots[i].column);
    for (size_t i = 0; i < f->count.mark; i++)
        widen(f, &low, &high, f->mark[i].column);
    for (size_t i = 0; i < f->count.fan; i++) {
        widen(f, &low, &high, f->fan[i].low);
        widen(f, &low, &high, f->fan[i].high);
    }
    bars_widen(f, &low, &high);
    if (f->count.area > 0) {
        low = 0;
        high = 100;
    }
    f->y = f->reversed ? axis_of_places(low, high, most) : axis_round(low, high, most);
    if (f->bands && f->in->plan->steps > 0)
        f->y.high = f->y.top + names_room(f) * (f->y.top - f->y.low);
    f->x_low = figure_first_year(f) - (f->flush ? 0.0 : 0.5);
    f->x_high = f->last + (f->flush ? 0.0 : 0.5);
}

static double
ticks_width(const struct figure *f)
{
    const int ticks = axis_intervals(&f->y);
    double width = 0;
    char buffer[NUMBER_SHOWN];

    for (int i = 0; i <= ticks; i++) {
        number_shown(buffer, axis_tick(&f->y, i), f->y.decimals, f->in->language);
        width = fmax(width, layout_width(buffer, f->type.label, REGULAR));
    }
    return width;
}

double
arrange_end_room(const struct figure *f)
{
    return fmin(END_ROOM, END_SHARE * f->width);
}

double
arrange_end_gap(const struct figure *f)
{
    if (!f->leaders)
        return END_GAP;
    return figure_narrow(f) ? LEADER_GAP_NARROW : LEADER_GAP;
}

double
arrange_end_size(const struct figure *f)
{
    return f->count.line > MANY_LINES || figure_narrow(f) ? f->type.note : f->type.label;
}

size_t
arrange_area_name(struct figure *f, const struct figure_area *area, const char *line[2])
{
    const bool few = f->count.area <= FEW_AREAS;

    return layout_wrapped(&f->arena, area->name, arrange_end_size(f), REGULAR,
                          few ? fmin(AREA_ROOM, arrange_end_room(f)) : arrange_end_room(f), line, few ? 2 : 1);
}

const char *
arrange_end_label(struct figure *f, const struct figure_line *line)
{
    const char *number = figure_number(f, arrange_shown(f, line->column, f->last), line->decimals);
    const char *space = f->in->language == CHINESE ? "\u3000" : " ";
    const double room = arrange_end_room(f) - layout_width(number, arrange_end_size(f), REGULAR)
                        - layout_width(space, arrange_end_size(f), REGULAR);

    return arena_print(&f->arena, "%s%s%s", layout_shortened(&f->arena, line->name, arrange_end_size(f), REGULAR, room),
                       space, number);
}

bool
arrange_has_end_label(const struct figure *f, const struct figure_line *line)
{
    return line->name && !isnan(figure_at(f, line->column, f->last));
}

bool
arrange_end_fits(const struct figure *f, size_t line)
{
    const double height = f->plot.top - f->plot.bottom, gap = LINE_HEIGHT * arrange_end_size(f);
    size_t before = 0;

    for (size_t i = 0; i < f->count.line; i++) {
        const bool first = f->line[i].look > f->line[line].look || (f->line[i].look == f->line[line].look && i < line);

        before += i != line && first && arrange_has_end_label(f, &f->line[i]);
    }
    return (double) before * gap <= height;
}

static double
ends_width(struct figure *f)
{
    double width = 0;

    for (size_t i = 0; i < f->count.line; i++)
        if (arrange_has_end_label(f, &f->line[i]) && arrange_end_fits(f, i))
            width = fmax(width, layout_width(arrange_end_label(f, &f->line[i]), arrange_end_size(f), REGULAR));
    for (size_t i = 0; i < f->count.area; i++) {
        const char *line[2];
        const size_t n = arrange_area_name(f, &f->area[i], line);

        for (size_t k = 0; k < n; k++)
            width = fmax(width, layout_width(line[k], arrange_end_size(f), REGULAR));
    }
    width = fmax(width, bars_end_width(f));
    return width;
}

/* The left edge of the plot that leaves the row's head free of its first figure. */
static double
left_for_row(const struct figure *f, double right)
{
    const double part = (f->row[0].x - f->x_low) / (f->x_high - f->x_low);
    const double head = PAGE_MARGIN + layout_width(f->row_head, f->type.note, REGULAR) + 6;

    return (head + layout_width(f->row[0].text, f->type.label, REGULAR) / 2 - part * right) / (1 - part);
}

/* The row under the axis, which a narrow page has no room for. */
static bool
has_row(struct figure *f)
{
    if (figure_narrow(f))
        f->row_head = NULL;
    return f->row_head && f->count.row > 0;
}

static void
choose_margins(struct figure *f)
{
    double ends;

    f->plot.top = plot_top(f) - (f->y.high != f->y.top ? 0 : f->type.label / 2); /* a tick at the very top takes room */
    f->plot.bottom = plot_bottom(f) + (has_row(f) ? ROW_HEIGHT : 0);
    ends = ends_width(f);
    f->plot.right = f->width - (ends > 0 ? ends + arrange_end_gap(f) + PAGE_MARGIN : 2 * PAGE_MARGIN);
    f->plot.left = PAGE_MARGIN + ticks_width(f) + TICK_GAP;
    if (has_row(f))
        f->plot.left = fmax(f->plot.left, left_for_row(f, f->plot.right));
}

/* A sheet's coordinates are points on the page. */
static void
lay_sheet(struct figure *f)
{
    f->x_low = 0;
    f->x_high = f->width;
    f->y = (struct axis) { .low = 0, .top = f->height, .high = f->height };
    f->plot = (struct box) { 0, 0, f->width, f->height };
}

void
figure_arrange(struct figure *f)
{
    figure_break_heads(f);
    if (f->sheet) {
        lay_sheet(f);
    } else {
        choose_axes(f);
        choose_margins(f);
    }
    arrange_labels(f);
}
