/* Plans drawn at random: every number of a scenario moved within its usual range, such that all hold together. */
#ifndef TESTS_RANDOM_PLAN_H
#define TESTS_RANDOM_PLAN_H

#include "check.h"

#include <string.h>
#include "engine/run.h"
#include "models/production.h"
#include "models/population.h"
#include "scenario/scenario.h"

#ifndef REFERENCE
#define REFERENCE "tests/reference/"
#endif
#define WORLD REFERENCE "whole_world.cfg"
#define COUNTRY REFERENCE "ltgm_forward.cfg"

/* splitmix64 (Steele, Lea and Flood 2014): small, good enough, the same everywhere */
struct dice {
    uint64_t state;
};

static inline double
dice_between(struct dice *d, double low, double high)
{
    uint64_t z = d->state += 0x9e3779b97f4a7c15;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return low + (high - low) * (double) ((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

/* A new path inside the usual range, from one random value to another; one number for a constant. */
static inline void
draw_in_range(struct dice *d, double *value, const struct plan_entry *e)
{
    const double scale = unit_scale(e->setting->unit), low = e->setting->low * scale, high = e->setting->high * scale;
    const double first = dice_between(d, low, high), last = dice_between(d, low, high);

    for (size_t t = 0; t < e->length; t++)
        value[t] = e->length == 1 ? first : first + (last - first) * (double) t / (double) (e->length - 1);
}

/* What has no usual range is a figure of the base year: up to a tenth more or less. */
static inline void
draw_about(struct dice *d, double *value, const struct plan_entry *e)
{
    const double factor = dice_between(d, 0.9, 1.1);

    for (size_t t = 0; t < e->length; t++)
        value[t] *= factor;
}

static inline void
draw_entry(struct dice *d, struct plan *p, size_t entry)
{
    const struct plan_entry *e = &p->entry[entry];
    double *value = plan_values(p, entry);

    if ((e->setting->kind != SETTING_CONSTANT && e->setting->kind != SETTING_LEVER) || strstr(e->key, "weights"))
        return;
    if (e->setting->low != 0 || e->setting->high != 0)
        draw_in_range(d, value, e);
    else
        draw_about(d, value, e);
}

/* The values of a row of a group; NULL where it is not given. */
static inline double *
group_values(struct plan *p, const struct plan_group *g, size_t row)
{
    return g->entry[row] == PLAN_NONE ? NULL : plan_values(p, g->entry[row]);
}

/* The joint rules: labour has a share, a capacity is not below the base year's output, last year's residents are
 * not far from this year's. */
static inline void
reconcile(struct dice *d, struct plan *p)
{
    for (size_t r = 0; r < p->regions; r++) {
        const struct plan_group *people = &p->region[r].group[GROUP_POPULATION];
        double *previous = group_values(p, people, POPULATION_PREVIOUS);

        if (previous)
            *previous = *group_values(p, people, POPULATION_TOTAL) * dice_between(d, 0.99, 1.01);
        for (size_t s = 0; s < p->region[r].sectors; s++) {
            const struct plan_group *g = &p->region[r].sector[s].settings;
            const double capital = *group_values(p, g, SECTOR_CAPITAL_SHARE);
            double *fixed = group_values(p, g, SECTOR_FIXED_SHARE), *capacity = group_values(p, g, SECTOR_CAPACITY);

            *fixed = fmin(*fixed, 0.95 - capital);
            for (size_t t = 0; capacity && t < p->entry[g->entry[SECTOR_CAPACITY]].length; t++)
                capacity[t] = fmax(capacity[t], *group_values(p, g, SECTOR_VALUE_ADDED));
        }
    }
}

/* A copy of the plan's values as they were read, to be freed */
static inline double *
planned_values(const struct plan *p)
{
    double *planned = memory_new(p->values, sizeof *planned);

    memcpy(planned, p->value, p->values * sizeof *planned);
    return planned;
}

/* Draws anew, starting from what was planned. */
static inline void
draw_plan(struct dice *d, struct plan *p, const double *planned)
{
    memcpy(p->value, planned, p->values * sizeof *planned);
    for (size_t i = 0; i < p->entries; i++)
        draw_entry(d, p, i);
    reconcile(d, p);
}

/* All values of the entries whose key ends in `ending`, and begins with `beginning` */
static inline size_t
set_all(struct plan *p, const char *beginning, const char *ending, double x)
{
    size_t found = 0;

    for (size_t i = 0; i < p->entries; i++) {
        const char *key = p->entry[i].key;
        const size_t length = strlen(key), tail = strlen(ending);

        if (strncmp(key, beginning, strlen(beginning)) != 0 || length < tail
            || strcmp(key + length - tail, ending) != 0)
            continue;
        for (size_t t = 0; t < p->entry[i].length; t++)
            plan_values(p, i)[t] = x;
        found++;
    }
    return found;
}

/* The value of a setting in year t of the run, in models' units; it must be given. */
static inline double
setting_at(struct plan *p, const char *key, size_t t)
{
    const size_t entry = plan_find(p, key);

    if (entry == PLAN_NONE)
        fail_msg("no setting %s", key);
    return plan_values(p, entry)[p->entry[entry].length == 1 ? 0 : t];
}

static inline void
print_errors(const struct error *err)
{
    for (size_t i = 0; i < err->lines; i++) {
        struct text line = { 0 };

        error_print(&line, &err->line[i], ENGLISH);
        print_error("%s\n", text_of(&line));
        text_free(&line);
    }
}

static inline void
scenario_open(struct scenario *sc, const char *path)
{
    struct error err = { 0 };

    memset(sc, 0, sizeof *sc);
    if (scenario_read(sc, path, NULL, 0, &err) != OK) {
        print_errors(&err);
        fail_msg("%s cannot be read", path);
    }
    error_free(&err);
}

static inline void
project(struct trajectory *t, const struct plan *p)
{
    struct error err = { 0 };

    memset(t, 0, sizeof *t);
    if (run_plan(t, p, &err) != OK) {
        print_errors(&err);
        fail_msg("%s does not run", p->name);
    }
    error_free(&err);
}

static inline size_t
region_of(const struct plan *p, const char *key)
{
    for (size_t r = 0; r < p->regions; r++)
        if (!strcmp(p->region[r].key, key))
            return r;
    fail_msg("no region %s", key);
    return PLAN_NONE;
}

/* An indicator in year t of the run (0: base year); it must have a value. */
static inline double
value_at(const struct trajectory *t, size_t region, const char *key, size_t year)
{
    const size_t series = trajectory_find(t, region, key);

    if (series == PLAN_NONE)
        fail_msg("%s does not report %s", t->plan->region[region].key, key);
    return t->value[series * t->years + year];
}

#endif
