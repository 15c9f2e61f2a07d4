/* The growth model turned round: the investment rate, year by year, that gives a required growth of real GDP.
 *
 * The rate of a year decides the capital of the next and with it its output, so the years are solved in turn, each by
 * Brent's method (base/root.h) on the whole model: with one sector, no benchmark and no fixed factor this is the
 * second question of the World Bank's Long-Term Growth Model (Loayza and Pennings 2022).
 */
#ifndef ANALYSIS_SOLVE_PATH_H
#define ANALYSIS_SOLVE_PATH_H

#include "engine/run.h"

struct solve_path {
    size_t years;
    double *base, *rate; /* [years] percent: as planned; as required, the last year's as the year before it */
    int year;            /* the first year that no rate reaches, or 0 */
    double least, most;  /* percent: the growth of that year with the lowest and the highest rate */
    size_t runs;
    struct trajectory trajectory; /* with the required rates; not there where a year is not reached */
};

/* `growth`: percent by year from the base year on, the base year's unused. Home's rates are solved. Fails with
 * FAILED_INPUT where home has no investment rate, FAILED_WORK where a search does not converge. */
enum status solve_path(struct solve_path *out, const struct plan *p, const double *growth, struct error *err);
void solve_path_free(struct solve_path *s); /* safe twice */

#endif
