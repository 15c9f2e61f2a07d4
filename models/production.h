/* models/production.h: output of several sectors that share labour and investment.
 *
 *     Y_s = U A_s K_s^alpha_s R_s^gamma_s (h L_s)^(1 - alpha_s - gamma_s)
 *     ln U(t) = base_gap (1 - gap_closing)^(t - t0)
 *
 *   Y  value added, yi yuan at base-year prices      alpha  capital_share, gamma fixed_share
 *   A  total factor productivity                     U      output against trend
 *   K  capital, yi yuan at base-year prices          h      human capital a worker
 *   R  fixed factor, 1 in the base year              L      employment, wan
 *   P  price, 1 in the base year                     V = P Y
 *
 * From t to t + 1: investment I = iota V / P_I is shared out by capital and its return, labour moves by a
 * replicator equation to where it earns more, productivity grows by its own rate, by policy and by catching
 * up with the benchmark, prices follow the benchmark's group, a premium, and demand. docs/model.md derives it.
 * With one sector and no fixed factor this is the World Bank's Long-Term Growth Model.
 *
 * The kernel works in logarithms: ln A, ln K, ln l are the state, so a power is a product.
 * Source of the growth core: Loayza and Pennings (2022), The Long Term Growth Model, World Bank.
 */
#ifndef MODELS_PRODUCTION_H
#define MODELS_PRODUCTION_H

#include "models/model.h"

enum production_setting {
    PRODUCTION_CAPITAL_OUTPUT_RATIO,
    PRODUCTION_INVESTMENT_RATE,
    PRODUCTION_INVESTMENT_RESPONSE,
    PRODUCTION_HUMAN_CAPITAL_GROWTH,
    PRODUCTION_SCHOOLING,
    PRODUCTION_SCHOOLING_RETURN,
    PRODUCTION_TFP_BOOST,
    PRODUCTION_CATCH_UP,
    PRODUCTION_CATCH_UP_LEVEL,
    PRODUCTION_BASE_GAP,
    PRODUCTION_GAP_CLOSING,
    PRODUCTION_SHOCK_COMMON,
    PRODUCTION_SHOCK_PERSISTENCE,
    PRODUCTION_SHOCK_CORRELATION,
    PRODUCTION_SETTINGS
};
extern const struct setting_group production_settings;

enum sector_setting {
    SECTOR_NAME,
    SECTOR_NAME_ZH,
    SECTOR_GROUP,
    SECTOR_VALUE_ADDED,
    SECTOR_CAPITAL_SHARE,
    SECTOR_FIXED_SHARE,
    SECTOR_FIXED_GROWTH,
    SECTOR_DEPRECIATION,
    SECTOR_EMPLOYMENT_SHARE,
    SECTOR_TFP_GROWTH,
    SECTOR_INVESTMENT_WEIGHT,
    SECTOR_CATCH_UP_WEIGHT,
    SECTOR_PRICE_GROWTH,
    SECTOR_PRICE_PREMIUM,
    SECTOR_DEMAND_ELASTICITY,
    SECTOR_INCOME_ELASTICITY,
    SECTOR_CAPACITY,
    SECTOR_SHOCK,
    SECTOR_SETTINGS
};
extern const struct setting_group sector_settings;

extern const struct model production_model;

#endif
