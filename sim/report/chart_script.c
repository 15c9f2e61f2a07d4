#include "report/chart_script.h"

#include <math.h>
#include <string.h>
#include "report/number.h"

#define PNG_DOTS (300 / 25.4)         /* pixels a millimetre: 300 an inch */
#define CAIRO_POINT (96.0 / 72.0)     /* pixels that pngcairo gives a point of type */
#define EMF_POINT (96.0 / 72.0)       /* pixels that emf gives a point */
#define YEARS_APART 1.2               /* widths of one, from a tick to the next */
#define SWATCH_SIZE 7.0               /* points */
#define SWATCH_OBJECTS ((size_t) 100) /* numbers from here on; bands have the first ones */

/* User text in single quotes, where gnuplot expands nothing: neither `...` nor \n nor @macros. A quote in it
 * is joined on from outside: gnuplot 5.4 ends a string that begins with a doubled one, and looks for macros
 * behind "'". Control characters, line ends among them, become spaces. */
void
script_quoted(struct text *out, const char *text)
{
    text_add(out, "'");
    for (const char *c = text; *c; c++) {
        if (*c == '\'')
            text_add(out, "'.QUOTE.'");
        else if ((unsigned char) *c < 0x20 || *c == 0x7f)
            text_add(out, " ");
        else
            text_add_bytes(out, c, 1);
    }
    text_add(out, "'");
}

/* The same, bold, in gnuplot's enhanced mode: the only way to a weight that svg keeps. */
static void
add_quoted_bold(struct text *out, const char *text)
{
    struct text escaped = { 0 };

    text_add(&escaped, "{/:Bold ");
    for (const char *c = text; *c; c++) {
        if (strchr("_^@&~{}\\", *c))
            text_add(&escaped, "\\");
        text_add_bytes(&escaped, c, 1);
    }
    text_add(&escaped, "}");
    script_quoted(out, text_of(&escaped));
    text_free(&escaped);
}

static bool
shows(const struct figure *f, enum look look)
{
    for (size_t i = 0; i < f->count.line; i++)
        if (f->line[i].look == look)
            return true;
    for (size_t i = 0; i < f->count.dots; i++)
        if (f->dots[i].look == look)
            return true;
    return f->count.panel > 0 && look <= LOOK_HOME;
}

/* Colours by name; two looks of one name have one colour. */
static void
add_looks(struct text *out, const struct figure *f)
{
    for (int i = 0; i < LOOKS; i++) {
        const struct look_row look = figure_look(f, (enum look) i);

        if (shows(f, (enum look) i) && !(i == LOOK_HOME && shows(f, LOOK_HOME_THIN)))
            text_print(out, "%s = '%s'\n", look.name, look.colour);
    }
    for (size_t i = 0; i < f->count.fan; i++)
        text_print(out, "%s = '%s'\n", f->fan[i].name, f->fan[i].colour);
}

static void
add_head(struct text *out, const struct figure *f, const char *font)
{
    const char *unit = "points";
    struct text magnified = { 0 };

    if (f->points != 1) {
        text_print(&magnified, "units of %g points", f->points);
        unit = text_of(&magnified);
    }
    text_print(out,
               "# Draws %s.svg and %s.png from %s.csv, all in this folder. After a change, run here:\n"
               "#     LC_ALL=C.UTF-8 gnuplot %s.gp\n"
               "# Tried with gnuplot 5.4. Lines, dots and areas come from the csv; the places of labels were\n"
               "# computed for its numbers and stand below as %s. Sizes are in %s.\n\n"
               "QUOTE = sprintf('%%c', 39)\n"
               "FONT = ",
               f->name, f->name, f->name, f->name, f->sheet ? "points on the page" : "(year, value)", unit);
    script_quoted(out, font);
    text_print(out, "\nTITLE = FONT.',%g'\nLABEL = FONT.',%g'\nNOTE = FONT.',%g'\n", f->type.title, f->type.label,
               f->type.note);
    text_print(out, "TEXT = '%s'\nAXIS = '%s'\nGRID = '%s'\nBAND = '%s'\nTARGET = '%s'\n",
               figure_colour(f, COLOUR_TEXT), figure_colour(f, COLOUR_AXIS), figure_colour(f, COLOUR_GRID),
               figure_colour(f, COLOUR_BAND), figure_colour(f, COLOUR_TARGET));
    text_free(&magnified);
    add_looks(out, f);
    text_print(out,
               "UNIT = %g # of the csv's numbers in one of the axis\n\n"
               "set encoding utf8\n"
               "set datafile separator comma\n"
               "set datafile columnheaders\n"
               "set datafile missing '' # years without a value\n\n",
               f->unit);
    if (f->stacked)
        text_add(out, "UP(x) = x > 0 ? x : 0\nDOWN(x) = x < 0 ? x : 0\n\n");
}

static void
add_year_ticks(struct text *out, const struct figure *f)
{
    static const int year_steps[] = { 1, 2, 5, 10, 20, 50 };
    const int from = (int) ceil(f->x_low), to = (int) floor(f->x_high);
    const double a_year = (f->plot.right - f->plot.left) / (f->x_high - f->x_low);
    const double width = layout_width("2000", f->type.label, REGULAR);
    const char *comma = "";
    size_t s = 0;

    while (s + 1 < sizeof year_steps / sizeof year_steps[0]
           && ((to - from) / year_steps[s] > 6 || year_steps[s] * a_year < YEARS_APART * width))
        s++;
    text_add(out, "set xtics (");
    for (int year = from; year <= to; year++)
        if (year % year_steps[s] == 0) {
            text_print(out, "%s'%d' %d", comma, year, year);
            comma = ", ";
        }
    text_print(out, ") nomirror scale %s font LABEL textcolor rgb TEXT offset 0,0.3\n",
               f->count.area > 0 ? "0" : "0.5");
}

static void
add_ticks(struct text *out, const struct figure *f)
{
    const int intervals = axis_intervals(&f->y);
    char buffer[NUMBER_SHOWN];

    text_print(out, "set xrange [%.17g:%.17g]\nset yrange [%.17g:%.17g]\n", f->x_low, f->x_high, f->y.low, f->y.high);
    if (f->category)
        text_add(out, "unset xtics\n");
    else
        add_year_ticks(out, f);
    text_add(out, "set ytics (");
    for (int i = 0; i <= intervals; i++) {
        const double tick = axis_tick(&f->y, i);

        text_print(out, "%s'%s' %.10g", i ? ", " : "", number_shown(buffer, tick, f->y.decimals, f->in->language),
                   tick);
    }
    text_add(out, ") nomirror scale 0 font LABEL textcolor rgb TEXT offset 0.4,0\n");
}

static void
add_frame(struct text *out, const struct figure *f)
{
    text_print(out,
               "unset key\n"
               "set border 1 linecolor rgb AXIS linewidth %g\n",
               f->in->theme->line.axis);
    if (f->count.area == 0)
        text_print(out, "set grid noxtics ytics back linetype 1 linecolor rgb GRID linewidth %g\n",
                   f->in->theme->line.grid);
    text_print(out,
               "set lmargin at screen %.5f\nset rmargin at screen %.5f\n"
               "set bmargin at screen %.5f\nset tmargin at screen %.5f\n",
               f->plot.left / f->width, f->plot.right / f->width, f->plot.bottom / f->height, f->plot.top / f->height);
    add_ticks(out, f);
}

/* Every other step is shaded, from half a year before its first year to half a year after its last. */
static void
add_bands(struct text *out, const struct figure *f)
{
    for (size_t i = 0; f->bands && i < f->in->plan->steps; i += 2) {
        const struct plan_step *step = &f->in->plan->step[i];
        const double from = fmax(step->from - 0.5, f->x_low), to = fmin(step->to + 0.5, f->x_high);

        if (from < to)
            text_print(out,
                       "set object %zu rectangle from first %g, graph 0 to first %g, graph 1 behind "
                       "fillcolor rgb BAND fillstyle solid noborder\n",
                       i + 1, from, to);
    }
    for (size_t i = 0; i < f->count.rule; i++)
        text_print(out,
                   "set arrow %zu from graph 0, first %g to graph 1, first %g nohead back linecolor rgb AXIS "
                   "linewidth %g\n",
                   i + 1, f->rule[i].at, f->rule[i].at, f->in->theme->line.axis);
}

static const char *
size_variable(const struct figure *f, double size)
{
    return size == f->type.title ? "TITLE" : size == f->type.label ? "LABEL" : "NOTE";
}

static void
add_colour(struct text *out, const struct figure *f, const char *colour)
{
    if (strcmp(colour, figure_colour(f, COLOUR_TEXT)) == 0)
        text_add(out, "TEXT");
    else if (strcmp(colour, figure_colour(f, COLOUR_AXIS)) == 0)
        text_add(out, "AXIS");
    else if (strcmp(colour, figure_colour(f, COLOUR_TARGET)) == 0)
        text_add(out, "TARGET");
    else
        text_print(out, "'%s'", colour);
}

/* Squares that say which colour a name stands for. */
static void
add_swatches(struct text *out, const struct figure *f)
{
    for (size_t i = 0; i < f->count.note; i++)
        if (f->placed[i].swatch)
            text_print(out,
                       "set object %zu rectangle center screen %.6g, screen %.6g size screen %.5f, screen %.5f front "
                       "fillcolor rgb '%s' fillstyle solid noborder\n",
                       SWATCH_OBJECTS + i, f->placed[i].x, f->placed[i].y, SWATCH_SIZE / f->width,
                       SWATCH_SIZE / f->height, f->placed[i].swatch);
}

static void
add_labels(struct text *out, const struct figure *f)
{
    static const char *const align[] = { "left", "center", "right" };

    text_print(out, "\nset label 1 ");
    add_quoted_bold(out, f->head.title[0]);
    text_print(out, " at screen %.5f, screen %.5f left font TITLE textcolor rgb TEXT front\n", PAGE_MARGIN / f->width,
               figure_title_y(f, 0) / f->height);
    for (size_t i = 0; i < f->count.note; i++) {
        const struct figure_note *note = &f->placed[i];
        const char *system = note->on_page ? "screen" : "first";

        if (note->swatch)
            continue;
        text_print(out, "set label %zu ", i + 2);
        if (note->weight == BOLD)
            add_quoted_bold(out, note->text);
        else
            script_quoted(out, note->text);
        text_print(out, " at %s %.6g, %s %.6g %s font %s textcolor rgb ", system, note->x, system, note->y,
                   align[note->align], size_variable(f, note->size));
        add_colour(out, f, note->colour);
        if (note->turn)
            text_print(out, " rotate by %d", note->turn);
        text_print(out, " %senhanced front\n", note->weight == BOLD ? "" : "no");
    }
    for (size_t i = 0; i < f->count.mention; i++)
        text_print(out,
                   "set label %zu '' at first %.6g, first %.6g point pointtype 6 pointsize 0.7 linewidth 1 "
                   "linecolor rgb TEXT front\n",
                   f->count.note + 2 + i, f->mention[i].x, f->mention[i].y);
}

/* Lines on the page beside a plot; sheets have their own. */
static void
add_leaders(struct text *out, const struct figure *f)
{
    for (size_t i = 0; i < f->count.shape; i++) {
        const struct figure_shape *s = &f->shape[i];

        text_print(out,
                   "set arrow %zu from screen %.5f, screen %.5f to screen %.5f, screen %.5f nohead front "
                   "linecolor rgb '%s' linewidth %g\n",
                   f->count.rule + i + 1, s->x1 / f->width, s->y1 / f->height, s->x2 / f->width, s->y2 / f->height,
                   s->colour, s->width);
    }
}

/* Its type and lines are in true points, at 96 pixels an inch. */
static void
add_emf(struct text *out, const struct figure *f)
{
    text_print(out,
               "\nset terminal emf color enhanced font LABEL size %.5g,%.5g linewidth %g fontscale %g\n"
               "set output '%s.emf'\n"
               "DIAMOND = %g\n"
               "replot\n"
               "set output\n",
               EMF_POINT * f->points * f->width, EMF_POINT * f->points * f->height, f->points, f->points, f->name,
               0.6 * f->points);
}

void
chart_script(struct text *out, const struct figure *f, const char *font)
{
    const double millimetres = f->in->theme->width / f->width; /* a unit of the page */
    const double pixels = PNG_DOTS * millimetres;

    add_head(out, f, font);
    if (f->sheet) {
        script_sheet(out, f);
    } else {
        add_frame(out, f);
        add_bands(out, f);
        add_leaders(out, f);
    }
    add_swatches(out, f);
    add_labels(out, f);
    text_print(out,
               "\nset terminal svg size %g,%g font LABEL enhanced background rgb 'white' dashlength 0.7\n"
               "set output '%s.svg'\n"
               "DIAMOND = 0.6\n",
               f->width, f->height, f->name);
    script_plot(out, f);
    text_print(out,
               "\n\nset terminal pngcairo size %d,%d font LABEL enhanced fontscale %.5g linewidth %.5g "
               "pointscale %.5g\n"
               "set output '%s.png'\n"
               "DIAMOND = 0.9\n"
               "replot\n"
               "set output\n",
               (int) lround(PNG_DOTS * f->in->theme->width), (int) lround(PNG_DOTS * figure_millimetres(f)),
               pixels / CAIRO_POINT, pixels, pixels, f->name);
    if (f->in->emf)
        add_emf(out, f);
}
