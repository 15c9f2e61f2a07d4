/* What several charts share: names of regions, periods, verbs, targets, the sentences below. */
#ifndef REPORT_CHART_COMMON_H
#define REPORT_CHART_COMMON_H

#include "report/chart_figure.h"

#define PERIODS_MAX 8

/* A stretch of years that a chart sums up: a step, or five years where the plan has none. What follows the
 * last step is one period more. */
struct chart_period {
    int from, to; /* calendar years, inclusive, within the horizon */
};

size_t chart_periods(const struct plan *p, struct chart_period period[PERIODS_MAX]);

const char *chart_region_name(const struct chart_input *in, size_t region);
/* The benchmark for titles: its name where that is short. */
const char *chart_benchmark_name(struct figure *f);
bool chart_has_benchmark(const struct chart_input *in); /* one that is not home itself */

const char *chart_word(const struct figure *f, enum word word); /* without arguments */
/* The name with the verb that fits the way from the base year: "GDP reaches", "GDP falls to", "GDP is". */
const char *chart_with_verb(struct figure *f, enum word name, size_t column, int year, int decimals);

/* Where a cut axis begins: the largest multiple of `step` below every value in the columns. */
double chart_low(const struct figure *f, double step);

/* Growth a year between two years, percent; NaN where there is none. */
double chart_growth(const struct figure *f, size_t column, int from, int to);

/* Lines of home and of the benchmark from their columns, with their histories as dots; `nation` may be PLAN_NONE. */
void chart_home_and_nation(struct figure *f, const char *key, size_t home, size_t nation);

/* "Zunyi: GDP, {unit}, at {rest} prices"; a long name of home gives way to what the word says. */
void chart_subtitle(struct figure *f, enum word word, const char *unit, const char *rest);

/* The scenario, the meaning of dots and the source; the alternative text: where a chart has not said them itself.
 * When title and subtitle are set. */
void chart_finish(struct figure *f);

/* "较2020年" before a change, as Chinese says it; "" in English, where the axis does */
const char *chart_since(struct figure *f);

#endif
