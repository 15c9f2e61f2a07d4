/* Random numbers: counted, not stepped, so that any of them can be had at once.
 *
 * Philox4x32-10 (Random123: Salmon et al. 2011, Parallel Random Numbers: As Easy as 1, 2, 3) turns (seed, draw, stream,
 * index) into 128 bits: two uniforms, or two normals. Lane l of block b is draw b * LANES + l.
 */
#ifndef ANALYSIS_RANDOM_H
#define ANALYSIS_RANDOM_H

#include "base/lanes.h"

/* A stream's number, from the name of what it is for (FNV-1a, 64 bits) */
uint64_t random_stream(const char *name);

/* Uniform in (0, 1), never an end: 52 bits and a half */
void random_uniform(lanes out, uint64_t seed, uint64_t block, uint64_t stream);

/* Rows of standard normals, by Box and Muller (1958) two from one count */
void random_normals(lanes *rows, size_t count, uint64_t seed, uint64_t block, uint64_t stream);

/* The standard normal's quantile: Wichura (1988), AS 241, PPND16, relative error about 1e-16; and its distribution */
void normal_quantile(lanes z, const lanes u);
void normal_probability(lanes u, const lanes z);

#endif
