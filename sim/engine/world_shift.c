/* Settings of a world that is bound, moved lane by lane without touching the plan. */
#include "engine/world.h"

static void
bind_all(struct lever *list, size_t count, const double *values, const double *change)
{
    for (size_t i = 0; list && i < count; i++)
        lever_follow(&list[i], values, change);
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
    world_index_shift(w, values, change);
}
