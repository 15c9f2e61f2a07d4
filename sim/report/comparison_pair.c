/* Two scenarios: indicators as rows, the base's level and the other's difference at each step's end. */
#include <string.h>
#include "report/comparison.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/table.h"

#define YEARS 4

/* What people ask first; the targets' own follow. */
static const char *const usual[] = { "gdp",
                                     "gdp_real",
                                     "gdp_per_capita",
                                     "relative_gdp_per_capita",
                                     "population",
                                     "urbanization",
                                     "share_primary",
                                     "share_secondary",
                                     "share_tertiary",
                                     "modernization",
                                     "modernization_rank_west",
                                     "rank_national" };
#define USUAL (sizeof usual / sizeof usual[0])

struct pair {
    const struct comparison *c;
    int year[YEARS];
    size_t years;
    struct table table;
};

/* The ends of the steps, the last ones where there are many; else the end. */
static void
choose_years(struct pair *p)
{
    const struct plan *plan = p->c->base.trajectory->plan;
    const size_t first = plan->steps > YEARS - 1 ? plan->steps - (YEARS - 1) : 0;

    for (size_t i = first; i < plan->steps; i++)
        if (plan->step[i].to <= plan->end && (!p->years || plan->step[i].to > p->year[p->years - 1]))
            p->year[p->years++] = plan->step[i].to;
    if (!p->years || p->year[p->years - 1] != plan->end)
        p->year[p->years++] = plan->end;
}

static void
add_heads(struct pair *p)
{
    const enum language language = p->c->base.language;
    const size_t row = table_row(&p->table);
    char year[TEXT_NUMBER];

    table_set(&p->table, row, 0, word_in(language, WORD_summary_indicators));
    for (size_t i = 0; i < p->years; i++) {
        struct text cell = { 0 };

        word_fill(&cell, language, WORD_summary_year, (const char *const[]) { text_number(year, p->year[i]), NULL });
        table_set(&p->table, row, 1 + 2 * i, text_of(&cell));
        table_set(&p->table, row, 2 + 2 * i, word_in(language, WORD_compare_difference));
        text_free(&cell);
    }
}

static void
add_series(struct pair *p, const char *key)
{
    const struct summary *base = &p->c->base;
    const struct trajectory *t = base->trajectory;
    const size_t series = trajectory_find(t, t->plan->home, key), row = table_row(&p->table);
    const int decimals = indicators[t->series[series].indicator].decimals;
    struct text name = { 0 };
    char number[NUMBER_SHOWN];

    series_phrase(&name, t, series, base->language);
    table_set(&p->table, row, 0, text_of(&name));
    text_free(&name);
    for (size_t i = 0; i < p->years; i++) {
        const double level = trajectory_at(t, series, p->year[i]);
        const double other = compare_value(p->c->scenario[1].trajectory, key, p->year[i]);

        table_set(&p->table, row, 1 + 2 * i, number_shown(number, level, decimals, base->language));
        table_set(&p->table, row, 2 + 2 * i, number_signed(number, other - level, decimals, base->language));
    }
}

static bool
is_usual(const char *key)
{
    for (size_t i = 0; i < USUAL; i++)
        if (!strcmp(usual[i], key))
            return true;
    return false;
}

static void
add_rows(struct pair *p)
{
    const struct trajectory *t = p->c->base.trajectory;
    struct comparison_column column[COMPARISON_COLUMNS];
    const size_t columns = comparison_columns(column, &p->c->scenario[0]);

    for (size_t i = 0; i < USUAL; i++)
        if (trajectory_find(t, t->plan->home, usual[i]) != PLAN_NONE)
            add_series(p, usual[i]);
    for (size_t i = 0; i < columns; i++)
        if (!is_usual(column[i].key))
            add_series(p, column[i].key);
}

static void
set_verdict(struct table *table, size_t row, size_t column, const struct step_judgement *j, enum language language)
{
    struct text cell = { 0 };

    if (j && j->targets) {
        verdict_phrase(&cell, j->verdict, language);
        text_print(&cell, " %zu/%zu", j->met, j->targets);
    }
    table_set(table, row, column, text_of(&cell));
    text_free(&cell);
}

static void
add_step(struct table *table, const struct comparison *c, const struct step_judgement *j)
{
    const struct plan_step *step = j->step;
    const size_t row = table_row(table);
    struct text years = { 0 };

    text_print(&years, "%d-%d", step->from, step->to);
    table_set(table, row, 0, name_in(c->base.language, step->title ? step->title : step->key, step->title_zh));
    table_set(table, row, 1, text_of(&years));
    set_verdict(table, row, 2, j, c->base.language);
    set_verdict(table, row, 3, compare_step(c->scenario[1].judgements, step->key), c->base.language);
    text_free(&years);
}

void
comparison_pair_steps_fill(struct table *table, const struct comparison *c)
{
    table_init(table, "llll", 4);
    table_row(table);
    table_set(table, 0, 0, word_in(c->base.language, summary_steps_word(c->base.trajectory->plan)));
    table_set(table, 0, 2, c->title[0]);
    table_set(table, 0, 3, c->title[1]);
    for (size_t i = 0; i < c->base.judgements->steps; i++)
        add_step(table, c, &c->base.judgements->step[i]);
}

static void
draw_steps(struct text *out, const struct comparison *c)
{
    struct table table;

    comparison_pair_steps_fill(&table, c);
    text_add(out, "\n");
    table_draw(out, &table, 0, c->base.width, c->base.ambiguous);
    table_free(&table);
}

void
comparison_pair_fill(struct table *table, const struct comparison *c)
{
    static const char *const align[YEARS + 1] = { "l", "lrr", "lrrrr", "lrrrrrr", "lrrrrrrrr" };
    struct pair p = { .c = c };

    choose_years(&p);
    table_init(&p.table, align[p.years], 3);
    add_heads(&p);
    add_rows(&p);
    *table = p.table;
}

void
comparison_pair(struct text *out, const struct comparison *c)
{
    struct table table;

    comparison_pair_fill(&table, c);
    table_draw(out, &table, 0, c->base.width, c->base.ambiguous);
    table_free(&table);
    word_fill(out, c->base.language, WORD_compare_pair_note, (const char *const[]) { c->title[0], c->title[1], NULL });
    text_add(out, "\n");
    if (c->base.judgements->steps)
        draw_steps(out, c);
}
