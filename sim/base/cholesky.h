/* Cholesky's factor of a correlation matrix: turns independent normals into correlated ones. */
#ifndef BASE_CHOLESKY_H
#define BASE_CHOLESKY_H

#include <stdbool.h>
#include <stddef.h>

/* L, lower triangular, with L L' = m; both [n][n], row by row, and may be the same. Only the lower triangle of m is
 * read, and zeros are written above the diagonal. False where m is not positive definite. */
bool cholesky(double *lower, const double *m, size_t n);

#endif
