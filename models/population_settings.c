#include "models/population.h"

/* clang-format off */
static const struct setting population_rows[POPULATION_SETTINGS] = {
    [POPULATION_METHOD] = {
        .key = "method", .kind = SETTING_CHOICE, .need = NEED_VALUE, .choices = "cohort|rates",
        .meaning = { "by age and sex, or by growth rates", "测算方法：分年龄、性别推算，或按增长率推算" } },
    [POPULATION_TOTAL] = {
        .key = "total", .unit = UNIT_WAN, .need = NEED_VALUE, .min = 0, .max = 1e7, .above_min = true,
        .meaning = { "residents at the end of the base year", "基期年末常住人口" } },
    [POPULATION_PREVIOUS] = {
        .key = "previous", .unit = UNIT_WAN, .need = NEED_NONE, .min = 0, .max = 1e7, .above_min = true,
        .meaning = { "residents a year earlier, for the mean of the base year",
                     "上一年末常住人口，用于计算基期年平均人口" } },
    [POPULATION_PER_HEAD_ON] = {
        .key = "per_head_on", .kind = SETTING_CHOICE, .need = NEED_DEFAULT, .choices = "mean|end",
        .meaning = { "published per-head figures divide by the year's mean or its end",
                     "人均指标的分母：年平均人口或年末人口" },
        .source = { "NBS convention: the mean", "国家统计局惯例：年平均人口" } },
    [POPULATION_WORKING_AGES] = {
        .key = "working_ages", .kind = SETTING_PAIR, .unit = UNIT_YEARS, .need = NEED_NONE, .min = 0, .max = 100,
        .meaning = { "first and last working age, (15, 64) unless given", "劳动年龄的上下限，默认(15, 64)" },
        .source = { "NBS: 15 to 64", "国家统计局：15—64岁" } },
    [POPULATION_GROWTH] = {
        .key = "growth", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = -20, .max = 20,
        .low = -2, .high = 3,
        .meaning = { "growth of residents a year (rates)", "常住人口年增长率（按增长率推算时）" } },
    [POPULATION_WORKING_AGE_SHARE] = {
        .key = "working_age_share", .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = 0, .max = 100,
        .above_min = true, .below_max = true, .low = 50, .high = 80,
        .meaning = { "share of residents in the working ages in the base year (rates)",
                     "基期劳动年龄人口占常住人口的比重（按增长率推算时）" } },
    [POPULATION_WORKING_AGE_SHARE_GROWTH] = {
        .key = "working_age_share_growth", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT,
        .min = -10, .max = 10, .low = -1.5, .high = 1.5,
        .meaning = { "its growth a year, in percent of itself (rates)",
                     "劳动年龄人口比重的年变动率，以其自身为100%（按增长率推算时）" } },
    [POPULATION_AGES] = {
        .key = "ages", .kind = SETTING_TABLE, .need = NEED_VALUE,
        .meaning = { "residents by sex and age (cohort): sex,age_group,persons",
                     "分性别、年龄的常住人口（分年龄推算时）；列为sex,age_group,persons" } },
    [POPULATION_MORTALITY] = {
        .key = "mortality", .kind = SETTING_TABLE, .need = NEED_VALUE,
        .meaning = { "standard death rates (cohort): sex,age_group,death_rate",
                     "标准死亡率表（分年龄推算时）；列为sex,age_group,death_rate" } },
    [POPULATION_LIFE_EXPECTANCY_MALE] = {
        .key = "life_expectancy_male", .kind = SETTING_LEVER, .unit = UNIT_YEARS, .need = NEED_VALUE, .min = 30,
        .max = 95, .low = 73, .high = 82,
        .meaning = { "life expectancy at birth, men (cohort)", "男性出生时预期寿命（分年龄推算时）" },
        .source = { "WPP: nation 74.7 in 2020, the west lower",
                    "联合国《世界人口展望》：全国2020年74.7，西部较低" } },
    [POPULATION_LIFE_EXPECTANCY_FEMALE] = {
        .key = "life_expectancy_female", .kind = SETTING_LEVER, .unit = UNIT_YEARS, .need = NEED_VALUE, .min = 30,
        .max = 95, .low = 78, .high = 87,
        .meaning = { "life expectancy at birth, women (cohort)", "女性出生时预期寿命（分年龄推算时）" },
        .source = { "WPP: nation 80.3 in 2020, the west lower",
                    "联合国《世界人口展望》：全国2020年80.3，西部较低" } },
    [POPULATION_FERTILITY_RATE] = {
        .key = "fertility_rate", .kind = SETTING_LEVER, .unit = UNIT_CHILDREN, .need = NEED_VALUE, .min = 0.3,
        .max = 8, .low = 0.8, .high = 2.4,
        .meaning = { "total fertility (cohort)", "总和生育率（分年龄推算时）" },
        .source = { "Zunyi's census of 2020: 2.0 from age 0; WPP: 1.0-1.3 for the nation",
                    "遵义2020年人口普查：由0岁人口推算2.0；《世界人口展望》：全国1.0—1.3" } },
    [POPULATION_FERTILITY_PATTERN] = {
        .key = "fertility_pattern", .kind = SETTING_TABLE, .need = NEED_VALUE,
        .meaning = { "shares of fertility by age of mother (cohort): age_group,share_percent",
                     "生育率按母亲年龄的分布（分年龄推算时）；列为age_group,share_percent" } },
    [POPULATION_SEX_RATIO_AT_BIRTH] = {
        .key = "sex_ratio_at_birth", .unit = UNIT_BOYS, .need = NEED_DEFAULT, .fallback = 106,
        .min = 80, .max = 130, .low = 103, .high = 120,
        .meaning = { "boys born per 100 girls (cohort)", "出生人口性别比，女孩为100（分年龄推算时）" },
        .source = { "105 to 107 where nobody selects", "无性别选择时为105—107" } },
    [POPULATION_NET_MIGRATION] = {
        .key = "net_migration", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = -5,
        .max = 5, .low = -0.8, .high = 0.3,
        .meaning = { "net migrants a year, percent of residents, beside migration_rates (cohort)",
                     "在分年龄迁移率之外，每年净迁入人口占常住人口的比重（分年龄推算时）" },
        .source = { "judgement; Zunyi 2010-20 about -0.05", "经验判断；遵义2010—2020年约-0.05" } },
    [POPULATION_MIGRATION_PATTERN] = {
        .key = "migration_pattern", .kind = SETTING_TABLE, .need = NEED_NONE,
        .meaning = { "shares of net_migration by sex and age (cohort): sex,age_group,share_percent",
                     "净迁入人口的性别、年龄分布（分年龄推算时）；列为sex,age_group,share_percent" } },
    [POPULATION_MIGRATION_RATES] = {
        .key = "migration_rates", .kind = SETTING_TABLE, .need = NEED_NONE,
        .meaning = { "net migration by sex and age a year (cohort): sex,age_group,rate_percent",
                     "分性别、年龄的年净迁入率（分年龄推算时）；列为sex,age_group,rate_percent" } },
};
/* clang-format on */

const struct setting_group population_settings = { "population",
                                                   { "residents: total, ages, births, deaths, migration",
                                                     "常住人口：总量、年龄、出生、死亡、迁移" },
                                                   population_rows,
                                                   POPULATION_SETTINGS };
