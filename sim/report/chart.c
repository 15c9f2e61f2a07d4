#include "report/chart.h"

#include <time.h>
#include "report/chart_common.h"
#include "report/chart_files.h"
#include "report/chart_kinds.h"
#include "report/gnuplot.h"

static const struct chart_kind {
    const char *name; /* of its files: charts/NAME.svg */
    bool (*fill)(struct figure *f);
} kinds[] = {
    { "gdp", chart_gdp },
    { "gdp_per_capita", chart_gdp_per_capita },
    { "urbanization", chart_urbanization },
    { "structure", chart_structure },
    { "modernization", chart_modernization },
};
#define KINDS (sizeof kinds / sizeof kinds[0])

/* Fills, arranges and writes script and csv of one chart. */
static enum status
write_chart(struct output *out, const struct chart_input *in, const struct chart_kind *kind, const char *font,
            struct chart_report *report, struct error *err)
{
    struct chart_done *done = &report->chart[report->count++];
    struct figure f;
    enum status status = OK;

    *done = (struct chart_done) { kind->name, CHART_NOT_APPLICABLE, NULL, NULL };
    figure_start(&f, kind->name, in);
    if (kind->fill(&f)) {
        chart_finish(&f);
        figure_arrange(&f);
        status = chart_files_write(out, &f, font, err);
        done->outcome = CHART_UNDRAWN;
        done->title = arena_text(&report->arena, f.title);
        done->alt = arena_text(&report->arena, f.alt);
    }
    figure_free(&f);
    return status;
}

static double
seconds_since(const struct timespec *start)
{
    struct timespec end;

    clock_gettime(CLOCK_MONOTONIC, &end);
    return (double) (end.tv_sec - start->tv_sec) + 1e-9 * (double) (end.tv_nsec - start->tv_nsec);
}

enum status
charts_write(struct output *out, const struct chart_input *in, struct chart_report *done, struct error *err)
{
    struct text font = { 0 };
    struct timespec start;
    enum status status = OK;
    bool drawable;

    clock_gettime(CLOCK_MONOTONIC, &start);
    *done = (struct chart_report) { 0 };
    done->chart = arena_new(&done->arena, KINDS, sizeof *done->chart);
    drawable = gnuplot_font(&font, in->language, in->interrupted, err);
    for (size_t i = 0; i < KINDS && status == OK; i++)
        status = write_chart(out, in, &kinds[i], text_of(&font), done, err);
    if (status == OK && drawable)
        status = chart_files_draw(out, in, done, err);
    for (size_t i = 0; i < done->count; i++)
        done->drawn += done->chart[i].outcome == CHART_DRAWN;
    done->seconds = seconds_since(&start);
    text_free(&font);
    return status;
}

void
chart_report_free(struct chart_report *r)
{
    arena_free(&r->arena);
    *r = (struct chart_report) { 0 };
}
