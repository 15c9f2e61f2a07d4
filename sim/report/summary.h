/* The summary that a run prints: indicators by plan period, targets, steps, where the results are. */
#ifndef REPORT_SUMMARY_H
#define REPORT_SUMMARY_H

#include "analysis/consistency.h"
#include "analysis/precedent.h"

struct summary {
    const struct trajectory *trajectory;
    const struct judgements *judgements;
    const struct feasibles *feasibles;
    const char *title; /* in place of the scenario's own; NULL: that */
    const struct implieds *implied;
    enum language language;
    size_t width;     /* cells of the terminal; 100 off one */
    size_t ambiguous; /* cells of a character of ambiguous width: 1 or 2 */
    bool colour;
    const char *folder; /* of the results; NULL: no last line */
    const char *file;   /* the scenario's, for the hint at solve; NULL: no hint */
    size_t charts;
    double model_seconds, chart_seconds;
};

void summary_print(struct text *out, const struct summary *s);

/* The years shown: the base year, then the steps' ends; without steps every five years and the end */
#define MARKS 4

struct marks {
    size_t count;
    int year[MARKS];
};

struct marks summary_marks(const struct plan *p);
void summary_period(struct text *out, enum language language, int before, int year); /* "2021-25" */

/* Its parts */
void summary_heading(struct text *out, const struct summary *s);
void summary_ending(struct text *out, const struct summary *s); /* where the results are and how long it took */
void summary_indicators(struct text *out, const struct summary *s);
void summary_targets(struct text *out, const struct summary *s);
void summary_feasible(struct text *out, const struct summary *s);      /* nothing where no target is missed */
void summary_consistency(struct text *out, const struct summary *s);   /* what is not plausible */
void summary_contributions(struct text *out, const struct summary *s); /* nothing where home has no sectors */
void summary_steps(struct text *out, const struct summary *s);
void summary_ending(struct text *out, const struct summary *s); /* where the results are and how long it took */

#endif
