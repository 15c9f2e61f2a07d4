/* What a solve is asked for on the command line: targets, levers, a path of growth. */
#ifndef COMMAND_SOLVE_ASK_H
#define COMMAND_SOLVE_ASK_H

#include "command/job.h"

struct solve_ask {
    size_t targets, levers;
    size_t *target;           /* numbers of the plan's targets, no one twice */
    struct plan_lever *lever; /* room for one more than may be solved for */
    struct text asked;        /* "gdp_2025", "all", "catch_up+gdp_2030" */
    bool path;
    double *growth; /* [years] of the plan, percent; with path */
    struct arena arena;
};

/* All mistakes are told; FAILED_INPUT where there are any. solve_ask_free in any case. */
enum status solve_ask(struct solve_ask *a, const struct options *o, const struct job *j, struct error *err);
void solve_ask_free(struct solve_ask *a); /* safe twice */

/* Growth by year, linear between the years given and flat beyond: "5", "2021:5,2030:4" */
enum status solve_growth(double *growth, const struct plan *p, const char *text, struct error *err);

#endif
