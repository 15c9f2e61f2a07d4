/* Settings that belong to no model: what a scenario says of itself, its regions' names, targets and steps. */
#ifndef SCENARIO_TABLES_H
#define SCENARIO_TABLES_H

#include "engine/plan.h"
#include "models/setting.h"

enum top_setting {
    TOP_TITLE,
    TOP_TITLE_ZH,
    TOP_NOTES,
    TOP_SOURCE,
    TOP_SOURCE_ZH,
    TOP_LANGUAGE,
    TOP_HOME,
    TOP_BENCHMARK,
    TOP_SEED,
    TOP_OUTTURN,
    TOP_REBASE,
    TOP_HISTORICAL,
    TOP_SETTINGS
};

enum horizon_setting { HORIZON_START, HORIZON_END, HORIZON_SETTINGS };

enum region_setting {
    REGION_NAME,
    REGION_NAME_ZH,
    REGION_MODEL,
    REGION_VINTAGE,
    REGION_PARENT,
    REGION_WEST,
    REGION_SETTINGS
};

enum step_setting { STEP_FROM, STEP_TO, STEP_TITLE, STEP_TITLE_ZH, STEP_SETTINGS };

enum target_setting {
    TARGET_STEP,
    TARGET_REGION,
    TARGET_INDICATOR,
    TARGET_YEAR,
    TARGET_AT_LEAST,
    TARGET_AT_MOST,
    TARGET_ABOVE,
    TARGET_BELOW,
    TARGET_IMPROVES_ON,
    TARGET_BY,
    TARGET_TIMES,
    TARGET_FROM,
    TARGET_OVER,
    TARGET_RELATIVE_TO,
    TARGET_TOLERANCE,
    TARGET_COUNTS,
    TARGET_ATTRIBUTE,
    TARGET_NAME,
    TARGET_NAME_ZH,
    TARGET_SOURCE,
    TARGET_SOURCE_ZH,
    TARGET_GROUP,
    TARGET_SETTINGS
};

enum precedent_setting { PRECEDENT_WITHIN_REACH, PRECEDENT_STRETCH, PRECEDENT_SETTINGS };

enum class_setting { CLASS_TITLE, CLASS_TITLE_ZH, CLASS_RANKS, CLASS_FILE, CLASS_AGAINST, CLASS_SETTINGS };

/* The ranges are in the order of enum plausible. */
enum plausible_setting { PLAUSIBLE_SAVING = PLAUSIBLES, PLAUSIBLE_SETTINGS };

enum uncertain_setting {
    UNCERTAIN_KEY,
    UNCERTAIN_DISTRIBUTION,
    UNCERTAIN_MEAN,
    UNCERTAIN_SD,
    UNCERTAIN_LOW,
    UNCERTAIN_MODE,
    UNCERTAIN_HIGH,
    UNCERTAIN_SHIFT,
    UNCERTAIN_OUTSIDE,
    UNCERTAIN_NAME,
    UNCERTAIN_NAME_ZH,
    UNCERTAIN_SETTINGS
};

enum observed_setting {
    OBSERVED_REGION,
    OBSERVED_INDICATOR,
    OBSERVED_FILE,
    OBSERVED_FROM,
    OBSERVED_TO,
    OBSERVED_SIGMA,
    OBSERVED_SIGMA_PERCENT,
    OBSERVED_SETTINGS
};

enum fit_setting { FIT_KEY, FIT_MEAN, FIT_SD, FIT_SPREAD, FIT_LOW, FIT_HIGH, FIT_NAME, FIT_NAME_ZH, FIT_SETTINGS };

extern const struct setting_group top_settings, horizon_settings, region_settings, step_settings, target_settings,
    plan_settings, lever_settings, precedent_settings, class_settings, plausible_settings, uncertain_settings,
    observed_settings, fit_settings;

/* All of them, in the order of a scenario file; ends with NULL. */
extern const struct setting_group *const scenario_groups[];

#endif
