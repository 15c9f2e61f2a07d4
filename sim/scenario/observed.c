/* Observed series: what history says of an indicator, from long tables such as history.csv. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/csv.h"
#include "models/indicator.h"
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/reach.h"
#include "scenario/read.h"
#include "scenario/tables.h"
#include "scenario/unit.h"
#include "scenario/value.h"

/* One entry of `observed` while it is read. The table is kept for the next entry, which is mostly of the same file. */
struct series_file {
    struct csv *csv;
    size_t region, indicator, year, value; /* columns */
    size_t unit;                           /* column, or CSV_NONE */
    enum unit expected;                    /* of the indicator; UNITS where the model does not report it */
    const char *region_name, *indicator_name;
    int from, to;
};

static bool
find_columns(struct check *c, struct series_file *f)
{
    return csv_need(f->csv, "region", &f->region, c->err) == OK
           && csv_need(f->csv, "indicator", &f->indicator, c->err) == OK
           && csv_need(f->csv, "year", &f->year, c->err) == OK && csv_need(f->csv, "value", &f->value, c->err) == OK;
}

/* Where the table names units, they are the indicator's: a series in wan is not one in yi yuan. */
static void
check_unit(struct check *c, const struct series_file *f, size_t row)
{
    const struct place place = { f->csv->path, f->csv->line[row] };

    if (f->unit != CSV_NONE && f->expected != UNITS
        && strcmp(csv_cell(f->csv, row, f->unit), unit_name(f->expected)) != 0)
        complain(c, place, WORD_observed_unit, f->indicator_name, unit_word(f->expected),
                 csv_cell(f->csv, row, f->unit));
}

static bool
is_wanted(const struct series_file *f, size_t row)
{
    return strcmp(csv_cell(f->csv, row, f->region), f->region_name) == 0
           && strcmp(csv_cell(f->csv, row, f->indicator), f->indicator_name) == 0;
}

void
observed_insert(struct check *c, struct observed *o, int year, double value, struct place place)
{
    size_t i = o->count;

    while (i > 0 && o->year[i - 1] > year)
        i--;
    if (i > 0 && o->year[i - 1] == year) {
        char text[TEXT_NUMBER];

        complain(c, place, WORD_observed_twice, o->indicator, text_number(text, year));
        return;
    }
    memmove(&o->year[i + 1], &o->year[i], (o->count - i) * sizeof *o->year);
    memmove(&o->value[i + 1], &o->value[i], (o->count - i) * sizeof *o->value);
    o->year[i] = year;
    o->value[i] = value;
    o->count++;
}

static void
read_rows(struct check *c, const struct series_file *f, struct observed *o)
{
    for (size_t row = 0; row < f->csv->rows; row++) {
        const struct place place = { f->csv->path, f->csv->line[row] };
        double year, value;

        if (!is_wanted(f, row) || csv_number(f->csv, row, f->year, &year, c->err))
            continue;
        if (!(year >= 1000 && year <= 9999 && year == (int) year))
            complain(c, place, WORD_wrong_type, "year", WORD_ARGUMENT(a_year), csv_cell(f->csv, row, f->year));
        else if (year >= f->from && year <= f->to && csv_number(f->csv, row, f->value, &value, c->err) == OK) {
            check_unit(c, f, row);
            observed_insert(c, o, (int) year, value, place);
        }
    }
}

static void
complain_of_gap(struct check *c, const struct series_file *f, int year, struct place place)
{
    char text[TEXT_NUMBER];

    complain(c, place, WORD_csv_gap, arena_print(c->arena, "%s %s", f->region_name, f->indicator_name),
             text_number(text, year));
}

/* Every year from the first wanted (or there) to the last has a value. */
static void
check_gaps(struct check *c, const struct series_file *f, const struct observed *o, struct place place)
{
    int expected = f->from != INT_MIN ? f->from : o->count ? o->year[0] : 0;

    if (o->count == 0) {
        complain(c, place, WORD_observed_nothing, f->region_name, f->indicator_name, f->csv->path);
        return;
    }
    for (size_t i = 0; i < o->count; i++)
        for (; expected <= o->year[i]; expected++)
            if (expected < o->year[i])
                complain_of_gap(c, f, expected, place);
    for (; f->to != INT_MAX && expected <= f->to; expected++)
        complain_of_gap(c, f, expected, place);
}

/* The table of that path in f->csv, read unless it is there already */
static bool
open_table(struct check *c, struct series_file *f, const char *path, struct place named_in)
{
    if (f->csv->path && strcmp(f->csv->path, path) == 0)
        return true;
    csv_free(f->csv);
    if (csv_read(f->csv, path, named_in, c->err) != OK)
        return false;
    read_remember(c, path, f->csv->input.sha256);
    return true;
}

static enum unit
expected_unit(const struct check *c, const struct observed *o)
{
    const struct reach found = o->region == PLAN_NONE ? (struct reach) { PLAN_NONE, PLAN_NONE }
                                                      : reach_named(c->plan, o->region, o->indicator);

    return found.indicator == PLAN_NONE ? UNITS : indicators[found.indicator].unit;
}

static void
read_file_of(struct check *c, struct series_file *f, struct observed *o, struct node *file)
{
    const char *path = value_file(c, file, "file");
    const size_t before = error_count(c->err);

    if (!path || !open_table(c, f, path, file->place))
        return;
    o->year = arena_new(&c->sc->arena, f->csv->rows + 1, sizeof *o->year);
    o->value = arena_new(&c->sc->arena, f->csv->rows + 1, sizeof *o->value);
    f->unit = csv_column(f->csv, "unit");
    f->expected = expected_unit(c, o);
    if (find_columns(c, f))
        read_rows(c, f, o);
    if (error_count(c->err) == before)
        check_gaps(c, f, o, file->place);
}

static int
limit_year(struct check *c, struct node *entry, const char *key, int otherwise)
{
    struct node *n = node_child(entry, key);
    int year = otherwise;

    if (n)
        value_year(c, n, key, &year);
    return year;
}

/* sigma or sigma_percent: a series that has one is fitted to. */
static void
read_sigma(struct check *c, struct node *entry, struct observed *o)
{
    const struct node *sigma = node_child(entry, "sigma"), *percent = node_child(entry, "sigma_percent");

    if (sigma && percent)
        complain(c, percent->place, WORD_either_or, "sigma", "sigma_percent");
    o->relative = percent != NULL;
    if (sigma && node_is_number(sigma))
        o->sigma = sigma->number;
    if (percent && node_is_number(percent))
        o->sigma = percent->number / 100;
}

/* A sigma in percent needs values above 0. */
static void
check_relative(struct check *c, const struct observed *o)
{
    for (size_t i = 0; o->relative && i < o->count; i++)
        if (!(o->value[i] > 0)) {
            char text[TEXT_NUMBER];

            complain(c, o->place, WORD_observed_not_above_0, o->indicator, text_number(text, o->year[i]));
            return;
        }
}

/* Observed indicators may be ones that the model does not report, such as growth_primary. */
static void
read_entry(struct check *c, struct node *entry, struct csv *table)
{
    struct node *region = node_child(entry, "region"), *file = node_child(entry, "file");
    struct observed *o = &c->sc->observed[c->sc->observations++];
    struct series_file f = {
        .csv = table,
        .from = limit_year(c, entry, "from", INT_MIN),
        .to = limit_year(c, entry, "to", INT_MAX),
    };

    o->place = entry->place;
    o->sigma = NAN;
    group_unknown(c, entry, &observed_settings, NULL);
    o->region = region ? find_region(c, region, "region") : PLAN_NONE;
    group_read(c, entry, &observed_settings, NULL, "observed", NULL);
    read_sigma(c, entry, o);
    f.region_name = text_child(c, entry, "region");
    f.indicator_name = o->indicator = text_child(c, entry, "indicator");
    if (f.from > f.to)
        complain(c, node_child(entry, "to")->place, WORD_year_not_before, "from", "to");
    else if (f.region_name && f.indicator_name && file)
        read_file_of(c, &f, o, file);
    check_relative(c, o);
}

void
check_observed(struct check *c)
{
    struct node *list = node_child(c->root, "observed");
    struct csv table = { 0 };

    if (!list)
        return;
    if (list->kind != NODE_LIST) {
        value_wrong(c, list, "observed", WORD_ARGUMENT(a_list_of_groups));
        return;
    }
    c->sc->observed = arena_new(&c->sc->arena, list->count + 1, sizeof *c->sc->observed);
    for (struct node *n = list->first; n; n = n->next)
        if (n->kind == NODE_GROUP)
            read_entry(c, n, &table);
        else
            value_wrong(c, n, "observed", WORD_ARGUMENT(a_list_of_groups));
    csv_free(&table);
}
