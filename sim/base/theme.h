/* A theme: how charts look, as plain data in one place. Sizes in millimetres and points, colours by what they stand
 * for. scenario/theme.h reads one from a file, report/ draws with it; who draws gets it handed, nothing is global.
 */
#ifndef BASE_THEME_H
#define BASE_THEME_H

#include <stddef.h>
#include "base/colour.h"
#include "base/words.h"

/* What a colour stands for; rows of theme_colours. */
enum theme_role {
    COLOUR_HOME,
    COLOUR_NATION,
    COLOUR_OTHER,
    COLOUR_HOME_BAR, /* lighter than the lines, which lie over the bars */
    COLOUR_NATION_BAR,
    COLOUR_FAN_90,
    COLOUR_FAN_50,
    COLOUR_TARGET,
    COLOUR_BAND, /* of every other step */
    COLOUR_TEXT,
    COLOUR_AXIS,
    COLOUR_GRID,
    COLOUR_MEN,
    COLOUR_WOMEN,
    COLOUR_AGRICULTURE, /* sectors */
    COLOUR_LIQUOR,
    COLOUR_INDUSTRY,
    COLOUR_SERVICES,
    COLOUR_CAPITAL, /* sources of growth */
    COLOUR_PRODUCTIVITY,
    COLOUR_HUMAN_CAPITAL,
    COLOUR_REALLOCATION,
    COLOUR_LABOUR,
    COLOUR_LAND,
    COLOUR_CYCLE,
    COLOUR_OTHER_SOURCES,
    COLOUR_BASE, /* scenarios */
    COLOUR_FIRST,
    COLOUR_SECOND,
    COLOUR_THIRD,
    COLOUR_FOURTH,
    COLOUR_MET, /* verdicts */
    COLOUR_WITHIN,
    COLOUR_MISSED,
    COLOUR_RISE, /* drivers */
    COLOUR_FALL,
    COLOUR_HIGH,
    COLOUR_LOW,
    COLOUR_TOGETHER,
    COLOUR_BELOW_5, /* chances, percent */
    COLOUR_BELOW_25,
    COLOUR_BELOW_50,
    COLOUR_BELOW_75,
    COLOUR_BELOW_95,
    COLOUR_ABOVE_95,
    COLOUR_ROLES
};

struct theme_colour_row {
    const char *group, *key; /* in a theme's file: palette.group.key, palette.key without a group */
    const char *colour;      /* "#0072B2" */
    const char *text;        /* of words in that colour, dark enough to read on white; NULL: the colour itself */
};
extern const struct theme_colour_row theme_colours[COLOUR_ROLES];

enum theme_size { SIZE_PAGE, SIZE_COLUMN, SIZE_SLIDE, THEME_SIZES };

struct theme_type { /* points */
    double title, label, note;
};

struct theme_lines { /* points where notes have 8, as on a page; as much wider as they are larger */
    double home, nation, other, scenario, base, thin, edge, axis, grid;
};

struct theme {
    enum theme_size size;
    double width, height; /* millimetres */
    struct theme_type type;
    struct theme_lines line;
    struct theme_colour {
        char fill[COLOUR_BYTES], text[COLOUR_BYTES];
    } colour[COLOUR_ROLES];
    const char *font[LANGUAGES]; /* families; NULL: the first of the usual ones that is installed */
    int language;                /* enum language; -1: the scenario's */
};

/* The program's own theme, for a page, a column or a slide. */
void theme_start(struct theme *t, enum theme_size size);

/* The colour of a role, and of words in it. */
void theme_paint(struct theme *t, enum theme_role role, const char *colour);

const char *theme_size_name(enum theme_size size); /* "page" */
/* THEME_SIZES where there is none of that name. */
enum theme_size theme_size_find(const char *name);

#endif
