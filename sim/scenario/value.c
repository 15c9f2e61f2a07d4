#include "scenario/value.h"
#include <math.h>
#include <string.h>
#include "scenario/unit.h"

void
value_wrong(struct check *c, struct node *n, const char *key, const char *expected)
{
    if (n->kind != NODE_WRONG)
        complain(c, n->place, WORD_wrong_type, key, expected, node_quote(c->arena, n));
    n->kind = NODE_WRONG;
}

/* A string with a number and perhaps a unit becomes a plain number. */
static void
convert(struct check *c, struct node *n, const char *key, enum unit unit)
{
    const char *written;
    double x;

    switch (unit_read(n->text, unit, &x, &written)) {
    case UNIT_READ:
        n->kind = NODE_FLOAT;
        n->number = x;
        break;
    case UNIT_NO_NUMBER: value_wrong(c, n, key, WORD_ARGUMENT(a_number)); break;
    case UNIT_OTHER: complain(c, n->place, WORD_wrong_unit, key, unit_word(unit), written); n->kind = NODE_WRONG;
    }
}

bool
value_number(struct check *c, struct node *n, const char *key, enum unit unit, double *x)
{
    if (n->kind == NODE_STRING)
        convert(c, n, key, unit);
    else if (!node_is_number(n))
        value_wrong(c, n, key, WORD_ARGUMENT(a_number));
    *x = n->number;
    return n->kind != NODE_WRONG;
}

static bool
has_range(const struct setting *row)
{
    return row->min != 0 || row->max != 0;
}

static bool
inside(const struct setting *row, double x)
{
    const bool above = row->above_min ? x > row->min : x >= row->min;
    const bool below = row->below_max ? x < row->max : x <= row->max;

    return above && below;
}

static void
complain_of_range(struct check *c, const struct node *n, const struct setting *row)
{
    static const enum word word[2][2] = {
        { WORD_out_of_range, WORD_out_of_range_below },
        { WORD_out_of_range_above, WORD_out_of_range_between },
    };
    char value[TEXT_NUMBER], min[TEXT_NUMBER], max[TEXT_NUMBER];

    complain(c, n->place, word[row->above_min][row->below_max], row->key, text_number(value, n->number),
             text_number(min, row->min), text_number(max, row->max), unit_word(row->unit));
}

static void
warn_of_unusual(struct check *c, const struct node *n, const struct setting *row)
{
    const struct node *historical = node_child(c->root, "historical");
    char value[TEXT_NUMBER], low[TEXT_NUMBER], high[TEXT_NUMBER];

    if (!historical || historical->kind != NODE_BOOL || !historical->flag)
        warn(c, n->place, WORD_unusual, row->key, text_number(value, n->number), text_number(low, row->low),
             text_number(high, row->high), unit_word(row->unit));
}

bool
value_in_range(struct check *c, struct node *n, const struct setting *row, double *x)
{
    if (!value_number(c, n, row->key, row->unit, x))
        return false;
    if (has_range(row) && !inside(row, *x)) {
        complain_of_range(c, n, row);
        n->kind = NODE_WRONG;
        return false;
    }
    if (n->place.file && (row->low != 0 || row->high != 0) && !(*x >= row->low && *x <= row->high))
        warn_of_unusual(c, n, row);
    return true;
}

#define YEAR_FIRST 1000
#define YEAR_LAST 9999

bool
value_year(struct check *c, struct node *n, const char *key, int *year)
{
    if (n->kind != NODE_INT || n->whole < YEAR_FIRST || n->whole > YEAR_LAST)
        value_wrong(c, n, key, WORD_ARGUMENT(a_year));
    else
        *year = (int) n->whole;
    return n->kind != NODE_WRONG;
}

const char *
value_text(struct check *c, struct node *n, const char *key)
{
    if (n->kind != NODE_STRING)
        value_wrong(c, n, key, WORD_ARGUMENT(a_text));
    return n->kind == NODE_STRING ? n->text : NULL;
}

bool
value_flag(struct check *c, struct node *n, const char *key, bool *flag)
{
    if (n->kind != NODE_BOOL)
        value_wrong(c, n, key, WORD_ARGUMENT(a_flag));
    *flag = n->flag;
    return n->kind != NODE_WRONG;
}

/* "mean|end" as "mean", "end" */
static const char *
quoted_choices(struct arena *arena, const char *choices)
{
    struct text t = { 0 };
    const char *copy;

    for (const char *at = choices; *at; at++)
        if (*at == '|')
            text_add(&t, "\", \"");
        else
            text_add_bytes(&t, at, 1);
    copy = arena_print(arena, "\"%s\"", text_of(&t));
    text_free(&t);
    return copy;
}

int
value_choice(struct check *c, struct node *n, const struct setting *row)
{
    const char *at = row->choices;

    if (n->kind == NODE_STRING)
        for (int i = 0; *at; i++) {
            const size_t length = strcspn(at, "|");

            if (strlen(n->text) == length && memcmp(at, n->text, length) == 0)
                return i;
            at += length + (at[length] == '|');
        }
    if (n->kind != NODE_WRONG)
        complain(c, n->place, WORD_wrong_choice, row->key, quoted_choices(c->arena, row->choices),
                 node_quote(c->arena, n));
    n->kind = NODE_WRONG;
    return -1;
}

const char *
value_file(struct check *c, struct node *n, const char *key)
{
    if (n->kind != NODE_STRING || n->text[0] == '\0')
        value_wrong(c, n, key, WORD_ARGUMENT(a_file));
    if (n->kind == NODE_WRONG)
        return NULL;
    n->is_path = true;
    return path_join(c->arena, n->folder, n->text);
}

/* One (year, value) of a path; years rise strictly. */
static bool
read_point(struct check *c, struct node *point, const struct setting *row, int *year, double *x)
{
    const int before = *year;

    if (point->kind != NODE_LIST || point->count != 2) {
        value_wrong(c, point, row->key, WORD_ARGUMENT(a_point));
        return false;
    }
    if (!value_year(c, point->first, row->key, year) || !value_in_range(c, point->last, row, x))
        return false;
    if (*year <= before) {
        complain(c, point->place, WORD_years_not_rising, row->key, node_quote(c->arena, point->first));
        return false;
    }
    return true;
}

static double
between(int year, int year0, double x0, int year1, double x1)
{
    if (year >= year1)
        return x1;
    return x0 + (x1 - x0) * (year - year0) / (year1 - year0);
}

static bool
read_path(struct check *c, struct node *n, const struct setting *row, int start, double *values, size_t years)
{
    bool ok = true;
    int year = 0;
    double x = 0;

    for (struct node *point = n->first; point; point = point->next) {
        const int year0 = year;
        const double x0 = x;

        if (!read_point(c, point, row, &year, &x)) {
            ok = false;
            continue;
        }
        for (size_t t = 0; t < years && ok; t++)
            if (point == n->first || start + (int) t > year0)
                values[t] = point == n->first ? x : between(start + (int) t, year0, x0, year, x);
    }
    return ok;
}

bool
value_lever(struct check *c, struct node *n, const struct setting *row, int start, double *values, size_t years)
{
    double x;

    if (n->kind == NODE_LIST && n->count > 0 && (n->first->kind == NODE_LIST || n->first->kind == NODE_WRONG))
        return read_path(c, n, row, start, values, years);
    if (n->kind == NODE_LIST || n->kind == NODE_GROUP || n->kind == NODE_BOOL) {
        value_wrong(c, n, row->key, WORD_ARGUMENT(a_lever));
        return false;
    }
    if (!value_in_range(c, n, row, &x))
        return false;
    for (size_t t = 0; t < years; t++)
        values[t] = x;
    return true;
}

bool
value_pair(struct check *c, struct node *n, const struct setting *row, double pair[2])
{
    bool first, second;

    if (n->kind != NODE_LIST || n->count != 2) {
        value_wrong(c, n, row->key, WORD_ARGUMENT(a_pair));
        return false;
    }
    first = value_in_range(c, n->first, row, &pair[0]);
    second = value_in_range(c, n->last, row, &pair[1]); /* both complain */
    return first && second;
}
