/* A scenario in the making: what the steps of its reading share. */
#ifndef SCENARIO_CHECK_H
#define SCENARIO_CHECK_H

#include "scenario/scenario.h"
#include "scenario/tree.h"

struct check {
    struct scenario *sc;
    struct plan *plan;   /* of sc */
    struct arena *arena; /* of sc: nodes, messages */
    struct node *root;   /* the merged tree */
    struct error *err;
    bool incomplete;              /* a file could not be read: what is missing may be in it */
    bool has_horizon;             /* its years are known */
    bool unclear;                 /* what regions report cannot be told: their models, sectors or the like are wrong */
    size_t nodes, files;          /* read so far; a file counts each time */
    const struct open_file *open; /* files being read, the innermost first (inherit.c) */
};

/* Past this many mistakes nobody reads on, and looking for nearest names would only take time. */
#define CHECK_ENOUGH 1000

static inline bool
check_enough(const struct check *c)
{
    return c->err->lines >= CHECK_ENOUGH;
}

/* Complains with FAILED_INPUT at a place; the arguments after `word` are strings. */
#define complain(c, place, ...) ((void) error_add((c)->err, FAILED_INPUT, (place), __VA_ARGS__))
#define warn(c, place, ...) ((void) error_add((c)->err, OK, (place), __VA_ARGS__))

#endif
