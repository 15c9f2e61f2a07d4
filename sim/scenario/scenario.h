/* A scenario: files, inherited, checked and turned into a plan.
 *
 *     files -> tree of settings (inherited, --set applied) -> checked against the tables -> plan
 */
#ifndef SCENARIO_SCENARIO_H
#define SCENARIO_SCENARIO_H

#include "base/error.h"
#include "engine/plan.h"

struct node; /* scenario/tree.h */

/* A file that was read, for the manifest. */
struct scenario_input {
    const char *path;
    char sha256[65];
};

/* An indicator of the plan that the model does not project, as the plan prints it; any may be NULL. */
struct stated {
    const char *group, *name, *name_zh, *unit, *base_value, *target, *growth, *attribute, *source, *source_zh;
};

struct scenario {
    struct plan plan;
    struct node *tree;              /* merged, with the defaults that were used */
    int language;                   /* enum language; -1: not given */
    const char *source, *source_zh; /* of the figures, for the line under charts; NULL: not given */
    const char *seed;               /* as given, or NULL */
    size_t inputs, inputs_room;
    struct scenario_input *input;
    size_t observations;
    struct observed *observed;
    size_t outturns; /* observed after the base year, a series each, without gaps */
    struct observed *outturn;
    size_t stated_count;
    struct stated *stated;
    struct arena arena;
};

/* Reads, checks and fills `out`. `set` are "KEY=VALUE" of the command line, paths in them relative to
 * the current folder. All errors of the scenario are added to err; warnings too. Returns the worst. */
enum status scenario_read(struct scenario *out, const char *path, const char *const *set, size_t sets,
                          struct error *err);

/* effective.cfg: the scenario after inheritance and --set, its paths relative to `folder`. */
void scenario_effective(struct text *out, const struct scenario *sc, const char *folder);

void scenario_free(struct scenario *sc); /* safe twice */

#endif
