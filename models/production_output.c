#include "models/production_state.h"

/* Y' by the production function, or the capacity where that is less. */
static void
produce(const struct production *m, struct sector *s, struct sector_record *x, size_t t)
{
    const struct lever *capacity = &s->lever[SECTOR_CAPACITY];

    EACH_LANE(l) {
        const double free = m->log_gap[l] + s->log_tfp[l]
                            + sector_constant(s, SECTOR_CAPITAL_SHARE, l) * s->log_capital[l]
                            + sector_constant(s, SECTOR_FIXED_SHARE, l) * s->log_fixed[l]
                            + sector_labour_exponent(s, l)
                                  * (m->log_human[l] + m->log_employment[l] + s->log_labour[l]);
        double output = lane_exp(free);

        s->held_back[l] = -s->log_withheld[l];
        s->log_output[l] = free;
        if (lever_given(capacity) && lever_at(capacity, t + 1, l) < output) {
            output = lever_at(capacity, t + 1, l);
            s->log_output[l] = lane_log(output);
        }
        s->log_withheld[l] = s->log_output[l] - free;
        s->held_back[l] += s->log_withheld[l];
        x->real[t + 1][l] = output;
    }
}

void
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

/* ln D: what demand does to the price, given how national income and the sector's output have grown. */
static double
demand(const struct sector *s, const struct sector_record *x, const struct record *nation, size_t t, size_t l)
{
    const double income = lane_log(nation->real[t + 1][l] / nation->real[t][l]);
    const double output = lane_log(x->real[t + 1][l] / x->real[t][l]);

    if (!lever_given(&s->lever[SECTOR_DEMAND_ELASTICITY]))
        return 0;
    return (sector_constant(s, SECTOR_INCOME_ELASTICITY, l) * income - output)
           / sector_constant(s, SECTOR_DEMAND_ELASTICITY, l);
}

/* ln(1 + pi): the sector's own, or the growth of the benchmark's deflator of its group; else 0 */
static double
price_growth(const struct sector *s, enum sector_group g, const struct record *benchmark, size_t t, size_t l)
{
    if (lever_given(&s->lever[SECTOR_PRICE_GROWTH]))
        return lane_log1p(lever_at(&s->lever[SECTOR_PRICE_GROWTH], t + 1, l));
    if (!benchmark || !benchmark->deflator[g])
        return 0;
    return lane_log(benchmark->deflator[g][t + 1][l] / benchmark->deflator[g][t][l]);
}

static void
move_price(struct sector *s, struct sector_record *x, const struct record *benchmark, const struct record *nation,
           size_t t)
{
    EACH_LANE(l) {
        s->log_price[l] += price_growth(s, x->group, benchmark, t, l)
                           + lane_log1p(lever_at(&s->lever[SECTOR_PRICE_PREMIUM], t + 1, l))
                           + demand(s, x, nation, t, l);
        x->price[t + 1][l] = lane_exp(s->log_price[l]);
    }
}

void
production_prices(struct production *m, struct record *r, const struct record *benchmark, size_t t)
{
    const struct record *nation = benchmark ? benchmark : r; /* whose income demand follows */

    for (size_t s = 0; s < m->sectors; s++)
        move_price(&m->sector[s], &r->sector[s], benchmark, nation, t);
}
