/* What charts without axes are laid out of: text, lines, boxes and the marks of verdicts, in points on the page. */
#ifndef REPORT_CHART_SHEET_H
#define REPORT_CHART_SHEET_H

#include "report/chart_common.h"

#define MARK_SIDE 9.0

struct sheet_pen {
    const char *colour;
    double size;
    enum align align;
    enum weight weight;
};
/* From the left, dark: of a note, of a label, bold of a label. */
struct sheet_pen sheet_note(const struct figure *f);
struct sheet_pen sheet_label(const struct figure *f);
struct sheet_pen sheet_strong(const struct figure *f);

/* Room for title and subtitle, which are set, below the page's upper edge. */
double sheet_top(struct figure *f);
double sheet_bottom(const struct figure *f); /* above its lower edge: the sources */

/* One line of text, its middle at y. */
void sheet_text(struct figure *f, double x, double y, const char *text, struct sheet_pen pen);

/* At most `most` lines from `top` down, in that room; returns how many. */
size_t sheet_paragraph(struct figure *f, double x, double top, double room, const char *text, struct sheet_pen pen,
                       size_t most);

void sheet_box(struct figure *f, double left, double bottom, double right, double top, const char *colour);
void sheet_line(struct figure *f, double x1, double y1, double x2, double y2, const char *colour, double width);

/* The mark of a verdict in its colour, around (x, y); only outlined where it does not count. */
void sheet_mark(struct figure *f, double x, double y, enum verdict verdict, bool counts);

/* What the marks mean, from x; on a narrow page in two lines, y the lower one's. */
void sheet_legend(struct figure *f, double x, double y, bool asides);
double sheet_legend_more(const struct figure *f); /* that the second line takes */

/* Phrases of phrase.h as text that the figure owns. */
const char *sheet_target_name(struct figure *f, const struct trajectory *t, const struct plan_target *g);
const char *sheet_target_subject(struct figure *f, const struct trajectory *t, const struct plan_target *g);
const char *sheet_wanted(struct figure *f, const struct judgement *j);
const char *sheet_margin(struct figure *f, const struct judgement *j);

#endif
