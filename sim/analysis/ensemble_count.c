/* What an ensemble counts: chances, means and quantiles. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/ensemble_parts.h"

const double ensemble_level[ENSEMBLE_LEVELS] = { 0.05, 0.25, 0.5, 0.75, 0.95 };

/* Whether all targets that count of the step are met in lane l */
static bool
step_met(const struct worker *k, size_t step, size_t l)
{
    const struct plan *p = k->run->plan;

    for (size_t i = 0; i < p->targets; i++)
        if (p->target[i].step == step && p->target[i].counts && !k->met[i * ENSEMBLE_CHUNK + l])
            return false;
    return true;
}

static void
count_met(struct worker *k)
{
    struct ensemble *e = k->run->out;

    for (size_t l = 0; l < ENSEMBLE_CHUNK; l++) {
        if (!k->accepted[l])
            continue;
        for (size_t i = 0; i < e->targets; i++)
            e->target[i].met += k->met[i * ENSEMBLE_CHUNK + l];
        for (size_t i = 0; i < e->steps; i++)
            e->step[i].met += step_met(k, i, l);
    }
}

/* Standard error of a chance, taken a little off 0 and 1 so that a few draws alike don't pass for certainty */
static double
careful_error(uint64_t met, uint64_t n)
{
    const double p = ((double) met + 1) / ((double) n + 2);

    return sqrt(p * (1 - p) / (double) n);
}

static bool
is_enough(const struct ensemble_state *s)
{
    const struct ensemble *e = s->out;
    double most = 0;

    if (!(s->options->until > 0) || !e->accepted)
        return false;
    for (size_t i = 0; i < e->targets; i++)
        most = fmax(most, careful_error(e->target[i].met, e->accepted));
    for (size_t i = 0; i < e->steps; i++)
        most = fmax(most, careful_error(e->step[i].met, e->accepted));
    return most <= s->options->until;
}

/* The columns that are asked for: those of whole blocks may be more. */
static enum status
sink(struct worker *k)
{
    const struct ensemble_options *o = k->run->options;
    const uint64_t draw = (k->run->first_block + k->chunk * CHUNK_BLOCKS) * LANES;
    size_t at = 0;

    while (at < ENSEMBLE_CHUNK && !k->counted[at])
        at++;
    return o->sink(o->sink_arg,
                   &(struct ensemble_kept) { draw + at, k->count, ENSEMBLE_CHUNK, &k->accepted[at], &k->setting[at],
                                             &k->output[at], &k->met[at] },
                   k->run->turns.err);
}

void
chunk_count(void *worker)
{
    struct worker *k = worker;
    struct ensemble_state *s = k->run;
    struct ensemble *e = s->out;

    for (size_t i = 0; i < s->rows; i++) {
        for (size_t w = 0; w < WAYS; w++) {
            s->sum[i] += (double) k->sums[i].sum[w];
            s->square[i] += (double) k->sums[i].square[w];
        }
    }
    count_met(k);
    for (size_t i = 0; i < e->uncertains; i++)
        e->clamped[i] += k->draws.clamped[i];
    for (size_t r = 0; r < s->plan->regions; r++)
        e->negatives[r] += k->negatives[r];
    k->offset = e->accepted;
    e->accepted += k->accepted_count;
    e->draws += k->count;
    if (s->options->sink)
        s->turns.rc = sink(k);
    if (!s->turns.rc && s->options->progress && !s->options->progress(s->options->progress_arg, e->draws))
        s->turns.rc = INTERRUPTED;
    s->turns.stop = s->turns.rc || is_enough(s);
}

void
chunk_add_values(struct worker *k)
{
    const struct ensemble_state *s = k->run;

    for (size_t i = 0; i < s->rows && !s->options->no_quantiles; i++) {
        const size_t place = s->row[i].place, from = place * ROW_STRIDE;

        if (s->row[i].kept) {
            memcpy(&s->kept[place * s->options->draws + k->offset], &k->kept[from],
                   k->accepted_count * sizeof *s->kept);
            continue;
        }
        histogram_count(&k->histogram[place], &k->bin[from], k->accepted_count);
        for (size_t w = 0; w < WAYS; w++)
            histogram_reach(&k->histogram[place], k->sums[i].least[w], k->sums[i].most[w]);
    }
}

static struct chance
chance_of(uint64_t met, uint64_t n)
{
    const double p = n ? (double) met / (double) n : NAN;

    return (struct chance) { met, p, sqrt(p * (1 - p) / (double) n) };
}

/* Quantiles of a row, whose histogram is spread over the workers */
static double
quantiles_of(double *out, struct worker *k, size_t i)
{
    struct ensemble_state *s = k->run;
    const struct value_row *row = &s->row[i];
    struct histogram *all = &s->worker[0].histogram[row->place];

    if (row->kept) {
        quantiles_exact(out, &s->kept[row->place * s->options->draws], s->out->accepted, ensemble_level,
                        ENSEMBLE_LEVELS, k->scratch);
        return 0;
    }
    for (size_t w = 1; w < s->workers; w++)
        histogram_merge(all, &s->worker[w].histogram[row->place]);
    return histogram_quantiles(out, all, row->whole, ensemble_level, ENSEMBLE_LEVELS);
}

void
ensemble_spreads(struct worker *k)
{
    struct ensemble_state *s = k->run;
    const double n = (double) s->out->accepted;

    for (size_t i = k->number; i < s->rows; i += s->workers) {
        struct spread *x = &s->out->spread[s->row[i].spread];
        const double mean = s->sum[i] / n;

        x->mean = s->row[i].centre + mean;
        x->sd = n > 1 ? sqrt(fmax(0, s->square[i] - n * mean * mean) / (n - 1)) : NAN;
        if (!s->options->no_quantiles)
            x->width = quantiles_of(x->quantile, k, i);
    }
}

void
ensemble_finish(struct ensemble_state *s)
{
    struct ensemble *e = s->out;

    for (size_t i = 0; i < e->targets; i++)
        e->target[i] = chance_of(e->target[i].met, e->accepted);
    for (size_t i = 0; i < e->steps; i++)
        e->step[i] = chance_of(e->step[i].met, e->accepted);
}
