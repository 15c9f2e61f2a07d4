/* What a target needs, as a level of an indicator of which there are records. */
#ifndef ANALYSIS_NEEDED_H
#define ANALYSIS_NEEDED_H

#include "analysis/target.h"

struct needed {
    size_t indicator; /* number in `indicators` */
    int from, year;
    double base, level; /* of that indicator in `from`, as projected, and in `year`, as needed */
    bool by_head;       /* an index, put as GDP per head with its other parts as projected */
};

/* The target as a level of its own indicator, or of the one that it is made of: relative and missing GDP per head
 * and the index as GDP per head, a share of the parent as GDP. False where there is no such level. */
bool needed_level(struct needed *out, const struct judgement *j, const struct trajectory *t);

/* The same as a level of another indicator: one of GDP as another of GDP, at the ratio projected for the year. False
 * where neither is the other. */
bool needed_as(struct needed *n, size_t indicator, const struct judgement *j, const struct trajectory *t);

/* GDP in one of its forms: at current or base-year prices, whole or a head */
bool needed_is_gdp(size_t indicator);

/* How near an indicator of a record is to that of the need: 0 the same, then a head or not, then prices */
int needed_distance(size_t needed, size_t recorded);

/* The change a year from base to level: percent of amounts, points, places gained */
double needed_a_year(size_t indicator, double base, double level, int years);

#endif
