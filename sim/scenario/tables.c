#include "scenario/tables.h"
#include "models/modernization.h"
#include "models/peers.h"

#define GROUP(name, key, english, chinese, rows) \
    const struct setting_group name = { key, { english, chinese }, rows, sizeof rows / sizeof rows[0] }
#define TEXT(k, english, chinese) \
    { \
        .key = k, .kind = SETTING_TEXT, .need = NEED_NONE, .meaning = { english, chinese } \
    }
#define YEAR(k, n, english, chinese) \
    { \
        .key = k, .unit = UNIT_YEAR, .need = n, .min = 1000, .max = 9999, .meaning = { english, chinese } \
    }

/* clang-format off */
static const struct setting top_rows[TOP_SETTINGS] = {
    [TOP_TITLE] = TEXT("title", "the scenario's title in English; else its file's name",
                                "情景的英文名称；缺省取文件名"),
    [TOP_TITLE_ZH] = TEXT("title_zh", "the scenario's title in Chinese; else title", "情景的中文名称；缺省取title"),
    [TOP_NOTES] = TEXT("notes", "what the scenario assumes, in words", "情景假定的文字说明"),
    [TOP_SOURCE] = TEXT("source", "where its figures are from, for the line under charts", "数据来源，用于图下注"),
    [TOP_SOURCE_ZH] = TEXT("source_zh", "the same in Chinese; else source", "数据来源的中文表述；缺省取source"),
    [TOP_LANGUAGE] = { .key = "language", .kind = SETTING_CHOICE, .need = NEED_NONE, .choices = "en|zh",
                       .meaning = { "language of results unless --lang says otherwise",
                                    "结果的语言，--lang另有指定时除外" } },
    [TOP_HOME] = { .key = "home", .kind = SETTING_TEXT, .need = NEED_VALUE,
                   .meaning = { "the region that the scenario is about", "情景所测算的本地区" } },
    [TOP_BENCHMARK] = TEXT("benchmark", "the region that others are measured against, the nation",
                                        "对标地区，一般为全国"),
    [TOP_SEED] = TEXT("seed", "of the random draws, a whole number; past 2147483647 as a string",
                              "随机种子，整数；超过2147483647时加引号"),
    [TOP_OUTTURN] = { .key = "outturn", .kind = SETTING_TABLE, .need = NEED_NONE,
                      .meaning = { "what came about after the base year, columns as in history.csv",
                                   "基期以后的实际值，列与history.csv相同" } },
    [TOP_REBASE] = YEAR("rebase", NEED_NONE, "the projection starts again from that year's outturns; also --rebase",
                                             "以该年实际值为新基期重新测算；也可用--rebase"),
    [TOP_HISTORICAL] = { .key = "historical", .kind = SETTING_FLAG, .need = NEED_NONE,
                         .meaning = { "its years are past: usual ranges, which are for projections, are not warned of",
                                      "所述年份均已过去：不按适用于预测的常用范围提出警告" } },
};
/* clang-format on */
GROUP(top_settings, "", "the scenario as a whole", "情景总体", top_rows);

/* clang-format off */
static const struct setting horizon_rows[HORIZON_SETTINGS] = {
    [HORIZON_START] = YEAR("start", NEED_VALUE, "base year, of which the figures are", "基期，即数据所属年份"),
    [HORIZON_END] = YEAR("end", NEED_VALUE, "last year projected, 1 to 200 years later",
                                            "规划期末，基期之后1至200年"),
};
/* clang-format on */
GROUP(horizon_settings, "horizon", "the years of a run", "测算年份", horizon_rows);

/* clang-format off */
static const struct setting region_rows[REGION_SETTINGS] = {
    [REGION_NAME] = TEXT("name", "name in English, as in the peers' panel; else the key",
                                 "英文名称，与城市数据表一致；缺省取键名"),
    [REGION_NAME_ZH] = TEXT("name_zh", "name in Chinese; else name", "中文名称；缺省取name"),
    [REGION_MODEL] = { .key = "model", .kind = SETTING_CHOICE, .need = NEED_VALUE, .choices = "growth|convergence",
                       .meaning = { "by sectors, or by converging to the benchmark",
                                    "测算模型：分部门增长，或向对标地区趋同" } },
    [REGION_VINTAGE] = TEXT("vintage", "of which publication its figures are; compared between home and benchmark",
                                       "数据版本；检查时比对本地区与对标地区是否一致"),
    [REGION_PARENT] = TEXT("parent", "the region of which it is a part, for share_of_parent",
                                     "所属上级地区，用于计算share_of_parent"),
    [REGION_WEST] = { .key = "west", .kind = SETTING_FLAG, .need = NEED_DEFAULT, .fallback = 0,
                      .meaning = { "counts among the western comparators", "是否计入西部比较地区" } },
};
/* clang-format on */
GROUP(region_settings, "regions", "one group a region; its settings groups follow", "每个地区一组，其下为各类设置",
      region_rows);

/* clang-format off */
static const struct setting step_rows[STEP_SETTINGS] = {
    [STEP_FROM] = YEAR("from", NEED_VALUE, "first year of the step", "该步起始年份"),
    [STEP_TO] = YEAR("to", NEED_VALUE, "last year of the step", "该步结束年份"),
    [STEP_TITLE] = TEXT("title", "title in English; else the key", "英文名称；缺省取键名"),
    [STEP_TITLE_ZH] = TEXT("title_zh", "title in Chinese; else title", "中文名称；缺省取title"),
};
/* clang-format on */
GROUP(step_settings, "steps", "one group a step of the plan", "规划的每一步一组", step_rows);

#define BOUND(k, english, chinese) \
    { \
        .key = k, .need = NEED_NONE, .meaning = { \
            english ", a number or another indicator", \
            chinese "，数值或另一指标" \
        } \
    }
/* clang-format off */
static const struct setting target_rows[TARGET_SETTINGS] = {
    [TARGET_STEP] = TEXT("step", "the step it belongs to", "所属步骤"),
    [TARGET_REGION] = TEXT("region", "the region judged; else home", "评估的地区；缺省为本地区"),
    [TARGET_INDICATOR] = { .key = "indicator", .kind = SETTING_TEXT, .need = NEED_VALUE,
                           .meaning = { "what is judged", "评估的指标" } },
    [TARGET_YEAR] = YEAR("year", NEED_VALUE, "the year judged", "评估的年份"),
    [TARGET_AT_LEAST] = BOUND("at_least", "not below", "不低于"),
    [TARGET_AT_MOST] = BOUND("at_most", "not above", "不高于"),
    [TARGET_ABOVE] = BOUND("above", "above", "高于"),
    [TARGET_BELOW] = BOUND("below", "below", "低于"),
    [TARGET_IMPROVES_ON] = YEAR("improves_on", NEED_NONE, "better than in that earlier year", "优于该较早年份"),
    [TARGET_BY] = { .key = "by", .need = NEED_NONE,
                    .meaning = { "with improves_on: by so much", "与improves_on合用：至少改善多少" } },
    [TARGET_TIMES] = { .key = "times", .unit = UNIT_RATIO, .need = NEED_NONE, .min = 0, .max = 1e6, .above_min = true,
                       .meaning = { "with improves_on: so many times that year's value",
                                    "与improves_on合用：至少为该年数值的多少倍" } },
    [TARGET_FROM] = YEAR("from", NEED_NONE, "judged is the average growth a year from that year on",
                                            "改为评估自该年起的年均增长率"),
    [TARGET_OVER] = TEXT("over", "judged is the difference from that region", "改为评估与该地区之差"),
    [TARGET_RELATIVE_TO] = TEXT("relative_to", "judged is 100 times the ratio to that region",
                                               "改为评估相当于该地区的百分比"),
    [TARGET_TOLERANCE] = { .key = "tolerance", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .min = 0, .max = 100,
                           .low = 0, .high = 10,
                           .meaning = { "what \"about\" allows, percent of what is wanted",
                                        "“左右”允许的偏差，以目标值为100%" } },
    [TARGET_COUNTS] = { .key = "counts", .kind = SETTING_FLAG, .need = NEED_DEFAULT, .fallback = 1,
                        .meaning = { "false: judged, but no part of its step", "为false时仅作评估，不计入所属步骤" } },
    [TARGET_ATTRIBUTE] = { .key = "attribute", .kind = SETTING_CHOICE, .need = NEED_NONE, .choices = "expected|binding",
                           .meaning = { "as the plan has it", "规划中的指标属性：预期性或约束性" } },
    [TARGET_NAME] = TEXT("name", "name in English; else the indicator's", "英文名称；缺省取指标名称"),
    [TARGET_NAME_ZH] = TEXT("name_zh", "name in Chinese; else the indicator's", "中文名称；缺省取指标名称"),
    [TARGET_SOURCE] = TEXT("source", "where the plan says so", "规划中的出处"),
    [TARGET_SOURCE_ZH] = TEXT("source_zh", "the same in Chinese; else source", "出处的中文表述；缺省取source"),
    [TARGET_GROUP] = TEXT("group", "group of the plan's table: economy, innovation, welfare, ecology, security or another",
                                   "规划指标表中的类别：economy、innovation、welfare、ecology、security或其他"),
};
/* clang-format on */
GROUP(target_settings, "targets", "one group a target; exactly one of its relations",
      "每项目标一组；关系须给出且只给出一个", target_rows);

/* clang-format off */
static const struct setting plan_rows[] = {
    TEXT("group", "group of the plan's table: economy, innovation, welfare, ecology, security or another",
                  "规划指标表中的类别：economy、innovation、welfare、ecology、security或其他"),
    TEXT("name", "name in English", "英文名称"),
    TEXT("name_zh", "name in Chinese", "中文名称"),
    TEXT("unit", "unit, as printed", "单位，照原样列示"),
    TEXT("base_value", "value of the base year, as printed", "基期值，照原样列示"),
    TEXT("target", "target, as printed", "目标值，照原样列示"),
    TEXT("growth", "growth a year, or the change in all, as printed", "年均增速或累计变动，照原样列示"),
    { .key = "attribute", .kind = SETTING_CHOICE, .need = NEED_NONE, .choices = "expected|binding",
      .meaning = { "as the plan has it", "规划中的指标属性：预期性或约束性" } },
    TEXT("source", "where the plan says so", "规划中的出处"),
    TEXT("source_zh", "the same in Chinese; else source", "出处的中文表述；缺省取source"),
};
/* clang-format on */
GROUP(plan_settings, "plan", "a list of groups: rows of the plan's table that the model does not project",
      "分组列表：规划指标表中模型不测算的指标", plan_rows);

/* clang-format off */
static const struct setting lever_rows[] = {
    { .key = "key", .kind = SETTING_TEXT, .need = NEED_VALUE,
      .meaning = { "the setting that policy can move", "政策可以调节的设置" } },
    { .key = "low", .need = NEED_VALUE,
      .meaning = { "lowest value that it may take, in the setting's unit", "可取的最小值，单位与该设置相同" } },
    { .key = "high", .need = NEED_VALUE,
      .meaning = { "highest value", "可取的最大值" } },
    { .key = "weight", .need = NEED_DEFAULT, .fallback = 1, .min = 0, .max = 1e6, .above_min = true,
      .meaning = { "cost of moving it, beside the others", "调节该设置的代价，相对于其他设置" } },
    TEXT("name", "name in English", "英文名称"),
    TEXT("name_zh", "name in Chinese", "中文名称"),
};
/* clang-format on */
GROUP(lever_settings, "levers", "a list of groups: settings that `solve` may move", "分组列表：solve可以调节的设置",
      lever_rows);

/* clang-format off */
static const struct setting precedent_rows[PRECEDENT_SETTINGS] = {
    [PRECEDENT_WITHIN_REACH] = { .key = "within_reach", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 25,
                                 .min = 0, .max = 100,
                                 .meaning = { "share of the reference class from which a target is within reach",
                                              "参照组中达到者的比重，不低于此值为“努力可达到”" } },
    [PRECEDENT_STRETCH] = { .key = "stretch", .unit = UNIT_PERCENT, .need = NEED_DEFAULT, .fallback = 5, .min = 0,
                            .max = 100,
                            .meaning = { "share from which it is a stretch; below: without precedent",
                                         "不低于此值为“难度较大”，低于此值为“无先例”" } },
};
/* clang-format on */
GROUP(precedent_settings, "precedent", "thresholds of feasibility", "可行性分级的界限", precedent_rows);

/* clang-format off */
static const struct setting class_rows[CLASS_SETTINGS] = {
    [CLASS_TITLE] = TEXT("title", "title in English; else the key", "英文名称；缺省为键名"),
    [CLASS_TITLE_ZH] = TEXT("title_zh", "title in Chinese; else title", "中文名称；缺省为title"),
    [CLASS_RANKS] = { .key = "ranks", .kind = SETTING_PAIR, .need = NEED_NONE, .min = 1, .max = 5000,
                      .meaning = { "cities of the peers' panel of these ranks by GDP, five years before the base year",
                                   "比较城市表中基期前五年地区生产总值居此位次区间的城市" } },
    [CLASS_FILE] = { .key = "file", .kind = SETTING_TABLE, .need = NEED_NONE,
                     .meaning = { "records of the regions of a list, columns as in history.csv",
                                  "所列地区的历史记录，列与history.csv相同" } },
    [CLASS_AGAINST] = TEXT("against", "the region of the file whose own change is taken off, the nation",
                           "扣除其自身变动的地区（全国）"),
};
/* clang-format on */
GROUP(class_settings, "precedent.classes.CLASS",
      "one group a reference class; indicators, a list, and for a file regions and spans ((from, to), ...)",
      "每个参照组一组；indicators为列表，用file时另给出regions和spans（(起始年, 终止年), …）", class_rows);

#define RANGE(k, m, zh) \
    { \
        .key = k, .kind = SETTING_PAIR, .unit = UNIT_PERCENT, .need = NEED_NONE, .min = -100, .max = 100, .meaning = { \
            m, \
            zh \
        } \
    }
/* clang-format off */
static const struct setting plausible_rows[PLAUSIBLE_SETTINGS] = {
    [PLAUSIBLE_POPULATION] = RANGE("population_growth", "of residents that targets imply, a year; else (-1.0, 0.5)",
                                   "目标隐含的常住人口年均增长；缺省为(-1.0, 0.5)"),
    [PLAUSIBLE_MOVERS] = RANGE("moves_to_towns", "that targets imply, of rural residents a year; else (0.0, 4.0)",
                               "目标隐含的年均进城人口占农村常住人口的比重；缺省为(0.0, 4.0)"),
    [PLAUSIBLE_REST] = RANGE("rest_growth", "of the sectors without a target, a year; else (-2.0, 12.0)",
                             "未设目标的行业年均增长；缺省为(-2.0, 12.0)"),
    [PLAUSIBLE_SUM] = RANGE("sum_of_sectors", "what sectors' targets add to, less GDP's, of it; else (-2.0, 2.0)",
                            "各行业目标之和与总量目标之差；缺省为(-2.0, 2.0)"),
    [PLAUSIBLE_INFLOW] = RANGE("inflow", "investment less saving, of GDP; else (-10.0, 15.0)",
                               "投资与储蓄之差占地区生产总值的比重；缺省为(-10.0, 15.0)"),
    [PLAUSIBLE_SAVING] = { .key = "saving_rate", .kind = SETTING_CONSTANT, .unit = UNIT_PERCENT, .need = NEED_NONE,
                           .min = -100, .max = 100, .low = 30, .high = 55,
                           .meaning = { "of GDP, saved in the region by all; with it the inflow is reckoned",
                                        "地区储蓄率，占地区生产总值的比重；给出后推算净流入" } },
};
/* clang-format on */
GROUP(plausible_settings, "plausible", "ranges outside which figures that targets imply are pointed out",
      "目标隐含数值的合理区间，超出时予以提示", plausible_rows);

/* clang-format off */
static const struct setting uncertain_rows[UNCERTAIN_SETTINGS] = {
    [UNCERTAIN_KEY] = TEXT("key", "the setting that is drawn; or keys, a list that shares one draw",
                                  "抽样的设置；或用keys列出共用一次抽样的多个设置"),
    [UNCERTAIN_DISTRIBUTION] = { .key = "distribution", .kind = SETTING_CHOICE, .need = NEED_VALUE,
                                 .choices = "normal|uniform|triangular|lognormal|discrete",
                                 .meaning = { "of the amount by which its path is shifted",
                                              "路径整体平移量的分布" } },
    [UNCERTAIN_MEAN] = { .key = "mean", .need = NEED_NONE,
                         .meaning = { "normal: mean shift, 0 unless given", "normal：平移量的均值，默认0" } },
    [UNCERTAIN_SD] = { .key = "sd", .need = NEED_NONE, .min = 0, .max = 1e12,
                       .meaning = { "normal, lognormal: standard deviation", "normal、lognormal：标准差" } },
    [UNCERTAIN_LOW] = { .key = "low", .need = NEED_NONE,
                        .meaning = { "uniform, triangular: lowest shift", "uniform、triangular：最小平移量" } },
    [UNCERTAIN_MODE] = { .key = "mode", .need = NEED_NONE,
                         .meaning = { "triangular: likeliest shift", "triangular：最可能的平移量" } },
    [UNCERTAIN_HIGH] = { .key = "high", .need = NEED_NONE,
                         .meaning = { "uniform, triangular: highest shift", "uniform、triangular：最大平移量" } },
    [UNCERTAIN_SHIFT] = { .key = "shift", .kind = SETTING_FLAG, .need = NEED_NONE,
                          .meaning = { "discrete: true adds the values to the settings, false puts them in their place",
                                       "discrete：true为在原值上加减，false为替换原值" } },
    [UNCERTAIN_OUTSIDE] = { .key = "outside", .kind = SETTING_CHOICE, .need = NEED_NONE, .choices = "error|clamp",
                            .meaning = { "what becomes of a draw outside the setting's hard range",
                                         "抽样值超出设置允许范围时的处理" } },
    [UNCERTAIN_NAME] = TEXT("name", "what is drawn, in a few English words; else the setting's meaning",
                                    "英文简称；缺省取设置含义"),
    [UNCERTAIN_NAME_ZH] = TEXT("name_zh", "in Chinese", "中文简称；缺省取设置含义"),
};
/* clang-format on */
GROUP(uncertain_settings, "uncertain", "a list of groups: settings that are drawn; discrete: values, weights",
      "分组列表：抽样的设置；discrete另需values、weights", uncertain_rows);

/* clang-format off */
static const struct setting observed_rows[OBSERVED_SETTINGS] = {
    [OBSERVED_REGION] = { .key = "region", .kind = SETTING_TEXT, .need = NEED_VALUE,
                          .meaning = { "region of the series", "序列所属地区" } },
    [OBSERVED_INDICATOR] = { .key = "indicator", .kind = SETTING_TEXT, .need = NEED_VALUE,
                             .meaning = { "indicator of the series", "序列对应的指标" } },
    [OBSERVED_FILE] = { .key = "file", .kind = SETTING_TABLE, .need = NEED_VALUE,
                        .meaning = { "columns region, indicator, unit, year, value",
                                     "列为region、indicator、unit、year、value" } },
    [OBSERVED_FROM] = YEAR("from", NEED_NONE, "first year taken; else the first there is",
                                              "取数起始年份；缺省自最早年份起"),
    [OBSERVED_TO] = YEAR("to", NEED_NONE, "last year taken; else the last there is",
                                          "取数结束年份；缺省至最晚年份止"),
    [OBSERVED_SIGMA] = { .key = "sigma", .need = NEED_NONE, .min = 0, .max = 1e12, .above_min = true,
                         .meaning = { "standard error, in the indicator's unit, for calibration",
                                      "标准误差，单位与指标相同，用于校准" } },
    [OBSERVED_SIGMA_PERCENT] = { .key = "sigma_percent", .unit = UNIT_PERCENT, .need = NEED_NONE, .min = 0, .max = 100,
                                 .above_min = true,
                                 .meaning = { "in place of sigma: standard error in percent of the value",
                                              "代替sigma：标准误差占数值的百分比" } },
};
/* clang-format on */
GROUP(observed_settings, "observed", "a list of groups: official series to compare with",
      "分组列表：用于对照的公布数据", observed_rows);

/* clang-format off */
static const struct setting fit_rows[FIT_SETTINGS] = {
    [FIT_KEY] = TEXT("key", "the setting that is fitted; or keys, a list that shares one value, or with spread a group",
                            "待估计的设置；或用keys列出取同一值的多个设置，另给出spread时各取各值"),
    [FIT_MEAN] = { .key = "mean", .need = NEED_NONE,
                   .meaning = { "prior mean, in the setting's unit; else its value in the base year",
                                "先验均值，单位与该设置相同；缺省取基期值" } },
    [FIT_SD] = { .key = "sd", .need = NEED_NONE,
                 .meaning = { "prior standard deviation; else no prior", "先验标准差；缺省为无先验" } },
    [FIT_SPREAD] = { .key = "spread", .need = NEED_NONE,
                     .meaning = { "standard deviation of the settings about their common mean, which is fitted too",
                                  "各设置围绕共同均值的标准差，共同均值一并估计" } },
    [FIT_LOW] = { .key = "low", .need = NEED_NONE,
                  .meaning = { "lower bound; else the low end of the usual range",
                               "下界；缺省取常用范围下限" } },
    [FIT_HIGH] = { .key = "high", .need = NEED_NONE,
                   .meaning = { "upper bound; else the high end of the usual range",
                                "上界；缺省取常用范围上限" } },
    [FIT_NAME] = TEXT("name", "name in English", "英文名称"),
    [FIT_NAME_ZH] = TEXT("name_zh", "name in Chinese", "中文名称"),
};
/* clang-format on */
GROUP(fit_settings, "fit", "a list of groups: settings that `calibrate` fits to the observed series",
      "分组列表：calibrate按公布数据估计的设置", fit_rows);

const struct setting_group *const scenario_groups[] = {
    &top_settings,   &horizon_settings,   &region_settings,   &modernization_settings, &peers_settings,
    &step_settings,  &target_settings,    &plan_settings,     &lever_settings,         &precedent_settings,
    &class_settings, &uncertain_settings, &observed_settings, &fit_settings,           NULL,
};
