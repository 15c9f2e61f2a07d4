/* A look at a scenario file's tokens before libconfig reads it, for what libconfig lets pass.
 *
 * libconfig 1.5 wraps whole numbers past 2147483647, reads 1.0e999 as infinity, follows @include, recurses
 * as deep as the text nests, and does not say where the first of two settings of one name stands.
 */
#ifndef SCENARIO_SCAN_H
#define SCENARIO_SCAN_H

#include "base/error.h"

#define SCAN_DEEPEST 64          /* groups and lists within one another in one file */
#define SCAN_MOST 5000           /* settings in one group */
#define SCAN_MOST_TOKENS 1000000 /* names, values and marks of one file */
#define SCAN_WRONG "\x01"        /* the string that stands for a number already complained of */

/* Complains of what it finds. Numbers out of range are overwritten by the string SCAN_WRONG, so that the
 * rest of the file can still be checked; FAILED_INPUT means that the file cannot be read further. */
enum status scan_text(char *text, struct place start, struct error *err);

#endif
