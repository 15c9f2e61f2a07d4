/* The growth model turned round, as a person reads it: the investment rate that each year's growth takes. */
#include "report/number.h"
#include "report/phrase.h"
#include "report/solve_report.h"
#include "report/table.h"

enum { YEAR, RATE, PLANNED, CHANGE, GROWTH, IN, COLUMNS };

static void
print_rates(struct text *out, const struct solve_report *r)
{
    static const enum word heading[COLUMNS] = { WORD_solve_path_year, WORD_solve_path_rate,   WORD_solve_path_planned,
                                                WORD_solve_change,    WORD_solve_path_growth, WORD_solve_path_in };
    const int start = r->base->plan->start;
    struct table table;
    char number[NUMBER_SHOWN];

    table_init(&table, "lrrrrr", COLUMNS);
    table_row(&table);
    for (size_t c = 0; c < COLUMNS; c++)
        table_set(&table, 0, c, word_in(r->language, heading[c]));
    for (size_t t = 0; t + 1 < r->path->years; t++) {
        const double rate = r->path->rate[t], base = r->path->base[t];
        const size_t row = table_row(&table);

        table_set(&table, row, YEAR, text_number(number, start + (double) t));
        table_set(&table, row, RATE, number_shown(number, rate, 2, r->language));
        table_set(&table, row, PLANNED, number_shown(number, base, 2, r->language));
        table_set(&table, row, CHANGE, number_signed(number, rate - base, 2, r->language));
        table_set(&table, row, GROWTH, number_shown(number, r->growth[t + 1], 2, r->language));
        table_set(&table, row, IN, text_number(number, start + (double) t + 1));
    }
    table_draw(out, &table, 0, r->width, r->ambiguous);
    table_free(&table);
}

static void
print_none(struct text *out, const struct solve_report *r)
{
    char number[3][NUMBER_SHOWN], year[TEXT_NUMBER];
    const size_t t = (size_t) (r->path->year - r->base->plan->start);

    word_fill(out, r->language, WORD_solve_path_none,
              (const char *const[]) { number_shown(number[0], r->growth[t], 2, r->language),
                                      text_number(year, r->path->year),
                                      number_shown(number[1], r->path->least, 2, r->language),
                                      number_shown(number[2], r->path->most, 2, r->language), NULL });
    text_add(out, "\n");
}

void
solve_path_print(struct text *out, const struct solve_report *r)
{
    const struct plan *p = r->base->plan;

    word_fill(out, r->language, WORD_solve_path_title,
              (const char *const[]) { name_in(r->language, p->title, p->title_zh), NULL });
    text_add(out, "\n\n");
    if (r->path->year)
        print_none(out, r);
    else
        print_rates(out, r);
    solve_print_ending(out, r, r->path->runs);
}
