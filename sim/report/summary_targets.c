/* The summary's tables of targets and steps. */
#include <math.h>
#include <string.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/summary.h"
#include "report/table.h"

static void
fill(struct text *out, enum language language, enum word w, const char *a, const char *b)
{
    word_fill(out, language, w, (const char *const[]) { a, b, NULL });
}

static void
first_text(struct text *out, const struct judgement *j, const struct summary *s)
{
    char year[TEXT_NUMBER];

    if (j->first_year)
        fill(out, s->language, WORD_summary_year, text_number(year, j->first_year), NULL);
    else
        text_add(out, word_in(s->language, WORD_summary_not_within));
}

static void
needs_text(struct text *out, const struct judgement *j, enum language language)
{
    const bool rank = indicators[j->target->indicator].unit == UNIT_RANK;
    char number[NUMBER_SHOWN];

    if (isnan(j->required_growth))
        return;
    if (!j->required_in_points || j->target->from) {
        text_print(out, "%s%%", number_shown(number, j->required_growth, 1, language));
        return;
    }
    number_signed(number, j->required_growth, 2, language);
    fill(out, language, rank ? WORD_summary_needs_places : WORD_summary_needs_points, number, NULL);
}

static void
verdict_text(struct text *out, const struct judgement *j, const struct summary *s)
{
    char tolerance[TEXT_NUMBER];

    if (j->verdict != WITHIN_TOLERANCE) {
        verdict_phrase(out, j->verdict, s->language);
        return;
    }
    text_add(out, "~ ");
    fill(out, s->language, WORD_summary_within, text_number(tolerance, j->target->tolerance), NULL);
}

enum { NAME, YEAR, WANTED, PROJECTED, MARGIN, VERDICT, FIRST, NEEDS, TARGET_COLUMNS };

static void
set(struct table *table, size_t row, size_t column, struct text *cell)
{
    table_set(table, row, column, text_of(cell));
    text_free(cell);
}

/* A GDP target's other reading, at the other prices: only its name and value. */
static void
other_prices(struct table *table, const struct judgement *j, const struct summary *s)
{
    const struct trajectory *t = s->trajectory;
    const struct plan_target *g = j->target;
    const char *key = indicators[g->indicator].key;
    const bool current = !strcmp(key, "gdp");
    struct text cell = { 0 };
    char number[NUMBER_SHOWN], year[TEXT_NUMBER];
    size_t row;

    if ((!current && strcmp(key, "gdp_real") != 0) || g->from || g->over != PLAN_NONE || g->relative_to != PLAN_NONE)
        return;
    row = table_row(table);
    if (current)
        fill(&cell, s->language, WORD_summary_at_base_prices, text_number(year, t->plan->start), NULL);
    else
        fill(&cell, s->language, WORD_summary_at_current_prices, NULL, NULL);
    set(table, row, NAME, &cell);
    number_shown(number, trajectory_at(t, trajectory_find(t, g->region, current ? "gdp_real" : "gdp"), g->year), 1,
                 s->language);
    table_set(table, row, PROJECTED, number);
}

static void
target_row(struct table *table, const struct judgement *j, const struct summary *s)
{
    const size_t row = table_row(table);
    struct text cell = { 0 };
    char number[NUMBER_SHOWN];

    text_add(&cell, "  ");
    target_name(&cell, s->trajectory, j->target, s->language);
    if (target_is_aside(j->target))
        text_add(&cell, " *");
    set(table, row, NAME, &cell);
    table_set(table, row, YEAR, text_number(number, j->target->year));
    wanted_phrase(&cell, j, s->language);
    set(table, row, WANTED, &cell);
    projected_phrase(&cell, j, s->language);
    set(table, row, PROJECTED, &cell);
    margin_phrase(&cell, j, s->language);
    set(table, row, MARGIN, &cell);
    verdict_text(&cell, j, s);
    set(table, row, VERDICT, &cell);
    first_text(&cell, j, s);
    set(table, row, FIRST, &cell);
    needs_text(&cell, j, s->language);
    set(table, row, NEEDS, &cell);
    other_prices(table, j, s);
}

bool
summary_targets_fill(struct table *table, const struct summary *s)
{
    static const enum word heading[TARGET_COLUMNS] = {
        WORD_summary_targets,          WORD_summary_target_year,   WORD_summary_target_wanted,
        WORD_summary_target_projected, WORD_summary_target_margin, WORD_summary_target_verdict,
        WORD_summary_target_first,     WORD_summary_target_needs,
    };
    bool asides = false;

    table_init(table, "lrlrrllr", FIRST);
    table_row(table);
    for (size_t c = 0; c < TARGET_COLUMNS; c++)
        table_set(table, 0, c, word_in(s->language, heading[c]));
    for (size_t i = 0; i < s->judgements->targets; i++) {
        target_row(table, &s->judgements->target[i], s);
        asides = asides || target_is_aside(s->judgements->target[i].target);
    }
    return asides;
}

void
summary_targets(struct text *out, const struct summary *s)
{
    struct table table;
    const bool asides = summary_targets_fill(&table, s);

    table_draw(out, &table, 0, s->width, s->ambiguous);
    table_free(&table);
    if (asides)
        text_print(out, "%s\n", word_in(s->language, WORD_not_counted_note));
}

/* "3 of 4 targets; furthest: GDP, current prices" */
static void
step_text(struct text *out, const struct step_judgement *j, const struct summary *s)
{
    char all[TEXT_NUMBER], met[TEXT_NUMBER], within[TEXT_NUMBER];
    struct text furthest = { 0 };
    const bool zh = s->language == CHINESE; /* which counts stand first */

    text_number(all, (double) j->targets);
    text_number(met, (double) j->met);
    text_number(within, (double) j->within);
    if (!j->targets) {
        text_add(out, word_in(s->language, WORD_summary_step_empty));
        return;
    }
    if (j->met < j->targets)
        target_phrase(&furthest, s->trajectory, s->judgements->target[j->binding].target, s->language);
    word_fill(out, s->language,
              furthest.length ? WORD_summary_step_furthest
              : j->within     ? WORD_summary_step_within
                              : WORD_summary_step_count,
              (const char *const[]) { zh ? all : met, zh ? met : all, furthest.length ? text_of(&furthest) : within,
                                      NULL });
    text_free(&furthest);
}

void
summary_steps_fill(struct table *table, const struct summary *s)
{
    struct text cell = { 0 };

    table_init(table, "llll", 4);
    for (size_t i = 0; i < s->judgements->steps; i++) {
        const struct step_judgement *j = &s->judgements->step[i];
        const size_t row = table_row(table);
        char from[TEXT_NUMBER], to[TEXT_NUMBER];

        text_print(&cell, "%zu %s", i + 1,
                   name_in(s->language, j->step->title ? j->step->title : j->step->key, j->step->title_zh));
        set(table, row, 0, &cell);
        fill(&cell, s->language, WORD_summary_step_years, text_number(from, j->step->from),
             text_number(to, j->step->to));
        set(table, row, 1, &cell);
        if (j->targets)
            verdict_phrase(&cell, j->verdict, s->language);
        set(table, row, 2, &cell);
        step_text(&cell, j, s);
        set(table, row, 3, &cell);
    }
}

void
summary_steps(struct text *out, const struct summary *s)
{
    struct table table;

    summary_steps_fill(&table, s);
    text_add(out, word_in(s->language, summary_steps_word(s->trajectory->plan)));
    text_add(out, "\n");
    table_draw(out, &table, 2, s->width, s->ambiguous);
    table_free(&table);
}
