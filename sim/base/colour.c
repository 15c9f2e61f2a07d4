#include "base/colour.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

bool
colour_read(const char *colour, unsigned part[3])
{
    return strlen(colour) == COLOUR_BYTES - 1 && colour[0] == '#'
           && strspn(colour + 1, "0123456789abcdefABCDEF") == COLOUR_BYTES - 2
           && sscanf(colour, "#%2x%2x%2x", &part[0], &part[1], &part[2]) == 3;
}

/* sRGB (IEC 61966-2-1) */
static double
linear(unsigned part)
{
    const double x = part / 255.0;

    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

double
colour_luminance(const char *colour)
{
    unsigned part[3] = { 0, 0, 0 };

    (void) colour_read(colour, part);
    return 0.2126 * linear(part[0]) + 0.7152 * linear(part[1]) + 0.0722 * linear(part[2]);
}

double
colour_contrast_on_white(const char *colour)
{
    return 1.05 / (colour_luminance(colour) + 0.05);
}

double
colour_lightness(const char *colour)
{
    const double y = colour_luminance(colour);

    return y > 216.0 / 24389 ? 116 * cbrt(y) - 16 : y * 24389 / 27;
}

void
colour_readable(char out[COLOUR_BYTES], const char *colour)
{
    unsigned part[3] = { 0, 0, 0 };

    (void) colour_read(colour, part);
    snprintf(out, COLOUR_BYTES, "%.7s", colour);
    for (int left = 99; left > 0 && colour_contrast_on_white(out) < COLOUR_READS; left--)
        snprintf(out, COLOUR_BYTES, "#%02X%02X%02X", part[0] * (unsigned) left / 100 & 0xff,
                 part[1] * (unsigned) left / 100 & 0xff, part[2] * (unsigned) left / 100 & 0xff);
}
