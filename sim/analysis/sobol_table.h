/* Direction numbers of Sobol's sequence, dimension by dimension. */
#ifndef ANALYSIS_SOBOL_TABLE_H
#define ANALYSIS_SOBOL_TABLE_H

#include <stddef.h>
#include <stdint.h>

#define SOBOL_DIMENSIONS 256
#define SOBOL_BITS 32

/* Bit k of a draw's number turns the digits of direction[k]. */
void sobol_directions(uint32_t direction[SOBOL_BITS], size_t dimension);

#endif
