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

/* The parts are the file's sections, at most WHY_PARTS; with `causes` the settings whose keys begin with each, and the
 * rest. A cause that fits no setting of the first scenario, or more than can be told apart, fails with FAILED_INPUT. */
enum status why_causes_check(const struct compared *scenario, const char *const *causes, size_t number,
                             struct error *err);
void why_furthest(struct why *out, const struct compared *scenario, size_t count, const char *const *causes,
                  size_t number);
void why_free(struct why *w); /* safe twice */

#endif
