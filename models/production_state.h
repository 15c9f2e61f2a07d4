/* What the parts of the production model share: its state, lane by lane, in logarithms. */
#ifndef MODELS_PRODUCTION_STATE_H
#define MODELS_PRODUCTION_STATE_H

#include "models/production.h"

/* The state of one sector beside its record: logarithms of what the equations multiply. Output is carried on by its
 * change, in which the changes of A, K, R, h and L come together: the levels of A, R and h are never asked for. */
struct sector {
    const struct lever *lever;
    lanes alpha, gamma, labour_exponent, kept; /* constants of the block; kept: 1 - depreciation */
    lanes log_labour_exponent;
    lanes log_alpha;               /* but for a part that all sectors share */
    lanes log_capital, log_labour; /* ln K, ln l (share of employment) */
    lanes log_output;              /* ln Y, after any capacity */
    lanes log_withheld;            /* what a capacity leaves: ln Y less the equation's, 0 or below */
    struct shock shock;            /* e_s */
    lanes own, inflation, premium; /* ln(1 + g), ln(1 + pi), ln(1 + premium) */
    /* log changes of this step, for the contributions and demand */
    lanes tfp, catch_up, capital, fixed, labour, held_back, output;
};

struct production {
    const struct lever *lever, *mobility;
    struct shock_normals shocks;
    const struct known *known;
    size_t sectors, in_group[SECTOR_GROUPS];
    size_t measure; /* the sector by which returns and wages are measured */
    struct sector sector[SECTORS_MAX];
    lanes response;                                 /* 1 + eta */
    lanes log_employment;                           /* ln E */
    lanes log_gap;                                  /* ln U */
    lanes log_level;                                /* ln rstar */
    struct shock shock;                             /* e_common */
    lanes human, employment, workforce, gap, boost; /* log changes of this step; workforce: human and employment */
};

static inline double
sector_constant(const struct sector *s, enum sector_setting row, size_t l)
{
    return lever_at(&s->lever[row], 0, l);
}

static inline bool
sector_has(const struct sector *s, enum sector_setting row)
{
    return lever_given(&s->lever[row]);
}

/* A sum over sectors is kept by group and the groups are added last: then the order in which a file names its sectors
 * changes no digit, as long as a group has two at most. */
typedef lanes group_lanes[SECTOR_GROUPS];

static inline void
groups_clear(group_lanes sum)
{
    for (int g = 0; g < SECTOR_GROUPS; g++)
        EACH_LANE(l)
            sum[g][l] = 0;
}

static inline void
groups_add(lanes out, group_lanes sum)
{
    EACH_LANE(l)
        out[l] = sum[PRIMARY][l] + sum[SECONDARY][l] + sum[TERTIARY][l];
}

/* production_base.c: the base year, solved from what is observed */
void production_base(struct production *m, struct record *r);

/* production_inputs.c: what is produced with, moved from t to t + 1 */
void production_move_capital(struct production *m, struct record *r, const struct record *benchmark, size_t t);
void production_move_labour(struct production *m, struct record *r, size_t t);
void production_move_productivity(struct production *m, const struct record *r, const struct record *benchmark,
                                  size_t t);
void production_move_people(struct production *m, const struct record *r, size_t t);

/* production_output.c: output and prices of t + 1 */
void production_output(struct production *m, struct record *r, size_t t);
void production_prices(struct production *m, struct record *r, const struct record *benchmark, size_t t);

/* production_known.c: output and prices of year t as they are known; output before prices, which follow it */
void production_take_real(struct production *m, struct record *r, size_t t);
void production_take_values(struct production *m, struct record *r, size_t t);

/* production_accounts.c: totals of year t; where the growth from t to t + 1 came from */
void production_totals(const struct production *m, struct record *r, size_t t);
void production_contributions(const struct production *m, struct record *r, const struct record *benchmark, size_t t);

#endif
