/* The plot command of a chart's script: fans, areas, lines and dots, target marks, in this order. */
#include "report/chart_script.h"

#include <string.h>

#define YEAR "'year'"

void
script_value(struct text *out, const struct figure *f, size_t column)
{
    text_add(out, "column(");
    script_quoted(out, f->column[column].header);
    text_add(out, ")");
}

void
script_element(struct text *out, const struct figure *f, const char *x)
{
    script_element_of(out, f->name, x);
}

void
script_element_of(struct text *out, const char *file, const char *x)
{
    static const char command[] = "\nplot";
    const size_t length = sizeof command - 1;
    const bool first = out->length >= length && memcmp(out->at + out->length - length, command, length) == 0;

    text_print(out, "%s \\\n    '%s.csv' using %s:", first ? "" : ",", file, x);
}

/* "(VALUE/UNIT)", times a factor. */
static void
add_shown(struct text *out, const struct figure *f, size_t column, double factor)
{
    text_add(out, "(");
    script_value(out, f, column);
    text_add(out, "/UNIT");
    if (factor != 1)
        text_print(out, "*%.6g", factor);
    text_add(out, ")");
}

/* The element up to its style: "FILE using YEAR:(VALUE/UNIT)". */
static void
add_using(struct text *out, const struct figure *f, size_t column)
{
    script_element(out, f, YEAR);
    add_shown(out, f, column, 1);
}

/* The sum of the areas below number n. */
static void
add_stack(struct text *out, const struct figure *f, size_t n)
{
    text_add(out, "(0");
    for (size_t i = 0; i < n; i++) {
        text_add(out, "+");
        script_value(out, f, f->area[i].column);
    }
    text_add(out, ")");
}

static void
add_fans(struct text *out, const struct figure *f)
{
    for (size_t i = 0; i < f->count.fan; i++) {
        script_element(out, f, YEAR);
        add_shown(out, f, f->fan[i].low, 1);
        text_add(out, ":");
        add_shown(out, f, f->fan[i].high, 1);
        text_print(out, " with filledcurves fillcolor rgb %s fillstyle solid noborder", f->fan[i].name);
    }
}

static void
add_areas(struct text *out, const struct figure *f)
{
    for (size_t i = 0; i < f->count.area; i++) {
        script_element(out, f, YEAR);
        add_stack(out, f, i);
        text_add(out, ":");
        add_stack(out, f, i + 1);
        text_print(out, " with filledcurves fillcolor rgb '%s' fillstyle solid noborder", f->area[i].colour);
    }
    for (size_t i = 1; i < f->count.area; i++) {
        script_element(out, f, YEAR);
        add_stack(out, f, i);
        text_add(out, " with lines linetype 1 linecolor rgb 'white' linewidth 0.75");
    }
}

/* A level piece a year, from half a year before to half a year after. */
static void
add_level(struct text *out, const struct figure *f, size_t column)
{
    script_element(out, f, "(column(" YEAR ")-0.5)");
    add_shown(out, f, column, 1);
    text_add(out, ":(1):(0)");
}

static void
add_lines(struct text *out, const struct figure *f)
{
    for (int look = 0; look < LOOKS; look++) {
        const struct look_row row = figure_look(f, (enum look) look);

        for (size_t i = 0; i < f->count.line; i++) {
            if ((int) f->line[i].look != look)
                continue;
            if (f->line[i].level)
                add_level(out, f, f->line[i].column);
            else
                add_using(out, f, f->line[i].column);
            text_print(out, " with %s linecolor rgb %s linewidth %g dashtype %s",
                       f->line[i].level ? "vectors nohead" : "lines", row.name, row.width, row.dash);
        }
    }
    for (size_t i = 0; i < f->count.dots; i++) {
        add_using(out, f, f->dots[i].column);
        text_print(out, " with points pointtype 7 pointsize %g linecolor rgb %s",
                   f->dots[i].look == LOOK_HOME ? 0.45 : 0.35, figure_look(f, f->dots[i].look).name);
    }
}

/* A diamond, filled where the target is met, white inside where it is not; its whisker is the tolerance. */
static void
add_marks(struct text *out, const struct figure *f)
{
    for (size_t i = 0; i < f->count.mark; i++) {
        const struct figure_mark *mark = &f->mark[i];

        if (mark->tolerance > 0) {
            script_element(out, f, YEAR);
            add_shown(out, f, mark->column, 1 - mark->tolerance / 100);
            text_add(out, ":(0):");
            add_shown(out, f, mark->column, 2 * mark->tolerance / 100);
            text_add(out, " with vectors heads size graph 0.014,90 fixed linecolor rgb TARGET linewidth 1");
        }
        add_using(out, f, mark->column);
        text_add(out, " with points pointtype 13 pointsize DIAMOND linecolor rgb TARGET");
        if (!mark->met) {
            add_using(out, f, mark->column);
            text_add(out, " with points pointtype 13 pointsize 0.5*DIAMOND linecolor rgb 'white'");
        }
    }
}

void
script_plot(struct text *out, const struct figure *f)
{
    text_add(out, "plot");
    if (f->sheet)
        script_sheet_plot(out, f);
    add_fans(out, f);
    add_areas(out, f);
    script_bars(out, f);
    add_lines(out, f);
    add_marks(out, f);
}
