/* Drivers for programs: a row a draw, which its first setting's key names; `settings` share the draw. */
#include <math.h>
#include "report/driver_phrase.h"
#include "report/drivers_report.h"
#include "report/results.h"

static const struct plan *
plan_of(const struct drivers_report *r)
{
    return r->trajectory->plan;
}

static void
add_key(struct text *out, const struct plan *p, size_t uncertain)
{
    csv_add_field(out, p->entry[p->uncertain[uncertain].entry[0]].key);
}

static void
add_numbers(struct text *out, const double *x, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_add(out, ",");
        csv_add_number(out, isfinite(x[i]) ? x[i] : NAN);
    }
}

static void
end_row(struct text *out, const struct plan *p, size_t uncertain)
{
    text_print(out, ",%zu\n", p->uncertain[uncertain].entries);
}

void
drivers_sobol_csv(struct text *out, const struct drivers_report *r)
{
    text_add(out, "key,first_order,first_low,first_high,total,total_low,total_high,settings\n");
    for (size_t i = 0; i < plan_of(r)->uncertains; i++) {
        const size_t u = r->order[i];
        const struct sobol_index *x = &r->sobol[u];

        add_key(out, plan_of(r), u);
        add_numbers(out,
                    (const double[]) { x->first, x->first_low, x->first_high, x->total, x->total_low, x->total_high },
                    6);
        end_row(out, plan_of(r), u);
    }
}

void
drivers_morris_csv(struct text *out, const struct drivers_report *r)
{
    text_add(out, "key,mu_star,mu,sigma,settings\n");
    for (size_t i = 0; i < plan_of(r)->uncertains; i++) {
        const size_t u = r->order[i];
        const struct morris_effect *x = &r->morris[u];

        add_key(out, plan_of(r), u);
        add_numbers(out, (const double[]) { x->mu_star, x->mu, x->sigma }, 3);
        end_row(out, plan_of(r), u);
    }
}

void
drivers_tornado_csv(struct text *out, const struct drivers_report *r)
{
    text_add(out, "key,low,high,planned,low_setting,high_setting,settings\n");
    for (size_t i = 0; i < plan_of(r)->uncertains; i++) {
        const size_t u = r->order[i];
        const struct tornado_bar *x = &r->tornado[u];

        add_key(out, plan_of(r), u);
        add_numbers(out, (const double[]) { x->low, x->high, r->planned, x->low_setting, x->high_setting }, 5);
        end_row(out, plan_of(r), u);
    }
}

static void
box_row(struct text *out, const struct plan *p, const struct discovery_step *s, size_t box, size_t u)
{
    const struct prim_box *b = &s->box[box];
    const double low = b->low[u], high = b->high[u];

    csv_add_field(out, p->step[s->step].key);
    text_print(out, ",%s", s->of_met ? "met" : "failed");
    add_numbers(out, (const double[]) { s->of_met ? 1 - s->failed : s->failed }, 1);
    text_print(out, ",%zu", box + 1);
    add_numbers(out, (const double[]) { b->density, b->coverage }, 2);
    text_print(out, ",%zu,", b->inside);
    add_key(out, p, u);
    add_numbers(out,
                (const double[]) { low, high, isfinite(low) ? driver_value(p, u, low) : NAN,
                                   isfinite(high) ? driver_value(p, u, high) : NAN },
                4);
    end_row(out, p, u);
}

void
drivers_boxes_csv(struct text *out, const struct drivers_report *r)
{
    const struct discovery *d = r->discovery;

    text_add(out, "step,case,share,box,density,coverage,draws,key,low,high,low_value,high_value,settings\n");
    for (size_t i = 0; i < d->steps; i++)
        for (size_t k = 0; k < d->step[i].boxes; k++)
            for (size_t u = 0; u < d->inputs; u++)
                if (isfinite(d->step[i].box[k].low[u]) || isfinite(d->step[i].box[k].high[u]))
                    box_row(out, plan_of(r), &d->step[i], k, u);
}
