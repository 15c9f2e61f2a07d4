#include "analysis/solve_places.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "engine/city.h"

struct figures {
    double *other;
    size_t count;
    double home;
};

static void
cities(struct figures *f, const struct trajectory *t, int year, bool west)
{
    const struct plan_peers *peers = &t->plan->peers;

    f->home = trajectory_at(t, trajectory_find(t, t->plan->home, "gdp"), year);
    f->other = memory_new(peers->count + 1, sizeof *f->other);
    for (size_t c = 0; c < peers->count; c++)
        if (peers->peer[c].region != t->plan->home && (peers->peer[c].west || !west))
            f->other[f->count++] = city_gdp(t, c, year);
}

static void
western_regions(struct figures *f, const struct trajectory *t, int year)
{
    const struct plan *p = t->plan;

    f->home = trajectory_at(t, trajectory_find(t, p->home, "modernization"), year);
    f->other = memory_new(p->comparators + 1, sizeof *f->other);
    for (size_t i = 0; i < p->comparators; i++)
        if (p->region[p->comparator[i]].west && p->comparator[i] != p->home)
            f->other[f->count++] = trajectory_at(t, trajectory_find(t, p->comparator[i], "modernization"), year);
}

static int
falling(const void *a, const void *b)
{
    const double x = *(const double *) a, y = *(const double *) b;

    return (x < y) - (x > y);
}

/* ln(home's / the k-th largest of the others'); there is no such place below 1, and all are at the last or better */
static double
distance(struct figures *f, double place)
{
    if (!(place >= 1))
        return -INFINITY;
    if (place > (double) f->count)
        return INFINITY;
    qsort(f->other, f->count, sizeof *f->other, falling);
    return log(f->home / f->other[(size_t) place - 1]);
}

/* The worst place that still holds */
static double
last_place(const struct plan_target *g, double wanted)
{
    const bool strict = g->relation == BELOW || (g->relation == IMPROVES_ON && g->by == 0 && g->times == 1);

    return strict ? ceil(wanted) - 1 : floor(wanted);
}

static bool
says_a_place(const struct plan_target *g, const struct plan *p)
{
    return g->region == p->home && !g->from && g->over == PLAN_NONE && g->relative_to == PLAN_NONE
           && (g->relation == AT_MOST || g->relation == BELOW || g->relation == IMPROVES_ON);
}

static bool
is_of_cities(const struct plan_target *g)
{
    const char *key = indicators[g->indicator].key;

    return !strcmp(key, "rank_national") || !strcmp(key, "rank_west");
}

bool
places_of_cities(const struct plan *p, const struct plan_target *g, int year)
{
    return g->year == year && says_a_place(g, p) && is_of_cities(g);
}

double
places_margin(const struct trajectory *t, const struct plan_target *g, double wanted)
{
    const char *key = indicators[g->indicator].key;
    struct figures f = { 0 };
    double margin;

    if (!says_a_place(g, t->plan))
        return NAN;
    if (is_of_cities(g))
        cities(&f, t, g->year, !strcmp(key, "rank_west"));
    else if (!strcmp(key, "modernization_rank_west"))
        western_regions(&f, t, g->year);
    else
        return NAN;
    margin = distance(&f, last_place(g, wanted));
    free(f.other);
    return margin;
}
