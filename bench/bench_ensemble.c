/* bench_ensemble SCENARIO DRAWS THREADS MEGABYTES [SAMPLING]: an ensemble's time, and what it says of the targets */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include "analysis/ensemble.h"
#include "scenario/scenario.h"

static double
seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

static size_t
varying(const struct ensemble *e)
{
    size_t n = 0;

    for (size_t i = 0; i < e->count; i++)
        n += e->varies[i] ? e->years - e->series[i].first : 0;
    return n;
}

static void
show(const struct ensemble *e, double spent)
{
    struct rusage used;

    getrusage(RUSAGE_SELF, &used);
    printf("%llu draws  %.3f s  %.0f ns a draw  %.0f draws/s  %zu values  cpu %.2f s  peak %.1f MB\n",
           (unsigned long long) e->draws, spent, 1e9 * spent / (double) e->draws, (double) e->draws / spent, varying(e),
           (double) used.ru_utime.tv_sec + 1e-6 * (double) used.ru_utime.tv_usec, (double) used.ru_maxrss / 1024);
    if (getenv("SHOW")) {
        for (size_t i = 0; i < e->targets; i++)
            printf("  %-24s %.5f %.5f\n", e->plan->target[i].key, e->target[i].probability,
                   e->target[i].standard_error);
        for (size_t i = 0; i < e->count; i++) {
            const struct spread *x = ensemble_spread(e, i, e->years - 1);

            printf("  %s.%s %.6g +- %.3g: %.6g %.6g %.6g %.6g %.6g (%.2g)\n", e->plan->region[e->series[i].region].key,
                   e->series[i].key, x->mean, x->sd, x->quantile[0], x->quantile[1], x->quantile[2], x->quantile[3],
                   x->quantile[4], x->width);
        }
    }
}

int
main(int argc, char **argv)
{
    struct scenario sc = { 0 };
    struct error err = { 0 };
    struct ensemble e = { 0 };
    struct text said = { 0 };
    struct ensemble_options o = { .seed = 1, .draws = 100000, .threads = 1 };
    double begun;
    enum status rc;

    if (argc < 5)
        return 2;
    o.draws = strtoull(argv[2], NULL, 10);
    o.threads = (unsigned) atoi(argv[3]);
    o.memory = (size_t) atoi(argv[4]) << 20;
    o.sampling = argc > 5 ? (enum sampling) atoi(argv[5]) : SAMPLING_RANDOM;
    rc = scenario_read(&sc, argv[1], NULL, 0, &err);
    begun = seconds();
    if (!rc)
        rc = ensemble_run(&e, &sc.plan, &o, &err);
    if (!rc)
        show(&e, seconds() - begun);
    for (size_t i = 0; i < err.lines; i++) {
        error_print(&said, &err.line[i], ENGLISH);
        text_add(&said, "\n");
    }
    fputs(text_of(&said), stderr);
    text_free(&said);
    ensemble_free(&e);
    scenario_free(&sc);
    error_free(&err);
    return rc ? 1 : 0;
}
