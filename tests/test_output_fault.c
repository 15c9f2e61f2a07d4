/* Output when the disk fails: each call of tests/fault/writer.c in turn, and the earlier results after it. */
#include "contents.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <sys/wait.h>
#include <unistd.h>

#define CALLS_MAX 500 /* more than the writer makes */

enum { DONE = 0, REFUSED = 1, DONE_ALL_THE_SAME = 3 };

static const struct {
    const char *name, *text;
} earlier[] = {
    { "manifest.json", "{\"outputs\": [{\"file\": \"trajectory.csv\"}, {\"file\": \"charts/gdp.svg\"},"
                       " {\"file\": \"charts/old/old.svg\"}, {\"file\": \"old.csv\"}]}" },
    { "trajectory.csv", "earlier trajectory" },
    { "charts/gdp.svg", "earlier chart" },
    { "charts/old/old.svg", "earlier chart that is drawn no more" },
    { "old.csv", "earlier table that is written no more" },
    { "yours.csv", "a table by someone else, of a name that is taken now" },
    { "charts/yours.svg", "a chart by someone else" },
    { "compare.manifest.json", "of another command" },
};

static void
put_earlier(const char *target)
{
    files_remove(target);
    for (size_t i = 0; i < sizeof earlier / sizeof earlier[0]; i++)
        free(scratch_file(target, earlier[i].name, earlier[i].text));
}

/* Runs the writer that was built beside this test; what it says goes nowhere. */
static int
write_over(const char *target)
{
    char self[PATH_MAX] = "", *writer;
    int status;
    pid_t child;

    assert_true(readlink("/proc/self/exe", self, sizeof self - 1) > 0);
    writer = files_join(dirname(self), "fault_writer");
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        const int nowhere = open("/dev/null", O_WRONLY);

        dup2(nowhere, STDOUT_FILENO);
        execl(writer, writer, target, (char *) NULL);
        _exit(127);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    free(writer);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void
set_number(const char *variable, unsigned long number)
{
    char text[24];

    snprintf(text, sizeof text, "%lu", number);
    assert_int_equal(setenv(variable, text, 1), 0);
}

static int
clear_settings(void **state)
{
    (void) state;
    unsetenv("SANBU_FAULT");
    unsetenv("SANBU_FAULT_ERRNO");
    unsetenv("SANBU_FAULT_FOREVER");
    unsetenv("SANBU_FAULT_COUNT");
    return 0;
}

struct states {
    char *folder, *target;
    char *before, *after; /* contents of the folder */
};

static struct states
states_new(void)
{
    struct states s = { .folder = scratch_new() };

    s.target = files_join(s.folder, "results");
    put_earlier(s.target);
    s.before = contents(s.folder);
    set_number("SANBU_FAULT", 0);
    assert_int_equal(write_over(s.target), DONE);
    s.after = contents(s.folder);
    assert_non_null(strstr(s.after, "new drawing"));
    assert_non_null(strstr(s.after, "a chart by someone else"));
    assert_null(strstr(s.after, "charts/old"));
    return s;
}

static void
states_free(struct states *s)
{
    scratch_free(s->folder);
    free(s->target);
    free(s->before);
    free(s->after);
}

/* Fails each call in turn; returns how many times the results were the earlier ones after it. */
static size_t
fail_each(const struct states *s, int cause)
{
    size_t refused = 0;
    int rc = REFUSED;

    set_number("SANBU_FAULT_ERRNO", (unsigned long) cause);
    for (unsigned long call = 1; rc != DONE; call++) {
        assert_true(call < CALLS_MAX);
        put_earlier(s->target);
        set_number("SANBU_FAULT", call);
        rc = write_over(s->target);
        if (rc != DONE && rc != REFUSED && rc != DONE_ALL_THE_SAME)
            fail_msg("failing call %lu: exit status %d", call, rc);
        assert_contents(s->folder, rc == REFUSED ? s->before : s->after);
        refused += rc == REFUSED;
    }
    return refused;
}

static void
earlier_results_stay_whole_whatever_call_fails(void **state)
{
    static const int cause[] = { ENOSPC, EIO };
    struct states s = states_new();

    (void) state;
    for (size_t i = 0; i < sizeof cause / sizeof cause[0]; i++)
        assert_in_range(fail_each(&s, cause[i]), 40, CALLS_MAX);
    states_free(&s);
}

/* Only a rename and a mkdir, which no signal interrupts, are taken at their word. */
static void
an_interrupted_call_is_made_again(void **state)
{
    struct states s = states_new();

    (void) state;
    assert_in_range(fail_each(&s, EINTR), 1, 25);
    states_free(&s);
}

/* Moving back may then fail too: what cannot be put back is still there, in the staging folder. */
static void
nothing_is_lost_when_all_fails_from_some_call_on(void **state)
{
    struct states s = states_new();
    int rc = REFUSED;

    (void) state;
    set_number("SANBU_FAULT_FOREVER", 1);
    for (unsigned long call = 1; rc != DONE; call++) {
        char *found;

        assert_true(call < CALLS_MAX);
        files_remove(s.folder);
        put_earlier(s.target);
        set_number("SANBU_FAULT", call);
        rc = write_over(s.target);
        found = contents(s.folder);
        if (rc == REFUSED)
            for (size_t i = 0; i < sizeof earlier / sizeof earlier[0]; i++)
                assert_non_null(strstr(found, earlier[i].text));
        else
            assert_string_equal(found, s.after);
        free(found);
    }
    states_free(&s);
}

static void
counts_are_told_at_exit(void **state)
{
    struct states s = states_new();
    char *path = files_join(s.folder, "count");
    FILE *file;
    unsigned long count = 0;

    (void) state;
    assert_int_equal(setenv("SANBU_FAULT_COUNT", path, 1), 0);
    put_earlier(s.target);
    assert_int_equal(write_over(s.target), DONE);
    file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%lu", &count), 1);
    fclose(file);
    assert_in_range(count, 40, CALLS_MAX);
    free(path);
    states_free(&s);
}

#define with_clear_settings(test) cmocka_unit_test_setup_teardown(test, clear_settings, clear_settings)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        with_clear_settings(earlier_results_stay_whole_whatever_call_fails),
        with_clear_settings(an_interrupted_call_is_made_again),
        with_clear_settings(nothing_is_lost_when_all_fails_from_some_call_on),
        with_clear_settings(counts_are_told_at_exit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
