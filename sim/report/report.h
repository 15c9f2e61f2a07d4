/* The report: one document made of a run's results. First what can be read alone (findings, ladder, targets, the plan's
 * table), then the evidence, part by part.
 *
 *     results -> sentences, tables, charts' svg -> parts of a page -> report.html
 *                                               -> the same with pictures beside it -> a converter -> .docx, .pdf
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "analysis/ensemble.h"
#include "report/chart.h"
#include "report/comparison.h"
#include "report/page.h"
#include "report/report_levers.h"
#include "scenario/scenario.h"

struct report {
    struct comparison all;               /* the base's summary first; every scenario; why the furthest differ */
    const struct scenario *base;         /* as it was read */
    const struct scenario *const *input; /* [all.count], in the order given */
    const struct chart_report *charts;   /* [chart_reports] */
    const struct chart_report *slides;   /* the same, for slides; NULL: those */
    size_t chart_reports;
    const char *staging;                /* the folder in which the charts now stand */
    const struct ensemble *ensemble;    /* NULL: no draws, and no word about chances */
    const struct lever_answers *levers; /* what the base's missed targets would take */
    const char *seed;
    const char *stamp; /* NULL: none */
    int argc;
    char *const *argv;
};

void report_html(struct text *out, const struct report *r, enum page_form form);
/* One finding a slide: a heading, a picture or a list, a source */
void report_slides(struct text *out, const struct report *r);

/* Its parts */
extern const char report_style[]; /* the style sheet */
void report_title(struct text *out, const struct report *r);
void report_subtitle(struct text *out, const struct report *r);
void report_findings(struct text *out, const struct report *r); /* at most FINDINGS sentences, a line each */
#define FINDINGS 5
void report_part_findings(struct page *p, const struct report *r);
void report_part_plan(struct page *p, const struct report *r);
void report_part_indicators(struct page *p, const struct report *r);
void report_part_scenarios(struct page *p, const struct report *r);
void report_part_feasibility(struct page *p, const struct report *r);
struct plan_table;
void report_plan_table(struct page *p, const struct plan_table *plan); /* of the part on the plan */
void report_levers(struct page *p, const struct report *r);            /* of the part on feasibility */
void report_part_uncertainty(struct page *p, const struct report *r);
void report_part_assumptions(struct page *p, const struct report *r);
void report_part_method(struct page *p, const struct report *r);
void report_part_provenance(struct page *p, const struct report *r);

/* A sentence about one step; "" where it has no number among them */
void report_step_sentence(struct text *out, const struct report *r, size_t step);
/* The chart's figure, where it was drawn */
void report_chart(struct page *p, const struct report *r, const char *name);
const struct chart_done *report_chart_find(const struct report *r, const char *name); /* NULL: not drawn */
/* The words with their holes filled */
void report_fill(struct text *out, const struct report *r, enum word w, const char *a, const char *b, const char *c,
                 const char *d);
const char *report_region(const struct report *r, size_t region); /* its name */

#endif
