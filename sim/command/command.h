/* Commands: a name, the options that it takes, and what it does. One file a command. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "base/error.h"
#include "scenario/theme.h"

/* A row each in options.c */
enum option {
    OPTION_OUT,
    OPTION_SET,
    OPTION_REBASE,
    OPTION_ROLLING,
    OPTION_LANG,
    OPTION_QUIET,
    OPTION_NO_CHARTS,
    OPTION_FAIL_ON_MISS,
    OPTION_FORMAT,
    OPTION_TARGET,
    OPTION_LEVER,
    OPTION_PATH,
    OPTION_GROWTH,
    OPTION_XLSX,
    OPTION_EMF,
    OPTION_CAUSE,
    OPTION_SIZE,
    OPTION_THEME,
    OPTION_N, /* of draws: so are all down to the file that keeps them */
    OPTION_SEED,
    OPTION_FIRST,
    OPTION_SAMPLING,
    OPTION_UNTIL,
    OPTION_GIVEN,
    OPTION_THREADS,
    OPTION_MEMORY,
    OPTION_DRAWS,
    OPTION_WITHOUT,
    OPTION_STAMP,
    OPTION_OF,
    OPTION_METHOD,
    OPTION_FAILS,
    OPTION_HELP,
    OPTION_VERSION,
    OPTIONS
};

typedef unsigned long long option_set; /* one bit an option */
#define TAKES(option) (1ULL << (option))
#define TAKES_LOOKS (TAKES(OPTION_SIZE) | TAKES(OPTION_THEME)) /* of charts */
#define TAKES_ANYWHERE (TAKES(OPTION_HELP) | TAKES(OPTION_VERSION) | TAKES(OPTION_LANG))

struct options {
    struct option_values { /* in the order given; "" where the option takes no value */
        const char **value;
        size_t count;
    } of[OPTIONS];
    int language; /* enum language; -1: not given */
    const char **operand;
    size_t operands;
    int size;                /* enum theme_size; -1: not given */
    struct theme_file theme; /* of the charts, by options_theme */
    int argc;                /* the whole command line, for the manifest */
    char *const *argv;
};

struct command {
    const char *name;
    enum word summary;
    const char *operands; /* as usage shows them */
    option_set takes;     /* beside TAKES_ANYWHERE */
    /* returns OK or the worst failure; `missed` is set where a target that counts is missed */
    enum status (*run)(const struct options *o, bool *missed, struct error *err);
};

extern const struct command command_run, command_compare, command_check, command_settings, command_solve,
    command_sensitivity, command_calibrate, command_hindcast, command_ensemble, command_report, command_explain;
extern const struct command *const commands[]; /* ends with NULL */

/* Options may stand before or after operands; "--" ends them. The command is the first operand; NULL where help
 * or version is asked for without one. */
enum status options_parse(struct options *o, const struct command **command, int argc, char **argv, struct error *err);
void options_free(struct options *o);

/* Reads the theme that the options name, and looks its fonts up; the program's own where they name none. */
enum status options_theme(struct options *o, struct error *err);

bool options_given(const struct options *o, enum option which);
const char *options_value(const struct options *o, enum option which); /* the last one given; NULL: none */
/* The value as a number from low to high; *x is left as it is where the option is not given. */
enum status options_number(const struct options *o, enum option which, double low, double high, double *x,
                           struct error *err);
enum status options_whole(const struct options *o, enum option which, double low, double high, size_t *n,
                          struct error *err);
enum language options_language(const struct options *o, int scenario_language);

/* The whole manual, or that of one command. */
void help_print(struct text *out, const struct command *command, enum language language);
void examples_print(struct text *out, const struct command *command, enum language language); /* ends its help */

#endif
