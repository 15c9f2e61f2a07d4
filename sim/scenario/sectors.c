/* Sectors of a growth region, in the file's order. */
#include <string.h>
#include "models/production.h"
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/value.h"

#define SECTOR_KEY_LONGEST 40 /* bytes: series are named after sectors */

static bool
is_good_name(struct check *c, const struct node *n)
{
    if (strlen(n->name) > SECTOR_KEY_LONGEST)
        complain(c, n->place, WORD_name_too_long, n->name, "40");
    else if (strncmp(n->name, "real_", 5) == 0) /* va_real_x would be two things */
        complain(c, n->place, WORD_sector_name, n->name);
    else
        return true;
    return false;
}

static void
read_sector(struct check *c, struct node *n, struct plan_sector *s, const char *key)
{
    enum row_use use[SECTOR_SETTINGS] = { ROW_USED };
    const struct node *group;

    if (!node_child(n, "demand_elasticity"))
        use[SECTOR_INCOME_ELASTICITY] = ROW_OPTIONAL; /* no default where there is no demand */
    group_unknown(c, n, &sector_settings, NULL);
    group_read(c, n, &sector_settings, use, arena_print(c->arena, "%s.sectors.%s", key, n->name), &s->settings);
    group = node_child(n, "group");
    s->key = arena_text(&c->plan->arena, n->name);
    s->name = text_child(c, n, "name");
    s->name_zh = text_child(c, n, "name_zh");
    if (!s->name)
        s->name = s->key;
    if (!s->name_zh)
        s->name_zh = s->name;
    if (group && group->kind == NODE_STRING)
        s->group = strcmp(group->text, "primary") == 0     ? PRIMARY
                   : strcmp(group->text, "secondary") == 0 ? SECONDARY
                                                           : TERTIARY;
    else
        c->unclear = true;
}

void
check_sectors(struct check *c, struct node *region, struct plan_region *r, const char *key)
{
    struct node *sectors = group_child(c, region, "sectors");
    const char *sectors_key = arena_print(c->arena, "%s.sectors", key);

    if (sectors && r->model != MODEL_GROWTH) {
        complain(c, sectors->place, WORD_not_for_model, "sectors", "convergence");
        return;
    }
    if (r->model != MODEL_GROWTH || (!sectors && node_child(region, "sectors")))
        return;
    if (!sectors || sectors->count == 0) {
        if (!c->incomplete)
            complain(c, sectors ? sectors->place : region->place, WORD_missing_setting, sectors_key,
                     phrase_of(c->arena, sector_settings.summary));
        return;
    }
    if (sectors->count > SECTORS_MAX) {
        complain(c, sectors->place, WORD_too_many_sectors, r->key, "16");
        c->unclear = true;
        return;
    }
    r->sector = arena_new(&c->plan->arena, sectors->count, sizeof *r->sector);
    for (struct node *n = sectors->first; n; n = n->next)
        if (group_child(c, sectors, n->name) && is_good_name(c, n))
            read_sector(c, n, &r->sector[r->sectors++], key);
        else
            c->unclear = true;
}
