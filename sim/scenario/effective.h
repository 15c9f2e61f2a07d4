/* effective.cfg: the scenario after inheritance and --set, written so that it reads back to the same bits. */
#ifndef SCENARIO_EFFECTIVE_H
#define SCENARIO_EFFECTIVE_H

#include "base/text.h"
#include "scenario/tree.h"

/* Paths of files are written relative to `folder`; `comment` is the first line. */
void effective_write(struct text *out, const struct node *root, const char *folder, const char *comment);

#endif
