/* Sentences of the report: templates that numbers choose and fill.
 *
 * Each says what, how much, against what, by when. The cases are by sign, by count and by "no such year"; words follow the
 * rounded numbers, so that what is shown as equal is not called higher. The facts are plain, so that each case can be tried.
 */
#ifndef REPORT_REPORT_SENTENCES_H
#define REPORT_REPORT_SENTENCES_H

#include "analysis/precedent.h"
#include "base/words.h"

/* "5560.3亿元", "62.12%", "rank 61"; ranks have no decimals, and points their own word */
void amount_phrase(struct text *out, double x, enum unit unit, int decimals, enum language language);
/* "3", "三" */
void ordinal_phrase(struct text *out, size_t n, enum language language);
/* A difference without its sign: "1.20个百分点", "3 places" */
void distance_phrase(struct text *out, double x, enum unit unit, int decimals, enum language language);

/* Where a projection stands beside what is wanted */
struct target_fact {
    const char *region, *subject; /* "Zunyi", "GDP, current prices" */
    int year;
    enum unit unit;
    int decimals;
    double projected, reference; /* what it is held beside: the wanted value, or the earlier year's */
    bool in_percent;             /* the distance is told in percent of the reference */
    bool rank;
    const char *wanted; /* "5500亿元左右"; NULL: beside an earlier year */
    int reference_year; /* where wanted is NULL */
    enum verdict verdict;
    const char *prices; /* the other reading of an amount of money, "2020年价格"; NULL: none */
    double at_prices;
};
void sentence_target(struct text *out, const struct target_fact *f, enum language language);

/* A ratio to the nation over the years: from, to, and the year of crossing 100 */
struct relative_fact {
    const char *nation;
    int start, end;
    double first, last; /* percent */
    int passes;         /* first year above 100 after the start; 0: none */
};
void sentence_relative(struct text *out, const struct relative_fact *f, enum language language);

/* A step: how many targets, met, within tolerance, and the one furthest off */
struct step_fact {
    size_t number; /* 1 is the first */
    const char *title;
    size_t targets, met, within;
    const char *furthest, *projected, *wanted; /* "GDP rank among cities", "rank 61", "top 50" */
};
void sentence_step(struct text *out, const struct step_fact *f, enum language language);
/* Its counts alone, where the step is named beside them */
void sentence_step_counts(struct text *out, const struct step_fact *f, enum language language);

/* One scenario beside the base: what an indicator gains or loses, and the largest parts of that */
#define CAUSES 2
struct scenario_fact {
    const char *base, *other, *subject;
    int year;
    enum unit unit;
    int decimals;
    double difference;
    size_t causes;
    const char *cause[CAUSES];
    double part[CAUSES];
};
void sentence_scenario(struct text *out, const struct scenario_fact *f, enum language language);

/* Several scenarios: the highest and the lowest, and how many meet all steps */
struct range_fact {
    size_t scenarios, steps, meeting; /* of them, that meet all steps */
    const char *subject, *highest, *lowest;
    int year;
    enum unit unit;
    int decimals;
    double high, low;
    bool less_is_better; /* the best is the lowest, as with ranks */
};
void sentence_range(struct text *out, const struct range_fact *f, enum language language);

/* Of steps, one after another: probability and standard error are shares of 1 */
struct chance_fact {
    size_t number;
    double probability, error;
};
void sentence_chances(struct text *out, size_t draws, const struct chance_fact *f, size_t steps,
                      enum language language);

/* What a target needs, and who has done as much */
struct precedent_fact {
    const char *subject, *class;
    const char *measure; /* what grows so, where that is not the subject itself; NULL: it is */
    const char *nation;
    int from, year;
    enum unit unit; /* of the pace: percent, points or places a year */
    double needed;  /* a year */
    double excess;  /* over the nation's; NaN where the class is not held beside it */
    size_t records, reached;
    bool normal;  /* the share is a normal's */
    double share; /* percent */
    enum feasibility verdict;
};
void sentence_precedent(struct text *out, const struct precedent_fact *f, enum language language);

#endif
