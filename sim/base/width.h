/* Width: how many cells of a terminal a character takes (Unicode annex 11, East Asian width). */
#ifndef BASE_WIDTH_H
#define BASE_WIDTH_H

#include <stddef.h>
#include <stdint.h>

/* 0 for a combining or a control character, 2 for a wide one, `ambiguous` where the font decides, else 1 */
size_t width_of(uint32_t character, size_t ambiguous);

#endif
