#include "models/setting.h"
#include "models/convergence.h"
#include "models/household.h"
#include "models/labour.h"
#include "models/population.h"
#include "models/production.h"
#include "models/urbanization.h"

const struct setting_group *const region_groups[REGION_GROUPS] = {
    [GROUP_POPULATION] = &population_settings,     [GROUP_LABOUR] = &labour_settings,
    [GROUP_PRODUCTION] = &production_settings,     [GROUP_SECTOR] = &sector_settings,
    [GROUP_URBANIZATION] = &urbanization_settings, [GROUP_HOUSEHOLD] = &household_settings,
    [GROUP_CONVERGENCE] = &convergence_settings,
};

double
unit_scale(enum unit unit)
{
    return unit == UNIT_PERCENT || unit == UNIT_BOYS ? 0.01 : 1.0;
}

const char *
unit_name(enum unit unit)
{
    static const char *const name[UNITS] = {
        [UNIT_NUMBER] = "",
        [UNIT_PERCENT] = "percent",
        [UNIT_YI_YUAN] = "yi yuan",
        [UNIT_YUAN] = "yuan",
        [UNIT_WAN] = "wan",
        [UNIT_YEARS] = "years",
        [UNIT_YEAR] = "year",
        [UNIT_CHILDREN] = "children per woman",
        [UNIT_BOYS] = "boys per 100 girls",
        [UNIT_RATIO] = "ratio",
        [UNIT_POINTS] = "points",
        [UNIT_INDEX] = "index",
        [UNIT_RANK] = "rank",
    };

    return name[unit];
}
