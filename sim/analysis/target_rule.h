/* How a target judges the figures it looks at (docs/model.md, targets): of a plain run, or of one draw of many. */
#ifndef ANALYSIS_TARGET_RULE_H
#define ANALYSIS_TARGET_RULE_H

#include <math.h>
#include "analysis/target.h"

/* Of one region: the indicator in the year judged and in `from`, and what the region is taken relative to */
struct target_figures {
    double now, before;             /* before: with `from` alone */
    double whole_now, whole_before; /* with relative_to alone */
};

/* Whether the indicator is an amount, which grows in percent; else it changes in points or places. */
static inline bool
rule_is_amount(const struct plan_target *g)
{
    return indicators[g->indicator].is_level && g->relative_to == PLAN_NONE;
}

/* Percent a year for amounts; NaN where that is undefined */
static inline double
rule_growth(double before, double after, int years)
{
    return before > 0 && after >= 0 ? 100 * (pow(after / before, 1.0 / years) - 1) : NAN;
}

/* The value judged in one region, ratio to another included: of the year, or the change since `from`, which is
 * growth a year for amounts and all the points or places between the two years for the rest. */
static inline double
rule_value(const struct plan_target *g, int year, const struct target_figures *f)
{
    double now = f->now, before = f->before;

    if (g->relative_to != PLAN_NONE) {
        now *= 100 / f->whole_now;
        before *= 100 / f->whole_before;
    }
    if (!g->from)
        return now;
    return rule_is_amount(g) ? rule_growth(before, now, year - g->from) : now - before;
}

/* What improves_on wants, from the value of the year that is improved on */
static inline double
rule_improved(const struct plan_target *g, double then)
{
    return g->times * then + g->by;
}

static inline bool
rule_wants_less(const struct plan_target *g)
{
    if (g->relation == IMPROVES_ON)
        return indicators[g->indicator].less_is_better;
    return g->relation == AT_MOST || g->relation == BELOW;
}

static inline double
rule_margin(const struct plan_target *g, double projected, double wanted)
{
    return rule_wants_less(g) ? wanted - projected : projected - wanted;
}

/* at_least and at_most hold at the bound; above, below and improves_on past it. */
static inline bool
rule_holds(const struct plan_target *g, double margin)
{
    const bool at_bound = g->relation == AT_LEAST || g->relation == AT_MOST
                          || (g->relation == IMPROVES_ON && (g->by != 0 || g->times != 1));

    return at_bound ? margin >= 0 : margin > 0;
}

/* NaN where 0 is wanted */
static inline double
rule_margin_percent(double margin, double wanted)
{
    return wanted != 0 ? 100 * margin / fabs(wanted) : NAN;
}

static inline enum verdict
rule_verdict(const struct plan_target *g, double margin, double wanted)
{
    if (rule_holds(g, margin))
        return MET;
    return rule_margin_percent(margin, wanted) >= -g->tolerance && g->tolerance > 0 ? WITHIN_TOLERANCE : MISSED;
}

#endif
