/* Phrases: what a region, a target or a verdict is called in tables for people. */
#ifndef REPORT_PHRASE_H
#define REPORT_PHRASE_H

#include "analysis/target.h"

/* The name of a region, sector or step in the language; the English one where there is no Chinese. */
const char *name_in(enum language language, const char *english, const char *chinese);

/* The word for a unit; "" for an index, whose name says it. */
const char *unit_in(enum language language, enum unit unit);

/* What a series of home is called, its unit included. */
void series_phrase(struct text *out, const struct trajectory *t, size_t series, enum language language);

/* The indicator of a series, without region and unit */
void series_name(struct text *out, const struct trajectory *t, size_t series, enum language language);

/* A target's indicator: "GDP, yi yuan", "China: Urban share, %", "GDP, yi yuan, a year from 2020" */
void target_phrase(struct text *out, const struct trajectory *t, const struct plan_target *g, enum language language);

/* The name that the scenario gives it, else the phrase */
void target_name(struct text *out, const struct trajectory *t, const struct plan_target *g, enum language language);

/* The same without a unit, for sentences */
void target_subject(struct text *out, const struct trajectory *t, const struct plan_target *g, enum language language);

/* Judged, but no part of the step it stands in */
bool target_is_aside(const struct plan_target *g);

/* Decimals of the judged value: the indicator's own; one for averages and ratios. */
int target_decimals(const struct plan_target *g);

/* Judged is a rank itself, not its change or distance */
bool target_is_rank(const struct plan_target *g);

/* The phrase for what is wanted and the number that fills it */
#define WANTED_YEAR (-1) /* in place of decimals: the number is a year */
enum word wanted_word(const struct judgement *j, double *number, int *decimals);

/* "about 5,500", "up on 2020", "top 50" */
void wanted_phrase(struct text *out, const struct judgement *j, enum language language);

/* The value judged: "5,560.3", a rank as 第61位 in Chinese */
void projected_phrase(struct text *out, const struct judgement *j, enum language language);

/* "+4.1%", "-0.86", "-11 pl": amounts by percent of what is wanted, ranks in places, the others in points. */
void margin_phrase(struct text *out, const struct judgement *j, enum language language);

/* "+", "~", "x" */
const char *verdict_mark(enum verdict v);
/* "+ met", "~ within tolerance", "x missed" */
void verdict_phrase(struct text *out, enum verdict v, enum language language);

#endif
