#include "analysis/precedent.h"
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include "analysis/needed.h"

#define LENGTHENING 0.7 /* exponent of (S/T): between 1, independent years, and 0, one pace for good */

static int
length_of(const struct plan_span *s)
{
    return s->to - s->from;
}

/* T where there are spans of T years, else the longest below, else the shortest */
static int
choose_span(const struct plan_class *k, int years)
{
    int best = length_of(&k->span[0]);

    for (size_t i = 1; i < k->spans; i++) {
        const int length = length_of(&k->span[i]);

        if (best > years ? length < best : length <= years && length > best)
            best = length;
    }
    return best;
}

static void
count_records(struct precedent *p)
{
    double squares = 0;

    for (size_t i = 0; i < p->class->spans; i++) {
        const struct plan_span *s = &p->class->span[i];

        for (size_t m = 0; m < s->members && length_of(s) == p->span; m++) {
            const double x = s->member[m].excess, before = p->mean;

            p->records++;
            p->reached += x >= p->excess;
            p->mean += (x - before) / (double) p->records;
            squares += (x - before) * (x - p->mean);
        }
    }
    p->sd = p->records > 1 ? sqrt(squares / (double) (p->records - 1)) : NAN;
}

static double
normal_share(const struct precedent *p)
{
    const double sd = p->sd * sqrt(pow((double) p->span / p->years, LENGTHENING));

    if (!(sd > 0))
        return p->mean >= p->excess ? 100 : 0;
    return 100 * gsl_cdf_ugaussian_Q((p->excess - p->mean) / sd);
}

static double
nation_growth(const struct needed *n, const struct plan_class *k, const struct trajectory *t)
{
    const size_t b = t->plan->benchmark;
    const size_t series = b == PLAN_NONE ? PLAN_NONE : trajectory_series(t, b, k->indicator, PLAN_NONE);

    return k->over_nation ? needed_a_year(k->indicator, trajectory_at(t, series, n->from),
                                          trajectory_at(t, series, n->year), n->year - n->from)
                          : 0;
}

/* False where the class has no record of anything like it. */
static bool
hold_against(struct precedent *p, const struct plan_class *k, struct needed n, const struct judgement *j,
             const struct trajectory *t)
{
    if (!needed_as(&n, k->indicator, j, t))
        return false;
    *p = (struct precedent) { .class = k, .years = n.year - n.from };
    p->needed = needed_a_year(k->indicator, n.base, n.level, p->years);
    p->nation = nation_growth(&n, k, t);
    p->excess = p->needed - p->nation;
    p->span = choose_span(k, p->years);
    p->normal = p->span != p->years;
    count_records(p);
    p->share = p->normal ? normal_share(p) : 100 * (double) p->reached / (double) p->records;
    return isfinite(p->excess);
}

/* Puts the last precedent in its place among those before it: the nearest indicator first, then the file's order */
static void
sort_in(struct feasible *f, size_t indicator)
{
    for (size_t i = f->precedents; i-- > 1;) {
        const struct precedent last = f->precedent[i];

        if (needed_distance(indicator, f->precedent[i - 1].class->indicator)
            <= needed_distance(indicator, last.class->indicator))
            break;
        f->precedent[i] = f->precedent[i - 1];
        f->precedent[i - 1] = last;
    }
}

static enum feasibility
class_of(const struct feasible *f, const struct plan_precedent *p)
{
    if (f->judgement->verdict != MISSED)
        return ON_TRACK;
    if (!f->precedents)
        return NO_PRECEDENT_KNOWN;
    return f->precedent[0].share >= p->within_reach ? WITHIN_REACH
           : f->precedent[0].share >= p->stretch    ? STRETCH
                                                    : WITHOUT_PRECEDENT;
}

/* The classes are of places like home: other regions' targets have none. */
static void
assess(struct feasible *f, const struct judgement *j, const struct trajectory *t)
{
    const struct plan_precedent *p = &t->plan->precedent;
    struct needed n;

    f->judgement = j;
    f->precedent = memory_new(p->classes + 1, sizeof *f->precedent);
    if (j->target->region == t->plan->home && needed_level(&n, j, t)) {
        f->by_head = n.by_head;
        for (size_t k = 0; k < p->classes; k++)
            if (hold_against(&f->precedent[f->precedents], &p->class[k], n, j, t)) {
                f->precedents++;
                sort_in(f, n.indicator);
            }
    }
    f->class = class_of(f, p);
}

void
feasibles_assess(struct feasibles *out, const struct judgements *j, const struct trajectory *t)
{
    out->targets = j->targets;
    out->target = memory_new(j->targets + 1, sizeof *out->target);
    for (size_t i = 0; i < j->targets; i++)
        assess(&out->target[i], &j->target[i], t);
}

void
feasibles_free(struct feasibles *f)
{
    for (size_t i = 0; i < f->targets; i++)
        free(f->target[i].precedent);
    free(f->target);
    *f = (struct feasibles) { 0 };
}

size_t
precedent_nearest(struct record_found *out, size_t most, const struct precedent *p)
{
    size_t count = 0;

    for (size_t i = 0; i < p->class->spans; i++) {
        const struct plan_span *s = &p->class->span[i];

        for (size_t m = 0; m < s->members && length_of(s) == p->span; m++) {
            const double far = fabs(s->member[m].excess - p->excess);
            size_t at = count;

            while (at > 0 && fabs(out[at - 1].member->excess - p->excess) > far)
                at--;
            if (at == most)
                continue;
            for (size_t k = count < most ? count++ : most - 1; k > at; k--)
                out[k] = out[k - 1];
            out[at] = (struct record_found) { s, &s->member[m] };
        }
    }
    return count;
}
