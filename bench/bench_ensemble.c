/* How fast ensembles are: bench_ensemble SCENARIO DRAWS MEGABYTES SAMPLING THREADS...
 * A line for each number of threads, beside what one exp or log takes just then. SAMPLING: random, lhs, sobol. */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include "analysis/ensemble.h"
#include "calibrate.h"
#include "scenario/scenario.h"

/* What is told of: values that a draw can touch */
static size_t
varying(const struct ensemble *e)
{
    size_t n = 0;

    for (size_t i = 0; i < e->count; i++)
        n += e->varies[i] ? e->years - e->series[i].first : 0;
    return n;
}

struct spent {
    double wall, cpu; /* seconds; cpu of all threads, which other programs lengthen less */
};

static void
show(const struct ensemble *e, unsigned threads, struct spent spent, double exp_or_log, double first)
{
    const double ns = 1e9 * spent.cpu / (double) e->draws;
    struct rusage used;

    getrusage(RUSAGE_SELF, &used);
    printf(
        "  %u thread%s %8llu draws %7.3f s (%.2fx) %8.0f draws/s %5zu values; cpu %6.3f s, %5.0f ns a draw, or %5.0f exp or "
        "log of %.2f ns; peak %.1f MB\n",
        threads, threads > 1 ? "s" : " ", (unsigned long long) e->draws, spent.wall, first / spent.wall,
        (double) e->draws / spent.wall, varying(e), spent.cpu, ns, ns / exp_or_log, exp_or_log,
        (double) used.ru_maxrss / 1024);
}

static enum sampling
sampling_of(const char *word)
{
    return strcmp(word, "lhs") == 0 ? SAMPLING_LHS : strcmp(word, "sobol") == 0 ? SAMPLING_SOBOL : SAMPLING_RANDOM;
}

static enum status
measure(const struct plan *p, struct ensemble_options *o, char **threads, struct error *err)
{
    double first = 0;
    enum status rc = OK;

    for (; *threads && !rc; threads++) {
        struct ensemble e = { 0 };
        const double exp_or_log = calibrate(), begun = seconds(), cpu = cpu_seconds();
        struct spent spent;

        o->threads = (unsigned) atoi(*threads);
        rc = ensemble_run(&e, p, o, err);
        spent = (struct spent) { seconds() - begun, cpu_seconds() - cpu };
        first = first > 0 ? first : spent.wall;
        if (!rc)
            show(&e, o->threads, spent, exp_or_log, first);
        ensemble_free(&e);
    }
    return rc;
}

int
main(int argc, char **argv)
{
    struct scenario sc = { 0 };
    struct error err = { 0 };
    struct text said = { 0 };
    struct ensemble_options o = { .seed = 1 };
    enum status rc;

    if (argc < 6)
        return 2;
    o.draws = strtoull(argv[2], NULL, 10);
    o.memory = (size_t) atoi(argv[3]) << 20;
    o.sampling = sampling_of(argv[4]);
    rc = scenario_read(&sc, argv[1], NULL, 0, &err);
    if (!rc)
        rc = measure(&sc.plan, &o, argv + 5, &err);
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
