/* Values: a node as a number, a path, a pair, a word, a file, checked against a row of a settings table.
 *
 * What is wrong is complained of once: the node becomes NODE_WRONG, and every later look at it fails in
 * silence. Numbers with units become plain numbers in the tree.
 */
#ifndef SCENARIO_VALUE_H
#define SCENARIO_VALUE_H

#include "models/setting.h"
#include "scenario/check.h"

/* A finite number in that unit; `key` is what messages call it. */
bool value_number(struct check *c, struct node *n, const char *key, enum unit unit, double *x);

/* The same, inside the row's hard range; a warning outside its usual one. */
bool value_in_range(struct check *c, struct node *n, const struct setting *row, double *x);

bool value_year(struct check *c, struct node *n, const char *key, int *year);
const char *value_text(struct check *c, struct node *n, const char *key); /* NULL: it is none */
bool value_flag(struct check *c, struct node *n, const char *key, bool *flag);

/* The number of the word among "a|b|c"; -1 where it is none of them */
int value_choice(struct check *c, struct node *n, const struct setting *row);

/* The file that the node names, from the current folder; NULL where it names none. */
const char *value_file(struct check *c, struct node *n, const char *key);

/* A number or a path of (year, value): values[t] for the years from start on, in the file's unit. */
bool value_lever(struct check *c, struct node *n, const struct setting *row, int start, double *values, size_t years);
bool value_pair(struct check *c, struct node *n, const struct setting *row, double pair[2]);

/* Complains that the node is not what was expected (an argument of a message), once. */
void value_wrong(struct check *c, struct node *n, const char *key, const char *expected);

#endif
