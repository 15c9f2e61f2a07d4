#include "models/household.h"

/* clang-format off */
static const struct setting household_rows[HOUSEHOLD_SETTINGS] = {
    [HOUSEHOLD_SHARE] = {
        .key = "share", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = 0, .max = 100,
        .above_min = true, .low = 35, .high = 65,
        .meaning = { "household income, percent of GDP at current prices",
                     "居民可支配收入占地区生产总值（当年价）的比重" } },
    [HOUSEHOLD_URBAN_RURAL_RATIO] = {
        .key = "urban_rural_ratio", .unit = UNIT_RATIO, .need = NEED_VALUE, .min = 0, .max = 20, .above_min = true,
        .low = 1.5, .high = 4,
        .meaning = { "urban over rural income a head in the base year", "基期城乡居民人均收入之比" } },
    [HOUSEHOLD_RATIO_GROWTH] = {
        .key = "ratio_growth", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = -20, .max = 20,
        .low = -3, .high = 1,
        .meaning = { "growth of that ratio a year", "城乡居民收入比的年增长率" } },
};
/* clang-format on */

const struct setting_group household_settings = { "household",
                                                  { "household income in town and country (off unless given)",
                                                    "城乡居民收入（缺省不测算）" },
                                                  household_rows,
                                                  HOUSEHOLD_SETTINGS };

struct household {
    const struct lever *lever;
};

static enum status
household_init(void *self, const struct region_input *in, struct record *r, struct error *err)
{
    struct household *m = self;

    (void) err;
    m->lever = in->lever[GROUP_HOUSEHOLD];
    r->income = record_rows(r);
    r->income_urban = record_rows(r);
    r->income_rural = record_rows(r);
    r->income_ratio = record_rows(r);
    return OK;
}

/* Splits the income of year t; `before` is the year whose urban share is averaged with it. */
KERNEL static void
household_year(const struct household *m, struct record *r, size_t t, size_t before)
{
    EACH_LANE(l) {
        const double share = lever_at(&m->lever[HOUSEHOLD_SHARE], t, l);
        const double q = r->income_ratio[t][l];
        const double u = 0.5 * (r->urban[t][l] + r->urban[before][l]);
        const double income = share * r->value[t][l] / r->population_mean[t][l] * 1e4;
        const double rural = income / (u * q + 1 - u);

        r->income[t][l] = income;
        r->income_rural[t][l] = rural;
        r->income_urban[t][l] = rural * q;
    }
}

static void
household_start(void *self, struct record *r, const struct record *benchmark)
{
    const struct household *m = self;

    (void) benchmark;
    EACH_LANE(l)
        r->income_ratio[0][l] = lever_at(&m->lever[HOUSEHOLD_URBAN_RURAL_RATIO], 0, l);
    household_year(m, r, 0, 0);
}

static void
household_step(void *self, struct record *r, const struct record *benchmark, size_t t)
{
    const struct household *m = self;

    (void) benchmark;
    EACH_LANE(l) {
        const double growth = lever_at(&m->lever[HOUSEHOLD_RATIO_GROWTH], t + 1, l);

        r->income_ratio[t + 1][l] = r->income_ratio[t][l] * (1 + growth);
    }
    household_year(m, r, t + 1, t);
}

const struct model household_model = {
    .name = "household",
    .summary = "household income in town and country",
    .groups = 1 << GROUP_HOUSEHOLD,
    .reads = PART_PEOPLE | PART_OUTPUT | PART_TOWNS,
    .writes = PART_INCOME,
    .size = sizeof(struct household),
    .init = household_init,
    .start = household_start,
    .step = household_step,
};
