/* A place for a label beside its point, where it covers neither lines nor other labels. */
#ifndef REPORT_CHART_PLACE_H
#define REPORT_CHART_PLACE_H

#include <stdbool.h>
#include <stddef.h>

struct box { /* points on the page */
    double left, bottom, right, top;
};

struct spot {
    double x, y;
};

/* What is in the way. Zero-initialise but for `page`, the area that labels must stay in. */
struct obstacles {
    struct box page;
    struct box *box; /* labels and marks */
    size_t boxes, box_room;
    struct spot *spot; /* lines and dots */
    size_t spots, spot_room;
};

void obstacles_add_box(struct obstacles *o, struct box box);
void obstacles_add_line(struct obstacles *o, struct spot from, struct spot to);
void obstacles_free(struct obstacles *o); /* safe twice */

/* The middle of the best free place for a label of that size around `anchor`, near rather than far;
 * the label becomes an obstacle itself. */
struct spot obstacles_place(struct obstacles *o, struct spot anchor, double width, double height);

/* The middle of the freest place for a label that sits on a level line at `y` between two x, from the left; under the
 * line where all above it is taken. The label becomes an obstacle itself. */
struct spot obstacles_place_on(struct obstacles *o, double y, double from, double to, double width, double height);

/* Whether the last of them found a place on the page where nothing else is written. */
bool obstacles_last_is_free(const struct obstacles *o);

#endif
