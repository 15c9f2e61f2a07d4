#include "analysis/solve_path.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/root.h"
#include "engine/world.h"
#include "models/production.h"

/* A plan whose investment rates are its own */
struct pathing {
    struct plan plan;
    struct world world;
    double *rate;  /* [years] of the plan, fractions */
    size_t growth; /* the series of home's real growth */
    size_t t;      /* the year of the rate that is looked for */
    double wanted; /* percent, in the year after it */
    size_t runs;
};

static double
growth_less_wanted(double rate, void *arg)
{
    struct pathing *s = arg;
    struct error ignored = { 0 };
    enum status rc;

    s->rate[s->t] = rate;
    s->runs++;
    rc = world_run(&s->world, &ignored);
    error_free(&ignored);
    return rc ? NAN : world_row(&s->world, s->growth, s->t + 1)[0] - s->wanted;
}

static size_t
rate_entry(const struct plan *p)
{
    const struct plan_group *g = &p->region[p->home].group[GROUP_PRODUCTION];

    return p->region[p->home].model == MODEL_GROWTH ? g->entry[PRODUCTION_INVESTMENT_RATE] : PLAN_NONE;
}

static enum status
path_open(struct pathing *s, const struct plan *p, struct error *err)
{
    const size_t entry = rate_entry(p);
    enum status rc;

    if (entry == PLAN_NONE)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_no_rate, p->region[p->home].key);
    s->plan = *p;
    s->plan.value = memory_new(p->values + 1, sizeof *s->plan.value);
    memcpy(s->plan.value, p->value, p->values * sizeof *p->value);
    s->rate = &s->plan.value[p->entry[entry].offset];
    rc = world_init(&s->world, &s->plan, err);
    if (!rc)
        s->growth = series_find(s->world.series, s->world.count, p->home, "gdp_growth");
    return rc;
}

/* The rate of one year; false where none gives the growth that is wanted the year after */
static enum status
solve_year(struct pathing *s, struct solve_path *out, bool *found)
{
    const struct setting *row = &production_settings.rows[PRODUCTION_INVESTMENT_RATE];
    const double low = row->min / 100, high = row->max / 100;
    const double at_low = growth_less_wanted(low, s), at_high = growth_less_wanted(high, s);
    double rate = low;

    *found = at_low <= 0 && at_high >= 0;
    if (!*found) {
        out->year = s->plan.start + (int) s->t + 1;
        out->least = at_low + s->wanted;
        out->most = at_high + s->wanted;
        return OK;
    }
    if (at_low < 0 && root_bracketed(&rate, growth_less_wanted, s, low, high))
        return FAILED_WORK;
    s->rate[s->t] = rate;
    return OK;
}

static enum status
solve_years(struct pathing *s, struct solve_path *out, const double *growth, struct error *err)
{
    const size_t last = s->plan.years - 1;
    char year[TEXT_NUMBER];
    bool found = true;

    for (s->t = 0; s->t < last && found; s->t++) {
        s->wanted = growth[s->t + 1];
        if (solve_year(s, out, &found))
            return error_add(err, FAILED_WORK, NOWHERE, WORD_solve_path_not_narrow,
                             text_number(year, s->plan.start + (double) s->t));
    }
    if (!found)
        return OK;
    s->rate[last] = s->rate[last - 1];
    for (size_t t = 0; t <= last; t++)
        out->rate[t] = 100 * s->rate[t];
    return run_plan(&out->trajectory, &s->plan, err);
}

enum status
solve_path(struct solve_path *out, const struct plan *p, const double *growth, struct error *err)
{
    struct pathing s = { 0 };
    enum status rc = path_open(&s, p, err);

    *out = (struct solve_path) { .years = p->years };
    if (!rc && s.rate) {
        out->base = memory_new(p->years, sizeof *out->base);
        out->rate = memory_new(p->years, sizeof *out->rate);
        for (size_t t = 0; t < p->years; t++)
            out->base[t] = 100 * s.rate[t];
        rc = solve_years(&s, out, growth, err);
        out->trajectory.plan = p;
        out->runs = s.runs;
    }
    world_free(&s.world);
    free(s.plan.value);
    return rc;
}

void
solve_path_free(struct solve_path *s)
{
    free(s->base);
    free(s->rate);
    trajectory_free(&s->trajectory);
    *s = (struct solve_path) { 0 };
}
