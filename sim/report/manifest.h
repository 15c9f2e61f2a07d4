/* The manifest of a command: what made the results beside it. Only it holds clock readings. */
#ifndef REPORT_MANIFEST_H
#define REPORT_MANIFEST_H

#include "base/output.h"
#include "scenario/scenario.h"

struct manifest {
    const char *command; /* "run" */
    int argc;
    char *const *argv;                      /* the command line */
    const struct scenario *const *scenario; /* [scenarios]; the first names the seed */
    size_t scenarios;
    double model_seconds, chart_seconds;
};

/* JSON of the manifest: program and library versions, command line, digests of inputs and outputs, seed,
 * time and memory. */
void manifest_print(struct text *json, const struct manifest *m, const struct output *o);

#endif
