/* sanbu run: files -> scenario -> plan -> trajectory -> verdicts -> tables and pictures. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "base/output.h"
#include "command/command.h"
#include "command/interrupt.h"
#include "command/screen.h"
#include "report/chart.h"
#include "report/manifest.h"
#include "report/results.h"
#include "report/summary.h"
#include "scenario/scenario.h"

#define MANIFEST "manifest.json"

/* One scenario on its way from file to results. */
struct job {
    struct scenario scenario;
    struct trajectory trajectory;
    struct judgements judgements;
    struct chart_report charts;
    struct text folder; /* of the results */
    double model_seconds;
};

static enum status
job_project(struct job *j, struct error *err)
{
    const double begun = screen_seconds();
    enum status rc = run_plan(&j->trajectory, &j->scenario.plan, err);

    if (!rc)
        rc = targets_judge(&j->judgements, &j->trajectory, err);
    j->model_seconds = screen_seconds() - begun;
    return rc;
}

static enum status
write_text(struct output *out, const char *name, struct text *text, struct error *err)
{
    const enum status rc = output_write(out, name, text_of(text), text->length, err);

    text_free(text);
    return rc;
}

static enum status
write_tables(struct output *out, const struct job *j, struct error *err)
{
    struct text text = { 0 }, name = { 0 };
    enum status rc;

    results_trajectory(&text, &j->trajectory);
    rc = write_text(out, "trajectory.csv", &text, err);
    results_targets(&text, &j->judgements, &j->trajectory);
    rc = rc ? rc : write_text(out, "targets.csv", &text, err);
    results_steps(&text, &j->judgements);
    rc = rc ? rc : write_text(out, "steps.csv", &text, err);
    results_iamc(&text, &j->trajectory);
    text_print(&name, "%s_iamc.csv", j->scenario.plan.name);
    rc = rc ? rc : write_text(out, text_of(&name), &text, err);
    scenario_effective(&text, &j->scenario, output_target(out));
    rc = rc ? rc : write_text(out, "effective.cfg", &text, err);
    text_free(&text);
    text_free(&name);
    return rc;
}

static const char *
source_in(const struct job *j, enum language language)
{
    return language == CHINESE && j->scenario.source_zh ? j->scenario.source_zh : j->scenario.source;
}

static enum status
write_charts(struct output *out, struct job *j, const struct options *o, struct error *err)
{
    const struct chart_input in = {
        .plan = &j->scenario.plan,
        .trajectory = &j->trajectory,
        .judgements = &j->judgements,
        .observed = j->scenario.observed,
        .observations = j->scenario.observations,
        .language = options_language(o, j->scenario.language),
        .source = source_in(j, options_language(o, j->scenario.language)),
        .interrupted = &interrupted,
    };

    return o->given & OPTION_NO_CHARTS ? OK : charts_write(out, &in, &j->charts, err);
}

static enum status
write_manifest(struct output *out, const struct job *j, const struct options *o, struct error *err)
{
    const struct manifest m = { "run", o->argc, o->argv, &j->scenario, j->model_seconds, j->charts.seconds };
    struct text json = { 0 };

    manifest_print(&json, &m, out);
    return write_text(out, MANIFEST, &json, err);
}

static enum status
job_write(struct job *j, const struct options *o, struct error *err)
{
    struct output *out = NULL;
    enum status rc = output_open(&out, text_of(&j->folder), MANIFEST, err);

    if (!rc)
        rc = write_tables(out, j, err);
    if (!rc)
        rc = write_charts(out, j, o, err);
    if (!rc)
        rc = write_manifest(out, j, o, err);
    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(out, err);
    output_close(out);
    return rc;
}

static enum status
job_show(const struct job *j, const struct options *o, bool after_another, struct error *err)
{
    const struct summary s = {
        .trajectory = &j->trajectory,
        .judgements = &j->judgements,
        .language = options_language(o, j->scenario.language),
        .width = screen_width(),
        .ambiguous = screen_ambiguous(),
        .colour = screen_colour(),
        .folder = text_of(&j->folder),
        .charts = j->charts.drawn,
        .model_seconds = j->model_seconds,
        .chart_seconds = j->charts.seconds,
    };
    struct text text = { 0 };
    enum status rc;

    if (o->given & OPTION_QUIET)
        return OK;
    if (after_another)
        text_add(&text, "\n");
    summary_print(&text, &s);
    rc = screen_print(text_of(&text), WORD_cannot_print_summary, err);
    text_free(&text);
    return rc;
}

static void
job_free(struct job *j)
{
    trajectory_free(&j->trajectory);
    judgements_free(&j->judgements);
    chart_report_free(&j->charts);
    scenario_free(&j->scenario);
    text_free(&j->folder);
}

/* One operand: DIR itself or output/NAME; several: DIR/NAME or output/NAME. */
static void
choose_folder(struct job *j, const struct options *o)
{
    const char *name = j->scenario.plan.name;

    if (o->out && o->operands == 1)
        text_add(&j->folder, o->out);
    else
        text_print(&j->folder, "%s/%s", o->out ? o->out : "output", name);
}

static enum status
names_differ(const struct job *jobs, size_t count, struct error *err)
{
    enum status rc = OK;

    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (!strcmp(jobs[i].scenario.plan.name, jobs[k].scenario.plan.name))
                rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_same_name, jobs[i].scenario.plan.name);
    return rc;
}

/* Reads, checks and projects every scenario before any result is written. */
static enum status
prepare(struct job *jobs, const struct options *o, struct error *err)
{
    enum status worst = OK;

    for (size_t i = 0; i < o->operands; i++) {
        enum status rc = scenario_read(&jobs[i].scenario, o->operand[i], o->set, o->sets, err);

        if (!rc)
            rc = job_project(&jobs[i], err);
        if (rc && rc < worst)
            worst = rc;
    }
    if (!worst)
        worst = names_differ(jobs, o->operands, err);
    for (size_t i = 0; i < o->operands && !worst; i++)
        choose_folder(&jobs[i], o);
    return worst;
}

static bool
misses(const struct judgements *j)
{
    for (size_t i = 0; i < j->targets; i++)
        if (j->target[i].target->counts && j->target[i].verdict == MISSED)
            return true;
    return false;
}

static enum status
run(const struct options *o, bool *missed, struct error *err)
{
    struct job *jobs = memory_new(o->operands + 1, sizeof *jobs);
    enum status rc = OK, shown = OK; /* a summary that cannot be shown stops no later scenario */

    if (!o->operands)
        rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_no_operand, "run");
    if (!rc)
        rc = prepare(jobs, o, err);
    for (size_t i = 0; i < o->operands && !rc; i++) {
        rc = job_write(&jobs[i], o, err);
        if (!rc && !shown)
            shown = job_show(&jobs[i], o, i > 0, err);
        *missed = *missed || ((o->given & OPTION_FAIL_ON_MISS) && misses(&jobs[i].judgements));
    }
    for (size_t i = 0; i < o->operands; i++)
        job_free(&jobs[i]);
    free(jobs);
    return rc ? rc : shown;
}

const struct command command_run = {
    .name = "run",
    .summary = WORD_command_run,
    .operands = "SCENARIO...",
    .takes = OPTION_OUT | OPTION_SET | OPTION_QUIET | OPTION_NO_CHARTS | OPTION_FAIL_ON_MISS,
    .run = run,
};
