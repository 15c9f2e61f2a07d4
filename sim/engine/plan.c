#include "engine/plan.h"
#include <stdlib.h>
#include <string.h>
#include "models/indicator.h"
#include "models/production.h"

static size_t
value_room(struct plan *p, size_t length)
{
    const size_t offset = p->values;

    while (p->values + length > p->values_room)
        p->value = memory_room(p->value, p->values_room, &p->values_room, sizeof *p->value);
    p->values += length;
    return offset;
}

size_t
plan_add(struct plan *p, const char *key, const struct setting *setting, size_t length, struct place place)
{
    p->entry = memory_room(p->entry, p->entries, &p->entries_room, sizeof *p->entry);
    p->entry[p->entries] = (struct plan_entry) { arena_text(&p->arena, key), setting, value_room(p, length), length,
                                                 place };
    return p->entries++;
}

size_t
plan_find(const struct plan *p, const char *key)
{
    for (size_t i = 0; i < p->entries; i++)
        if (!strcmp(p->entry[i].key, key))
            return i;
    return PLAN_NONE;
}

double *
plan_values(struct plan *p, size_t entry)
{
    return &p->value[p->entry[entry].offset];
}

bool
plan_movable(const struct plan *p, size_t entry)
{
    const struct setting *row = p->entry[entry].setting;

    for (size_t k = 0; k < p->modernization.count; k++)
        if (p->modernization.weight[k] == entry)
            return false;
    return row->kind != SETTING_PAIR && row != &sector_settings.rows[SECTOR_EMPLOYMENT_SHARE];
}

void
plan_free(struct plan *p)
{
    free(p->value);
    free(p->entry);
    arena_free(&p->arena);
    *p = (struct plan) { 0 };
}

enum unit
plan_target_unit(const struct plan_target *g)
{
    const struct indicator *i = &indicators[g->indicator];
    const bool points = i->unit == UNIT_PERCENT || i->unit == UNIT_POINTS;

    if (g->relative_to != PLAN_NONE)
        return g->from ? UNIT_POINTS : UNIT_PERCENT;
    if (g->from && i->is_level)
        return UNIT_PERCENT;
    return points && (g->over != PLAN_NONE || g->from) ? UNIT_POINTS : i->unit;
}
