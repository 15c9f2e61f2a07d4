/* Drawing: the charts of a command, drawn side by side however many results they belong to.
 *
 * Each is written (its script and csv) as it comes; charts_draw then keeps all processors busy until the last picture,
 * and puts the pictures into the results that they belong to.
 */
#ifndef REPORT_CHART_DRAWING_H
#define REPORT_CHART_DRAWING_H

#include "report/chart_figure.h"

struct chart_font {
    bool sought, found;
    struct text family;
};

struct chart_undrawn {
    struct output *out;
    struct chart_report *report;
    struct chart_done *chart;
    enum language language;
    bool emf;
};

/* Zero-initialise: { 0 }. */
struct chart_drawing {
    struct chart_font font[LANGUAGES]; /* looked up once */
    const volatile sig_atomic_t *interrupted;
    size_t count, room;
    struct chart_undrawn *chart;
};

/* Charts of one result on their way into its files. */
struct chart_batch {
    struct chart_drawing *drawing;
    struct output *out;
    const struct chart_input *in;
    struct chart_report *report;
};

/* Room for `most` charts in the report, which is emptied. */
struct chart_batch chart_batch_start(struct chart_drawing *d, struct output *out, const struct chart_input *in,
                                     size_t most, struct chart_report *report, struct error *err);

/* Arranges a figure, writes its script and csv, and frees it; one that does not apply is only reported. */
enum status chart_batch_add(struct chart_batch *b, struct figure *f, bool applies, struct error *err);

#endif
