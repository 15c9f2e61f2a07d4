/* sanbu check: reads, checks and projects each scenario, and writes nothing. */
#include "command/command.h"
#include "command/screen.h"
#include "analysis/target.h"
#include "scenario/scenario.h"

static enum status
check_one(const char *path, const struct options *o, struct error *err)
{
    struct scenario sc = { 0 };
    struct trajectory t = { 0 };
    struct judgements j = { 0 };
    struct text line = { 0 };
    enum status rc = scenario_read(&sc, path, o->of[OPTION_SET].value, o->of[OPTION_SET].count, err);

    if (!rc)
        rc = run_plan(&t, &sc.plan, err);
    if (!rc)
        rc = targets_judge(&j, &t, err);
    if (!rc && !options_given(o, OPTION_QUIET)) {
        word_fill(&line, options_language(o, sc.language), WORD_check_sound, (const char *const[]) { path, NULL });
        text_add(&line, "\n");
        rc = screen_print(text_of(&line), WORD_cannot_print, err);
    }
    text_free(&line);
    judgements_free(&j);
    trajectory_free(&t);
    scenario_free(&sc);
    return rc;
}

static enum status
check(const struct options *o, bool *missed, struct error *err)
{
    enum status worst = OK;

    (void) missed;
    if (!o->operands)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_no_operand, "check");
    for (size_t i = 0; i < o->operands; i++) {
        const enum status rc = check_one(o->operand[i], o, err);

        worst = rc < worst ? rc : worst;
    }
    return worst;
}

const struct command command_check = {
    .name = "check",
    .summary = WORD_command_check,
    .operands = "FILE...",
    .takes = TAKES(OPTION_SET) | TAKES(OPTION_QUIET),
    .run = check,
};
