/* CSV: rows of what is read, and every refusal with its sentence. */
#include "said.h"
#include "scratch.h"

#include "base/csv.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static enum status
parse(struct csv *out, const char *text, struct error *err)
{
    *out = (struct csv) { .path = strdup("t.csv"), .input = { strdup(text), strlen(text), "" } };
    assert_non_null(out->path);
    assert_non_null(out->input.text);
    return csv_parse(out, err);
}

static void
reads_rows_with_their_lines(void **state)
{
    struct csv c;
    struct error err = { 0 };

    (void) state;
    assert_int_equal(parse(&c,
                           "# source: a yearbook, \"2020\"\n\n#\nname,year,\"value, yi\"\n"
                           "遵义,2020,3720.05\n\n\"two\nlines\",\"2021\",\"say \"\"so\"\"\"\n,,\n#1,,-2e3",
                           &err),
                     OK);
    assert_int_equal(c.columns, 3);
    assert_int_equal(c.rows, 4);
    assert_string_equal(c.header[2], "value, yi");
    assert_string_equal(csv_cell(&c, 0, 0), "遵义");
    assert_string_equal(csv_cell(&c, 1, 0), "two\nlines");
    assert_string_equal(csv_cell(&c, 1, 1), "2021");
    assert_string_equal(csv_cell(&c, 1, 2), "say \"so\"");
    assert_string_equal(csv_cell(&c, 2, 1), "");
    assert_string_equal(csv_cell(&c, 3, 0), "#1");
    assert_string_equal(csv_cell(&c, 3, 2), "-2e3");
    assert_int_equal(c.line[0], 5);
    assert_int_equal(c.line[1], 7);
    assert_int_equal(c.line[2], 9);
    assert_int_equal(c.line[3], 10);
    assert_int_equal(error_worst(&err), OK);
    csv_free(&c);
    csv_free(&c);
}

static void
refuses_what_is_no_table(void **state)
{
    static const struct {
        const char *text, *said;
    } row[] = {
        { "", "t.csv:1: no table: the first line that is no comment must name the columns\n" },
        { "# only\n\n# comments\n", "t.csv:4: no table: the first line that is no comment must name the columns\n" },
        { "a,b\n", "t.csv:2: the table has no rows under its header\n" },
        { "a,,c\n1,2,3\n", "t.csv:1: column 2 has no name\n" },
        { "\na,b,a\n1,2,3\n", "t.csv:2: column 'a' stands twice in the header\n" },
        { "a,b\n1,2\n3\n4,5,6\n7,8\n",
          "t.csv:3: row 3 has 1 fields, header has 2\nt.csv:4: row 4 has 3 fields, header has 2\n" },
        { "a,b\n1,2\n\"x,\n3,4\n", "t.csv:3: the quotation mark that opens here is never closed\n" },
        { "\"a", "t.csv:1: the quotation mark that opens here is never closed\n" },
        { "a,b\n1,\"2\n\"3\n", "t.csv:3: a quotation mark inside a field; enclose the field in quotes and "
                               "write \"\" for each one in it\n" },
        { "a,b\n1,2\"\"\n", "t.csv:2: a quotation mark inside a field; enclose the field in quotes and "
                            "write \"\" for each one in it\n" },
    };

    (void) state;
    for (size_t i = 0; i < COUNT(row); i++) {
        struct error err = { 0 };
        struct csv c;

        assert_int_equal(parse(&c, row[i].text, &err), FAILED_INPUT);
        assert_said(&err, row[i].said);
        csv_free(&c);
    }
}

static void
tells_of_twenty_ragged_rows(void **state)
{
    struct text text = { 0 };
    struct error err = { 0 };
    struct csv c;

    (void) state;
    text_add(&text, "a,b\n");
    for (int i = 0; i < 100; i++)
        text_add(&text, "1;2\n");
    assert_int_equal(parse(&c, text.at, &err), FAILED_INPUT);
    assert_int_equal(error_count(&err), 20);
    csv_free(&c);
    error_free(&err);
    text_free(&text);
}

static void
refuses_endless_headers(void **state)
{
    struct text text = { 0 };
    struct error err = { 0 };
    struct csv c;

    (void) state;
    for (int i = 0; i <= 10000; i++)
        text_print(&text, "%sc%d", i ? "," : "", i);
    assert_int_equal(parse(&c, text.at, &err), FAILED_INPUT);
    assert_said(&err, "t.csv:1: more than 10000 columns: not such a table as is read here\n");
    csv_free(&c);
    text_free(&text);
}

static void
finds_columns(void **state)
{
    struct error err = { 0 };
    struct csv c;
    size_t column;

    (void) state;
    assert_int_equal(parse(&c, "year,value\n2020,1\n", &err), OK);
    assert_int_equal(csv_column(&c, "value"), 1);
    assert_true(csv_column(&c, "Value") == CSV_NONE);
    assert_int_equal(csv_need(&c, "year", &column, &err), OK);
    assert_int_equal(column, 0);
    assert_int_equal(csv_need(&c, "region", &column, &err), FAILED_INPUT);
    assert_said(&err, "t.csv: no column 'region'; there are: year, value\n");
    csv_free(&c);
}

static void
takes_only_numbers_as_numbers(void **state)
{
    struct error err = { 0 };
    struct csv c;
    double x = 0;

    (void) state;
    assert_int_equal(parse(&c, "# note\nname,value\na,-1.5\nb,\"1,5\"\nc,\nd,约80\ne,1e999\n", &err), OK);
    assert_int_equal(csv_number(&c, 0, 1, &x, &err), OK);
    assert_true(x == -1.5);
    for (size_t row = 1; row < c.rows; row++)
        assert_int_equal(csv_number(&c, row, 1, &x, &err), FAILED_INPUT);
    assert_true(x == -1.5);
    assert_said(&err, "t.csv:4: column 'value', row 4: not a number: '1,5'\n"
                      "t.csv:5: column 'value', row 5: not a number: ''\n"
                      "t.csv:6: column 'value', row 6: not a number: '约80'\n"
                      "t.csv:7: column 'value', row 7: not a number: '1e999'\n");
    csv_free(&c);
}

static void
reads_files(void **state)
{
    char *folder = scratch_new();
    char *path = scratch_file(folder, "a.csv", "\xef\xbb\xbf# source\r\nyear,\"value\"\r\n2020,\"1\r\n2\"\r\n");
    struct error err = { 0 };
    struct csv c;

    (void) state;
    assert_int_equal(csv_read(&c, path, NOWHERE, &err), OK);
    assert_string_equal(c.path, path);
    assert_string_equal(c.header[0], "year");
    assert_string_equal(csv_cell(&c, 0, 1), "1\n2");
    assert_int_equal(c.line[0], 3);
    assert_int_equal(strlen(c.input.sha256), 64);
    csv_free(&c);
    free(path);
    scratch_free(folder);
}

static void
assert_unread(const char *path, const char *before, const char *after)
{
    const struct place named_in = { "mine.cfg", 9 };
    struct error err = { 0 };
    struct text lines = { 0 };
    struct csv c;

    text_print(&lines, "%s%s%s", before, path, after);
    assert_int_equal(csv_read(&c, path, named_in, &err), FAILED_INPUT);
    assert_null(c.path);
    assert_said(&err, lines.at);
    csv_free(&c);
    text_free(&lines);
}

static void
refuses_files_that_are_none(void **state)
{
    char *folder = scratch_new();
    char *gbk = scratch_file(folder, "gbk.csv", "city,gdp\n\xd7\xf1\xd2\xe5,3720\n");
    char *nul = scratch_bytes(folder, "nul.csv", "a,b\n1,\0\n", 8);
    char *empty = scratch_file(folder, "empty.csv", "");
    char *ragged = scratch_file(folder, "ragged.csv", "a,b\n1\n");
    char *missing = files_join(folder, "missing.csv");

    (void) state;
    assert_unread(gbk, "", ":2: not UTF-8; save it as \"CSV UTF-8\"\n");
    assert_unread(nul, "", ":2: holds NUL bytes: a program's own file or UTF-16; save it as UTF-8 text\n");
    assert_unread(empty, "", ":1: no table: the first line that is no comment must name the columns\n");
    assert_unread(ragged, "", ":2: row 2 has 1 fields, header has 2\n");
    assert_unread(missing, "mine.cfg:9: no file '", "' (named in mine.cfg)\n");
    assert_unread(folder, "mine.cfg:9: '", "' is a folder; name a file in it\n");
    free(gbk);
    free(nul);
    free(empty);
    free(ragged);
    free(missing);
    scratch_free(folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rows_with_their_lines),
        cmocka_unit_test(refuses_what_is_no_table),
        cmocka_unit_test(tells_of_twenty_ragged_rows),
        cmocka_unit_test(refuses_endless_headers),
        cmocka_unit_test(finds_columns),
        cmocka_unit_test(takes_only_numbers_as_numbers),
        cmocka_unit_test(reads_files),
        cmocka_unit_test(refuses_files_that_are_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
