#include "analysis/ensemble_target.h"
#include <stdlib.h>
#include "analysis/target_rule.h"

static size_t
series_for(const struct world *w, const struct plan_target *g, size_t region)
{
    const size_t sector = region == g->region ? g->sector : PLAN_NONE;

    return region == PLAN_NONE ? PLAN_NONE : series_of(w->series, w->count, region, g->indicator, sector);
}

static bool
has_value(const struct world *w, size_t series, int year)
{
    return series != PLAN_NONE && year >= w->plan->start + (int) w->series[series].first && year <= w->plan->end;
}

/* Whether a series has what the target looks at */
static bool
has_values(const struct world *w, const struct plan_target *g, size_t series)
{
    return has_value(w, series, g->year) && (!g->from || has_value(w, series, g->from))
           && (g->relation != IMPROVES_ON || has_value(w, series, g->improves_year));
}

static bool
find_rows(struct lane_target *x, const struct world *w, const struct plan_target *g)
{
    x->target = g;
    x->own = (struct target_rows) { series_for(w, g, g->region), series_for(w, g, g->relative_to) };
    x->over = (struct target_rows) { series_for(w, g, g->over), x->own.whole };
    x->bound = g->bound_indicator == PLAN_NONE
                   ? PLAN_NONE
                   : series_of(w->series, w->count, g->region, g->bound_indicator, g->bound_sector);
    return has_values(w, g, x->own.now) && (g->relative_to == PLAN_NONE || has_values(w, g, x->own.whole))
           && (g->over == PLAN_NONE || has_values(w, g, x->over.now))
           && (g->bound_indicator == PLAN_NONE || has_value(w, x->bound, g->year));
}

static void
want(bool *wanted, size_t series)
{
    if (series != PLAN_NONE)
        wanted[series] = true;
}

struct lane_target *
lane_targets_new(const struct world *w, bool *wanted, struct error *err)
{
    const struct plan *p = w->plan;
    struct lane_target *list = memory_new(p->targets + 1, sizeof *list);
    bool good = true;

    for (size_t i = 0; i < p->targets; i++) {
        char year[TEXT_NUMBER];

        if (!find_rows(&list[i], w, &p->target[i])) {
            error_add(err, FAILED_INPUT, p->target[i].place, WORD_nothing_to_judge, p->target[i].key,
                      text_number(year, p->target[i].year));
            good = false;
            continue;
        }
        want(wanted, list[i].own.now);
        want(wanted, list[i].own.whole);
        want(wanted, list[i].over.now);
        want(wanted, list[i].bound);
    }
    if (good)
        return list;
    free(list);
    return NULL;
}

/* A row of a series in a year; NULL where it is not asked for */
static const double *
row(const struct world *w, size_t series, int year)
{
    return series == PLAN_NONE || !year ? NULL : world_row(w, series, (size_t) (year - w->plan->start));
}

static void
figure(lanes out, const struct plan_target *g, const struct target_rows *x, const struct world *w, int year)
{
    const double *now = row(w, x->now, year), *before = row(w, x->now, g->from);
    const double *whole = row(w, x->whole, year), *whole_before = row(w, x->whole, g->from);

    for (size_t l = 0; l < LANES; l++) {
        const struct target_figures f = { now[l], before ? before[l] : NAN, whole ? whole[l] : NAN,
                                          whole_before ? whole_before[l] : NAN };

        out[l] = rule_value(g, year, &f);
    }
}

static void
judged(lanes out, const struct lane_target *x, const struct world *w, int year)
{
    lanes over;

    figure(out, x->target, &x->own, w, year);
    if (x->target->over == PLAN_NONE)
        return;
    figure(over, x->target, &x->over, w, year);
    EACH_LANE(l)
        out[l] -= over[l];
}

static void
wanted_of(lanes out, const struct lane_target *x, const struct world *w)
{
    const struct plan_target *g = x->target;
    const double *bound = row(w, x->bound, g->year);

    if (g->relation == IMPROVES_ON)
        judged(out, x, w, g->improves_year);
    EACH_LANE(l)
        out[l] = g->relation == IMPROVES_ON ? rule_improved(g, out[l]) : bound ? bound[l] : g->bound;
}

void
lane_target_judge(lanes margin, bool met[LANES], const struct lane_target *x, const struct world *w)
{
    lanes projected, wanted;

    judged(projected, x, w, x->target->year);
    wanted_of(wanted, x, w);
    for (size_t l = 0; l < LANES; l++) {
        margin[l] = rule_margin(x->target, projected[l], wanted[l]);
        met[l] = rule_verdict(x->target, margin[l], wanted[l]) != MISSED;
    }
}
