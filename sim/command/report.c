/* sanbu report: scenarios -> results -> one document to hand in. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "base/output.h"
#include "command/ensemble_keep.h"
#include "command/interrupt.h"
#include "command/report_solves.h"
#include "command/screen.h"
#include "command/side_by_side.h"
#include "report/chart_compare.h"
#include "report/chart_drawing.h"
#include "report/chart_ensemble.h"
#include "report/report.h"
#include "report/report_convert.h"
#include "report/why.h"
#include "report/workbook.h"

#define MANIFEST "report.manifest.json"
#define SLIDE_FOLDER "slides" /* of the charts in the pptx */
#define MOST_DRAWS 100000000.0

enum { OWN_CHARTS, COMPARED_CHARTS, DRAWN_CHARTS, CHART_REPORTS };

/* The jobs on their way into one document */
struct writing {
    const struct options *options;
    struct job *jobs;
    const char *folder;
    size_t count;
    struct side_by_side side;
    const struct scenario **read; /* in the order given */
    struct why why;
    struct chart_report charts[CHART_REPORTS], slides[CHART_REPORTS];
    struct theme_file slide;
    struct ensemble_ask ask;
    struct ensemble_keep keep;
    struct yearly yearly;
    struct ensemble ensemble;
    struct drawn drawn;
    struct lever_answers levers;
    struct manifest_draws manifest;
    struct report report;
    bool wanted[REPORT_FORMATS];
    enum status solved;    /* what became of the solves */
    enum status converted; /* and of the formats beside html */
    struct arena arena;
};

static enum status
check_options(const struct options *o, size_t *draws, struct error *err)
{
    const struct option_values *without = &o->of[OPTION_WITHOUT];
    bool wanted[REPORT_FORMATS] = { false };
    enum status rc = options_whole(o, OPTION_DRAWS, 1, MOST_DRAWS, draws, err);

    for (size_t i = 0; i < without->count; i++)
        if (strcmp(without->value[i], "probability") != 0)
            rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_without_unknown, without->value[i]);
    if (report_formats(wanted, options_value(o, OPTION_FORMAT), err))
        rc = FAILED_INPUT;
    if (without->count)
        *draws = 0;
    return rc;
}

static void
arrange(struct writing *w)
{
    const size_t n = w->count;

    side_by_side_arrange(&w->side, w->jobs, n, w->options);
    w->read = arena_new(&w->arena, n, sizeof *w->read);
    for (size_t i = 0; i < n; i++)
        w->read[i] = &w->jobs[i].scenario;
    if (n > 1)
        why_furthest(&w->why, w->side.scenario, n, NULL, 0);
}

/* What the document is made from; draws and solves are added when they are done */
static void
begin_report(struct writing *w)
{
    const struct compared *base = &w->side.scenario[0];

    w->report = (struct report) {
        .all = { .base = { .trajectory = base->trajectory,
                           .judgements = base->judgements,
                           .feasibles = base->feasibles,
                           .implied = &w->jobs[0].implied,
                           .outturns = &w->jobs[0].outturns,
                           .language = w->side.input[0].language,
                           .width = SCREEN_CELLS,
                           .on_page = true,
                           .ambiguous = 1 },
                 .count = w->count,
                 .scenario = w->side.scenario,
                 .title = w->side.title,
                 .why = w->count > 1 ? &w->why : NULL },
        .base = &w->jobs[0].scenario,
        .input = w->read,
        .charts = w->charts,
        .chart_reports = CHART_REPORTS,
        .levers = &w->levers,
        .stamp = options_value(w->options, OPTION_STAMP),
        .argc = w->options->argc,
        .argv = w->options->argv,
    };
}

static void
describe_draws(struct writing *w)
{
    const struct ensemble_options *o = &w->ask.options;

    w->drawn = (struct drawn) {
        .ensemble = &w->ensemble,
        .yearly = &w->yearly,
        .places = w->keep.places,
        .place = w->keep.place,
        .seed = o->seed,
    };
    w->manifest = (struct manifest_draws) {
        .seed = o->seed,
        .draws = w->ensemble.draws,
        .accepted = w->ensemble.accepted,
        .sampling = w->ask.sampling,
        .threads = o->threads,
        .memory = o->memory,
    };
    w->jobs[0].draws = &w->manifest;
    w->report.ensemble = &w->ensemble;
    w->report.seed = arena_print(&w->arena, "%llu", (unsigned long long) o->seed);
}

/* Worlds of the base: its chances and ranges */
static enum status
draw_worlds(struct writing *w, size_t draws, struct error *err)
{
    enum status rc;

    if (!draws)
        return OK;
    rc = ensemble_ask(&w->ask, w->options, &w->jobs[0].scenario, err);
    w->ask.options.draws = draws;
    w->ask.file = NULL;
    if (rc)
        return rc;
    yearly_init(&w->yearly, &w->jobs[0].trajectory);
    rc = keep_open(&w->keep, &w->ask, &w->jobs[0].trajectory, &w->yearly.plan, err);
    if (!rc)
        rc = ensemble_run(&w->ensemble, &w->yearly.plan, &w->ask.options, err);
    if (!rc)
        describe_draws(w);
    return rc;
}

static double
drawing_seconds(const struct writing *w)
{
    double seconds = 0;

    for (size_t i = 0; i < CHART_REPORTS; i++)
        seconds += w->charts[i].seconds + w->slides[i].seconds;
    return seconds;
}

/* The charts of one size, to be drawn later */
static enum status
write_set(struct writing *w, struct chart_drawing *drawing, struct output *out, const struct chart_scenario *chart,
          struct chart_report charts[CHART_REPORTS], struct error *err)
{
    const struct chart_scenarios all = { .count = w->count, .scenario = chart, .why = &w->why };
    enum status rc = charts_write(drawing, out, chart[0].in, &charts[OWN_CHARTS], err);

    if (!rc && w->count > 1)
        rc = charts_compare_write(drawing, out, &all, &charts[COMPARED_CHARTS], err);
    if (!rc && w->report.ensemble) {
        struct chart_input drawn = *chart[0].in;

        drawn.drawn = &w->drawn;
        rc = charts_ensemble_write(drawing, out, &drawn, &charts[DRAWN_CHARTS], err);
    }
    return rc;
}

/* The same charts for slides, in a folder of their own */
static enum status
write_slides(struct writing *w, struct chart_drawing *drawing, struct output *out, struct error *err)
{
    struct chart_input *input = arena_new(&w->arena, w->count, sizeof *input);
    struct chart_scenario *chart = arena_new(&w->arena, w->count, sizeof *chart);
    const enum status rc = theme_read(&w->slide, options_value(w->options, OPTION_THEME), SIZE_SLIDE, err);

    if (rc)
        return rc;
    for (size_t i = 0; i < w->count; i++) {
        input[i] = w->side.input[i];
        input[i].theme = &w->slide.theme;
        input[i].folder = SLIDE_FOLDER;
        chart[i] = (struct chart_scenario) { w->side.chart[i].title, &input[i] };
    }
    w->report.slides = w->slides;
    return write_set(w, drawing, out, chart, w->slides, err);
}

static enum status
write_charts(struct writing *w, struct output *out, struct error *err)
{
    struct chart_drawing drawing = { 0 };
    enum status rc = OK;

    if (options_given(w->options, OPTION_NO_CHARTS))
        return OK;
    rc = write_set(w, &drawing, out, w->side.chart, w->charts, err);
    if (!rc && w->wanted[REPORT_PPTX] && w->options->theme.theme.size != SIZE_SLIDE)
        rc = write_slides(w, &drawing, out, err);
    if (!rc)
        rc = charts_draw(&drawing, err);
    chart_drawing_free(&drawing);
    return rc;
}

static enum status
write_book(const struct writing *w, struct output *out, struct error *err)
{
    const struct workbook book = { .language = w->report.all.base.language,
                                   .count = w->count,
                                   .scenario = w->side.sheet };

    return report_workbook(out, "report.xlsx", &book, err);
}

static enum status
write_report(struct writing *w, struct error *err)
{
    struct output *out = NULL;
    struct text html = { 0 };
    enum status rc = output_open(&out, w->folder, MANIFEST, err);

    if (!rc)
        rc = write_charts(w, out, err);
    if (!rc) {
        w->report.staging = output_staging(out);
        report_html(&html, &w->report, PAGE_SCREEN);
        rc = output_write_text(out, "report.html", &html, err);
    }
    if (!rc)
        rc = write_book(w, out, err);
    if (!rc) {
        w->converted = report_convert(out, &w->report, w->wanted, &interrupted, err);
        rc = w->converted == INTERRUPTED ? INTERRUPTED : OK;
    }
    if (!rc)
        rc = jobs_write_manifest(out, MANIFEST, "report", w->jobs, w->count, w->options, drawing_seconds(w), err);
    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(out, err);
    output_close(out);
    return rc;
}

static enum status
show(const struct writing *w, double seconds, struct error *err)
{
    const enum language language = w->report.all.base.language;
    struct text path = { 0 }, line = { 0 };
    size_t drawn = 0;
    char charts[TEXT_NUMBER], model[TEXT_NUMBER], drawing[TEXT_NUMBER];
    enum status rc;

    if (options_given(w->options, OPTION_QUIET))
        return OK;
    text_print(&path, "%s/report.html", w->folder);
    snprintf(model, sizeof model, "%.3f", seconds);
    snprintf(drawing, sizeof drawing, "%.1f", drawing_seconds(w));
    for (size_t i = 0; i < CHART_REPORTS; i++)
        drawn += w->charts[i].drawn;
    text_number(charts, (double) drawn);
    report_findings(&line, &w->report);
    text_add(&line, "\n");
    word_fill(&line, language, drawn == 1 ? WORD_report_results_chart : WORD_report_results,
              (const char *const[]) { text_of(&path), charts, model, drawing, NULL });
    text_add(&line, "\n");
    rc = screen_print(text_of(&line), WORD_cannot_print_summary, err);
    text_free(&path);
    text_free(&line);
    return rc;
}

static enum status
finish(struct job *jobs, const struct options *o, size_t draws, struct error *err)
{
    struct writing w = { .options = o,
                         .jobs = jobs,
                         .count = o->operands,
                         .folder = options_given(o, OPTION_OUT) ? options_value(o, OPTION_OUT) : "output/report" };
    const double begun = screen_seconds();
    double seconds = 0;
    enum status rc;

    arrange(&w);
    begin_report(&w);
    (void) report_formats(w.wanted, options_value(o, OPTION_FORMAT), err);
    rc = draw_worlds(&w, draws, err);
    if (!rc) {
        w.solved = solves_work_out(&w.levers, &jobs[0], err);
        rc = w.solved == INTERRUPTED ? INTERRUPTED : OK;
    }
    seconds = screen_seconds() - begun;
    for (size_t i = 0; i < w.count; i++)
        seconds += jobs[i].model_seconds;
    if (!rc)
        rc = write_report(&w, err);
    if (!rc)
        rc = show(&w, seconds, err);
    for (size_t i = 0; i < CHART_REPORTS; i++) {
        chart_report_free(&w.charts[i]);
        chart_report_free(&w.slides[i]);
    }
    theme_file_free(&w.slide);
    ensemble_free(&w.ensemble);
    yearly_free(&w.yearly);
    keep_close(&w.keep);
    why_free(&w.why);
    solves_free(&w.levers);
    side_by_side_free(&w.side);
    arena_free(&w.arena);
    return rc ? rc : w.converted ? w.converted : w.solved;
}

static enum status
report(const struct options *o, bool *missed, struct error *err)
{
    struct job *jobs = memory_new(o->operands + 1, sizeof *jobs);
    size_t draws = 0;
    enum status rc = check_options(o, &draws, err);

    if (!rc)
        rc = jobs_prepare(jobs, o, "report", err);
    if (!rc && o->operands > 1)
        rc = jobs_comparable(jobs, o, err);
    for (size_t i = 0; i < o->operands && !rc; i++)
        *missed = *missed || (options_given(o, OPTION_FAIL_ON_MISS) && job_misses(&jobs[i]));
    if (!rc)
        rc = finish(jobs, o, draws, err);
    jobs_free(jobs, o->operands);
    free(jobs);
    return rc;
}

const struct command command_report = {
    .name = "report",
    .summary = WORD_command_report,
    .operands = "SCENARIO...",
    .takes = TAKES(OPTION_OUT) | TAKES(OPTION_SET) | TAKES(OPTION_QUIET) | TAKES(OPTION_NO_CHARTS) | TAKES_LOOKS
             | TAKES(OPTION_FAIL_ON_MISS) | TAKES(OPTION_DRAWS) | TAKES(OPTION_SEED) | TAKES(OPTION_THREADS)
             | TAKES(OPTION_WITHOUT) | TAKES(OPTION_STAMP) | TAKES(OPTION_FORMAT) | TAKES(OPTION_EMF),
    .run = report,
};
