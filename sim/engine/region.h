/* A region of a run: its models, bound to the plan's levers, and the record they write. */
#ifndef ENGINE_REGION_H
#define ENGINE_REGION_H

#include "engine/plan.h"

#define REGION_MODELS 8 /* a region has at most five of the list's */

struct region_run {
    struct record record;
    struct lever *lever[REGION_GROUPS];      /* [rows of the group]; NULL: no such group */
    struct lever *sector_lever[SECTORS_MAX]; /* [rows of the sectors' table] */
    size_t models;
    const struct model *model[REGION_MODELS]; /* in the order of a year */
    void *state[REGION_MODELS];
    double (*ages)[SEXES][AGES]; /* [years] first lane's residents, wan; NULL: not kept */
};

/* Keeps the residents by sex and age of each year; nothing where the region's models know no ages. */
void region_keep_ages(struct region_run *run, const struct plan *p);

/* A group's settings as levers; entries that are not given have no level. Freed with free(). */
struct lever *levers_bind(const struct plan *p, const struct plan_group *g);

enum status region_init(struct region_run *run, const struct plan *p, size_t region, struct error *err);

/* All years of a block. `benchmark` is NULL for the benchmark itself and where there is none.
 * Fails with FAILED_INPUT where a lane breaks a law, naming region, year and what. */
enum status region_project(struct region_run *run, const struct plan *p, size_t region, const struct record *benchmark,
                           struct error *err);
void region_free(struct region_run *run); /* safe twice */

#endif
