/* Many scenarios: one a row, the base in levels, the others as differences. */
#include <stdio.h>
#include <string.h>
#include "report/comparison.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/table.h"

#define HEADS 3 /* rows: name, year, unit */

struct sheet {
    const struct comparison *c;
    struct comparison_column column[COMPARISON_COLUMNS];
    size_t columns;
    char align[TABLE_COLUMNS + 1];
    struct table table;
};

static void
set(struct sheet *s, size_t row, size_t column, struct text *cell)
{
    table_set(&s->table, row, column, text_of(cell));
    text_free(cell);
}

/* "GDP", "Liquor", "of Guizhou": short enough for the head of a narrow column */
static void
brief_name(struct text *out, const struct trajectory *t, size_t series, enum language language)
{
    const struct series *s = &t->series[series];
    const struct plan_region *r = &t->plan->region[s->region];
    const char *argument = NULL;
    char key[64];

    if (s->sector != PLAN_NONE)
        argument = name_in(language, r->sector[s->sector].name, r->sector[s->sector].name_zh);
    else if (r->parent != PLAN_NONE)
        argument = name_in(language, t->plan->region[r->parent].name, t->plan->region[r->parent].name_zh);
    snprintf(key, sizeof key, "brief_%s", indicators[s->indicator].key);
    word_fill(out, language, word_find(key), (const char *const[]) { argument, NULL });
}

static void
add_heads(struct sheet *s)
{
    const enum language language = s->c->base.language;
    const struct trajectory *t = s->c->base.trajectory;
    char year[TEXT_NUMBER];

    for (size_t row = 0; row < HEADS; row++)
        table_row(&s->table);
    table_set(&s->table, 0, 0, word_in(language, WORD_compare_scenario));
    for (size_t i = 0; i < s->columns; i++) {
        const struct comparison_column *c = &s->column[i];
        struct text cell = { 0 };

        brief_name(&cell, t, c->series, language);
        set(s, 0, 1 + i, &cell);
        word_fill(&cell, language, WORD_summary_year, (const char *const[]) { text_number(year, c->year), NULL });
        set(s, 1, 1 + i, &cell);
        table_set(&s->table, 2, 1 + i, unit_in(language, indicators[t->series[c->series].indicator].unit));
    }
}

static void
add_values(struct sheet *s, size_t row, size_t i)
{
    const struct comparison *c = s->c;
    char number[NUMBER_SHOWN];

    for (size_t k = 0; k < s->columns; k++) {
        const struct comparison_column *column = &s->column[k];
        const int decimals = indicators[c->base.trajectory->series[column->series].indicator].decimals;
        const double base = compare_value(c->base.trajectory, column->key, column->year);
        const double value = compare_value(c->scenario[i].trajectory, column->key, column->year);

        if (i)
            number_signed(number, value - base, decimals, c->base.language);
        else
            number_shown(number, value, decimals, c->base.language);
        table_set(&s->table, row, 1 + k, number);
    }
}

/* "+ ~ x": a mark for each step of the base */
static void
add_marks(struct text *out, const struct comparison *c, const struct judgements *j)
{
    for (size_t i = 0; i < c->base.judgements->steps; i++) {
        const struct step_judgement *step = compare_step(j, c->base.judgements->step[i].step->key);

        text_add(out, i ? " " : "");
        text_add(out, step && step->targets ? verdict_mark(step->verdict) : "-");
    }
}

static void
add_verdicts(struct sheet *s, size_t row, const struct judgements *j)
{
    struct text cell = { 0 };
    size_t counted;
    const size_t met = compare_targets_met(j, &counted);

    text_print(&cell, "%zu/%zu", met, counted);
    set(s, row, 1 + s->columns, &cell);
    add_marks(&cell, s->c, j);
    set(s, row, 2 + s->columns, &cell);
}

static void
add_verdict_heads(struct sheet *s)
{
    const size_t steps = s->c->base.judgements->steps;
    struct text cell = { 0 };

    table_set(&s->table, 0, 1 + s->columns, word_in(s->c->base.language, WORD_compare_targets_met));
    table_set(&s->table, 0, 2 + s->columns, steps ? word_in(s->c->base.language, WORD_compare_steps) : "");
    for (size_t i = 0; i < steps; i++)
        text_print(&cell, "%s%zu", i ? " " : "", (i + 1) % 10);
    set(s, 1, 2 + s->columns, &cell);
}

/* A name, numbers, targets met, marks of steps */
static void
start_table(struct sheet *s, bool judged)
{
    size_t n = 0;

    s->align[n++] = 'l';
    while (n <= s->columns + judged)
        s->align[n++] = 'r';
    if (judged)
        s->align[n++] = 'l';
    s->align[n] = '\0';
    table_init(&s->table, s->align, n);
}

static void
fill_table(struct sheet *s)
{
    const struct comparison *c = s->c;
    const bool judged = c->base.judgements->targets > 0;

    start_table(s, judged);
    add_heads(s);
    if (judged)
        add_verdict_heads(s);
    for (size_t i = 0; i < c->count; i++) {
        const size_t row = table_row(&s->table);
        struct text title = { 0 };

        text_add_fitting(&title, c->title[i], COMPARISON_TITLE, c->base.ambiguous);
        set(s, row, 0, &title);
        add_values(s, row, i);
        if (judged)
            add_verdicts(s, row, c->scenario[i].judgements);
    }
}

/* The fullest year loses its last column, the earliest of equally full ones; never the one sorted by. */
static void
drop_column(struct sheet *s)
{
    const size_t sorting = comparison_sorting(s->column, s->columns);
    size_t most = 0, last = 0;

    for (size_t i = 0; i < s->columns; i++) {
        size_t same = 0, at = i;

        for (size_t k = 0; k < s->columns; k++)
            if (s->column[k].year == s->column[i].year && k != sorting) {
                same++;
                at = k;
            }
        if (same > most) {
            most = same;
            last = at;
        }
    }
    memmove(&s->column[last], &s->column[last + 1], (--s->columns - last) * sizeof *s->column);
}

static void
add_notes(struct text *out, struct sheet *s)
{
    const struct comparison *c = s->c;
    const size_t by = comparison_sorting(s->column, s->columns);
    struct text name = { 0 };
    char year[TEXT_NUMBER];

    if (s->columns) {
        brief_name(&name, c->base.trajectory, s->column[by].series, c->base.language);
        word_fill(out, c->base.language, WORD_compare_note,
                  (const char *const[]) { text_of(&name), text_number(year, s->column[by].year), NULL });
        text_add(out, "\n");
    }
    if (c->base.judgements->targets)
        text_print(out, "%s\n", word_in(c->base.language, WORD_compare_note_steps));
    text_free(&name);
}

size_t
comparison_table_fill(struct table *table, char align[TABLE_COLUMNS + 1], struct text *notes,
                      const struct comparison *c)
{
    struct sheet s = { .c = c };

    s.columns = comparison_columns(s.column, &c->scenario[0]);
    fill_table(&s);
    add_notes(notes, &s);
    memcpy(align, s.align, sizeof s.align);
    *table = s.table;
    table->align = align;
    return HEADS;
}

void
comparison_table(struct text *out, const struct comparison *c)
{
    struct sheet s = { .c = c };

    s.columns = comparison_columns(s.column, &c->scenario[0]);
    fill_table(&s);
    while (table_cells(&s.table, c->base.ambiguous) > c->base.width && s.columns > 1) {
        table_free(&s.table);
        drop_column(&s);
        fill_table(&s);
    }
    table_draw(out, &s.table, 0, c->base.width, c->base.ambiguous);
    add_notes(out, &s);
    table_free(&s.table);
}
