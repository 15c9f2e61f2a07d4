#include "report/results_ensemble.h"

static void
add_numbers(struct text *out, const double *x, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        text_add(out, ",");
        csv_add_number(out, x[i]);
    }
}

static void
add_series(struct text *out, const struct ensemble *e, const struct series *s, int year)
{
    csv_add_field(out, e->plan->region[s->region].key);
    text_print(out, ",%s,%s,%d", s->key, unit_name(indicators[s->indicator].unit), year);
}

void
results_quantiles(struct text *out, const struct drawn *d)
{
    const struct ensemble *e = d->ensemble;

    text_add(out, "region,indicator,unit,year,mean,sd,p05,p25,p50,p75,p95,width\n");
    for (size_t i = 0; i < e->count; i++)
        for (size_t t = e->series[i].first; t < e->years; t++) {
            const struct spread *x = ensemble_spread(e, i, t);

            add_series(out, e, &e->series[i], e->plan->start + (int) t);
            add_numbers(out, (const double[]) { x->mean, x->sd }, 2);
            add_numbers(out, x->quantile, ENSEMBLE_LEVELS);
            add_numbers(out, &x->width, 1);
            text_add(out, "\n");
        }
}

static void
add_chance(struct text *out, const struct chance *c, uint64_t draws)
{
    add_numbers(out, (const double[]) { c->probability, c->standard_error }, 2);
    text_print(out, ",%llu\n", (unsigned long long) draws);
}

static const char *
step_key(const struct plan *p, const struct plan_target *g)
{
    return g->step == PLAN_NONE ? "" : p->step[g->step].key;
}

/* A step that no target counts for is neither met nor missed. */
static bool
is_judged(const struct drawn *d, size_t step)
{
    const struct plan *p = d->ensemble->plan;

    for (size_t i = 0; i < d->yearly->targets; i++)
        if (p->target[i].step == step && p->target[i].counts)
            return true;
    return false;
}

void
results_probabilities(struct text *out, const struct drawn *d)
{
    const struct ensemble *e = d->ensemble;
    const struct plan *p = e->plan;

    text_add(out, "target,step,probability,standard_error,draws\n");
    for (size_t i = 0; i < d->yearly->targets; i++) {
        text_print(out, "%s,%s", p->target[i].key, step_key(p, &p->target[i]));
        add_chance(out, &e->target[i], e->accepted);
    }
    for (size_t i = 0; i < e->steps; i++) {
        if (!is_judged(d, i))
            continue;
        text_print(out, ",%s", p->step[i].key);
        add_chance(out, &e->step[i], e->accepted);
    }
}

void
results_probabilities_by_year(struct text *out, const struct drawn *d)
{
    const struct ensemble *e = d->ensemble;
    const struct plan *p = e->plan;

    text_add(out, "target,step,year,probability,standard_error,draws\n");
    for (size_t i = 0; i < d->yearly->targets; i++)
        for (int year = p->start; year <= p->end; year++) {
            const struct chance *c = yearly_chance(d->yearly, e, i, year);

            if (!c)
                continue;
            text_print(out, "%s,%s,%d", p->target[i].key, step_key(p, &p->target[i]), year);
            add_chance(out, c, e->accepted);
        }
}

void
results_sources(struct text *out, const struct drawn *d)
{
    const struct ensemble *e = d->ensemble;
    const struct sources *s = d->sources;

    text_add(out, "region,indicator,unit,year,sd,sd_of_sources,percent_of_variance\n");
    for (size_t i = 0; s && i < s->count; i++) {
        const struct source_share *x = &s->share[i];

        add_series(out, e, &e->series[x->series], x->year);
        add_numbers(out, (const double[]) { x->sd, x->alone, x->percent }, 3);
        text_add(out, "\n");
    }
}
