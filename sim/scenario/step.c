/* Steps of the plan: spans of years to which targets belong. */
#include <string.h>
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"
#include "scenario/value.h"

size_t
find_step(struct check *c, struct node *n, const char *key)
{
    const char *name = value_text(c, n, key);
    const char **keys;

    if (!name)
        return PLAN_NONE;
    for (size_t s = 0; s < c->plan->steps; s++)
        if (strcmp(c->plan->step[s].key, name) == 0)
            return s;
    if (c->incomplete)
        return PLAN_NONE;
    if (c->plan->steps == 0) {
        if (!node_child(c->root, "steps")) /* else what is wrong with them has been said */
            complain(c, n->place, WORD_no_steps, name);
        return PLAN_NONE;
    }
    keys = arena_new(c->arena, c->plan->steps + 1, sizeof *keys);
    for (size_t s = 0; s < c->plan->steps; s++)
        keys[s] = c->plan->step[s].key;
    complain(c, n->place, WORD_unknown_step, name, list_words(c->arena, keys, c->plan->steps));
    return PLAN_NONE;
}

static int
step_year(struct check *c, struct node *group, const char *key)
{
    struct node *n = node_child(group, key);
    int year = 0;

    if (n && value_year(c, n, key, &year))
        year_inside(c, n, year);
    return year;
}

static void
read_step(struct check *c, struct node *n, struct plan_step *s)
{
    group_unknown(c, n, &step_settings, NULL);
    s->key = arena_text(&c->plan->arena, n->name);
    s->from = step_year(c, n, "from");
    s->to = step_year(c, n, "to");
    group_read(c, n, &step_settings, NULL, arena_print(c->arena, "steps.%s", n->name), NULL);
    s->title = text_child(c, n, "title");
    s->title_zh = text_child(c, n, "title_zh");
    if (!s->title)
        s->title = s->key;
    if (!s->title_zh)
        s->title_zh = s->title;
    if (s->from && s->to && s->from > s->to)
        complain(c, node_child(n, "to")->place, WORD_step_backwards, s->key);
}

void
check_steps(struct check *c)
{
    struct node *steps = group_child(c, c->root, "steps");
    struct plan *p = c->plan;

    if (!steps)
        return;
    p->step = arena_new(&p->arena, steps->count + 1, sizeof *p->step);
    for (struct node *n = steps->first; n; n = n->next)
        if (group_child(c, steps, n->name))
            read_step(c, n, &p->step[p->steps++]);
}
