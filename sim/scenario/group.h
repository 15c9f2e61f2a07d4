/* Groups: what a file says in one settings group, against the table that knows the group. */
#ifndef SCENARIO_GROUP_H
#define SCENARIO_GROUP_H

#include "models/setting.h"
#include "scenario/check.h"

/* Whether a row has a meaning where the group stands */
enum row_use {
    ROW_USED,
    ROW_OPTIONAL,  /* used where given, neither required nor defaulted */
    ROW_IDLE,      /* may stand there, but has no effect: a warning */
    ROW_ABSENT,    /* may not stand there */
    ROW_ELSEWHERE, /* is checked elsewhere */
};

/* Complains of names that are neither rows of the table nor in `others` (NULL-ended; may be NULL). */
void group_unknown(struct check *c, const struct node *group, const struct setting_group *table,
                   const char *const *others);

/* Checks every row that is used; defaults are added to the tree. Rows with numbers become entries of the plan,
 * `key`.row. `use` is by row, NULL: all are used. `out` NULL: numbers are checked, but do not go to the plan. */
void group_read(struct check *c, struct node *group, const struct setting_group *table, const enum row_use *use,
                const char *key, struct plan_group *out);

/* A region's groups must be groups; NULL after a complaint, or where there is none of that name. */
struct node *group_child(struct check *c, struct node *parent, const char *name);

void complain_missing(struct check *c, struct place place, const char *key, const struct setting *row);
/* `word` has room for the name and what it may be: the candidates */
void complain_unknown(struct check *c, struct place place, const char *name, const char *const *candidates,
                      size_t count);
/* A phrase of a settings table, as an argument of a message */
const char *phrase_of(struct arena *arena, const char *const phrase[LANGUAGES]);
/* "a, b, c" */
const char *list_words(struct arena *arena, const char *const *words, size_t count);

/* The row of that name; NULL where there is none. */
const struct setting *group_row(const struct setting_group *table, const char *key);

#endif
