/* models/labour.h: employment.
 *
 *     E(t) = employment_rate(t) working-age population(t)          wan, at the end of the year
 *
 * `mobility` says how fast labour moves between sectors; models/production.h uses it.
 */
#ifndef MODELS_LABOUR_H
#define MODELS_LABOUR_H

#include "models/model.h"

enum labour_setting { LABOUR_EMPLOYMENT_RATE, LABOUR_MOBILITY, LABOUR_SETTINGS };
extern const struct setting_group labour_settings;
extern const struct model labour_model;

#endif
