#include "report/chart_layout.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Advances of U+0020 to U+007E in 1/1000 of the type size, from the font's hmtx table. */
static const short advance[2][95] = {
    { 224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
      555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
      552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
      531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
      284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555 },
    { 227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370,  325, 387, 590, 590, 590,
      590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
      585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624,  625, 748, 619, 915, 627,
      580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372,  597, 640, 304, 306, 604,
      315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574,  511, 378, 296, 378, 590 },
};

size_t
layout_character(const char *s)
{
    size_t n = 1;

    while (((unsigned char) s[n] & 0xc0) == 0x80)
        n++;
    return n;
}

static double
character_width(const char *s, enum weight weight)
{
    const unsigned char first = (unsigned char) s[0];

    if (first >= 0x20 && first < 0x7f)
        return advance[weight][first - 0x20] / 1000.0;
    if (first < 0x20 || first == 0x7f)
        return 0;
    if (first < 0xe0) /* U+0080 to U+07FF: accented Latin, Greek, Cyrillic */
        return 0.62;
    return 1; /* Chinese and its punctuation; dashes are a little narrower */
}

double
layout_width(const char *text, double size, enum weight weight)
{
    double width = 0;

    while (*text) {
        width += character_width(text, weight);
        text += layout_character(text);
    }
    return width * size;
}

const char *
layout_shortened(struct arena *a, const char *text, double size, enum weight weight, double room)
{
    static const char dots[] = "...";
    double width = layout_width(dots, size, weight);
    const char *end = text;

    if (layout_width(text, size, weight) <= room)
        return text;
    while (width + size * character_width(end, weight) <= room) {
        width += size * character_width(end, weight);
        end += layout_character(end);
    }
    while (end > text && end[-1] == ' ')
        end--;
    return arena_print(a, "%.*s%s", (int) (end - text), text, dots);
}

struct pushed {
    double wanted;
    size_t index;
};

static int
by_wanted(const void *a, const void *b)
{
    const struct pushed *x = a, *y = b;

    if (x->wanted != y->wanted)
        return x->wanted < y->wanted ? -1 : 1;
    return x->index < y->index ? -1 : 1;
}

/* Least squares under x[0] <= x[1] <= ...: neighbours in the wrong order share their mean (pool
 * adjacent violators, Barlow and others 1972). */
static void
make_rising(double *x, size_t n)
{
    size_t *length = memory_new(n + 1, sizeof *length);
    double *mean = memory_new(n + 1, sizeof *mean);
    size_t blocks = 0, k = 0;

    for (size_t i = 0; i < n; i++) {
        mean[blocks] = x[i];
        length[blocks++] = 1;
        while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
            const double a = (double) length[blocks - 2], b = (double) length[blocks - 1];

            mean[blocks - 2] = (a * mean[blocks - 2] + b * mean[blocks - 1]) / (a + b);
            length[blocks - 2] += length[blocks - 1];
            blocks--;
        }
    }
    for (size_t b = 0; b < blocks; b++)
        for (size_t i = 0; i < length[b]; i++)
            x[k++] = mean[b];
    free(mean);
    free(length);
}

void
layout_push_apart(double *place, size_t n, double gap, double low, double high)
{
    struct pushed *order = memory_new(n + 1, sizeof *order);
    double *x = memory_new(n + 1, sizeof *x);
    double last;

    if (n > 1)
        gap = fmin(gap, (high - low) / (double) (n - 1));
    last = high - (n > 0 ? (double) (n - 1) * gap : 0);
    for (size_t i = 0; i < n; i++)
        order[i] = (struct pushed) { place[i], i };
    qsort(order, n, sizeof *order, by_wanted);
    for (size_t i = 0; i < n; i++)
        x[i] = order[i].wanted - (double) i * gap;
    make_rising(x, n);
    for (size_t i = 0; i < n; i++)
        place[order[i].index] = fmax(low, fmin(x[i], last)) + (double) i * gap;
    free(x);
    free(order);
}

/* How many decimals show the step exactly: 0.25 needs two. */
static int
step_decimals(double step)
{
    int decimals = 0;

    while (decimals < 9 && fabs(step - round(step)) > 1e-9 * step) {
        step *= 10;
        decimals++;
    }
    return decimals;
}

struct axis
axis_round(double low, double high, int intervals)
{
    static const double round_steps[] = { 1, 2, 2.5, 5, 10 };
    const double span = high > low ? high - low : fmax(fabs(high), 1);
    const double power = pow(10, floor(log10(span / intervals)));
    struct axis axis = { 0 };

    for (size_t i = 0; i < sizeof round_steps / sizeof round_steps[0]; i++) {
        axis.step = round_steps[i] * power;
        axis.low = axis.step * floor(low / axis.step + 1e-9);
        axis.top = axis.step * ceil((high > low ? high : low + span) / axis.step - 1e-9);
        if (axis.top - axis.low <= axis.step * (intervals + 1e-6))
            break;
    }
    axis.high = axis.top;
    axis.decimals = step_decimals(axis.step);
    return axis;
}

struct axis
axis_of_places(double low, double high, int intervals)
{
    struct axis axis = axis_round(low, fmax(high, low + 1), intervals);

    while (axis.decimals > 0 && intervals > 1)
        axis = axis_round(low, fmax(high, low + 1), --intervals);
    return (struct axis) {
        .low = axis.top, .top = axis.low, .high = axis.low, .step = -axis.step, .decimals = axis.decimals
    };
}

int
axis_intervals(const struct axis *a)
{
    return (int) lround((a->top - a->low) / a->step);
}

double
axis_tick(const struct axis *a, int i)
{
    const double tick = a->low + i * a->step;

    return a->step < 0 && tick < 1 ? 1 : tick;
}
