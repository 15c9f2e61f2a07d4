/* Whether a figure can be read: every label on the page, none over another, none smaller than 8 points. */
#ifndef TESTS_CHART_READABLE_H
#define TESTS_CHART_READABLE_H

#include "check.h"

#include <math.h>
#include "report/chart_common.h"

/* Where a label stands, points; upright ones only. */
static inline struct box
note_box(const struct figure *f, const struct figure_note *n)
{
    const double width = layout_width(n->text, n->size, n->weight);
    double x = n->x * f->width, y = n->y * f->height;

    if (!n->on_page) {
        x = f->plot.left + (n->x - f->x_low) / (f->x_high - f->x_low) * (f->plot.right - f->plot.left);
        y = f->plot.bottom + (n->y - f->y.low) / (f->y.high - f->y.low) * (f->plot.top - f->plot.bottom);
    }
    x -= n->align == ALIGN_LEFT ? 0 : n->align == ALIGN_CENTRE ? width / 2 : width;
    return (struct box) { x, y - n->size / 2, x + width, y + n->size / 2 };
}

static inline bool
boxes_meet(struct box a, struct box b)
{
    return fmin(a.right, b.right) - fmax(a.left, b.left) > 0.1 && fmin(a.top, b.top) - fmax(a.bottom, b.bottom) > 0.1;
}

static inline void
assert_figure_readable(const struct figure *f)
{
    for (size_t i = 0; i < f->head.titles; i++)
        assert_true(layout_width(f->head.title[i], f->type.title, BOLD) <= figure_room(f));
    for (size_t i = 0; i < f->count.note; i++) {
        const struct figure_note *n = &f->placed[i];
        const struct box a = note_box(f, n);

        if (n->swatch || n->turn)
            continue;
        assert_true(n->size * f->points >= 8);
        if (!(a.left >= 0 && a.right <= f->width && a.bottom >= 0 && a.top <= f->height)) {
            print_error("%s: '%s' leaves the page: %g to %g, %g to %g\n", f->title, n->text, a.left, a.right, a.bottom,
                        a.top);
            fail();
        }
        for (size_t k = i + 1; k < f->count.note; k++)
            if (!f->placed[k].swatch && !f->placed[k].turn && boxes_meet(a, note_box(f, &f->placed[k]))) {
                print_error("%s: '%s' covers '%s'\n", f->title, n->text, f->placed[k].text);
                fail();
            }
    }
}

#define FOR_SIZES_BESIDE_PAGE(size) for (int size = SIZE_COLUMN; size < THEME_SIZES; size++)

/* The same chart in a column and on a slide. */
static inline void
assert_readable_elsewhere(bool (*fill)(struct figure *f), const struct chart_input *in)
{
    FOR_SIZES_BESIDE_PAGE(size)
    {
        struct chart_input other = *in;
        struct theme theme;
        struct figure f;

        theme_start(&theme, (enum theme_size) size);
        other.theme = &theme;
        figure_start(&f, "chart", &other);
        if (fill(&f)) {
            chart_finish(&f);
            figure_arrange(&f);
            assert_figure_readable(&f);
        }
        figure_free(&f);
    }
}

#endif
