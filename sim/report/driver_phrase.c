#include "report/driver_phrase.h"
#include <math.h>
#include <string.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/why.h"

#define fill(out, language, word, ...) word_fill(out, language, word, (const char *const[]) { __VA_ARGS__, NULL })

static const struct plan_entry *
first_entry(const struct plan *p, size_t uncertain)
{
    return &p->entry[p->uncertain[uncertain].entry[0]];
}

void
driver_name(struct text *out, const struct plan *p, size_t uncertain, enum language language)
{
    const struct plan_uncertain *u = &p->uncertain[uncertain];
    struct text one = { 0 };
    char more[TEXT_NUMBER];

    if (u->name) {
        text_add(out, name_in(language, u->name, u->name_zh));
        return;
    }
    why_part_phrase(&one, p, first_entry(p, uncertain)->key, language);
    if (u->entries > 1)
        fill(out, language, WORD_driver_and_more, text_of(&one), text_number(more, (double) u->entries - 1));
    else
        text_add(out, text_of(&one));
    text_free(&one);
}

static bool
is_one_number(const struct plan *p, const struct plan_entry *e)
{
    for (size_t t = 1; t < e->length; t++)
        if (p->value[e->offset + t] != p->value[e->offset])
            return false;
    return true;
}

double
driver_value(const struct plan *p, size_t uncertain, double amount)
{
    const struct plan_uncertain *u = &p->uncertain[uncertain];
    const struct plan_entry *e = first_entry(p, uncertain);
    const struct setting *s = e->setting;
    const double planned = p->value[e->offset] / unit_scale(s->unit);
    double value = planned + amount;

    if (u->distribution == DRAW_DISCRETE && !u->shifts)
        return amount;
    if (u->entries > 1 || !is_one_number(p, e))
        return NAN;
    if (u->distribution == DRAW_LOGNORMAL)
        value = planned * amount;
    if (u->clamp && (s->min != 0 || s->max != 0))
        value = fmin(fmax(value, s->min), s->max);
    return value;
}

/* Places for two or three digits of numbers that differ by so much */
static int
decimals_for(double spread)
{
    return spread > 0 && isfinite(spread) ? (int) fmin(fmax(ceil(1 - log10(spread)), 0), 4) : 1;
}

/* How far the amounts of a draw lie apart, roughly */
static double
spread_of(const struct plan *p, size_t uncertain)
{
    const struct plan_uncertain *u = &p->uncertain[uncertain];
    const double scale = unit_scale(first_entry(p, uncertain)->setting->unit);

    switch (u->distribution) {
    case DRAW_NORMAL: return 4 * u->sd / scale;
    case DRAW_LOGNORMAL: return 4 * u->sd;
    case DRAW_DISCRETE: return (u->value[(u->values - 1) * u->entries] - u->value[0]) / scale;
    default: return (u->high - u->low) / scale;
    }
}

/* A number with its unit: "0.2%", "1,129 yi yuan" */
static void
amount_phrase(struct text *out, double x, int decimals, enum unit unit, bool signs, enum language language)
{
    const char *word = unit == UNIT_RATIO ? "" : unit_in(language, unit);
    char number[NUMBER_SHOWN];

    if (signs)
        number_signed(number, x, decimals, language);
    else
        number_shown(number, x, decimals, language);
    if (unit == UNIT_PERCENT)
        text_print(out, "%s%%", number);
    else if (*word)
        fill(out, language, WORD_driver_amount, number, word);
    else
        text_add(out, number);
}

/* A limit to say: the number, in the words of its kind */
struct limits {
    double low, high;
    int decimals;
    enum unit unit;
    bool by_shift; /* from what is planned */
};

static struct limits
find_limits(const struct plan *p, size_t uncertain, double low, double high)
{
    const struct plan_uncertain *u = &p->uncertain[uncertain];
    const struct setting *s = first_entry(p, uncertain)->setting;
    const bool factor = u->distribution == DRAW_LOGNORMAL;
    struct limits l = { low, high, decimals_for(spread_of(p, uncertain)), s->unit, false };

    if (!isnan(driver_value(p, uncertain, isfinite(low) ? low : high))) {
        l.low = isfinite(low) ? driver_value(p, uncertain, low) : low;
        l.high = isfinite(high) ? driver_value(p, uncertain, high) : high;
        if (factor)
            l.decimals = decimals_for(spread_of(p, uncertain) * fabs(driver_value(p, uncertain, 1)));
        return l;
    }
    l.by_shift = true;
    l.unit = factor || s->unit == UNIT_PERCENT ? UNIT_POINTS : s->unit;
    if (factor) { /* in percent of what is planned */
        l.low = 100 * (low - 1);
        l.high = 100 * (high - 1);
        l.unit = UNIT_PERCENT;
        l.decimals = 0;
    }
    return l;
}

/* Values of discrete draws lie at the limits; of others they are cuts between draws. */
static void
value_limit(struct text *out, const char *name, const struct limits *l, bool discrete, enum language language)
{
    struct text from = { 0 }, to = { 0 };

    amount_phrase(&from, l->low, l->decimals, l->unit, false, language);
    amount_phrase(&to, l->high, l->decimals, l->unit, false, language);
    if (l->low == l->high)
        fill(out, language, WORD_limit_equal, name, text_of(&from));
    else if (!isfinite(l->high))
        fill(out, language, discrete ? WORD_limit_at_least : WORD_limit_above, name, text_of(&from));
    else if (!isfinite(l->low))
        fill(out, language, discrete ? WORD_limit_at_most : WORD_limit_below, name, text_of(&to));
    else
        fill(out, language, WORD_limit_between, name, text_of(&from), text_of(&to));
    text_free(&from);
    text_free(&to);
}

/* The word for one limit, by which side of the planned value it lies on: [upper][sign + 1] */
static enum word
shift_word(bool upper, double limit, bool discrete)
{
    static const enum word word[2][2][3] = {
        { { WORD_shift_not_below, WORD_shift_not_under, WORD_shift_over },
          { WORD_shift_under, WORD_shift_not_over, WORD_shift_not_above } },
        { { WORD_shift_not_below, WORD_shift_not_under, WORD_shift_at_least },
          { WORD_shift_at_least_below, WORD_shift_not_over, WORD_shift_not_above } },
    };

    return word[discrete][upper][(limit > 0) - (limit < 0) + 1];
}

static void
shift_limit(struct text *out, const char *name, const struct limits *l, bool discrete, enum language language)
{
    const bool one = !isfinite(l->low) || !isfinite(l->high) || l->low == l->high;
    const double limit = number_rounded(isfinite(l->low) ? l->low : l->high, l->decimals);
    struct text from = { 0 }, to = { 0 };

    amount_phrase(&from, one ? fabs(limit) : l->low, l->decimals, l->unit, !one || l->low == l->high, language);
    amount_phrase(&to, l->high, l->decimals, l->unit, true, language);
    if (l->low == l->high && limit == 0)
        fill(out, language, WORD_shift_none, name);
    else if (l->low == l->high)
        fill(out, language, WORD_shift_equal, name, text_of(&to));
    else if (one)
        fill(out, language, shift_word(isfinite(l->high), limit, discrete), name, text_of(&from));
    else
        fill(out, language, WORD_shift_between, name, text_of(&from), text_of(&to));
    text_free(&from);
    text_free(&to);
}

void
limit_phrase(struct text *out, const struct plan *p, size_t uncertain, double low, double high, enum language language)
{
    const bool discrete = p->uncertain[uncertain].distribution == DRAW_DISCRETE;
    const struct limits l = find_limits(p, uncertain, low, high);
    struct text name = { 0 };

    driver_name(&name, p, uncertain, language);
    if (l.by_shift)
        shift_limit(out, text_of(&name), &l, discrete, language);
    else
        value_limit(out, text_of(&name), &l, discrete, language);
    text_free(&name);
}

/* What is asked about as a target without a bound, whose words there are */
static struct plan_target
itself(const struct ensemble_output *of)
{
    return (struct plan_target) { .region = of->region,
                                  .indicator = of->indicator,
                                  .sector = of->sector,
                                  .over = PLAN_NONE,
                                  .relative_to = PLAN_NONE };
}

void
output_phrase(struct text *out, const struct trajectory *t, const struct ensemble_output *of, enum language language)
{
    const struct plan_target own = itself(of);
    struct text subject = { 0 };

    if (!of->target) {
        target_subject(out, t, &own, language);
        return;
    }
    target_subject(&subject, t, of->target, language);
    fill(out, language, WORD_driver_margin, text_of(&subject));
    text_free(&subject);
}

const char *
output_unit(const struct ensemble_output *of, enum language language)
{
    return unit_in(language, of->target ? plan_target_unit(of->target) : indicators[of->indicator].unit);
}

int
output_decimals(const struct ensemble_output *of)
{
    const struct plan_target own = itself(of);

    return target_decimals(of->target ? of->target : &own);
}

int
output_year(const struct ensemble_output *of)
{
    return of->target ? of->target->year : of->year;
}
