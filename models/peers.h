/* models/peers.h: cities that compete for ranks by GDP at current prices.
 *
 *     e_j = ln(G_j(t0)/G_j(t0-5))/5 - ln(1 + nation_growth)           excess growth in the record
 *     x_j = shrink e_j 2^(-(t0 - (a+1+b)/2)/halflife)                 0 where the record is blank
 *     ln G_j' = ln G_j + ln(GDP_b(t+1)/GDP_b(t)) + x_j 2^(-(t+1-t0)/halflife)
 *
 * over the record's years a+1..b = t0-4..t0, so that x_j is aged by two years. GDP_b is the benchmark's at
 * current prices. Rank = 1 + the number of other cities with more.
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

/* A peer's GDP in year t (0: base year), lane by lane; `levers` are the rows of peers_settings. */
void peer_gdp(lanes out, const struct peer *p, const struct lever *levers, const struct record *benchmark, size_t t);

#endif
