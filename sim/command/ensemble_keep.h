/* What is kept of each draw: home's place at the horizon's end, which is counted, and, where a file is asked for, the
 * settings, the targets' margins and headline indicators at the steps' ends, which go there.
 */
#ifndef COMMAND_ENSEMBLE_KEEP_H
#define COMMAND_ENSEMBLE_KEEP_H

#include "command/ensemble_ask.h"
#include "report/draws_file.h"

struct ensemble_keep {
    size_t outputs;
    struct ensemble_output *output;
    size_t places; /* 0: no ranks, and the first output is the file's, else it is the place */
    uint64_t *place;
    struct draws_table table;
    struct draws_file *file; /* NULL: none */
    struct arena arena;
};

/* Opens the file, if any, and hands the outputs and the sink to ask->options. `drawn` is the plan that the ensemble will
 * run, whose first targets are those of the trajectory's. */
enum status keep_open(struct ensemble_keep *k, struct ensemble_ask *ask, const struct trajectory *t,
                      const struct plan *drawn, struct error *err);
void keep_close(struct ensemble_keep *k); /* safe twice; removes a file that was not put in its place */

#endif
