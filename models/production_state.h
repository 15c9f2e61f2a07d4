/* What the parts of the production model share: its state, lane by lane, in logarithms. */
#ifndef MODELS_PRODUCTION_STATE_H
#define MODELS_PRODUCTION_STATE_H

#include "models/production.h"

/* The state of one sector beside its record: logarithms of what the equations multiply. */
struct sector {
    const struct lever *lever;
    lanes log_alpha, log_labour_exponent;              /* constants of the block */
    lanes log_tfp, log_capital, log_fixed, log_labour; /* ln A, ln K, ln R, ln l (share of employment) */
    lanes log_output;                                  /* ln Y, after any capacity */
    lanes log_withheld; /* what a capacity leaves: ln Y less the equation's, 0 or below */
    lanes log_price;    /* ln P */
    lanes shock;        /* e_s */
    /* log changes of this step, for the contributions and demand */
    lanes tfp, catch_up, capital, fixed, labour, held_back, output;
};

struct production {
    const struct lever *lever, *mobility;
    struct shock_normals shocks;
    const struct known *known;
    size_t sectors;
    struct sector sector[SECTORS_MAX];
    lanes log_human;                     /* ln h */
    lanes log_employment;                /* ln E */
    lanes log_gap;                       /* ln U */
    lanes shock;                         /* e_common */
    lanes human, employment, gap, boost; /* log changes of this step */
};

static inline double
sector_constant(const struct sector *s, enum sector_setting row, size_t l)
{
    return lever_at(&s->lever[row], 0, l);
}

/* Exponent of labour: 1 - alpha - gamma */
static inline double
sector_labour_exponent(const struct sector *s, size_t l)
{
    return 1 - sector_constant(s, SECTOR_CAPITAL_SHARE, l) - sector_constant(s, SECTOR_FIXED_SHARE, l);
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
void production_contributions(const struct production *m, struct record *r, size_t t);

#endif
