#include "report/chart.h"

#include "report/chart_drawing.h"
#include "report/chart_kinds.h"

static const struct chart_kind {
    const char *name; /* of its files: charts/NAME.svg */
    bool (*fill)(struct figure *f);
} kinds[] = {
    { "gdp", chart_gdp },
    { "gdp_per_capita", chart_gdp_per_capita },
    { "urbanization", chart_urbanization },
    { "growth", chart_growth_rates },
    { "structure", chart_structure },
    { "contributions", chart_contributions },
    { "modernization", chart_modernization },
    { "rank", chart_rank },
    { "steps", chart_steps },
    { "population", chart_population },
};
#define KINDS (sizeof kinds / sizeof kinds[0])

enum status
charts_write(struct chart_drawing *d, struct output *out, const struct chart_input *in, struct chart_report *done,
             struct error *err)
{
    struct chart_batch batch = chart_batch_start(d, out, in, KINDS, done, err);
    enum status status = OK;

    for (size_t i = 0; i < KINDS && status == OK; i++) {
        struct figure f;

        figure_start(&f, kinds[i].name, in);
        status = chart_batch_add(&batch, &f, kinds[i].fill(&f), err);
    }
    return status;
}

void
chart_report_free(struct chart_report *r)
{
    arena_free(&r->arena);
    *r = (struct chart_report) { 0 };
}
