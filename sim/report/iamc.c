/* The IAMC wide format, which pyam and the scenario databases read. */
#include <stdio.h>
#include <string.h>
#include "report/results.h"

/* Names of the IAMC common definitions (github.com/IAMconsortium/common-definitions) where they have one, and in
 * their manner for current prices and a head. What is not here stands under our own key. GDP is in yuan, not converted: GDP|MER is the series at constant prices. */
static const struct variable {
    const char *key, *name;
} variables[] = {
    { "gdp_real", "GDP|MER" },
    { "gdp", "GDP|Current Prices" },
    { "gdp_per_capita_real", "GDP|Per Capita|MER" },
    { "gdp_per_capita", "GDP|Per Capita|Current Prices" },
    { "population", "Population" },
    { "urbanization", "Population|Urban|Share" },
    { "employment", "Labor Force|Employed" },
    { "capital", "Capital Stock" },
};

static const char *
variable_name(const char *key)
{
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++)
        if (!strcmp(variables[i].key, key))
            return variables[i].name;
    return key;
}

/* Units in the IAMC's manner, and what one of ours is in them */
struct measure {
    const char *name;
    double scale;
    bool is_money;
};

static struct measure
measure_of(enum unit unit)
{
    switch (unit) {
    case UNIT_PERCENT: return (struct measure) { "%", 1, false };
    case UNIT_YI_YUAN: return (struct measure) { "billion CNY", 0.1, true };
    case UNIT_YUAN: return (struct measure) { "CNY", 1, true };
    case UNIT_WAN: return (struct measure) { "million", 0.01, false };
    default: return (struct measure) { unit_name(unit), 1, false };
    }
}

/* At prices of the base year */
static bool
is_real(const char *key)
{
    return strstr(key, "_real") || !strcmp(key, "capital") || !strcmp(key, "labour_productivity");
}

/* "billion CNY_2020/yr"; a stock is not a year's. */
static void
add_unit(struct text *out, const struct measure *m, const char *key, int base_year)
{
    text_print(out, ",%s", m->name);
    if (m->is_money && is_real(key))
        text_print(out, "_%d", base_year);
    if (m->is_money && strcmp(key, "capital") != 0)
        text_add(out, "/yr");
}

static void
begin_row(struct text *out, const struct trajectory *t, size_t region)
{
    text_add(out, "sanbu,");
    csv_add_field(out, t->plan->name);
    text_add(out, ",");
    csv_add_field(out, t->plan->region[region].key);
}

static void
add_row(struct text *out, const struct trajectory *t, size_t i)
{
    const struct series *s = &t->series[i];
    const struct measure measure = measure_of(indicators[s->indicator].unit);

    begin_row(out, t, s->region);
    text_print(out, ",%s", variable_name(s->key));
    add_unit(out, &measure, s->key, t->plan->start);
    for (size_t y = 0; y < t->years; y++) {
        text_add(out, ",");
        csv_add_number(out, t->value[i * t->years + y] * measure.scale);
    }
    text_add(out, "\n");
}

/* The three groups of sectors, which are the common definitions' (ISIC A, B-F, G-X) */
static const struct group {
    const char *name, *share;
} groups[SECTOR_GROUPS] = {
    [PRIMARY] = { "Value Added|Agriculture", "share_primary" },
    [SECONDARY] = { "Value Added|Industry", "share_secondary" },
    [TERTIARY] = { "Value Added|Services", "share_tertiary" },
};

/* Value added of a group at prices of the base year, yi yuan: the sum of its sectors */
static double
real_value_added(const struct trajectory *t, size_t region, enum sector_group group, int year)
{
    const struct plan_region *r = &t->plan->region[region];
    double sum = 0;

    for (size_t s = 0; s < r->sectors; s++) {
        char key[sizeof t->series->key];

        snprintf(key, sizeof key, "va_real_%s", r->sector[s].key);
        if (r->sector[s].group == group)
            sum += trajectory_at(t, trajectory_find(t, region, key), year);
    }
    return sum;
}

/* At current prices everywhere; at those of the base year where a region has sectors */
static void
add_group(struct text *out, const struct trajectory *t, size_t region, enum sector_group group)
{
    const size_t share = trajectory_find(t, region, groups[group].share), gdp = trajectory_find(t, region, "gdp");
    const struct plan *p = t->plan;

    begin_row(out, t, region);
    text_print(out, ",%s|Current Prices,billion CNY/yr", groups[group].name);
    for (int year = p->start; year <= p->end; year++) {
        text_add(out, ",");
        csv_add_number(out, trajectory_at(t, gdp, year) * trajectory_at(t, share, year) / 100 * 0.1);
    }
    text_add(out, "\n");
    if (p->region[region].sectors == 0)
        return;
    begin_row(out, t, region);
    text_print(out, ",%s,billion CNY_%d/yr", groups[group].name, p->start);
    for (int year = p->start; year <= p->end; year++) {
        text_add(out, ",");
        csv_add_number(out, real_value_added(t, region, group, year) * 0.1);
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
    for (size_t r = 0; r < t->plan->regions; r++)
        for (int g = 0; g < SECTOR_GROUPS; g++)
            add_group(out, t, r, (enum sector_group) g);
}
