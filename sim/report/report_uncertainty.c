/* Chances and ranges, where draws were made. */
#include "report/drawn.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/report_facts.h"

static void
set(struct table *table, size_t row, size_t column, struct text *cell)
{
    table_set(table, row, column, text_of(cell));
    text_free(cell);
}

static void
chance_cells(struct table *table, size_t row, const struct chance *c, enum language language)
{
    struct text cell = { 0 };

    chance_phrase(&cell, c->probability);
    set(table, row, 1, &cell);
    chance_error_phrase(&cell, c, language);
    set(table, row, 2, &cell);
}

/* A row a step, its targets below it, then those of no step */
static void
chance_rows(struct table *table, const struct report *r, size_t step)
{
    const struct plan *plan = r->all.base.trajectory->plan;
    const enum language language = r->all.base.language;
    struct text cell = { 0 }, number = { 0 };

    if (step != PLAN_NONE) {
        const struct plan_step *s = &plan->step[step];
        const size_t row = table_row(table);

        ordinal_phrase(&number, step + 1, language);
        report_fill(&cell, r, WORD_report_step_row, text_of(&number),
                    name_in(language, s->title ? s->title : s->key, s->title_zh), NULL, NULL);
        set(table, row, 0, &cell);
        chance_cells(table, row, &r->ensemble->step[step], language);
        text_free(&number);
    }
    for (size_t i = 0; i < plan->targets; i++) {
        const struct plan_target *g = &plan->target[i];
        struct text name = { 0 };
        char year[TEXT_NUMBER];

        if (g->step != step)
            continue;
        const size_t row = table_row(table);
        target_name(&name, r->all.base.trajectory, g, language);
        text_add(&cell, "  ");
        report_fill(&cell, r, WORD_report_row_year, text_of(&name), text_number(year, g->year), NULL, NULL);
        if (target_is_aside(g))
            text_add(&cell, " *");
        set(table, row, 0, &cell);
        chance_cells(table, row, &r->ensemble->target[i], language);
        text_free(&name);
    }
}

static void
add_chances(struct page *p, const struct report *r)
{
    const struct plan *plan = r->all.base.trajectory->plan;
    struct table table;

    if (!plan->targets)
        return;
    page_subsection(p, word_in(p->language, WORD_report_chances));
    table_init(&table, "lrr", 2);
    table_row(&table);
    table_set(&table, 0, 0, word_in(p->language, WORD_summary_targets));
    table_set(&table, 0, 1, word_in(p->language, WORD_report_chance_head));
    table_set(&table, 0, 2, word_in(p->language, WORD_report_chance_error));
    for (size_t i = 0; i < plan->steps; i++)
        chance_rows(&table, r, i);
    chance_rows(&table, r, PLAN_NONE);
    page_table(p, word_in(p->language, WORD_report_chances_caption), &table, 1);
    table_free(&table);
    report_chart(p, r, "probability");
    report_chart(p, r, "steps_chance");
}

static const struct spread *
spread_of(const struct report *r, const char *key, int year, int *decimals)
{
    const struct ensemble *e = r->ensemble;

    for (size_t i = 0; i < e->count; i++)
        if (e->series[i].region == e->plan->home && !strcmp(e->series[i].key, key)) {
            *decimals = indicators[e->series[i].indicator].decimals;
            return ensemble_spread(e, i, (size_t) (year - e->plan->start));
        }
    return NULL;
}

static void
range_cell(struct table *table, size_t row, size_t column, const struct report *r, double low, double high,
           int decimals)
{
    struct text cell = { 0 };
    char a[NUMBER_SHOWN], b[NUMBER_SHOWN];

    report_fill(&cell, r, WORD_report_range, number_shown(a, low, decimals, r->all.base.language),
                number_shown(b, high, decimals, r->all.base.language), NULL, NULL);
    set(table, row, column, &cell);
}

static void
range_row(struct table *table, const struct report *r, const char *key, int year)
{
    const struct trajectory *t = r->all.base.trajectory;
    int decimals = 0;
    const struct spread *s = spread_of(r, key, year, &decimals);
    struct text name = { 0 }, cell = { 0 };
    char number[NUMBER_SHOWN];
    size_t row;

    if (!s)
        return;
    row = table_row(table);
    series_phrase(&name, t, trajectory_find(t, t->plan->home, key), r->all.base.language);
    report_fill(&cell, r, WORD_report_row_year, text_of(&name), text_number(number, year), NULL, NULL);
    set(table, row, 0, &cell);
    table_set(table, row, 1, number_shown(number, s->quantile[2], decimals, r->all.base.language));
    range_cell(table, row, 2, r, s->quantile[1], s->quantile[3], decimals);
    range_cell(table, row, 3, r, s->quantile[0], s->quantile[4], decimals);
    text_free(&name);
}

static void
add_ranges(struct page *p, const struct report *r)
{
    static const char *const keys[] = { "gdp",          "gdp_per_capita", "relative_gdp_per_capita",
                                        "urbanization", "population",     "modernization",
                                        "rank_national" };
    static const char *const fans[] = { "fan_gdp", "fan_gdp_per_capita", "fan_urbanization", "fan_modernization",
                                        "rank_distribution" };
    const struct marks m = summary_marks(r->all.base.trajectory->plan);
    struct table table;

    page_subsection(p, word_in(p->language, WORD_report_fans));
    table_init(&table, "lrrr", 2);
    table_row(&table);
    table_set(&table, 0, 0, word_in(p->language, WORD_summary_indicators));
    table_set(&table, 0, 1, word_in(p->language, WORD_report_median));
    table_set(&table, 0, 2, word_in(p->language, WORD_report_half));
    table_set(&table, 0, 3, word_in(p->language, WORD_report_most));
    for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++)
        for (size_t i = 1; i < m.count; i++)
            range_row(&table, r, keys[k], m.year[i]);
    page_table(p, word_in(p->language, WORD_report_fans_caption), &table, 1);
    table_free(&table);
    for (size_t i = 0; i < sizeof fans / sizeof fans[0]; i++)
        report_chart(p, r, fans[i]);
}

void
report_part_uncertainty(struct page *p, const struct report *r)
{
    struct text text = { 0 };
    char draws[NUMBER_SHOWN], settings[TEXT_NUMBER];

    number_shown(draws, (double) r->ensemble->accepted, 0, p->language);
    report_fill(&text, r, WORD_report_draws, draws, text_number(settings, (double) r->ensemble->uncertains), r->seed,
                NULL);
    page_paragraph(p, NULL, text_of(&text));
    text_free(&text);
    add_chances(p, r);
    add_ranges(p, r);
}
