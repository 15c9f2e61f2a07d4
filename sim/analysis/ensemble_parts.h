/* What the parts of an ensemble share: the run, which threads take turns to count into, and a worker, one a thread. */
#ifndef ANALYSIS_ENSEMBLE_PARTS_H
#define ANALYSIS_ENSEMBLE_PARTS_H

#include <pthread.h>
#include "analysis/ensemble.h"
#include "analysis/ensemble_target.h"
#include "analysis/quantile.h"

#define CHUNK_BLOCKS (ENSEMBLE_CHUNK / LANES)
#define ROW_STRIDE \
    (ENSEMBLE_CHUNK + 16) /* floats; not a power of 2, so that rows do not share the cache's few places */

/* Draws of a row that stand together: written block by block, read row by row, neither of which may touch too many
 * pages of memory in turn */
#define TILE 256

/* A stretch of rows that follow one another in the world and among those that vary: a series from its first year */
struct value_rows {
    size_t series, first, count, row;
};

/* A value that varies over draws: of a series in a year */
struct value_row {
    size_t series, t; /* of the world */
    size_t spread;    /* of the ensemble's table */
    bool whole;       /* whole numbers: ranks */
    float centre;     /* as planned; sums are of what is beyond it */
    size_t kept;      /* number among the rows whose values are all kept, or PLAN_NONE */
};

struct ensemble_state {
    struct ensemble *out;
    const struct plan *plan;
    const struct ensemble_options *options;
    uint64_t first_block, blocks;
    size_t rows;
    struct value_row *row;
    size_t stretches;
    struct value_rows *stretch;
    bool *wanted;   /* [series] of the world */
    size_t *series; /* [out->count]: of the world */

    /* counted chunk by chunk, in order, by whose turn it is */
    pthread_mutex_t lock;
    pthread_cond_t turn;
    uint64_t taken, counted; /* chunks */
    bool stop;
    enum status rc;
    struct error *err;
    double *sum, *square;    /* [rows] */
    struct histogram *shape; /* [rows] */
    float *kept;             /* [kept rows][draws] */
    size_t kept_rows;

    size_t workers;
    struct worker *worker;
};

struct worker {
    struct ensemble_state *run;
    size_t number;
    pthread_t thread;
    struct variates variates;
    struct draws draws;
    struct world world;
    struct lane_target *target;
    struct error err;
    enum status rc;

    /* the chunk at hand */
    uint64_t chunk;
    size_t lanes_run;              /* of whole blocks */
    size_t count;                  /* draws asked for, accepted or not */
    bool counted[ENSEMBLE_CHUNK];  /* lanes whose draws are asked for */
    bool accepted[ENSEMBLE_CHUNK]; /* and that `given` lets pass */
    size_t accepted_count, offset; /* how many; how many there were in earlier chunks */
    lanes *margin;                 /* [targets], of a block */
    bool *met;                     /* [targets][ENSEMBLE_CHUNK] */
    float *value;                  /* [ENSEMBLE_CHUNK / TILE][rows][TILE] */
    double *setting, *output;      /* [..][ENSEMBLE_CHUNK], for a sink */
    double *sum, *square;          /* [rows] */
    uint64_t *negatives;           /* [regions] */

    uint32_t *bins;              /* [rows][HISTOGRAM_BINS] */
    struct histogram *histogram; /* [rows] */
    bool shaped;
    float *scratch;
};

/* ensemble_chunk.c: draws, worlds, verdicts of a chunk */
enum status chunk_run(struct worker *k);

/* A stretch of the chunk's values of a row, of accepted draws alone unless `all`: the part from draw `at` on, in place or
 * in `room`. Returns how many; stretches begin at multiples of TILE. */
size_t chunk_values(const float **x, float room[TILE], const struct worker *k, size_t row, size_t at, bool all);

/* ensemble_count.c: what is counted in turn, then what each worker counts by itself; and the answers */
void chunk_count(struct worker *k);
void chunk_add_values(struct worker *k);
void ensemble_finish(struct ensemble_state *s);
void ensemble_spreads(struct worker *k); /* of its share of the rows */

#endif
