/* What looks across regions: the modernization index, ranks among cities, shares of a parent. */
#include "engine/world.h"
#include <string.h>
#include "models/modernization.h"
#include "models/peers.h"

static size_t
find(const struct world *w, size_t region, const char *key)
{
    return series_find(w->series, w->count, region, key);
}

void
world_parents(struct world *w)
{
    for (size_t r = 0; r < w->plan->regions; r++) {
        const size_t i = find(w, r, "share_of_parent");

        if (i == PLAN_NONE)
            continue;
        for (size_t t = 0; t < w->plan->years; t++)
            EACH_LANE(l)
                world_row(w, i, t)[l] = 100 * w->region[r].record.value[t][l]
                                        / w->region[w->plan->region[r].parent].record.value[t][l];
    }
}

static void
index_of(struct world *w, size_t region, size_t index, size_t minimum)
{
    const struct plan_modernization *m = &w->plan->modernization;

    for (size_t t = 0; t < w->plan->years; t++) {
        double *lowest = world_row(w, minimum, t);

        EACH_LANE(l) {
            world_row(w, index, t)[l] = 0;
            lowest[l] = INFINITY;
        }
        for (size_t k = 0; k < m->count; k++) {
            const size_t x = series_of(w->series, w->count, region, m->indicator[k], PLAN_NONE);
            const size_t b = series_of(w->series, w->count, w->plan->benchmark, m->indicator[k], PLAN_NONE);

            modernization_add(world_row(w, index, t), lowest, world_row(w, x, t), world_row(w, b, t), &w->weight[k],
                              w->cap);
        }
    }
}

/* The western comparators' mean, weighted by population, and how many of them stand above home. */
static void
west_of(struct world *w, size_t t, lanes mean, lanes rank)
{
    const struct plan *p = w->plan;
    const double *home = world_row(w, find(w, p->home, "modernization"), t);
    lanes people = { 0 };

    EACH_LANE(l) {
        mean[l] = 0;
        rank[l] = 1;
    }
    for (size_t i = 0; i < p->comparators; i++) {
        const size_t r = p->comparator[i];
        const double *index, *population;

        if (!p->region[r].west || r == p->home)
            continue;
        index = world_row(w, find(w, r, "modernization"), t);
        population = w->region[r].record.population[t];
        EACH_LANE(l) {
            mean[l] += index[l] * population[l];
            people[l] += population[l];
            rank[l] += index[l] > home[l];
        }
    }
    EACH_LANE(l)
        mean[l] /= people[l];
}

void
world_modernization(struct world *w)
{
    const size_t west = find(w, w->plan->home, "modernization_west");
    const size_t rank = find(w, w->plan->home, "modernization_rank_west");

    for (size_t r = 0; r < w->plan->regions; r++) {
        const size_t index = find(w, r, "modernization");

        if (index != PLAN_NONE)
            index_of(w, r, index, find(w, r, "modernization_minimum"));
    }
    if (west == PLAN_NONE)
        return;
    for (size_t t = 0; t < w->plan->years; t++)
        west_of(w, t, world_row(w, west, t), world_row(w, rank, t));
}

/* Fills a city's GDP, or takes that of the region that stands in its place. */
static const double *
project_city(struct world *w, size_t city, size_t t)
{
    const struct plan_peer *c = &w->plan->peers.peer[city];
    double *row = w->peer[city * w->plan->years + t];
    const struct peer peer = { c->gdp, c->gdp_before };

    if (c->region != PLAN_NONE)
        memcpy(row, w->region[c->region].record.value[t], sizeof(lanes));
    else
        peer_gdp(row, &peer, w->peers, &w->region[w->plan->benchmark].record, t);
    return row;
}

void
world_ranks(struct world *w)
{
    const struct plan *p = w->plan;
    const size_t national = find(w, p->home, "rank_national"), west = find(w, p->home, "rank_west");

    if (national == PLAN_NONE)
        return;
    for (size_t t = 0; t < p->years; t++) {
        const double *home = w->region[p->home].record.value[t];
        double *all = world_row(w, national, t), *western = world_row(w, west, t);

        EACH_LANE(l)
            all[l] = western[l] = 1;
        for (size_t c = 0; c < p->peers.count; c++) {
            const double *gdp = project_city(w, c, t);
            const bool other = p->peers.peer[c].region != p->home, in_west = p->peers.peer[c].west;

            EACH_LANE(l) {
                all[l] += other && gdp[l] > home[l];
                western[l] += other && in_west && gdp[l] > home[l];
            }
        }
    }
}
