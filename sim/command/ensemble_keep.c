#include "command/ensemble_keep.h"
#include <string.h>
#include "engine/city.h"
#include "report/phrase.h"
#include "report/summary.h"

static const char *const headlines[] = { "gdp",           "gdp_per_capita", "urbanization",           "modernization",
                                         "rank_national", "rank_west",      "modernization_rank_west" };
#define HEADLINES (sizeof headlines / sizeof headlines[0])

static struct ensemble_output
output_of(const struct trajectory *t, size_t series, int year)
{
    const struct series *s = &t->series[series];

    return (struct ensemble_output) { s->region, s->indicator, s->sector, year, NULL };
}

static struct draws_column *
settings(struct arena *a, const struct plan *p)
{
    struct draws_column *column = arena_new(a, p->uncertains + 1, sizeof *column);

    for (size_t i = 0; i < p->uncertains; i++) {
        const struct plan_uncertain *u = &p->uncertain[i];
        const struct plan_entry *first = &p->entry[u->entry[0]];

        column[i] = (struct draws_column) { first->key, first->setting->meaning[ENGLISH], first->setting->unit,
                                            u->distribution == DRAW_LOGNORMAL };
    }
    return column;
}

static const char *
target_meaning(struct arena *a, const struct trajectory *t, const struct plan_target *g)
{
    struct text name = { 0 };
    const char *meaning;

    target_subject(&name, t, g, ENGLISH);
    meaning = arena_print(a, "margin, positive is good: %s", text_of(&name));
    text_free(&name);
    return meaning;
}

static void
add_margins(struct ensemble_keep *k, struct draws_column *column, size_t *n, const struct trajectory *t,
            const struct plan *drawn)
{
    const struct plan *p = t->plan;

    for (size_t i = 0; i < p->targets; i++) {
        column[(*n)++] = (struct draws_column) { arena_print(&k->arena, "margin %s", p->target[i].key),
                                                 target_meaning(&k->arena, t, &p->target[i]), UNIT_NUMBER, false };
        k->output[k->outputs++] = (struct ensemble_output) { .target = &drawn->target[i] };
    }
}

static void
add_headlines(struct ensemble_keep *k, struct draws_column *column, size_t *n, const struct trajectory *t)
{
    const struct plan *p = t->plan;
    const struct marks m = summary_marks(p);

    for (size_t i = 0; i < HEADLINES; i++) {
        const size_t series = trajectory_find(t, p->home, headlines[i]);

        for (size_t y = 1; y < m.count && series != PLAN_NONE; y++) {
            struct text name = { 0 };

            series_phrase(&name, t, series, ENGLISH);
            column[(*n)++] = (struct draws_column) { arena_print(&k->arena, "%s %s %d", p->region[p->home].key,
                                                                 headlines[i], m.year[y]),
                                                     arena_print(&k->arena, "%s, %d", text_of(&name), m.year[y]),
                                                     indicators[t->series[series].indicator].unit, false };
            k->output[k->outputs++] = output_of(t, series, m.year[y]);
            text_free(&name);
        }
    }
}

static void
count_places(struct ensemble_keep *k, const struct ensemble_kept *kept)
{
    for (size_t d = 0; d < kept->count; d++) {
        const double place = kept->output[d];

        if (kept->accepted[d] && place >= 1 && place <= (double) k->places)
            k->place[(size_t) place]++;
    }
}

static enum status
keep(void *arg, const struct ensemble_kept *kept, struct error *err)
{
    struct ensemble_keep *k = arg;
    struct ensemble_kept rest = *kept;

    if (k->places) {
        count_places(k, kept);
        rest.output += kept->stride;
    }
    return k->file ? draws_file_add(k->file, &rest, err) : OK;
}

static enum status
open_file(struct ensemble_keep *k, const struct ensemble_ask *ask, const struct trajectory *t, const struct plan *drawn,
          struct error *err)
{
    const struct plan *p = t->plan;
    struct draws_column *column = arena_new(&k->arena, p->targets + HEADLINES * MARKS + 1, sizeof *column);
    size_t n = 0;

    add_margins(k, column, &n, t, drawn);
    add_headlines(k, column, &n, t);
    k->table = (struct draws_table) { p, ask->options.seed, p->uncertains, n, settings(&k->arena, p), column };
    return draws_file_open(&k->file, ask->file, &k->table, err);
}

enum status
keep_open(struct ensemble_keep *k, struct ensemble_ask *ask, const struct trajectory *t, const struct plan *drawn,
          struct error *err)
{
    const struct plan *p = t->plan;
    const size_t rank = trajectory_find(t, p->home, "rank_national");
    enum status rc = OK;

    *k = (struct ensemble_keep) { 0 };
    k->output = arena_new(&k->arena, p->targets + HEADLINES * MARKS + 1, sizeof *k->output);
    if (rank != PLAN_NONE) {
        k->places = city_count(t);
        k->place = arena_new(&k->arena, k->places + 1, sizeof *k->place);
        k->output[k->outputs++] = output_of(t, rank, p->end);
    }
    if (ask->file)
        rc = open_file(k, ask, t, drawn, err);
    ask->options.outputs = k->outputs;
    ask->options.output = k->output;
    if (k->outputs) {
        ask->options.sink = keep;
        ask->options.sink_arg = k;
    }
    return rc;
}

void
keep_close(struct ensemble_keep *k)
{
    draws_file_close(k->file);
    arena_free(&k->arena);
    *k = (struct ensemble_keep) { 0 };
}
