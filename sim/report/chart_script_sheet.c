/* A page without axes of its own: its shapes in the script, and its lines where it has small panels. */
#include <stdio.h>
#include "report/chart_population.h"
#include "report/chart_script.h"

static void
add_corners(struct text *out, const struct figure_shape *s)
{
    text_print(out, " from %.6g,%.6g to %.6g,%.6g", s->x1, s->y1, s->x2, s->y2);
}

static void
add_shape(struct text *out, const struct figure_shape *s, size_t number)
{
    switch (s->kind) {
    case SHAPE_BOX:
        text_print(out, "set object %zu rectangle", number);
        add_corners(out, s);
        text_print(out, " behind fillcolor rgb '%s' fillstyle solid noborder\n", s->colour);
        break;
    case SHAPE_FRAME:
        text_print(out, "set object %zu rectangle", number);
        add_corners(out, s);
        text_print(out, " behind fillstyle empty border rgb '%s' linewidth %g\n", s->colour, s->width);
        break;
    case SHAPE_LINE:
        text_print(out, "set arrow %zu", number);
        add_corners(out, s);
        text_print(out, " nohead back linecolor rgb '%s' linewidth %g\n", s->colour, s->width);
        break;
    }
}

/* X1(year), Y1(value): the first panel's places on the page */
static void
add_panel(struct text *out, const struct figure_panel *p, size_t number)
{
    text_print(out, "X%zu(year) = %.6g+(year-%g)*%.6g\nY%zu(value) = %.6g+value*%.6g\n", number, p->box.left, p->x_low,
               (p->box.right - p->box.left) / (p->x_high - p->x_low), number, p->box.bottom,
               (p->box.top - p->box.bottom) / p->top);
}

static void
add_pyramid(struct text *out, const struct figure *f)
{
    const struct figure_pyramid *p = f->pyramid;

    text_print(out,
               "MEN(wan) = %.6g-wan*%.6g\nWOMEN(wan) = %.6g+wan*%.6g\nAGE(age) = %.6g+age*%.6g\n"
               "MEN_COLOUR = '%s'\nWOMEN_COLOUR = '%s'\n",
               p->men, p->a_wan, p->women, p->a_wan, p->bottom, p->height / AGE_GROUP, figure_colour(f, COLOUR_MEN),
               figure_colour(f, COLOUR_WOMEN));
}

void
script_sheet(struct text *out, const struct figure *f)
{
    text_print(out,
               "unset key\nunset border\nunset xtics\nunset ytics\n"
               "set lmargin at screen 0\nset rmargin at screen 1\n"
               "set bmargin at screen 0\nset tmargin at screen 1\n"
               "set xrange [0:%g] # points on the page\nset yrange [0:%g]\n",
               f->width, f->height);
    for (size_t i = 0; i < f->count.shape; i++)
        add_shape(out, &f->shape[i], i + 1);
    for (size_t i = 0; i < f->count.panel; i++)
        add_panel(out, &f->panel[i], i + 1);
    if (f->pyramid)
        add_pyramid(out, f);
}

/* Filled bars of the horizon's end, the outline of the base year over them. */
static void
plot_pyramid(struct text *out, const struct figure *f)
{
    static const char *const side[SEXES] = { "men", "women" };
    static const char *const place[SEXES] = { "MEN", "WOMEN" };
    const struct plan *p = f->in->plan;
    struct text file = { 0 };
    char x[64];

    text_print(&file, "%s_ages", f->name);
    for (int g = 0; g < SEXES; g++) {
        script_element_of(out, text_of(&file), "(0)");
        text_print(out,
                   "(0):(%s(0)):(%s(column('%s %d (wan)'))):(AGE(column('age_from'))):(AGE(column('age_from')+4.7)) "
                   "with boxxyerror fillcolor rgb %s_COLOUR fillstyle solid noborder",
                   place[g], place[g], side[g], p->end, place[g]);
    }
    for (int g = 0; g < SEXES; g++) {
        snprintf(x, sizeof x, "(%s(column('%s %d (wan)')))", place[g], side[g], p->start);
        script_element_of(out, text_of(&file), x);
        text_add(out, "(AGE(column('age_from'))) with fsteps linecolor rgb TEXT linewidth 0.75");
    }
    text_free(&file);
}

static void
plot_panel(struct text *out, const struct figure *f, size_t i)
{
    const struct figure_panel *p = &f->panel[i];
    const size_t column[] = { p->line, p->dots };
    char x[64];

    snprintf(x, sizeof x, "(X%zu(column('year')))", i + 1);
    for (int dots = 0; dots < 2; dots++) {
        if (column[dots] == PLAN_NONE)
            continue;
        script_element(out, f, x);
        text_print(out, "(Y%zu(", i + 1);
        script_value(out, f, column[dots]);
        if (dots)
            text_add(out, ")) with points pointtype 7 pointsize 0.35 linecolor rgb HOME");
        else
            text_print(out, ")) with lines linewidth %g linecolor rgb HOME", f->in->theme->line.home);
    }
}

void
script_sheet_plot(struct text *out, const struct figure *f)
{
    if (f->pyramid)
        plot_pyramid(out, f);
    for (size_t i = 0; i < f->count.panel; i++)
        plot_panel(out, f, i);
    if (!f->pyramid && f->count.panel == 0)
        text_add(out, " NaN"); /* gnuplot draws nothing without a plot */
}
