#include "analysis/target.h"
#include <math.h>
#include <stdlib.h>
#include "analysis/target_rule.h"

static double
value_of(const struct trajectory *t, const struct plan_target *g, size_t region, int year)
{
    const size_t sector = region == g->region ? g->sector : PLAN_NONE;

    return trajectory_at(t, trajectory_series(t, region, g->indicator, sector), year);
}

static double
region_value(const struct trajectory *t, const struct plan_target *g, size_t region, int year)
{
    const struct target_figures f = {
        .now = value_of(t, g, region, year),
        .before = g->from ? value_of(t, g, region, g->from) : NAN,
        .whole_now = g->relative_to == PLAN_NONE ? NAN : value_of(t, g, g->relative_to, year),
        .whole_before = g->relative_to == PLAN_NONE || !g->from ? NAN : value_of(t, g, g->relative_to, g->from),
    };

    return rule_value(g, year, &f);
}

double
target_value(const struct trajectory *t, const struct plan_target *g, int year)
{
    const double own = region_value(t, g, g->region, year);

    /* with `over`, of growth too: points above that of the other region */
    return g->over == PLAN_NONE ? own : own - region_value(t, g, g->over, year);
}

static double
wanted_value(const struct trajectory *t, const struct plan_target *g, int year)
{
    if (g->relation == IMPROVES_ON)
        return rule_improved(g, target_value(t, g, g->improves_year));
    if (g->bound_indicator != PLAN_NONE)
        return trajectory_at(t, trajectory_series(t, g->region, g->bound_indicator, g->bound_sector), year);
    return g->bound;
}

bool
target_holds(const struct plan_target *g, double margin)
{
    return rule_holds(g, margin);
}

double
target_wanted(const struct trajectory *t, const struct plan_target *g)
{
    return wanted_value(t, g, g->year);
}

double
target_margin(const struct trajectory *t, const struct plan_target *g)
{
    return rule_margin(g, target_value(t, g, g->year), wanted_value(t, g, g->year));
}

static int
first_year(const struct trajectory *t, const struct plan_target *g)
{
    int year = t->plan->start;

    if (g->relation == IMPROVES_ON)
        year = g->improves_year + 1;
    if (g->from && year <= g->from)
        year = g->from + 1;
    for (; year <= t->plan->end; year++)
        if (target_holds(g, rule_margin(g, target_value(t, g, year), wanted_value(t, g, year))))
            return year;
    return 0;
}

/* What the judged value must change by a year from the base year on. A growth rate that is wanted is what is
 * required; points wanted since `from` are spread over the years. */
static double
required_growth(const struct trajectory *t, const struct plan_target *g, double wanted)
{
    const int start = t->plan->start;

    if (g->from)
        return rule_is_amount(g) ? wanted : wanted / (g->year - g->from);
    if (g->year == start)
        return NAN;
    if (rule_is_amount(g))
        return rule_growth(target_value(t, g, start), wanted, g->year - start);
    return (wanted - target_value(t, g, start)) / (g->year - start);
}

static enum status
judge(struct judgement *j, const struct trajectory *t, const struct plan_target *g, struct error *err)
{
    char year[TEXT_NUMBER];

    j->target = g;
    j->projected = target_value(t, g, g->year);
    j->wanted = wanted_value(t, g, g->year);
    if (!isfinite(j->projected) || !isfinite(j->wanted))
        return error_add(err, FAILED_INPUT, g->place, WORD_nothing_to_judge, g->key, text_number(year, g->year));
    j->margin = rule_margin(g, j->projected, j->wanted);
    j->margin_percent = rule_margin_percent(j->margin, j->wanted);
    j->verdict = rule_verdict(g, j->margin, j->wanted);
    j->first_year = first_year(t, g);
    j->required_growth = required_growth(t, g, j->wanted);
    j->required_in_points = !rule_is_amount(g);
    return OK;
}

bool
judgement_worse(const struct judgement *a, const struct judgement *b)
{
    if (a->verdict != b->verdict)
        return a->verdict < b->verdict;
    return (isnan(a->margin_percent) ? a->margin : a->margin_percent)
           < (isnan(b->margin_percent) ? b->margin : b->margin_percent);
}

static struct step_judgement
judge_step(const struct judgements *all, const struct plan *p, size_t step)
{
    struct step_judgement s = { .step = &p->step[step], .verdict = MET, .binding = PLAN_NONE };

    for (size_t i = 0; i < all->targets; i++) {
        const struct judgement *j = &all->target[i];

        if (j->target->step != step || !j->target->counts)
            continue;
        s.targets++;
        s.met += j->verdict != MISSED;
        s.within += j->verdict == WITHIN_TOLERANCE;
        if (j->verdict < s.verdict)
            s.verdict = j->verdict;
        if (s.binding == PLAN_NONE || judgement_worse(j, &all->target[s.binding]))
            s.binding = i;
    }
    return s;
}

enum status
targets_judge(struct judgements *out, const struct trajectory *t, struct error *err)
{
    const struct plan *p = t->plan;
    enum status worst = OK;

    out->target = memory_new(p->targets + 1, sizeof *out->target);
    out->step = memory_new(p->steps + 1, sizeof *out->step);
    out->targets = p->targets;
    for (size_t i = 0; i < p->targets; i++)
        if (judge(&out->target[i], t, &p->target[i], err))
            worst = FAILED_INPUT;
    if (worst)
        return worst;
    out->steps = p->steps;
    for (size_t s = 0; s < p->steps; s++)
        out->step[s] = judge_step(out, p, s);
    return OK;
}

void
judgements_free(struct judgements *j)
{
    free(j->target);
    free(j->step);
    *j = (struct judgements) { 0 };
}
