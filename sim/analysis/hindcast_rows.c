/* What a hindcast judges: figures with outturns on both sides of the origin, and what rivals had said of them. */
#include <math.h>
#include <string.h>
#include "analysis/hindcast_parts.h"
#include "base/memory.h"
#include "engine/series.h"

const struct hindcast_judged hindcast_judged[HINDCAST_FIGURES] = {
    [HINDCAST_GDP] = { "gdp", false },
    [HINDCAST_REAL] = { "gdp_real", false },
    [HINDCAST_PER_HEAD] = { "gdp_per_capita", false },
    [HINDCAST_POPULATION] = { "population", false },
    [HINDCAST_URBAN] = { "urbanization", true },
    [HINDCAST_PRIMARY] = { "share_primary", true },
    [HINDCAST_SECONDARY] = { "share_secondary", true },
    [HINDCAST_TERTIARY] = { "share_tertiary", true },
};

/* What a target after the origin asks for a year, percent or points; NaN: there is none */
static double
planned(const struct plan *p, size_t region, const struct hindcast_judged *what, double level)
{
    for (size_t i = 0; i < p->targets; i++) {
        const struct plan_target *g = &p->target[i];
        const double years = g->year - p->rebase;

        if (g->region == region && !strcmp(indicators[g->indicator].key, what->indicator) && g->relation == AT_LEAST
            && !g->from && g->bound_indicator == PLAN_NONE && years > 0)
            return what->points ? (g->bound - level) / years : 100 * (pow(g->bound / level, 1 / years) - 1);
    }
    return NAN;
}

static void
add_rivals(struct hindcast_row *x, const struct hindcast_past *past, const struct plan *p, const double *came)
{
    const struct hindcast_judged *what = &hindcast_judged[x->figure];
    const size_t origin = past->origin;
    const double *nation = p->benchmark == PLAN_NONE ? NULL : hindcast_came(past, p->benchmark, x->figure);
    const struct rival_record r = { .years = origin + 1,
                                    .level = came,
                                    .points = what->points,
                                    .plan = planned(p, x->region, what, came[origin]),
                                    .nation = nation };

    for (int which = 0; which < RIVALS; which++)
        x->rival[which] = rival_level((enum rival) which, &r, (size_t) x->horizon);
}

static void
add_figure(struct hindcast *h, const struct hindcast_past *past, const struct plan *p, size_t region,
           enum hindcast_figure figure, struct ensemble_output **output)
{
    const double *came = hindcast_came(past, region, figure);

    if (!came || !isfinite(came[past->origin]))
        return;
    for (size_t t = past->origin + 1; t < p->years && isfinite(came[t]); t++) {
        struct hindcast_row x = { .region = region, .figure = figure, .origin = p->rebase, .outcome = came[t] };

        x.year = p->start + (int) t;
        x.horizon = x.year - x.origin;
        add_rivals(&x, past, p, came);
        h->row = memory_room(h->row, h->rows, &h->room, sizeof *h->row);
        h->row[h->rows++] = x;
        *(*output)++ = (struct ensemble_output) { .region = region,
                                                  .indicator = indicator_number(hindcast_judged[figure].indicator),
                                                  .sector = PLAN_NONE,
                                                  .year = x.year };
    }
}

void
hindcast_add_rows(struct hindcast *h, const struct hindcast_past *past, const struct plan *p,
                  struct ensemble_output *output)
{
    for (size_t r = 0; r < p->regions; r++)
        for (int figure = 0; figure < HINDCAST_FIGURES; figure++)
            add_figure(h, past, p, r, (enum hindcast_figure) figure, &output);
}
