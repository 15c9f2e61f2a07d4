/* A region whose models a test runs without a plan: settings in models' units, the same in every lane. */
#ifndef TESTS_MODEL_REGION_H
#define TESTS_MODEL_REGION_H

#include "check.h"

#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "models/convergence.h"
#include "models/household.h"
#include "models/labour.h"
#include "models/population.h"
#include "models/production.h"
#include "models/urbanization.h"

#define REGION_YEARS 16
#define REGION_ROWS 32
#define REGION_SECTORS 4
#define REGION_MODELS_MOST 6

struct region {
    double path[REGION_GROUPS][REGION_ROWS][REGION_YEARS];
    double sector_path[REGION_SECTORS][SECTOR_SETTINGS][REGION_YEARS];
    struct lever lever[REGION_GROUPS][REGION_ROWS];
    struct lever sector_lever[REGION_SECTORS][SECTOR_SETTINGS];
    struct region_input in;
    struct record record;
    size_t models;
    const struct model *model[REGION_MODELS_MOST];
    void *state[REGION_MODELS_MOST];
};

static inline void
lever_fill(struct lever *lever, double path[REGION_YEARS], double first, double last)
{
    *lever = (struct lever) { path, 1, lanes_ones, lanes_zeros };
    for (size_t t = 0; t < REGION_YEARS; t++)
        path[t] = first + (last - first) * (double) t / (REGION_YEARS - 1);
}

/* A setting that moves from `first` in the base year to `last` at the horizon's end */
static inline void
region_path(struct region *r, enum region_group group, size_t row, double first, double last)
{
    r->in.lever[group] = r->lever[group];
    lever_fill(&r->lever[group][row], r->path[group][row], first, last);
}

static inline void
region_set(struct region *r, enum region_group group, size_t row, double x)
{
    region_path(r, group, row, x, x);
}

static inline void
region_pair(struct region *r, enum region_group group, size_t row, double a, double b)
{
    region_set(r, group, row, a);
    r->path[group][row][1] = b;
}

static inline void
sector_path(struct region *r, size_t s, enum sector_setting row, double first, double last)
{
    lever_fill(&r->sector_lever[s][row], r->sector_path[s][row], first, last);
}

static inline void
sector_set(struct region *r, size_t s, enum sector_setting row, double x)
{
    sector_path(r, s, row, x, x);
}

static inline struct region *
region_new(void)
{
    static const struct known nothing;
    struct region *r = memory_new(1, sizeof *r);

    r->in.known = &nothing;
    r->in.base_year = 2020;
    r->in.years = r->record.years = REGION_YEARS;
    r->in.working_ages[0] = 15;
    r->in.working_ages[1] = 64;
    return r;
}

/* Residents by rates: `total` growing by `growth` */
static inline void
region_people(struct region *r, double total, double growth)
{
    region_set(r, GROUP_POPULATION, POPULATION_TOTAL, total);
    region_set(r, GROUP_POPULATION, POPULATION_GROWTH, growth);
    region_set(r, GROUP_POPULATION, POPULATION_WORKING_AGE_SHARE, 0.7);
    region_set(r, GROUP_POPULATION, POPULATION_WORKING_AGE_SHARE_GROWTH, 0);
}

/* A growth region in which nothing moves: no investment, nothing wears out, no growth of anything */
static inline void
region_at_rest(struct region *r, double total)
{
    region_people(r, total, 0);
    region_set(r, GROUP_LABOUR, LABOUR_EMPLOYMENT_RATE, 0.75);
    region_set(r, GROUP_LABOUR, LABOUR_MOBILITY, 0);
    for (size_t row = 0; row < PRODUCTION_SETTINGS; row++)
        if (row != PRODUCTION_SCHOOLING)
            region_set(r, GROUP_PRODUCTION, row, 0);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_CAPITAL_OUTPUT_RATIO, 3.5);
    region_set(r, GROUP_PRODUCTION, PRODUCTION_CATCH_UP_LEVEL, 1);
}

static inline size_t
region_sector(struct region *r, enum sector_group group, double value_added, double capital_share, double employed)
{
    const size_t s = r->in.sectors++;

    r->in.sector[s] = (struct sector_input) { group, r->sector_lever[s] };
    for (size_t row = SECTOR_VALUE_ADDED; row < SECTOR_SETTINGS; row++)
        if (row != SECTOR_PRICE_GROWTH && row != SECTOR_DEMAND_ELASTICITY && row != SECTOR_CAPACITY)
            sector_set(r, s, (enum sector_setting) row, 0);
    sector_set(r, s, SECTOR_VALUE_ADDED, value_added);
    sector_set(r, s, SECTOR_CAPITAL_SHARE, capital_share);
    sector_set(r, s, SECTOR_EMPLOYMENT_SHARE, employed);
    sector_set(r, s, SECTOR_INVESTMENT_WEIGHT, 1);
    sector_set(r, s, SECTOR_CATCH_UP_WEIGHT, 1);
    sector_set(r, s, SECTOR_INCOME_ELASTICITY, 1);
    return s;
}

static inline void
region_add(struct region *r, const struct model *model)
{
    assert_true(r->models < REGION_MODELS_MOST);
    r->model[r->models++] = model;
}

/* Inits the models, in the order of a year, as the engine does: base year and all years after. */
static inline void
region_run(struct region *r, const struct record *benchmark)
{
    struct error err = { 0 };
    struct breach b;

    for (size_t i = 0; i < r->models; i++) {
        r->state[i] = memory_new(1, r->model[i]->size);
        assert_int_equal(r->model[i]->init(r->state[i], &r->in, &r->record, &err), OK);
    }
    for (size_t i = 0; i < r->models; i++)
        r->model[i]->start(r->state[i], &r->record, benchmark);
    for (size_t t = 0; t + 1 < REGION_YEARS; t++)
        for (size_t i = 0; i < r->models; i++) {
            r->model[i]->step(r->state[i], &r->record, benchmark, t);
            assert_true(!r->model[i]->check || r->model[i]->check(r->state[i], &r->record, t + 1, &b));
        }
    assert_int_equal(err.lines, 0);
}

static inline void
region_grow(struct region *r, const struct record *benchmark)
{
    region_add(r, &population_rates_model);
    region_add(r, &labour_model);
    region_add(r, &production_model);
    region_run(r, benchmark);
}

static inline void
region_close(struct region *r)
{
    for (size_t i = 0; i < r->models; i++) {
        if (r->model[i]->free)
            r->model[i]->free(r->state[i]);
        free(r->state[i]);
    }
    record_free(&r->record);
    free(r);
}

/* The same in every lane, and close to what is expected */
#define assert_year(rows, t, expected, tolerance) assert_year_((rows)[t], (expected), (tolerance), __FILE__, __LINE__)

static inline void
assert_year_(const double *row, double expected, double tolerance, const char *file, int line)
{
    for (size_t l = 1; l < LANES; l++)
        if (memcmp(&row[l], &row[0], sizeof *row) != 0)
            _fail(file, line);
    assert_close_at_(row[0], expected, tolerance, file, line);
}

#endif
