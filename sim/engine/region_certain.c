/* What no draw touches: models whose settings are not drawn and that read nothing which is. */
#include <math.h>
#include "engine/region.h"

static bool
is_moved(const struct lever *lever, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lever_given(&lever[i]) && !lever_certain(&lever[i]))
            return true;
    return false;
}

/* Whether draws touch a setting of the groups that a model reads */
static bool
settings_vary(const struct region_run *run, const struct plan_region *r, unsigned groups)
{
    for (int g = 0; g < REGION_GROUPS; g++)
        if (groups & 1u << g && run->lever[g] && is_moved(run->lever[g], r->group[g].table->count))
            return true;
    for (size_t s = 0; groups & 1u << GROUP_SECTOR && s < r->sectors; s++)
        if (is_moved(run->sector_lever[s], r->sector[s].settings.table->count))
            return true;
    return false;
}

static bool
has_shocks(const struct variates *v, size_t region, size_t sectors)
{
    bool found = variates_normals(v, region, PLAN_NONE) != NULL;

    for (size_t s = 0; s < sectors; s++)
        found |= variates_normals(v, region, s) != NULL;
    return found;
}

void
region_find_certain(struct region_run *run, const struct plan *p, size_t region, const struct variates *v,
                    const struct region_run *benchmark)
{
    const struct plan_region *r = &p->region[region];
    const bool shocks = has_shocks(v, region, r->sectors);

    run->varying = benchmark && benchmark->varying & (PART_OUTPUT | PART_PEOPLE) ? PART_BENCHMARK : 0;
    for (size_t i = 0; i < run->models; i++) {
        const struct model *m = run->model[i];

        run->certain[i] = !settings_vary(run, r, m->groups) && !(m->reads & run->varying)
                          && !(shocks && m->writes & PART_OUTPUT);
        if (!run->certain[i])
            run->varying |= m->writes;
    }
}

void
region_poison(struct region_run *run)
{
    for (size_t i = 0; i < run->models; i++)
        for (size_t k = run->rows[i]; k < run->rows[i + 1] && !run->certain[i]; k++)
            for (size_t t = 0; t < run->record.years; t++)
                EACH_LANE(l)
                    run->record.owned[k][t][l] = NAN;
}
