/* solved.cfg: a scenario that inherits from another and changes what was solved for. */
#ifndef SCENARIO_SOLVED_H
#define SCENARIO_SOLVED_H

#include "scenario/scenario.h"

struct solved_setting {
    const char *key;       /* of a number or path of the scenario */
    double change;         /* in the file's unit; a path is shifted as a whole */
    const double *by_year; /* [years of the plan] in the file's unit, in place of a change; or NULL */
};

/* `base` is the file to inherit from, from the current folder; its path is written relative to `folder`. */
void scenario_solved(struct text *out, const struct scenario *sc, const char *base, const char *folder,
                     const struct solved_setting *setting, size_t settings);

#endif
