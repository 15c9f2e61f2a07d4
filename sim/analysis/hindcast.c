#include "analysis/hindcast.h"
#include <math.h>

#define MEAN_YEARS 5

/* With x sorted, 1/2 mean |x_i - x_j| is sum_i x_i (2 i - n + 1)/n^2, i from 0. */
double
hindcast_crps(const double *sorted, size_t draws, double outcome)
{
    const double n = (double) draws;
    double off = 0, apart = 0;

    for (size_t i = 0; i < draws; i++) {
        off += fabs(sorted[i] - outcome);
        apart += sorted[i] * (2 * (double) i - n + 1);
    }
    return off / n - apart / (n * n);
}

static double
quantile_of(const double *sorted, size_t draws, double level)
{
    const double at = level * (double) (draws - 1);
    const size_t below = (size_t) at;

    return below + 1 < draws ? sorted[below] + (at - (double) below) * (sorted[below + 1] - sorted[below])
                             : sorted[draws - 1];
}

bool
hindcast_covers(const double *sorted, size_t draws, double percent, double outcome)
{
    const double tail = 0.5 - percent / 200;

    return draws > 0 && outcome >= quantile_of(sorted, draws, tail) && outcome <= quantile_of(sorted, draws, 1 - tail);
}

/* Change a year over the last years of the record: of the logarithm, or points */
static double
record_change(const double *level, const struct rival_record *r, size_t years)
{
    const size_t last = r->years - 1, span = years < last ? years : last;
    const double change = r->points ? level[last] - level[last - span] : log(level[last] / level[last - span]);

    return span ? change / (double) span : NAN;
}

double
rival_level(enum rival which, const struct rival_record *r, size_t horizon)
{
    const double origin = r->years ? r->level[r->years - 1] : NAN;
    double change = NAN;

    if (which == RIVAL_PLAN)
        change = r->points ? r->plan : log1p(r->plan / 100);
    else if (r->years && which == RIVAL_NATION)
        change = r->nation ? record_change(r->nation, r, MEAN_YEARS) : NAN;
    else if (r->years)
        change = record_change(r->level, r, which == RIVAL_LAST ? 1 : MEAN_YEARS);
    return r->points ? origin + (double) horizon * change : origin * exp((double) horizon * change);
}
