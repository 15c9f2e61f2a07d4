/* Latin hypercubes and Sobol's sequence, by whichever draw is asked for. */
#include "analysis/draws.h"
#include "analysis/random.h"
#include "analysis/sobol_table.h"

/* Mixes all bits of a number into all others (splitmix64: Steele, Lea and Flood 2014). */
static uint64_t
mixed(uint64_t x)
{
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
    x = (x ^ x >> 27) * 0x94d049bb133111eb;
    return x ^ x >> 31;
}

/* One round of Feistel's network on numbers of 2 * half bits, which it permutes */
static uint64_t
feistel(uint64_t x, uint64_t key, unsigned half)
{
    const uint64_t mask = ((uint64_t) 1 << half) - 1;
    uint64_t left = x >> half, right = x & mask;

    for (uint64_t round = 0; round < 4; round++) {
        const uint64_t next = left ^ (mixed(right ^ mixed(key + round)) & mask);

        left = right;
        right = next;
    }
    return left << half | right;
}

/* Where number i of 0..n-1 goes in a random order: the network walks on until it lands inside (Black and Rogaway 2002). */
static uint64_t
shuffled(uint64_t i, uint64_t n, uint64_t key)
{
    unsigned half = 1;

    while (half < 31 && (uint64_t) 1 << 2 * half < n)
        half++;
    do
        i = feistel(i, key, half);
    while (i >= n);
    return i;
}

void
sample_lhs(lanes out, const struct sampler *s, uint64_t block, uint64_t stream)
{
    lanes inside;

    random_uniform(inside, s->seed, block, stream);
    for (size_t l = 0; l < LANES; l++) {
        const uint64_t draw = block * LANES + l;

        if (draw < s->total)
            out[l] = ((double) shuffled(draw, s->total, mixed(s->seed) ^ stream) + inside[l]) / (double) s->total;
        else
            out[l] = inside[l]; /* fills a block; nobody looks at it */
    }
}

static uint32_t
reversed(uint32_t x)
{
    x = (x & 0x55555555) << 1 | (x >> 1 & 0x55555555);
    x = (x & 0x33333333) << 2 | (x >> 2 & 0x33333333);
    x = (x & 0x0f0f0f0f) << 4 | (x >> 4 & 0x0f0f0f0f);
    return x << 24 | (x & 0xff00) << 8 | (x >> 8 & 0xff00) | x >> 24;
}

/* Every bit is turned or not by those above it: a random one of Owen's scramblings (Burley 2020, with the
 * multipliers of Vegdahl). */
static uint32_t
scrambled(uint32_t x, uint32_t key)
{
    x = reversed(x);
    x ^= x * 0x3d20adea;
    x += key;
    x *= (key >> 16) | 1;
    x ^= x * 0x05526c56;
    x ^= x * 0x53a22864;
    return reversed(x);
}

static uint32_t
sobol(uint64_t i, const uint32_t direction[SOBOL_BITS])
{
    uint32_t x = 0;

    for (size_t bit = 0; bit < SOBOL_BITS && i; bit++, i >>= 1)
        x ^= i & 1 ? direction[bit] : 0;
    return x;
}

void
sample_sobol(lanes out, const struct sampler *s, uint64_t block, uint64_t stream, size_t dimension)
{
    uint32_t direction[SOBOL_BITS];
    const uint32_t key = (uint32_t) mixed(mixed(s->seed) ^ stream);
    lanes below; /* what 32 bits leave open */

    sobol_directions(direction, dimension);
    random_uniform(below, s->seed, block, stream);
    for (size_t l = 0; l < LANES; l++)
        out[l] = (scrambled(sobol(block * LANES + l, direction), key) + below[l]) * 0x1p-32;
}
