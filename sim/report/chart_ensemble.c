#include "report/chart_ensemble.h"

#include <stdio.h>
#include "report/chart_drawing.h"
#include "report/chart_kinds.h"
#include "report/phrase.h"

static const struct {
    const char *name; /* of its files: charts/NAME.svg */
    bool (*fill)(struct figure *f);
} kinds[] = {
    { "fan_gdp", chart_fan_gdp },
    { "fan_gdp_per_capita", chart_fan_gdp_per_capita },
    { "fan_urbanization", chart_fan_urbanization },
    { "fan_modernization", chart_fan_modernization },
    { "probability", chart_probability },
    { "steps_chance", chart_steps },
    { "rank_distribution", chart_rank_distribution },
};
#define KINDS (sizeof kinds / sizeof kinds[0])

enum status
charts_ensemble_write(struct chart_drawing *d, struct output *out, const struct chart_input *in,
                      struct chart_report *done, struct error *err)
{
    struct chart_batch batch = chart_batch_start(d, out, in, KINDS, done, err);
    enum status status = OK;

    for (size_t i = 0; i < KINDS && status == OK; i++) {
        struct figure f;

        figure_start(&f, kinds[i].name, in);
        status = chart_batch_add(&batch, &f, kinds[i].fill(&f), err);
    }
    return status;
}

/* "Draws: 100,000, seed 42; counted are those that miss ..." */
static const char *
draws_sentence(struct figure *f, enum word plain, enum word missed, enum word met)
{
    const struct drawn *d = f->in->drawn;
    const char *draws = figure_number(f, (double) d->ensemble->accepted, 0);
    const char *seed = arena_print(&f->arena, "%llu", (unsigned long long) d->seed);

    if (!d->given)
        return figure_say(f, plain, draws, seed, NULL);
    return figure_say(f, d->given_met ? met : missed, draws, d->given->key, seed, NULL);
}

void
chart_note_draws(struct figure *f)
{
    const struct plan *p = f->in->plan;
    const char *title = name_in(f->in->language, p->title ? p->title : p->name, p->title_zh);
    const char *scenario = figure_say(f, WORD_chart_note_scenario, title, NULL);
    const char *draws = draws_sentence(f, WORD_chart_note_drawn, WORD_chart_note_drawn_missed,
                                       WORD_chart_note_drawn_met);
    const char *dots = f->count.dots ? chart_word(f, WORD_chart_note_history) : "";
    const char *source = f->in->source ? figure_say(f, WORD_chart_note_source, f->in->source, NULL) : "";

    f->note = arena_print(&f->arena, "%s%s%s%s", scenario, draws, dots, source);
    if (layout_width(f->note, f->type.note, REGULAR) > figure_room(f))
        f->note = arena_print(&f->arena, "%s%s%s", scenario, draws, source);
}
