/* models/lifetable.h: life table from death rates, the hazard constant within a year of age.
 *
 *     L[a] = l[a] (1 - exp(-m[a]))/m[a],  l[a+1] = l[a] exp(-m[a]),  L[A] = l[A]/m[A],  l[0] = 1
 *     S[0] = L[0],  S[a] = L[a]/L[a-1],  S[A] = L[A]/(L[A-1] + L[A]),  e0 = sum L
 *
 *   m  deaths per person-year    l  survivors to exact age a    L  person-years lived at age a
 *   S  survival ratios: from birth, into age a, into and within the open age A
 *
 * Source: Preston, Heuveline and Guillot (2001), Demography, ch. 3 and 6.
 */
#ifndef MODELS_LIFETABLE_H
#define MODELS_LIFETABLE_H

#include "models/model.h"

/* L of the rates times `factor`; returns e0 in years. */
double lifetable_years(double lived[AGES], const double rate[AGES], double factor);
void lifetable_survival(double survival[AGES], const double lived[AGES]);

/* The factor on the rates that gives that life expectancy. Fails where none from 1e-4 to 1e4 does. */
enum status lifetable_factor(double *factor, const double rate[AGES], double life_expectancy);

#endif
