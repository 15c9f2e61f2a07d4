/* sanbu compare: scenarios side by side, the first as the base of the differences. */
#include <stdlib.h>
#include "base/memory.h"
#include "base/output.h"
#include "command/compare_draws.h"
#include "command/interrupt.h"
#include "command/screen.h"
#include "command/side_by_side.h"
#include "report/chart_compare.h"
#include "report/chart_drawing.h"
#include "report/comparison.h"
#include "report/results.h"
#include "report/why.h"

#define MANIFEST "compare.manifest.json"

/* What is compared, and of it what has been drawn and why it differs */
struct comparing {
    struct side_by_side side;
    struct why why;
    struct compare_draws draws;
};

static enum status
write_tables(struct output *out, const struct comparing *s, struct error *err)
{
    struct text text = { 0 };
    enum status rc;

    results_differences(&text, s->side.scenario, s->side.count);
    rc = output_write_text(out, "differences.csv", &text, err);
    results_targets_of(&text, s->side.scenario, s->side.count);
    rc = rc ? rc : output_write_text(out, "targets.csv", &text, err);
    results_steps_of(&text, s->side.scenario, s->side.count);
    rc = rc ? rc : output_write_text(out, "steps.csv", &text, err);
    text_free(&text);
    return rc ? rc : compare_draws_write(&s->draws, out, err);
}

static enum status
write_book(struct output *out, const struct comparing *s, const struct options *o, struct error *err)
{
    const struct workbook w = { s->side.input[0].language, s->side.count, s->side.sheet,
                                s->draws.wanted ? &s->draws.together : NULL };

    return options_given(o, OPTION_XLSX) ? report_workbook(out, "compare.xlsx", &w, err) : OK;
}

static enum status
write_charts(struct output *out, const struct comparing *s, struct chart_report *charts, const struct options *o,
             struct error *err)
{
    const struct chart_scenarios all = { s->side.count, s->side.chart, &s->why,
                                         s->draws.wanted ? &s->draws.together : NULL };
    struct chart_drawing drawing = { 0 };
    enum status rc;

    if (options_given(o, OPTION_NO_CHARTS))
        return OK;
    rc = charts_compare_write(&drawing, out, &all, charts, err);
    if (!rc)
        rc = charts_draw(&drawing, err);
    chart_drawing_free(&drawing);
    return rc;
}

static enum status
write_results(const struct comparing *s, const char *folder, const struct job *jobs, struct chart_report *charts,
              const struct options *o, struct error *err)
{
    struct output *out = NULL;
    enum status rc = output_open(&out, folder, MANIFEST, err);

    if (!rc)
        rc = write_tables(out, s, err);
    if (!rc)
        rc = write_book(out, s, o, err);
    if (!rc)
        rc = write_charts(out, s, charts, o, err);
    if (!rc)
        rc = jobs_write_manifest(out, MANIFEST, "compare", jobs, s->side.count, o, charts->seconds, err);
    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(out, err);
    output_close(out);
    return rc;
}

static enum status
show(const struct comparing *s, const char *folder, const struct job *jobs, const struct chart_report *charts,
     const struct options *o, struct error *err)
{
    struct comparison c = {
        .base = { .trajectory = s->side.scenario[0].trajectory,
                  .judgements = s->side.scenario[0].judgements,
                  .language = job_language(&jobs[0], o),
                  .width = screen_width(),
                  .ambiguous = screen_ambiguous(),
                  .folder = folder,
                  .charts = charts->drawn,
                  .chart_seconds = charts->seconds },
        .count = s->side.count,
        .scenario = s->side.scenario,
        .title = s->side.title,
        .why = &s->why,
        .together = s->draws.wanted ? &s->draws.together : NULL,
    };
    struct text text = { 0 };
    enum status rc;

    if (options_given(o, OPTION_QUIET))
        return OK;
    for (size_t i = 0; i < s->side.count; i++)
        c.base.model_seconds += jobs[i].model_seconds;
    comparison_print(&text, &c);
    rc = screen_print(text_of(&text), WORD_cannot_print_summary, err);
    text_free(&text);
    return rc;
}

static enum status
finish(struct job *jobs, const struct options *o, const struct compare_draws *asked, struct error *err)
{
    const char *folder = options_given(o, OPTION_OUT) ? options_value(o, OPTION_OUT) : "output/compare";
    struct comparing s = { .draws = *asked };
    struct chart_report charts = { 0 };
    enum status rc;

    side_by_side_arrange(&s.side, jobs, o->operands, o);
    if (!options_given(o, OPTION_QUIET) || !options_given(o, OPTION_NO_CHARTS))
        why_furthest(&s.why, s.side.scenario, s.side.count, o->of[OPTION_CAUSE].value, o->of[OPTION_CAUSE].count);
    rc = compare_draws_run(&s.draws, jobs, s.side.order, s.side.count, o, err);
    jobs[0].draws = s.draws.wanted ? &s.draws.manifest : NULL;
    jobs[0].model_seconds += s.draws.seconds;
    if (!rc)
        rc = write_results(&s, folder, jobs, &charts, o, err);
    if (!rc)
        rc = show(&s, folder, jobs, &charts, o, err);
    chart_report_free(&charts);
    compare_draws_free(&s.draws);
    why_free(&s.why);
    side_by_side_free(&s.side);
    return rc;
}

static enum status
causes_exist(const struct job *jobs, const struct options *o, struct error *err)
{
    const struct option_values *causes = &o->of[OPTION_CAUSE];
    const struct compared base = { .trajectory = &jobs[0].trajectory };

    return why_causes_check(&base, causes->value, causes->count, err);
}

static enum status
compare(const struct options *o, bool *missed, struct error *err)
{
    struct job *jobs = memory_new(o->operands + 1, sizeof *jobs);
    struct compare_draws draws = { 0 };
    enum status rc = o->operands == 1 ? error_add(err, FAILED_INPUT, NOWHERE, WORD_compare_two)
                                      : jobs_prepare(jobs, o, "compare", err);

    if (!rc)
        rc = jobs_comparable(jobs, o, err);
    if (!rc)
        rc = causes_exist(jobs, o, err);
    if (!rc)
        rc = compare_draws_ask(&draws, o, &jobs[0], err);
    for (size_t i = 0; i < o->operands && !rc; i++)
        *missed = *missed || (options_given(o, OPTION_FAIL_ON_MISS) && job_misses(&jobs[i]));
    if (!rc)
        rc = finish(jobs, o, &draws, err);
    jobs_free(jobs, o->operands);
    free(jobs);
    return rc;
}

const struct command command_compare = {
    .name = "compare",
    .summary = WORD_command_compare,
    .operands = "SCENARIO...",
    .takes = TAKES(OPTION_OUT) | TAKES(OPTION_SET) | TAKES(OPTION_REBASE) | TAKES(OPTION_QUIET)
             | TAKES(OPTION_NO_CHARTS) | TAKES_LOOKS | TAKES(OPTION_FAIL_ON_MISS) | TAKES(OPTION_XLSX)
             | TAKES(OPTION_EMF) | TAKES(OPTION_CAUSE) | COMPARE_DRAWS_TAKES,
    .run = compare,
};
