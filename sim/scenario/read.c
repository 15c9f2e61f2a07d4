#include "scenario/read.h"
#include <libconfig.h>
#include <string.h>
#include <strings.h>
#include "base/input.h"
#include "scenario/scan.h"

void
read_remember(struct check *c, const char *path, const char *sha256)
{
    struct scenario *sc = c->sc;
    struct scenario_input *input;

    for (size_t i = 0; i < sc->inputs; i++)
        if (strcmp(sc->input[i].path, path) == 0)
            return;
    sc->input = memory_room(sc->input, sc->inputs, &sc->inputs_room, sizeof *sc->input);
    input = &sc->input[sc->inputs++];
    *input = (struct scenario_input) { .path = arena_text(&sc->arena, path) };
    memcpy(input->sha256, sha256, sizeof input->sha256);
}

static enum node_kind
kind_of(const config_setting_t *s)
{
    switch (config_setting_type(s)) {
    case CONFIG_TYPE_GROUP: return NODE_GROUP;
    case CONFIG_TYPE_INT:
    case CONFIG_TYPE_INT64: return NODE_INT;
    case CONFIG_TYPE_FLOAT: return NODE_FLOAT;
    case CONFIG_TYPE_BOOL: return NODE_BOOL;
    case CONFIG_TYPE_STRING: return NODE_STRING;
    default: return NODE_LIST; /* arrays are lists whose elements are alike */
    }
}

static void
take_value(struct node *n, const config_setting_t *s, struct arena *arena)
{
    switch (n->kind) {
    case NODE_INT:
        n->whole = config_setting_get_int64(s);
        n->number = (double) n->whole;
        break;
    case NODE_FLOAT: n->number = config_setting_get_float(s); break;
    case NODE_BOOL: n->flag = config_setting_get_bool(s); break;
    case NODE_STRING:
        n->text = arena_text(arena, config_setting_get_string(s));
        if (strcmp(n->text, SCAN_WRONG) == 0)
            n->kind = NODE_WRONG;
        break;
    default: break;
    }
}

/* An escape such as "\xff" can make what is no text: it would break every file that shows it. */
static void
check_text(struct check *c, const struct node *n)
{
    const char *at = n->text;

    while (*at && ((unsigned char) *at >= ' ' || *at == '\n' || *at == '\t') && *at != '\x7f')
        at++;
    if (*at || !text_is_utf8(n->text, strlen(n->text)))
        complain(c, n->place, WORD_text_unprintable);
}

/* `from` gives arena, file and folder; the line is libconfig's, 0 stays 0 */
static struct node *
node_of(struct check *c, const config_setting_t *s, struct node_origin from)
{
    struct node *n;

    if (from.place.line)
        from.place.line = config_setting_source_line(s) ? (int) config_setting_source_line(s) : 1;
    n = node_new(&from, kind_of(s), config_setting_name(s));
    c->nodes++;
    take_value(n, s, c->arena);
    if (n->kind == NODE_STRING)
        check_text(c, n);
    if (config_setting_is_aggregate(s))
        for (int i = 0; i < config_setting_length(s); i++)
            node_append(n, node_of(c, config_setting_get_elem(s, (unsigned) i), from));
    return n;
}

/* Complains of what libconfig says; duplicates are the scan's to name. */
static void
complain_of_text(struct check *c, const config_t *config, const char *path)
{
    const struct place place = { path, config_error_line(config) };
    const char *text = config_error_text(config);

    if (text && strstr(text, "mismatched"))
        complain(c, place, WORD_mixed_array);
    else
        complain(c, place, WORD_syntax);
}

static struct node *
parse(struct check *c, char *text, const struct node_origin *from)
{
    struct node *tree = NULL;
    config_t config;

    if (scan_text(text, from->place, c->err))
        return NULL;
    config_init(&config);
    if (config_read_string(&config, text))
        tree = node_of(c, config_root_setting(&config), *from);
    else
        complain_of_text(c, &config, from->place.file);
    config_destroy(&config);
    return tree;
}

struct node *
read_file(struct check *c, const char *path, struct place named_in)
{
    const struct node_origin from = { c->arena, { arena_text(c->arena, path), 1 }, path_folder(c->arena, path) };
    struct input in = { 0 };
    struct node *tree = NULL;

    if (input_read(&in, path, named_in, c->err) == OK) {
        read_remember(c, path, in.sha256);
        tree = parse(c, in.text, &from);
    }
    input_free(&in);
    if (!tree)
        c->incomplete = true;
    return tree;
}

/* Lists, groups, strings in quotes: what cannot be anything else */
static bool
is_bracketed(const char *value)
{
    return *value && strchr("({[\"", *value);
}

static bool
is_scalar(const char *value)
{
    const size_t sign = *value == '+' || *value == '-';
    const bool number = value[sign] && strchr("0123456789.", value[sign]);

    return strcasecmp(value, "true") == 0 || strcasecmp(value, "false") == 0
           || (number && value[strspn(value, "0123456789abcdefABCDEFxXL+-.")] == '\0');
}

/* The one setting of `text`, or NULL where it is none, or more than one */
static struct node *
only_setting(struct check *c, const char *text, const struct node_origin *from)
{
    struct node *n = NULL;
    config_t config;

    config_init(&config);
    if (config_read_string(&config, text) && config_setting_length(config_root_setting(&config)) == 1)
        n = node_of(c, config_setting_get_elem(config_root_setting(&config), 0), *from);
    config_destroy(&config);
    return n;
}

struct node *
read_value(struct check *c, const char *name, const char *value, struct place place)
{
    const struct node_origin from = { c->arena, place, "" };
    char *text = arena_print(c->arena, "%s = %s\n;", name, value);
    struct node *n;

    value += strspn(value, " \t\n");
    if (!text_is_utf8(value, strlen(value))) {
        complain(c, place, WORD_text_encoding);
        return NULL;
    }
    if (*value && !is_bracketed(value) && !is_scalar(value))
        return node_string(&from, name, value);
    if (scan_text(text, place, c->err))
        return NULL;
    n = only_setting(c, text, &from);
    if (n || (*value && !is_bracketed(value)))
        return n ? n : node_string(&from, name, value);
    complain(c, place, WORD_syntax);
    return NULL;
}
