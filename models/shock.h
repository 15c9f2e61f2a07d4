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

/* A shock, and what a block makes of its settings */
struct shock {
    lanes e;
    lanes kept;           /* rho */
    lanes own, benchmark; /* part of the news: sigma sqrt(1 - c^2) and sigma c */
};

/* `correlation` is NULL where all news are its own. */
static inline void
shock_start(struct shock *s, const struct lever *rho, const struct lever *sigma, const struct lever *correlation)
{
    const struct lever persistence = *rho, deviation = *sigma, drawn = correlation ? *correlation : *rho;

    EACH_LANE(l) {
        s->e[l] = 0;
        s->kept[l] = lever_at(&persistence, 0, l);
        s->own[l] = lever_at(&deviation, 0, l);
    }
    if (correlation)
        EACH_LANE(l) {
            const double c = lever_at(&drawn, 0, l);

            s->benchmark[l] = s->own[l] * c;
            s->own[l] *= sqrt(1 - c * c);
        }
}

/* e(t) becomes e(t+1) by normals of its own and of the benchmark, NULL where it was begun without. */
static inline void
shock_move(struct shock *s, const lanes own, const lanes benchmark)
{
    EACH_LANE(l)
        s->e[l] = s->kept[l] * s->e[l] + s->own[l] * own[l];
    if (benchmark)
        EACH_LANE(l)
            s->e[l] += s->benchmark[l] * benchmark[l];
}

/* The same of a region's common shock; nothing where there is none */
static inline void
shock_start_common(struct shock *s, const struct shock_normals *n, const struct lever *rho, const struct lever *sigma,
                   const struct lever *correlation)
{
    if (n->common)
        shock_start(s, rho, sigma, n->benchmark ? correlation : NULL);
}

static inline void
shock_move_common(struct shock *s, const struct shock_normals *n, size_t t)
{
    if (n->common)
        shock_move(s, n->common[t], n->benchmark ? n->benchmark[t] : NULL);
}

#endif
