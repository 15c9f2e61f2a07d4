#include "models/cohort.h"

/* Everyone but the new-born: one year of survival for those exposed, half of the migrants on top. */
static void
cohort_age(lanes *next, lanes *now, lanes *survival, lanes *migrants, size_t groups)
{
    const size_t open = groups - 1;

    for (size_t a = 1; a < groups; a++)
        EACH_LANE(l) {
            const double exposed = now[a - 1][l] + 0.5 * migrants[a - 1][l];

            next[a][l] = exposed * survival[a][l] + 0.5 * migrants[a][l];
        }
    EACH_LANE(l)
        next[open][l] += (now[open][l] + 0.5 * migrants[open][l]) * survival[groups][l];
}

static void
cohort_births(lanes births, lanes *next, lanes *now, const struct cohort_step *c)
{
    EACH_LANE(l)
        births[l] = 0;
    for (size_t a = 1; a < c->groups; a++)
        EACH_LANE(l) {
            const double exposed = now[a][l] + 0.5 * c->migrants[FEMALE][a][l];

            births[l] += c->years * c->fertility[a][l] * 0.5 * (exposed + next[a][l]);
        }
}

void
cohort_step(lanes *next[SEXES], lanes births, lanes *const now[SEXES], const struct cohort_step *c)
{
    for (int g = 0; g < SEXES; g++)
        cohort_age(next[g], now[g], c->survival[g], c->migrants[g], c->groups);
    cohort_births(births, next[FEMALE], now[FEMALE], c);
    EACH_LANE(l) {
        const double girls = 1 / (1 + c->boys_per_girl[l]);

        next[FEMALE][0][l] = births[l] * girls * c->survival[FEMALE][0][l] + 0.5 * c->migrants[FEMALE][0][l];
        next[MALE][0][l] = births[l] * (1 - girls) * c->survival[MALE][0][l] + 0.5 * c->migrants[MALE][0][l];
    }
}
