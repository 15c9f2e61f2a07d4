#include "report/why.h"
#include <math.h>
#include <string.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/results.h"
#include "report/table.h"

static const struct {
    const char *section;
    enum word word;
} sections[] = {
    { "population", WORD_part_population }, { "labour", WORD_part_labour },
    { "production", WORD_part_production }, { "urbanization", WORD_part_urbanization },
    { "household", WORD_part_household },   { "convergence", WORD_part_convergence },
};

static void
section_phrase(struct text *out, const struct plan_region *r, const char *section, enum language language)
{
    const char *sector = !strncmp(section, "sectors.", 8) ? section + 8 : NULL;

    for (size_t s = 0; sector && s < r->sectors; s++)
        if (!strcmp(r->sector[s].key, sector)) {
            text_add(out, name_in(language, r->sector[s].name, r->sector[s].name_zh));
            return;
        }
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++)
        if (!strcmp(sections[i].section, section)) {
            text_add(out, word_in(language, sections[i].word));
            return;
        }
    text_add(out, section);
}

/* What belongs to home goes without its name; "regions.china" is the region itself. */
static void
region_phrase(struct text *out, const struct plan *p, size_t r, const char *section, enum language language)
{
    const struct plan_region *region = &p->region[r];
    const char *name = name_in(language, region->name, region->name_zh);
    struct text of = { 0 };

    section_phrase(&of, region, section, language);
    if (!*section)
        text_add(out, name);
    else if (r == p->home)
        text_add(out, text_of(&of));
    else
        word_fill(out, language, WORD_part_of_region, (const char *const[]) { name, text_of(&of), NULL });
    text_free(&of);
}

/* "regions.zunyi" and what is below it: the rest of the key, without its dot; else NULL */
static const char *
below(const char *key, const struct plan_region *region)
{
    const size_t length = strlen(region->key);

    if (strncmp(key, "regions.", 8) != 0 || strncmp(key + 8, region->key, length) != 0)
        return NULL;
    key += 8 + length;
    return *key == '.' ? key + 1 : *key ? NULL : key;
}

/* One setting: "liquor: its own price growth on top" */
static void
setting_phrase(struct text *out, const struct plan *p, const struct plan_entry *e, enum language language)
{
    const char *last = strrchr(e->key, '.');
    struct text part = { 0 }, owner = { 0 };

    text_add_bytes(&part, e->key, last ? (size_t) (last - e->key) : 0);
    if (part.length)
        why_part_phrase(&owner, p, text_of(&part), language);
    if (owner.length)
        word_fill(out, language, WORD_part_of_region,
                  (const char *const[]) { text_of(&owner), e->setting->meaning[language], NULL });
    else
        text_add(out, e->setting->meaning[language]);
    text_free(&part);
    text_free(&owner);
}

void
why_part_phrase(struct text *out, const struct plan *p, const char *key, enum language language)
{
    for (size_t i = 0; i < p->entries; i++)
        if (!strcmp(p->entry[i].key, key)) {
            setting_phrase(out, p, &p->entry[i], language);
            return;
        }
    if (!*key)
        text_add(out, word_in(language, WORD_part_rest));
    else if (!strcmp(key, "peers"))
        text_add(out, word_in(language, WORD_part_peers));
    else if (!strcmp(key, "modernization"))
        text_add(out, word_in(language, WORD_part_modernization));
    for (size_t r = 0; r < p->regions; r++)
        if (below(key, &p->region[r]))
            region_phrase(out, p, r, below(key, &p->region[r]), language);
}

void
why_order(size_t *order, const struct shapley *s)
{
    for (size_t i = 0; i < s->parts; i++) {
        size_t at = i;

        while (at > 0 && *s->part[i].key
               && (!*s->part[order[at - 1]].key || fabs(s->part[order[at - 1]].value) < fabs(s->part[i].value))) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
    }
}

void
why_title(struct text *out, const struct comparison *c, const struct why *w)
{
    const enum language language = c->base.language;
    const int decimals = indicators[w->indicator].decimals;
    char year[TEXT_NUMBER], before[NUMBER_SHOWN], after[NUMBER_SHOWN];
    struct text key = { 0 };

    text_print(&key, "short_%s", indicators[w->indicator].key);
    word_fill(out, language, WORD_why_title,
              (const char *const[]) { word_in(language, word_find(text_of(&key))), text_number(year, w->year),
                                      c->title[w->from], number_shown(before, w->shares.base, decimals, language),
                                      c->title[w->to], number_shown(after, w->shares.variant, decimals, language),
                                      NULL });
    text_free(&key);
}

void
why_fill(struct table *table, const struct comparison *c, const struct why *w)
{
    const struct plan *p = c->scenario[w->from].trajectory->plan;
    const int decimals = indicators[w->indicator].decimals;
    struct text cell = { 0 };
    size_t order[SHAPLEY_GROUPS];

    why_order(order, &w->shares);
    table_init(table, "lr", 2);
    for (size_t i = 0; i < w->shares.parts; i++) {
        const struct shapley_part *part = &w->shares.part[order[i]];
        const size_t row = table_row(table);
        char number[NUMBER_SHOWN];

        why_part_phrase(&cell, p, part->key, c->base.language);
        table_set(table, row, 0, text_of(&cell));
        table_set(table, row, 1, number_signed(number, part->value, decimals, c->base.language));
        text_free(&cell);
    }
}

void
comparison_why(struct text *out, const struct comparison *c, const struct why *w)
{
    struct table table;

    why_title(out, c, w);
    text_add(out, "\n");
    why_fill(&table, c, w);
    table_draw(out, &table, 2, c->base.width, c->base.ambiguous);
    table_free(&table);
}

static void
row(struct text *out, const char *part, size_t settings, double x)
{
    csv_add_field(out, part);
    text_add(out, ",");
    if (settings)
        text_print(out, "%zu", settings);
    text_add(out, ",");
    csv_add_number(out, x);
    text_add(out, "\n");
}

void
why_table(struct text *out, const struct why *w, const struct compared *scenario)
{
    size_t order[SHAPLEY_GROUPS];

    text_print(out, "part,settings,%s %d\n", indicators[w->indicator].key, w->year);
    row(out, scenario[w->from].trajectory->plan->name, 0, w->shares.base);
    why_order(order, &w->shares);
    for (size_t i = 0; i < w->shares.parts; i++) {
        const struct shapley_part *part = &w->shares.part[order[i]];

        row(out, *part->key ? part->key : "rest", part->entries, part->value);
    }
    row(out, scenario[w->to].trajectory->plan->name, 0, w->shares.variant);
}
