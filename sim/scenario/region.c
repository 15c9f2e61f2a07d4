/* Regions: their names, models, settings groups and age tables. */
#include <string.h>
#include "models/population.h"
#include "models/production.h"
#include "models/urbanization.h"
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"
#include "scenario/value.h"

#define MOST_ROWS 32

static const char *const region_group_names[] = { "population",   "labour",    "production",  "sectors",
                                                  "urbanization", "household", "convergence", NULL };

const char *
text_child(struct check *c, const struct node *group, const char *key)
{
    const struct node *n = node_child(group, key);

    return n && n->kind == NODE_STRING ? arena_text(&c->plan->arena, n->text) : NULL;
}

static const char *
or_else(const char *text, const char *otherwise)
{
    return text ? text : otherwise;
}

size_t
find_region(struct check *c, struct node *n, const char *key)
{
    const char *name = value_text(c, n, key);
    const char **keys;

    if (!name)
        return PLAN_NONE;
    for (size_t r = 0; r < c->plan->regions; r++)
        if (strcmp(c->plan->region[r].key, name) == 0)
            return r;
    if (c->incomplete || c->plan->regions == 0)
        return PLAN_NONE; /* it may stand in what could not be read; that there are none has been said */
    keys = arena_new(c->arena, c->plan->regions + 1, sizeof *keys);
    for (size_t r = 0; r < c->plan->regions; r++)
        keys[r] = c->plan->region[r].key;
    complain(c, n->place, WORD_unknown_region, name, list_words(c->arena, keys, c->plan->regions));
    return PLAN_NONE;
}

/* Which rows of `population` mean something: those of the other method are idle. */
static void
population_use(enum row_use use[MOST_ROWS], const struct plan_region *r)
{
    const bool rates = r->method == POPULATION_RATES;

    for (int i = POPULATION_GROWTH; i <= POPULATION_WORKING_AGE_SHARE_GROWTH; i++)
        use[i] = rates ? ROW_USED : ROW_IDLE;
    for (int i = POPULATION_AGES; i < POPULATION_SETTINGS; i++)
        use[i] = rates ? ROW_IDLE : ROW_USED;
    if (r->model == MODEL_CONVERGENCE)
        use[POPULATION_WORKING_AGE_SHARE] = use[POPULATION_WORKING_AGE_SHARE_GROWTH] = ROW_OPTIONAL;
}

/* A convergence region has of `production` the shocks only, and nothing that looks at sectors. */
static void
convergence_use(enum row_use use[MOST_ROWS], enum region_group group)
{
    if (group == GROUP_PRODUCTION)
        for (int i = 0; i < PRODUCTION_SHOCK_COMMON; i++)
            use[i] = ROW_ABSENT;
    if (group == GROUP_URBANIZATION)
        use[URBANIZATION_PULL] = ROW_ABSENT;
}

/* Of the two ways to human capital only the one that is taken has defaults. */
static void
growth_use(enum row_use use[MOST_ROWS], enum region_group group, const struct node *n)
{
    if (group != GROUP_PRODUCTION)
        return;
    if (node_child(n, "schooling"))
        use[PRODUCTION_HUMAN_CAPITAL_GROWTH] = ROW_OPTIONAL;
    else
        use[PRODUCTION_SCHOOLING_RETURN] = ROW_OPTIONAL;
}

static bool
is_wanted(enum region_model model, enum region_group group)
{
    if (group == GROUP_POPULATION || group == GROUP_URBANIZATION)
        return true;
    if (model == MODEL_CONVERGENCE)
        return group == GROUP_CONVERGENCE;
    return group == GROUP_LABOUR || group == GROUP_PRODUCTION;
}

static bool
is_allowed(enum region_model model, enum region_group group)
{
    if (model == MODEL_CONVERGENCE)
        return is_wanted(model, group) || group == GROUP_PRODUCTION;
    return group != GROUP_CONVERGENCE;
}

static void
read_region_group(struct check *c, struct node *region, struct plan_region *r, enum region_group group, const char *key)
{
    const struct setting_group *table = region_groups[group];
    struct node *n = group_child(c, region, table->name);
    enum row_use use[MOST_ROWS] = { ROW_USED };
    const char *group_key = arena_print(c->arena, "%s.%s", key, table->name);

    if (n && !is_allowed(r->model, group)) {
        complain(c, n->place, WORD_not_for_model, table->name, r->model == MODEL_GROWTH ? "growth" : "convergence");
        return;
    }
    if (!n) {
        if (is_wanted(r->model, group) && !node_child(region, table->name) && !c->incomplete)
            complain(c, region->place, WORD_missing_setting, group_key, phrase_of(c->arena, table->summary));
        return;
    }
    if (group == GROUP_POPULATION)
        population_use(use, r);
    if (r->model == MODEL_CONVERGENCE)
        convergence_use(use, group);
    else
        growth_use(use, group, n);
    group_unknown(c, n, table, NULL);
    group_read(c, n, table, use, group_key, &r->group[group]);
}

/* Method and working ages: `population` decides which of its own rows are used. */
static void
read_method(struct check *c, struct node *region, struct plan_region *r)
{
    struct node *population = group_child(c, region, "population");
    struct node *method = node_child(population, "method");
    int choice;

    r->method = POPULATION_RATES;
    r->working_ages[0] = 15;
    r->working_ages[1] = 64;
    if (!method)
        return; /* the table says so */
    choice = value_choice(c, method, &population_settings.rows[POPULATION_METHOD]);
    c->unclear |= choice < 0;
    if (choice == 0 && r->model == MODEL_CONVERGENCE)
        complain(c, method->place, WORD_convergence_by_rates, r->key);
    else if (choice == 0)
        r->method = POPULATION_COHORT;
}

static void
finish_population(struct check *c, struct node *region, struct plan_region *r)
{
    struct node *population = node_child(region, "population");
    const struct plan_group *g = &r->group[GROUP_POPULATION];
    const struct node *on = node_child(population, "per_head_on");

    if (!g->table)
        return;
    r->per_head_on_end = on && on->kind == NODE_STRING && strcmp(on->text, "end") == 0;
    if (g->entry[POPULATION_WORKING_AGES] != PLAN_NONE) {
        const double *ages = plan_values(c->plan, g->entry[POPULATION_WORKING_AGES]);

        r->working_ages[0] = (int) ages[0];
        r->working_ages[1] = (int) ages[1];
        if (ages[0] != r->working_ages[0] || ages[1] != r->working_ages[1] || ages[0] > ages[1])
            complain(c, node_child(population, "working_ages")->place, WORD_working_ages);
    }
    if (r->method == POPULATION_COHORT)
        check_ages(c, population, r);
}

static void
read_region(struct check *c, struct node *n, struct plan_region *r)
{
    const char *key = arena_print(c->arena, "regions.%s", r->key);
    struct node *model = node_child(n, "model"), *parent = node_child(n, "parent");

    group_unknown(c, n, &region_settings, region_group_names);
    group_read(c, n, &region_settings, NULL, key, NULL);
    if (parent)
        r->parent = find_region(c, parent, "parent");
    if (!model || model->kind == NODE_WRONG) {
        c->unclear = true; /* without a model nothing can be said of its groups */
        return;
    }
    r->model = strcmp(model->text, "growth") == 0 ? MODEL_GROWTH : MODEL_CONVERGENCE;
    read_method(c, n, r);
    for (int g = 0; g < REGION_GROUPS; g++)
        if (g == GROUP_SECTOR)
            check_sectors(c, n, r, key);
        else
            read_region_group(c, n, r, (enum region_group) g, key);
    finish_population(c, n, r);
}

static void
name_region(struct check *c, const struct node *n, struct plan_region *r)
{
    const struct node *west = node_child(n, "west");

    r->key = arena_text(&c->plan->arena, n->name);
    r->name = or_else(text_child(c, n, "name"), r->key);
    r->name_zh = or_else(text_child(c, n, "name_zh"), r->name);
    r->vintage = text_child(c, n, "vintage");
    r->west = west && west->kind == NODE_BOOL && west->flag;
    r->parent = PLAN_NONE;
}

/* A name stands for one region in tables, and for the city of that name in the peers' panel. */
static void
check_name(struct check *c, const struct node *n, const struct plan_region *r)
{
    static const char *const key[2] = { "name", "name_zh" };

    for (const struct plan_region *other = c->plan->region; other < r; other++) {
        const bool same[2] = { strcmp(other->name, r->name) == 0, strcmp(other->name_zh, r->name_zh) == 0 };

        for (int i = 0; i < 2; i++) {
            const struct node *name = node_child(n, key[i]);

            if (!same[i])
                continue;
            complain(c, name ? name->place : n->place, WORD_name_of_two, r->key, i ? r->name_zh : r->name, other->key);
            return;
        }
    }
}

void
check_regions(struct check *c)
{
    struct node *regions = group_child(c, c->root, "regions");
    struct plan *p = c->plan;
    size_t r = 0;

    if (!regions || regions->count == 0) {
        if ((regions || !node_child(c->root, "regions")) && !c->incomplete)
            complain(c, regions ? regions->place : c->root->place, WORD_missing_setting, "regions",
                     phrase_of(c->arena, region_settings.summary));
        return;
    }
    p->region = arena_new(&p->arena, regions->count + 1, sizeof *p->region);
    for (struct node *n = regions->first; n; n = n->next)
        if (group_child(c, regions, n->name)) {
            name_region(c, n, &p->region[p->regions]);
            check_name(c, n, &p->region[p->regions++]);
        }
    for (struct node *n = regions->first; n; n = n->next)
        if (n->kind == NODE_GROUP)
            read_region(c, n, &p->region[r++]);
}
