/* Result files that scripts read: ASCII CSV, a value a row, %.17g (output/README.md lists the files). */
#ifndef REPORT_RESULTS_H
#define REPORT_RESULTS_H

#include "analysis/compare.h"
#include "analysis/consistency.h"
#include "analysis/precedent.h"

void results_trajectory(struct text *out, const struct trajectory *t);
void results_targets(struct text *out, const struct judgements *j, const struct feasibles *f,
                     const struct trajectory *t);
/* A row for each target and class that has a record of the kind, for each span of the record, then for all. */
void results_precedents(struct text *out, const struct feasibles *f, const struct trajectory *t);
void results_steps(struct text *out, const struct judgements *j);
/* What targets imply of a third quantity, plausible or not. */
void results_consistency(struct text *out, const struct implieds *i, const struct trajectory *t);
/* Growth a year of each region with sectors in each plan period, by its sources. */
void results_contributions(struct text *out, const struct trajectory *t);

/* Rows without the header, for several scenarios in one table; `scenario` is the first field, NULL: none. */
#define TARGETS_HEADER \
    "target,step,region,indicator,year,relation,wanted,tolerance,projected,margin,margin_percent,verdict,first_year," \
    "required_growth,feasibility,precedent_class,precedent_indicator,precedent_needed,precedent_nation," \
    "precedent_years,precedent_span,precedent_share"
#define STEPS_HEADER "step,from,to,targets,met,verdict,binding"
void results_target_rows(struct text *out, const char *scenario, const struct judgements *j, const struct feasibles *f,
                         const struct trajectory *t);
void results_step_rows(struct text *out, const char *scenario, const struct judgements *j);

/* Several scenarios in one table each; the first is the base. A difference is empty where the base has no value. */
void results_differences(struct text *out, const struct compared *scenario, size_t count);
void results_targets_of(struct text *out, const struct compared *scenario, size_t count);
void results_steps_of(struct text *out, const struct compared *scenario, size_t count);

/* IAMC wide format: model, scenario, region, variable, unit, then a column a year. */
void results_iamc(struct text *out, const struct trajectory *t);

/* "met", "within tolerance", "missed" */
const char *verdict_name(enum verdict v);
const char *relation_name(enum relation r);
const char *feasibility_name(enum feasibility f); /* "within reach"; "" where nothing is known */

/* A text as a CSV field, in quotes where it needs them. */
void csv_add_field(struct text *out, const char *field);
/* A number that reads back exactly; nothing where there is none. Never "-0". */
void csv_add_number(struct text *out, double x);

#endif
