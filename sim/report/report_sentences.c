#include "report/report_sentences.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include "report/drawn.h"
#include "report/number.h"

static void
fill(struct text *out, enum language language, enum word w, const char *a, const char *b, const char *c, const char *d,
     const char *e, const char *f)
{
    word_fill(out, language, w, (const char *const[]) { a, b, c, d, e, f, NULL });
}

static enum word
unit_word(enum unit unit)
{
    switch (unit) {
    case UNIT_PERCENT: return WORD_chart_percent;
    case UNIT_YI_YUAN: return WORD_chart_yi;
    case UNIT_YUAN: return WORD_chart_yuan;
    case UNIT_WAN: return WORD_amount_wan;
    case UNIT_POINTS: return WORD_chart_points;
    case UNIT_RANK: return WORD_amount_rank;
    default: return WORD_chart_plain;
    }
}

void
amount_phrase(struct text *out, double x, enum unit unit, int decimals, enum language language)
{
    char number[NUMBER_SHOWN];

    fill(out, language, unit_word(unit), number_shown(number, x, decimals, language), NULL, NULL, NULL, NULL, NULL);
}

void
distance_phrase(struct text *out, double x, enum unit unit, int decimals, enum language language)
{
    const bool one = number_rounded(fabs(x), decimals) == 1 && decimals == 0;
    const enum word word = unit == UNIT_PERCENT || unit == UNIT_POINTS ? WORD_chart_points
                           : unit == UNIT_INDEX                        ? WORD_chart_index_points
                           : unit == UNIT_RANK                         ? (one ? WORD_amount_place : WORD_amount_places)
                                                                       : unit_word(unit);
    char number[NUMBER_SHOWN];

    fill(out, language, word, number_shown(number, fabs(x), decimals, language), NULL, NULL, NULL, NULL, NULL);
}

/* -1, 0, 1, of what is shown */
static int
sign_of(double x, int decimals)
{
    const double shown = number_rounded(x, decimals);

    return (shown > 0) - (shown < 0);
}

/* "1.1% above the target (about 5,500 yi yuan)" */
static void
beside_target(struct text *out, const struct target_fact *f, enum language language)
{
    static const enum word amounts[] = { WORD_beside_below, WORD_beside_equal, WORD_beside_above };
    static const enum word ranks[] = { WORD_beside_better, WORD_beside_equal, WORD_beside_short };
    static const enum word years[] = { WORD_beside_year_below, WORD_beside_year_equal, WORD_beside_year_above };
    const double by = f->projected - f->reference;
    const double percent = 100 * by / fabs(f->reference);
    const int sign = f->in_percent ? sign_of(percent, 1) : sign_of(by, f->decimals);
    const bool zh = language == CHINESE; /* what it is held beside stands first */
    struct text distance = { 0 };
    char number[NUMBER_SHOWN];

    if (f->in_percent)
        text_print(&distance, "%s%%", number_shown(number, fabs(percent), 1, language));
    else
        distance_phrase(&distance, by, f->unit, f->decimals, language);
    if (!f->wanted)
        text_number(number, f->reference_year);
    const char *held = f->wanted ? f->wanted : number;
    const enum word word = !f->wanted ? years[sign + 1] : f->rank ? ranks[sign + 1] : amounts[sign + 1];
    if (sign)
        fill(out, language, word, zh ? held : text_of(&distance), zh ? text_of(&distance) : held, NULL, NULL, NULL,
             NULL);
    else
        fill(out, language, word, held, NULL, NULL, NULL, NULL, NULL);
    text_free(&distance);
}

/* "5504.1亿元（按2020年价格计算为5147.6亿元）" */
static void
projected_amount(struct text *out, const struct target_fact *f, enum language language)
{
    const bool zh = language == CHINESE; /* the prices stand first */
    struct text amount = { 0 }, other = { 0 };

    amount_phrase(f->prices ? &amount : out, f->projected, f->unit, f->decimals, language);
    if (!f->prices)
        return;
    amount_phrase(&other, f->at_prices, f->unit, f->decimals, language);
    fill(out, language, WORD_amount_at_other_prices, text_of(&amount), zh ? f->prices : text_of(&other),
         zh ? text_of(&other) : f->prices, NULL, NULL, NULL);
    text_free(&amount);
    text_free(&other);
}

void
sentence_target(struct text *out, const struct target_fact *f, enum language language)
{
    static const enum word verdict[] = {
        [MISSED] = WORD_prose_missed, [WITHIN_TOLERANCE] = WORD_prose_within, [MET] = WORD_prose_met
    };
    struct text amount = { 0 }, beside = { 0 };
    char year[TEXT_NUMBER];

    projected_amount(&amount, f, language);
    beside_target(&beside, f, language);
    if (language == CHINESE)
        fill(out, language, WORD_sentence_target, f->region, f->subject, text_number(year, f->year), text_of(&amount),
             text_of(&beside), word_in(language, verdict[f->verdict]));
    else
        fill(out, language, WORD_sentence_target, f->region, f->subject, text_of(&amount), text_number(year, f->year),
             text_of(&beside), word_in(language, verdict[f->verdict]));
    text_free(&amount);
    text_free(&beside);
}

/* Whether and when the nation is passed */
static void
crossing(struct text *out, const struct relative_fact *f, enum language language)
{
    const bool above = f->first > 100, ends_above = f->last > 100;
    const enum word word = above && ends_above ? WORD_relative_stays
                           : above             ? WORD_relative_loses
                           : ends_above        ? WORD_relative_passes
                           : f->passes         ? WORD_relative_for_a_time
                                               : WORD_relative_never;
    char year[TEXT_NUMBER];

    text_number(year, word == WORD_relative_passes || word == WORD_relative_for_a_time ? f->passes : f->end);
    if (language == ENGLISH || word == WORD_relative_never
        || word == WORD_relative_stays) /* of all years: none is named */
        fill(out, language, word, f->nation, year, NULL, NULL, NULL, NULL);
    else
        fill(out, language, word, year, f->nation, NULL, NULL, NULL, NULL);
}

void
sentence_relative(struct text *out, const struct relative_fact *f, enum language language)
{
    static const enum word words[] = { WORD_sentence_relative_down, WORD_sentence_relative_same,
                                       WORD_sentence_relative_up };
    char first[NUMBER_SHOWN], last[NUMBER_SHOWN], start[TEXT_NUMBER], end[TEXT_NUMBER];
    const int sign = sign_of(number_rounded(f->last, 1) - number_rounded(f->first, 1), 1);
    struct text passing = { 0 };

    number_shown(first, f->first, 1, language);
    number_shown(last, f->last, 1, language);
    text_number(start, f->start);
    text_number(end, f->end);
    crossing(&passing, f, language);
    if (language == CHINESE)
        fill(out, language, words[sign + 1], f->nation, start, first, end, last, text_of(&passing));
    else
        fill(out, language, words[sign + 1], first, f->nation, start, last, end, text_of(&passing));
    text_free(&passing);
}

void
ordinal_phrase(struct text *out, size_t n, enum language language)
{
    static const char *const digits[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };

    if (language == CHINESE && n <= 10)
        text_add(out, digits[n]);
    else if (language == CHINESE && n < 20)
        text_print(out, "十%s", digits[n - 10]);
    else
        text_print(out, "%zu", n);
}

/* "both targets", "all 5 targets" */
static void
all_targets(struct text *out, size_t n, enum language language)
{
    char number[TEXT_NUMBER];

    fill(out, language, n == 2 ? WORD_targets_both : WORD_targets_all, text_number(number, (double) n), NULL, NULL,
         NULL, NULL, NULL);
}

static void
step_counts(struct text *out, const struct step_fact *f, enum language language)
{
    const size_t missed = f->targets - f->met;
    const bool zh = language == CHINESE; /* the whole stands first */
    struct text every = { 0 };
    char all[TEXT_NUMBER], some[TEXT_NUMBER];

    all_targets(&every, f->targets, language);
    text_number(all, (double) f->targets);
    text_number(some, (double) (missed ? missed : f->within));
    if (!f->targets)
        text_add(out, word_in(language, WORD_step_empty));
    else if (!missed && f->targets == 1)
        text_add(out, word_in(language, f->within ? WORD_step_one_within : WORD_step_one_met));
    else if (!missed)
        fill(out, language, f->within ? WORD_step_all_within : WORD_step_all_met, text_of(&every), some, NULL, NULL,
             NULL, NULL);
    else if (missed == f->targets)
        fill(out, language,
             missed == 1   ? WORD_step_one_missed
             : missed == 2 ? WORD_step_neither_met
                           : WORD_step_none_met,
             all, NULL, NULL, NULL, NULL, NULL);
    else
        fill(out, language, missed == 1 ? WORD_step_one_of_missed : WORD_step_some_missed, zh ? all : some,
             zh ? some : all, NULL, NULL, NULL, NULL);
    text_free(&every);
}

void
sentence_step(struct text *out, const struct step_fact *f, enum language language)
{
    const size_t missed = f->targets - f->met;
    struct text counts = { 0 }, number = { 0 }, plain = { 0 };

    ordinal_phrase(&number, f->number, language);
    fill(&plain, language, WORD_step_ordinal, text_of(&number), NULL, NULL, NULL, NULL, NULL);
    step_counts(&counts, f, language);
    if (!strcmp(f->title, text_of(&plain)))
        fill(out, language, WORD_sentence_step_plain, text_of(&number), text_of(&counts), NULL, NULL, NULL, NULL);
    else
        fill(out, language, WORD_sentence_step, text_of(&number), f->title, text_of(&counts), NULL, NULL, NULL);
    if (missed)
        fill(out, language, missed == 1 ? WORD_step_it_is : WORD_step_furthest, f->furthest, f->projected, f->wanted,
             NULL, NULL, NULL);
    text_add(out, word_in(language, WORD_full_stop));
    text_free(&counts);
    text_free(&number);
    text_free(&plain);
}

void
sentence_step_counts(struct text *out, const struct step_fact *f, enum language language)
{
    const size_t from = out->length;

    step_counts(out, f, language);
    if (language == ENGLISH) /* a sentence of its own begins with a capital */
        out->at[from] = (char) toupper((unsigned char) out->at[from]);
    text_add(out, word_in(language, WORD_full_stop));
}

static void
scenario_causes(struct text *out, const struct scenario_fact *f, enum language language)
{
    for (size_t i = 0; i < f->causes; i++) {
        const bool against = (f->part[i] > 0) != (f->difference > 0);
        const enum word word = i == 0 ? (against ? WORD_cause_first_against : WORD_cause_first)
                                      : (against ? WORD_cause_next_against : WORD_cause_next);
        struct text part = { 0 };

        if (!sign_of(f->part[i], f->decimals))
            continue;
        distance_phrase(&part, f->part[i], f->unit, f->decimals, language);
        if (language == CHINESE)
            fill(out, language, word, f->cause[i], text_of(&part), NULL, NULL, NULL, NULL);
        else
            fill(out, language, word, text_of(&part), f->cause[i], NULL, NULL, NULL, NULL);
        text_free(&part);
    }
}

void
sentence_scenario(struct text *out, const struct scenario_fact *f, enum language language)
{
    static const enum word amounts[] = { WORD_sentence_lowers, WORD_sentence_leaves, WORD_sentence_raises };
    static const enum word ranks[] = { WORD_sentence_advances, WORD_sentence_leaves, WORD_sentence_falls_back };
    const int sign = sign_of(f->difference, f->decimals);
    const enum word word = (f->unit == UNIT_RANK ? ranks : amounts)[sign + 1];
    struct text distance = { 0 };
    char year[TEXT_NUMBER];

    distance_phrase(&distance, f->difference, f->unit, f->decimals, language);
    text_number(year, f->year);
    if (language == CHINESE)
        fill(out, language, word, f->base, f->other, year, f->subject, text_of(&distance), NULL);
    else
        fill(out, language, word, f->base, f->other, f->subject, year, text_of(&distance), NULL);
    if (sign)
        scenario_causes(out, f, language);
    text_add(out, word_in(language, WORD_full_stop));
    text_free(&distance);
}

void
sentence_range(struct text *out, const struct range_fact *f, enum language language)
{
    const bool same = !sign_of(number_rounded(f->high, f->decimals) - number_rounded(f->low, f->decimals), f->decimals);
    const enum word meeting = !f->steps                    ? WORD_full_stop
                              : !f->meeting                ? WORD_range_none_meets
                              : f->meeting == f->scenarios ? WORD_range_all_meet
                              : f->meeting == 1            ? WORD_range_one_meets
                                                           : WORD_range_some_meet;
    const bool down = f->less_is_better;
    struct text amount = { 0 }, high = { 0 }, low = { 0 };
    char scenarios[TEXT_NUMBER], year[TEXT_NUMBER], count[TEXT_NUMBER];

    amount_phrase(&amount, down ? f->low : f->high, f->unit, f->decimals, language);
    fill(&high, language, WORD_range_end, down ? f->lowest : f->highest, text_of(&amount), NULL, NULL, NULL, NULL);
    if (!same)
        text_free(&amount);
    if (!same)
        amount_phrase(&amount, down ? f->high : f->low, f->unit, f->decimals, language);
    fill(&low, language, WORD_range_end, down ? f->highest : f->lowest, text_of(&amount), NULL, NULL, NULL, NULL);
    text_number(scenarios, (double) f->scenarios);
    text_number(year, f->year);
    if (same)
        fill(out, language, WORD_sentence_range_same, scenarios, year, f->subject, text_of(&amount), NULL, NULL);
    else
        fill(out, language, down ? WORD_sentence_range_ranks : WORD_sentence_range, scenarios, year, f->subject,
             text_of(&high), text_of(&low), NULL);
    fill(out, language, meeting, text_number(count, (double) f->meeting), NULL, NULL, NULL, NULL, NULL);
    text_free(&amount);
    text_free(&high);
    text_free(&low);
}

/* The first in full, the others after its pattern */
static void
chance_of_step(struct text *out, const struct chance_fact *f, bool first, enum language language)
{
    const bool zh = language == CHINESE; /* the step stands first */
    struct text chance = { 0 }, number = { 0 };
    char error[NUMBER_SHOWN];

    if (zh)
        chance_in_words(&chance, f->probability, language);
    else
        chance_phrase(&chance, f->probability);
    ordinal_phrase(&number, f->number, language);
    number_shown(error, 100 * f->error, 1, language);
    fill(out, language, first ? WORD_chance_of_step : WORD_chance_of_next, text_of(zh ? &number : &chance),
         text_of(zh ? &chance : &number), error, NULL, NULL, NULL);
    text_free(&chance);
    text_free(&number);
}

void
sentence_chances(struct text *out, size_t draws, const struct chance_fact *f, size_t steps, enum language language)
{
    char number[NUMBER_SHOWN];

    fill(out, language, WORD_chances_of_draws, number_shown(number, (double) draws, 0, language), NULL, NULL, NULL,
         NULL, NULL);
    for (size_t i = 0; i < steps; i++) {
        text_add(out, i || language == ENGLISH ? word_in(language, WORD_chance_comma) : "");
        chance_of_step(out, &f[i], i == 0, language);
    }
    text_add(out, word_in(language, WORD_full_stop));
}

static void
pace_phrase(struct text *out, double x, enum unit unit, enum language language)
{
    static const enum word words[2][3] = { { WORD_pace_percent, WORD_pace_points, WORD_pace_places },
                                           { WORD_pace_percent_down, WORD_pace_points_down, WORD_pace_places_down } };
    const int decimals = unit == UNIT_PERCENT ? 1 : 2;
    const enum word word = words[sign_of(x, decimals) < 0][unit == UNIT_RANK ? 2 : unit == UNIT_POINTS];
    char number[NUMBER_SHOWN];

    fill(out, language, word, number_shown(number, fabs(x), decimals, language), NULL, NULL, NULL, NULL, NULL);
}

void
sentence_precedent(struct text *out, const struct precedent_fact *f, enum language language)
{
    static const enum word verdict[] = { WORD_feasibility_unknown, WORD_feasibility_without, WORD_feasibility_stretch,
                                         WORD_feasibility_within_reach, WORD_feasibility_on_track };
    struct text pace = { 0 };
    char excess[NUMBER_SHOWN], from[TEXT_NUMBER], year[TEXT_NUMBER], records[TEXT_NUMBER], reached[TEXT_NUMBER],
        share[NUMBER_SHOWN];
    const enum word did = f->normal ? WORD_precedent_normal : f->reached ? WORD_precedent_did : WORD_precedent_none;

    pace_phrase(&pace, f->needed, f->unit, language);
    text_number(from, f->from + 1);
    text_number(year, f->year);
    if (f->measure)
        fill(out, language, WORD_sentence_precedent_of, f->subject, from, year, f->measure, text_of(&pace), NULL);
    else
        fill(out, language, WORD_sentence_precedent, f->subject, from, year, text_of(&pace), NULL, NULL);
    if (isfinite(f->excess)) {
        number_shown(excess, fabs(f->excess), f->unit == UNIT_PERCENT ? 1 : 2, language);
        fill(out, language, f->excess < 0 ? WORD_precedent_below : WORD_precedent_above,
             language == CHINESE ? f->nation : excess, language == CHINESE ? excess : f->nation, NULL, NULL, NULL,
             NULL);
    }
    text_number(records, (double) f->records);
    text_number(reached, (double) f->reached);
    number_shown(share, f->share, 1, language);
    if (f->normal)
        fill(out, language, did, f->class, share, word_in(language, verdict[f->verdict]), NULL, NULL, NULL);
    else if (!f->reached)
        fill(out, language, did, f->class, records, word_in(language, verdict[f->verdict]), NULL, NULL, NULL);
    else if (language == CHINESE)
        fill(out, language, did, f->class, records, reached, share, word_in(language, verdict[f->verdict]), NULL);
    else
        fill(out, language, did, reached, records, f->class, share, word_in(language, verdict[f->verdict]), NULL);
    text_free(&pace);
}
