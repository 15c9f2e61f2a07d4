/* Drivers: which uncertain settings move an output, asked of an ensemble's core by designs of its own.
 *
 * An output is an indicator of a region in a year, or a target's margin. The inputs are the plan's uncertain settings,
 * in their order, each over its own distribution; shocks stay at rest. Sobol and Morris take inputs as independent, so
 * a plan with correlations is refused, naming one.
 */
#ifndef ANALYSIS_DRIVERS_H
#define ANALYSIS_DRIVERS_H

#include "analysis/ensemble.h"
#include "analysis/morris.h"
#include "analysis/prim.h"
#include "analysis/sobol.h"

#define DRIVERS_RESAMPLES 200 /* for Sobol's intervals */
#define MORRIS_LEVELS 4

struct drivers_question {
    const struct plan *plan;
    struct ensemble_output of;
    uint64_t seed;
    unsigned threads;
    bool (*progress)(void *arg, uint64_t done); /* as ensemble_options has it; may be NULL */
    void *progress_arg;
};

/* `rows` (rounded up to whole blocks of lanes) times uncertains + 2 runs; out[plan->uncertains]. Uniforms are
 * scrambled Sobol numbers. */
enum status drivers_sobol(struct sobol_index *out, uint64_t *runs, const struct drivers_question *q, size_t rows,
                          struct error *err);

/* `trajectories` times uncertains + 1 runs. The grid's points are the quantiles at 1/8, 3/8, 5/8 and 7/8 of each
 * setting's distribution, so that unbounded ones can take part. */
enum status drivers_morris(struct morris_effect *out, uint64_t *runs, const struct drivers_question *q,
                           size_t trajectories, struct error *err);

/* One setting at a time at its 5 % and 95 % quantile, the others as planned. */
struct tornado_bar {
    double low, high;                 /* the output */
    double low_setting, high_setting; /* the drawn amounts, in the file's unit */
};
enum status drivers_tornado(struct tornado_bar *out, double *planned, const struct drivers_question *q,
                            struct error *err);

#endif
