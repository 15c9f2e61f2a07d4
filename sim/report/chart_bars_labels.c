/* What is written on stacked bars. */
#include "report/chart_bars.h"

#include <math.h>
#include <stdlib.h>
#include "report/chart_arrange.h"

#define SWATCH 12.0    /* points from a bar to its name: a square of its colour */
#define ROWS_BELOW 9.0 /* points from the axis to the middle of their names */

double
bars_end_width(const struct figure *f)
{
    const double size = arrange_end_size(f);
    double width = 0;

    for (size_t i = 0; i < f->count.bar; i++)
        if (f->bar[i].name)
            width = fmax(width, SWATCH + fmin(arrange_end_room(f), layout_width(f->bar[i].name, size, REGULAR)));
    return width;
}

static double
middle(const struct figure *f, size_t bar, int row)
{
    return bars_base(f, bar, row) + arrange_shown(f, f->bar[bar].column, row) / 2;
}

/* Names beside the last stack, each with a square of its colour. */
static void
place_names(struct figure *f)
{
    const double size = arrange_end_size(f);
    double *y = memory_new(f->count.bar + 1, sizeof *y);
    size_t n = 0;

    for (size_t i = 0; i < f->count.bar; i++)
        if (f->bar[i].name)
            y[n++] = arrange_on_page(f, f->last, middle(f, i, f->last)).y;
    layout_push_apart(y, n, LINE_HEIGHT * size, f->plot.bottom + size / 2, f->plot.top);
    n = 0;
    for (size_t i = 0; i < f->count.bar; i++) {
        const struct figure_bar *bar = &f->bar[i];

        if (!bar->name)
            continue;
        arrange_swatch(f, (struct spot) { f->plot.right + END_GAP + SWATCH / 3, y[n] }, bar->colour);
        arrange_note(f, (struct spot) { f->plot.right + END_GAP + SWATCH, y[n] },
                     layout_shortened(&f->arena, bar->name, size, REGULAR, arrange_end_room(f)), size,
                     figure_colour(f, COLOUR_TEXT), ALIGN_LEFT);
        n++;
    }
    free(y);
}

/* The number of each bar that has room for it; what is the whole stack is said by its sum. */
static void
place_numbers(struct figure *f, int row)
{
    const double width = 2 * bars_half_width(f) * (arrange_on_page(f, 1, 0).x - arrange_on_page(f, 0, 0).x);

    for (size_t i = 0; i < f->count.bar; i++) {
        const double value = arrange_shown(f, f->bar[i].column, row);
        const char *number = figure_number(f, value, f->bar[i].decimals);
        const double height = fabs(arrange_on_page(f, 0, value).y - arrange_on_page(f, 0, 0).y);

        if (value != bars_sum(f, row) && height >= LINE_HEIGHT * f->type.note
            && width >= layout_width(number, f->type.note, REGULAR))
            arrange_note(f, arrange_on_page(f, row, middle(f, i, row)), number, f->type.note,
                         arrange_text_on(f, f->bar[i].colour), ALIGN_CENTRE);
    }
}

/* Its number, where it does not touch the one before, which ends at *taken. */
static void
place_sum(struct figure *f, int row, double *taken)
{
    const double size = arrange_end_size(f);
    const char *sum = figure_number(f, bars_sum(f, row), f->bar[0].decimals);
    const double half = layout_width(sum, size, REGULAR) / 2;
    double top = 0;
    struct spot at;

    for (size_t i = 0; i < f->count.bar; i++)
        top = fmax(top, bars_base(f, i, row) + arrange_shown(f, f->bar[i].column, row));
    at = arrange_on_page(f, row, top);
    if (at.x - half < *taken)
        return;
    *taken = at.x + half + 1;
    at.y += LINE_HEIGHT * size / 2 + 1;
    arrange_note(f, at, sum, size, figure_colour(f, COLOUR_TEXT), ALIGN_CENTRE);
}

/* Names of the rows under the axis, all in one size; on a narrow page those that have room. */
static void
place_rows(struct figure *f)
{
    const double room = arrange_on_page(f, 1, 0).x - arrange_on_page(f, 0, 0).x - 4;
    double size = f->type.label, taken = 0;

    for (int row = f->first; row <= f->last; row++)
        if (layout_width(f->category[row].name, f->type.label, REGULAR) > room)
            size = f->type.note;
    for (int row = f->first; row <= f->last; row++) {
        const struct spot at = { arrange_on_page(f, row, 0).x, f->plot.bottom - ROWS_BELOW };
        const char *name = f->category[row].name;
        double half;

        if (!figure_narrow(f))
            name = layout_shortened(&f->arena, name, size, REGULAR, room);
        half = layout_width(name, size, REGULAR) / 2;
        if (at.x - half < taken)
            continue;
        arrange_note(f, at, name, size, figure_colour(f, COLOUR_TEXT), ALIGN_CENTRE);
        taken = at.x + half + (figure_narrow(f) ? 4 : 0);
    }
}

void
bars_labels(struct figure *f)
{
    double taken = 0;

    if (!f->stacked || f->count.bar == 0)
        return;
    place_names(f);
    place_rows(f);
    for (int row = f->first; row <= f->last; row++) {
        place_numbers(f, row);
        place_sum(f, row, &taken);
    }
}
