/* What the first worker of an ensemble finds out: the series that are told of, what varies in them, what is kept. */
#include <stdlib.h>
#include <string.h>
#include "analysis/ensemble_parts.h"

/* Every indicator of home and benchmark, five of the others */
static bool
is_reported(const struct plan *p, const struct series *x)
{
    static const char *const others[] = { "gdp", "gdp_per_capita", "population", "urbanization", "modernization" };

    if (x->region == p->home || x->region == p->benchmark)
        return true;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (strcmp(x->key, others[i]) == 0)
            return true;
    return false;
}

bool
ensemble_keeps(const struct series *x)
{
    static const char *const keys[] = { "gdp", "gdp_per_capita", "urbanization", "modernization" };

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (strcmp(x->key, keys[i]) == 0)
            return true;
    return false;
}

static void
want_outputs(struct ensemble_state *s, const struct world *w)
{
    for (size_t i = 0; i < s->options->outputs; i++) {
        const struct ensemble_output *x = &s->options->output[i];
        const size_t series = x->target ? PLAN_NONE
                                        : series_of(w->series, w->count, x->region, x->indicator, x->sector);

        if (series != PLAN_NONE)
            s->wanted[series] = true;
    }
}

/* The series that are reported; and those that targets and outputs look at */
static enum status
choose_series(struct ensemble_state *s, struct worker *k)
{
    struct ensemble *e = s->out;
    const struct world *w = &k->world;

    s->wanted = memory_new(w->count + 1, sizeof *s->wanted);
    s->series = memory_new(w->count + 1, sizeof *s->series);
    e->series = memory_new(w->count + 1, sizeof *e->series);
    e->varies = memory_new(w->count + 1, sizeof *e->varies);
    for (size_t i = 0; i < w->count; i++)
        if (is_reported(s->plan, &w->series[i])) {
            s->wanted[i] = true;
            s->series[e->count] = i;
            e->series[e->count++] = w->series[i];
        }
    want_outputs(s, w);
    k->target = lane_targets_new(w, s->wanted, &k->err);
    return k->target ? OK : FAILED_INPUT;
}

/* What is certain has its value for mean and quantiles. */
static void
spread_certain(struct spread *x, double value, double sd)
{
    x->mean = value;
    x->sd = sd;
    for (size_t q = 0; q < ENSEMBLE_LEVELS; q++)
        x->quantile[q] = value;
    x->width = 0;
}

static void
add_row(struct ensemble_state *s, const struct world *w, size_t i, size_t t)
{
    const struct series *x = &s->out->series[i];

    s->row[s->rows++] = (struct value_row) { s->series[i],
                                             t,
                                             i * s->out->years + t,
                                             indicators[x->indicator].unit == UNIT_RANK,
                                             (float) world_row(w, s->series[i], t)[0],
                                             false,
                                             0 };
}

/* Rows of what varies; the planned values are their centres, and all there is of what does not. */
static enum status
find_rows(struct ensemble_state *s, struct worker *k)
{
    struct ensemble *e = s->out;
    struct world *w = &k->world;
    lanes *planned;
    enum status rc = world_run(w, &k->err);

    if (rc)
        return rc;
    planned = lanes_new(w->count * w->plan->years);
    memcpy(planned, w->value, w->count * w->plan->years * sizeof *planned);
    rc = world_find_varying(w, &k->err);
    s->row = memory_new(e->count * e->years + 1, sizeof *s->row);
    s->stretch = memory_new(e->count + 1, sizeof *s->stretch);
    e->spread = memory_new(e->count * e->years + 1, sizeof *e->spread);
    memcpy(w->value, planned, w->count * w->plan->years * sizeof *planned);
    for (size_t i = 0; i < e->count && !rc; i++) {
        e->varies[i] = w->varies[s->series[i]];
        if (e->varies[i])
            s->stretch[s->stretches++] = (struct value_rows) { s->series[i], e->series[i].first,
                                                               e->years - e->series[i].first, s->rows };
        for (size_t t = 0; t < e->years; t++) {
            spread_certain(&e->spread[i * e->years + t], NAN, NAN);
            if (t >= e->series[i].first && e->varies[i])
                add_row(s, w, i, t);
            else if (t >= e->series[i].first)
                spread_certain(&e->spread[i * e->years + t], world_row(w, s->series[i], t)[0], 0);
        }
    }
    free(planned);
    return rc;
}

/* Keeps all values of such rows as far as memory goes: of the regions that the scenario is about first. */
static void
choose_kept(struct ensemble_state *s, const struct world *w)
{
    const struct plan *p = s->plan;
    const size_t most = s->options->no_quantiles ? 0 : s->options->memory / (s->options->draws * sizeof *s->kept);

    for (int others = 0; others <= 1; others++)
        for (size_t i = 0; i < s->rows; i++) {
            const struct series *x = &w->series[s->row[i].series];
            const bool other = x->region != p->home && x->region != p->benchmark;

            if (other != (others != 0) || !ensemble_keeps(x) || s->kept_rows == most)
                continue;
            s->row[i].kept = true;
            s->row[i].place = s->kept_rows++;
        }
    for (size_t i = 0; i < s->rows; i++)
        if (!s->row[i].kept)
            s->row[i].place = s->streamed_rows++;
}

enum status
rows_find(struct ensemble_state *s, struct worker *first)
{
    enum status rc = choose_series(s, first);

    if (rc)
        return rc;
    world_want(&first->world, s->wanted);
    rc = find_rows(s, first);
    choose_kept(s, &first->world);
    return rc;
}
