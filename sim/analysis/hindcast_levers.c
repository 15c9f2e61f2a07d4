/* Levers of a projection of the past: what they were up to the origin, held after it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/hindcast_parts.h"

#define HELD_YEARS 5

static bool
is_path(const struct plan *p, size_t entry)
{
    return p->entry[entry].length == p->years && p->entry[entry].setting->kind == SETTING_LEVER;
}

/* Over the five years to the origin, or as many as there are */
static double
mean_of(const double *x, size_t origin)
{
    const size_t from = origin > HELD_YEARS ? origin - HELD_YEARS + 1 : 1;
    double mean = 0;

    for (size_t t = from; t <= origin; t++)
        mean += x[t] / (double) (origin - from + 1);
    return mean;
}

/* Years in which a lead halves, of the regions by convergence; infinite where there is none */
static double
halflife(const struct plan *p)
{
    double sum = 0;
    size_t count = 0;

    for (size_t e = 0; e < p->entries; e++)
        if (!strcmp(p->entry[e].setting->key, "halflife") && !strncmp(p->entry[e].key, "regions.", 8)) {
            sum += p->value[p->entry[e].offset];
            count++;
        }
    return count ? sum / (double) count : INFINITY;
}

void
hindcast_hold_levers(struct plan *p)
{
    const size_t origin = (size_t) (p->rebase - p->start);
    const double half = halflife(p);

    for (size_t e = 0; e < p->entries; e++) {
        const bool fades = !strcmp(p->entry[e].setting->key, "price_premium");
        double *x = plan_values(p, e);

        if (!is_path(p, e))
            continue;
        x[origin + 1] = mean_of(x, origin);
        for (size_t t = p->years - 1; t > origin; t--)
            x[t] = x[origin + 1] * (fades ? exp2(-(double) (t - origin) / half) : 1);
    }
}

static void
hold_everywhere(struct plan *p)
{
    const size_t origin = (size_t) (p->rebase - p->start);

    for (size_t e = 0; e < p->entries; e++) {
        double *x = plan_values(p, e);
        const double mean = is_path(p, e) ? mean_of(x, origin) : NAN;

        for (size_t t = 0; is_path(p, e) && t < p->years; t++)
            x[t] = mean;
    }
}

enum status
hindcast_tell(struct hindcast_past *past, struct plan *p, const struct observed *outturn, size_t outturns,
              struct error *err)
{
    double *value = memory_new(p->values, sizeof *value);
    enum status rc;

    *past = (struct hindcast_past) { .origin = (size_t) (p->rebase - p->start) };
    memcpy(value, p->value, p->values * sizeof *value);
    hold_everywhere(p);
    for (size_t r = 0; r < p->regions; r++)
        p->region[r].known.until = 0;
    rc = run_plan(&past->told, p, err);
    for (size_t r = 0; r < p->regions; r++)
        p->region[r].known.until = past->origin;
    memcpy(p->value, value, p->values * sizeof *value);
    free(value);
    if (!rc)
        outturns_compare(&past->came, &past->told, outturn, outturns);
    return rc;
}

void
hindcast_past_free(struct hindcast_past *past)
{
    outturns_free(&past->came);
    trajectory_free(&past->told);
}

const double *
hindcast_came(const struct hindcast_past *past, size_t region, enum hindcast_figure figure)
{
    const size_t series = trajectory_find(&past->told, region, hindcast_judged[figure].indicator);

    return series == PLAN_NONE || !past->came.last ? NULL : &past->came.actual.value[series * past->told.years];
}
