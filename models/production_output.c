#include "models/production_state.h"

/* The capacity where that is less than what could be produced */
static void
hold_back(struct sector *s, double *real, size_t t)
{
    const struct lever capacity = s->lever[SECTOR_CAPACITY];

    EACH_LANE(l) {
        const double most = lever_at(&capacity, t + 1, l), over = lane_log(most) - s->log_output[l];
        const double withheld = most < real[l] ? over : 0;

        real[l] = most < real[l] ? most : real[l];
        s->held_back[l] = withheld - s->log_withheld[l];
        s->log_withheld[l] = withheld;
        s->log_output[l] += withheld;
    }
}

/* Y' by the production function, or the capacity where that is less. ln Y moves by its parts; its change is taken from
 * the rounded ln Y, with which Y'/Y agrees to the last digits. */
static void
produce(const struct production *m, struct sector *s, double *real, size_t t)
{
    lanes before;

    EACH_LANE(l) {
        const double moved = m->gap[l] + s->tfp[l] + s->alpha[l] * s->capital[l] + s->gamma[l] * s->fixed[l]
                             + s->labour_exponent[l] * (m->workforce[l] + s->labour[l]);

        before[l] = s->log_output[l];
        s->log_output[l] += moved - s->log_withheld[l];
        real[l] = lane_exp(s->log_output[l]);
    }
    if (sector_has(s, SECTOR_CAPACITY))
        hold_back(s, real, t);
    EACH_LANE(l)
        s->output[l] = s->log_output[l] - before[l];
}

KERNEL void
production_output(struct production *m, struct record *r, size_t t)
{
    for (size_t s = 0; s < m->sectors; s++)
        produce(m, &m->sector[s], r->sector[s].real[t + 1], t);
}

/* Growth of national income, which demand follows; the region's own without a benchmark */
static void
income_growth(lanes out, const struct record *r, const struct record *benchmark, size_t t)
{
    lanes sum = { 0 };

    if (benchmark) {
        EACH_LANE(l)
            out[l] = benchmark->log_real[t + 1][l] - benchmark->log_real[t][l];
        return;
    }
    for (size_t s = 0; s < r->sectors; s++)
        EACH_LANE(l)
            sum[l] += r->sector[s].real[t + 1][l];
    EACH_LANE(l)
        out[l] = lane_log(sum[l] / r->real[t][l]);
}

/* ln(P'/P) without a premium and demand: its own, or else that of the benchmark's deflator of its group */
static void
log_inflation(struct sector *s, enum sector_group g, const struct record *benchmark, size_t t)
{
    if (sector_has(s, SECTOR_PRICE_GROWTH))
        lever_log1p(s->inflation, &s->lever[SECTOR_PRICE_GROWTH], t + 1);
    else if (benchmark)
        EACH_LANE(l)
            s->inflation[l] = benchmark->log_deflator[g][t + 1][l] - benchmark->log_deflator[g][t][l];
    else
        EACH_LANE(l)
            s->inflation[l] = 0;
}

/* P' where growth is a rate: a product, which is less work than exp of ln P' */
static void
multiply_price(lanes *price, const struct sector *s, enum sector_group g, const struct record *benchmark, size_t t)
{
    const struct lever own = s->lever[SECTOR_PRICE_GROWTH], premium = s->lever[SECTOR_PRICE_PREMIUM];

    if (lever_given(&own))
        EACH_LANE(l)
            price[1][l] = price[0][l] * (1 + lever_at(&own, t + 1, l));
    else if (benchmark)
        EACH_LANE(l)
            price[1][l] = price[0][l] * (benchmark->deflator[g][t + 1][l] / benchmark->deflator[g][t][l]);
    else
        memcpy(price[1], price[0], sizeof *price);
    if (!lever_is_nothing(&premium, t + 1))
        EACH_LANE(l)
            price[1][l] *= 1 + lever_at(&premium, t + 1, l);
}

/* ln D: what demand does to the price, given how national income and the sector's output have grown */
static void
demand(lanes out, const struct sector *s, const struct record *r, const struct record *benchmark, size_t t)
{
    const struct lever income_elasticity = s->lever[SECTOR_INCOME_ELASTICITY];
    const struct lever elasticity = s->lever[SECTOR_DEMAND_ELASTICITY];
    lanes income;

    income_growth(income, r, benchmark, t);
    EACH_LANE(l)
        out[l] = (lever_at(&income_elasticity, 0, l) * income[l] - s->output[l]) / lever_at(&elasticity, 0, l);
}

static void
add_demand(lanes price, lanes log_price, const struct sector *s, const struct record *r, const struct record *benchmark,
           size_t t)
{
    lanes log_demand;

    demand(log_demand, s, r, benchmark, t);
    EACH_LANE(l) {
        log_price[l] += log_demand[l];
        price[l] = lane_exp(log_price[l]);
    }
}

KERNEL void
production_prices(struct production *m, struct record *r, const struct record *benchmark, size_t t)
{
    for (size_t i = 0; i < m->sectors; i++) {
        struct sector *s = &m->sector[i];
        const enum sector_group g = r->sector[i].group;
        lanes *price = &r->sector[i].price[t], *log_price = &r->sector[i].log_price[t];

        log_inflation(s, g, benchmark, t);
        lever_log1p(s->premium, &s->lever[SECTOR_PRICE_PREMIUM], t + 1);
        EACH_LANE(l)
            log_price[1][l] = log_price[0][l] + s->inflation[l] + s->premium[l];
        if (sector_has(s, SECTOR_DEMAND_ELASTICITY))
            add_demand(price[1], log_price[1], s, r, benchmark, t);
        else
            multiply_price(price, s, g, benchmark, t);
    }
}
