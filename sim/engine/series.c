#include "engine/series.h"
#include <stdio.h>
#include <string.h>

struct list {
    struct series *series;
    size_t count, room;
};

static void
add(struct list *list, size_t region, size_t indicator, size_t sector, const char *sector_key)
{
    struct series *s;

    list->series = memory_room(list->series, list->count, &list->room, sizeof *list->series);
    s = &list->series[list->count++];
    *s = (struct series) { region, indicator, sector, indicators[indicator].from_second_year, "" };
    snprintf(s->key, sizeof s->key, "%s%s", indicators[indicator].key, sector_key);
}

static const struct record *
benchmark_record(const struct plan *p, const struct region_run *run)
{
    return p->benchmark == PLAN_NONE ? NULL : &run[p->benchmark].record;
}

/* Whether region and benchmark both have every indicator that the index weighs. */
static bool
index_available(const struct plan *p, const struct region_run *run, size_t region)
{
    const struct record *benchmark = benchmark_record(p, run);

    if (!p->modernization.count || !benchmark)
        return false;
    for (size_t k = 0; k < p->modernization.count; k++) {
        const struct indicator *x = &indicators[p->modernization.indicator[k]];

        if (!x->available(&run[region].record, benchmark, 0) || !x->available(benchmark, benchmark, 0))
            return false;
    }
    return true;
}

static bool
west_available(const struct plan *p, const struct region_run *run)
{
    for (size_t i = 0; i < p->comparators; i++)
        if (p->region[p->comparator[i]].west && p->comparator[i] != p->home)
            return index_available(p, run, p->home);
    return false;
}

static bool
available(const struct plan *p, const struct region_run *run, size_t region, const struct indicator *x)
{
    switch (x->source) {
    case FROM_RECORD: return x->available(&run[region].record, benchmark_record(p, run), 0);
    case FROM_INDEX:
        if (!strcmp(x->key, "modernization") || !strcmp(x->key, "modernization_minimum"))
            return index_available(p, run, region);
        return region == p->home && west_available(p, run);
    case FROM_PEERS: return region == p->home && p->peers.count > 0 && p->benchmark != PLAN_NONE;
    case FROM_PARENT: return p->region[region].parent != PLAN_NONE;
    }
    return false;
}

struct series *
series_list(size_t *count, const struct plan *p, const struct region_run *run)
{
    struct list list = { 0 };

    for (size_t r = 0; r < p->regions; r++)
        for (size_t i = 0; i < indicator_count; i++) {
            if (!available(p, run, r, &indicators[i]))
                continue;
            if (!indicators[i].of_sector)
                add(&list, r, i, PLAN_NONE, "");
            for (size_t s = 0; indicators[i].of_sector && s < p->region[r].sectors; s++)
                add(&list, r, i, s, p->region[r].sector[s].key);
        }
    *count = list.count;
    return list.series;
}

size_t
series_find(const struct series *list, size_t count, size_t region, const char *key)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].region == region && !strcmp(list[i].key, key))
            return i;
    return PLAN_NONE;
}

size_t
series_of(const struct series *list, size_t count, size_t region, size_t indicator, size_t sector)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].region == region && list[i].indicator == indicator && list[i].sector == sector)
            return i;
    return PLAN_NONE;
}

size_t
indicator_number(const char *key)
{
    for (size_t i = 0; i < indicator_count; i++)
        if (!indicators[i].of_sector && !strcmp(indicators[i].key, key))
            return i;
    return PLAN_NONE;
}
