#include "command/sensitivity_ask.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "analysis/drivers.h"
#include "command/ensemble_ask.h"

#define ROWS 4096
#define ROWS_LEAST 64
#define ROWS_MOST 1e6

static const char *const method_names[METHODS] = { "sobol", "morris", "tornado", "boxes" };

static void
list_targets(struct text *out, const struct plan *p)
{
    for (size_t i = 0; i < p->targets; i++)
        text_print(out, "%s%s", i ? ", " : "", p->target[i].key);
}

/* Neither a target nor of the form INDICATOR@YEAR */
static enum status
refuse_form(const struct plan *p, const char *asked, struct error *err)
{
    const char **key = memory_new(p->targets + 1, sizeof *key), *nearest;
    struct text list = { 0 };

    for (size_t i = 0; i < p->targets; i++)
        key[i] = p->target[i].key;
    nearest = text_nearest(asked, key, p->targets);
    list_targets(&list, p);
    if (nearest)
        error_add(err, FAILED_INPUT, NOWHERE, WORD_sensitivity_of_near, asked, nearest);
    else
        error_add(err, FAILED_INPUT, NOWHERE, WORD_sensitivity_of_form, asked, text_of(&list));
    text_free(&list);
    free(key);
    return FAILED_INPUT;
}

static enum status
unknown_region(const struct plan *p, const char *region, struct error *err)
{
    struct text list = { 0 };

    for (size_t i = 0; i < p->regions; i++)
        text_print(&list, "%s%s", i ? ", " : "", p->region[i].key);
    error_add(err, FAILED_INPUT, NOWHERE, WORD_unknown_region, region, text_of(&list));
    text_free(&list);
    return FAILED_INPUT;
}

static enum status
unknown_indicator(const struct trajectory *t, size_t region, const char *key, struct error *err)
{
    const char **keys = memory_new(t->count + 1, sizeof *keys), *nearest;
    struct text list = { 0 };
    size_t count = 0;

    for (size_t i = 0; i < t->count; i++)
        if (t->series[i].region == region) {
            keys[count] = t->series[i].key;
            text_print(&list, "%s%s", count++ ? ", " : "", t->series[i].key);
        }
    nearest = text_nearest(key, keys, count);
    if (nearest)
        error_add(err, FAILED_INPUT, NOWHERE, WORD_unknown_indicator_near, key, nearest);
    else
        error_add(err, FAILED_INPUT, NOWHERE, WORD_unknown_indicator, key, text_of(&list));
    text_free(&list);
    free(keys);
    return FAILED_INPUT;
}

static enum status
take_year(struct sensitivity_ask *a, const struct trajectory *t, size_t series, const char *asked, struct error *err)
{
    const struct plan *p = t->plan;
    char start[TEXT_NUMBER], end[TEXT_NUMBER];
    double year;

    if (!text_to_number(asked, &year) || year != floor(year) || year < p->start || year > p->end)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_year_outside, asked, text_number(start, p->start),
                         text_number(end, p->end));
    a->of = (struct ensemble_output) { t->series[series].region, t->series[series].indicator, t->series[series].sector,
                                       (int) year, NULL };
    a->planned = trajectory_at(t, series, (int) year);
    if (isnan(a->planned))
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_sensitivity_no_value, t->series[series].key, asked,
                         text_number(start, p->start + (int) t->series[series].first));
    return OK;
}

/* REGION:INDICATOR@YEAR, home unless said */
static enum status
take_value(struct sensitivity_ask *a, const struct trajectory *t, const char *asked, const char *at, struct error *err)
{
    const struct plan *p = t->plan;
    const char *colon = memchr(asked, ':', (size_t) (at - asked));
    struct text region = { 0 }, key = { 0 };
    size_t number = p->home, series = PLAN_NONE;
    enum status rc = OK;

    if (colon) {
        text_add_bytes(&region, asked, (size_t) (colon - asked));
        for (number = 0; number < p->regions && strcmp(p->region[number].key, text_of(&region)) != 0;)
            number++;
    }
    text_add_bytes(&key, colon ? colon + 1 : asked, (size_t) (at - (colon ? colon + 1 : asked)));
    if (number == p->regions)
        rc = unknown_region(p, text_of(&region), err);
    if (!rc) {
        series = trajectory_find(t, number, text_of(&key));
        rc = series == PLAN_NONE ? unknown_indicator(t, number, text_of(&key), err)
                                 : take_year(a, t, series, at + 1, err);
    }
    text_free(&region);
    text_free(&key);
    return rc;
}

/* Unless said otherwise: the last value of the broadest indicator there is */
static enum status
take_usual(struct sensitivity_ask *a, const struct trajectory *t, struct error *err)
{
    static const char *const usual[] = { "modernization", "relative_gdp_per_capita", "gdp_per_capita", "gdp" };
    char year[TEXT_NUMBER];

    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
        const size_t series = trajectory_find(t, t->plan->home, usual[i]);

        if (series != PLAN_NONE)
            return take_year(a, t, series, text_number(year, t->plan->end), err);
    }
    return error_add(err, FAILED_INPUT, NOWHERE, WORD_sensitivity_nothing_default);
}

static enum status
take_output(struct sensitivity_ask *a, const struct options *o, const struct job *j, struct error *err)
{
    const char *asked = options_value(o, OPTION_OF), *at;
    const struct plan *p = &j->scenario.plan;

    if (!asked)
        return take_usual(a, &j->trajectory, err);
    for (size_t i = 0; i < p->targets; i++)
        if (strcmp(p->target[i].key, asked) == 0) {
            a->of = (struct ensemble_output) { .target = &p->target[i] };
            a->planned = j->judgements.target[i].margin;
            return OK;
        }
    at = strrchr(asked, '@');
    return at && at > asked && at[1] ? take_value(a, &j->trajectory, asked, at, err) : refuse_form(p, asked, err);
}

/* Of correlated draws only tornado and boxes make sense; a method that is named is tried, and says why not. */
static enum status
take_methods(struct sensitivity_ask *a, const struct options *o, const struct plan *p, struct error *err)
{
    const char *asked = options_value(o, OPTION_METHOD);
    bool known = !asked;

    for (int m = 0; m < METHODS; m++) {
        a->wanted[m] = asked ? strcmp(asked, method_names[m]) == 0
                             : !p->correlations || m == METHOD_TORNADO || m == METHOD_BOXES;
        known = known || a->wanted[m];
    }
    if (!asked && p->correlations) {
        const struct plan_correlation *c = p->correlation;

        error_add(err, OK, c->place, WORD_sensitivity_without, p->entry[p->uncertain[c->a].entry[0]].key,
                  p->entry[p->uncertain[c->b].entry[0]].key);
    }
    return known ? OK : error_add(err, FAILED_INPUT, NOWHERE, WORD_sensitivity_no_method, asked);
}

static enum status
take_step(struct sensitivity_ask *a, const struct options *o, const struct plan *p, struct error *err)
{
    const char *asked = options_value(o, OPTION_FAILS);
    struct text list = { 0 };
    bool counts = false;

    a->step = PLAN_NONE;
    for (size_t i = 0; i < p->steps && asked; i++) {
        text_print(&list, "%s%s", i ? ", " : "", p->step[i].key);
        if (strcmp(p->step[i].key, asked) == 0)
            a->step = i;
    }
    if (asked && a->step == PLAN_NONE)
        error_add(err, FAILED_INPUT, NOWHERE, WORD_sensitivity_no_step, asked, text_of(&list));
    text_free(&list);
    if (!asked || a->step == PLAN_NONE)
        return asked ? FAILED_INPUT : OK;
    for (size_t i = 0; i < p->targets; i++)
        counts = counts || (p->target[i].step == a->step && p->target[i].counts);
    return counts ? OK : error_add(err, FAILED_INPUT, NOWHERE, WORD_sensitivity_empty_step, asked);
}

static enum status
take_numbers(struct sensitivity_ask *a, const struct options *o, const struct job *j, struct error *err)
{
    const long cores = sysconf(_SC_NPROCESSORS_ONLN);
    enum status rc;

    a->rows = ROWS;
    a->threads = cores < 1 ? 1 : cores > ENSEMBLE_THREADS ? ENSEMBLE_THREADS : (size_t) cores;
    rc = options_whole(o, OPTION_N, ROWS_LEAST, ROWS_MOST, &a->rows, err);
    rc = ask_seed(&a->seed, o, &j->scenario, err) ? FAILED_INPUT : rc;
    return options_whole(o, OPTION_THREADS, 1, ENSEMBLE_THREADS, &a->threads, err) ? FAILED_INPUT : rc;
}

enum status
sensitivity_ask(struct sensitivity_ask *a, const struct options *o, const struct job *j, struct error *err)
{
    const struct plan *p = &j->scenario.plan;
    enum status rc = take_output(a, o, j, err);

    rc = take_methods(a, o, p, err) ? FAILED_INPUT : rc;
    rc = take_step(a, o, p, err) ? FAILED_INPUT : rc;
    rc = take_numbers(a, o, j, err) ? FAILED_INPUT : rc;
    if (!p->uncertains)
        rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_nothing_uncertain, p->name);
    return rc;
}
