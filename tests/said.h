/* What an error says: the English lines, each ended by a line end. */
#ifndef TESTS_SAID_H
#define TESTS_SAID_H

#include "check.h"

#include <string.h>
#include "base/error.h"

/* Compares and empties the error. */
#define assert_said(err, lines) assert_said_at_((err), (lines), __FILE__, __LINE__)

static inline void
assert_said_at_(struct error *err, const char *lines, const char *file, int line)
{
    struct text said = { 0 };
    const size_t status_lines = err->lines;

    for (size_t i = 0; i < status_lines; i++) {
        error_print(&said, &err->line[i], ENGLISH);
        text_add(&said, "\n");
    }
    if (strcmp(text_of(&said), lines) != 0) {
        print_error("said:\n%sexpected:\n%s", text_of(&said), lines);
        _fail(file, line);
    }
    text_free(&said);
    error_free(err);
}

#endif
