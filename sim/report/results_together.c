/* The files of scenarios that are drawn together: chances with their changes, quantiles of differences. */
#include <math.h>
#include "report/results.h"
#include "report/together.h"

static void
add_numbers(struct text *out, const double *x, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        text_add(out, ",");
        csv_add_number(out, x[i]);
    }
}

/* Chance, error and draws; of another than the base its change, the draws that make it, and draws with a larger margin */
static void
add_chance(struct text *out, const struct paired_chance *x, bool is_base, bool is_target, uint64_t draws)
{
    add_numbers(out, (const double[]) { x->chance.probability, x->chance.standard_error }, 2);
    text_print(out, ",%llu", (unsigned long long) draws);
    if (is_base || !x->shared) {
        text_add(out, ",,,,,,\n");
        return;
    }
    add_numbers(out, (const double[]) { x->change, x->standard_error, x->independent }, 3);
    text_print(out, ",%llu,%llu", (unsigned long long) x->gained, (unsigned long long) x->lost);
    add_numbers(out, (const double[]) { is_target ? (double) x->above / (double) draws : NAN }, 1);
    text_add(out, "\n");
}

static void
add_scenario(struct text *out, const struct paired *p, size_t i)
{
    const struct paired_scenario *s = &p->scenario[i];
    const struct plan *plan = s->plan;

    for (size_t t = 0; t < plan->targets; t++) {
        const struct plan_target *g = &plan->target[t];

        csv_add_field(out, plan->name);
        text_print(out, ",%s,%s", g->key, g->step == PLAN_NONE ? "" : plan->step[g->step].key);
        add_chance(out, &s->target[t], i == 0, true, p->draws);
    }
    for (size_t t = 0; t < plan->steps; t++) {
        if (!together_step_judged(plan, t))
            continue;
        csv_add_field(out, plan->name);
        text_print(out, ",,%s", plan->step[t].key);
        add_chance(out, &s->step[t], i == 0, false, p->draws);
    }
}

void
results_probabilities_of(struct text *out, const struct paired *p)
{
    text_add(out, "scenario,target,step,probability,standard_error,draws,change,change_standard_error,"
                  "change_standard_error_independent,missed_to_met,met_to_missed,share_margin_above\n");
    for (size_t i = 0; i < p->count; i++)
        add_scenario(out, p, i);
}

void
results_difference_quantiles(struct text *out, const struct paired *p)
{
    const struct plan *base = p->scenario[0].plan;

    text_add(out, "scenario,region,indicator,unit,year,mean,sd,p05,p25,p50,p75,p95,width,share_above,sd_independent\n");
    for (size_t i = 1; i < p->count; i++)
        for (size_t row = 0; row < p->rows; row++) {
            const struct paired_difference *x = paired_difference(p, i, row);
            const struct series *s = &p->series[p->row[row].series];

            if (isnan(x->spread.mean))
                continue;
            csv_add_field(out, p->scenario[i].plan->name);
            text_add(out, ",");
            csv_add_field(out, base->region[s->region].key);
            text_print(out, ",%s,%s,%d", s->key, unit_name(indicators[s->indicator].unit), p->row[row].year);
            add_numbers(out, (const double[]) { x->spread.mean, x->spread.sd }, 2);
            add_numbers(out, x->spread.quantile, ENSEMBLE_LEVELS);
            add_numbers(out,
                        (const double[]) { x->spread.width, (double) x->above / (double) p->draws, x->independent }, 3);
            text_add(out, "\n");
        }
}
