#include "command/compare_draws.h"
#include <stdlib.h>
#include "base/memory.h"
#include "base/output.h"
#include "command/interrupt.h"
#include "command/screen.h"

/* Options of draws without draws */
static enum status
no_draws(const struct options *o, struct error *err)
{
    static const struct {
        enum option option;
        const char *name;
    } of_draws[] = { { OPTION_SEED, "--seed" },
                     { OPTION_FIRST, "--first" },
                     { OPTION_SAMPLING, "--sampling" },
                     { OPTION_THREADS, "--threads" },
                     { OPTION_MEMORY, "--memory" } };
    enum status rc = OK;

    for (size_t i = 0; i < sizeof of_draws / sizeof of_draws[0]; i++)
        if (options_given(o, of_draws[i].option))
            rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_paired_needs_n, of_draws[i].name);
    return rc;
}

enum status
compare_draws_ask(struct compare_draws *d, const struct options *o, const struct job *base, struct error *err)
{
    d->wanted = options_given(o, OPTION_N);
    return d->wanted ? ensemble_ask(&d->ask, o, &base->scenario, err) : no_draws(o, err);
}

static bool
say_progress(void *arg, uint64_t done)
{
    struct compare_draws *d = arg;

    progress_say(&d->progress, (double) done);
    return !interrupted;
}

static void
describe(struct compare_draws *d)
{
    const struct ensemble_options *o = &d->ask.options;

    d->together = together_of(&d->paired, o->seed);
    d->together.even = o->sampling == SAMPLING_RANDOM ? NULL : d->ask.sampling;
    d->manifest = (struct manifest_draws) {
        .seed = o->seed,
        .first = o->first,
        .draws = d->paired.draws,
        .accepted = d->paired.draws,
        .sampling = d->ask.sampling,
        .threads = o->threads,
        .memory = o->memory,
    };
}

enum status
compare_draws_run(struct compare_draws *d, const struct job *jobs, const size_t *order, size_t count,
                  const struct options *o, struct error *err)
{
    const struct plan **plan;
    const double begun = screen_seconds();
    enum status rc;

    if (!d->wanted)
        return OK;
    plan = memory_new(count, sizeof *plan);
    for (size_t i = 0; i < count; i++)
        plan[i] = &jobs[order[i]].scenario.plan;
    d->progress = progress_start((double) d->ask.options.draws, options_given(o, OPTION_QUIET),
                                 job_language(&jobs[0], o));
    d->ask.options.progress = say_progress;
    d->ask.options.progress_arg = d;
    rc = paired_run(&d->paired, plan, count, &d->ask.options, err);
    progress_end(&d->progress);
    if (!rc)
        describe(d);
    d->seconds = screen_seconds() - begun;
    free(plan);
    return rc;
}

void
compare_draws_free(struct compare_draws *d)
{
    together_free(&d->together);
    paired_free(&d->paired);
    d->wanted = false;
}

enum status
compare_draws_write(const struct compare_draws *d, struct output *out, struct error *err)
{
    struct text text = { 0 };
    enum status rc;

    if (!d->wanted)
        return OK;
    results_probabilities_of(&text, &d->paired);
    rc = output_write_text(out, "probabilities.csv", &text, err);
    results_difference_quantiles(&text, &d->paired);
    rc = rc ? rc : output_write_text(out, "difference_quantiles.csv", &text, err);
    text_free(&text);
    return rc;
}
