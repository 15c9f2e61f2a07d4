/* Why scenarios differ: the two that end furthest apart, and what of their settings makes the difference. */
#ifndef ANALYSIS_WHY_H
#define ANALYSIS_WHY_H

#include "analysis/compare.h"
#include "analysis/shapley.h"

#define WHY_PARTS 8 /* 256 runs of the model */

struct why {
    bool known;       /* false: no two scenarios of one structure differ, or a combination of settings cannot be run */
    size_t from, to;  /* scenarios, in the order given; from < to */
    size_t indicator; /* home's, in the last year of both: the modernization index, else GDP per head */
    int year;
    struct shapley shares;
};

void why_furthest(struct why *out, const struct compared *scenario, size_t count);
void why_free(struct why *w); /* safe twice */

#endif
