/* Targets and steps: a trajectory judged (docs/model.md, targets). */
#ifndef ANALYSIS_TARGET_H
#define ANALYSIS_TARGET_H

#include "engine/run.h"

enum verdict { MISSED, WITHIN_TOLERANCE, MET };

struct judgement {
    const struct plan_target *target;
    double wanted, projected; /* what is compared, in the unit of the judged value */
    double margin;            /* positive is good */
    double margin_percent;    /* of |wanted|; NaN where that is 0 */
    enum verdict verdict;
    int first_year;         /* 0: not within the horizon */
    double required_growth; /* percent a year, or points or places a year; NaN where undefined */
    bool required_in_points;
};

struct step_judgement {
    const struct plan_step *step;
    size_t targets, met, within; /* that count; within: of those met, by tolerance only */
    enum verdict verdict;        /* MET, WITHIN_TOLERANCE (all, some by tolerance), MISSED */
    size_t binding; /* target furthest from being met: by verdict, then by margin in percent; or PLAN_NONE */
};

struct judgements {
    size_t targets, steps;
    struct judgement *target; /* in the plan's order */
    struct step_judgement *step;
};

/* What the target judges, in any year: the value itself, a difference, a ratio or a change. NaN where there is none */
double target_value(const struct trajectory *t, const struct plan_target *g, int year);

/* Fails with FAILED_INPUT where a target has no value to judge. */
enum status targets_judge(struct judgements *out, const struct trajectory *t, struct error *err);
void judgements_free(struct judgements *j);

/* One target's margin, positive is good, and what is wanted; NaN where there is nothing to judge. */
double target_wanted(const struct trajectory *t, const struct plan_target *g);
double target_margin(const struct trajectory *t, const struct plan_target *g);
bool target_holds(const struct plan_target *g, double margin);

/* Whether a is further from being met than b: by verdict, then by margin in percent. */
bool judgement_worse(const struct judgement *a, const struct judgement *b);

#endif
