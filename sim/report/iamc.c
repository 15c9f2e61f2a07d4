/* The IAMC wide format, which pyam and the scenario databases read. */
#include <math.h>
#include <string.h>
#include "report/results.h"

/* The common template's names and units where it has them; the rest stand under our own key. */
static const struct template
{
    const char *key, *variable, *unit;
    double scale;
}
templates[] = {
    { "population", "Population", "million", 0.01 },
    { "gdp", "GDP|Current Prices", "billion CNY/yr", 0.1 },
    { "gdp_real", "GDP|Constant Prices", "billion CNY/yr", 0.1 },
    { "gdp_per_capita", "GDP|Per Capita|Current Prices", "CNY/yr", 1 },
    { "gdp_per_capita_real", "GDP|Per Capita|Constant Prices", "CNY/yr", 1 },
    { "urbanization", "Population|Urban|Share", "%", 1 },
    { "employment", "Employment", "million", 0.01 },
    { "capital", "Capital Stock", "billion CNY", 0.1 },
};

static const struct template *
template_of(const char *key)
{
    for (size_t i = 0; i < sizeof templates / sizeof templates[0]; i++)
        if (!strcmp(templates[i].key, key))
            return &templates[i];
    return NULL;
}

static void
add_row(struct text *out, const struct trajectory *t, size_t i)
{
    const struct series *s = &t->series[i];
    const struct template *known = template_of(s->key);
    const char *unit = unit_name(indicators[s->indicator].unit);

    text_add(out, "sanbu,");
    csv_add_field(out, t->plan->name);
    text_add(out, ",");
    csv_add_field(out, t->plan->region[s->region].key);
    text_print(out, ",%s,%s", known ? known->variable : s->key, known ? known->unit : unit);
    for (size_t y = 0; y < t->years; y++) {
        const double x = t->value[i * t->years + y] * (known ? known->scale : 1);

        text_add(out, ",");
        if (isfinite(x))
            text_print(out, "%.17g", x == 0 ? 0.0 : x);
    }
    text_add(out, "\n");
}

void
results_iamc(struct text *out, const struct trajectory *t)
{
    text_add(out, "Model,Scenario,Region,Variable,Unit");
    for (int year = t->plan->start; year <= t->plan->end; year++)
        text_print(out, ",%d", year);
    text_add(out, "\n");
    for (size_t i = 0; i < t->count; i++)
        add_row(out, t, i);
}
