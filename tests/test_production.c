/* The production model against formulas worked out here by other means: pow, scalars, closed forms. */
#include "tests/model_region.h"

#define NEAR 1e-12

/* One sector, no fixed factor: the World Bank's growth model, year by year with pow. */
static void
one_sector_is_the_long_term_growth_model(void **state)
{
    static const struct {
        double alpha, ratio, depreciation, invested, tfp, human, people, rate_last;
    } row[] = {
        { 0.45, 3.3, 0.05, 0.40, 0.012, 0.006, -0.002, 0.75 },
        { 0.30, 2.0, 0.10, 0.20, 0.000, 0.000, 0.010, 0.70 },
        { 0.60, 5.0, 0.02, 0.60, -0.01, 0.020, 0.000, 0.80 },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct region *r = region_new();
        double capital = row[i].ratio * 1000, output = 1000, employed = 0.75 * 0.7 * 100, human = 1;
        const double alpha = row[i].alpha;
        double tfp = output / pow(capital, alpha) / pow(employed, 1 - alpha);

        region_at_rest(r, 100);
        region_people(r, 100, row[i].people);
        region_path(r, GROUP_LABOUR, LABOUR_EMPLOYMENT_RATE, 0.75, row[i].rate_last);
        region_set(r, GROUP_PRODUCTION, PRODUCTION_CAPITAL_OUTPUT_RATIO, row[i].ratio);
        region_set(r, GROUP_PRODUCTION, PRODUCTION_INVESTMENT_RATE, row[i].invested);
        region_set(r, GROUP_PRODUCTION, PRODUCTION_HUMAN_CAPITAL_GROWTH, row[i].human);
        region_sector(r, SECONDARY, 1000, alpha, 1);
        sector_set(r, 0, SECTOR_DEPRECIATION, row[i].depreciation);
        sector_set(r, 0, SECTOR_TFP_GROWTH, row[i].tfp);
        sector_set(r, 0, SECTOR_PRICE_GROWTH, 0.03); /* a region invests at its own prices: no matter */
        region_grow(r, NULL);
        for (size_t t = 1; t < REGION_YEARS; t++) {
            capital = (1 - row[i].depreciation) * capital + row[i].invested * output;
            tfp *= 1 + row[i].tfp;
            human *= 1 + row[i].human;
            employed = 70 * pow(1 + row[i].people, (double) t)
                       * (0.75 + (row[i].rate_last - 0.75) * (double) t / (REGION_YEARS - 1));
            output = tfp * pow(capital, alpha) * pow(human * employed, 1 - alpha);
            assert_year(r->record.real, t, output, NEAR);
            assert_year(r->record.sector[0].capital, t, capital, NEAR);
            assert_year(r->record.employment, t, employed, NEAR);
            assert_year(r->record.value, t, output * pow(1.03, (double) t), NEAR);
        }
        region_close(r);
    }
}

static void
busy_economy(struct region *r)
{
    region_at_rest(r, 100);
    region_set(r, GROUP_LABOUR, LABOUR_MOBILITY, 0.04);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_INVESTMENT_RATE, 0.4);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_INVESTMENT_RESPONSE, 0.5);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_HUMAN_CAPITAL_GROWTH, 0.007);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_TFP_BOOST, 0.004);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_BASE_GAP, -0.035);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_GAP_CLOSING, 0.6);
}

static void
busy_sector(struct region *r, enum sector_group group, double value_added, double employed, double tfp)
{
    const size_t s = region_sector(r, group, value_added, 0.3 + 0.05 * (double) group, employed);

    sector_set(r, s, SECTOR_FIXED_SHARE, 0.1);
    sector_set(r, s, SECTOR_FIXED_GROWTH, 0.01);
    sector_set(r, s, SECTOR_DEPRECIATION, 0.05);
    sector_set(r, s, SECTOR_TFP_GROWTH, tfp);
    sector_set(r, s, SECTOR_PRICE_GROWTH, 0.02);
    sector_set(r, s, SECTOR_PRICE_PREMIUM, 0.001);
}

/* A sector cut into two like parts that take part of its land, people and capital gives the same region. */
static void
two_equal_sectors_behave_as_one(void **state)
{
    struct region *whole = region_new(), *parts = region_new();

    (void) state;
    busy_economy(whole);
    busy_sector(whole, SECONDARY, 600, 0.4, 0.012);
    busy_sector(whole, PRIMARY, 400, 0.6, 0.003);
    region_grow(whole, NULL);
    busy_economy(parts);
    busy_sector(parts, SECONDARY, 300, 0.2, 0.012);
    busy_sector(parts, SECONDARY, 300, 0.2, 0.012);
    busy_sector(parts, PRIMARY, 400, 0.6, 0.003);
    region_grow(parts, NULL);
    for (size_t t = 0; t < REGION_YEARS; t++) {
        assert_year(parts->record.real, t, whole->record.real[t][0], NEAR);
        assert_year(parts->record.value, t, whole->record.value[t][0], NEAR);
        assert_year(parts->record.sector[1].real, t, 0.5 * whole->record.sector[0].real[t][0], NEAR);
        assert_year(parts->record.sector[1].labour, t, 0.5 * whole->record.sector[0].labour[t][0], NEAR);
        assert_year(parts->record.deflator[SECONDARY], t, whole->record.deflator[SECONDARY][t][0], NEAR);
    }
    region_close(whole);
    region_close(parts);
}

static double
contributions(const struct record *r, size_t t)
{
    double sum = 0;

    for (int c = CONTRIBUTION_TFP; c <= CONTRIBUTION_CYCLE; c++)
        sum += r->contribution[c][t][0];
    return sum;
}

static void
contributions_add_to_growth(const struct record *r)
{
    for (size_t t = 1; t < REGION_YEARS; t++)
        assert_close(contributions(r, t), log(r->real[t][0] / r->real[t - 1][0]), 1e-13);
}

/* With everything else at rest and productivity growing by g, output is min((1 + g)^t, capacity), and what the
 * capacity leaves is the cycle's contribution. */
static void
capacity_binds(void **state)
{
    struct region *r = region_new();
    const double g = 0.03;
    double left = 0;
    size_t held = 0;

    (void) state;
    region_at_rest(r, 100);
    region_sector(r, SECONDARY, 1000, 0.4, 1);
    sector_set(r, 0, SECTOR_TFP_GROWTH, g);
    sector_path(r, 0, SECTOR_CAPACITY, 1000, 1600);
    r->sector_path[0][SECTOR_CAPACITY][5] = 1100; /* a bad year, and free again after it */
    region_grow(r, NULL);
    for (size_t t = 1; t < REGION_YEARS; t++) {
        const double free = 1000 * pow(1 + g, (double) t), most = r->sector_path[0][SECTOR_CAPACITY][t];
        const double now = log(fmin(free, most) / free);

        held += free > most;
        assert_year(r->record.real, t, fmin(free, most), NEAR);
        assert_close(r->record.contribution[CONTRIBUTION_TFP][t][0], log(1 + g), NEAR);
        assert_close(r->record.contribution[CONTRIBUTION_CYCLE][t][0], now - left, NEAR);
        left = now;
    }
    assert_int_equal(held, 1);
    contributions_add_to_growth(&r->record);
    region_close(r);
}

/* Where a capacity holds one of several sectors back, growth still adds up. */
static void
contributions_add_up_with_a_capacity(void **state)
{
    struct region *r = region_new();

    (void) state;
    busy_economy(r);
    busy_sector(r, SECONDARY, 600, 0.4, 0.012);
    busy_sector(r, PRIMARY, 400, 0.6, 0.003);
    sector_path(r, 0, SECTOR_CAPACITY, 600, 700);
    region_grow(r, NULL);
    assert_year(r->record.sector[0].real, REGION_YEARS - 1, 700, NEAR);
    assert_true(fabs(r->record.contribution[CONTRIBUTION_REALLOCATION][3][0]) > 1e-5);
    contributions_add_to_growth(&r->record);
    region_close(r);
}

/* At rest but for its gap, output is on the way to its trend: ln(Y/Y0) = gap ((1 - closing)^t - 1). */
static void
base_gap_closes(void **state)
{
    static const struct {
        double gap, closing;
    } row[] = { { -0.035, 0.6 }, { 0.05, 0.3 }, { -0.1, 1 }, { -0.1, 0 } };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct region *r = region_new();

        region_at_rest(r, 100);
        region_set(r, GROUP_PRODUCTION, PRODUCTION_BASE_GAP, row[i].gap);
        region_set(r, GROUP_PRODUCTION, PRODUCTION_GAP_CLOSING, row[i].closing);
        region_sector(r, TERTIARY, 1000, 0.4, 1);
        region_grow(r, NULL);
        for (size_t t = 0; t < REGION_YEARS; t++)
            assert_year(r->record.real, t, 1000 * exp(row[i].gap * (pow(1 - row[i].closing, (double) t) - 1)), NEAR);
        region_close(r);
    }
}

/* Productivity, policy, a fixed factor and schooling, each to its exponent */
static void
exponents(void **state)
{
    struct region *r = region_new();

    (void) state;
    region_at_rest(r, 100);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_TFP_BOOST, 0.005);
    region_path(r, GROUP_PRODUCTION, PRODUCTION_SCHOOLING, 9, 10.5);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_SCHOOLING_RETURN, 0.08);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_HUMAN_CAPITAL_GROWTH, 0.5); /* schooling stands in its place */
    region_sector(r, PRIMARY, 1000, 0.3, 1);
    sector_set(r, 0, SECTOR_FIXED_SHARE, 0.25);
    sector_set(r, 0, SECTOR_FIXED_GROWTH, 0.02);
    sector_set(r, 0, SECTOR_TFP_GROWTH, 0.01);
    region_grow(r, NULL);
    for (size_t t = 0; t < REGION_YEARS; t++)
        assert_year(r->record.real, t,
                    1000 * pow(1.01 * 1.005 * pow(1.02, 0.25), (double) t) * exp(0.45 * 0.08 * 0.1 * (double) t), NEAR);
    assert_close(r->record.contribution[CONTRIBUTION_FIXED][4][0], 0.25 * log(1.02), NEAR);
    assert_close(r->record.contribution[CONTRIBUTION_HUMAN_CAPITAL][4][0], 0.45 * 0.08 * 0.1, NEAR);
    assert_close(r->record.contribution[CONTRIBUTION_POLICY][4][0], log(1.005), NEAR);
    assert_close(r->record.contribution[CONTRIBUTION_TFP][4][0], log(1.01 * 1.005), NEAR);
    region_close(r);
}

/* A benchmark that grows by `growth` in one sector of each group, whose prices grow by 1, 2 and 3 % */
static struct region *
nation(double growth)
{
    struct region *b = region_new();

    region_at_rest(b, 1000);
    for (int g = 0; g < SECTOR_GROUPS; g++) {
        region_sector(b, (enum sector_group) g, 5000, 0.4, 1 / 3.);
        sector_set(b, (size_t) g, SECTOR_TFP_GROWTH, growth);
        sector_set(b, (size_t) g, SECTOR_PRICE_GROWTH, 0.01 * (g + 1));
    }
    region_grow(b, NULL);
    return b;
}

/* Prices: the nation's group, a premium, and demand that income raises and output lowers. */
static void
prices(void **state)
{
    static const struct {
        double elasticity, income, premium, own;
    } row[] = {
        { 0, 1, 0.005, NAN },
        { 1.5, 0.8, 0, NAN },
        { 0.5, 2, -0.01, 0.012 },
        { 0, 1, 0, 0.03 },
    };
    struct region *b = nation(0.04);

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct region *r = region_new();
        const double pi = isnan(row[i].own) ? 0.02 : row[i].own, income = pow(1.04, row[i].income);
        const double shift = row[i].elasticity > 0 ? pow(income / 1.01, 1 / row[i].elasticity) : 1;

        region_at_rest(r, 100);
        region_sector(r, SECONDARY, 1000, 0.4, 1);
        sector_set(r, 0, SECTOR_TFP_GROWTH, 0.01);
        sector_set(r, 0, SECTOR_PRICE_PREMIUM, row[i].premium);
        sector_set(r, 0, SECTOR_INCOME_ELASTICITY, row[i].income);
        if (row[i].elasticity > 0)
            sector_set(r, 0, SECTOR_DEMAND_ELASTICITY, row[i].elasticity);
        if (!isnan(row[i].own))
            sector_set(r, 0, SECTOR_PRICE_GROWTH, row[i].own);
        region_grow(r, &b->record);
        for (size_t t = 0; t < REGION_YEARS; t++)
            assert_year(r->record.sector[0].price, t, pow((1 + pi) * (1 + row[i].premium) * shift, (double) t), NEAR);
        region_close(r);
    }
    region_close(b);
}

/* What is earned at a region's own prices is invested at the nation's. */
static void
investment_at_national_prices(void **state)
{
    struct region *b = nation(0), *r = region_new();
    double capital = 3500;

    (void) state;
    region_at_rest(r, 100);
    region_path(r, GROUP_PRODUCTION, PRODUCTION_INVESTMENT_RATE, 0.6, 0.3);
    region_sector(r, SECONDARY, 1000, 0.4, 1);
    sector_set(r, 0, SECTOR_DEPRECIATION, 0.06);
    sector_set(r, 0, SECTOR_PRICE_PREMIUM, 0.02);
    region_grow(r, &b->record);
    for (size_t t = 1; t < REGION_YEARS; t++) {
        const double n = (double) (t - 1), rate = 0.6 - 0.3 * n / (REGION_YEARS - 1);
        const double national = (pow(1.01, n) + pow(1.02, n) + pow(1.03, n)) / 3;
        const double output = 1000 * pow(capital / 3500, 0.4), price = pow(1.02 * 1.02, n);

        capital = 0.94 * capital + rate * output * price / national;
        assert_year(r->record.sector[0].capital, t, capital, NEAR);
    }
    region_close(b);
    region_close(r);
}

/* The distance to the benchmark, at rest but for catching up, shrinks by (1 - lambda weight) a year. */
static void
catching_up(void **state)
{
    static const struct {
        double lambda, level, weight, own;
    } row[] = {
        { 0.02, 1, 1, 2 },
        { 0.05, 1.2, 1, 12 },
        { 0.03, 0.8, 2, 20 },
        { 0.03, 1, 0, 2 },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct region *b = nation(0), *r = region_new();
        const double reached = row[i].level * 15, start = row[i].own / reached; /* y of the nation: 15000/1000 */

        region_at_rest(r, 100);
        region_set(r, GROUP_PRODUCTION, PRODUCTION_CATCH_UP, row[i].lambda);
        region_set(r, GROUP_PRODUCTION, PRODUCTION_CATCH_UP_LEVEL, row[i].level);
        region_sector(r, SECONDARY, 100 * row[i].own, 0.4, 1);
        sector_set(r, 0, SECTOR_CATCH_UP_WEIGHT, row[i].weight);
        region_grow(r, &b->record);
        for (size_t t = 0; t < REGION_YEARS; t++)
            assert_year(r->record.real, t,
                        100 * reached * pow(start, pow(1 - row[i].lambda * row[i].weight, (double) t)), NEAR);
        assert_close(r->record.contribution[CONTRIBUTION_CATCH_UP][1][0], -row[i].lambda * row[i].weight * log(start),
                     NEAR);
        region_close(b);
        region_close(r);
    }
}

/* Two sectors alike but in wages: the odds of working in one move by the wage ratio to the power of mobility. */
static void
labour_moves_to_better_pay(void **state)
{
    struct region *r = region_new();
    const double mobility = 0.04, alpha = 0.4;
    double odds = 3;

    (void) state;
    region_at_rest(r, 100);
    region_set(r, GROUP_LABOUR, LABOUR_MOBILITY, mobility);
    region_sector(r, PRIMARY, 400, alpha, 0.75);
    region_sector(r, TERTIARY, 600, alpha, 0.25);
    region_grow(r, NULL);
    for (size_t t = 0; t < REGION_YEARS; t++) {
        const double first = odds / (1 + odds);
        const double y1 = 400 * pow(first / 0.75, 1 - alpha), y2 = 600 * pow((1 - first) / 0.25, 1 - alpha);

        assert_year(r->record.sector[0].labour, t, first, NEAR);
        assert_year(r->record.sector[1].labour, t, 1 - first, NEAR);
        assert_year(r->record.real, t, y1 + y2, NEAR);
        odds *= pow(y1 / y2 / odds, mobility);
    }
    assert_true(r->record.sector[0].labour[REGION_YEARS - 1][0] < 0.7);
    region_close(r);
}

/* Investment goes by weight, capital and return to the power of 1 + response: with equal returns by weight and
 * capital alone, later as the formula says. */
static void
investment_is_shared_out(void **state)
{
    struct region *r = region_new();
    const double alpha[2] = { 0.3, 0.5 }, weight[2] = { 0.8, 1.3 }, wears[2] = { 0.05, 0.06 };
    double capital[2], base[2], output[2] = { 400, 600 };

    (void) state;
    region_at_rest(r, 100);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_INVESTMENT_RATE, 0.4);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_INVESTMENT_RESPONSE, 0.7);
    for (size_t s = 0; s < 2; s++) {
        region_sector(r, SECONDARY, output[s], alpha[s], 0.5);
        sector_set(r, s, SECTOR_DEPRECIATION, wears[s]);
        sector_set(r, s, SECTOR_INVESTMENT_WEIGHT, weight[s]);
        capital[s] = base[s] = 3500 * alpha[s] * output[s] / (0.3 * 400 + 0.5 * 600);
    }
    region_grow(r, NULL);
    for (size_t t = 0; t < REGION_YEARS; t++) {
        const double invested = 0.4 * (output[0] + output[1]);
        double claim[2];

        for (size_t s = 0; s < 2; s++) {
            assert_year(r->record.sector[s].capital, t, capital[s], NEAR);
            claim[s] = weight[s] * capital[s] * pow(alpha[s] * output[s] / capital[s], 1.7);
        }
        for (size_t s = 0; s < 2; s++) {
            capital[s] = (1 - wears[s]) * capital[s] + invested * claim[s] / (claim[0] + claim[1]);
            output[s] = (s ? 600 : 400) * pow(capital[s] / base[s], alpha[s]);
        }
    }
    region_close(r);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_sector_is_the_long_term_growth_model),
        cmocka_unit_test(two_equal_sectors_behave_as_one),
        cmocka_unit_test(capacity_binds),
        cmocka_unit_test(contributions_add_up_with_a_capacity),
        cmocka_unit_test(base_gap_closes),
        cmocka_unit_test(exponents),
        cmocka_unit_test(prices),
        cmocka_unit_test(investment_at_national_prices),
        cmocka_unit_test(catching_up),
        cmocka_unit_test(labour_moves_to_better_pay),
        cmocka_unit_test(investment_is_shared_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
