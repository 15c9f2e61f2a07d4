/* An ensemble: many draws of a plan, and what they say: quantiles of each quantity, chances of targets and steps.
 *
 * Draws are run in chunks by several threads, each with a world of its own; chunks are counted in order, so that the
 * answer is the same, byte for byte, for any number of threads. Probabilities are exact counts. Quantiles are exact to
 * single precision for kept quantities while those fit `memory`, else from histograms whose width is told.
 *
 *     struct ensemble e = { 0 };
 *     struct ensemble_options o = { .seed = 1, .draws = 100000, .threads = 2, .memory = 512u << 20 };
 *     enum status rc = ensemble_run(&e, &plan, &o, &err);
 *     ... e.series[i], ensemble_spread(&e, i, t), e.target[k].probability ...
 *     ensemble_free(&e);
 */
#ifndef ANALYSIS_ENSEMBLE_H
#define ANALYSIS_ENSEMBLE_H

#include "analysis/draws.h"
#include "engine/run.h"

#define ENSEMBLE_LEVELS 5
extern const double ensemble_level[ENSEMBLE_LEVELS]; /* 0.05, 0.25, 0.5, 0.75, 0.95 */

#define ENSEMBLE_CHUNK 1024 /* draws that are counted together */
#define ENSEMBLE_THREADS 64

/* One value of a draw to keep for the sink: of `year`, or a target's margin */
struct ensemble_output {
    size_t region, indicator, sector; /* sector PLAN_NONE: of the whole region */
    int year;
    const struct plan_target *target; /* not NULL: its margin (positive is good); the rest is then unused */
};

/* Draws as they go to the sink, in order. Rows are `stride` doubles long, column by column of draws. */
struct ensemble_kept {
    uint64_t first; /* draw of column 0 */
    size_t count, stride;
    const bool *accepted;  /* [count]; all true without `given` */
    const double *setting; /* [plan->uncertains]: the drawn amount in the file's unit (a lognormal's factor) */
    const double *output;  /* [outputs] */
    const bool *met;       /* [targets], within tolerance counts */
};

struct ensemble_options {
    uint64_t seed, first, draws; /* draws first, first + 1, ... */
    enum sampling sampling;
    uint64_t total;   /* of the whole sample, for LHS; 0: first + draws */
    unsigned threads; /* 0: one; at most ENSEMBLE_THREADS */
    size_t memory;    /* bytes for values that are kept for exact quantiles; 0: none are */
    double until;     /* stop when all targets' and steps' standard errors are at most this; 0: run all draws */
    const struct plan_target *given; /* count only draws in which this target is missed, or met; NULL: all */
    bool given_met;
    const bool *held; /* [plan->uncertains]: draws that stay as planned; NULL: none */
    bool no_shocks;
    bool no_quantiles; /* chances, means and what the sink asks for alone */
    design design;     /* uniforms of the settings' draws from outside; NULL: by `sampling` */
    void *design_arg;

    size_t outputs;
    const struct ensemble_output *output;
    /* Called by one thread at a time, in order of draws; anything but OK ends the run with it. NULL: none. */
    enum status (*sink)(void *arg, const struct ensemble_kept *kept, struct error *err);
    void *sink_arg;
    /* Called after each chunk; false ends the run with INTERRUPTED. NULL: none. */
    bool (*progress)(void *arg, uint64_t done);
    void *progress_arg;
};

struct spread {
    double mean, sd;                  /* sd with n - 1; NaN for a single draw */
    double quantile[ENSEMBLE_LEVELS]; /* NaN where no draw was accepted */
    double width;                     /* quantiles are within this of the exact ones; 0: exact to single precision */
};

struct chance {
    uint64_t met;
    double probability, standard_error; /* sqrt(p (1 - p)/n); NaN where no draw was accepted */
};

struct ensemble {
    const struct plan *plan;
    uint64_t draws;    /* that were run */
    uint64_t accepted; /* of them, that count: all without `given` */
    size_t years;
    size_t count; /* what a table of quantiles has, in its order */
    struct series *series;
    bool *varies;          /* [count]; false: no draw can touch it */
    struct spread *spread; /* [count][years]; NaN before series[i].first */
    size_t targets, steps;
    struct chance *target, *step; /* in the plan's order */
    size_t uncertains;
    uint64_t *clamped;   /* [uncertains]: draws moved to the end of a setting's range */
    uint64_t *negatives; /* [regions]: cohorts that would have been negative and were set to 0, over draws and years */
};

/* Fails with FAILED_INPUT where there are no draws, a target has nothing to judge, or a draw leaves a setting's range or
 * breaks a law; the draw is named, the first of them whatever the number of threads. */
enum status ensemble_run(struct ensemble *e, const struct plan *p, const struct ensemble_options *o, struct error *err);
/* Whether all values of such a series are kept while they fit: the main indicators, in paired runs too */
bool ensemble_keeps(const struct series *x);

void ensemble_free(struct ensemble *e); /* safe twice */

static inline const struct spread *
ensemble_spread(const struct ensemble *e, size_t series, size_t t)
{
    return &e->spread[series * e->years + t];
}

#endif
