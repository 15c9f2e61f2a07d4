#include "report/summary_ensemble.h"
#include <stdio.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/table.h"

enum { P05, P25, P50, P75, P95 }; /* of ensemble_level */

static void
fill(struct text *out, const struct summary *s, enum word w, const char *const *arguments)
{
    word_fill(out, s->language, w, arguments);
}

static void
set(struct table *table, size_t row, size_t column, struct text *cell)
{
    table_set(table, row, column, text_of(cell));
    text_free(cell);
}

static void
heading(struct table *table, const struct summary *s, const enum word *word, size_t n)
{
    table_row(table);
    for (size_t c = 0; c < n; c++)
        table_set(table, 0, c, word_in(s->language, word[c]));
}

/* "5,102.3-6,010.8"; a quantile between two places is shown as such */
static void
range_cell(struct table *table, size_t row, size_t column, double low, double high, int decimals,
           const struct summary *s)
{
    struct text cell = { 0 };
    char from[NUMBER_SHOWN], to[NUMBER_SHOWN];

    fill(&cell, s, WORD_drawn_range,
         (const char *const[]) { number_shown(from, low, decimals, s->language),
                                 number_shown(to, high, decimals, s->language), NULL });
    set(table, row, column, &cell);
}

static void
print_title(struct text *out, const struct summary *s)
{
    const struct drawn *d = s->drawn;
    const struct plan_target *g = d->given;
    char draws[NUMBER_SHOWN], accepted[NUMBER_SHOWN], seed[TEXT_NUMBER], year[TEXT_NUMBER];
    struct text name = { 0 };
    const bool zh = s->language == CHINESE;

    number_shown(draws, (double) d->ensemble->draws, 0, s->language);
    number_shown(accepted, (double) d->ensemble->accepted, 0, s->language);
    snprintf(seed, sizeof seed, "%llu", (unsigned long long) d->seed);
    if (g) {
        target_subject(&name, s->trajectory, g, s->language);
        text_number(year, g->year);
        fill(out, s, d->given_met ? WORD_drawn_title_given_met : WORD_drawn_title_given_missed,
             (const char *const[]) { draws, seed, zh ? text_of(&name) : accepted, zh ? year : text_of(&name),
                                     zh ? accepted : year, NULL });
        text_free(&name);
    } else {
        fill(out, s, WORD_drawn_title, (const char *const[]) { draws, seed, NULL });
    }
    text_add(out, "\n\n");
}

static void
indicator_row(struct table *table, const struct summary *s, size_t series, int year, bool first)
{
    const struct trajectory *t = s->trajectory;
    const struct series *x = &t->series[series];
    const struct spread *spread = drawn_spread(s->drawn, x->region, x->key, year);
    const int decimals = indicators[x->indicator].decimals;
    const size_t row = table_row(table);
    struct text name = { 0 };
    char number[NUMBER_SHOWN];

    if (first)
        series_phrase(&name, t, series, s->language);
    set(table, row, 0, &name);
    table_set(table, row, 1, text_number(number, year));
    table_set(table, row, 2, number_shown(number, trajectory_at(t, series, year), decimals, s->language));
    if (!spread)
        return;
    table_set(table, row, 3, number_shown(number, spread->quantile[P50], decimals, s->language));
    range_cell(table, row, 4, spread->quantile[P25], spread->quantile[P75], decimals, s);
    range_cell(table, row, 5, spread->quantile[P05], spread->quantile[P95], decimals, s);
}

static void
print_indicators(struct text *out, const struct summary *s)
{
    static const char *const keys[] = { "gdp",          "gdp_per_capita", "relative_gdp_per_capita",
                                        "urbanization", "modernization",  "rank_national" };
    static const enum word heads[] = { WORD_summary_indicators, WORD_summary_target_year, WORD_summary_target_projected,
                                       WORD_drawn_median,       WORD_drawn_half,          WORD_drawn_most };
    const struct plan *p = s->trajectory->plan;
    const struct marks m = summary_marks(p);
    struct table table;

    table_init(&table, "lrrrrr", 6);
    heading(&table, s, heads, 6);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const size_t series = trajectory_find(s->trajectory, p->home, keys[i]);

        for (size_t y = 1; y < m.count && series != PLAN_NONE; y++)
            indicator_row(&table, s, series, m.year[y], y == 1);
    }
    table_draw(out, &table, 0, s->width, s->ambiguous);
    table_free(&table);
}

/* Whether the value judged is an indicator itself, whose quantiles are there */
static bool
is_itself(const struct plan_target *g)
{
    return !g->from && g->over == PLAN_NONE && g->relative_to == PLAN_NONE;
}

enum { NAME, YEAR, WANTED, PROJECTED, RANGE, VERDICT, CHANCE, ERROR, COLUMNS };

static void
chance_cells(struct table *table, size_t row, size_t column, const struct chance *c, const struct summary *s)
{
    struct text cell = { 0 };

    chance_phrase(&cell, c->probability);
    set(table, row, column, &cell);
    chance_error_phrase(&cell, c, s->language);
    set(table, row, column + 1, &cell);
}

static void
target_range(struct table *table, size_t row, const struct plan_target *g, const struct summary *s)
{
    const struct trajectory *t = s->trajectory;
    const size_t series = trajectory_series(t, g->region, g->indicator, g->sector);
    const struct spread *x = drawn_spread(s->drawn, g->region, t->series[series].key, g->year);

    if (is_itself(g) && x)
        range_cell(table, row, RANGE, x->quantile[P05], x->quantile[P95], target_decimals(g), s);
}

static void
target_row(struct table *table, size_t target, const struct summary *s)
{
    const struct judgement *j = &s->judgements->target[target];
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
    target_range(table, row, j->target, s);
    table_set(table, row, VERDICT, verdict_mark(j->verdict));
    chance_cells(table, row, CHANCE, &s->drawn->ensemble->target[target], s);
}

static void
print_targets(struct text *out, const struct summary *s)
{
    static const enum word heads[COLUMNS] = {
        WORD_summary_targets, WORD_summary_target_year,    WORD_summary_target_wanted, WORD_summary_target_projected,
        WORD_drawn_most,      WORD_summary_target_verdict, WORD_drawn_chance,          WORD_drawn_error
    };
    struct table table;
    bool asides = false;

    table_init(&table, "lrlrrlrr", COLUMNS);
    heading(&table, s, heads, COLUMNS);
    table_set(&table, 0, VERDICT, ""); /* a mark, which a note explains */
    for (size_t i = 0; i < s->judgements->targets; i++) {
        target_row(&table, i, s);
        asides = asides || target_is_aside(s->judgements->target[i].target);
    }
    table_draw(out, &table, 0, s->width, s->ambiguous);
    table_free(&table);
    if (asides)
        text_print(out, "%s\n", word_in(s->language, WORD_not_counted_note));
}

static void
step_row(struct table *table, size_t step, const struct summary *s)
{
    const struct step_judgement *j = &s->judgements->step[step];
    const size_t row = table_row(table);
    char from[TEXT_NUMBER], to[TEXT_NUMBER];
    struct text cell = { 0 };

    text_print(&cell, "  %zu %s", step + 1,
               name_in(s->language, j->step->title ? j->step->title : j->step->key, j->step->title_zh));
    set(table, row, 0, &cell);
    fill(&cell, s, WORD_summary_step_years,
         (const char *const[]) { text_number(from, j->step->from), text_number(to, j->step->to), NULL });
    set(table, row, 1, &cell);
    if (!j->targets) {
        table_set(table, row, 2, word_in(s->language, WORD_summary_step_empty));
        return;
    }
    verdict_phrase(&cell, j->verdict, s->language);
    set(table, row, 2, &cell);
    chance_cells(table, row, 3, &s->drawn->ensemble->step[step], s);
}

static void
print_steps(struct text *out, const struct summary *s)
{
    const enum word heads[] = { summary_steps_word(s->trajectory->plan), WORD_summary_target_year,
                                WORD_summary_target_verdict, WORD_drawn_chance, WORD_drawn_error };
    struct table table;

    table_init(&table, "lllrr", 5);
    heading(&table, s, heads, 5);
    for (size_t i = 0; i < s->judgements->steps; i++)
        step_row(&table, i, s);
    table_draw(out, &table, 0, s->width, s->ambiguous);
    table_free(&table);
}

void
summary_ensemble(struct text *out, const struct summary *s)
{
    summary_heading(out, s);
    print_title(out, s);
    print_indicators(out, s);
    if (s->judgements->targets) {
        text_add(out, "\n");
        print_targets(out, s);
    }
    if (s->judgements->steps) {
        text_add(out, "\n");
        print_steps(out, s);
    }
    text_add(out, "\n");
    summary_ensemble_notes(out, s);
    summary_ending(out, s);
}
