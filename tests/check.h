/* What cmocka lacks: assert_close compares as doubles, relative to the larger value or to 1. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define assert_close(a, b, tolerance) assert_close_at_((a), (b), (tolerance), __FILE__, __LINE__)

static inline void
assert_close_at_(double a, double b, double tolerance, const char *file, int line)
{
    const double scale = fmax(1.0, fmax(fabs(a), fabs(b)));

    if (fabs(a - b) <= tolerance * scale)
        return;
    print_error("%.17g != %.17g (tolerance %g)\n", a, b, tolerance);
    _fail(file, line);
}

#endif
