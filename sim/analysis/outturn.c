#include "analysis/outturn.h"
#include <math.h>
#include <stdlib.h>
#include "base/memory.h"

static double *
row_of(struct outturns *o, size_t region, const char *key)
{
    const size_t series = trajectory_find(&o->actual, region, key);

    return series == PLAN_NONE ? NULL : &o->actual.value[series * o->actual.years];
}

static void
fill(double *out, size_t t, double value)
{
    if (out && isnan(out[t]) && isfinite(value))
        out[t] = value;
}

/* What follows from the figures of a region that came in: growth from levels and the other way, GDP per head */
static void
derive(struct outturns *o, size_t region)
{
    double *real = row_of(o, region, "gdp_real"), *growth = row_of(o, region, "gdp_growth");
    double *gdp = row_of(o, region, "gdp"), *per_head = row_of(o, region, "gdp_per_capita");
    double *population = row_of(o, region, "population"), *mean = row_of(o, region, "population_mean");
    const bool on_end = o->projected->plan->region[region].per_head_on_end;

    for (size_t t = 1; t < o->actual.years; t++) {
        fill(real, t, real[t - 1] * (1 + growth[t] / 100));
        fill(growth, t, 100 * (real[t] / real[t - 1] - 1));
        fill(mean, t, 0.5 * (population[t - 1] + population[t]));
        fill(per_head, t, 1e4 * gdp[t] / (on_end ? population[t] : mean[t]));
    }
}

/* As projected in the base year, unknown after it */
static void
start_actual(struct outturns *o)
{
    const struct trajectory *t = o->projected;

    o->actual = (struct trajectory) { .plan = t->plan, .count = t->count, .years = t->years };
    o->actual.series = memory_new(t->count, sizeof *t->series);
    o->actual.value = memory_new(t->count * t->years, sizeof *t->value);
    for (size_t i = 0; i < t->count; i++) {
        o->actual.series[i] = t->series[i];
        for (size_t year = 0; year < t->years; year++)
            o->actual.value[i * t->years + year] = year ? NAN : t->value[i * t->years];
    }
}

static void
add(struct outturns *o, const struct observed *x)
{
    const struct trajectory *t = o->projected;
    const size_t series = trajectory_find(t, x->region, x->indicator);

    for (size_t i = 0; i < x->count && series != PLAN_NONE; i++) {
        const struct deviation d = { series, x->year[i], trajectory_at(t, series, x->year[i]), x->value[i] };

        o->actual.value[series * t->years + (size_t) (d.year - t->plan->start)] = d.actual;
        o->deviation[o->deviations++] = d;
        o->last = d.year > o->last ? d.year : o->last;
    }
}

void
outturns_compare(struct outturns *out, const struct trajectory *t, const struct observed *observed, size_t count)
{
    size_t values = 0;

    *out = (struct outturns) { .projected = t };
    for (size_t i = 0; i < count; i++)
        values += observed[i].count;
    if (!values)
        return;
    out->deviation = memory_new(values, sizeof *out->deviation);
    start_actual(out);
    for (size_t i = 0; i < count; i++)
        add(out, &observed[i]);
    for (size_t r = 0; r < t->plan->regions; r++)
        derive(out, r);
}

void
outturns_free(struct outturns *o)
{
    trajectory_free(&o->actual);
    free(o->deviation);
    *o = (struct outturns) { 0 };
}

/* Whether what was judged of a year is what is wanted in the target's own */
static bool
holds(const struct judgement *j, double value)
{
    const struct plan_target *g = j->target;
    const double sign = j->margin == j->projected - j->wanted ? 1 : -1; /* more is wanted, or less */

    return target_holds(g, sign * (value - j->wanted));
}

/* From the base to what is wanted: of growth rates, what has been grown of what is to be grown. */
static double
made(const struct judgement *j, double base, double actual, int year)
{
    const struct plan_target *g = j->target;

    if (!g->from)
        return 100 * (actual - base) / (j->wanted - base);
    if (j->required_in_points)
        return 100 * actual / j->wanted;
    return 100 * (pow(1 + actual / 100, year - g->from) - 1) / (pow(1 + j->wanted / 100, g->year - g->from) - 1);
}

static enum midterm
class_of(const struct standing *p, bool reached, bool before)
{
    if (reached && before)
        return MIDTERM_EARLY;
    if (p->made >= p->gone + MIDTERM_POINTS)
        return MIDTERM_FASTER;
    return reached || p->made >= p->gone - MIDTERM_POINTS ? MIDTERM_EXPECTED : MIDTERM_BEHIND;
}

struct standing
outturn_standing(const struct outturns *o, const struct judgement *j, int year)
{
    const struct plan_target *g = j->target;
    const int start = g->from ? g->from : o->projected->plan->start;
    const double base = g->from ? 0 : target_value(o->projected, g, start);
    struct standing p = { .actual = NAN, .made = NAN, .gone = NAN };

    if (!o->last || year <= start || year > g->year)
        return p;
    p.actual = target_value(&o->actual, g, year);
    p.gone = 100.0 * (year - start) / (g->year - start);
    if (!isfinite(p.actual))
        return p;
    if (!g->from && (holds(j, base) || base == j->wanted)) {
        p.class = holds(j, p.actual) ? MIDTERM_EXPECTED : MIDTERM_BEHIND;
        return p;
    }
    p.made = made(j, base, p.actual, year);
    p.class = class_of(&p, holds(j, p.actual) && (!g->from || j->required_in_points), year < g->year);
    return p;
}

int
outturn_year(const struct outturns *o, const struct judgement *j, int until)
{
    const struct plan_target *g = j->target;

    for (int year = until < o->last ? until : o->last; year > o->projected->plan->start; year--)
        if (year > g->from && isfinite(target_value(&o->actual, g, year)))
            return year;
    return 0;
}
