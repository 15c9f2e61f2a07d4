/* Scenarios drawn together, side by side: chances of targets and steps with their changes from the base's. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "report/comparison_together.h"
#include "report/drawn.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/table.h"

#define TITLE 18 /* cells of a line of it: as wide as what stands below */
#define CHANCE 4
#define CHANGE 6

enum { NAME, YEAR, WANTED, BASE, VARIANTS };

/* A table of the base and some of the others, from `first` on */
struct block {
    const struct comparison *c;
    size_t first, count;
    char align[TABLE_COLUMNS + 1];
    struct table table;
};

static void
set(struct block *b, size_t row, size_t column, struct text *cell)
{
    table_set(&b->table, row, column, text_of(cell));
    text_free(cell);
}

/* Blanks until the text takes so many cells; what is in it is ASCII. */
static void
add_right(struct text *out, const char *text, int cells)
{
    text_print(out, "%*s", cells, text);
}

/* Where the second line of a title begins: at a blank, where the title is too long for one; else it is all of it. */
static const char *
second_line(const char *title, size_t ambiguous)
{
    const char *rest = title;

    if (text_cells(title, ambiguous) <= TITLE)
        return title;
    for (const char *blank = strchr(title, ' '); blank && blank - title <= TITLE; blank = strchr(blank + 1, ' '))
        rest = blank + 1;
    return rest;
}

static const char *
title_of(const struct block *b, size_t column)
{
    return b->c->title[column ? b->first + column - 1 : 0];
}

static bool
has_long_title(const struct block *b)
{
    for (size_t i = 0; i <= b->count; i++)
        if (second_line(title_of(b, i), b->c->base.ambiguous) > title_of(b, i))
            return true;
    return false;
}

/* Titles, in two rows where one of them needs it, the lines below in the last */
static void
set_title(struct block *b, size_t row, size_t i)
{
    const char *title = title_of(b, i), *rest = second_line(title, b->c->base.ambiguous);
    struct text line = { 0 };

    if (rest > title) {
        text_add_bytes(&line, title, (size_t) (rest - title - 1));
        set(b, row - 1, BASE + i, &line);
    }
    text_add_fitting(&line, rest, TITLE, b->c->base.ambiguous);
    set(b, row, BASE + i, &line);
}

static void
add_head(struct block *b)
{
    const enum language language = b->c->base.language;
    const size_t row = has_long_title(b);

    for (size_t i = 0; i < row + 2; i++)
        table_row(&b->table);
    table_set(&b->table, row, NAME, word_in(language, WORD_paired_chances));
    table_set(&b->table, row, YEAR, word_in(language, WORD_summary_target_year));
    table_set(&b->table, row, WANTED, word_in(language, WORD_summary_target_wanted));
    for (size_t i = 0; i <= b->count; i++) {
        set_title(b, row, i);
        table_set(&b->table, row + 1, BASE + i, word_in(language, i ? WORD_paired_head : WORD_drawn_chance));
    }
}

/* "56%  +2.7 (0.2)": chance, change, standard error of the change */
static void
chance_cell(struct text *cell, const struct paired_chance *x, bool is_base, enum language language)
{
    const struct chance of_change = { .standard_error = x->standard_error };
    struct text part = { 0 };
    char change[NUMBER_SHOWN];

    chance_phrase(&part, x->chance.probability);
    add_right(cell, text_of(&part), CHANCE);
    text_free(&part);
    if (is_base)
        return;
    if (!x->shared) {
        text_print(cell, "%*s", CHANGE + 7, "");
        return;
    }
    add_right(cell, number_signed(change, 100 * x->change, 1, language), CHANGE + 1);
    chance_error_phrase(&part, &of_change, language);
    text_print(cell, " %*s(%s)", (int) (4 - part.length), "", text_of(&part));
    text_free(&part);
}

/* `key` of the base's target, or step */
static void
add_chances(struct block *b, size_t row, const char *key, bool is_step)
{
    for (size_t i = 0; i <= b->count; i++) {
        const size_t scenario = i ? b->first + i - 1 : 0;
        const struct paired *p = b->c->together->paired;
        const struct paired_chance *x = is_step ? together_step(p, scenario, key) : together_target(p, scenario, key);
        struct text cell = { 0 };

        if (x)
            chance_cell(&cell, x, i == 0, b->c->base.language);
        set(b, row, BASE + i, &cell);
    }
}

static void
add_target(struct block *b, const struct judgement *j)
{
    const struct summary *s = &b->c->base;
    const size_t row = table_row(&b->table);
    struct text cell = { 0 };
    char year[TEXT_NUMBER];

    text_add(&cell, "  ");
    target_name(&cell, s->trajectory, j->target, s->language);
    if (target_is_aside(j->target))
        text_add(&cell, " *");
    set(b, row, NAME, &cell);
    table_set(&b->table, row, YEAR, text_number(year, j->target->year));
    wanted_phrase(&cell, j, s->language);
    set(b, row, WANTED, &cell);
    add_chances(b, row, j->target->key, false);
}

static void
add_step(struct block *b, size_t step)
{
    const struct comparison *c = b->c;
    const struct plan_step *x = &c->base.trajectory->plan->step[step];
    const size_t row = table_row(&b->table);
    char number[TEXT_NUMBER];
    struct text cell = { 0 };

    text_add(&cell, "  ");
    word_fill(&cell, c->base.language, WORD_paired_step,
              (const char *const[]) { text_number(number, (double) step + 1),
                                      name_in(c->base.language, x->title ? x->title : x->key, x->title_zh), NULL });
    set(b, row, NAME, &cell);
    table_set(&b->table, row, YEAR, text_number(number, x->to));
    add_chances(b, row, x->key, true);
}

static void
fill(struct block *b)
{
    const struct plan *p = b->c->base.trajectory->plan;
    size_t n = 0;

    for (const char *fixed = "lrlr"; *fixed; fixed++)
        b->align[n++] = *fixed;
    for (size_t i = 0; i < b->count; i++)
        b->align[n++] = 'r';
    b->align[n] = '\0';
    table_init(&b->table, b->align, n);
    add_head(b);
    for (size_t i = 0; i < b->c->base.judgements->targets; i++)
        add_target(b, &b->c->base.judgements->target[i]);
    for (size_t i = 0; i < p->steps; i++)
        if (together_step_judged(p, i))
            add_step(b, i);
}

/* As many of the others as fit beside the base, at least one */
static void
fill_fitting(struct block *b)
{
    const struct comparison *c = b->c;

    b->count = c->count - b->first;
    if (b->count > TABLE_COLUMNS - VARIANTS)
        b->count = TABLE_COLUMNS - VARIANTS;
    fill(b);
    while (table_cells(&b->table, c->base.ambiguous) > c->base.width && b->count > 1) {
        table_free(&b->table);
        b->count--;
        fill(b);
    }
}

static bool
has_asides(const struct judgements *j)
{
    for (size_t i = 0; i < j->targets; i++)
        if (target_is_aside(j->target[i].target))
            return true;
    return false;
}

void
comparison_chances(struct text *out, const struct comparison *c)
{
    for (size_t first = 1; first < c->count;) {
        struct block b = { .c = c, .first = first };

        fill_fitting(&b);
        text_add(out, first > 1 ? "\n" : "");
        table_draw(out, &b.table, 0, c->base.width, c->base.ambiguous);
        table_free(&b.table);
        first += b.count;
    }
    text_print(out, "%s\n", word_in(c->base.language, WORD_paired_note));
    if (has_asides(c->base.judgements))
        text_print(out, "%s\n", word_in(c->base.language, WORD_not_counted_note));
}
