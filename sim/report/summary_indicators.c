/* The summary's first table: what the region looks like at the plan's years, and how it changed between. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/summary.h"
#include "report/table.h"

struct marks
summary_marks(const struct plan *p)
{
    struct marks m = { 1, { p->start } };

    if (p->steps && p->steps < MARKS) {
        for (size_t i = 0; i < p->steps; i++)
            if (p->step[i].to > m.year[m.count - 1] && p->step[i].to <= p->end)
                m.year[m.count++] = p->step[i].to;
    } else {
        for (int year = p->start + 1; year <= p->end && m.count < MARKS; year++)
            if (year % 5 == 0 || year == p->end)
                m.year[m.count++] = year;
    }
    if (m.year[m.count - 1] != p->end && m.count < MARKS)
        m.year[m.count++] = p->end;
    return m;
}

enum word
summary_steps_word(const struct plan *p)
{
    return p->steps == 3 ? WORD_summary_steps : WORD_summary_steps_plain;
}

void
summary_period(struct text *out, enum language language, int before, int year)
{
    const bool plan = year - before == 5 && year >= 2025 && year <= 2035 && year % 5 == 0;
    const enum word names[] = { WORD_plan_period_2025, WORD_plan_period_2030, WORD_plan_period_2035 };

    if (plan)
        text_add(out, word_in(language, names[(year - 2025) / 5]));
    else if (language == CHINESE)
        text_print(out, "%d-%d年", before + 1, year);
    else
        text_print(out, "%d-%02d", before + 1, year % 100);
}

struct row {
    const struct summary *s;
    const struct marks *m;
    struct table *table;
};

static void
add_heading(const struct row *r)
{
    const size_t row = table_row(r->table);

    table_set(r->table, row, 0, word_in(r->s->language, WORD_summary_indicators));
    for (size_t i = 0; i < r->m->count; i++) {
        struct text cell = { 0 };
        char year[TEXT_NUMBER];

        word_fill(&cell, r->s->language, WORD_summary_year,
                  (const char *const[]) { text_number(year, r->m->year[i]), NULL });
        table_set(r->table, row, 1 + i, text_of(&cell));
        text_free(&cell);
        if (i) {
            summary_period(&cell, r->s->language, r->m->year[i - 1], r->m->year[i]);
            table_set(r->table, row, MARKS + i, text_of(&cell));
            text_free(&cell);
        }
    }
}

/* Growth a year in percent of `growth`, or the change in points of the series itself. */
static void
add_change(const struct row *r, size_t row, size_t series, size_t growth, size_t i, int decimals)
{
    const struct trajectory *t = r->s->trajectory;
    const int before = r->m->year[i - 1], year = r->m->year[i];
    struct text cell = { 0 };
    char number[NUMBER_SHOWN];

    if (growth != PLAN_NONE) {
        const double ratio = trajectory_at(t, growth, year) / trajectory_at(t, growth, before);

        text_print(&cell, "%s%%",
                   number_shown(number, 100 * (pow(ratio, 1.0 / (year - before)) - 1), 1, r->s->language));
    } else {
        const double change = trajectory_at(t, series, year) - trajectory_at(t, series, before);

        if (r->s->language == CHINESE) /* as plans print it, and a cell less */
            number_shown(number, change, decimals, CHINESE);
        else
            number_signed(number, change, decimals, r->s->language);
        word_fill(&cell, r->s->language, WORD_summary_points, (const char *const[]) { number, NULL });
    }
    table_set(r->table, row, MARKS + i, text_of(&cell));
    text_free(&cell);
}

/* A row of the series, if it is reported; its changes are growth of `growth` where that is named. */
static void
add_series(const struct row *r, const char *label, size_t region, const char *key, const char *growth)
{
    const struct trajectory *t = r->s->trajectory;
    const size_t series = trajectory_find(t, region, key);
    const size_t grows = growth ? trajectory_find(t, region, growth) : PLAN_NONE;
    char number[NUMBER_SHOWN];
    size_t row;
    int decimals;

    if (series == PLAN_NONE)
        return;
    decimals = indicators[t->series[series].indicator].decimals;
    row = table_row(r->table);
    table_set(r->table, row, 0, label);
    for (size_t i = 0; i < r->m->count; i++) {
        number_shown(number, trajectory_at(t, series, r->m->year[i]), decimals, r->s->language);
        table_set(r->table, row, 1 + i, number);
        if (i)
            add_change(r, row, series, grows, i, decimals);
    }
}

static void
add_named(const struct row *r, enum word label, const char *argument, size_t region, const char *key,
          const char *growth)
{
    struct text text = { 0 };

    word_fill(&text, r->s->language, label, (const char *const[]) { argument, NULL });
    add_series(r, text_of(&text), region, key, growth);
    text_free(&text);
}

/* "13.2∶43.4∶43.4", on a screen 13:43:43; each is rounded by itself, as communiques do. */
static void
add_structure(const struct row *r)
{
    const struct trajectory *t = r->s->trajectory;
    const size_t home = t->plan->home;
    const size_t row = table_row(r->table);
    static const char *const share[] = { "share_primary", "share_secondary", "share_tertiary" };
    const char *colon = r->s->on_page && r->s->language == CHINESE ? "∶" : ":";
    const int decimals = r->s->on_page ? 1 : 0;

    table_set(r->table, row, 0, word_in(r->s->language, WORD_summary_structure));
    for (size_t i = 0; i < r->m->count; i++) {
        struct text cell = { 0 };

        for (size_t k = 0; k < sizeof share / sizeof share[0]; k++) {
            char number[NUMBER_SHOWN];

            number_shown(number, trajectory_at(t, trajectory_find(t, home, share[k]), r->m->year[i]), decimals,
                         r->s->language);
            text_print(&cell, "%s%s", k ? colon : "", number);
        }
        table_set(r->table, row, 1 + i, text_of(&cell));
        text_free(&cell);
    }
}

void
summary_indicators_fill(struct table *table, const struct summary *s)
{
    const struct plan *p = s->trajectory->plan;
    const struct marks m = summary_marks(p);
    const bool beside = p->benchmark != PLAN_NONE && p->benchmark != p->home;
    const struct plan_region *b = beside ? &p->region[p->benchmark] : NULL;
    const char *nation = beside ? name_in(s->language, b->name, b->name_zh) : "";
    const struct row r = { s, &m, table };
    char cities[TEXT_NUMBER];

    table_init(table, "lrrrrrrr", 1 + m.count);
    add_heading(&r);
    add_named(&r, WORD_summary_gdp, NULL, p->home, "gdp", "gdp_real");
    add_named(&r, WORD_summary_gdp_per_capita, NULL, p->home, "gdp_per_capita", "gdp_per_capita_real");
    if (beside) {
        add_named(&r, WORD_summary_benchmark_yuan, nation, p->benchmark, "gdp_per_capita", "gdp_per_capita_real");
        add_named(&r, WORD_summary_relative, nation, p->home, "relative_gdp_per_capita", NULL);
    }
    add_named(&r, WORD_summary_population, NULL, p->home, "population", "population");
    add_named(&r, WORD_summary_urbanization, NULL, p->home, "urbanization", NULL);
    if (beside)
        add_named(&r, WORD_summary_benchmark_percent, nation, p->benchmark, "urbanization", NULL);
    add_structure(&r);
    add_named(&r, WORD_summary_modernization, nation, p->home, "modernization", NULL);
    add_named(&r, WORD_summary_modernization_west, NULL, p->home, "modernization_west", NULL);
    add_named(&r, WORD_summary_rank_row, text_number(cities, (double) p->peers.count), p->home, "rank_national", NULL);
}

void
summary_indicators(struct text *out, const struct summary *s)
{
    struct table table;

    summary_indicators_fill(&table, s);
    table_draw(out, &table, 0, s->width, s->ambiguous);
    table_free(&table);
    text_add(out, word_in(s->language, WORD_summary_growth_note));
    text_add(out, "\n");
}
