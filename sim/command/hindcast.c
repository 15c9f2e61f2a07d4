/* sanbu hindcast: scenario of the past -> fit to the years before an origin -> draws of those after -> who was right. */
#include "analysis/hindcast_run.h"
#include <stdlib.h>
#include "base/output.h"
#include "command/interrupt.h"
#include "command/job.h"
#include "command/screen.h"
#include "report/hindcast_show.h"

#define MANIFEST "hindcast.manifest.json"

static enum status
project(struct job *j, struct hindcast *h, struct error *err)
{
    struct scenario *sc = &j->scenario;
    const double begun = screen_seconds();
    const uint64_t seed = sc->seed ? strtoull(sc->seed, NULL, 10) : 1;
    enum status rc = sc->plan.rebase ? OK : error_add(err, FAILED_INPUT, NOWHERE, WORD_hindcast_needs);

    if (!rc)
        rc = hindcast_run(h, &sc->plan, sc->observed, sc->observations, sc->outturn, sc->outturns, seed, err);
    if (!rc && !h->rows)
        rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_hindcast_needs);
    if (!rc)
        rc = run_plan(&j->trajectory, &sc->plan, err);
    j->model_seconds = screen_seconds() - begun;
    return rc;
}

static enum status
write_results(const struct job *j, const struct hindcast *h, const struct text *folder, const struct options *o,
              struct error *err)
{
    struct text text = { 0 };
    struct output *out = NULL;
    enum status rc = output_open(&out, text_of(folder), MANIFEST, err);

    results_hindcast(&text, h, &j->scenario.plan);
    if (!rc)
        rc = output_write_text(out, "hindcast.csv", &text, err);
    if (!rc)
        rc = jobs_write_manifest(out, MANIFEST, "hindcast", j, 1, o, 0, err);
    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(out, err);
    output_close(out);
    text_free(&text);
    return rc;
}

static enum status
show(const struct job *j, const struct hindcast *h, const struct text *folder, const struct options *o,
     struct error *err)
{
    const struct summary frame = { .trajectory = &j->trajectory,
                                   .language = job_language(j, o),
                                   .width = screen_width(),
                                   .ambiguous = screen_ambiguous(),
                                   .folder = text_of(folder),
                                   .model_seconds = j->model_seconds };
    struct text text = { 0 };
    enum status rc;

    if (options_given(o, OPTION_QUIET))
        return OK;
    hindcast_show(&text, h, &frame);
    rc = screen_print(text_of(&text), WORD_cannot_print_summary, err);
    text_free(&text);
    return rc;
}

static enum status
run(const struct options *o, bool *missed, struct error *err)
{
    const char *given = options_value(o, OPTION_OUT);
    struct job job = { 0 };
    struct hindcast h = { 0 };
    struct text folder = { 0 };
    enum status rc;

    (void) missed;
    if (o->operands != 1)
        return error_add(err, FAILED_INPUT, NOWHERE, o->operands ? WORD_one_operand : WORD_no_operand, "hindcast");
    rc = job_read(&job.scenario, o->operand[0], o, err);
    if (!rc)
        rc = project(&job, &h, err);
    text_print(&folder, "%s%s", given ? given : "output/", given || rc ? "" : job.scenario.plan.name);
    if (!rc)
        rc = write_results(&job, &h, &folder, o, err);
    if (!rc)
        rc = show(&job, &h, &folder, o, err);
    hindcast_free(&h);
    text_free(&folder);
    jobs_free(&job, 1);
    return rc;
}

const struct command command_hindcast = {
    .name = "hindcast",
    .summary = WORD_command_hindcast,
    .operands = "SCENARIO",
    .takes = TAKES(OPTION_OUT) | TAKES(OPTION_SET) | TAKES(OPTION_REBASE) | TAKES(OPTION_QUIET),
    .run = run,
};
