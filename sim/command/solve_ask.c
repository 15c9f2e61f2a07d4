#include "command/solve_ask.h"
#include <string.h>
#include "analysis/solve.h"
#include "scenario/tree.h"

/* "gdp_2025, ..., catch_up": the targets and steps there are */
static const char **
known_names(struct solve_ask *a, const struct plan *p, size_t *count)
{
    const char **name = arena_new(&a->arena, p->targets + p->steps + 1, sizeof *name);

    *count = 0;
    for (size_t i = 0; i < p->targets; i++)
        name[(*count)++] = p->target[i].key;
    for (size_t i = 0; i < p->steps; i++)
        name[(*count)++] = p->step[i].key;
    return name;
}

static const char *
list_of(struct solve_ask *a, const char *const *name, size_t count)
{
    const char *list = "";

    for (size_t i = 0; i < count; i++)
        list = arena_print(&a->arena, "%s%s%s", list, i ? ", " : "", name[i]);
    return list;
}

static void
add_target(struct solve_ask *a, size_t target)
{
    for (size_t i = 0; i < a->targets; i++)
        if (a->target[i] == target)
            return;
    a->target[a->targets++] = target;
}

/* Those that count, of a step or, with PLAN_NONE, of all; false where there are none */
static bool
add_targets_of(struct solve_ask *a, const struct plan *p, size_t step)
{
    bool any = false;

    for (size_t i = 0; i < p->targets; i++)
        if (p->target[i].counts && (step == PLAN_NONE || p->target[i].step == step)) {
            add_target(a, i);
            any = true;
        }
    return any;
}

static enum status
unknown_target(struct solve_ask *a, const struct plan *p, const char *name, struct error *err)
{
    size_t count;
    const char **names = known_names(a, p, &count);
    const char *nearest = text_nearest(name, names, count);

    if (nearest)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_unknown_target, name, nearest);
    return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_unknown_target_of, name, list_of(a, names, count));
}

/* A target goes before a step of the same name. */
static enum status
take_target(struct solve_ask *a, const struct plan *p, const char *name, struct error *err)
{
    for (size_t i = 0; i < p->targets; i++)
        if (strcmp(p->target[i].key, name) == 0) {
            add_target(a, i);
            return OK;
        }
    for (size_t i = 0; i < p->steps; i++)
        if (strcmp(p->step[i].key, name) == 0)
            return add_targets_of(a, p, i) ? OK : error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_step_empty, name);
    if (strcmp(name, "all") == 0 && add_targets_of(a, p, PLAN_NONE))
        return OK;
    return unknown_target(a, p, name, err);
}

static enum status
take_targets(struct solve_ask *a, const struct options *o, const struct plan *p, struct error *err)
{
    const struct option_values *given = &o->of[OPTION_TARGET];
    enum status rc = OK;
    size_t count;

    if (!p->targets)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_no_targets, p->name);
    if (!given->count) {
        const char **names = known_names(a, p, &count);

        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_needs_target, list_of(a, names, count));
    }
    a->target = arena_new(&a->arena, p->targets + 1, sizeof *a->target);
    for (size_t i = 0; i < given->count; i++) {
        rc = take_target(a, p, given->value[i], err) ? FAILED_INPUT : rc;
        text_print(&a->asked, "%s%s", i ? "+" : "", given->value[i]);
    }
    return rc;
}

static enum status
unknown_lever(struct solve_ask *a, const struct job *j, const char *key, struct error *err)
{
    const struct plan *p = &j->scenario.plan;
    const char **keys = arena_new(&a->arena, p->entries + 1, sizeof *keys), *nearest;

    if (node_find(j->scenario.tree, key))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_no_number_to_draw, key);
    for (size_t i = 0; i < p->entries; i++)
        keys[i] = p->entry[i].key;
    nearest = text_nearest(key, keys, p->entries);
    if (nearest)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_unknown_key, key, nearest);
    return error_add(err, FAILED_INPUT, NOWHERE, WORD_no_such_number, key);
}

static enum status
add_lever(struct solve_ask *a, const struct plan *p, const struct plan_lever *lever, struct error *err)
{
    for (size_t i = 0; i < a->levers; i++)
        if (a->lever[i].entry == lever->entry)
            return error_add(err, FAILED_INPUT, NOWHERE, WORD_named_twice, p->entry[lever->entry].key);
    if (a->levers <= SOLVE_LEVERS) /* one too many is told by the solve */
        a->lever[a->levers++] = *lever;
    return OK;
}

/* The scenario's own range of it goes before the setting's. */
static enum status
take_lever(struct solve_ask *a, const struct job *j, const char *key, struct error *err)
{
    const struct plan *p = &j->scenario.plan;
    const size_t entry = plan_find(p, key);
    struct plan_lever lever;

    if (entry == PLAN_NONE)
        return unknown_lever(a, j, key, err);
    if (!plan_movable(p, entry))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_lever_not_movable, key);
    for (size_t i = 0; i < p->levers; i++)
        if (p->lever[i].entry == entry)
            return add_lever(a, p, &p->lever[i], err);
    if (!solve_lever(&lever, p, entry))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_lever_no_range, key);
    return add_lever(a, p, &lever, err);
}

static enum status
take_list(struct solve_ask *a, const struct plan *p, struct error *err)
{
    enum status rc = OK;

    if (!p->levers)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_no_levers, p->name);
    for (size_t i = 0; i < p->levers; i++)
        rc = add_lever(a, p, &p->lever[i], err) ? FAILED_INPUT : rc;
    return rc;
}

static enum status
take_levers(struct solve_ask *a, const struct options *o, const struct job *j, struct error *err)
{
    const struct option_values *given = &o->of[OPTION_LEVER];
    enum status rc = OK;

    a->lever = arena_new(&a->arena, SOLVE_LEVERS + 1, sizeof *a->lever);
    if (!given->count)
        return take_list(a, &j->scenario.plan, err);
    for (size_t i = 0; i < given->count; i++) {
        const bool all = strcmp(given->value[i], "auto") == 0;
        const enum status taken = all ? take_list(a, &j->scenario.plan, err) : take_lever(a, j, given->value[i], err);

        rc = taken ? FAILED_INPUT : rc;
    }
    return rc;
}

static enum status
take_path(struct solve_ask *a, const struct options *o, const struct plan *p, struct error *err)
{
    const char *growth = options_value(o, OPTION_GROWTH);

    a->path = true;
    if (options_given(o, OPTION_TARGET) || options_given(o, OPTION_LEVER))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_path_alone,
                         options_given(o, OPTION_TARGET) ? "--target" : "--lever");
    if (!growth)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_path_needs_growth);
    a->growth = arena_new(&a->arena, p->years, sizeof *a->growth);
    return solve_growth(a->growth, p, growth, err);
}

enum status
solve_ask(struct solve_ask *a, const struct options *o, const struct job *j, struct error *err)
{
    const struct plan *p = &j->scenario.plan;
    enum status targets, levers;

    if (options_given(o, OPTION_PATH))
        return take_path(a, o, p, err);
    if (options_given(o, OPTION_GROWTH))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_growth_needs_path);
    targets = take_targets(a, o, p, err);
    levers = take_levers(a, o, j, err);
    return targets ? targets : levers;
}

void
solve_ask_free(struct solve_ask *a)
{
    text_free(&a->asked);
    arena_free(&a->arena);
    *a = (struct solve_ask) { 0 };
}
