/* The manifest of a command: what made the results beside it. Only it holds clock readings. */
#ifndef REPORT_MANIFEST_H
#define REPORT_MANIFEST_H

#include <stdint.h>
#include "base/output.h"
#include "scenario/scenario.h"

/* The draws behind the results of an ensemble or of what rests on one */
struct manifest_draws {
    uint64_t seed, first, draws, accepted;
    const char *sampling, *given; /* "random"; "gdp_2025=missed" or NULL */
    unsigned threads;
    size_t memory;                  /* bytes for exact quantiles */
    const char *file, *file_sha256; /* in which draws are kept; NULL: none */
};

struct manifest {
    const char *command; /* "run" */
    int argc;
    char *const *argv;                      /* the command line */
    const struct scenario *const *scenario; /* [scenarios]; the first names the seed */
    size_t scenarios;
    double model_seconds, chart_seconds;
    const struct manifest_draws *draws; /* NULL: none */
    const struct scenario_input *theme; /* the files that say how charts look */
    size_t themes;
};

/* JSON of the manifest: program and library versions, command line, digests of inputs and outputs, seed,
 * time and memory. */
void manifest_print(struct text *json, const struct manifest *m, const struct output *o);

#endif
