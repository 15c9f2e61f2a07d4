#include "models/production_state.h"

/* Totals, shares of current GDP and deflators by group, from the sectors' rows of year t. */
void
production_totals(const struct production *m, struct record *r, size_t t)
{
    lanes real[SECTOR_GROUPS] = { { 0 } }, value[SECTOR_GROUPS] = { { 0 } };

    for (size_t s = 0; s < m->sectors; s++) {
        const struct sector_record *x = &r->sector[s];

        EACH_LANE(l) {
            real[x->group][l] += x->real[t][l];
            value[x->group][l] += x->real[t][l] * x->price[t][l];
        }
    }
    EACH_LANE(l) {
        r->real[t][l] = real[PRIMARY][l] + real[SECONDARY][l] + real[TERTIARY][l];
        r->value[t][l] = value[PRIMARY][l] + value[SECONDARY][l] + value[TERTIARY][l];
        r->investment_rate[t][l] = lever_at(&m->lever[PRODUCTION_INVESTMENT_RATE], t, l);
    }
    for (int g = 0; g < SECTOR_GROUPS; g++)
        EACH_LANE(l) {
            r->share[g][t][l] = value[g][l] / r->value[t][l];
            if (r->deflator[g])
                r->deflator[g][t][l] = value[g][l] / real[g][l];
        }
}

/* The logarithmic mean of a and b, (a - b)/ln(a/b), which is a where they are equal. */
static double
logarithmic_mean(double a, double b)
{
    const double x = (a - b) / b, log_ratio = lane_log1p(x);

    return x == 0 ? a : (a - b) / log_ratio;
}

/* By logarithmic-mean weights the parts add up to ln(Y(t+1)/Y(t)) exactly (LMDI, Ang 2005). */
void
production_contributions(const struct production *m, struct record *r, size_t t)
{
    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            const struct sector *x = &m->sector[s];
            lanes *y = r->sector[s].real;
            const double omega = logarithmic_mean(y[t + 1][l], y[t][l])
                                 / logarithmic_mean(r->real[t + 1][l], r->real[t][l]);
            const double labour = omega * sector_labour_exponent(x, l);

            r->contribution[CONTRIBUTION_TFP][t + 1][l] += omega * x->tfp[l];
            r->contribution[CONTRIBUTION_CAPITAL][t + 1][l] += omega * sector_constant(x, SECTOR_CAPITAL_SHARE, l)
                                                               * x->capital[l];
            r->contribution[CONTRIBUTION_FIXED][t + 1][l] += omega * sector_constant(x, SECTOR_FIXED_SHARE, l)
                                                             * x->fixed[l];
            r->contribution[CONTRIBUTION_HUMAN_CAPITAL][t + 1][l] += labour * m->human[l];
            r->contribution[CONTRIBUTION_LABOUR][t + 1][l] += labour * m->employment[l];
            r->contribution[CONTRIBUTION_REALLOCATION][t + 1][l] += labour * x->labour[l];
            r->contribution[CONTRIBUTION_CYCLE][t + 1][l] += omega * (m->gap[l] + x->held_back[l]);
            r->contribution[CONTRIBUTION_POLICY][t + 1][l] += omega * x->boost[l];
            r->contribution[CONTRIBUTION_CATCH_UP][t + 1][l] += omega * x->catch_up[l];
        }
}
