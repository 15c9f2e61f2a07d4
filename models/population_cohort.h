/* What the parts of the cohort model share: its state, and the two ways to project a block. */
#ifndef MODELS_POPULATION_COHORT_H
#define MODELS_POPULATION_COHORT_H

#include "models/cohort_sums.h"
#include "models/population.h"

struct population_cohort {
    const struct lever *lever;
    const struct known *known;
    bool drawn, has_pattern;
    double mortality[SEXES][AGES]; /* the standard table's death rates */
    struct cohort_constants constants;
    size_t no_factor; /* first year whose life expectancy no factor gives; 0: none */
    enum sex no_factor_sex;

    /* age by age */
    lanes *ages[2][SEXES]; /* this and the next year's residents, in turn */
    lanes *migrants[SEXES], *survival_row[SEXES], *fertility_row;
    int now; /* which of the two is this year's */

    /* by sums, in draws: all years of a block at once */
    bool by_sums; /* where survival is certain and no year's residents are known */
    bool ahead;   /* this block has been: its rows are filled */
    struct cohort_sums sums;
    lanes (*source)[COHORT_SOURCES];             /* [years] */
    struct cohort_range *range, *proven, *wider; /* [years]: of this block; in which no cohort is negative; of both */
    bool has_proof;
};

/* population_cohort_sums.c */
void cohort_by_sums_init(struct population_cohort *m);
bool cohort_by_sums(struct population_cohort *m, struct record *r); /* false: age by age, some cohort may be negative */
void cohort_by_sums_free(struct population_cohort *m);

/* Rows of year t, from sums over ages */
void cohort_rows(struct record *r, lanes sum[COHORT_SUMS], size_t t);

#endif
