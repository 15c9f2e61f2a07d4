#include "report/chart_compare.h"

#include "report/chart_drawing.h"
#include "report/chart_together.h"

static const struct {
    const char *name; /* of its files: charts/NAME.svg */
    bool (*fill)(struct figure *f, const struct chart_scenarios *all);
} kinds[] = {
    { "compare_gdp", chart_compare_gdp },
    { "compare_gdp_per_capita", chart_compare_gdp_per_capita },
    { "compare_urbanization", chart_compare_urbanization },
    { "compare_modernization", chart_compare_modernization },
    { "compare_rank", chart_compare_rank },
    { "verdicts", chart_verdicts },
    { "waterfall", chart_waterfall },
};
#define KINDS (sizeof kinds / sizeof kinds[0])

enum status
charts_compare_write(struct chart_drawing *d, struct output *out, const struct chart_scenarios *all,
                     struct chart_report *done, struct error *err)
{
    const struct chart_input *base = all->scenario[0].in;
    struct chart_batch batch = chart_batch_start(d, out, base, KINDS + chart_together_most(all), done, err);
    enum status status = OK;

    for (size_t i = 0; i < KINDS && status == OK; i++) {
        struct figure f;

        figure_start(&f, kinds[i].name, base);
        status = chart_batch_add(&batch, &f, kinds[i].fill(&f, all), err);
    }
    return status || !all->together ? status : charts_together_add(&batch, all, err);
}
