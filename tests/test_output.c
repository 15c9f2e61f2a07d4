/* Output: new results in, its own earlier ones out, another's left alone; refusals leave all as it was.
 * What happens when a call fails in the midst of it: test_output_fault.c.
 */
#include "contents.h"
#include "said.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/output.h"

#define MANIFEST "manifest.json"
#define NOBODY 65534

struct scratch {
    char *folder;
    char *target; /* folder/results */
    struct output *o;
    struct error err;
};

static int
set_up(void **state)
{
    struct scratch *s = calloc(1, sizeof *s);

    if (!s)
        return -1;
    s->folder = scratch_new();
    s->target = files_join(s->folder, "results");
    *state = s;
    return 0;
}

static int
tear_down(void **state)
{
    struct scratch *s = *state;

    output_close(s->o);
    error_free(&s->err);
    free(s->target);
    scratch_free(s->folder);
    free(s);
    return 0;
}

static void
put(const char *folder, const char *name, const char *text)
{
    free(scratch_file(folder, name, text));
}

static void
open_output(struct scratch *s, const char *target)
{
    assert_int_equal(output_open(&s->o, target, MANIFEST, &s->err), OK);
}

static void
write_result(struct scratch *s, const char *name, const char *text)
{
    assert_int_equal(output_write(s->o, name, text, strlen(text), &s->err), OK);
}

static void
commit_and_close(struct scratch *s)
{
    assert_int_equal(output_commit(s->o, &s->err), OK);
    output_close(s->o);
    s->o = NULL;
    assert_int_equal(error_worst(&s->err), OK);
}

static void
close_output(struct scratch *s)
{
    output_close(s->o);
    s->o = NULL;
}

/* Compares what is said, "@" standing for the scratch folder. */
static void
assert_refused(struct scratch *s, enum status rc, const char *said)
{
    struct text lines = { 0 };
    const char *mark;

    for (; (mark = strchr(said, '@')); said = mark + 1) {
        text_add_bytes(&lines, said, (size_t) (mark - said));
        text_add(&lines, s->folder);
    }
    text_add(&lines, said);
    assert_int_equal(rc, FAILED_WORK);
    assert_said(&s->err, lines.at);
    text_free(&lines);
}

static void
writes_new_results(void **state)
{
    struct scratch *s = *state;

    open_output(s, s->target);
    assert_string_equal(output_target(s->o), s->target);
    assert_false(files_exist(s->target));
    write_result(s, "a.csv", "abc");
    write_result(s, "charts/deep/b.svg", "");
    put(output_staging(s->o), "charts/drawn.png", "abc");
    put(output_staging(s->o), "left.tmp", "not adopted");
    assert_int_equal(output_adopt(s->o, "charts/drawn.png", &s->err), OK);
    write_result(s, MANIFEST, "{}");
    assert_int_equal(output_count(s->o), 4);
    assert_string_equal(output_name(s->o, 2), "charts/drawn.png");
    assert_string_equal(output_sha256(s->o, 2), output_sha256(s->o, 0));
    assert_string_equal(output_sha256(s->o, 0), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    commit_and_close(s);
    assert_contents(s->folder, "results results/a.csv abc\nresults/charts results/charts/deep "
                               "results/charts/deep/b.svg \n\nresults/charts/drawn.png abc\n\n"
                               "results/manifest.json {}\n\n");
}

static void
leaves_nothing_when_not_committed(void **state)
{
    struct scratch *s = *state;

    put(s->target, "a.csv", "old");
    open_output(s, s->target);
    write_result(s, "a.csv", "new");
    close_output(s);
    output_close(NULL);
    assert_contents(s->folder, "results results/a.csv old\n\n");
}

static void
replaces_its_own_files_only(void **state)
{
    struct scratch *s = *state;

    put(s->target, MANIFEST,
        "{\"outputs\": [{\"file\": \"old.csv\"}, {\"file\": \"charts/old.svg\"},"
        "{\"file\": \"kept/mine.csv\"}, {\"file\": \"gone.csv\"}, {\"file\": \"charts\"},"
        "{\"file\": 7}, 8, {\"file\": \"old.csv\"}, {\"file\": \"manifest.json\"}]}");
    put(s->target, "old.csv", "o");
    put(s->target, "charts/old.svg", "o");
    put(s->target, "kept/mine.csv", "o");
    put(s->target, "kept/yours.csv", "y");
    put(s->target, "compare.manifest.json", "c");
    put(s->target, "same.csv", "y");
    open_output(s, s->target);
    write_result(s, "same.csv", "n");
    write_result(s, MANIFEST, "{}");
    commit_and_close(s);
    assert_contents(s->target, "compare.manifest.json c\nkept kept/yours.csv y\n\n"
                               "manifest.json {}\nsame.csv n\n");
}

static void
passes_over_hostile_names(void **state)
{
    struct scratch *s = *state;
    struct text manifest = { 0 };

    put(s->folder, "outside.txt", "y");
    put(s->target, "charts/a.svg", "y");
    text_print(&manifest, "{\"outputs\": [{\"file\": \"%s/outside.txt\"}, ", s->folder);
    text_add(&manifest, "{\"file\": \"../outside.txt\"}, {\"file\": \"charts/../../outside.txt\"},"
                        "{\"file\": \"./charts/a.svg\"}, {\"file\": \"\"}, {\"file\": \"charts//a.svg\"},"
                        "{\"file\": \"charts/\"}, {\"file\": \"..\"}, {\"file\": \"charts/a.svg/\"}]}");
    put(s->target, MANIFEST, manifest.at);
    open_output(s, s->target);
    write_result(s, MANIFEST, "{}");
    commit_and_close(s);
    assert_contents(s->folder, "outside.txt y\nresults results/charts results/charts/a.svg y\n\n"
                               "results/manifest.json {}\n\n");
    text_free(&manifest);
}

static void
takes_a_broken_manifest_for_none(void **state)
{
    static const char *const manifest[] = { "", "{", "[]", "{\"outputs\": 1}", "\xff", "null" };
    struct scratch *s = *state;

    for (size_t i = 0; i < sizeof manifest / sizeof manifest[0]; i++) {
        put(s->target, MANIFEST, manifest[i]);
        put(s->target, "a.csv", "y");
        open_output(s, s->target);
        write_result(s, MANIFEST, "{}");
        commit_and_close(s);
        assert_contents(s->target, "a.csv y\nmanifest.json {}\n");
    }
}

static void
takes_a_target_in_any_form(void **state)
{
    static const char *const target[] = { "a", "b/", "c/d//", "./e", "f/../g", "link", "link/h", "." };
    static const char *const place[] = { "a", "b", "c/d", "e", "g", "real", "real/h", "." };
    struct scratch *s = *state;
    const int before = open(".", O_RDONLY | O_DIRECTORY);

    assert_int_equal(chdir(s->folder), 0);
    assert_int_equal(mkdir("real", 0777), 0);
    assert_int_equal(symlink("real", "link"), 0);
    for (size_t i = 0; i < sizeof target / sizeof target[0]; i++) {
        char *result = files_join(place[i], MANIFEST);

        open_output(s, target[i]);
        write_result(s, MANIFEST, "{}");
        commit_and_close(s);
        assert_true(files_exist(result));
        free(result);
    }
    assert_int_equal(fchdir(before), 0);
    close(before);
    assert_contents(s->folder, "a a/manifest.json {}\n\nb b/manifest.json {}\n\n"
                               "c c/d c/d/manifest.json {}\n\n\ne e/manifest.json {}\n\nf \n"
                               "g g/manifest.json {}\n\nlink link/h link/h/manifest.json {}\n\n"
                               "link/manifest.json {}\n\nmanifest.json {}\n"
                               "real real/h real/h/manifest.json {}\n\nreal/manifest.json {}\n\n");
}

static void
gives_each_its_own_staging_folder(void **state)
{
    struct scratch *s = *state;
    struct output *other;

    open_output(s, s->target);
    assert_int_equal(output_open(&other, s->target, "other.json", &s->err), OK);
    assert_string_not_equal(output_staging(s->o), output_staging(other));
    assert_int_equal(output_write(other, "other.json", "{}", 2, &s->err), OK);
    assert_int_equal(output_commit(other, &s->err), OK);
    output_close(other);
    write_result(s, MANIFEST, "{}");
    commit_and_close(s);
    assert_contents(s->folder, "results results/manifest.json {}\nresults/other.json {}\n\n");
}

static void
refuses_a_target_that_is_no_folder(void **state)
{
    struct scratch *s = *state;
    char *file = scratch_file(s->folder, "file", "y");
    char *below = files_join(file, "results");

    assert_refused(s, output_open(&s->o, file, MANIFEST, &s->err), "'@/file' is a file; results need a folder\n");
    assert_null(s->o);
    assert_refused(s, output_open(&s->o, below, MANIFEST, &s->err),
                   "cannot write '@/file/results': Not a directory; earlier results are untouched\n");
    assert_refused(s, output_open(&s->o, "/proc/sanbu/results", MANIFEST, &s->err),
                   "cannot write '/proc/sanbu/results': No such file or directory; earlier results are untouched\n");
    assert_contents(s->folder, "file y\n");
    free(file);
    free(below);
}

/* Root may do everything, so root becomes nobody meanwhile. */
static void
give_up_rights(void)
{
    if (geteuid() == 0)
        assert_int_equal(seteuid(NOBODY), 0);
}

static void
take_rights_back(void)
{
    if (getuid() == 0)
        assert_int_equal(seteuid(0), 0);
}

static void
refuses_a_folder_that_cannot_be_written(void **state)
{
    struct scratch *s = *state;
    char *new = files_join(s->folder, "new");
    enum status rc;

    put(s->target, "a.csv", "y");
    assert_int_equal(chmod(s->target, 0555), 0);
    assert_int_equal(chmod(s->folder, 0555), 0);
    give_up_rights();
    rc = output_open(&s->o, s->target, MANIFEST, &s->err);
    take_rights_back();
    assert_refused(s, rc, "cannot write '@/results': Permission denied; earlier results are untouched\n");
    give_up_rights();
    rc = output_open(&s->o, new, MANIFEST, &s->err);
    take_rights_back();
    assert_refused(s, rc, "cannot write '@/new': Permission denied; earlier results are untouched\n");
    assert_int_equal(chmod(s->folder, 0755), 0);
    assert_int_equal(chmod(s->target, 0755), 0);
    assert_contents(s->folder, "results results/a.csv y\n\n");
    free(new);
}

static void
stages_inside_where_it_cannot_beside(void **state)
{
    struct scratch *s = *state;

    put(s->target, "a.csv", "y");
    assert_int_equal(chmod(s->target, 0777), 0);
    assert_int_equal(chmod(s->folder, 0555), 0);
    give_up_rights();
    open_output(s, s->target);
    write_result(s, "charts/a.svg", "n");
    write_result(s, MANIFEST, "{\"outputs\": [{\"file\": \"charts/a.svg\"}]}");
    commit_and_close(s);
    open_output(s, s->target);
    write_result(s, MANIFEST, "{}");
    commit_and_close(s);
    take_rights_back();
    assert_int_equal(chmod(s->folder, 0755), 0);
    assert_contents(s->folder, "results results/a.csv y\nresults/manifest.json {}\n\n");
}

static void
refuses_what_it_cannot_take_in(void **state)
{
    struct scratch *s = *state;

    open_output(s, s->target);
    assert_refused(s, output_adopt(s->o, "charts/no.svg", &s->err),
                   "cannot write '@/results/charts/no.svg': No such file or directory; "
                   "earlier results are untouched\n");
    write_result(s, "charts/a.svg", "n");
    assert_refused(s, output_adopt(s->o, "charts", &s->err),
                   "cannot write '@/results/charts': Is a directory; earlier results are untouched\n");
    assert_refused(s, output_write(s->o, "charts/a.svg", "m", 1, &s->err),
                   "cannot write '@/results/charts/a.svg': File exists; earlier results are untouched\n");
    assert_refused(s, output_write(s->o, "charts/a.svg/b", "m", 1, &s->err),
                   "cannot write '@/results/charts/a.svg/b': Not a directory; earlier results are untouched\n");
    assert_int_equal(output_count(s->o), 1);
    close_output(s);
    assert_contents(s->folder, "");
}

/* The results cannot all be moved in; everything is as before. */
static void
assert_moved_back(struct scratch *s, const char *said)
{
    char *before = contents(s->folder);

    open_output(s, s->target);
    write_result(s, "a.csv", "n");
    write_result(s, "new/deep/b.csv", "n");
    write_result(s, "charts/gdp.svg", "n");
    write_result(s, "z.csv", "n");
    write_result(s, MANIFEST, "{}");
    assert_refused(s, output_commit(s->o, &s->err), said);
    close_output(s);
    assert_contents(s->folder, before);
    free(before);
}

static void
moves_all_back_when_a_file_is_in_the_way(void **state)
{
    struct scratch *s = *state;

    put(s->target, MANIFEST, "{\"outputs\": [{\"file\": \"a.csv\"}, {\"file\": \"b/old.csv\"}]}");
    put(s->target, "a.csv", "o");
    put(s->target, "b/old.csv", "o");
    put(s->target, "charts", "a file where a folder must be");
    assert_moved_back(s, "cannot write '@/results/charts/gdp.svg': Not a directory; "
                         "earlier results are untouched\n");
}

static void
moves_all_back_when_a_folder_is_in_the_way(void **state)
{
    struct scratch *s = *state;

    put(s->target, "a.csv", "o");
    put(s->target, "z.csv/yours.txt", "a folder where a file must be");
    assert_moved_back(s, "cannot write '@/results/z.csv': Is a directory; earlier results are untouched\n");
}

static void
does_not_commit_without_a_manifest(void **state)
{
    struct scratch *s = *state;

    put(s->target, MANIFEST, "{\"outputs\": [{\"file\": \"a.csv\"}]}");
    put(s->target, "a.csv", "o");
    open_output(s, s->target);
    write_result(s, "a.csv", "n");
    assert_refused(s, output_commit(s->o, &s->err),
                   "cannot write '@/results/manifest.json': No such file or directory; "
                   "earlier results are untouched\n");
    close_output(s);
    assert_contents(s->target, "a.csv o\nmanifest.json {\"outputs\": [{\"file\": \"a.csv\"}]}\n");
}

#define with_scratch(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        with_scratch(writes_new_results),
        with_scratch(leaves_nothing_when_not_committed),
        with_scratch(replaces_its_own_files_only),
        with_scratch(passes_over_hostile_names),
        with_scratch(takes_a_broken_manifest_for_none),
        with_scratch(takes_a_target_in_any_form),
        with_scratch(gives_each_its_own_staging_folder),
        with_scratch(refuses_a_target_that_is_no_folder),
        with_scratch(refuses_a_folder_that_cannot_be_written),
        with_scratch(stages_inside_where_it_cannot_beside),
        with_scratch(refuses_what_it_cannot_take_in),
        with_scratch(moves_all_back_when_a_file_is_in_the_way),
        with_scratch(moves_all_back_when_a_folder_is_in_the_way),
        with_scratch(does_not_commit_without_a_manifest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
