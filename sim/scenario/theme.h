/* A theme from its file: strict, as scenario files are. Whether a font is installed is asked elsewhere. */
#ifndef SCENARIO_THEME_H
#define SCENARIO_THEME_H

#include "base/error.h"
#include "base/theme.h"
#include "scenario/scenario.h"

struct theme_file {
    struct theme theme;
    struct place font[LANGUAGES]; /* where each is named */
    struct scenario_input *input; /* the files that were read, for the manifest */
    size_t inputs;
    struct scenario owner; /* of all that */
};

/* `path` NULL: the program's own theme. `size` as the command line asks, over the file's: enum theme_size; -1: not
 * asked. theme_file_free in any case. */
enum status theme_read(struct theme_file *out, const char *path, int size, struct error *err);
void theme_file_free(struct theme_file *f); /* safe twice */

#endif
