/* Means over the rows of a hindcast. */
#include <math.h>
#include "analysis/hindcast_run.h"

static bool
is_in(const struct hindcast_row *x, struct hindcast_part part)
{
    return x->figure >= part.from && x->figure <= part.to && (!part.horizon || x->horizon == part.horizon)
           && (!part.origin || x->origin == part.origin) && (part.region == PLAN_NONE || x->region == part.region);
}

/* An amount in the indicator's unit as percent of the outcome, or points */
static double
shown(const struct hindcast_row *x, double amount)
{
    return hindcast_judged[x->figure].points ? amount : 100 * amount / x->outcome;
}

double
hindcast_error(const struct hindcast *h, enum rival rival, struct hindcast_part part)
{
    double sum = 0;
    size_t count = 0;

    for (size_t i = 0; i < h->rows; i++) {
        const struct hindcast_row *x = &h->row[i];
        const double said = rival == RIVALS ? x->median : x->rival[rival];

        if (!is_in(x, part) || isnan(said))
            continue;
        sum += shown(x, fabs(said - x->outcome));
        count++;
    }
    return count ? sum / (double) count : NAN;
}

size_t
hindcast_count(const struct hindcast *h, struct hindcast_part part)
{
    size_t count = 0;

    for (size_t i = 0; i < h->rows; i++)
        count += is_in(&h->row[i], part);
    return count;
}

double
hindcast_mean_crps(const struct hindcast *h, struct hindcast_part part)
{
    double sum = 0;

    for (size_t i = 0; i < h->rows; i++)
        if (is_in(&h->row[i], part))
            sum += shown(&h->row[i], h->row[i].crps);
    return sum / (double) hindcast_count(h, part);
}

double
hindcast_coverage(const struct hindcast *h, int band, struct hindcast_part part)
{
    size_t in = 0;

    for (size_t i = 0; i < h->rows; i++)
        in += is_in(&h->row[i], part) && (band == 50 ? h->row[i].in50 : h->row[i].in90);
    return 100 * (double) in / (double) hindcast_count(h, part);
}
