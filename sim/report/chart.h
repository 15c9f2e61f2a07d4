/* Charts: pictures of a trajectory, each with the script and the numbers that made it.
 *
 *     trajectory -> figure (what is shown) -> places found -> NAME.csv, NAME.gp -> gnuplot -> NAME.svg, .png
 *
 * A new chart is one function that fills a figure and one row in the table of chart.c.
 */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include <signal.h>
#include "analysis/target.h"
#include "base/output.h"
#include "base/theme.h"
#include "engine/run.h"
#include "report/drawn.h"
#include "scenario/scenario.h"

struct chart_input {
    const struct plan *plan;
    const struct trajectory *trajectory;
    const struct judgements *judgements; /* NULL: not judged, no target marks */
    const struct drawn *drawn;           /* what draws say; NULL: none were made */
    const struct observed *observed;     /* history, shown as dots */
    size_t observations;
    const struct observed *outturn; /* what came in after the base year, as dots too */
    size_t outturns;
    const struct theme *theme;
    enum language language;
    bool emf;                                 /* also NAME.emf, for Word, WPS and PowerPoint */
    const char *folder;                       /* in the results; NULL: "charts" */
    const char *source;                       /* of the figures, for the line under the chart; may be NULL */
    const volatile sig_atomic_t *interrupted; /* not 0: stop; may be NULL */
};

enum chart_outcome {
    CHART_DRAWN,
    CHART_UNDRAWN,        /* script and csv are there; no gnuplot, no font, or it failed */
    CHART_NOT_APPLICABLE, /* the trajectory lacks what it shows */
};

struct chart_done {
    const char *name;   /* "gdp" */
    const char *folder; /* of its files, in the results: "charts" */
    enum chart_outcome outcome;
    const char *title, *alt; /* the finding; the sentence for those who cannot see it */
    double width, height;    /* millimetres */
};

struct chart_report {
    size_t count; /* in the order of the table */
    struct chart_done *chart;
    size_t drawn;
    double seconds; /* spent in gnuplot, wall */
    struct arena arena;
};

/* The charts of a command; chart_drawing.h says what it holds. */
struct chart_drawing;
void chart_drawing_free(struct chart_drawing *d); /* safe twice */

/* Writes charts/NAME.csv and .gp of every chart that applies. Fails only where a file cannot be written (FAILED_WORK).
 * `out` and `done` are used again by charts_draw. */
enum status charts_write(struct chart_drawing *d, struct output *out, const struct chart_input *in,
                         struct chart_report *done, struct error *err);

/* Draws all that was written: .svg and .png, where gnuplot and a font are installed; where not, or where it fails, that
 * is a warning. Fails where a file cannot be written or on interruption. */
enum status charts_draw(struct chart_drawing *d, struct error *err);

void chart_report_free(struct chart_report *r); /* safe twice */

#endif
