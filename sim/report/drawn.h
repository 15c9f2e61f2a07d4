/* What draws say of a scenario, as tables and charts show it. */
#ifndef REPORT_DRAWN_H
#define REPORT_DRAWN_H

#include "analysis/sources.h"
#include "analysis/yearly.h"
#include "base/words.h"

struct drawn {
    const struct ensemble *ensemble;
    const struct yearly *yearly;
    const struct sources *sources;
    size_t places;         /* of home among the cities at the horizon's end; 0: no ranks */
    const uint64_t *place; /* [places + 1]: draws in which home has that place, 1 is the first */
    uint64_t seed;
    const char *even; /* "lhs", "sobol": how settings are spread more evenly than by chance; NULL: they are not */
    const struct plan_target *given; /* NULL: all draws count */
    bool given_met;
};

/* NULL where there is none. */
const struct spread *drawn_spread(const struct drawn *d, size_t region, const char *key, int year);

/* "23%", "<1%", ">99%"; "-" where no draw counts */
void chance_phrase(struct text *out, double probability);
/* The same in a sentence: "为23%", "不到1%" */
void chance_in_words(struct text *out, double probability, enum language language);
/* Percentage points: "0.4", "0.03" */
void chance_error_phrase(struct text *out, const struct chance *c, enum language language);

#endif
