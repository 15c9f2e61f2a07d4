/* The record of a region: every year's rows of lanes, what models pass to one another and what
 * indicators are computed from. Each field has one owner, the model that writes it; NULL where the
 * region has no such model. Year 0 is the base year t0.
 */
#ifndef MODELS_RECORD_H
#define MODELS_RECORD_H

#include "base/lanes.h"

#define SECTORS_MAX 16
#define RECORD_ROWS 128

enum sector_group { PRIMARY, SECONDARY, TERTIARY, SECTOR_GROUPS };

enum contribution {
    CONTRIBUTION_TFP,
    CONTRIBUTION_CAPITAL,
    CONTRIBUTION_FIXED,
    CONTRIBUTION_HUMAN_CAPITAL,
    CONTRIBUTION_LABOUR,
    CONTRIBUTION_REALLOCATION,
    CONTRIBUTION_CYCLE,
    CONTRIBUTION_POLICY,   /* part of tfp */
    CONTRIBUTION_CATCH_UP, /* part of tfp */
    CONTRIBUTIONS
};

struct sector_record {
    enum sector_group group;
    lanes *real;      /* value added, yi yuan at base-year prices */
    lanes *price;     /* base year = 1 */
    lanes *log_price; /* its ln */
    lanes *capital;   /* yi yuan at base-year prices */
    lanes *labour;    /* share of employment */
};

struct record {
    size_t years; /* rows: base year to horizon's end */

    /* population: wan */
    lanes *population;      /* end of the year */
    lanes *population_mean; /* of the year */
    lanes *working_age;
    lanes *dependency; /* those outside on those in the working ages, ratio */
    lanes *aged;       /* 65 and over, share of all; cohort only */
    lanes *employment;

    /* production or convergence: yi yuan */
    lanes *real;         /* GDP at base-year prices */
    lanes *value;        /* GDP at current prices */
    lanes *log_real;     /* production only: ln of GDP at base-year prices */
    lanes *log_per_head; /* ln of real GDP per head on mean population, yi yuan a wan: the y of catching up */
    lanes *price_level;  /* value over real, base year = 1 */
    lanes *per_head, *per_head_real; /* value and real by per_head_people, yuan */
    lanes *share[SECTOR_GROUPS];     /* of GDP at current prices, fractions */
    /* of a group, base year = 1; NULL where the region has no such sector. Of a sector alone in its group: its price. */
    lanes *deflator[SECTOR_GROUPS];
    lanes *log_deflator[SECTOR_GROUPS]; /* NULL also where nobody looks */
    lanes *investment_rate;             /* share of GDP */
    size_t sectors;
    struct sector_record sector[SECTORS_MAX];
    lanes *contribution[CONTRIBUTIONS]; /* log points, from the year before; row 0 unused */

    lanes *urban; /* share of residents */

    /* household: yuan a head at current prices */
    lanes *income, *income_urban, *income_rural;
    lanes *income_ratio;

    lanes *per_head_people; /* population or population_mean: what published figures divide by */

    lanes mended; /* cohorts of this block that would have been negative and were set to 0 (draws only) */

    lanes *owned[RECORD_ROWS]; /* by record_rows, for record_free */
    size_t owned_count;
};

/* Rows for one quantity, one a year, zeroed; the record frees them. */
lanes *record_rows(struct record *r);
void record_free(struct record *r); /* safe twice */

/* GDP per head of year t, from GDP and people: a division for both */
static inline void
record_divide(struct record *r, size_t t)
{
    EACH_LANE(l) {
        const double of_people = 1e4 / r->per_head_people[t][l]; /* yi yuan a wan -> yuan a head */

        r->per_head[t][l] = r->value[t][l] * of_people;
        r->per_head_real[t][l] = r->real[t][l] * of_people;
    }
}

#endif
