#include "models/lifetable.h"
#include <math.h>
#include "base/root.h"

double
lifetable_years(double lived[AGES], const double rate[AGES], double factor)
{
    double alive = 1, total = 0;

    for (size_t a = 0; a < AGES; a++) {
        const double m = rate[a] * factor;
        const double dying = -expm1(-m);
        const bool open = a == AGES - 1;

        lived[a] = open ? alive / m : m > 0 ? alive * dying / m : alive;
        alive *= 1 - dying;
        total += lived[a];
    }
    return total;
}

void
lifetable_survival(double survival[AGES], const double lived[AGES])
{
    survival[0] = lived[0];
    for (size_t a = 1; a < AGES - 1; a++)
        survival[a] = lived[a] / lived[a - 1];
    survival[AGES - 1] = lived[AGES - 1] / (lived[AGES - 2] + lived[AGES - 1]);
}

struct expectancy {
    const double *rate;
    double wanted;
};

static double
expectancy_excess(double log_factor, void *arg)
{
    const struct expectancy *e = arg;
    double lived[AGES];

    return lifetable_years(lived, e->rate, exp(log_factor)) - e->wanted;
}

enum status
lifetable_factor(double *factor, const double rate[AGES], double life_expectancy)
{
    struct expectancy e = { rate, life_expectancy };
    double log_factor;

    if (root_bracketed(&log_factor, expectancy_excess, &e, log(1e-4), log(1e4)) != OK)
        return FAILED_INPUT;
    *factor = exp(log_factor);
    return OK;
}
