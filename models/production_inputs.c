#include "models/production_state.h"

/* theta_s ~ weight_s K_s (ret_s/ret)^(1 + eta), before it is normalised, for which ret is left out */
static void
investment_claim(double *claim, const struct sector *x, const double *capital, struct lever weight, struct lever eta,
                 size_t t)
{
    EACH_LANE(l) {
        const double log_return = x->log_alpha[l] + x->log_output[l] + x->log_price[l] - x->log_capital[l];

        claim[l] = lever_at(&weight, t + 1, l) * capital[l] * lane_exp((1 + lever_at(&eta, 0, l)) * log_return);
    }
}

/* K' = (1 - delta) K + theta I, with I = iota V / P_I: what is earned is invested at national prices. */
KERNEL void
production_move_capital(struct production *m, struct record *r, const struct record *benchmark, size_t t)
{
    const struct record *prices = benchmark ? benchmark : r;
    lanes claim[SECTORS_MAX], sum = { 0 }, investment_of_claim;

    for (size_t s = 0; s < m->sectors; s++) {
        investment_claim(claim[s], &m->sector[s], r->sector[s].capital[t], m->sector[s].lever[SECTOR_INVESTMENT_WEIGHT],
                         m->lever[PRODUCTION_INVESTMENT_RESPONSE], t);
        EACH_LANE(l)
            sum[l] += claim[s][l];
    }
    EACH_LANE(l)
        investment_of_claim[l] = r->investment_rate[t][l] * r->value[t][l] / record_deflator(prices, t, l) / sum[l];
    for (size_t s = 0; s < m->sectors; s++) {
        struct sector *x = &m->sector[s];
        const struct lever delta = x->lever[SECTOR_DEPRECIATION];
        lanes *capital = &r->sector[s].capital[t];

        EACH_LANE(l) {
            const double kept = (1 - lever_at(&delta, 0, l)) * capital[0][l];
            const double next = kept + claim[s][l] * investment_of_claim[l], log_next = lane_log(next);

            capital[1][l] = next;
            x->capital[l] = log_next - x->log_capital[l];
            x->log_capital[l] = log_next;
        }
    }
}

/* l_s' ~ l_s (w_s/wbar)^psi: labour moves to where it earns more. wbar goes when the shares are normalised. */
KERNEL void
production_move_labour(struct production *m, struct record *r, size_t t)
{
    lanes sum = { 0 }, log_sum, of_sum;

    for (size_t s = 0; s < m->sectors; s++) {
        struct sector *x = &m->sector[s];
        const struct lever psi = *m->mobility;
        lanes *labour = &r->sector[s].labour[t];

        EACH_LANE(l) {
            const double log_wage = x->log_labour_exponent[l] + x->log_output[l] + x->log_price[l] - x->log_labour[l];

            x->labour[l] = lever_at(&psi, t + 1, l) * log_wage;
            labour[1][l] = labour[0][l] * lane_exp(x->labour[l]);
            sum[l] += labour[1][l];
        }
    }
    EACH_LANE(l) {
        log_sum[l] = lane_log(sum[l]);
        of_sum[l] = 1 / sum[l];
    }
    for (size_t s = 0; s < m->sectors; s++) {
        struct sector *x = &m->sector[s];
        double *labour = r->sector[s].labour[t + 1];

        EACH_LANE(l) {
            labour[l] *= of_sum[l];
            x->labour[l] -= log_sum[l];
            x->log_labour[l] += x->labour[l];
        }
    }
}

/* lambda ln(rstar y_bench/y): what a sector of weight 1 catches up in the year */
static void
catching_up(lanes out, const struct production *m, const struct record *r, const struct record *benchmark, size_t t)
{
    const struct lever lambda = m->lever[PRODUCTION_CATCH_UP], level = m->lever[PRODUCTION_CATCH_UP_LEVEL];

    EACH_LANE(l)
        out[l] = 0;
    if (benchmark)
        EACH_LANE(l)
            out[l] = lever_at(&lambda, t + 1, l)
                     * (lane_log(lever_at(&level, t + 1, l)) + benchmark->log_per_head[t][l] - r->log_per_head[t][l]);
}

KERNEL void
production_move_productivity(struct production *m, const struct record *r, const struct record *benchmark, size_t t)
{
    lanes catch_up, own;

    catching_up(catch_up, m, r, benchmark, t);
    lever_log1p(m->boost, &m->lever[PRODUCTION_TFP_BOOST], t + 1);
    if (t >= m->known->until)
        shock_move_common(m->shock, &m->shocks, t, &m->lever[PRODUCTION_SHOCK_PERSISTENCE],
                          &m->lever[PRODUCTION_SHOCK_COMMON], &m->lever[PRODUCTION_SHOCK_CORRELATION]);
    for (size_t s = 0; s < m->sectors; s++) {
        struct sector *x = &m->sector[s];
        const struct lever weight = x->lever[SECTOR_CATCH_UP_WEIGHT];

        lever_log1p(own, &x->lever[SECTOR_TFP_GROWTH], t + 1);
        lever_log1p(x->fixed, &x->lever[SECTOR_FIXED_GROWTH], t + 1);
        if (m->shocks.sector[s] && t >= m->known->until)
            shock_move(x->shock, m->shocks.sector[s][t], &m->lever[PRODUCTION_SHOCK_PERSISTENCE],
                       &x->lever[SECTOR_SHOCK]);
        EACH_LANE(l) {
            x->catch_up[l] = lever_at(&weight, 0, l) * catch_up[l];
            x->tfp[l] = own[l] + m->boost[l] + x->catch_up[l] + (m->shock[l] + x->shock[l]);
            x->log_tfp[l] += x->tfp[l];
            x->log_fixed[l] += x->fixed[l];
        }
    }
}

/* Change of ln h: by growth, or by schooling and its return. */
static void
human_growth(lanes out, const struct production *m, size_t t)
{
    const struct lever *schooling = &m->lever[PRODUCTION_SCHOOLING];

    if (!lever_given(schooling)) {
        lever_log1p(out, &m->lever[PRODUCTION_HUMAN_CAPITAL_GROWTH], t + 1);
        return;
    }
    EACH_LANE(l)
        out[l] = lever_at(&m->lever[PRODUCTION_SCHOOLING_RETURN], 0, l)
                 * (lever_at(schooling, t + 1, l) - lever_at(schooling, t, l));
}

KERNEL void
production_move_people(struct production *m, const struct record *r, size_t t)
{
    human_growth(m->human, m, t);
    EACH_LANE(l) {
        const double employment = lane_log(r->employment[t + 1][l]);

        m->log_human[l] += m->human[l];
        m->employment[l] = employment - m->log_employment[l];
        m->log_employment[l] = employment;
        m->gap[l] = -lever_at(&m->lever[PRODUCTION_GAP_CLOSING], 0, l) * m->log_gap[l];
        m->log_gap[l] += m->gap[l];
    }
}
