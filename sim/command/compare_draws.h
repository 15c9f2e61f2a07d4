/* The draws of `sanbu compare -n`: all scenarios with the same, in the order in which they are read. */
#ifndef COMMAND_COMPARE_DRAWS_H
#define COMMAND_COMPARE_DRAWS_H

#include "command/ensemble_ask.h"
#include "command/progress.h"
#include "report/together.h"

#define COMPARE_DRAWS_TAKES \
    (TAKES(OPTION_N) | TAKES(OPTION_SEED) | TAKES(OPTION_FIRST) | TAKES(OPTION_SAMPLING) | TAKES(OPTION_THREADS) \
     | TAKES(OPTION_MEMORY))

struct compare_draws {
    bool wanted; /* -n was given; nothing else is set where it was not */
    struct ensemble_ask ask;
    struct progress progress;
    struct paired paired;
    struct together together;
    struct manifest_draws manifest;
    double seconds;
};

/* What the command line says of draws; all mistakes are added to err. `base` gives the seed where no other does. */
enum status compare_draws_ask(struct compare_draws *d, const struct options *o, const struct job *base,
                              struct error *err);

/* Draws the jobs in that order, the base first; nothing where none are wanted. */
enum status compare_draws_run(struct compare_draws *d, const struct job *jobs, const size_t *order, size_t count,
                              const struct options *o, struct error *err);
void compare_draws_free(struct compare_draws *d); /* safe twice */

enum status compare_draws_write(const struct compare_draws *d, struct output *out, struct error *err);

#endif
