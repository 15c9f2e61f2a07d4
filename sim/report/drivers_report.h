/* What drives an answer, as people and programs read it: the table, the sentences, the files; chart_drivers.h draws it. */
#ifndef REPORT_DRIVERS_REPORT_H
#define REPORT_DRIVERS_REPORT_H

#include "analysis/discovery.h"
#include "analysis/drivers.h"
#include "analysis/target.h"

/* The question and what each method found; NULL for a method that was not asked or could not be used. */
struct drivers_report {
    const struct trajectory *trajectory; /* as planned */
    const struct judgements *judgements;
    struct ensemble_output of;
    double planned; /* the output as planned */
    const struct sobol_index *sobol;
    const struct morris_effect *morris;
    const struct tornado_bar *tornado;
    const struct discovery *discovery;
    size_t *order; /* [uncertains]: the most important first, see drivers_order */
    uint64_t runs;
    size_t rows; /* of Sobol's design */
    uint64_t seed;
    double seconds;

    enum language language;
    size_t width, ambiguous; /* cells of the terminal, of a character of ambiguous width */
    const char *folder;      /* of the results */
    size_t charts;
    double chart_seconds;
};

/* By the best of what was found: Sobol's total index, the length of the tornado's bar, Morris's mean effect. */
void drivers_order(struct drivers_report *r);

void drivers_print(struct text *out, const struct drivers_report *r);
void drivers_print_boxes(struct text *out, const struct drivers_report *r); /* a part of it */

/* Result files; rows in the order above. */
void drivers_sobol_csv(struct text *out, const struct drivers_report *r);
void drivers_morris_csv(struct text *out, const struct drivers_report *r);
void drivers_tornado_csv(struct text *out, const struct drivers_report *r);
void drivers_boxes_csv(struct text *out, const struct drivers_report *r);

#endif
