#include "command/ensemble_ask.h"
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>
#include "base/memory.h"

#define DRAWS 100000 /* about a second for the shipped baseline on two cores; a chance is then known to 0.2 points */
#define DRAWS_MOST 1e9
#define FIRST_MOST 1e15
#define MEMORY_MIB 512
#define MEMORY_MOST 1048576 /* MiB: a terabyte */
#define UNTIL_LEAST 0.001   /* percent: 2.5e9 draws */

static enum status
worse(enum status a, enum status b)
{
    return a ? a : b;
}

/* As a scenario's seed: at most 19 digits */
static bool
seed_of(uint64_t *seed, const char *text)
{
    if (!*text || strspn(text, "0123456789") != strlen(text) || strlen(text) > 19)
        return false;
    *seed = strtoull(text, NULL, 10);
    return true;
}

static uint64_t
chosen_seed(void)
{
    unsigned bytes = 0;

    if (getrandom(&bytes, sizeof bytes, 0) != sizeof bytes)
        bytes = (unsigned) getpid();
    return bytes % 1000000000; /* short enough to be typed again */
}

enum status
ask_seed(uint64_t *seed, const struct options *o, const struct scenario *sc, struct error *err)
{
    const char *given = options_value(o, OPTION_SEED);

    if (given && !seed_of(seed, given))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_option_bad_seed, given);
    if (!given && !(sc->seed && seed_of(seed, sc->seed)))
        *seed = chosen_seed();
    return OK;
}

static enum status
ask_sampling(struct ensemble_ask *ask, const struct options *o, struct error *err)
{
    static const char *const names[] = {
        [SAMPLING_RANDOM] = "random", [SAMPLING_LHS] = "lhs", [SAMPLING_SOBOL] = "sobol"
    };
    const char *given = options_value(o, OPTION_SAMPLING);

    ask->sampling = names[SAMPLING_RANDOM];
    for (size_t i = 0; given && i < sizeof names / sizeof names[0]; i++)
        if (!strcmp(names[i], given)) {
            ask->options.sampling = (enum sampling) i;
            ask->sampling = names[i];
            return OK;
        }
    return given ? error_add(err, FAILED_INPUT, NOWHERE, WORD_sampling_unknown, given) : OK;
}

/* "0.5%" or "0.5", percentage points. Without -n as many draws as the worst case, a chance of one half, needs. */
static enum status
ask_until(struct ensemble_ask *ask, const struct options *o, struct error *err)
{
    const char *given = options_value(o, OPTION_UNTIL);
    char *number = given ? strdup(given) : NULL;
    double percent = 0;
    bool read;

    if (!given)
        return OK;
    if (*number && number[strlen(number) - 1] == '%')
        number[strlen(number) - 1] = '\0';
    read = text_to_number(number, &percent) && percent >= UNTIL_LEAST && percent <= 50;
    free(number);
    if (!read)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_option_bad_until, given);
    ask->options.until = percent / 100;
    if (!options_given(o, OPTION_N))
        ask->options.draws = options_given(o, OPTION_GIVEN)
                                 ? (uint64_t) DRAWS_MOST
                                 : (uint64_t) ceil(0.25 / (ask->options.until * ask->options.until)) + ENSEMBLE_CHUNK;
    return OK;
}

static enum status
target_unknown(const struct plan *p, const char *key, struct error *err)
{
    const char **keys = memory_new(p->targets + 1, sizeof *keys);
    struct text all = { 0 };
    const char *nearest;
    enum status rc;

    for (size_t i = 0; i < p->targets; i++) {
        keys[i] = p->target[i].key;
        text_print(&all, "%s%s", i ? ", " : "", keys[i]);
    }
    nearest = text_nearest(key, keys, p->targets);
    if (nearest)
        rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_given_unknown, key, nearest);
    else
        rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_unknown_indicator, key, text_of(&all));
    free(keys);
    text_free(&all);
    return rc;
}

/* "TARGET=missed" or "TARGET=met" */
static enum status
ask_given(struct ensemble_ask *ask, const struct options *o, const struct plan *p, struct error *err)
{
    const char *equals;
    char *key;
    enum status rc = OK;

    ask->target = PLAN_NONE;
    ask->given = options_value(o, OPTION_GIVEN);
    if (!ask->given)
        return OK;
    equals = strchr(ask->given, '=');
    if (!equals || (strcmp(equals, "=missed") != 0 && strcmp(equals, "=met") != 0))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_option_bad_given, ask->given);
    ask->options.given_met = !strcmp(equals, "=met");
    key = strndup(ask->given, (size_t) (equals - ask->given));
    for (size_t i = 0; i < p->targets; i++)
        if (!strcmp(p->target[i].key, key))
            ask->target = i;
    if (ask->target == PLAN_NONE)
        rc = target_unknown(p, key, err);
    free(key);
    return rc;
}

static size_t
processors(void)
{
    const long n = sysconf(_SC_NPROCESSORS_ONLN);

    return n < 1 ? 1 : n > ENSEMBLE_THREADS ? ENSEMBLE_THREADS : (size_t) n;
}

enum status
ensemble_ask(struct ensemble_ask *ask, const struct options *o, const struct scenario *sc, struct error *err)
{
    size_t draws = DRAWS, first = 0, threads = processors(), memory = MEMORY_MIB;
    enum status rc;

    *ask = (struct ensemble_ask) { .file = options_value(o, OPTION_DRAWS) };
    rc = options_whole(o, OPTION_N, 1, DRAWS_MOST, &draws, err);
    rc = worse(options_whole(o, OPTION_FIRST, 0, FIRST_MOST, &first, err), rc);
    rc = worse(options_whole(o, OPTION_THREADS, 1, ENSEMBLE_THREADS, &threads, err), rc);
    rc = worse(options_whole(o, OPTION_MEMORY, 0, MEMORY_MOST, &memory, err), rc);
    ask->options.draws = draws;
    ask->options.first = first;
    ask->options.threads = (unsigned) threads;
    ask->options.memory = memory << 20;
    rc = worse(ask_seed(&ask->options.seed, o, sc, err), rc);
    rc = worse(ask_sampling(ask, o, err), rc);
    rc = worse(ask_until(ask, o, err), rc);
    return worse(ask_given(ask, o, &sc->plan, err), rc);
}
