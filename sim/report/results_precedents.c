/* precedents.csv: each target held against each reference class. */
#include <math.h>
#include "report/results.h"

#define NEAREST 5

static void
head_cells(struct text *out, const struct feasible *f, const struct precedent *p, const struct trajectory *t)
{
    text_print(out, "%s,", f->judgement->target->key);
    csv_add_field(out, p->class->key);
    text_print(out, ",%s,%s,", indicators[p->class->indicator].key,
               p->class->over_nation ? t->plan->region[t->plan->benchmark].key : "");
    csv_add_number(out, p->needed);
    text_add(out, ",");
    csv_add_number(out, p->nation);
    text_print(out, ",%d,", p->years);
}

/* One span of the record, counted by itself */
static void
span_row(struct text *out, const struct feasible *f, const struct precedent *p, const struct plan_span *s,
         const struct trajectory *t)
{
    size_t reached = 0;

    for (size_t i = 0; i < s->members; i++)
        reached += s->member[i].excess >= p->excess;
    head_cells(out, f, p, t);
    text_print(out, "%d,%d,%zu,%zu,", s->from, s->to, s->members, reached);
    csv_add_number(out, 100 * (double) reached / (double) s->members);
    text_add(out, ",records,,,");
    csv_add_number(out, s->own.excess);
    text_add(out, ",\n");
}

/* "Chongqing 2010-2020 2.50; ..." */
static void
nearest_cell(struct text *out, const struct precedent *p)
{
    struct record_found found[NEAREST];
    const size_t count = precedent_nearest(found, NEAREST, p);
    struct text cell = { 0 };

    for (size_t i = 0; i < count; i++)
        text_print(&cell, "%s%s %d-%d %.2f", i ? "; " : "", found[i].member->name, found[i].span->from,
                   found[i].span->to, found[i].member->excess);
    csv_add_field(out, text_of(&cell));
    text_free(&cell);
}

/* All records of the span's length: what decides */
static void
all_row(struct text *out, const struct feasible *f, const struct precedent *p, const struct trajectory *t)
{
    head_cells(out, f, p, t);
    text_print(out, ",,%zu,%zu,", p->records, p->reached);
    csv_add_number(out, p->share);
    text_print(out, ",%s,", p->normal ? "normal" : "records");
    csv_add_number(out, p->mean);
    text_add(out, ",");
    csv_add_number(out, p->sd);
    text_add(out, ",,");
    nearest_cell(out, p);
    text_add(out, "\n");
}

void
results_precedents(struct text *out, const struct feasibles *f, const struct trajectory *t)
{
    text_add(out, "target,class,indicator,less,needed,nation,years,from,to,records,reached,share,method,mean,sd,own,"
                  "nearest\n");
    for (size_t i = 0; i < f->targets; i++)
        for (size_t k = 0; k < f->target[i].precedents; k++) {
            const struct precedent *p = &f->target[i].precedent[k];

            for (size_t s = 0; s < p->class->spans; s++)
                if (p->class->span[s].to - p->class->span[s].from == p->span)
                    span_row(out, &f->target[i], p, &p->class->span[s], t);
            all_row(out, &f->target[i], p, t);
        }
}
