/* What is asked of an ensemble on the command line. */
#ifndef COMMAND_ENSEMBLE_ASK_H
#define COMMAND_ENSEMBLE_ASK_H

#include "command/job.h"

struct ensemble_ask {
    struct ensemble_options options; /* draws, seed, threads, ...: all but outputs, sink, progress and `given` */
    size_t target;                   /* of the scenario, that `given` names; PLAN_NONE */
    const char *sampling;            /* "random" */
    const char *given;               /* as written; NULL: none */
    const char *file;                /* that keeps draws; NULL: none */
};

#define ENSEMBLE_TAKES \
    (TAKES(OPTION_N) | TAKES(OPTION_SEED) | TAKES(OPTION_FIRST) | TAKES(OPTION_SAMPLING) | TAKES(OPTION_UNTIL) \
     | TAKES(OPTION_GIVEN) | TAKES(OPTION_THREADS) | TAKES(OPTION_MEMORY) | TAKES(OPTION_DRAWS))

/* All mistakes are added to err. Where no seed is given, the scenario's is taken, else one is chosen by chance. */
enum status ensemble_ask(struct ensemble_ask *ask, const struct options *o, const struct scenario *sc,
                         struct error *err);

/* The seed that is given, else the scenario's, else one chosen by chance. */
enum status ask_seed(uint64_t *seed, const struct options *o, const struct scenario *sc, struct error *err);

#endif
