/* Memory: zeroed, grown, refused when there is none; arenas. */
#include "check.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/memory.h"

static void
new_is_zeroed_and_never_null(void **state)
{
    unsigned char *bytes = memory_new(1000, 3);
    void *nothing = memory_new(0, 8);

    (void) state;
    for (size_t i = 0; i < 3000; i++)
        assert_int_equal(bytes[i], 0);
    assert_non_null(nothing);
    free(bytes);
    free(nothing);
}

static void
room_grows_and_keeps(void **state)
{
    size_t room = 0, changes = 0, last = 0;
    int *number = NULL;

    (void) state;
    for (size_t i = 0; i < 10000; i++) {
        number = memory_room(number, i, &room, sizeof *number);
        assert_true(room > i);
        changes += room != last;
        last = room;
        number[i] = (int) i;
    }
    assert_in_range(changes, 5, 25);
    for (size_t i = 0; i < 10000; i++)
        assert_int_equal(number[i], i);
    free(number);
}

static void
arena_gives_aligned_zeroed_memory(void **state)
{
    struct arena a = { 0 };
    unsigned char *earlier[64];

    (void) state;
    for (size_t i = 0; i < 64; i++) {
        const size_t bytes = i * i * 17; /* from none to more than a chunk */

        earlier[i] = arena_new(&a, bytes, 1);
        assert_int_equal((uintptr_t) earlier[i] % alignof(max_align_t), 0);
        for (size_t j = 0; j < bytes; j++)
            assert_int_equal(earlier[i][j], 0);
        memset(earlier[i], (int) i, bytes);
    }
    for (size_t i = 1; i < 64; i++) {
        assert_int_equal(earlier[i][0], i);
        assert_int_equal(earlier[i][i * i * 17 - 1], i);
    }
    arena_free(&a);
    arena_free(&a);
}

static void
arena_keeps_text(void **state)
{
    struct arena a = { 0 };
    const char *copied = arena_text(&a, "遵义");
    const char *printed = arena_print(&a, "%s-%d", "gdp", 2025);

    (void) state;
    assert_string_equal(copied, "遵义");
    assert_string_equal(printed, "gdp-2025");
    assert_string_equal(arena_text(&a, ""), "");
    arena_free(&a);
}

static int
status_of(void (*act)(void))
{
    int status;
    const pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        if (!freopen("/dev/null", "w", stderr))
            _exit(99);
        act();
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
ask_too_much(void)
{
    memory_new(SIZE_MAX / 2, 3);
}

static void
grow_too_much(void)
{
    memory_grow(NULL, SIZE_MAX / 4, 8);
}

static void
arena_too_much(void)
{
    struct arena a = { 0 };

    arena_new(&a, SIZE_MAX / 4, 8);
}

static void
ends_with_status_1_where_there_is_none(void **state)
{
    (void) state;
    assert_int_equal(status_of(ask_too_much), 1);
    assert_int_equal(status_of(grow_too_much), 1);
    assert_int_equal(status_of(arena_too_much), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_is_zeroed_and_never_null),           cmocka_unit_test(room_grows_and_keeps),
        cmocka_unit_test(arena_gives_aligned_zeroed_memory),      cmocka_unit_test(arena_keeps_text),
        cmocka_unit_test(ends_with_status_1_where_there_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
