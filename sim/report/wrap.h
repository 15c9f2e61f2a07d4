/* Where lines of text may break, and text broken into the lines of a terminal. */
#ifndef REPORT_WRAP_H
#define REPORT_WRAP_H

#include "base/text.h"

/* Whether a line may end with the character at s, its successor being `next`. */
bool wrap_breaks_after(const char *s, const char *next);

/* Adds the text in lines of at most so many cells, each with its line end; a word that is longer gets a line of its own.
 * `ambiguous` as in text_cells. */
void wrap_cells(struct text *out, const char *text, size_t width, size_t ambiguous);

/* The same for each line of a text, the parts of one behind the blanks that it begins with */
void wrap_lines(struct text *out, const char *text, size_t width, size_t ambiguous);

#endif
