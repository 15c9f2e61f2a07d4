/* Cells of the plan's table: a text for people, and where it is a number, the value with the format that shows it so. */
#ifndef REPORT_PLAN_CELL_H
#define REPORT_PLAN_CELL_H

#include "report/plan_table.h"

struct plan_cell plan_text(const char *text); /* not copied */

/* The value in the word's {}: 5500 in "about {}" is shown by the format "about "0. Nothing where it is not finite. */
struct plan_cell plan_number(struct arena *arena, double value, int decimals, enum word word, enum language language);

/* What a plan prints: "62", "63左右", or words. */
struct plan_cell plan_printed(struct arena *arena, const char *printed);

#endif
