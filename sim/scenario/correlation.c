/* Correlations between draws: who they join, and whether all of them can hold at once. */
#include <math.h>
#include <stdlib.h>
#include "base/cholesky.h"
#include "scenario/parts.h"
#include "scenario/value.h"

/* The draw that moves the entry; PLAN_NONE where none does */
static size_t
draw_of(const struct plan *p, size_t entry)
{
    for (size_t i = 0; i < p->uncertains; i++)
        for (size_t k = 0; k < p->uncertain[i].entries; k++)
            if (p->uncertain[i].entry[k] == entry)
                return i;
    return PLAN_NONE;
}

/* A setting that is drawn; PLAN_NONE after a complaint. Where a draw was refused, that has been said. */
static size_t
read_drawn(struct check *c, struct node *n)
{
    const size_t before = error_count(c->err), entry = find_number(c, n, "correlations");
    const size_t draw = entry == PLAN_NONE ? PLAN_NONE : draw_of(c->plan, entry);

    if (entry != PLAN_NONE && draw == PLAN_NONE && before == 0)
        complain(c, n->place, WORD_not_drawn, n->text);
    return draw;
}

static bool
is_joined(const struct plan *p, size_t a, size_t b)
{
    for (size_t i = 0; i < p->correlations; i++)
        if ((p->correlation[i].a == a && p->correlation[i].b == b)
            || (p->correlation[i].a == b && p->correlation[i].b == a))
            return true;
    return false;
}

/* ("key", "key", number) */
static void
read_correlation(struct check *c, struct node *n)
{
    static const struct setting row = {
        .key = "correlations", .unit = UNIT_NUMBER, .min = -1, .max = 1, .above_min = true, .below_max = true
    };
    const size_t a = read_drawn(c, n->first), b = read_drawn(c, n->first->next);
    double value;

    if (!value_in_range(c, n->last, &row, &value) || a == PLAN_NONE || b == PLAN_NONE)
        return;
    if (a == b)
        complain(c, n->place, WORD_correlated_with_itself, n->first->text, n->first->next->text);
    else if (is_joined(c->plan, a, b))
        complain(c, n->place, WORD_correlated_twice, n->first->text, n->first->next->text);
    else
        c->plan->correlation[c->plan->correlations++] = (struct plan_correlation) { a, b, value, n->place };
}

/* Whether all hold at once, the one of number `changed` being `value` instead */
static bool
can_hold(const struct plan *p, size_t changed, double value)
{
    const size_t n = p->uncertains;
    double *m = memory_new(n * n, sizeof *m);
    bool definite;

    for (size_t i = 0; i < n; i++)
        m[i * n + i] = 1;
    for (size_t i = 0; i < p->correlations; i++) {
        const struct plan_correlation *x = &p->correlation[i];

        m[x->a * n + x->b] = m[x->b * n + x->a] = i == changed ? value : x->value;
    }
    definite = cholesky(m, m, n);
    free(m);
    return definite;
}

#define HALVINGS 20

/* The value nearest to the one that was given with which the others can hold; NAN where there is none */
static double
nearest(const struct plan *p, size_t i)
{
    double good = 0, bad = p->correlation[i].value;

    if (!can_hold(p, i, 0))
        return NAN;
    for (int k = 0; k < HALVINGS; k++) {
        const double middle = 0.5 * (good + bad);

        if (can_hold(p, i, middle))
            good = middle;
        else
            bad = middle;
    }
    return good;
}

/* Names the pair that has to move least; where no single one can mend it, the last. */
static void
complain_of_correlations(struct check *c)
{
    const struct plan *p = c->plan;
    size_t worst = p->correlations - 1;
    double least = INFINITY, would_do = NAN;
    char given[TEXT_NUMBER], better[TEXT_NUMBER];
    const struct plan_correlation *x;

    for (size_t i = 0; i < p->correlations; i++) {
        const double value = nearest(p, i);

        if (fabs(value - p->correlation[i].value) < least) {
            least = fabs(value - p->correlation[i].value);
            would_do = value;
            worst = i;
        }
    }
    x = &p->correlation[worst];
    complain(c, x->place, isnan(would_do) ? WORD_not_positive_definite : WORD_not_positive_definite_but,
             p->entry[p->uncertain[x->a].entry[0]].key, p->entry[p->uncertain[x->b].entry[0]].key,
             text_number(given, x->value), text_number(better, trunc(would_do * 1e3) / 1e3));
}

void
check_correlations(struct check *c)
{
    struct node *list = node_child(c->root, "correlations");

    if (!is_list(c, list, "correlations", WORD_ARGUMENT(a_list_of_correlations)))
        return;
    c->plan->correlation = arena_new(&c->plan->arena, list->count + 1, sizeof *c->plan->correlation);
    for (struct node *n = list->first; n; n = n->next)
        if (n->kind != NODE_LIST || n->count != 3)
            value_wrong(c, n, "correlations", WORD_ARGUMENT(a_list_of_correlations));
        else
            read_correlation(c, n);
    if (c->plan->correlations && !can_hold(c->plan, PLAN_NONE, 0))
        complain_of_correlations(c);
}
