/* The tables of levers: what each must do by itself, and all of them together. */
#include "report/number.h"
#include "report/phrase.h"
#include "report/solve_cells.h"

static const struct plan_entry *
entry_of(const struct solve_report *r, size_t lever)
{
    return &r->solve->plan->entry[r->solve->lever[lever].entry];
}

const char *
solve_lever_name(const struct solve_report *r, size_t lever)
{
    const struct plan_lever *x = &r->solve->lever[lever];

    return name_in(r->language, x->name ? x->name : entry_of(r, lever)->key, x->name_zh);
}

int
solve_lever_decimals(enum unit unit)
{
    switch (unit) {
    case UNIT_NUMBER: return 3;
    case UNIT_YI_YUAN: return 1;
    case UNIT_YUAN: return 0;
    default: return 2;
    }
}

/* A lever's number, given in models' units */
const char *
solve_lever_shown(char buffer[NUMBER_SHOWN], const struct solve_report *r, size_t lever, double x, bool sign)
{
    const enum unit unit = entry_of(r, lever)->setting->unit;

    x /= unit_scale(unit);
    return sign ? number_signed(buffer, x, solve_lever_decimals(unit), r->language)
                : number_shown(buffer, x, solve_lever_decimals(unit), r->language);
}

/* "policy for productivity, %" */
void
solve_lever_cell(struct text *out, const struct solve_report *r, size_t lever)
{
    const char *unit = unit_in(r->language, entry_of(r, lever)->setting->unit);

    text_print(out, "  %s", solve_lever_name(r, lever));
    if (*unit)
        text_print(out, r->language == CHINESE ? "（%s）" : ", %s", unit);
}

/* The target that is missed most, by name, and what it comes to */
static void
closest(struct text *name, struct text *value, const struct solve_report *r, const struct solution *x)
{
    struct judgements all = { 0 };
    struct error ignored = { 0 };

    if (!targets_judge(&all, &x->trajectory, &ignored)) {
        target_subject(name, r->base, all.target[x->binding].target, r->language);
        projected_phrase(value, &all.target[x->binding], r->language);
    }
    judgements_free(&all);
    error_free(&ignored);
}

static void
none_cell(struct text *out, const struct solve_report *r, size_t lever)
{
    const struct solution *x = &r->solve->alone[lever];
    const bool several = r->solve->goal.count > 1;
    struct text name = { 0 }, value = { 0 };
    char at[NUMBER_SHOWN];

    solve_lever_shown(at, r, lever,
                      solve_value(r->solve->plan, &r->solve->lever[lever], r->solve->goal.year) + x->change[lever],
                      false);
    closest(&name, &value, r, x);
    if (several)
        fill(out, r, WORD_solve_answer_none_of, text_of(&value), at, text_of(&name));
    else
        fill(out, r, WORD_solve_answer_none, text_of(&value), at);
    text_free(&name);
    text_free(&value);
}

static void
answer_cell(struct text *out, const struct solve_report *r, size_t lever)
{
    const struct solution *x = &r->solve->alone[lever];
    struct text name = { 0 };

    switch (x->answer) {
    case SOLVE_SOLVED: text_add(out, word_in(r->language, WORD_solve_answer_solved)); break;
    case SOLVE_SEVERAL: text_add(out, word_in(r->language, WORD_solve_answer_several)); break;
    case SOLVE_NONE: none_cell(out, r, lever); break;
    case SOLVE_FLAT:
        target_subject(&name, r->base, &r->solve->plan->target[x->binding], r->language);
        if (r->solve->goal.count > 1)
            fill(out, r, WORD_solve_answer_flat_of, text_of(&name));
        else
            text_add(out, word_in(r->language, WORD_solve_answer_flat));
        break;
    case SOLVE_MET:
    case SOLVE_UNTRIED: break;
    }
    text_free(&name);
}

enum { NAME, PLANNED, NEEDED, CHANGE, ANSWER, RANGE, COLUMNS };

/* Value as planned, value and change of the solution, range: the same columns in both tables */
static void
value_cells(struct table *table, size_t row, const struct solve_report *r, size_t lever, const struct solution *x)
{
    const struct plan_lever *l = &r->solve->lever[lever];
    const double now = solve_value(r->solve->plan, l, r->solve->goal.year);
    char low[NUMBER_SHOWN], high[NUMBER_SHOWN], number[NUMBER_SHOWN];
    struct text cell = { 0 };

    solve_lever_cell(&cell, r, lever);
    set(table, row, NAME, &cell);
    fill(&cell, r, WORD_settings_range, solve_lever_shown(low, r, lever, l->low, false),
         solve_lever_shown(high, r, lever, l->high, false));
    set(table, row, RANGE, &cell);
    table_set(table, row, PLANNED, solve_lever_shown(number, r, lever, now, false));
    if (!solution_found(x))
        return;
    table_set(table, row, NEEDED, solve_lever_shown(number, r, lever, now + x->change[lever], false));
    table_set(table, row, CHANGE, solve_lever_shown(number, r, lever, x->change[lever], true));
}

static void
heading(struct table *table, const struct solve_report *r, enum word first, enum word answer)
{
    struct text cell = { 0 };
    char year[TEXT_NUMBER];

    table_row(table);
    fill(&cell, r, first, text_number(year, r->solve->goal.year));
    set(table, 0, NAME, &cell);
    table_set(table, 0, PLANNED, word_in(r->language, WORD_solve_planned));
    table_set(table, 0, NEEDED, word_in(r->language, WORD_solve_needed));
    table_set(table, 0, CHANGE, word_in(r->language, WORD_solve_change));
    table_set(table, 0, ANSWER, word_in(r->language, answer));
    table_set(table, 0, RANGE, word_in(r->language, WORD_solve_range));
}

void
solve_print_alone(struct text *out, const struct solve_report *r)
{
    struct table table;
    struct text cell = { 0 };

    table_init(&table, "lrrrll", RANGE);
    heading(&table, r, WORD_solve_levers, WORD_solve_answer);
    for (size_t k = 0; k < r->solve->levers; k++) {
        const size_t row = table_row(&table);

        value_cells(&table, row, r, k, &r->solve->alone[k]);
        answer_cell(&cell, r, k);
        set(&table, row, ANSWER, &cell);
    }
    table_draw(out, &table, 0, r->width, r->ambiguous);
    table_free(&table);
}

static void
print_none_together(struct text *out, const struct solve_report *r)
{
    struct text name = { 0 }, value = { 0 };

    closest(&name, &value, r, &r->solve->together);
    fill(out, r, WORD_solve_together_none, text_of(&name), text_of(&value));
    text_add(out, "\n");
    text_free(&name);
    text_free(&value);
}

/* Percent of the effort that is the lever's */
static double
share_of(const struct solve *s, size_t lever)
{
    const struct plan_lever *l = &s->lever[lever];
    const double part = l->weight * s->together.change[lever] / (l->high - l->low);

    return s->together.effort > 0 ? 100 * part * part / s->together.effort : 0;
}

static void
print_together(struct text *out, const struct solve_report *r)
{
    const struct solution *x = &r->solve->together;
    char number[NUMBER_SHOWN];
    struct text name = { 0 };
    struct table table;

    table_init(&table, "lrrrrl", RANGE);
    heading(&table, r, WORD_solve_together, WORD_solve_effort);
    for (size_t k = 0; k < r->solve->levers; k++) {
        const size_t row = table_row(&table);
        struct text cell = { 0 };

        value_cells(&table, row, r, k, x);
        text_print(&cell, "%s%%", number_shown(number, share_of(r->solve, k), 0, r->language));
        set(&table, row, ANSWER, &cell);
    }
    table_draw(out, &table, 0, r->width, r->ambiguous);
    table_free(&table);
    if (r->solve->goal.count < 2)
        return;
    target_subject(&name, r->base, &r->solve->plan->target[x->binding], r->language);
    fill(out, r, WORD_solve_binds, text_of(&name));
    text_add(out, "\n");
    text_free(&name);
}

void
solve_print_together(struct text *out, const struct solve_report *r)
{
    if (r->solve->levers < 2)
        return;
    text_add(out, "\n");
    if (r->solve->together.answer == SOLVE_UNTRIED)
        text_print(out, "%s\n", word_in(r->language, WORD_solve_without_nlopt));
    else if (r->solve->together.answer == SOLVE_NONE)
        print_none_together(out, r);
    else
        print_together(out, r);
}
