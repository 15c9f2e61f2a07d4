/* Several scenarios' targets side by side: which columns a matrix of them has. */
#ifndef REPORT_CHART_VERDICTS_H
#define REPORT_CHART_VERDICTS_H

#include "report/chart_compare.h"
#include "report/chart_steps.h"

/* A target of any of the scenarios, known by its key. */
struct verdict_column {
    const struct plan_target *target; /* of the first scenario that has it */
    const struct trajectory *trajectory;
    size_t step; /* of the base; PLAN_NONE */
};

/* Targets by step, then in the order of the plans; those without a step last. Returns how many. */
size_t verdict_columns(struct figure *f, const struct chart_scenarios *all, struct verdict_column **column);

/* NULL where the scenario has no such target. */
const struct judgement *verdict_of_target(const struct chart_input *in, const char *key);

/* scenario,steps_met,steps and then the columns of steps.csv, a row a scenario and target. */
void verdict_table(struct text *out, const struct chart_scenarios *all);

/* The finding: who meets most. */
const char *verdict_title(struct figure *f, const struct chart_scenarios *all);

#define MATRIX_LEFT PAGE_MARGIN
#define MATRIX_STEPS 14.0 /* points, for the steps' names */

/* The matrix as it is laid out, points */
struct matrix {
    const struct chart_scenarios *all;
    size_t columns;
    struct verdict_column *column;
    const char **heading; /* [columns] */
    double *x;            /* [columns] middles */
    double row;           /* height */
    double cell;          /* width */
    double right;         /* edge of the page */
    double names;         /* room for names */
    bool turned;          /* headings */
    double heads;         /* height of the headings */
};

/* Leaves out what a narrow page has no room for: targets that do not count, then those alike in all scenarios. */
void matrix_narrow(struct figure *f, struct matrix *m);

/* Fills x, cell and names; heading, turned and heads. */
void matrix_columns(struct figure *f, struct matrix *m);
void matrix_headings(struct figure *f, struct matrix *m);

/* The headings from `y` up; under it the names of the steps, or "Step 1", or "1", with a line under each. Targets of
 * no step have neither. */
void matrix_draw_headings(struct figure *f, const struct matrix *m, double y);
void matrix_draw_steps(struct figure *f, const struct matrix *m, double y);

#endif
