#include "report/chart_verdicts.h"

#include <string.h>
#include "report/chart_common.h"
#include "report/results.h"

const struct judgement *
verdict_of_target(const struct chart_input *in, const char *key)
{
    for (size_t i = 0; i < in->judgements->targets; i++)
        if (strcmp(in->judgements->target[i].target->key, key) == 0)
            return &in->judgements->target[i];
    return NULL;
}

static bool
is_listed(const struct verdict_column *column, size_t n, const char *key)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(column[i].target->key, key) == 0)
            return true;
    return false;
}

/* The base's number of another plan's step. */
static size_t
step_in(const struct plan *base, const struct plan *p, size_t step)
{
    for (size_t s = 0; step != PLAN_NONE && s < base->steps; s++)
        if (strcmp(base->step[s].key, p->step[step].key) == 0)
            return s;
    return PLAN_NONE;
}

static void
add_step(struct verdict_column *column, size_t *n, const struct chart_scenarios *all, size_t step)
{
    const struct plan *base = all->scenario[0].in->plan;

    for (size_t s = 0; s < all->count; s++) {
        const struct chart_input *in = all->scenario[s].in;

        for (size_t i = 0; i < in->judgements->targets; i++) {
            const struct plan_target *g = in->judgements->target[i].target;

            if (step_in(base, in->plan, g->step) == step && !is_listed(column, *n, g->key))
                column[(*n)++] = (struct verdict_column) { g, in->trajectory, step };
        }
    }
}

size_t
verdict_columns(struct figure *f, const struct chart_scenarios *all, struct verdict_column **column)
{
    size_t most = 0, n = 0;

    for (size_t s = 0; s < all->count; s++)
        most += all->scenario[s].in->judgements->targets;
    *column = arena_new(&f->arena, most + 1, sizeof **column);
    for (size_t step = 0; step < all->scenario[0].in->plan->steps; step++)
        add_step(*column, &n, all, step);
    add_step(*column, &n, all, PLAN_NONE);
    return n;
}

void
verdict_table(struct text *out, const struct chart_scenarios *all)
{
    text_add(out, "scenario,steps_met,steps," CHART_TARGETS_HEADER "\n");
    for (size_t s = 0; s < all->count; s++) {
        const struct chart_input *in = all->scenario[s].in;
        const struct chart_step_count steps = chart_count_steps(in->judgements);

        for (size_t i = 0; i < in->judgements->targets; i++) {
            csv_add_field(out, in->plan->name);
            text_print(out, ",%zu,%zu,", steps.met, steps.judged);
            chart_target_row(out, in, &in->judgements->target[i]);
        }
    }
}

/* How many steps the scenario meets, and how many have one of the targets that count. */
static struct chart_step_count
count(const struct chart_scenarios *all, size_t s)
{
    return chart_count_steps(all->scenario[s].in->judgements);
}

const char *
verdict_title(struct figure *f, const struct chart_scenarios *all)
{
    const bool zh = f->in->language == CHINESE;
    size_t best = 0, equals = 0;
    const char *met, *steps, *who, *scenarios;

    for (size_t s = 1; s < all->count; s++)
        if (count(all, s).met > count(all, best).met)
            best = s;
    for (size_t s = 0; s < all->count; s++)
        equals += count(all, s).met == count(all, best).met;
    met = arena_print(&f->arena, "%zu", count(all, best).met);
    steps = arena_print(&f->arena, "%zu", count(all, best).judged);
    scenarios = arena_print(&f->arena, "%zu", all->count);
    who = arena_print(&f->arena, "%zu", equals);
    if (equals == 1 && all->count > 1
        && figure_try_title(f, WORD_chart_title_best, all->scenario[best].title, met, steps, scenarios, NULL))
        return f->title;
    if (count(all, best).met == 0)
        return figure_say(f, WORD_chart_title_none_meets, scenarios, NULL);
    if (equals == all->count && all->count == 2)
        return figure_say(f, WORD_chart_title_both_alike, met, steps, NULL);
    if (equals == all->count)
        return figure_say(f, WORD_chart_title_all_alike, scenarios, met, steps, NULL);
    return figure_say(f, WORD_chart_title_bests, zh ? scenarios : who, zh ? who : scenarios, met, steps, NULL);
}
