#include "base/cholesky.h"
#include <math.h>

/* Below this a pivot of a matrix with ones on its diagonal is rounding: a draw would be fixed by the others. */
#define PIVOT 1e-10

bool
cholesky(double *lower, const double *m, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j <= i; j++) {
            double left = m[i * n + j];

            for (size_t k = 0; k < j; k++)
                left -= lower[i * n + k] * lower[j * n + k];
            if (i == j && !(left > PIVOT))
                return false;
            lower[i * n + j] = i == j ? sqrt(left) : left / lower[j * n + j];
        }
    }
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            lower[i * n + j] = 0;
    return true;
}
