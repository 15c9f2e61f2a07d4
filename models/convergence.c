#include "models/convergence.h"
#include "models/production.h"

/* clang-format off */
static const struct setting convergence_rows[CONVERGENCE_SETTINGS] = {
    [CONVERGENCE_GDP] = {
        .key = "gdp", .unit = UNIT_YI_YUAN, .need = NEED_VALUE, .min = 0, .max = 1e9, .above_min = true,
        .meaning = { "GDP of the base year", "基期地区生产总值" } },
    [CONVERGENCE_SPEED] = {
        .key = "speed", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 1, .min = 0,
        .max = 10, .low = 0.5, .high = 2,
        .meaning = { "part of the distance to the benchmark made up a year", "每年缩小与对标地区差距的比例" },
        .source = { "convergence of .5-3 a year in Chinese provinces", "我国各省份每年趋同0.5—3" } },
    [CONVERGENCE_LEVEL] = {
        .key = "level", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 100, .min = 30,
        .max = 300, .low = 80, .high = 120,
        .meaning = { "level converged to, percent of the benchmark's real GDP per head",
                     "趋同水平，以对标地区实际人均地区生产总值为100%" } },
    [CONVERGENCE_EXCESS] = {
        .key = "excess", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = -8, .max = 8, .low = -0.5, .high = 1.5,
        .meaning = { "growth at the base year that catching up does not explain", "基期增速中不能由趋同解释的部分" },
        .source = { "0.6 x (record less catching up), aged", "0.6×（以往增速-趋同部分），按年数衰减" } },
    [CONVERGENCE_HALFLIFE] = {
        .key = "halflife", .unit = UNIT_YEARS, .need = NEED_DEFAULT, .fallback = 2.5, .min = 0.5, .max = 50, .low = 1.8,
        .high = 5,
        .meaning = { "years in which that excess halves", "该部分减半所需年数" },
        .source = { "western provinces 2010-20: 1.8-2.7", "西部省份2010—2020年：1.8—2.7" } },
    [CONVERGENCE_SHARE_PRIMARY] = {
        .key = "share_primary", .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = 0, .max = 100,
        .meaning = { "primary share of GDP in the base year", "基期第一产业增加值比重" } },
    [CONVERGENCE_SHARE_TERTIARY] = {
        .key = "share_tertiary", .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = 0, .max = 100,
        .meaning = { "tertiary share of GDP in the base year", "基期第三产业增加值比重" } },
    [CONVERGENCE_PRIMARY_ELASTICITY] = {
        .key = "primary_elasticity", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 0.3, .min = 0, .max = 2,
        .low = 0, .high = 0.6,
        .meaning = { "how fast the primary share falls as GDP per head grows",
                     "第一产业比重随人均地区生产总值增长而下降的弹性" },
        .source = { "China .33, Guizhou .32", "全国0.33，贵州0.32" } },
    [CONVERGENCE_TERTIARY_PART] = {
        .key = "tertiary_part", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 0.7, .min = 0, .max = 1,
        .low = 0.3, .high = 1,
        .meaning = { "part of what the primary sector loses that services gain",
                     "第一产业让出的比重中转为第三产业的部分" },
        .source = { "judgement", "经验判断" } },
};
/* clang-format on */

const struct setting_group convergence_settings = { "convergence",
                                                    { "a region without sectors, by convergence",
                                                      "不分部门、按趋同测算的地区" },
                                                    convergence_rows,
                                                    CONVERGENCE_SETTINGS };

struct convergence {
    const struct lever *lever, *production; /* of that a convergence region has the shocks; or NULL */
    struct shock_normals shocks;
    const struct known *known;
    struct shock shock; /* e_common */
    lanes dearer;       /* price level on the benchmark's: 1, unless GDP came in otherwise */
    lanes log_level;
    lanes elasticity, part; /* xi, tau */
    lanes excess, half;     /* what is left of x, and the part of it that a year leaves: 2^(-1/halflife) */
};

static enum status
convergence_init(void *self, const struct region_input *in, struct record *r, struct error *err)
{
    struct convergence *m = self;

    (void) err;
    m->lever = in->lever[GROUP_CONVERGENCE];
    m->production = in->lever[GROUP_PRODUCTION];
    m->shocks = in->shocks;
    m->known = in->known;
    r->real = record_rows(r);
    r->value = record_rows(r);
    r->log_per_head = record_rows(r);
    r->price_level = record_rows(r);
    r->per_head = record_rows(r);
    r->per_head_real = record_rows(r);
    for (int g = 0; g < SECTOR_GROUPS; g++)
        r->share[g] = record_rows(r);
    return OK;
}

KERNEL static void
convergence_start(void *self, struct record *r, const struct record *benchmark)
{
    struct convergence *m = self;
    const struct lever gdp = m->lever[CONVERGENCE_GDP], halflife = m->lever[CONVERGENCE_HALFLIFE];
    const struct lever excess = m->lever[CONVERGENCE_EXCESS];
    const struct lever primary = m->lever[CONVERGENCE_SHARE_PRIMARY], tertiary = m->lever[CONVERGENCE_SHARE_TERTIARY];
    const struct lever xi = m->lever[CONVERGENCE_PRIMARY_ELASTICITY], tau = m->lever[CONVERGENCE_TERTIARY_PART];

    (void) benchmark;
    if (m->production)
        shock_start_common(&m->shock, &m->shocks, &m->production[PRODUCTION_SHOCK_PERSISTENCE],
                           &m->production[PRODUCTION_SHOCK_COMMON], &m->production[PRODUCTION_SHOCK_CORRELATION]);
    EACH_LANE(l) {
        m->dearer[l] = 1;
        m->elasticity[l] = lever_at(&xi, 0, l);
        m->part[l] = lever_at(&tau, 0, l);
        m->excess[l] = lever_at(&excess, 0, l);
        m->half[l] = lane_exp(-0.69314718055994531 / lever_at(&halflife, 0, l));
        r->real[0][l] = r->value[0][l] = lever_at(&gdp, 0, l);
        r->price_level[0][l] = 1;
        r->log_per_head[0][l] = lane_log(r->real[0][l] / r->population_mean[0][l]);
        r->share[PRIMARY][0][l] = lever_at(&primary, 0, l);
        r->share[TERTIARY][0][l] = lever_at(&tertiary, 0, l);
        r->share[SECONDARY][0][l] = 1 - r->share[PRIMARY][0][l] - r->share[TERTIARY][0][l];
    }
    record_divide(r, 0);
}

/* ln(y'/y), the excess having faded by another year */
static void
growth(lanes out, struct convergence *m, const struct record *r, const struct record *b, size_t t)
{
    const struct lever speed = m->lever[CONVERGENCE_SPEED];
    const lanes *nation = (const lanes *) &b->log_per_head[t];

    lever_log(m->log_level, &m->lever[CONVERGENCE_LEVEL], t + 1);
    EACH_LANE(l) {
        const double distance = m->log_level[l] + nation[0][l] - r->log_per_head[t][l];

        m->excess[l] *= m->half[l];
        out[l] = nation[1][l] - nation[0][l] + lever_at(&speed, t + 1, l) * distance + m->excess[l] + m->shock.e[l];
    }
}

static void
convergence_shares(const struct convergence *m, struct record *r, const lanes grown, size_t t)
{
    lanes *primary = &r->share[PRIMARY][t], *secondary = &r->share[SECONDARY][t], *tertiary = &r->share[TERTIARY][t];

    EACH_LANE(l) {
        const double next = primary[0][l] * lane_exp(-m->elasticity[l] * grown[l]);

        primary[1][l] = next;
        tertiary[1][l] = tertiary[0][l] + (primary[0][l] - next) * m->part[l];
        secondary[1][l] = 1 - primary[1][l] - tertiary[1][l];
    }
}

/* Real GDP of t + 1 as it is known; where only GDP at current prices is, at the prices that the model has. */
static void
take_output(lanes grown, struct convergence *m, struct record *r, const struct record *benchmark, size_t t)
{
    const double value = known_at(m->known, KNOWN_VALUE, t + 1);
    const bool real_known = isfinite(known_real(m->known, t + 1, 1));

    EACH_LANE(l) {
        const double prices = benchmark->price_level[t + 1][l], modelled = r->real[t + 1][l];
        const double real = real_known ? known_real(m->known, t + 1, r->real[t][l]) : value / (prices * m->dearer[l]);

        r->real[t + 1][l] = isfinite(real) ? real : modelled;
        grown[l] += lane_log(r->real[t + 1][l] / modelled);
        r->log_per_head[t + 1][l] = r->log_per_head[t][l] + grown[l];
        if (real_known && isfinite(value))
            m->dearer[l] = value / (real * prices);
    }
}

/* Where two shares are known, or all, they are taken; the secondary is the rest. */
static void
take_shares(const struct convergence *m, struct record *r, size_t t)
{
    double known[SECTOR_GROUPS];

    for (int g = 0; g < SECTOR_GROUPS; g++)
        known[g] = known_at(m->known, (enum known_figure)(KNOWN_PRIMARY + g), t);
    if (isnan(known[PRIMARY]))
        known[PRIMARY] = 1 - known[SECONDARY] - known[TERTIARY];
    if (isnan(known[TERTIARY]))
        known[TERTIARY] = 1 - known[PRIMARY] - known[SECONDARY];
    EACH_LANE(l) {
        if (isfinite(known[PRIMARY]))
            r->share[PRIMARY][t][l] = known[PRIMARY];
        if (isfinite(known[TERTIARY]))
            r->share[TERTIARY][t][l] = known[TERTIARY];
        r->share[SECONDARY][t][l] = 1 - r->share[PRIMARY][t][l] - r->share[TERTIARY][t][l];
    }
}

KERNEL static void
convergence_step(void *self, struct record *r, const struct record *benchmark, size_t t)
{
    struct convergence *m = self;
    lanes grown;

    if (t >= m->known->until)
        shock_move_common(&m->shock, &m->shocks, t);
    growth(grown, m, r, benchmark, t);
    EACH_LANE(l) {
        r->log_per_head[t + 1][l] = r->log_per_head[t][l] + grown[l];
        r->real[t + 1][l] = lane_exp(r->log_per_head[t + 1][l]) * r->population_mean[t + 1][l];
    }
    if (t < m->known->until)
        take_output(grown, m, r, benchmark, t);
    EACH_LANE(l) {
        r->price_level[t + 1][l] = benchmark->price_level[t + 1][l] * m->dearer[l];
        r->value[t + 1][l] = r->real[t + 1][l] * r->price_level[t + 1][l];
    }
    record_divide(r, t + 1);
    convergence_shares(m, r, grown, t);
    if (t < m->known->until)
        take_shares(m, r, t + 1);
}

const struct model convergence_model = {
    .name = "convergence",
    .summary = "GDP per head that converges to the benchmark's",
    .groups = 1 << GROUP_CONVERGENCE | 1 << GROUP_PRODUCTION,
    .reads = PART_PEOPLE | PART_BENCHMARK,
    .writes = PART_OUTPUT,
    .size = sizeof(struct convergence),
    .init = convergence_init,
    .start = convergence_start,
    .step = convergence_step,
};
