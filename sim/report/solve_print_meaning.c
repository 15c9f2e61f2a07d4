/* What solutions mean in units that people decide on, beside the region's own record. */
#include <math.h>
#include <string.h>
#include "analysis/solve_meaning.h"
#include "models/population.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/solve_report.h"
#include "report/table.h"

enum { NAME, INVESTMENT, MIGRANTS, RESIDENTS, PRODUCTIVITY, GROWTH, COLUMNS };

void
solution_meaning(struct meaning *out, const struct solve_report *r, const struct solution *x)
{
    const struct plan *p = r->base->plan;
    const size_t migration = p->region[p->home].group[GROUP_POPULATION].entry[POPULATION_NET_MIGRATION];
    double moved = 0;

    for (size_t k = 0; k < r->solve->levers; k++)
        if (r->solve->lever[k].entry == migration)
            moved += x->change[k];
    meaning_of(out, r->base, &x->trajectory, r->solve->goal.year, moved);
}

static void
number_cell(struct table *table, size_t row, size_t column, double x, int decimals, bool sign,
            const struct solve_report *r)
{
    char number[NUMBER_SHOWN];

    table_set(table, row, column,
              sign ? number_signed(number, x, decimals, r->language) : number_shown(number, x, decimals, r->language));
}

static void
meaning_row(struct table *table, const struct solve_report *r, const char *name, const struct solution *x)
{
    const size_t row = table_row(table);
    struct text cell = { 0 };
    char number[NUMBER_SHOWN], all[NUMBER_SHOWN];
    struct meaning m;

    solution_meaning(&m, r, x);
    text_print(&cell, "  %s", name);
    table_set(table, row, NAME, text_of(&cell));
    text_free(&cell);
    number_cell(table, row, INVESTMENT, m.investment, 1, true, r);
    if (isfinite(m.migrants))
        text_print(&cell, "%s (%s)", number_signed(number, m.migrants, 2, r->language),
                   number_signed(all, m.all_migrants, 1, r->language));
    table_set(table, row, MIGRANTS, text_of(&cell));
    text_free(&cell);
    number_cell(table, row, RESIDENTS, m.residents, 1, true, r);
    number_cell(table, row, PRODUCTIVITY, m.productivity, 2, true, r);
    number_cell(table, row, GROWTH, m.growth, 2, false, r);
}

static void
planned_row(struct table *table, const struct solve_report *r, const struct solution *x)
{
    const size_t row = table_row(table);
    struct text cell = { 0 };
    struct meaning m;

    solution_meaning(&m, r, x);
    text_print(&cell, "  %s", word_in(r->language, WORD_solve_as_planned));
    table_set(table, row, NAME, text_of(&cell));
    text_free(&cell);
    number_cell(table, row, PRODUCTIVITY, m.all_productivity - m.productivity, 2, false, r);
    number_cell(table, row, GROWTH, m.base_growth, 2, false, r);
}

static void
meaning_heading(struct table *table, const struct solve_report *r)
{
    static const enum word name[COLUMNS] = { [INVESTMENT] = WORD_solve_investment,
                                             [MIGRANTS] = WORD_solve_migrants,
                                             [RESIDENTS] = WORD_solve_residents,
                                             [PRODUCTIVITY] = WORD_solve_productivity,
                                             [GROWTH] = WORD_solve_growth };
    static const enum word unit[COLUMNS] = { [INVESTMENT] = WORD_solve_yi_a_year,
                                             [MIGRANTS] = WORD_solve_wan_a_year,
                                             [RESIDENTS] = WORD_solve_wan,
                                             [PRODUCTIVITY] = WORD_solve_points_a_year,
                                             [GROWTH] = WORD_solve_percent_a_year };
    char first[TEXT_NUMBER], last[TEXT_NUMBER];
    struct text cell = { 0 };

    table_row(table);
    table_row(table);
    word_fill(&cell, r->language, WORD_solve_meaning,
              (const char *const[]) { text_number(first, r->base->plan->start + 1.0),
                                      text_number(last, r->solve->goal.year), NULL });
    table_set(table, 0, NAME, text_of(&cell));
    text_free(&cell);
    for (size_t c = INVESTMENT; c < COLUMNS; c++) {
        table_set(table, 0, c, word_in(r->language, name[c]));
        table_set(table, 1, c, word_in(r->language, unit[c]));
    }
}

static double
nominal_growth(const struct trajectory *t, int year)
{
    const size_t gdp = trajectory_find(t, t->plan->home, "gdp");
    const int span[2] = { t->plan->start, year };
    const double value[2] = { trajectory_at(t, gdp, span[0]), trajectory_at(t, gdp, span[1]) };

    return record_growth(span, value, 2);
}

/* The observed GDP of home beside what is needed: both at current prices */
static void
print_record(struct text *out, const struct solve_report *r, const struct solution *best)
{
    const int year = r->solve->goal.year;
    char number[3][NUMBER_SHOWN], at[3][TEXT_NUMBER];

    for (size_t i = 0; i < r->scenario->observations; i++) {
        const struct observed *o = &r->scenario->observed[i];
        const double record = record_growth(o->year, o->value, o->count);

        if (o->region != r->base->plan->home || !o->indicator || strcmp(o->indicator, "gdp") != 0 || isnan(record))
            continue;
        number_shown(number[0], record, 1, r->language);
        number_shown(number[1], nominal_growth(&best->trajectory, year), 1, r->language);
        number_shown(number[2], nominal_growth(r->base, year), 1, r->language);
        word_fill(out, r->language, WORD_solve_record,
                  (const char *const[]) { number[0], text_number(at[0], o->year[0]),
                                          text_number(at[1], o->year[o->count - 1]), text_number(at[2], year),
                                          number[1], number[2], NULL });
        text_add(out, "\n");
        return;
    }
}

void
solve_print_meaning(struct text *out, const struct solve_report *r)
{
    const struct solution *best = solve_best(r->solve);
    char year[TEXT_NUMBER];
    struct table table;

    if (!best || r->solve->goal.year == r->base->plan->start)
        return;
    text_add(out, "\n");
    table_init(&table, "lrrrrr", COLUMNS);
    meaning_heading(&table, r);
    planned_row(&table, r, best);
    for (size_t k = 0; k < r->solve->levers; k++)
        if (solution_found(&r->solve->alone[k]))
            meaning_row(&table, r, solve_lever_name(r, k), &r->solve->alone[k]);
    if (solution_found(&r->solve->together))
        meaning_row(&table, r, word_in(r->language, WORD_solve_all_levers), &r->solve->together);
    table_draw(out, &table, 0, r->width, r->ambiguous);
    table_free(&table);
    word_fill(out, r->language, WORD_solve_meaning_note,
              (const char *const[]) { text_number(year, r->solve->goal.year), NULL });
    text_add(out, "\n");
    print_record(out, r, best);
}
