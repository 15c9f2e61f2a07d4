#include "scenario/reach.h"
#include <string.h>
#include "models/indicator.h"
#include "scenario/group.h"
#include "scenario/value.h"

static const struct reach nothing = { PLAN_NONE, PLAN_NONE };

/* The sector whose key follows the indicator's in `name` */
static size_t
sector_of(const struct plan_region *r, const char *prefix, const char *name)
{
    if (strncmp(name, prefix, strlen(prefix)) != 0)
        return PLAN_NONE;
    for (size_t s = 0; s < r->sectors; s++)
        if (r->sector[s].key && strcmp(r->sector[s].key, name + strlen(prefix)) == 0)
            return s;
    return PLAN_NONE;
}

struct reach
reach_named(const struct plan *p, size_t region, const char *name)
{
    for (size_t i = 0; i < indicator_count; i++) {
        if (!indicators[i].of_sector && strcmp(indicators[i].key, name) == 0)
            return (struct reach) { i, PLAN_NONE };
        if (indicators[i].of_sector && region != PLAN_NONE) {
            const size_t s = sector_of(&p->region[region], indicators[i].key, name);

            if (s != PLAN_NONE)
                return (struct reach) { i, s };
        }
    }
    return nothing;
}

/* A record with rows where the region's models will have some, for indicators to look at; `row` is any. */
static struct record
shape(const struct plan_region *r, lanes *row)
{
    const bool growth = r->model == MODEL_GROWTH;
    struct record x = {
        .population = row, .population_mean = row, .per_head_people = row, .real = row, .value = row, .urban = row
    };

    for (int g = 0; g < SECTOR_GROUPS; g++)
        x.share[g] = row;
    if (growth)
        x.working_age = x.dependency = x.employment = x.investment_rate = row;
    if (r->method == POPULATION_COHORT)
        x.aged = row;
    if (r->group[GROUP_HOUSEHOLD].table)
        x.income = x.income_urban = x.income_rural = x.income_ratio = row;
    x.sectors = r->sectors;
    for (size_t s = 0; s < r->sectors; s++) {
        x.sector[s].group = r->sector[s].group;
        x.deflator[r->sector[s].group] = row;
    }
    for (int k = 0; growth && k < CONTRIBUTIONS; k++)
        x.contribution[k] = row;
    return x;
}

static bool
in_records(const struct plan *p, size_t region, const struct indicator *i)
{
    lanes row = { 0 };
    const struct record own = shape(&p->region[region], &row);
    const bool measured = p->benchmark != PLAN_NONE;
    const struct record benchmark = measured ? shape(&p->region[p->benchmark], &row) : (struct record) { 0 };

    return i->available(&own, measured ? &benchmark : NULL, 0);
}

static bool
in_index(const struct plan *p, size_t region)
{
    const struct plan_modernization *m = &p->modernization;

    for (size_t k = 0; k < m->count; k++)
        if (!in_records(p, region, &indicators[m->indicator[k]]))
            return false;
    return m->count > 0;
}

static bool
has_west(const struct plan *p)
{
    for (size_t i = 0; i < p->comparators; i++)
        if (p->region[p->comparator[i]].west && p->comparator[i] != p->home)
            return true;
    return false;
}

bool
reach_has(const struct plan *p, size_t region, size_t indicator)
{
    const struct indicator *i = &indicators[indicator];

    switch (i->source) {
    case FROM_RECORD: return in_records(p, region, i);
    case FROM_INDEX:
        if (strstr(i->key, "_west"))
            return region == p->home && in_index(p, region) && has_west(p);
        return in_index(p, region);
    case FROM_PEERS: return region == p->home && p->peers.count > 0;
    case FROM_PARENT: return p->region[region].parent != PLAN_NONE;
    }
    return false;
}

/* Names that the region can be asked for, its sectors' ones spelled out */
static const char *const *
names_of(struct check *c, size_t region, size_t *count)
{
    const struct plan_region *r = region == PLAN_NONE ? NULL : &c->plan->region[region];
    const char **names = arena_new(c->arena, indicator_count * (r ? r->sectors + 1 : 1), sizeof *names);

    *count = 0;
    for (size_t i = 0; i < indicator_count; i++)
        if (r && !reach_has(c->plan, region, i))
            continue;
        else if (!indicators[i].of_sector)
            names[(*count)++] = indicators[i].key;
        else
            for (size_t s = 0; r && s < r->sectors; s++)
                names[(*count)++] = arena_print(c->arena, "%s%s", indicators[i].key, r->sector[s].key);
    return names;
}

static bool
may_be_of_sector(const char *name)
{
    for (size_t i = 0; i < indicator_count; i++)
        if (indicators[i].of_sector && strncmp(name, indicators[i].key, strlen(indicators[i].key)) == 0)
            return true;
    return false;
}

static void
complain_unknown_indicator(struct check *c, const struct node *n, size_t region)
{
    size_t count;
    const char *const *names;
    const char *near;

    if (c->incomplete || check_enough(c) || (c->unclear && may_be_of_sector(n->text)))
        return;
    names = names_of(c, region, &count);
    near = text_nearest(n->text, names, count);
    if (near)
        complain(c, n->place, WORD_unknown_indicator_near, n->text, near);
    else
        complain(c, n->place, WORD_unknown_indicator, n->text, list_words(c->arena, names, count));
}

struct reach
reach_read(struct check *c, struct node *n, const char *key, size_t region)
{
    struct reach found;

    if (!value_text(c, n, key))
        return nothing;
    found = reach_named(c->plan, region, n->text);
    if (found.indicator == PLAN_NONE)
        complain_unknown_indicator(c, n, region);
    else if (region != PLAN_NONE && !c->incomplete && !c->unclear && !reach_has(c->plan, region, found.indicator)) {
        complain(c, n->place, WORD_indicator_not_reported, c->plan->region[region].key, n->text);
        return nothing;
    }
    return found;
}
