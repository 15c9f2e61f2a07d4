/* Indicators: what is reported of a region, each a row of one table and a few lines of arithmetic.
 *
 * Values are in the units that people read: percent, yi yuan, yuan, wan, points. An indicator may be
 * one number a region or, with a sector, one for each of its sectors ("va_liquor").
 */
#ifndef MODELS_INDICATOR_H
#define MODELS_INDICATOR_H

#include "models/record.h"
#include "models/setting.h"

enum indicator_source {
    FROM_RECORD, /* computed from the region's and the benchmark's records */
    FROM_INDEX,  /* modernization and its kin: computed across regions by models/modernization */
    FROM_PEERS,  /* ranks among cities: computed by models/peers */
    FROM_PARENT, /* computed from the region's and its parent's records */
};

struct indicator {
    const char *key; /* "gdp"; a sector's: "va_" followed by the sector's key */
    enum unit unit;
    int decimals; /* as people read it */
    bool less_is_better;
    bool of_sector;
    bool is_level;         /* an amount that grows in percent; else it changes in points or places */
    bool from_second_year; /* no value in the base year */
    bool of_benchmark;     /* only says how a region stands to the benchmark; of that itself always the same */
    enum indicator_source source;
    /* whether the region's record holds what it needs; the benchmark may be NULL */
    bool (*available)(const struct record *r, const struct record *benchmark, size_t sector);
    /* rows of the years from `first` on */
    void (*compute)(lanes *out, const struct record *r, const struct record *benchmark, size_t sector, size_t first);
};

extern const struct indicator indicators[];
extern const size_t indicator_count;

#endif
