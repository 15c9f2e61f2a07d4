/* What paired draws count: verdicts that change, sums and quantiles of differences. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/paired_parts.h"

/* Histograms of places hold differences of at most half their bins either way. */
#define PLACES_BELOW 256.0f
_Static_assert(2 * 256 == HISTOGRAM_BINS, "places go half way down");

static bool
is_rank(const struct paired_state *s, size_t row)
{
    return indicators[s->out->series[s->out->row[row].series].indicator].unit == UNIT_RANK;
}

/* Whether all targets that count of the step are met in lane l */
static bool
step_met(const struct paired_world *w, size_t step, size_t l)
{
    const struct plan *p = w->world.plan;

    for (size_t i = 0; i < p->targets; i++)
        if (p->target[i].step == step && p->target[i].counts && !w->met[i * PAIRED_CHUNK + l])
            return false;
    return true;
}

static void
count_targets(struct paired_worker *k, size_t scenario, size_t l)
{
    const struct paired_world *w = &k->world[scenario], *base = &k->world[0];
    struct paired_counts *c = &k->counts[scenario];

    for (size_t i = 0; i < w->world.plan->targets; i++) {
        const size_t there = k->run->link[scenario].target[i];
        const bool met = w->met[i * PAIRED_CHUNK + l];
        bool before;

        c->target[i] += met;
        if (there == PLAN_NONE)
            continue;
        before = base->met[there * PAIRED_CHUNK + l];
        c->target_gained[i] += met && !before;
        c->target_lost[i] += before && !met;
        c->target_above[i] += w->margins[i * PAIRED_CHUNK + l] > base->margins[there * PAIRED_CHUNK + l];
    }
}

static void
count_steps(struct paired_worker *k, size_t scenario, size_t l)
{
    const struct paired_world *w = &k->world[scenario], *base = &k->world[0];
    struct paired_counts *c = &k->counts[scenario];

    for (size_t i = 0; i < w->world.plan->steps; i++) {
        const size_t there = k->run->link[scenario].step[i];
        const bool met = step_met(w, i, l);
        bool before;

        c->step[i] += met;
        if (there == PLAN_NONE)
            continue;
        before = step_met(base, there, l);
        c->step_gained[i] += met && !before;
        c->step_lost[i] += before && !met;
    }
}

static void
clear(struct paired_counts *c, const struct plan *p)
{
    const size_t targets = p->targets * sizeof *c->target, steps = p->steps * sizeof *c->step;

    memset(c->target, 0, targets);
    memset(c->target_gained, 0, targets);
    memset(c->target_lost, 0, targets);
    memset(c->target_above, 0, targets);
    memset(c->step, 0, steps);
    memset(c->step_gained, 0, steps);
    memset(c->step_lost, 0, steps);
}

/* The chunk's differences and base values of a row that are asked for, one after another; returns how many. */
static size_t
gather(float *difference, double *base, const struct paired_worker *k, size_t row)
{
    const size_t rows = k->run->out->rows;
    size_t n = 0;

    for (size_t b = 0; b < k->blocks; b++) {
        const float *d = &k->difference[(b * rows + row) * LANES];
        const double *x = k->base[b * rows + row];

        for (size_t l = 0; l < LANES; l++) {
            difference[n] = d[l];
            base[n] = x[l];
            n += k->counted[b * LANES + l];
        }
    }
    return n;
}

struct lane_sums {
    lanes difference, difference_square, base, base_square, own, own_square;
};

KERNEL static void
add_up(struct lane_sums *s, const float *difference, const double *base, size_t n, double centre, double base_centre)
{
    for (size_t i = 0; i < n; i += LANES)
        EACH_LANE(l) {
            const double used = i + l < n ? 1 : 0;
            const double d = used * ((double) difference[i + l] - centre), x = used * (base[i + l] - base_centre);

            s->difference[l] += d;
            s->difference_square[l] += d * d;
            s->base[l] += x;
            s->base_square[l] += x * x;
            s->own[l] += x + d;
            s->own_square[l] += (x + d) * (x + d);
        }
}

static double
total(const lanes x)
{
    double sum = 0;

    for (size_t l = 0; l < LANES; l++)
        sum += x[l];
    return sum;
}

static uint64_t
count_above(const float *x, size_t n)
{
    uint64_t above = 0;

    for (size_t i = 0; i < n; i++)
        above += x[i] > 0;
    return above;
}

static void
fill(struct paired_state *s, size_t scenario, size_t row, uint64_t offset, float *x, size_t n)
{
    const size_t at = scenario * s->out->rows + row, kept = s->kept[at];

    if (kept != PLAN_NONE) {
        memcpy(&s->value[kept * s->options->draws + offset], x, n * sizeof *x);
        return;
    }
    if (is_rank(s, row))
        for (size_t i = 0; i < n; i++)
            x[i] += PLACES_BELOW;
    histogram_add(&s->histogram[at], x, n);
}

static enum status
not_finite(struct paired_worker *k, size_t scenario, size_t row)
{
    const struct paired *out = k->run->out;
    const struct series *series = &out->series[out->row[row].series];
    const struct plan *base = k->run->plan[0];
    char year[TEXT_NUMBER], draw[TEXT_NUMBER];
    size_t l = 0;

    while (l + 1 < k->blocks * LANES && isfinite(k->difference[(l / LANES * out->rows + row) * LANES + l % LANES]))
        l++;
    text_number(draw, (double) (k->run->first_block * LANES + k->chunk * PAIRED_CHUNK + l));
    error_add(&k->err, FAILED_INPUT, NOWHERE, WORD_not_finite, base->region[series->region].key, series->key,
              text_number(year, out->row[row].year));
    return error_add(&k->err, FAILED_INPUT, NOWHERE, WORD_paired_draw_broke, draw, k->run->plan[scenario]->name);
}

static enum status
add_row(struct paired_worker *k, size_t scenario, size_t row)
{
    struct paired_state *s = k->run;
    struct paired_sums *sum = &k->counts[scenario].sum[row];
    const double centre = s->centre[scenario * s->out->rows + row], base_centre = s->centre[row];
    float difference[PAIRED_CHUNK + LANES];
    double base[PAIRED_CHUNK + LANES];
    struct lane_sums lane = { { 0 }, { 0 }, { 0 }, { 0 }, { 0 }, { 0 } };
    const size_t n = gather(difference, base, k, row);

    for (size_t l = 0; l < LANES; l++) {
        difference[n + l] = (float) centre;
        base[n + l] = base_centre;
    }
    add_up(&lane, difference, base, n, centre, base_centre);
    *sum = (struct paired_sums) { total(lane.difference), total(lane.difference_square),
                                  total(lane.base),       total(lane.base_square),
                                  total(lane.own),        total(lane.own_square) };
    k->counts[scenario].above[row] = count_above(difference, n);
    if (!isfinite(sum->difference_square))
        return not_finite(k, scenario, row);
    fill(s, scenario, row, k->offset, difference, n);
    return OK;
}

/* A chunk's histograms of a scenario take their shape from it. */
static void
shape(struct paired_worker *k, size_t i)
{
    struct paired_state *s = k->run;
    float difference[PAIRED_CHUNK + LANES];
    double base[PAIRED_CHUNK + LANES];

    for (size_t row = 0; row < s->out->rows; row++) {
        const size_t at = i * s->out->rows + row;

        if (s->kept[at] == PLAN_NONE)
            histogram_shape(&s->histogram[at], difference, gather(difference, base, k, row), is_rank(s, row));
    }
}

enum status
paired_count(struct paired_worker *k, size_t i)
{
    struct paired_state *s = k->run;
    enum status rc = OK;

    clear(&k->counts[i], s->plan[i]);
    for (size_t l = 0; l < k->blocks * LANES; l++)
        if (k->counted[l]) {
            count_targets(k, i, l);
            count_steps(k, i, l);
        }
    if (i == 0)
        return OK;
    if (k->chunk == 0)
        shape(k, i);
    pthread_mutex_lock(&s->filling[i]);
    for (size_t row = 0; row < s->out->rows && !rc; row++)
        rc = add_row(k, i, row);
    pthread_mutex_unlock(&s->filling[i]);
    return rc;
}

static void
add_sums(struct paired_sums *into, const struct paired_sums *x)
{
    into->difference += x->difference;
    into->difference_square += x->difference_square;
    into->base += x->base;
    into->base_square += x->base_square;
    into->own += x->own;
    into->own_square += x->own_square;
}

static void
add_scenario(struct paired_worker *k, size_t i)
{
    struct paired_state *s = k->run;
    struct paired_scenario *into = &s->out->scenario[i];
    const struct paired_counts *c = &k->counts[i];
    const struct plan *p = s->plan[i];

    for (size_t t = 0; t < p->targets; t++) {
        into->target[t].chance.met += c->target[t];
        into->target[t].gained += c->target_gained[t];
        into->target[t].lost += c->target_lost[t];
        into->target[t].above += c->target_above[t];
    }
    for (size_t t = 0; t < p->steps; t++) {
        into->step[t].chance.met += c->step[t];
        into->step[t].gained += c->step_gained[t];
        into->step[t].lost += c->step_lost[t];
    }
    for (size_t u = 0; u < p->uncertains; u++)
        into->clamped[u] += k->world[i].draws.clamped[u];
    for (size_t r = 0; r < p->regions; r++)
        into->negatives[r] += c->negatives[r];
    for (size_t row = 0; row < s->out->rows && i; row++) {
        add_sums(&s->sum[i * s->out->rows + row], &c->sum[row]);
        into->difference[row].above += c->above[row];
    }
}

void
paired_add(void *worker)
{
    struct paired_worker *k = worker;
    struct paired_state *s = k->run;

    for (size_t i = 0; i < s->out->count; i++)
        add_scenario(k, i);
    s->out->draws += k->count;
    if (s->options->progress && !s->options->progress(s->options->progress_arg, s->out->draws)) {
        s->turns.rc = INTERRUPTED;
        s->turns.stop = true;
    }
}

/* The standard deviation of n values from their sum and that of their squares, with n - 1 */
static double
deviation(double sum, double square, double n)
{
    return n > 1 ? sqrt(fmax(0, square - sum / n * sum) / (n - 1)) : NAN;
}

static void
quantiles(struct spread *x, struct paired_worker *k, size_t at, size_t row)
{
    const struct paired_state *s = k->run;

    if (s->kept[at] != PLAN_NONE) {
        quantiles_exact(x->quantile, &s->value[s->kept[at] * s->options->draws], s->out->draws, ensemble_level,
                        ENSEMBLE_LEVELS, k->scratch);
        return;
    }
    x->width = histogram_quantiles(x->quantile, &s->histogram[at], is_rank(s, row), ensemble_level, ENSEMBLE_LEVELS);
    for (size_t q = 0; q < ENSEMBLE_LEVELS && is_rank(s, row); q++)
        x->quantile[q] -= PLACES_BELOW;
}

static void
nothing(struct paired_difference *x)
{
    x->independent = x->spread.mean = x->spread.sd = NAN;
    x->above = 0;
    for (size_t q = 0; q < ENSEMBLE_LEVELS; q++)
        x->spread.quantile[q] = NAN;
}

static bool
is_compared(const struct paired_state *s, size_t i, size_t row)
{
    const struct paired_row *r = &s->out->row[row];
    const size_t t = (size_t) (r->year - s->plan[0]->start);

    return t >= s->link[i].first[r->series] && t < s->link[i].years[r->series];
}

static void
spread_row(struct paired_worker *k, size_t i, size_t row)
{
    struct paired_state *s = k->run;
    const size_t at = i * s->out->rows + row;
    const struct paired_sums *sum = &s->sum[at];
    struct paired_difference *x = &s->out->scenario[i].difference[row];
    const double n = (double) s->out->draws;

    if (!is_compared(s, i, row)) {
        nothing(x);
        return;
    }
    x->spread.mean = s->centre[at] + sum->difference / n;
    x->spread.sd = deviation(sum->difference, sum->difference_square, n);
    x->independent = hypot(deviation(sum->base, sum->base_square, n), deviation(sum->own, sum->own_square, n));
    quantiles(&x->spread, k, at, row);
}

void
paired_spreads(struct paired_worker *k)
{
    const struct paired_state *s = k->run;

    for (size_t i = 1; i < s->out->count; i++)
        for (size_t row = k->number; row < s->out->rows; row += s->workers)
            spread_row(k, i, row);
}

static void
finish_chance(struct paired_chance *x, const struct paired_chance *base, uint64_t draws)
{
    const double n = (double) draws, p = (double) x->chance.met / n;

    x->chance.probability = p;
    x->chance.standard_error = sqrt(p * (1 - p) / n);
    x->shared = base != NULL;
    x->change = x->standard_error = x->independent = NAN;
    if (!base)
        return;
    x->change = ((double) x->gained - (double) x->lost) / n;
    x->standard_error = sqrt(fmax(0, (double) (x->gained + x->lost) / n - x->change * x->change) / n);
    x->independent = hypot(x->chance.standard_error, base->chance.standard_error);
}

void
paired_finish(struct paired_state *s)
{
    for (size_t i = 0; i < s->out->count; i++) {
        struct paired_scenario *x = &s->out->scenario[i], *base = &s->out->scenario[0];
        const struct paired_link *link = &s->link[i];

        for (size_t t = 0; t < s->plan[i]->targets; t++)
            finish_chance(&x->target[t], link->target[t] == PLAN_NONE ? NULL : &base->target[link->target[t]],
                          s->out->draws);
        for (size_t t = 0; t < s->plan[i]->steps; t++)
            finish_chance(&x->step[t], link->step[t] == PLAN_NONE ? NULL : &base->step[link->step[t]], s->out->draws);
    }
}
