#include "engine/region.h"
#include <stdio.h>
#include <stdlib.h>
#include "models/convergence.h"
#include "models/household.h"
#include "models/labour.h"
#include "models/population.h"
#include "models/production.h"
#include "models/urbanization.h"

struct lever
lever_bind(const struct plan *p, size_t entry, const struct variates *v)
{
    const struct plan_entry *e = &p->entry[entry];
    const bool path = e->length == p->years && p->years > 1 && e->setting->kind == SETTING_LEVER;

    return (struct lever) { &p->value[e->offset], path, variates_factor(v, entry), variates_shift(v, entry) };
}

struct lever *
levers_bind(const struct plan *p, const struct plan_group *g, const struct variates *v)
{
    struct lever *lever = memory_new(g->table->count, sizeof *lever);

    for (size_t i = 0; i < g->table->count; i++)
        if (g->entry[i] != PLAN_NONE)
            lever[i] = lever_bind(p, g->entry[i], v);
    return lever;
}

/* The list of models: which a region has, in the order in which a year is computed. */
static void
choose_models(struct region_run *run, const struct plan_region *r)
{
    const bool growth = r->model == MODEL_GROWTH;
    const struct {
        bool wanted;
        const struct model *model;
    } list[] = {
        { r->method == POPULATION_RATES, &population_rates_model },
        { r->method == POPULATION_COHORT, &population_cohort_model },
        { growth, &labour_model },
        { growth, &production_model },
        { !growth, &convergence_model },
        { true, &urbanization_model },
        { r->group[GROUP_HOUSEHOLD].table != NULL, &household_model },
    };

    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
        if (list[i].wanted)
            run->model[run->models++] = list[i].model;
}

static void
bind(struct region_run *run, struct region_input *in, const struct plan *p, size_t region, const struct variates *v)
{
    const struct plan_region *r = &p->region[region];

    for (int g = 0; g < REGION_GROUPS; g++)
        if (r->group[g].table)
            in->lever[g] = run->lever[g] = levers_bind(p, &r->group[g], v);
    for (size_t s = 0; s < r->sectors; s++) {
        run->sector_lever[s] = levers_bind(p, &r->sector[s].settings, v);
        in->sector[s] = (struct sector_input) { r->sector[s].group, run->sector_lever[s] };
        in->shocks.sector[s] = variates_normals(v, region, s);
    }
    in->shocks.common = variates_normals(v, region, PLAN_NONE);
    if (p->benchmark != PLAN_NONE && p->benchmark != region)
        in->shocks.benchmark = variates_normals(v, p->benchmark, PLAN_NONE);
}

enum status
region_init(struct region_run *run, const struct plan *p, size_t region, const struct variates *v, struct error *err)
{
    const struct plan_region *r = &p->region[region];
    struct region_input in = {
        .base_year = p->start,
        .years = p->years,
        .sectors = r->sectors,
        .known = &r->known,
        .ages = r->ages,
        .drawn = v != NULL,
        .unseen = region != p->benchmark,
        .per_head_on_end = r->per_head_on_end,
        .working_ages = { r->working_ages[0], r->working_ages[1] },
    };
    enum status rc = OK;

    run->record.years = p->years;
    bind(run, &in, p, region, v);
    choose_models(run, r);
    for (size_t i = 0; i < run->models && !rc; i++) {
        run->state[i] = memory_new(1, run->model[i]->size);
        rc = run->model[i]->init(run->state[i], &in, &run->record, err);
        run->rows[i + 1] = run->record.owned_count;
    }
    return rc;
}

/* Whether the model's rows stand as they are for every block */
static bool
is_done(const struct region_run *run, size_t i)
{
    return run->known && run->certain[i];
}

/* Where the setting that led there was written; where it was not, that of the region's residents. */
static struct place
breach_place(const struct breach *b, const struct plan *p, const struct plan_region *r)
{
    static const size_t blamed[] = {
        [BREACH_NEGATIVE_COHORT] = POPULATION_NET_MIGRATION,
        [BREACH_WORKING_AGE_SHARE] = POPULATION_WORKING_AGE_SHARE_GROWTH,
        [BREACH_LIFE_EXPECTANCY] = POPULATION_LIFE_EXPECTANCY_MALE,
    };
    const size_t *entry = r->group[GROUP_POPULATION].entry;
    const bool women = b->kind == BREACH_LIFE_EXPECTANCY && b->sex == FEMALE;
    const size_t setting = women ? POPULATION_LIFE_EXPECTANCY_FEMALE : blamed[b->kind];

    if (entry[setting] != PLAN_NONE && p->entry[entry[setting]].place.file)
        return p->entry[entry[setting]].place;
    return p->entry[entry[POPULATION_TOTAL]].place;
}

static enum status
breach_error(const struct breach *b, const struct plan *p, size_t region, size_t t, struct error *err)
{
    const struct plan_region *r = &p->region[region];
    const struct place place = breach_place(b, p, r);
    char value[TEXT_NUMBER], year[TEXT_NUMBER], age[TEXT_NUMBER];
    const char *sex = b->sex == MALE ? WORD_ARGUMENT(sex_male) : WORD_ARGUMENT(sex_female);

    snprintf(value, sizeof value, "%.5g", b->value); /* digits enough for people */
    text_number(year, p->start + (double) t);
    text_number(age, b->age);
    switch (b->kind) {
    case BREACH_NEGATIVE_COHORT:
        return error_add(err, FAILED_INPUT, place, WORD_negative_cohort, r->key, sex, age, year, value);
    case BREACH_WORKING_AGE_SHARE:
        return error_add(err, FAILED_INPUT, place, WORD_working_age_share_outside, r->key, year, value);
    case BREACH_LIFE_EXPECTANCY:
        return error_add(err, FAILED_INPUT, place, WORD_life_expectancy_unreachable, r->key, sex, year, value);
    }
    return FAILED_INPUT;
}

static enum status
check(struct region_run *run, const struct plan *p, size_t region, size_t t, struct error *err)
{
    struct breach b = { 0 };

    for (size_t i = 0; i < run->models; i++)
        if (run->model[i]->check && !is_done(run, i) && !run->model[i]->check(run->state[i], &run->record, t, &b)) {
            run->broke = b.lane;
            return breach_error(&b, p, region, t, err);
        }
    return OK;
}

static const struct model *
model_of_ages(const struct region_run *run, const void **state)
{
    for (size_t i = 0; i < run->models; i++)
        if (run->model[i]->ages) {
            *state = run->state[i];
            return run->model[i];
        }
    return NULL;
}

void
region_keep_ages(struct region_run *run, const struct plan *p)
{
    const void *state;

    if (!run->ages && model_of_ages(run, &state))
        run->ages = memory_new(p->years, sizeof *run->ages);
}

static void
keep_ages(struct region_run *run, size_t t)
{
    const void *state;
    const struct model *model = run->ages ? model_of_ages(run, &state) : NULL;

    if (model)
        model->ages(state, run->ages[t]);
}

enum status
region_project(struct region_run *run, const struct plan *p, size_t region, const struct record *benchmark,
               struct error *err)
{
    enum status rc;

    for (size_t i = 0; i < run->models; i++)
        if (!is_done(run, i))
            run->model[i]->start(run->state[i], &run->record, benchmark);
    keep_ages(run, 0);
    rc = check(run, p, region, 0, err);
    for (size_t t = 0; t + 1 < p->years && !rc; t++) {
        for (size_t i = 0; i < run->models; i++)
            if (!is_done(run, i))
                run->model[i]->step(run->state[i], &run->record, benchmark, t);
        keep_ages(run, t + 1);
        rc = check(run, p, region, t + 1, err);
    }
    run->known = !rc;
    return rc;
}

void
region_free(struct region_run *run)
{
    for (size_t i = 0; i < run->models; i++) {
        if (run->state[i] && run->model[i]->free)
            run->model[i]->free(run->state[i]);
        free(run->state[i]);
    }
    for (int g = 0; g < REGION_GROUPS; g++)
        free(run->lever[g]);
    for (size_t s = 0; s < SECTORS_MAX; s++)
        free(run->sector_lever[s]);
    free(run->ages);
    record_free(&run->record);
    *run = (struct region_run) { 0 };
}
