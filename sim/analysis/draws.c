#include "analysis/draws.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "analysis/random.h"
#include "base/cholesky.h"

#define INSIDE 1e-6 /* of the way from an end that is itself refused to the planned value */

static struct draw_range
range_of(const struct plan *p, const struct plan_entry *e)
{
    const struct setting *s = e->setting;
    const double scale = unit_scale(s->unit), *x = &p->value[e->offset];
    struct draw_range r = { .least = x[0], .most = x[0], .min = -INFINITY, .max = INFINITY, .inside = true };

    for (size_t t = 1; t < e->length; t++) {
        r.least = fmin(r.least, x[t]);
        r.most = fmax(r.most, x[t]);
    }
    if (s->min == 0 && s->max == 0)
        return r;
    r.inside = false;
    r.min = s->min * scale;
    r.max = s->max * scale;
    if (s->above_min)
        r.min += INSIDE * (r.least - r.min);
    if (s->below_max)
        r.max -= INSIDE * (r.max - r.most);
    return r;
}

/* Whether a distribution without tails keeps the path inside the range */
static bool
stays_inside(const struct plan_uncertain *u, const struct draw_range *r)
{
    const bool bounded = u->distribution == DRAW_UNIFORM || u->distribution == DRAW_TRIANGULAR;

    return r->inside || (bounded && r->least + u->low >= r->min && r->most + u->high <= r->max);
}

static void
find_factor(struct draws *d, const struct plan *p)
{
    const size_t n = p->uncertains;

    d->lower = memory_new(n * n, sizeof *d->lower);
    for (size_t i = 0; i < n; i++)
        d->lower[i * n + i] = 1;
    for (size_t i = 0; i < p->correlations; i++) {
        const struct plan_correlation *c = &p->correlation[i];

        d->lower[c->a * n + c->b] = d->lower[c->b * n + c->a] = c->value;
    }
    if (!cholesky(d->lower, d->lower, n)) { /* which a scenario is refused for */
        free(d->lower);
        d->lower = NULL;
    }
}

enum status
draws_init(struct draws *d, const struct plan *p, const struct variates *v, const struct sampler *sampler,
           struct error *err)
{
    const size_t n = p->uncertains;
    char count[TEXT_NUMBER], most[TEXT_NUMBER];

    d->plan = p;
    d->sampler = *sampler;
    if (sampler->sampling == SAMPLING_SOBOL && n > SOBOL_DIMENSIONS)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_sobol_dimensions, text_number(count, (double) n),
                         text_number(most, SOBOL_DIMENSIONS));
    d->stream = memory_new(n + 1, sizeof *d->stream);
    d->clamped = memory_new(n + 1, sizeof *d->clamped);
    d->uniform = lanes_new(n);
    d->normal = lanes_new(n);
    d->amount = lanes_new(n);
    for (size_t i = 0; i < n; i++)
        d->stream[i] = random_stream(p->entry[p->uncertain[i].entry[0]].key);
    d->shock_stream = memory_new(v->streams + 1, sizeof *d->shock_stream);
    for (size_t i = 0; i < v->streams; i++)
        d->shock_stream[i] = random_stream(v->normals[i].name);
    d->range = memory_new(v->entries + 1, sizeof *d->range);
    for (size_t i = 0; i < v->entries; i++) {
        d->range[i] = range_of(p, &p->entry[v->entry[i].entry]);
        d->range[i].inside = stays_inside(&p->uncertain[v->entry[i].uncertain], &d->range[i]);
    }
    if (p->correlations)
        find_factor(d, p);
    draws_rules_init(d, v);
    return OK;
}

void
draws_free(struct draws *d)
{
    free(d->stream);
    free(d->shock_stream);
    free(d->clamped);
    free(d->uniform);
    free(d->normal);
    free(d->amount);
    free(d->range);
    free(d->lower);
    free(d->rule);
    *d = (struct draws) { 0 };
}

static bool
is_held(const struct draws *d, size_t i)
{
    return d->sampler.held && d->sampler.held[i];
}

static void
sample(struct draws *d, uint64_t block)
{
    const struct sampler *s = &d->sampler;

    if (s->design) {
        s->design(s->design_arg, block, d->uniform);
        return;
    }
    for (size_t i = 0; i < d->plan->uncertains; i++) {
        if (is_held(d, i))
            continue;
        switch (s->sampling) {
        case SAMPLING_RANDOM: random_uniform(d->uniform[i], s->seed, block, d->stream[i]); break;
        case SAMPLING_LHS: sample_lhs(d->uniform[i], s, block, d->stream[i]); break;
        case SAMPLING_SOBOL: sample_sobol(d->uniform[i], s, block, d->stream[i], i); break;
        }
    }
}

static bool
is_normal(const struct plan_uncertain *u)
{
    return u->distribution == DRAW_NORMAL || u->distribution == DRAW_LOGNORMAL;
}

/* z' = L z, from the last row on, so that those above are still what they were; then the uniforms that go with it */
static void
correlate(struct draws *d)
{
    const size_t n = d->plan->uncertains;

    for (size_t i = n; i-- > 0;) {
        const double *lower = &d->lower[i * n];
        bool changed = false;
        lanes z;

        EACH_LANE(l)
            z[l] = lower[i] * d->normal[i][l];
        for (size_t k = 0; k < i; k++)
            if (lower[k] != 0) {
                changed = true;
                EACH_LANE(l)
                    z[l] += lower[k] * d->normal[k][l];
            }
        EACH_LANE(l)
            d->normal[i][l] = changed ? z[l] : d->normal[i][l];
        if (changed && !is_normal(&d->plan->uncertain[i]))
            normal_probability(d->uniform[i], d->normal[i]);
    }
}

static void
triangular(lanes out, const struct plan_uncertain *u, const lanes uniform)
{
    const double low = u->low, high = u->high, width = high - low, left = u->mode - low, right = high - u->mode;

    EACH_LANE(l) {
        const bool rising = uniform[l] * width < left;
        const double side = sqrt(width * (rising ? uniform[l] * left : (1 - uniform[l]) * right));

        out[l] = rising ? low + side : high - side;
    }
}

static size_t
choice_of(const struct plan_uncertain *u, double uniform)
{
    double sum = 0;
    size_t i = 0;

    while (i + 1 < u->values && uniform >= (sum += u->weight[i]))
        i++;
    return i;
}

/* Uniform and normal of a draw become its amount. */
static void
amount_of(lanes out, const struct plan_uncertain *u, const lanes uniform, const lanes z)
{
    switch (u->distribution) {
    case DRAW_NORMAL:
        EACH_LANE(l)
            out[l] = u->mean + u->sd * z[l];
        break;
    case DRAW_LOGNORMAL:
        EACH_LANE(l)
            out[l] = lane_exp(u->sd * z[l]);
        break;
    case DRAW_UNIFORM:
        EACH_LANE(l)
            out[l] = u->low + (u->high - u->low) * uniform[l];
        break;
    case DRAW_TRIANGULAR: triangular(out, u, uniform); break;
    case DRAW_DISCRETE:
        for (size_t l = 0; l < LANES; l++)
            out[l] = u->value[choice_of(u, uniform[l]) * u->entries];
        break;
    case DISTRIBUTIONS: break;
    }
}

KERNEL static void
find_amounts(struct draws *d)
{
    const struct plan *p = d->plan;

    for (size_t i = 0; i < p->uncertains; i++)
        if (!is_held(d, i) && (d->lower || is_normal(&p->uncertain[i])))
            normal_quantile(d->normal[i], d->uniform[i]);
    if (d->lower)
        correlate(d);
    for (size_t i = 0; i < p->uncertains; i++)
        if (!is_held(d, i))
            amount_of(d->amount[i], &p->uncertain[i], d->uniform[i], d->normal[i]);
}

/* The number of this entry among those that its draw moves */
static size_t
place_among(const struct plan_uncertain *u, size_t entry)
{
    size_t k = 0;

    while (u->entry[k] != entry)
        k++;
    return k;
}

static void
move_entry(double *factor, double *shift, const struct draws *d, const struct drawn_entry *e)
{
    const struct plan_uncertain *u = &d->plan->uncertain[e->uncertain];
    const double *amount = d->amount[e->uncertain];
    const size_t k = u->distribution == DRAW_DISCRETE ? place_among(u, e->entry) : 0;

    const bool replaces = u->distribution == DRAW_DISCRETE && !u->shifts;
    const bool multiplies = u->distribution == DRAW_LOGNORMAL;

    for (size_t l = 0; l < LANES; l++) {
        factor[l] = multiplies ? amount[l] : replaces ? 0 : 1;
        shift[l] = multiplies ? 0 : amount[l];
        if (k)
            shift[l] = u->value[choice_of(u, d->uniform[e->uncertain][l]) * u->entries + k];
    }
}

/* The path's end that is furthest outside the range in that lane, and the end of the range that it passes; false where
 * the path stays inside. */
static bool
is_outside(double *x, double *end, const struct draw_range *r, double factor, double shift)
{
    const double least = r->least * factor + shift, most = r->most * factor + shift;

    *x = least < r->min ? least : most;
    *end = least < r->min ? r->min : r->max;
    return least < r->min || most > r->max;
}

KERNEL static bool
any_outside(const struct draw_range *r, const double *factor, const double *shift)
{
    lanes outside;
    double sum = 0;

    EACH_LANE(l)
        outside[l] = (r->least * factor[l] + shift[l] < r->min) + (r->most * factor[l] + shift[l] > r->max);
    for (size_t l = 0; l < LANES; l++)
        sum += outside[l];
    return sum > 0;
}

static enum status
complain(const struct draws *d, const struct drawn_entry *e, uint64_t draw, double x, struct error *err)
{
    const struct plan_entry *entry = &d->plan->entry[e->entry];
    const struct setting *s = entry->setting;
    char number[TEXT_NUMBER], value[TEXT_NUMBER], min[TEXT_NUMBER], max[TEXT_NUMBER];

    text_number(value, round(x / unit_scale(s->unit) * 1e6) / 1e6);
    return error_add(err, FAILED_INPUT, d->plan->uncertain[e->uncertain].place, WORD_draw_outside,
                     text_number(number, (double) draw), entry->key, value, text_number(min, s->min),
                     text_number(max, s->max));
}

/* Moves the draws of an entry that leave its range to its end, or complains of the first that is counted. `moved`
 * marks lanes. */
static enum status
keep_inside(const struct draws *d, struct variates *v, size_t i, uint64_t block, const bool *counted, bool *moved,
            struct error *err)
{
    const struct draw_range *r = &d->range[i];
    const struct plan_uncertain *u = &d->plan->uncertain[v->entry[i].uncertain];
    double *factor = v->factor[i], *shift = v->shift[i], x, end;

    for (size_t l = 0; l < LANES; l++) {
        if (!is_outside(&x, &end, r, factor[l], shift[l]))
            continue;
        if (counted[l] && !u->clamp)
            return complain(d, &v->entry[i], block * LANES + l, x, err);
        moved[l] = true;
        if (u->distribution == DRAW_LOGNORMAL)
            factor[l] *= end / x;
        else
            shift[l] += end - x;
    }
    return OK;
}

/* Entries in the order of their draws, so that those of one draw follow one another */
static enum status
move_settings(struct draws *d, struct variates *v, uint64_t block, const bool *counted, struct error *err)
{
    bool moved[LANES] = { false };

    for (size_t i = 0; i < v->entries; i++) {
        const size_t u = v->entry[i].uncertain;

        move_entry(v->factor[i], v->shift[i], d, &v->entry[i]);
        if (!d->range[i].inside && any_outside(&d->range[i], v->factor[i], v->shift[i])
            && keep_inside(d, v, i, block, counted, moved, err))
            return FAILED_INPUT;
        if (i + 1 < v->entries && v->entry[i + 1].uncertain == u)
            continue;
        for (size_t l = 0; l < LANES; l++) {
            d->clamped[u] += moved[l] && counted[l];
            moved[l] = false;
        }
    }
    return OK;
}

enum status
draws_fill(struct draws *d, struct variates *v, uint64_t block, const bool *counted, struct error *err)
{
    sample(d, block);
    find_amounts(d);
    for (size_t i = 0; i < v->streams; i++)
        random_normals(v->normals[i].row, v->normals[i].count, d->sampler.seed, block, d->shock_stream[i]);
    if (move_settings(d, v, block, counted, err))
        return FAILED_INPUT;
    return draws_rules_check(d, v, block, counted, err);
}
