#include "report/hindcast_show.h"
#include <math.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/results.h"
#include "report/table.h"

#define COLUMNS (1 + RIVALS + 1 + 1) /* name; the model and its rivals; CRPS */

static const enum word names[RIVALS + 1] = { WORD_hindcast_last, WORD_hindcast_mean, WORD_hindcast_plan,
                                             WORD_hindcast_nation, WORD_hindcast_model };
static const enum rival order[RIVALS + 1] = { RIVALS, RIVAL_LAST, RIVAL_MEAN, RIVAL_PLAN, RIVAL_NATION };

/* The one nearest to what came about, then what the others were off by */
static void
say_winner(struct text *out, const struct hindcast *h, enum language language)
{
    enum rival best = RIVALS;
    struct text others = { 0 };
    char number[NUMBER_SHOWN];

    for (int i = 0; i < RIVALS; i++)
        if (hindcast_error(h, (enum rival) i, 0, PLAN_NONE) < hindcast_error(h, best, 0, PLAN_NONE))
            best = (enum rival) i;
    for (int i = 0; i <= RIVALS; i++) {
        const double error = hindcast_error(h, order[i], 0, PLAN_NONE);

        if (order[i] == best || isnan(error))
            continue;
        text_add(&others, others.length ? word_in(language, WORD_hindcast_and) : "");
        number_shown(number, error, 1, language);
        word_fill(&others, language, WORD_hindcast_was_off,
                  (const char *const[]) { word_in(language, names[order[i]]), number, NULL });
    }
    number_shown(number, hindcast_error(h, best, 0, PLAN_NONE), 1, language);
    word_fill(out, language, WORD_hindcast_won,
              (const char *const[]) { word_in(language, names[best]), number, text_of(&others), NULL });
    text_add(out, "\n\n");
    text_free(&others);
}

static double
mean_crps(const struct hindcast *h, int horizon, size_t region)
{
    double sum = 0, count = 0;

    for (size_t i = 0; i < h->rows; i++)
        if ((!horizon || h->row[i].horizon == horizon) && (region == PLAN_NONE || h->row[i].region == region)) {
            sum += 100 * h->row[i].crps / h->row[i].outcome;
            count++;
        }
    return sum / count;
}

static void
add_row(struct table *table, const char *name, const struct hindcast *h, int horizon, size_t region,
        enum language language)
{
    const size_t row = table_row(table);
    char number[NUMBER_SHOWN];

    table_set(table, row, 0, name);
    for (size_t i = 0; i <= RIVALS; i++)
        table_set(table, row, 1 + i, number_shown(number, hindcast_error(h, order[i], horizon, region), 1, language));
    table_set(table, row, COLUMNS - 1, number_shown(number, mean_crps(h, horizon, region), 1, language));
}

static void
add_rows(struct table *table, const struct hindcast *h, const struct plan *p, enum language language)
{
    for (int horizon = 1; horizon <= p->end - h->origin; horizon++) {
        struct text name = { 0 };
        char number[TEXT_NUMBER];

        word_fill(&name, language, horizon == 1 ? WORD_hindcast_horizon_one : WORD_hindcast_horizon,
                  (const char *const[]) { text_number(number, horizon), NULL });
        add_row(table, text_of(&name), h, horizon, PLAN_NONE, language);
        text_free(&name);
    }
    for (size_t r = 0; r < p->regions; r++)
        if (isfinite(hindcast_error(h, RIVALS, 0, r)))
            add_row(table, name_in(language, p->region[r].name, p->region[r].name_zh), h, 0, r, language);
}

static void
add_notes(struct text *out, const struct hindcast *h, const struct plan *p, enum language language)
{
    size_t in50 = 0, in90 = 0;
    char a[TEXT_NUMBER], b[NUMBER_SHOWN], c[NUMBER_SHOWN];

    for (size_t i = 0; i < h->rows; i++) {
        in50 += h->row[i].in50;
        in90 += h->row[i].in90;
    }
    number_shown(b, 100.0 * (double) in50 / (double) h->rows, 0, language);
    number_shown(c, 100.0 * (double) in90 / (double) h->rows, 0, language);
    word_fill(out, language, WORD_hindcast_coverage,
              (const char *const[]) { text_number(a, (double) h->rows), b, c, NULL });
    text_add(out, "\n");
    word_fill(out, language, WORD_hindcast_note,
              (const char *const[]) { text_number(b, p->start + 1), text_number(c, h->origin), NULL });
    text_add(out, "\n");
}

void
hindcast_show(struct text *out, const struct hindcast *h, const struct summary *s)
{
    const struct plan *p = s->trajectory->plan;
    struct table table;
    size_t head;

    say_winner(out, h, s->language);
    table_init(&table, "lrrrrrr", COLUMNS);
    head = table_row(&table);
    table_set(&table, head, 0, word_in(s->language, WORD_hindcast_heading));
    for (size_t i = 0; i <= RIVALS; i++)
        table_set(&table, head, 1 + i, word_in(s->language, names[order[i]]));
    table_set(&table, head, COLUMNS - 1, word_in(s->language, WORD_hindcast_crps));
    add_rows(&table, h, p, s->language);
    table_draw(out, &table, 0, s->width, s->ambiguous);
    table_free(&table);
    add_notes(out, h, p, s->language);
    summary_ending(out, s);
}

void
results_hindcast(struct text *out, const struct hindcast *h, const struct plan *p)
{
    text_add(out, "region,indicator,unit,origin,year,horizon,outcome,p05,p25,p50,p75,p95,crps,in50,in90,last_growth,"
                  "mean_growth,plan,nation\n");
    for (size_t i = 0; i < h->rows; i++) {
        const struct hindcast_row *x = &h->row[i];
        const double value[] = { x->outcome, x->low90, x->low50, x->median, x->high50, x->high90, x->crps };

        text_print(out, "%s,gdp,yi yuan,%d,%d,%d", p->region[x->region].key, h->origin, x->year, x->horizon);
        for (size_t k = 0; k < sizeof value / sizeof value[0]; k++) {
            text_add(out, ",");
            csv_add_number(out, value[k]);
        }
        text_print(out, ",%d,%d", x->in50, x->in90);
        for (int k = 0; k < RIVALS; k++) {
            text_add(out, ",");
            csv_add_number(out, x->rival[k]);
        }
        text_add(out, "\n");
    }
}
