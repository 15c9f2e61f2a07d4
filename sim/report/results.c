#include "report/results.h"
#include <math.h>
#include <string.h>

const char *
verdict_name(enum verdict v)
{
    return v == MET ? "met" : v == WITHIN_TOLERANCE ? "within tolerance" : "missed";
}

const char *
relation_name(enum relation r)
{
    static const char *const name[RELATIONS] = { "at_least", "at_most", "above", "below", "improves_on" };

    return name[r];
}

void
csv_add_field(struct text *out, const char *field)
{
    if (!strpbrk(field, ",\"\r\n")) {
        text_add(out, field);
        return;
    }
    text_add(out, "\"");
    for (const char *p = field; *p; p++) {
        text_add_bytes(out, p, 1);
        if (*p == '"')
            text_add(out, "\"");
    }
    text_add(out, "\"");
}

void
csv_add_number(struct text *out, double x)
{
    if (isfinite(x))
        text_print(out, "%.17g", x == 0 ? 0.0 : x);
}

void
results_trajectory(struct text *out, const struct trajectory *t)
{
    text_add(out, "region,indicator,unit,year,value\n");
    for (size_t i = 0; i < t->count; i++) {
        const struct series *s = &t->series[i];

        for (size_t y = s->first; y < t->years; y++) {
            csv_add_field(out, t->plan->region[s->region].key);
            text_print(out, ",%s,%s,%d,", s->key, unit_name(indicators[s->indicator].unit), t->plan->start + (int) y);
            csv_add_number(out, t->value[i * t->years + y]);
            text_add(out, "\n");
        }
    }
}

static const char *
target_indicator(const struct trajectory *t, const struct plan_target *g)
{
    return t->series[trajectory_series(t, g->region, g->indicator, g->sector)].key;
}

const char *
feasibility_name(enum feasibility f)
{
    static const char *const name[] = { "", "without precedent", "stretch", "within reach", "on track" };

    return name[f];
}

/* The class, then the precedent that decides it, if any */
static void
feasible_cells(struct text *out, const struct feasible *f)
{
    const struct precedent *p = f->precedent;

    text_print(out, ",%s,", feasibility_name(f->class));
    if (!f->precedents) {
        text_add(out, ",,,,,,");
        return;
    }
    csv_add_field(out, p->class->key);
    text_print(out, ",%s,", indicators[p->class->indicator].key);
    csv_add_number(out, p->needed);
    text_add(out, ",");
    csv_add_number(out, p->nation);
    text_print(out, ",%d,%d,", p->years, p->span);
    csv_add_number(out, p->share);
}

static void
target_row(struct text *out, const struct judgement *j, const struct feasible *f, const struct trajectory *t)
{
    const struct plan_target *g = j->target;
    const struct plan *p = t->plan;

    text_print(out, "%s,%s,%s,%s,%d,%s,", g->key, g->step == PLAN_NONE ? "" : p->step[g->step].key,
               p->region[g->region].key, target_indicator(t, g), g->year, relation_name(g->relation));
    csv_add_number(out, j->wanted);
    text_add(out, ",");
    csv_add_number(out, g->tolerance);
    text_add(out, ",");
    csv_add_number(out, j->projected);
    text_add(out, ",");
    csv_add_number(out, j->margin);
    text_add(out, ",");
    csv_add_number(out, j->margin_percent);
    text_print(out, ",%s,", verdict_name(j->verdict));
    if (j->first_year)
        text_print(out, "%d", j->first_year);
    text_add(out, ",");
    csv_add_number(out, j->required_growth);
    feasible_cells(out, f);
    text_add(out, "\n");
}

/* The first field of a row of several scenarios */
static void
add_scenario(struct text *out, const char *scenario)
{
    if (!scenario)
        return;
    csv_add_field(out, scenario);
    text_add(out, ",");
}

void
results_target_rows(struct text *out, const char *scenario, const struct judgements *j, const struct feasibles *f,
                    const struct trajectory *t)
{
    for (size_t i = 0; i < j->targets; i++) {
        add_scenario(out, scenario);
        target_row(out, &j->target[i], &f->target[i], t);
    }
}

void
results_targets(struct text *out, const struct judgements *j, const struct feasibles *f, const struct trajectory *t)
{
    text_add(out, TARGETS_HEADER "\n");
    results_target_rows(out, NULL, j, f, t);
}

void
results_step_rows(struct text *out, const char *scenario, const struct judgements *j)
{
    for (size_t i = 0; i < j->steps; i++) {
        const struct step_judgement *s = &j->step[i];

        add_scenario(out, scenario);
        text_print(out, "%s,%d,%d,%zu,%zu,%s,%s\n", s->step->key, s->step->from, s->step->to, s->targets, s->met,
                   s->targets ? verdict_name(s->verdict) : "",
                   s->binding == PLAN_NONE ? "" : j->target[s->binding].target->key);
    }
}

void
results_steps(struct text *out, const struct judgements *j)
{
    text_add(out, STEPS_HEADER "\n");
    results_step_rows(out, NULL, j);
}
