/* Numbers as people read them: rounded only here, with thousands commas in English and none in Chinese,
 * never a negative zero. What is written for programs uses text_number (base/text.h).
 */
#ifndef REPORT_NUMBER_H
#define REPORT_NUMBER_H

#include "base/words.h"

#define NUMBER_SHOWN 64

/* 5723.6 as "5,723.6" or "5723.6"; at or beyond 1e15 as "1.5e+15"; what is not finite as "-". Returns
 * buffer. Digits that the number itself brings, such as a year, should not pass through here. */
char *number_shown(char buffer[NUMBER_SHOWN], double x, int decimals, enum language language);

/* The same with a sign in front, "+4.1", "-0.9"; what rounds to nothing has none: "0.0". */
char *number_signed(char buffer[NUMBER_SHOWN], double x, int decimals, enum language language);

/* x as it is after rounding to so many decimals, for choosing words: "falls" only where that shows. */
double number_rounded(double x, int decimals);

#endif
