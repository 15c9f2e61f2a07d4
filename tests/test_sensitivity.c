/* Sobol indices, Morris screening and scenario discovery against functions whose answers are known. */
#include "check.h"

#include <Random123/philox.h>
#include <stdlib.h>
#include "analysis/draws.h"
#include "analysis/morris.h"
#include "analysis/prim.h"
#include "analysis/random.h"
#include "analysis/sobol.h"
#include "base/memory.h"

#define ROWS 65536
#define RESAMPLES 100

/* Ishigami (a = 7, b = 0.1) of x in [0, 1], stretched to (-pi, pi) */
static double
ishigami(const double *u)
{
    const double x1 = M_PI * (2 * u[0] - 1), x2 = M_PI * (2 * u[1] - 1), x3 = M_PI * (2 * u[2] - 1);

    return sin(x1) + 7 * sin(x2) * sin(x2) + 0.1 * pow(x3, 4) * sin(x1);
}

static double
sobol_g(const double *u)
{
    static const double a[8] = { 0, 1, 4.5, 9, 99, 99, 99, 99 };
    double product = 1;

    for (int i = 0; i < 8; i++)
        product *= (fabs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
    return product;
}

static double
uniform(size_t row, size_t column)
{
    const philox4x32_ctr_t at = { { (uint32_t) row, (uint32_t) column, 0, 0 } };
    const philox4x32_key_t key = { { 2020, 0 } };

    return ((double) philox4x32(at, key).v[0] + 0.5) / 4294967296.0;
}

/* Saltelli's design over scrambled Sobol numbers, as sensitivity takes it; `k` inputs */
static void
fill_block(double *a, double *b, double *ab, double (*f)(const double *), size_t k, uint64_t block)
{
    const struct sampler sampler = { .seed = 2020 };
    lanes u[16];
    double x[8], y[8];

    for (size_t i = 0; i < 2 * k; i++)
        sample_sobol(u[i], &sampler, block, random_stream("saltelli") + i, i);
    EACH_LANE(l) {
        const size_t r = block * LANES + l;

        for (size_t i = 0; i < k; i++) {
            x[i] = u[i][l];
            y[i] = u[k + i][l];
        }
        a[r] = f(x);
        b[r] = f(y);
        for (size_t i = 0; i < k; i++) {
            const double kept = x[i];

            x[i] = y[i];
            ab[i * ROWS + r] = f(x);
            x[i] = kept;
        }
    }
}

static void
sample(struct sobol_sample *s, double (*f)(const double *), size_t k)
{
    double *a = memory_new(ROWS, sizeof *a), *b = memory_new(ROWS, sizeof *b);
    double *ab = memory_new(ROWS * k, sizeof *ab);

    for (uint64_t block = 0; block < ROWS / LANES; block++)
        fill_block(a, b, ab, f, k, block);
    *s = (struct sobol_sample) { ROWS, k, a, b, ab };
}

static void
sample_free(struct sobol_sample *s)
{
    free((void *) s->a);
    free((void *) s->b);
    free((void *) s->ab);
}

static void
check_index(double estimate, double low, double high, double truth)
{
    assert_true(fabs(estimate - truth) <= 0.01);
    assert_true(low <= truth && truth <= high);
}

static void
indices_are_the_analytic_ones(void **state)
{
    static const struct {
        double (*f)(const double *);
        size_t inputs;
        double first[8], total[8];
    } row[] = {
        { ishigami,
          3,
          { 0.31390519114781146, 0.4424111447900409, 0 },
          { 0.5575888552099592, 0.4424111447900409, 0.2436836640621477 } },
        { sobol_g,
          8,
          { .7161921688790338, .17904804221975845, .0236757741778193, .007161921688790339, 7.161921688790338e-5,
            7.161921688790338e-5, 7.161921688790338e-5, 7.161921688790338e-5 },
          { .7871441266592755, .24219819281823862, .03431691015408285, .01046038706523954, 1.0494905191950606e-4,
            1.0494905191950606e-4, 1.0494905191950606e-4, 1.0494905191950606e-4 } },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct sobol_index index[8];
        struct sobol_sample s;

        sample(&s, row[i].f, row[i].inputs);
        sobol_indices(index, &s, RESAMPLES, 7);
        for (size_t k = 0; k < row[i].inputs; k++) {
            check_index(index[k].first, index[k].first_low, index[k].first_high, row[i].first[k]);
            check_index(index[k].total, index[k].total_low, index[k].total_high, row[i].total[k]);
        }
        sample_free(&s);
    }
}

static void
an_output_that_does_not_vary_has_no_drivers(void **state)
{
    const double same[4] = { 3, 3, 3, 3 };
    const struct sobol_sample s = { 4, 1, same, same, same };
    struct sobol_index index;

    (void) state;
    sobol_indices(&index, &s, 10, 1);
    assert_close(index.first, 0, 0);
    assert_close(index.total, 0, 0);
    assert_close(index.total_high, 0, 0);
}

static void
morris_steps_stay_on_the_grid_and_move_each_input_once(void **state)
{
    struct morris_design d;

    (void) state;
    morris_init(&d, 50, 5, 4, 3);
    for (size_t t = 0; t < 50; t++) {
        bool moved[5] = { false };

        for (size_t step = 0; step < 5; step++) {
            const size_t input = d.moved[t * 5 + step];

            assert_false(moved[input]);
            moved[input] = true;
            for (size_t i = 0; i < 5; i++) {
                const double from = d.x[(t * 6 + step) * 5 + i], to = d.x[(t * 6 + step + 1) * 5 + i];

                assert_true(to >= 0 && to <= 1);
                assert_close(fabs(to - from), i == input ? 2.0 / 3.0 : 0.0, 1e-15);
            }
        }
    }
    morris_free(&d);
}

static void
morris_of_ishigami_is_known(void **state)
{
    struct morris_design d;
    struct morris_effect e[3];
    double *f;

    (void) state;
    morris_init(&d, 400, 3, 4, 11);
    f = memory_new(400 * 4, sizeof *f);
    for (size_t i = 0; i < 400 * 4; i++)
        f[i] = ishigami(&d.x[i * 3]);
    morris_effects(e, &d, f);
    assert_close(e[1].mu_star, 7.875, 1e-12);
    assert_true(e[2].mu_star > 0 && fabs(e[2].mu) < e[2].mu_star); /* by interaction alone: signs differ */
    assert_true(e[2].sigma > 0);
    free(f);
    morris_free(&d);
}

#define DRAWS 20000

struct sheet {
    double x[4 * DRAWS];
    bool is_case[DRAWS];
};

static struct prim_data
fill_sheet(struct sheet *s, bool (*is_case)(const double *x))
{
    for (size_t draw = 0; draw < DRAWS; draw++) {
        double x[4];

        for (size_t i = 0; i < 4; i++)
            s->x[i * DRAWS + draw] = x[i] = uniform(draw, 100 + i);
        s->is_case[draw] = is_case(x);
    }
    return (struct prim_data) { DRAWS, 4, s->x, s->is_case };
}

static bool
in_a_corner(const double *x)
{
    return x[0] < 0.3 && x[2] > 0.6;
}

static bool
in_two_corners(const double *x)
{
    return (x[0] < 0.2 && x[1] < 0.4) || (x[2] > 0.9 && x[3] > 0.5);
}

static bool
nowhere(const double *x)
{
    return x[0] < 0;
}

static void
prim_finds_the_corner(void **state)
{
    struct sheet *s = memory_new(1, sizeof *s);
    const struct prim_data d = fill_sheet(s, in_a_corner);
    size_t count;
    struct prim_box *box = prim_boxes(&count, &d, &prim_usual);

    (void) state;
    assert_int_equal(count, 1);
    assert_true(fabs(box[0].high[0] - 0.3) < 0.02);
    assert_true(fabs(box[0].low[2] - 0.6) < 0.02);
    assert_false(isfinite(box[0].low[1]) || isfinite(box[0].high[1]));
    assert_false(isfinite(box[0].low[3]) || isfinite(box[0].high[3]));
    assert_true(box[0].coverage > 0.9 && box[0].density > 0.9);
    prim_free(box, count);
    free(s);
}

static void
prim_finds_both_corners(void **state)
{
    struct sheet *s = memory_new(1, sizeof *s);
    const struct prim_data d = fill_sheet(s, in_two_corners);
    size_t count;
    struct prim_box *box = prim_boxes(&count, &d, &prim_usual);
    double coverage = 0;

    (void) state;
    assert_true(count >= 2);
    for (size_t i = 0; i < count; i++) {
        assert_close(box[i].density, (double) box[i].cases / (double) box[i].inside, 1e-15);
        coverage += box[i].coverage;
    }
    assert_true(coverage > 0.8 && coverage <= 1);
    prim_free(box, count);
    free(s);
}

static void
no_cases_no_box(void **state)
{
    struct sheet *s = memory_new(1, sizeof *s);
    const struct prim_data d = fill_sheet(s, nowhere);
    size_t count = 9;
    struct prim_box *box = prim_boxes(&count, &d, &prim_usual);

    (void) state;
    assert_int_equal(count, 0);
    prim_free(box, count);
    free(s);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(indices_are_the_analytic_ones),
        cmocka_unit_test(an_output_that_does_not_vary_has_no_drivers),
        cmocka_unit_test(morris_steps_stay_on_the_grid_and_move_each_input_once),
        cmocka_unit_test(morris_of_ishigami_is_known),
        cmocka_unit_test(prim_finds_the_corner),
        cmocka_unit_test(prim_finds_both_corners),
        cmocka_unit_test(no_cases_no_box),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
