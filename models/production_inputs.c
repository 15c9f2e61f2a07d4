#include "models/production_state.h"

/* Claims on investment and the sectors' labour are normalised, so that what returns and wages are measured by does not
 * matter: it is one sector, whose own are 1 and take no exp. */
static void
log_return(lanes out, const struct sector *x, const struct sector_record *r, size_t t)
{
    EACH_LANE(l)
        out[l] = x->log_alpha[l] + x->log_output[l] + r->log_price[t][l] - x->log_capital[l];
}

static void
log_wage(lanes out, const struct sector *x, const struct sector_record *r, size_t t)
{
    EACH_LANE(l)
        out[l] = x->log_labour_exponent[l] + x->log_output[l] + r->log_price[t][l] - x->log_labour[l];
}

/* theta_s ~ weight_s K_s (ret_s/ret)^(1 + eta), before it is normalised */
static void
investment_claim(double *claim, const struct production *m, size_t s, const struct sector_record *r,
                 const lanes measure, size_t t)
{
    const struct lever weight = m->sector[s].lever[SECTOR_INVESTMENT_WEIGHT];
    const double *capital = r->capital[t];
    lanes own;

    EACH_LANE(l)
        claim[l] = lever_at(&weight, t + 1, l) * capital[l];
    if (s == m->measure)
        return;
    log_return(own, &m->sector[s], r, t);
    EACH_LANE(l)
        claim[l] *= lane_exp(m->response[l] * (own[l] - measure[l]));
}

/* I = iota V / P_I for each unit claimed: what is earned is invested at national prices, V / P_I = Y where those are
 * the region's own. */
static void
investment_of_claims(lanes out, const struct record *r, const struct record *benchmark, const lanes claims, size_t t)
{
    const lanes *rate = (const lanes *) r->investment_rate;

    if (benchmark)
        EACH_LANE(l)
            out[l] = rate[t][l] * r->value[t][l] / (benchmark->price_level[t][l] * claims[l]);
    else
        EACH_LANE(l)
            out[l] = rate[t][l] * r->real[t][l] / claims[l];
}

/* K' = (1 - delta) K + theta I */
KERNEL void
production_move_capital(struct production *m, struct record *r, const struct record *benchmark, size_t t)
{
    lanes claim[SECTORS_MAX], claims, investment_of_claim, measure;
    group_lanes sum;

    groups_clear(sum);
    log_return(measure, &m->sector[m->measure], &r->sector[m->measure], t);
    for (size_t s = 0; s < m->sectors; s++) {
        double *of_group = sum[r->sector[s].group];

        investment_claim(claim[s], m, s, &r->sector[s], measure, t);
        EACH_LANE(l)
            of_group[l] += claim[s][l];
    }
    groups_add(claims, sum);
    investment_of_claims(investment_of_claim, r, benchmark, claims, t);
    for (size_t s = 0; s < m->sectors; s++) {
        struct sector *x = &m->sector[s];
        lanes *capital = &r->sector[s].capital[t];

        EACH_LANE(l) {
            const double next = x->kept[l] * capital[0][l] + claim[s][l] * investment_of_claim[l];
            const double log_next = lane_log(next);

            capital[1][l] = next;
            x->capital[l] = log_next - x->log_capital[l];
            x->log_capital[l] = log_next;
        }
    }
}

/* l_s (w_s/wbar)^psi, before it is normalised */
static void
labour_claim(struct production *m, size_t s, const struct sector_record *r, const lanes measure, size_t t)
{
    const struct lever psi = *m->mobility;
    struct sector *x = &m->sector[s];
    lanes own;

    if (s == m->measure) {
        EACH_LANE(l) {
            x->labour[l] = 0;
            r->labour[t + 1][l] = r->labour[t][l];
        }
        return;
    }
    log_wage(own, x, r, t);
    EACH_LANE(l) {
        x->labour[l] = lever_at(&psi, t + 1, l) * (own[l] - measure[l]);
        r->labour[t + 1][l] = r->labour[t][l] * lane_exp(x->labour[l]);
    }
}

/* l_s' ~ l_s (w_s/wbar)^psi: labour moves to where it earns more. */
KERNEL void
production_move_labour(struct production *m, struct record *r, size_t t)
{
    group_lanes sum;
    lanes log_sum, of_sum, measure;

    groups_clear(sum);
    log_wage(measure, &m->sector[m->measure], &r->sector[m->measure], t);
    for (size_t s = 0; s < m->sectors; s++) {
        double *of_group = sum[r->sector[s].group];
        const double *labour = r->sector[s].labour[t + 1];

        labour_claim(m, s, &r->sector[s], measure, t);
        EACH_LANE(l)
            of_group[l] += labour[l];
    }
    groups_add(of_sum, sum);
    EACH_LANE(l) {
        log_sum[l] = lane_log(of_sum[l]);
        of_sum[l] = 1 / of_sum[l];
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
catching_up(lanes out, struct production *m, const struct record *r, const struct record *benchmark, size_t t)
{
    const struct lever lambda = m->lever[PRODUCTION_CATCH_UP];

    lever_log(m->log_level, &m->lever[PRODUCTION_CATCH_UP_LEVEL], t + 1);
    EACH_LANE(l)
        out[l] = lever_at(&lambda, t + 1, l)
                 * (m->log_level[l] + benchmark->log_per_head[t][l] - r->log_per_head[t][l]);
}

/* What all sectors' productivity has in common beside catching up; shocks begin after the last year known. */
static void
common_growth(lanes out, struct production *m, size_t t)
{
    lever_log1p(m->boost, &m->lever[PRODUCTION_TFP_BOOST], t + 1);
    if (t >= m->known->until)
        shock_move_common(&m->shock, &m->shocks, t);
    EACH_LANE(l)
        out[l] = m->boost[l] + m->shock.e[l];
}

/* A sector's own growth and shock on top of the common */
static void
own_growth(struct production *m, size_t s, const lanes common, size_t t)
{
    struct sector *x = &m->sector[s];

    lever_log1p(x->own, &x->lever[SECTOR_TFP_GROWTH], t + 1);
    EACH_LANE(l)
        x->tfp[l] = x->own[l] + common[l];
    if (!m->shocks.sector[s])
        return;
    if (t >= m->known->until)
        shock_move(&x->shock, m->shocks.sector[s][t], NULL);
    EACH_LANE(l)
        x->tfp[l] += x->shock.e[l];
}

KERNEL void
production_move_productivity(struct production *m, const struct record *r, const struct record *benchmark, size_t t)
{
    lanes catch_up, common;

    common_growth(common, m, t);
    if (benchmark)
        catching_up(catch_up, m, r, benchmark, t);
    for (size_t s = 0; s < m->sectors; s++) {
        struct sector *x = &m->sector[s];
        const struct lever weight = x->lever[SECTOR_CATCH_UP_WEIGHT];

        own_growth(m, s, common, t);
        lever_log1p(x->fixed, &x->lever[SECTOR_FIXED_GROWTH], t + 1);
        if (benchmark)
            EACH_LANE(l) {
                x->catch_up[l] = lever_at(&weight, 0, l) * catch_up[l];
                x->tfp[l] += x->catch_up[l];
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
    const struct lever closing = m->lever[PRODUCTION_GAP_CLOSING];

    human_growth(m->human, m, t);
    EACH_LANE(l) {
        const double employment = lane_log(r->employment[t + 1][l]);

        m->employment[l] = employment - m->log_employment[l];
        m->log_employment[l] = employment;
        m->workforce[l] = m->human[l] + m->employment[l];
        m->gap[l] = -lever_at(&closing, 0, l) * m->log_gap[l];
        m->log_gap[l] += m->gap[l];
    }
}
