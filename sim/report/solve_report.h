/* What a solve says: the table for people, the files for programs. */
#ifndef REPORT_SOLVE_REPORT_H
#define REPORT_SOLVE_REPORT_H

#include "analysis/solve.h"
#include "analysis/solve_meaning.h"
#include "analysis/solve_path.h"
#include "report/number.h"
#include "scenario/scenario.h"

struct solve_report {
    const struct scenario *scenario; /* its observations are the record */
    const struct trajectory *base;
    const struct judgements *judgements;
    const char *asked;             /* "gdp_2025", "parity", "all" */
    const struct solve *solve;     /* or NULL */
    const struct solve_path *path; /* or NULL */
    const double *growth;          /* [years] of the path, percent */
    enum language language;
    size_t width, ambiguous; /* cells of the terminal, of a character of ambiguous width */
    const char *folder;      /* of the results */
    bool written;            /* solved.cfg is among them */
    double seconds;
};

void solve_print(struct text *out, const struct solve_report *r);
void solve_csv(struct text *out, const struct solve_report *r);
void solve_path_print(struct text *out, const struct solve_report *r);
void solve_path_csv(struct text *out, const struct solve_report *r);

/* Parts of the print */
void solve_print_alone(struct text *out, const struct solve_report *r);
void solve_print_together(struct text *out, const struct solve_report *r);
void solve_print_meaning(struct text *out, const struct solve_report *r);
void solve_print_ending(struct text *out, const struct solve_report *r, size_t runs);
/* What a solution means for home */
void solution_meaning(struct meaning *out, const struct solve_report *r, const struct solution *x);
/* The lever by its name in the language, else its key */
const char *solve_lever_name(const struct solve_report *r, size_t lever);
/* Its name and unit; its number, given in models' units; the decimals that such numbers are shown with */
void solve_lever_cell(struct text *out, const struct solve_report *r, size_t lever);
const char *solve_lever_shown(char buffer[NUMBER_SHOWN], const struct solve_report *r, size_t lever, double x,
                              bool sign);
int solve_lever_decimals(enum unit unit);

#endif
