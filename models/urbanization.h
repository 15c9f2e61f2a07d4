/* models/urbanization.h: the urban share of residents, by the UN's method.
 *
 *     ln(u'/(c - u')) = ln(u/(c - u)) + d(t+1)
 *     d(t+1) = w d0 + (1 - w)(a - b u) + policy(t+1) + pull max(0, ln(l1/l1'))
 *     w = max(0, 1 - (t+1 - t0)/horizon)
 *
 *   u  urban share, c its ceiling (fractions)    d0  difference of urban and rural growth, observed
 *   a, b  norm that d moves to over `horizon` years (none: w = 1)
 *   l1 labour share of the first sector of group primary (pull: none in convergence regions)
 *
 * d0 is given, or follows from an earlier share u1 of year t1: d0 = (logit_c(u(t0)) - logit_c(u1))/(t0 - t1).
 * Source: United Nations (1974), Manual VIII, Methods for Projections of Urban and Rural Population.
 */
#ifndef MODELS_URBANIZATION_H
#define MODELS_URBANIZATION_H

#include "models/model.h"

enum urbanization_setting {
    URBANIZATION_SHARE,
    URBANIZATION_DIFFERENCE,
    URBANIZATION_SINCE,
    URBANIZATION_NORM,
    URBANIZATION_HORIZON,
    URBANIZATION_CEILING,
    URBANIZATION_POLICY,
    URBANIZATION_PULL,
    URBANIZATION_SETTINGS
};
extern const struct setting_group urbanization_settings;
extern const struct model urbanization_model;

/* u' where d is the norm's alone; u and c fractions, a and b as in the setting (percent). */
double urbanization_by_norm(double u, double ceiling, double a, double b);

#endif
