/* The world of a run: all regions of a plan, bound and ready, and the block of values they give.
 *
 * A world belongs to one thread. world_run projects one block of lanes; nothing is allocated after
 * world_init. In a world of draws, what no draw touches is worked out in the first block alone.
 */
#ifndef ENGINE_WORLD_H
#define ENGINE_WORLD_H

#include "engine/region.h"
#include "engine/series.h"
#include "models/peers.h"

struct index_rows; /* engine/index.c: which series the parts across regions read and write */

struct world {
    const struct plan *plan;
    const struct variates *variates; /* NULL: a plain run */
    struct region_run *region;       /* [plan->regions] */
    size_t count;
    struct series *series; /* [count] */
    lanes *value;          /* [count][plan->years]; row i * years + t */
    bool *wanted;          /* [count]; others are not worked out. All, unless changed before the first run */
    bool *varies;          /* [count]; world_find_varying; else all */
    struct index_rows *index;
    bool unchecked; /* whether values are numbers is looked at by who asked: in ensembles, sums tell */
    size_t broke;   /* lane that broke a law, after world_run failed */
};

enum status world_init(struct world *w, const struct plan *p, struct error *err);

/* A world for draws, whose variates must outlive it. */
enum status world_init_drawn(struct world *w, const struct plan *p, const struct variates *v, struct error *err);

/* Wants these series alone, and what the parts across regions read for them; [count] by series */
void world_want(struct world *w, const bool *series);

enum status world_run(struct world *w, struct error *err);

/* Runs a block and finds the series that no draw touches: they keep its values. */
enum status world_find_varying(struct world *w, struct error *err);
void world_free(struct world *w); /* safe twice */

/* Adds `change`, a value a lane in models' units that outlives the world, to the whole path of an entry that is
 * movable (plan_movable) from the next run on. */
void world_shift(struct world *w, size_t entry, const double *change);

static inline lanes *
world_rows(const struct world *w, size_t series)
{
    return &w->value[series * w->plan->years];
}

static inline double *
world_row(const struct world *w, size_t series, size_t t)
{
    return world_rows(w, series)[t];
}

/* engine/index.c: the parts that look across regions, after all are projected */
void world_index_init(struct world *w);
void world_index_want(struct world *w); /* adds to w->wanted what those that are wanted need */
void world_modernization(struct world *w);
void world_ranks(struct world *w);
void world_parents(struct world *w);
void world_index_shift(struct world *w, const double *values, const double *change); /* part of world_shift */
void world_index_free(struct world *w);

/* A city's GDP in year t, of a plain run or without its shock */
void world_city_gdp(lanes out, const struct world *w, size_t city, size_t t);

#endif
