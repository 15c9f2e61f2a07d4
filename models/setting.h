/* Settings: what a user may set, as tables that the models own.
 *
 * One row drives reading, checking, units, --set, `sanbu settings`, effective.cfg and, by its number,
 * where the value lives in a plan. Files and tables speak in percent; models compute in fractions.
 */
#ifndef MODELS_SETTING_H
#define MODELS_SETTING_H

#include <stdbool.h>
#include <stddef.h>
#include "base/words.h"

enum setting_kind {
    SETTING_CONSTANT, /* one number for the run */
    SETTING_LEVER,    /* a number or a path of (year, value) */
    SETTING_PAIR,     /* two numbers, (a, b), kept as written in the file */
    SETTING_TEXT,     /* any text */
    SETTING_CHOICE,   /* one of the words in `choices`, "mean|end" */
    SETTING_FLAG,     /* true or false */
    SETTING_TABLE,    /* the name of a CSV file; the path is relative to the file that names it */
};

enum setting_need {
    NEED_VALUE,   /* required */
    NEED_DEFAULT, /* `fallback` unless given */
    NEED_NONE,    /* off unless given */
};

enum unit {
    UNIT_NUMBER,   /* plain: elasticities, exponents, shares of income */
    UNIT_PERCENT,  /* in files; a fraction in models */
    UNIT_YI_YUAN,  /* 1e8 yuan */
    UNIT_YUAN,     /* yuan a head or worker */
    UNIT_WAN,      /* 1e4 people */
    UNIT_YEARS,    /* a length of time */
    UNIT_YEAR,     /* a calendar year */
    UNIT_CHILDREN, /* children per woman */
    UNIT_BOYS,     /* boys per 100 girls; per girl in models */
    UNIT_RATIO,    /* times, such as capital to output */
    UNIT_POINTS,   /* percentage points, of indicators */
    UNIT_INDEX,    /* the nation is 100, or the base year 1 */
    UNIT_RANK,
    UNITS
};

struct setting {
    const char *key;
    enum setting_kind kind;
    enum unit unit;
    enum setting_need need;
    double fallback;
    double min, max;                /* hard range; refused beyond. Both 0: any finite number */
    bool above_min, below_max;      /* the end itself is refused too */
    double low, high;               /* where a careful economist still goes; warned beyond. Both 0: not stated */
    const char *choices;            /* SETTING_CHOICE: "a|b"; the first is the default */
    const char *meaning[LANGUAGES]; /* a phrase for the manual */
    const char *source[LANGUAGES];  /* of the default and the range; may be NULL */
};

struct setting_group {
    const char *name;               /* as in the file: "production" */
    const char *summary[LANGUAGES]; /* a phrase for the manual */
    const struct setting *rows;
    size_t count;
};

/* The groups of a region, each owned by a model; the sectors' group is repeated for each sector. */
enum region_group {
    GROUP_POPULATION,
    GROUP_LABOUR,
    GROUP_PRODUCTION,
    GROUP_SECTOR,
    GROUP_URBANIZATION,
    GROUP_HOUSEHOLD,
    GROUP_CONVERGENCE,
    REGION_GROUPS
};
extern const struct setting_group *const region_groups[REGION_GROUPS];

/* Factor from a file's number to a model's: 0.01 for percent and boys, else 1. */
double unit_scale(enum unit unit);

/* The word for the unit in result files: "yi yuan", "percent"; "" for plain numbers. */
const char *unit_name(enum unit unit);

#endif
