/* Which draws scenarios share, and how they share Sobol's dimensions, which others than random draws are numbered by. */
#include <stdlib.h>
#include <string.h>
#include "analysis/paired_parts.h"
#include "analysis/random.h"

static const char *
key_of(const struct plan *p, size_t uncertain)
{
    return p->entry[p->uncertain[uncertain].entry[0]].key;
}

static size_t
uncertain_of(const struct plan *p, const char *key)
{
    for (size_t i = 0; i < p->uncertains; i++)
        if (!strcmp(key_of(p, i), key))
            return i;
    return PLAN_NONE;
}

/* The dimension that an earlier scenario has given to a key; PLAN_NONE */
static size_t
dimension_before(const struct paired_state *s, size_t scenario, const char *key)
{
    for (size_t i = 0; i < scenario; i++) {
        const size_t u = uncertain_of(s->plan[i], key);

        if (u != PLAN_NONE)
            return s->dimension[i][u];
    }
    return PLAN_NONE;
}

enum status
paired_dimensions_find(struct paired_state *s)
{
    char count[TEXT_NUMBER], most[TEXT_NUMBER];
    size_t n = 0;

    if (s->options->sampling != SAMPLING_SOBOL)
        return OK;
    s->dimension = memory_new(s->out->count, sizeof *s->dimension);
    for (size_t i = 0; i < s->out->count; i++) {
        s->dimension[i] = memory_new(s->plan[i]->uncertains + 1, sizeof **s->dimension);
        for (size_t u = 0; u < s->plan[i]->uncertains; u++) {
            const size_t before = dimension_before(s, i, key_of(s->plan[i], u));

            s->dimension[i][u] = before == PLAN_NONE ? n++ : before;
        }
    }
    if (n <= SOBOL_DIMENSIONS)
        return OK;
    return error_add(s->turns.err, FAILED_INPUT, NOWHERE, WORD_sobol_dimensions, text_number(count, (double) n),
                     text_number(most, SOBOL_DIMENSIONS));
}

void
paired_sample(void *dimensions, uint64_t block, lanes *u)
{
    const struct paired_dimensions *d = dimensions;

    for (size_t i = 0; i < d->plan->uncertains; i++)
        sample_sobol(u[i], d->sampler, block, d->stream[i], d->dimension[i]);
}

static double
correlation_of(const struct plan *p, size_t a, size_t b)
{
    for (size_t k = 0; k < p->correlations; k++) {
        const struct plan_correlation *c = &p->correlation[k];

        if ((c->a == a && c->b == b) || (c->a == b && c->b == a))
            return c->value;
    }
    return 0;
}

/* What makes normals out of others' numbers, in the order in which it does */
static void
describe_correlations(struct text *out, const struct plan *p)
{
    for (size_t i = 0; i < p->uncertains; i++)
        for (size_t k = 0; k < i; k++)
            if (correlation_of(p, i, k) != 0)
                text_print(out, "%s %s %.17g\n", key_of(p, i), key_of(p, k), correlation_of(p, i, k));
}

static bool
correlated_alike(const struct plan *a, const struct plan *b)
{
    struct text x = { 0 }, y = { 0 };
    bool alike;

    describe_correlations(&x, a);
    describe_correlations(&y, b);
    alike = !strcmp(text_of(&x), text_of(&y));
    text_free(&x);
    text_free(&y);
    return alike;
}

void
paired_share(struct paired_shared *s, const struct plan *base, const struct plan *other)
{
    *s = (struct paired_shared) { .own_number = memory_new(other->uncertains + 1, sizeof *s->own_number),
                                  .base_number = memory_new(base->uncertains + 1, sizeof *s->base_number),
                                  .correlated = !correlated_alike(base, other) };
    for (size_t i = 0; i < other->uncertains; i++)
        if (uncertain_of(base, key_of(other, i)) == PLAN_NONE)
            s->own_number[s->own++] = i;
        else
            s->both++;
    for (size_t i = 0; i < base->uncertains; i++)
        if (uncertain_of(other, key_of(base, i)) == PLAN_NONE)
            s->base_number[s->missing++] = i;
}

void
paired_shared_free(struct paired_shared *s)
{
    free(s->own_number);
    free(s->base_number);
    *s = (struct paired_shared) { 0 };
}
