/* What is known of a year goes over what the production function says of it. */
#include "models/production_state.h"

/* Productivity of a sector moves by ln f: so do its output and the contribution of productivity. */
static void
scale_output(struct sector *s, double *real, const lanes log_factor)
{
    EACH_LANE(l) {
        s->tfp[l] += log_factor[l];
        s->log_output[l] += log_factor[l];
        s->output[l] += log_factor[l];
        real[l] *= lane_exp(log_factor[l]);
    }
}

static void
scale_all(struct production *m, struct record *r, const lanes log_factor, size_t t)
{
    for (size_t s = 0; s < m->sectors; s++)
        scale_output(&m->sector[s], r->sector[s].real[t], log_factor);
}

static void
scale_prices(struct production *m, struct record *r, const lanes log_factor, size_t t)
{
    for (size_t s = 0; s < m->sectors; s++)
        EACH_LANE(l) {
            r->sector[s].log_price[t][l] += log_factor[l];
            r->sector[s].price[t][l] = lane_exp(r->sector[s].log_price[t][l]);
        }
}

void
production_take_real(struct production *m, struct record *r, size_t t)
{
    lanes log_factor;

    if (!isfinite(known_real(m->known, t, 1)))
        return;
    EACH_LANE(l) {
        double sum = 0;

        for (size_t s = 0; s < m->sectors; s++)
            sum += r->sector[s].real[t][l];
        log_factor[l] = lane_log(known_real(m->known, t, r->real[t - 1][l]) / sum);
    }
    scale_all(m, r, log_factor, t);
}

/* Shares of current GDP that are to be: those known, and the rest shared out as the model has it */
static bool
wanted_shares(lanes wanted[SECTOR_GROUPS], const struct production *m, lanes *const share[SECTOR_GROUPS], size_t t)
{
    double known = 0;
    lanes rest = { 0 };
    bool any = false;

    for (int g = 0; g < SECTOR_GROUPS; g++) {
        const double x = known_at(m->known, (enum known_figure)(KNOWN_PRIMARY + g), t);

        any = any || isfinite(x);
        known += isfinite(x) ? x : 0;
        EACH_LANE(l)
            rest[l] += isfinite(x) ? 0 : share[g][t][l];
    }
    for (int g = 0; g < SECTOR_GROUPS; g++) {
        const double x = known_at(m->known, (enum known_figure)(KNOWN_PRIMARY + g), t);

        EACH_LANE(l)
            wanted[g][l] = isfinite(x) ? x : share[g][t][l] * (1 - known) / rest[l];
    }
    return any;
}

/* Volumes of the groups move to the known shares, their sum stays. */
static void
take_shares(struct production *m, struct record *r, size_t t)
{
    lanes wanted[SECTOR_GROUPS], factor, moved = { 0 }, all = { 0 };

    if (!wanted_shares(wanted, m, r->share, t))
        return;
    for (size_t s = 0; s < m->sectors; s++) {
        const enum sector_group g = r->sector[s].group;

        EACH_LANE(l) {
            all[l] += r->sector[s].real[t][l];
            moved[l] += r->sector[s].real[t][l] * wanted[g][l] / r->share[g][t][l];
        }
    }
    for (size_t s = 0; s < m->sectors; s++) {
        const enum sector_group g = r->sector[s].group;

        EACH_LANE(l)
            factor[l] = lane_log(wanted[g][l] / r->share[g][t][l] * all[l] / moved[l]);
        scale_output(&m->sector[s], r->sector[s].real[t], factor);
    }
    production_totals(m, r, t);
}

/* GDP at current prices beside a known volume is a matter of prices; alone, of volumes at the model's prices. */
static void
take_value(struct production *m, struct record *r, size_t t)
{
    const double value = known_at(m->known, KNOWN_VALUE, t);
    lanes log_factor;

    if (!isfinite(value))
        return;
    EACH_LANE(l)
        log_factor[l] = lane_log(value / r->value[t][l]);
    if (isfinite(known_real(m->known, t, 1)))
        scale_prices(m, r, log_factor, t);
    else
        scale_all(m, r, log_factor, t);
    production_totals(m, r, t);
}

void
production_take_values(struct production *m, struct record *r, size_t t)
{
    if (t > m->known->until)
        return;
    take_shares(m, r, t);
    take_value(m, r, t);
}
