/* Input: what is read, made plain, and refused. */
#include "said.h"
#include "scratch.h"

#include <sys/stat.h>
#include <unistd.h>
#include "base/input.h"

struct scratch {
    char *folder;
    struct input in;
    struct error err;
};

static int
set_up(void **state)
{
    struct scratch *s = calloc(1, sizeof *s);

    if (!s)
        return -1;
    s->folder = scratch_new();
    *state = s;
    return 0;
}

static int
tear_down(void **state)
{
    struct scratch *s = *state;

    input_free(&s->in);
    input_free(&s->in);
    error_free(&s->err);
    scratch_free(s->folder);
    free(s);
    return 0;
}

static enum status
read_bytes(struct scratch *s, const char *name, const char *bytes, size_t length)
{
    char *path = scratch_bytes(s->folder, name, bytes, length);
    const enum status rc = input_read(&s->in, path, NOWHERE, &s->err);

    free(path);
    return rc;
}

/* Compares what is said after the folder's name. */
static void
assert_refused(struct scratch *s, enum status rc, const char *format)
{
    struct text lines = { 0 };
    const char *mark;

    for (; (mark = strchr(format, '@')); format = mark + 1) {
        text_add_bytes(&lines, format, (size_t) (mark - format));
        text_add(&lines, s->folder);
    }
    text_add(&lines, format);
    assert_int_equal(rc, FAILED_INPUT);
    assert_null(s->in.text);
    assert_said(&s->err, lines.at);
    text_free(&lines);
}

static void
makes_text_plain(void **state)
{
    static const struct {
        const char *bytes, *text;
    } row[] = {
        { "", "" },
        { "a = 1;\n", "a = 1;\n" },
        { "\xef\xbb\xbf遵义\r\n二\r\n", "遵义\n二\n" },
        { "a\rb\r\rc\n\rd\r", "a\nb\n\nc\n\nd\n" },
        { "a\xef\xbb\xbf", "a\xef\xbb\xbf" },
        { "\xef\xbb\xbf", "" },
    };
    struct scratch *s = *state;

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        char name[] = "0.cfg";

        name[0] = (char) ('0' + i);
        assert_int_equal(read_bytes(s, name, row[i].bytes, strlen(row[i].bytes)), OK);
        assert_string_equal(s->in.text, row[i].text);
        assert_int_equal(s->in.length, strlen(row[i].text));
        input_free(&s->in);
    }
    assert_int_equal(read_bytes(s, "abc", "abc", 3), OK);
    assert_string_equal(s->in.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
refuses_what_is_not_text(void **state)
{
    static const char utf16[] = "\xff\xfeg\0d\0p\0";
    struct scratch *s = *state;

    assert_refused(s, read_bytes(s, "a.csv", "city\n\xd7\xf1\xd2\xe5\n", 10),
                   "@/a.csv:2: not UTF-8; save it as \"CSV UTF-8\"\n");
    assert_refused(s, read_bytes(s, "a.CSV", "\xff", 1), "@/a.CSV:1: not UTF-8; save it as \"CSV UTF-8\"\n");
    assert_refused(s, read_bytes(s, "a.cfg", "a\r\nb\r\xd7\xf1\n", 8), "@/a.cfg:3: not UTF-8; save it as UTF-8 text\n");
    assert_refused(s, read_bytes(s, "b.cfg", "a\n\n\0b", 5),
                   "@/b.cfg:3: holds NUL bytes: a program's own file or UTF-16; save it as UTF-8 text\n");
    assert_refused(s, read_bytes(s, "c.csv", utf16, sizeof utf16 - 1),
                   "@/c.csv:1: holds NUL bytes: a program's own file or UTF-16; save it as UTF-8 text\n");
    assert_refused(s, read_bytes(s, "d.cfg", "", 1),
                   "@/d.cfg:1: holds NUL bytes: a program's own file or UTF-16; save it as UTF-8 text\n");
}

static void
refuses_what_is_no_file(void **state)
{
    const struct place named_in = { "mine.cfg", 4 };
    struct scratch *s = *state;
    char *missing = files_join(s->folder, "no.csv");
    char *pipe = files_join(s->folder, "pipe");
    char *within = scratch_file(s->folder, "file", "");
    char *below = files_join(within, "x");

    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_refused(s, input_read(&s->in, missing, named_in, &s->err),
                   "mine.cfg:4: no file '@/no.csv' (named in mine.cfg)\n");
    assert_refused(s, input_read(&s->in, missing, NOWHERE, &s->err), "no file '@/no.csv'\n");
    assert_refused(s, input_read(&s->in, below, NOWHERE, &s->err), "no file '@/file/x'\n");
    assert_refused(s, input_read(&s->in, "", NOWHERE, &s->err), "no file ''\n");
    assert_refused(s, input_read(&s->in, s->folder, named_in, &s->err),
                   "mine.cfg:4: '@' is a folder; name a file in it\n");
    assert_refused(s, input_read(&s->in, "/dev/zero", NOWHERE, &s->err), "'/dev/zero' is not an ordinary file\n");
    assert_refused(s, input_read(&s->in, pipe, NOWHERE, &s->err), "'@/pipe' is not an ordinary file\n");
    free(missing);
    free(pipe);
    free(within);
    free(below);
}

static void
refuses_what_cannot_be_read(void **state)
{
    struct scratch *s = *state;
    char *endless = files_join(s->folder, "loop");
    char *secret = scratch_file(s->folder, "secret", "x");

    assert_int_equal(symlink("loop", endless), 0);
    assert_refused(s, input_read(&s->in, endless, NOWHERE, &s->err),
                   "cannot read '@/loop': Too many levels of symbolic links\n");
    assert_int_equal(chmod(secret, 0), 0);
    if (geteuid() != 0) /* root reads all */
        assert_refused(s, input_read(&s->in, secret, NOWHERE, &s->err), "cannot read '@/secret': Permission denied\n");
    free(endless);
    free(secret);
}

static void
refuses_what_is_too_large(void **state)
{
    struct scratch *s = *state;
    char *path = scratch_file(s->folder, "large", "");

    assert_int_equal(truncate(path, (64 << 20) + 1), 0);
    assert_refused(s, input_read(&s->in, path, NOWHERE, &s->err), "'@/large' is larger than 64 MiB\n");
    free(path);
}

#define with_scratch(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        with_scratch(makes_text_plain),          with_scratch(refuses_what_is_not_text),
        with_scratch(refuses_what_is_no_file),   with_scratch(refuses_what_cannot_be_read),
        with_scratch(refuses_what_is_too_large),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
