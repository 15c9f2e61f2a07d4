/* Population by rates, labour, households, urbanization, convergence, peers and the index: closed forms. */
#include "tests/model_region.h"
#include "models/modernization.h"
#include "models/peers.h"

#define NEAR 1e-12

static void
residents_grow_at_their_rates(void **state)
{
    struct region *r = region_new();

    (void) state;
    region_people(r, 500, -0.004);
    region_set(r, GROUP_POPULATION, POPULATION_PREVIOUS, 498);
    region_set(r, GROUP_POPULATION, POPULATION_WORKING_AGE_SHARE_GROWTH, 0.01);
    region_path(r, GROUP_LABOUR, LABOUR_EMPLOYMENT_RATE, 0.76, 0.70);
    region_add(r, &population_rates_model);
    region_add(r, &labour_model);
    region_run(r, NULL);
    assert_year(r->record.population_mean, 0, 499, NEAR);
    for (size_t t = 0; t < REGION_YEARS; t++) {
        const double n = (double) t, people = 500 * pow(0.996, n), share = 0.7 * pow(1.01, n);

        assert_year(r->record.population, t, people, NEAR);
        assert_year(r->record.working_age, t, people * share, NEAR);
        assert_year(r->record.dependency, t, 1 / share - 1, NEAR);
        assert_year(r->record.employment, t, people * share * (0.76 - 0.004 * n), NEAR);
        if (t > 0)
            assert_year(r->record.population_mean, t, people * (1 + 1 / 0.996) / 2, NEAR);
    }
    region_close(r);
}

/* Without `previous` the base year's mean is its end; published figures divide by what the region says. */
static void
means_and_ends(void **state)
{
    (void) state;
    for (int on_end = 0; on_end < 2; on_end++) {
        struct region *r = region_new();

        region_people(r, 500, 0.01);
        r->in.per_head_on_end = on_end;
        region_add(r, &population_rates_model);
        region_run(r, NULL);
        assert_year(r->record.population_mean, 0, 500, 0);
        assert_ptr_equal(r->record.per_head_people, on_end ? r->record.population : r->record.population_mean);
        assert_null(r->record.working_age); /* nobody asks for labour */
        region_close(r);
    }
}

/* A region of 100 wan at rest with 1000 yi yuan, 40 % of them farming's, and a town that grows */
static struct region *
town_and_country(double share, double difference)
{
    struct region *r = region_new();

    region_at_rest(r, 100);
    region_sector(r, PRIMARY, 400, 0.4, 0.7);
    region_sector(r, TERTIARY, 600, 0.4, 0.3);
    region_set(r, GROUP_URBANIZATION, URBANIZATION_SHARE, share);
    region_set(r, GROUP_URBANIZATION, URBANIZATION_DIFFERENCE, difference);
    region_set(r, GROUP_URBANIZATION, URBANIZATION_CEILING, 1);
    region_set(r, GROUP_URBANIZATION, URBANIZATION_HORIZON, 10);
    region_set(r, GROUP_URBANIZATION, URBANIZATION_POLICY, 0);
    region_set(r, GROUP_URBANIZATION, URBANIZATION_PULL, 0);
    region_add(r, &population_rates_model);
    region_add(r, &labour_model);
    region_add(r, &production_model);
    region_add(r, &urbanization_model);
    return r;
}

static double
logit(double u, double ceiling)
{
    return log(u / (ceiling - u));
}

/* Manual VIII: with a lasting difference d the share is c/(1 + (c/u - 1) exp(-d t)). */
static void
urban_share_is_logistic(void **state)
{
    static const struct {
        double share, difference, ceiling;
    } row[] = {
        { 0.4, 0.0405465108108164, 1 }, { 0.57, 0.055, 0.95 }, { 0.57, 0.3, 0.8 }, { 0.5, -0.05, 1 }, { 0.5, 0, 0.6 },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        const double c = row[i].ceiling, u = row[i].share;
        struct region *r = town_and_country(u, row[i].difference);

        region_set(r, GROUP_URBANIZATION, URBANIZATION_CEILING, c);
        region_run(r, NULL);
        for (size_t t = 0; t < REGION_YEARS; t++)
            assert_year(r->record.urban, t, c / (1 + (c / u - 1) * exp(-row[i].difference * (double) t)), NEAR);
        region_close(r);
    }
}

/* 40 % that was to be 50 % after ten years: the difference that `since` (2010, 40) and 50 % in 2020 give */
static void
difference_from_an_earlier_share(void **state)
{
    struct region *r = town_and_country(0.5, 0);

    (void) state;
    r->lever[GROUP_URBANIZATION][URBANIZATION_DIFFERENCE].level = NULL;
    region_pair(r, GROUP_URBANIZATION, URBANIZATION_SINCE, 2010, 40);
    region_run(r, NULL);
    assert_year(r->record.urban, 10, 0.6, NEAR);
    region_close(r);
}

/* The difference moves to its norm a - b u over ten years and stays there; policy adds to it. */
static void
norm_and_policy(void **state)
{
    struct region *r = town_and_country(0.55, 0.06);
    double u = 0.55;

    (void) state;
    region_pair(r, GROUP_URBANIZATION, URBANIZATION_NORM, 3.8, 2.6);
    region_path(r, GROUP_URBANIZATION, URBANIZATION_POLICY, 0, 0.015);
    region_run(r, NULL);
    for (size_t t = 1; t < REGION_YEARS; t++) {
        const double w = fmax(0, 1 - (double) t / 10);
        const double d = w * 0.06 + (1 - w) * (3.8 - 2.6 * u) / 100 + 0.001 * (double) t;

        u = 1 / (1 + exp(-(logit(u, 1) + d)));
        assert_year(r->record.urban, t, u, NEAR);
    }
    region_close(r);
}

/* Labour that leaves the first primary sector pulls people to town; labour that comes to it does not push. */
static void
farm_labour_pulls(void **state)
{
    (void) state;
    for (int leaves = 0; leaves < 2; leaves++) {
        struct region *r = town_and_country(0.5, 0.01);
        double expected = 0;

        region_set(r, GROUP_LABOUR, LABOUR_MOBILITY, 0.05);
        if (!leaves)
            sector_set(r, 0, SECTOR_VALUE_ADDED, 4000);
        region_set(r, GROUP_URBANIZATION, URBANIZATION_PULL, 0.5);
        region_run(r, NULL);
        for (size_t t = 1; t < REGION_YEARS; t++) {
            lanes *farm = r->record.sector[0].labour;

            expected += 0.01 + (leaves ? 0.5 * log(farm[t - 1][0] / farm[t][0]) : 0);
            assert_true((farm[t][0] < farm[t - 1][0]) == leaves);
            assert_close(logit(r->record.urban[t][0], 1), expected, 1e-11);
        }
        region_close(r);
    }
}

/* Income is a share of GDP; town and country, weighted by the mean urban share of the year, are all of it. */
static void
incomes(void **state)
{
    struct region *r = town_and_country(0.55, 0.05);

    (void) state;
    region_path(r, GROUP_HOUSEHOLD, HOUSEHOLD_SHARE, 0.45, 0.60);
    region_set(r, GROUP_HOUSEHOLD, HOUSEHOLD_URBAN_RURAL_RATIO, 2.6);
    region_set(r, GROUP_HOUSEHOLD, HOUSEHOLD_RATIO_GROWTH, -0.013);
    region_add(r, &household_model);
    region_run(r, NULL);
    for (size_t t = 0; t < REGION_YEARS; t++) {
        const double before = 1 / (1 + (1 / 0.55 - 1) * exp(-0.05 * (t ? (double) t - 1 : 0)));
        const double now = 1 / (1 + (1 / 0.55 - 1) * exp(-0.05 * (double) t)), u = (before + now) / 2;
        const double income = (0.45 + 0.01 * (double) t) * 1000 / 100 * 1e4, q = 2.6 * pow(0.987, (double) t);

        assert_year(r->record.income, t, income, NEAR);
        assert_year(r->record.income_ratio, t, q, NEAR);
        assert_year(r->record.income_rural, t, income / (u * q + 1 - u), NEAR);
        assert_year(r->record.income_urban, t, income * q / (u * q + 1 - u), NEAR);
        assert_close(u * r->record.income_urban[t][0] + (1 - u) * r->record.income_rural[t][0], income, NEAR);
    }
    region_close(r);
}

/* A nation of 1000 wan, 10 yi yuan a wan, whose real GDP grows by 4 % and prices by 2 % a year */
static struct region *
nation(void)
{
    struct region *b = region_new();

    region_at_rest(b, 1000);
    region_sector(b, SECONDARY, 10000, 0.4, 1);
    sector_set(b, 0, SECTOR_TFP_GROWTH, 0.04);
    sector_set(b, 0, SECTOR_PRICE_GROWTH, 0.02);
    region_grow(b, NULL);
    return b;
}

static struct region *
converging(double gdp, double speed, double level, double excess, double halflife)
{
    struct region *r = region_new();

    region_people(r, 100, 0.003);
    region_set(r, GROUP_CONVERGENCE, CONVERGENCE_GDP, gdp);
    region_set(r, GROUP_CONVERGENCE, CONVERGENCE_SPEED, speed);
    region_set(r, GROUP_CONVERGENCE, CONVERGENCE_LEVEL, level);
    region_set(r, GROUP_CONVERGENCE, CONVERGENCE_EXCESS, excess);
    region_set(r, GROUP_CONVERGENCE, CONVERGENCE_HALFLIFE, halflife);
    region_set(r, GROUP_CONVERGENCE, CONVERGENCE_SHARE_PRIMARY, 0.14);
    region_set(r, GROUP_CONVERGENCE, CONVERGENCE_SHARE_TERTIARY, 0.5);
    region_set(r, GROUP_CONVERGENCE, CONVERGENCE_PRIMARY_ELASTICITY, 0.3);
    region_set(r, GROUP_CONVERGENCE, CONVERGENCE_TERTIARY_PART, 0.7);
    region_add(r, &population_rates_model);
    region_add(r, &convergence_model);
    return r;
}

/* The log distance to its level shrinks by 1 - speed a year, by half in ln 2/-ln(1 - speed) years; the excess adds
 * x (f + f^2 + ... ), f = 2^(-1/halflife), each addition shrinking likewise. */
static void
distance_and_excess_fade(void **state)
{
    static const struct {
        double gdp, speed, level, excess, halflife;
    } row[] = {
        { 500, 0.02, 1, 0, 2.5 },         { 500, 0, 1, 0.02, 2.5 },   { 700, 0.015, 0.95, 0.009, 2.5 },
        { 1200, 0.01, 1.1, -0.005, 0.5 }, { 950, 0.01, 0.95, 0, 50 }, /* at its level: grows as the nation does */
    };
    struct region *b = nation();

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct region *r = converging(row[i].gdp, row[i].speed, row[i].level, row[i].excess, row[i].halflife);
        const double keep = 1 - row[i].speed, fade = pow(2, -1 / row[i].halflife);
        const double start = log(row[i].gdp / 100 / (row[i].level * 10));

        region_run(r, &b->record);
        for (size_t t = 0; t < REGION_YEARS; t++) {
            const double n = (double) t, people = t ? 100 * pow(1.003, n) * (1 + 1 / 1.003) / 2 : 100;
            double distance = start * pow(keep, n), y;

            for (size_t k = 1; k <= t; k++)
                distance += row[i].excess * pow(fade, (double) k) * pow(keep, n - (double) k);
            y = row[i].level * 10 * pow(1.04, n) * exp(distance);
            assert_year(r->record.real, t, y * people, NEAR);
            assert_year(r->record.value, t, y * people * pow(1.02, n), NEAR);
        }
        region_close(r);
    }
    region_close(b);
}

static void
half_the_distance_in_ten_years(void **state)
{
    struct region *b = nation(), *r = converging(500, 1 - pow(0.5, 0.1), 1, 0, 2.5);

    (void) state;
    region_run(r, &b->record);
    assert_close(r->record.log_per_head[10][0] - b->record.log_per_head[10][0], 0.5 * log(0.5), NEAR);
    region_close(r);
    region_close(b);
}

/* primary = p0 (y/y0)^-xi; tau of what it loses goes to services. */
static void
shares_follow_growth(void **state)
{
    struct region *b = nation(), *r = converging(800, 0.01, 1, 0.01, 2.5);

    (void) state;
    region_run(r, &b->record);
    for (size_t t = 0; t < REGION_YEARS; t++) {
        const double y = exp(r->record.log_per_head[t][0] - r->record.log_per_head[0][0]);
        const double primary = 0.14 * pow(y, -0.3);

        assert_year(r->record.share[PRIMARY], t, primary, NEAR);
        assert_year(r->record.share[TERTIARY], t, 0.5 + 0.7 * (0.14 - primary), NEAR);
        assert_year(r->record.share[SECONDARY], t, 0.36 + 0.3 * (0.14 - primary), NEAR);
    }
    assert_true(r->record.share[PRIMARY][15][0] < 0.12);
    region_close(r);
    region_close(b);
}

/* 2015 to 2020 in excess of a nation that grew by 8 %, shrunk, two years old in 2020, fading from there */
static void
peers_fade(void **state)
{
    static const struct {
        double gdp, before, shrink, halflife;
    } row[] = {
        { 300, 180, 0.6, 2.5 }, { 300, 280, 0.6, 2.5 }, { 300, 180, 1, 5 },
        { 300, NAN, 0.6, 2.5 }, { 300, 180, 0, 2.5 },
    };
    double path[PEERS_SETTINGS][REGION_YEARS];
    struct lever lever[PEERS_SETTINGS] = { 0 };
    struct region *b = nation();

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        const struct peer peer = { row[i].gdp, row[i].before };
        const double fade = pow(2, -1 / row[i].halflife);
        double excess = row[i].shrink * (log(row[i].gdp / row[i].before) / 5 - log(1.08)) * fade * fade;

        if (isnan(excess))
            excess = 0;
        lever_fill(&lever[PEERS_NATION_GROWTH], path[PEERS_NATION_GROWTH], 0.08, 0.08);
        lever_fill(&lever[PEERS_HALFLIFE], path[PEERS_HALFLIFE], row[i].halflife, row[i].halflife);
        lever_fill(&lever[PEERS_SHRINK], path[PEERS_SHRINK], row[i].shrink, row[i].shrink);
        for (size_t t = 0; t < REGION_YEARS; t++) {
            const double n = (double) t, years = fade * (1 - pow(fade, n)) / (1 - fade);
            lanes gdp;

            peer_gdp(gdp, &peer, lever, &b->record, t);
            assert_year_(gdp, 300 * pow(1.04 * 1.02, n) * exp(excess * years), NEAR, __FILE__, __LINE__);
        }
    }
    region_close(b);
}

/* Each part counts up to the cap; the minimum is the worst part, uncapped. */
static void
index_is_capped(void **state)
{
    static const struct {
        double own[2], nation[2], weight[2], cap, index, minimum;
    } row[] = {
        { { 80, 45 }, { 100, 60 }, { 0.4, 0.6 }, 120, 77, 75 },
        { { 150, 60 }, { 100, 60 }, { 0.4, 0.6 }, 120, 108, 100 },
        { { 150, 90 }, { 100, 60 }, { 0.5, 0.5 }, 130, 130, 150 },
        { { 50, 60 }, { 50, 60 }, { 0.3, 0.7 }, 120, 100, 100 },
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        const struct lever cap = { &row[i].cap, 0, lanes_ones, lanes_zeros };
        lanes index = { 0 }, minimum, own, nation_value;

        EACH_LANE(l)
            minimum[l] = INFINITY;
        for (size_t k = 0; k < 2; k++) {
            const struct lever weight = { &row[i].weight[k], 0, lanes_ones, lanes_zeros };

            EACH_LANE(l) {
                own[l] = row[i].own[k];
                nation_value[l] = row[i].nation[k];
            }
            modernization_add(&index, &minimum, &own, &nation_value, &weight, &cap, 1);
        }
        assert_year_(index, row[i].index, NEAR, __FILE__, __LINE__);
        assert_year_(minimum, row[i].minimum, NEAR, __FILE__, __LINE__);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(residents_grow_at_their_rates),
        cmocka_unit_test(means_and_ends),
        cmocka_unit_test(urban_share_is_logistic),
        cmocka_unit_test(difference_from_an_earlier_share),
        cmocka_unit_test(norm_and_policy),
        cmocka_unit_test(farm_labour_pulls),
        cmocka_unit_test(incomes),
        cmocka_unit_test(distance_and_excess_fade),
        cmocka_unit_test(half_the_distance_in_ten_years),
        cmocka_unit_test(shares_follow_growth),
        cmocka_unit_test(peers_fade),
        cmocka_unit_test(index_is_capped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
