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
#include "analysis/sobol_table.h"
#include "engine/variates.h"

/* How settings are sampled; shocks are pseudo-random always. */
enum sampling {
    SAMPLING_RANDOM,
    SAMPLING_LHS,   /* each setting once in each of `total` equal parts of its distribution */
    SAMPLING_SOBOL, /* Joe and Kuo's direction numbers (2008), scrambled after Owen by hashing (Burley 2020) */
};

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

/* The planned path of a drawn entry and its hard range, in models' units */
struct draw_range {
    double least, most;
    bool inside;     /* no draw can leave the range */
    double min, max; /* infinite where there is none; where the end itself is refused, a little inside it */
};

struct draws {
    const struct plan *plan;
    struct sampler sampler;
    uint64_t *stream;        /* [plan->uncertains] */
    uint64_t *shock_stream;  /* [variates->streams] */
    double *lower;           /* Cholesky's factor, [uncertains][uncertains]; NULL: no correlations */
    lanes *uniform, *normal; /* [uncertains], work */
    lanes *amount; /* [uncertains]: what was drawn, in models' units: a shift, lognormal a factor, discrete the
                                 first setting's value */
    struct draw_range *range; /* [variates->entries] */
    size_t rules;
    struct draw_rule *rule; /* draws_rules.c: what must hold between settings in each draw */
    bool weights_drawn;     /* of the modernization index */
    uint64_t *clamped;      /* [uncertains]: counted draws that were moved to the end of a range */
};

/* For the variates of a world. Fails with FAILED_INPUT where the sampling cannot do it (more draws than Sobol's table
 * has dimensions). */
enum status draws_init(struct draws *d, const struct plan *p, const struct variates *v, const struct sampler *sampler,
                       struct error *err);

/* Fills the variates of a block. Fails with FAILED_INPUT, naming draw and setting, where a draw that is `counted`
 * ([LANES]) leaves a setting's hard range or breaks a rule between settings; others are clamped. */
enum status draws_fill(struct draws *d, struct variates *v, uint64_t block, const bool *counted, struct error *err);
void draws_free(struct draws *d); /* safe twice */

/* draws_rules.c */
void draws_rules_init(struct draws *d, const struct variates *v);
enum status draws_rules_check(const struct draws *d, const struct variates *v, uint64_t block, const bool *counted,
                              struct error *err);

/* sampling.c: uniforms of uncertain setting i */
void sample_lhs(lanes out, const struct sampler *s, uint64_t block, uint64_t stream);
void sample_sobol(lanes out, const struct sampler *s, uint64_t block, uint64_t stream, size_t dimension);

#endif
