/* What looks across regions: the modernization index, ranks among cities, shares of a parent. */
#include <stdlib.h>
#include <string.h>
#include "engine/world.h"
#include "models/modernization.h"

/* Numbers of the series that the index of a region reads and writes; index PLAN_NONE: it has none */
struct index_of_region {
    size_t index, minimum;
    size_t *x, *benchmark; /* [indicators weighed] */
};

struct index_rows {
    struct index_of_region *region; /* [regions] */
    size_t *parent;                 /* [regions]: share_of_parent */
    size_t west, rank_west;         /* of home, by the index */
    size_t cities, cities_west;     /* rank_national, rank_west */
    struct lever cap, *weight, *peers;
    struct peers_year *year;
    struct peer_record *peer; /* [peers] */
    const lanes *normals;     /* of the peers */
    struct arena arena;
};

static size_t
find(const struct world *w, size_t region, const char *key)
{
    return series_find(w->series, w->count, region, key);
}

static struct index_of_region
index_rows_of(const struct world *w, struct arena *arena, size_t region)
{
    const struct plan_modernization *m = &w->plan->modernization;
    struct index_of_region rows = { find(w, region, "modernization"), find(w, region, "modernization_minimum"),
                                    arena_new(arena, m->count + 1, sizeof *rows.x),
                                    arena_new(arena, m->count + 1, sizeof *rows.benchmark) };

    for (size_t k = 0; k < m->count; k++) {
        rows.x[k] = series_of(w->series, w->count, region, m->indicator[k], PLAN_NONE);
        rows.benchmark[k] = series_of(w->series, w->count, w->plan->benchmark, m->indicator[k], PLAN_NONE);
    }
    return rows;
}

static void
bind_settings(struct world *w, struct index_rows *x)
{
    const struct plan *p = w->plan;

    if (p->peers.count) {
        x->peers = levers_bind(p, &p->peers.settings, w->variates);
        x->year = arena_new(&x->arena, p->years, sizeof *x->year);
        x->peer = arena_new(&x->arena, p->peers.count, sizeof *x->peer);
        for (size_t c = 0; c < p->peers.count; c++)
            x->peer[c] = peer_record(&(struct peer) { p->peers.peer[c].gdp, p->peers.peer[c].gdp_before });
        x->normals = variates_normals(w->variates, PLAN_NONE, PLAN_NONE);
    }
    x->weight = arena_new(&x->arena, p->modernization.count + 1, sizeof *x->weight);
    for (size_t k = 0; k < p->modernization.count; k++)
        x->weight[k] = lever_bind(p, p->modernization.weight[k], w->variates);
    if (p->modernization.count)
        x->cap = lever_bind(p, p->modernization.cap, w->variates);
}

void
world_index_init(struct world *w)
{
    const struct plan *p = w->plan;
    struct index_rows *x = w->index = memory_new(1, sizeof *x);

    x->region = arena_new(&x->arena, p->regions, sizeof *x->region);
    x->parent = arena_new(&x->arena, p->regions, sizeof *x->parent);
    for (size_t r = 0; r < p->regions; r++) {
        x->region[r] = index_rows_of(w, &x->arena, r);
        x->parent[r] = find(w, r, "share_of_parent");
    }
    x->west = find(w, p->home, "modernization_west");
    x->rank_west = find(w, p->home, "modernization_rank_west");
    x->cities = find(w, p->home, "rank_national");
    x->cities_west = find(w, p->home, "rank_west");
    bind_settings(w, x);
}

void
world_index_shift(struct world *w, const double *values, const double *change)
{
    struct index_rows *x = w->index;

    for (size_t i = 0; x->peers && i < w->plan->peers.settings.table->count; i++)
        lever_follow(&x->peers[i], values, change);
    lever_follow(&x->cap, values, change);
}

void
world_index_free(struct world *w)
{
    if (!w->index)
        return;
    free(w->index->peers);
    arena_free(&w->index->arena);
    free(w->index);
}

static bool
is_wanted(const struct world *w, size_t series)
{
    return series != PLAN_NONE && w->wanted[series];
}

static bool
is_western(const struct world *w, size_t region)
{
    return w->plan->region[region].west && region != w->plan->home;
}

/* The West's index is the mean of regions' own, which weigh indicators of theirs and the benchmark's. */
void
world_index_want(struct world *w)
{
    const struct index_rows *x = w->index;
    const struct plan *p = w->plan;
    const bool west = is_wanted(w, x->west) || is_wanted(w, x->rank_west);

    for (size_t i = 0; west && i < p->comparators; i++)
        if (is_western(w, p->comparator[i]))
            w->wanted[x->region[p->comparator[i]].index] = true;
    if (west)
        w->wanted[x->west] = w->wanted[x->rank_west] = w->wanted[x->region[p->home].index] = true;
    for (size_t r = 0; r < p->regions; r++) {
        const struct index_of_region *rows = &x->region[r];

        if (!is_wanted(w, rows->index) && !is_wanted(w, rows->minimum))
            continue;
        w->wanted[rows->index] = w->wanted[rows->minimum] = true;
        for (size_t k = 0; k < p->modernization.count; k++)
            w->wanted[rows->x[k]] = w->wanted[rows->benchmark[k]] = true;
    }
    if (is_wanted(w, x->cities) || is_wanted(w, x->cities_west))
        w->wanted[x->cities] = w->wanted[x->cities_west] = true;
}

KERNEL static void
percent_of(lanes *out, lanes *part, lanes *whole, size_t years)
{
    for (size_t t = 0; t < years; t++)
        EACH_LANE(l)
            out[t][l] = 100 * part[t][l] / whole[t][l];
}

void
world_parents(struct world *w)
{
    for (size_t r = 0; r < w->plan->regions; r++)
        if (is_wanted(w, w->index->parent[r]))
            percent_of(world_rows(w, w->index->parent[r]), w->region[r].record.value,
                       w->region[w->plan->region[r].parent].record.value, w->plan->years);
}

static void
index_of(struct world *w, const struct index_of_region *rows)
{
    lanes *index = world_rows(w, rows->index), *lowest = world_rows(w, rows->minimum);
    const size_t years = w->plan->years;

    for (size_t t = 0; t < years; t++)
        EACH_LANE(l) {
            index[t][l] = 0;
            lowest[t][l] = INFINITY;
        }
    for (size_t k = 0; k < w->plan->modernization.count; k++)
        modernization_add(index, lowest, world_rows(w, rows->x[k]), world_rows(w, rows->benchmark[k]),
                          &w->index->weight[k], &w->index->cap, years);
}

/* The western comparators' mean, weighted by population, and how many of them stand above home. */
KERNEL static void
west_of(struct world *w, size_t t, double *mean, double *rank)
{
    const struct plan *p = w->plan;
    const double *home = world_row(w, w->index->region[p->home].index, t);
    lanes people = { 0 };

    EACH_LANE(l) {
        mean[l] = 0;
        rank[l] = 1;
    }
    for (size_t i = 0; i < p->comparators; i++) {
        const size_t r = p->comparator[i];
        const double *index, *population;

        if (!is_western(w, r))
            continue;
        index = world_row(w, w->index->region[r].index, t);
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
    const struct index_rows *x = w->index;

    for (size_t r = 0; r < w->plan->regions; r++)
        if (is_wanted(w, x->region[r].index))
            index_of(w, &x->region[r]);
    if (!is_wanted(w, x->west))
        return;
    for (size_t t = 0; t < w->plan->years; t++)
        west_of(w, t, world_row(w, x->west, t), world_row(w, x->rank_west, t));
}

void
world_city_gdp(lanes out, const struct world *w, size_t city, size_t t)
{
    const struct plan_peer *c = &w->plan->peers.peer[city];
    const struct peer peer = { c->gdp, c->gdp_before };

    if (c->region != PLAN_NONE)
        memcpy(out, w->region[c->region].record.value[t], sizeof(lanes));
    else
        peer_gdp(out, &peer, w->index->peers, &w->region[w->plan->benchmark].record, t);
}

/* Adds 1 to `all`, and to `west` too, where a region in a city's place has more than home. */
static void
region_ahead(lanes *all, lanes *gdp, lanes *home, size_t years)
{
    for (size_t t = 0; t < years; t++)
        EACH_LANE(l)
            all[t][l] += gdp[t][l] > home[t][l];
}

static void
city_ahead(struct world *w, lanes *count, size_t city)
{
    const struct plan_peer *c = &w->plan->peers.peer[city];
    const struct index_rows *x = w->index;

    if (c->region != PLAN_NONE)
        region_ahead(count, w->region[c->region].record.value, w->region[w->plan->home].record.value, w->plan->years);
    else
        peer_ahead(count, x->peer[city], x->normals ? x->normals[city] : NULL, x->year, w->plan->years);
}

/* Ranks count who is ahead: first those of the West, then the others on top. */
void
world_ranks(struct world *w)
{
    const struct plan *p = w->plan;
    const struct index_rows *x = w->index;
    lanes *all, *west;

    if (!is_wanted(w, x->cities))
        return;
    all = world_rows(w, x->cities);
    west = world_rows(w, x->cities_west);
    peers_years(x->year, x->peers, &w->region[p->benchmark].record, (const lanes *) w->region[p->home].record.value,
                p->years);
    for (size_t t = 0; t < p->years; t++)
        EACH_LANE(l)
            west[t][l] = 1;
    for (size_t c = 0; c < p->peers.count; c++)
        if (p->peers.peer[c].west && p->peers.peer[c].region != p->home)
            city_ahead(w, west, c);
    memcpy(all, west, p->years * sizeof *all);
    for (size_t c = 0; c < p->peers.count; c++)
        if (!p->peers.peer[c].west && p->peers.peer[c].region != p->home)
            city_ahead(w, all, c);
}
