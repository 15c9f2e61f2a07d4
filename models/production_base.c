#include "models/production_state.h"

/* K = kappa Y, shared out so that returns are equal: K_s = K alpha_s Y_s / sum(alpha Y). */
static void
base_capital(struct production *m, struct record *r)
{
    group_lanes total = { { 0 } }, earned = { { 0 } }, shares = { { 0 } };
    lanes whole, capital_of_earned, of_shares;

    for (size_t s = 0; s < m->sectors; s++) {
        const enum sector_group g = r->sector[s].group;

        EACH_LANE(l) {
            const double y = sector_constant(&m->sector[s], SECTOR_VALUE_ADDED, l);

            total[g][l] += y;
            earned[g][l] += m->sector[s].alpha[l] * y;
            shares[g][l] += sector_constant(&m->sector[s], SECTOR_EMPLOYMENT_SHARE, l);
        }
    }
    groups_add(whole, total);
    groups_add(capital_of_earned, earned);
    groups_add(of_shares, shares);
    EACH_LANE(l) {
        capital_of_earned[l] = lever_at(&m->lever[PRODUCTION_CAPITAL_OUTPUT_RATIO], 0, l) * whole[l]
                               / capital_of_earned[l];
        of_shares[l] = 1 / of_shares[l];
    }
    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            const double y = sector_constant(&m->sector[s], SECTOR_VALUE_ADDED, l);

            r->sector[s].capital[0][l] = capital_of_earned[l] * m->sector[s].alpha[l] * y;
            r->sector[s].labour[0][l] = sector_constant(&m->sector[s], SECTOR_EMPLOYMENT_SHARE, l) * of_shares[l];
            r->sector[s].real[0][l] = y;
            r->sector[s].price[0][l] = 1;
            r->sector[s].log_price[0][l] = 0;
        }
}

static void
sector_constants(struct sector *s)
{
    EACH_LANE(l) {
        s->alpha[l] = sector_constant(s, SECTOR_CAPITAL_SHARE, l);
        s->gamma[l] = sector_constant(s, SECTOR_FIXED_SHARE, l);
        s->labour_exponent[l] = 1 - s->alpha[l] - s->gamma[l];
        s->kept[l] = 1 - sector_constant(s, SECTOR_DEPRECIATION, l);
    }
}

/* Returns alpha Y/K are equal and count only beside one another: K/Y stands for alpha. A is what solves the production
 * function and is not needed itself. */
static void
sector_logs(struct sector *s, const struct sector_record *x)
{
    EACH_LANE(l) {
        s->log_labour_exponent[l] = lane_log(s->labour_exponent[l]);
        s->log_capital[l] = lane_log(x->capital[0][l]);
        s->log_labour[l] = lane_log(x->labour[0][l]);
        s->log_output[l] = lane_log(x->real[0][l]);
        s->log_alpha[l] = s->log_capital[l] - s->log_output[l];
        s->log_withheld[l] = s->held_back[l] = 0;
    }
}

static void
start_shocks(struct production *m)
{
    const struct lever *rho = &m->lever[PRODUCTION_SHOCK_PERSISTENCE];

    shock_start_common(&m->shock, &m->shocks, rho, &m->lever[PRODUCTION_SHOCK_COMMON],
                       &m->lever[PRODUCTION_SHOCK_CORRELATION]);
    for (size_t s = 0; s < m->sectors; s++)
        if (m->shocks.sector[s])
            shock_start(&m->sector[s].shock, rho, &m->sector[s].lever[SECTOR_SHOCK], NULL);
}

KERNEL void
production_base(struct production *m, struct record *r)
{
    EACH_LANE(l) {
        m->response[l] = 1 + lever_at(&m->lever[PRODUCTION_INVESTMENT_RESPONSE], 0, l);
        m->log_employment[l] = lane_log(r->employment[0][l]);
        m->log_gap[l] = lever_at(&m->lever[PRODUCTION_BASE_GAP], 0, l);
    }
    start_shocks(m);
    for (size_t s = 0; s < m->sectors; s++)
        sector_constants(&m->sector[s]);
    base_capital(m, r);
    for (size_t s = 0; s < m->sectors; s++)
        sector_logs(&m->sector[s], &r->sector[s]);
}
