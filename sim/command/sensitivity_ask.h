/* What is asked of `sensitivity`: the output, the methods, the step, from the command line. */
#ifndef COMMAND_SENSITIVITY_ASK_H
#define COMMAND_SENSITIVITY_ASK_H

#include "analysis/ensemble.h"
#include "command/command.h"
#include "command/job.h"

enum method { METHOD_SOBOL, METHOD_MORRIS, METHOD_TORNADO, METHOD_BOXES, METHODS };

struct sensitivity_ask {
    struct ensemble_output of;
    double planned;       /* of the output */
    bool wanted[METHODS]; /* all that can be used, or the one that is named */
    size_t step;          /* PLAN_NONE: all */
    size_t rows;          /* of Sobol's design */
    uint64_t seed;
    size_t threads;
};

/* All mistakes in one go. */
enum status sensitivity_ask(struct sensitivity_ask *a, const struct options *o, const struct job *j, struct error *err);

#endif
