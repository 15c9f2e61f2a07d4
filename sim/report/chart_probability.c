/* Targets by years: how likely each is to hold in each year, the darker the likelier. */
#include "report/chart_ensemble.h"

#include <math.h>
#include "report/chart_arrange.h"
#include "report/chart_sheet.h"
#include "report/phrase.h"
#include "report/results.h"

#define LEFT PAGE_MARGIN
#define NAMES 150.0 /* of the page for the targets' names */
#define NAMES_SHARE 0.5
#define YEARS_APART 5    /* on a narrow page */
#define YEAR_WIDTH 20.0  /* of a column with all four digits */
#define SHADE_WIDTH 44.0 /* in the legend */
#define ROW 13.0
#define STEP_ROW 13.0
#define YEARS_ROW 13.0
#define LEGEND 16.0
#define LEGEND_ROW 12.0
#define CELL_GAP 0.75
#define YEARS_MOST 16 /* columns: more would not hold a number */

/* Shades that differ in grey print; the number stands in the cell besides. */
static const struct {
    double below; /* percent */
    enum theme_role colour;
    const char *name;
} shades[] = {
    { 5, COLOUR_BELOW_5, "<5" },      { 25, COLOUR_BELOW_25, "5-25" },  { 50, COLOUR_BELOW_50, "25-50" },
    { 75, COLOUR_BELOW_75, "50-75" }, { 95, COLOUR_BELOW_95, "75-95" }, { INFINITY, COLOUR_ABOVE_95, ">95" },
};
#define SHADES (sizeof shades / sizeof shades[0])

/* The years that are columns: all, or every so many up to the last */
struct years {
    int first, step, count;
    double left, right; /* edges of the cells, units of the page */
};

static double
names_room(const struct figure *f)
{
    return fmin(NAMES, NAMES_SHARE * figure_room(f));
}

static struct years
columns(const struct figure *f)
{
    const struct plan *p = f->in->plan;
    const double room = figure_right(f) - LEFT - names_room(f);
    const int all = p->end - p->start, most = (int) fmin(YEARS_MOST, room / YEAR_WIDTH);
    int step = (all + YEARS_MOST - 1) / YEARS_MOST;
    int count;

    while (figure_narrow(f) && all >= YEARS_APART && (step % YEARS_APART || all / step > most))
        step++;
    count = step ? all / step : 0;

    return (struct years) { p->end - (count - 1) * step, step, count, LEFT + names_room(f), figure_right(f) };
}

static double
left_of(const struct years *y, int column)
{
    return y->left + (y->right - y->left) * column / y->count;
}

const char *
chart_chance_colour(const struct figure *f, double probability)
{
    size_t i = 0;

    while (100 * probability >= shades[i].below)
        i++;
    return figure_colour(f, shades[i].colour);
}

const char *
chart_chance_number(struct figure *f, double probability)
{
    struct text text = { 0 };
    const char *copy;

    chance_phrase(&text, probability);
    copy = arena_print(&f->arena, "%.*s", (int) text.length - 1, text_of(&text));
    text_free(&text);
    return copy;
}

static void
draw_cell(struct figure *f, const struct years *y, size_t target, int column, double top)
{
    const struct drawn *d = f->in->drawn;
    const int year = y->first + column * y->step;
    const struct chance *c = yearly_chance(d->yearly, d->ensemble, target, year);
    const double left = left_of(y, column) + CELL_GAP, right = left_of(y, column + 1) - CELL_GAP;
    struct sheet_pen pen = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_CENTRE, REGULAR };
    const char *colour;

    if (!c)
        return;
    colour = chart_chance_colour(f, c->probability);
    pen.colour = arrange_text_on(f, colour);
    sheet_box(f, left, top - ROW + CELL_GAP, right, top - CELL_GAP, colour);
    if (year == f->in->judgements->target[target].target->year) {
        figure_add_shape(f, (struct figure_shape) { SHAPE_FRAME, left, top - ROW + CELL_GAP, right, top - CELL_GAP,
                                                    figure_colour(f, COLOUR_TARGET), 1.5 });
        pen.weight = BOLD;
    }
    sheet_text(f, (left + right) / 2, top - ROW / 2, chart_chance_number(f, c->probability), pen);
}

static void
draw_row(struct figure *f, const struct years *y, size_t target, double top)
{
    const struct plan_target *g = f->in->judgements->target[target].target;
    const char *name = figure_narrow(f) ? sheet_target_subject(f, f->in->trajectory, g)
                                        : sheet_target_name(f, f->in->trajectory, g);

    if (target_is_aside(g))
        name = arena_print(&f->arena, "%s *", name);
    sheet_text(f, LEFT + 8, top - ROW / 2,
               layout_shortened(&f->arena, name, f->type.note, REGULAR, y->left - LEFT - 12), sheet_note(f));
    for (int c = 0; c < y->count; c++)
        draw_cell(f, y, target, c, top);
}

static const char *
step_name(const struct figure *f, size_t step)
{
    const struct plan_step *s;

    if (step == PLAN_NONE)
        return chart_word(f, WORD_chance_other);
    s = &f->in->plan->step[step];
    return name_in(f->in->language, s->title ? s->title : s->key, s->title_zh);
}

/* The targets of one step, or of none, from `top` down; returns where they end. Only counts where `top` is NAN. */
static double
draw_step(struct figure *f, const struct years *y, size_t step, double top)
{
    const struct judgements *all = f->in->judgements;
    const struct sheet_pen strong = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_LEFT, BOLD };
    double height = 0;

    for (size_t i = 0; i < all->targets; i++) {
        if (all->target[i].target->step != step)
            continue;
        if (height == 0) {
            height = STEP_ROW;
            if (!isnan(top))
                sheet_text(f, LEFT, top - STEP_ROW / 2, step_name(f, step), strong);
        }
        if (!isnan(top))
            draw_row(f, y, i, top - height);
        height += ROW;
    }
    return isnan(top) ? height : top - height;
}

/* Every fifth in full, the others with two digits: four would touch. */
static const char *
year_name(struct figure *f, int year)
{
    return year % 5 == 0 ? figure_year(f, year) : arena_print(&f->arena, "%02d", year % 100);
}

static void
draw_years(struct figure *f, const struct years *y, double top)
{
    const struct sheet_pen pen = { figure_colour(f, COLOUR_AXIS), f->type.note, ALIGN_CENTRE, REGULAR };

    for (int c = 0; c < y->count; c++)
        sheet_text(f, (left_of(y, c) + left_of(y, c + 1)) / 2, top - YEARS_ROW / 2,
                   year_name(f, y->first + c * y->step), pen);
}

void
chart_chance_legend(struct figure *f, double middle)
{
    const struct sheet_pen pen = { figure_colour(f, COLOUR_AXIS), f->type.note, ALIGN_LEFT, REGULAR };
    const double from = figure_narrow(f) ? LEFT : LEFT + names_room(f);
    double x = from;

    if (figure_narrow(f)) /* two rows without their name */
        middle += LEGEND_ROW;
    else
        sheet_text(f, LEFT, middle, chart_word(f, WORD_chance_legend), pen);
    for (size_t i = 0; i < SHADES; i++) {
        sheet_box(f, x, middle - 4, x + 9, middle + 4, figure_colour(f, shades[i].colour));
        figure_add_shape(f, (struct figure_shape) { SHAPE_FRAME, x, middle - 4, x + 9, middle + 4,
                                                    figure_colour(f, COLOUR_GRID), 0.5 });
        sheet_text(f, x + 12, middle, shades[i].name, pen);
        x += SHADE_WIDTH;
        if (x + SHADE_WIDTH > figure_right(f) + 8) {
            x = from;
            middle -= LEGEND_ROW;
        }
    }
}

static void
draw(struct figure *f, const struct years *y)
{
    const size_t steps = f->in->plan->steps;
    double height = sheet_top(f) + YEARS_ROW + LEGEND + sheet_bottom(f) + (figure_narrow(f) ? LEGEND_ROW : 0), top;

    for (size_t s = 0; s <= steps; s++)
        height += draw_step(f, y, s < steps ? s : PLAN_NONE, NAN);
    f->height = fmax(f->height, height);
    top = f->height - sheet_top(f);
    draw_years(f, y, top);
    top -= YEARS_ROW;
    for (size_t s = 0; s <= steps; s++)
        top = draw_step(f, y, s < steps ? s : PLAN_NONE, top);
    chart_chance_legend(f, sheet_bottom(f) + LEGEND / 2);
}

static void
set_title(struct figure *f)
{
    const struct ensemble *e = f->in->drawn->ensemble;
    const size_t targets = f->in->judgements->targets;
    const bool zh = f->in->language == CHINESE;
    const char *likely, *all = arena_print(&f->arena, "%zu", targets);
    size_t n = 0;

    for (size_t i = 0; i < targets; i++)
        n += e->target[i].probability > 0.5;
    likely = arena_print(&f->arena, "%zu", n);
    f->title = figure_say(f, WORD_chance_title, zh ? all : likely, zh ? likely : all, NULL);
}

static void
add_table(struct figure *f)
{
    const struct drawn *d = f->in->drawn;

    text_add(&f->table, "target,step,target_year,year,probability (percent)\n");
    for (size_t i = 0; i < f->in->judgements->targets; i++) {
        const struct plan_target *g = f->in->judgements->target[i].target;

        for (int year = f->in->plan->start; year <= f->in->plan->end; year++) {
            const struct chance *c = yearly_chance(d->yearly, d->ensemble, i, year);

            if (!c)
                continue;
            text_print(&f->table, "%s,%s,%d,%d,", g->key, g->step == PLAN_NONE ? "" : f->in->plan->step[g->step].key,
                       g->year, year);
            csv_add_number(&f->table, 100 * c->probability);
            text_add(&f->table, "\n");
        }
    }
}

bool
chart_probability(struct figure *f)
{
    const struct years y = columns(f);

    if (!f->in->drawn || !f->in->judgements || !f->in->judgements->targets || !y.count)
        return false;
    f->sheet = true;
    set_title(f);
    chart_subtitle(f, WORD_chance_subtitle, NULL, NULL);
    draw(f, &y);
    f->alt = figure_say(f, WORD_chance_alt, f->subtitle, f->title, NULL);
    add_table(f);
    chart_note_draws(f);
    return true;
}
