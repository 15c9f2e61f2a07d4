#include "report/results_calibrate.h"
#include <math.h>
#include <string.h>
#include "models/indicator.h"
#include "report/results.h"

const char *
calibrate_verdict_name(enum calibrate_verdict v)
{
    return v == FIT_BY_DATA ? "data" : v == FIT_BY_BOTH ? "both" : "prior";
}

static const struct plan_entry *
first_entry(const struct calibration *c, const struct calibrate_estimate *e)
{
    return &c->plan->entry[e->entries ? e->entry[0] : e->fit->entry[0]];
}

void
estimate_key(struct text *out, const struct calibration *c, size_t estimate)
{
    const struct calibrate_estimate *e = &c->estimate[estimate];

    text_print(out, "%s%s", e->entries ? "" : "mean of ", first_entry(c, e)->key);
}

/* A number in the setting's unit; empty where it is infinite: no prior */
static void
number(struct text *out, double x, double scale)
{
    text_add(out, ",");
    csv_add_number(out, x / scale);
}

void
results_estimates(struct text *out, const struct calibration *c)
{
    text_add(out, "key,settings,unit,before,estimate,standard_error,prior_mean,prior_sd,low,high,prior_share,told_by,"
                  "at_bound\n");
    for (size_t k = 0; k < c->estimates; k++) {
        const struct calibrate_estimate *e = &c->estimate[k];
        const enum unit unit = first_entry(c, e)->setting->unit;
        const double scale = unit_scale(unit);

        estimate_key(out, c, k);
        text_print(out, ",%zu,%s", e->entries, unit_name(unit));
        number(out, e->planned, scale);
        number(out, e->value, scale);
        number(out, e->error, scale);
        number(out, isfinite(e->prior_sd) ? e->prior : INFINITY, scale);
        number(out, e->prior_sd, scale);
        number(out, e->low, scale);
        number(out, e->high, scale);
        number(out, e->prior_share, 1);
        text_print(out, ",%s,%s\n", calibrate_verdict_name(e->verdict), e->at_bound ? "yes" : "no");
    }
}

void
results_estimate_correlations(struct text *out, const struct calibration *c)
{
    text_add(out, "key,with,correlation\n");
    for (size_t a = 0; a < c->estimates; a++)
        for (size_t b = a + 1; b < c->estimates; b++) {
            estimate_key(out, c, a);
            text_add(out, ",");
            estimate_key(out, c, b);
            number(out, calibration_correlation(c, a, b), 1);
            text_add(out, "\n");
        }
}

static enum unit
unit_of(const char *indicator)
{
    for (size_t i = 0; i < indicator_count; i++)
        if (indicators[i].of_sector ? !strncmp(indicator, indicators[i].key, strlen(indicators[i].key))
                                    : !strcmp(indicator, indicators[i].key))
            return indicators[i].unit;
    return UNIT_NUMBER;
}

void
results_residuals(struct text *out, const struct calibration *c, const struct observed *observed)
{
    text_add(out, "region,indicator,unit,year,observed,model,residual,scaled,fitted\n");
    for (size_t i = 0; i < c->residuals; i++) {
        const struct calibrate_residual *r = &c->residual[i];
        const struct observed *o = &observed[r->observed];

        csv_add_field(out, c->plan->region[o->region].key);
        text_print(out, ",%s,%s,%d", o->indicator, unit_name(unit_of(o->indicator)), r->year);
        number(out, r->value, 1);
        number(out, r->model, 1);
        number(out, r->model - r->value, 1);
        number(out, r->scaled, 1);
        text_print(out, ",%s\n", r->fitted ? "yes" : "no");
    }
}
