/* The terminal and the clock, as commands need them. */
#ifndef COMMAND_SCREEN_H
#define COMMAND_SCREEN_H

#include "base/error.h"

#define SCREEN_CELLS 100 /* the widest that a summary gets, and its width off a terminal */

size_t screen_width(void);
size_t screen_ambiguous(void); /* cells of a character of ambiguous width: SANBU_AMBIGUOUS=2, else 1 */
bool screen_colour(void);      /* stdout is a terminal and NO_COLOR is not set */
double screen_seconds(void);   /* of a clock that only goes forward */

/* To stdout, at once; a closed or full stdout is FAILED_WORK. */
enum status screen_print(const char *text, enum word complaint, struct error *err); /* its {}: why not */

#endif
