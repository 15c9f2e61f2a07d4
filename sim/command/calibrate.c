/* sanbu calibrate: scenario -> settings fitted to its observed series -> tables, a file to inherit from, a chart. */
#include "analysis/calibrate.h"
#include <stdlib.h>
#include "base/output.h"
#include "command/interrupt.h"
#include "command/job.h"
#include "command/screen.h"
#include "report/calibrate_show.h"
#include "report/chart_residuals.h"
#include "report/results_calibrate.h"

#define MANIFEST "calibrate.manifest.json"

/* A calibration on its way into its folder */
struct result {
    struct job job; /* with the trajectory of the estimates */
    struct calibration calibration;
    struct text folder, calibrated;
    struct chart_report charts;
};

static enum status
write_tables(struct output *out, struct result *r, struct error *err)
{
    struct text text = { 0 };
    enum status rc;

    results_estimates(&text, &r->calibration);
    rc = output_write_text(out, "estimates.csv", &text, err);
    results_estimate_correlations(&text, &r->calibration);
    rc = rc ? rc : output_write_text(out, "correlations.csv", &text, err);
    results_residuals(&text, &r->calibration, r->job.scenario.observed);
    rc = rc ? rc : output_write_text(out, "residuals.csv", &text, err);
    rc = rc ? rc : output_write_text(out, "calibrated.cfg", &r->calibrated, err);
    text_free(&text);
    return rc;
}

static enum status
draw_chart(struct output *out, struct result *r, const struct options *o, struct error *err)
{
    const struct chart_input in = job_chart_input(&r->job, o);
    struct chart_drawing drawing = { 0 };
    enum status rc;

    if (options_given(o, OPTION_NO_CHARTS))
        return OK;
    rc = chart_residuals_write(&drawing, out, &in, &r->calibration, &r->charts, err);
    if (!rc)
        rc = charts_draw(&drawing, err);
    chart_drawing_free(&drawing);
    return rc;
}

static enum status
write_results(struct result *r, const struct options *o, struct error *err)
{
    const char *given = options_value(o, OPTION_OUT);
    struct output *out = NULL;
    enum status rc;

    text_print(&r->folder, "%s%s", given ? given : "output/", given ? "" : r->job.scenario.plan.name);
    rc = output_open(&out, text_of(&r->folder), MANIFEST, err);
    if (!rc)
        rc = write_tables(out, r, err);
    if (!rc)
        rc = draw_chart(out, r, o, err);
    if (!rc)
        rc = jobs_write_manifest(out, MANIFEST, "calibrate", &r->job, 1, o, r->charts.seconds, err);
    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(out, err);
    output_close(out);
    return rc;
}

static enum status
show(const struct result *r, const struct options *o, struct error *err)
{
    const struct calibrate_shown shown = { .calibration = &r->calibration,
                                           .frame = { .trajectory = &r->job.trajectory,
                                                      .language = job_language(&r->job, o),
                                                      .width = screen_width(),
                                                      .ambiguous = screen_ambiguous(),
                                                      .folder = text_of(&r->folder),
                                                      .charts = r->charts.drawn,
                                                      .model_seconds = r->job.model_seconds,
                                                      .chart_seconds = r->charts.seconds } };
    struct text text = { 0 };
    enum status rc;

    if (options_given(o, OPTION_QUIET))
        return OK;
    calibrate_show(&text, &shown);
    rc = screen_print(text_of(&text), WORD_cannot_print_summary, err);
    text_free(&text);
    return rc;
}

/* The fit, what it leaves as a file, and the path that it gives */
static enum status
fit(struct result *r, struct error *err)
{
    struct scenario *sc = &r->job.scenario;
    const double begun = screen_seconds();
    enum status rc = calibrate(&r->calibration, &sc->plan, sc->observed, sc->observations,
                               &(struct calibrate_options) { 0 }, err);

    if (rc)
        return rc;
    calibrated_write(&r->calibrated, &r->calibration);
    calibration_apply(&r->calibration, &sc->plan);
    rc = run_plan(&r->job.trajectory, &sc->plan, err);
    r->job.model_seconds = screen_seconds() - begun;
    return rc;
}

static enum status
run(const struct options *o, bool *missed, struct error *err)
{
    const struct option_values *set = &o->of[OPTION_SET];
    struct result r = { 0 };
    enum status rc;

    (void) missed;
    if (o->operands != 1)
        return error_add(err, FAILED_INPUT, NOWHERE, o->operands ? WORD_one_operand : WORD_no_operand, "calibrate");
    rc = scenario_read(&r.job.scenario, o->operand[0], set->value, set->count, err);
    if (!rc)
        rc = fit(&r, err);
    if (!rc)
        rc = write_results(&r, o, err);
    if (!rc)
        rc = show(&r, o, err);
    calibration_free(&r.calibration);
    chart_report_free(&r.charts);
    text_free(&r.folder);
    text_free(&r.calibrated);
    jobs_free(&r.job, 1);
    return rc;
}

const struct command command_calibrate = {
    .name = "calibrate",
    .summary = WORD_command_calibrate,
    .operands = "SCENARIO",
    .takes = TAKES(OPTION_OUT) | TAKES(OPTION_SET) | TAKES(OPTION_QUIET) | TAKES(OPTION_NO_CHARTS) | TAKES_LOOKS,
    .run = run,
};
