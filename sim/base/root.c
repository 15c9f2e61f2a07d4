#include "base/root.h"
#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_roots.h>

#define ROOT_STEPS 200

static enum status
root_search(double *x, gsl_root_fsolver *solver)
{
    for (int i = 0; i < ROOT_STEPS; i++) {
        if (gsl_root_fsolver_iterate(solver) != GSL_SUCCESS)
            return FAILED_WORK;
        *x = gsl_root_fsolver_root(solver);
        if (gsl_root_test_interval(gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver), 1e-15,
                                   4 * GSL_DBL_EPSILON)
            == GSL_SUCCESS)
            return OK;
    }
    return FAILED_WORK;
}

enum status
root_bracketed(double *x, double (*f)(double, void *), void *arg, double low, double high)
{
    gsl_function function = { f, arg };
    const double at_low = f(low, arg), at_high = f(high, arg);
    gsl_root_fsolver *solver;
    enum status rc = FAILED_WORK;

    if (!gsl_finite(at_low) || !gsl_finite(at_high) || (at_low > 0) == (at_high > 0))
        return FAILED_WORK;
    solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    if (!solver)
        return FAILED_WORK;
    if (gsl_root_fsolver_set(solver, &function, low, high) == GSL_SUCCESS)
        rc = root_search(x, solver);
    gsl_root_fsolver_free(solver);
    return rc;
}
