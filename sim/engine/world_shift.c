/* Settings of a world that is bound, moved lane by lane without touching the plan. */
#include "engine/world.h"

/* Lets the lever follow `change` if it is bound to these values of the plan. */
static void
bind_one(struct lever *x, const double *values, const double *change)
{
    if (x && x->level == values)
        x->shift = change;
}

static void
bind_all(struct lever *list, size_t count, const double *values, const double *change)
{
    for (size_t i = 0; list && i < count; i++)
        bind_one(&list[i], values, change);
}

void
world_shift(struct world *w, size_t entry, const double *change)
{
    const struct plan *p = w->plan;
    const double *values = &p->value[p->entry[entry].offset];

    for (size_t r = 0; r < p->regions; r++) {
        for (int g = 0; g < REGION_GROUPS; g++)
            bind_all(w->region[r].lever[g], region_groups[g]->count, values, change);
        for (size_t s = 0; s < p->region[r].sectors; s++)
            bind_all(w->region[r].sector_lever[s], region_groups[GROUP_SECTOR]->count, values, change);
    }
    if (p->peers.count)
        bind_all(w->peers, p->peers.settings.table->count, values, change);
    bind_one(w->cap, values, change);
}
