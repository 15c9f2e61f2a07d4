#include "models/production_state.h"

/* ln Y by the production function */
static void
log_output(lanes out, const struct production *m, const struct sector *s)
{
    EACH_LANE(l)
        out[l] = m->log_gap[l] + s->log_tfp[l] + sector_constant(s, SECTOR_CAPITAL_SHARE, l) * s->log_capital[l]
                 + sector_constant(s, SECTOR_FIXED_SHARE, l) * s->log_fixed[l]
                 + sector_labour_exponent(s, l) * (m->log_human[l] + m->log_employment[l] + s->log_labour[l]);
}

/* The capacity where that is less than what could be produced */
static void
hold_back(struct sector *s, struct sector_record *x, const lanes free, const lanes before, size_t t)
{
    EACH_LANE(l) {
        const double most = lever_at(&s->lever[SECTOR_CAPACITY], t + 1, l), log_most = lane_log(most);
        const bool held = most < x->real[t + 1][l];

        x->real[t + 1][l] = held ? most : x->real[t + 1][l];
        s->log_output[l] = held ? log_most : free[l];
        s->held_back[l] = -s->log_withheld[l];
        s->log_withheld[l] = s->log_output[l] - free[l];
        s->held_back[l] += s->log_withheld[l];
        s->output[l] = s->log_output[l] - before[l];
    }
}

/* Y' by the production function, or the capacity where that is less. */
static void
produce(const struct production *m, struct sector *s, struct sector_record *x, size_t t)
{
    lanes free, before;

    log_output(free, m, s);
    EACH_LANE(l) {
        before[l] = s->log_output[l];
        s->log_output[l] = free[l];
        s->output[l] = free[l] - before[l];
        s->held_back[l] = 0;
        x->real[t + 1][l] = lane_exp(free[l]);
    }
    if (lever_given(&s->lever[SECTOR_CAPACITY]))
        hold_back(s, x, free, before, t);
}

KERNEL void
production_output(struct production *m, struct record *r, size_t t)
{
    EACH_LANE(l)
        r->real[t + 1][l] = 0;
    for (size_t s = 0; s < m->sectors; s++) {
        produce(m, &m->sector[s], &r->sector[s], t);
        EACH_LANE(l)
            r->real[t + 1][l] += r->sector[s].real[t + 1][l];
    }
}

/* Adds ln D: what demand does to the price, given how national income and the sector's output have grown. */
static void
add_demand(lanes growth, const struct sector *s, const lanes income)
{
    if (lever_given(&s->lever[SECTOR_DEMAND_ELASTICITY]))
        EACH_LANE(l)
            growth[l] += (sector_constant(s, SECTOR_INCOME_ELASTICITY, l) * income[l] - s->output[l])
                         / sector_constant(s, SECTOR_DEMAND_ELASTICITY, l);
}

/* ln(x(t+1)/x(t)); 0 where there is no x */
static void
log_growth(lanes out, const lanes *x, size_t t)
{
    EACH_LANE(l)
        out[l] = 0;
    if (x)
        EACH_LANE(l)
            out[l] = lane_log(x[t + 1][l] / x[t][l]);
}

/* The sector's own price growth, or that of the benchmark's deflator of its group; a premium; and demand */
static void
move_price(struct sector *s, lanes price, const lanes deflator, const lanes income, size_t t)
{
    lanes growth, premium;

    if (lever_given(&s->lever[SECTOR_PRICE_GROWTH]))
        lever_log1p(growth, &s->lever[SECTOR_PRICE_GROWTH], t + 1);
    else
        EACH_LANE(l)
            growth[l] = deflator[l];
    lever_log1p(premium, &s->lever[SECTOR_PRICE_PREMIUM], t + 1);
    add_demand(growth, s, income);
    EACH_LANE(l) {
        s->log_price[l] += growth[l] + premium[l];
        price[l] = lane_exp(s->log_price[l]);
    }
}

KERNEL void
production_prices(struct production *m, struct record *r, const struct record *benchmark, size_t t)
{
    lanes deflator[SECTOR_GROUPS], income;

    /* the benchmark's deflator of each group, and its real GDP, whose income demand follows */
    for (int g = 0; g < SECTOR_GROUPS; g++)
        log_growth(deflator[g], benchmark ? (const lanes *) benchmark->deflator[g] : NULL, t);
    log_growth(income, (const lanes *) (benchmark ? benchmark : r)->real, t);
    for (size_t s = 0; s < m->sectors; s++)
        move_price(&m->sector[s], r->sector[s].price[t + 1], deflator[r->sector[s].group], income, t);
}
