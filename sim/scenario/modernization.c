/* The modernization index: its cap and weights. */
#include "models/modernization.h"
#include <math.h>
#include "models/indicator.h"
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/reach.h"
#include "scenario/value.h"

#define WEIGHTS_OFF 0.001 /* by which the weights may miss 1 */

static const char *const others[] = { "weights", NULL };

/* Home, benchmark and comparators must all report what the index weighs, in the base year too. */
static bool
is_comparable(struct check *c, const struct node *n, size_t indicator)
{
    const struct plan *p = c->plan;
    const enum indicator_source source = indicators[indicator].source;

    if (source != FROM_RECORD || indicators[indicator].from_second_year) {
        complain(c, n->place, source == FROM_RECORD ? WORD_index_without_base_year : WORD_index_of_index, n->name);
        return false;
    }
    if (c->unclear || p->home == PLAN_NONE || p->benchmark == PLAN_NONE)
        return true;
    for (size_t i = 0; i < p->comparators + 2; i++) {
        const size_t r = i == 0 ? p->home : i == 1 ? p->benchmark : p->comparator[i - 2];

        if (!reach_has(p, r, indicator)) {
            complain(c, n->place, WORD_indicator_not_reported, p->region[r].key, n->name);
            return false;
        }
    }
    return true;
}

static void
read_weight(struct check *c, struct node *n, double *sum)
{
    struct plan_modernization *m = &c->plan->modernization;
    struct node name = *n; /* the name of the weight is what has to be an indicator */
    struct reach found;
    double weight;

    name.kind = NODE_STRING;
    name.text = n->name;
    found = reach_read(c, &name, n->name, PLAN_NONE);
    if (!value_in_range(c, n, &(struct setting) { .key = n->name, .unit = UNIT_NUMBER, .min = 0, .max = 1 }, &weight)) {
        *sum = NAN;
        c->unclear = true;
        return;
    }
    *sum += weight;
    if (found.indicator == PLAN_NONE || !is_comparable(c, n, found.indicator)) {
        c->unclear = true;
        return;
    }
    m->indicator[m->count] = found.indicator;
    m->weight[m->count] = plan_add(c->plan, arena_print(c->arena, "modernization.weights.%s", n->name),
                                   &modernization_weight, 1, n->place);
    *plan_values(c->plan, m->weight[m->count++]) = weight;
}

static void
read_weights(struct check *c, struct node *weights)
{
    struct plan_modernization *m = &c->plan->modernization;
    char text[TEXT_NUMBER];
    double sum = 0;

    m->indicator = arena_new(&c->plan->arena, weights->count + 1, sizeof *m->indicator);
    m->weight = arena_new(&c->plan->arena, weights->count + 1, sizeof *m->weight);
    for (struct node *n = weights->first; n; n = n->next)
        read_weight(c, n, &sum);
    if (fabs(sum - 1) > WEIGHTS_OFF)
        complain(c, weights->place, WORD_weights_sum,
                 text_number(text, round(sum * 1e9) / 1e9)); /* 0.1 + 0.2 is 0.3 to a reader */
}

void
check_modernization(struct check *c)
{
    struct node *group = group_child(c, c->root, "modernization");
    struct node *weights = group_child(c, group, "weights");
    struct plan_group read;

    if (!group)
        return;
    group_unknown(c, group, &modernization_settings, others);
    group_read(c, group, &modernization_settings, NULL, "modernization", &read);
    c->plan->modernization.cap = read.entry[MODERNIZATION_CAP];
    if (!weights) {
        if (!node_child(group, "weights") && !c->incomplete)
            complain(c, group->place, WORD_missing_setting, "modernization.weights",
                     phrase_of(c->arena, modernization_weight.meaning));
        return;
    }
    if (!node_child(c->root, "benchmark") && !c->incomplete)
        complain(c, group->place, WORD_needs_benchmark, "modernization");
    read_weights(c, weights);
}
