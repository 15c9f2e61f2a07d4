/* Colours as "#RRGGBB": how light they are, and whether words in them can be read on white paper. */
#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H

#include <stdbool.h>

#define COLOUR_BYTES 8   /* with the NUL */
#define COLOUR_READS 4.5 /* the least contrast of words of any size (WCAG 2.1, 1.4.3) */

/* "#" and six hexadecimal digits, nothing else. */
bool colour_read(const char *colour, unsigned part[3]);

/* Relative luminance, 0 to 1 (WCAG 2.1); the same as CIE Y. The colour is one. */
double colour_luminance(const char *colour);
double colour_contrast_on_white(const char *colour); /* 1 to 21 */
double colour_lightness(const char *colour);         /* CIE L*, 0 to 100: what a grey print keeps */

/* The colour, or as much of it with black as words in it need to be read on white. */
void colour_readable(char out[COLOUR_BYTES], const char *colour);

#endif
