/* What `compare -n` prints below the comparison: chances side by side, how differences are spread, what the shared draws
 * are worth. Every part adds lines that fit the terminal or break. */
#ifndef REPORT_COMPARISON_TOGETHER_H
#define REPORT_COMPARISON_TOGETHER_H

#include "report/comparison.h"
#include "report/together.h"

void comparison_together(struct text *out, const struct comparison *c); /* all of it */

void comparison_chances(struct text *out, const struct comparison *c);
void comparison_bands(struct text *out, const struct comparison *c);
void comparison_shared(struct text *out, const struct comparison *c);

/* Home's indicators whose differences are told, in the order of reading */
#define TOGETHER_HEADLINES 6
extern const char *const together_headline[TOGETHER_HEADLINES];

#endif
