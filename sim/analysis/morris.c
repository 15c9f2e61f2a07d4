#include "analysis/morris.h"

#include <Random123/philox.h>
#include <math.h>
#include <stdlib.h>
#include "base/memory.h"

/* A whole number below n, for the nth question that a trajectory asks. */
static size_t
choose(uint64_t seed, size_t trajectory, size_t question, size_t n)
{
    const philox4x32_key_t key = { { (uint32_t) seed, (uint32_t) (seed >> 32) } };
    const philox4x32_ctr_t at = { { (uint32_t) question, (uint32_t) trajectory, 0, 0x3022715 } };

    return (size_t) (((uint64_t) philox4x32(at, key).v[0] * n) >> 32);
}

static void
shuffle(size_t *order, size_t n, uint64_t seed, size_t trajectory)
{
    for (size_t i = 0; i < n; i++)
        order[i] = i;
    for (size_t i = n; i > 1; i--) {
        const size_t k = choose(seed, trajectory, n + i, i), kept = order[k];

        order[k] = order[i - 1];
        order[i - 1] = kept;
    }
}

/* A start on the lower or upper half of the grid, from which a step of delta stays inside. */
static void
fill_trajectory(struct morris_design *d, size_t trajectory, uint64_t seed)
{
    const size_t k = d->inputs, jump = d->levels / 2;
    double *x = &d->x[trajectory * (k + 1) * k];
    size_t *moved = &d->moved[trajectory * k];

    shuffle(moved, k, seed, trajectory);
    for (size_t i = 0; i < k; i++)
        x[i] = (double) choose(seed, trajectory, i, d->levels) / (double) (d->levels - 1);
    for (size_t step = 0; step < k; step++) {
        const double *from = &x[step * k];
        double *to = &x[(step + 1) * k];
        const double delta = (double) jump / (double) (d->levels - 1);

        for (size_t i = 0; i < k; i++)
            to[i] = from[i];
        to[moved[step]] += from[moved[step]] < 0.5 ? delta : -delta;
    }
}

void
morris_init(struct morris_design *d, size_t trajectories, size_t inputs, size_t levels, uint64_t seed)
{
    *d = (struct morris_design) { .trajectories = trajectories, .inputs = inputs, .levels = levels };
    d->x = memory_new(trajectories * (inputs + 1) * inputs, sizeof *d->x);
    d->moved = memory_new(trajectories * inputs, sizeof *d->moved);
    for (size_t t = 0; t < trajectories; t++)
        fill_trajectory(d, t, seed);
}

void
morris_free(struct morris_design *d)
{
    free(d->x);
    free(d->moved);
    *d = (struct morris_design) { 0 };
}

/* The elementary effect of `input` in a trajectory */
static double
effect(const struct morris_design *d, const double *f, size_t trajectory, size_t input)
{
    const size_t k = d->inputs, *moved = &d->moved[trajectory * k];
    const double *x = &d->x[trajectory * (k + 1) * k], *y = &f[trajectory * (k + 1)];
    size_t step = 0;

    while (moved[step] != input)
        step++;
    return (y[step + 1] - y[step]) / (x[(step + 1) * k + input] - x[step * k + input]);
}

void
morris_effects(struct morris_effect *out, const struct morris_design *d, const double *f)
{
    const double n = (double) d->trajectories;

    for (size_t i = 0; i < d->inputs; i++) {
        double sum = 0, size = 0, squares = 0;

        for (size_t t = 0; t < d->trajectories; t++) {
            const double e = effect(d, f, t, i);

            sum += e;
            size += fabs(e);
        }
        for (size_t t = 0; t < d->trajectories; t++) {
            const double e = effect(d, f, t, i) - sum / n;

            squares += e * e;
        }
        out[i] = (struct morris_effect) { size / n, sum / n, n > 1 ? sqrt(squares / (n - 1)) : NAN };
    }
}
