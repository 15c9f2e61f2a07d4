/* Lanes: the draws that are computed side by side, and the arithmetic on them.
 *
 * A kernel is a loop over LANES values that the compiler turns into SIMD: a lane reads and writes its own place only,
 * so that no pass of EACH_LANE waits for another. exp and log are written
 * here, without branches or tables, so that such a loop vectorizes and one lane computes what many
 * lanes compute, bit for bit. Errors are below 2 units in the last place over the normal range.
 */
#ifndef BASE_LANES_H
#define BASE_LANES_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define LANES 16

/* A kernel is compiled for the vectors that this processor has, with all that it calls: the program takes the best
 * when it starts. No clone rounds otherwise than the others: vectors only do more lanes at once. In variants that look
 * at the code (PLAIN_KERNELS: sanitizers, coverage) there is one. */
#if defined __x86_64__ && defined __GNUC__ && !defined __clang__ && !defined PLAIN_KERNELS
#define KERNEL __attribute__((flatten, target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#define LANES_APART _Pragma("GCC ivdep")
#define FEW_APART _Pragma("GCC ivdep") _Pragma("GCC unroll 1") /* which GCC would else write out one by one */
#else
#define KERNEL
#define LANES_APART
#define FEW_APART
#endif
#define EACH_LANE(l) LANES_APART for (size_t l = 0; l < LANES; l++)

typedef double lanes[LANES];

extern const lanes lanes_ones, lanes_zeros;

/* rows of lanes, zeroed and aligned for SIMD; freed with free(); never NULL */
lanes *lanes_new(size_t rows);

static inline double
lane_from_bits(uint64_t bits)
{
    double x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline uint64_t
lane_bits(double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* e^x: x = k ln 2 + r with |r| <= ln 2 / 2, then a polynomial of degree 11 in r: (e^r - 1 - r)/r^2 interpolated at
 * Chebyshev's points of that interval, the first two coefficients rounded to 1/2 and 1/6; 2e-17 off at most. Even and odd
 * powers go side by side: a lane waits half as long, and waiting is what takes the time. */
static inline double
lane_exp(double x)
{
    const double round_to_integer = 0x1.8p52;
    const double inside = x > 709.0 ? 709.0 : x < -708.0 ? -708.0 : x;
    const double shifted = inside * 1.4426950408889634 + round_to_integer;
    const double k = shifted - round_to_integer;
    const double r = (inside - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10;
    const double two_to_k = lane_from_bits((lane_bits(shifted) + 1023) << 52);
    const double z = r * r;
    double even = 2.7620088445409746e-07, odd = 2.510038549551032e-08, p;

    even = even * z + 2.4801521295954376e-05;
    odd = odd * z + 2.7557268459997064e-06;
    even = even * z + 1.3888888917213717e-03;
    odd = odd * z + 1.9841269863053618e-04;
    even = even * z + 4.166666666662413e-02;
    odd = odd * z + 8.333333333330062e-03;
    even = even * z + 0.5;
    odd = odd * z + 1.0 / 6.0;
    p = (even + odd * r) * z + r;
    p = (p + 1.0) * two_to_k;
    return x > 709.0 ? INFINITY : p;
}

/* ln x: x = 2^k m with m in [sqrt(1/2), sqrt 2), then the series of fdlibm's e_log.c in (m-1)/(m+1).
 * NaN below 0, -infinity at 0. */
static inline double
lane_log(double x)
{
    const uint64_t bits = lane_bits(x);
    const uint64_t above = bits - (0x3fe6a09e667f3bcd - 0x3ff0000000000000); /* 2^k sqrt(1/2) counts as 2^k */
    const double k = lane_from_bits((above >> 52) | 0x4330000000000000) - (0x1p52 + 1023.0);
    const double f = lane_from_bits(bits - (above & 0xfff0000000000000) + 0x3ff0000000000000) - 1.0; /* m - 1 */
    const double s = f / (2.0 + f), z = s * s, half = 0.5 * f * f;
    const double w = z * z;
    double odd = 1.479819860511658591e-01, even = 1.531383769920937332e-01;
    double p, y;

    odd = odd * w + 1.818357216161805012e-01;
    even = even * w + 2.222219843214978396e-01;
    odd = odd * w + 2.857142874366239149e-01;
    even = even * w + 3.999999999940941908e-01;
    odd = odd * w + 6.666666666666735130e-01;
    p = even * z + odd;
    y = k * 6.93147180369123816490e-01 - ((half - (s * (half + p * z) + k * 1.90821492927058770002e-10)) - f);
    y = x > 0.0 ? y : x == 0.0 ? -INFINITY : NAN;
    return x > 1.7976931348623157e308 ? x : y;
}

/* ln(1 + x), exact to the last places for small x as well (after Goldberg 1991, theorem 4). What rounding 1 + x lost is
 * to be divided by it: as 1 - x will do where x is small, and above 1 it is lost in y too. */
static inline double
lane_log1p(double x)
{
    const double u = 1.0 + x, lost = ((u - 1.0) - x) * (1.0 - x);

    return lane_log(u) - (x < 1.0 ? lost : 0.0);
}

#endif
