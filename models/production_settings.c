#include "models/production.h"

/* clang-format off */
static const struct setting production_rows[PRODUCTION_SETTINGS] = {
    [PRODUCTION_CAPITAL_OUTPUT_RATIO] = {
        .key = "capital_output_ratio", .unit = UNIT_RATIO, .need = NEED_VALUE, .min = 0.3, .max = 10, .low = 3.0,
        .high = 4.2,
        .meaning = { "capital stock over GDP in the base year", "基期资本存量与地区生产总值之比" },
        .source = { "nation 3.0-4.0, Guizhou 3.45-4.22 by perpetual inventory; goes with its own depreciation and TFP",
                    "永续盘存法：全国3.0—4.0，贵州3.45—4.22；须与相应的折旧率和全要素生产率配套" } },
    [PRODUCTION_INVESTMENT_RATE] = {
        .key = "investment_rate", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = 0,
        .max = 100, .low = 35, .high = 60,
        .meaning = { "gross capital formation, percent of GDP, in the year it is made",
                     "当年资本形成总额占地区生产总值的比重" },
        .source = { "WDI: nation 42.6 in 2020; Guizhou 66.2, 61.6, 59.9 in 2018-20",
                    "世界银行世界发展指标：全国2020年42.6；贵州2018—2020年66.2、61.6、59.9" } },
    [PRODUCTION_INVESTMENT_RESPONSE] = {
        .key = "investment_response", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 0.5, .min = 0, .max = 4,
        .low = 0, .high = 1.5,
        .meaning = { "how strongly investment follows returns between sectors", "投资在部门间随回报率调整的强度" },
        .source = { "judgement", "经验判断" } },
    [PRODUCTION_HUMAN_CAPITAL_GROWTH] = {
        .key = "human_capital_growth", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = -2,
        .max = 4, .low = 0.45, .high = 1.1,
        .meaning = { "growth of human capital a worker a year", "劳动力人均人力资本年增长率" },
        .source = { "schooling x return; Penn World Table 10: 1.12", "受教育年限×教育回报率；佩恩表10：1.12" } },
    [PRODUCTION_SCHOOLING] = {
        .key = "schooling", .kind = SETTING_LEVER, .unit = UNIT_YEARS, .need = NEED_NONE, .min = 0, .max = 25,
        .low = 5, .high = 15,
        .meaning = { "mean years of schooling, in place of human_capital_growth",
                     "平均受教育年限，用以代替human_capital_growth" } },
    [PRODUCTION_SCHOOLING_RETURN] = {
        .key = "schooling_return", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 7.5, .min = 0, .max = 30,
        .low = 5, .high = 10,
        .meaning = { "log points of human capital a year of schooling adds",
                     "每多受一年教育使人力资本增加的对数百分点" },
        .source = { "Mincer returns in urban China 5-10", "我国城镇明瑟教育回报率5—10" } },
    [PRODUCTION_TFP_BOOST] = {
        .key = "tfp_boost", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = -5, .max = 5,
        .low = -0.5, .high = 0.8,
        .meaning = { "policy's addition to productivity growth in every sector",
                     "政策使各部门全要素生产率增速提高的部分" } },
    [PRODUCTION_CATCH_UP] = {
        .key = "catch_up", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 0.8, .min = 0,
        .max = 10, .low = 0, .high = 2,
        .meaning = { "part of the distance to the benchmark made up by productivity a year",
                     "全要素生产率每年缩小与对标地区差距的比例" },
        .source = { "convergence of .5-3 a year in all, other channels included", "含其他渠道在内每年趋同0.5—3" } },
    [PRODUCTION_CATCH_UP_LEVEL] = {
        .key = "catch_up_level", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 100,
        .min = 30, .max = 300, .low = 80, .high = 120,
        .meaning = { "level caught up with, percent of the benchmark's real GDP per head",
                     "追赶所达到的水平，以对标地区实际人均地区生产总值为100%" },
        .source = { "judgement; 80: a western club", "经验判断；80为西部俱乐部趋同" } },
    [PRODUCTION_BASE_GAP] = {
        .key = "base_gap", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = -20, .max = 20, .low = -5, .high = 0,
        .meaning = { "base-year output against its trend, log points", "基期产出与趋势水平之差，对数百分点" },
        .source = { "2020 was below trend by 3 to 4", "2020年低于趋势3—4" } },
    [PRODUCTION_GAP_CLOSING] = {
        .key = "gap_closing", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 60, .min = 0, .max = 100,
        .low = 30, .high = 100,
        .meaning = { "part of that gap which closes each year", "该产出缺口每年弥合的比例" },
        .source = { "judgement", "经验判断" } },
    [PRODUCTION_SHOCK_COMMON] = {
        .key = "shock_common", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = 0, .max = 20, .low = 0.4, .high = 2,
        .meaning = { "standard deviation of the region's yearly shock to productivity (ensembles)",
                     "地区年度生产率冲击的标准差（用于抽样测算）" },
        .source = { "judgement", "经验判断" } },
    [PRODUCTION_SHOCK_PERSISTENCE] = {
        .key = "shock_persistence", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 0.5, .min = 0, .max = 1,
        .below_max = true, .low = 0, .high = 0.8,
        .meaning = { "part of a shock that is still there a year later", "冲击延续到下一年的比例" },
        .source = { "judgement", "经验判断" } },
    [PRODUCTION_SHOCK_CORRELATION] = {
        .key = "shock_correlation", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 0.6, .min = -1, .max = 1,
        .above_min = true, .below_max = true, .low = 0.3, .high = 0.8,
        .meaning = { "correlation of the region's common shock with the benchmark's",
                     "本地区共同冲击与对标地区冲击的相关系数" },
        .source = { "judgement", "经验判断" } },
};
/* clang-format on */

const struct setting_group production_settings = { "production",
                                                   { "capital, investment, productivity and catching up",
                                                     "资本、投资、生产率和追赶" },
                                                   production_rows,
                                                   PRODUCTION_SETTINGS };

/* clang-format off */
static const struct setting sector_rows[SECTOR_SETTINGS] = {
    [SECTOR_NAME] = {
        .key = "name", .kind = SETTING_TEXT, .need = NEED_NONE,
        .meaning = { "name in English; else the key", "英文名称；缺省取键名" } },
    [SECTOR_NAME_ZH] = {
        .key = "name_zh", .kind = SETTING_TEXT, .need = NEED_NONE,
        .meaning = { "name in Chinese; else name", "中文名称；缺省取name" } },
    [SECTOR_GROUP] = {
        .key = "group", .kind = SETTING_CHOICE, .need = NEED_VALUE, .choices = "primary|secondary|tertiary",
        .meaning = { "which of the three sectors it belongs to", "所属三次产业" } },
    [SECTOR_VALUE_ADDED] = {
        .key = "value_added", .unit = UNIT_YI_YUAN, .need = NEED_VALUE, .min = 0, .max = 1e9, .above_min = true,
        .meaning = { "value added in the base year", "基期增加值" } },
    [SECTOR_CAPITAL_SHARE] = {
        .key = "capital_share", .unit = UNIT_NUMBER, .need = NEED_VALUE, .min = 0, .max = 0.9, .above_min = true,
        .below_max = true, .low = 0.15, .high = 0.55,
        .meaning = { "capital's share of value added (alpha)", "资本占增加值的份额（alpha）" },
        .source = { "primary .20, secondary .47, tertiary .45", "第一产业0.20，第二产业0.47，第三产业0.45" } },
    [SECTOR_FIXED_SHARE] = {
        .key = "fixed_share", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .min = 0, .max = 0.9, .below_max = true,
        .low = 0, .high = 0.6,
        .meaning = { "share of a fixed factor: land, water, brand (gamma)",
                     "固定要素（土地、水、品牌）占增加值的份额（gamma）" },
        .source = { "judgement: primary .25, liquor .50", "经验判断：第一产业0.25，白酒0.50" } },
    [SECTOR_FIXED_GROWTH] = {
        .key = "fixed_growth", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = -10, .max = 20,
        .low = 0, .high = 6,
        .meaning = { "growth of the fixed factor a year", "固定要素年增长率" } },
    [SECTOR_DEPRECIATION] = {
        .key = "depreciation", .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = 0, .max = 25, .low = 4.5, .high = 9.6,
        .meaning = { "capital worn out a year", "资本年折旧率" },
        .source = { "Penn World Table 5.2; Zhang Jun 9.6, only with its own K/Y",
                    "佩恩表5.2；张军9.6，须与其资本产出比配套" } },
    [SECTOR_EMPLOYMENT_SHARE] = {
        .key = "employment_share", .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = 0, .max = 100, .above_min = true,
        .meaning = { "share of employment in the base year; all add to 100", "基期就业人员占比，各部门合计为100" } },
    [SECTOR_TFP_GROWTH] = {
        .key = "tfp_growth", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_VALUE, .min = -5, .max = 8,
        .low = -1, .high = 3,
        .meaning = { "growth of total factor productivity a year, before policy and catching up",
                     "全要素生产率年增长率（不含政策和追赶的作用）" },
        .source = { "nation .5-1.7; liquor -1 to 3 by judgement", "全国0.5—1.7；白酒-1至3，为经验判断" } },
    [SECTOR_INVESTMENT_WEIGHT] = {
        .key = "investment_weight", .kind = SETTING_LEVER, .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 1,
        .min = 0, .max = 10, .low = 0.5, .high = 2,
        .meaning = { "policy's hand in sharing out investment", "政策对投资分配的倾斜权重" } },
    [SECTOR_CATCH_UP_WEIGHT] = {
        .key = "catch_up_weight", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 1, .min = 0, .max = 10, .low = 0,
        .high = 2,
        .meaning = { "how much of the region's catching up reaches the sector", "部门分享地区追赶效应的程度" } },
    [SECTOR_PRICE_GROWTH] = {
        .key = "price_growth", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_NONE, .min = -20, .max = 30,
        .low = -0.5, .high = 3,
        .meaning = { "growth of its price; not given: as the benchmark's sectors of its group",
                     "部门价格年涨幅；缺省与对标地区同类部门一致" },
        .source = { "nation 2.0, 1.0, 2.0; deflator 2012-20 1.9",
                    "全国三次产业2.0、1.0、2.0；2012—2020年平减指数1.9" } },
    [SECTOR_PRICE_PREMIUM] = {
        .key = "price_premium", .kind = SETTING_LEVER, .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = -20, .max = 30,
        .low = -4, .high = 3,
        .meaning = { "its own price growth on top", "部门自身价格的额外涨幅" } },
    [SECTOR_DEMAND_ELASTICITY] = {
        .key = "demand_elasticity", .unit = UNIT_NUMBER, .need = NEED_NONE, .min = 0, .max = 100, .above_min = true,
        .low = 0.5, .high = 5,
        .meaning = { "price elasticity of demand for its product; not given: no demand limit",
                     "产品需求的价格弹性；缺省不受需求约束" } },
    [SECTOR_INCOME_ELASTICITY] = {
        .key = "income_elasticity", .unit = UNIT_NUMBER, .need = NEED_DEFAULT, .fallback = 1, .min = -5, .max = 10,
        .low = 0, .high = 2,
        .meaning = { "how demand follows the benchmark's real GDP (with demand_elasticity)",
                     "需求对对标地区实际生产总值的弹性（与需求价格弹性合用）" } },
    [SECTOR_CAPACITY] = {
        .key = "capacity", .kind = SETTING_LEVER, .unit = UNIT_YI_YUAN, .need = NEED_NONE, .min = 0, .max = 1e9,
        .above_min = true,
        .meaning = { "most it can produce, at base-year prices; not given: no limit",
                     "产能上限，按基期价格计；缺省无上限" } },
    [SECTOR_SHOCK] = {
        .key = "shock", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = 0, .max = 20, .low = 0, .high = 5,
        .meaning = { "standard deviation of its own yearly shock to productivity (ensembles)",
                     "部门自身年度生产率冲击的标准差（用于抽样测算）" } },
};
/* clang-format on */

const struct setting_group sector_settings = { "sectors",
                                               { "one group a sector, in the file's order",
                                                 "每个部门一组，按文件中的顺序" },
                                               sector_rows,
                                               SECTOR_SETTINGS };
