/* Facts of sentences, taken from results. */
#ifndef REPORT_REPORT_FACTS_H
#define REPORT_REPORT_FACTS_H

#include "report/report.h"
#include "report/report_sentences.h"

/* What an indicator is called inside a sentence: "GDP at current prices" */
void subject_phrase(struct text *out, const struct trajectory *t, const struct plan_target *g, enum language language);
void subject_of_indicator(struct text *out, const struct trajectory *t, size_t indicator, enum language language);

/* The target's sentence */
void say_target(struct text *out, const struct report *r, const struct judgement *j);

/* The first counted target on that indicator of home itself, the latest year; NULL: none */
const struct judgement *target_on(const struct report *r, const char *indicator);

/* "modernization index at least 95" */
const char *target_as_wanted(struct arena *a, const struct report *r, const struct judgement *j);

/* Facts that refer to `arena`'s texts */
struct step_fact step_facts(struct arena *a, const struct report *r, size_t step);
struct precedent_fact precedent_facts(struct arena *a, const struct report *r, const struct feasible *f);
bool scenario_facts(struct scenario_fact *out, struct arena *a, const struct report *r);
bool range_facts(struct range_fact *out, struct arena *a, const struct report *r);

#endif
