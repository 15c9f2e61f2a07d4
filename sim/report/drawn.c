#include "report/drawn.h"
#include <math.h>
#include "engine/series.h"
#include "report/number.h"

const struct spread *
drawn_spread(const struct drawn *d, size_t region, const char *key, int year)
{
    const struct ensemble *e = d->ensemble;
    const size_t series = series_find(e->series, e->count, region, key);

    if (series == PLAN_NONE || year < e->plan->start + (int) e->series[series].first || year > e->plan->end)
        return NULL;
    return ensemble_spread(e, series, (size_t) (year - e->plan->start));
}

static bool
is_least(double probability)
{
    return probability < 0.01;
}

static bool
is_most(double probability)
{
    return probability > 0.99;
}

void
chance_phrase(struct text *out, double probability)
{
    if (isnan(probability))
        text_add(out, "-");
    else if (is_least(probability))
        text_add(out, "<1%");
    else if (is_most(probability))
        text_add(out, ">99%");
    else
        text_print(out, "%.0f%%", 100 * probability);
}

void
chance_in_words(struct text *out, double probability, enum language language)
{
    struct text number = { 0 };

    chance_phrase(&number, probability);
    word_fill(out, language,
              is_least(probability)  ? WORD_drawn_chance_least
              : is_most(probability) ? WORD_drawn_chance_most
                                     : WORD_drawn_chance_is,
              (const char *const[]) { text_of(&number), NULL });
    text_free(&number);
}

void
chance_error_phrase(struct text *out, const struct chance *c, enum language language)
{
    char number[NUMBER_SHOWN];

    text_add(out, number_shown(number, 100 * c->standard_error, c->standard_error < 0.00095 ? 2 : 1, language));
}
