#include "report/chart_together.h"
#include "report/chart_common.h"

void
chart_note_together(struct figure *f, const struct chart_scenarios *all)
{
    const struct together *t = all->together;
    const char *base = figure_say(f, WORD_chart_note_scenarios, all->scenario[0].title, NULL);
    const char *draws = figure_number(f, (double) t->paired->draws, 0);
    const char *seed = arena_print(&f->arena, "%llu", (unsigned long long) t->seed);
    const char *source = f->in->source ? figure_say(f, WORD_chart_note_source, f->in->source, NULL) : "";

    f->note = arena_print(&f->arena, "%s%s%s", base, figure_say(f, WORD_chart_note_together, draws, seed, NULL),
                          source);
}

size_t
chart_together_most(const struct chart_scenarios *all)
{
    return all->together ? all->count : 0;
}

enum status
charts_together_add(struct chart_batch *batch, const struct chart_scenarios *all, struct error *err)
{
    const struct chart_input *base = all->scenario[0].in;
    struct figure f;
    enum status status;

    figure_start(&f, "compare_chances", base);
    status = chart_batch_add(batch, &f, chart_chances(&f, all), err);
    for (size_t i = 1; i < all->count && status == OK; i++) {
        figure_start(&f, all->together->chart[i], base);
        status = chart_batch_add(batch, &f, chart_difference(&f, all, i), err);
    }
    return status;
}
