/* contributions.csv, and the block of the summary. */
#include "report/contributions.h"
#include <math.h>
#include <stdio.h>
#include "report/number.h"
#include "report/results.h"
#include "report/summary.h"
#include "report/table.h"

const char *const source_name[SOURCES] = { "capital", "tfp",   "human_capital", "reallocation", "labour",
                                           "fixed",   "cycle", "policy",        "catch_up" };

double
contribution_mean(const struct trajectory *t, size_t region, size_t source, int before, int year)
{
    char key[64];
    size_t series;
    double sum = 0;

    snprintf(key, sizeof key, "contribution_%s", source_name[source]);
    series = trajectory_find(t, region, key);
    for (int y = before + 1; y <= year; y++)
        sum += trajectory_at(t, series, y);
    return sum / (year - before);
}

double
contribution_total(const struct trajectory *t, size_t region, int before, int year)
{
    double sum = 0;

    for (size_t i = 0; i < SOURCES_SUM; i++)
        sum += contribution_mean(t, region, i, before, year);
    return sum;
}

static void
row(struct text *out, const struct trajectory *t, size_t region, int before, int year, const char *source, double x)
{
    csv_add_field(out, t->plan->region[region].key);
    text_print(out, ",%d,%d,%s,", before + 1, year, source);
    csv_add_number(out, x);
    text_add(out, "\n");
}

void
results_contributions(struct text *out, const struct trajectory *t)
{
    const struct marks m = summary_marks(t->plan);

    text_add(out, "region,from,to,source,points_a_year\n");
    for (size_t r = 0; r < t->plan->regions; r++)
        for (size_t i = 1; i < m.count; i++) {
            const double total = contribution_total(t, r, m.year[i - 1], m.year[i]);

            if (isnan(total))
                continue; /* a region without sectors */
            row(out, t, r, m.year[i - 1], m.year[i], "total", total);
            for (size_t k = 0; k < SOURCES; k++)
                row(out, t, r, m.year[i - 1], m.year[i], source_name[k],
                    contribution_mean(t, r, k, m.year[i - 1], m.year[i]));
        }
}

bool
summary_contributions_fill(struct table *table, const struct summary *s)
{
    static const enum word heading[SOURCES_SUM] = { WORD_source_capital,       WORD_source_tfp,
                                                    WORD_source_human_capital, WORD_source_reallocation,
                                                    WORD_source_labour,        WORD_source_fixed,
                                                    WORD_source_cycle };
    const struct trajectory *t = s->trajectory;
    const struct marks m = summary_marks(t->plan);

    if (isnan(contribution_total(t, t->plan->home, m.year[0], m.year[1])))
        return false;
    table_init(table, "lrrrrrrrr", 2);
    table_row(table);
    table_set(table, 0, 0, word_in(s->language, WORD_summary_growth_source));
    table_set(table, 0, 1, word_in(s->language, WORD_source_total));
    for (size_t k = 0; k < SOURCES_SUM; k++)
        table_set(table, 0, 2 + k, word_in(s->language, heading[k]));
    for (size_t i = 1; i < m.count; i++) {
        const int before = m.year[i - 1], year = m.year[i];
        const size_t at = table_row(table);
        struct text period = { 0 };
        char number[NUMBER_SHOWN];

        text_add(&period, "  ");
        summary_period(&period, s->language, before, year);
        table_set(table, at, 0, text_of(&period));
        text_free(&period);
        table_set(table, at, 1,
                  number_shown(number, contribution_total(t, t->plan->home, before, year), 1, s->language));
        for (size_t k = 0; k < SOURCES_SUM; k++)
            table_set(table, at, 2 + k,
                      number_shown(number, contribution_mean(t, t->plan->home, k, before, year), 1, s->language));
    }
    return true;
}

void
summary_contributions(struct text *out, const struct summary *s)
{
    struct table table;

    if (!summary_contributions_fill(&table, s))
        return;
    text_add(out, "\n");
    table_draw(out, &table, 0, s->width, s->ambiguous);
    table_free(&table);
}
