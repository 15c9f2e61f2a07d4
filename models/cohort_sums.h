/* models/cohort_sums.h: sums over the ages of a cohort projection without its ages, where survival is certain.
 *
 * Then residents of every age are linear in what comes in: the base year's residents, the migrants moved in each year,
 * the boys and girls born in each. So are sums over ages:
 *
 *     X_j(t) = b_j(t) N(t0) + sum_{k = 1..t} ( m_j(t,k) moved(k) + boys_j(t,k) boys(k) + girls_j(t,k) girls(k) )
 *
 * b, m, boys and girls are projections of a unit of each, worked out once; a draw is a few sums. Migration at given
 * rates by age is part of them. X: all residents, those in the working ages, of 65 and over, of 15 to 64, and births at
 * a fertility of 1 in the year to t, of which the boys and girls of t follow.
 */
#ifndef MODELS_COHORT_SUMS_H
#define MODELS_COHORT_SUMS_H

#include "models/model.h"

/* What a projection goes by, all of it the same in all draws */
struct cohort_constants {
    size_t years;
    int first_working, last_working;
    double ages[SEXES][AGES];        /* of one resident in the base year */
    double fertility[AGES];          /* pattern, sums to 1 */
    double pattern[SEXES][AGES];     /* of one migrant */
    double rates[SEXES][AGES];       /* m0 */
    double (*survival)[SEXES][AGES]; /* [years] into the year of that row; row 0 unused */
};

enum cohort_sum { SUM_ALL, SUM_WORKING, SUM_AGED, SUM_MIDDLE, SUM_BIRTHS, COHORT_SUMS };
enum cohort_source { SOURCE_MOVED, SOURCE_BOYS, SOURCE_GIRLS, COHORT_SOURCES };

struct cohort_sums {
    size_t years;
    double (*base)[COHORT_SUMS];                 /* [years] b */
    double (*part)[COHORT_SOURCES][COHORT_SUMS]; /* [years][years]: t * years + k */
};

void cohort_sums_init(struct cohort_sums *c, const struct cohort_constants *constants);
void cohort_sums_free(struct cohort_sums *c);

/* The sums of year t in all lanes: base residents, and rows of sources of the years 1 to k_last */
void cohort_sums_add(lanes out[COHORT_SUMS], const struct cohort_sums *c, const lanes base,
                     lanes (*source)[COHORT_SOURCES], size_t t, size_t k_last);

/* The least and the most of what comes in, over all lanes */
struct cohort_range {
    double base[2];
    double source[COHORT_SOURCES][2];
};

/* Whether no cohort can be negative while what comes in stays in these ranges ([years]; base: of the first). By
 * intervals, age by age: true is certain, false is not. */
bool cohort_stays_positive(const struct cohort_constants *c, const struct cohort_range *range);

#endif
