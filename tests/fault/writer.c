/* Writes a set of results over an earlier one, while a call fails as fault.h says:
 *     fault_writer TARGET
 * Exit status: 0 done, no call was made to fail; 3 done although one was; 1 not done, with a sentence
 * that says why; 2 not done, without one.
 */
#include "tests/fault/fault.c"

#include <string.h>
#include "base/output.h"

#define LONG_FILE_BYTES 10000 /* takes more than one write */

static enum status
write_text(struct output *o, const char *name, const char *text, struct error *err)
{
    return output_write(o, name, text, strlen(text), err);
}

/* As another program does, through stdio: those calls are not counted. */
static enum status
draw(struct output *o, const char *name, struct error *err)
{
    struct text path = { 0 };
    FILE *file;

    text_print(&path, "%s/%s", output_staging(o), name);
    file = fopen(path.at, "w");
    text_free(&path);
    if (!file)
        return FAILED_WORK;
    fputs("new drawing", file);
    return fclose(file) == 0 ? output_adopt(o, name, err) : FAILED_WORK;
}

static enum status
write_all(struct output *o, struct error *err)
{
    static char trajectory[LONG_FILE_BYTES];
    enum status rc;

    memset(trajectory, 'n', sizeof trajectory);
    rc = output_write(o, "trajectory.csv", trajectory, sizeof trajectory, err);
    if (!rc)
        rc = write_text(o, "charts/new/gdp.gp", "new script", err);
    if (!rc)
        rc = draw(o, "charts/gdp.svg", err);
    if (!rc)
        rc = write_text(o, "yours.csv", "new, where a file of another was", err);
    if (!rc)
        rc = write_text(o, "manifest.json", "{\"outputs\": []}", err);
    return rc ? rc : output_commit(o, err);
}

/* Prints what went wrong; false where nobody said. */
static bool
print_errors(const struct error *err)
{
    for (size_t i = 0; i < err->lines; i++) {
        struct text line = { 0 };

        error_print(&line, &err->line[i], ENGLISH);
        puts(line.at);
        text_free(&line);
    }
    return err->lines > 0;
}

static bool
was_made_to_fail(void)
{
    const char *number = getenv("SANBU_FAULT");
    const unsigned long wanted = number ? strtoul(number, NULL, 10) : 0;

    return wanted && fault_calls() >= wanted;
}

int
main(int argc, char **argv)
{
    struct output *o = NULL;
    struct error err = { 0 };
    enum status rc = output_open(&o, argc > 1 ? argv[1] : ".", "manifest.json", &err);
    bool said;

    if (!rc)
        rc = write_all(o, &err);
    output_close(o);
    said = print_errors(&err);
    error_free(&err);
    if (rc)
        return said ? 1 : 2;
    return was_made_to_fail() ? 3 : 0;
}
