/* Text: a growing string, and what one asks of UTF-8 text. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* A growing string, always ended by a NUL. Zero-initialise: { 0 }. */
struct text {
    char *at; /* NULL while empty */
    size_t length, room;
};

void text_add(struct text *t, const char *s);
void text_add_bytes(struct text *t, const char *s, size_t length);
void text_print(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *text_of(const struct text *t); /* "" while empty */
void text_free(struct text *t);            /* safe twice */

bool text_is_utf8(const char *s, size_t length);

/* Cells of a terminal that the text takes: 2 for a wide character, 0 for a combining one;
 * `ambiguous` (1 or 2) for those that Unicode leaves to the font (UAX 11). */
size_t text_cells(const char *s, size_t ambiguous);

/* Adds the text, or what fits of it with ".." behind where it takes more than so many cells. */
void text_add_fitting(struct text *t, const char *s, size_t cells, size_t ambiguous);

/* The candidate that was probably meant: fewest edits (insert, delete, replace, swap), at most a
 * third of the word's length and at least 2 allowed; NULL where none is that near. */
const char *text_nearest(const char *word, const char *const *candidates, size_t count);

/* A number as shortly as it reads back: %.15g, else %.17g. Never "-0". Returns buffer. */
#define TEXT_NUMBER 32
char *text_number(char buffer[TEXT_NUMBER], double x);

/* Reads all of s as one finite decimal number (no blanks, no hexadecimal, "C" locale). */
bool text_to_number(const char *s, double *x);

#endif
