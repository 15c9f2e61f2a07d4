/* Morris screening: which inputs matter at all, from a few one-at-a-time steps through the whole space.
 *
 * Inputs on a grid of `levels` (an even number) points of [0, 1]. A trajectory starts at a random point and steps by
 * delta = levels / (2 (levels - 1)) in each input once, in random order; a step's change of f over delta is the input's
 * elementary effect. mu* is the mean of their sizes, mu their mean, sigma their standard deviation (interactions and
 * curvature). Source: Morris (1991), Technometrics 33(2), 161-174; Campolongo and others (2007) for mu*.
 */
#ifndef ANALYSIS_MORRIS_H
#define ANALYSIS_MORRIS_H

#include <stddef.h>
#include <stdint.h>

struct morris_design {
    size_t trajectories, inputs, levels;
    double *x;     /* [trajectories][inputs + 1][inputs]: points in [0, 1]; owned */
    size_t *moved; /* [trajectories][inputs]: input that the step to the next point moves; owned */
};

struct morris_effect {
    double mu_star, mu, sigma; /* in the output's unit over the input's whole range; sigma NaN for one trajectory */
};

void morris_init(struct morris_design *d, size_t trajectories, size_t inputs, size_t levels, uint64_t seed);
void morris_free(struct morris_design *d); /* safe twice */

/* `f` [trajectories][inputs + 1] at the design's points. */
void morris_effects(struct morris_effect *out, const struct morris_design *d, const double *f);

#endif
