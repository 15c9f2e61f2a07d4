#include "report/phrase.h"
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "report/number.h"

const char *
name_in(enum language language, const char *english, const char *chinese)
{
    return language == CHINESE && chinese && *chinese ? chinese : english;
}

static void
fill(struct text *out, enum language language, enum word w, const char *a, const char *b)
{
    word_fill(out, language, w, (const char *const[]) { a, b, NULL });
}

/* The short word with its unit, where that is wanted, there is one and the value judged is in that unit; else the
 * full name. */
static enum word
indicator_word(const struct plan_target *g, bool with_unit)
{
    const bool itself = with_unit && !g->from && g->over == PLAN_NONE && g->relative_to == PLAN_NONE;
    char key[64];
    enum word word;

    snprintf(key, sizeof key, "short_%s", indicators[g->indicator].key);
    word = word_find(key);
    if (itself && word != WORDS)
        return word;
    snprintf(key, sizeof key, "indicator_%s", indicators[g->indicator].key);
    return word_find(key);
}

/* What the words of some indicators leave open: a sector, the base year, the parent. */
static void
indicator_phrase(struct text *out, const struct trajectory *t, const struct plan_target *g, bool with_unit,
                 enum language language)
{
    const struct plan_region *r = &t->plan->region[g->region];
    const struct indicator *x = &indicators[g->indicator];
    const enum word word = indicator_word(g, with_unit);
    char year[TEXT_NUMBER];

    text_number(year, t->plan->start);
    if (x->of_sector && g->sector != PLAN_NONE)
        fill(out, language, word, name_in(language, r->sector[g->sector].name, r->sector[g->sector].name_zh), year);
    else if (x->source == FROM_PARENT)
        fill(out, language, word,
             name_in(language, t->plan->region[r->parent].name, t->plan->region[r->parent].name_zh), NULL);
    else
        fill(out, language, word, year, NULL);
}

/* Whether the change since `from` is a rate of growth; else it is all the points or places between */
static bool
is_growth(const struct plan_target *g)
{
    return indicators[g->indicator].is_level && g->relative_to == PLAN_NONE;
}

static void
add_phrase(struct text *out, const struct trajectory *t, const struct plan_target *g, bool with_unit,
           enum language language)
{
    enum { AVERAGE, CHANGE, OVER, RELATIVE };
    static const enum word in_table[] = { WORD_summary_average_from, WORD_summary_change_from, WORD_summary_over,
                                          WORD_summary_relative_to };
    static const enum word in_prose[] = { WORD_prose_average_from, WORD_prose_change_from, WORD_prose_over,
                                          WORD_prose_relative_to };
    const enum word *words = with_unit ? in_table : in_prose;
    const size_t other = g->over != PLAN_NONE ? g->over : g->relative_to;
    struct text plain = { 0 }, next = { 0 };
    char year[TEXT_NUMBER];

    indicator_phrase(&plain, t, g, with_unit, language);
    if (other != PLAN_NONE) {
        const struct plan_region *r = &t->plan->region[other];

        fill(&next, language, words[g->over != PLAN_NONE ? OVER : RELATIVE], text_of(&plain),
             name_in(language, r->name, r->name_zh));
        text_free(&plain);
        plain = next;
        next = (struct text) { 0 };
    }
    if (g->region != t->plan->home) {
        const struct plan_region *r = &t->plan->region[g->region];

        fill(&next, language, WORD_of_region, name_in(language, r->name, r->name_zh), text_of(&plain));
        text_free(&plain);
        plain = next;
        next = (struct text) { 0 };
    }
    if (g->from)
        fill(out, language, words[is_growth(g) ? AVERAGE : CHANGE], text_of(&plain), text_number(year, g->from));
    else
        text_add(out, text_of(&plain));
    text_free(&plain);
}

void
target_phrase(struct text *out, const struct trajectory *t, const struct plan_target *g, enum language language)
{
    add_phrase(out, t, g, true, language);
}

/* "地区生产总值相当于贵阳（%）" as a sentence says it: the numbers there bring their unit themselves */
static void
name_without_unit(struct text *out, const char *name, const char *unit)
{
    struct text bracket = { 0 };
    size_t length = strlen(name);

    text_print(&bracket, "（%s）", unit);
    if (*unit && length > bracket.length && !strcmp(name + length - bracket.length, text_of(&bracket)))
        length -= bracket.length;
    text_add_bytes(out, name, length);
    text_free(&bracket);
}

void
target_subject(struct text *out, const struct trajectory *t, const struct plan_target *g, enum language language)
{
    if (g->name)
        name_without_unit(out, name_in(language, g->name, g->name_zh), unit_in(language, plan_target_unit(g)));
    else
        add_phrase(out, t, g, false, language);
}

void
target_name(struct text *out, const struct trajectory *t, const struct plan_target *g, enum language language)
{
    if (g->name)
        text_add(out, name_in(language, g->name, g->name_zh));
    else
        target_phrase(out, t, g, language);
}

bool
target_is_aside(const struct plan_target *g)
{
    return !g->counts && g->step != PLAN_NONE;
}

int
target_decimals(const struct plan_target *g)
{
    return g->from || g->relative_to != PLAN_NONE ? 1 : indicators[g->indicator].decimals;
}

bool
target_is_rank(const struct plan_target *g)
{
    return indicators[g->indicator].unit == UNIT_RANK && !g->from && g->over == PLAN_NONE
           && g->relative_to == PLAN_NONE;
}

enum word
wanted_word(const struct judgement *j, double *number, int *decimals)
{
    static const enum word words[RELATIONS] = { WORD_relation_at_least, WORD_relation_at_most, WORD_relation_above,
                                                WORD_relation_below, WORD_summary_up_on };
    const struct plan_target *g = j->target;
    const bool improves = g->relation == IMPROVES_ON, by_amount = improves && (g->by != 0 || g->times != 1);
    /* a bound is shown as it was set: 5500, not 5,500.0; 62.5, not 62.50 */
    const bool whole = j->wanted == floor(j->wanted);
    int shown = 0;

    while (shown < target_decimals(g) && fabs(number_rounded(j->wanted, shown) - j->wanted) > 1e-9 * fabs(j->wanted))
        shown++;

    *number = improves && !by_amount ? g->improves_year : j->wanted;
    *decimals = improves && !by_amount ? WANTED_YEAR : shown;
    if (target_is_rank(g) && g->relation == AT_MOST && whole)
        return j->wanted == 1 ? WORD_summary_rank_first : WORD_summary_rank_within;
    if (g->tolerance > 0 && (g->relation == AT_LEAST || g->relation == AT_MOST))
        return WORD_relation_about;
    if (by_amount)
        return WORD_relation_at_least;
    if (improves && indicators[g->indicator].less_is_better)
        return WORD_summary_down_on;
    return words[g->relation];
}

void
wanted_phrase(struct text *out, const struct judgement *j, enum language language)
{
    char shown[NUMBER_SHOWN];
    double number;
    int decimals;
    const enum word word = wanted_word(j, &number, &decimals);

    if (decimals == WANTED_YEAR)
        text_number(shown, number);
    else
        number_shown(shown, number, decimals, language);
    fill(out, language, word, shown, NULL);
}

void
projected_phrase(struct text *out, const struct judgement *j, enum language language)
{
    char number[NUMBER_SHOWN];

    number_shown(number, j->projected, target_decimals(j->target), language);
    if (target_is_rank(j->target))
        fill(out, language, WORD_summary_rank, number, NULL);
    else
        text_add(out, number);
}

void
margin_phrase(struct text *out, const struct judgement *j, enum language language)
{
    static const enum word places[] = { WORD_summary_places_short, WORD_summary_places_equal,
                                        WORD_summary_places_better };
    const struct plan_target *g = j->target;
    char number[NUMBER_SHOWN];

    if (target_is_rank(g))
        fill(out, language, places[(j->margin > 0) - (j->margin < 0) + 1],
             number_shown(number, fabs(j->margin), 0, language), NULL);
    else if (j->required_in_points || isnan(j->margin_percent) || g->from)
        text_add(out, number_signed(number, j->margin, target_decimals(g), language));
    else
        text_print(out, "%s%%", number_signed(number, j->margin_percent, 1, language));
}

const char *
unit_in(enum language language, enum unit unit)
{
    char key[64];
    enum word word;

    snprintf(key, sizeof key, "unit_%s", unit_name(unit));
    for (char *c = key; *c; c++)
        *c = *c == ' ' ? '_' : *c;
    word = word_find(key);
    return unit == UNIT_INDEX || word == WORDS ? "" : word_in(language, word);
}

/* A target that judges the series itself */
static struct plan_target
target_of(const struct series *s)
{
    return (struct plan_target) {
        .region = s->region, .indicator = s->indicator, .sector = s->sector, .over = PLAN_NONE, .relative_to = PLAN_NONE
    };
}

void
series_name(struct text *out, const struct trajectory *t, size_t series, enum language language)
{
    const struct plan_target itself = target_of(&t->series[series]);

    indicator_phrase(out, t, &itself, false, language);
}

void
series_phrase(struct text *out, const struct trajectory *t, size_t series, enum language language)
{
    const struct series *s = &t->series[series];
    const struct plan_target itself = target_of(s);
    const char *unit = unit_in(language, indicators[s->indicator].unit);
    struct text name = { 0 };

    target_phrase(&name, t, &itself, language);
    if (*unit && indicator_word(&itself, true) == indicator_word(&itself, false))
        fill(out, language, WORD_compare_with_unit, text_of(&name), unit);
    else
        text_add(out, text_of(&name));
    text_free(&name);
}

const char *
verdict_mark(enum verdict v)
{
    return v == MET ? "+" : v == WITHIN_TOLERANCE ? "~" : "x";
}

void
verdict_phrase(struct text *out, enum verdict v, enum language language)
{
    static const enum word word[] = {
        [MISSED] = WORD_verdict_missed, [WITHIN_TOLERANCE] = WORD_verdict_within, [MET] = WORD_verdict_met
    };

    text_print(out, "%s %s", verdict_mark(v), word_in(language, word[v]));
}
