/* Scenarios drawn together: draw i of one and draw i of another have the same random numbers for each setting and shock
 * that both draw, so that their difference is what the scenario does, and not the dice.
 *
 * A draw is run in every scenario in turn and compared with the first, the base: verdicts, which are counted, and the
 * reported values of home and benchmark, whose differences have means and quantiles of their own.
 *
 *     struct paired p = { 0 };
 *     enum status rc = paired_run(&p, plans, count, &options, &err);
 *     ... p.scenario[i].target[k].gained, paired_difference(&p, i, row)->spread.mean ...
 *     paired_free(&p);
 *
 * Memory: options->memory bytes at most for values that are kept for exact quantiles; a histogram of 2 KiB for each other
 * value; and a chunk of PAIRED_CHUNK draws a thread. Nothing grows with the number of draws beyond that.
 */
#ifndef ANALYSIS_PAIRED_H
#define ANALYSIS_PAIRED_H

#include "analysis/ensemble.h"

#define PAIRED_CHUNK 512 /* draws of all scenarios that are counted together */

/* A target's or a step's chance, and how it changes from the base's of the same key */
struct paired_chance {
    struct chance chance;
    bool shared;           /* the base has one of that key; else there is no change */
    uint64_t gained, lost; /* draws missed in the base and met here; met in the base and missed here */
    uint64_t above;        /* draws with a margin above the base's; of a target alone */
    double change;         /* (gained - lost)/n */
    double standard_error; /* of the change: sqrt(((gained + lost)/n - change^2)/n), exact for draws that are paired */
    double independent;    /* what it would be if each scenario had draws of its own: sqrt(p (1 - p)/n + q (1 - q)/n) */
};

/* A value less the base's */
struct paired_difference {
    struct spread spread; /* all NaN where one of the two has no such value */
    uint64_t above;       /* draws in which it is above 0 */
    double independent;   /* the standard deviation that it would have with draws of its own */
};

struct paired_scenario {
    const struct plan *plan;
    struct paired_chance *target, *step;  /* in its plan's order */
    struct paired_difference *difference; /* [rows]; NULL: the base's */
    uint64_t *clamped;                    /* [plan->uncertains]: draws moved to the end of a setting's range */
    uint64_t *negatives;                  /* [plan->regions]: as in an ensemble */
};

struct paired_row {
    size_t series; /* of paired.series */
    int year;
};

struct paired {
    size_t count;
    struct paired_scenario *scenario; /* [count]; the base first */
    uint64_t draws;
    size_t series_count;
    struct series *series; /* home's and the benchmark's, as the base reports them */
    size_t rows;
    struct paired_row *row; /* [rows] series by series, year by year */
};

/* Of the options counts what is not of one scenario alone: seed, first, draws, sampling, total, threads, memory, progress.
 * Fails as ensemble_run does. Homes and base years are the same (analysis/compare.h). */
enum status paired_run(struct paired *p, const struct plan *const *plan, size_t count, const struct ensemble_options *o,
                       struct error *err);
void paired_free(struct paired *p); /* safe twice */

/* PLAN_NONE where there is none. */
size_t paired_find(const struct paired *p, size_t region, const char *key, int year);

static inline const struct paired_difference *
paired_difference(const struct paired *p, size_t scenario, size_t row)
{
    return &p->scenario[scenario].difference[row];
}

/* Draws that scenarios share: settings of the same key (the first of an entry's) have the same numbers, whatever their
 * distributions and their order. */
struct paired_shared {
    size_t both;                  /* settings */
    size_t own, *own_number;      /* that the base does not draw: numbers in the other plan's list */
    size_t missing, *base_number; /* that the base alone draws: numbers in the base's list */
    bool correlated;              /* otherwise than in the base: what is correlated is then shared only in part */
};

void paired_share(struct paired_shared *s, const struct plan *base, const struct plan *other);
void paired_shared_free(struct paired_shared *s); /* safe twice */

#endif
