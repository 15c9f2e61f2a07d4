#include "models/modernization.h"

/* clang-format off */
static const struct setting cap_row[MODERNIZATION_SETTINGS] = {
    [MODERNIZATION_CAP] = {
        .key = "cap", .unit = UNIT_INDEX, .need = NEED_DEFAULT, .fallback = 120, .min = 0, .max = 1000, .above_min = true,
        .low = 105, .high = 150,
        .meaning = { "most that one indicator can give, the nation being 100", "单项指标得分的上限，以全国为100" },
        .source = { "judgement", "经验判断" } },
};
/* clang-format on */

const struct setting_group modernization_settings = { "modernization",
                                                      { "the index: its cap, and `weights` of indicators that add to 1",
                                                        "现代化指数：得分上限cap和指标权重weights（合计为1）" },
                                                      cap_row,
                                                      MODERNIZATION_SETTINGS };

/* clang-format off */
const struct setting modernization_weight = {
    .key = "weights", .unit = UNIT_NUMBER, .need = NEED_VALUE, .min = 0, .max = 1,
    .meaning = { "weight of an indicator in the index; all add to 1", "指标在指数中的权重，合计为1" },
};
/* clang-format on */

KERNEL void
modernization_add(lanes *index, lanes *minimum, lanes *x, lanes *x_benchmark, const struct lever *weight,
                  const struct lever *cap, size_t years)
{
    const struct lever w = *weight, most = *cap;

    for (size_t t = 0; t < years; t++)
        EACH_LANE(l) {
            const double ratio = 100 * x[t][l] / x_benchmark[t][l], cut = lever_at(&most, 0, l);

            index[t][l] += lever_at(&w, 0, l) * (ratio < cut ? ratio : cut);
            minimum[t][l] = ratio < minimum[t][l] ? ratio : minimum[t][l];
        }
}
