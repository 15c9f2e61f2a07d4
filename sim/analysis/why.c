#include "analysis/why.h"
#include <math.h>
#include "analysis/alike.h"
#include "engine/series.h"

static double
value_of(const struct compared *s, const struct why *w)
{
    return compare_value(s->trajectory, indicators[w->indicator].key, w->year);
}

static bool
all_report(const struct compared *scenario, size_t count, const struct why *w)
{
    for (size_t i = 0; i < count; i++)
        if (!isfinite(value_of(&scenario[i], w)))
            return false;
    return true;
}

static void
choose_figure(struct why *w, const struct compared *scenario, size_t count)
{
    w->year = scenario[0].trajectory->plan->end;
    for (size_t i = 1; i < count; i++)
        if (scenario[i].trajectory->plan->end < w->year)
            w->year = scenario[i].trajectory->plan->end;
    w->indicator = indicator_number("modernization");
    if (!all_report(scenario, count, w))
        w->indicator = indicator_number("gdp_per_capita");
}

/* The furthest apart of those whose settings can be exchanged; false where none differ. */
static bool
choose_pair(struct why *w, const struct compared *scenario, size_t count)
{
    double furthest = 0;

    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++) {
            const double far = fabs(value_of(&scenario[k], w) - value_of(&scenario[i], w));
            struct text what = { 0 };

            if (far > furthest && plans_alike(scenario[i].trajectory->plan, scenario[k].trajectory->plan, &what)) {
                furthest = far;
                w->from = i;
                w->to = k;
            }
            text_free(&what);
        }
    return furthest > 0;
}

enum status
why_causes_check(const struct compared *scenario, const char *const *causes, size_t number, struct error *err)
{
    char most[TEXT_NUMBER];

    if (number >= SHAPLEY_GROUPS)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_cause_too_many, text_number(most, SHAPLEY_GROUPS - 1));
    return shapley_names(scenario[0].trajectory->plan, causes, number, err);
}

void
why_furthest(struct why *out, const struct compared *scenario, size_t count, const char *const *causes, size_t number)
{
    struct error err = { 0 }; /* a comparison is no worse for what cannot be explained */

    *out = (struct why) { 0 };
    choose_figure(out, scenario, count);
    if (choose_pair(out, scenario, count)) {
        const struct plan *base = scenario[out->from].trajectory->plan;
        const struct shapley_figure of = { base->home, indicators[out->indicator].key, out->year };

        out->known = shapley(&out->shares, base, scenario[out->to].trajectory->plan, of, number ? causes : NULL,
                             number ? number : WHY_PARTS, &err)
                     == OK;
    }
    error_free(&err);
}

void
why_free(struct why *w)
{
    shapley_free(&w->shares);
    *w = (struct why) { 0 };
}
