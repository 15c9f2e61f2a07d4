/* Draws: their distributions, what joins them, what moves them back or refuses them. */
#include "check.h"
#include "trial.h"

#include <gsl/gsl_cdf.h>
#include <string.h>
#include "analysis/draws.h"
#include "analysis/random.h"

#define BLOCKS 4096
#define DRAWS (BLOCKS * LANES)

static const bool all_counted[LANES] = { true, true, true, true, true, true, true, true,
                                         true, true, true, true, true, true, true, true };

static void
quantiles_of_the_normal(void **state)
{
    lanes u, z, back;

    (void) state;
    for (int k = 0; k < 400; k++) {
        EACH_LANE(l)
            u[l] = k < 20 ? pow(10, -0.7 * k - 0.01 * (double) l - 1e-3)
                          : ((double) (k - 20) + ((double) l + 0.5) / 16) / 380;
        normal_quantile(z, u);
        normal_probability(back, z);
        for (size_t l = 0; l < LANES; l++) {
            assert_close(z[l], gsl_cdf_ugaussian_Pinv(u[l]), 1e-12);
            assert_true(fabs(back[l] - u[l]) <= 1e-13 * u[l] + 1e-15);
        }
    }
}

/* Random123's known answers for philox4x32-10 (tests/kat_vectors), in each lane, beside lanes that hold others */
static void
philox_gives_its_known_answers(void **state)
{
    static const struct {
        uint32_t counter[4];
        uint64_t key;
        uint32_t bits[4];
    } row[] = {
        { { 0, 0, 0, 0 }, 0, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
        { { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff },
          0xffffffffffffffff,
          { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
        { { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 },
          0x299f31d0a4093822,
          { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        for (size_t l = 0; l < LANES; l++) {
            philox_words words;

            for (size_t w = 0; w < 4; w++)
                for (size_t other = 0; other < LANES; other++)
                    words[w][other] = row[i].counter[w] + (other == l ? 0 : other + 1) + (1ULL << 40);
            philox_lanes(words, row[i].key);
            for (size_t w = 0; w < 4; w++)
                assert_int_equal((uint32_t) words[w][l], row[i].bits[w]);
        }
}

/* Box and Muller in double precision from the same bits; a radius near 0 feels that what it comes from, near 1, is
 * rounded to 24 bits. */
static void
normals_are_to_single_precision(void **state)
{
    (void) state;
    for (uint64_t b = 0; b < 1000; b++) {
        lanes z[6];
        philox_words bits;

        random_normals(z, 6, 7, b, random_stream("a"));
        for (size_t i = 0; i < 6; i += 2) {
            random_bits(bits, 7, b, random_stream("a"), (uint32_t) (i / 4));
            for (size_t l = 0; l < LANES; l++) {
                const uint32_t radius_bits = (uint32_t) bits[i % 4][l], angle_bits = (uint32_t) bits[i % 4 + 1][l];
                const double radius = sqrt(-2 * log((radius_bits / 2 + 0.5) / 2147483648.0));
                const double most = 1e-6 + 0x1p-24 / radius;
                const double angle = 6.283185307179586 * (angle_bits / 4294967296.0);

                assert_true(fabs(z[i][l] - radius * cos(angle)) < most);
                assert_true(fabs(z[i + 1][l] - radius * sin(angle)) < most);
            }
        }
    }
}

/* Moments of 1.3 million normals within five standard errors; neighbours in a pair and between pairs unrelated */
static void
normals_are_normal(void **state)
{
    double sum[5] = { 0 }, product[3] = { 0 };
    const double n = 20.0 * DRAWS;
    static const double expected[5] = { 1, 0, 1, 0, 3 }, variance[5] = { 1, 1, 2, 15, 96 };

    (void) state;
    for (uint64_t b = 0; b < BLOCKS; b++) {
        lanes z[20];

        random_normals(z, 20, 7, b, random_stream("a"));
        for (size_t i = 0; i < 20; i++)
            EACH_LANE(l) {
                double power = 1;

                for (int k = 0; k < 5; k++, power *= z[i][l])
                    sum[k] += power;
                product[0] += z[i][l] * z[(i + 1) % 20][l];
                product[1] += z[i][l] * z[(i + 2) % 20][l];
                product[2] += z[i][l] * z[i][(l + 1) % LANES];
            }
    }
    for (int k = 1; k < 5; k++)
        assert_true(fabs(sum[k] / n - expected[k]) < 5 * sqrt(variance[k] / n));
    for (int k = 0; k < 3; k++)
        assert_true(fabs(product[k] / n) < 5 / sqrt(n));
}

static void
streams_seeds_and_draws_differ(void **state)
{
    lanes a, b, c, d;

    (void) state;
    random_uniform(a, 1, 0, random_stream("a"));
    random_uniform(b, 1, 0, random_stream("b"));
    random_uniform(c, 2, 0, random_stream("a"));
    random_uniform(d, 1, 1, random_stream("a"));
    for (size_t l = 0; l < LANES; l++)
        for (size_t k = 0; k < LANES; k++)
            assert_true(a[l] != b[k] && a[l] != c[k] && a[l] != d[k] && (k == l || a[l] != a[k]));
}

#define MOBILITY "regions.city.labour.mobility"
#define RATE "regions.city.labour.employment_rate"
#define GROWTH "regions.city.population.growth"
#define TOTAL "regions.city.population.total"
#define ADDED "regions.city.sectors.farms.value_added"
#define SHARE "regions.city.sectors.farms.capital_share"
#define ALL_KINDS \
    "uncertain = ({ key = \"" MOBILITY "\"; distribution = \"normal\"; mean = 0.3; sd = 0.02; },\n" \
    "{ key = \"" RATE "\"; distribution = \"uniform\"; low = -5; high = 10; },\n" \
    "{ key = \"" GROWTH "\"; distribution = \"triangular\"; low = -1; mode = 0.5; high = 2; },\n" \
    "{ key = \"" TOTAL "\"; distribution = \"lognormal\"; sd = 0.2; },\n" \
    "{ key = \"" ADDED "\"; distribution = \"discrete\"; values = (1, 2, 4); weights = (1, 2, 5); });\n"

struct drawing {
    struct variates variates;
    struct draws draws;
};

static void
open_with(struct drawing *x, struct trial *t, const char *text, const struct sampler *sampler)
{
    assert_accepted(t, text, "");
    variates_init(&x->variates, &t->sc.plan, sampler->held, true);
    assert_int_equal(draws_init(&x->draws, &t->sc.plan, &x->variates, sampler, &t->err), OK);
}

static void
close_drawing(struct drawing *x)
{
    draws_free(&x->draws);
    draws_free(&x->draws);
    variates_free(&x->variates);
    variates_free(&x->variates);
}

/* The amounts of one draw */
static double *
amounts(struct drawing *x, struct trial *t, size_t uncertain, size_t blocks)
{
    double *out = memory_new(blocks * LANES, sizeof *out);

    for (uint64_t b = 0; b < blocks; b++) {
        assert_int_equal(draws_fill(&x->draws, &x->variates, b, all_counted, &t->err), OK);
        memcpy(out + b * LANES, x->draws.amount[uncertain], sizeof(lanes));
    }
    return out;
}

static double
normal(double x)
{
    return gsl_cdf_gaussian_P(x - 0.3, 0.02);
}
static double
between(double x)
{
    return (x + 0.05) / 0.15;
}
static double
lognormal(double x)
{
    return gsl_cdf_ugaussian_P(log(x) / 0.2);
}
static double
steps(double x)
{
    return x < 1 ? 0 : x < 2 ? 0.125 : x < 4 ? 0.375 : 1;
}

static double
triangle(double x)
{
    return x < 0.005 ? (x + 0.01) * (x + 0.01) / (0.03 * 0.015) : 1 - (0.02 - x) * (0.02 - x) / (0.03 * 0.015);
}

static double (*const distribution[])(double) = { normal, between, triangle, lognormal, steps };

static int
ascending(const void *a, const void *b)
{
    return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* Kolmogorov's distance; 1.95/sqrt(n) is passed once in a thousand seeds */
static double
distance(double *x, size_t n, double (*cdf)(double))
{
    double most = 0;

    qsort(x, n, sizeof *x, ascending);
    for (size_t i = 0, j; i < n; i = j) {
        for (j = i; j < n && x[j] == x[i]; j++) {
        }
        most = fmax(most, fabs((double) j / (double) n - cdf(x[i])));
    }
    return most;
}

static void
marginals_with(struct trial *t, enum sampling sampling, double most)
{
    const struct sampler sampler = { .seed = 11, .sampling = sampling, .total = DRAWS };
    struct drawing x = { 0 };

    open_with(&x, t, ALL_KINDS, &sampler);
    for (size_t i = 0; i < 5; i++) {
        double *drawn = amounts(&x, t, i, BLOCKS);

        assert_true(distance(drawn, DRAWS, distribution[i]) < most);
        free(drawn);
    }
    close_drawing(&x);
}

static void
marginals_are_as_asked(void **state)
{
    marginals_with(*state, SAMPLING_RANDOM, 1.95 / sqrt(DRAWS));
    marginals_with(*state, SAMPLING_LHS, 1.01 / DRAWS);
    marginals_with(*state, SAMPLING_SOBOL, 1.01 / DRAWS);
}

/* Gaussian copula: the normals behind the draws, which the uniform's amount gives back */
static void
correlations_are_as_asked(void **state)
{
    struct trial *t = *state;
    const struct sampler sampler = { .seed = 5 };
    struct drawing x = { 0 };
    double *a, *b, *c, ab = 0, bc = 0, ac = 0;

    open_with(&x, t,
              ALL_KINDS "correlations = ((\"" MOBILITY "\", \"" RATE "\", 0.6), (\"" RATE "\", \"" TOTAL "\", -0.5));",
              &sampler);
    a = amounts(&x, t, 0, BLOCKS);
    b = amounts(&x, t, 1, BLOCKS);
    c = amounts(&x, t, 3, BLOCKS);
    for (size_t i = 0; i < DRAWS; i++) {
        const double za = (a[i] - 0.3) / 0.02, zb = gsl_cdf_ugaussian_Pinv(between(b[i])), zc = log(c[i]) / 0.2;

        ab += za * zb / DRAWS;
        bc += zb * zc / DRAWS;
        ac += za * zc / DRAWS;
    }
    assert_true(fabs(ab - 0.6) < 5 / sqrt(DRAWS) && fabs(bc + 0.5) < 5 / sqrt(DRAWS) && fabs(ac) < 5 / sqrt(DRAWS));
    assert_true(distance(b, DRAWS, between) < 1.95 / sqrt(DRAWS));
    free(a);
    free(b);
    free(c);
    close_drawing(&x);
}

/* What is drawn of one setting does not depend on which others are drawn, nor on its place among them. */
static void
variants_share_their_draws(void **state)
{
    struct trial *t = *state;
    const struct sampler sampler = { .seed = 3 };
    struct drawing x = { 0 };
    double *base, *variant;

    open_with(&x, t, ALL_KINDS, &sampler);
    base = amounts(&x, t, 1, 10);
    close_drawing(&x);
    open_with(&x, t,
              "uncertain = ({ key = \"" RATE "\"; distribution = \"uniform\"; low = -5; high = 10; });\n"
              "regions: { city: { production: { shock_common = 1.0; }; }; };",
              &sampler);
    variant = amounts(&x, t, 0, 10);
    assert_memory_equal(base, variant, 10 * sizeof(lanes));
    free(base);
    free(variant);
    close_drawing(&x);
}

static void
a_latin_hypercube_has_each_part_once(void **state)
{
    enum { PARTS = 1000 };
    const struct sampler s = { .seed = 1, .sampling = SAMPLING_LHS, .total = PARTS };

    (void) state;
    for (uint64_t stream = 0; stream < 5; stream++) {
        bool seen[PARTS] = { false };

        for (uint64_t b = 0; b * LANES < PARTS; b++) {
            lanes u;

            sample_lhs(u, &s, b, stream);
            for (size_t l = 0; l < LANES && b * LANES + l < PARTS; l++) {
                const size_t part = (size_t) (u[l] * PARTS);

                assert_true(u[l] > 0 && u[l] < 1 && !seen[part]);
                seen[part] = true;
            }
        }
    }
}

/* Of the first 2^k points each 2^k-th of a dimension has one; and of the first two dimensions each box of 16 x 16 */
static void
sobol_fills_evenly(void **state)
{
    enum { POINTS = 256, SIDE = 16 };
    const struct sampler s = { .seed = 1, .sampling = SAMPLING_SOBOL };
    static double u[SOBOL_DIMENSIONS][POINTS];
    int box[SIDE][SIDE] = { { 0 } };

    (void) state;
    for (size_t d = 0; d < SOBOL_DIMENSIONS; d++) {
        int seen[POINTS] = { 0 };

        for (uint64_t b = 0; b < POINTS / LANES; b++)
            sample_sobol(&u[d][b * LANES], &s, b, d, d);
        for (size_t i = 0; i < POINTS; i++)
            seen[(size_t) (u[d][i] * POINTS)]++;
        for (size_t i = 0; i < POINTS; i++)
            assert_int_equal(seen[i], 1);
    }
    for (size_t i = 0; i < POINTS; i++)
        box[(size_t) (u[0][i] * SIDE)][(size_t) (u[1][i] * SIDE)]++;
    for (size_t i = 0; i < POINTS; i++)
        assert_int_equal(box[i / SIDE][i % SIDE], 1);
}

/* Dimensions of a good sequence integrate a product far better than chance does (1/sqrt(n) would be 0.008 a dimension). */
static void
sobol_dimensions_are_independent(void **state)
{
    enum { POINTS = 16384 };
    const struct sampler s = { .seed = 9, .sampling = SAMPLING_SOBOL };
    static double u[60][POINTS];

    (void) state;
    for (size_t d = 0; d < 60; d++)
        for (uint64_t b = 0; b < POINTS / LANES; b++)
            sample_sobol(&u[d][b * LANES], &s, b, d, d);
    for (size_t d = 0; d < 60; d++)
        for (size_t e = 0; e < d; e++) {
            double sum = 0;

            for (size_t i = 0; i < POINTS; i++)
                sum += 12 * (u[d][i] - 0.5) * (u[e][i] - 0.5);
            assert_true(fabs(sum / POINTS) < 0.004);
        }
}

static void
clamped_draws_are_counted(void **state)
{
    struct trial *t = *state;
    const struct sampler sampler = { .seed = 1 };
    struct drawing x = { 0 };
    size_t entry;
    uint64_t low = 0;

    open_with(&x, t,
              "uncertain = ({ keys = (\"" MOBILITY
              "\", \"regions.nation.labour.mobility\"); distribution = \"normal\"; "
              "sd = 0.05; outside = \"clamp\"; });\n"
              "regions: { city: { labour: { mobility = 0.03; }; }; };",
              &sampler);
    entry = plan_find(&t->sc.plan, MOBILITY);
    for (uint64_t b = 0; b < 64; b++) {
        assert_int_equal(draws_fill(&x.draws, &x.variates, b, all_counted, &t->err), OK);
        for (size_t l = 0; l < LANES; l++) {
            const double shift = variates_shift(&x.variates, entry)[l];

            assert_true(0.03 + shift >= -1e-17);
            low += x.draws.amount[0][l] < -0.03;
        }
    }
    assert_true(low > 100);
    assert_int_equal(x.draws.clamped[0], low);
    close_drawing(&x);
}

/* An end that is itself refused is not reached. */
static void
clamped_draws_stay_inside_open_ends(void **state)
{
    struct trial *t = *state;
    const struct sampler sampler = { .seed = 1 };
    struct drawing x = { 0 };
    size_t entry;

    open_with(&x, t,
              "uncertain = ({ key = \"" TOTAL "\"; distribution = \"normal\"; sd = 100; outside = \"clamp\"; });",
              &sampler);
    entry = plan_find(&t->sc.plan, TOTAL);
    assert_int_equal(draws_fill(&x.draws, &x.variates, 0, all_counted, &t->err), OK);
    for (size_t l = 0; l < LANES; l++)
        assert_true(100 + variates_shift(&x.variates, entry)[l] > 0);
    assert_true(x.draws.clamped[0] > 0);
    close_drawing(&x);
}

static void
draws_are_refused(struct trial *t, const char *text, const char *said)
{
    const struct sampler sampler = { .seed = 1 };
    struct drawing x = { 0 };
    enum status rc = OK;

    open_with(&x, t, text, &sampler);
    for (uint64_t b = 0; b < 100 && !rc; b++)
        rc = draws_fill(&x.draws, &x.variates, b, all_counted, &t->err);
    assert_int_equal(rc, FAILED_INPUT);
    assert_said(&t->err, said);
    close_drawing(&x);
}

static void
draws_outside_are_named(void **state)
{
    draws_are_refused(*state, "uncertain = ({ key = \"" RATE "\"; distribution = \"normal\"; sd = 20; });",
                      "t.cfg:2: draw 11: '" RATE
                      "' is 123.190491; must be from 30 to 100. Narrow the distribution, or say outside "
                      "= \"clamp\"\n");
    draws_are_refused(
        *state,
        "uncertain = ({ key = \"" SHARE "\"; distribution = \"uniform\"; low = 0; high = 0.5; },\n"
        "{ key = \"regions.city.sectors.farms.fixed_share\"; distribution = \"uniform\"; low = 0; high = 0.5; });",
        "good.cfg:24: draw 0: '" SHARE "' is 0.684367, 'regions.city.sectors.farms.fixed_share' is 0.381324: "
        "their sum must be below 1, to leave something for labour\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_of_the_normal),
        cmocka_unit_test(philox_gives_its_known_answers),
        cmocka_unit_test(normals_are_to_single_precision),
        cmocka_unit_test(normals_are_normal),
        cmocka_unit_test(streams_seeds_and_draws_differ),
        TRIAL(marginals_are_as_asked),
        TRIAL(correlations_are_as_asked),
        TRIAL(variants_share_their_draws),
        cmocka_unit_test(a_latin_hypercube_has_each_part_once),
        cmocka_unit_test(sobol_fills_evenly),
        cmocka_unit_test(sobol_dimensions_are_independent),
        TRIAL(clamped_draws_are_counted),
        TRIAL(clamped_draws_stay_inside_open_ends),
        TRIAL(draws_outside_are_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
