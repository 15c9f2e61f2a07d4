/* What scenarios that are drawn together (sanbu compare -n) say, as tables and charts show it. */
#ifndef REPORT_TOGETHER_H
#define REPORT_TOGETHER_H

#include "analysis/paired.h"
#include "base/memory.h"
#include "base/words.h"

struct together {
    const struct paired *paired; /* the base first, the others in the order of reading */
    uint64_t seed;
    const char *even;             /* "lhs", "sobol"; NULL: random draws */
    struct paired_shared *shared; /* [paired->count]; of the base: nothing */
    const char **chart;           /* [paired->count]: "difference_industry", of each but the base */
    struct arena arena;
};

struct together together_of(const struct paired *p, uint64_t seed);
void together_free(struct together *t); /* safe twice; leaves the draws */

/* A step that no target counts for is neither met nor missed. */
bool together_step_judged(const struct plan *p, size_t step);

/* The scenario's target or step of that key of the base's; NULL where it has none. */
const struct paired_chance *together_target(const struct paired *p, size_t scenario, const char *key);
const struct paired_chance *together_step(const struct paired *p, size_t scenario, const char *key);

/* Files that scripts read */
void results_probabilities_of(struct text *out, const struct paired *p);
void results_difference_quantiles(struct text *out, const struct paired *p);

#endif
