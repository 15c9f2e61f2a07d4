/* Indicators that the plan states and the model does not project: rows of its table, kept as they are printed. */
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"

static void
read_row(struct check *c, struct node *n)
{
    struct stated *s = &c->sc->stated[c->sc->stated_count++];

    group_unknown(c, n, &plan_settings, NULL);
    group_read(c, n, &plan_settings, NULL, "plan", NULL);
    s->group = text_child(c, n, "group");
    s->name = text_child(c, n, "name");
    s->name_zh = text_child(c, n, "name_zh");
    s->unit = text_child(c, n, "unit");
    s->base_value = text_child(c, n, "base_value");
    s->target = text_child(c, n, "target");
    s->growth = text_child(c, n, "growth");
    s->attribute = text_child(c, n, "attribute");
    s->source = text_child(c, n, "source");
    s->source_zh = text_child(c, n, "source_zh");
    if (!s->name && !s->name_zh && !c->incomplete)
        complain_missing(c, n->place, "name", group_row(&plan_settings, "name"));
}

void
check_stated(struct check *c)
{
    const struct node *list = node_child(c->root, "plan");

    if (list)
        c->sc->stated = arena_new(&c->sc->arena, list->count + 1, sizeof *c->sc->stated);
    each_group(c, "plan", read_row);
}
