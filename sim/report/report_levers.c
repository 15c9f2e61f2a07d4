/* The report on levers: what is solved, as facts of sentences and as tables. */
#include "report/report_levers.h"
#include <math.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/report_facts.h"
#include "report/report_levers_parts.h"

struct solve_report
lever_solved(const struct report *r, const struct lever_answer *x)
{
    return (struct solve_report) {
        .scenario = r->base,
        .base = r->all.base.trajectory,
        .judgements = r->all.base.judgements,
        .solve = &x->solve,
        .language = r->all.base.language,
    };
}

/* ---- facts */

const char *
lever_reached(struct arena *a, const struct solve_report *s, const struct solution *x)
{
    struct judgements all = { 0 };
    struct error ignored = { 0 };
    struct text said = { 0 };
    const char *kept = "";

    if (!targets_judge(&all, &x->trajectory, &ignored)) {
        const struct judgement *j = &all.target[x->binding];

        amount_phrase(&said, j->projected, plan_target_unit(j->target), target_decimals(j->target), s->language);
        kept = arena_text(a, text_of(&said));
    }
    judgements_free(&all);
    error_free(&ignored);
    text_free(&said);
    return kept;
}

static const char *
lever_amount(struct arena *a, const struct solve_report *s, size_t lever, double x)
{
    const enum unit unit = s->solve->plan->entry[s->solve->lever[lever].entry].setting->unit;
    struct text said = { 0 };
    const char *kept;

    amount_phrase(&said, x / unit_scale(unit), unit, solve_lever_decimals(unit), s->language);
    kept = arena_text(a, text_of(&said));
    text_free(&said);
    return kept;
}

static struct lever_move
move_of(struct arena *a, const struct solve_report *s, size_t lever, const struct solution *x)
{
    const double now = solve_value(s->solve->plan, &s->solve->lever[lever], s->solve->goal.year);

    return (struct lever_move) { solve_lever_name(s, lever), lever_amount(a, s, lever, now),
                                 lever_amount(a, s, lever, now + x->change[lever]) };
}

/* Of two levers alone: one that does, then the one that costs less or comes closer */
static bool
is_better(const struct solve *s, const struct solution *x, const struct solution *than)
{
    if (solution_found(x) != solution_found(than))
        return solution_found(x);
    if (solution_found(x))
        return x->effort < than->effort;
    if ((x->answer == SOLVE_FLAT) != (than->answer == SOLVE_FLAT))
        return than->answer == SOLVE_FLAT;
    return goal_value(&s->goal, &x->trajectory, NULL) > goal_value(&s->goal, &than->trajectory, NULL);
}

static size_t
best_alone(const struct solve *s)
{
    size_t best = 0;

    for (size_t k = 1; k < s->levers; k++)
        if (is_better(s, &s->alone[k], &s->alone[best]))
            best = k;
    return best;
}

/* In the lever's range, weighed as the effort is */
static double
part_of(const struct solve *s, size_t lever)
{
    const struct plan_lever *l = &s->lever[lever];

    return fabs(l->weight * s->together.change[lever] / (l->high - l->low));
}

static void
add_moves(struct lever_fact *f, struct arena *a, const struct solve_report *s)
{
    bool named[SOLVE_LEVERS] = { false };

    for (f->moves = 0; f->moves < MOVES; f->moves++) {
        size_t most = SOLVE_LEVERS;

        for (size_t k = 0; k < s->solve->levers; k++)
            if (!named[k] && s->solve->together.change[k] != 0
                && (most == SOLVE_LEVERS || part_of(s->solve, k) > part_of(s->solve, most)))
                most = k;
        if (most == SOLVE_LEVERS)
            return;
        named[most] = true;
        f->move[f->moves] = move_of(a, s, most, &s->solve->together);
    }
}

static struct lever_meaning
meaning_for(const struct solve_report *s, const struct solution *x)
{
    struct meaning m = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };

    if (solution_found(x) && s->solve->goal.year > s->base->plan->start)
        solution_meaning(&m, s, x);
    return (struct lever_meaning) { m.investment, m.migrants, m.growth, m.base_growth };
}

static void
add_solutions(struct lever_fact *f, struct arena *a, const struct solve_report *s)
{
    const struct solve *solve = s->solve;
    const size_t best = best_alone(solve);

    f->alone = solve->alone[best].answer;
    if (f->alone == SOLVE_MET)
        return;
    f->best = move_of(a, s, best, &solve->alone[best]);
    f->reached = lever_reached(a, s, &solve->alone[best]);
    for (size_t k = 0; k < solve->levers; k++)
        f->others += k != best && solution_found(&solve->alone[k]);
    f->together = solve->together.answer;
    if (f->together == SOLVE_NONE)
        f->reached_together = lever_reached(a, s, &solve->together);
    else if (solution_found(&solve->together))
        add_moves(f, a, s);
    f->meaning = meaning_for(s, solution_found(&solve->alone[best]) ? &solve->alone[best] : &solve->together);
}

static void
add_sentences(struct page *p, const struct report *r)
{
    struct text lines = { 0 };
    struct arena a = { 0 };

    for (size_t i = 0; i < r->levers->count; i++) {
        const struct lever_answer *x = &r->levers->answer[i];
        const struct solve_report s = lever_solved(r, x);
        struct lever_fact f = { .subject = target_as_wanted(&a, r, x->judgement),
                                .year = x->judgement->target->year,
                                .failed = x->failed };

        if (!x->failed)
            add_solutions(&f, &a, &s);
        sentence_levers(&lines, &f, p->language);
        text_add(&lines, "\n");
    }
    page_list(p, NULL, text_of(&lines));
    text_free(&lines);
    arena_free(&a);
}

/* ---- the part */

void
report_levers(struct page *p, const struct report *r)
{
    char all[TEXT_NUMBER], first[TEXT_NUMBER];
    struct text note = { 0 };

    page_subsection(p, word_in(p->language, WORD_levers_title));
    if (!r->levers->missed || !r->levers->levers) {
        page_word(p, r->levers->missed ? WORD_levers_no_list : WORD_levers_all_met);
        return;
    }
    add_sentences(p, r);
    report_levers_tables(p, r);
    if (r->levers->levers > SOLVE_LEVERS) {
        report_fill(&note, r, WORD_levers_first_of, text_number(all, (double) r->levers->levers),
                    text_number(first, SOLVE_LEVERS), NULL, NULL);
        page_paragraph(p, "note", text_of(&note));
    }
    text_free(&note);
}
