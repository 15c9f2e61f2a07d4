#include "scenario/tables.h"
#include "models/modernization.h"
#include "models/peers.h"

#define GROUP(name, key, summary, rows) \
    const struct setting_group name = { key, summary, rows, sizeof rows / sizeof rows[0] }
#define TEXT(k, m) \
    { \
        .key = k, .kind = SETTING_TEXT, .need = NEED_NONE, .meaning = m \
    }
#define YEAR(k, n, m) \
    { \
        .key = k, .unit = UNIT_YEAR, .need = n, .min = 1000, .max = 9999, .meaning = m \
    }

/* clang-format off */
static const struct setting top_rows[TOP_SETTINGS] = {
    [TOP_TITLE] = TEXT("title", "the scenario's title in English; else its file's name"),
    [TOP_TITLE_ZH] = TEXT("title_zh", "the scenario's title in Chinese; else title"),
    [TOP_NOTES] = TEXT("notes", "what the scenario assumes, in words"),
    [TOP_SOURCE] = TEXT("source", "where its figures are from, for the line under charts"),
    [TOP_SOURCE_ZH] = TEXT("source_zh", "the same in Chinese; else source"),
    [TOP_LANGUAGE] = { .key = "language", .kind = SETTING_CHOICE, .need = NEED_NONE, .choices = "en|zh",
                       .meaning = "language of results unless --lang says otherwise" },
    [TOP_HOME] = { .key = "home", .kind = SETTING_TEXT, .need = NEED_VALUE,
                   .meaning = "the region that the scenario is about" },
    [TOP_BENCHMARK] = TEXT("benchmark", "the region that others are measured against, the nation"),
    [TOP_SEED] = TEXT("seed", "of the random draws, a whole number; past 2147483647 as a string"),
    [TOP_OUTTURN] = { .key = "outturn", .kind = SETTING_TABLE, .need = NEED_NONE,
                      .meaning = "what came about after the base year, columns as in history.csv" },
};
/* clang-format on */
GROUP(top_settings, "", "the scenario as a whole", top_rows);

/* clang-format off */
static const struct setting horizon_rows[HORIZON_SETTINGS] = {
    [HORIZON_START] = YEAR("start", NEED_VALUE, "base year, of which the figures are"),
    [HORIZON_END] = YEAR("end", NEED_VALUE, "last year projected, 1 to 200 years later"),
};
/* clang-format on */
GROUP(horizon_settings, "horizon", "the years of a run", horizon_rows);

/* clang-format off */
static const struct setting region_rows[REGION_SETTINGS] = {
    [REGION_NAME] = TEXT("name", "name in English, as in the peers' panel; else the key"),
    [REGION_NAME_ZH] = TEXT("name_zh", "name in Chinese; else name"),
    [REGION_MODEL] = { .key = "model", .kind = SETTING_CHOICE, .need = NEED_VALUE, .choices = "growth|convergence",
                       .meaning = "by sectors, or by converging to the benchmark" },
    [REGION_VINTAGE] = TEXT("vintage", "of which publication its figures are; compared between home and benchmark"),
    [REGION_PARENT] = TEXT("parent", "the region of which it is a part, for share_of_parent"),
    [REGION_WEST] = { .key = "west", .kind = SETTING_FLAG, .need = NEED_DEFAULT, .fallback = 0,
                      .meaning = "counts among the western comparators" },
};
/* clang-format on */
GROUP(region_settings, "regions", "one group a region; its settings groups follow", region_rows);

/* clang-format off */
static const struct setting step_rows[STEP_SETTINGS] = {
    [STEP_FROM] = YEAR("from", NEED_VALUE, "first year of the step"),
    [STEP_TO] = YEAR("to", NEED_VALUE, "last year of the step"),
    [STEP_TITLE] = TEXT("title", "title in English; else the key"),
    [STEP_TITLE_ZH] = TEXT("title_zh", "title in Chinese; else title"),
};
/* clang-format on */
GROUP(step_settings, "steps", "one group a step of the plan", step_rows);

#define BOUND(k, m) \
    { \
        .key = k, .need = NEED_NONE, .meaning = m ", a number or another indicator" \
    }
/* clang-format off */
static const struct setting target_rows[TARGET_SETTINGS] = {
    [TARGET_STEP] = TEXT("step", "the step it belongs to"),
    [TARGET_REGION] = TEXT("region", "the region judged; else home"),
    [TARGET_INDICATOR] = { .key = "indicator", .kind = SETTING_TEXT, .need = NEED_VALUE, .meaning = "what is judged" },
    [TARGET_YEAR] = YEAR("year", NEED_VALUE, "the year judged"),
    [TARGET_AT_LEAST] = BOUND("at_least", "not below"),
    [TARGET_AT_MOST] = BOUND("at_most", "not above"),
    [TARGET_ABOVE] = BOUND("above", "above"),
    [TARGET_BELOW] = BOUND("below", "below"),
    [TARGET_IMPROVES_ON] = YEAR("improves_on", NEED_NONE, "better than in that earlier year"),
    [TARGET_BY] = { .key = "by", .need = NEED_NONE, .meaning = "with improves_on: by so much" },
    [TARGET_TIMES] = { .key = "times", .unit = UNIT_RATIO, .need = NEED_NONE, .min = 0, .max = 1e6, .above_min = true,
                       .meaning = "with improves_on: so many times that year's value" },
    [TARGET_FROM] = YEAR("from", NEED_NONE, "judged is the average growth a year from that year on"),
    [TARGET_OVER] = TEXT("over", "judged is the difference from that region"),
    [TARGET_RELATIVE_TO] = TEXT("relative_to", "judged is 100 times the ratio to that region"),
    [TARGET_TOLERANCE] = { .key = "tolerance", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = 0, .max = 100,
                           .low = 0, .high = 10, .meaning = "what \"about\" allows, percent of what is wanted" },
    [TARGET_COUNTS] = { .key = "counts", .kind = SETTING_FLAG, .need = NEED_DEFAULT, .fallback = 1,
                        .meaning = "false: judged, but no part of its step" },
    [TARGET_ATTRIBUTE] = { .key = "attribute", .kind = SETTING_CHOICE, .need = NEED_NONE, .choices = "expected|binding",
                           .meaning = "as the plan has it" },
    [TARGET_NAME] = TEXT("name", "name in English; else the indicator's"),
    [TARGET_NAME_ZH] = TEXT("name_zh", "name in Chinese; else the indicator's"),
    [TARGET_SOURCE] = TEXT("source", "where the plan says so"),
};
/* clang-format on */
GROUP(target_settings, "targets", "one group a target; exactly one of its relations", target_rows);

/* clang-format off */
static const struct setting plan_rows[] = {
    TEXT("group", "group of the plan's table"),
    TEXT("name", "name in English"),
    TEXT("name_zh", "name in Chinese"),
    TEXT("unit", "unit, as printed"),
    TEXT("base_value", "value of the base year, as printed"),
    TEXT("target", "target, as printed"),
    { .key = "attribute", .kind = SETTING_CHOICE, .need = NEED_NONE, .choices = "expected|binding",
      .meaning = "as the plan has it" },
    TEXT("source", "where the plan says so"),
};
/* clang-format on */
GROUP(plan_settings, "plan", "a list of groups: rows of the plan's table that the model does not project", plan_rows);

/* clang-format off */
static const struct setting lever_rows[] = {
    { .key = "key", .kind = SETTING_TEXT, .need = NEED_VALUE, .meaning = "the setting that policy can move" },
    { .key = "low", .need = NEED_VALUE, .meaning = "lowest value that it may take, in the setting's unit" },
    { .key = "high", .need = NEED_VALUE, .meaning = "highest value" },
    { .key = "weight", .need = NEED_DEFAULT, .fallback = 1, .min = 0, .max = 1e6, .above_min = true,
      .meaning = "cost of moving it, beside the others" },
    TEXT("name", "name in English"),
    TEXT("name_zh", "name in Chinese"),
};
/* clang-format on */
GROUP(lever_settings, "levers", "a list of groups: settings that `solve` may move", lever_rows);

/* clang-format off */
static const struct setting precedent_rows[] = {
    { .key = "within_reach", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 25, .min = 0, .max = 100,
      .meaning = "share of the reference class from which a target is within reach" },
    { .key = "stretch", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 5, .min = 0, .max = 100,
      .meaning = "share from which it is a stretch; below: without precedent" },
};
/* clang-format on */
GROUP(precedent_settings, "precedent", "thresholds of feasibility", precedent_rows);

/* clang-format off */
static const struct setting uncertain_rows[UNCERTAIN_SETTINGS] = {
    [UNCERTAIN_KEY] = TEXT("key", "the setting that is drawn; or keys, a list that shares one draw"),
    [UNCERTAIN_DISTRIBUTION] = { .key = "distribution", .kind = SETTING_CHOICE, .need = NEED_VALUE,
                                 .choices = "normal|uniform|triangular|lognormal|discrete",
                                 .meaning = "of the amount by which its path is shifted" },
    [UNCERTAIN_MEAN] = { .key = "mean", .need = NEED_NONE, .meaning = "normal: mean shift, 0 unless given" },
    [UNCERTAIN_SD] = { .key = "sd", .need = NEED_NONE, .min = 0, .max = 1e12,
                       .meaning = "normal, lognormal: standard deviation" },
    [UNCERTAIN_LOW] = { .key = "low", .need = NEED_NONE, .meaning = "uniform, triangular: lowest shift" },
    [UNCERTAIN_MODE] = { .key = "mode", .need = NEED_NONE, .meaning = "triangular: likeliest shift" },
    [UNCERTAIN_HIGH] = { .key = "high", .need = NEED_NONE, .meaning = "uniform, triangular: highest shift" },
    [UNCERTAIN_OUTSIDE] = { .key = "outside", .kind = SETTING_CHOICE, .need = NEED_NONE, .choices = "error|clamp",
                            .meaning = "what becomes of a draw outside the setting's hard range" },
};
/* clang-format on */
GROUP(uncertain_settings, "uncertain", "a list of groups: settings that are drawn; discrete: values, weights",
      uncertain_rows);

/* clang-format off */
static const struct setting observed_rows[OBSERVED_SETTINGS] = {
    [OBSERVED_REGION] = { .key = "region", .kind = SETTING_TEXT, .need = NEED_VALUE, .meaning = "region of the series" },
    [OBSERVED_INDICATOR] = { .key = "indicator", .kind = SETTING_TEXT, .need = NEED_VALUE,
                             .meaning = "indicator of the series" },
    [OBSERVED_FILE] = { .key = "file", .kind = SETTING_TABLE, .need = NEED_VALUE,
                        .meaning = "columns region, indicator, unit, year, value" },
    [OBSERVED_FROM] = YEAR("from", NEED_NONE, "first year taken; else the first there is"),
    [OBSERVED_TO] = YEAR("to", NEED_NONE, "last year taken; else the last there is"),
    [OBSERVED_SIGMA] = { .key = "sigma", .need = NEED_NONE, .min = 0, .max = 1e12, .above_min = true,
                         .meaning = "standard error, in the indicator's unit, for calibration" },
};
/* clang-format on */
GROUP(observed_settings, "observed", "a list of groups: official series to compare with", observed_rows);

const struct setting_group *const scenario_groups[] = {
    &top_settings,
    &horizon_settings,
    &region_settings,
    &modernization_settings,
    &peers_settings,
    &step_settings,
    &target_settings,
    &plan_settings,
    &lever_settings,
    &precedent_settings,
    &uncertain_settings,
    &observed_settings,
    NULL,
};
