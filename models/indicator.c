#include "models/indicator.h"

#define PER_HEAD 1e4 /* yi yuan a wan -> yuan a head */

/* What a record must hold for an indicator */
static bool
always(const struct record *r, const struct record *b, size_t s)
{
    (void) r, (void) b, (void) s;
    return true;
}

static bool
has_benchmark(const struct record *r, const struct record *b, size_t s)
{
    (void) r, (void) s;
    return b != NULL;
}

#define HAS(name, condition) \
    static bool has_##name(const struct record *r, const struct record *b, size_t s) \
    { \
        (void) b, (void) s; \
        return (condition); \
    }
HAS(primary, r->deflator[PRIMARY] != NULL)
HAS(secondary, r->deflator[SECONDARY] != NULL)
HAS(tertiary, r->deflator[TERTIARY] != NULL)
HAS(labour, r->working_age != NULL)
HAS(cohorts, r->aged != NULL)
HAS(production, r->sectors > 0)
HAS(household, r->income != NULL)

/* Growth from the year before, percent */
static double
growth(double now, double before)
{
    return 100 * (now / before - 1);
}

static double
real_growth(const struct record *r, size_t t, size_t l)
{
    return growth(r->real[t][l], r->real[t - 1][l]);
}

static double
total_capital(const struct record *r, size_t t, size_t l)
{
    double sum = 0;

    for (size_t s = 0; s < r->sectors; s++)
        sum += r->sector[s].capital[t][l];
    return sum;
}

/* One indicator: its value in lane l of year t; r the region, b the benchmark, s the sector */
#define COMPUTE(name, expression) \
    KERNEL static void compute_##name(lanes *out, const struct record *r, const struct record *b, size_t s, \
                                      size_t first) \
    { \
        (void) b, (void) s; \
        for (size_t t = first; t < r->years; t++) \
            EACH_LANE(l) \
                out[t][l] = (expression); \
    }
COMPUTE(gdp, r->value[t][l])
COMPUTE(gdp_real, r->real[t][l])
COMPUTE(gdp_growth, real_growth(r, t, l))
COMPUTE(gdp_deflator, r->price_level[t][l])
COMPUTE(deflator_primary, r->deflator[PRIMARY][t][l])
COMPUTE(deflator_secondary, r->deflator[SECONDARY][t][l])
COMPUTE(deflator_tertiary, r->deflator[TERTIARY][t][l])
COMPUTE(gdp_per_capita, r->per_head[t][l])
COMPUTE(gdp_per_capita_real, r->per_head_real[t][l])
COMPUTE(population, r->population[t][l])
COMPUTE(population_mean, r->population_mean[t][l])
COMPUTE(working_age, r->working_age[t][l])
COMPUTE(age65_share, 100 * r->aged[t][l])
COMPUTE(dependency_ratio, 100 * r->dependency[t][l])
COMPUTE(employment, r->employment[t][l])
COMPUTE(urbanization, 100 * r->urban[t][l])
COMPUTE(share_primary, 100 * r->share[PRIMARY][t][l])
COMPUTE(share_secondary, 100 * r->share[SECONDARY][t][l])
COMPUTE(share_tertiary, 100 * r->share[TERTIARY][t][l])
COMPUTE(share_nonprimary, 100 * (1 - r->share[PRIMARY][t][l]))
COMPUTE(va, r->sector[s].real[t][l] * r->sector[s].price[t][l])
COMPUTE(va_real, r->sector[s].real[t][l])
COMPUTE(labour_share, 100 * r->sector[s].labour[t][l])
COMPUTE(capital, total_capital(r, t, l))
COMPUTE(capital_output_ratio, total_capital(r, t, l) / r->real[t][l])
COMPUTE(investment_rate, 100 * r->investment_rate[t][l])
COMPUTE(labour_productivity, r->real[t][l] / r->employment[t][l] * PER_HEAD)
COMPUTE(relative, 100 * r->per_head[t][l] / b->per_head[t][l])
COMPUTE(relative_real, 100 * r->per_head_real[t][l] / b->per_head_real[t][l])
COMPUTE(gap, b->per_head[t][l] - r->per_head[t][l])
COMPUTE(growth_gap, real_growth(r, t, l) - real_growth(b, t, l))
COMPUTE(income, r->income[t][l])
COMPUTE(income_urban, r->income_urban[t][l])
COMPUTE(income_rural, r->income_rural[t][l])
COMPUTE(income_ratio, r->income_ratio[t][l])
COMPUTE(income_growth_gap,
        growth(r->income[t][l], r->income[t - 1][l]) - growth(r->per_head[t][l], r->per_head[t - 1][l]))
COMPUTE(contribution_tfp, 100 * r->contribution[CONTRIBUTION_TFP][t][l])
COMPUTE(contribution_capital, 100 * r->contribution[CONTRIBUTION_CAPITAL][t][l])
COMPUTE(contribution_fixed, 100 * r->contribution[CONTRIBUTION_FIXED][t][l])
COMPUTE(contribution_human_capital, 100 * r->contribution[CONTRIBUTION_HUMAN_CAPITAL][t][l])
COMPUTE(contribution_labour, 100 * r->contribution[CONTRIBUTION_LABOUR][t][l])
COMPUTE(contribution_reallocation, 100 * r->contribution[CONTRIBUTION_REALLOCATION][t][l])
COMPUTE(contribution_cycle, 100 * r->contribution[CONTRIBUTION_CYCLE][t][l])
COMPUTE(contribution_policy, 100 * r->contribution[CONTRIBUTION_POLICY][t][l])
COMPUTE(contribution_catch_up, 100 * r->contribution[CONTRIBUTION_CATCH_UP][t][l])

/* is_level: an amount, whose change is growth in percent; the others change in points or places */
#define LEVEL .is_level = true
#define LESS .less_is_better = true
#define LATER .from_second_year = true
#define BESIDE .of_benchmark = true

const struct indicator indicators[] = {
    { "gdp", UNIT_YI_YUAN, 1, LEVEL, .available = always, .compute = compute_gdp },
    { "gdp_real", UNIT_YI_YUAN, 1, LEVEL, .available = always, .compute = compute_gdp_real },
    { "gdp_growth", UNIT_PERCENT, 1, LATER, .available = always, .compute = compute_gdp_growth },
    { "gdp_deflator", UNIT_INDEX, 3, LEVEL, .available = always, .compute = compute_gdp_deflator },
    { "deflator_primary", UNIT_INDEX, 3, LEVEL, .available = has_primary, .compute = compute_deflator_primary },
    { "deflator_secondary", UNIT_INDEX, 3, LEVEL, .available = has_secondary, .compute = compute_deflator_secondary },
    { "deflator_tertiary", UNIT_INDEX, 3, LEVEL, .available = has_tertiary, .compute = compute_deflator_tertiary },
    { "gdp_per_capita", UNIT_YUAN, 0, LEVEL, .available = always, .compute = compute_gdp_per_capita },
    { "gdp_per_capita_real", UNIT_YUAN, 0, LEVEL, .available = always, .compute = compute_gdp_per_capita_real },
    { "population", UNIT_WAN, 2, LEVEL, .available = always, .compute = compute_population },
    { "population_mean", UNIT_WAN, 2, LEVEL, .available = always, .compute = compute_population_mean },
    { "working_age", UNIT_WAN, 2, LEVEL, .available = has_labour, .compute = compute_working_age },
    { "age65_share", UNIT_PERCENT, 1, .available = has_cohorts, .compute = compute_age65_share },
    { "dependency_ratio", UNIT_PERCENT, 1, LESS, .available = has_labour, .compute = compute_dependency_ratio },
    { "employment", UNIT_WAN, 2, LEVEL, .available = has_labour, .compute = compute_employment },
    { "urbanization", UNIT_PERCENT, 2, .available = always, .compute = compute_urbanization },
    { "share_primary", UNIT_PERCENT, 1, .available = always, .compute = compute_share_primary },
    { "share_secondary", UNIT_PERCENT, 1, .available = always, .compute = compute_share_secondary },
    { "share_tertiary", UNIT_PERCENT, 1, .available = always, .compute = compute_share_tertiary },
    { "share_nonprimary", UNIT_PERCENT, 1, .available = always, .compute = compute_share_nonprimary },
    { "va_", UNIT_YI_YUAN, 1, LEVEL, .of_sector = true, .available = has_production, .compute = compute_va },
    { "va_real_", UNIT_YI_YUAN, 1, LEVEL, .of_sector = true, .available = has_production, .compute = compute_va_real },
    { "labour_share_", UNIT_PERCENT, 1, .of_sector = true, .available = has_production,
      .compute = compute_labour_share },
    { "capital", UNIT_YI_YUAN, 1, LEVEL, .available = has_production, .compute = compute_capital },
    { "capital_output_ratio", UNIT_RATIO, 2, LEVEL, .available = has_production,
      .compute = compute_capital_output_ratio },
    { "investment_rate", UNIT_PERCENT, 1, .available = has_production, .compute = compute_investment_rate },
    { "labour_productivity", UNIT_YUAN, 0, LEVEL, .available = has_production, .compute = compute_labour_productivity },

    { "relative_gdp_per_capita", UNIT_PERCENT, 1, BESIDE, .available = has_benchmark, .compute = compute_relative },
    { "relative_gdp_per_capita_real", UNIT_PERCENT, 1, BESIDE, .available = has_benchmark,
      .compute = compute_relative_real },
    { "gap_gdp_per_capita", UNIT_YUAN, 0, LESS, LEVEL, BESIDE, .available = has_benchmark, .compute = compute_gap },
    { "growth_gap", UNIT_POINTS, 1, LATER, BESIDE, .available = has_benchmark, .compute = compute_growth_gap },
    { "modernization", UNIT_INDEX, 1, .source = FROM_INDEX },
    { "modernization_minimum", UNIT_INDEX, 1, .source = FROM_INDEX },
    { "modernization_west", UNIT_INDEX, 1, .source = FROM_INDEX },
    { "modernization_rank_west", UNIT_RANK, 0, LESS, .source = FROM_INDEX },
    { "rank_national", UNIT_RANK, 0, LESS, .source = FROM_PEERS },
    { "rank_west", UNIT_RANK, 0, LESS, .source = FROM_PEERS },
    { "share_of_parent", UNIT_PERCENT, 1, .source = FROM_PARENT },

    { "income", UNIT_YUAN, 0, LEVEL, .available = has_household, .compute = compute_income },
    { "income_urban", UNIT_YUAN, 0, LEVEL, .available = has_household, .compute = compute_income_urban },
    { "income_rural", UNIT_YUAN, 0, LEVEL, .available = has_household, .compute = compute_income_rural },
    { "income_ratio", UNIT_RATIO, 2, LEVEL, .available = has_household, .compute = compute_income_ratio },
    { "income_growth_gap", UNIT_POINTS, 1, LATER, .available = has_household, .compute = compute_income_growth_gap },

    { "contribution_tfp", UNIT_PERCENT, 1, LATER, .available = has_production, .compute = compute_contribution_tfp },
    { "contribution_capital", UNIT_PERCENT, 1, LATER, .available = has_production,
      .compute = compute_contribution_capital },
    { "contribution_fixed", UNIT_PERCENT, 1, LATER, .available = has_production,
      .compute = compute_contribution_fixed },
    { "contribution_human_capital", UNIT_PERCENT, 1, LATER, .available = has_production,
      .compute = compute_contribution_human_capital },
    { "contribution_labour", UNIT_PERCENT, 1, LATER, .available = has_production,
      .compute = compute_contribution_labour },
    { "contribution_reallocation", UNIT_PERCENT, 1, LATER, .available = has_production,
      .compute = compute_contribution_reallocation },
    { "contribution_cycle", UNIT_PERCENT, 1, LATER, .available = has_production,
      .compute = compute_contribution_cycle },
    { "contribution_policy", UNIT_PERCENT, 1, LATER, .available = has_production,
      .compute = compute_contribution_policy },
    { "contribution_catch_up", UNIT_PERCENT, 1, LATER, .available = has_production,
      .compute = compute_contribution_catch_up },
};

const size_t indicator_count = sizeof indicators / sizeof indicators[0];
