#include "models/peers.h"

/* clang-format off */
static const struct setting peers_rows[PEERS_SETTINGS] = {
    [PEERS_PANEL] = {
        .key = "panel", .kind = SETTING_TABLE, .need = NEED_VALUE,
        .meaning = { "cities' GDP: city, city_zh, west, gdp_<t0>_yi, gdp_<t0-5>_yi",
                     "各城市地区生产总值：列为city、city_zh、west、gdp_<t0>_yi、gdp_<t0-5>_yi" } },
    [PEERS_NATION_GROWTH] = {
        .key = "nation_growth", .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = -20, .max = 50, .low = 0, .high = 15,
        .meaning = { "the nation's growth at current prices over the panel's record, a year",
                     "城市数据所涵盖时期全国的年均名义增速" } },
    [PEERS_HALFLIFE] = {
        .key = "halflife", .unit = UNIT_YEARS, .need = NEED_DEFAULT, .fallback = 2.5, .min = 0.5, .max = 50, .low = 1.5,
        .high = 5,
        .meaning = { "years in which a city's excess growth halves", "城市超额增速减半所需年数" },
        .source = { "138 cities", "138个城市" } },
    [PEERS_SHRINK] = {
        .key = "shrink", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 0.6, .min = 0, .max = 1, .low = 0.3,
        .high = 1,
        .meaning = { "part of a city's recorded excess that is more than chance",
                     "城市以往超额增速中并非偶然的部分" },
        .source = { "judgement", "经验判断" } },
    [PEERS_SHOCK] = {
        .key = "shock", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = 0, .max = 20, .low = 2, .high = 4,
        .meaning = { "standard deviation of a city's yearly shock (ensembles)",
                     "城市年度冲击的标准差（用于抽样测算）" },
        .source = { "138 cities: 3.1 over five years", "138个城市五年：3.1" } },
    [PEERS_SHOCK_PERSISTENCE] = {
        .key = "shock_persistence", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 0.5, .min = 0, .max = 1,
        .below_max = true, .low = 0, .high = 0.8,
        .meaning = { "part of it that is still there a year later", "冲击延续到下一年的比例" },
        .source = { "judgement", "经验判断" } },
};
/* clang-format on */

const struct setting_group peers_settings = {
    "peers", { "cities ranked by GDP beside the region", "参加地区生产总值排位的城市" }, peers_rows, PEERS_SETTINGS
};

#define RECORD_YEARS 5.0
#define RECORD_AGE 2.0 /* years from the middle of the record, (t0-4 + t0)/2, to t0 */

struct peer_record
peer_record(const struct peer *p)
{
    return (struct peer_record) { lane_log(p->gdp), lane_log(p->gdp / p->gdp_before) / RECORD_YEARS };
}

/* e_j: growth beyond the nation's; 0 where the record is blank */
static double
peer_excess(double growth, double nation)
{
    return growth == growth ? growth - nation : 0;
}

/* 2^(-years/halflife) */
static double
faded(const struct lever *levers, double years, size_t l)
{
    return lane_exp(-years * 0.69314718055994531 / lever_at(&levers[PEERS_HALFLIFE], 0, l));
}

/* shrink 2^(-2/halflife) sum_{n=1..t} 2^(-n/halflife), for the years 0 to count - 1 */
static void
peers_aged(struct peers_year *years, const struct lever *levers, size_t count)
{
    lanes left, sum;

    EACH_LANE(l) {
        left[l] = lever_at(&levers[PEERS_SHRINK], 0, l) * faded(levers, RECORD_AGE, l);
        sum[l] = 0;
    }
    for (size_t t = 0; t < count; t++)
        EACH_LANE(l) {
            years[t].aged[l] = sum[l];
            left[l] *= faded(levers, 1, l);
            sum[l] += left[l];
        }
}

static void
peers_spread(struct peers_year *years, const struct lever *levers, size_t count)
{
    lanes weight = { 0 }, sum = { 0 }; /* (1 - rho^k)/(1 - rho), and its squares added up */

    for (size_t t = 0; t < count; t++)
        EACH_LANE(l) {
            years[t].sd[l] = lever_at(&levers[PEERS_SHOCK], 0, l) * sqrt(sum[l]);
            weight[l] = 1 + lever_at(&levers[PEERS_SHOCK_PERSISTENCE], 0, l) * weight[l];
            sum[l] += weight[l] * weight[l];
        }
}

KERNEL void
peers_years(struct peers_year *years, const struct lever *levers, const struct record *benchmark, const lanes *home,
            size_t count)
{
    peers_aged(years, levers, count);
    peers_spread(years, levers, count);
    lever_log1p(years[0].nation, &levers[PEERS_NATION_GROWTH], 0);
    for (size_t t = 0; t < count; t++)
        EACH_LANE(l)
            years[t].bar[l] = lane_log(home[t][l]) - lane_log(benchmark->value[t][l] / benchmark->value[0][l]);
}

KERNEL void
peer_ahead(lanes *ahead, struct peer_record p, const double *z, const struct peers_year *years, size_t count)
{
    const double *shock = z ? z : lanes_zeros;
    lanes excess;

    EACH_LANE(l)
        excess[l] = peer_excess(p.growth, years[0].nation[l]);
    for (size_t t = 0; t < count; t++)
        EACH_LANE(l)
            ahead[t][l] += p.log_gdp + excess[l] * years[t].aged[l] + years[t].sd[l] * shock[l] > years[t].bar[l] ? 1
                                                                                                                  : 0;
}

KERNEL void
peer_gdp(lanes out, const struct peer *p, const struct lever *levers, const struct record *benchmark, size_t t)
{
    const double growth = peer_record(p).growth;
    lanes left, aged = { 0 }; /* of the excess, and its sum to t */

    EACH_LANE(l)
        left[l] = lever_at(&levers[PEERS_SHRINK], 0, l) * faded(levers, RECORD_AGE, l);
    for (size_t n = 1; n <= t; n++)
        EACH_LANE(l) {
            left[l] *= faded(levers, 1, l);
            aged[l] += left[l];
        }
    EACH_LANE(l)
        out[l] = p->gdp * (benchmark->value[t][l] / benchmark->value[0][l])
                 * lane_exp(peer_excess(growth, lane_log1p(lever_at(&levers[PEERS_NATION_GROWTH], 0, l))) * aged[l]);
}
