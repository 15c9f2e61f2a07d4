/* Feasibility of targets: the growth that each needs, and the part of a reference class that sustained as much.
 *
 * What a target wants in its year is put as a level of the class's indicator, everything else as projected: GDP at
 * current prices as GDP per head at base-year prices by the projected prices and population, an index by GDP per
 * head alone. The growth to it, less the nation's as projected, is held against the class's growth, less the
 * nation's then, over spans of as many years T. Where there are only spans of S years, the share is that of a normal
 * with their mean and their variance times (S/T)^0.7: growth persists less the longer the span.
 */
#ifndef ANALYSIS_PRECEDENT_H
#define ANALYSIS_PRECEDENT_H

#include "analysis/target.h"

enum feasibility { NO_PRECEDENT_KNOWN, WITHOUT_PRECEDENT, STRETCH, WITHIN_REACH, ON_TRACK };

/* One target against one class. A year: percent of amounts, points, places gained. */
struct precedent {
    const struct plan_class *class;
    double needed, nation, excess; /* excess = needed - nation */
    int years, span;               /* T, S */
    size_t records, reached;       /* of spans of S years; those that sustained as much */
    double mean, sd;               /* of the records; sd NaN for fewer than two */
    bool normal;                   /* S is not T: the share is a normal's */
    double share;                  /* percent */
};

struct feasible {
    const struct judgement *judgement;
    enum feasibility class;      /* ON_TRACK: met, within tolerance included; else by the first precedent's share */
    size_t precedents;           /* 0: no class has a record of anything like it */
    struct precedent *precedent; /* the class of the nearest indicator first */
    bool by_head;                /* put as GDP per head, the rest of an index as projected */
};

struct feasibles {
    size_t targets;
    struct feasible *target; /* in the plan's order */
};

/* A record of a precedent's class */
struct record_found {
    const struct plan_span *span;
    const struct plan_member *member;
};

void feasibles_assess(struct feasibles *out, const struct judgements *j, const struct trajectory *t);
void feasibles_free(struct feasibles *f); /* safe twice */

/* The records of S years nearest to what is needed, nearest first; returns how many, at most `most`. */
size_t precedent_nearest(struct record_found *out, size_t most, const struct precedent *p);

#endif
