/* Random numbers: counted, not stepped, so that any of them can be had at once.
 *
 * Philox (analysis/philox.h) turns (seed, draw, stream, index) into 128 bits: a uniform, or four normals. Lane l of
 * block b is draw b * LANES + l.
 */
#ifndef ANALYSIS_RANDOM_H
#define ANALYSIS_RANDOM_H

#include "analysis/philox.h"

/* A stream's number, from the name of what it is for (FNV-1a, 64 bits) */
uint64_t random_stream(const char *name);

/* Number `index` below 2^24 of a stream: 32 bits in the lower half of each word */
void random_bits(philox_words bits, uint64_t seed, uint64_t block, uint64_t stream, uint32_t index);

/* Uniform in (0, 1), never an end: 52 bits and a half */
void random_uniform(lanes out, uint64_t seed, uint64_t block, uint64_t stream);

/* Rows of standard normals, in single precision; normals.c */
void random_normals(lanes *rows, size_t count, uint64_t seed, uint64_t block, uint64_t stream);

/* The standard normal's quantile: Wichura (1988), AS 241, PPND16, relative error about 1e-16; and its distribution */
void normal_quantile(lanes z, const lanes u);
void normal_probability(lanes u, const lanes z);

#endif
