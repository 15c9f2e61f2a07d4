/* Peer cities: the panel against which home is ranked. */
#include "models/peers.h"
#include <math.h>
#include <string.h>
#include "base/csv.h"
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/read.h"
#include "scenario/value.h"

#define RECORD_YEARS 5
#define MOST_CITIES 5000 /* each is looked for among those before it */

struct panel {
    struct csv csv;
    size_t city, city_zh, west, gdp, before; /* columns; city_zh and before may be CSV_NONE */
};

static struct place
row_place(const struct panel *f, size_t row)
{
    return (struct place) { f->csv.path, f->csv.line[row] };
}

/* Columns that ranks need; where one is missing they are left out, which is said. */
static bool
find_columns(struct check *c, struct panel *f, struct place named)
{
    const char *gdp = arena_print(c->arena, "gdp_%d_yi", c->plan->start);
    const char *before = arena_print(c->arena, "gdp_%d_yi", c->plan->start - RECORD_YEARS);
    const char *missing = NULL;

    f->city = csv_column(&f->csv, "city");
    f->city_zh = csv_column(&f->csv, "city_zh");
    f->west = csv_column(&f->csv, "west");
    f->gdp = csv_column(&f->csv, gdp);
    f->before = csv_column(&f->csv, before);
    missing = f->city == CSV_NONE ? "city" : f->west == CSV_NONE ? "west" : f->gdp == CSV_NONE ? gdp : NULL;
    if (missing)
        warn(c, named, WORD_no_ranks, f->csv.path, missing);
    else if (f->before == CSV_NONE)
        warn(c, named, WORD_no_record, f->csv.path, before);
    return !missing;
}

static bool
read_gdp(struct check *c, const struct panel *f, size_t row, size_t column, double *gdp)
{
    if (csv_number(&f->csv, row, column, gdp, c->err))
        return false;
    if (*gdp > 0)
        return true;
    complain(c, row_place(f, row), WORD_not_positive, f->csv.header[column], csv_cell(&f->csv, row, column));
    return false;
}

static bool
read_west(struct check *c, const struct panel *f, size_t row, bool *west)
{
    const char *cell = csv_cell(&f->csv, row, f->west);

    *west = strcmp(cell, "1") == 0;
    if (*west || strcmp(cell, "0") == 0)
        return true;
    complain(c, row_place(f, row), WORD_not_0_or_1, "west", cell);
    return false;
}

static size_t
region_called(const struct plan *p, const char *name)
{
    for (size_t r = 0; r < p->regions; r++)
        if (strcmp(p->region[r].name, name) == 0)
            return r;
    return PLAN_NONE;
}

static bool
is_new(struct check *c, const struct panel *f, size_t row, const char *name)
{
    for (size_t i = 0; i < row; i++)
        if (strcmp(csv_cell(&f->csv, i, f->city), name) == 0) {
            char line[TEXT_NUMBER];

            complain(c, row_place(f, row), WORD_duplicate, name, text_number(line, f->csv.line[i]));
            return false;
        }
    return true;
}

static void
read_peer(struct check *c, const struct panel *f, size_t row, struct plan_peer *peer)
{
    struct arena *arena = &c->plan->arena;
    const char *name = csv_cell(&f->csv, row, f->city);
    const char *name_zh = f->city_zh == CSV_NONE ? "" : csv_cell(&f->csv, row, f->city_zh);
    const bool recorded = f->before != CSV_NONE && *csv_cell(&f->csv, row, f->before);

    peer->name = arena_text(arena, name);
    peer->name_zh = *name_zh ? arena_text(arena, name_zh) : peer->name;
    peer->region = region_called(c->plan, name);
    peer->gdp_before = NAN;
    is_new(c, f, row, name);
    read_west(c, f, row, &peer->west);
    read_gdp(c, f, row, f->gdp, &peer->gdp);
    if (recorded)
        read_gdp(c, f, row, f->before, &peer->gdp_before);
}

static void
read_panel(struct check *c, const char *path, struct node *n)
{
    struct plan_peers *peers = &c->plan->peers;
    struct panel f = { 0 };

    if (csv_read(&f.csv, path, n->place, c->err) == OK) {
        read_remember(c, path, f.csv.input.sha256);
        if (f.csv.rows > MOST_CITIES)
            complain(c, n->place, WORD_too_many_rows, "5000");
        else if (c->has_horizon && find_columns(c, &f, n->place)) {
            peers->peer = arena_new(&c->plan->arena, f.csv.rows + 1, sizeof *peers->peer);
            for (size_t row = 0; row < f.csv.rows; row++)
                read_peer(c, &f, row, &peers->peer[row]);
            peers->count = f.csv.rows;
        }
    } else
        c->unclear = true;
    csv_free(&f.csv);
}

void
check_peers(struct check *c)
{
    struct node *group = group_child(c, c->root, "peers");
    struct node *panel = node_child(group, "panel");
    const char *path;

    if (!group)
        return;
    group_unknown(c, group, &peers_settings, NULL);
    group_read(c, group, &peers_settings, NULL, "peers", &c->plan->peers.settings);
    if (!node_child(c->root, "benchmark") && !c->incomplete)
        complain(c, group->place, WORD_needs_benchmark, "peers");
    path = panel ? value_file(c, panel, "panel") : NULL;
    if (path)
        read_panel(c, path, panel);
}
