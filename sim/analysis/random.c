#include "analysis/random.h"
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#include <Random123/philox.h>
#pragma GCC diagnostic pop

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

static void
draw_bits(uint64_t *first, uint64_t *second, uint64_t seed, uint64_t draw, uint64_t stream, uint32_t index)
{
    const philox4x32_key_t key = { { (uint32_t) seed, (uint32_t) (seed >> 32) } };
    const philox4x32_ctr_t count = { { (uint32_t) draw, (uint32_t) (draw >> 32) ^ index << 8, (uint32_t) stream,
                                       (uint32_t) (stream >> 32) } };
    const philox4x32_ctr_t bits = philox4x32(count, key);

    *first = (uint64_t) bits.v[0] << 32 | bits.v[1];
    *second = (uint64_t) bits.v[2] << 32 | bits.v[3];
}

KERNEL void
random_uniform(lanes out, uint64_t seed, uint64_t block, uint64_t stream)
{
    uint64_t first[LANES], second[LANES];

    EACH_LANE(l)
        draw_bits(&first[l], &second[l], seed, block * LANES + l, stream, 0);
    EACH_LANE(l)
        out[l] = unit(first[l]);
}

/* sin and cos of a whole turn times u: quarters are taken off, what is left, within an eighth of a turn, goes through
 * the series of fdlibm's k_sin.c and k_cos.c. */
static void
sine_and_cosine(double *sine, double *cosine, double u)
{
    const double round_to_integer = 0x1.8p52;
    const double shifted = 4 * u + round_to_integer, quarters = shifted - round_to_integer;
    const double x = (u - 0.25 * quarters) * 6.283185307179586, z = x * x;
    const uint64_t k = lane_bits(shifted);
    double s = 1.58969099521155010221e-10, c = -1.13596475577881948265e-11;
    double a, b;

    s = s * z - 2.50507602534068634195e-08;
    s = s * z + 2.75573137070700676789e-06;
    s = s * z - 1.98412698298579493134e-04;
    s = s * z + 8.33333333332248946124e-03;
    s = s * z - 1.66666666666666324348e-01;
    s = s * z * x + x;
    c = c * z + 2.08757232129817482790e-09;
    c = c * z - 2.75573143513906633035e-07;
    c = c * z + 2.48015872894767294178e-05;
    c = c * z - 1.38888888888741095749e-03;
    c = c * z + 4.16666666666666019037e-02;
    c = c * z * z - 0.5 * z + 1;
    a = k & 1 ? c : s;
    b = k & 1 ? s : c;
    *sine = k & 2 ? -a : a;
    *cosine = (k + 1) & 2 ? -b : b;
}

KERNEL void
random_normals(lanes *rows, size_t count, uint64_t seed, uint64_t block, uint64_t stream)
{
    lanes last;

    for (size_t i = 0; i < count; i += 2) {
        double *cosines = rows[i], *sines = i + 1 < count ? rows[i + 1] : last;
        uint64_t first[LANES], second[LANES];

        EACH_LANE(l)
            draw_bits(&first[l], &second[l], seed, block * LANES + l, stream, (uint32_t) (i / 2));
        EACH_LANE(l) {
            const double radius = sqrt(-2 * lane_log(unit(first[l])));
            double sine, cosine;

            sine_and_cosine(&sine, &cosine, unit(second[l]));
            cosines[l] = radius * cosine;
            sines[l] = radius * sine;
        }
    }
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
