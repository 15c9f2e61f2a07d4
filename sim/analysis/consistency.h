/* Whether the targets fit together: what two of them, or one and the projection, imply of a third quantity.
 *
 *     residents   = GDP / GDP per head                    growth a year from the base year's
 *     movers      = (u - u(t0)) residents / years         percent of the base year's rural residents
 *     rest        = GDP - value added of the sectors that have a target;  where all have one, their sum
 *     inflow      = investment - saving                   percent of GDP, at the end of each step
 *     need        = a sector's output, all growing alike to a wanted GDP, or its own target    percent of its capacity
 *
 * Each row of `identities` knows how to find its cases; a case outside the scenario's plausible range is one to be
 * pointed out.
 */
#ifndef ANALYSIS_CONSISTENCY_H
#define ANALYSIS_CONSISTENCY_H

#include "analysis/target.h"

enum identity {
    IMPLIES_RESIDENTS,
    IMPLIES_MOVERS,
    IMPLIES_REST,
    IMPLIES_SUM,
    IMPLIES_INFLOW,
    IMPLIES_CAPACITY,
    IDENTITIES
};

/* "residents", "movers", ...: as consistency.csv has them */
extern const char *const identity_name[IDENTITIES];

struct implied {
    enum identity identity;
    const struct judgement *first, *second; /* the targets that imply it; NULL: none, one alone */
    double first_level, second_level;       /* what they want, of their own indicators in `year` */
    size_t region, sector;                  /* sector PLAN_NONE: none */
    int year;
    double value;     /* implied: residents and movers a year in wan, the rest in yi yuan */
    double beside;    /* what it is held beside: base year's residents, projected residents, GDP, capacity */
    double pace;      /* percent, see above */
    double low, high; /* plausible, of pace; the capacity's low is -infinity */
    bool plausible;
};

struct implieds {
    size_t count, room;
    struct implied *at;
};

void consistency_find(struct implieds *out, const struct judgements *j, const struct trajectory *t);
void implieds_free(struct implieds *i); /* safe twice */

#endif
