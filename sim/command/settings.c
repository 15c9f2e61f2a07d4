/* sanbu settings [PATTERN]: the settings tables, as a manual. */
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "command/command.h"
#include "command/screen.h"
#include "models/modernization.h"
#include "scenario/tables.h"
#include "scenario/unit.h"

struct listing {
    struct text text;
    enum language language;
    const char *pattern; /* NULL: all */
    size_t shown;
    const char **keys; /* all that there are, for a near miss */
    size_t count, room;
    struct arena arena;
};

static void
add(struct listing *l, enum word w, const char *a, const char *b)
{
    word_fill(&l->text, l->language, w, (const char *const[]) { a, b, NULL });
}

static void
add_kind(struct listing *l, const struct setting *s)
{
    static const enum word kind[] = {
        [SETTING_CONSTANT] = WORD_settings_constant, [SETTING_LEVER] = WORD_settings_lever,
        [SETTING_PAIR] = WORD_settings_pair,         [SETTING_TEXT] = WORD_settings_text,
        [SETTING_CHOICE] = WORD_settings_choice,     [SETTING_FLAG] = WORD_settings_flag,
        [SETTING_TABLE] = WORD_settings_table,
    };

    add(l, kind[s->kind], s->choices, NULL);
    if (s->unit != UNIT_NUMBER) {
        add(l, WORD_settings_and, NULL, NULL);
        add(l, WORD_settings_in, unit_word(s->unit), NULL);
    }
}

static void
add_need(struct listing *l, const struct setting *s)
{
    const bool number = s->kind == SETTING_CONSTANT || s->kind == SETTING_LEVER;
    struct text first = { 0 };
    char fallback[TEXT_NUMBER];

    text_number(fallback, s->fallback);
    if (s->kind == SETTING_CHOICE)
        text_add_bytes(&first, s->choices, strcspn(s->choices, "|"));
    add(l, WORD_settings_then, NULL, NULL);
    if (s->need == NEED_VALUE)
        add(l, WORD_settings_required, NULL, NULL);
    else if (s->need == NEED_DEFAULT && (number || first.length))
        add(l, WORD_settings_default, number ? fallback : text_of(&first), NULL);
    else
        add(l, WORD_settings_off, NULL, NULL);
    text_free(&first);
}

static void
add_range(struct listing *l, const struct setting *s)
{
    char low[TEXT_NUMBER], high[TEXT_NUMBER];

    if (s->min != 0 || s->max != 0) {
        add(l, WORD_settings_then, NULL, NULL);
        add(l, WORD_settings_range, text_number(low, s->min), text_number(high, s->max));
    }
    if (s->low != 0 || s->high != 0) {
        add(l, WORD_settings_and, NULL, NULL);
        add(l, WORD_settings_usual, text_number(low, s->low), text_number(high, s->high));
    }
}

static void
add_setting(struct listing *l, const char *prefix, const struct setting *s)
{
    const char *key = arena_print(&l->arena, "%s%s", prefix, s->key);

    l->keys = memory_room(l->keys, l->count, &l->room, sizeof *l->keys);
    l->keys[l->count++] = s->key;
    if (l->pattern && !strcasestr(key, l->pattern))
        return;
    l->shown++;
    text_print(&l->text, "%s\n    %s\n    ", key, s->meaning[l->language]);
    add_kind(l, s);
    add_need(l, s);
    add_range(l, s);
    text_add(&l->text, "\n");
    if (s->source[l->language]) {
        text_add(&l->text, "    ");
        add(l, WORD_settings_source, s->source[l->language], NULL);
        text_add(&l->text, "\n");
    }
}

static void
add_group(struct listing *l, const char *prefix, const struct setting_group *g)
{
    for (size_t i = 0; i < g->count; i++)
        add_setting(l, prefix, &g->rows[i]);
}

/* Every table, each under the path that its settings have in a file. */
static void
add_all(struct listing *l)
{
    for (size_t i = 0; scenario_groups[i]; i++) {
        const char *name = scenario_groups[i]->name;

        add_group(l, *name ? arena_print(&l->arena, "%s.", name) : "", scenario_groups[i]);
    }
    for (int g = 0; g < REGION_GROUPS; g++)
        add_group(l,
                  arena_print(&l->arena, g == GROUP_SECTOR ? "regions.REGION.%s.SECTOR." : "regions.REGION.%s.",
                              region_groups[g]->name),
                  region_groups[g]);
    add_setting(l, "modernization.", &modernization_weight);
}

static enum status
settings(const struct options *o, bool *missed, struct error *err)
{
    struct listing l = { .language = options_language(o, -1) };
    enum status rc = OK;

    (void) missed;
    if (o->operands > 1)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_one_pattern, o->operand[1]);
    l.pattern = o->operands ? o->operand[0] : NULL;
    add_all(&l);
    if (!l.shown) {
        const char *nearest = text_nearest(l.pattern, l.keys, l.count);

        rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_no_setting_matches, l.pattern, nearest ? nearest : "catch_up");
    } else {
        rc = screen_print(text_of(&l.text), WORD_cannot_print, err);
    }
    text_free(&l.text);
    free(l.keys);
    arena_free(&l.arena);
    return rc;
}

const struct command command_settings = {
    .name = "settings",
    .summary = WORD_command_settings,
    .operands = "[PATTERN]",
    .takes = 0,
    .run = settings,
};
