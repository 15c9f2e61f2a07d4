#include "models/production_state.h"

/* K = kappa Y, shared out so that returns are equal: K_s = K alpha_s Y_s / sum(alpha Y). */
static void
base_capital(struct production *m, struct record *r)
{
    lanes total = { 0 }, earned = { 0 }, shares = { 0 };

    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            const double y = sector_constant(&m->sector[s], SECTOR_VALUE_ADDED, l);

            total[l] += y;
            earned[l] += sector_constant(&m->sector[s], SECTOR_CAPITAL_SHARE, l) * y;
            shares[l] += sector_constant(&m->sector[s], SECTOR_EMPLOYMENT_SHARE, l);
        }
    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            const double y = sector_constant(&m->sector[s], SECTOR_VALUE_ADDED, l);
            const double capital = lever_at(&m->lever[PRODUCTION_CAPITAL_OUTPUT_RATIO], 0, l) * total[l];

            r->sector[s].capital[0][l] = capital * sector_constant(&m->sector[s], SECTOR_CAPITAL_SHARE, l) * y
                                         / earned[l];
            r->sector[s].labour[0][l] = sector_constant(&m->sector[s], SECTOR_EMPLOYMENT_SHARE, l) / shares[l];
            r->sector[s].real[0][l] = y;
            r->sector[s].price[0][l] = 1;
        }
}

/* A solves the production function of the base year, with h = 1 and R = 1. */
static void
base_productivity(const struct production *m, struct sector *s, const struct sector_record *x)
{
    EACH_LANE(l) {
        const double alpha = sector_constant(s, SECTOR_CAPITAL_SHARE, l), labour = sector_labour_exponent(s, l);

        s->log_alpha[l] = lane_log(alpha);
        s->log_labour_exponent[l] = lane_log(labour);
        s->log_capital[l] = lane_log(x->capital[0][l]);
        s->log_labour[l] = lane_log(x->labour[0][l]);
        s->log_output[l] = lane_log(x->real[0][l]);
        s->log_fixed[l] = s->log_price[l] = s->log_withheld[l] = s->shock[l] = 0;
        s->log_tfp[l] = s->log_output[l] - m->log_gap[l] - alpha * s->log_capital[l]
                        - labour * (m->log_employment[l] + s->log_labour[l]);
    }
}

KERNEL void
production_base(struct production *m, struct record *r)
{
    EACH_LANE(l) {
        m->log_human[l] = m->shock[l] = 0;
        m->log_employment[l] = lane_log(r->employment[0][l]);
        m->log_gap[l] = lever_at(&m->lever[PRODUCTION_BASE_GAP], 0, l);
    }
    base_capital(m, r);
    for (size_t s = 0; s < m->sectors; s++)
        base_productivity(m, &m->sector[s], &r->sector[s]);
}
