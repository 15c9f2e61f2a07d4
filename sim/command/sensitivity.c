/* sanbu sensitivity: which uncertain settings drive an output, and which break a step. */
#include <stdlib.h>
#include "base/memory.h"
#include "base/output.h"
#include "command/interrupt.h"
#include "command/job.h"
#include "command/progress.h"
#include "command/screen.h"
#include "command/sensitivity_ask.h"
#include "report/chart_drawing.h"
#include "report/chart_drivers.h"

#define MANIFEST "sensitivity.manifest.json"
#define ROWS_A_TRAJECTORY 32 /* Sobol's rows for one of Morris's trajectories */
#define DRAWS_A_ROW 2        /* draws searched for boxes, for a row */

/* A scenario, the question, and what each method finds */
struct sensitivity {
    const struct options *options;
    struct job job;
    struct sensitivity_ask ask;
    struct sobol_index *sobol;
    struct morris_effect *morris;
    struct tornado_bar *tornado;
    struct discovery discovery;
    struct progress progress;
    struct drivers_report report; /* its runs are those of the methods that are through */
    struct text folder;
};

static bool
go_on(void *arg, uint64_t done)
{
    struct sensitivity *s = arg;

    progress_say(&s->progress, (double) (s->report.runs + done));
    return !interrupted;
}

/* Runs of all methods that are asked for */
static double
runs_ahead(const struct sensitivity *s)
{
    const struct sensitivity_ask *ask = &s->ask;
    const double rows = (double) ask->rows, n = (double) s->job.scenario.plan.uncertains;

    return (ask->wanted[METHOD_SOBOL] ? rows * (n + 2) : 0)
           + (ask->wanted[METHOD_MORRIS] ? rows / ROWS_A_TRAJECTORY * (n + 1) : 0)
           + (ask->wanted[METHOD_TORNADO] ? 2 * (n + 1) : 0) + (ask->wanted[METHOD_BOXES] ? DRAWS_A_ROW * rows : 0);
}

static enum status
find_indices(struct sensitivity *s, const struct drivers_question *q, struct error *err)
{
    const size_t n = q->plan->uncertains;
    enum status rc = OK;
    uint64_t runs = 0;

    if (s->ask.wanted[METHOD_SOBOL]) {
        s->report.sobol = s->sobol = memory_new(n, sizeof *s->sobol);
        rc = drivers_sobol(s->sobol, &runs, q, s->ask.rows, err);
        s->report.runs += runs;
    }
    if (s->ask.wanted[METHOD_MORRIS] && !rc) {
        s->report.morris = s->morris = memory_new(n, sizeof *s->morris);
        rc = drivers_morris(s->morris, &runs, q, s->ask.rows / ROWS_A_TRAJECTORY, err);
        s->report.runs += runs;
    }
    if (s->ask.wanted[METHOD_TORNADO] && !rc) {
        s->report.tornado = s->tornado = memory_new(n, sizeof *s->tornado);
        rc = drivers_tornado(s->tornado, &s->report.planned, q, err);
        s->report.runs += 2 * (n + 1);
    }
    return rc;
}

static enum status
find_boxes(struct sensitivity *s, struct error *err)
{
    const struct discovery_question q = {
        .plan = &s->job.scenario.plan,
        .step = s->ask.step,
        .seed = s->ask.seed,
        .draws = DRAWS_A_ROW * s->ask.rows,
        .threads = (unsigned) s->ask.threads,
        .progress = go_on,
        .progress_arg = s,
    };
    enum status rc;

    if (!s->ask.wanted[METHOD_BOXES])
        return OK;
    s->report.discovery = &s->discovery;
    rc = discover(&s->discovery, &q, err);
    s->report.runs += q.draws;
    return rc;
}

static enum status
find_all(struct sensitivity *s, struct error *err)
{
    const struct drivers_question q = {
        .plan = &s->job.scenario.plan,
        .of = s->ask.of,
        .seed = s->ask.seed,
        .threads = (unsigned) s->ask.threads,
        .progress = go_on,
        .progress_arg = s,
    };
    const double begun = screen_seconds();
    enum status rc;

    s->progress = progress_start(runs_ahead(s), options_given(s->options, OPTION_QUIET),
                                 job_language(&s->job, s->options));
    rc = find_indices(s, &q, err);
    if (!rc)
        rc = find_boxes(s, err);
    progress_end(&s->progress);
    s->report.order = memory_new(q.plan->uncertains, sizeof *s->report.order);
    drivers_order(&s->report);
    s->report.seconds = screen_seconds() - begun;
    s->job.model_seconds += s->report.seconds;
    return rc;
}

static void
prepare_report(struct sensitivity *s)
{
    const char *given = options_value(s->options, OPTION_OUT);

    if (given)
        text_add(&s->folder, given);
    else
        text_print(&s->folder, "output/%s", s->job.scenario.plan.name);
    s->report = (struct drivers_report) {
        .trajectory = &s->job.trajectory,
        .judgements = &s->job.judgements,
        .of = s->ask.of,
        .planned = s->ask.planned,
        .rows = s->ask.rows,
        .seed = s->ask.seed,
        .language = job_language(&s->job, s->options),
        .width = screen_width(),
        .ambiguous = screen_ambiguous(),
        .folder = text_of(&s->folder),
    };
}

static enum status
write_tables(const struct drivers_report *r, struct output *out, struct error *err)
{
    const struct {
        const char *name;
        bool found;
        void (*write)(struct text *out, const struct drivers_report *r);
    } table[] = {
        { "sobol.csv", r->sobol, drivers_sobol_csv },
        { "morris.csv", r->morris, drivers_morris_csv },
        { "tornado.csv", r->tornado, drivers_tornado_csv },
        { "boxes.csv", r->discovery && r->discovery->steps, drivers_boxes_csv },
    };
    enum status rc = OK;

    for (size_t i = 0; i < sizeof table / sizeof table[0] && !rc; i++) {
        struct text csv = { 0 };

        if (!table[i].found)
            continue;
        table[i].write(&csv, r);
        rc = output_write_text(out, table[i].name, &csv, err);
    }
    return rc;
}

static enum status
write_charts(struct sensitivity *s, struct output *out, struct error *err)
{
    const struct chart_input in = job_chart_input(&s->job, s->options);
    struct chart_drawing drawing = { 0 };
    struct chart_report charts = { 0 };
    enum status rc;

    if (options_given(s->options, OPTION_NO_CHARTS))
        return OK;
    rc = charts_drivers_write(&drawing, out, &in, &s->report, &charts, err);
    if (!rc)
        rc = charts_draw(&drawing, err);
    s->report.chart_seconds = charts.seconds;
    chart_drawing_free(&drawing);
    chart_report_free(&charts);
    return rc;
}

static enum status
write_all(struct sensitivity *s, struct error *err)
{
    struct output *out = NULL;
    enum status rc = output_open(&out, text_of(&s->folder), MANIFEST, err);

    if (!rc)
        rc = write_tables(&s->report, out, err);
    if (!rc)
        rc = write_charts(s, out, err);
    if (!rc)
        rc = jobs_write_manifest(out, MANIFEST, "sensitivity", &s->job, 1, s->options, s->report.chart_seconds, err);
    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(out, err);
    output_close(out);
    return rc;
}

static enum status
show(const struct sensitivity *s, struct error *err)
{
    struct text text = { 0 };
    enum status rc;

    if (options_given(s->options, OPTION_QUIET))
        return OK;
    drivers_print(&text, &s->report);
    rc = screen_print(text_of(&text), WORD_cannot_print_summary, err);
    text_free(&text);
    return rc;
}

static void
sensitivity_free(struct sensitivity *s)
{
    free(s->sobol);
    free(s->morris);
    free(s->tornado);
    free(s->report.order);
    discovery_free(&s->discovery);
    text_free(&s->folder);
    jobs_free(&s->job, 1);
}

static enum status
sensitivity(const struct options *o, bool *missed, struct error *err)
{
    struct sensitivity s = { .options = o };
    enum status rc;

    (void) missed;
    if (o->operands > 1)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_sensitivity_one_scenario, o->operand[1]);
    rc = jobs_prepare(&s.job, o, "sensitivity", err);
    if (!rc)
        rc = sensitivity_ask(&s.ask, o, &s.job, err);
    if (!rc) {
        prepare_report(&s);
        rc = find_all(&s, err);
    }
    if (!rc)
        rc = write_all(&s, err);
    if (!rc)
        rc = show(&s, err);
    sensitivity_free(&s);
    return rc;
}

const struct command command_sensitivity = {
    .name = "sensitivity",
    .summary = WORD_command_sensitivity,
    .operands = "SCENARIO",
    .takes = TAKES(OPTION_OUT) | TAKES(OPTION_SET) | TAKES(OPTION_QUIET) | TAKES(OPTION_NO_CHARTS) | TAKES_LOOKS
             | TAKES(OPTION_OF) | TAKES(OPTION_METHOD) | TAKES(OPTION_FAILS) | TAKES(OPTION_N) | TAKES(OPTION_SEED)
             | TAKES(OPTION_THREADS),
    .run = sensitivity,
};
