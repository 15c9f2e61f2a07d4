/* sanbu run: files -> scenario -> plan -> trajectory -> verdicts -> tables and pictures. */
#include <stdlib.h>
#include "base/memory.h"
#include "base/output.h"
#include "command/interrupt.h"
#include "command/job.h"
#include "command/screen.h"
#include "report/results.h"
#include "report/summary.h"

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
    results_iamc(&text, &j->trajectory);
    text_print(&name, "%s_iamc.csv", j->scenario.plan.name);
    rc = rc ? rc : output_write_text(out, text_of(&name), &text, err);
    scenario_effective(&text, &j->scenario, output_target(out));
    rc = rc ? rc : output_write_text(out, "effective.cfg", &text, err);
    text_free(&text);
    text_free(&name);
    return rc;
}

static enum status
write_charts(struct output *out, const struct job *j, struct chart_report *charts, const struct options *o,
             struct error *err)
{
    const struct chart_input in = job_chart_input(j, o);

    return options_given(o, OPTION_NO_CHARTS) ? OK : charts_write(out, &in, charts, err);
}

static enum status
job_write(const struct job *j, const char *folder, struct chart_report *charts, const struct options *o,
          struct error *err)
{
    struct output *out = NULL;
    enum status rc = output_open(&out, folder, MANIFEST, err);

    if (!rc)
        rc = write_tables(out, j, err);
    if (!rc)
        rc = write_charts(out, j, charts, o, err);
    if (!rc)
        rc = jobs_write_manifest(out, MANIFEST, "run", j, 1, o, charts->seconds, err);
    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(out, err);
    output_close(out);
    return rc;
}

static enum status
job_show(const struct job *j, const char *folder, const struct chart_report *charts, const struct options *o,
         bool after_another, struct error *err)
{
    const struct summary s = {
        .trajectory = &j->trajectory,
        .judgements = &j->judgements,
        .feasibles = &j->feasibles,
        .language = job_language(j, o),
        .width = screen_width(),
        .ambiguous = screen_ambiguous(),
        .colour = screen_colour(),
        .folder = folder,
        .charts = charts->drawn,
        .model_seconds = j->model_seconds,
        .chart_seconds = charts->seconds,
    };
    struct text text = { 0 };
    enum status rc;

    if (options_given(o, OPTION_QUIET))
        return OK;
    if (after_another)
        text_add(&text, "\n");
    summary_print(&text, &s);
    rc = screen_print(text_of(&text), WORD_cannot_print_summary, err);
    text_free(&text);
    return rc;
}

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

/* A summary that cannot be shown is noted in `shown` and stops no later scenario. */
static enum status
job_finish(const struct job *j, const struct options *o, bool after_another, enum status *shown, struct error *err)
{
    struct text folder = { 0 };
    struct chart_report charts = { 0 };
    enum status rc;

    choose_folder(&folder, j, o);
    rc = job_write(j, text_of(&folder), &charts, o, err);
    if (!rc && !*shown)
        *shown = job_show(j, text_of(&folder), &charts, o, after_another, err);
    chart_report_free(&charts);
    text_free(&folder);
    return rc;
}

static enum status
run(const struct options *o, bool *missed, struct error *err)
{
    struct job *jobs = memory_new(o->operands + 1, sizeof *jobs);
    enum status rc = jobs_prepare(jobs, o, "run", err), shown = OK;

    for (size_t i = 0; i < o->operands && !rc; i++) {
        rc = job_finish(&jobs[i], o, i > 0, &shown, err);
        *missed = *missed || (options_given(o, OPTION_FAIL_ON_MISS) && job_misses(&jobs[i]));
    }
    jobs_free(jobs, o->operands);
    free(jobs);
    return rc ? rc : shown;
}

const struct command command_run = {
    .name = "run",
    .summary = WORD_command_run,
    .operands = "SCENARIO...",
    .takes = TAKES(OPTION_OUT) | TAKES(OPTION_SET) | TAKES(OPTION_QUIET) | TAKES(OPTION_NO_CHARTS)
             | TAKES(OPTION_FAIL_ON_MISS),
    .run = run,
};
