/* A reference class of cities: those of the peers' panel that had a rank within two bounds five years before the
 * base year, wherever they stood later. */
#include <math.h>
#include <string.h>
#include "models/indicator.h"
#include "models/peers.h"
#include "scenario/group.h"
#include "scenario/parts.h"
#include "scenario/tables.h"
#include "scenario/value.h"

#define RECORD_YEARS 5 /* of the panel */

/* 1 + the number of cities with more, among those with a record */
static int
rank_before(const struct plan_peers *p, size_t city)
{
    int rank = 1;

    for (size_t i = 0; i < p->count; i++)
        rank += p->peer[i].gdp_before > p->peer[city].gdp_before;
    return rank;
}

static int
rank_after(const struct plan_peers *p, size_t city)
{
    int rank = 1;

    for (size_t i = 0; i < p->count; i++)
        rank += p->peer[i].gdp_before > 0 && p->peer[i].gdp > p->peer[city].gdp;
    return rank;
}

/* Growth a year above the nation's, percent; or places gained a year */
static struct plan_member
record_of(const struct plan *p, size_t city, bool places)
{
    const struct plan_peer *x = &p->peers.peer[city];
    const size_t nation = p->peers.settings.entry[PEERS_NATION_GROWTH];
    const double growth = 100 * (pow(x->gdp / x->gdp_before, 1.0 / RECORD_YEARS) - 1);
    const double gained = (double) (rank_before(&p->peers, city) - rank_after(&p->peers, city)) / RECORD_YEARS;

    return (struct plan_member) { x->name, x->name_zh, x->gdp_before,
                                  places ? gained : growth - 100 * p->value[p->entry[nation].offset] };
}

static bool
read_ranks(struct check *c, struct node *n, double ranks[2])
{
    struct node *pair = node_child(n, "ranks");

    if (!value_pair(c, pair, &class_settings.rows[CLASS_RANKS], ranks))
        return false;
    if (ranks[0] <= ranks[1] && ranks[0] == floor(ranks[0]) && ranks[1] == floor(ranks[1]))
        return true;
    complain(c, pair->place, WORD_class_ranks, node_quote(c->arena, pair));
    return false;
}

static void
read_cities(struct check *c, struct plan_class *class, struct plan_span *span, const double ranks[2])
{
    const struct plan_peers *p = &c->plan->peers;
    const bool places = indicators[class->indicator].unit == UNIT_RANK;

    span->member = arena_new(&c->plan->arena, p->count + 1, sizeof *span->member);
    for (size_t i = 0; i < p->count; i++) {
        const int rank = p->peer[i].gdp_before > 0 ? rank_before(p, i) : 0;
        const struct plan_member m = rank ? record_of(c->plan, i, places) : (struct plan_member) { .excess = NAN };

        if (rank && p->peer[i].region == c->plan->home)
            span->own = m;
        if (rank >= ranks[0] && rank <= ranks[1] && rank)
            span->member[span->members++] = m;
    }
}

void
read_panel_class(struct check *c, struct node *n, struct plan_class *class)
{
    const char *key = indicators[class->indicator].key;
    const bool places = indicators[class->indicator].unit == UNIT_RANK;
    double ranks[2];

    if (strcmp(key, "gdp") != 0 && strcmp(key, "rank_national") != 0) {
        complain(c, n->place, WORD_class_panel_indicator, n->name, key);
        return;
    }
    if (!read_ranks(c, n, ranks) || c->unclear)
        return;
    if (c->plan->peers.settings.table && c->plan->peers.settings.entry[PEERS_NATION_GROWTH] == PLAN_NONE)
        return; /* which has been complained of */
    class->over_nation = !places;
    class->spans = 1;
    class->span = arena_new(&c->plan->arena, 1, sizeof *class->span);
    *class->span = (struct plan_span) { .from = c->plan->start - RECORD_YEARS, .to = c->plan->start };
    class->span->own.excess = NAN;
    read_cities(c, class, class->span, ranks);
    if (!class->span->members)
        complain(c, n->place, WORD_class_empty, n->name);
}
