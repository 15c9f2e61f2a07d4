/* Variates: what one block of draws changes in a world. A plain run has none.
 *
 * The engine says which amounts and normals there are, analysis/ fills them, the models read them: a drawn setting is
 * level * factor + shift in each lane, a shock is made from its normals (models/shock.h). Only what is needed is there:
 * a shock whose standard deviation is 0 and stays so has no normals.
 */
#ifndef ENGINE_VARIATES_H
#define ENGINE_VARIATES_H

#include "engine/plan.h"

/* An entry that is drawn, of draw number `uncertain` */
struct drawn_entry {
    size_t entry, uncertain;
};

/* Standard normals, one a row: of a shock in the years after the base year, or one of each peer. */
struct normals {
    const char *name;      /* of the setting with their standard deviation: the draws' stream */
    size_t region, sector; /* sector PLAN_NONE: the region's common shock; both: the peers */
    size_t count;
    lanes *row;
};

struct variates {
    size_t entries;
    struct drawn_entry *entry; /* [entries], in the order of plan->uncertain */
    lanes *factor, *shift;     /* [entries] */
    size_t streams;
    struct normals *normals; /* [streams] */
    struct arena arena;
};

/* `held` marks draws that stay at what is planned, [plan->uncertains]; NULL: none. */
void variates_init(struct variates *v, const struct plan *p, const bool *held, bool shocks);
/* Of these entries alone and without shocks, for those who fill the shifts themselves */
void variates_of(struct variates *v, const size_t *entry, size_t entries);
void variates_free(struct variates *v); /* safe twice */

/* The factor and shift of an entry: the shared ones and zeros where it is not drawn, or v is NULL */
const double *variates_factor(const struct variates *v, size_t entry);
const double *variates_shift(const struct variates *v, size_t entry);

/* The rows of those normals; NULL where there are none, or v is NULL */
const lanes *variates_normals(const struct variates *v, size_t region, size_t sector);

#endif
