/* What arranging a figure is made of: chart_arrange.c has axes and margins, chart_labels.c the labels. */
#ifndef REPORT_CHART_ARRANGE_H
#define REPORT_CHART_ARRANGE_H

#include "report/chart_figure.h"

#define END_ROOM 160.0  /* for labels at the lines' ends */
#define END_SHARE 0.375 /* of the page: a narrow one has less for them */
#define END_GAP 5.0     /* between a line's end and its label */
#define LEADER_GAP 16.0
#define LEADER_GAP_NARROW 9.0
#define AREA_ROOM 96.0 /* points for the names of areas, which may take two lines */
#define FEW_AREAS 6
#define MANY_LINES 9 /* more have smaller names */

double arrange_shown(const struct figure *f, size_t column, int year); /* in shown units */

/* Where a year and a value are on the page, once axes and margins are chosen. */
struct spot arrange_on_page(const struct figure *f, double x, double y);

/* Points between the plot and the names at its lines' ends. */
double arrange_end_gap(const struct figure *f);

/* Room for them. */
double arrange_end_room(const struct figure *f);

/* Whether the names of lines that are more important leave room for that of this line. */
bool arrange_end_fits(const struct figure *f, size_t line);

/* Of the type of those names */
double arrange_end_size(const struct figure *f);

/* An area's name in one or two lines; returns how many. */
size_t arrange_area_name(struct figure *f, const struct figure_area *area, const char *line[2]);

/* "China 12.3": a long name gives way, the number never. */
const char *arrange_end_label(struct figure *f, const struct figure_line *line);
bool arrange_has_end_label(const struct figure *f, const struct figure_line *line);

/* Notes with their places found, points on the page: text; a square of that colour. */
void arrange_note(struct figure *f, struct spot page, const char *text, double size, const char *colour,
                  enum align align);
void arrange_swatch(struct figure *f, struct spot page, const char *colour);

/* Dark or white, whichever reads better on that colour (relative luminance, WCAG 2). */
const char *arrange_text_on(const struct figure *f, const char *colour);

/* Fills f->placed. Axes and margins are chosen. */
void arrange_labels(struct figure *f);

#endif
