/* --set KEY=VALUE: a setting from the command line, laid over what the files say. */
#ifndef SCENARIO_SET_H
#define SCENARIO_SET_H

#include "scenario/check.h"

/* Groups on the way to KEY that are not there are made. Errors name `--set KEY`. */
void set_apply(struct check *c, const char *assignment);

#endif
