/* Targets on a chart: a mark for each, and the title that the tightest of them makes. */
#ifndef REPORT_CHART_TARGETS_H
#define REPORT_CHART_TARGETS_H

#include "report/chart_common.h"

/* How a chart speaks of its indicator. */
struct chart_subject {
    const char *key;        /* "gdp" */
    enum word name, amount; /* "GDP"; "{} yi yuan" */
    double amount_unit;     /* the indicator's unit in one of the amount's */
    int amount_decimals;
    enum word gap; /* "{}%", "{} points" */
    int gap_decimals;
    enum word label; /* of the mark: "target {}" */
    int label_decimals;
};

/* GDP in the unit that suits its size at the end: yi yuan, or trillions. */
struct chart_subject chart_gdp_subject(const struct chart_input *in, size_t series);

/* A mark for every target of home on that indicator that counts and whose wanted value is a number given by
 * the plan. */
void chart_add_target_marks(struct figure *f, const struct chart_subject *s);

/* The one with the worst margin among them; NULL where there is none. */
const struct judgement *chart_tightest_target(const struct chart_input *in, const char *key);

/* "In 2025 GDP reaches 5,724 yi yuan, 4.1% above target"; false where there is no target. `column` holds
 * the indicator. */
bool chart_title_by_target(struct figure *f, const struct chart_subject *s, size_t column);

/* The same where there is one; else how far the indicator has moved since the base year, or where it is. */
void chart_title_by_movement(struct figure *f, const struct chart_subject *s, size_t column);

/* The amount in words: "5,724 yi yuan". `value` in the indicator's unit. */
const char *chart_amount(struct figure *f, const struct chart_subject *s, double value);

#endif
