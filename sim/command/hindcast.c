/* sanbu hindcast: scenario of the past -> fit to the years before an origin, or before one after the other -> draws of those
 * after -> who was right. */
#include "analysis/hindcast_run.h"
#include <stdlib.h>
#include <string.h>
#include "base/output.h"
#include "command/interrupt.h"
#include "command/job.h"
#include "command/screen.h"
#include "report/chart_hindcast.h"
#include "report/hindcast_show.h"

#define MANIFEST "hindcast.manifest.json"

/* Years to which outturns of GDP reach; 0: there are none */
static int
last_outturn(const struct scenario *sc)
{
    int last = 0;

    for (size_t i = 0; i < sc->outturns; i++)
        if (!strcmp(sc->outturn[i].indicator, "gdp"))
            last = sc->outturn[i].year[sc->outturn[i].count - 1] > last ? sc->outturn[i].year[sc->outturn[i].count - 1]
                                                                        : last;
    return last;
}

/* Whether there are years enough before the origin to fit to, and one after it to judge */
static enum status
check_origin(int origin, int start, int last, struct error *err)
{
    char a[TEXT_NUMBER], b[TEXT_NUMBER], c[TEXT_NUMBER];

    if (origin - start < HINDCAST_LEAST)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_hindcast_too_short, text_number(a, origin),
                         text_number(b, HINDCAST_LEAST), text_number(c, start + HINDCAST_LEAST));
    if (origin >= last)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_hindcast_too_late, text_number(a, origin),
                         text_number(b, last));
    return OK;
}

static enum status
add_origin(struct hindcast *h, struct scenario *sc, struct error *err)
{
    return hindcast_run(h, &sc->plan, sc->observed, sc->observations, sc->outturn, sc->outturns,
                        sc->seed ? strtoull(sc->seed, NULL, 10) : 1, err);
}

/* A plan is changed by its fit, so that each origin reads its own. */
static enum status
roll(const struct job *j, const struct options *o, struct hindcast *h, int last, struct error *err)
{
    const int first = j->scenario.plan.start + HINDCAST_LEAST;
    char a[TEXT_NUMBER], b[TEXT_NUMBER], c[TEXT_NUMBER];
    enum status rc = OK;

    if (first >= last)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_hindcast_no_origin, text_number(a, HINDCAST_LEAST),
                         text_number(b, first + 1), text_number(c, last));
    for (int origin = first; origin < last && !rc; origin++) {
        struct scenario sc = { 0 };

        rc = interrupted ? INTERRUPTED : job_read_from(&sc, o->operand[0], o, origin, err);
        if (!rc)
            rc = add_origin(h, &sc, err);
        scenario_free(&sc);
    }
    return rc;
}

static enum status
project(struct job *j, const struct options *o, struct hindcast *h, struct error *err)
{
    struct scenario *sc = &j->scenario;
    const bool rolling = options_given(o, OPTION_ROLLING);
    const double begun = screen_seconds();
    const int last = last_outturn(sc);
    enum status rc = OK;

    if (!last || (!rolling && !sc->plan.rebase))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_hindcast_needs);
    if (rolling)
        rc = roll(j, o, h, last, err);
    else if (!(rc = check_origin(sc->plan.rebase, sc->plan.start, last, err)))
        rc = add_origin(h, sc, err);
    if (!rc)
        rc = run_plan(&j->trajectory, &sc->plan, err);
    j->model_seconds = screen_seconds() - begun;
    return rc;
}

/* Of the scenario's own origin, or the first */
static enum status
draw_chart(struct output *out, const struct job *j, const struct hindcast *h, const struct options *o,
           struct chart_report *charts, struct error *err)
{
    const struct chart_input in = job_chart_input(j, o);
    const int own = j->scenario.plan.rebase;
    struct chart_drawing drawing = { 0 };
    enum status rc;

    if (options_given(o, OPTION_NO_CHARTS))
        return OK;
    rc = chart_hindcast_write(&drawing, out, &in, h, own >= h->first && own <= h->last ? own : h->first, charts, err);
    if (!rc)
        rc = charts_draw(&drawing, err);
    chart_drawing_free(&drawing);
    return rc;
}

static enum status
write_results(const struct job *j, const struct hindcast *h, const struct text *folder, const struct options *o,
              struct chart_report *charts, struct error *err)
{
    struct text text = { 0 };
    struct output *out = NULL;
    enum status rc = output_open(&out, text_of(folder), MANIFEST, err);

    results_hindcast(&text, h, &j->scenario.plan);
    if (!rc)
        rc = output_write_text(out, "hindcast.csv", &text, err);
    if (!rc)
        rc = draw_chart(out, j, h, o, charts, err);
    if (!rc)
        rc = jobs_write_manifest(out, MANIFEST, "hindcast", j, 1, o, charts->seconds, err);
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
     const struct chart_report *charts, struct error *err)
{
    const struct summary frame = { .trajectory = &j->trajectory,
                                   .language = job_language(j, o),
                                   .width = screen_width(),
                                   .ambiguous = screen_ambiguous(),
                                   .folder = text_of(folder),
                                   .charts = charts->drawn,
                                   .model_seconds = j->model_seconds,
                                   .chart_seconds = charts->seconds };
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
    struct chart_report charts = { 0 };
    struct text folder = { 0 };
    enum status rc;

    (void) missed;
    if (o->operands != 1)
        return error_add(err, FAILED_INPUT, NOWHERE, o->operands ? WORD_one_operand : WORD_no_operand, "hindcast");
    if (options_given(o, OPTION_ROLLING) && options_given(o, OPTION_REBASE))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_hindcast_one_or_all);
    rc = job_read(&job.scenario, o->operand[0], o, err);
    if (!rc)
        rc = project(&job, o, &h, err);
    text_print(&folder, "%s%s", given ? given : "output/", given || rc ? "" : job.scenario.plan.name);
    if (!rc)
        rc = write_results(&job, &h, &folder, o, &charts, err);
    if (!rc)
        rc = show(&job, &h, &folder, o, &charts, err);
    hindcast_free(&h);
    chart_report_free(&charts);
    text_free(&folder);
    jobs_free(&job, 1);
    return rc;
}

const struct command command_hindcast = {
    .name = "hindcast",
    .summary = WORD_command_hindcast,
    .operands = "SCENARIO",
    .takes = TAKES(OPTION_OUT) | TAKES(OPTION_SET) | TAKES(OPTION_REBASE) | TAKES(OPTION_ROLLING) | TAKES(OPTION_QUIET)
             | TAKES(OPTION_NO_CHARTS) | TAKES_LOOKS,
    .run = run,
};
