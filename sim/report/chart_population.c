/* Residents: how many, of working age, old; and who they are by age and sex. */
#include "report/chart_population.h"

#include <math.h>
#include "report/chart_kinds.h"
#include "report/chart_sheet.h"
#include "report/number.h"

#define PANELS 3
#define PANELS_HEIGHT 170.0 /* on a narrow page */
#define PYRAMID_HEIGHT 190.0
#define PANEL_NAME 12.0 /* points above a panel */
#define PANEL_GAP 5.0
#define YEARS_ROOM 14.0 /* under the last panel */
#define TICKS_ROOM 30.0
#define HEADROOM 12.0 /* points above the highest value, for its number */
#define NUMBER_OVER 8.0
#define YEAR_ROOM 26.0 /* from one written year to the next */

struct panel {
    size_t line, dots;
    const char *name;
    int decimals;
};

static const char *
working_age_name(struct figure *f)
{
    const int *ages = f->in->plan->region[f->in->plan->home].working_ages;

    if (ages[1] <= ages[0])
        return chart_word(f, WORD_chart_working_age);
    return figure_say(f, WORD_chart_aged, figure_year(f, ages[0]), figure_year(f, ages[1]), NULL);
}

/* Those of the three that the trajectory has. */
static size_t
list_panels(struct figure *f, struct panel panel[PANELS])
{
    const struct {
        const char *key, *name;
        int decimals;
    } wanted[PANELS] = {
        { "population", chart_word(f, WORD_chart_residents), 1 },
        { "working_age", working_age_name(f), 1 },
        { "age65_share", chart_word(f, WORD_chart_aged65), 1 },
    };
    const size_t home = f->in->plan->home;
    size_t n = 0;

    for (int i = 0; i < PANELS; i++) {
        const size_t line = figure_series(f, home, wanted[i].key);

        if (line != PLAN_NONE)
            panel[n++] = (struct panel) { line, figure_history(f, home, wanted[i].key), wanted[i].name,
                                          wanted[i].decimals };
    }
    return n;
}

static double
largest(const struct figure *f, const struct panel *p)
{
    double most = 0;

    for (int year = f->first; year <= f->last; year++)
        most = fmax(most, fmax(figure_at(f, p->line, year), figure_at(f, p->dots, year))); /* fmax passes over NaN */
    return most;
}

static double
panel_x(const struct figure_panel *p, double year)
{
    return p->box.left + (year - p->x_low) / (p->x_high - p->x_low) * (p->box.right - p->box.left);
}

static double
panel_y(const struct figure_panel *p, double value)
{
    return p->box.bottom + value / p->top * (p->box.top - p->box.bottom);
}

/* Ticks but for one that would run through the number of the base year. */
static void
add_grid(struct figure *f, const struct figure_panel *p, const struct axis *axis)
{
    const double number = panel_y(p, figure_at(f, p->line, f->in->plan->start)) + NUMBER_OVER;
    const struct sheet_pen pen = { figure_colour(f, COLOUR_AXIS), f->type.note, ALIGN_RIGHT, REGULAR };

    double below = p->box.bottom; /* the tick before */

    for (int i = 0; i <= axis_intervals(axis); i++) {
        const double tick = axis_tick(axis, i), y = panel_y(p, tick);

        if (y > p->box.top - f->type.note / 2)
            break;
        if (i > 0 && (fabs(y - number) < f->type.note || y - below < f->type.note))
            continue;
        below = y;
        sheet_line(f, p->box.left, y, p->box.right, y,
                   i ? figure_colour(f, COLOUR_GRID) : figure_colour(f, COLOUR_AXIS),
                   i ? f->in->theme->line.grid : f->in->theme->line.axis);
        sheet_text(f, p->box.left - 3, y, figure_number(f, tick, axis->decimals), pen);
    }
}

/* The numbers of the base year, over it, and of the horizon's end, behind it. */
static void
add_numbers(struct figure *f, const struct figure_panel *p, const struct panel *shown)
{
    const struct sheet_pen over = { f->in->theme->colour[COLOUR_HOME].text, f->type.note,
                                    p->x_low < f->in->plan->start ? ALIGN_CENTRE : ALIGN_LEFT, REGULAR };
    const struct sheet_pen end = { f->in->theme->colour[COLOUR_HOME].text, f->type.label, ALIGN_LEFT, REGULAR };
    const double base = figure_at(f, shown->line, f->in->plan->start), last = figure_at(f, shown->line, f->last);

    if (f->last > f->in->plan->start)
        sheet_text(f, panel_x(p, f->in->plan->start), panel_y(p, base) + NUMBER_OVER,
                   figure_number(f, base, shown->decimals), over);
    sheet_text(f, p->box.right + 4, panel_y(p, last), figure_number(f, last, shown->decimals), end);
}

static void
add_years(struct figure *f, const struct figure_panel *p)
{
    static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };
    const struct sheet_pen pen = { figure_colour(f, COLOUR_AXIS), f->type.note, ALIGN_CENTRE, REGULAR };
    const double a_year = (p->box.right - p->box.left) / (p->x_high - p->x_low);
    size_t s = 0;

    while (s + 1 < sizeof steps / sizeof steps[0] && steps[s] * a_year < YEAR_ROOM)
        s++;
    for (int year = (int) ceil(p->x_low); year <= p->x_high; year++)
        if (year % steps[s] == 0)
            sheet_text(f, panel_x(p, year), p->box.bottom - 9, figure_year(f, year), pen);
}

static double
end_room(struct figure *f, const struct panel *panel, size_t n)
{
    double width = 0;

    for (size_t i = 0; i < n; i++)
        width = fmax(width, layout_width(figure_number(f, figure_at(f, panel[i].line, f->last), panel[i].decimals),
                                         f->type.label, REGULAR));
    return width + 6;
}

/* One under the other within the box. */
static void
draw_panels(struct figure *f, const struct panel *panel, size_t n, struct box box)
{
    const double height = (box.top - box.bottom - YEARS_ROOM + PANEL_GAP) / (double) n;
    const double inner = height - PANEL_GAP - PANEL_NAME;
    const double first = figure_first_year(f) < f->last ? figure_first_year(f) : f->last - 1;

    for (size_t i = 0; i < n; i++) {
        const double top = box.top - (double) i * height, most = largest(f, &panel[i]);
        struct figure_panel p = {
            .box = { box.left + TICKS_ROOM, top - height + PANEL_GAP, box.right - end_room(f, panel, n),
                     top - PANEL_NAME },
            .x_low = first,
            .x_high = f->last,
            .top = (most > 0 ? most : 1) * inner / (inner - HEADROOM),
            .line = panel[i].line,
            .dots = panel[i].dots,
        };
        const struct axis axis = axis_round(0, most > 0 ? most : 1, 3);

        figure_add_panel(f, p);
        add_grid(f, &p, &axis);
        add_numbers(f, &p, &panel[i]);
        sheet_text(f, box.left, top - PANEL_NAME / 2,
                   layout_shortened(&f->arena, panel[i].name, f->type.note, REGULAR, box.right - box.left),
                   sheet_note(f));
        if (i + 1 == n)
            add_years(f, &p);
    }
}

static void
title_by_number(struct figure *f, size_t column)
{
    const int base = f->in->plan->start;
    const double now = figure_at(f, column, f->last);
    const double more = number_rounded(now - figure_at(f, column, base), 1);
    const char *year = figure_year(f, f->last), *number = figure_number(f, now, 1);
    const enum word word = more > 0   ? WORD_chart_title_residents_more
                           : more < 0 ? WORD_chart_title_residents_fewer
                                      : WORD_chart_title_residents_same;

    if (more == 0)
        f->title = figure_say(f, word, year, number, NULL);
    else
        f->title = figure_say(f, word, year, number, chart_since(f), figure_number(f, fabs(more), 1), NULL);
}

/* Ageing is the finding where it is known. */
static void
set_title(struct figure *f, const struct panel *panel, size_t n)
{
    const size_t share = n > 0 && trajectory_find(f->in->trajectory, f->in->plan->home, "age65_share") != PLAN_NONE
                             ? panel[n - 1].line
                             : PLAN_NONE;
    const double now = figure_at(f, share, f->last);
    const double rise = number_rounded(now - figure_at(f, share, f->in->plan->start), 1);

    if (isnan(now))
        title_by_number(f, panel[0].line);
    else
        f->title = figure_say(f, rise < 0 ? WORD_chart_title_aged_down : WORD_chart_title_aged_up,
                              figure_year(f, f->last), figure_number(f, now, 1), chart_since(f),
                              figure_number(f, fabs(rise), 1), NULL);
}

/* Both halves of the sheet in words */
static void
set_alt(struct figure *f)
{
    const char *ratio = chart_dependency_words(f);

    f->alt = figure_say(f, WORD_chart_alt_ages, f->subtitle, figure_year(f, figure_first_year(f)),
                        figure_year(f, f->last), f->title, chart_pyramid_words(f),
                        ratio ? figure_say(f, WORD_chart_alt_and, ratio, NULL) : "", NULL);
}

/* Side by side; on a narrow page, which is then as high as that needs, one under the other. */
static void
place(struct figure *f, bool ages, struct box *panels, struct box *pyramid)
{
    const double middle = f->width / 2, right = figure_right(f);
    const bool narrow = figure_narrow(f);
    double top, foot = sheet_bottom(f);

    if (narrow) {
        foot += ages ? PYRAMID_HEIGHT : 0;
        f->height = fmax(f->height, foot + PANELS_HEIGHT + sheet_top(f));
    }
    top = f->height - sheet_top(f);
    *panels = (struct box) { PAGE_MARGIN, foot, ages && !narrow ? middle - 6 : right, top };
    *pyramid = (struct box) { narrow ? PAGE_MARGIN : middle + 6, sheet_bottom(f) - 2, right, narrow ? foot - 8 : top };
}

bool
chart_population(struct figure *f)
{
    const bool ages = f->in->trajectory->ages != NULL;
    struct panel panel[PANELS];
    const size_t n = list_panels(f, panel);
    struct box left, right;

    if (n == 0)
        return false;
    f->sheet = true;
    set_title(f, panel, n);
    chart_subtitle(f, ages ? WORD_chart_subtitle_ages : WORD_chart_subtitle_residents, NULL, NULL);
    place(f, ages, &left, &right);
    draw_panels(f, panel, n, left);
    chart_add_pyramid(f, right);
    if (ages)
        set_alt(f);
    return true;
}
