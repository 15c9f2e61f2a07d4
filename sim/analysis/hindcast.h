/* Judging projections of the past: how far a projection was off, how well its draws told the outcome, and what the
 * rivals that a planner would use had said of the same years.
 *
 * CRPS of draws x_1..x_n and outcome y:  mean |x_i - y|  -  1/2 mean |x_i - x_j|, in y's unit; 0 is perfect, and of a
 * single draw it is the absolute error. Source: Gneiting and Raftery (2007), Strictly Proper Scoring Rules, JASA 102.
 */
#ifndef ANALYSIS_HINDCAST_H
#define ANALYSIS_HINDCAST_H

#include <stdbool.h>
#include <stddef.h>

/* `sorted`: draws, rising. NaN without draws. */
double hindcast_crps(const double *sorted, size_t draws, double outcome);

/* Whether the outcome lies in the middle `percent` of the draws (rising; type 7 quantiles), ends included */
bool hindcast_covers(const double *sorted, size_t draws, double percent, double outcome);

/* What would have been projected of a level by growth alone, of a share by its change */
enum rival {
    RIVAL_LAST,   /* growth of the origin's year goes on */
    RIVAL_MEAN,   /* mean growth of the five years before, or of as many as there are */
    RIVAL_PLAN,   /* the plan's own growth */
    RIVAL_NATION, /* mean growth of the nation, of the same years as RIVAL_MEAN */
    RIVALS
};

/* A level's record up to the origin, years rising to it, and what rivals need beside it */
struct rival_record {
    size_t years;
    const double *level;  /* [years], the last the origin's */
    bool points;          /* a share, which changes by points; else a level that grows */
    double plan;          /* growth a year, percent, or points; NaN: no plan */
    const double *nation; /* [years] the nation's level; NULL: not known */
};

/* The level `horizon` years after the origin; NaN where the rival has nothing to go by. */
double rival_level(enum rival which, const struct rival_record *r, size_t horizon);

#endif
