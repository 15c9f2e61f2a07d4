#include "scenario/scenario.h"
#include <stdlib.h>
#include "scenario/inherit.h"
#include "scenario/parts.h"
#include "scenario/set.h"

/* Files, --set, then part after part: every mistake is added to c->err. */
static void
read_all(struct check *c, const char *path, const char *const *set, size_t sets)
{
    c->root = inherit_file(c, path, NOWHERE);
    if (!c->root)
        return;
    for (size_t i = 0; i < sets; i++)
        set_apply(c, set[i]);
    inherit_finish(c, c->root);
    c->sc->tree = c->root;

    check_top(c, path);
    check_horizon(c);
    check_regions(c);
    check_roles(c);
    check_modernization(c);
    check_peers(c);
    check_steps(c);
    check_targets(c);
    check_precedent(c);
    check_plausible(c);
    check_observed(c);
    check_outturn(c);
    check_stated(c);
    check_levers(c);
    check_fit(c);
    check_uncertain(c);
    check_joint(c);
}

enum status
scenario_read(struct scenario *out, const char *path, const char *const *set, size_t sets, struct error *err)
{
    struct error mine = { 0 }; /* err may hold another scenario's mistakes, even the same ones */
    struct check c = { .sc = out, .plan = &out->plan, .arena = &out->arena, .err = &mine };
    enum status worst;

    out->language = -1;
    out->plan.home = out->plan.benchmark = PLAN_NONE;
    read_all(&c, path, set, sets);
    worst = error_worst(&mine);
    error_move(err, &mine);
    return worst;
}

void
scenario_free(struct scenario *sc)
{
    plan_free(&sc->plan);
    free(sc->input);
    arena_free(&sc->arena);
    *sc = (struct scenario) { 0 };
}
