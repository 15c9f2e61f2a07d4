/* A model of a region: equations that carry a record from one year to the next.
 *
 * The engine calls init once for a plan, start for the base year of a block, then step for each year,
 * model after model in the order of the list; a model reads what earlier ones wrote for the year t + 1.
 * start and step allocate nothing, read no file and cannot fail; what could go wrong is looked for by
 * check, lane by lane, after each of them.
 */
#ifndef MODELS_MODEL_H
#define MODELS_MODEL_H

#include "base/error.h"
#include "models/known.h"
#include "models/lever.h"
#include "models/record.h"
#include "models/setting.h"
#include "models/shock.h"

#define AGES 101 /* single years of age, 0 to 100 and over */

enum sex { MALE, FEMALE, SEXES };

/* A table by age as its file has it: counts, shares or rates in groups, not yet spread. */
struct age_table {
    size_t count;
    struct age_row {
        enum sex sex;    /* MALE also where a table has no sexes */
        int first, last; /* ages, inclusive; last = AGES - 1 where open */
        bool open;
        double value; /* in the file's unit: persons, deaths per person-year, percent */
    } * row;          /* owned by the plan's arena; NULL: no such table */
};

enum age_tables { AGES_PERSONS, AGES_MORTALITY, AGES_FERTILITY, AGES_MIGRATION, AGES_MIGRATION_RATES, AGE_TABLES };

/* What a region's models are given: bound levers by group and row number, and tables. */
struct region_input {
    int base_year;
    size_t years;                             /* base year to horizon's end */
    const struct lever *lever[REGION_GROUPS]; /* NULL: group not given; GROUP_SECTOR unused */
    size_t sectors;
    struct sector_input {
        enum sector_group group;
        const struct lever *lever; /* rows of the sectors' table */
    } sector[SECTORS_MAX];
    struct shock_normals shocks;
    const struct known *known;
    const struct age_table *ages; /* [AGE_TABLES]; NULL for rates */
    bool drawn;                   /* lanes are draws: what a plain run refuses may be mended and counted */
    bool unseen;                  /* no other region looks at it */
    bool per_head_on_end;         /* published per-head figures divide by the year's end */
    int working_ages[2];          /* inclusive */
};

/* Which law a lane broke, and how, for the error's sentence. */
enum breach_kind {
    BREACH_NEGATIVE_COHORT,   /* sex, age, value in wan */
    BREACH_WORKING_AGE_SHARE, /* value in percent, not inside 0 to 100 */
    BREACH_LIFE_EXPECTANCY,   /* no factor on the death rates gives it; sex, value in years */
};

struct breach {
    enum breach_kind kind;
    size_t lane;
    double value;
    enum sex sex;
    int age;
};

/* What models pass to one another: from what each reads and writes follows what a draw can touch. */
enum model_part {
    PART_PEOPLE = 1, /* residents, working ages, employment */
    PART_OUTPUT = 2, /* GDP, prices, sectors */
    PART_LABOUR = 4, /* sectors' shares of labour */
    PART_TOWNS = 8,
    PART_INCOME = 16,
    PART_BENCHMARK = 32, /* the benchmark's output and people */
};

struct model {
    const char *name, *summary;
    unsigned groups, reads, writes; /* bits 1 << enum region_group; of enum model_part */
    size_t size;                    /* of the model's own struct */
    /* binds its levers and takes its rows with record_rows; may fail for a reason that tables cannot see */
    enum status (*init)(void *self, const struct region_input *in, struct record *r, struct error *err);
    /* `benchmark` is NULL for the benchmark itself and where there is none */
    void (*start)(void *self, struct record *r, const struct record *benchmark);
    void (*step)(void *self, struct record *r, const struct record *benchmark, size_t t); /* t -> t + 1 */
    bool (*check)(const void *self, const struct record *r, size_t t, struct breach *b);  /* true: sound in year t */
    void (*free)(void *self); /* safe after a failed init; NULL: nothing to free */
    /* residents by sex and age of the year last computed, wan, first lane; NULL: knows no ages */
    void (*ages)(const void *self, double persons[SEXES][AGES]);
};

#endif
