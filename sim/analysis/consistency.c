#include "analysis/consistency.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/needed.h"
#include "models/production.h"

const char *const identity_name[IDENTITIES] = {
    [IMPLIES_RESIDENTS] = "residents", [IMPLIES_MOVERS] = "movers",     [IMPLIES_REST] = "rest", [IMPLIES_SUM] = "sum",
    [IMPLIES_INFLOW] = "inflow",       [IMPLIES_CAPACITY] = "capacity",
};

/* What an identity looks at, and where its cases go */
struct search {
    struct implieds *out;
    const struct judgements *judged;
    const struct trajectory *t;
};

static double
value_of(const struct search *s, size_t region, const char *key, int year)
{
    return trajectory_at(s->t, trajectory_find(s->t, region, key), year);
}

static void
add(const struct search *s, struct implied x, double low, double high)
{
    struct implieds *out = s->out;

    if (!isfinite(x.pace))
        return;
    x.low = low;
    x.high = high;
    x.plausible = x.pace >= low && x.pace <= high;
    out->at = memory_room(out->at, out->count, &out->room, sizeof *out->at);
    out->at[out->count++] = x;
}

/* Of the target's region and year; what it wants of its own indicator is `level` */
static struct implied
implied_by(const struct judgement *first, enum identity identity, double level)
{
    return (struct implied) { .identity = identity,
                              .first = first,
                              .first_level = level,
                              .region = first->target->region,
                              .sector = PLAN_NONE,
                              .year = first->target->year };
}

static void
add_in_range(const struct search *s, struct implied x, enum plausible range)
{
    const struct plan_plausible *p = &s->t->plan->plausible;

    add(s, x, p->low[range], p->high[range]);
}

/* What the target wants, as a level of that indicator in its year; false where it is a target of another one */
static bool
wants(const struct search *s, size_t i, const char *key, double *level)
{
    const struct judgement *j = &s->judged->target[i];
    struct needed n;

    if (strcmp(indicators[j->target->indicator].key, key) != 0 || !needed_level(&n, j, s->t))
        return false;
    *level = n.level;
    return true;
}

static double
growth(double before, double after, int years)
{
    return before > 0 && after >= 0 ? 100 * (pow(after / before, 1.0 / years) - 1) : NAN;
}

static bool
same_place(const struct judgement *a, const struct judgement *b)
{
    return a->target->region == b->target->region && a->target->year == b->target->year;
}

/* At the same prices, for the ratio of the two to be people */
static const char *const basis[][2] = { { "gdp", "gdp_per_capita" }, { "gdp_real", "gdp_per_capita_real" } };

static double
residents(double gdp, double head)
{
    return gdp / head * 1e4; /* yi yuan, yuan: wan */
}

/* Both targets at once, at the prices of that basis */
static void
find_residents_of(const struct search *s, enum identity identity, size_t i, size_t k, const char *const *of)
{
    const struct judgement *first = &s->judged->target[i], *second = &s->judged->target[k];
    const int start = s->t->plan->start;
    const size_t r = first->target->region;
    struct implied x;
    double gdp, head, now;

    if (!wants(s, i, of[0], &gdp) || !wants(s, k, of[1], &head) || !same_place(first, second))
        return;
    now = residents(value_of(s, r, of[0], start), value_of(s, r, of[1], start));
    x = implied_by(first, identity, gdp);
    x.second = second;
    x.second_level = head;
    x.value = residents(gdp, head);
    x.beside = value_of(s, r, "population", start);
    x.pace = growth(now, x.value, x.year - start);
    add_in_range(s, x, PLAUSIBLE_POPULATION);
}

static void
find_residents(const struct search *s, enum identity identity)
{
    for (size_t i = 0; i < s->judged->targets; i++)
        for (size_t k = 0; k < s->judged->targets; k++)
            for (size_t b = 0; b < 2; b++)
                find_residents_of(s, identity, i, k, basis[b]);
}

static void
find_movers(const struct search *s, enum identity identity)
{
    const int start = s->t->plan->start;
    double share;

    for (size_t i = 0; i < s->judged->targets; i++)
        if (wants(s, i, "urbanization", &share)) {
            struct implied x = implied_by(&s->judged->target[i], identity, share);
            const double now = value_of(s, x.region, "urbanization", start);
            const double rural = (1 - now / 100) * value_of(s, x.region, "population", start);

            x.beside = value_of(s, x.region, "population", x.year);
            x.value = (share - now) / 100 * x.beside / (x.year - start);
            x.pace = 100 * x.value / rural;
            add_in_range(s, x, PLAUSIBLE_MOVERS);
        }
}

/* What the sectors' targets beside this GDP want together, and what they had; false where there is none */
static bool
sectors_with_target(const struct search *s, const struct judgement *gdp, const char *prefix, double *wanted,
                    double *before, size_t *sectors)
{
    *wanted = *before = 0;
    *sectors = 0;
    for (size_t i = 0; i < s->judged->targets; i++) {
        const struct judgement *j = &s->judged->target[i];
        const struct plan_target *g = j->target;
        const bool plain = !g->from && g->over == PLAN_NONE && g->relative_to == PLAN_NONE;

        if (!same_place(j, gdp) || strcmp(indicators[g->indicator].key, prefix) != 0 || !plain)
            continue;
        *wanted += j->wanted;
        *before += trajectory_at(s->t, trajectory_series(s->t, g->region, g->indicator, g->sector), s->t->plan->start);
        ++*sectors;
    }
    return *sectors > 0;
}

/* Of one GDP target: the rest's growth, or where no sector is left the difference of the sum */
static void
find_sectors_of(const struct search *s, enum identity identity, const struct judgement *first, double gdp, bool real)
{
    struct implied x = implied_by(first, identity, gdp);
    const int start = s->t->plan->start;
    double wanted, before;
    size_t sectors;
    bool all;

    if (!sectors_with_target(s, first, real ? "va_real_" : "va_", &wanted, &before, &sectors))
        return;
    all = sectors == s->t->plan->region[x.region].sectors;
    if (all && identity == IMPLIES_SUM) {
        x.value = wanted;
        x.beside = gdp;
        x.pace = 100 * (wanted / gdp - 1);
        add_in_range(s, x, PLAUSIBLE_SUM);
    }
    if (!all && identity == IMPLIES_REST) {
        x.value = gdp - wanted;
        x.beside = value_of(s, x.region, real ? "gdp_real" : "gdp", start) - before;
        x.pace = gdp > wanted ? growth(x.beside, x.value, x.year - start) : -100;
        add_in_range(s, x, PLAUSIBLE_REST);
    }
}

static void
find_sectors(const struct search *s, enum identity identity)
{
    double gdp;

    for (size_t i = 0; i < s->judged->targets; i++)
        for (int real = 0; real < 2; real++)
            if (wants(s, i, real ? "gdp_real" : "gdp", &gdp))
                find_sectors_of(s, identity, &s->judged->target[i], gdp, real);
}

static void
find_inflow(const struct search *s, enum identity identity)
{
    const struct plan *p = s->t->plan;

    for (size_t i = 0; i < p->steps; i++) {
        const int year = p->step[i].to;
        const double gap = value_of(s, p->home, "investment_rate", year) - p->plausible.saving;
        const double gdp = value_of(s, p->home, "gdp", year);

        add_in_range(s,
                     (struct implied) { .identity = identity,
                                        .region = p->home,
                                        .sector = PLAN_NONE,
                                        .year = year,
                                        .value = gap / 100 * gdp,
                                        .beside = gdp,
                                        .pace = gap },
                     PLAUSIBLE_INFLOW);
    }
}

/* The sector's capacity in that year, yi yuan at base-year prices; NaN where it has none */
static double
capacity_of(const struct plan *p, size_t region, size_t sector, int year)
{
    const struct plan_sector *x = &p->region[region].sector[sector];
    const size_t entry = x->settings.entry[SECTOR_CAPACITY];

    if (entry == PLAN_NONE)
        return NAN;
    return p->value[p->entry[entry].offset + (p->entry[entry].length > 1 ? (size_t) (year - p->start) : 0)];
}

/* What the target makes of the sector at base-year prices: its own level, or its share in a GDP that all grow to alike */
static double
needed_of_sector(const struct search *s, const struct judgement *j, size_t sector, const char *key)
{
    const struct plan_target *g = j->target;
    const char *indicator = indicators[g->indicator].key;
    const bool own = indicators[g->indicator].of_sector && g->sector == sector && !strncmp(indicator, "va_", 3);
    const bool plain = !g->from && g->over == PLAN_NONE && g->relative_to == PLAN_NONE;
    const double projected = value_of(s, g->region, key, g->year);
    struct needed n;

    if (own && plain)
        return projected * j->wanted / j->projected;
    if (!needed_level(&n, j, s->t) || n.by_head || !needed_is_gdp(n.indicator))
        return NAN;
    return projected * n.level / value_of(s, g->region, indicators[n.indicator].key, g->year);
}

static void
find_capacity_of(const struct search *s, enum identity identity, const struct judgement *first, size_t sector)
{
    struct implied x = implied_by(first, identity, first->wanted);
    char key[80];

    snprintf(key, sizeof key, "va_real_%s", s->t->plan->region[x.region].sector[sector].key);
    x.sector = sector;
    x.value = needed_of_sector(s, first, sector, key);
    x.beside = capacity_of(s->t->plan, x.region, sector, x.year);
    x.pace = 100 * x.value / x.beside;
    add(s, x, -INFINITY, 100);
}

static void
find_capacity(const struct search *s, enum identity identity)
{
    for (size_t i = 0; i < s->judged->targets; i++) {
        const struct judgement *first = &s->judged->target[i];

        for (size_t k = 0; k < s->t->plan->region[first->target->region].sectors; k++)
            find_capacity_of(s, identity, first, k);
    }
}

static void (*const identities[IDENTITIES])(const struct search *s, enum identity identity) = {
    [IMPLIES_RESIDENTS] = find_residents, [IMPLIES_MOVERS] = find_movers, [IMPLIES_REST] = find_sectors,
    [IMPLIES_SUM] = find_sectors,         [IMPLIES_INFLOW] = find_inflow, [IMPLIES_CAPACITY] = find_capacity,
};

void
consistency_find(struct implieds *out, const struct judgements *j, const struct trajectory *t)
{
    const struct search s = { out, j, t };

    for (int i = 0; i < IDENTITIES; i++)
        identities[i](&s, (enum identity) i);
}

void
implieds_free(struct implieds *i)
{
    free(i->at);
    *i = (struct implieds) { 0 };
}
