/* sanbu ensemble: scenario -> plan -> draws -> chances, quantiles -> tables and pictures. */
#include <stdlib.h>
#include "base/memory.h"
#include "base/output.h"
#include "command/ensemble_keep.h"
#include "command/interrupt.h"
#include "command/progress.h"
#include "command/screen.h"
#include "report/chart_drawing.h"
#include "report/chart_ensemble.h"
#include "report/results_ensemble.h"
#include "report/summary_ensemble.h"

#define MANIFEST "ensemble.manifest.json"

/* An ensemble on its way from draws to results */
struct run {
    struct job job;
    struct ensemble_ask ask;
    struct ensemble_keep keep;
    struct progress progress;
    struct yearly yearly;
    struct ensemble ensemble;
    struct sources sources;
    struct drawn drawn;
    struct manifest_draws manifest;
    struct text folder;
    struct chart_report charts;
};

/* By the draws, or by the standard error where that is to end it: errors fall with the root of the draws. */
static bool
say_progress(void *arg, uint64_t done)
{
    struct run *r = arg;

    progress_say(&r->progress, (double) done);
    return !interrupted;
}

static enum status
nothing_counts(const struct run *r, struct error *err)
{
    char draws[TEXT_NUMBER];

    text_number(draws, (double) r->ensemble.draws);
    return error_add(err, FAILED_WORK, NOWHERE, r->ask.options.given_met ? WORD_given_never_met : WORD_given_always_met,
                     draws, r->job.scenario.plan.target[r->ask.target].key);
}

static enum status
draw(struct run *r, struct error *err)
{
    struct ensemble_options *o = &r->ask.options;
    const double begun = screen_seconds();
    enum status rc;

    if (r->ask.target != PLAN_NONE)
        o->given = &r->yearly.target[r->ask.target];
    o->progress = say_progress;
    o->progress_arg = r;
    rc = ensemble_run(&r->ensemble, &r->yearly.plan, o, err);
    progress_end(&r->progress);
    if (!rc && !r->ensemble.accepted)
        rc = nothing_counts(r, err);
    if (!rc && !o->given)
        rc = sources_run(&r->sources, &r->ensemble, o, err);
    r->job.model_seconds += screen_seconds() - begun;
    return rc;
}

static void
describe(struct run *r)
{
    const struct ensemble_options *o = &r->ask.options;
    const struct plan *p = &r->job.scenario.plan;

    r->drawn = (struct drawn) {
        .ensemble = &r->ensemble,
        .yearly = &r->yearly,
        .sources = &r->sources,
        .places = r->keep.places,
        .place = r->keep.place,
        .seed = o->seed,
        .even = o->sampling == SAMPLING_RANDOM ? NULL : r->ask.sampling,
        .given = o->given ? &p->target[r->ask.target] : NULL,
        .given_met = o->given_met,
    };
    r->manifest = (struct manifest_draws) {
        .seed = o->seed,
        .first = o->first,
        .draws = r->ensemble.draws,
        .accepted = r->ensemble.accepted,
        .sampling = r->ask.sampling,
        .given = r->ask.given,
        .threads = o->threads,
        .memory = o->memory,
        .file = r->keep.file ? draws_file_path(r->keep.file) : NULL,
        .file_sha256 = r->keep.file ? draws_file_sha256(r->keep.file) : NULL,
    };
    r->job.draws = &r->manifest;
}

static enum status
write_tables(struct output *out, const struct drawn *d, struct error *err)
{
    struct text text = { 0 };
    enum status rc;

    results_quantiles(&text, d);
    rc = output_write_text(out, "quantiles.csv", &text, err);
    results_probabilities(&text, d);
    rc = rc ? rc : output_write_text(out, "probabilities.csv", &text, err);
    results_probabilities_by_year(&text, d);
    rc = rc ? rc : output_write_text(out, "probabilities_by_year.csv", &text, err);
    results_sources(&text, d);
    rc = rc ? rc : output_write_text(out, "sources.csv", &text, err);
    text_free(&text);
    return rc;
}

static enum status
write_charts(struct output *out, struct run *r, const struct options *o, struct error *err)
{
    struct chart_input in = job_chart_input(&r->job, o);
    struct chart_drawing drawing = { 0 };
    enum status rc;

    if (options_given(o, OPTION_NO_CHARTS))
        return OK;
    in.drawn = &r->drawn;
    rc = charts_ensemble_write(&drawing, out, &in, &r->charts, err);
    if (!rc)
        rc = charts_draw(&drawing, err);
    chart_drawing_free(&drawing);
    return rc;
}

/* The file of draws is whole before the results are, and goes to its place right after them. */
static enum status
write_results(struct run *r, const struct options *o, struct error *err)
{
    struct output *out = NULL;
    enum status rc = output_open(&out, text_of(&r->folder), MANIFEST, err);

    if (!rc)
        rc = write_tables(out, &r->drawn, err);
    if (!rc)
        rc = write_charts(out, r, o, err);
    if (!rc)
        rc = jobs_write_manifest(out, MANIFEST, "ensemble", &r->job, 1, o, r->charts.seconds, err);
    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(out, err);
    if (!rc && r->keep.file)
        rc = draws_file_place(r->keep.file, err);
    output_close(out);
    return rc;
}

static enum status
show(const struct run *r, const struct options *o, struct error *err)
{
    const struct summary s = {
        .trajectory = &r->job.trajectory,
        .judgements = &r->job.judgements,
        .feasibles = &r->job.feasibles,
        .implied = &r->job.implied,
        .drawn = &r->drawn,
        .language = job_language(&r->job, o),
        .width = screen_width(),
        .ambiguous = screen_ambiguous(),
        .folder = text_of(&r->folder),
        .charts = r->charts.drawn,
        .model_seconds = r->job.model_seconds,
        .chart_seconds = r->charts.seconds,
    };
    struct text text = { 0 };
    enum status rc;

    if (options_given(o, OPTION_QUIET))
        return OK;
    summary_ensemble(&text, &s);
    rc = screen_print(text_of(&text), WORD_cannot_print_summary, err);
    text_free(&text);
    return rc;
}

static enum status
draw_and_finish(struct run *r, const struct options *o, struct error *err)
{
    const char *folder = options_value(o, OPTION_OUT);
    enum status rc;

    yearly_init(&r->yearly, &r->job.trajectory);
    rc = keep_open(&r->keep, &r->ask, &r->job.trajectory, &r->yearly.plan, err);
    text_print(&r->folder, "%s%s", folder ? folder : "output/", folder ? "" : r->job.scenario.plan.name);
    if (!rc)
        rc = draw(r, err);
    if (!rc && r->keep.file)
        rc = draws_file_sync(r->keep.file, err);
    if (rc)
        return rc;
    describe(r);
    rc = write_results(r, o, err);
    return rc ? rc : show(r, o, err);
}

static void
run_free(struct run *r)
{
    chart_report_free(&r->charts);
    text_free(&r->folder);
    sources_free(&r->sources);
    ensemble_free(&r->ensemble);
    yearly_free(&r->yearly);
    keep_close(&r->keep);
    jobs_free(&r->job, 1);
    free(r);
}

static enum status
ensemble(const struct options *o, bool *missed, struct error *err)
{
    const struct place scenario = { o->operands ? o->operand[0] : NULL, 0 };
    struct run *r;
    enum status rc;

    (void) missed;
    if (o->operands > 1)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_ensemble_one, o->operand[1]);
    r = memory_new(1, sizeof *r);
    rc = jobs_prepare(&r->job, o, "ensemble", err);
    if (!rc)
        rc = ensemble_ask(&r->ask, o, &r->job.scenario, err);
    if (!rc && !r->job.scenario.plan.uncertains)
        error_add(err, OK, scenario, WORD_ensemble_certain);
    r->progress = progress_start((double) r->ask.options.draws, options_given(o, OPTION_QUIET),
                                 job_language(&r->job, o));
    if (!rc)
        rc = draw_and_finish(r, o, err);
    run_free(r);
    return rc;
}

const struct command command_ensemble = {
    .name = "ensemble",
    .summary = WORD_command_ensemble,
    .operands = "SCENARIO",
    .takes = TAKES(OPTION_OUT) | TAKES(OPTION_SET) | TAKES(OPTION_QUIET) | TAKES(OPTION_NO_CHARTS) | TAKES_LOOKS
             | TAKES(OPTION_EMF) | ENSEMBLE_TAKES,
    .run = ensemble,
};
