/* The plan: a checked scenario as flat numbers, all that the core needs to run.
 *
 * scenario/ fills it, the engine runs it, analysis/ changes it through its entries. Every number that a
 * user can set is an entry: a key, the row of the settings table that describes it, and where its values
 * stand in one array. Values are in models' units (fractions, not percent).
 */
#ifndef ENGINE_PLAN_H
#define ENGINE_PLAN_H

#include "base/memory.h"
#include "models/model.h"
#include "models/setting.h"

#define PLAN_NONE ((size_t) -1)

struct plan_entry {
    const char *key; /* "regions.zunyi.production.catch_up" */
    const struct setting *setting;
    size_t offset;      /* into plan->value */
    size_t length;      /* 1: one number; 2: a pair; plan->years: a value a year */
    struct place place; /* where it was set; line 0 for a default */
};

/* One settings group of one region: the entry of each row of its table. */
struct plan_group {
    const struct setting_group *table; /* NULL: the region has no such group */
    size_t *entry;                     /* [table->count]; PLAN_NONE: not given and off */
};

struct plan_sector {
    const char *key, *name, *name_zh; /* names fall back on the key */
    enum sector_group group;
    struct plan_group settings;
};

enum region_model { MODEL_GROWTH, MODEL_CONVERGENCE };
enum population_method { POPULATION_RATES, POPULATION_COHORT };

struct plan_region {
    const char *key, *name, *name_zh, *vintage;
    enum region_model model;
    enum population_method method;
    bool west;
    size_t parent; /* a region's number, or PLAN_NONE */
    bool per_head_on_end;
    int working_ages[2];
    struct plan_group group[REGION_GROUPS]; /* GROUP_SECTOR unused */
    size_t sectors;
    struct plan_sector *sector;
    struct age_table ages[AGE_TABLES];
    struct known known; /* of years up to the one from which the run is re-based */
};

struct plan_peer {
    const char *name, *name_zh;
    bool west;
    double gdp;        /* yi yuan, base year */
    double gdp_before; /* yi yuan, five years before; NaN where the record is blank */
    size_t region;     /* the region that stands in its place, or PLAN_NONE */
};

struct plan_peers { /* count 0: no ranks */
    size_t count;
    struct plan_peer *peer;
    struct plan_group settings; /* rows of models/peers */
};

struct plan_modernization { /* count 0: no index */
    size_t count;
    size_t *indicator; /* numbers in `indicators` */
    size_t *weight;    /* entries */
    size_t cap;        /* entry */
};

enum relation { AT_LEAST, AT_MOST, ABOVE, BELOW, IMPROVES_ON, RELATIONS };

struct plan_target {
    const char *key, *source, *source_zh, *attribute, *group, *name, *name_zh; /* may be NULL, but key */
    size_t step;                                                               /* or PLAN_NONE */
    size_t region;
    size_t indicator; /* number in `indicators` */
    size_t sector;    /* of the region, or PLAN_NONE */
    int year;
    enum relation relation;
    double bound;           /* the number, in the indicator's unit */
    size_t bound_indicator; /* in place of the number, or PLAN_NONE */
    size_t bound_sector;
    int improves_year;        /* improves_on */
    double by, times;         /* 0 and 1 unless given */
    int from;                 /* 0: none */
    size_t over, relative_to; /* regions, or PLAN_NONE */
    double tolerance;         /* percent */
    bool counts;
    struct place place;
};

struct plan_step {
    const char *key, *title, *title_zh;
    int from, to;
};

enum distribution { DRAW_NORMAL, DRAW_UNIFORM, DRAW_TRIANGULAR, DRAW_LOGNORMAL, DRAW_DISCRETE, DISTRIBUTIONS };

/* What a draw moves: the whole path of its entries, by an amount that they share, in models' units. */
struct plan_uncertain {
    size_t entries, *entry; /* of one unit, but for discrete */
    enum distribution distribution;
    double mean, sd;            /* normal; lognormal: sd of the logarithm */
    double low, mode, high;     /* uniform, triangular */
    size_t values;              /* discrete: choices, in place of the settings */
    bool shifts;                /* or, if so, added to them, path or number */
    double *value, *weight;     /* [values][entries]; [values], adding to 1 */
    const char *name, *name_zh; /* for people; may be NULL */
    bool clamp;                 /* draws outside an entry's hard range are moved to its end; else they are errors */
    struct place place;
};

/* Of the standard normals behind two draws; pairs that are not named have none. */
struct plan_correlation {
    size_t a, b; /* numbers of uncertain, not the same */
    double value;
    struct place place;
};

/* What was observed of an indicator of a region, years rising, in the indicator's unit. */
struct observed {
    size_t region;
    const char *indicator;
    size_t count;
    int *year;
    double *value;
    double sigma;  /* standard error of a value; NaN: not given, the series is shown and not fitted */
    bool relative; /* sigma is a part of the value */
    struct place place;
};

/* Settings to be fitted to what was observed, and what is thought of them before. All in models' units. */
struct plan_fit {
    size_t entries, *entry;     /* one value for all, or each its own where there is a spread */
    double mean, sd;            /* the prior; sd infinite: none */
    double spread;              /* of the entries about a common mean, which is fitted too; NaN: one value for all */
    double low, high;           /* bounds */
    const char *name, *name_zh; /* may be NULL */
    struct place place;
};

/* A setting that policy can move. */
struct plan_lever {
    size_t entry;
    double low, high; /* how far its value may go, in models' units; of a path, its value in a target's year */
    double weight;    /* cost of moving it, beside the others */
    const char *name, *name_zh; /* may be NULL */
    struct place place;
};

/* What others did over a span of years, one of the members of a reference class. */
struct plan_member {
    const char *name, *name_zh;
    double size;   /* GDP of the span's first year, yi yuan at current prices; NaN: not known */
    double excess; /* a year, over the nation's: percent, points, or places gained; NaN: not known */
};

struct plan_span {
    int from, to;
    size_t members;
    struct plan_member *member; /* in the class by their state in `from` */
    struct plan_member own;     /* home's own record, in the class or not */
};

/* A reference class of one indicator, against which needed growth is held (analysis/precedent.h). */
struct plan_class {
    const char *key, *title, *title_zh;
    size_t indicator; /* number in `indicators` */
    bool over_nation; /* the nation's own is taken off */
    size_t spans;
    struct plan_span *span;
};

struct plan_precedent {
    double within_reach, stretch; /* percent of a class */
    size_t classes;
    struct plan_class *class;
};

/* What figures that targets imply together may be and still be believed (analysis/consistency.h) */
enum plausible {
    PLAUSIBLE_POPULATION, /* growth of residents, percent a year */
    PLAUSIBLE_MOVERS,     /* moves to towns a year, percent of rural residents */
    PLAUSIBLE_REST,       /* growth of the sectors without a target, percent a year */
    PLAUSIBLE_SUM,        /* what sectors' targets add to, less the target of GDP, percent of it */
    PLAUSIBLE_INFLOW,     /* investment less saving, percent of GDP */
    PLAUSIBLES
};

struct plan_plausible {
    double low[PLAUSIBLES], high[PLAUSIBLES];
    double saving; /* percent of GDP; NaN: not given */
};

struct plan {
    const char *name, *title, *title_zh, *notes;
    int start, end;
    int rebase;     /* until then regions take what is known; 0: nothing */
    size_t years;   /* end - start + 1 */
    size_t regions; /* in the order of the file */
    struct plan_region *region;
    size_t home, benchmark; /* benchmark may be PLAN_NONE */
    size_t comparators, *comparator;
    struct plan_peers peers;
    struct plan_modernization modernization;
    size_t steps;
    struct plan_step *step;
    size_t targets;
    struct plan_target *target;
    struct plan_precedent precedent;
    struct plan_plausible plausible;
    size_t uncertains, correlations;
    struct plan_uncertain *uncertain;
    struct plan_correlation *correlation;
    size_t levers;
    struct plan_lever *lever;
    size_t fits;
    struct plan_fit *fit;

    double *value; /* [values], owned, as are the entries */
    size_t values, values_room;
    struct plan_entry *entry;
    size_t entries, entries_room;
    struct arena arena; /* owns everything else */
};

/* Adds an entry with room for `length` values and returns its number. */
size_t plan_add(struct plan *p, const char *key, const struct setting *setting, size_t length, struct place place);
size_t plan_find(const struct plan *p, const char *key); /* PLAN_NONE where there is none */
double *plan_values(struct plan *p, size_t entry);
/* Whether the entry may be moved and the others stay: no pair of numbers, and no share of a whole that others share. */
bool plan_movable(const struct plan *p, size_t entry);
void plan_free(struct plan *p); /* safe twice */

/* The unit of what a target judges: its indicator's, unless it is a difference, a ratio or a growth rate */
enum unit plan_target_unit(const struct plan_target *g);

#endif
