/* Errors: kept in order, once each, with the worst status and their sentence. */
#include "said.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static void
keeps_order_and_worst_status(void **state)
{
    const struct place place = { "a.cfg", 14 };
    struct error err = { 0 };

    (void) state;
    assert_int_equal(error_worst(&err), OK);
    assert_int_equal(error_add(&err, OK, place, WORD_no_font), OK);
    assert_int_equal(error_worst(&err), OK);
    assert_int_equal(error_count(&err), 0);
    assert_int_equal(error_add(&err, FAILED_WORK, NOWHERE, WORD_cannot_write, "out", "No space"), FAILED_WORK);
    assert_int_equal(error_worst(&err), FAILED_WORK);
    assert_int_equal(error_add(&err, FAILED_INPUT, place, WORD_unknown_key, "gpd", "gdp"), FAILED_INPUT);
    assert_int_equal(error_worst(&err), FAILED_INPUT);
    assert_int_equal(error_count(&err), 2);
    assert_int_equal(error_add(&err, INTERRUPTED, ((struct place) { "b.csv", 0 }), WORD_csv_no_rows), INTERRUPTED);
    assert_int_equal(error_worst(&err), INTERRUPTED);
    assert_said(&err, "a.cfg:14: warning: no Chinese font; install fonts-noto-cjk\n"
                      "cannot write 'out': No space; earlier results are untouched\n"
                      "a.cfg:14: unknown setting 'gpd'; did you mean 'gdp'?\n"
                      "b.csv: the table has no rows under its header\n");
    error_free(&err);
}

static void
adds_the_same_line_once(void **state)
{
    const struct place here = { "a.cfg", 1 }, there = { "a.cfg", 2 }, elsewhere = { "b.cfg", 1 };
    char name[] = "gdp";
    struct error err = { 0 };

    (void) state;
    for (int i = 0; i < 3; i++) {
        assert_int_equal(error_add(&err, FAILED_INPUT, here, WORD_already_met, name), FAILED_INPUT);
        error_add(&err, FAILED_INPUT, there, WORD_already_met, name);
        error_add(&err, FAILED_INPUT, elsewhere, WORD_already_met, name);
        error_add(&err, FAILED_INPUT, NOWHERE, WORD_already_met, name);
        error_add(&err, FAILED_INPUT, here, WORD_already_met, "other");
        error_add(&err, FAILED_INPUT, here, WORD_already_met);
        error_add(&err, FAILED_INPUT, here, WORD_csv_unnamed, name);
    }
    name[0] = 'x'; /* the arguments were copied */
    assert_int_equal(error_count(&err), 7);
    assert_string_equal(err.line[0].argument[0], "gdp");
    error_free(&err);
}

static void
speaks_both_languages(void **state)
{
    struct error err = { 0 };
    struct text out = { 0 };

    (void) state;
    error_add(&err, OK, ((struct place) { "a.csv", 3 }), WORD_csv_gap, "gdp", "2015");
    error_print(&out, &err.line[0], CHINESE);
    assert_string_equal(out.at, "a.csv:3: 警告：gdp缺2015年数据");
    text_free(&out);
    error_free(&err);
}

static void
takes_as_many_arguments_as_there_are(void **state)
{
    struct error err = { 0 };

    (void) state;
    error_add(&err, FAILED_INPUT, NOWHERE, WORD_out_of_range, "1", "2", "3", "4", "5", "6");
    error_add(&err, FAILED_INPUT, NOWHERE, WORD_out_of_range, "1", "2", "3", "4", "5", "6");
    assert_said(&err, "'1' is 2; must be from 3 to 4 5\n");
}

static void
says_why_the_system_refused(void **state)
{
    static const int known[] = { EACCES, EPERM, ENOENT,       EEXIST, ENOTDIR, EISDIR, ENOTEMPTY, ENOSPC, EDQUOT,
                                 EROFS,  EFBIG, ENAMETOOLONG, ELOOP,  EMFILE,  EIO,    EPIPE,     EBADF,  EXDEV };
    struct text said = { 0 };

    (void) state;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        const char *const cause[] = { error_cause(known[i]), NULL };

        word_fill(&said, ENGLISH, WORD_chart_plain, cause);
        assert_string_equal(text_of(&said), strerror(known[i]));
        text_free(&said);
    }
    word_fill(&said, CHINESE, WORD_chart_plain, (const char *const[]) { error_cause(ENOSPC), NULL });
    assert_string_equal(text_of(&said), "磁盘空间不足");
    text_free(&said);
    assert_string_equal(error_cause(EDOM), strerror(EDOM));
}

static void
does_not_drown(void **state)
{
    struct error err = { 0 };
    char number[24];

    (void) state;
    for (int i = 0; i < 5000; i++) {
        snprintf(number, sizeof number, "%d", i);
        error_add(&err, OK, NOWHERE, WORD_already_met, number);
    }
    assert_int_equal(err.lines, 1000);
    assert_int_equal(error_add(&err, FAILED_WORK, NOWHERE, WORD_no_font), FAILED_WORK);
    assert_int_equal(error_add(&err, FAILED_INPUT, NOWHERE, WORD_already_met, "x"), FAILED_INPUT);
    assert_int_equal(error_add(&err, FAILED_WORK, NOWHERE, WORD_already_met, "y"), FAILED_WORK);
    assert_int_equal(error_worst(&err), FAILED_INPUT);
    assert_int_equal(err.lines, 1002);
    error_free(&err);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_order_and_worst_status), cmocka_unit_test(adds_the_same_line_once),
        cmocka_unit_test(speaks_both_languages),        cmocka_unit_test(takes_as_many_arguments_as_there_are),
        cmocka_unit_test(says_why_the_system_refused),  cmocka_unit_test(does_not_drown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
