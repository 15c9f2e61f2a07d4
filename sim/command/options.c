#include "command/command.h"
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

static const struct {
    const char *name, *value; /* value NULL: takes none */
    enum option bit;
    enum word meaning;
} table[] = {
    { "--out", "DIR", OPTION_OUT, WORD_option_out },
    { "--set", "KEY=VALUE", OPTION_SET, WORD_option_set },
    { "--lang", "en|zh", OPTION_LANG, WORD_option_lang },
    { "--quiet", NULL, OPTION_QUIET, WORD_option_quiet },
    { "--no-charts", NULL, OPTION_NO_CHARTS, WORD_option_no_charts },
    { "--fail-on-miss", NULL, OPTION_FAIL_ON_MISS, WORD_option_fail_on_miss },
    { "--help", NULL, OPTION_HELP, WORD_option_help },
    { "--version", NULL, OPTION_VERSION, WORD_option_version },
};
#define OPTIONS (sizeof table / sizeof table[0])

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
option_store(struct options *o, size_t which, const char *value, struct error *err)
{
    o->given |= (int) table[which].bit;
    switch (table[which].bit) {
    case OPTION_OUT: o->out = value; return OK;
    case OPTION_SET: o->set[o->sets++] = value; return OK;
    case OPTION_LANG: return language_set(o, value, err);
    default: return OK;
    }
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

    for (; commands[n]; n++)
        names[n] = commands[n]->name;
    nearest = text_nearest(name, names, n);
    return error_add(err, FAILED_INPUT, NOWHERE, WORD_unknown_command, name, nearest ? nearest : "--help");
}

static enum status
options_fit(const struct options *o, const struct command *c, struct error *err)
{
    enum status rc = OK;

    for (size_t i = 0; i < OPTIONS; i++)
        if ((o->given & (int) table[i].bit) && !((c->takes | OPTIONS_ANYWHERE) & (int) table[i].bit))
            rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_option_not_here, table[i].name, c->name);
    return rc;
}

static enum status
command_choose(struct options *o, const struct command **command, struct error *err)
{
    if (o->given & (OPTION_HELP | OPTION_VERSION))
        return OK;
    if (!o->operands)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_no_command);
    *command = command_find(o->operand[0]);
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

    *o = (struct options) { .language = -1, .argc = argc, .argv = argv };
    o->set = memory_new((size_t) argc, sizeof *o->set);
    o->operand = memory_new((size_t) argc, sizeof *o->operand);
    for (int i = 1; i < argc; i++) {
        if (!ended && !strcmp(argv[i], "--"))
            ended = true;
        else if (!ended && !strncmp(argv[i], "--", 2))
            rc = option_take(o, argc, argv, &i, err) ? FAILED_INPUT : rc;
        else if (!ended && argv[i][0] == '-' && argv[i][1])
            rc = option_unknown(argv[i], err);
        else
            o->operand[o->operands++] = argv[i];
    }
    return rc ? rc : command_choose(o, command, err);
}

void
options_free(struct options *o)
{
    free(o->set);
    free(o->operand);
}

enum language
options_language(const struct options *o, int scenario_language)
{
    const int language = o->language >= 0 ? o->language : scenario_language >= 0 ? scenario_language : ENGLISH;

    return (enum language) language;
}

void
help_print(struct text *out, enum language language)
{
    text_print(out, "%s\n\n%s\n\n%s\n", word_in(language, WORD_help_intro), word_in(language, WORD_usage),
               word_in(language, WORD_help_commands));
    for (size_t i = 0; commands[i]; i++)
        text_print(out, "  %-9s %-12s  %s\n", commands[i]->name, commands[i]->operands,
                   word_in(language, commands[i]->summary));
    text_print(out, "\n%s\n", word_in(language, WORD_help_options));
    for (size_t i = 0; i < OPTIONS; i++) {
        struct text name = { 0 };

        text_print(&name, "%s%s%s", table[i].name, table[i].value ? " " : "", table[i].value ? table[i].value : "");
        text_print(out, "  %-22s  %s\n", text_of(&name), word_in(language, table[i].meaning));
        text_free(&name);
    }
    text_print(out, "\n%s\n%s\n", word_in(language, WORD_help_status), word_in(language, WORD_help_more));
}
