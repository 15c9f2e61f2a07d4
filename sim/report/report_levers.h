/* What levers would have to do for targets that are missed: sentences, and tables of levers by targets. */
#ifndef REPORT_REPORT_LEVERS_H
#define REPORT_REPORT_LEVERS_H

#include "analysis/solve.h"
#include "base/words.h"

struct lever_answer {
    const struct judgement *judgement;
    struct solve solve; /* of that target alone */
    bool failed;        /* the solve did not converge: nothing is known */
};

struct lever_answers {
    size_t levers; /* that the scenario lists; where more than SOLVE_LEVERS, the first of them were moved */
    size_t missed; /* targets */
    size_t count;  /* of them solved: all, or none where there is no lever */
    struct lever_answer *answer;
};

/* ---- one target's sentence, its facts plain */

struct lever_move {
    const char *name, *from, *to; /* "investment rate", "43.50%", "47.58%" */
};

/* What the solution means a year beside the plan; NaN: not known, not said */
struct lever_meaning {
    double investment;          /* yi yuan */
    double migrants;            /* wan */
    double growth, base_growth; /* percent */
};

#define MOVES 3

struct lever_fact {
    const char *subject; /* "modernization index at least 95" */
    int year;
    bool failed;
    enum solve_answer alone;    /* of the best lever alone */
    struct lever_move best;     /* that lever; where none does, the one that comes closest */
    const char *reached;        /* and what the target's value then is */
    size_t others;              /* further levers that do by themselves */
    enum solve_answer together; /* SOLVE_UNTRIED: no word about it */
    const char *reached_together;
    size_t moves; /* the largest ones together */
    struct lever_move move[MOVES];
    struct lever_meaning meaning; /* of the best alone, else of all together */
};

void sentence_levers(struct text *out, const struct lever_fact *f, enum language language);

#endif
