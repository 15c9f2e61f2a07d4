/* The cohort model by sums over ages, for blocks of draws in which survival is certain. */
#include <stdlib.h>
#include "base/memory.h"
#include "models/population_cohort.h"

void
cohort_by_sums_init(struct population_cohort *m)
{
    const size_t years = m->constants.years;

    cohort_sums_init(&m->sums, &m->constants);
    m->source = (lanes(*)[COHORT_SOURCES]) lanes_new(years * COHORT_SOURCES);
    m->range = memory_new(years, sizeof *m->range);
    m->proven = memory_new(years, sizeof *m->proven);
    m->wider = memory_new(years, sizeof *m->wider);
}

void
cohort_by_sums_free(struct population_cohort *m)
{
    cohort_sums_free(&m->sums);
    free(m->source);
    free(m->range);
    free(m->proven);
    free(m->wider);
}

/* Adds what arrives in year t itself by birth to sums that lack it. */
static void
add_births(lanes sum[COHORT_SUMS], struct population_cohort *m, size_t t)
{
    double(*part)[COHORT_SUMS] = m->sums.part[t * m->constants.years + t];
    lanes *source = m->source[t];

    EACH_LANE(l) {
        const double births = lever_at(&m->lever[POPULATION_FERTILITY_RATE], t, l) * sum[SUM_BIRTHS][l];
        const double girls = 1 / (1 + lever_at(&m->lever[POPULATION_SEX_RATIO_AT_BIRTH], 0, l));

        source[SOURCE_BOYS][l] = births * (1 - girls);
        source[SOURCE_GIRLS][l] = births * girls;
    }
    for (int j = 0; j < COHORT_SUMS; j++)
        EACH_LANE(l)
            sum[j][l] += part[SOURCE_BOYS][j] * source[SOURCE_BOYS][l]
                         + part[SOURCE_GIRLS][j] * source[SOURCE_GIRLS][l];
}

static void
range_over(double out[2], const lanes x)
{
    out[0] = out[1] = x[0];
    for (size_t l = 1; l < LANES; l++) {
        out[0] = x[l] < out[0] ? x[l] : out[0];
        out[1] = x[l] > out[1] ? x[l] : out[1];
    }
}

KERNEL static void
project(struct population_cohort *m, struct record *r, lanes base)
{
    const struct lever *migration = &m->lever[POPULATION_NET_MIGRATION];
    lanes sum[COHORT_SUMS];

    cohort_sums_add(sum, &m->sums, base, m->source, 0, 0);
    cohort_rows(r, sum, 0);
    for (size_t t = 1; t < m->constants.years; t++) {
        EACH_LANE(l)
            m->source[t][SOURCE_MOVED][l] = m->has_pattern ? lever_at(migration, t, l) * r->population[t - 1][l] : 0;
        EACH_LANE(l)
            m->source[t][SOURCE_BOYS][l] = m->source[t][SOURCE_GIRLS][l] = 0;
        cohort_sums_add(sum, &m->sums, base, m->source, t, t);
        add_births(sum, m, t);
        cohort_rows(r, sum, t);
        for (int s = 0; s < COHORT_SOURCES; s++)
            range_over(m->range[t].source[s], m->source[t][s]);
    }
    range_over(m->range[0].base, base);
}

static bool
is_inside(const double inner[2], const double outer[2])
{
    return inner[0] >= outer[0] && inner[1] <= outer[1];
}

static bool
is_proven(const struct population_cohort *m)
{
    bool inside = m->has_proof && is_inside(m->range[0].base, m->proven[0].base);

    for (size_t t = 1; t < m->constants.years && inside; t++)
        for (int s = 0; s < COHORT_SOURCES; s++)
            inside &= is_inside(m->range[t].source[s], m->proven[t].source[s]);
    return inside;
}

static void
widen(double out[2], const double a[2], const double b[2])
{
    out[0] = a[0] < b[0] ? a[0] : b[0];
    out[1] = a[1] > b[1] ? a[1] : b[1];
}

/* Ranges of this block and of those proven before, together */
static void
widen_all(struct population_cohort *m)
{
    const struct cohort_range *other = m->has_proof ? m->proven : m->range;

    for (size_t t = 0; t < m->constants.years; t++) {
        widen(m->wider[t].base, m->range[t].base, other[t].base);
        for (int s = 0; s < COHORT_SOURCES; s++)
            widen(m->wider[t].source[s], m->range[t].source[s], other[t].source[s]);
    }
}

/* What is proven for ranges is proven for all inside, whatever was looked at before: intervals only widen. */
static bool
prove(struct population_cohort *m)
{
    struct cohort_range *proven = m->proven;

    if (is_proven(m))
        return true;
    widen_all(m);
    if (!cohort_stays_positive(&m->constants, m->wider))
        return cohort_stays_positive(&m->constants, m->range);
    m->proven = m->wider;
    m->wider = proven;
    m->has_proof = true;
    return true;
}

bool
cohort_by_sums(struct population_cohort *m, struct record *r)
{
    lanes base;

    EACH_LANE(l)
        base[l] = lever_at(&m->lever[POPULATION_TOTAL], 0, l);
    project(m, r, base);
    return prove(m);
}
