#include "analysis/needed.h"
#include <math.h>
#include <string.h>
#include "engine/series.h"

static double
at(const struct trajectory *t, size_t region, size_t indicator, int year)
{
    return trajectory_at(t, trajectory_series(t, region, indicator, PLAN_NONE), year);
}

static double
named(const struct trajectory *t, size_t region, const char *key, int year)
{
    return trajectory_at(t, trajectory_find(t, region, key), year);
}

/* GDP in its four forms, at current or base-year prices, whole or a head */
static const struct form {
    const char *key;
    bool real, head;
} forms[] = {
    { "gdp", false, false },
    { "gdp_real", true, false },
    { "gdp_per_capita", false, true },
    { "gdp_per_capita_real", true, true },
};
#define FORMS (sizeof forms / sizeof forms[0])

static const struct form *
form_of(size_t indicator)
{
    for (size_t i = 0; i < FORMS; i++)
        if (!strcmp(indicators[indicator].key, forms[i].key))
            return &forms[i];
    return NULL;
}

bool
needed_is_gdp(size_t indicator)
{
    return form_of(indicator) != NULL;
}

int
needed_distance(size_t needed, size_t recorded)
{
    const struct form *a = form_of(needed), *b = form_of(recorded);

    if (needed == recorded)
        return 0;
    return a && b ? 1 + 2 * (a->head != b->head) + (a->real != b->real) : 8;
}

/* Percent a year of amounts, points a year of the rest */
static double
change_a_year(size_t indicator, double base, double level, int years)
{
    if (!indicators[indicator].is_level)
        return (level - base) / years;
    return base > 0 && level >= 0 ? 100 * (pow(level / base, 1.0 / years) - 1) : NAN;
}

double
needed_a_year(size_t indicator, double base, double level, int years)
{
    const double change = change_a_year(indicator, base, level, years);

    return indicators[indicator].less_is_better ? -change : change;
}

/* What has to be wanted of the region itself where growth, or a difference from another region, is judged */
static double
own_level(const struct judgement *j, const struct trajectory *t)
{
    const struct plan_target *g = j->target;
    const bool amount = indicators[g->indicator].is_level && g->relative_to == PLAN_NONE;
    const size_t other = g->over != PLAN_NONE ? g->over : g->relative_to;
    const double now = other == PLAN_NONE ? 0 : at(t, other, g->indicator, g->year);
    const double before = g->from ? at(t, g->region, g->indicator, g->from) : 0;
    const double other_before = g->from && other != PLAN_NONE ? at(t, other, g->indicator, g->from) : 0;
    double wanted = j->wanted;

    if (g->relative_to != PLAN_NONE)
        return (wanted / 100 + (g->from ? before / other_before : 0)) * now;
    if (g->over != PLAN_NONE)
        wanted += !g->from ? now
                  : amount ? change_a_year(g->indicator, other_before, now, g->year - g->from)
                           : now - other_before;
    if (!g->from)
        return wanted;
    return amount ? before * pow(1 + wanted / 100, g->year - g->from) : before + wanted;
}

static bool
put_as(struct needed *n, const char *key, double level)
{
    n->indicator = indicator_number(key);
    n->level = level;
    return true;
}

/* The part that GDP per head has to give, the other parts as projected */
static bool
index_by_head(struct needed *n, const struct plan_target *g, const struct trajectory *t)
{
    const struct plan *p = t->plan;
    const struct plan_modernization *m = &p->modernization;
    const double cap = p->value[p->entry[m->cap].offset];
    const size_t head = indicator_number("gdp_per_capita");
    double rest = n->level, weight = 0, part;

    for (size_t k = 0; k < m->count; k++) {
        const double w = p->value[p->entry[m->weight[k]].offset];

        if (m->indicator[k] == head)
            weight = w;
        else
            rest -= w
                    * fmin(cap, 100 * at(t, g->region, m->indicator[k], g->year)
                                    / at(t, p->benchmark, m->indicator[k], g->year));
    }
    part = rest / weight;
    n->by_head = true;
    return weight > 0 && part > 0 && part <= cap
           && put_as(n, "gdp_per_capita", part / 100 * at(t, p->benchmark, head, g->year));
}

/* Indicators that are made of another one */
static bool
as_made_of(struct needed *n, const struct plan_target *g, const struct trajectory *t)
{
    const struct plan *p = t->plan;
    const char *key = indicators[n->indicator].key;

    if (!strcmp(key, "relative_gdp_per_capita"))
        return put_as(n, "gdp_per_capita", n->level / 100 * named(t, p->benchmark, "gdp_per_capita", g->year));
    if (!strcmp(key, "relative_gdp_per_capita_real"))
        return put_as(n, "gdp_per_capita_real",
                      n->level / 100 * named(t, p->benchmark, "gdp_per_capita_real", g->year));
    if (!strcmp(key, "gap_gdp_per_capita"))
        return put_as(n, "gdp_per_capita", named(t, p->benchmark, "gdp_per_capita", g->year) - n->level);
    if (!strcmp(key, "share_of_parent"))
        return put_as(n, "gdp", n->level / 100 * named(t, p->region[g->region].parent, "gdp", g->year));
    if (!strcmp(key, "modernization"))
        return index_by_head(n, g, t);
    return true;
}

bool
needed_level(struct needed *out, const struct judgement *j, const struct trajectory *t)
{
    const struct plan_target *g = j->target;

    *out = (struct needed) {
        .indicator = g->indicator, .from = g->from ? g->from : t->plan->start, .year = g->year, .level = own_level(j, t)
    };
    if (indicators[g->indicator].of_sector || out->year <= out->from || !as_made_of(out, g, t))
        return false;
    out->base = at(t, g->region, out->indicator, out->from);
    return isfinite(out->base) && isfinite(out->level);
}

bool
needed_as(struct needed *n, size_t indicator, const struct judgement *j, const struct trajectory *t)
{
    const size_t region = j->target->region;

    if (n->indicator == indicator)
        return true;
    if (!form_of(n->indicator) || !form_of(indicator))
        return false;
    n->level *= at(t, region, indicator, n->year) / at(t, region, n->indicator, n->year);
    n->base = at(t, region, indicator, n->from);
    n->indicator = indicator;
    return true;
}
