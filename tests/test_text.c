/* Text: growing strings, UTF-8, cells, near words, numbers there and back. */
#include "check.h"

#include <stdlib.h>
#include <string.h>
#include "base/text.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static void
grows_and_stays_ended(void **state)
{
    struct text t = { 0 };

    (void) state;
    assert_string_equal(text_of(&t), "");
    for (int i = 0; i < 1000; i++) {
        text_add(&t, "三");
        text_print(&t, "%d,", i);
        text_add_bytes(&t, "x\0y", 3);
        assert_int_equal(t.at[t.length], '\0');
    }
    assert_memory_equal(t.at, "三0,x\0y三1,", 13);
    assert_int_equal(t.length, 1000 * (3 + 1 + 3) + 10 + 180 + 2700);
    text_free(&t);
    text_free(&t);
    text_add_bytes(&t, NULL, 0);
    assert_string_equal(t.at, "");
    text_free(&t);
}

static void
knows_utf8(void **state)
{
    static const struct {
        const char *bytes;
        bool valid;
    } row[] = {
        { "", true },
        { "GDP, 地区生产总值", true },
        { "\xf0\x9f\x98\x80", true },
        { "\xef\xbf\xbf", true },
        { "\xf4\x8f\xbf\xbf", true },  /* U+10FFFF */
        { "\xf4\x90\x80\x80", false }, /* above it */
        { "\xc0\xaf", false },         /* overlong */
        { "\xe0\x80\xaf", false },
        { "\xf0\x80\x80\xaf", false },
        { "\xed\xa0\x80", false }, /* a surrogate */
        { "\xe4\xb8", false },     /* cut short */
        { "\x80", false },
        { "\xff", false },
        { "\xf8\x88\x80\x80\x80", false },
        { "\xd7\xf1\xd2\xe5", false }, /* GBK for 遵义 */
        { "abc\xe4\xb8\xad\xe4", false },
    };

    (void) state;
    for (size_t i = 0; i < COUNT(row); i++)
        assert_int_equal(text_is_utf8(row[i].bytes, strlen(row[i].bytes)), row[i].valid);
    assert_true(text_is_utf8("a\0b", 3));
}

static void
counts_cells(void **state)
{
    static const struct {
        const char *text;
        size_t ambiguous_one, ambiguous_two;
    } row[] = {
        { "", 0, 0 },         { "GDP 2025", 8, 8 },     { "遵义市，2025年", 14, 14 },
        { "〔10.3〕", 8, 8 }, { "ＡＢ", 4, 4 },         { "한국", 4, 4 },
        { "ｱ", 1, 1 },        { "e\xcc\x81", 1, 1 }, /* e and a combining acute accent */
        { "±2%", 3, 4 },      { "—…", 2, 4 },           { "✓", 1, 1 },
        { "😀", 2, 2 },        { "\xe2\x80\x8b", 0, 0 }, /* zero width space */
        { "a\xff", 2, 2 },
    };

    (void) state;
    for (size_t i = 0; i < COUNT(row); i++) {
        assert_int_equal(text_cells(row[i].text, 1), row[i].ambiguous_one);
        assert_int_equal(text_cells(row[i].text, 2), row[i].ambiguous_two);
    }
}

static void
finds_what_was_meant(void **state)
{
    static const char *const known[] = { "net_migration", "tfp_growth", "gdp", "gdp_real", "遵义市", "norm" };
    static const struct {
        const char *word, *meant;
    } row[] = {
        { "net_migraton", "net_migration" },
        { "ent_migration", "net_migration" }, /* a swap is one edit */
        { "migration", "net_migration" },     /* 4 edits of 9 letters are too many */
        { "tfp-growht", "tfp_growth" },
        { "gpd", "gdp" },
        { "gdp_rael", "gdp_real" },
        { "遵义", "遵义市" },
        { "nrom", "norm" },
        { "zzz", NULL },
        { "x", NULL },
        { "", NULL },
        { "something_else_entirely", NULL },
    };

    (void) state;
    for (size_t i = 0; i < COUNT(row); i++) {
        const char *nearest = text_nearest(row[i].word, known, COUNT(known));

        if (strcmp(row[i].word, "migration") == 0 || !row[i].meant)
            assert_null(nearest);
        else
            assert_string_equal(nearest, row[i].meant);
    }
    assert_null(text_nearest("gdp", known, 0));
}

static void
finds_nothing_near_endless_words(void **state)
{
    static const char *const known[] = { "gdp" };
    char word[1000];

    (void) state;
    memset(word, 'g', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    assert_null(text_nearest(word, known, 1));
    word[64] = '\0';
    assert_null(text_nearest(word, known, 1));
}

static void
writes_numbers_that_read_back(void **state)
{
    static const struct {
        double x;
        const char *shown;
    } row[] = {
        { 0.1, "0.1" },
        { -0.0, "0" },
        { 1e300, "1e+300" },
        { 5500, "5500" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { -1.0 / 3, "-0.33333333333333331" },
        { 5e-324, "4.94065645841247e-324" },
        { -1.7976931348623157e308, "-1.7976931348623157e+308" },
    };
    char buffer[TEXT_NUMBER];
    double back;

    (void) state;
    for (size_t i = 0; i < COUNT(row); i++) {
        assert_string_equal(text_number(buffer, row[i].x), row[i].shown);
        assert_true(text_to_number(buffer, &back));
        assert_true(back == row[i].x);
    }
    for (uint64_t i = 1, bits = 1; i < 20000; i++) {
        double x;

        bits = bits * 6364136223846793005u + 1442695040888963407u;
        memcpy(&x, &bits, sizeof x);
        if (!isfinite(x))
            continue;
        assert_true(text_to_number(text_number(buffer, x), &back));
        assert_true(back == x);
    }
    assert_string_equal(text_number(buffer, (double) INFINITY), "inf");
}

static void
reads_only_decimal_numbers(void **state)
{
    static const struct {
        const char *text;
        double x;
    } good[] = {
        { "1", 1 },      { "-2.50", -2.5 },   { "+3", 3 },   { ".5", 0.5 },   { "5.", 5 },
        { "1e3", 1000 }, { "1.5E-2", 0.015 }, { "0001", 1 }, { "1e-400", 0 },
    };
    static const char *const bad[] = {
        "",  " 1",   "1 ",  "0x10",  "nan",   "inf", "-inf",  "1e",  "1e+",   ".",
        "-", "+.e1", "1,5", "1 000", "1e999", "１",  "1.2.3", "--1", "1_000", "1%",
    };
    double x = 7;

    (void) state;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(text_to_number(bad[i], &x));
    assert_true(x == 7);
    for (size_t i = 0; i < COUNT(good); i++) {
        assert_true(text_to_number(good[i].text, &x));
        assert_true(x == good[i].x);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows_and_stays_ended),
        cmocka_unit_test(knows_utf8),
        cmocka_unit_test(counts_cells),
        cmocka_unit_test(finds_what_was_meant),
        cmocka_unit_test(finds_nothing_near_endless_words),
        cmocka_unit_test(writes_numbers_that_read_back),
        cmocka_unit_test(reads_only_decimal_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
