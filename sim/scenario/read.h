/* Reading: the text of one scenario file as a tree. */
#ifndef SCENARIO_READ_H
#define SCENARIO_READ_H

#include "scenario/check.h"

#define READ_MOST_NODES 1000000 /* values and groups of a scenario, over all its files */

/* NULL where the file cannot be read; the scenario is then marked incomplete. */
struct node *read_file(struct check *c, const char *path, struct place named_in);

/* The right side of a setting that the command line gives; paths in it are relative to the current folder.
 * What is no value of libconfig's is a string. NULL after a complaint. */
struct node *read_value(struct check *c, const char *name, const char *value, struct place place);

/* A file that the scenario read, for the manifest; one of the same path is not added twice. */
void read_remember(struct check *c, const char *path, const char *sha256);

#endif
