/* The summary that a run prints: indicators by plan period, targets, steps, where the results are. */
#ifndef REPORT_SUMMARY_H
#define REPORT_SUMMARY_H

#include "analysis/consistency.h"
#include "analysis/outturn.h"
#include "analysis/precedent.h"
#include "report/drawn.h"

struct summary {
    const struct trajectory *trajectory;
    const struct judgements *judgements;
    const struct feasibles *feasibles;
    const char *title; /* in place of the scenario's own; NULL: that */
    const struct implieds *implied;
    const struct drawn *drawn;       /* of an ensemble; NULL: none */
    const struct outturns *outturns; /* NULL: none */
    enum language language;
    size_t width;     /* cells of the terminal; 100 off one */
    bool on_page;     /* of a document: room for a decimal where a screen has none */
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
/* "三步走" of three, else plainly steps */
enum word summary_steps_word(const struct plan *p);

void summary_period(struct text *out, enum language language, int before, int year); /* "2021-25" */

/* Its tables as cells, for other forms of them: each initialises a table that the caller frees. The first row is the
 * head; parts of what stands above begin with blanks. */
struct table;
void summary_indicators_fill(struct table *table, const struct summary *s);
bool summary_contributions_fill(struct table *table,
                                const struct summary *s);                /* false: home has no sectors, no table */
bool summary_targets_fill(struct table *table, const struct summary *s); /* whether some are marked as not counted */
void summary_steps_fill(struct table *table, const struct summary *s);   /* without a head */
bool summary_feasible_any(const struct summary *s); /* whether there is something to say of what is missed */
void summary_feasible_fill(struct table *table, const struct summary *s);
void summary_records_fill(struct table *table, const struct summary *s);
void summary_feasible_notes(struct text *out, const struct summary *s); /* lines */

/* What targets imply together, and what of it is plausible: a line without an end each */
void implied_phrase(struct text *out, const struct summary *s, const struct implied *x);
void implied_pace_phrase(struct text *out, const struct summary *s, const struct implied *x);

/* Its parts */
void summary_heading(struct text *out, const struct summary *s);
void summary_ending(struct text *out, const struct summary *s); /* where the results are and how long it took */
void summary_indicators(struct text *out, const struct summary *s);
void summary_targets(struct text *out, const struct summary *s);
void summary_feasible(struct text *out, const struct summary *s);      /* nothing where no target is missed */
void summary_consistency(struct text *out, const struct summary *s);   /* what is not plausible */
void summary_contributions(struct text *out, const struct summary *s); /* nothing where home has no sectors */
void summary_steps(struct text *out, const struct summary *s);
#endif
