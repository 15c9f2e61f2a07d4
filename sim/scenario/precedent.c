/* Precedent: thresholds of feasibility, and the reference classes against which needed growth is held. */
#include <string.h>
#include "models/indicator.h"
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/reach.h"
#include "scenario/tables.h"
#include "scenario/value.h"

static const char *const class_others[] = { "indicators", "regions", "spans", NULL };

bool
list_too_long(struct check *c, const struct node *n, size_t count, const char *what, size_t most)
{
    char found[TEXT_NUMBER], limit[TEXT_NUMBER];

    if (count <= most)
        return false;
    complain(c, n->place, WORD_class_too_long, what, text_number(found, (double) count),
             text_number(limit, (double) most));
    return true;
}

static double
threshold(const struct node *group, enum precedent_setting row)
{
    const struct node *n = node_child(group, precedent_settings.rows[row].key);

    return n && node_is_number(n) ? n->number : precedent_settings.rows[row].fallback;
}

static void
read_thresholds(struct check *c, struct node *group)
{
    struct plan_precedent *p = &c->plan->precedent;

    if (group)
        group_read(c, group, &precedent_settings, NULL, "precedent", NULL);
    p->within_reach = threshold(group, PRECEDENT_WITHIN_REACH);
    p->stretch = threshold(group, PRECEDENT_STRETCH);
    if (group && p->stretch > p->within_reach)
        complain(c, group->place, WORD_precedent_order);
}

/* What belongs to the one kind of class means nothing in the other. */
static bool
check_kind(struct check *c, const struct node *n)
{
    static const char *const of_file[] = { "regions", "spans", "against", NULL };
    const struct node *ranks = node_child(n, "ranks"), *file = node_child(n, "file");

    if (!ranks == !file) {
        if (!c->incomplete)
            complain(c, n->place, WORD_class_kind, n->name);
        return false;
    }
    for (size_t i = 0; of_file[i]; i++) {
        const struct node *other = node_child(n, of_file[i]);

        if (ranks && other)
            complain(c, other->place, WORD_only_with, of_file[i], "file");
    }
    return true;
}

/* The class once for each of its indicators: the same places, another record. */
static void
read_indicator(struct check *c, struct node *n, struct node *name)
{
    struct plan_precedent *p = &c->plan->precedent;
    struct plan_class *class = &p->class[p->classes];
    const struct reach found = reach_read(c, name, "indicators", c->plan->home);
    const size_t before = error_count(c->err);

    if (found.indicator == PLAN_NONE)
        return;
    *class = (struct plan_class) { .key = arena_text(&c->plan->arena, n->name),
                                   .title = text_child(c, n, "title"),
                                   .title_zh = text_child(c, n, "title_zh"),
                                   .indicator = found.indicator };
    if (!class->title)
        class->title = class->key;
    if (!class->title_zh)
        class->title_zh = class->title;
    if (node_child(n, "ranks"))
        read_panel_class(c, n, class);
    else
        read_file_class(c, n, class);
    p->classes += error_count(c->err) == before;
}

static void
read_class(struct check *c, struct node *n)
{
    struct node *list = node_child(n, "indicators");
    static const enum row_use use[CLASS_SETTINGS] = { [CLASS_RANKS] = ROW_ELSEWHERE };

    group_unknown(c, n, &class_settings, class_others);
    group_read(c, n, &class_settings, use, arena_print(c->arena, "precedent.classes.%s", n->name), NULL);
    if (!list) {
        if (!c->incomplete)
            complain(c, n->place, WORD_class_indicators, n->name);
    } else if (list->kind != NODE_LIST)
        value_wrong(c, list, "indicators", WORD_ARGUMENT(a_list_of_names));
    else if (check_kind(c, n) && c->has_horizon && c->plan->home != PLAN_NONE)
        for (struct node *name = list->first; name; name = name->next)
            read_indicator(c, n, name);
}

#define MOST_RECORDS 100 /* each is read from its file */

static size_t
count_indicators(const struct node *classes)
{
    size_t count = 0;

    for (const struct node *n = classes->first; n; n = n->next) {
        const struct node *list = node_child(n, "indicators");

        count += list && list->kind == NODE_LIST ? list->count : 0;
    }
    return count;
}

void
check_precedent(struct check *c)
{
    static const char *const others[] = { "classes", NULL };
    struct node *group = group_child(c, c->root, "precedent");
    struct node *classes = group_child(c, group, "classes");

    if (group)
        group_unknown(c, group, &precedent_settings, others);
    read_thresholds(c, group);
    if (!classes)
        return;
    if (list_too_long(c, classes, count_indicators(classes), "precedent.classes", MOST_RECORDS))
        return;
    c->plan->precedent.class = arena_new(&c->plan->arena, count_indicators(classes) + 1,
                                         sizeof *c->plan->precedent.class);
    for (struct node *n = classes->first; n; n = n->next)
        if (group_child(c, classes, n->name))
            read_class(c, n);
}
