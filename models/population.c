#include "models/population.h"

void
population_totals(struct record *r, size_t t)
{
    EACH_LANE(l)
        r->population_mean[t][l] = 0.5 * (r->population[t - 1][l] + r->population[t][l]);
}

/* The base year's total and mean, from `total` and `previous`. */
void
population_base(struct record *r, const struct lever *levers)
{
    const struct lever *previous = &levers[POPULATION_PREVIOUS];

    EACH_LANE(l) {
        const double total = lever_at(&levers[POPULATION_TOTAL], 0, l);

        r->population[0][l] = total;
        r->population_mean[0][l] = lever_given(previous) ? 0.5 * (lever_at(previous, 0, l) + total) : total;
    }
}

void
population_claim(struct record *r, const struct region_input *in)
{
    r->population = record_rows(r);
    r->population_mean = record_rows(r);
    r->per_head_people = in->per_head_on_end ? r->population : r->population_mean;
    if (!in->lever[GROUP_LABOUR])
        return;
    r->working_age = record_rows(r);
    r->dependency = record_rows(r);
}

double
population_known(const struct record *r, const struct known *known, size_t t, size_t l)
{
    const double population = known_at(known, KNOWN_POPULATION, t);

    return isfinite(population) ? population / r->population[t][l] : 1;
}

struct rates {
    const struct lever *lever;
    const struct known *known;
    lanes working; /* share of residents in the working ages */
};

static enum status
rates_init(void *self, const struct region_input *in, struct record *r, struct error *err)
{
    struct rates *m = self;

    (void) err;
    m->lever = in->lever[GROUP_POPULATION];
    m->known = in->known;
    population_claim(r, in);
    return OK;
}

static void
rates_working(const struct rates *m, struct record *r, size_t t)
{
    if (!r->working_age)
        return;
    EACH_LANE(l) {
        r->working_age[t][l] = r->population[t][l] * m->working[l];
        r->dependency[t][l] = (1 - m->working[l]) / m->working[l];
    }
}

static void
rates_start(void *self, struct record *r, const struct record *benchmark)
{
    struct rates *m = self;

    (void) benchmark;
    population_base(r, m->lever);
    if (r->working_age)
        EACH_LANE(l)
            m->working[l] = lever_at(&m->lever[POPULATION_WORKING_AGE_SHARE], 0, l);
    rates_working(m, r, 0);
}

static void
rates_step(void *self, struct record *r, const struct record *benchmark, size_t t)
{
    struct rates *m = self;

    (void) benchmark;
    EACH_LANE(l)
        r->population[t + 1][l] = r->population[t][l] * (1 + lever_at(&m->lever[POPULATION_GROWTH], t + 1, l));
    EACH_LANE(l)
        r->population[t + 1][l] *= population_known(r, m->known, t + 1, l);
    population_totals(r, t + 1);
    if (r->working_age)
        EACH_LANE(l)
            m->working[l] *= 1 + lever_at(&m->lever[POPULATION_WORKING_AGE_SHARE_GROWTH], t + 1, l);
    rates_working(m, r, t + 1);
}

static bool
rates_check(const void *self, const struct record *r, size_t t, struct breach *b)
{
    const struct rates *m = self;

    if (r->working_age)
        EACH_LANE(l)
            if (!(m->working[l] > 0 && m->working[l] < 1)) {
                *b = (struct breach) { .kind = BREACH_WORKING_AGE_SHARE, .lane = l, .value = 100 * m->working[l] };
                return false;
            }
    (void) t;
    return true;
}

const struct model population_rates_model = {
    .name = "rates",
    .summary = "residents by growth rates",
    .groups = 1 << GROUP_POPULATION,
    .writes = PART_PEOPLE,
    .size = sizeof(struct rates),
    .init = rates_init,
    .start = rates_start,
    .step = rates_step,
    .check = rates_check,
};
