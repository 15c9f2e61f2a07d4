/* The cohort component step against a published table, and its laws. */
#include <math.h>
#include <stdlib.h>
#include "tests/check.h"
#include "models/cohort.h"
#include "models/lifetable.h"

#define GROUPS 17

/* Preston, Heuveline and Guillot (2001), Demography, Box 6.2: Sweden, 1993 to 1998, as used by the UN's public test
 * of its cohort-component code; tests/reference/preston_sweden.md has the equations. */
static const double survival[GROUPS + 1] = {
    0.994974,          0.999298474130982, 0.999523271204374, 0.999255384875458, 0.998733211018043, 0.998519868845054,
    0.998071361638878, 0.997059972117285, 0.995306031333712, 0.992182641549444, 0.987776734283712, 0.981527675199983,
    0.970465422882409, 0.952606955959568, 0.923471809204568, 0.86986034386444,  0.774955902248557, 0.517928194893993,
};
static const double people[GROUPS] = {
    293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108,
    324946, 247613, 211351, 215140, 221764, 223506, 183654, 254414,
};
static const double fertility[GROUPS] = { 0, 0, 0, .012, .0908, .1499, .1125, .0441, .0074, .0003 };
static const double migration[GROUPS] = {
    0.00466265614615109,  0.00334180191569801,  0.0028040264653434,   0.00403296778982651,  0.00647945892310551,
    0.00523556878761276,  0.00388922464360624,  0.00219919630005263,  0.00116406013653044,  0.000686267872200304,
    0.000868290437093367, 0.000799617697574178, 0.000599609556567816, 0.000477985606320232, 0.000416096212182223,
    0.000326701297004149, 0.000334101110787928,
};
static const double expected[GROUPS] = {
    302392, 298682, 252007, 244150, 268267, 293515, 320624, 284767, 288031,
    303166, 322062, 243989, 205841, 205516, 205270, 194771, 274531,
};

struct rows {
    lanes *now[SEXES], *next[SEXES], *survival, *migrants, *fertility;
    lanes births, boys;
};

static void
rows_new(struct rows *r)
{
    for (int g = 0; g < SEXES; g++) {
        r->now[g] = lanes_new(GROUPS);
        r->next[g] = lanes_new(GROUPS);
    }
    r->survival = lanes_new(GROUPS + 1);
    r->migrants = lanes_new(GROUPS);
    r->fertility = lanes_new(GROUPS);
}

static void
rows_free(struct rows *r)
{
    for (int g = 0; g < SEXES; g++) {
        free(r->now[g]);
        free(r->next[g]);
    }
    free(r->survival);
    free(r->migrants);
    free(r->fertility);
}

static void
sweden(struct rows *r, double years)
{
    for (size_t a = 0; a <= GROUPS; a++)
        EACH_LANE(l)
            r->survival[a][l] = survival[a];
    for (size_t a = 0; a < GROUPS; a++)
        EACH_LANE(l) {
            r->now[MALE][a][l] = r->now[FEMALE][a][l] = people[a];
            r->migrants[a][l] = years * migration[a] * people[a];
            r->fertility[a][l] = fertility[a];
        }
    EACH_LANE(l)
        r->boys[l] = 1.05;
}

static void
step(struct rows *r, double years)
{
    const struct cohort_step c = {
        .groups = GROUPS,
        .years = years,
        .survival = { r->survival, r->survival },
        .migrants = { r->migrants, r->migrants },
        .fertility = r->fertility,
        .boys_per_girl = r->boys,
    };

    cohort_step(r->next, r->births, r->now, &c);
}

static void
sweden_1993_to_1998(void **state)
{
    struct rows r;

    (void) state;
    rows_new(&r);
    sweden(&r, 5);
    step(&r, 5);
    EACH_LANE(l) {
        for (size_t a = 0; a < GROUPS; a++)
            assert_true(round(r.next[FEMALE][a][l]) == expected[a]);
        for (size_t a = 1; a < GROUPS; a++)
            assert_true(r.next[MALE][a][l] == r.next[FEMALE][a][l]);
        assert_true(round(r.next[MALE][0][l]) == 317340);
        assert_close(r.births[l], 615988.0637893304, 1e-12);
    }
    rows_free(&r);
}

/* Nobody appears from nowhere: those alive at the end are those at the beginning less deaths, plus births that
 * survive, plus migrants, when nobody dies. */
static void
nobody_is_lost_without_deaths(void **state)
{
    struct rows r;

    (void) state;
    rows_new(&r);
    sweden(&r, 5);
    for (size_t a = 0; a <= GROUPS; a++)
        EACH_LANE(l)
            r.survival[a][l] = 1;
    step(&r, 5);
    EACH_LANE(l) {
        double before = 0, after = 0;

        for (int g = 0; g < SEXES; g++)
            for (size_t a = 0; a < GROUPS; a++) {
                before += r.now[g][a][l] + r.migrants[a][l];
                after += r.next[g][a][l];
            }
        assert_close(after, before + r.births[l], 1e-12);
    }
    rows_free(&r);
}

/* Without migration, with each woman replaced by one daughter who survives to her age, a population with the life
 * table's ages stays as it is. */
static void
stationary_population_stays(void **state)
{
    struct rows r;
    double lived[GROUPS], daughters = 0;

    (void) state;
    rows_new(&r);
    sweden(&r, 5);
    lived[0] = survival[0];
    for (size_t a = 1; a < GROUPS - 1; a++)
        lived[a] = lived[a - 1] * survival[a];
    lived[GROUPS - 1] = lived[GROUPS - 2] * survival[GROUPS - 1] / (1 - survival[GROUPS]);
    for (size_t a = 0; a < GROUPS; a++)
        daughters += 5 * fertility[a] * lived[a] / 2.05;
    for (size_t a = 0; a < GROUPS; a++)
        EACH_LANE(l) {
            r.now[MALE][a][l] = 1.05 * lived[a];
            r.now[FEMALE][a][l] = lived[a];
            r.migrants[a][l] = 0;
            r.fertility[a][l] = fertility[a] / daughters;
        }
    step(&r, 5);
    for (size_t a = 0; a < GROUPS; a++) {
        assert_close(r.next[FEMALE][a][0], r.now[FEMALE][a][0], 1e-12);
        assert_close(r.next[MALE][a][0], r.now[MALE][a][0], 1e-12);
    }
    rows_free(&r);
}

/* With one rate m at all ages life is exponential: e0 = 1/m, and one year's survival is exp(-m). */
static void
constant_hazard(void **state)
{
    static const double rates[] = { 0.01, 0.0125, 0.03, 0.2 };

    (void) state;
    for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++) {
        double rate[AGES], lived[AGES], ratio[AGES], factor;

        for (size_t a = 0; a < AGES; a++)
            rate[a] = rates[i];
        assert_close(lifetable_years(lived, rate, 1), 1 / rates[i], 1e-12);
        lifetable_survival(ratio, lived);
        assert_close(ratio[0], -expm1(-rates[i]) / rates[i], 1e-12);
        assert_close(ratio[50], exp(-rates[i]), 1e-12);
        assert_close(ratio[AGES - 1], exp(-rates[i]), 1e-12);
        assert_int_equal(lifetable_factor(&factor, rate, 0.8 / rates[i]), OK);
        assert_close(factor, 1.25, 1e-10);
    }
}

static void
no_factor_gives_an_impossible_life(void **state)
{
    double rate[AGES], factor;

    (void) state;
    for (size_t a = 0; a < AGES; a++)
        rate[a] = 0.0125;
    assert_int_equal(lifetable_factor(&factor, rate, 1e7), FAILED_INPUT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sweden_1993_to_1998),
        cmocka_unit_test(nobody_is_lost_without_deaths),
        cmocka_unit_test(stationary_population_stays),
        cmocka_unit_test(constant_hazard),
        cmocka_unit_test(no_factor_gives_an_impossible_life),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
