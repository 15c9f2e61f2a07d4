/* What it would take, for a report: each missed target of a job solved by the levers that its scenario lists. */
#ifndef COMMAND_REPORT_SOLVES_H
#define COMMAND_REPORT_SOLVES_H

#include "command/job.h"
#include "report/report_levers.h"

/* A solve that does not converge is told and kept as such: FAILED_WORK, the others being there. solves_free in any case.
 * INTERRUPTED where the user stopped it. */
enum status solves_work_out(struct lever_answers *out, const struct job *job, struct error *err);
void solves_free(struct lever_answers *s); /* safe twice */

#endif
