/* models/household.h: household income, in town and country.
 *
 *     income = household_share(t) V / mean population;   q(t+1) = q(t) (1 + ratio_growth(t+1))
 *     income_urban = income q/(u q + 1 - u);             income_rural = income/(u q + 1 - u)
 *
 *   V  GDP at current prices      q  urban income over rural
 *   u  mean of this and last year's urban share (in the base year: the base year's)
 */
#ifndef MODELS_HOUSEHOLD_H
#define MODELS_HOUSEHOLD_H

#include "models/model.h"

enum household_setting { HOUSEHOLD_SHARE, HOUSEHOLD_URBAN_RURAL_RATIO, HOUSEHOLD_RATIO_GROWTH, HOUSEHOLD_SETTINGS };
extern const struct setting_group household_settings;
extern const struct model household_model;

#endif
