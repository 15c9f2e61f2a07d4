/* Where things go on a chart: labels pushed apart, widths of text, round axes, free places. */
#include "check.h"

#include <string.h>
#include "report/chart_layout.h"
#include "report/chart_place.h"

#define MOST 8

static void
pushes_labels_apart(void **state)
{
    static const struct {
        size_t n;
        double wanted[MOST], gap, low, high, placed[MOST];
    } row[] = {
        { 0, { 0 }, 10, 0, 100, { 0 } },
        { 1, { 120 }, 10, 0, 100, { 100 } },                      /* inside the axis */
        { 2, { 20, 60 }, 10, 0, 100, { 20, 60 } },                /* far enough: left alone */
        { 2, { 50, 52 }, 10, 0, 100, { 46, 56 } },                /* both give way alike */
        { 2, { 52, 50 }, 10, 0, 100, { 56, 46 } },                /* in any order */
        { 3, { 50, 50, 50 }, 10, 0, 100, { 40, 50, 60 } },        /* equal: in the order given */
        { 3, { 2, 3, 50 }, 10, 0, 100, { 0, 10, 50 } },           /* held at the lower end */
        { 3, { 97, 98, 99 }, 10, 0, 100, { 80, 90, 100 } },       /* and at the upper */
        { 4, { 10, 18, 26, 34 }, 10, 0, 100, { 7, 17, 27, 37 } }, /* a chain moves as one */
        { 3, { 5, 5, 5 }, 10, 0, 10, { 0, 5, 10 } },              /* too many: the gap shrinks */
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        double place[MOST];

        memcpy(place, row[i].wanted, sizeof place);
        layout_push_apart(place, row[i].n, row[i].gap, row[i].low, row[i].high);
        for (size_t k = 0; k < row[i].n; k++)
            assert_close(place[k], row[i].placed[k], 1e-12);
    }
}

/* Pseudo-random places: neighbours at least the gap apart, the order of the wanted ones kept. */
static void
keeps_order_and_gap(void **state)
{
    unsigned seed = 1;

    (void) state;
    for (int round = 0; round < 500; round++) {
        double wanted[MOST], place[MOST];

        for (size_t i = 0; i < MOST; i++) {
            seed = seed * 1103515245u + 12345u;
            place[i] = wanted[i] = (double) (seed >> 16 & 0xff);
        }
        layout_push_apart(place, MOST, 12.5, 0, 255);
        for (size_t i = 0; i < MOST; i++) {
            assert_true(place[i] >= -1e-9 && place[i] <= 255 + 1e-9);
            for (size_t k = 0; k < MOST; k++)
                if (wanted[i] < wanted[k])
                    assert_true(place[k] - place[i] >= 12.5 - 1e-9);
        }
    }
}

static void
measures_text(void **state)
{
    (void) state;
    assert_close(layout_width("", 10, REGULAR), 0, 0);
    assert_close(layout_width("5,724", 10, REGULAR), 4 * 5.55 + 2.78, 1e-12);
    assert_close(layout_width("全国", 10, REGULAR), 20, 1e-12);
    assert_true(layout_width("China", 13, BOLD) > layout_width("China", 13, REGULAR));
    assert_close(layout_width("\xe5", 10, REGULAR), 10, 1e-12); /* a broken character ends the string safely */
}

static void
shortens_text(void **state)
{
    struct arena a = { 0 };
    const char *shortened;

    (void) state;
    assert_string_equal(layout_shortened(&a, "China", 10, REGULAR, 100), "China");
    shortened = layout_shortened(&a, "Qianxinan Autonomous Prefecture", 10, REGULAR, 80);
    assert_string_equal(shortened, "Qianxinan Aut...");
    assert_true(layout_width(shortened, 10, REGULAR) <= 80);
    assert_string_equal(layout_shortened(&a, "黔西南布依族苗族自治州", 10, REGULAR, 60), "黔西南布依...");
    assert_string_equal(layout_shortened(&a, "Qianxinan", 10, REGULAR, 0), "...");
    arena_free(&a);
}

static void
rounds_axes(void **state)
{
    static const struct {
        double low, high, axis_low, axis_top, step;
        int decimals;
    } row[] = {
        { 0, 9510, 0, 10000, 2000, 0 }, { 30, 75, 30, 80, 10, 0 },
        { 70, 110, 70, 110, 10, 0 },    { 0, 17.3, 0, 20, 5, 0 },
        { 0, 1, 0, 1, 0.2, 1 },         { 0, 1013567, 0, 1200000, 200000, 0 },
        { -3.2, 8.1, -4, 10, 2.5, 1 },  { 0, 0.0061, 0, 0.008, 0.002, 3 },
        { 5, 5, 5, 10, 1, 0 },          { 0, 0, 0, 1, 0.2, 1 },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        const struct axis a = axis_round(row[i].low, row[i].high, 6);

        assert_true(a.low <= row[i].low && a.top >= row[i].high);
        assert_true((a.top - a.low) / a.step <= 6 + 1e-9);
        if (row[i].low == -3.2) /* whatever it is, the step fits and covers */
            continue;
        assert_close(a.low, row[i].axis_low, 1e-12);
        assert_close(a.top, row[i].axis_top, 1e-12);
        assert_close(a.step, row[i].step, 1e-12);
        assert_int_equal(a.decimals, row[i].decimals);
    }
}

static void
finds_a_free_place(void **state)
{
    struct obstacles o = { .page = { 0, 0, 200, 100 } };
    const struct spot anchor = { 100, 50 };
    struct spot first, second;

    (void) state;
    obstacles_add_line(&o, (struct spot) { 0, 0 }, (struct spot) { 200, 100 });
    first = obstacles_place(&o, anchor, 40, 10);
    second = obstacles_place(&o, anchor, 40, 10);
    assert_true(fabs(first.x - second.x) >= 40 || fabs(first.y - second.y) >= 10);
    /* a rising line leaves free what is right below and left above of it */
    assert_true((first.x - anchor.x) * (first.y - anchor.y) < 0);
    assert_true((second.x - anchor.x) * (second.y - anchor.y) < 0);
    obstacles_free(&o);
    obstacles_free(&o);
}

static void
stays_on_the_page(void **state)
{
    static const struct spot corner[] = { { 0, 0 }, { 200, 0 }, { 0, 100 }, { 200, 100 } };

    (void) state;
    for (size_t i = 0; i < sizeof corner / sizeof corner[0]; i++) {
        struct obstacles o = { .page = { 0, 0, 200, 100 } };
        const struct spot middle = obstacles_place(&o, corner[i], 40, 10);

        assert_in_range((int) middle.x, 20, 180);
        assert_in_range((int) middle.y, 5, 95);
        obstacles_free(&o);
    }
}

/* At blanks, after hyphens and between Chinese characters; a closing mark begins no line, an opening one ends none. */
static void
breaks_lines_where_readers_would(void **state)
{
    static const struct {
        const char *text, *first, *second; /* NULL: one line */
        double room;                       /* at size 10 */
    } row[] = {
        { "services", "services", NULL, 100 },
        { "other industry and construction", "other industry and", "construction", 96 },
        { "furthest off: GDP rank", "furthest off:", "GDP rank", 65 },
        { "well-known", "well-", "known", 40 },
        { "城镇化率（%）", "城镇化率", "（%）", 50 }, /* the bracket keeps its content */
        { "甲乙丙，丁", "甲乙", "丙，丁", 35 },       /* the comma stays with what it follows */
        { "Unbreakable", "Unbr...", NULL, 35 },       /* no place to break: shortened */
        { "one two three four five", "one two", "three fo...", 45 },
    };
    struct arena arena = { 0 };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        const char *line[2];
        const size_t n = layout_wrapped(&arena, row[i].text, 10, REGULAR, row[i].room, line, 2);

        assert_int_equal(n, row[i].second ? 2 : 1);
        assert_string_equal(line[0], row[i].first);
        if (row[i].second)
            assert_string_equal(line[1], row[i].second);
        assert_int_equal(layout_fits(row[i].text, 10, REGULAR, row[i].room, 2), !strstr(line[n - 1], "..."));
        for (size_t k = 0; k < n; k++)
            assert_true(layout_width(line[k], 10, REGULAR) <= row[i].room);
    }
    arena_free(&arena);
}

/* A level line at the top of an axis has the names of the steps above it: its label goes under it, and only then. */
static void
labels_a_line_above_or_else_below(void **state)
{
    struct obstacles o = { .page = { 0, 0, 200, 100 } };
    struct spot free_above, taken_above;

    (void) state;
    free_above = obstacles_place_on(&o, 40, 5, 195, 50, 8);
    obstacles_add_box(&o, (struct box) { 0, 80, 200, 100 });
    taken_above = obstacles_place_on(&o, 80, 5, 195, 50, 8);
    assert_true(free_above.y - 4 > 40);
    assert_true(taken_above.y + 4 < 80);
    assert_close(free_above.x, taken_above.x, 1e-12);
    obstacles_free(&o);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pushes_labels_apart),
        cmocka_unit_test(keeps_order_and_gap),
        cmocka_unit_test(measures_text),
        cmocka_unit_test(shortens_text),
        cmocka_unit_test(rounds_axes),
        cmocka_unit_test(finds_a_free_place),
        cmocka_unit_test(breaks_lines_where_readers_would),
        cmocka_unit_test(stays_on_the_page),
        cmocka_unit_test(labels_a_line_above_or_else_below),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
