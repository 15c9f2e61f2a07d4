/* Where bars stand, and how the script draws them. */
#include "report/chart_bars.h"

#include <math.h>
#include "report/chart_arrange.h"
#include "report/chart_script.h"

#define SIDE_BY_SIDE 0.8 /* of a row's width, all bars together */
#define GAP 0.92         /* of a bar's share of it that is drawn */
#define STACK 0.31       /* of a row's width on each side of its middle */
#define STACK_MOST 36.0  /* points on each side of the middle */
#define SUM_ROOM 0.09    /* of the span, for the sums on top */

static double
shown(const struct figure *f, size_t bar, int row)
{
    return arrange_shown(f, f->bar[bar].column, row);
}

double
bars_base(const struct figure *f, size_t bar, int row)
{
    const double own = shown(f, bar, row);
    double base = 0;

    for (size_t i = 0; i < bar; i++) {
        const double other = shown(f, i, row);

        if (own > 0 ? other > 0 : other < 0)
            base += other;
    }
    return base;
}

double
bars_sum(const struct figure *f, int row)
{
    double sum = 0;

    for (size_t i = 0; i < f->count.bar; i++)
        sum += shown(f, i, row);
    return sum;
}

void
bars_widen(const struct figure *f, double *low, double *high)
{
    double least = 0, most = 0;

    if (f->count.bar == 0)
        return;
    for (size_t i = 0; i < f->count.bar; i++)
        for (int row = f->first; row <= f->last; row++) {
            const double end = shown(f, i, row) + (f->stacked ? bars_base(f, i, row) : 0);

            least = fmin(least, end); /* fmin and fmax pass over NaN */
            most = fmax(most, end);
        }
    if (f->stacked)
        most += SUM_ROOM * (most - least);
    *low = fmin(*low, least);
    *high = fmax(*high, most);
}

double
bars_half_width(const struct figure *f)
{
    const double row = arrange_on_page(f, 1, 0).x - arrange_on_page(f, 0, 0).x;

    return fmin(STACK, STACK_MOST / row);
}

static void
add_side_by_side(struct text *out, const struct figure *f)
{
    const double width = SIDE_BY_SIDE / (double) f->count.bar;

    for (size_t i = 0; i < f->count.bar; i++) {
        const double offset = ((double) i - ((double) f->count.bar - 1) / 2) * width;
        struct text x = { 0 };

        text_print(&x, "(column('year')%+g)", offset);
        script_element(out, f, text_of(&x));
        text_add(out, "(");
        script_value(out, f, f->bar[i].column);
        text_print(out, "/UNIT):(%g) with boxes fillcolor rgb '%s' fillstyle solid noborder", GAP * width,
                   f->bar[i].colour);
        text_free(&x);
    }
}

/* The sum of the parts of one sign among the bars below number n: UP and DOWN are functions of the script. */
static void
add_base(struct text *out, const struct figure *f, size_t n)
{
    static const char *const part[] = { "UP", "DOWN" };

    text_add(out, "(");
    script_value(out, f, f->bar[n].column);
    text_add(out, ">0 ? 0");
    for (int p = 0; p < 2; p++) {
        for (size_t i = 0; i < n; i++) {
            text_print(out, "+%s(", part[p]);
            script_value(out, f, f->bar[i].column);
            text_add(out, ")");
        }
        text_add(out, p == 0 ? " : 0" : ")");
    }
}

static void
add_stacks(struct text *out, const struct figure *f)
{
    const double half = bars_half_width(f);

    for (size_t i = 0; i < f->count.bar; i++) {
        script_element(out, f, "0");
        text_print(out, "(0):($0-%.5g):($0+%.5g):", half, half);
        add_base(out, f, i);
        text_add(out, ":(");
        add_base(out, f, i);
        text_add(out, "+");
        script_value(out, f, f->bar[i].column);
        text_print(out, ") with boxxyerror fillcolor rgb '%s' fillstyle solid border rgb 'white' linewidth 0.75",
                   f->bar[i].colour);
    }
}

void
script_bars(struct text *out, const struct figure *f)
{
    if (f->count.bar > 0 && f->stacked)
        add_stacks(out, f);
    else if (f->count.bar > 0)
        add_side_by_side(out, f);
}
