/* Drivers as a person reads them: a line a setting, the most important first, the rest in one. */
#include <ctype.h>
#include <math.h>
#include "report/driver_phrase.h"
#include "report/drivers_report.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/table.h"
#include "report/wrap.h"

#define SHOWN 10   /* settings at most */
#define LEAST 0.01 /* of the variance, of the longest bar: less is in the rest */

#define fill(out, language, word, ...) word_fill(out, language, word, (const char *const[]) { __VA_ARGS__, NULL })

static double
weight(const struct drivers_report *r, size_t u)
{
    if (r->sobol)
        return r->sobol[u].total;
    if (r->tornado)
        return fabs(r->tornado[u].high - r->tornado[u].low);
    return r->morris ? r->morris[u].mu_star : 0;
}

void
drivers_order(struct drivers_report *r)
{
    for (size_t i = 0; i < r->trajectory->plan->uncertains; i++) {
        size_t at = i;

        for (; at > 0 && weight(r, r->order[at - 1]) < weight(r, i); at--)
            r->order[at] = r->order[at - 1];
        r->order[at] = i;
    }
}

/* How many have a line of their own */
static size_t
count_shown(const struct drivers_report *r)
{
    const size_t n = r->trajectory->plan->uncertains;
    const double least = r->sobol ? LEAST : n ? LEAST * weight(r, r->order[0]) : 0;
    size_t shown = 0;

    while (shown < n && shown < SHOWN && weight(r, r->order[shown]) > least)
        shown++;
    return n - shown == 1 && shown < SHOWN && weight(r, r->order[shown]) > 0 ? n : shown;
}

static void
set_number(struct table *t, size_t row, size_t *column, double x, int decimals, enum language language)
{
    char number[NUMBER_SHOWN];

    table_set(t, row, (*column)++, number_shown(number, x, decimals, language));
}

/* Percent with its interval: "49", "46-52" */
static void
set_share(struct table *t, size_t row, size_t *column, double x, double low, double high, enum language language)
{
    char number[NUMBER_SHOWN], from[NUMBER_SHOWN], to[NUMBER_SHOWN];
    struct text cell = { 0 };

    number_shown(number, 100 * fmax(x, 0), 0, language);
    number_shown(from, 100 * fmax(low, 0), 0, language);
    number_shown(to, 100 * fmax(high, 0), 0, language);
    fill(&cell, language, WORD_drivers_share, number, from, to);
    table_set(t, row, (*column)++, text_of(&cell));
    text_free(&cell);
}

static void
add_head(struct table *t, const struct drivers_report *r)
{
    size_t column = 0;

    table_row(t);
    table_set(t, 0, column++, word_in(r->language, WORD_drivers_setting));
    if (r->sobol) {
        table_set(t, 0, column++, word_in(r->language, WORD_drivers_alone));
        table_set(t, 0, column++, word_in(r->language, WORD_drivers_in_all));
    }
    if (r->tornado) {
        table_set(t, 0, column++, word_in(r->language, WORD_drivers_low));
        table_set(t, 0, column++, word_in(r->language, WORD_drivers_high));
    }
    if (r->morris && !r->sobol) {
        table_set(t, 0, column++, word_in(r->language, WORD_drivers_effect));
        table_set(t, 0, column++, word_in(r->language, WORD_drivers_scatter));
    }
}

static void
add_driver(struct table *t, const struct drivers_report *r, size_t u)
{
    const int decimals = output_decimals(&r->of);
    const size_t row = table_row(t);
    size_t column = 1;
    struct text name = { 0 };

    text_add(&name, "  ");
    driver_name(&name, r->trajectory->plan, u, r->language);
    table_set(t, row, 0, text_of(&name));
    text_free(&name);
    if (r->sobol) {
        const struct sobol_index *x = &r->sobol[u];

        set_share(t, row, &column, x->first, x->first_low, x->first_high, r->language);
        set_share(t, row, &column, x->total, x->total_low, x->total_high, r->language);
    }
    if (r->tornado) {
        set_number(t, row, &column, r->tornado[u].low, decimals, r->language);
        set_number(t, row, &column, r->tornado[u].high, decimals, r->language);
    }
    if (r->morris && !r->sobol) {
        set_number(t, row, &column, r->morris[u].mu_star, decimals + 1, r->language);
        set_number(t, row, &column, r->morris[u].sigma, decimals + 1, r->language);
    }
}

/* The others in one line: the sum of their total indices, which is not below what they make together */
static void
add_rest(struct table *t, const struct drivers_report *r, size_t shown)
{
    const size_t n = r->trajectory->plan->uncertains;
    const size_t row = table_row(t);
    char count[TEXT_NUMBER], number[NUMBER_SHOWN];
    struct text name = { 0 }, share = { 0 };
    double total = 0;

    text_add(&name, "  ");
    fill(&name, r->language, WORD_drivers_rest, text_number(count, (double) (n - shown)));
    table_set(t, row, 0, text_of(&name));
    text_free(&name);
    for (size_t i = shown; i < n && r->sobol; i++)
        total += r->sobol[r->order[i]].total;
    fill(&share, r->language, WORD_chart_percent, number_shown(number, 100 * total, 0, r->language));
    if (r->sobol)
        table_set(t, row, 2, text_of(&share));
    text_free(&share);
}

static void
print_subject(struct text *out, const struct drivers_report *r)
{
    const char *unit = output_unit(&r->of, r->language);
    char year[TEXT_NUMBER], planned[NUMBER_SHOWN];
    struct text subject = { 0 };
    const size_t began = out->length;

    output_phrase(&subject, r->trajectory, &r->of, r->language);
    text_number(year, output_year(&r->of));
    number_shown(planned, r->planned, output_decimals(&r->of), r->language);
    if (*unit)
        fill(out, r->language, WORD_drivers_subject_unit, text_of(&subject), unit, year, planned);
    else
        fill(out, r->language, WORD_drivers_subject, text_of(&subject), year, planned);
    if (r->language == ENGLISH)
        out->at[began] = (char) toupper((unsigned char) out->at[began]);
    text_add(out, "\n\n");
    text_free(&subject);
}

static void
print_notes(struct text *out, const struct drivers_report *r)
{
    struct text plain = { 0 };

    if (r->sobol)
        text_print(&plain, "%s\n", word_in(r->language, WORD_drivers_note_sobol));
    if (r->tornado)
        text_print(&plain, "%s\n", word_in(r->language, WORD_drivers_note_tornado));
    if (r->morris && !r->sobol)
        text_print(&plain, "%s\n", word_in(r->language, WORD_drivers_note_morris));
    wrap_lines(out, text_of(&plain), r->width, r->ambiguous);
    text_free(&plain);
}

static void
print_drivers(struct text *out, const struct drivers_report *r)
{
    const size_t n = r->trajectory->plan->uncertains, shown = count_shown(r);
    struct table table;

    print_subject(out, r);
    if (!shown) {
        text_print(out, "%s\n", word_in(r->language, WORD_drivers_none));
        return;
    }
    table_init(&table, "lrrrr", 1);
    add_head(&table, r);
    for (size_t i = 0; i < shown; i++)
        add_driver(&table, r, r->order[i]);
    if (shown < n)
        add_rest(&table, r, shown);
    table_draw(out, &table, 0, r->width, r->ambiguous);
    table_free(&table);
    print_notes(out, r);
}

static void
print_ending(struct text *out, const struct drivers_report *r)
{
    char runs[NUMBER_SHOWN], seed[TEXT_NUMBER], seconds[NUMBER_SHOWN];
    struct text line = { 0 };

    fill(&line, r->language, WORD_drivers_ending, r->folder, number_shown(runs, (double) r->runs, 0, r->language),
         text_number(seed, (double) r->seed), number_shown(seconds, r->seconds, 1, r->language));
    text_print(out, "\n%s\n", text_of(&line));
    text_free(&line);
}

void
drivers_print(struct text *out, const struct drivers_report *r)
{
    const struct plan *p = r->trajectory->plan;

    fill(out, r->language, WORD_drivers_title, name_in(r->language, p->title ? p->title : p->name, p->title_zh));
    text_add(out, "\n\n");
    if (r->sobol || r->tornado || r->morris)
        print_drivers(out, r);
    if (r->discovery && r->discovery->steps && (r->sobol || r->tornado || r->morris))
        text_add(out, "\n");
    drivers_print_boxes(out, r);
    print_ending(out, r);
}
