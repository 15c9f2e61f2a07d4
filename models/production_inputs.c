#include "models/production_state.h"

/* theta_s ~ weight_s K_s (ret_s/ret)^(1 + eta), before it is normalised; returns by lane in `sum`. */
static void
investment_claims(struct production *m, const struct record *r, size_t t, lanes claim[], lanes sum)
{
    lanes earned = { 0 }, capital = { 0 };

    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            const struct sector_record *x = &r->sector[s];

            earned[l] += sector_constant(&m->sector[s], SECTOR_CAPITAL_SHARE, l) * x->real[t][l] * x->price[t][l];
            capital[l] += x->capital[t][l];
        }
    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            const struct sector_record *x = &r->sector[s];
            const double alpha = sector_constant(&m->sector[s], SECTOR_CAPITAL_SHARE, l);
            const double eta = lever_at(&m->lever[PRODUCTION_INVESTMENT_RESPONSE], 0, l);
            const double ret = alpha * x->real[t][l] * x->price[t][l] / x->capital[t][l];
            const double relative = ret / (earned[l] / capital[l]);

            claim[s][l] = lever_at(&m->sector[s].lever[SECTOR_INVESTMENT_WEIGHT], t + 1, l) * x->capital[t][l]
                          * lane_exp((1 + eta) * lane_log(relative));
            sum[l] += claim[s][l];
        }
}

/* K' = (1 - delta) K + theta I, with I = iota V / P_I: what is earned is invested at national prices. */
void
production_move_capital(struct production *m, struct record *r, const struct record *benchmark, size_t t)
{
    const struct record *prices = benchmark ? benchmark : r;
    lanes claim[SECTORS_MAX], sum = { 0 };

    investment_claims(m, r, t, claim, sum);
    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            const double investment = r->investment_rate[t][l] * r->value[t][l] / record_deflator(prices, t, l);
            const double kept = (1 - sector_constant(&m->sector[s], SECTOR_DEPRECIATION, l))
                                * r->sector[s].capital[t][l];
            const double next = kept + claim[s][l] / sum[l] * investment;

            r->sector[s].capital[t + 1][l] = next;
            m->sector[s].capital[l] = lane_log(next) - m->sector[s].log_capital[l];
            m->sector[s].log_capital[l] += m->sector[s].capital[l];
        }
}

/* l_s' ~ l_s (w_s/wbar)^psi: labour moves to where it earns more. */
void
production_move_labour(struct production *m, struct record *r, size_t t)
{
    lanes mean = { 0 }, sum = { 0 };

    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l)
            mean[l] += sector_labour_exponent(&m->sector[s], l) * r->sector[s].real[t][l] * r->sector[s].price[t][l];
    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            struct sector *x = &m->sector[s];
            const double wage = sector_labour_exponent(x, l) * r->sector[s].real[t][l] * r->sector[s].price[t][l]
                                / r->sector[s].labour[t][l];

            x->labour[l] = lever_at(m->mobility, t + 1, l) * lane_log(wage / mean[l]);
            r->sector[s].labour[t + 1][l] = r->sector[s].labour[t][l] * lane_exp(x->labour[l]);
            sum[l] += r->sector[s].labour[t + 1][l];
        }
    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            r->sector[s].labour[t + 1][l] /= sum[l];
            m->sector[s].labour[l] -= lane_log(sum[l]);
            m->sector[s].log_labour[l] += m->sector[s].labour[l];
        }
}

/* ln(rstar y_bench/y) times lambda: what a sector of weight 1 catches up in the year */
static double
catching_up(const struct production *m, const struct record *r, const struct record *benchmark, size_t t, size_t l)
{
    const double level = lever_at(&m->lever[PRODUCTION_CATCH_UP_LEVEL], t + 1, l);

    if (!benchmark)
        return 0;
    return lever_at(&m->lever[PRODUCTION_CATCH_UP], t + 1, l)
           * lane_log(level * record_real_per_head(benchmark, t, l) / record_real_per_head(r, t, l));
}

void
production_move_productivity(struct production *m, const struct record *r, const struct record *benchmark, size_t t)
{
    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            struct sector *x = &m->sector[s];
            const double own = lane_log1p(lever_at(&x->lever[SECTOR_TFP_GROWTH], t + 1, l));

            x->boost[l] = lane_log1p(lever_at(&m->lever[PRODUCTION_TFP_BOOST], t + 1, l));
            x->catch_up[l] = sector_constant(x, SECTOR_CATCH_UP_WEIGHT, l) * catching_up(m, r, benchmark, t, l);
            x->tfp[l] = own + x->boost[l] + x->catch_up[l];
            x->log_tfp[l] += x->tfp[l];
            x->fixed[l] = lane_log1p(lever_at(&x->lever[SECTOR_FIXED_GROWTH], t + 1, l));
            x->log_fixed[l] += x->fixed[l];
        }
}

/* Change of ln h: by growth, or by schooling and its return. */
static double
human_growth(const struct production *m, size_t t, size_t l)
{
    const struct lever *schooling = &m->lever[PRODUCTION_SCHOOLING];

    if (!lever_given(schooling))
        return lane_log1p(lever_at(&m->lever[PRODUCTION_HUMAN_CAPITAL_GROWTH], t + 1, l));
    return lever_at(&m->lever[PRODUCTION_SCHOOLING_RETURN], 0, l)
           * (lever_at(schooling, t + 1, l) - lever_at(schooling, t, l));
}

void
production_move_people(struct production *m, const struct record *r, size_t t)
{
    EACH_LANE(l) {
        const double employment = lane_log(r->employment[t + 1][l]);

        m->human[l] = human_growth(m, t, l);
        m->log_human[l] += m->human[l];
        m->employment[l] = employment - m->log_employment[l];
        m->log_employment[l] = employment;
        m->gap[l] = -lever_at(&m->lever[PRODUCTION_GAP_CLOSING], 0, l) * m->log_gap[l];
        m->log_gap[l] += m->gap[l];
    }
}
