#include "models/labour.h"

/* clang-format off */
static const struct setting labour_rows[LABOUR_SETTINGS] = {
    [LABOUR_EMPLOYMENT_RATE] = {
        .key = "employment_rate", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = 30,
        .max = 100, .low = 72, .high = 79,
        .meaning = { "employed, percent of the working-age population", "就业人员占劳动年龄人口的比重" },
        .source = { "2020: nation 75064/(141212 x .686) = 77.5, Guizhou 76",
                    "2020年：全国75064÷（141212×0.686）=77.5，贵州76" } },
    [LABOUR_MOBILITY] = {
        .key = "mobility", .kind = SETTING_LEVER, .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 0.035, .min = 0,
        .max = 1, .low = 0.015, .high = 0.06,
        .meaning = { "speed at which labour moves to better paid sectors", "劳动力向高报酬部门转移的速度" },
        .source = { "China 2012-20: .04", "全国2012—2020年：0.04" } },
};
/* clang-format on */

const struct setting_group labour_settings = {
    "labour", { "employment and its move between sectors", "就业及其在部门间的转移" }, labour_rows, LABOUR_SETTINGS
};

struct labour {
    const struct lever *lever;
};

static enum status
labour_init(void *self, const struct region_input *in, struct record *r, struct error *err)
{
    struct labour *m = self;

    (void) err;
    m->lever = in->lever[GROUP_LABOUR];
    r->employment = record_rows(r);
    return OK;
}

static void
employ(const struct labour *m, struct record *r, size_t t)
{
    EACH_LANE(l)
        r->employment[t][l] = lever_at(&m->lever[LABOUR_EMPLOYMENT_RATE], t, l) * r->working_age[t][l];
}

static void
labour_start(void *self, struct record *r, const struct record *benchmark)
{
    (void) benchmark;
    employ(self, r, 0);
}

static void
labour_step(void *self, struct record *r, const struct record *benchmark, size_t t)
{
    (void) benchmark;
    employ(self, r, t + 1);
}

const struct model labour_model = {
    .name = "labour",
    .summary = "employment from the working-age population",
    .groups = 1 << GROUP_LABOUR,
    .reads = PART_PEOPLE,
    .writes = PART_PEOPLE,
    .size = sizeof(struct labour),
    .init = labour_init,
    .start = labour_start,
    .step = labour_step,
};
