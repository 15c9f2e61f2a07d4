/* Scratch: a folder for one test, and small files in it. */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/output_files.h"

/* A new folder of its own below $TMPDIR or /tmp */
static inline char *
scratch_new(void)
{
    const char *temporary = getenv("TMPDIR");
    char *path = files_join(temporary ? temporary : "/tmp", "sanbu-test-XXXXXX");

    assert_non_null(mkdtemp(path));
    return path;
}

static inline void
scratch_free(char *folder)
{
    files_remove(folder);
    free(folder);
}

/* Returns folder/name, to be freed; folders in the name are made. */
static inline char *
scratch_bytes(const char *folder, const char *name, const char *bytes, size_t length)
{
    char *path = files_join(folder, name);
    FILE *file;

    assert_true(files_make_parents(path));
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return path;
}

static inline char *
scratch_file(const char *folder, const char *name, const char *text)
{
    return scratch_bytes(folder, name, text, strlen(text));
}

#endif
