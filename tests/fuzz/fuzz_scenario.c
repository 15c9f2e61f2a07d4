/* Any bytes as a scenario: read, or refused with an error that can be said in both languages. What is read has an
 * effective.cfg that reads again, to the same plan; and it runs, or says why not. */
#include <string.h>
#include "engine/run.h"
#include "scenario/scenario.h"
#include "tests/fuzz/house.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define YEARS_RUN 20 /* longer horizons only cost time */

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void) argc;
    (void) argv;
    house_open();
    return 0;
}

static void
check_said(const struct error *err)
{
    for (size_t i = 0; i < err->lines; i++)
        for (enum language language = ENGLISH; language < LANGUAGES; language++) {
            struct text said = { 0 };

            error_print(&said, &err->line[i], language);
            if (!said.length || !text_is_utf8(text_of(&said), said.length))
                abort();
            text_free(&said);
        }
}

static void
check_same_plan(const struct plan *a, const struct plan *b)
{
    if (a->values != b->values || memcmp(a->value, b->value, a->values * sizeof *a->value) != 0)
        abort();
    if (a->regions != b->regions || a->targets != b->targets || a->steps != b->steps || a->years != b->years)
        abort();
}

static void
check_effective(const struct scenario *sc)
{
    struct text text = { 0 }, once_more = { 0 };
    struct scenario again = { 0 };
    struct error err = { 0 };
    char *path;

    scenario_effective(&text, sc, house);
    path = house_file("effective.cfg", text_of(&text), text.length);
    if (scenario_read(&again, path, NULL, 0, &err) != OK)
        abort();
    check_same_plan(&sc->plan, &again.plan);
    scenario_effective(&once_more, &again, house);
    if (strcmp(text_of(&text), text_of(&once_more)) != 0)
        abort();
    scenario_free(&again);
    error_free(&err);
    text_free(&text);
    text_free(&once_more);
    free(path);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *path = house_file("fuzzed.cfg", data, size);
    struct error err = { 0 };
    struct scenario sc = { 0 };
    struct trajectory t = { 0 };

    if (scenario_read(&sc, path, NULL, 0, &err) == OK) {
        check_effective(&sc);
        if (sc.plan.years <= YEARS_RUN && run_plan(&t, &sc.plan, &err) != OK && error_count(&err) == 0)
            abort();
    } else if (error_count(&err) == 0) {
        abort(); /* refused without a word */
    }
    check_said(&err);
    trajectory_free(&t);
    scenario_free(&sc);
    error_free(&err);
    free(path);
    return 0;
}
