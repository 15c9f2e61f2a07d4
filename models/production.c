#include "models/labour.h"
#include "models/production_state.h"

/* A group's deflator is the price of its sector; of several sectors it is worked out. */
static void
take_deflators(const struct production *m, struct record *r, bool unseen)
{
    for (size_t s = 0; s < m->sectors; s++) {
        const struct sector_record *x = &r->sector[s];
        const bool alone = m->in_group[x->group] == 1;

        if (r->deflator[x->group])
            continue;
        r->deflator[x->group] = alone ? x->price : record_rows(r);
        if (!unseen)
            r->log_deflator[x->group] = alone ? x->log_price : record_rows(r);
    }
}

static void
take_sectors(struct production *m, struct record *r, const struct region_input *in)
{
    m->sectors = r->sectors = in->sectors;
    for (size_t s = 0; s < m->sectors; s++) {
        struct sector_record *x = &r->sector[s];

        m->sector[s].lever = in->sector[s].lever;
        x->group = in->sector[s].group;
        m->in_group[x->group]++;
        m->measure = x->group < r->sector[m->measure].group ? s : m->measure;
        x->real = record_rows(r);
        x->price = record_rows(r);
        x->log_price = record_rows(r);
        x->capital = record_rows(r);
        x->labour = record_rows(r);
    }
    take_deflators(m, r, in->unseen);
}

static void
take_rows(struct record *r)
{
    r->real = record_rows(r);
    r->value = record_rows(r);
    r->log_real = record_rows(r);
    r->log_per_head = record_rows(r);
    r->price_level = record_rows(r);
    r->per_head = record_rows(r);
    r->per_head_real = record_rows(r);
    r->investment_rate = record_rows(r);
    for (int g = 0; g < SECTOR_GROUPS; g++)
        r->share[g] = record_rows(r);
    for (int c = 0; c < CONTRIBUTIONS; c++)
        r->contribution[c] = record_rows(r);
}

static enum status
production_init(void *self, const struct region_input *in, struct record *r, struct error *err)
{
    struct production *m = self;

    (void) err;
    m->lever = in->lever[GROUP_PRODUCTION];
    m->mobility = &in->lever[GROUP_LABOUR][LABOUR_MOBILITY];
    m->shocks = in->shocks;
    m->known = in->known;
    take_sectors(m, r, in);
    take_rows(r);
    return OK;
}

static void
production_start(void *self, struct record *r, const struct record *benchmark)
{
    struct production *m = self;

    (void) benchmark;
    production_base(m, r);
    production_totals(m, r, 0);
}

static void
production_step(void *self, struct record *r, const struct record *benchmark, size_t t)
{
    struct production *m = self;

    production_move_capital(m, r, benchmark, t);
    production_move_labour(m, r, t);
    production_move_productivity(m, r, benchmark, t);
    production_move_people(m, r, t);
    production_output(m, r, t);
    production_take_real(m, r, t + 1);
    production_prices(m, r, benchmark, t);
    production_totals(m, r, t + 1);
    production_take_values(m, r, t + 1);
    production_contributions(m, r, benchmark, t);
}

const struct model production_model = {
    .name = "production",
    .summary = "output of sectors from capital, labour, a fixed factor and productivity",
    .groups = 1 << GROUP_PRODUCTION | 1 << GROUP_SECTOR | 1 << GROUP_LABOUR,
    .reads = PART_PEOPLE | PART_BENCHMARK,
    .writes = PART_OUTPUT | PART_LABOUR,
    .size = sizeof(struct production),
    .init = production_init,
    .start = production_start,
    .step = production_step,
};
