#include "report/chart_batch.h"

#include "report/chart_common.h"
#include "report/chart_files.h"
#include "report/gnuplot.h"

void
chart_batch_start(struct chart_batch *b, struct output *out, const struct chart_input *in, size_t most,
                  struct chart_report *report, struct error *err)
{
    *b = (struct chart_batch) { .out = out, .in = in, .report = report };
    clock_gettime(CLOCK_MONOTONIC, &b->begun);
    *report = (struct chart_report) { 0 };
    report->chart = arena_new(&report->arena, most, sizeof *report->chart);
    b->drawable = gnuplot_font(&b->font, in->language, in->interrupted, err);
}

enum status
chart_batch_add(struct chart_batch *b, struct figure *f, bool applies, struct error *err)
{
    struct chart_done *done = &b->report->chart[b->report->count++];
    enum status status = OK;

    *done = (struct chart_done) { f->name, CHART_NOT_APPLICABLE, NULL, NULL };
    if (applies) {
        chart_finish(f);
        figure_arrange(f);
        status = chart_files_write(b->out, f, text_of(&b->font), err);
        done->outcome = CHART_UNDRAWN;
        done->title = arena_text(&b->report->arena, f->title);
        done->alt = arena_text(&b->report->arena, f->alt);
    }
    figure_free(f);
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
chart_batch_end(struct chart_batch *b, enum status status, struct error *err)
{
    struct chart_report *report = b->report;

    if (status == OK && b->drawable)
        status = chart_files_draw(b->out, b->in, report, err);
    for (size_t i = 0; i < report->count; i++)
        report->drawn += report->chart[i].outcome == CHART_DRAWN;
    report->seconds = seconds_since(&b->begun);
    text_free(&b->font);
    return status;
}
