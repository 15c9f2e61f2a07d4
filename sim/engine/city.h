/* Cities of a run: the peers that home is ranked with, each with its GDP at current prices a year. */
#ifndef ENGINE_CITY_H
#define ENGINE_CITY_H

#include "engine/run.h"

/* Yi yuan, of the region that stands in the city's place where there is one. NaN outside the horizon and where the
 * run has no ranks. */
double city_gdp(const struct trajectory *t, size_t city, int year);

/* 1 + the number of other units with more: cities, and home where no city stands for it; as rank_national. */
double city_rank(const struct trajectory *t, size_t city, int year);

size_t city_count(const struct trajectory *t); /* all that are ranked, home among them */

#endif
