/* What the manual knows of an indicator: its equation, where that is explained, which settings move it. */
#ifndef COMMAND_EXPLAIN_TABLE_H
#define COMMAND_EXPLAIN_TABLE_H

#include <stdbool.h>

struct explained {
    const char *key;      /* of the indicator */
    const char *equation; /* symbols are indicators, settings and those of docs/model.md */
    int section;          /* of docs/model.md */
    const char *moved_by; /* "group.key", a blank between; those of other indicators it rests on are not repeated */
};

extern const struct explained explained[]; /* ends with a NULL key */

const struct explained *explained_find(const char *indicator);        /* NULL where there is none */
bool explained_moves(const struct explained *e, const char *setting); /* "production.catch_up" */

#endif
