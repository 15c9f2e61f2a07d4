/* Tables of levers by targets: what each would need by itself, what all need together. */
#include <math.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/report_levers_parts.h"

#define ACROSS 4 /* targets in one table */
#define HEADS 3

/* Answers that one table shows, side by side */
struct sheet {
    const struct report *r;
    size_t count;
    const struct lever_answer *of[ACROSS];
};

static enum language
language_of(const struct sheet *s)
{
    return s->r->all.base.language;
}

static void
take(struct table *table, size_t row, size_t column, struct text *cell)
{
    table_set(table, row, column, text_of(cell));
    text_free(cell);
}

/* The target, its year and what is wanted over each column */
static void
add_heads(struct table *table, const struct sheet *s)
{
    table_init(table, "lrrrr", 1);
    for (int i = 0; i < HEADS; i++)
        table_row(table);
    table_set(table, 0, 0, word_in(language_of(s), WORD_levers_lever));
    for (size_t i = 0; i < s->count; i++) {
        const struct judgement *j = s->of[i]->judgement;
        struct text cell = { 0 };
        char year[TEXT_NUMBER];

        target_subject(&cell, s->r->all.base.trajectory, j->target, language_of(s));
        take(table, 0, i + 1, &cell);
        report_fill(&cell, s->r, WORD_levers_year, text_number(year, j->target->year), NULL, NULL, NULL);
        take(table, 1, i + 1, &cell);
        wanted_phrase(&cell, j, language_of(s));
        take(table, 2, i + 1, &cell);
    }
}

/* "47.58 (+4.08)" */
static void
value_cell(struct text *out, const struct solve_report *s, size_t lever, const struct solution *x)
{
    const double now = solve_value(s->solve->plan, &s->solve->lever[lever], s->solve->goal.year);
    char value[NUMBER_SHOWN], change[NUMBER_SHOWN];

    word_fill(out, s->language, WORD_levers_cell,
              (const char *const[]) { solve_lever_shown(value, s, lever, now + x->change[lever], false),
                                      solve_lever_shown(change, s, lever, x->change[lever], true), NULL });
}

static void
alone_cell(struct text *out, struct arena *a, const struct solve_report *s, size_t lever)
{
    const struct solution *x = &s->solve->alone[lever];

    if (solution_found(x))
        value_cell(out, s, lever, x);
    else if (x->answer == SOLVE_NONE)
        text_print(out, "x %s", lever_reached(a, s, x));
    else
        text_add(out, "—");
}

static void
together_cell(struct text *out, const struct solve_report *s, size_t lever)
{
    if (s->solve->together.change[lever] == 0)
        text_add(out, "—");
    else
        value_cell(out, s, lever, &s->solve->together);
}

static void
add_levers(struct table *table, const struct sheet *s, bool together)
{
    const size_t levers = s->of[0]->solve.levers;
    struct arena a = { 0 };

    for (size_t k = 0; k < levers; k++) {
        const size_t row = table_row(table);
        struct text cell = { 0 };

        for (size_t i = 0; i < s->count; i++) {
            const struct solve_report one = lever_solved(s->r, s->of[i]);

            if (!i)
                solve_lever_cell(&cell, &one, k);
            if (!i)
                take(table, row, 0, &cell);
            if (together)
                together_cell(&cell, &one, k);
            else
                alone_cell(&cell, &a, &one, k);
            take(table, row, i + 1, &cell);
        }
    }
    arena_free(&a);
}

/* ---- what all together means */

static void
number_cell(struct table *table, size_t row, size_t column, double x, int decimals, enum language language)
{
    char number[NUMBER_SHOWN];

    table_set(table, row, column, isfinite(x) ? number_signed(number, x, decimals, language) : "—");
}

static void
growth_cell(struct table *table, size_t row, size_t column, const struct meaning *m, enum language language)
{
    char growth[NUMBER_SHOWN], change[NUMBER_SHOWN];
    struct text cell = { 0 };

    word_fill(&cell, language, WORD_levers_cell,
              (const char *const[]) { number_shown(growth, m->growth, 2, language),
                                      number_signed(change, m->growth - m->base_growth, 2, language), NULL });
    take(table, row, column, &cell);
}

static void
add_meanings(struct table *table, const struct sheet *s)
{
    static const enum word name[] = { WORD_levers_row_investment, WORD_levers_row_migrants,
                                      WORD_levers_row_productivity, WORD_levers_row_growth };
    const enum language language = language_of(s);
    const size_t first = table->rows;

    for (size_t i = 0; i < sizeof name / sizeof name[0]; i++)
        table_set(table, table_row(table), 0, word_in(language, name[i]));
    for (size_t i = 0; i < s->count; i++) {
        const struct solve_report one = lever_solved(s->r, s->of[i]);
        struct meaning m;

        solution_meaning(&m, &one, &one.solve->together);
        number_cell(table, first, i + 1, m.investment, 1, language);
        number_cell(table, first + 1, i + 1, m.migrants, 2, language);
        number_cell(table, first + 2, i + 1, m.productivity, 2, language);
        growth_cell(table, first + 3, i + 1, &m, language);
    }
}

/* ---- the tables */

static bool
is_shown(const struct lever_answer *x, bool together)
{
    if (x->failed || x->solve.alone[0].answer == SOLVE_MET)
        return false;
    return !together || (solution_found(&x->solve.together) && x->solve.goal.year > x->solve.plan->start);
}

static void
add_table(struct page *p, const struct sheet *s, bool together)
{
    struct text caption = { 0 };
    struct table table;

    add_heads(&table, s);
    add_levers(&table, s, together);
    if (together)
        add_meanings(&table, s);
    report_fill(&caption, s->r, together ? WORD_levers_together_caption : WORD_levers_alone_caption, s->r->all.title[0],
                NULL, NULL, NULL);
    page_table(p, text_of(&caption), &table, HEADS);
    table_free(&table);
    text_free(&caption);
}

static void
add_tables(struct page *p, const struct report *r, bool together)
{
    struct sheet s = { .r = r };
    bool any = false;

    for (size_t i = 0; i < r->levers->count; i++) {
        if (is_shown(&r->levers->answer[i], together))
            s.of[s.count++] = &r->levers->answer[i];
        if (s.count && (s.count == ACROSS || i + 1 == r->levers->count)) {
            add_table(p, &s, together);
            s.count = 0;
            any = true;
        }
    }
    if (any)
        page_paragraph(p, "note", word_in(p->language, together ? WORD_levers_together_note : WORD_levers_alone_note));
}

void
report_levers_tables(struct page *p, const struct report *r)
{
    add_tables(p, r, false);
    add_tables(p, r, true);
}
