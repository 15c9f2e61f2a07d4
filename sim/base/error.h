/* Errors: what went wrong, where, and what would be right, kept as data until someone prints them.
 *
 * A function that can fail returns OK or a negative status and takes `struct error *err` last. It
 * adds a line with error_add and goes on or stops, as suits it: a scenario's mistakes all come in one go.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>
#include <stddef.h>
#include "base/text.h"
#include "base/words.h"

enum status {
    OK = 0,
    FAILED_WORK = -1,  /* a file could not be written, a solve did not converge: exit status 1 */
    FAILED_INPUT = -2, /* the command line or a scenario is wrong: exit status 2 */
    INTERRUPTED = -3,  /* Ctrl-C: exit status 130 */
};

#define ERROR_ARGUMENTS 6

struct error_line {
    enum status status; /* OK: a warning */
    char *file;         /* NULL: no place to name */
    int line;           /* 0: the file as a whole */
    enum word word;
    char *argument[ERROR_ARGUMENTS]; /* fill the word's {} in order */
};

/* Zero-initialise: { 0 }. Owns its lines. */
struct error {
    struct error_line *line;
    size_t lines, room;
};

struct place {
    const char *file;
    int line;
};
#define NOWHERE ((struct place) { NULL, 0 })

/* Adds a line and returns its status, so that `return error_add(...)` reads well. The arguments after
 * `word` are strings, copied. A line that is there already (same place, word, arguments) is not added twice;
 * after a thousand lines only a worse status adds one. */
#define error_add(err, status, place, ...) \
    error_add_words(err, status, place, error_word_(__VA_ARGS__, 0), \
                    (const char *const[]) { error_strings_(__VA_ARGS__, NULL) })
#define error_word_(word, ...) (word)
#define error_strings_(word, ...) __VA_ARGS__
enum status error_add_words(struct error *err, enum status status, struct place place, enum word word,
                            const char *const *arguments);

/* Why the system refused, by errno: an argument of a message */
const char *error_cause(int number);

/* Adds the lines of `from` to `to` and frees `from`. */
void error_move(struct error *to, struct error *from);

size_t error_count(const struct error *err);      /* warnings not counted */
enum status error_worst(const struct error *err); /* INTERRUPTED, FAILED_INPUT, FAILED_WORK, else OK */

/* One line of text, `file:line: sentence`, without a line end; warnings say that they are. */
void error_print(struct text *out, const struct error_line *line, enum language language);
void error_free(struct error *err); /* safe twice */

#endif
