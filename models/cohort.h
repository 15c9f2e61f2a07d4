/* models/cohort.h: the cohort component step, for any width of age group.
 *
 *     P0[g][a]   = P[g][a] + M[g][a]/2                               half of the migrants are exposed to survival
 *     P'[g][a]   = P0[g][a-1] S[g][a] + M[g][a]/2                    0 < a < A
 *     P'[g][A]   = P0[g][A-1] S[g][A] + P0[g][A] S[g][A+1] + M[g][A]/2
 *     births     = n sum_a f[a] (P0[female][a] + P'[female][a])/2    0 < a <= A
 *     P'[g][0]   = births share_g S[g][0] + M[g][0]/2
 *
 *   P  residents by sex g and age group a at the beginning, P' at the end of the step; A the open group
 *   M  net migrants in the step          S  survival: from birth, into a, within the open group
 *   n  length of the step, years         f  births a year per woman
 *   share: B/(1+B) of births are boys, 1/(1+B) girls
 *
 * Source: Preston, Heuveline and Guillot (2001), Demography, ch. 6; the tests repeat its Box 6.2.
 */
#ifndef MODELS_COHORT_H
#define MODELS_COHORT_H

#include "models/model.h"

struct cohort_step {
    size_t groups;               /* A + 1 */
    double years;                /* n */
    lanes *survival[SEXES];      /* [groups + 1] */
    lanes *migrants[SEXES];      /* [groups] */
    lanes *fertility;            /* [groups] */
    const double *boys_per_girl; /* [LANES] */
};

/* P and P' may not overlap. */
void cohort_step(lanes *next[SEXES], lanes births, lanes *const now[SEXES], const struct cohort_step *c);

#endif
