/* The plan's indicator table as `run` writes and shows it. */
#ifndef COMMAND_PLAN_FORMAT_H
#define COMMAND_PLAN_FORMAT_H

#include "base/output.h"
#include "command/job.h"
#include "report/summary.h"

/* --format summary|plan: refuses others, tells which. */
enum status plan_format_check(const struct options *o, struct error *err);
bool plan_format_wanted(const struct options *o);

/* Where the scenario has such a table: plan_table.csv and <scenario>_plan.xlsx, this in the run's language. */
enum status plan_format_write(struct output *out, const struct job *j, enum language language, struct error *err);

/* In place of the summary, with its last line */
void plan_format_show(struct text *out, const struct job *j, const struct summary *s);

#endif
