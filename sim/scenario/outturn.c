/* Outturns: what came about after the base year, and what of it a run that is re-based starts from. */
#include <math.h>
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

/* What models can take over (models/known.h), by the indicator that says it; times `unit` in models' units */
static const struct takeable {
    const char *indicator;
    double unit;
} takeable[KNOWN_FIGURES] = {
    [KNOWN_POPULATION] = { "population", 1 },
    [KNOWN_URBAN] = { "urbanization", 0.01 },
    [KNOWN_REAL] = { "gdp_real", 1 },
    [KNOWN_GROWTH] = { "gdp_growth", 0.01 },
    [KNOWN_VALUE] = { "gdp", 1 },
    [KNOWN_PRIMARY] = { "share_primary", 0.01 },
    [KNOWN_SECONDARY] = { "share_secondary", 0.01 },
    [KNOWN_TERTIARY] = { "share_tertiary", 0.01 },
};

struct outturn_file {
    struct csv csv;
    size_t region, indicator, year, value, unit; /* columns; unit may be CSV_NONE */
};

/* The cell as a node, so that what it names is looked up, and complained of, as in a scenario */
static struct node *
cell_node(struct check *c, const struct outturn_file *f, size_t row, size_t column)
{
    const struct node_origin from = { c->arena, { arena_text(c->arena, f->csv.path), f->csv.line[row] }, "" };

    return node_string(&from, NULL, arena_text(c->arena, csv_cell(&f->csv, row, column)));
}

static struct observed *
series_of(struct check *c, size_t region, const char *indicator, size_t rows, struct place place)
{
    struct scenario *sc = c->sc;
    struct observed *o;

    for (size_t i = 0; i < sc->outturns; i++)
        if (sc->outturn[i].region == region && strcmp(sc->outturn[i].indicator, indicator) == 0)
            return &sc->outturn[i];
    o = &sc->outturn[sc->outturns++];
    *o = (struct observed) { .region = region, .indicator = indicator, .sigma = NAN, .place = place };
    o->year = arena_new(&sc->arena, rows + 1, sizeof *o->year);
    o->value = arena_new(&sc->arena, rows + 1, sizeof *o->value);
    return o;
}

static bool
is_after_base(struct check *c, int year, const char *indicator, struct place place)
{
    char text[TEXT_NUMBER], limit[TEXT_NUMBER];

    text_number(text, year);
    if (year <= c->plan->start)
        complain(c, place, WORD_outturn_too_early, text, indicator, text_number(limit, c->plan->start));
    else if (year > c->plan->end)
        complain(c, place, WORD_outturn_too_late, text, indicator, text_number(limit, c->plan->end));
    return year > c->plan->start && year <= c->plan->end;
}

/* What no such indicator can be */
static bool
is_possible(struct check *c, const char *name, const struct indicator *i, double value, int year, struct place place)
{
    const bool share = i->unit == UNIT_PERCENT
                       && (strncmp(name, "share_", 6) == 0 || strcmp(name, "urbanization") == 0);
    const bool growth = strcmp(name, "gdp_growth") == 0;
    const bool right = share ? value > 0 && value < 100 : growth ? value > -100 : !i->is_level || value > 0;
    char text[TEXT_NUMBER], number[TEXT_NUMBER];

    if (!right && strcmp(name, "gap_gdp_per_capita") != 0)
        complain(c, place, WORD_outturn_not_possible, name, text_number(text, year), text_number(number, value),
                 share    ? WORD_ARGUMENT(outturn_a_share)
                 : growth ? WORD_ARGUMENT(outturn_a_growth)
                          : WORD_ARGUMENT(outturn_above_0));
    return right || strcmp(name, "gap_gdp_per_capita") == 0;
}

static void
check_unit(struct check *c, const struct outturn_file *f, size_t row, const struct node *named, enum unit unit)
{
    if (f->unit != CSV_NONE && strcmp(csv_cell(&f->csv, row, f->unit), unit_name(unit)) != 0)
        complain(c, named->place, WORD_observed_unit, named->text, unit_word(unit), csv_cell(&f->csv, row, f->unit));
}

static void
read_row(struct check *c, const struct outturn_file *f, size_t row)
{
    struct node *named = cell_node(c, f, row, f->indicator);
    const size_t region = find_region(c, cell_node(c, f, row, f->region), "region");
    const struct reach found = region == PLAN_NONE ? (struct reach) { PLAN_NONE, PLAN_NONE }
                                                   : reach_read(c, named, "indicator", region);
    double year, value;

    if (found.indicator == PLAN_NONE || csv_number(&f->csv, row, f->year, &year, c->err) != OK
        || csv_number(&f->csv, row, f->value, &value, c->err) != OK)
        return;
    if (!(year >= 1000 && year <= 9999 && year == (int) year)) {
        complain(c, named->place, WORD_wrong_type, "year", WORD_ARGUMENT(a_year), csv_cell(&f->csv, row, f->year));
        return;
    }
    check_unit(c, f, row, named, indicators[found.indicator].unit);
    if (is_after_base(c, (int) year, named->text, named->place)
        && is_possible(c, named->text, &indicators[found.indicator], value, (int) year, named->place))
        observed_insert(c, series_of(c, region, arena_text(&c->sc->arena, named->text), f->csv.rows, named->place),
                        (int) year, value, named->place);
}

static void
check_gaps(struct check *c, const struct observed *o)
{
    for (size_t i = 0; i < o->count; i++) {
        const int expected = c->plan->start + 1 + (int) i;
        char year[TEXT_NUMBER];

        if (o->year[i] == expected)
            continue;
        complain(c, o->place, WORD_outturn_gap, o->indicator, c->plan->region[o->region].key,
                 text_number(year, expected));
        return;
    }
}

static bool
find_columns(struct check *c, struct outturn_file *f)
{
    f->unit = csv_column(&f->csv, "unit");
    return csv_need(&f->csv, "region", &f->region, c->err) == OK
           && csv_need(&f->csv, "indicator", &f->indicator, c->err) == OK
           && csv_need(&f->csv, "year", &f->year, c->err) == OK && csv_need(&f->csv, "value", &f->value, c->err) == OK;
}

static void
read_outturn(struct check *c, struct node *named, const char *path)
{
    struct outturn_file f = { 0 };
    const size_t before = error_count(c->err);

    if (csv_read(&f.csv, path, named->place, c->err) == OK) {
        read_remember(c, path, f.csv.input.sha256);
        if (find_columns(c, &f)) {
            c->sc->outturn = arena_new(&c->sc->arena, f.csv.rows + 1, sizeof *c->sc->outturn);
            for (size_t row = 0; row < f.csv.rows && !check_enough(c); row++)
                read_row(c, &f, row);
        }
    }
    for (size_t i = 0; i < c->sc->outturns && error_count(c->err) == before; i++)
        check_gaps(c, &c->sc->outturn[i]);
    csv_free(&f.csv);
}

static void
take(struct plan *p, const struct observed *o)
{
    struct known *k = &p->region[o->region].known;

    for (int f = 0; f < KNOWN_FIGURES; f++) {
        if (strcmp(o->indicator, takeable[f].indicator) != 0)
            continue;
        k->row[f] = arena_new(&p->arena, k->until + 1, sizeof *k->row[f]);
        for (size_t t = 0; t <= k->until; t++)
            k->row[f][t] = NAN;
        for (size_t i = 0; i < o->count && (size_t) (o->year[i] - p->start) <= k->until; i++)
            k->row[f][o->year[i] - p->start] = o->value[i] * takeable[f].unit;
    }
}

/* Three shares add to 100 within rounding; fewer leave something for the rest. */
static void
check_shares(struct check *c, const struct plan_region *r, const struct node *rebase)
{
    for (size_t t = 1; t <= r->known.until; t++) {
        double sum = 0;
        int known = 0;
        char year[TEXT_NUMBER], text[TEXT_NUMBER];

        for (int g = KNOWN_PRIMARY; g <= KNOWN_TERTIARY; g++) {
            const double share = known_at(&r->known, (enum known_figure) g, t);

            known += isfinite(share);
            sum += isfinite(share) ? 100 * share : 0;
        }
        if (known == 3 ? fabs(sum - 100) > 0.5 : sum >= 100)
            complain(c, rebase->place, WORD_outturn_shares, r->key, text_number(year, c->plan->start + (double) t),
                     text_number(text, sum));
    }
}

static bool
is_known_in_last(const struct plan_region *r)
{
    for (int f = 0; f < KNOWN_FIGURES; f++)
        if (isfinite(known_at(&r->known, (enum known_figure) f, r->known.until)))
            return true;
    return false;
}

static void
take_all(struct check *c, const struct node *rebase)
{
    struct plan *p = c->plan;
    const char *names[KNOWN_FIGURES];
    bool known = false;
    char year[TEXT_NUMBER];

    for (size_t r = 0; r < p->regions; r++)
        p->region[r].known.until = (size_t) (p->rebase - p->start);
    for (size_t i = 0; i < c->sc->outturns; i++)
        take(p, &c->sc->outturn[i]);
    for (size_t r = 0; r < p->regions; r++) {
        check_shares(c, &p->region[r], rebase);
        known = known || is_known_in_last(&p->region[r]);
    }
    for (int f = 0; f < KNOWN_FIGURES; f++)
        names[f] = takeable[f].indicator;
    if (!known)
        complain(c, rebase->place, WORD_rebase_nothing_known, text_number(year, p->rebase),
                 list_words(c->arena, names, KNOWN_FIGURES));
}

static void
read_rebase(struct check *c, struct node *n)
{
    char year[TEXT_NUMBER], start[TEXT_NUMBER], end[TEXT_NUMBER];
    int rebase;

    if (!value_year(c, n, "rebase", &rebase))
        return;
    if (!node_child(c->root, "outturn"))
        complain(c, n->place, WORD_rebase_without_outturn);
    else if (rebase <= c->plan->start || rebase >= c->plan->end)
        complain(c, n->place, WORD_rebase_year, text_number(year, rebase), text_number(start, c->plan->start),
                 text_number(end, c->plan->end));
    else {
        c->plan->rebase = rebase;
        take_all(c, n);
    }
}

void
check_outturn(struct check *c)
{
    struct node *outturn = node_child(c->root, "outturn"), *rebase = node_child(c->root, "rebase");
    const size_t before = error_count(c->err);
    const char *path = outturn && c->has_horizon ? value_file(c, outturn, "outturn") : NULL;

    if (path)
        read_outturn(c, outturn, path);
    if (rebase && c->has_horizon && error_count(c->err) == before)
        read_rebase(c, rebase);
}
