#include "analysis/random.h"

uint64_t
random_stream(const char *name)
{
    uint64_t hash = 0xcbf29ce484222325;

    for (; *name; name++)
        hash = (hash ^ (unsigned char) *name) * 0x100000001b3;
    return hash;
}

/* 64 random bits as a number in (0, 1) */
static double
unit(uint64_t bits)
{
    return lane_from_bits(bits >> 12 | 0x3ff0000000000000) - (1 - 0x1p-53);
}

KERNEL void
random_bits(philox_words bits, uint64_t seed, uint64_t block, uint64_t stream, uint32_t index)
{
    EACH_LANE(l) {
        const uint64_t draw = block * LANES + l;

        bits[0][l] = draw;
        bits[1][l] = draw >> 32 ^ index << 8;
        bits[2][l] = stream;
        bits[3][l] = stream >> 32;
    }
    philox_lanes(bits, seed);
}

KERNEL void
random_uniform(lanes out, uint64_t seed, uint64_t block, uint64_t stream)
{
    philox_words bits;

    random_bits(bits, seed, block, stream, 0);
    EACH_LANE(l)
        out[l] = unit(bits[0][l] << 32 | (bits[1][l] & 0xffffffff));
}

static double
central(double q)
{
    const double r = 0.180625 - q * q;
    double n = 2.5090809287301226727e+3, d = 5.2264952788528545610e+3;

    n = n * r + 3.3430575583588128105e+4;
    n = n * r + 6.7265770927008700853e+4;
    n = n * r + 4.5921953931549871457e+4;
    n = n * r + 1.3731693765509461125e+4;
    n = n * r + 1.9715909503065514427e+3;
    n = n * r + 1.3314166789178437745e+2;
    n = n * r + 3.3871328727963666080e+0;
    d = d * r + 2.8729085735721942674e+4;
    d = d * r + 3.9307895800092710610e+4;
    d = d * r + 2.1213794301586595867e+4;
    d = d * r + 5.3941960214247511077e+3;
    d = d * r + 6.8718700749205790830e+2;
    d = d * r + 4.2313330701600911252e+1;
    return q * n / (d * r + 1);
}

static double
middle_tail(double r)
{
    double n = 7.74545014278341407640e-4, d = 1.05075007164441684324e-9;

    n = n * r + 2.27238449892691845833e-2;
    n = n * r + 2.41780725177450611770e-1;
    n = n * r + 1.27045825245236838258e+0;
    n = n * r + 3.64784832476320460504e+0;
    n = n * r + 5.76949722146069140550e+0;
    n = n * r + 4.63033784615654529590e+0;
    n = n * r + 1.42343711074968357734e+0;
    d = d * r + 5.47593808499534494600e-4;
    d = d * r + 1.51986665636164571966e-2;
    d = d * r + 1.48103976427480074590e-1;
    d = d * r + 6.89767334985100004550e-1;
    d = d * r + 1.67638483018380384940e+0;
    d = d * r + 2.05319162663775882187e+0;
    return n / (d * r + 1);
}

static double
far_tail(double r)
{
    double n = 2.01033439929228813265e-7, d = 2.04426310338993978564e-15;

    n = n * r + 2.71155556874348757815e-5;
    n = n * r + 1.24266094738807843860e-3;
    n = n * r + 2.65321895265761230930e-2;
    n = n * r + 2.96560571828504891230e-1;
    n = n * r + 1.78482653991729133580e+0;
    n = n * r + 5.46378491116411436990e+0;
    n = n * r + 6.65790464350110377720e+0;
    d = d * r + 1.42151175831644588870e-7;
    d = d * r + 1.84631831751005468180e-5;
    d = d * r + 7.86869131145613259100e-4;
    d = d * r + 1.48753612908506148525e-2;
    d = d * r + 1.36929880922735805310e-1;
    d = d * r + 5.99832206555887937690e-1;
    return n / (d * r + 1);
}

KERNEL void
normal_quantile(lanes z, const lanes u)
{
    EACH_LANE(l) {
        const double q = u[l] - 0.5, tail = q < 0 ? u[l] : 1 - u[l];
        const double r = sqrt(-lane_log(tail));
        const double outer = r <= 5 ? middle_tail(r - 1.6) : far_tail(r - 5);
        const double inner = central(q);

        z[l] = fabs(q) <= 0.425 ? inner : q < 0 ? -outer : outer;
    }
}

void
normal_probability(lanes u, const lanes z)
{
    for (size_t l = 0; l < LANES; l++)
        u[l] = 0.5 * erfc(-z[l] * 0.70710678118654752);
}
