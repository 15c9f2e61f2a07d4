/* sanbu solve: what it would take. files -> plan -> trajectory -> the change that meets a target -> a scenario that does. */
#include <math.h>
#include "base/memory.h"
#include "base/output.h"
#include "command/interrupt.h"
#include "command/screen.h"
#include "command/solve_ask.h"
#include "models/production.h"
#include "report/solve_report.h"
#include "scenario/solved.h"

#define MANIFEST "solve.manifest.json"
#define SOLVED "solved.cfg"
#define EFFECTIVE "effective.cfg"
#define PATH_OFF 1e-6 /* points by which growth may miss what is asked when solved.cfg is read back */

struct solving {
    const struct options *options;
    struct job job;
    struct solve_ask ask;
    struct solve solve;
    struct solve_path path;
    struct solve_report report;
    struct text folder;
};

static enum status
work_out(struct solving *s, struct error *err)
{
    const struct plan *p = &s->job.scenario.plan;
    const double begun = screen_seconds();
    enum status rc;

    if (s->ask.path)
        rc = solve_path(&s->path, p, s->ask.growth, err);
    else
        rc = solve(&s->solve, &s->job.trajectory, s->ask.target, s->ask.targets, s->ask.lever, s->ask.levers, err);
    s->report.seconds = screen_seconds() - begun;
    return rc;
}

static size_t
solved_levers(const struct solving *s, struct solved_setting setting[SOLVE_LEVERS])
{
    const struct plan *p = &s->job.scenario.plan;
    const struct solution *best = solve_best(&s->solve);

    for (size_t k = 0; k < s->solve.levers; k++) {
        const struct plan_entry *e = &p->entry[s->solve.lever[k].entry];

        setting[k] = (struct solved_setting) { e->key, best->change[k] / unit_scale(e->setting->unit), NULL };
    }
    return s->solve.levers;
}

/* The settings that solved.cfg changes; none where nothing was solved */
static size_t
solved_settings(const struct solving *s, struct solved_setting setting[SOLVE_LEVERS])
{
    const struct plan *p = &s->job.scenario.plan;

    if (s->ask.path && !s->path.year) {
        const size_t entry = p->region[p->home].group[GROUP_PRODUCTION].entry[PRODUCTION_INVESTMENT_RATE];

        setting[0] = (struct solved_setting) { p->entry[entry].key, 0, s->path.rate };
        return 1;
    }
    return !s->ask.path && solve_best(&s->solve) ? solved_levers(s, setting) : 0;
}

static bool
grows_as_asked(const struct solving *s, const struct trajectory *t)
{
    const size_t growth = trajectory_find(t, t->plan->home, "gdp_growth");

    for (size_t y = 1; y < t->years; y++)
        if (!(fabs(trajectory_at(t, growth, t->plan->start + (int) y) - s->ask.growth[y]) < PATH_OFF))
            return false;
    return true;
}

/* solved.cfg as any reader would run it: it must meet what was asked. */
static enum status
confirm(const struct solving *s, const struct output *out, struct error *err)
{
    struct scenario sc = { 0 };
    struct trajectory t = { 0 };
    struct error ignored = { 0 };
    struct text path = { 0 };
    bool right = false;

    text_print(&path, "%s/" SOLVED, output_staging(out));
    if (!scenario_read(&sc, text_of(&path), NULL, 0, &ignored) && !run_plan(&t, &sc.plan, &ignored))
        right = s->ask.path ? grows_as_asked(s, &t) : goal_met(&s->solve.goal, &t);
    trajectory_free(&t);
    scenario_free(&sc);
    error_free(&ignored);
    text_free(&path);
    return right ? OK : error_add(err, FAILED_WORK, NOWHERE, WORD_solve_file_not_confirmed);
}

/* Inherits from the scenario; from effective.cfg, written beside it, where --set changed that. */
static enum status
write_solved(struct solving *s, struct output *out, struct error *err)
{
    struct solved_setting setting[SOLVE_LEVERS];
    const size_t settings = solved_settings(s, setting);
    struct text text = { 0 }, base = { 0 };
    enum status rc = OK;

    if (!settings)
        return OK;
    text_add(&base, s->options->operand[0]);
    if (options_given(s->options, OPTION_SET)) {
        text_free(&base);
        text_print(&base, "%s/" EFFECTIVE, output_target(out));
        scenario_effective(&text, &s->job.scenario, output_target(out));
        rc = output_write_text(out, EFFECTIVE, &text, err);
    }
    if (!rc) {
        scenario_solved(&text, &s->job.scenario, text_of(&base), output_target(out), setting, settings);
        rc = output_write_text(out, SOLVED, &text, err);
    }
    text_free(&base);
    s->report.written = true;
    return rc ? rc : confirm(s, out, err);
}

static enum status
write_all(struct solving *s, struct error *err)
{
    struct output *out = NULL;
    struct text csv = { 0 };
    enum status rc = output_open(&out, text_of(&s->folder), MANIFEST, err);

    if (s->ask.path)
        solve_path_csv(&csv, &s->report);
    else
        solve_csv(&csv, &s->report);
    if (!rc)
        rc = output_write_text(out, "solve.csv", &csv, err);
    if (!rc)
        rc = write_solved(s, out, err);
    if (!rc)
        rc = jobs_write_manifest(out, MANIFEST, "solve", &s->job, 1, s->options, 0, err);
    if (!rc && interrupted)
        rc = INTERRUPTED;
    if (!rc)
        rc = output_commit(out, err);
    output_close(out);
    text_free(&csv);
    return rc;
}

static enum status
show(const struct solving *s, struct error *err)
{
    struct text text = { 0 };
    enum status rc;

    if (options_given(s->options, OPTION_QUIET))
        return OK;
    if (s->ask.path)
        solve_path_print(&text, &s->report);
    else
        solve_print(&text, &s->report);
    rc = screen_print(text_of(&text), WORD_cannot_print_summary, err);
    text_free(&text);
    return rc;
}

static void
prepare_report(struct solving *s)
{
    const char *given = options_value(s->options, OPTION_OUT);

    if (given)
        text_add(&s->folder, given);
    else
        text_print(&s->folder, "output/%s", s->job.scenario.plan.name);
    s->report = (struct solve_report) {
        .scenario = &s->job.scenario,
        .base = &s->job.trajectory,
        .judgements = &s->job.judgements,
        .asked = text_of(&s->ask.asked),
        .solve = &s->solve,
        .path = &s->path,
        .growth = s->ask.growth,
        .language = job_language(&s->job, s->options),
        .width = screen_width(),
        .ambiguous = screen_ambiguous(),
        .folder = text_of(&s->folder),
    };
}

static enum status
solve_scenario(const struct options *o, bool *missed, struct error *err)
{
    struct solving s = { .options = o };
    enum status rc;

    (void) missed;
    if (o->operands > 1)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_one_scenario, o->operand[1]);
    rc = jobs_prepare(&s.job, o, "solve", err);
    if (!rc)
        rc = solve_ask(&s.ask, o, &s.job, err);
    if (!rc) {
        prepare_report(&s);
        rc = work_out(&s, err);
    }
    if (!rc)
        rc = write_all(&s, err);
    if (!rc)
        rc = show(&s, err);
    solve_free(&s.solve);
    solve_path_free(&s.path);
    solve_ask_free(&s.ask);
    text_free(&s.folder);
    jobs_free(&s.job, 1);
    return rc;
}

const struct command command_solve = {
    .name = "solve",
    .summary = WORD_command_solve,
    .operands = "SCENARIO",
    .takes = TAKES(OPTION_OUT) | TAKES(OPTION_SET) | TAKES(OPTION_QUIET) | TAKES(OPTION_TARGET) | TAKES(OPTION_LEVER)
             | TAKES(OPTION_PATH) | TAKES(OPTION_GROWTH),
    .run = solve_scenario,
};
