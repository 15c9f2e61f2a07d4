#include "report/chart_steps.h"

#include "report/results.h"

struct chart_step_count
chart_count_steps(const struct judgements *all)
{
    struct chart_step_count n = { 0, 0 };

    for (size_t i = 0; i < all->steps; i++) {
        n.judged += all->step[i].targets > 0;
        n.met += all->step[i].targets > 0 && all->step[i].verdict != MISSED;
    }
    return n;
}

static bool
binds(const struct judgements *all, const struct judgement *j)
{
    for (size_t i = 0; i < all->steps; i++)
        if (all->step[i].binding != PLAN_NONE && &all->target[all->step[i].binding] == j)
            return true;
    return false;
}

void
chart_target_row(struct text *out, const struct chart_input *in, const struct judgement *j)
{
    const struct plan_target *g = j->target;

    csv_add_field(out, g->step == PLAN_NONE ? "" : in->plan->step[g->step].key);
    text_add(out, ",");
    csv_add_field(out, g->key);
    text_print(out, ",%d,%s,%s,", g->year, g->counts ? "yes" : "no", binds(in->judgements, j) ? "yes" : "no");
    csv_add_number(out, j->wanted);
    text_add(out, ",");
    csv_add_number(out, j->projected);
    text_add(out, ",");
    csv_add_number(out, j->margin);
    text_add(out, ",");
    csv_add_number(out, j->margin_percent);
    text_print(out, ",%s", verdict_name(j->verdict));
    if (in->drawn) {
        text_add(out, ",");
        csv_add_number(out, in->drawn->ensemble->target[j - in->judgements->target].probability);
    }
    text_add(out, "\n");
}
