/* Any bytes as a scenario: read, or refused with an error. What is read has an effective.cfg that reads again, to
 * the same plan; and it runs, or says why not. */
#include <string.h>
#include "engine/run.h"
#include "scenario/scenario.h"
#include "tests/fuzz/bytes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define YEARS_RUN 30 /* longer horizons only cost time */

static void
same_plan(const struct plan *a, const struct plan *b)
{
    if (a->values != b->values || memcmp(a->value, b->value, a->values * sizeof *a->value) != 0)
        abort();
}

static void
read_again(const struct scenario *sc)
{
    struct text text = { 0 };
    struct scenario again = { 0 };
    struct error err = { 0 };
    char path[64];
    int fd;

    scenario_effective(&text, sc, "/proc/self/fd");
    fd = bytes_file(path, (const uint8_t *) text_of(&text), text.length);
    if (scenario_read(&again, path, NULL, 0, &err) != OK)
        abort();
    same_plan(&sc->plan, &again.plan);
    scenario_free(&again);
    error_free(&err);
    text_free(&text);
    close(fd);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    const int fd = bytes_file(path, data, size);
    struct error err = { 0 };
    struct scenario sc = { 0 };
    struct trajectory t = { 0 };

    if (scenario_read(&sc, path, NULL, 0, &err) == OK) {
        read_again(&sc);
        if (sc.plan.years <= YEARS_RUN && run_plan(&t, &sc.plan, &err) != OK && error_count(&err) == 0)
            abort();
    } else if (error_count(&err) == 0) {
        abort(); /* refused without a word */
    }
    trajectory_free(&t);
    scenario_free(&sc);
    error_free(&err);
    close(fd);
    return 0;
}
