/* What must hold between settings in each draw, where a draw touches one of them. */
#include <math.h>
#include <stdlib.h>
#include "analysis/draws.h"
#include "models/convergence.h"
#include "models/production.h"
#include "models/urbanization.h"

enum rule_kind { SUM_BELOW_1, SUM_AT_MOST_1, FIRST_BELOW, FIRST_NOT_BELOW };

struct draw_rule {
    enum rule_kind kind;
    const char *why; /* an argument of a sentence */
    size_t a, b;     /* entries */
    const double *factor[2], *shift[2];
};

static void
add(struct draws *d, const struct variates *v, const struct plan_group *g, size_t row_a, size_t row_b,
    struct draw_rule rule)
{
    if (!g->table || g->entry[row_a] == PLAN_NONE || g->entry[row_b] == PLAN_NONE)
        return;
    rule.a = g->entry[row_a];
    rule.b = g->entry[row_b];
    for (int i = 0; i < 2; i++) {
        rule.factor[i] = variates_factor(v, i ? rule.b : rule.a);
        rule.shift[i] = variates_shift(v, i ? rule.b : rule.a);
    }
    if (rule.factor[0] != lanes_ones || rule.factor[1] != lanes_ones)
        d->rule[d->rules++] = rule;
}

static void
add_region(struct draws *d, const struct variates *v, const struct plan_region *r)
{
    add(d, v, &r->group[GROUP_URBANIZATION], URBANIZATION_SHARE, URBANIZATION_CEILING,
        (struct draw_rule) { .kind = FIRST_BELOW, .why = WORD_ARGUMENT(rule_ceiling) });
    add(d, v, &r->group[GROUP_CONVERGENCE], CONVERGENCE_SHARE_PRIMARY, CONVERGENCE_SHARE_TERTIARY,
        (struct draw_rule) { .kind = SUM_AT_MOST_1, .why = WORD_ARGUMENT(rule_shares) });
    for (size_t s = 0; s < r->sectors; s++) {
        add(d, v, &r->sector[s].settings, SECTOR_CAPITAL_SHARE, SECTOR_FIXED_SHARE,
            (struct draw_rule) { .kind = SUM_BELOW_1, .why = WORD_ARGUMENT(rule_labour) });
        add(d, v, &r->sector[s].settings, SECTOR_CAPACITY, SECTOR_VALUE_ADDED,
            (struct draw_rule) { .kind = FIRST_NOT_BELOW, .why = WORD_ARGUMENT(rule_capacity) });
    }
}

void
draws_rules_init(struct draws *d, const struct variates *v)
{
    size_t most = 0;

    for (size_t r = 0; r < d->plan->regions; r++)
        most += 2 + 2 * d->plan->region[r].sectors;
    d->rule = memory_new(most + 1, sizeof *d->rule);
    for (size_t r = 0; r < d->plan->regions; r++)
        add_region(d, v, &d->plan->region[r]);
    for (size_t k = 0; k < d->plan->modernization.count; k++)
        d->weights_drawn |= variates_factor(v, d->plan->modernization.weight[k]) != lanes_ones;
}

static double
value_of(const struct draws *d, const struct draw_rule *x, int i, size_t lane)
{
    const struct plan_entry *e = &d->plan->entry[i ? x->b : x->a];

    return d->plan->value[e->offset] * x->factor[i][lane] + x->shift[i][lane];
}

static bool
holds(enum rule_kind kind, double a, double b)
{
    switch (kind) {
    case SUM_BELOW_1: return a + b < 1;
    case SUM_AT_MOST_1: return a + b <= 1;
    case FIRST_BELOW: return a < b;
    case FIRST_NOT_BELOW: return a >= b;
    }
    return true;
}

static enum status
complain(const struct draws *d, const struct draw_rule *x, uint64_t draw, double a, double b, struct error *err)
{
    const struct plan_entry *first = &d->plan->entry[x->a], *second = &d->plan->entry[x->b];
    char number[TEXT_NUMBER], value[2][TEXT_NUMBER];

    text_number(value[0], round(a / unit_scale(first->setting->unit) * 1e6) / 1e6);
    text_number(value[1], round(b / unit_scale(second->setting->unit) * 1e6) / 1e6);
    return error_add(err, FAILED_INPUT, first->place, WORD_draw_breaks_rule, text_number(number, (double) draw),
                     first->key, value[0], second->key, value[1], x->why);
}

/* What a scenario's weights may be off 1 */
#define WEIGHTS_OFF 0.001

static enum status
check_weights(const struct draws *d, const struct variates *v, uint64_t block, const bool *counted, struct error *err)
{
    const struct plan *p = d->plan;
    lanes sum = { 0 };

    for (size_t k = 0; k < p->modernization.count; k++) {
        const size_t entry = p->modernization.weight[k];
        const double *factor = variates_factor(v, entry), *shift = variates_shift(v, entry);

        EACH_LANE(l)
            sum[l] += p->value[p->entry[entry].offset] * factor[l] + shift[l];
    }
    for (size_t l = 0; l < LANES; l++)
        if (counted[l] && !(fabs(sum[l] - 1) <= WEIGHTS_OFF)) {
            char number[TEXT_NUMBER], value[TEXT_NUMBER];

            return error_add(err, FAILED_INPUT, p->entry[p->modernization.weight[0]].place, WORD_draw_weights,
                             text_number(number, (double) (block * LANES + l)), text_number(value, sum[l]));
        }
    return OK;
}

enum status
draws_rules_check(const struct draws *d, const struct variates *v, uint64_t block, const bool *counted,
                  struct error *err)
{
    for (size_t i = 0; i < d->rules; i++)
        for (size_t l = 0; l < LANES; l++) {
            const double a = value_of(d, &d->rule[i], 0, l), b = value_of(d, &d->rule[i], 1, l);

            if (counted[l] && !holds(d->rule[i].kind, a, b))
                return complain(d, &d->rule[i], block * LANES + l, a, b, err);
        }
    return d->weights_drawn ? check_weights(d, v, block, counted, err) : OK;
}
