#include "command/command.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

static const struct option_row {
    const char *name, *value; /* value NULL: takes none */
    enum word meaning;
} table[OPTIONS] = {
    [OPTION_OUT] = { "--out", "DIR", WORD_option_out },
    [OPTION_SET] = { "--set", "KEY=VALUE", WORD_option_set },
    [OPTION_REBASE] = { "--rebase", "YEAR", WORD_option_rebase },
    [OPTION_ROLLING] = { "--rolling", NULL, WORD_option_rolling },
    [OPTION_LANG] = { "--lang", "en|zh", WORD_option_lang },
    [OPTION_QUIET] = { "--quiet", NULL, WORD_option_quiet },
    [OPTION_NO_CHARTS] = { "--no-charts", NULL, WORD_option_no_charts },
    [OPTION_FAIL_ON_MISS] = { "--fail-on-miss", NULL, WORD_option_fail_on_miss },
    [OPTION_FORMAT] = { "--format", "FORMAT", WORD_option_format },
    [OPTION_TARGET] = { "--target", "ID", WORD_option_target },
    [OPTION_LEVER] = { "--lever", "KEY", WORD_option_lever },
    [OPTION_PATH] = { "--path", NULL, WORD_option_path },
    [OPTION_GROWTH] = { "--growth", "RATE", WORD_option_growth },
    [OPTION_XLSX] = { "--xlsx", NULL, WORD_option_xlsx },
    [OPTION_EMF] = { "--emf", NULL, WORD_option_emf },
    [OPTION_CAUSE] = { "--cause", "KEY", WORD_option_cause },
    [OPTION_SIZE] = { "--size", "SIZE", WORD_option_size },
    [OPTION_THEME] = { "--theme", "FILE", WORD_option_theme },
    [OPTION_N] = { "-n", "N", WORD_option_n },
    [OPTION_SEED] = { "--seed", "S", WORD_option_seed },
    [OPTION_FIRST] = { "--first", "DRAW", WORD_option_first },
    [OPTION_SAMPLING] = { "--sampling", "WAY", WORD_option_sampling },
    [OPTION_UNTIL] = { "--until", "0.5%", WORD_option_until },
    [OPTION_GIVEN] = { "--given", "TARGET=missed", WORD_option_given },
    [OPTION_THREADS] = { "--threads", "T", WORD_option_threads },
    [OPTION_MEMORY] = { "--memory", "MIB", WORD_option_memory },
    [OPTION_DRAWS] = { "--draws", "FILE|N", WORD_option_draws },
    [OPTION_WITHOUT] = { "--without", "PART", WORD_option_without },
    [OPTION_STAMP] = { "--stamp", "TEXT", WORD_option_stamp },
    [OPTION_OF] = { "--of", "WHAT", WORD_option_of },
    [OPTION_METHOD] = { "--method", "METHOD", WORD_option_method },
    [OPTION_FAILS] = { "--fails", "STEP", WORD_option_fails },
    [OPTION_HELP] = { "--help", NULL, WORD_option_help },
    [OPTION_VERSION] = { "--version", NULL, WORD_option_version },
};

static size_t
option_find(const char *name, size_t length)
{
    for (size_t i = 0; i < OPTIONS; i++)
        if (strlen(table[i].name) == length && !strncmp(table[i].name, name, length))
            return i;
    return OPTIONS;
}

static enum status
option_unknown(const char *name, struct error *err)
{
    const char *names[OPTIONS], *nearest;

    for (size_t i = 0; i < OPTIONS; i++)
        names[i] = table[i].name;
    nearest = text_nearest(name, names, OPTIONS);
    return error_add(err, FAILED_INPUT, NOWHERE, WORD_unknown_option, name, nearest ? nearest : "--help");
}

static enum status
language_set(struct options *o, const char *value, struct error *err)
{
    if (!strcmp(value, "en"))
        o->language = ENGLISH;
    else if (!strcmp(value, "zh"))
        o->language = CHINESE;
    else
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_language_unknown, value);
    return OK;
}

static enum status
size_set(struct options *o, const char *value, struct error *err)
{
    const enum theme_size size = theme_size_find(value);

    if (size == THEME_SIZES)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_size_unknown, value);
    o->size = (int) size;
    return OK;
}

static enum status
option_store(struct options *o, size_t which, const char *value, struct error *err)
{
    struct option_values *of = &o->of[which];

    if (!of->value)
        of->value = memory_new((size_t) o->argc, sizeof *of->value);
    of->value[of->count++] = value;
    if (which == OPTION_SIZE)
        return size_set(o, value, err);
    return which == OPTION_LANG ? language_set(o, value, err) : OK;
}

/* Takes argv[*i], and the one after it where the option's value stands there. */
static enum status
option_take(struct options *o, int argc, char **argv, int *i, struct error *err)
{
    const char *name = argv[*i], *equals = strchr(name, '=');
    const size_t which = option_find(name, equals ? (size_t) (equals - name) : strlen(name));
    const char *value = equals ? equals + 1 : NULL;

    if (which == OPTIONS)
        return option_unknown(name, err);
    if (!table[which].value)
        return value ? error_add(err, FAILED_INPUT, NOWHERE, WORD_option_takes_none, table[which].name)
                     : option_store(o, which, "", err);
    if (!value && *i + 1 < argc)
        value = argv[++*i];
    if (!value || !*value)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_option_needs_value, table[which].name);
    return option_store(o, which, value, err);
}

static const struct command *
command_find(const char *name)
{
    for (size_t i = 0; commands[i]; i++)
        if (!strcmp(commands[i]->name, name))
            return commands[i];
    return NULL;
}

static enum status
command_unknown(const char *name, struct error *err)
{
    const char *names[16], *nearest;
    size_t n = 0;

    for (; commands[n] && n < sizeof names / sizeof names[0]; n++)
        names[n] = commands[n]->name;
    nearest = text_nearest(name, names, n);
    return error_add(err, FAILED_INPUT, NOWHERE, WORD_unknown_command, name, nearest ? nearest : "--help");
}

static enum status
options_fit(const struct options *o, const struct command *c, struct error *err)
{
    enum status rc = OK;

    for (size_t i = 0; i < OPTIONS; i++)
        if (o->of[i].count && !((c->takes | TAKES_ANYWHERE) & TAKES(i)))
            rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_option_not_here, table[i].name, c->name);
    return rc;
}

static enum status
command_choose(struct options *o, const struct command **command, struct error *err)
{
    const bool asked = options_given(o, OPTION_HELP) || options_given(o, OPTION_VERSION);

    if (!o->operands)
        return asked ? OK : error_add(err, FAILED_INPUT, NOWHERE, WORD_no_command);
    *command = command_find(o->operand[0]);
    if (asked)
        return OK;
    if (!*command)
        return command_unknown(o->operand[0], err);
    memmove(o->operand, o->operand + 1, --o->operands * sizeof *o->operand);
    return options_fit(o, *command, err);
}

enum status
options_parse(struct options *o, const struct command **command, int argc, char **argv, struct error *err)
{
    enum status rc = OK;
    bool ended = false;

    *o = (struct options) { .language = -1, .size = -1, .theme.theme.language = -1, .argc = argc, .argv = argv };
    o->operand = memory_new((size_t) argc, sizeof *o->operand);
    for (int i = 1; i < argc; i++) {
        if (!ended && !strcmp(argv[i], "--"))
            ended = true;
        else if (!ended && argv[i][0] == '-' && argv[i][1])
            rc = option_take(o, argc, argv, &i, err) ? FAILED_INPUT : rc;
        else
            o->operand[o->operands++] = argv[i];
    }
    return rc ? rc : command_choose(o, command, err);
}

void
options_free(struct options *o)
{
    for (size_t i = 0; i < OPTIONS; i++)
        free(o->of[i].value);
    free(o->operand);
    theme_file_free(&o->theme);
}

bool
options_given(const struct options *o, enum option which)
{
    return o->of[which].count > 0;
}

const char *
options_value(const struct options *o, enum option which)
{
    return options_given(o, which) ? o->of[which].value[o->of[which].count - 1] : NULL;
}

enum status
options_number(const struct options *o, enum option which, double low, double high, double *x, struct error *err)
{
    const char *value = options_value(o, which);
    char least[TEXT_NUMBER], most[TEXT_NUMBER];
    double number;

    if (!value)
        return OK;
    if (!text_to_number(value, &number) || !(number >= low && number <= high))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_option_out_of_range, table[which].name, value,
                         text_number(least, low), text_number(most, high));
    *x = number;
    return OK;
}

enum status
options_whole(const struct options *o, enum option which, double low, double high, size_t *n, struct error *err)
{
    double x = (double) *n;
    enum status rc = options_number(o, which, low, high, &x, err);

    if (!rc && x != floor(x))
        rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_option_not_whole, table[which].name, options_value(o, which));
    if (!rc)
        *n = (size_t) x;
    return rc;
}

enum language
options_language(const struct options *o, int scenario_language)
{
    const int language = o->language >= 0               ? o->language
                         : o->theme.theme.language >= 0 ? o->theme.theme.language
                                                        : scenario_language;

    return language >= 0 ? (enum language) language : ENGLISH;
}

static void
help_commands(struct text *out, enum language language)
{
    text_print(out, "%s\n\n%s\n\n%s\n", word_in(language, WORD_help_intro), word_in(language, WORD_usage),
               word_in(language, WORD_help_commands));
    for (size_t i = 0; commands[i]; i++)
        text_print(out, "  %-11s %-16s  %s\n", commands[i]->name, commands[i]->operands,
                   word_in(language, commands[i]->summary));
}

static void
help_command(struct text *out, const struct command *c, enum language language)
{
    text_print(out, "sanbu %s: %s\n\n", c->name, word_in(language, c->summary));
    word_fill(out, language, WORD_usage_of, (const char *const[]) { c->name, c->operands, NULL });
    text_add(out, "\n");
}

void
help_print(struct text *out, const struct command *command, enum language language)
{
    const option_set shown = command ? command->takes | TAKES_ANYWHERE : ~0ULL;

    if (command)
        help_command(out, command, language);
    else
        help_commands(out, language);
    text_print(out, "\n%s\n", word_in(language, WORD_help_options));
    for (size_t i = 0; i < OPTIONS; i++) {
        struct text name = { 0 };

        text_print(&name, "%s%s%s", table[i].name, table[i].value ? " " : "", table[i].value ? table[i].value : "");
        if (shown & TAKES(i))
            text_print(out, "  %-22s  %s\n", text_of(&name), word_in(language, table[i].meaning));
        text_free(&name);
    }
    if (command)
        examples_print(out, command, language);
    text_print(out, "\n%s\n%s\n", word_in(language, WORD_help_status), word_in(language, WORD_help_more));
}
