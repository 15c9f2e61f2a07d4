/* models/population.h: residents, by growth rates or by cohort.
 *
 * rates:   N(t+1) = N(t) (1 + growth(t+1));  w(t+1) = w(t) (1 + working_age_share_growth(t+1))
 *
 *   N  residents at the end of the year, wan;  w  share of them in the working ages
 *
 * cohort:  models/cohort.h steps the ages; here they meet the settings:
 *   migrants M[g][a] = m0[g][a] P[g][a] + net_migration(t+1) N(t) pattern[g][a]
 *   fertility f[a] = fertility_rate(t+1) pattern[a]
 *   survival from the standard death rates times the factor, one per sex and year, that gives the life
 *   expectancy of the arrival year (models/lifetable.h)
 *
 * The mean of the year is (N(t-1) + N(t)) / 2; without `previous` the base year's is N(t0).
 */
#ifndef MODELS_POPULATION_H
#define MODELS_POPULATION_H

#include "models/model.h"

enum population_setting {
    POPULATION_METHOD,
    POPULATION_TOTAL,
    POPULATION_PREVIOUS,
    POPULATION_PER_HEAD_ON,
    POPULATION_WORKING_AGES,
    /* rates */
    POPULATION_GROWTH,
    POPULATION_WORKING_AGE_SHARE,
    POPULATION_WORKING_AGE_SHARE_GROWTH,
    /* cohort */
    POPULATION_AGES,
    POPULATION_MORTALITY,
    POPULATION_LIFE_EXPECTANCY_MALE,
    POPULATION_LIFE_EXPECTANCY_FEMALE,
    POPULATION_FERTILITY_RATE,
    POPULATION_FERTILITY_PATTERN,
    POPULATION_SEX_RATIO_AT_BIRTH,
    POPULATION_NET_MIGRATION,
    POPULATION_MIGRATION_PATTERN,
    POPULATION_MIGRATION_RATES,
    POPULATION_SETTINGS
};
extern const struct setting_group population_settings;

extern const struct model population_rates_model;
extern const struct model population_cohort_model;

/* What both methods share: the rows they take, the base year's total, the mean of a later year. */
void population_claim(struct record *r, const struct region_input *in);
void population_base(struct record *r, const struct lever *levers);
void population_totals(struct record *r, size_t t);
/* By what the residents of year t are to be multiplied: 1 where they are not known */
double population_known(const struct record *r, const struct known *known, size_t t, size_t l);

#endif
