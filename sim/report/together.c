#include "report/together.h"
#include <stdlib.h>
#include <string.h>

#define FILE_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."

/* By number where the scenario's name is not for files everywhere */
static const char *
chart_name(struct arena *a, const char *scenario, size_t number)
{
    if (strspn(scenario, FILE_CHARACTERS) == strlen(scenario))
        return arena_print(a, "difference_%s", scenario);
    return arena_print(a, "difference_%zu", number);
}

struct together
together_of(const struct paired *p, uint64_t seed)
{
    struct together t = { .paired = p, .seed = seed, .shared = memory_new(p->count, sizeof *t.shared) };

    t.chart = arena_new(&t.arena, p->count, sizeof *t.chart);
    for (size_t i = 1; i < p->count; i++) {
        paired_share(&t.shared[i], p->scenario[0].plan, p->scenario[i].plan);
        t.chart[i] = chart_name(&t.arena, p->scenario[i].plan->name, i);
    }
    return t;
}

void
together_free(struct together *t)
{
    for (size_t i = 1; t->shared && i < t->paired->count; i++)
        paired_shared_free(&t->shared[i]);
    free(t->shared);
    arena_free(&t->arena);
    *t = (struct together) { 0 };
}

bool
together_step_judged(const struct plan *p, size_t step)
{
    for (size_t i = 0; i < p->targets; i++)
        if (p->target[i].step == step && p->target[i].counts)
            return true;
    return false;
}

const struct paired_chance *
together_target(const struct paired *p, size_t scenario, const char *key)
{
    const struct paired_scenario *s = &p->scenario[scenario];

    for (size_t i = 0; i < s->plan->targets; i++)
        if (!strcmp(s->plan->target[i].key, key))
            return &s->target[i];
    return NULL;
}

const struct paired_chance *
together_step(const struct paired *p, size_t scenario, const char *key)
{
    const struct paired_scenario *s = &p->scenario[scenario];

    for (size_t i = 0; i < s->plan->steps; i++)
        if (!strcmp(s->plan->step[i].key, key) && together_step_judged(s->plan, i))
            return &s->step[i];
    return NULL;
}
