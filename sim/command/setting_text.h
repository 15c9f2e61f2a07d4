/* Settings as the manual shows them: every row of every table under the key that it has in a file. */
#ifndef COMMAND_SETTING_TEXT_H
#define COMMAND_SETTING_TEXT_H

#include "base/memory.h"
#include "models/setting.h"

struct setting_row {
    const char *key; /* "regions.REGION.production.catch_up" */
    const struct setting *setting;
};

/* The list is the arena's. */
struct setting_row *settings_list(struct arena *a, size_t *count);

/* Key, meaning, kind, default, range and source of one setting, a paragraph */
void setting_print(struct text *out, const struct setting_row *row, enum language language);

#endif
