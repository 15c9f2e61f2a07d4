/* The cohort component method: single years of age, both sexes, one-year steps. */
#include <stdlib.h>
#include "base/memory.h"
#include "models/ages.h"
#include "models/cohort.h"
#include "models/lifetable.h"
#include "models/population_cohort.h"

static const enum population_setting expectancy_setting[SEXES] = { POPULATION_LIFE_EXPECTANCY_MALE,
                                                                   POPULATION_LIFE_EXPECTANCY_FEMALE };

/* The tables by single year of age: each resident, each migrant and each birth spread over them */
static void
patterns(struct population_cohort *m, const struct age_table *table)
{
    struct cohort_constants *c = &m->constants;
    double lived[SEXES][AGES], mothers[SEXES][AGES], sum = 0;

    ages_rates(m->mortality, &table[AGES_MORTALITY], 1);
    for (int g = 0; g < SEXES; g++)
        lifetable_years(lived[g], m->mortality[g], 1);
    ages_counts(c->ages, &table[AGES_PERSONS], lived);
    ages_scale(c->ages, 1);
    ages_counts(mothers, &table[AGES_FERTILITY], NULL);
    for (size_t a = 0; a < AGES; a++)
        sum += c->fertility[a] = mothers[MALE][a] + mothers[FEMALE][a];
    for (size_t a = 0; a < AGES; a++)
        c->fertility[a] /= sum;
    m->has_pattern = table[AGES_MIGRATION].row != NULL;
    if (m->has_pattern) {
        ages_counts(c->pattern, &table[AGES_MIGRATION], lived);
        ages_scale(c->pattern, 1);
    }
    if (table[AGES_MIGRATION_RATES].row)
        ages_rates(c->rates, &table[AGES_MIGRATION_RATES], 0.01);
}

/* False where no factor on the death rates gives the expectancy */
static bool
survive(double survival[AGES], const double mortality[AGES], double expectancy)
{
    double lived[AGES], factor = 1;
    const bool found = lifetable_factor(&factor, mortality, expectancy) == OK;

    lifetable_years(lived, mortality, factor);
    lifetable_survival(survival, lived);
    return found;
}

/* Survival into year t at the undrawn life expectancy, which is the same in all lanes. */
static void
survival_into(struct population_cohort *m, size_t t)
{
    for (int g = 0; g < SEXES; g++) {
        const struct lever *expectancy = &m->lever[expectancy_setting[g]];
        const double years = expectancy->level[t * expectancy->step];

        if (!survive(m->constants.survival[t][g], m->mortality[g], years) && !m->no_factor) {
            m->no_factor = t;
            m->no_factor_sex = (enum sex) g;
        }
    }
}

static void
rows_new(struct population_cohort *m)
{
    m->fertility_row = lanes_new(AGES);
    for (int g = 0; g < SEXES; g++) {
        m->ages[0][g] = lanes_new(AGES);
        m->ages[1][g] = lanes_new(AGES);
        m->migrants[g] = lanes_new(AGES);
        m->survival_row[g] = lanes_new(AGES + 1);
    }
}

static enum status
cohort_init(void *self, const struct region_input *in, struct record *r, struct error *err)
{
    struct population_cohort *m = self;

    (void) err;
    m->lever = in->lever[GROUP_POPULATION];
    m->known = in->known;
    m->constants.first_working = in->working_ages[0];
    m->constants.last_working = in->working_ages[1];
    m->constants.years = in->years;
    m->drawn = in->drawn;
    patterns(m, in->ages);
    m->constants.survival = memory_new(in->years, sizeof *m->constants.survival);
    for (size_t t = 1; t < in->years; t++)
        survival_into(m, t);
    rows_new(m);
    m->by_sums = in->drawn && !in->known->row[KNOWN_POPULATION]
                 && lever_certain(&m->lever[POPULATION_LIFE_EXPECTANCY_MALE])
                 && lever_certain(&m->lever[POPULATION_LIFE_EXPECTANCY_FEMALE]) && !m->no_factor;
    if (m->by_sums)
        cohort_by_sums_init(m);
    population_claim(r, in);
    r->aged = record_rows(r);
    return OK;
}

void
cohort_rows(struct record *r, lanes sum[COHORT_SUMS], size_t t)
{
    EACH_LANE(l) {
        r->population[t][l] = sum[SUM_ALL][l];
        r->aged[t][l] = sum[SUM_AGED][l] / sum[SUM_ALL][l];
        if (r->working_age) {
            r->working_age[t][l] = sum[SUM_WORKING][l];
            r->dependency[t][l] = (sum[SUM_ALL][l] - sum[SUM_MIDDLE][l]) / sum[SUM_MIDDLE][l];
        }
    }
    if (t > 0)
        population_totals(r, t);
}

/* Adds up the ages of year t: total, working ages, those 65 and over; and the ratios that follow. */
KERNEL static void
count_people(const struct population_cohort *m, struct record *r, size_t t)
{
    lanes sum[COHORT_SUMS] = { { 0 } };

    for (int g = 0; g < SEXES; g++)
        for (int a = 0; a < AGES; a++) {
            lanes *people = &m->ages[m->now][g][a];
            const double works = a >= m->constants.first_working && a <= m->constants.last_working;
            const double old = a >= 65, between = a >= 15 && a < 65;

            EACH_LANE(l) {
                sum[SUM_ALL][l] += (*people)[l];
                sum[SUM_WORKING][l] += works * (*people)[l];
                sum[SUM_AGED][l] += old * (*people)[l];
                sum[SUM_MIDDLE][l] += between * (*people)[l];
            }
        }
    cohort_rows(r, sum, t);
}

static void
start_ages(struct population_cohort *m)
{
    m->now = 0;
    for (int g = 0; g < SEXES; g++)
        for (size_t a = 0; a < AGES; a++)
            EACH_LANE(l)
                m->ages[0][g][a][l] = m->constants.ages[g][a] * lever_at(&m->lever[POPULATION_TOTAL], 0, l);
}

/* Draws by sums, all years at once, where no cohort can be negative; else year by year and age by age */
static void
cohort_start(void *self, struct record *r, const struct record *benchmark)
{
    struct population_cohort *m = self;

    (void) benchmark;
    EACH_LANE(l)
        r->mended[l] = 0;
    population_base(r, m->lever);
    m->ahead = m->by_sums && cohort_by_sums(m, r);
    if (m->ahead)
        return;
    start_ages(m);
    count_people(m, r, 0);
}

/* M[g][a] = m0[g][a] P[g][a] + net_migration(t+1) N(t) pattern[g][a] */
static void
migrants(struct population_cohort *m, const struct record *r, size_t t)
{
    lanes moved;

    EACH_LANE(l)
        moved[l] = m->has_pattern ? lever_at(&m->lever[POPULATION_NET_MIGRATION], t + 1, l) * r->population[t][l] : 0;
    for (int g = 0; g < SEXES; g++)
        for (size_t a = 0; a < AGES; a++)
            EACH_LANE(l)
                m->migrants[g][a][l] = m->constants.rates[g][a] * m->ages[m->now][g][a][l]
                                       + moved[l] * m->constants.pattern[g][a];
}

/* Where a draw moves the life expectancy each lane has a table of its own; no number where there is none. */
static void
drawn_survival(struct population_cohort *m, int g, size_t t)
{
    EACH_LANE(l) {
        double survival[AGES];
        const bool found = survive(survival, m->mortality[g], lever_at(&m->lever[expectancy_setting[g]], t, l));

        for (size_t a = 0; a < AGES; a++)
            m->survival_row[g][a][l] = found ? survival[a] : NAN;
        m->survival_row[g][AGES][l] = m->survival_row[g][AGES - 1][l];
    }
}

static void
planned_survival(struct population_cohort *m, int g, size_t t)
{
    for (size_t a = 0; a <= AGES; a++) {
        const double s = m->constants.survival[t][g][a < AGES ? a : AGES - 1]; /* within the open age: as into it */

        EACH_LANE(l)
            m->survival_row[g][a][l] = s;
    }
}

static void
vital_rates(struct population_cohort *m, size_t t)
{
    for (int g = 0; g < SEXES; g++)
        if (lever_certain(&m->lever[expectancy_setting[g]]))
            planned_survival(m, g, t + 1);
        else
            drawn_survival(m, g, t + 1);
    for (size_t a = 0; a < AGES; a++)
        EACH_LANE(l)
            m->fertility_row[a][l] = lever_at(&m->lever[POPULATION_FERTILITY_RATE], t + 1, l)
                                     * m->constants.fertility[a];
}

/* In draws, cohorts that would be negative are set to 0 and counted. */
static void
mend(struct population_cohort *m, struct record *r)
{
    for (int g = 0; g < SEXES; g++)
        for (size_t a = 0; a < AGES; a++)
            EACH_LANE(l) {
                const double people = m->ages[m->now][g][a][l];

                r->mended[l] += people < 0 ? 1 : 0;
                m->ages[m->now][g][a][l] = people < 0 ? 0 : people;
            }
}

/* The residents of every age in proportion, so that they add to what is known */
static void
take_known(struct population_cohort *m, struct record *r, size_t t)
{
    if (!isfinite(known_at(m->known, KNOWN_POPULATION, t)))
        return;
    for (int g = 0; g < SEXES; g++)
        for (size_t a = 0; a < AGES; a++)
            EACH_LANE(l)
                m->ages[m->now][g][a][l] *= population_known(r, m->known, t, l);
    count_people(m, r, t);
}

KERNEL static void
step_ages(struct population_cohort *m, struct record *r, size_t t)
{
    lanes births, boys;
    struct cohort_step c = {
        .groups = AGES,
        .years = 1,
        .survival = { m->survival_row[MALE], m->survival_row[FEMALE] },
        .migrants = { m->migrants[MALE], m->migrants[FEMALE] },
        .fertility = m->fertility_row,
        .boys_per_girl = boys,
    };

    EACH_LANE(l)
        boys[l] = lever_at(&m->lever[POPULATION_SEX_RATIO_AT_BIRTH], 0, l);
    migrants(m, r, t);
    vital_rates(m, t);
    cohort_step(m->ages[1 - m->now], births, m->ages[m->now], &c);
    m->now = 1 - m->now;
    if (m->drawn)
        mend(m, r);
    count_people(m, r, t + 1);
    take_known(m, r, t + 1);
}

static void
cohort_model_step(void *self, struct record *r, const struct record *benchmark, size_t t)
{
    struct population_cohort *m = self;

    (void) benchmark;
    if (!m->ahead)
        step_ages(m, r, t);
}

static bool
cohort_check(const void *self, const struct record *r, size_t t, struct breach *b)
{
    const struct population_cohort *m = self;

    (void) r;
    if (m->no_factor && t >= m->no_factor) {
        const struct lever *expectancy = &m->lever[expectancy_setting[m->no_factor_sex]];

        *b = (struct breach) { .kind = BREACH_LIFE_EXPECTANCY,
                               .value = expectancy->level[t * expectancy->step],
                               .sex = m->no_factor_sex };
        return false;
    }
    for (int g = 0; g < SEXES && !m->drawn; g++) /* draws are mended */
        for (int a = 0; a < AGES; a++)
            EACH_LANE(l)
                if (!(m->ages[m->now][g][a][l] >= 0)) {
                    *b = (struct breach) { BREACH_NEGATIVE_COHORT, l, m->ages[m->now][g][a][l], (enum sex) g, a };
                    return false;
                }
    return true;
}

static void
cohort_ages(const void *self, double persons[SEXES][AGES])
{
    const struct population_cohort *m = self;

    for (int g = 0; g < SEXES; g++)
        for (size_t a = 0; a < AGES; a++)
            persons[g][a] = m->ages[m->now][g][a][0];
}

static void
cohort_free(void *self)
{
    struct population_cohort *m = self;

    free(m->constants.survival);
    cohort_by_sums_free(m);
    free(m->fertility_row);
    for (int g = 0; g < SEXES; g++) {
        free(m->ages[0][g]);
        free(m->ages[1][g]);
        free(m->migrants[g]);
        free(m->survival_row[g]);
    }
}

const struct model population_cohort_model = {
    .name = "cohort",
    .summary = "residents by age and sex",
    .groups = 1 << GROUP_POPULATION,
    .writes = PART_PEOPLE,
    .size = sizeof(struct population_cohort),
    .init = cohort_init,
    .start = cohort_start,
    .step = cohort_model_step,
    .check = cohort_check,
    .free = cohort_free,
    .ages = cohort_ages,
};
