/* Result files that scripts read: ASCII CSV, a value a row, %.17g (output/README.md lists the files). */
#ifndef REPORT_RESULTS_H
#define REPORT_RESULTS_H

#include "analysis/precedent.h"

void results_trajectory(struct text *out, const struct trajectory *t);
void results_targets(struct text *out, const struct judgements *j, const struct feasibles *f,
                     const struct trajectory *t);
/* A row for each target and class that has a record of the kind, for each span of the record, then for all. */
void results_precedents(struct text *out, const struct feasibles *f, const struct trajectory *t);
void results_steps(struct text *out, const struct judgements *j);

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
