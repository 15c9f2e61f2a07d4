#include "engine/variates.h"
#include <stdlib.h>
#include "models/peers.h"
#include "models/production.h"

static bool
is_drawn(const struct variates *v, size_t entry)
{
    return variates_factor(v, entry) != lanes_ones;
}

/* Whether the number is not 0, or may not be in a draw */
static bool
matters(const struct variates *v, const struct plan *p, const struct plan_group *g, size_t row)
{
    const size_t entry = g->table ? g->entry[row] : PLAN_NONE;

    return entry != PLAN_NONE && (p->value[p->entry[entry].offset] != 0 || is_drawn(v, entry));
}

static void
add_normals(struct variates *v, const char *name, size_t region, size_t sector, size_t count)
{
    if (!variates_normals(v, region, sector))
        v->normals[v->streams++] = (struct normals) { name, region, sector, count, lanes_new(count) };
}

static void
add_common(struct variates *v, const struct plan *p, size_t region)
{
    const char *name = arena_print(&v->arena, "regions.%s.production.shock_common", p->region[region].key);

    add_normals(v, name, region, PLAN_NONE, p->years - 1);
}

/* A region's shocks; the benchmark's normals too, where its own are correlated with them */
static void
add_region(struct variates *v, const struct plan *p, size_t region)
{
    const struct plan_region *r = &p->region[region];
    const struct plan_group *g = &r->group[GROUP_PRODUCTION];

    if (matters(v, p, g, PRODUCTION_SHOCK_COMMON)) {
        add_common(v, p, region);
        if (p->benchmark != PLAN_NONE && matters(v, p, g, PRODUCTION_SHOCK_CORRELATION))
            add_common(v, p, p->benchmark);
    }
    for (size_t s = 0; s < r->sectors; s++)
        if (matters(v, p, &r->sector[s].settings, SECTOR_SHOCK))
            add_normals(v, arena_print(&v->arena, "regions.%s.sectors.%s.shock", r->key, r->sector[s].key), region, s,
                        p->years - 1);
}

static void
add_shocks(struct variates *v, const struct plan *p)
{
    size_t most = p->regions + 1;

    for (size_t r = 0; r < p->regions; r++)
        most += p->region[r].sectors;
    v->normals = arena_new(&v->arena, most, sizeof *v->normals);
    for (size_t r = 0; r < p->regions && p->years > 1; r++)
        add_region(v, p, r);
    if (p->peers.count && matters(v, p, &p->peers.settings, PEERS_SHOCK))
        add_normals(v, "peers.shock", PLAN_NONE, PLAN_NONE, p->peers.count);
}

/* Factors of 1 and no shifts for so many entries */
static void
make_room(struct variates *v, size_t entries)
{
    v->entry = arena_new(&v->arena, entries + 1, sizeof *v->entry);
    v->factor = lanes_new(entries);
    v->shift = lanes_new(entries);
    for (size_t i = 0; i < entries; i++)
        EACH_LANE(l)
            v->factor[i][l] = 1;
}

void
variates_init(struct variates *v, const struct plan *p, const bool *held, bool shocks)
{
    size_t most = 0;

    for (size_t i = 0; i < p->uncertains; i++)
        most += p->uncertain[i].entries;
    make_room(v, most);
    for (size_t i = 0; i < p->uncertains; i++)
        for (size_t k = 0; k < p->uncertain[i].entries && !(held && held[i]); k++)
            v->entry[v->entries++] = (struct drawn_entry) { p->uncertain[i].entry[k], i };
    if (shocks)
        add_shocks(v, p);
}

void
variates_of(struct variates *v, const size_t *entry, size_t entries)
{
    make_room(v, entries);
    for (; v->entries < entries; v->entries++)
        v->entry[v->entries] = (struct drawn_entry) { entry[v->entries], v->entries };
}

void
variates_free(struct variates *v)
{
    for (size_t i = 0; i < v->streams; i++)
        free(v->normals[i].row);
    free(v->factor);
    free(v->shift);
    arena_free(&v->arena);
    *v = (struct variates) { 0 };
}

static size_t
place_of(const struct variates *v, size_t entry)
{
    for (size_t i = 0; v && i < v->entries; i++)
        if (v->entry[i].entry == entry)
            return i;
    return PLAN_NONE;
}

const double *
variates_factor(const struct variates *v, size_t entry)
{
    const size_t i = place_of(v, entry);

    return i == PLAN_NONE ? lanes_ones : v->factor[i];
}

const double *
variates_shift(const struct variates *v, size_t entry)
{
    const size_t i = place_of(v, entry);

    return i == PLAN_NONE ? lanes_zeros : v->shift[i];
}

const lanes *
variates_normals(const struct variates *v, size_t region, size_t sector)
{
    for (size_t i = 0; v && i < v->streams; i++)
        if (v->normals[i].region == region && v->normals[i].sector == sector)
            return (const lanes *) v->normals[i].row;
    return NULL;
}
