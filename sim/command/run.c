/* sanbu run: files -> scenario -> plan -> trajectory -> verdicts -> tables and pictures. */
#include <stdlib.h>
#include "base/memory.h"
#include "base/output.h"
#include "command/interrupt.h"
#include "command/job.h"
#include "command/plan_format.h"
#include "command/screen.h"
#include "report/chart_drawing.h"
#include "report/outturn_show.h"
#include "report/phrase.h"
#include "report/results.h"
#include "report/summary.h"
#include "report/workbook.h"

#define MANIFEST "manifest.json"

static enum status
write_tables(struct output *out, const struct job *j, struct error *err)
{
    struct text text = { 0 }, name = { 0 };
    enum status rc;

    results_trajectory(&text, &j->trajectory);
    rc = output_write_text(out, "trajectory.csv", &text, err);
    results_targets(&text, &j->judgements, &j->feasibles, &j->trajectory);
    rc = rc ? rc : output_write_text(out, "targets.csv", &text, err);
    results_steps(&text, &j->judgements);
    rc = rc ? rc : output_write_text(out, "steps.csv", &text, err);
    results_precedents(&text, &j->feasibles, &j->trajectory);
    rc = rc ? rc : output_write_text(out, "precedents.csv", &text, err);
    results_consistency(&text, &j->implied, &j->trajectory);
    rc = rc ? rc : output_write_text(out, "consistency.csv", &text, err);
    if (j->outturns.deviations) {
        results_deviations(&text, &j->outturns);
        rc = rc ? rc : output_write_text(out, "deviations.csv", &text, err);
    }
    results_contributions(&text, &j->trajectory);
    rc = rc ? rc : output_write_text(out, "contributions.csv", &text, err);
    results_iamc(&text, &j->trajectory);
    text_print(&name, "%s_iamc.csv", j->scenario.plan.name);
    rc = rc ? rc : output_write_text(out, text_of(&name), &text, err);
    scenario_effective(&text, &j->scenario, output_target(out));
    rc = rc ? rc : output_write_text(out, "effective.cfg", &text, err);
    text_free(&text);
    text_free(&name);
    return rc;
}

/* A job on its way into its folder */
struct result {
    const struct job *job;
    struct text folder;
    struct output *out; /* NULL once it is committed or given up */
    struct chart_report charts;
};

/* One operand: DIR itself or output/NAME; several: DIR/NAME or output/NAME. */
static void
choose_folder(struct text *folder, const struct job *j, const struct options *o)
{
    const char *given = options_value(o, OPTION_OUT);

    if (given && o->operands == 1)
        text_add(folder, given);
    else
        text_print(folder, "%s/%s", given ? given : "output", j->scenario.plan.name);
}

/* NAME.xlsx, where it is asked for */
static enum status
write_book(struct output *out, const struct job *j, enum language language, const struct options *o, struct error *err)
{
    const struct plan *p = &j->scenario.plan;
    const struct workbook_scenario one = { &j->scenario, &j->trajectory, &j->judgements,
                                           name_in(language, p->title ? p->title : p->name, p->title_zh) };
    const struct workbook w = { .language = language, .count = 1, .scenario = &one };
    struct text name = { 0 };
    enum status rc = OK;

    text_print(&name, "%s.xlsx", p->name);
    if (options_given(o, OPTION_XLSX))
        rc = report_workbook(out, text_of(&name), &w, err);
    text_free(&name);
    return rc;
}

/* All but the pictures and the manifest */
static enum status
result_write(struct result *r, struct chart_drawing *drawing, const struct options *o, struct error *err)
{
    const struct chart_input in = job_chart_input(r->job, o);
    enum status rc;

    choose_folder(&r->folder, r->job, o);
    rc = output_open(&r->out, text_of(&r->folder), MANIFEST, err);
    if (!rc)
        rc = write_tables(r->out, r->job, err);
    if (!rc)
        rc = plan_format_write(r->out, r->job, in.language, err);
    if (!rc)
        rc = write_book(r->out, r->job, in.language, o, err);
    if (!rc && !options_given(o, OPTION_NO_CHARTS))
        rc = charts_write(drawing, r->out, &in, &r->charts, err);
    return rc;
}

static enum status
result_commit(struct result *r, const struct options *o, struct error *err)
{
    enum status rc = jobs_write_manifest(r->out, MANIFEST, "run", r->job, 1, o, r->charts.seconds, err);

    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(r->out, err);
    output_close(r->out);
    r->out = NULL;
    return rc;
}

static enum status
result_show(const struct result *r, const struct options *o, bool after_another, struct error *err)
{
    const struct summary s = {
        .trajectory = &r->job->trajectory,
        .judgements = &r->job->judgements,
        .feasibles = &r->job->feasibles,
        .implied = &r->job->implied,
        .outturns = &r->job->outturns,
        .language = job_language(r->job, o),
        .width = screen_width(),
        .ambiguous = screen_ambiguous(),
        .colour = screen_colour(),
        .folder = text_of(&r->folder),
        .file = r->job->file,
        .charts = r->charts.drawn,
        .model_seconds = r->job->model_seconds,
        .chart_seconds = r->charts.seconds,
    };
    struct text text = { 0 };
    enum status rc;

    if (options_given(o, OPTION_QUIET))
        return OK;
    if (after_another)
        text_add(&text, "\n");
    if (plan_format_wanted(o))
        plan_format_show(&text, r->job, &s);
    else
        summary_print(&text, &s);
    rc = screen_print(text_of(&text), WORD_cannot_print_summary, err);
    text_free(&text);
    return rc;
}

static void
result_free(struct result *r)
{
    output_close(r->out);
    chart_report_free(&r->charts);
    text_free(&r->folder);
}

/* All are written and drawn before the first is moved into place: where one fails, none is changed. A summary that
 * cannot be shown stops no later scenario. */
static enum status
finish(struct result *result, size_t count, const struct options *o, struct error *err)
{
    struct chart_drawing drawing = { 0 };
    enum status rc = OK, shown = OK;

    for (size_t i = 0; i < count && !rc; i++)
        rc = result_write(&result[i], &drawing, o, err);
    if (!rc)
        rc = charts_draw(&drawing, err);
    for (size_t i = 0; i < count && !rc; i++) {
        rc = result_commit(&result[i], o, err);
        if (!rc && !shown)
            shown = result_show(&result[i], o, i > 0, err);
    }
    chart_drawing_free(&drawing);
    return rc ? rc : shown;
}

static enum status
run(const struct options *o, bool *missed, struct error *err)
{
    struct job *jobs = memory_new(o->operands + 1, sizeof *jobs);
    struct result *result = memory_new(o->operands + 1, sizeof *result);
    enum status rc = plan_format_check(o, err);

    if (!rc)
        rc = jobs_prepare(jobs, o, "run", err);
    for (size_t i = 0; i < o->operands && !rc; i++) {
        result[i].job = &jobs[i];
        *missed = *missed || (options_given(o, OPTION_FAIL_ON_MISS) && job_misses(&jobs[i]));
    }
    if (!rc)
        rc = finish(result, o->operands, o, err);
    for (size_t i = 0; i < o->operands; i++)
        result_free(&result[i]);
    jobs_free(jobs, o->operands);
    free(result);
    free(jobs);
    return rc;
}

const struct command command_run = {
    .name = "run",
    .summary = WORD_command_run,
    .operands = "SCENARIO...",
    .takes = TAKES(OPTION_OUT) | TAKES(OPTION_SET) | TAKES(OPTION_REBASE) | TAKES(OPTION_QUIET)
             | TAKES(OPTION_NO_CHARTS) | TAKES_LOOKS | TAKES(OPTION_FAIL_ON_MISS) | TAKES(OPTION_FORMAT)
             | TAKES(OPTION_XLSX) | TAKES(OPTION_EMF),
    .run = run,
};
