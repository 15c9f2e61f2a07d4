/* sanbu settings [PATTERN]: the settings tables, as a manual. */
#include <string.h>
#include "command/command.h"
#include "command/screen.h"
#include "command/setting_text.h"

static enum status
no_match(const char *pattern, struct arena *arena, const struct setting_row *row, size_t count, struct error *err)
{
    const char **keys = arena_new(arena, count, sizeof *keys), *nearest;

    for (size_t i = 0; i < count; i++)
        keys[i] = row[i].setting->key;
    nearest = text_nearest(pattern, keys, count);
    return error_add(err, FAILED_INPUT, NOWHERE, WORD_no_setting_matches, pattern, nearest ? nearest : "catch_up");
}

static enum status
settings(const struct options *o, bool *missed, struct error *err)
{
    const char *pattern = o->operands ? o->operand[0] : NULL;
    struct arena arena = { 0 };
    struct text text = { 0 };
    struct setting_row *row;
    size_t count;
    enum status rc;

    (void) missed;
    if (o->operands > 1)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_one_pattern, o->operand[1]);
    row = settings_list(&arena, &count);
    for (size_t i = 0; i < count; i++)
        if (!pattern || strcasestr(row[i].key, pattern))
            setting_print(&text, &row[i], options_language(o, -1));
    rc = text.length ? screen_print(text_of(&text), WORD_cannot_print, err)
                     : no_match(pattern, &arena, row, count, err);
    text_free(&text);
    arena_free(&arena);
    return rc;
}

const struct command command_settings = {
    .name = "settings",
    .summary = WORD_command_settings,
    .operands = "[PATTERN]",
    .takes = 0,
    .run = settings,
};
