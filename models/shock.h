/* models/shock.h: persistent shocks, which only draws have.
 *
 *     e(t+1) = rho e(t) + sigma z(t+1),   e(t0) = 0
 *     z = c z_benchmark + sqrt(1 - c^2) z_own                      of a region's common shock
 *
 *   e      what is added to the growth of a logarithm            z  standard normals, given from outside
 *   sigma  standard deviation of a year's news                   rho  part that is still there a year later
 *   c      correlation with the benchmark's common shock
 */
#ifndef MODELS_SHOCK_H
#define MODELS_SHOCK_H

#include "models/lever.h"
#include "models/record.h"

/* Normals of a region's shocks: row t carries t to t + 1. NULL: there is no such shock. */
struct shock_normals {
    const lanes *common, *benchmark; /* benchmark: where c is not 0 */
    const lanes *sector[SECTORS_MAX];
};

/* e(t) becomes e(t+1). */
static inline void
shock_move(lanes e, const lanes z, const struct lever *rho, const struct lever *sigma)
{
    const struct lever kept = *rho, news = *sigma;

    EACH_LANE(l)
        e[l] = lever_at(&kept, 0, l) * e[l] + lever_at(&news, 0, l) * z[l];
}

/* How much of the news of a region's common shock is its own and the benchmark's: sqrt(1 - c^2) and c, of a block */
struct shock_weights {
    lanes own, benchmark;
};

static inline void
shock_weights(struct shock_weights *w, const struct shock_normals *n, const struct lever *correlation)
{
    const struct lever drawn = *correlation;

    if (n->common && n->benchmark)
        EACH_LANE(l) {
            const double c = lever_at(&drawn, 0, l);

            w->benchmark[l] = c;
            w->own[l] = sqrt(1 - c * c);
        }
}

/* The same of a region's common shock, part of whose news may be the benchmark's */
static inline void
shock_move_common(lanes e, const struct shock_normals *n, const struct shock_weights *w, size_t t,
                  const struct lever *rho, const struct lever *sigma)
{
    lanes z;

    if (!n->common)
        return;
    if (!n->benchmark) {
        shock_move(e, n->common[t], rho, sigma);
        return;
    }
    EACH_LANE(l)
        z[l] = w->benchmark[l] * n->benchmark[t][l] + w->own[l] * n->common[t][l];
    shock_move(e, z, rho, sigma);
}

#endif
