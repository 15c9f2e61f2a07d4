/* Sobol indices: how much of an output's variance each input makes, alone and with all that it takes part in.
 *
 * Saltelli's design: n rows of inputs A and n of inputs B, independent; AB_i is A with input i from B. Jansen's
 * estimators over the rows r, V the variance of f over A and B together:
 *
 *     first order  S_i = 1 - sum_r (f(B) - f(AB_i))^2 / (2 n V)
 *     total        T_i =     sum_r (f(A) - f(AB_i))^2 / (2 n V)
 *
 * The inputs must be independent. Sources: Jansen (1999), Computer Physics Communications 117, 35-43; Saltelli and
 * others (2010), Computer Physics Communications 181, 259-270, who compare the estimators.
 */
#ifndef ANALYSIS_SOBOL_H
#define ANALYSIS_SOBOL_H

#include <stddef.h>
#include <stdint.h>

struct sobol_sample {
    size_t rows, inputs;
    const double *a, *b; /* [rows]: f(A), f(B) */
    const double *ab;    /* [inputs][rows]: f(AB_i) */
};

/* Estimates with the ends of their 95 % bootstrap intervals; all 0 where the output does not vary. */
struct sobol_index {
    double first, first_low, first_high;
    double total, total_low, total_high;
};

/* `resamples` of the rows for the intervals, drawn with `seed`; the same bytes each time. */
void sobol_indices(struct sobol_index *out, const struct sobol_sample *s, size_t resamples, uint64_t seed);

#endif
