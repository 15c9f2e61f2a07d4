#include "engine/city.h"
#include <math.h>

double
city_gdp(const struct trajectory *t, size_t city, int year)
{
    const int row = year - t->plan->start;

    if (!t->city || row < 0 || row >= (int) t->years)
        return NAN;
    return t->city[city * t->years + (size_t) row];
}

static bool
home_is_city(const struct plan *p)
{
    for (size_t c = 0; c < p->peers.count; c++)
        if (p->peers.peer[c].region == p->home)
            return true;
    return false;
}

double
city_rank(const struct trajectory *t, size_t city, int year)
{
    const struct plan *p = t->plan;
    const double own = city_gdp(t, city, year);
    double rank = 1;

    if (isnan(own))
        return NAN;
    for (size_t c = 0; c < p->peers.count; c++)
        rank += city_gdp(t, c, year) > own;
    if (!home_is_city(p))
        rank += trajectory_at(t, trajectory_find(t, p->home, "gdp"), year) > own;
    return rank;
}

size_t
city_count(const struct trajectory *t)
{
    return t->plan->peers.count + !home_is_city(t->plan);
}
