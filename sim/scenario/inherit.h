/* Inheritance: `base` and `remove`, at any group.
 *
 * The files that a group's `base` names are read first, as if written in that group, later over earlier, then
 * the group's own settings go over them. A file that several of them inherit from goes in once, at its first place, so
 * that none of them undoes what another changed. Paths are relative to the file that names them.
 */
#ifndef SCENARIO_INHERIT_H
#define SCENARIO_INHERIT_H

#include "scenario/check.h"

#define INHERIT_DEEPEST 32 /* files that one another's `base` name in a row */
#define INHERIT_MOST 1000  /* files read for one scenario, each time counted */

/* The tree of a file with its bases; NULL where the file itself cannot be read. */
struct node *inherit_file(struct check *c, const char *path, struct place named_in);

/* Replaces every `base` in the tree by what it names. */
void inherit_bases(struct check *c, struct node *n);

/* Takes the `remove` lists out of a finished tree; a name that no base brought is a mistake. */
void inherit_finish(struct check *c, struct node *n);

#endif
