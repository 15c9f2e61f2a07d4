/* Roots: where a continuous function of one number is zero (Brent's method, from GSL). */
#ifndef BASE_ROOT_H
#define BASE_ROOT_H

#include "base/error.h"

/* Finds x in [low, high] with f(x) = 0 to the last places; f must differ in sign at the ends.
 * FAILED_WORK where it does not, or is not finite there. */
enum status root_bracketed(double *x, double (*f)(double, void *), void *arg, double low, double high);

#endif
