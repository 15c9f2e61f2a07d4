/* How fast this machine is just now: ns for one exp or log of one lane, in a loop of nothing else. */
#ifndef BENCH_CALIBRATE_H
#define BENCH_CALIBRATE_H

#include <stdlib.h>
#include <time.h>
#include "base/lanes.h"

static inline double
seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

/* Of this process: what other programs take is not in it. */
static inline double
cpu_seconds(void)
{
    struct timespec used;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double) used.tv_sec + 1e-9 * (double) used.tv_nsec;
}

#define ROWS 64

KERNEL static void
exp_of(lanes *x)
{
    for (size_t i = 0; i < ROWS; i++)
        EACH_LANE(l)
            x[i][l] = lane_exp(x[i][l]);
}

KERNEL static void
log_of(lanes *x)
{
    for (size_t i = 0; i < ROWS; i++)
        EACH_LANE(l)
            x[i][l] = lane_log(x[i][l]);
}

static inline double
calibrate(void)
{
    lanes *x = lanes_new(ROWS);
    const double begun = cpu_seconds();
    double spent;
    long done = 0;

    for (size_t i = 0; i < ROWS; i++)
        EACH_LANE(l)
            x[i][l] = 1.5 + (double) l;
    do {
        for (int i = 0; i < 100; i++) {
            exp_of(x);
            log_of(x);
        }
        done += 200 * ROWS * LANES;
        spent = cpu_seconds() - begun;
    } while (spent < 0.3);
    free(x);
    return 1e9 * spent / (double) done;
}

#endif
