/* Phrases: what a region, a target or a verdict is called in tables for people. */
#ifndef REPORT_PHRASE_H
#define REPORT_PHRASE_H

#include "analysis/target.h"

/* The name of a region, sector or step in the language; the English one where there is no Chinese. */
const char *name_in(enum language language, const char *english, const char *chinese);

/* A target's indicator: "GDP, yi yuan", "China: Urban share, %", "GDP, yi yuan, a year from 2020" */
void target_phrase(struct text *out, const struct trajectory *t, const struct plan_target *g, enum language language);

/* "+ met", "~ within tolerance", "x missed" */
void verdict_phrase(struct text *out, enum verdict v, enum language language);

#endif
