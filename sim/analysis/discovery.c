#include "analysis/discovery.h"
#include <stdlib.h>

/* What the ensemble drew and which steps it met */
struct drawn {
    const struct plan *plan;
    uint64_t draws;
    double *amount; /* [uncertains][draws] */
    bool *failed;   /* [steps][draws] */
};

static bool
has_targets(const struct plan *p, size_t step)
{
    for (size_t i = 0; i < p->targets; i++)
        if (p->target[i].step == step && p->target[i].counts)
            return true;
    return false;
}

static bool
step_fails(const struct plan *p, size_t step, const struct ensemble_kept *kept, size_t draw)
{
    for (size_t i = 0; i < p->targets; i++)
        if (p->target[i].step == step && p->target[i].counts && !kept->met[i * kept->stride + draw])
            return true;
    return false;
}

static enum status
collect(void *arg, const struct ensemble_kept *kept, struct error *err)
{
    struct drawn *d = arg;
    const struct plan *p = d->plan;

    (void) err;
    for (size_t i = 0; i < kept->count; i++) {
        const uint64_t draw = kept->first + i;

        for (size_t u = 0; u < p->uncertains; u++)
            d->amount[u * d->draws + draw] = kept->setting[u * kept->stride + i];
        for (size_t s = 0; s < p->steps; s++)
            d->failed[s * d->draws + draw] = step_fails(p, s, kept, i);
    }
    return OK;
}

static enum status
draw_all(struct drawn *d, const struct discovery_question *q, struct error *err)
{
    const struct ensemble_options o = {
        .seed = q->seed,
        .draws = q->draws,
        .threads = q->threads,
        .no_quantiles = true,
        .sink = collect,
        .sink_arg = d,
        .progress = q->progress,
        .progress_arg = q->progress_arg,
    };
    struct ensemble e = { 0 };
    enum status rc = ensemble_run(&e, q->plan, &o, err);

    ensemble_free(&e);
    return rc;
}

/* The cases are the draws that fail or, where those are nearly all, the others. */
static void
describe(struct discovery_step *s, const struct drawn *d, size_t step)
{
    bool *is_case = &d->failed[step * d->draws];
    size_t failed = 0;

    for (size_t i = 0; i < d->draws; i++)
        failed += is_case[i];
    *s = (struct discovery_step) { .step = step, .failed = (double) failed / (double) d->draws, .cases = failed };
    s->of_met = s->failed > DISCOVERY_NEARLY_ALL;
    if (s->of_met) {
        s->cases = d->draws - failed;
        for (size_t i = 0; i < d->draws; i++)
            is_case[i] = !is_case[i];
    }
    if (s->cases >= DISCOVERY_CASES)
        s->box = prim_boxes(&s->boxes, &(struct prim_data) { d->draws, d->plan->uncertains, d->amount, is_case },
                            &prim_usual);
}

enum status
discover(struct discovery *out, const struct discovery_question *q, struct error *err)
{
    const struct plan *p = q->plan;
    struct drawn d = { .plan = p, .draws = q->draws };
    enum status rc;

    *out = (struct discovery) { .draws = q->draws, .inputs = p->uncertains };
    if (!p->uncertains)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_nothing_uncertain, p->name);
    d.amount = memory_new(p->uncertains * d.draws + 1, sizeof *d.amount);
    d.failed = memory_new(p->steps * d.draws + 1, sizeof *d.failed);
    out->step = memory_new(p->steps + 1, sizeof *out->step);
    rc = draw_all(&d, q, err);
    for (size_t s = 0; s < p->steps && !rc; s++)
        if (has_targets(p, s) && (q->step == PLAN_NONE || q->step == s))
            describe(&out->step[out->steps++], &d, s);
    free(d.amount);
    free(d.failed);
    return rc;
}

void
discovery_free(struct discovery *d)
{
    for (size_t i = 0; i < d->steps; i++)
        if (d->step[i].box)
            prim_free(d->step[i].box, d->step[i].boxes);
    free(d->step);
    *d = (struct discovery) { 0 };
}
