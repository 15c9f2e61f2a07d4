/* Draws: random numbers for blocks of lanes, keyed by (seed, draw, what is drawn) and nothing else.
 *
 * A draw is the same alone, in a batch, on any thread, and in a scenario that draws other things as well: every
 * uncertain setting and every shock has a stream named after its key, and the generator (Philox4x32-10 of Random123:
 * Salmon et al. 2011, Parallel Random Numbers: As Easy as 1, 2, 3) counts draws within it. Draw i is lane i % LANES of
 * block i / LANES. Whole numbers become uniforms, those become correlated normals, those the distributions' amounts.
 */
#ifndef ANALYSIS_DRAWS_H
#define ANALYSIS_DRAWS_H

#include "base/error.h"
#include "engine/variates.h"

/* How settings are sampled; shocks are pseudo-random always. */
enum sampling {
    SAMPLING_RANDOM,
    SAMPLING_LHS,   /* each setting once in each of `total` equal parts of its distribution */
    SAMPLING_SOBOL, /* Joe and Kuo's direction numbers (2008), scrambled after Owen by hashing (Burley 2020) */
};
#define SOBOL_DIMENSIONS 256

/* Uniforms in (0, 1) in place of the sampler's, for designs: u[uncertain], draw by draw of the block */
typedef void (*design)(void *arg, uint64_t block, lanes *u);

struct sampler {
    uint64_t seed;
    enum sampling sampling;
    uint64_t total; /* draws of the whole sample; used by LHS alone */
    design design;  /* NULL: none */
    void *design_arg;
    const bool *held; /* [plan->uncertains], stay as planned; NULL: none */
};

struct draws {
    const struct plan *plan;
    struct sampler sampler;
    uint64_t *stream; /* [plan->uncertains] */
    double *lower;    /* Cholesky's factor, [uncertains][uncertains]; NULL: no correlations */
    lanes *normal;    /* [uncertains], work */
    lanes *amount; /* [uncertains]: what was drawn, in models' units: a shift, lognormal a factor, discrete a value */
    uint64_t *clamped; /* [uncertains]: how many draws were moved to the end of a range, in blocks that count */
};

/* Fails with FAILED_INPUT where the sampling cannot do it (more dimensions than Sobol's table has). */
enum status draws_init(struct draws *d, const struct plan *p, const struct sampler *sampler, struct error *err);

/* Fills the variates of a block. Fails with FAILED_INPUT, naming draw and setting, where a draw leaves a setting's hard
 * range or breaks a rule between settings. `counted` marks the lanes whose draws are asked for. */
enum status draws_fill(struct draws *d, struct variates *v, uint64_t block, const bool *counted, struct error *err);
void draws_free(struct draws *d); /* safe twice */

#endif
