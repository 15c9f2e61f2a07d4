/* Themes: what a file says of fonts, sizes, lines and colours, and what is refused. */
#include "trial.h"

#include "scenario/theme.h"

static enum status
theme_of(struct theme_file *t, const char *text, int size, struct error *err)
{
    *t = (struct theme_file) { 0 };
    trial_file("look.cfg", text);
    return theme_read(t, "look.cfg", size, err);
}

static void
the_own_theme_is_that_of_the_shipped_file(void **state)
{
    const char *root = ((struct trial *) *state)->before;
    char *path = files_join(root, "docs/theme.cfg");

    for (int size = -1; size < THEME_SIZES; size++) {
        struct theme_file shipped = { 0 }, own = { 0 };
        struct error err = { 0 };

        assert_int_equal(theme_read(&shipped, path, size, &err), OK);
        assert_int_equal(theme_read(&own, NULL, size, &err), OK);
        assert_said(&err, "");
        assert_int_equal(shipped.theme.size, own.theme.size);
        assert_memory_equal(shipped.theme.colour, own.theme.colour, sizeof own.theme.colour);
        assert_memory_equal(&shipped.theme.line, &own.theme.line, sizeof own.theme.line);
        assert_memory_equal(&shipped.theme.type, &own.theme.type, sizeof own.theme.type);
        assert_true(shipped.theme.width == own.theme.width && shipped.theme.height == own.theme.height);
        assert_int_equal(shipped.inputs, 1);
        assert_int_equal(own.inputs, 0);
        theme_file_free(&shipped);
        theme_file_free(&own);
    }
    free(path);
}

static void
says_only_what_it_changes(void **state)
{
    struct error err = { 0 };
    struct theme_file t;

    (void) state;
    trial_file("house.cfg", "fonts: { chinese = \"Noto Serif CJK SC\"; };\npalette: { home = \"#AA0000\"; };\n");
    assert_int_equal(theme_of(&t,
                              "base = \"house.cfg\"; size = \"column\"; language = \"zh\";\n"
                              "column: { width = 84.5; note = 7; }; lines: { home = 3; };\n"
                              "palette: { scenarios: { first = \"#FFCC00\"; }; };\n",
                              -1, &err),
                     OK);
    assert_said(&err, "");
    assert_int_equal(t.theme.size, SIZE_COLUMN);
    assert_int_equal(t.theme.language, CHINESE);
    assert_true(t.theme.width == 84.5 && t.theme.height == 57 && t.theme.type.note == 7 && t.theme.type.title == 11);
    assert_true(t.theme.line.home == 3 && t.theme.line.nation == 1.5);
    assert_string_equal(t.theme.font[CHINESE], "Noto Serif CJK SC");
    assert_null(t.theme.font[ENGLISH]);
    assert_string_equal(t.font[CHINESE].file, "house.cfg");
    assert_string_equal(t.theme.colour[COLOUR_HOME].fill, "#AA0000");
    assert_string_equal(t.theme.colour[COLOUR_FIRST].fill, "#FFCC00");
    assert_true(colour_contrast_on_white(t.theme.colour[COLOUR_FIRST].text) >= COLOUR_READS);
    assert_string_equal(t.theme.colour[COLOUR_NATION].fill, "#404040");
    assert_int_equal(t.inputs, 2);
    theme_file_free(&t);
}

static void
the_command_lines_size_goes_first(void **state)
{
    struct error err = { 0 };
    struct theme_file t;

    (void) state;
    assert_int_equal(theme_of(&t, "size = \"column\"; slide: { width = 200; };", SIZE_SLIDE, &err), OK);
    assert_int_equal(t.theme.size, SIZE_SLIDE);
    assert_true(t.theme.width == 200 && t.theme.height == 120);
    theme_file_free(&t);
}

static void
refuses(void **state)
{
    static const struct refusal row[] = {
        { "colors = 1;", "look.cfg:1: unknown setting 'colors'; there are: size, language, fonts, page, column, slide, "
                         "lines, palette\n" },
        { "palette: { hoem = \"#0072B2\"; };", "look.cfg:1: unknown setting 'hoem'; did you mean 'home'?\n" },
        { "palette: { sectors: { services_ = \"#0072B2\"; }; };",
          "look.cfg:1: unknown setting 'services_'; did you mean 'services'?\n" },
        { "palette: {\n home = '#12345'; };",
          "look.cfg:2: syntax error here or just before; a value, a ';', a quotation mark or a bracket is missing or too "
          "many. The rest of the file was not read\n" },
        { "palette: {\n home = \"#12345\"; };",
          "look.cfg:2: 'palette.home' must be a colour, such as \"#0072B2\", got \"#12345\"\n" },
        { "palette: { home = \"0072B2\"; nation = \"#00 2B2\"; other = \"#0072B2F\"; axis = 7; };",
          "look.cfg:1: 'palette.home' must be a colour, such as \"#0072B2\", got \"0072B2\"\n"
          "look.cfg:1: 'palette.nation' must be a colour, such as \"#0072B2\", got \"#00 2B2\"\n"
          "look.cfg:1: 'palette.other' must be a colour, such as \"#0072B2\", got \"#0072B2F\"\n"
          "look.cfg:1: 'palette.axis' must be a colour, such as \"#0072B2\", got 7\n" },
        { "palette = 1;", "look.cfg:1: 'palette' must be a group, { ... }, got 1\n" },
        { "palette: { sectors = 1; };", "look.cfg:1: 'sectors' must be a group, { ... }, got 1\n" },
        { "palette: { text = \"#8A8A8A\"; };", "look.cfg:1: 'palette.text' is #8A8A8A, too pale to read on white: its "
                                               "contrast is 3.4, at least 4.5 is needed\n" },
        { "size = \"poster\";", "look.cfg:1: 'size' must be one of \"page\", \"column\", \"slide\", got \"poster\"\n" },
        { "language = \"fr\";", "look.cfg:1: 'language' must be one of \"en\", \"zh\", got \"fr\"\n" },
        { "page: { width = 1560; };", "look.cfg:1: 'page.width' is 1560; must be from 50 to 400 mm\n" },
        { "slide: { note = \"big\"; };", "look.cfg:1: 'slide.note' must be a number, got \"big\"\n" },
        { "lines: { home = 1.0e999; };", "look.cfg:1: 1.0e999 is too large for a number\n" },
        { "page: { label = 14; };",
          "look.cfg:1: 'page': a title may not be smaller than labels, nor labels than notes; "
          "they are 13, 14 and 8 points\n" },
        { "column: { title = 20; };",
          "look.cfg:1: 'column' is 76 mm wide; with a title of 20 points and notes of 8 it needs 106\n" },
        { "fonts: { latin = 3; japanese = \"X\"; };",
          "look.cfg:1: unknown setting 'japanese'; there are: latin, chinese\n"
          "look.cfg:1: 'fonts.latin' must be a text in quotes, got 3\n" },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct error err = { 0 };
        struct theme_file t;

        assert_int_equal(theme_of(&t, row[i].text, -1, &err), FAILED_INPUT);
        assert_said(&err, row[i].said);
        theme_file_free(&t);
    }
}

/* What would end a string of a gnuplot script, add a family to a list, or run a command */
static void
refuses_fonts_that_say_more_than_a_name(void **state)
{
    static const char *const name[] = {
        "A'; system 'id'",
        "A\\\"; system \\\"id",
        "A`id`",
        "A, Arial",
        "A:Bold",
        "A\\n!id",
        "A\\\\",
        "@A",
        "{A}",
        "$A",
        "A;",
        "<A>",
        "A|id",
        "",
        " A",
        "A ",
        "-A",
    };

    (void) state;
    for (size_t i = 0; i < sizeof name / sizeof name[0]; i++) {
        struct text text = { 0 };
        struct error err = { 0 };
        struct theme_file t;

        text_print(&text, "fonts: { latin = \"%s\"; };", name[i]);
        assert_int_equal(theme_of(&t, text_of(&text), -1, &err), FAILED_INPUT);
        assert_said(&err,
                    "look.cfg:1: 'fonts.latin' must be the name of one font family, of letters, digits, blanks and "
                    "- _ . +\n");
        theme_file_free(&t);
        text_free(&text);
    }
}

static void
warns_of_alike_greys_and_no_more(void **state)
{
    struct error err = { 0 };
    struct theme_file t;

    (void) state;
    assert_int_equal(theme_of(&t, "palette: { scenarios: {\n second = \"#0072B4\"; }; };", -1, &err), OK);
    assert_said(&err,
                "look.cfg:2: warning: 'palette.scenarios.first' and 'palette.scenarios.second' look alike in grey "
                "print: their lightness is 46 and 46, of 100\n");
    theme_file_free(&t);
}

static void
a_missing_file_is_an_error(void **state)
{
    struct error err = { 0 };
    struct theme_file t = { 0 };

    (void) state;
    assert_int_equal(theme_read(&t, "nowhere.cfg", -1, &err), FAILED_INPUT);
    assert_int_equal(error_count(&err), 1);
    error_free(&err);
    theme_file_free(&t);
    theme_file_free(&t); /* safe twice */
}

/* Published values: WCAG's black and white, and mid grey; CIE's ends */
static void
colours_are_measured(void **state)
{
    char text[COLOUR_BYTES];

    (void) state;
    assert_close(colour_contrast_on_white("#000000"), 21, 1e-12);
    assert_close(colour_contrast_on_white("#FFFFFF"), 1, 1e-12);
    assert_close(colour_contrast_on_white("#767676"), 4.54, 0.005);
    assert_close(colour_lightness("#FFFFFF"), 100, 1e-9);
    assert_close(colour_lightness("#000000"), 0, 1e-9);
    assert_close(colour_lightness("#777777"), 50.03, 0.01);
    colour_readable(text, "#FFFF00");
    assert_true(colour_contrast_on_white(text) >= COLOUR_READS);
    colour_readable(text, "#0072B2");
    assert_string_equal(text, "#0072B2");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_own_theme_is_that_of_the_shipped_file, trial_setup, trial_teardown),
        cmocka_unit_test_setup_teardown(says_only_what_it_changes, trial_setup, trial_teardown),
        cmocka_unit_test_setup_teardown(the_command_lines_size_goes_first, trial_setup, trial_teardown),
        cmocka_unit_test_setup_teardown(refuses, trial_setup, trial_teardown),
        cmocka_unit_test_setup_teardown(refuses_fonts_that_say_more_than_a_name, trial_setup, trial_teardown),
        cmocka_unit_test_setup_teardown(warns_of_alike_greys_and_no_more, trial_setup, trial_teardown),
        cmocka_unit_test_setup_teardown(a_missing_file_is_an_error, trial_setup, trial_teardown),
        cmocka_unit_test(colours_are_measured),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
