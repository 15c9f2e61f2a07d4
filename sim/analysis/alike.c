#include "analysis/alike.h"
#include <string.h>
#include "base/text.h"

static bool
differs(struct text *what, const char *key)
{
    text_add(what, key);
    return false;
}

static bool
same_tables(const struct plan_region *a, const struct plan_region *b, struct text *what)
{
    static const char *const name[AGE_TABLES] = { "ages", "mortality", "fertility_pattern", "migration_pattern",
                                                  "migration_rates" };

    for (int k = 0; k < AGE_TABLES; k++) {
        const struct age_table *x = &a->ages[k], *y = &b->ages[k];
        bool same = x->count == y->count;

        for (size_t i = 0; i < x->count && same; i++)
            same = x->row[i].sex == y->row[i].sex && x->row[i].first == y->row[i].first
                   && x->row[i].last == y->row[i].last && x->row[i].open == y->row[i].open
                   && x->row[i].value == y->row[i].value;
        if (!same) {
            text_print(what, "regions.%s.population.%s", a->key, name[k]);
            return false;
        }
    }
    return true;
}

static bool
same_sectors(const struct plan_region *a, const struct plan_region *b, struct text *what)
{
    bool same = a->sectors == b->sectors;

    for (size_t s = 0; s < a->sectors && same; s++)
        same = !strcmp(a->sector[s].key, b->sector[s].key) && a->sector[s].group == b->sector[s].group;
    if (!same)
        text_print(what, "regions.%s.sectors", a->key);
    return same;
}

static bool
same_region(const struct plan_region *a, const struct plan_region *b, struct text *what)
{
    const char *setting = a->model != b->model                                               ? "model"
                          : a->method != b->method                                           ? "population.method"
                          : a->west != b->west                                               ? "west"
                          : a->parent != b->parent                                           ? "parent"
                          : a->per_head_on_end != b->per_head_on_end                         ? "population.per_head_on"
                          : memcmp(a->working_ages, b->working_ages, sizeof a->working_ages) ? "population.working_ages"
                                                                                             : NULL;

    if (strcmp(a->key, b->key) != 0)
        setting = "";
    if (!setting)
        return same_sectors(a, b, what) && same_tables(a, b, what);
    text_print(what, "regions.%s%s%s", a->key, *setting ? "." : "", setting);
    return false;
}

static bool
same_regions(const struct plan *a, const struct plan *b, struct text *what)
{
    const struct plan *longer = a->regions > b->regions ? a : b;
    const size_t common = a->regions < b->regions ? a->regions : b->regions;

    for (size_t r = 0; r < common; r++)
        if (!same_region(&a->region[r], &b->region[r], what))
            return false;
    if (a->regions == b->regions)
        return true;
    text_print(what, "regions.%s", longer->region[common].key);
    return false;
}

static bool
same_roles(const struct plan *a, const struct plan *b, struct text *what)
{
    if (a->start != b->start || a->end != b->end)
        return differs(what, "horizon");
    if (a->home != b->home)
        return differs(what, "home");
    if (a->benchmark != b->benchmark)
        return differs(what, "benchmark");
    if (a->comparators != b->comparators
        || (a->comparators && memcmp(a->comparator, b->comparator, a->comparators * sizeof *a->comparator) != 0))
        return differs(what, "comparators");
    return true;
}

static bool
same_index(const struct plan_modernization *a, const struct plan_modernization *b, struct text *what)
{
    if (a->count != b->count || (a->count && memcmp(a->indicator, b->indicator, a->count * sizeof *a->indicator) != 0))
        return differs(what, "modernization.weights");
    return true;
}

/* A record is NaN where it is blank. */
static bool
same_record(double a, double b)
{
    return a == b || (a != a && b != b);
}

static bool
same_peers(const struct plan_peers *a, const struct plan_peers *b, struct text *what)
{
    bool same = a->count == b->count;

    for (size_t i = 0; i < a->count && same; i++)
        same = !strcmp(a->peer[i].name, b->peer[i].name) && a->peer[i].west == b->peer[i].west
               && a->peer[i].gdp == b->peer[i].gdp && same_record(a->peer[i].gdp_before, b->peer[i].gdp_before)
               && a->peer[i].region == b->peer[i].region;
    return same || differs(what, "peers.panel");
}

/* The longer list says which setting only one of them has. */
static bool
same_entries(const struct plan *a, const struct plan *b, struct text *what)
{
    const struct plan *longer = a->entries >= b->entries ? a : b, *other = longer == a ? b : a;

    for (size_t i = 0; i < longer->entries; i++) {
        const struct plan_entry *x = &longer->entry[i], *y = &other->entry[i];

        if (i >= other->entries || strcmp(x->key, y->key) != 0 || x->length != y->length || x->offset != y->offset)
            return differs(what, x->key);
    }
    return true;
}

bool
plans_alike(const struct plan *a, const struct plan *b, struct text *what)
{
    return same_regions(a, b, what) && same_roles(a, b, what) && same_index(&a->modernization, &b->modernization, what)
           && same_peers(&a->peers, &b->peers, what) && same_entries(a, b, what);
}
