/* What stands below the tables of an ensemble. */
#include <math.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/summary_ensemble.h"

static void
fill(struct text *out, const struct summary *s, enum word w, const char *a, const char *b, const char *c)
{
    word_fill(out, s->language, w, (const char *const[]) { a, b, c, NULL });
}

static void
say(struct text *out, const struct summary *s, enum word w)
{
    text_print(out, "%s\n", word_in(s->language, w));
}

/* "What the choice of data source (3 choices) makes alone, of the variance in 2035:", then "GDP 6%, ..." */
static void
print_sources(struct text *out, const struct summary *s)
{
    static const struct {
        const char *key;
        enum word name;
    } headlines[] = { { "gdp", WORD_chart_gdp },
                      { "gdp_per_capita", WORD_chart_per_head },
                      { "urbanization", WORD_chart_urban },
                      { "modernization", WORD_chart_index } };
    const struct drawn *d = s->drawn;
    const bool zh = s->language == CHINESE;
    char choices[TEXT_NUMBER], year[TEXT_NUMBER], percent[NUMBER_SHOWN];
    size_t said = 0;

    if (!d->sources || !d->sources->count)
        return;
    fill(out, s, WORD_drawn_sources, text_number(choices, (double) d->sources->choices),
         text_number(year, d->ensemble->plan->end), NULL);
    for (size_t i = 0; i < sizeof headlines / sizeof headlines[0]; i++) {
        const struct source_share *x = sources_find(d->sources, d->ensemble, headlines[i].key, d->ensemble->plan->end);

        if (!x || isnan(x->percent))
            continue;
        text_add(out, said++ ? (zh ? "、" : ", ") : "\n  ");
        fill(out, s, WORD_drawn_source, word_in(s->language, headlines[i].name),
             number_shown(percent, x->percent, 0, s->language), NULL);
    }
    text_add(out, "\n");
}

/* Settings whose range draws would have left, and how many: "regions.zunyi.production.catch_up: 12" */
static void
print_clamped(struct text *out, const struct summary *s)
{
    const struct ensemble *e = s->drawn->ensemble;
    char count[NUMBER_SHOWN];
    bool any = false;

    for (size_t i = 0; i < e->uncertains; i++) {
        if (!e->clamped[i])
            continue;
        if (!any)
            say(out, s, WORD_drawn_clamped);
        any = true;
        text_add(out, "  ");
        fill(out, s, WORD_drawn_clamped_one, e->plan->entry[e->plan->uncertain[i].entry[0]].key,
             number_shown(count, (double) e->clamped[i], 0, s->language), NULL);
        text_add(out, "\n");
    }
}

static void
print_negatives(struct text *out, const struct summary *s)
{
    const struct ensemble *e = s->drawn->ensemble;
    char count[NUMBER_SHOWN];

    for (size_t r = 0; r < e->plan->regions; r++) {
        const struct plan_region *region = &e->plan->region[r];

        if (!e->negatives[r])
            continue;
        fill(out, s, WORD_drawn_negative, name_in(s->language, region->name, region->name_zh),
             number_shown(count, (double) e->negatives[r], 0, s->language), NULL);
        text_add(out, "\n");
    }
}

/* The widest bin in standard deviations of its value */
static void
print_width(struct text *out, const struct summary *s)
{
    const struct ensemble *e = s->drawn->ensemble;
    char width[NUMBER_SHOWN];
    double most = 0;

    for (size_t i = 0; i < e->count * e->years; i++)
        if (e->spread[i].sd > 0)
            most = fmax(most, e->spread[i].width / e->spread[i].sd);
    if (most > 0) {
        fill(out, s, WORD_drawn_width, number_shown(width, most, 3, s->language), NULL, NULL);
        text_add(out, "\n");
    }
}

void
summary_ensemble_notes(struct text *out, const struct summary *s)
{
    say(out, s, WORD_drawn_note);
    if (s->drawn->even) {
        fill(out, s, WORD_drawn_even, s->drawn->even, NULL, NULL);
        text_add(out, "\n");
    }
    say(out, s, WORD_drawn_note_verdict);
    print_sources(out, s);
    print_clamped(out, s);
    print_negatives(out, s);
    print_width(out, s);
}
