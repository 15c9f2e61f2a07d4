#include "command/explain_table.h"
#include <stddef.h>
#include <string.h>

#define OUTPUT \
    "production.tfp_boost production.catch_up production.catch_up_level sectors.tfp_growth production.investment_rate " \
    "production.human_capital_growth labour.employment_rate labour.mobility population.net_migration " \
    "convergence.speed convergence.level"
#define PRICES "sectors.price_growth sectors.price_premium sectors.demand_elasticity sectors.income_elasticity"
#define BOTH OUTPUT " " PRICES
#define PEOPLE \
    "population.growth population.net_migration population.fertility_rate population.life_expectancy_male " \
    "population.life_expectancy_female"
#define URBAN "urbanization.difference urbanization.norm urbanization.horizon urbanization.policy urbanization.pull"
#define SHARES BOTH " convergence.primary_elasticity convergence.tertiary_part"
#define INDEX BOTH " " URBAN
#define HOUSEHOLD "household.share"

const struct explained explained[] = {
    { "gdp", "gdp = sum_s P_s Y_s", 4, BOTH },
    { "gdp_real", "gdp_real = sum_s Y_s;  Y_s = U A_s K_s^alpha_s R_s^gamma_s (h L_s)^(1 - alpha_s - gamma_s)", 4,
      OUTPUT },
    { "gdp_growth", "gdp_growth = 100 (gdp_real(t)/gdp_real(t-1) - 1)", 4, OUTPUT },
    { "gdp_deflator", "gdp_deflator = gdp/gdp_real", 4, PRICES },
    { "deflator_primary", "sum_s P_s Y_s / sum_s Y_s", 4, PRICES },
    { "deflator_secondary", "sum_s P_s Y_s / sum_s Y_s", 4, PRICES },
    { "deflator_tertiary", "sum_s P_s Y_s / sum_s Y_s", 4, PRICES },
    { "gdp_per_capita", "gdp_per_capita = 10000 gdp/population_mean", 11, BOTH " " PEOPLE " population.per_head_on" },
    { "gdp_per_capita_real", "gdp_per_capita_real = 10000 gdp_real/population_mean", 11,
      OUTPUT " " PEOPLE " population.per_head_on" },
    { "population", "population = sum_a N_a", 3, PEOPLE },
    { "population_mean", "population_mean(t) = (population(t) + population(t-1))/2", 3, PEOPLE },
    { "working_age", "working_age = sum_a N_a", 3, PEOPLE " population.working_ages population.working_age_share" },
    { "age65_share", "age65_share = 100 sum_{a>=65} N_a/population", 3, PEOPLE },
    { "dependency_ratio", "dependency_ratio = 100 (sum_{a<15} N_a + sum_{a>=65} N_a)/sum_{15<=a<65} N_a", 3, PEOPLE },
    { "employment", "employment = working_age employment_rate/100", 4, PEOPLE " labour.employment_rate" },
    { "urbanization",
      "ln(u'/(c - u')) = ln(u/(c - u)) + d;  d = w d0 + (1 - w)(a - b u) + policy + pull max(0, ln(l_1/l_1'))", 5,
      URBAN },
    { "share_primary", "share_primary = 100 sum_s va_s/gdp", 11, SHARES },
    { "share_secondary", "share_secondary = 100 sum_s va_s/gdp", 11, SHARES },
    { "share_tertiary", "share_tertiary = 100 sum_s va_s/gdp", 11, SHARES },
    { "share_nonprimary", "share_nonprimary = 100 - share_primary", 11, SHARES },
    { "va_", "va_s = P_s Y_s", 4, BOTH " sectors.capacity" },
    { "va_real_", "Y_s = U A_s K_s^alpha_s R_s^gamma_s (h L_s)^(1 - alpha_s - gamma_s)", 4,
      OUTPUT " sectors.capacity" },
    { "labour_share_", "l_s' ~ l_s (w_s/wbar)^mobility", 4, "sectors.employment_share labour.mobility" },
    { "capital", "K_s' = (1 - depreciation_s) K_s + theta_s I", 4,
      "production.capital_output_ratio production.investment_rate sectors.depreciation sectors.investment_weight" },
    { "capital_output_ratio", "capital_output_ratio = capital/gdp_real", 4,
      "production.capital_output_ratio production.investment_rate sectors.depreciation" },
    { "investment_rate", "investment_rate(t)", 4, "production.investment_rate" },
    { "labour_productivity", "labour_productivity = 10000 gdp_real/employment", 4, OUTPUT },
    { "relative_gdp_per_capita", "100 gdp_per_capita/gdp_per_capita_b", 11, BOTH " " PEOPLE },
    { "relative_gdp_per_capita_real", "100 gdp_per_capita_real/gdp_per_capita_real_b", 11, OUTPUT " " PEOPLE },
    { "gap_gdp_per_capita", "gdp_per_capita_b - gdp_per_capita", 11, BOTH " " PEOPLE },
    { "growth_gap", "growth_gap = gdp_growth - gdp_growth_b", 11, OUTPUT },
    { "modernization", "sum_k weights_k min(cap, 100 x_k/x_k,b)", 9, INDEX " modernization.cap" },
    { "modernization_minimum", "min_k 100 x_k/x_k,b", 9, INDEX },
    { "modernization_west", "sum_r population_r modernization_r/sum_r population_r", 9,
      "convergence.speed convergence.level regions.west" },
    { "modernization_rank_west", "1 + #{r: modernization_r > modernization}", 9, INDEX },
    { "rank_national", "1 + #{j: gdp_j > gdp}", 8, BOTH " peers.halflife peers.shrink" },
    { "rank_west", "1 + #{j: gdp_j > gdp}", 8, BOTH " peers.halflife peers.shrink" },
    { "share_of_parent", "share_of_parent = 100 gdp/gdp_parent", 11, BOTH " regions.parent" },
    { "income", "income = share(t) gdp/population_mean", 6, HOUSEHOLD },
    { "income_urban", "income_urban = q income_rural", 6,
      HOUSEHOLD " household.urban_rural_ratio household.ratio_growth" },
    { "income_rural", "income_rural = income/(u q + 1 - u)", 6,
      HOUSEHOLD " household.urban_rural_ratio household.ratio_growth" },
    { "income_ratio", "q(t+1) = q(t) (1 + ratio_growth(t+1))", 6,
      "household.urban_rural_ratio household.ratio_growth" },
    { "income_growth_gap", "100 (income'/income - gdp_per_capita'/gdp_per_capita)", 6, HOUSEHOLD },
    { "contribution_tfp", "100 sum_s omega_s dln A_s", 10,
      "sectors.tfp_growth production.tfp_boost production.catch_up production.catch_up_level" },
    { "contribution_capital", "100 sum_s omega_s alpha_s dln K_s", 10,
      "production.investment_rate sectors.depreciation" },
    { "contribution_fixed", "100 sum_s omega_s gamma_s dln R_s", 10, "sectors.fixed_share sectors.fixed_growth" },
    { "contribution_human_capital", "100 sum_s omega_s (1 - alpha_s - gamma_s) dln h", 10,
      "production.human_capital_growth production.schooling production.schooling_return" },
    { "contribution_labour", "100 sum_s omega_s (1 - alpha_s - gamma_s) dln E", 10, "labour.employment_rate " PEOPLE },
    { "contribution_reallocation", "100 sum_s omega_s (1 - alpha_s - gamma_s) dln l_s", 10, "labour.mobility" },
    { "contribution_cycle", "100 sum_s omega_s dln U", 10,
      "production.base_gap production.gap_closing sectors.capacity" },
    { "contribution_policy", "100 sum_s omega_s ln(1 + tfp_boost)", 10, "production.tfp_boost" },
    { "contribution_catch_up", "100 sum_s omega_s catch_up catch_up_weight_s ln(catch_up_level y_b/y)", 10,
      "production.catch_up production.catch_up_level sectors.catch_up_weight" },
    { NULL, NULL, 0, NULL },
};

const struct explained *
explained_find(const char *indicator)
{
    for (const struct explained *e = explained; e->key; e++)
        if (!strcmp(e->key, indicator))
            return e;
    return NULL;
}

bool
explained_moves(const struct explained *e, const char *setting)
{
    const size_t length = strlen(setting);

    for (const char *at = strstr(e->moved_by, setting); at; at = strstr(at + 1, setting))
        if ((at == e->moved_by || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}
