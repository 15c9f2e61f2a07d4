/* A region of a run: its models, bound to the plan's levers, and the record they write. */
#ifndef ENGINE_REGION_H
#define ENGINE_REGION_H

#include "engine/variates.h"

#define REGION_MODELS 8 /* a region has at most five of the list's */

struct region_run {
    struct record record;
    struct lever *lever[REGION_GROUPS];      /* [rows of the group]; NULL: no such group */
    struct lever *sector_lever[SECTORS_MAX]; /* [rows of the sectors' table] */
    size_t models;
    const struct model *model[REGION_MODELS]; /* in the order of a year */
    void *state[REGION_MODELS];
    size_t rows[REGION_MODELS + 1]; /* of the record, of which those from rows[i] to rows[i + 1] are model i's */
    bool certain[REGION_MODELS];    /* no draw touches the model: one block is enough */
    unsigned varying;               /* parts of the record (enum model_part) that a draw touches */
    size_t broke;                   /* lane that broke a law, after region_project failed */
    bool known;                     /* certain models have had their block */
    double (*ages)[SEXES][AGES];    /* [years] first lane's residents, wan; NULL: not kept */
};

/* Keeps the residents by sex and age of each year; nothing where the region's models know no ages. */
void region_keep_ages(struct region_run *run, const struct plan *p);

/* A group's settings as levers; entries that are not given have no level. Freed with free(). */
struct lever *levers_bind(const struct plan *p, const struct plan_group *g, const struct variates *v);

/* An entry as a lever */
struct lever lever_bind(const struct plan *p, size_t entry, const struct variates *v);

/* `v`: what draws change; NULL in a plain run. */
enum status region_init(struct region_run *run, const struct plan *p, size_t region, const struct variates *v,
                        struct error *err);

/* Finds what no draw touches, the benchmark (or NULL) having been looked at before. */
void region_find_certain(struct region_run *run, const struct plan *p, size_t region, const struct variates *v,
                         const struct region_run *benchmark);

/* Fills what draws touch with NaN: what then is none does not depend on draws. */
void region_poison(struct region_run *run);

/* All years of a block. `benchmark` is NULL for the benchmark itself and where there is none.
 * Fails with FAILED_INPUT where a lane breaks a law, naming region, year and what. */
enum status region_project(struct region_run *run, const struct plan *p, size_t region, const struct record *benchmark,
                           struct error *err);
void region_free(struct region_run *run); /* safe twice */

#endif
