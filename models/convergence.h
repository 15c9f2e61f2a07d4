/* models/convergence.h: regions with too little data for sectors, which catch up with the benchmark.
 *
 *     ln y' = ln y + ln(1 + g_b(t+1)) + speed(t+1) ln(level(t+1) y_b(t)/y(t)) + x 2^(-n/halflife)
 *     primary' = primary (y/y')^xi;  tertiary' = tertiary + (primary - primary') tau;  secondary the rest
 *
 *   y  real GDP per head on mean population, g_b the benchmark's growth of it, n = t+1 - t0
 *   x  excess growth at t0 that catching up does not explain      xi primary_elasticity, tau tertiary_part
 *
 * The price level is the benchmark's GDP deflator. Source: Barro and Sala-i-Martin (1992), Journal of
 * Political Economy 100(2), 223-251, for convergence; the fade of the excess is fitted to western provinces.
 */
#ifndef MODELS_CONVERGENCE_H
#define MODELS_CONVERGENCE_H

#include "models/model.h"

enum convergence_setting {
    CONVERGENCE_GDP,
    CONVERGENCE_SPEED,
    CONVERGENCE_LEVEL,
    CONVERGENCE_EXCESS,
    CONVERGENCE_HALFLIFE,
    CONVERGENCE_SHARE_PRIMARY,
    CONVERGENCE_SHARE_TERTIARY,
    CONVERGENCE_PRIMARY_ELASTICITY,
    CONVERGENCE_TERTIARY_PART,
    CONVERGENCE_SETTINGS
};
extern const struct setting_group convergence_settings;
extern const struct model convergence_model;

#endif
