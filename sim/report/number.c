#include "report/number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAIN_BELOW 1e15 /* beyond it a double has no decimals left to show */
#define DECIMALS_MAX 15

static int
usable_decimals(int decimals)
{
    return decimals < 0 ? 0 : decimals > DECIMALS_MAX ? DECIMALS_MAX : decimals;
}

/* Halves go away from zero, as people and spreadsheets round: 3720.05 is 3720.1, though its double lies a trifle below. */
static double
with_halves_up(double size)
{
    return size * (1 + 2 * DBL_EPSILON);
}

static bool
is_zero(const char *digits)
{
    return strspn(digits, "0.") == strlen(digits);
}

/* Copies digits, a comma before each group of three that has digits before it. */
static void
add_commas(char *out, const char *digits)
{
    size_t left = strcspn(digits, ".");

    while (left > 0) {
        *out++ = *digits++;
        left--;
        if (left > 0 && left % 3 == 0)
            *out++ = ',';
    }
    strcpy(out, digits);
}

static char *
show(char buffer[NUMBER_SHOWN], double x, int decimals, const char *plus, enum language language)
{
    const double size = fabs(x);
    char digits[NUMBER_SHOWN / 2];

    if (!isfinite(x))
        return strcpy(buffer, "-");
    if (size >= PLAIN_BELOW) {
        snprintf(buffer, NUMBER_SHOWN, "%s%.1e", x < 0 ? "-" : plus, size);
        return buffer;
    }
    snprintf(digits, sizeof digits, "%.*f", usable_decimals(decimals), with_halves_up(size));
    strcpy(buffer, is_zero(digits) ? "" : x < 0 ? "-" : plus);
    if (language == ENGLISH)
        add_commas(buffer + strlen(buffer), digits);
    else
        strcat(buffer, digits);
    return buffer;
}

char *
number_shown(char buffer[NUMBER_SHOWN], double x, int decimals, enum language language)
{
    return show(buffer, x, decimals, "", language);
}

char *
number_signed(char buffer[NUMBER_SHOWN], double x, int decimals, enum language language)
{
    return show(buffer, x, decimals, "+", language);
}

double
number_rounded(double x, int decimals)
{
    char digits[NUMBER_SHOWN];

    if (!isfinite(x) || fabs(x) >= PLAIN_BELOW)
        return x;
    snprintf(digits, sizeof digits, "%.*f", usable_decimals(decimals), with_halves_up(x));
    return strtod(digits, NULL) + 0.0; /* adding 0 turns -0 into 0 */
}
