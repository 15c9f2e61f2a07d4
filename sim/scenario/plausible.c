/* Ranges outside which figures that targets imply together are pointed out. */
#include <math.h>
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"
#include "scenario/value.h"

static const double otherwise[PLAUSIBLES][2] = {
    [PLAUSIBLE_POPULATION] = { -1, 0.5 }, [PLAUSIBLE_MOVERS] = { 0, 4 },    [PLAUSIBLE_REST] = { -2, 12 },
    [PLAUSIBLE_SUM] = { -2, 2 },          [PLAUSIBLE_INFLOW] = { -10, 15 },
};

static void
read_range(struct check *c, struct node *n, const struct setting *row, double *low, double *high)
{
    double pair[2];

    if (!value_pair(c, n, row, pair))
        return;
    if (!(pair[0] < pair[1]))
        complain(c, n->place, WORD_plausible_order, row->key, node_quote(c->arena, n));
    *low = pair[0];
    *high = pair[1];
}

void
check_plausible(struct check *c)
{
    static const enum row_use use[PLAUSIBLE_SETTINGS] = {
        [PLAUSIBLE_POPULATION] = ROW_ELSEWHERE, [PLAUSIBLE_MOVERS] = ROW_ELSEWHERE, [PLAUSIBLE_REST] = ROW_ELSEWHERE,
        [PLAUSIBLE_SUM] = ROW_ELSEWHERE,        [PLAUSIBLE_INFLOW] = ROW_ELSEWHERE, [PLAUSIBLE_SAVING] = ROW_USED,
    };
    struct node *group = group_child(c, c->root, "plausible");
    struct plan_plausible *p = &c->plan->plausible;
    const struct node *saving;

    for (int i = 0; i < PLAUSIBLES; i++) {
        struct node *n = node_child(group, plausible_settings.rows[i].key);

        p->low[i] = otherwise[i][0];
        p->high[i] = otherwise[i][1];
        if (n)
            read_range(c, n, &plausible_settings.rows[i], &p->low[i], &p->high[i]);
    }
    p->saving = NAN;
    if (!group)
        return;
    group_unknown(c, group, &plausible_settings, NULL);
    group_read(c, group, &plausible_settings, use, "plausible", NULL);
    saving = node_child(group, plausible_settings.rows[PLAUSIBLE_SAVING].key);
    if (saving && node_is_number(saving))
        p->saving = saving->number;
}
