#include "base/theme.h"

#include <stdio.h>
#include <string.h>

/* Checked for contrast on white, lightness in grey print, deuteranopia and protanopia. */
const struct theme_colour_row theme_colours[COLOUR_ROLES] = {
    [COLOUR_HOME] = { NULL, "home", "#0072B2", NULL },
    [COLOUR_NATION] = { NULL, "nation", "#404040", NULL },
    [COLOUR_OTHER] = { NULL, "other", "#A6A6A6", "#6B6B6B" },
    [COLOUR_HOME_BAR] = { NULL, "home_bar", "#92C5DE", NULL },
    [COLOUR_NATION_BAR] = { NULL, "nation_bar", "#D0D0D0", NULL },
    [COLOUR_FAN_90] = { NULL, "fan_90", "#D1E5F0", NULL },
    [COLOUR_FAN_50] = { NULL, "fan_50", "#92C5DE", "#2B6A8F" },
    [COLOUR_TARGET] = { NULL, "target", "#A63603", NULL },
    [COLOUR_BAND] = { NULL, "band", "#F2F2F2", NULL },
    [COLOUR_TEXT] = { NULL, "text", "#1A1A1A", NULL },
    [COLOUR_AXIS] = { NULL, "axis", "#595959", NULL },
    [COLOUR_GRID] = { NULL, "grid", "#BFBFBF", NULL },
    [COLOUR_MEN] = { NULL, "men", "#4477AA", NULL },
    [COLOUR_WOMEN] = { NULL, "women", "#EE8866", NULL },
    [COLOUR_AGRICULTURE] = { "sectors", "agriculture", "#44AA99", NULL },
    [COLOUR_LIQUOR] = { "sectors", "liquor", "#882255", NULL },
    [COLOUR_INDUSTRY] = { "sectors", "industry", "#6699CC", NULL },
    [COLOUR_SERVICES] = { "sectors", "services", "#EECC66", NULL },
    [COLOUR_CAPITAL] = { "sources", "capital", "#004488", NULL },
    [COLOUR_PRODUCTIVITY] = { "sources", "productivity", "#EECC66", NULL },
    [COLOUR_HUMAN_CAPITAL] = { "sources", "human_capital", "#6699CC", NULL },
    [COLOUR_REALLOCATION] = { "sources", "reallocation", "#994455", NULL },
    [COLOUR_LABOUR] = { "sources", "labour", "#EE99AA", NULL },
    [COLOUR_LAND] = { "sources", "land", "#997700", NULL },
    [COLOUR_CYCLE] = { "sources", "cycle", "#A6A6A6", NULL },
    [COLOUR_OTHER_SOURCES] = { "sources", "other", "#D9D9D9", NULL },
    [COLOUR_BASE] = { "scenarios", "reference", "#1A1A1A", NULL },
    [COLOUR_FIRST] = { "scenarios", "first", "#0072B2", NULL },
    [COLOUR_SECOND] = { "scenarios", "second", "#D55E00", "#B04A00" },
    [COLOUR_THIRD] = { "scenarios", "third", "#009E73", "#00734F" },
    [COLOUR_FOURTH] = { "scenarios", "fourth", "#CC79A7", "#A3477A" },
    [COLOUR_MET] = { "verdicts", "met", "#1B6CA8", NULL },
    [COLOUR_WITHIN] = { "verdicts", "within", "#8DB8DA", NULL },
    [COLOUR_MISSED] = { "verdicts", "missed", "#B35806", NULL },
    [COLOUR_RISE] = { "drivers", "rise", "#0072B2", NULL },
    [COLOUR_FALL] = { "drivers", "fall", "#B35806", NULL },
    [COLOUR_HIGH] = { "drivers", "high", "#0072B2", NULL },
    [COLOUR_LOW] = { "drivers", "low", "#D55E00", NULL },
    [COLOUR_TOGETHER] = { "drivers", "together", "#A6A6A6", NULL },
    [COLOUR_BELOW_5] = { "chances", "below_5", "#FFFFFF", NULL }, /* shades of one blue */
    [COLOUR_BELOW_25] = { "chances", "below_25", "#E3EEF7", NULL },
    [COLOUR_BELOW_50] = { "chances", "below_50", "#C0DAEC", NULL },
    [COLOUR_BELOW_75] = { "chances", "below_75", "#8FC0DF", NULL },
    [COLOUR_BELOW_95] = { "chances", "below_95", "#5A9CCB", NULL },
    [COLOUR_ABOVE_95] = { "chances", "above_95", "#2A6DA6", NULL },
};

/* A title that fits one line of a page fits two of a column; no type is smaller than 8 points. */
static const struct {
    const char *name;
    double width, height; /* millimetres */
    struct theme_type type;
} sizes[THEME_SIZES] = {
    [SIZE_PAGE] = { "page", 156, 88, { 13, 10, 8 } },
    [SIZE_COLUMN] = { "column", 76, 57, { 11, 9, 8 } },
    [SIZE_SLIDE] = { "slide", 240, 120, { 24, 16, 12 } },
};

void
theme_start(struct theme *t, enum theme_size size)
{
    *t = (struct theme) {
        .size = size,
        .width = sizes[size].width,
        .height = sizes[size].height,
        .type = sizes[size].type,
        .line = { 2.25, 1.5, 1.25, 1.5, 2.25, 1, 0.5, 0.5, 0.4 },
        .language = -1,
    };
    for (int i = 0; i < COLOUR_ROLES; i++) {
        const struct theme_colour_row *row = &theme_colours[i];

        snprintf(t->colour[i].fill, COLOUR_BYTES, "%s", row->colour);
        snprintf(t->colour[i].text, COLOUR_BYTES, "%s", row->text ? row->text : row->colour);
    }
}

void
theme_paint(struct theme *t, enum theme_role role, const char *colour)
{
    snprintf(t->colour[role].fill, COLOUR_BYTES, "%s", colour);
    colour_readable(t->colour[role].text, colour);
}

const char *
theme_size_name(enum theme_size size)
{
    return sizes[size].name;
}

enum theme_size
theme_size_find(const char *name)
{
    int size = 0;

    while (size < THEME_SIZES && strcmp(sizes[size].name, name) != 0)
        size++;
    return (enum theme_size) size;
}
