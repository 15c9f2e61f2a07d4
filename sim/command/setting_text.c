#include "command/setting_text.h"
#include <string.h>
#include "models/modernization.h"
#include "scenario/tables.h"
#include "scenario/unit.h"

struct printing {
    struct text *out;
    enum language language;
};

static void
add(const struct printing *l, enum word w, const char *a, const char *b)
{
    word_fill(l->out, l->language, w, (const char *const[]) { a, b, NULL });
}

static void
add_kind(const struct printing *l, const struct setting *s)
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
add_need(const struct printing *l, const struct setting *s)
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
add_range(const struct printing *l, const struct setting *s)
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

void
setting_print(struct text *out, const struct setting_row *row, enum language language)
{
    const struct printing l = { out, language };
    const struct setting *s = row->setting;

    text_print(out, "%s\n    %s\n    ", row->key, s->meaning[language]);
    add_kind(&l, s);
    add_need(&l, s);
    add_range(&l, s);
    text_add(out, "\n");
    if (s->source[language]) {
        text_add(out, "    ");
        add(&l, WORD_settings_source, s->source[language], NULL);
        text_add(out, "\n");
    }
}

struct list {
    struct arena *arena;
    struct setting_row *row;
    size_t count;
};

static void
list_group(struct list *l, const char *prefix, const struct setting_group *g)
{
    for (size_t i = 0; i < g->count; i++)
        l->row[l->count++] = (struct setting_row) { arena_print(l->arena, "%s%s", prefix, g->rows[i].key),
                                                    &g->rows[i] };
}

static size_t
rows_in_all(void)
{
    size_t rows = 1;

    for (size_t i = 0; scenario_groups[i]; i++)
        rows += scenario_groups[i]->count;
    for (int g = 0; g < REGION_GROUPS; g++)
        rows += region_groups[g]->count;
    return rows;
}

/* Every table, each under the path that its settings have in a file. */
struct setting_row *
settings_list(struct arena *a, size_t *count)
{
    struct list l = { a, arena_new(a, rows_in_all(), sizeof *l.row), 0 };

    for (size_t i = 0; scenario_groups[i]; i++) {
        const char *name = scenario_groups[i]->name;

        list_group(&l, *name ? arena_print(a, "%s.", name) : "", scenario_groups[i]);
    }
    for (int g = 0; g < REGION_GROUPS; g++)
        list_group(&l,
                   arena_print(a, g == GROUP_SECTOR ? "regions.REGION.%s.SECTOR." : "regions.REGION.%s.",
                               region_groups[g]->name),
                   region_groups[g]);
    l.row[l.count++] = (struct setting_row) { arena_print(a, "modernization.%s", modernization_weight.key),
                                              &modernization_weight };
    *count = l.count;
    return l.row;
}
