/* A page without axes of its own: its shapes in the script, and its lines where it has small panels. */
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

void
script_sheet(struct text *out, const struct figure *f)
{
    text_print(out,
               "unset key\nunset border\nunset xtics\nunset ytics\n"
               "set lmargin at screen 0\nset rmargin at screen 1\n"
               "set bmargin at screen 0\nset tmargin at screen 1\n"
               "set xrange [0:%g] # points on the page\nset yrange [0:%g]\n",
               PAGE_WIDTH, f->height);
    for (size_t i = 0; i < f->count.shape; i++)
        add_shape(out, &f->shape[i], i + 1);
}

/* gnuplot draws nothing without a plot. */
void
script_sheet_plot(struct text *out, const struct figure *f)
{
    (void) f;
    text_add(out, " NaN");
}
