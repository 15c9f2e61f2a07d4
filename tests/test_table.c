/* Tables for the terminal: aligned by cells, later columns dropped, what is kept broken into lines. */
#include "check.h"

#include <string.h>
#include "report/table.h"
#include "report/wrap.h"

static void
assert_drawn(const char *const (*rows)[3], size_t count, size_t keep, size_t width, const char *expected)
{
    struct table t;
    struct text drawn = { 0 };

    table_init(&t, "lrl", keep);
    for (size_t r = 0; r < count; r++) {
        table_row(&t);
        for (size_t c = 0; c < 3; c++)
            table_set(&t, r, c, rows[r][c]);
    }
    table_draw(&drawn, &t, 1, width, 1);
    assert_string_equal(text_of(&drawn), expected);
    text_free(&drawn);
    table_free(&t);
    table_free(&t); /* safe twice */
}

static void
aligns_by_cells(void **state)
{
    static const char *const rows[][3] = { { "指标", "2020年", "结论" }, { "GDP", "5", "+ 达到" } };

    (void) state;
    assert_drawn(rows, 2, 3, 80, " 指标  2020年  结论\n GDP        5  + 达到\n");
    assert_drawn(rows, 2, 2, 21, " 指标  2020年  结论\n GDP        5  + 达到\n");
    assert_drawn(rows, 2, 2, 20, " 指标  2020年\n GDP        5\n");
}

/* Sixteen cells stay of the first column, and its lines keep the blanks in front of them. */
static void
breaks_what_must_be_kept(void **state)
{
    static const char *const rows[][3] = { { "  人均地区生产总值（元，当年价）", "80000", "met" },
                                           { "short", "1", "x" } };
    static const char *const texts[][3] = { { "1 first", "2025", "one two three four five six seven eight" } };

    (void) state;
    assert_drawn(rows, 2, 3, 29,
                 "   人均地区生产总  80000  met\n   值（元，当年\n   价）\n short                 1  x\n");
    assert_drawn(texts, 1, 3, 26,
                 " 1 first  one two three four\n          five six seven eight\n"); /* the year is hidden */
    assert_drawn(texts, 1, 3, 40, " 1 first  2025  one two three four five\n                six seven eight\n");
}

static void
wraps_where_lines_may_break(void **state)
{
    static const struct {
        const char *text;
        size_t width;
        const char *lines;
    } row[] = {
        { "one two three", 7, "one two\nthree\n" },
        { "one two  ", 9, "one two\n" },
        { "immeasurable", 5, "immeasurable\n" },
        { "年均增速为可比价；期内", 16, "年均增速为可比\n价；期内\n" }, /* no line begins with a mark */
        { "增长（以可比价计）", 6, "增长\n（以可\n比价\n计）\n" },
        { "", 5, "" },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct text out = { 0 };

        wrap_cells(&out, row[i].text, row[i].width, 1);
        assert_string_equal(text_of(&out), row[i].lines);
        text_free(&out);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(aligns_by_cells),
        cmocka_unit_test(breaks_what_must_be_kept),
        cmocka_unit_test(wraps_where_lines_may_break),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
