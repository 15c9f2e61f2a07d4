/* What is known of the years after the base year: figures that came in, which models take in place of their own. Models
 * that run on from them keep what was not observed as they have it (docs/model.md, re-basing).
 */
#ifndef MODELS_KNOWN_H
#define MODELS_KNOWN_H

#include <math.h>
#include <stddef.h>

enum known_figure {
    KNOWN_POPULATION, /* end of the year, wan */
    KNOWN_URBAN,      /* share of residents */
    KNOWN_REAL,       /* GDP at base-year prices, yi yuan */
    KNOWN_GROWTH,     /* of real GDP, fraction */
    KNOWN_VALUE,      /* GDP at current prices, yi yuan */
    KNOWN_PRIMARY,    /* shares of GDP at current prices, in the order of enum sector_group */
    KNOWN_SECONDARY,
    KNOWN_TERTIARY,
    KNOWN_FIGURES
};

struct known {
    size_t until;               /* last year known, from the base year on; 0: none. Shocks begin after it. */
    double *row[KNOWN_FIGURES]; /* [until + 1]; NaN where not observed; NULL: in no year */
};

/* NaN where it is not known */
static inline double
known_at(const struct known *k, enum known_figure figure, size_t t)
{
    return t <= k->until && k->row[figure] ? k->row[figure][t] : NAN;
}

/* Real GDP of year t as observed, or by its observed growth from what it was; NaN where neither is known */
static inline double
known_real(const struct known *k, size_t t, double before)
{
    const double real = known_at(k, KNOWN_REAL, t);

    return isfinite(real) ? real : before * (1 + known_at(k, KNOWN_GROWTH, t));
}

#endif
