/* The parts of a scenario, each checked by a file of its own, in the order in which they are read. */
#ifndef SCENARIO_PARTS_H
#define SCENARIO_PARTS_H

#include "scenario/check.h"

void check_top(struct check *c, const char *path); /* names of settings, title, language, seed */
void check_horizon(struct check *c);
void check_regions(struct check *c);
void check_roles(struct check *c); /* top.c: home, benchmark, comparators */
void check_modernization(struct check *c);
void check_peers(struct check *c);
void check_steps(struct check *c);
void check_targets(struct check *c);
void check_precedent(struct check *c);
void check_plausible(struct check *c);
void check_observed(struct check *c);
void check_outturn(struct check *c); /* and `rebase` */
void check_stated(struct check *c);  /* `plan`: indicators that the model does not project */
void check_levers(struct check *c);
void check_fit(struct check *c);
void check_uncertain(struct check *c);
void check_correlations(struct check *c); /* part of check_uncertain */
void check_joint(struct check *c);        /* what must hold between settings, when each is right */

/* Parts of check_regions */
void check_sectors(struct check *c, struct node *region, struct plan_region *r, const char *key);
void check_ages(struct check *c, struct node *population, struct plan_region *r);

/* Puts a year in its place among those there are; a second value for a year is a mistake. */
void observed_insert(struct check *c, struct observed *o, int year, double value, struct place place);

/* Parts of check_precedent: the spans of a class whose title, indicator and key are known */
void read_panel_class(struct check *c, struct node *n, struct plan_class *class);
void read_file_class(struct check *c, struct node *n, struct plan_class *class);
/* Complains of more than `most`: nobody means as many, and each costs time. */
bool list_too_long(struct check *c, const struct node *n, size_t count, const char *what, size_t most);

/* The region, step of that name; PLAN_NONE after a complaint that lists those there are. */
size_t find_region(struct check *c, struct node *n, const char *key);
size_t find_step(struct check *c, struct node *n, const char *key);

/* The entry of that key, which must name a number of the plan; PLAN_NONE after a complaint. */
size_t find_number(struct check *c, struct node *n, const char *what);

/* Whether there is a list; complains of anything else. `expected` is an argument of a message. */
bool is_list(struct check *c, struct node *n, const char *key, const char *expected);

/* Each group of the list `key` at the top, checked by `read` */
void each_group(struct check *c, const char *key, void (*read)(struct check *, struct node *));

/* Complains of a year outside the horizon. */
bool year_inside(struct check *c, const struct node *n, int year);

/* The text of a child whose table has been read, from the plan's arena; NULL where there is none. */
const char *text_child(struct check *c, const struct node *group, const char *key);

#endif
