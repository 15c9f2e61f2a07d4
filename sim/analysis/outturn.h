/* Outturns beside a projection: how far off it was, and how far along the targets are (docs/model.md, outturns). */
#ifndef ANALYSIS_OUTTURN_H
#define ANALYSIS_OUTTURN_H

#include "analysis/target.h"

struct deviation {
    size_t series; /* of the trajectory */
    int year;
    double projected, actual; /* in the indicator's unit */
};

struct outturns {
    const struct trajectory *projected;
    struct trajectory actual; /* the base year as projected, then what came in and what follows from it; else NaN */
    int last;                 /* year with an outturn; 0: none */
    size_t deviations;        /* series by series, years rising */
    struct deviation *deviation;
};

/* Where a target stands, halfway: by classes that evaluators of plans use */
enum midterm {
    MIDTERM_UNKNOWN,
    MIDTERM_BEHIND,   /* progress more than MIDTERM_POINTS behind time */
    MIDTERM_EXPECTED, /* within MIDTERM_POINTS of it; of what is only to be held: held */
    MIDTERM_FASTER,   /* ahead of time by MIDTERM_POINTS and more */
    MIDTERM_EARLY     /* the relation holds before the target's year, tolerance aside */
};
#define MIDTERM_POINTS 5.0 /* of a hundred; our choice, as evaluators publish none */

struct standing {
    double actual; /* what the target judges; NaN where it did not come in */
    double made;   /* (actual - base)/(target - base), percent; NaN where base and target are the same, or held */
    double gone;   /* years gone of those from base to target, percent */
    enum midterm class;
};

/* `observed` are a scenario's outturns; `out` refers to the trajectory. */
void outturns_compare(struct outturns *out, const struct trajectory *t, const struct observed *observed, size_t count);
void outturns_free(struct outturns *o); /* safe twice */

/* The target's figures of `year`, against what is wanted in its own */
struct standing outturn_standing(const struct outturns *o, const struct judgement *j, int year);

/* The last year up to `until` in which some outturn is of what a target judges; 0: none */
int outturn_year(const struct outturns *o, const struct judgement *j, int until);

#endif
