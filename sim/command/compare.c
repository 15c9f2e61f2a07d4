/* sanbu compare: scenarios side by side, the first as the base of the differences. */
#include <stdlib.h>
#include "base/memory.h"
#include "base/output.h"
#include "command/compare_draws.h"
#include "command/interrupt.h"
#include "command/job.h"
#include "command/screen.h"
#include "report/chart_compare.h"
#include "report/chart_drawing.h"
#include "report/comparison.h"
#include "report/results.h"
#include "report/why.h"
#include "report/workbook.h"

#define MANIFEST "compare.manifest.json"

/* The jobs as reports see them, the base first, the others in the order of reading */
struct side_by_side {
    size_t count;
    struct compared *scenario;
    const char **title;
    struct chart_input *input;
    struct workbook_scenario *sheet;
    struct chart_scenario *chart;
    struct why why;
    size_t *order; /* numbers of the jobs */
    struct compare_draws draws;
    struct arena arena;
};

static void
arrange(struct side_by_side *s, const struct job *jobs, const struct options *o)
{
    const size_t n = o->operands;
    const enum language language = job_language(&jobs[0], o);
    struct compared *given = arena_new(&s->arena, n, sizeof *given);
    size_t *order = s->order = arena_new(&s->arena, n, sizeof *order);

    s->count = n;
    s->scenario = arena_new(&s->arena, n, sizeof *s->scenario);
    s->input = arena_new(&s->arena, n, sizeof *s->input);
    s->chart = arena_new(&s->arena, n, sizeof *s->chart);
    s->sheet = arena_new(&s->arena, n, sizeof *s->sheet);
    for (size_t i = 0; i < n; i++)
        given[i] = (struct compared) { &jobs[i].trajectory, &jobs[i].judgements, &jobs[i].feasibles };
    comparison_order(order, given, n);
    for (size_t i = 0; i < n; i++)
        s->scenario[i] = given[order[i]];
    s->title = comparison_titles(&s->arena, s->scenario, n, language);
    for (size_t i = 0; i < n; i++) {
        s->input[i] = job_chart_input(&jobs[order[i]], o);
        s->input[i].language = language;
        s->chart[i] = (struct chart_scenario) { s->title[i], &s->input[i] };
        s->sheet[i] = (struct workbook_scenario) { &jobs[order[i]].scenario, s->scenario[i].trajectory,
                                                   s->scenario[i].judgements, s->title[i] };
    }
    if (!options_given(o, OPTION_QUIET) || !options_given(o, OPTION_NO_CHARTS))
        why_furthest(&s->why, s->scenario, n, o->of[OPTION_CAUSE].value, o->of[OPTION_CAUSE].count);
}

static enum status
write_tables(struct output *out, const struct side_by_side *s, struct error *err)
{
    struct text text = { 0 };
    enum status rc;

    results_differences(&text, s->scenario, s->count);
    rc = output_write_text(out, "differences.csv", &text, err);
    results_targets_of(&text, s->scenario, s->count);
    rc = rc ? rc : output_write_text(out, "targets.csv", &text, err);
    results_steps_of(&text, s->scenario, s->count);
    rc = rc ? rc : output_write_text(out, "steps.csv", &text, err);
    text_free(&text);
    return rc ? rc : compare_draws_write(&s->draws, out, err);
}

static enum status
write_book(struct output *out, const struct side_by_side *s, const struct options *o, struct error *err)
{
    const struct workbook w = { s->input[0].language, s->count, s->sheet, s->draws.wanted ? &s->draws.together : NULL };

    return options_given(o, OPTION_XLSX) ? report_workbook(out, "compare.xlsx", &w, err) : OK;
}

static enum status
write_charts(struct output *out, const struct side_by_side *s, struct chart_report *charts, const struct options *o,
             struct error *err)
{
    const struct chart_scenarios all = { s->count, s->chart, &s->why, s->draws.wanted ? &s->draws.together : NULL };
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
write_results(const struct side_by_side *s, const char *folder, const struct job *jobs, struct chart_report *charts,
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
        rc = jobs_write_manifest(out, MANIFEST, "compare", jobs, s->count, o, charts->seconds, err);
    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(out, err);
    output_close(out);
    return rc;
}

static enum status
show(const struct side_by_side *s, const char *folder, const struct job *jobs, const struct chart_report *charts,
     const struct options *o, struct error *err)
{
    struct comparison c = {
        .base = { .trajectory = s->scenario[0].trajectory,
                  .judgements = s->scenario[0].judgements,
                  .language = job_language(&jobs[0], o),
                  .width = screen_width(),
                  .ambiguous = screen_ambiguous(),
                  .folder = folder,
                  .charts = charts->drawn,
                  .chart_seconds = charts->seconds },
        .count = s->count,
        .scenario = s->scenario,
        .title = s->title,
        .why = &s->why,
        .together = s->draws.wanted ? &s->draws.together : NULL,
    };
    struct text text = { 0 };
    enum status rc;

    if (options_given(o, OPTION_QUIET))
        return OK;
    for (size_t i = 0; i < s->count; i++)
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
    struct side_by_side s = { .draws = *asked };
    struct chart_report charts = { 0 };
    enum status rc;

    arrange(&s, jobs, o);
    rc = compare_draws_run(&s.draws, jobs, s.order, s.count, o, err);
    jobs[0].draws = s.draws.wanted ? &s.draws.manifest : NULL;
    jobs[0].model_seconds += s.draws.seconds;
    if (!rc)
        rc = write_results(&s, folder, jobs, &charts, o, err);
    if (!rc)
        rc = show(&s, folder, jobs, &charts, o, err);
    chart_report_free(&charts);
    compare_draws_free(&s.draws);
    why_free(&s.why);
    arena_free(&s.arena);
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
