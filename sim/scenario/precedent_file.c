/* A reference class of regions named by the scenario, whose records stand in a long table such as history.csv. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/csv.h"
#include "models/indicator.h"
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/read.h"
#include "scenario/tables.h"
#include "scenario/value.h"

#define MOST_YEARS 200
#define MOST_REGIONS 3000 /* all counties */
#define MOST_SPANS 20

/* Series that a record may be computed from */
enum series_of { GDP, GDP_GROWTH, POPULATION, ITSELF, SERIES };

/* The regions of the class, the nation and home, and their series by year from `first` on; NaN where blank. */
struct records {
    const char **region;
    size_t regions, home, nation; /* PLAN_NONE: no nation */
    const char *itself;           /* the class's indicator */
    int first, last;
    double *value; /* [regions][SERIES][MOST_YEARS] */
    const char *path;
    struct place place; /* where the file is named */
};

static double *
value_at(const struct records *r, size_t region, enum series_of series, int year)
{
    return &r->value[(region * SERIES + series) * MOST_YEARS + (size_t) (year - r->first)];
}

static size_t
region_row(const struct records *r, const char *name)
{
    size_t i = 0;

    while (i < r->regions && strcmp(r->region[i], name) != 0)
        i++;
    return i;
}

static enum series_of
series_row(const struct records *r, const char *name)
{
    return !strcmp(name, "gdp")          ? GDP
           : !strcmp(name, "gdp_growth") ? GDP_GROWTH
           : !strcmp(name, "population") ? POPULATION
           : !strcmp(name, r->itself)    ? ITSELF
                                         : SERIES;
}

static void
read_row(struct check *c, const struct csv *csv, const size_t column[4], size_t row, struct records *r)
{
    const size_t region = region_row(r, csv_cell(csv, row, column[0]));
    const enum series_of series = series_row(r, csv_cell(csv, row, column[1]));
    double year, value;

    if (region == r->regions || series == SERIES || csv_number(csv, row, column[2], &year, c->err))
        return;
    if (!(year >= r->first && year <= r->last) || csv_number(csv, row, column[3], &value, c->err))
        return;
    *value_at(r, region, series, (int) year) = value;
    if (series == GDP && !strcmp(r->itself, "gdp"))
        *value_at(r, region, ITSELF, (int) year) = value;
    if (series == POPULATION && !strcmp(r->itself, "population"))
        *value_at(r, region, ITSELF, (int) year) = value;
}

static bool
read_table(struct check *c, struct records *r)
{
    static const char *const name[4] = { "region", "indicator", "year", "value" };
    size_t column[4];
    struct csv csv = { 0 };
    bool ok = csv_read(&csv, r->path, r->place, c->err) == OK;

    if (ok)
        read_remember(c, r->path, csv.input.sha256);
    for (int i = 0; i < 4 && ok; i++)
        ok = csv_need(&csv, name[i], &column[i], c->err) == OK;
    for (size_t row = 0; row < csv.rows && ok; row++)
        read_row(c, &csv, column, row, r);
    csv_free(&csv);
    return ok;
}

/* Change a year over the span: growth in percent of amounts, points of the rest. Real growth is compounded from the
 * yearly rates; a head is one of those at the year's end. */
static double
change(const struct records *r, size_t region, const struct indicator *x, const struct plan_span *s)
{
    const bool real = !strcmp(x->key, "gdp_real"), head = !strcmp(x->key, "gdp_per_capita_real");
    const double years = s->to - s->from;
    double ratio = 1;

    for (int year = s->from + 1; year <= s->to && (real || head); year++)
        ratio *= 1 + *value_at(r, region, GDP_GROWTH, year) / 100;
    if (head)
        ratio *= *value_at(r, region, POPULATION, s->from) / *value_at(r, region, POPULATION, s->to);
    else if (!real && x->is_level)
        ratio = *value_at(r, region, ITSELF, s->to) / *value_at(r, region, ITSELF, s->from);
    else if (!real)
        return (*value_at(r, region, ITSELF, s->to) - *value_at(r, region, ITSELF, s->from)) / years;
    return ratio > 0 ? 100 * (pow(ratio, 1 / years) - 1) : NAN;
}

/* The names of a region that the run knows; else what the file calls it */
static struct plan_member
member_of(struct check *c, const struct records *r, size_t region, const struct plan_class *class,
          const struct plan_span *s)
{
    const struct indicator *x = &indicators[class->indicator];
    const char *key = arena_text(&c->plan->arena, r->region[region]);
    struct plan_member m = { key, key, *value_at(r, region, GDP, s->from), change(r, region, x, s) };

    for (size_t i = 0; i < c->plan->regions; i++)
        if (!strcmp(c->plan->region[i].key, key)) {
            m.name = c->plan->region[i].name;
            m.name_zh = c->plan->region[i].name_zh;
        }
    if (r->nation != PLAN_NONE)
        m.excess -= change(r, r->nation, x, s);
    if (x->less_is_better)
        m.excess = -m.excess;
    return m;
}

static void
complain_of_gap(struct check *c, const struct records *r, size_t region, const struct plan_class *class,
                const struct plan_span *s)
{
    char from[TEXT_NUMBER], to[TEXT_NUMBER];

    complain(c, r->place, WORD_class_gap, r->path, indicators[class->indicator].key, r->region[region],
             text_number(from, s->from), text_number(to, s->to));
}

static void
fill_span(struct check *c, const struct records *r, const struct plan_class *class, struct plan_span *s, size_t named)
{
    s->member = arena_new(&c->plan->arena, named + 1, sizeof *s->member);
    for (size_t i = 0; i < named; i++) {
        const struct plan_member m = member_of(c, r, i, class, s);

        if (isnan(m.excess))
            complain_of_gap(c, r, i, class, s);
        s->member[s->members++] = m;
    }
    s->own = member_of(c, r, r->home, class, s);
}

/* ((from, to), ...), years before the base year's end */
static bool
read_spans(struct check *c, struct node *n, struct plan_class *class)
{
    struct node *list = node_child(n, "spans");

    if (!list || list->kind != NODE_LIST || list->count == 0) {
        complain(c, list ? list->place : n->place, WORD_class_spans, n->name);
        return false;
    }
    if (list_too_long(c, list, list->count, "spans", MOST_SPANS))
        return false;
    class->span = arena_new(&c->plan->arena, list->count, sizeof *class->span);
    for (struct node *x = list->first; x; x = x->next) {
        struct plan_span *s = &class->span[class->spans++];

        if (x->kind != NODE_LIST || x->count != 2) {
            complain(c, x->place, WORD_class_spans, n->name);
            return false;
        }
        if (!value_year(c, x->first, "spans", &s->from) || !value_year(c, x->last, "spans", &s->to))
            return false;
        if (s->from >= s->to || s->to > c->plan->start) {
            complain(c, x->place, WORD_class_spans, n->name);
            return false;
        }
    }
    return true;
}

static bool
take_years(struct check *c, const struct node *n, const struct plan_class *class, struct records *r)
{
    r->first = r->last = class->span[0].from;
    for (size_t i = 0; i < class->spans; i++) {
        r->first = class->span[i].from < r->first ? class->span[i].from : r->first;
        r->last = class->span[i].to > r->last ? class->span[i].to : r->last;
    }
    if (r->last - r->first < MOST_YEARS)
        return true;
    complain(c, n->place, WORD_class_spans, n->name);
    return false;
}

/* The list of names, then home and the nation */
static bool
take_regions(struct check *c, struct node *n, struct records *r)
{
    struct node *list = node_child(n, "regions");
    const struct node *nation = node_child(n, "against");

    if (!list || list->kind != NODE_LIST || list->count == 0) {
        complain(c, list ? list->place : n->place, WORD_class_empty, n->name);
        return false;
    }
    if (list_too_long(c, list, list->count, "regions", MOST_REGIONS))
        return false;
    r->region = arena_new(c->arena, list->count + 2, sizeof *r->region);
    for (struct node *x = list->first; x; x = x->next) {
        const char *name = value_text(c, x, "regions");

        if (!name)
            return false;
        if (region_row(r, name) < r->regions) {
            complain(c, x->place, WORD_named_twice, name);
            return false;
        }
        r->region[r->regions++] = name;
    }
    r->home = region_row(r, c->plan->region[c->plan->home].key);
    r->region[r->regions] = c->plan->region[c->plan->home].key;
    r->regions += r->home == r->regions;
    r->nation = nation ? region_row(r, nation->text) : PLAN_NONE;
    if (nation && r->nation == r->regions)
        r->region[r->regions++] = nation->text;
    return true;
}

void
read_file_class(struct check *c, struct node *n, struct plan_class *class)
{
    struct node *file = node_child(n, "file"), *against = node_child(n, "against");
    struct records r = { .path = value_file(c, file, "file"),
                         .place = file->place,
                         .itself = indicators[class->indicator].key };

    if (!r.path || (against && !value_text(c, against, "against")))
        return;
    if (!take_regions(c, n, &r) || !read_spans(c, n, class) || !take_years(c, n, class, &r))
        return;
    r.value = memory_new(r.regions * SERIES * MOST_YEARS, sizeof *r.value);
    for (size_t i = 0; i < r.regions * SERIES * MOST_YEARS; i++)
        r.value[i] = NAN;
    if (read_table(c, &r)) {
        const size_t named = node_child(n, "regions")->count;

        class->over_nation = against != NULL;
        for (size_t i = 0; i < class->spans; i++)
            fill_span(c, &r, class, &class->span[i], named);
    }
    free(r.value);
}
