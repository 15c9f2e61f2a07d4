/* Numbers as people read them: rows of what is shown, and the limits. */
#include "check.h"

#include <string.h>
#include "report/number.h"

static void
shows_numbers_in_both_languages(void **state)
{
    static const struct {
        double x;
        int decimals;
        const char *english, *chinese;
    } row[] = {
        { 5723.58, 1, "5,723.6", "5723.6" },
        { 86669.2, 0, "86,669", "86669" },
        { 1013567, 1, "1,013,567.0", "1013567.0" },
        { 999.96, 1, "1,000.0", "1000.0" },
        { 999.94, 1, "999.9", "999.9" },
        { 61.138, 2, "61.14", "61.14" },
        { -1234.5, 0, "-1,235", "-1235" },
        { 3720.05, 1, "3,720.1", "3720.1" },
        { 0.125, 2, "0.13", "0.13" },
        { -0.04, 1, "0.0", "0.0" },
        { -0.0, 0, "0", "0" },
        { 0.05, 0, "0", "0" },
        { NAN, 1, "-", "-" },
        { -INFINITY, 1, "-", "-" },
        { 2.5e15, 1, "2.5e+15", "2.5e+15" },
        { -1e300, 9, "-1.0e+300", "-1.0e+300" },
        { 7, -3, "7", "7" },
    };
    char buffer[NUMBER_SHOWN];

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        assert_string_equal(number_shown(buffer, row[i].x, row[i].decimals, ENGLISH), row[i].english);
        assert_string_equal(number_shown(buffer, row[i].x, row[i].decimals, CHINESE), row[i].chinese);
    }
}

static void
signs_what_is_not_zero(void **state)
{
    static const struct {
        double x;
        int decimals;
        const char *shown;
    } row[] = {
        { 4.06, 1, "+4.1" },   { -0.86, 2, "-0.86" }, { 0.04, 1, "0.0" },      { -0.04, 1, "0.0" },
        { 1487, 0, "+1,487" }, { NAN, 1, "-" },       { 1e16, 0, "+1.0e+16" },
    };
    char buffer[NUMBER_SHOWN];

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        assert_string_equal(number_signed(buffer, row[i].x, row[i].decimals, ENGLISH), row[i].shown);
}

static void
fits_the_buffer_whatever_comes(void **state)
{
    char buffer[NUMBER_SHOWN];

    (void) state;
    number_signed(buffer, -999999999999999.0, 99, ENGLISH);
    assert_in_range(strlen(buffer), 1, NUMBER_SHOWN - 1);
    number_signed(buffer, -1.7976931348623157e308, 99, ENGLISH);
    assert_in_range(strlen(buffer), 1, NUMBER_SHOWN - 1);
}

static void
rounds_as_it_shows(void **state)
{
    (void) state;
    assert_close(number_rounded(-0.86, 1), -0.9, 1e-15);
    assert_close(number_rounded(99.96, 1), 100.0, 1e-15);
    assert_false(signbit(number_rounded(-0.04, 1)));
    assert_true(isnan(number_rounded(NAN, 1)));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_numbers_in_both_languages),
        cmocka_unit_test(signs_what_is_not_zero),
        cmocka_unit_test(fits_the_buffer_whatever_comes),
        cmocka_unit_test(rounds_as_it_shows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
