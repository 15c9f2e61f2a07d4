/* Other programs: what they say and how they end, side by side, in time, interrupted. */
#include "check.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include "report/process.h"

static const char *const speaks[] = { "sh", "-c", "echo out; echo err >&2; exit 3", NULL };
static const char *const kills_itself[] = { "sh", "-c", "kill -TERM $$", NULL };
static const char *const missing[] = { "sanbu-no-such-program", NULL };
static const char *const looks_around[] = { "sh", "-c", "pwd; printf %s \"$LC_ALL\"", NULL };
static const char *const reads[] = { "cat", NULL };
static const char *const chatters[] = {
    "sh", "-c", "i=0; while [ $i -lt 4000 ]; do echo 0123456789012345678901234567890123456789; i=$((i+1)); done", NULL
};
static const char *const says_done[] = { "echo", "done", NULL };
static const char *const sleeps_in_a_child[] = { "sh", "-c", "echo begun; sleep 30 & wait", NULL };
static const char *const sleeps[] = { "sleep", "30", NULL };

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double) t.tv_sec + 1e-9 * (double) t.tv_nsec;
}

static void
captures_words_and_ends(void **state)
{
    struct process p[] = {
        { .argv = speaks }, { .argv = kills_itself }, { .argv = missing }, { .argv = looks_around, .folder = "/" },
        { .argv = reads }, /* its input is empty */
    };
    const size_t n = sizeof p / sizeof p[0];

    (void) state;
    assert_int_equal(processes_run(p, n, 10, NULL), OK);
    assert_int_equal(p[0].end, PROCESS_EXITED);
    assert_int_equal(p[0].code, 3);
    assert_string_equal(text_of(&p[0].out), "out\n");
    assert_string_equal(text_of(&p[0].err), "err\n");
    assert_int_equal(p[1].end, PROCESS_SIGNALLED);
    assert_int_equal(p[1].code, SIGTERM);
    assert_int_equal(p[2].end, PROCESS_NOT_FOUND);
    assert_string_equal(text_of(&p[3].out), "/\nC.UTF-8");
    assert_int_equal(p[4].end, PROCESS_EXITED);
    assert_int_equal(p[4].code, 0);
    for (size_t i = 0; i < n; i++)
        process_free(&p[i]);
}

static void
does_not_drown_in_words(void **state)
{
    struct process p = { .argv = chatters };

    (void) state;
    assert_int_equal(processes_run(&p, 1, 30, NULL), OK);
    assert_int_equal(p.end, PROCESS_EXITED);
    assert_in_range(p.out.length, PROCESS_WORDS / 2, PROCESS_WORDS);
    process_free(&p);
}

static void
runs_more_than_there_are_processors(void **state)
{
    struct process p[40];

    (void) state;
    for (size_t i = 0; i < 40; i++)
        p[i] = (struct process) { .argv = says_done };
    assert_int_equal(processes_run(p, 40, 30, NULL), OK);
    for (size_t i = 0; i < 40; i++) {
        assert_int_equal(p[i].end, PROCESS_EXITED);
        assert_string_equal(text_of(&p[i].out), "done\n");
        process_free(&p[i]);
    }
}

/* The child's own child holds the pipes open: it must go too. */
static void
ends_what_takes_too_long(void **state)
{
    struct process p = { .argv = sleeps_in_a_child };
    const double start = now();

    (void) state;
    assert_int_equal(processes_run(&p, 1, 0.3, NULL), OK);
    assert_int_equal(p.end, PROCESS_TIMED_OUT);
    assert_string_equal(text_of(&p.out), "begun\n");
    assert_true(now() - start < 10);
    process_free(&p);
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
    const struct itimerval soon = { { 0, 0 }, { 0, 200000 } };
    struct process p[8];
    const double start = now();

    (void) state;
    for (size_t i = 0; i < 8; i++)
        p[i] = (struct process) { .argv = sleeps };
    interrupted = 0;
    signal(SIGALRM, interrupt);
    setitimer(ITIMER_REAL, &soon, NULL);
    assert_int_equal(processes_run(p, 8, 60, &interrupted), INTERRUPTED);
    assert_true(now() - start < 10);
    for (size_t i = 0; i < 8; i++) {
        assert_int_equal(p[i].end, PROCESS_STOPPED);
        process_free(&p[i]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(captures_words_and_ends),
        cmocka_unit_test(does_not_drown_in_words),
        cmocka_unit_test(runs_more_than_there_are_processors),
        cmocka_unit_test(ends_what_takes_too_long),
        cmocka_unit_test(stops_when_interrupted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
