/* The files of several scenarios beside each other: values with their differences from the base, verdicts. */
#include <math.h>
#include <string.h>
#include "report/results.h"

/* The base's series of the same region and key; PLAN_NONE where it has none. */
static size_t
series_in_base(const struct trajectory *base, const struct trajectory *t, const struct series *s)
{
    const char *region = t->plan->region[s->region].key;

    for (size_t i = 0; i < base->plan->regions; i++)
        if (!strcmp(base->plan->region[i].key, region))
            return trajectory_find(base, i, s->key);
    return PLAN_NONE;
}

static void
difference_row(struct text *out, const struct trajectory *t, const struct series *s, int year, double value,
               double base)
{
    csv_add_field(out, t->plan->name);
    text_add(out, ",");
    csv_add_field(out, t->plan->region[s->region].key);
    text_print(out, ",%s,%s,%d,", s->key, unit_name(indicators[s->indicator].unit), year);
    csv_add_number(out, value);
    text_add(out, ",");
    csv_add_number(out, value - base);
    text_add(out, ",");
    csv_add_number(out, base != 0 ? 100 * (value - base) / fabs(base) : NAN);
    text_add(out, "\n");
}

void
results_differences(struct text *out, const struct compared *scenario, size_t count)
{
    const struct trajectory *base = scenario[0].trajectory;

    text_add(out, "scenario,region,indicator,unit,year,value,difference,difference_percent\n");
    for (size_t k = 0; k < count; k++) {
        const struct trajectory *t = scenario[k].trajectory;

        for (size_t i = 0; i < t->count; i++) {
            const struct series *s = &t->series[i];
            const size_t there = series_in_base(base, t, s);

            for (size_t y = s->first; y < t->years; y++) {
                const int year = t->plan->start + (int) y;

                difference_row(out, t, s, year, t->value[i * t->years + y], trajectory_at(base, there, year));
            }
        }
    }
}

void
results_targets_of(struct text *out, const struct compared *scenario, size_t count)
{
    text_add(out, "scenario," TARGETS_HEADER "\n");
    for (size_t k = 0; k < count; k++) {
        const struct compared *s = &scenario[k];

        results_target_rows(out, s->trajectory->plan->name, s->judgements, s->feasibles, s->trajectory);
    }
}

void
results_steps_of(struct text *out, const struct compared *scenario, size_t count)
{
    text_add(out, "scenario," STEPS_HEADER "\n");
    for (size_t k = 0; k < count; k++)
        results_step_rows(out, scenario[k].trajectory->plan->name, scenario[k].judgements);
}
