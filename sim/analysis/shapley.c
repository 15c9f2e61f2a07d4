#include "analysis/shapley.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/alike.h"
#include "engine/world.h"

/* The settings that differ, and the group of each; a plan whose values are moved from one scenario to the other. */
struct game {
    const struct plan *base, *variant;
    struct plan moving;
    size_t *group; /* [entries]; PLAN_NONE: no difference */
    struct world world;
    bool rebuild;     /* for each run: life tables are made with the world, not with the run */
    size_t series, t; /* of the figure */
};

static bool
entry_differs(const struct game *g, size_t entry)
{
    const struct plan_entry *e = &g->base->entry[entry];

    return memcmp(&g->base->value[e->offset], &g->variant->value[e->offset], e->length * sizeof(double)) != 0;
}

/* Characters of the key up to its so-manyth part; all of a shorter one */
static size_t
key_parts(const char *key, int parts)
{
    const char *at = key;

    for (; *at; at++)
        if (*at == '.' && --parts == 0)
            break;
    return (size_t) (at - key);
}

/* "regions.zunyi.production", "regions.zunyi.sectors.liquor", "peers" */
static size_t
section_length(const char *key)
{
    if (strncmp(key, "regions.", 8) != 0)
        return key_parts(key, 1);
    return key_parts(key, !strncmp(key + key_parts(key, 2), ".sectors.", 9) ? 4 : 3);
}

static void
part_add(struct shapley *s, const char *key, size_t length)
{
    struct text copy = { 0 };

    text_add(&copy, ""); /* a string even where it is empty */
    text_add_bytes(&copy, key, length);
    s->part[s->parts++] = (struct shapley_part) { .key = copy.at };
}

static enum status
too_many(size_t count, struct error *err)
{
    char found[TEXT_NUMBER], most[TEXT_NUMBER];

    return error_add(err, FAILED_INPUT, NOWHERE, WORD_shapley_groups, text_number(found, (double) count),
                     text_number(most, SHAPLEY_GROUPS));
}

static bool
begins_with(const char *key, const char *name)
{
    const size_t length = strlen(name);

    return !strncmp(key, name, length) && (key[length] == '.' || key[length] == '\0');
}

enum status
shapley_names(const struct plan *p, const char *const *names, size_t count, struct error *err)
{
    enum status rc = OK;

    for (size_t k = 0; k < count; k++) {
        size_t i = 0;

        while (i < p->entries && !begins_with(p->entry[i].key, names[k]))
            i++;
        if (i == p->entries)
            rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_shapley_name, names[k]);
    }
    return count > SHAPLEY_GROUPS ? too_many(count, err) : rc;
}

static enum status
group_names(struct game *g, struct shapley *s, const char *const *names, size_t count, struct error *err)
{
    enum status rc = shapley_names(g->base, names, count, err);
    size_t rest = PLAN_NONE;

    for (size_t k = 0; k < count && !rc; k++)
        part_add(s, names[k], strlen(names[k]));
    for (size_t i = 0; i < g->base->entries && !rc; i++) {
        size_t k = 0;

        g->group[i] = PLAN_NONE;
        if (!entry_differs(g, i))
            continue;
        while (k < count && !begins_with(g->base->entry[i].key, names[k]))
            k++;
        if (k == count && rest == PLAN_NONE) {
            if (count == SHAPLEY_GROUPS)
                return too_many(count + 1, err);
            part_add(s, "", 0);
            rest = k;
        }
        g->group[i] = k;
        s->part[k].entries++;
    }
    return rc;
}

static void
take_values(struct game *g, size_t entry, const struct plan *from)
{
    const struct plan_entry *e = &g->base->entry[entry];

    memcpy(&g->moving.value[e->offset], &from->value[e->offset], e->length * sizeof(double));
}

static bool
residents_differ(const struct game *g)
{
    for (size_t i = 0; i < g->base->entries; i++)
        if (entry_differs(g, i) && strstr(g->base->entry[i].key, ".population."))
            return true;
    return false;
}

static enum status
project(struct game *g, double *value, struct error *err)
{
    enum status rc = OK;

    if (g->rebuild) {
        world_free(&g->world);
        rc = world_init(&g->world, &g->moving, err);
    }
    if (!rc)
        rc = world_run(&g->world, err);
    *value = rc ? 0 : world_row(&g->world, g->series, g->t)[0];
    return rc;
}

/* The figure when the groups of the set have the variant's values. */
static enum status
play(struct game *g, size_t set, double *value, struct error *err)
{
    for (size_t i = 0; i < g->base->entries; i++)
        take_values(g, i, g->group[i] != PLAN_NONE && (set >> g->group[i] & 1) ? g->variant : g->base);
    return project(g, value, err);
}

/* A section of the file some of whose settings differ, and how far it moves the figure by itself */
struct section {
    const char *key;
    size_t length, number;
    double effect;
};

static bool
in_section(const char *key, const struct section *s)
{
    return section_length(key) == s->length && !strncmp(key, s->key, s->length);
}

/* In the order of the plan; the list is freed with free(). */
static struct section *
list_sections(const struct game *g, size_t *count)
{
    struct section *list = memory_new(g->base->entries + 1, sizeof *list);

    *count = 0;
    for (size_t i = 0; i < g->base->entries; i++) {
        const char *key = g->base->entry[i].key;
        size_t k = 0;

        if (!entry_differs(g, i))
            continue;
        while (k < *count && !in_section(key, &list[k]))
            k++;
        if (k == *count) {
            list[k] = (struct section) { key, section_length(key), k, 0 };
            ++*count;
        }
    }
    return list;
}

static enum status
measure_sections(struct game *g, struct section *list, size_t count, struct error *err)
{
    double base;
    enum status rc = project(g, &base, err);

    for (size_t k = 0; k < count && !rc; k++) {
        for (size_t i = 0; i < g->base->entries; i++)
            take_values(g, i, in_section(g->base->entry[i].key, &list[k]) ? g->variant : g->base);
        rc = project(g, &list[k].effect, err);
        list[k].effect = fabs(list[k].effect - base);
    }
    return rc;
}

static int
larger_first(const void *a, const void *b)
{
    const struct section *x = a, *y = b;

    if (x->effect != y->effect)
        return x->effect > y->effect ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}

static int
as_in_plan(const void *a, const void *b)
{
    const struct section *x = a, *y = b;

    return x->number < y->number ? -1 : 1;
}

/* A part for each of the sections, and one for what is in none of them */
static void
assign(struct game *g, struct shapley *s, const struct section *list, size_t count)
{
    for (size_t k = 0; k < count; k++)
        part_add(s, list[k].key, list[k].length);
    for (size_t i = 0; i < g->base->entries; i++) {
        size_t k = 0;

        g->group[i] = PLAN_NONE;
        if (!entry_differs(g, i))
            continue;
        while (k < count && !in_section(g->base->entry[i].key, &list[k]))
            k++;
        if (k == s->parts)
            part_add(s, "", 0);
        g->group[i] = k;
        s->part[k].entries++;
    }
}

static enum status
group_sections(struct game *g, struct shapley *s, size_t most, struct error *err)
{
    size_t count;
    struct section *list = list_sections(g, &count);
    enum status rc = OK;

    if (count > most) {
        rc = measure_sections(g, list, count, err);
        qsort(list, count, sizeof *list, larger_first);
        qsort(list, most - 1, sizeof *list, as_in_plan);
        count = most - 1;
    }
    if (!rc)
        assign(g, s, list, count);
    free(list);
    return rc;
}

static size_t
members(size_t set)
{
    size_t count = 0;

    for (; set; set &= set - 1)
        count++;
    return count;
}

/* The sets of one size share a weight: 1/n over the number of sets of that size without the group. */
static void
share_out(struct shapley *s, const double *value)
{
    const size_t n = s->parts;
    double weight[SHAPLEY_GROUPS + 1];

    weight[0] = 1.0 / (double) (n ? n : 1);
    for (size_t k = 1; k < n; k++)
        weight[k] = weight[k - 1] * (double) k / (double) (n - k);
    for (size_t i = 0; i < n; i++)
        for (size_t set = 0; set < s->runs; set++)
            if (!(set >> i & 1))
                s->part[i].value += weight[members(set)] * (value[set | (size_t) 1 << i] - value[set]);
}

static enum status
play_all(struct game *g, struct shapley *s, struct error *err)
{
    double *value;
    enum status rc = OK;

    s->runs = (size_t) 1 << s->parts;
    value = memory_new(s->runs, sizeof *value);
    for (size_t set = 0; set < s->runs && !rc; set++)
        rc = play(g, set, &value[set], err);
    if (!rc) {
        s->base = value[0];
        s->variant = value[s->runs - 1];
        share_out(s, value);
    }
    free(value);
    return rc;
}

static bool
is_reported(const struct game *g, int year)
{
    const struct series *list = g->world.series;

    return list && g->series != PLAN_NONE && year >= g->base->start && year <= g->base->end
           && g->t >= list[g->series].first;
}

static enum status
game_open(struct game *g, struct shapley_figure of, struct error *err)
{
    char year[TEXT_NUMBER];
    enum status rc;

    g->moving = *g->base;
    g->moving.value = memory_new(g->base->values + 1, sizeof *g->moving.value);
    g->group = memory_new(g->base->entries + 1, sizeof *g->group);
    memcpy(g->moving.value, g->base->value, g->base->values * sizeof *g->moving.value);
    rc = world_init(&g->world, &g->moving, err);
    if (rc)
        return rc;
    g->series = series_find(g->world.series, g->world.count, of.region, of.key);
    g->t = (size_t) (of.year - g->base->start);
    g->rebuild = residents_differ(g);
    if (!is_reported(g, of.year))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_shapley_figure, of.key, text_number(year, of.year));
    return OK;
}

static void
game_close(struct game *g)
{
    world_free(&g->world);
    free(g->moving.value);
    free(g->group);
}

enum status
shapley(struct shapley *out, const struct plan *base, const struct plan *variant, struct shapley_figure of,
        const char *const *names, size_t count, struct error *err)
{
    struct game g = { .base = base, .variant = variant };
    struct text what = { 0 };
    enum status rc = OK;

    *out = (struct shapley) { 0 };
    if (!plans_alike(base, variant, &what))
        rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_shapley_not_alike, base->name, variant->name, text_of(&what));
    text_free(&what);
    if (rc)
        return rc;
    rc = game_open(&g, of, err);
    if (!rc)
        rc = names                                 ? group_names(&g, out, names, count, err)
             : count < 1 || count > SHAPLEY_GROUPS ? too_many(count, err)
                                                   : group_sections(&g, out, count, err);
    if (!rc)
        rc = play_all(&g, out, err);
    game_close(&g);
    return rc;
}

void
shapley_free(struct shapley *s)
{
    for (size_t i = 0; i < s->parts; i++)
        free(s->part[i].key);
    *s = (struct shapley) { 0 };
}
