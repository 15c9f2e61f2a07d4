/* models/ages.h: tables by age group, spread over single years of age. */
#ifndef MODELS_AGES_H
#define MODELS_AGES_H

#include "models/model.h"

/* A rate holds at each single age of its group; ages that no group names are 0. */
void ages_rates(double out[SEXES][AGES], const struct age_table *table, double scale);

/* A count or share is split evenly over its group's single ages, an open group in proportion to `lived`
 * (person-years of a life table, [SEXES][AGES]; NULL: evenly). */
void ages_counts(double out[SEXES][AGES], const struct age_table *table, double (*lived)[AGES]);

/* Multiplies so that all add to `total`. */
void ages_scale(double ages[SEXES][AGES], double total);

#endif
