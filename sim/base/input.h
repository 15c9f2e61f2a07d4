/* Input: a whole text file, read and looked at before anyone parses it. */
#ifndef BASE_INPUT_H
#define BASE_INPUT_H

#include "base/error.h"

struct input {
    char *text; /* NUL-ended; byte-order mark gone, line ends are \n */
    size_t length;
    char sha256[65]; /* of the bytes on disk */
};

/* Refuses a missing file (naming who named it), a directory, a device, a file above 64 MiB, NUL bytes,
 * text that is not UTF-8. `named_in` is the place that names the file, or NOWHERE for the command line. */
enum status input_read(struct input *out, const char *path, struct place named_in, struct error *err);
void input_free(struct input *in); /* safe twice */

#endif
