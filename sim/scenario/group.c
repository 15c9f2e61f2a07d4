#include "scenario/group.h"
#include <stdlib.h>
#include <string.h>
#include "scenario/unit.h"
#include "scenario/value.h"

const struct setting *
group_row(const struct setting_group *table, const char *key)
{
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->rows[i].key, key) == 0)
            return &table->rows[i];
    return NULL;
}

const char *
phrase_of(struct arena *arena, const char *const phrase[LANGUAGES])
{
    return arena_print(arena, WORD_EITHER, phrase[ENGLISH], phrase[CHINESE]);
}

void
complain_missing(struct check *c, struct place place, const char *key, const struct setting *row)
{
    if (c->incomplete)
        return; /* it may stand in the file that could not be read */
    if (row->kind == SETTING_CONSTANT || row->kind == SETTING_LEVER || row->kind == SETTING_PAIR)
        complain(c, place, WORD_missing_key, key, phrase_of(c->arena, row->meaning), unit_word(row->unit));
    else
        complain(c, place, WORD_missing_setting, key, phrase_of(c->arena, row->meaning));
}

const char *
list_words(struct arena *arena, const char *const *words, size_t count)
{
    struct text t = { 0 };
    const char *copy;

    for (size_t i = 0; i < count; i++)
        text_print(&t, "%s%s", i ? ", " : "", words[i]);
    copy = arena_text(arena, text_of(&t));
    text_free(&t);
    return copy;
}

void
complain_unknown(struct check *c, struct place place, const char *name, const char *const *candidates, size_t count)
{
    const char *near;

    if (check_enough(c))
        return;
    near = text_nearest(name, candidates, count);
    if (near)
        complain(c, place, WORD_unknown_key, name, near);
    else
        complain(c, place, WORD_unknown_setting, name, list_words(c->arena, candidates, count));
}

void
group_unknown(struct check *c, const struct node *group, const struct setting_group *table, const char *const *others)
{
    size_t count = table->count, other_count = 0;
    const char **names;

    while (others && others[other_count])
        other_count++;
    names = memory_new(count + other_count + 1, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = table->rows[i].key;
    for (size_t i = 0; i < other_count; i++)
        names[count++] = others[i];
    for (const struct node *n = group->first; n; n = n->next) {
        size_t i = 0;

        while (i < count && strcmp(names[i], n->name) != 0)
            i++;
        if (i == count)
            complain_unknown(c, n->place, n->name, names, count);
    }
    free(names);
}

struct node *
group_child(struct check *c, struct node *parent, const char *name)
{
    struct node *n = node_child(parent, name);

    if (n && n->kind != NODE_GROUP) {
        value_wrong(c, n, name, WORD_ARGUMENT(a_group));
        return NULL;
    }
    return n;
}

static struct node *
default_node(struct check *c, const struct setting *row)
{
    const struct node_origin from = { c->arena, NOWHERE, "" };

    switch (row->kind) {
    case SETTING_CHOICE:
        return node_string(&from, row->key,
                           arena_print(c->arena, "%.*s", (int) strcspn(row->choices, "|"), row->choices));
    case SETTING_FLAG: return node_bool(&from, row->key, row->fallback != 0);
    default: return node_float(&from, row->key, row->fallback);
    }
}

/* Adds the row's numbers to the plan, in models' units; the entry, or PLAN_NONE after a complaint */
static size_t
add_numbers(struct check *c, struct node *n, const struct setting *row, const char *key)
{
    const size_t years = c->plan->years;
    const size_t length = row->kind == SETTING_LEVER ? years : row->kind == SETTING_PAIR ? 2 : 1;
    double *values = memory_new(length, sizeof *values);
    size_t entry = PLAN_NONE;
    bool ok;

    if (row->kind == SETTING_LEVER)
        ok = value_lever(c, n, row, c->plan->start, values, years);
    else if (row->kind == SETTING_PAIR)
        ok = value_pair(c, n, row, values);
    else
        ok = value_in_range(c, n, row, values);
    if (ok) {
        const double scale = row->kind == SETTING_PAIR ? 1 : unit_scale(row->unit);

        entry = plan_add(c->plan, key, row, length, n->place);
        for (size_t i = 0; i < length; i++)
            plan_values(c->plan, entry)[i] = values[i] * scale;
    }
    free(values);
    return entry;
}

/* `key` is NULL where numbers are checked but are no entries of the plan. */
static size_t
read_row(struct check *c, struct node *n, const struct setting *row, const char *key)
{
    bool flag;
    double x;

    switch (row->kind) {
    case SETTING_TEXT: value_text(c, n, row->key); break;
    case SETTING_CHOICE: value_choice(c, n, row); break;
    case SETTING_FLAG: value_flag(c, n, row->key, &flag); break;
    case SETTING_TABLE: value_file(c, n, row->key); break;
    default:
        if (key)
            return add_numbers(c, n, row, key);
        value_in_range(c, n, row, &x);
    }
    return PLAN_NONE;
}

static size_t
group_row_read(struct check *c, struct node *group, const struct setting *row, enum row_use use, const char *key,
               bool in_plan)
{
    struct node *n = node_child(group, row->key);

    if (n && use == ROW_ABSENT)
        complain(c, n->place, WORD_not_here, row->key);
    if (n && use == ROW_IDLE)
        warn(c, n->place, WORD_no_effect, row->key);
    if (use == ROW_ABSENT || use == ROW_IDLE || use == ROW_ELSEWHERE)
        return PLAN_NONE;
    if (!n && use == ROW_USED && row->need == NEED_VALUE)
        complain_missing(c, group->place, key, row);
    if (!n && use == ROW_USED && row->need == NEED_DEFAULT)
        node_append(group, n = default_node(c, row));
    return n ? read_row(c, n, row, in_plan ? key : NULL) : PLAN_NONE;
}

void
group_read(struct check *c, struct node *group, const struct setting_group *table, const enum row_use *use,
           const char *key, struct plan_group *out)
{
    const struct plan_group read = { table, arena_new(&c->plan->arena, table->count, sizeof *read.entry) };

    for (size_t i = 0; i < table->count; i++) {
        const char *row_key = arena_print(c->arena, "%s%s%s", key, *key ? "." : "", table->rows[i].key);

        read.entry[i] = group_row_read(c, group, &table->rows[i], use ? use[i] : ROW_USED, row_key, out != NULL);
    }
    if (out)
        *out = read;
}
