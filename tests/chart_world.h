/* A made-up world to draw: a plan and a trajectory filled by hand, without the engine.
 *
 * Home "zunyi", benchmark "china"; three steps to 2035; values grow at steady rates. Each test then
 * changes what it is about.
 */
#ifndef TESTS_CHART_WORLD_H
#define TESTS_CHART_WORLD_H

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "report/chart.h"

#define WORLD_SERIES 64
#define WORLD_TARGETS 24
#define WORLD_YEARS 210
#define WORLD_HISTORY 8
#define WORLD_CITIES 12 /* the first is home */

enum { CHINA, ZUNYI, WORLD_REGIONS };

struct world {
    struct plan plan;
    struct plan_region region[WORLD_REGIONS];
    struct plan_sector sector[4];
    struct plan_step step[3];
    struct plan_target target[WORLD_TARGETS];
    struct plan_entry entry[1];
    size_t part[3], weight[3];
    double cap;
    struct trajectory trajectory;
    struct series series[WORLD_SERIES];
    double value[WORLD_SERIES * WORLD_YEARS];
    struct judgements judgements;
    struct judgement judgement[WORLD_TARGETS];
    struct step_judgement step_judgement[3];
    double ages[WORLD_YEARS][SEXES][AGES];
    struct observed observed[WORLD_HISTORY];
    int history_year[WORLD_HISTORY][11];
    double history_value[WORLD_HISTORY][11];
    size_t histories;
    struct plan_peer peer[WORLD_CITIES];
    double city[WORLD_CITIES * WORLD_YEARS];
    struct theme theme;
    struct chart_input input;
};

static inline size_t
world_indicator(const char *key)
{
    for (size_t i = 0; i < indicator_count; i++) {
        const size_t length = strlen(indicators[i].key);

        if (strcmp(indicators[i].key, key) == 0)
            return i;
        if (indicators[i].of_sector && strncmp(indicators[i].key, key, length) == 0
            && strncmp(key + length, "real_", 5) != 0)
            return i;
    }
    return 0;
}

/* Where the values of a series stand, base year first; a new series if there is none yet. */
static inline double *
world_series(struct world *w, size_t region, const char *key)
{
    struct trajectory *t = &w->trajectory;
    size_t i = 0;

    while (i < t->count && (t->series[i].region != region || strcmp(t->series[i].key, key) != 0))
        i++;
    if (i == t->count) {
        t->series[t->count++] = (struct series) { .region = region,
                                                  .indicator = world_indicator(key),
                                                  .sector = PLAN_NONE };
        strncpy(t->series[i].key, key, sizeof t->series[i].key - 1);
    }
    return &t->value[i * t->years];
}

static inline void
world_growing(struct world *w, size_t region, const char *key, double base, double percent)
{
    double *x = world_series(w, region, key);

    for (size_t i = 0; i < w->plan.years; i++)
        x[i] = base * pow(1 + percent / 100, (double) i);
}

static inline void
world_rising(struct world *w, size_t region, const char *key, double base, double a_year)
{
    double *x = world_series(w, region, key);

    for (size_t i = 0; i < w->plan.years; i++)
        x[i] = base + a_year * (double) i;
}

/* A target and its judgement against the series as it stands. */
static inline void
world_target(struct world *w, const char *key, const char *indicator, int year, double wanted, double tolerance)
{
    const double projected = world_series(w, ZUNYI, indicator)[year - w->plan.start];
    const double margin = projected - wanted, percent = 100 * margin / wanted;
    struct plan_target *t = &w->target[w->plan.targets];

    *t = (struct plan_target) { .key = key,
                                .step = PLAN_NONE,
                                .region = ZUNYI,
                                .indicator = world_indicator(indicator),
                                .sector = PLAN_NONE,
                                .year = year,
                                .bound = wanted,
                                .bound_indicator = PLAN_NONE,
                                .bound_sector = PLAN_NONE,
                                .times = 1,
                                .over = PLAN_NONE,
                                .relative_to = PLAN_NONE,
                                .tolerance = tolerance,
                                .counts = true };
    w->judgement[w->plan.targets] = (struct judgement) { .target = t,
                                                         .wanted = wanted,
                                                         .projected = projected,
                                                         .margin = margin,
                                                         .margin_percent = percent,
                                                         .verdict = margin >= 0             ? MET
                                                                    : percent >= -tolerance ? WITHIN_TOLERANCE
                                                                                            : MISSED };
    w->judgements.targets = ++w->plan.targets;
}

/* Residents at every age, t years after the base year: men a hundredth of the age and t, women twice that. */
static inline void
world_ages(struct world *w)
{
    for (size_t t = 0; t < w->plan.years; t++)
        for (int a = 0; a < AGES; a++)
            for (int g = 0; g < SEXES; g++)
                w->ages[t][g][a] = (g == MALE ? 1 : 2) * (0.01 * a + (double) t);
    w->trajectory.ages = w->ages;
}

static inline void
world_residents(struct world *w)
{
    world_rising(w, ZUNYI, "population", 660.98, -2.5);
    world_rising(w, ZUNYI, "dependency_ratio", 55.64, -0.25);
    world_ages(w);
}

/* The steps as their targets stand; a slow plain version of what targets_judge does. */
static inline void
world_judge_steps(struct world *w)
{
    w->judgements.step = w->step_judgement;
    w->judgements.steps = w->plan.steps;
    for (size_t s = 0; s < w->plan.steps; s++) {
        struct step_judgement *step = &w->step_judgement[s];

        *step = (struct step_judgement) { .step = &w->step[s], .verdict = MET, .binding = PLAN_NONE };
        for (size_t i = 0; i < w->plan.targets; i++) {
            const struct judgement *j = &w->judgement[i];

            if (j->target->step != s || !j->target->counts)
                continue;
            step->targets++;
            step->met += j->verdict != MISSED;
            step->within += j->verdict == WITHIN_TOLERANCE;
            step->verdict = j->verdict < step->verdict ? j->verdict : step->verdict;
            if (step->binding == PLAN_NONE || j->verdict < w->judgement[step->binding].verdict
                || (j->verdict == w->judgement[step->binding].verdict
                    && j->margin_percent < w->judgement[step->binding].margin_percent))
                step->binding = i;
        }
    }
}

/* Ten years of history that end at the base year's value. */
static inline void
world_history(struct world *w, size_t region, const char *key, double percent)
{
    struct observed *o = &w->observed[w->histories];
    const double last = world_series(w, region, key)[0];

    *o = (struct observed) { .region = region,
                             .indicator = key,
                             .count = 11,
                             .year = w->history_year[w->histories],
                             .value = w->history_value[w->histories],
                             .sigma = NAN };
    for (int i = 0; i < 11; i++) {
        o->year[i] = w->plan.start - 10 + i;
        o->value[i] = last * pow(1 + percent / 100, i - 10);
    }
    w->input.observations = ++w->histories;
}

static inline void
world_regions(struct world *w)
{
    static const struct plan_sector sectors[4] = {
        { .key = "agriculture", .name = "Agriculture", .name_zh = "农业", .group = PRIMARY },
        { .key = "liquor", .name = "Liquor", .name_zh = "白酒制造业", .group = SECONDARY },
        { .key = "industry", .name = "Other industry", .name_zh = "其他工业", .group = SECONDARY },
        { .key = "services", .name = "Services", .name_zh = "服务业", .group = TERTIARY },
    };

    memcpy(w->sector, sectors, sizeof sectors);
    w->region[CHINA] = (struct plan_region) { .key = "china", .name = "China", .name_zh = "全国" };
    w->region[ZUNYI] = (struct plan_region) {
        .key = "zunyi", .name = "Zunyi", .name_zh = "遵义市", .sectors = 4, .sector = w->sector
    };
    w->plan.region = w->region;
    w->plan.regions = WORLD_REGIONS;
    w->plan.home = ZUNYI;
    w->plan.benchmark = CHINA;
}

static inline void
world_plan(struct world *w, int start, int end)
{
    static const struct plan_step steps[3] = {
        { "catch_up", "Catch up", "加快追赶", 2021, 2025 },
        { "parity", "Parity", "基本追平", 2026, 2030 },
        { "surpass", "Surpass", "实现超越", 2031, 2035 },
    };

    memcpy(w->step, steps, sizeof steps);
    w->plan.name = "baseline";
    w->plan.title = "Baseline";
    w->plan.title_zh = "基准情景";
    w->plan.start = start;
    w->plan.end = end;
    w->plan.years = (size_t) (end - start + 1);
    w->plan.step = w->step;
    w->plan.steps = 3;
    w->plan.target = w->target;
    w->cap = 120;
    w->plan.value = &w->cap;
    w->plan.entry = w->entry;
    w->plan.modernization.indicator = w->part;
    w->plan.modernization.weight = w->weight;
    w->plan.modernization.count = 3;
    w->part[0] = world_indicator("gdp_per_capita");
    w->part[1] = world_indicator("urbanization");
    w->part[2] = world_indicator("share_nonprimary");
}

static inline void
world_values(struct world *w)
{
    static const struct {
        const char *key;
        double base, growth;
    } sector[4] = {
        { "va_agriculture", 489.62, 4.2 },
        { "va_liquor", 1129, 7.5 },
        { "va_industry", 486.6, 9 },
        { "va_services", 1614.83, 8 },
    };
    double *gdp, *ratio, *index;

    for (size_t i = 0; i < 4; i++)
        world_growing(w, ZUNYI, sector[i].key, sector[i].base, sector[i].growth);
    gdp = world_series(w, ZUNYI, "gdp");
    for (size_t s = 0; s < 4; s++)
        for (size_t i = 0; i < w->plan.years; i++)
            gdp[i] += world_series(w, ZUNYI, sector[s].key)[i];
    world_growing(w, ZUNYI, "gdp_real", 3720.05, 5.7);
    world_growing(w, CHINA, "gdp", 1013567, 6);
    world_growing(w, CHINA, "gdp_real", 1013567, 4.7);
    world_growing(w, ZUNYI, "gdp_per_capita", 56334, 7.9);
    world_growing(w, CHINA, "gdp_per_capita", 71828, 5.7);
    world_rising(w, ZUNYI, "urbanization", 56.69, 0.85);
    world_rising(w, CHINA, "urbanization", 63.89, 0.72);
    world_rising(w, ZUNYI, "share_nonprimary", 86.8, 0.25);
    world_rising(w, CHINA, "share_nonprimary", 92.3, 0.1);
    ratio = world_series(w, ZUNYI, "relative_gdp_per_capita");
    index = world_series(w, ZUNYI, "modernization");
    for (size_t i = 0; i < w->plan.years; i++) {
        ratio[i] = 100 * world_series(w, ZUNYI, "gdp_per_capita")[i] / world_series(w, CHINA, "gdp_per_capita")[i];
        index[i] = 0.4 * fmin(120, ratio[i])
                   + 30 * world_series(w, ZUNYI, "urbanization")[i] / world_series(w, CHINA, "urbanization")[i]
                   + 30 * world_series(w, ZUNYI, "share_nonprimary")[i] / world_series(w, CHINA, "share_nonprimary")[i];
    }
    world_rising(w, ZUNYI, "modernization_west", 84.4, 0.75);
}

/* Real growth that fades, its sources, which add up to it, and the cities that home is ranked with. */
static inline void
world_growth(struct world *w)
{
    static const char *const source[] = { "contribution_capital",       "contribution_tfp",
                                          "contribution_human_capital", "contribution_reallocation",
                                          "contribution_labour",        "contribution_fixed",
                                          "contribution_cycle" };
    static const double part[] = { 0.5, 0.3, 0.1, 0.08, -0.1, 0.005, 0.115 };

    for (size_t r = 0; r < WORLD_REGIONS; r++)
        world_rising(w, r, "gdp_growth", r == ZUNYI ? 9 : 6, -0.3);
    for (size_t s = 0; s < sizeof part / sizeof part[0]; s++)
        for (size_t i = 0; i < w->plan.years; i++)
            world_series(w, ZUNYI, source[s])[i] = part[s] * world_series(w, ZUNYI, "gdp_growth")[i];
    for (size_t s = 0; s < w->trajectory.count; s++)
        if (indicators[w->series[s].indicator].from_second_year)
            w->value[s * w->plan.years] = NAN;
}

static inline void
world_cities(struct world *w)
{
    static const char *const name[WORLD_CITIES][2] = {
        { "Zunyi", "遵义市" },    { "Nanyang", "南阳市" }, { "Wuhu", "芜湖市" },    { "Changde", "常德市" },
        { "Huai'an", "淮安市" },  { "Zibo", "淄博市" },    { "Yueyang", "岳阳市" }, { "Ganzhou", "赣州市" },
        { "Yancheng", "盐城市" }, { "Linyi", "临沂市" },   { "Weifang", "潍坊市" }, { "Mianyang", "绵阳市" },
    };
    const double *home = world_series(w, ZUNYI, "gdp");
    double *rank = world_series(w, ZUNYI, "rank_national");

    for (size_t c = 0; c < WORLD_CITIES; c++) {
        w->peer[c] = (struct plan_peer) { .name = name[c][0],
                                          .name_zh = name[c][1],
                                          .region = c == 0 ? ZUNYI : PLAN_NONE };
        for (size_t i = 0; i < w->plan.years; i++)
            w->city[c * w->plan.years + i] = c == 0 ? home[i]
                                                    : (3000 + 150 * (double) c)
                                                          * pow(1.05 + 0.01 * (double) (c * 5 % 7), (double) i);
    }
    for (size_t i = 0; i < w->plan.years; i++) {
        rank[i] = 1;
        for (size_t c = 1; c < WORLD_CITIES; c++)
            rank[i] += w->city[c * w->plan.years + i] > home[i];
    }
    w->plan.peers = (struct plan_peers) { .count = WORLD_CITIES, .peer = w->peer };
    w->trajectory.city = w->city;
}

static inline struct world *
world_new(int start, int end)
{
    struct world *w = memory_new(1, sizeof *w);

    world_regions(w);
    world_plan(w, start, end);
    w->trajectory = (struct trajectory) { &w->plan, 0, w->series, w->plan.years, w->value, NULL, NULL };
    w->judgements.target = w->judgement;
    theme_start(&w->theme, SIZE_PAGE);
    w->input = (struct chart_input) { .plan = &w->plan,
                                      .trajectory = &w->trajectory,
                                      .judgements = &w->judgements,
                                      .observed = w->observed,
                                      .theme = &w->theme };
    world_values(w);
    world_growth(w);
    world_cities(w);
    return w;
}

#endif
