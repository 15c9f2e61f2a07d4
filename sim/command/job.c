#include "command/job.h"
#include <stdlib.h>
#include <string.h>
#include "analysis/compare.h"
#include "base/memory.h"
#include "command/interrupt.h"
#include "command/screen.h"

static enum status
job_project(struct job *j, struct error *err)
{
    const double begun = screen_seconds();
    enum status rc = run_plan(&j->trajectory, &j->scenario.plan, err);

    if (!rc)
        rc = targets_judge(&j->judgements, &j->trajectory, err);
    if (!rc) {
        feasibles_assess(&j->feasibles, &j->judgements, &j->trajectory);
        consistency_find(&j->implied, &j->judgements, &j->trajectory);
        outturns_compare(&j->outturns, &j->trajectory, j->scenario.outturn, j->scenario.outturns);
    }
    j->model_seconds = screen_seconds() - begun;
    return rc;
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

/* Re-based on a year as text; NULL: as the scenario says */
static enum status
read_scenario(struct scenario *sc, const char *path, const struct options *o, const char *year, struct error *err)
{
    const struct option_values *given = &o->of[OPTION_SET];
    const char **set = memory_new(given->count + 1, sizeof *set);
    struct text rebase = { 0 };
    size_t sets = 0;
    enum status rc;

    for (; sets < given->count; sets++)
        set[sets] = given->value[sets];
    if (year) {
        text_print(&rebase, "rebase=%s", year);
        set[sets++] = text_of(&rebase);
    }
    rc = scenario_read(sc, path, set, sets, err);
    text_free(&rebase);
    free(set);
    return rc;
}

enum status
job_read(struct scenario *sc, const char *path, const struct options *o, struct error *err)
{
    return read_scenario(sc, path, o, options_value(o, OPTION_REBASE), err);
}

enum status
job_read_from(struct scenario *sc, const char *path, const struct options *o, int rebase, struct error *err)
{
    char year[TEXT_NUMBER];

    return read_scenario(sc, path, o, text_number(year, rebase), err);
}

enum status
jobs_prepare(struct job *jobs, const struct options *o, const char *command, struct error *err)
{
    enum status worst = OK;

    if (!o->operands)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_no_operand, command);
    for (size_t i = 0; i < o->operands; i++) {
        enum status rc = job_read(&jobs[i].scenario, o->operand[i], o, err);

        jobs[i].file = o->operand[i];
        if (!rc)
            rc = job_project(&jobs[i], err);
        if (rc && rc < worst)
            worst = rc;
    }
    return worst ? worst : names_differ(jobs, o->operands, err);
}

void
jobs_free(struct job *jobs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        trajectory_free(&jobs[i].trajectory);
        implieds_free(&jobs[i].implied);
        outturns_free(&jobs[i].outturns);
        feasibles_free(&jobs[i].feasibles);
        judgements_free(&jobs[i].judgements);
        scenario_free(&jobs[i].scenario);
    }
}

enum language
job_language(const struct job *j, const struct options *o)
{
    return options_language(o, j->scenario.language);
}

struct chart_input
job_chart_input(const struct job *j, const struct options *o)
{
    const struct scenario *sc = &j->scenario;
    const enum language language = job_language(j, o);

    return (struct chart_input) {
        .plan = &sc->plan,
        .trajectory = &j->trajectory,
        .judgements = &j->judgements,
        .observed = sc->observed,
        .observations = sc->observations,
        .outturn = sc->outturn,
        .outturns = sc->outturns,
        .theme = &o->theme.theme,
        .language = language,
        .emf = options_given(o, OPTION_EMF),
        .source = language == CHINESE && sc->source_zh ? sc->source_zh : sc->source,
        .interrupted = &interrupted,
    };
}

enum status
jobs_write_manifest(struct output *out, const char *name, const char *command, const struct job *jobs, size_t count,
                    const struct options *o, double chart_seconds, struct error *err)
{
    const struct scenario **scenario = memory_new(count, sizeof *scenario);
    struct manifest m = { command, o->argc,       o->argv,       scenario,       count,
                          0,       chart_seconds, jobs[0].draws, o->theme.input, o->theme.inputs };
    struct text json = { 0 };

    for (size_t i = 0; i < count; i++) {
        scenario[i] = &jobs[i].scenario;
        m.model_seconds += jobs[i].model_seconds;
    }
    manifest_print(&json, &m, out);
    free(scenario);
    return output_write_text(out, name, &json, err);
}

bool
job_misses(const struct job *job)
{
    const struct judgements *j = &job->judgements;

    for (size_t i = 0; i < j->targets; i++)
        if (j->target[i].target->counts && j->target[i].verdict == MISSED)
            return true;
    return false;
}

enum status
jobs_comparable(const struct job *jobs, const struct options *o, struct error *err)
{
    struct compared *scenario = memory_new(o->operands, sizeof *scenario);
    enum status rc;

    for (size_t i = 0; i < o->operands; i++)
        scenario[i] = (struct compared) { &jobs[i].trajectory, &jobs[i].judgements, &jobs[i].feasibles };
    rc = compare_check(scenario, o->operand, o->operands, err);
    free(scenario);
    return rc;
}
