/* Where things go on a chart: how wide text is, which ticks an axis has, labels kept apart.
 *
 * gnuplot places nothing for us, so that a chart looks the same on every terminal. Lengths are in
 * points (1/72 inch) on the page, from its lower left corner.
 */
#ifndef REPORT_CHART_LAYOUT_H
#define REPORT_CHART_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include "base/memory.h"

#define LINE_HEIGHT 1.25 /* of the type size */

enum weight { REGULAR, BOLD };

/* Width of one line of text in Noto Sans CJK SC; other fonts differ by a few percent. */
double layout_width(const char *text, double size, enum weight weight);

/* Bytes of the UTF-8 character at s, at least 1, never past the end of the string. */
size_t layout_character(const char *s);

/* The text, or its beginning with "..." where it is wider than `room`; owned by the arena. */
const char *layout_shortened(struct arena *a, const char *text, double size, enum weight weight, double room);

/* Breaks the text into at most `most` lines that fit the room, at blanks, hyphens and between Chinese characters, and
 * returns how many; the last is shortened where the text is too long. Lines are owned by the arena. */
size_t layout_wrapped(struct arena *a, const char *text, double size, enum weight weight, double room,
                      const char **line, size_t most);
/* Whether it takes no more lines and no word is cut. */
bool layout_fits(const char *text, double size, enum weight weight, double room, size_t most);

/* Moves the n places, in any order, as little as possible (least squares) until neighbours are `gap`
 * apart and all lie within low..high; where they cannot fit, the gap shrinks. */
void layout_push_apart(double *place, size_t n, double gap, double low, double high);

/* A linear axis with round ticks. */
struct axis {
    double low, top; /* first and last tick */
    double high;     /* end of the axis: room above the last tick for the names of the steps */
    double step;
    int decimals; /* that the ticks need */
};

/* Covers low..high with at most `intervals` steps of 1, 2, 2.5 or 5 times a power of ten. */
struct axis axis_round(double low, double high, int intervals);

/* The same for places, of which 1 is on top: low is the last place, top the first, whole steps down from it. */
struct axis axis_of_places(double low, double high, int intervals);

int axis_intervals(const struct axis *a);      /* between its ticks */
double axis_tick(const struct axis *a, int i); /* from 0 at `low`; there is no place 0: it is 1 */

#endif
