/* Standard normals by Box and Muller (1958), in single precision: twice as many side by side, and a shock's 24 bits
 * are more than anyone asks of it. Radius and angle come from 32 bits each, so that no normal is beyond 6.7. */
#include "analysis/philox.h"
#include "analysis/random.h"

static float
float_from_bits(uint32_t bits)
{
    float x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

static uint32_t
float_bits(float x)
{
    uint32_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* ln u within (0, 1]: u = 2^k m with m in [sqrt(1/2), sqrt 2), then the polynomial of Cephes' logf.c */
static float
log_of_unit(float u)
{
    const uint32_t root = 0x3f3504f3; /* the bits of sqrt(1/2) */
    const uint32_t beyond = float_bits(u) - root;
    const float k = (float) ((int32_t) beyond >> 23), f = float_from_bits((beyond & 0x007fffff) + root) - 1;
    float p = 7.0376836292e-2f;

    p = p * f - 1.1514610310e-1f;
    p = p * f + 1.1676998740e-1f;
    p = p * f - 1.2420140846e-1f;
    p = p * f + 1.4249322787e-1f;
    p = p * f - 1.6668057665e-1f;
    p = p * f + 2.0000714765e-1f;
    p = p * f - 2.4999993993e-1f;
    p = p * f + 3.3333331174e-1f;
    return (p * f - 0.5f) * (f * f) + f + k * 0.69314718f;
}

/* sin and cos of a whole turn times v: quarters are taken off, what is left, within an eighth of a turn, goes through
 * the polynomials of Cephes' sinf.c. */
static void
sine_and_cosine(float *sine, float *cosine, float v)
{
    const float round_to_integer = 0x1.8p23f;
    const float shifted = 4 * v + round_to_integer, quarters = shifted - round_to_integer;
    const float x = (v - 0.25f * quarters) * 6.2831853f, z = x * x;
    const uint32_t k = float_bits(shifted);
    float s = -1.9515295891e-4f, c = 2.443315711809948e-5f;
    float a, b;

    s = s * z + 8.3321608736e-3f;
    s = s * z - 1.6666654611e-1f;
    s = s * z * x + x;
    c = c * z - 1.388731625493765e-3f;
    c = c * z + 4.166664568298827e-2f;
    c = c * z * z - 0.5f * z + 1;
    a = k & 1 ? c : s;
    b = k & 1 ? s : c;
    *sine = k & 2 ? -a : a;
    *cosine = (k + 1) & 2 ? -b : b;
}

static void
pair_from(double *first, double *second, uint64_t radius_bits, uint64_t angle_bits)
{
    const float u = ((float) ((int32_t) ((uint32_t) radius_bits >> 1)) + 0.5f) * 0x1p-31f;
    const float radius = sqrtf(-2 * log_of_unit(u));
    float sine, cosine;

    sine_and_cosine(&sine, &cosine, (float) (int32_t) (uint32_t) angle_bits * 0x1p-32f);
    *first = radius * cosine;
    *second = radius * sine;
}

/* Four normals come from one count. */
KERNEL void
random_normals(lanes *rows, size_t count, uint64_t seed, uint64_t block, uint64_t stream)
{
    lanes last[3];
    philox_words bits;

    for (size_t i = 0; i < count; i += 4) {
        double *z[4];

        for (size_t k = 0; k < 4; k++)
            z[k] = i + k < count ? rows[i + k] : last[k - 1];
        random_bits(bits, seed, block, stream, (uint32_t) (i / 4));
        for (size_t k = 0; k < 4; k += 2)
            EACH_LANE(l)
                pair_from(&z[k][l], &z[k + 1][l], bits[k][l], bits[k + 1][l]);
    }
}
