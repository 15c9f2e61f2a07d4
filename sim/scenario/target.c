/* Targets: what is judged, of which region and year, against what. */
#include <string.h>
#include "models/indicator.h"
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/reach.h"
#include "scenario/tables.h"
#include "scenario/unit.h"
#include "scenario/value.h"

static const enum target_setting relation_rows[RELATIONS] = {
    [AT_LEAST] = TARGET_AT_LEAST, [AT_MOST] = TARGET_AT_MOST,         [ABOVE] = TARGET_ABOVE,
    [BELOW] = TARGET_BELOW,       [IMPROVES_ON] = TARGET_IMPROVES_ON,
};

static const char *
key_of(enum target_setting row)
{
    return target_settings.rows[row].key;
}

static struct node *
child_of(const struct node *n, enum target_setting row)
{
    return node_child(n, key_of(row));
}

/* A year of the horizon; 0 where there is none */
static int
read_year(struct check *c, const struct node *target, enum target_setting row)
{
    struct node *n = child_of(target, row);
    int year = 0;

    if (!n || !value_year(c, n, key_of(row), &year) || !year_inside(c, n, year))
        return 0;
    return year;
}

static size_t
read_region(struct check *c, const struct node *target, enum target_setting row)
{
    struct node *n = child_of(target, row);

    return n ? find_region(c, n, key_of(row)) : PLAN_NONE;
}

/* Exactly one relation; NULL after a complaint */
static struct node *
read_relation(struct check *c, struct node *target, struct plan_target *g)
{
    struct node *found = NULL;

    for (int k = 0; k < RELATIONS; k++) {
        struct node *n = child_of(target, relation_rows[k]);

        if (n && found) {
            complain(c, n->place, WORD_two_relations, g->key, found->name, n->name);
            return NULL;
        }
        if (n) {
            found = n;
            g->relation = (enum relation) k;
        }
    }
    if (!found && !c->incomplete)
        complain(c, target->place, WORD_no_relation, g->key);
    return found;
}

static bool
same_measure(enum unit a, enum unit b)
{
    const bool both_points = (a == UNIT_PERCENT || a == UNIT_POINTS) && (b == UNIT_PERCENT || b == UNIT_POINTS);

    return a == b || both_points;
}

/* A number, with or without unit, or the name of another indicator of the region */
static void
read_bound(struct check *c, struct node *n, struct plan_target *g)
{
    const enum unit unit = plan_target_unit(g);
    const bool is_name = n->kind == NODE_STRING && !strpbrk(n->text, "0123456789");
    struct reach found = { PLAN_NONE, PLAN_NONE };

    if (n->kind == NODE_STRING)
        found = reach_named(c->plan, g->region, n->text);
    if (found.indicator == PLAN_NONE && !is_name) {
        const struct setting row = { .key = n->name, .unit = unit };

        value_in_range(c, n, &row, &g->bound);
        return;
    }
    found = reach_read(c, n, n->name, g->region);
    if (found.indicator == PLAN_NONE)
        return;
    if (!same_measure(unit, indicators[found.indicator].unit))
        complain(c, n->place, WORD_bound_unit, n->text, unit_word(indicators[found.indicator].unit), unit_word(unit));
    g->bound_indicator = found.indicator;
    g->bound_sector = found.sector;
}

static void
read_improvement(struct check *c, struct node *target, struct node *improves_on, struct plan_target *g)
{
    struct node *by = child_of(target, TARGET_BY), *times = child_of(target, TARGET_TIMES);

    g->improves_year = read_year(c, target, TARGET_IMPROVES_ON);
    if (g->improves_year && g->year && g->improves_year >= g->year)
        complain(c, improves_on->place, WORD_year_not_before, "improves_on", "year");
    if (g->improves_year && g->from && g->improves_year <= g->from)
        complain(c, improves_on->place, WORD_year_not_before, "from", "improves_on");
    if (by && times)
        complain(c, times->place, WORD_by_or_times, g->key);
    if (by)
        value_in_range(c, by, &(struct setting) { .key = "by", .unit = plan_target_unit(g) }, &g->by);
    if (times)
        value_in_range(c, times, &target_settings.rows[TARGET_TIMES], &g->times);
}

/* by and times say how much better than an earlier year, and mean nothing elsewhere. */
static void
refuse_improvement(struct check *c, const struct node *target)
{
    const struct node *by = child_of(target, TARGET_BY), *times = child_of(target, TARGET_TIMES);

    if (by)
        complain(c, by->place, WORD_only_with, "by", "improves_on");
    if (times)
        complain(c, times->place, WORD_only_with, "times", "improves_on");
}

/* An index of which no part can pass its cap cannot pass it either. */
static void
check_cap(struct check *c, const struct node *bound, const struct plan_target *g)
{
    const struct plan_modernization *m = &c->plan->modernization;
    const bool more = g->relation == AT_LEAST || g->relation == ABOVE;
    char cap_text[TEXT_NUMBER];
    double cap;

    if (!more || strcmp(indicators[g->indicator].key, "modernization") != 0 || g->from || g->over != PLAN_NONE
        || g->relative_to != PLAN_NONE || g->bound_indicator != PLAN_NONE || m->count == 0 || m->cap == PLAN_NONE)
        return;
    cap = *plan_values(c->plan, m->cap);
    if (cap <= 100 && (g->bound > 100 || (g->relation == ABOVE && g->bound >= 100)))
        complain(c, bound->place, WORD_cap_too_low, g->key, text_number(cap_text, cap));
}

static void
read_others(struct check *c, struct node *target, struct plan_target *g)
{
    struct node *over = child_of(target, TARGET_OVER), *relative = child_of(target, TARGET_RELATIVE_TO);
    const struct indicator *i = &indicators[g->indicator];
    const size_t other = g->over != PLAN_NONE ? g->over : g->relative_to;
    const struct node *n = g->over != PLAN_NONE ? over : relative;

    if (over && relative)
        complain(c, relative->place, WORD_over_or_relative, g->key);
    if (other == PLAN_NONE || !n)
        return;
    if (i->of_sector || (!c->unclear && !c->incomplete && !reach_has(c->plan, other, g->indicator)))
        complain(c, n->place, WORD_indicator_not_reported, c->plan->region[other].key,
                 child_of(target, TARGET_INDICATOR)->text);
}

/* Years in their order, and not before the indicator has a value */
static void
check_years(struct check *c, const struct node *target, const struct plan_target *g)
{
    const int first = c->plan->start + indicators[g->indicator].from_second_year;
    const struct {
        enum target_setting row;
        int year;
    } years[] = {
        { TARGET_YEAR, g->year },
        { TARGET_FROM, g->from },
        { TARGET_IMPROVES_ON, g->improves_year },
    };

    if (g->from && g->year && g->from >= g->year)
        complain(c, child_of(target, TARGET_FROM)->place, WORD_year_not_before, "from", "year");
    for (size_t i = 0; i < sizeof years / sizeof years[0]; i++)
        if (c->has_horizon && years[i].year && years[i].year < first)
            complain(c, child_of(target, years[i].row)->place, WORD_no_value_in_base_year,
                     child_of(target, TARGET_INDICATOR)->text);
}

/* Bounds have the unit of what is judged, not one of the table: they are read before. */
static void
read_texts(struct check *c, struct node *target, struct plan_target *g)
{
    static const enum row_use use[TARGET_SETTINGS] = {
        [TARGET_AT_LEAST] = ROW_ELSEWHERE, [TARGET_AT_MOST] = ROW_ELSEWHERE, [TARGET_ABOVE] = ROW_ELSEWHERE,
        [TARGET_BELOW] = ROW_ELSEWHERE,    [TARGET_BY] = ROW_ELSEWHERE,      [TARGET_TIMES] = ROW_ELSEWHERE,
    };
    const struct node *tolerance, *counts;

    group_read(c, target, &target_settings, use, arena_print(c->arena, "targets.%s", g->key), NULL);
    tolerance = child_of(target, TARGET_TOLERANCE);
    counts = child_of(target, TARGET_COUNTS);
    g->name = text_child(c, target, "name");
    g->name_zh = text_child(c, target, "name_zh");
    g->source = text_child(c, target, "source");
    g->source_zh = text_child(c, target, "source_zh");
    g->group = text_child(c, target, "group");
    g->attribute = text_child(c, target, "attribute");
    g->tolerance = node_is_number(tolerance) ? tolerance->number : 0;
    g->counts = counts->flag;
}

/* What is judged: region, indicator, years, other regions; false where the rest cannot be checked */
static bool
read_subject(struct check *c, struct node *target, struct plan_target *g)
{
    struct node *indicator = child_of(target, TARGET_INDICATOR), *step = child_of(target, TARGET_STEP);
    struct reach found = { PLAN_NONE, PLAN_NONE };

    g->step = step ? find_step(c, step, "step") : PLAN_NONE;
    g->region = child_of(target, TARGET_REGION) ? read_region(c, target, TARGET_REGION) : c->plan->home;
    g->year = read_year(c, target, TARGET_YEAR);
    g->from = read_year(c, target, TARGET_FROM);
    g->over = read_region(c, target, TARGET_OVER);
    g->relative_to = read_region(c, target, TARGET_RELATIVE_TO);
    if (indicator)
        found = reach_read(c, indicator, "indicator", g->region);
    g->indicator = found.indicator;
    g->sector = found.sector;
    return found.indicator != PLAN_NONE;
}

static void
read_target(struct check *c, struct node *n, struct plan_target *g)
{
    struct node *relation;
    bool clear;

    *g = (struct plan_target) { .key = arena_text(&c->plan->arena, n->name),
                                .bound_indicator = PLAN_NONE,
                                .bound_sector = PLAN_NONE,
                                .times = 1,
                                .place = n->place };
    group_unknown(c, n, &target_settings, NULL);
    clear = read_subject(c, n, g);
    relation = read_relation(c, n, g);
    if (clear && relation && g->relation == IMPROVES_ON)
        read_improvement(c, n, relation, g);
    else if (relation && g->relation != IMPROVES_ON) {
        refuse_improvement(c, n);
        if (clear)
            read_bound(c, relation, g);
    }
    if (clear) {
        read_others(c, n, g);
        check_years(c, n, g);
        if (relation)
            check_cap(c, relation, g);
    }
    read_texts(c, n, g);
}

void
check_targets(struct check *c)
{
    struct node *targets = group_child(c, c->root, "targets");
    struct plan *p = c->plan;

    if (!targets)
        return;
    p->target = arena_new(&p->arena, targets->count + 1, sizeof *p->target);
    for (struct node *n = targets->first; n; n = n->next)
        if (group_child(c, targets, n->name))
            read_target(c, n, &p->target[p->targets++]);
}
