/* How fast the model is by itself: blocks of draws of a scenario without residents, random numbers and counting, beside
 * the exp and log that its equations need. bench_model SCENARIO [SECONDS] */
#include <stdio.h>
#include <stdlib.h>
#include "analysis/draws.h"
#include "calibrate.h"
#include "formula.h"
#include "models/population.h"
#include "scenario/scenario.h"

/* Residents stay as the last block had them. */
static void
hold_residents(struct world *w)
{
    for (size_t r = 0; r < w->plan->regions; r++)
        for (size_t i = 0; i < w->region[r].models; i++)
            w->region[r].certain[i] |= w->region[r].model[i]->groups == 1 << GROUP_POPULATION;
}

/* ns a draw of one block over and over: of several tries the least, which other programs disturbed least */
static enum status
time_blocks(double *ns, struct world *w, double most, struct error *err)
{
    enum status rc = OK;

    *ns = INFINITY;
    for (double spent = 0; spent < most && !rc;) {
        const double begun = cpu_seconds();
        double took;

        for (int i = 0; i < 100 && !rc; i++)
            rc = world_run(w, err);
        took = cpu_seconds() - begun;
        spent += took;
        *ns = fmin(*ns, 1e9 * took / 100 / LANES);
    }
    return rc;
}

static void
show(const char *what, double ns, double exp_or_log, double needs)
{
    printf("  %-28s %8.0f ns a draw, or %5.0f exp or log of %.2f ns", what, ns, ns / exp_or_log, exp_or_log);
    if (needs > 0)
        printf("; by formula it needs %.0f: %.2f times", needs, ns / exp_or_log / needs);
    printf("\n");
}

static enum status
measure(struct world *w, struct draws *d, struct variates *v, double most, struct error *err)
{
    const double exp_or_log = calibrate();
    const bool counted[LANES] = { false };
    bool *none = memory_new(w->count + 1, sizeof *none);
    double all = 0, alone = 0;
    enum status rc = draws_fill(d, v, 0, counted, err);

    if (!rc)
        rc = world_find_varying(w, err);
    if (!rc)
        rc = world_run(w, err);
    hold_residents(w);
    w->unchecked = true; /* as in ensembles */
    if (!rc)
        rc = time_blocks(&all, w, most, err);
    world_want(w, none);
    if (!rc)
        rc = time_blocks(&alone, w, most, err);
    if (!rc) {
        show("model part alone", alone, exp_or_log, formula_needs(w));
        show("with all indicators, ranks", all, exp_or_log, 0);
    }
    free(none);
    return rc;
}

static enum status
bench(const struct plan *p, double most, struct error *err)
{
    const struct sampler sampler = { .seed = 1 };
    struct variates v = { 0 };
    struct draws d = { 0 };
    struct world w = { 0 };
    enum status rc;

    variates_init(&v, p, NULL, true);
    rc = draws_init(&d, p, &v, &sampler, err);
    if (!rc)
        rc = world_init_drawn(&w, p, &v, err);
    if (!rc)
        rc = measure(&w, &d, &v, most, err);
    world_free(&w);
    draws_free(&d);
    variates_free(&v);
    return rc;
}

int
main(int argc, char **argv)
{
    struct scenario sc = { 0 };
    struct error err = { 0 };
    struct text said = { 0 };
    enum status rc;

    if (argc < 2)
        return 2;
    rc = scenario_read(&sc, argv[1], NULL, 0, &err);
    if (!rc)
        rc = bench(&sc.plan, argc > 2 ? atof(argv[2]) : 1, &err);
    for (size_t i = 0; i < err.lines; i++) {
        error_print(&said, &err.line[i], ENGLISH);
        text_add(&said, "\n");
    }
    fputs(text_of(&said), stderr);
    text_free(&said);
    scenario_free(&sc);
    error_free(&err);
    return rc ? 1 : 0;
}
