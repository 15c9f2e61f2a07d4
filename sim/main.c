/* sanbu: a table of commands; parse, dispatch, report the errors; nothing else. */
#include <gsl/gsl_errno.h>
#include <stdio.h>
#include "base/version.h"
#include "command/command.h"
#include "command/interrupt.h"
#include "command/screen.h"

const struct command *const commands[] = { &command_run,   &command_compare,   &command_ensemble, &command_sensitivity,
                                           &command_solve, &command_calibrate, &command_hindcast, &command_report,
                                           &command_check, &command_settings,  &command_explain,  NULL };

#define EXIT_MISSED 3

static int
exit_status(enum status rc, bool missed)
{
    switch (rc) {
    case INTERRUPTED: return 130;
    case FAILED_INPUT: return 2;
    case FAILED_WORK: return 1;
    case OK: break;
    }
    return missed ? EXIT_MISSED : 0;
}

/* "2 errors, nothing was run": after the mistakes of scenarios */
static void
print_count(const struct error *err, enum language language)
{
    const size_t count = error_count(err);
    char number[TEXT_NUMBER];
    struct text line = { 0 };

    text_number(number, (double) count);
    word_fill(&line, language, count == 1 ? WORD_error_one_none_run : WORD_errors_none_run,
              (const char *const[]) { number, NULL });
    fprintf(stderr, "%s\n", text_of(&line));
    text_free(&line);
}

static void
print_errors(const struct error *err, enum status rc, enum language language)
{
    bool in_files = false;

    for (size_t i = 0; i < err->lines; i++) {
        struct text line = { 0 };

        error_print(&line, &err->line[i], language);
        fprintf(stderr, "%s\n", text_of(&line));
        text_free(&line);
        in_files = in_files || (err->line[i].status && err->line[i].file);
    }
    if (rc == FAILED_INPUT && in_files)
        print_count(err, language);
}

static enum status
print_help(const struct options *o, const struct command *command, struct error *err)
{
    struct text help = { 0 };
    enum status rc;

    if (options_given(o, OPTION_VERSION))
        text_print(&help, "sanbu %s\n", sanbu_version);
    else
        help_print(&help, command, options_language(o, -1));
    rc = screen_print(text_of(&help), WORD_cannot_print, err);
    text_free(&help);
    return rc;
}

static enum status
run(const struct command *command, struct options *o, bool *missed, struct error *err)
{
    const enum status rc = options_theme(o, err);

    return rc ? rc : command->run(o, missed, err);
}

int
main(int argc, char **argv)
{
    struct error err = { 0 };
    struct options o = { 0 };
    const struct command *command = NULL;
    bool missed = false;
    enum status rc;

    gsl_set_error_handler_off(); /* GSL then returns codes instead of aborting */
    interrupt_listen();
    rc = options_parse(&o, &command, argc, argv, &err);
    if (!rc && (options_given(&o, OPTION_HELP) || options_given(&o, OPTION_VERSION)))
        rc = print_help(&o, command, &err);
    else if (!rc)
        rc = run(command, &o, &missed, &err);
    print_errors(&err, rc, options_language(&o, -1));
    options_free(&o);
    error_free(&err);
    return exit_status(rc, missed);
}
