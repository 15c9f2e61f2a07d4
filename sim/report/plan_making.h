/* A table of the plan in the making: what plan_table.c and plan_notes.c share. */
#ifndef REPORT_PLAN_MAKING_H
#define REPORT_PLAN_MAKING_H

#include "report/plan_table.h"

struct making {
    struct plan_table *table;
    struct arena *arena;
    const struct scenario *sc;
    const struct trajectory *t;
    const struct outturns *outturns;
};

/* The word in the table's language, its {} filled; owned by the tables' arena. */
const char *plan_say(struct making *m, enum word word, const char *a, const char *b, const char *c, const char *d);
const char *plan_said_number(struct making *m, double x);

bool plan_is_urgent(const struct plan_row *row); /* binding and missed */
void plan_add_notes(struct making *m);           /* once the rows stand */

bool plan_has(const struct judgement *j); /* whether the target is one of the plan's */

/* plan_midterm.c: the last year in which something came in of what the table's targets judge, 0: none; of a row what
 * came in, how far it is from base to target, how far time is, and what evaluators call that */
int plan_midterm_year(const struct making *m, const struct judgements *j);
void plan_midterm_cells(struct making *m, struct plan_row *row);

#endif
