#include "report/chart_place.h"

#include <math.h>
#include <stdlib.h>
#include "base/memory.h"

#define SPOTS_APART 2.0 /* points between the samples of a line */
#define FORBIDDEN 1e6   /* more than any number of line samples */
#define UNDER 1e5       /* a label on a line goes under it only where there is no place above */
#define CLEARANCE 1.5   /* points between a label and what it must not touch */

void
obstacles_add_box(struct obstacles *o, struct box box)
{
    o->box = memory_room(o->box, o->boxes, &o->box_room, sizeof *o->box);
    o->box[o->boxes++] = box;
}

void
obstacles_add_line(struct obstacles *o, struct spot from, struct spot to)
{
    const double length = hypot(to.x - from.x, to.y - from.y);
    const int samples = (int) fmin(1e4, ceil(length / SPOTS_APART)) + 1;

    for (int i = 0; i <= samples; i++) {
        const double part = (double) i / samples;

        o->spot = memory_room(o->spot, o->spots, &o->spot_room, sizeof *o->spot);
        o->spot[o->spots++] = (struct spot) { from.x + part * (to.x - from.x), from.y + part * (to.y - from.y) };
    }
}

void
obstacles_free(struct obstacles *o)
{
    free(o->box);
    free(o->spot);
    *o = (struct obstacles) { 0 };
}

static double
overlap(const struct box *a, const struct box *b)
{
    const double width = fmin(a->right, b->right) - fmax(a->left, b->left);
    const double height = fmin(a->top, b->top) - fmax(a->bottom, b->bottom);

    return width > 0 && height > 0 ? width * height : 0;
}

static struct box
box_around(struct spot middle, double width, double height)
{
    return (struct box) { middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2 };
}

/* What a label there would cover: another label or the page's edge must not be, lines should not. */
static double
covered(const struct obstacles *o, const struct box *label)
{
    const double inside = overlap(label, &o->page);
    const double outside = (label->right - label->left) * (label->top - label->bottom) - inside;
    double cost = outside > 0.01 ? FORBIDDEN + outside : 0;

    for (size_t i = 0; i < o->boxes; i++) {
        const double hidden = overlap(label, &o->box[i]);

        cost += hidden > 0 ? FORBIDDEN + hidden : 0;
    }
    for (size_t i = 0; i < o->spots; i++)
        if (o->spot[i].x > label->left && o->spot[i].x < label->right && o->spot[i].y > label->bottom
            && o->spot[i].y < label->top)
            cost += 20;
    return cost;
}

struct spot
obstacles_place(struct obstacles *o, struct spot anchor, double width, double height)
{
    static const struct spot direction[] = {
        /* the pleasant ones first */
        { 1, -1 }, { -1, 1 }, { 1, 0 }, { 0, 1 }, { 0, -1 }, { -1, 0 }, { 1, 1 }, { -1, -1 },
    };
    static const double distance[] = { 4, 9, 15, 22, 30, 40, 52 };
    struct spot best = anchor;
    double best_cost = INFINITY;

    for (size_t far = 0; far < sizeof distance / sizeof distance[0]; far++)
        for (size_t way = 0; way < sizeof direction / sizeof direction[0]; way++) {
            const struct spot d = direction[way];
            const double reach = distance[far] * (d.x != 0 && d.y != 0 ? 0.7 : 1);
            const struct spot middle = { anchor.x + d.x * (reach + width / 2), anchor.y + d.y * (reach + height / 2) };
            const struct box label = box_around(middle, width + 2 * CLEARANCE, height + 2 * CLEARANCE);
            const double cost = covered(o, &label) + distance[far] + 0.1 * (double) way;

            if (cost < best_cost) {
                best_cost = cost;
                best = middle;
            }
        }
    obstacles_add_box(o, box_around(best, width, height));
    return best;
}

struct spot
obstacles_place_on(struct obstacles *o, double y, double from, double to, double width, double height)
{
    const double away = height / 2 + CLEARANCE;
    struct spot best = { from + width / 2, y + away };
    double best_cost = INFINITY;

    for (int under = 0; under < 2; under++)
        for (double left = from; left + width <= to; left += 4) {
            const struct spot middle = { left + width / 2, under ? y - away : y + away };
            const struct box label = box_around(middle, width + 2 * CLEARANCE, height);
            const double cost = covered(o, &label) + 0.02 * (left - from) + (under ? UNDER : 0);

            if (cost < best_cost) {
                best_cost = cost;
                best = middle;
            }
        }
    obstacles_add_box(o, box_around(best, width, height));
    return best;
}

bool
obstacles_last_is_free(const struct obstacles *o)
{
    const struct box *last = &o->box[o->boxes - 1];
    const double area = (last->right - last->left) * (last->top - last->bottom);

    for (size_t i = 0; i + 1 < o->boxes; i++)
        if (overlap(last, &o->box[i]) > 0)
            return false;
    return overlap(last, &o->page) > area - 0.01;
}
