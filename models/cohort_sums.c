#include "models/cohort_sums.h"
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "models/cohort.h"

/* A projection of LANES sources side by side, each a unit that comes in once */
struct units {
    lanes *ages[2][SEXES], *migrants[SEXES], *survival[SEXES], *fertility;
    int now;
};

static void
units_new(struct units *u)
{
    u->fertility = lanes_new(AGES); /* none: births are sources of their own */
    for (int g = 0; g < SEXES; g++) {
        u->ages[0][g] = lanes_new(AGES);
        u->ages[1][g] = lanes_new(AGES);
        u->migrants[g] = lanes_new(AGES);
        u->survival[g] = lanes_new(AGES + 1);
    }
}

static void
units_free(struct units *u)
{
    free(u->fertility);
    for (int g = 0; g < SEXES; g++) {
        free(u->ages[0][g]);
        free(u->ages[1][g]);
        free(u->migrants[g]);
        free(u->survival[g]);
    }
}

/* What arrives in year t in the lane of each source */
static void
unit_arrives(double arrives[COHORT_SOURCES], size_t t, size_t number, size_t first)
{
    /* number 0 is the base; then year by year the sources */
    const size_t k = first + number;

    for (int s = 0; s < COHORT_SOURCES; s++)
        arrives[s] = k > 0 && (k - 1) / COHORT_SOURCES + 1 == t && (k - 1) % COHORT_SOURCES == (size_t) s;
}

static void
units_step(struct units *u, const struct cohort_constants *c, size_t t, size_t first)
{
    lanes births, arrives[COHORT_SOURCES];
    struct cohort_step step = {
        .groups = AGES,
        .years = 1,
        .survival = { u->survival[MALE], u->survival[FEMALE] },
        .migrants = { u->migrants[MALE], u->migrants[FEMALE] },
        .fertility = u->fertility,
        .boys_per_girl = lanes_ones,
    };

    for (size_t l = 0; l < LANES; l++) {
        double one[COHORT_SOURCES];

        unit_arrives(one, t, l, first);
        for (int s = 0; s < COHORT_SOURCES; s++)
            arrives[s][l] = one[s];
    }
    for (int g = 0; g < SEXES; g++)
        for (size_t a = 0; a <= AGES; a++)
            EACH_LANE(l) {
                u->survival[g][a][l] = c->survival[t][g][a < AGES ? a : AGES - 1];
                if (a < AGES)
                    u->migrants[g][a][l] = c->rates[g][a] * u->ages[u->now][g][a][l]
                                           + arrives[SOURCE_MOVED][l] * c->pattern[g][a];
            }
    cohort_step(u->ages[1 - u->now], births, u->ages[u->now], &step);
    EACH_LANE(l) {
        u->ages[1 - u->now][MALE][0][l] += arrives[SOURCE_BOYS][l] * c->survival[t][MALE][0];
        u->ages[1 - u->now][FEMALE][0][l] += arrives[SOURCE_GIRLS][l] * c->survival[t][FEMALE][0];
    }
}

/* Sums over the ages that a step led to, and births on the way at a fertility of 1 */
static void
units_sum(double sum[COHORT_SUMS], const struct units *u, const struct cohort_constants *c, size_t l)
{
    const int now = u->now, before = 1 - now;

    for (int j = 0; j < COHORT_SUMS; j++)
        sum[j] = 0;
    for (int g = 0; g < SEXES; g++)
        for (int a = 0; a < AGES; a++) {
            const double people = u->ages[now][g][a][l];

            sum[SUM_ALL] += people;
            sum[SUM_WORKING] += a >= c->first_working && a <= c->last_working ? people : 0;
            sum[SUM_AGED] += a >= 65 ? people : 0;
            sum[SUM_MIDDLE] += a >= 15 && a < 65 ? people : 0;
        }
    for (int a = 1; a < AGES; a++)
        sum[SUM_BIRTHS] += c->fertility[a] * 0.5
                           * (u->ages[before][FEMALE][a][l] + 0.5 * u->migrants[FEMALE][a][l]
                              + u->ages[now][FEMALE][a][l]);
}

static void
keep_sums(struct cohort_sums *out, const struct units *u, const struct cohort_constants *c, size_t t, size_t first)
{
    for (size_t l = 0; l < LANES; l++) {
        const size_t k = first + l, year = k ? (k - 1) / COHORT_SOURCES + 1 : 0;

        if (k == 0)
            units_sum(out->base[t], u, c, l);
        else if (year < out->years)
            units_sum(out->part[t * out->years + year][(k - 1) % COHORT_SOURCES], u, c, l);
    }
}

static void
project_units(struct cohort_sums *out, struct units *u, const struct cohort_constants *c, size_t first)
{
    u->now = 0;
    for (int g = 0; g < SEXES; g++)
        for (size_t a = 0; a < AGES; a++)
            EACH_LANE(l)
                u->ages[0][g][a][l] = first + l == 0 ? c->ages[g][a] : 0;
    if (first == 0)
        keep_sums(out, u, c, 0, first);
    for (size_t t = 1; t < c->years; t++) {
        units_step(u, c, t, first);
        u->now = 1 - u->now;
        keep_sums(out, u, c, t, first);
    }
}

void
cohort_sums_init(struct cohort_sums *out, const struct cohort_constants *c)
{
    const size_t sources = 1 + (c->years - 1) * COHORT_SOURCES;
    struct units u = { 0 };

    out->years = c->years;
    out->base = memory_new(c->years, sizeof *out->base);
    out->part = memory_new(c->years * c->years, sizeof *out->part);
    units_new(&u);
    for (size_t first = 0; first < sources; first += LANES)
        project_units(out, &u, c, first);
    units_free(&u);
}

void
cohort_sums_free(struct cohort_sums *c)
{
    free(c->base);
    free(c->part);
    *c = (struct cohort_sums) { 0 };
}

KERNEL void
cohort_sums_add(lanes out[COHORT_SUMS], const struct cohort_sums *c, const lanes base, lanes (*source)[COHORT_SOURCES],
                size_t t, size_t k_last)
{
    for (int j = 0; j < COHORT_SUMS; j++)
        EACH_LANE(l)
            out[j][l] = c->base[t][j] * base[l];
    for (size_t k = 1; k <= k_last; k++)
        for (int s = 0; s < COHORT_SOURCES; s++)
            for (int j = 0; j < COHORT_SUMS; j++) {
                const double part = c->part[t * c->years + k][s][j];

                if (part != 0)
                    EACH_LANE(l)
                        out[j][l] += part * source[k][s][l];
            }
}

struct interval_ages {
    double low[AGES], high[AGES];
};

/* x times an interval */
static double
low_of(double x, const double range[2])
{
    return x * (x >= 0 ? range[0] : range[1]);
}

static double
high_of(double x, const double range[2])
{
    return x * (x >= 0 ? range[1] : range[0]);
}

/* Migrants at given rates go by residents, whose two halves are taken together: residents count 1 + m0/2 times before
 * survival, m0/2 times after it. */
static void
interval_step(struct interval_ages *next, const struct interval_ages *now, const struct cohort_constants *c, int g,
              const struct cohort_range *in, size_t t)
{
    double low[AGES], high[AGES], stay_low[AGES], stay_high[AGES];
    const double *survival = c->survival[t][g], *births = in->source[g == MALE ? SOURCE_BOYS : SOURCE_GIRLS];

    for (size_t a = 0; a < AGES; a++) {
        const double half = 0.5 * c->rates[g][a], residents[2] = { now->low[a], now->high[a] };
        const double moved_low = low_of(0.5 * c->pattern[g][a], in->source[SOURCE_MOVED]);
        const double moved_high = high_of(0.5 * c->pattern[g][a], in->source[SOURCE_MOVED]);

        low[a] = low_of(1 + half, residents) + moved_low;
        high[a] = high_of(1 + half, residents) + moved_high;
        stay_low[a] = low_of(half, residents) + moved_low;
        stay_high[a] = high_of(half, residents) + moved_high;
    }
    next->low[0] = births[0] * survival[0] + stay_low[0];
    next->high[0] = births[1] * survival[0] + stay_high[0];
    for (size_t a = 1; a < AGES; a++) {
        next->low[a] = low[a - 1] * survival[a] + stay_low[a];
        next->high[a] = high[a - 1] * survival[a] + stay_high[a];
    }
    next->low[AGES - 1] += low[AGES - 1] * survival[AGES - 1];
    next->high[AGES - 1] += high[AGES - 1] * survival[AGES - 1];
}

static bool
is_positive(const struct interval_ages *x)
{
    for (size_t a = 0; a < AGES; a++)
        if (!(x->low[a] >= 0))
            return false;
    return true;
}

bool
cohort_stays_positive(const struct cohort_constants *c, const struct cohort_range *range)
{
    struct interval_ages ages[SEXES], next;

    for (int g = 0; g < SEXES; g++)
        for (size_t a = 0; a < AGES; a++) {
            ages[g].low[a] = c->ages[g][a] * range[0].base[0];
            ages[g].high[a] = c->ages[g][a] * range[0].base[1];
        }
    for (size_t t = 1; t < c->years; t++)
        for (int g = 0; g < SEXES; g++) {
            interval_step(&next, &ages[g], c, g, &range[t], t);
            ages[g] = next;
            if (!is_positive(&next))
                return false;
        }
    return true;
}
