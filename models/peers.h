/* models/peers.h: cities that compete for ranks by GDP at current prices.
 *
 *     e_j = ln(G_j(t0)/G_j(t0-5))/5 - ln(1 + nation_growth)           excess growth in the record
 *     x_j = shrink e_j 2^(-(t0 - (a+1+b)/2)/halflife)                 0 where the record is blank
 *     ln G_j' = ln G_j + ln(GDP_b(t+1)/GDP_b(t)) + x_j 2^(-(t+1-t0)/halflife) + shock
 *
 * over the record's years a+1..b = t0-4..t0, so that x_j is aged by two years. GDP_b is the benchmark's at
 * current prices. Rank = 1 + the number of other cities with more.
 *
 * A shock persists (models/shock.h); its sum over n years has the standard deviation
 *     sd(n) = sigma sqrt( sum_{k=1..n} ((1 - rho^k)/(1 - rho))^2 )
 * so that one normal a peer and sd(n) are right in each year's distribution, and in no statement over several.
 */
#ifndef MODELS_PEERS_H
#define MODELS_PEERS_H

#include "models/model.h"

enum peers_setting {
    PEERS_PANEL,
    PEERS_NATION_GROWTH,
    PEERS_HALFLIFE,
    PEERS_SHRINK,
    PEERS_SHOCK,
    PEERS_SHOCK_PERSISTENCE,
    PEERS_SETTINGS
};
extern const struct setting_group peers_settings;

struct peer {
    double gdp, gdp_before; /* yi yuan in t0 and t0 - 5; gdp_before NaN where blank */
};

/* A peer's GDP in year t (0: base year), lane by lane, without a shock; `levers` are the rows of peers_settings. */
void peer_gdp(lanes out, const struct peer *p, const struct lever *levers, const struct record *benchmark, size_t t);

/* What a peer brings to every draw */
struct peer_record {
    double log_gdp, growth; /* ln G_j(t0); growth a year in the record, NaN where that is blank */
};
struct peer_record peer_record(const struct peer *p);

/* A year, as all peers see it: a peer is ahead of home where
 *     ln G_j + x_j aged(t) + sd(t) z_j > bar(t),   bar = ln(home's GDP) - ln(GDP_b(t)/GDP_b(t0))
 * x_j here in the record's years; aged: what shrink and halflife leave of it, summed to t; sd of the sum of shocks. */
struct peers_year {
    lanes aged, sd, bar;
    lanes nation; /* growth in the record, a year: ln(1 + nation_growth) */
};
void peers_years(struct peers_year *years, const struct lever *levers, const struct record *benchmark,
                 const lanes *home, size_t count);

/* Adds 1 to ahead[t] in lanes where the peer is ahead; z: its normals, or NULL. */
void peer_ahead(lanes *ahead, struct peer_record p, const double *z, const struct peers_year *years, size_t count);

#endif
