/* The world of a run: all regions of a plan, bound and ready, and the block of values they give.
 *
 * A world belongs to one thread. world_run projects one block of lanes; nothing is allocated after
 * world_init.
 */
#ifndef ENGINE_WORLD_H
#define ENGINE_WORLD_H

#include "engine/region.h"
#include "engine/series.h"

struct world {
    const struct plan *plan;
    struct region_run *region; /* [plan->regions] */
    size_t count;
    struct series *series;              /* [count] */
    lanes *value;                       /* [count][plan->years]; row i * years + t */
    lanes *peer;                        /* [peers][years]: GDP of cities */
    struct lever *peers, *cap, *weight; /* bound rows of those settings */
};

enum status world_init(struct world *w, const struct plan *p, struct error *err);
enum status world_run(struct world *w, struct error *err);
void world_free(struct world *w); /* safe twice */

/* Adds `change`, a value a lane in models' units that outlives the world, to the whole path of an entry that is
 * movable (plan_movable) from the next run on. */
void world_shift(struct world *w, size_t entry, const double *change);

static inline double *
world_row(const struct world *w, size_t series, size_t t)
{
    return w->value[series * w->plan->years + t];
}

/* engine/index.c: the parts that look across regions, after all are projected */
void world_modernization(struct world *w);
void world_ranks(struct world *w);
void world_parents(struct world *w);

#endif
