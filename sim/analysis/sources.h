/* What the choice of data source does alone: the variance that the discrete entries of `uncertain` make when all else
 * stays as planned, beside that of all draws. */
#ifndef ANALYSIS_SOURCES_H
#define ANALYSIS_SOURCES_H

#include "analysis/ensemble.h"

#define SOURCES_DRAWS 1024 /* of Sobol's sequence, which has each choice as often as its weight asks, pairs nearly so */

struct source_share {
    size_t series; /* of the ensemble */
    int year;
    double sd, alone; /* of all draws, of the choices alone; in the indicator's unit */
    double percent;   /* of the variance; NaN where nothing varies */
};

struct sources {
    size_t choices; /* discrete entries; 0: nothing was asked */
    uint64_t draws; /* of the choices alone */
    size_t count;   /* home's headline indicators in each year, after the base year */
    struct source_share *share;
};

/* `all` is what the options gave. Their sampling, sink, progress and condition are left
 * aside. */
enum status sources_run(struct sources *s, const struct ensemble *all, const struct ensemble_options *o,
                        struct error *err);
void sources_free(struct sources *s); /* safe twice */

/* NULL where there is none. */
const struct source_share *sources_find(const struct sources *s, const struct ensemble *e, const char *key, int year);

#endif
