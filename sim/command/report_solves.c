#include "command/report_solves.h"
#include <stdlib.h>
#include "base/memory.h"
#include "command/interrupt.h"

static size_t
missed(const struct judgements *all)
{
    size_t count = 0;

    for (size_t i = 0; i < all->targets; i++)
        count += all->target[i].verdict == MISSED;
    return count;
}

static enum status
solve_one(struct lever_answer *out, const struct job *job, size_t target, struct error *err)
{
    const struct plan *p = &job->scenario.plan;
    const size_t levers = p->levers < SOLVE_LEVERS ? p->levers : SOLVE_LEVERS;
    const enum status rc = solve(&out->solve, &job->trajectory, &target, 1, p->lever, levers, err);

    out->judgement = &job->judgements.target[target];
    out->failed = rc != OK;
    return rc;
}

enum status
solves_work_out(struct lever_answers *out, const struct job *job, struct error *err)
{
    const struct judgements *all = &job->judgements;
    enum status worst = OK;

    out->levers = job->scenario.plan.levers;
    out->missed = missed(all);
    out->answer = memory_new(out->missed + 1, sizeof *out->answer);
    for (size_t i = 0; out->levers && i < all->targets; i++) {
        if (interrupted)
            return INTERRUPTED;
        if (all->target[i].verdict == MISSED && solve_one(&out->answer[out->count++], job, i, err))
            worst = FAILED_WORK;
    }
    return worst;
}

void
solves_free(struct lever_answers *s)
{
    for (size_t i = 0; i < s->count; i++)
        solve_free(&s->answer[i].solve);
    free(s->answer);
    *s = (struct lever_answers) { 0 };
}
