#include "report/outturn_show.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/results.h"
#include "report/table.h"

enum { NAME, YEAR, PROJECTED, ACTUAL, DEVIATION, COLUMNS };

static bool
in_percent(const struct trajectory *t, size_t series)
{
    return indicators[t->series[series].indicator].is_level;
}

static double
percent(const struct deviation *d)
{
    return 100 * (d->actual / d->projected - 1);
}

static void
set_number(struct table *table, size_t row, size_t column, double x, int decimals, enum language language)
{
    char number[NUMBER_SHOWN];

    table_set(table, row, column, number_shown(number, x, decimals, language));
}

static void
fill_row(struct table *table, const struct trajectory *t, const struct deviation *d, bool named, enum language language)
{
    const size_t row = table_row(table);
    const int decimals = indicators[t->series[d->series].indicator].decimals;
    struct text name = { 0 }, off = { 0 };
    char number[NUMBER_SHOWN];

    if (named)
        series_phrase(&name, t, d->series, language);
    table_set(table, row, NAME, text_of(&name));
    table_set(table, row, YEAR, text_number(number, d->year));
    set_number(table, row, PROJECTED, d->projected, decimals, language);
    set_number(table, row, ACTUAL, d->actual, decimals, language);
    if (in_percent(t, d->series))
        text_print(&off, "%s%%", number_signed(number, percent(d), 1, language));
    else
        text_add(&off, number_signed(number, d->actual - d->projected, decimals, language));
    table_set(table, row, DEVIATION, text_of(&off));
    text_free(&name);
    text_free(&off);
}

static void
fill_head(struct table *table, enum language language)
{
    static const enum word heads[COLUMNS] = { WORD_outturn_heading, WORD_outturn_year, WORD_outturn_projected,
                                              WORD_outturn_actual, WORD_outturn_deviation };
    const size_t row = table_row(table);

    for (size_t c = 0; c < COLUMNS; c++)
        table_set(table, row, c, word_in(language, heads[c]));
}

void
summary_outturns_notes(struct text *out, const struct summary *s)
{
    const int rebase = s->trajectory->plan->rebase;
    char year[TEXT_NUMBER];

    text_add(out, word_in(s->language, WORD_outturn_note));
    text_add(out, "\n");
    if (!rebase)
        return;
    word_fill(out, s->language, WORD_outturn_note_rebased, (const char *const[]) { text_number(year, rebase), NULL });
    text_add(out, "\n");
}

bool
summary_outturns_fill(struct table *table, const struct summary *s)
{
    const struct outturns *o = s->outturns;

    if (!o || !o->deviations)
        return false;
    table_init(table, "lrrrr", COLUMNS);
    fill_head(table, s->language);
    for (size_t i = 0; i < o->deviations; i++)
        fill_row(table, s->trajectory, &o->deviation[i], i == 0 || o->deviation[i].series != o->deviation[i - 1].series,
                 s->language);
    return true;
}

void
summary_outturns(struct text *out, const struct summary *s)
{
    struct table table;

    if (!summary_outturns_fill(&table, s))
        return;
    text_add(out, "\n");
    table_draw(out, &table, 0, s->width, s->ambiguous);
    table_free(&table);
    summary_outturns_notes(out, s);
}

void
results_deviations(struct text *out, const struct outturns *o)
{
    text_add(out, "region,indicator,unit,year,projected,actual,deviation,deviation_percent\n");
    for (size_t i = 0; i < o->deviations; i++) {
        const struct deviation *d = &o->deviation[i];
        const struct series *s = &o->projected->series[d->series];

        text_print(out, "%s,%s,%s,%d,", o->projected->plan->region[s->region].key, s->key,
                   unit_name(indicators[s->indicator].unit), d->year);
        csv_add_number(out, d->projected);
        text_add(out, ",");
        csv_add_number(out, d->actual);
        text_add(out, ",");
        csv_add_number(out, d->actual - d->projected);
        text_add(out, ",");
        if (in_percent(o->projected, d->series))
            csv_add_number(out, percent(d));
        text_add(out, "\n");
    }
}
