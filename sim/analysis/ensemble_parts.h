/* What the parts of an ensemble share: the run, which threads take turns to count into, and a worker, one a thread. */
#ifndef ANALYSIS_ENSEMBLE_PARTS_H
#define ANALYSIS_ENSEMBLE_PARTS_H

#include "analysis/ensemble.h"
#include "analysis/ensemble_target.h"
#include "analysis/quantile.h"
#include "analysis/turns.h"

#define CHUNK_BLOCKS (ENSEMBLE_CHUNK / LANES)

/* Draws of all rows that stand side by side: written block by block, then read row by row while they are still near.
 * Rows of whole chunks took 5 % more of all time, tiles of 64 draws 8 % in a world of many rows. */
#define TILE 128

/* Values of a row in a chunk; not a power of 2, so that rows do not share the cache's few places */
#define ROW_STRIDE (ENSEMBLE_CHUNK + 32)

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
    bool kept;        /* all its values are kept, else it goes through a histogram */
    size_t place;     /* number among the rows of its kind */
};

/* What is summed up of a row's values: what they are beyond the row's centre, and its squares; and how far they reach.
 * Side by side, in floats, for each of these adds up but a few of a chunk's values; from there on in doubles. */
#define WAYS 8
struct row_sums {
    float sum[WAYS], square[WAYS], least[WAYS], most[WAYS];
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

    /* counted chunk by chunk, in order */
    struct turns turns;
    double *sum, *square;    /* [rows] */
    struct histogram *shape; /* [rows] */
    float *kept;             /* [kept rows][draws] */
    size_t kept_rows, streamed_rows;

    size_t workers;
    struct worker *worker;
};

struct worker {
    struct ensemble_state *run;
    size_t number;
    struct variates variates;
    struct draws draws;
    struct world world;
    struct lane_target *target;
    struct error err;

    /* the chunk at hand */
    uint64_t chunk;
    size_t lanes_run;              /* of whole blocks */
    size_t count;                  /* draws asked for, accepted or not */
    bool counted[ENSEMBLE_CHUNK];  /* lanes whose draws are asked for */
    bool accepted[ENSEMBLE_CHUNK]; /* and that `given` lets pass */
    size_t accepted_count, offset; /* how many; how many there were in earlier chunks */
    lanes *margin;                 /* [targets], of a block */
    bool *met;                     /* [targets][ENSEMBLE_CHUNK] */
    float *tile;                   /* [rows][TILE] */
    float *kept;                   /* [kept rows][ROW_STRIDE], of accepted draws */
    uint16_t *bin;                 /* [streamed rows][ROW_STRIDE], of accepted draws */
    double *setting, *output;      /* [..][ENSEMBLE_CHUNK], for a sink */
    struct row_sums *sums;         /* [rows] */
    uint64_t *negatives;           /* [regions] */

    uint32_t *counts;            /* [streamed rows][HISTOGRAM_BINS] */
    struct histogram *histogram; /* [streamed rows] */
    float *scratch;
};

/* ensemble_rows.c: what the first worker finds out: series, rows, what varies, what is kept */
enum status rows_find(struct ensemble_state *s, struct worker *first);

/* ensemble_chunk.c: draws, worlds, verdicts of a chunk; and of its first tile alone, from which histograms take their
 * shapes */
enum status chunk_run(struct worker *k);
enum status chunk_pilot(struct worker *k);

/* ensemble_tile.c: a tile's values, block by block, then row by row */
void tile_keep(struct worker *k, size_t at);
void tile_end(struct worker *k, size_t at, size_t lanes_run);
void row_sums_start(struct row_sums *s, size_t rows);

/* ensemble_count.c: what is counted in turn, then what each worker counts by itself; and the answers */
void chunk_count(void *worker);
void chunk_add_values(struct worker *k);
void ensemble_finish(struct ensemble_state *s);
void ensemble_spreads(struct worker *k); /* of its share of the rows */

#endif
