/* What is said of why scenarios differ: names of groups of settings, the block of `compare`, its table. */
#ifndef REPORT_WHY_H
#define REPORT_WHY_H

#include "analysis/why.h"
#include "report/comparison.h"

/* Of the beginning of keys: "liquor", "investment and productivity", "China: liquor"; of one setting
 * "liquor: its own price growth on top"; what belongs to home without its name */
void why_part_phrase(struct text *out, const struct plan *p, const char *key, enum language language);

/* The parts by size, the rest last: their numbers in order[SHAPLEY_GROUPS] */
void why_order(size_t *order, const struct shapley *s);

/* Of what is known: the line above the parts, the parts as cells (a table that the caller frees), both for a terminal */
void why_title(struct text *out, const struct comparison *c, const struct why *w);
void why_fill(struct table *table, const struct comparison *c, const struct why *w);
void comparison_why(struct text *out, const struct comparison *c, const struct why *w);

/* part,settings,difference: of the parts; with base and variant as the first and last rows */
void why_table(struct text *out, const struct why *w, const struct compared *scenario);

#endif
