/* Commands: a name, the options that it takes, and what it does. One file a command. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "base/error.h"

enum option {
    OPTION_OUT = 1 << 0,
    OPTION_SET = 1 << 1,
    OPTION_LANG = 1 << 2,
    OPTION_QUIET = 1 << 3,
    OPTION_NO_CHARTS = 1 << 4,
    OPTION_FAIL_ON_MISS = 1 << 5,
    OPTION_HELP = 1 << 6,
    OPTION_VERSION = 1 << 7,
};
#define OPTIONS_ANYWHERE (OPTION_HELP | OPTION_VERSION | OPTION_LANG)

struct options {
    int given;       /* enum option bits */
    const char *out; /* NULL: the default */
    const char **set;
    size_t sets;
    int language; /* enum language; -1: not given */
    const char **operand;
    size_t operands;
    int argc; /* the whole command line, for the manifest */
    char *const *argv;
};

struct command {
    const char *name;
    enum word summary;
    const char *operands; /* as usage shows them */
    int takes;            /* enum option bits, beside OPTIONS_ANYWHERE */
    /* returns OK or the worst failure; `missed` is set where a target that counts is missed */
    enum status (*run)(const struct options *o, bool *missed, struct error *err);
};

extern const struct command command_run, command_check, command_settings;
extern const struct command *const commands[]; /* ends with NULL */

/* Options may stand before or after operands; "--" ends them. The command is the first operand. */
enum status options_parse(struct options *o, const struct command **command, int argc, char **argv, struct error *err);
void options_free(struct options *o);

enum language options_language(const struct options *o, int scenario_language);

void help_print(struct text *out, enum language language);

#endif
