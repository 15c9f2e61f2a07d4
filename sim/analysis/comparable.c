/* What scenarios have in common: what forbids to compare them, and what is compared only in part. */
#include "analysis/compare.h"
#include <string.h>

struct pair {
    const struct plan *base, *other;
    struct place place; /* of the other's file */
    struct error *err;
};

static void
warn(const struct pair *p, enum word word, const char *what)
{
    error_add(p->err, OK, p->place, word, p->base->name, what);
}

/* A warning with a list of keys, unless it is empty; frees it. */
static void
warn_of_list(const struct pair *p, enum word word, struct text *keys)
{
    if (keys->length)
        warn(p, word, text_of(keys));
    text_free(keys);
}

static void
add_key(struct text *keys, const char *key)
{
    text_print(keys, "%s%s", keys->length ? ", " : "", key);
}

static enum status
check_home(const struct pair *p)
{
    const char *base = p->base->region[p->base->home].key, *other = p->other->region[p->other->home].key;
    char start[TEXT_NUMBER], base_start[TEXT_NUMBER];
    enum status rc = OK;

    text_number(start, p->other->start);
    text_number(base_start, p->base->start);
    if (strcmp(base, other) != 0)
        rc = error_add(p->err, FAILED_INPUT, p->place, WORD_compare_homes, other, p->base->name, base);
    if (p->base->start != p->other->start)
        rc = error_add(p->err, FAILED_INPUT, p->place, WORD_compare_base_years, start, p->base->name, base_start);
    return rc;
}

static void
check_horizon(const struct pair *p)
{
    char end[TEXT_NUMBER], base_end[TEXT_NUMBER];

    text_number(end, p->other->end);
    text_number(base_end, p->base->end);
    if (p->base->end != p->other->end)
        error_add(p->err, OK, p->place, WORD_compare_horizons, end, p->base->name, base_end);
}

static const char *
benchmark_key(const struct plan *p)
{
    return p->benchmark == PLAN_NONE ? "" : p->region[p->benchmark].key;
}

static bool
same_index(const struct plan *a, const struct plan *b)
{
    const struct plan_modernization *x = &a->modernization, *y = &b->modernization;

    if (x->count != y->count)
        return false;
    for (size_t i = 0; i < x->count; i++)
        if (x->indicator[i] != y->indicator[i]
            || a->value[a->entry[x->weight[i]].offset] != b->value[b->entry[y->weight[i]].offset])
            return false;
    return !x->count || a->value[a->entry[x->cap].offset] == b->value[b->entry[y->cap].offset];
}

static void
check_bar(const struct pair *p)
{
    if (strcmp(benchmark_key(p->base), benchmark_key(p->other)) != 0)
        warn(p, WORD_compare_benchmarks, NULL);
    if (!same_index(p->base, p->other))
        warn(p, WORD_compare_weights, NULL);
}

static void
regions_without(struct text *keys, const struct plan *of, const struct plan *in)
{
    for (size_t i = 0; i < of->regions; i++) {
        size_t k = 0;

        while (k < in->regions && strcmp(of->region[i].key, in->region[k].key) != 0)
            k++;
        if (k == in->regions)
            add_key(keys, of->region[i].key);
    }
}

static const struct plan_target *
target_of(const struct plan *p, const char *key)
{
    for (size_t i = 0; i < p->targets; i++)
        if (!strcmp(p->target[i].key, key))
            return &p->target[i];
    return NULL;
}

static void
targets_without(struct text *keys, const struct plan *of, const struct plan *in)
{
    for (size_t i = 0; i < of->targets; i++)
        if (!target_of(in, of->target[i].key))
            add_key(keys, of->target[i].key);
}

static void
targets_that_differ(struct text *keys, const struct plan *base, const struct plan *other)
{
    for (size_t i = 0; i < base->targets; i++) {
        const struct plan_target *g = target_of(other, base->target[i].key);

        if (g && !compare_same_target(base, &base->target[i], other, g))
            add_key(keys, g->key);
    }
}

/* Steps of `of` that `in` is without or has in other years */
static void
steps_that_differ(struct text *keys, const struct plan *of, const struct plan *in, bool years)
{
    for (size_t i = 0; i < of->steps; i++) {
        size_t k = 0;

        while (k < in->steps && strcmp(of->step[i].key, in->step[k].key) != 0)
            k++;
        if (k == in->steps || (years && (of->step[i].from != in->step[k].from || of->step[i].to != in->step[k].to)))
            add_key(keys, of->step[i].key);
    }
}

static void
check_lists(const struct pair *p)
{
    struct text keys = { 0 };

    regions_without(&keys, p->base, p->other);
    warn_of_list(p, WORD_compare_lacks_regions, &keys);
    regions_without(&keys, p->other, p->base);
    warn_of_list(p, WORD_compare_more_regions, &keys);
    targets_without(&keys, p->base, p->other);
    warn_of_list(p, WORD_compare_lacks_targets, &keys);
    targets_without(&keys, p->other, p->base);
    warn_of_list(p, WORD_compare_more_targets, &keys);
    targets_that_differ(&keys, p->base, p->other);
    warn_of_list(p, WORD_compare_other_targets, &keys);
    steps_that_differ(&keys, p->base, p->other, true);
    steps_that_differ(&keys, p->other, p->base, false);
    warn_of_list(p, WORD_compare_other_steps, &keys);
}

enum status
compare_check(const struct compared *scenario, const char *const *path, size_t count, struct error *err)
{
    enum status worst = OK;

    for (size_t i = 1; i < count; i++) {
        const struct pair p = { scenario[0].trajectory->plan, scenario[i].trajectory->plan, { path[i], 0 }, err };

        if (check_home(&p)) {
            worst = FAILED_INPUT;
            continue;
        }
        check_horizon(&p);
        check_bar(&p);
        check_lists(&p);
    }
    return worst;
}
