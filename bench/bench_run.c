/* How fast the core is: blocks of a scenario, beside a loop of exp and log that shows how busy the machine is.
 * bench_run SCENARIO [SECONDS] */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include "calibrate.h"
#include "engine/world.h"
#include "scenario/scenario.h"

static enum status
measure(const struct plan *p, double most, struct error *err)
{
    struct world w = { 0 };
    enum status rc = world_init(&w, p, err);
    const double begun = seconds();
    double spent = 0;
    long blocks = 0;

    for (; !rc && spent < most; blocks++) {
        rc = world_run(&w, err);
        spent = seconds() - begun;
    }
    if (!rc)
        printf("block of %d draws   %10.1f us   %8.1f ns a draw and year of a region\n", LANES,
               1e6 * spent / (double) blocks, 1e9 * spent / (double) blocks / LANES / (double) (p->years * p->regions));
    world_free(&w);
    return rc;
}

int
main(int argc, char **argv)
{
    struct scenario sc = { 0 };
    struct error err = { 0 };
    struct rusage used;
    enum status rc;

    if (argc < 2)
        return 2;
    rc = scenario_read(&sc, argv[1], NULL, 0, &err);
    printf("exp or log          %10.2f ns\n", calibrate());
    if (!rc)
        rc = measure(&sc.plan, argc > 2 ? atof(argv[2]) : 1, &err);
    getrusage(RUSAGE_SELF, &used);
    printf("peak memory         %10.1f MB\n", (double) used.ru_maxrss / 1024);
    scenario_free(&sc);
    error_free(&err);
    return rc ? 1 : 0;
}
