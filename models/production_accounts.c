#include "models/production_state.h"

/* Totals, shares of current GDP and deflators by group, from the sectors' rows of year t. */
KERNEL void
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
        r->log_per_head[t][l] = lane_log(r->real[t][l] / r->population_mean[t][l]);
        r->investment_rate[t][l] = lever_at(&m->lever[PRODUCTION_INVESTMENT_RATE], t, l);
    }
    for (int g = 0; g < SECTOR_GROUPS; g++) {
        EACH_LANE(l)
            r->share[g][t][l] = value[g][l] / r->value[t][l];
        if (r->deflator[g])
            EACH_LANE(l)
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

/* The same where ln(a/b) is known: b (e^L - 1)/L, by its series where a - b would lose digits */
static double
logarithmic_mean_of(double a, double b, double log_ratio)
{
    const double near = b
                        * (1
                           + log_ratio * (1.0 / 2 + log_ratio * (1.0 / 6 + log_ratio * (1.0 / 24 + log_ratio / 120))));

    return fabs(log_ratio) < 0x1p-10 ? near : (a - b) / log_ratio;
}

/* Adds weight times part to a contribution. */
static void
add(lanes *contribution, const lanes weight, const lanes part)
{
    EACH_LANE(l)
        (*contribution)[l] += weight[l] * part[l];
}

/* By logarithmic-mean weights the parts add up to ln(Y(t+1)/Y(t)) exactly (LMDI, Ang 2005). */
KERNEL void
production_contributions(const struct production *m, struct record *r, size_t t)
{
    lanes *into[CONTRIBUTIONS], of_whole, omega, capital, fixed, labour, cycle;

    for (int c = 0; c < CONTRIBUTIONS; c++) {
        into[c] = &r->contribution[c][t + 1];
        EACH_LANE(l)
            (*into[c])[l] = 0;
    }
    EACH_LANE(l)
        of_whole[l] = 1 / logarithmic_mean(r->real[t + 1][l], r->real[t][l]);
    for (size_t s = 0; s < m->sectors; s++) {
        const struct sector *x = &m->sector[s];
        lanes *y = r->sector[s].real;

        EACH_LANE(l) {
            omega[l] = logarithmic_mean_of(y[t + 1][l], y[t][l], x->output[l]) * of_whole[l];
            capital[l] = omega[l] * sector_constant(x, SECTOR_CAPITAL_SHARE, l);
            fixed[l] = omega[l] * sector_constant(x, SECTOR_FIXED_SHARE, l);
            labour[l] = omega[l] * sector_labour_exponent(x, l);
            cycle[l] = m->gap[l] + x->held_back[l];
        }
        add(into[CONTRIBUTION_TFP], omega, x->tfp);
        add(into[CONTRIBUTION_CAPITAL], capital, x->capital);
        add(into[CONTRIBUTION_FIXED], fixed, x->fixed);
        add(into[CONTRIBUTION_HUMAN_CAPITAL], labour, m->human);
        add(into[CONTRIBUTION_LABOUR], labour, m->employment);
        add(into[CONTRIBUTION_REALLOCATION], labour, x->labour);
        add(into[CONTRIBUTION_CYCLE], omega, cycle);
        add(into[CONTRIBUTION_POLICY], omega, m->boost);
        add(into[CONTRIBUTION_CATCH_UP], omega, x->catch_up);
    }
}
