#include "command/side_by_side.h"
#include "base/memory.h"
#include "report/comparison.h"

static void
order_scenarios(struct side_by_side *s, const struct job *jobs)
{
    struct compared *given = arena_new(&s->arena, s->count, sizeof *given);

    s->order = arena_new(&s->arena, s->count, sizeof *s->order);
    s->scenario = arena_new(&s->arena, s->count, sizeof *s->scenario);
    for (size_t i = 0; i < s->count; i++)
        given[i] = (struct compared) { &jobs[i].trajectory, &jobs[i].judgements, &jobs[i].feasibles };
    comparison_order(s->order, given, s->count);
    for (size_t i = 0; i < s->count; i++)
        s->scenario[i] = given[s->order[i]];
}

void
side_by_side_arrange(struct side_by_side *s, const struct job *jobs, size_t count, const struct options *o)
{
    const enum language language = job_language(&jobs[0], o);

    *s = (struct side_by_side) { .count = count };
    order_scenarios(s, jobs);
    s->title = comparison_titles(&s->arena, s->scenario, count, language);
    s->input = arena_new(&s->arena, count, sizeof *s->input);
    s->chart = arena_new(&s->arena, count, sizeof *s->chart);
    s->sheet = arena_new(&s->arena, count, sizeof *s->sheet);
    for (size_t i = 0; i < count; i++) {
        const struct job *job = &jobs[s->order[i]];

        s->input[i] = job_chart_input(job, o);
        s->input[i].language = language;
        s->chart[i] = (struct chart_scenario) { s->title[i], &s->input[i] };
        s->sheet[i] = (struct workbook_scenario) { &job->scenario, s->scenario[i].trajectory, s->scenario[i].judgements,
                                                   s->title[i] };
    }
}

void
side_by_side_free(struct side_by_side *s)
{
    arena_free(&s->arena);
    *s = (struct side_by_side) { 0 };
}
