/* A png's physical size: the pHYs chunk, which gnuplot does not write. With it Word, WPS and printers show
 * the picture as wide as it was meant. (PNG specification, 2nd edition, 11.3.5.3.)
 */
#ifndef REPORT_PNG_H
#define REPORT_PNG_H

#include "base/text.h"

/* Copies the png with its width in millimetres; false where it is not a whole png: gnuplot does not look
 * whether its writes succeed, so that a full disk shows only here. */
bool png_with_size(struct text *out, const char *bytes, size_t length, double millimetres);

#endif
