#include "models/production_state.h"

/* Volumes and values of the groups in year t, from the sectors' rows */
static void
add_groups(group_lanes real, group_lanes value, const struct production *m, const struct record *r, size_t t)
{
    groups_clear(real);
    groups_clear(value);
    for (size_t s = 0; s < m->sectors; s++) {
        const struct sector_record *x = &r->sector[s];

        EACH_LANE(l) {
            real[x->group][l] += x->real[t][l];
            value[x->group][l] += x->real[t][l] * x->price[t][l];
        }
    }
}

/* Deflators of groups of several sectors */
static void
deflate(const struct production *m, struct record *r, group_lanes real, group_lanes value, size_t t)
{
    for (int g = 0; g < SECTOR_GROUPS; g++) {
        if (m->in_group[g] < 2)
            continue;
        EACH_LANE(l)
            r->deflator[g][t][l] = value[g][l] / real[g][l];
        if (r->log_deflator[g])
            EACH_LANE(l)
                r->log_deflator[g][t][l] = lane_log(r->deflator[g][t][l]);
    }
}

/* Totals, shares of current GDP and deflators, from the sectors' rows of year t. */
KERNEL void
production_totals(const struct production *m, struct record *r, size_t t)
{
    const struct lever rate = m->lever[PRODUCTION_INVESTMENT_RATE];
    group_lanes real, value;
    lanes of_value;

    add_groups(real, value, m, r, t);
    groups_add(r->real[t], real);
    groups_add(r->value[t], value);
    EACH_LANE(l) {
        r->price_level[t][l] = r->value[t][l] / r->real[t][l];
        r->log_real[t][l] = lane_log(r->real[t][l]);
        r->log_per_head[t][l] = r->log_real[t][l] - lane_log(r->population_mean[t][l]);
        r->investment_rate[t][l] = lever_at(&rate, t, l);
        of_value[l] = 1 / r->value[t][l];
    }
    for (int g = 0; g < SECTOR_GROUPS; g++)
        EACH_LANE(l)
            r->share[g][t][l] = value[g][l] * of_value[l];
    deflate(m, r, real, value, t);
    record_divide(r, t);
}

/* The logarithmic mean of a and b, (a - b)/L with L = ln(a/b), or b (e^L - 1)/L, by its series where a - b would lose
 * digits */
static double
logarithmic_mean(double a, double b, double log_ratio)
{
    const double near = b
                        * (1
                           + log_ratio * (1.0 / 2 + log_ratio * (1.0 / 6 + log_ratio * (1.0 / 24 + log_ratio / 120))));

    return fabs(log_ratio) < 0x1p-10 ? near : (a - b) / log_ratio;
}

/* 1 over it. Its series L/(e^L - 1) = 1 - L/2 + L^2/12 - ... reaches further, for an L that is a difference of large
 * logarithms. */
static double
of_logarithmic_mean(double a, double b, double log_ratio)
{
    const double square = log_ratio * log_ratio;
    const double near = 1 - log_ratio / 2
                        + square * (1.0 / 12 - square * (1.0 / 720 - square * (1.0 / 30240 - square / 1209600)));
    const bool is_near = fabs(log_ratio) < 0x1p-4;

    return (is_near ? near : log_ratio) / (is_near ? b : a - b);
}

/* What sectors' weights and changes add up to; parts that sectors share are multiplied once. */
struct sums {
    lanes weight, labour_weight; /* of the whole, and of labour in it */
    lanes tfp, capital, fixed, reallocation, held_back, catch_up;
};

static void
sums_clear(struct sums *sums)
{
    EACH_LANE(l)
        sums->weight[l] = sums->labour_weight[l] = sums->tfp[l] = sums->capital[l] = sums->fixed[l] =
            sums->reallocation[l] = sums->held_back[l] = sums->catch_up[l] = 0;
}

/* Parts that only some sectors have: catching up, a fixed factor that grows, a capacity */
static void
add_some(struct sums *sums, const struct sector *x, const lanes omega, bool catches_up, size_t t)
{
    if (catches_up)
        EACH_LANE(l)
            sums->catch_up[l] += omega[l] * x->catch_up[l];
    if (!lever_is_nothing(&x->lever[SECTOR_FIXED_GROWTH], t))
        EACH_LANE(l)
            sums->fixed[l] += omega[l] * x->gamma[l] * x->fixed[l];
    if (sector_has(x, SECTOR_CAPACITY))
        EACH_LANE(l)
            sums->held_back[l] += omega[l] * x->held_back[l];
}

static void
add_sector(lanes omega, struct sums *sums, const struct sector *x, lanes *y, const lanes of_whole)
{
    EACH_LANE(l) {
        const double weight = logarithmic_mean(y[1][l], y[0][l], x->output[l]) * of_whole[l];
        const double labour = weight * x->labour_exponent[l];

        omega[l] = weight;
        sums->weight[l] += weight;
        sums->labour_weight[l] += labour;
        sums->tfp[l] += weight * x->tfp[l];
        sums->capital[l] += weight * x->alpha[l] * x->capital[l];
        sums->reallocation[l] += labour * x->labour[l];
    }
}

static void
keep(const struct sums *sums, const struct production *m, struct record *r, size_t t)
{
    EACH_LANE(l) {
        r->contribution[CONTRIBUTION_TFP][t][l] = sums->tfp[l];
        r->contribution[CONTRIBUTION_CAPITAL][t][l] = sums->capital[l];
        r->contribution[CONTRIBUTION_FIXED][t][l] = sums->fixed[l];
        r->contribution[CONTRIBUTION_HUMAN_CAPITAL][t][l] = sums->labour_weight[l] * m->human[l];
        r->contribution[CONTRIBUTION_LABOUR][t][l] = sums->labour_weight[l] * m->employment[l];
        r->contribution[CONTRIBUTION_REALLOCATION][t][l] = sums->reallocation[l];
        r->contribution[CONTRIBUTION_CYCLE][t][l] = sums->weight[l] * m->gap[l] + sums->held_back[l];
        r->contribution[CONTRIBUTION_POLICY][t][l] = sums->weight[l] * m->boost[l];
        r->contribution[CONTRIBUTION_CATCH_UP][t][l] = sums->catch_up[l];
    }
}

/* By logarithmic-mean weights the parts add up to ln(Y(t+1)/Y(t)) exactly (LMDI, Ang 2005). */
KERNEL void
production_contributions(const struct production *m, struct record *r, const struct record *benchmark, size_t t)
{
    struct sums sums;
    lanes of_whole, omega;

    EACH_LANE(l)
        of_whole[l] = of_logarithmic_mean(r->real[t + 1][l], r->real[t][l], r->log_real[t + 1][l] - r->log_real[t][l]);
    sums_clear(&sums);
    for (size_t s = 0; s < m->sectors; s++) {
        add_sector(omega, &sums, &m->sector[s], &r->sector[s].real[t], of_whole);
        add_some(&sums, &m->sector[s], omega, benchmark != NULL, t + 1);
    }
    keep(&sums, m, r, t + 1);
}
