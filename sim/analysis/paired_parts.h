/* What the parts of a paired run share: the run, whose threads take turns to add up, and a worker, one a thread. */
#ifndef ANALYSIS_PAIRED_PARTS_H
#define ANALYSIS_PAIRED_PARTS_H

#include "analysis/ensemble_target.h"
#include "analysis/paired.h"
#include "analysis/quantile.h"
#include "analysis/turns.h"

#define PAIRED_BLOCKS (PAIRED_CHUNK / LANES)

/* Where the base's targets, steps and series are in another scenario, and the other's in the base */
struct paired_link {
    size_t *series;        /* [out->series_count]: of its world; PLAN_NONE */
    size_t *first, *years; /* [out->series_count]: t for which both have values: first <= t < years */
    size_t *target, *step; /* [targets], [steps] of its plan: of the base; PLAN_NONE */
};

/* Sums over draws of a row: of differences, of the base's values and of the scenario's own, each beyond its centre */
struct paired_sums {
    double difference, difference_square, base, base_square, own, own_square;
};

/* Settings' dimensions in Sobol's sequence: one for a key, in all scenarios */
struct paired_dimensions {
    const struct sampler *sampler;
    const struct plan *plan;
    uint64_t *stream;  /* [uncertains] */
    size_t *dimension; /* [uncertains] */
};

struct paired_state {
    struct paired *out;
    const struct plan *const *plan;
    const struct ensemble_options *options;
    uint64_t first_block, blocks;
    struct sampler sampler;
    struct paired_link *link; /* [count] */
    size_t **dimension;       /* [count][uncertains]; NULL: not Sobol's */
    double *centre;           /* [count][rows]: as planned; of a variant its difference */
    struct paired_sums *sum;  /* [count][rows] */

    /* values of differences: [count][rows] */
    size_t *kept; /* number among the rows whose values are all kept, or PLAN_NONE */
    float *value; /* [kept rows][draws] */
    struct histogram *histogram;
    uint32_t *bins;
    pthread_mutex_t *filling; /* [count]: held while a scenario's histograms are filled */

    /* added up chunk by chunk, in order */
    struct turns turns;

    size_t workers;
    struct paired_worker *worker;
};

/* A scenario in a thread */
struct paired_world {
    struct variates variates;
    struct draws draws;
    struct world world;
    struct lane_target *target;
    struct paired_dimensions dimensions;
    lanes *margin;   /* [targets], of a block */
    double *margins; /* [targets][PAIRED_CHUNK] */
    bool *met;       /* [targets][PAIRED_CHUNK] */
};

/* What a chunk has of a scenario until it is its turn */
struct paired_counts {
    uint64_t *target, *step;                              /* met */
    uint64_t *target_gained, *target_lost, *target_above; /* against the base */
    uint64_t *step_gained, *step_lost;
    uint64_t *above;         /* [rows] */
    struct paired_sums *sum; /* [rows] */
    uint64_t *negatives;
};

struct paired_worker {
    struct paired_state *run;
    size_t number;
    struct error err;
    struct paired_world *world;   /* [count] */
    struct paired_counts *counts; /* [count] */
    float *scratch;               /* [draws], for exact quantiles; NULL: none are kept */

    /* the chunk at hand */
    uint64_t chunk;
    size_t blocks, count;       /* draws asked for */
    bool counted[PAIRED_CHUNK]; /* lanes whose draws are asked for */
    uint64_t offset;            /* of its first counted draw among all */
    lanes *base;                /* [PAIRED_BLOCKS][rows] */
    float *difference;          /* [PAIRED_BLOCKS][rows][LANES] */
};

/* paired_links.c */
void paired_choose(struct paired_state *s, const struct world *base);
void paired_link(struct paired_state *s, size_t scenario, const struct world *w);
void paired_links_free(struct paired_state *s);
/* Marks the series of a scenario's world that are compared. */
void paired_want(bool *wanted, const struct paired_state *s, size_t scenario);

/* paired_sampling.c */
enum status paired_dimensions_find(struct paired_state *s);
void paired_sample(void *dimensions, uint64_t block, lanes *u); /* a design, of a worker's paired_dimensions */

/* paired_chunk.c: draws, worlds, verdicts and differences of a chunk */
enum status paired_chunk_run(struct paired_worker *k);

/* paired_count.c: what a chunk counts of scenario i when it has been run; what is added in turn; and the answers */
enum status paired_count(struct paired_worker *k, size_t i);
void paired_add(void *worker);
void paired_spreads(struct paired_worker *k); /* of its share of the rows */
void paired_finish(struct paired_state *s);

#endif
