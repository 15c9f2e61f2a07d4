#include "models/urbanization.h"

/* clang-format off */
static const struct setting urbanization_rows[URBANIZATION_SETTINGS] = {
    [URBANIZATION_SHARE] = {
        .key = "share", .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = 0, .max = 100, .above_min = true,
        .below_max = true,
        .meaning = { "urban share of residents in the base year", "基期常住人口城镇化率" } },
    [URBANIZATION_DIFFERENCE] = {
        .key = "difference", .unit = UNIT_PERCENT, .need = NEED_NONE, .min = -10, .max = 20, .low = 2.8, .high = 8.9,
        .meaning = { "urban less rural growth a year; or `since` in its place",
                     "城乡人口年增长率之差；也可由较早年份的城镇化率推算" },
        .source = { "Zunyi 8.9 over the decade, Guizhou 6.7 in 2020, nation 5.1-5.3",
                    "遵义十年平均8.9，贵州2020年6.7，全国5.1—5.3" } },
    [URBANIZATION_SINCE] = {
        .key = "since", .kind = SETTING_PAIR, .unit = UNIT_NUMBER, .need = NEED_NONE,
        .meaning = { "an earlier (year, urban share in percent) that gives the difference",
                     "由较早年份的(年份, 城镇化率%)推算城乡人口增长率之差" } },
    [URBANIZATION_NORM] = {
        .key = "norm", .kind = SETTING_PAIR, .unit = UNIT_NUMBER, .need = NEED_NONE,
        .meaning = { "(a, b): the difference tends to a - b u percent, u a fraction; not given: it stays",
                     "(a, b)：增长率之差趋于a-b·u（%，u为城镇化率，取小数）；缺省时保持不变" },
        .source = { "World Urbanization Prospects, recalled: (3.7623, 2.604)",
                    "联合国《世界城镇化展望》，凭记忆引用：(3.7623, 2.604)" } },
    [URBANIZATION_HORIZON] = {
        .key = "horizon", .unit = UNIT_YEARS, .need = NEED_DEFAULT, .fallback = 10, .min = 1, .max = 100, .low = 5,
        .high = 25,
        .meaning = { "years until the norm holds alone", "完全转为按常模变动所需年数" },
        .source = { "UN: 25", "联合国：25" } },
    [URBANIZATION_CEILING] = {
        .key = "ceiling", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 100, .min = 0, .max = 100,
        .above_min = true, .low = 79, .high = 100,
        .meaning = { "urban share that is never passed", "城镇化率的上限" },
        .source = { "75-85 only with a difference computed under the same ceiling",
                    "仅当增长率之差按同一上限推算时取75—85" } },
    [URBANIZATION_POLICY] = {
        .key = "policy", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = -10, .max = 10,
        .low = -1, .high = 2,
        .meaning = { "policy's addition to the difference", "政策使城乡人口增长率之差增加的部分" } },
    [URBANIZATION_PULL] = {
        .key = "pull", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .min = 0, .max = 2, .low = 0, .high = 0.3,
        .meaning = { "how strongly the move of labour out of farming adds to it",
                     "农业劳动力转出对增长率之差的拉动强度" } },
};
/* clang-format on */

const struct setting_group urbanization_settings = {
    "urbanization", { "the urban share of residents", "常住人口城镇化率" }, urbanization_rows, URBANIZATION_SETTINGS
};

struct urbanization {
    const struct lever *lever;
    int base_year;
    const struct known *known;
    lanes difference; /* d0 */
    lanes a_year;     /* of the way to the norm: 1/horizon */
    lanes logit;      /* ln(u/(c - u)) */
};

static enum status
urbanization_init(void *self, const struct region_input *in, struct record *r, struct error *err)
{
    struct urbanization *m = self;

    (void) err;
    m->lever = in->lever[GROUP_URBANIZATION];
    m->base_year = in->base_year;
    m->known = in->known;
    r->urban = record_rows(r);
    return OK;
}

static double
logit(double u, double ceiling)
{
    return lane_log(u / (ceiling - u));
}

/* d0: as given, or from the earlier share of `since` */
static double
observed_difference(const struct urbanization *m, double ceiling, size_t l)
{
    const struct lever *since = &m->lever[URBANIZATION_SINCE];
    const double share = lever_at(&m->lever[URBANIZATION_SHARE], 0, l);
    double years, earlier;

    if (!lever_given(since))
        return lever_at(&m->lever[URBANIZATION_DIFFERENCE], 0, l);
    years = m->base_year - since->level[0];
    earlier = since->level[1] / 100;
    return (logit(share, ceiling) - logit(earlier, ceiling)) / years;
}

static void
urbanization_start(void *self, struct record *r, const struct record *benchmark)
{
    struct urbanization *m = self;

    (void) benchmark;
    EACH_LANE(l) {
        const double ceiling = lever_at(&m->lever[URBANIZATION_CEILING], 0, l);

        r->urban[0][l] = lever_at(&m->lever[URBANIZATION_SHARE], 0, l);
        m->logit[l] = logit(r->urban[0][l], ceiling);
        m->difference[l] = observed_difference(m, ceiling, l);
    }
    if (lever_given(&m->lever[URBANIZATION_NORM]))
        EACH_LANE(l)
            m->a_year[l] = 1 / lever_at(&m->lever[URBANIZATION_HORIZON], 0, l);
}

/* The first sector of group primary, whose shrinking labour pulls people to town; SECTORS_MAX: none. */
static size_t
first_primary(const struct record *r)
{
    size_t s = 0;

    while (s < r->sectors && r->sector[s].group != PRIMARY)
        s++;
    return s < r->sectors ? s : SECTORS_MAX;
}

/* What the move of labour out of farming adds to the difference; nothing to work out where pull is 0 in every draw */
static void
pulled(lanes out, const struct urbanization *m, const struct record *r, size_t t)
{
    const struct lever *pull = &m->lever[URBANIZATION_PULL];
    const size_t sector = first_primary(r);

    EACH_LANE(l)
        out[l] = 0;
    if (sector == SECTORS_MAX || (lever_certain(pull) && pull->level[0] == 0))
        return;
    EACH_LANE(l) {
        const double moved = lane_log(r->sector[sector].labour[t][l] / r->sector[sector].labour[t + 1][l]);

        out[l] = lever_at(pull, 0, l) * (moved > 0 ? moved : 0);
    }
}

static double
norm_difference(double u, double a, double b)
{
    return (a - b * u) / 100;
}

double
urbanization_by_norm(double u, double ceiling, double a, double b)
{
    return ceiling / (1 + lane_exp(-logit(u, ceiling) - norm_difference(u, a, b)));
}

/* The difference on its way from what was observed to the norm */
static void
tends_to(lanes out, const struct urbanization *m, const lanes u, size_t t)
{
    const struct lever *norm = &m->lever[URBANIZATION_NORM];

    EACH_LANE(l)
        out[l] = m->difference[l];
    if (!lever_given(norm))
        return;
    EACH_LANE(l) {
        const double left = 1 - (double) (t + 1) * m->a_year[l];
        const double w = left > 0 ? left : 0;

        out[l] = w * out[l] + (1 - w) * norm_difference(u[l], norm->level[0], norm->level[1]);
    }
}

static void
take_known(struct urbanization *m, struct record *r, size_t t)
{
    EACH_LANE(l) {
        r->urban[t][l] = known_at(m->known, KNOWN_URBAN, t);
        m->logit[l] = logit(r->urban[t][l], lever_at(&m->lever[URBANIZATION_CEILING], 0, l));
    }
}

KERNEL static void
urbanization_step(void *self, struct record *r, const struct record *benchmark, size_t t)
{
    struct urbanization *m = self;
    lanes difference, pull;

    (void) benchmark;
    if (isfinite(known_at(m->known, KNOWN_URBAN, t + 1))) {
        take_known(m, r, t + 1);
        return;
    }
    tends_to(difference, m, r->urban[t], t);
    pulled(pull, m, r, t);
    EACH_LANE(l) {
        m->logit[l] += difference[l] + lever_at(&m->lever[URBANIZATION_POLICY], t + 1, l) + pull[l];
        r->urban[t + 1][l] = lever_at(&m->lever[URBANIZATION_CEILING], 0, l) / (1 + lane_exp(-m->logit[l]));
    }
}

const struct model urbanization_model = {
    .name = "urbanization",
    .summary = "the urban share, by the UN's method",
    .groups = 1 << GROUP_URBANIZATION,
    .reads = PART_LABOUR,
    .writes = PART_TOWNS,
    .size = sizeof(struct urbanization),
    .init = urbanization_init,
    .start = urbanization_start,
    .step = urbanization_step,
};
