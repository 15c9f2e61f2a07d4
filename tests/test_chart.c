/* Charts as files: drawn without a word from gnuplot, whatever the names; and what is said when they cannot be. */
#include "said.h"
#include "scratch.h"

#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>
#include "chart_world.h"
#include "contents.h"
#include "report/chart_drawing.h"
#include "report/gnuplot.h"
#include "report/png.h"

static bool
installed(const char *program)
{
    const char *const argv[] = { program, "--version", NULL };
    struct process p = { .argv = argv };
    bool found;

    (void) processes_run(&p, 1, 10, NULL);
    found = p.end == PROCESS_EXITED && p.code == 0;
    process_free(&p);
    return found;
}

/* Writes the charts of the world into folder/out and moves them in. */
static enum status
draw(struct world *w, const char *folder, enum language language, struct chart_report *report, struct error *err)
{
    char *target = files_join(folder, "out");
    struct output *out = NULL;
    struct chart_drawing drawing = { 0 };
    enum status status = output_open(&out, target, "manifest.json", err);

    w->input.language = language;
    *report = (struct chart_report) { 0 };
    if (status == OK)
        status = charts_write(&drawing, out, &w->input, report, err);
    if (status == OK)
        status = charts_draw(&drawing, err);
    if (status == OK)
        status = output_write(out, "manifest.json", "{}", 2, err);
    if (status == OK)
        status = output_commit(out, err);
    output_close(out);
    chart_drawing_free(&drawing);
    free(target);
    return status;
}

static char *
read_whole(const char *folder, const char *name, size_t *length)
{
    char *path = files_join(folder, name);
    struct text bytes = { 0 };

    contents_file(&bytes, path);
    free(path);
    *length = bytes.length;
    return bytes.at;
}

static bool
there_is(const char *folder, const char *name)
{
    char *path = files_join(folder, name);
    const bool there = access(path, F_OK) == 0;

    free(path);
    return there;
}

static void
draws_every_chart_silently(void **state)
{
    static const char *const names[] = { "gdp",           "gdp_per_capita", "urbanization", "growth", "structure",
                                         "contributions", "modernization",  "rank",         "steps",  "population" };
    const size_t count = sizeof names / sizeof names[0];
    char *folder;

    (void) state;
    if (!installed("gnuplot"))
        skip();
    folder = scratch_new();
    for (int l = 0; l < LANGUAGES; l++) {
        struct world *w = world_new(2020, 2035);
        struct chart_report report;
        struct error err = { 0 };

        world_target(w, "gdp_2025", "gdp", 2025, 5500, 2);
        world_target(w, "index_2035", "modernization", 2035, 100, 0);
        world_history(w, ZUNYI, "gdp", 12);
        world_residents(w);
        assert_int_equal(draw(w, folder, (enum language) l, &report, &err), OK);
        assert_said(&err, "");
        assert_int_equal(report.count, count);
        assert_int_equal(report.drawn, count);
        for (size_t i = 0; i < count; i++) {
            struct text name = { 0 };
            size_t length;
            char *bytes;

            assert_string_equal(report.chart[i].name, names[i]);
            assert_int_equal(report.chart[i].outcome, CHART_DRAWN);
            text_print(&name, "out/charts/%s.svg", names[i]);
            bytes = read_whole(folder, text_of(&name), &length);
            assert_non_null(strstr(bytes, "width=\"156mm\" height=\""));
            assert_non_null(strstr(bytes, report.chart[i].alt));
            assert_non_null(strstr(bytes, "Source Han Sans SC"));
            free(bytes);
            text_free(&name);
            text_print(&name, "out/charts/%s.png", names[i]);
            bytes = read_whole(folder, text_of(&name), &length);
            assert_memory_equal(bytes + 16, "\0\0\x07\x33\0\0\x04\x0f", 8);          /* 1843 x 1039 */
            assert_memory_equal(bytes + 37, "pHYs\0\0\x2e\x26\0\0\x2e\x26\x01", 13); /* 11814 a metre */
            free(bytes);
            text_free(&name);
        }
        chart_report_free(&report);
        chart_report_free(&report);
        free(w);
    }
    scratch_free(folder);
}

/* The same bytes each time, in any locale and time zone, but for the manifest. */
static void
draws_the_same_bytes(void **state)
{
    char *folder, *first, *second;
    struct chart_report report;
    struct error err = { 0 };
    struct world *w;

    (void) state;
    if (!installed("gnuplot"))
        skip();
    folder = scratch_new();
    w = world_new(2020, 2035);
    assert_int_equal(draw(w, folder, CHINESE, &report, &err), OK);
    chart_report_free(&report);
    first = contents(folder);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    setenv("TZ", "Asia/Shanghai", 1);
    assert_int_equal(draw(w, folder, CHINESE, &report, &err), OK);
    unsetenv("LC_ALL");
    unsetenv("TZ");
    second = contents(folder);
    assert_string_equal(first, second);
    chart_report_free(&report);
    error_free(&err);
    free(first);
    free(second);
    free(w);
    scratch_free(folder);
}

#define HOSTILE "O'Brien \"q\" `touch pwned` $(touch pwned) @m {/:Bold x}_y^z~&\\n \\ <b> %d |"

/* Names that gnuplot, a shell, XML or printf would read as their own. */
static void
draws_hostile_names(void **state)
{
    char *folder, *bytes;
    struct chart_report report;
    struct error err = { 0 };
    struct world *w;
    size_t length;

    (void) state;
    if (!installed("gnuplot"))
        skip();
    folder = scratch_new();
    w = world_new(2020, 2035);
    w->plan.title = HOSTILE " \x1b[31m\nsystem('touch pwned')";
    w->region[ZUNYI].name = "''.system('touch pwned').'";
    w->region[CHINA].name = "`touch pwned`";
    w->region[ZUNYI].key = "zu'nyi,\"x\"";
    w->sector[0].name = "@a_b^c{d}";
    w->sector[1].name = HOSTILE;
    w->sector[2].name = "5\" @m @n `touch pwned`";
    w->step[0].title = "a' ; !touch pwned";
    w->input.source = "\\";
    world_target(w, "t'`touch pwned`", "gdp", 2025, 5500, 2);
    world_residents(w);
    assert_int_equal(draw(w, folder, ENGLISH, &report, &err), OK);
    assert_said(&err, "");
    assert_int_equal(report.drawn, report.count);
    assert_false(there_is(folder, "out/charts/pwned"));
    assert_int_not_equal(access("pwned", F_OK), 0);
    bytes = read_whole(folder, "out/charts/structure.svg", &length);
    assert_non_null(strstr(bytes, "@a_b^c{d}"));
    assert_non_null(
        strstr(bytes, "Scenario: O'Brien \"q\" `touch pwned` $(touch pwned) @m {/:Bold x}_y^z~&amp;\\n \\ &lt;b"));
    free(bytes);
    bytes = read_whole(folder, "out/charts/gdp.csv", &length);
    assert_int_equal(strncmp(bytes, "year,zu_nyi__x_ gdp (yi yuan),", 30), 0);
    free(bytes);
    chart_report_free(&report);
    free(w);
    scratch_free(folder);
}

/* Runs the test with a PATH of programs made here, and nothing else but the shell's own folder if asked. */
static char *
with_programs(const char *folder, const char *gnuplot, const char *fc_list, bool shell)
{
    char *old = strdup(getenv("PATH")), *bin;
    struct text path = { 0 };
    static const char *const name[] = { "bin/gnuplot", "bin/fc-list" };
    const char *const script[] = { gnuplot, fc_list };

    for (int i = 0; i < 2; i++)
        if (script[i]) {
            char *file = scratch_file(folder, name[i], script[i]);

            assert_int_equal(chmod(file, 0755), 0);
            free(file);
        }
    bin = files_join(folder, "bin");
    text_print(&path, "%s%s%s", bin, shell ? ":" : "", shell ? old : "");
    setenv("PATH", text_of(&path), 1);
    text_free(&path);
    free(bin);
    return old;
}

static void
restore_path(char *old)
{
    setenv("PATH", old, 1);
    free(old);
}

static enum chart_outcome
outcome_of(const struct chart_report *report, const char *name)
{
    size_t i = 0;

    while (strcmp(report->chart[i].name, name) != 0)
        i++;
    return report->chart[i].outcome;
}

/* Draws with such programs and compares what is said; returns the outcome of the first chart. */
static enum chart_outcome
outcome_with(const char *gnuplot, const char *fc_list, bool shell, enum language language, const char *said)
{
    char *folder = scratch_new(), *old = with_programs(folder, gnuplot, fc_list, shell);
    struct world *w = world_new(2020, 2035);
    struct text expected = { 0 };
    struct chart_report report;
    struct error err = { 0 };
    enum chart_outcome outcome;

    w->plan.benchmark = PLAN_NONE; /* four charts; the others are not applicable */
    while (strcmp(w->series[w->trajectory.count - 1].key, "modernization_west") != 0)
        w->trajectory.count--;
    assert_int_equal(draw(w, folder, language, &report, &err), OK);
    restore_path(old);
    if (strchr(said, '\a')) { /* stands for the folder */
        text_add_bytes(&expected, said, strcspn(said, "\a"));
        text_add(&expected, folder);
        text_add(&expected, strchr(said, '\a') + 1);
    } else {
        text_add(&expected, said);
    }
    assert_said(&err, text_of(&expected));
    text_free(&expected);
    assert_int_equal(outcome_of(&report, "modernization"), CHART_NOT_APPLICABLE);
    assert_true(there_is(folder, "out/charts/gdp.csv"));
    assert_true(there_is(folder, "out/charts/gdp.gp"));
    assert_int_equal(there_is(folder, "out/charts/gdp.svg"), report.chart[0].outcome == CHART_DRAWN);
    assert_int_equal(there_is(folder, "out/charts/gdp.png"), report.chart[0].outcome == CHART_DRAWN);
    outcome = report.chart[0].outcome;
    assert_int_equal(report.drawn, outcome == CHART_DRAWN ? 4 : 0);
    chart_report_free(&report);
    free(w);
    scratch_free(folder);
    return outcome;
}

#define ANY_FONT "#!/bin/sh\necho 'Noto Sans CJK SC'\n"

static void
keeps_scripts_where_gnuplot_is_missing(void **state)
{
    (void) state;
    assert_int_equal(
        outcome_with(NULL, ANY_FONT, false, CHINESE,
                     "warning: gnuplot not found, charts skipped; scripts and data are in \a/out/charts/\n"),
        CHART_UNDRAWN);
    /* no fc-list either: nobody knows of the fonts, so that nothing is said of them */
    assert_int_equal(
        outcome_with(NULL, NULL, false, CHINESE,
                     "warning: gnuplot not found, charts skipped; scripts and data are in \a/out/charts/\n"),
        CHART_UNDRAWN);
}

static void
keeps_scripts_where_a_font_is_missing(void **state)
{
    static const char none[] = "#!/bin/sh\n";

    (void) state;
    assert_int_equal(outcome_with(NULL, none, false, CHINESE, "warning: no Chinese font; install fonts-noto-cjk\n"),
                     CHART_UNDRAWN);
    assert_int_equal(outcome_with(NULL, none, false, ENGLISH,
                                  "warning: no font found, charts skipped; install fonts-noto-cjk or fonts-dejavu\n"),
                     CHART_UNDRAWN);
}

#define EACH(words) \
    "warning: gnuplot could not draw 'gdp': " words "; script and data are kept\n" \
    "warning: gnuplot could not draw 'gdp_per_capita': " words "; script and data are kept\n" \
    "warning: gnuplot could not draw 'urbanization': " words "; script and data are kept\n" \
    "warning: gnuplot could not draw 'structure': " words "; script and data are kept\n"

static void
says_why_gnuplot_failed(void **state)
{
    (void) state;
    assert_int_equal(outcome_with("#!/bin/sh\necho '  line 3: unknown or ambiguous terminal type' >&2\nexit 1\n",
                                  ANY_FONT, false, ENGLISH,
                                  EACH("line 3: unknown or ambiguous terminal type; exit status 1")),
                     CHART_UNDRAWN);
    assert_int_equal(outcome_with("#!/bin/sh\nkill -SEGV $$\n", ANY_FONT, false, ENGLISH, EACH("ended by signal 11")),
                     CHART_UNDRAWN);
    /* done, it says, but its pictures are cut short: a full disk */
    assert_int_equal(outcome_with("#!/bin/sh\necho '<svg' >gdp.svg\n", ANY_FONT, false, ENGLISH, EACH("exit status 0")),
                     CHART_UNDRAWN);
}

/* Complaints that spoil nothing are passed on; fontconfig's about its caches are not. */
static void
passes_on_what_gnuplot_says(void **state)
{
    char *folder, *old;
    struct text script = { 0 };
    struct chart_report report;
    struct error err = { 0 };
    struct world *w;

    (void) state;
    if (!installed("gnuplot"))
        skip();
    folder = scratch_new();
    w = world_new(2020, 2035);
    w->trajectory.count = 0;
    world_growing(w, ZUNYI, "gdp", 3720, 7);
    text_print(&script,
               "#!/bin/sh\nPATH='%s'\necho 'Fontconfig error: No writable cache directories' >&2\n"
               "echo 'a word of caution' >&2\nexec gnuplot \"$@\"\n",
               getenv("PATH"));
    old = with_programs(folder, text_of(&script), NULL, true);
    w->region[ZUNYI].sectors = 0;
    assert_int_equal(draw(w, folder, ENGLISH, &report, &err), OK);
    restore_path(old);
    assert_int_equal(report.drawn, 1);
    assert_said(&err, "warning: gnuplot, drawing 'gdp': a word of caution\n");
    chart_report_free(&report);
    text_free(&script);
    free(w);
    scratch_free(folder);
}

static volatile sig_atomic_t interrupted;

static void
interrupt(int signal)
{
    (void) signal;
    interrupted = 1;
}

static void
stops_when_interrupted(void **state)
{
    const struct itimerval soon = { { 0, 0 }, { 0, 300000 } };
    char *folder = scratch_new(), *old;
    struct world *w = world_new(2020, 2035);
    struct chart_report report;
    struct error err = { 0 };

    (void) state;
    old = with_programs(folder, "#!/bin/sh\nsleep 30\n", ANY_FONT, true);
    interrupted = 0;
    w->input.interrupted = &interrupted;
    signal(SIGALRM, interrupt);
    setitimer(ITIMER_REAL, &soon, NULL);
    assert_int_equal(draw(w, folder, ENGLISH, &report, &err), INTERRUPTED);
    restore_path(old);
    assert_said(&err, "");
    assert_false(there_is(folder, "out/charts/gdp.csv"));
    chart_report_free(&report);
    free(w);
    scratch_free(folder);
}

/* Which of the installed fonts is taken. */
static void
chooses_a_font(void **state)
{
    static const struct {
        const char *list, *chinese, *english;
    } row[] = {
        { "#!/bin/sh\nprintf 'Noto Serif CJK SC\\nNoto Sans CJK SC\\n'\n", "Noto Sans CJK SC", "Noto Sans CJK SC" },
        { "#!/bin/sh\nprintf 'SimHei\\nMicrosoft YaHei\\nDejaVu Sans\\n'\n", "Microsoft YaHei", "DejaVu Sans" },
        { "#!/bin/sh\nprintf 'Zeta\\nAlpha\\nAlpha\\n'\n", "Alpha", "Alpha" },
        { "#!/bin/sh\nexit 1\n", "Noto Sans CJK SC", "Noto Sans CJK SC" }, /* nobody knows */
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        char *folder = scratch_new(), *old = with_programs(folder, NULL, row[i].list, true);
        struct text chinese = { 0 }, english = { 0 };
        struct error err = { 0 };

        assert_true(gnuplot_font(&chinese, CHINESE, NULL, &err));
        assert_true(gnuplot_font(&english, ENGLISH, NULL, &err));
        restore_path(old);
        assert_string_equal(text_of(&chinese), row[i].chinese);
        assert_string_equal(text_of(&english), row[i].english);
        assert_said(&err, "");
        text_free(&english);
        text_free(&chinese);
        scratch_free(folder);
    }
}

static void
refuses_pictures_that_are_not_whole(void **state)
{
    static const char *const svg[] = { "", "<svg", "<svg width=\"1\" </svg>", "<svg\nwidth=\"1\"\n<title>x</svg>" };
    static const char cut_short[] = "\x89PNG\r\n\x1a\n and then nothing that would be a picture at all";
    struct text out = { 0 };

    (void) state;
    for (size_t i = 0; i < sizeof svg / sizeof svg[0]; i++)
        assert_false(gnuplot_finish_svg(&out, svg[i], &(struct chart_done) { .title = "t", .alt = "d" }));
    assert_false(png_with_size(&out, "", 0, 156));
    assert_false(png_with_size(&out, cut_short, sizeof cut_short - 1, 156));
    text_free(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_every_chart_silently),
        cmocka_unit_test(draws_the_same_bytes),
        cmocka_unit_test(draws_hostile_names),
        cmocka_unit_test(keeps_scripts_where_gnuplot_is_missing),
        cmocka_unit_test(keeps_scripts_where_a_font_is_missing),
        cmocka_unit_test(says_why_gnuplot_failed),
        cmocka_unit_test(passes_on_what_gnuplot_says),
        cmocka_unit_test(stops_when_interrupted),
        cmocka_unit_test(chooses_a_font),
        cmocka_unit_test(refuses_pictures_that_are_not_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
