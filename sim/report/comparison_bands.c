/* How the differences of scenarios that are drawn together are spread: mean and bands of the headline indicators. */
#include "report/comparison_together.h"
#include "report/drawn.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/table.h"

enum { P05, P25, P50, P75, P95 }; /* of ensemble_level */

const char *const together_headline[TOGETHER_HEADLINES] = { "gdp",          "gdp_per_capita", "relative_gdp_per_capita",
                                                            "urbanization", "modernization",  "rank_national" };

/* The table in the making */
struct bands {
    const struct comparison *c;
    struct table table;
};

static void
set(struct bands *b, size_t row, size_t column, struct text *cell)
{
    table_set(&b->table, row, column, text_of(cell));
    text_free(cell);
}

static void
set_range(struct bands *b, size_t row, size_t column, double low, double high, int decimals)
{
    const enum language language = b->c->base.language;
    struct text cell = { 0 };
    char from[NUMBER_SHOWN], to[NUMBER_SHOWN];

    word_fill(&cell, language, WORD_paired_range,
              (const char *const[]) { number_signed(from, low, decimals, language),
                                      number_signed(to, high, decimals, language), NULL });
    set(b, row, column, &cell);
}

static bool
differs(const struct paired_difference *x)
{
    return x->spread.mean != 0 || x->spread.sd > 0;
}

/* Mean, bands and share above of a scenario's difference */
static void
set_difference(struct bands *b, size_t row, size_t scenario, size_t of)
{
    const struct paired *p = b->c->together->paired;
    const struct paired_difference *x = paired_difference(p, scenario, of);
    const struct indicator *indicator = &indicators[p->series[p->row[of].series].indicator];
    const enum language language = b->c->base.language;
    const int whole = indicator->unit == UNIT_RANK; /* a mean of places is none itself */
    struct text cell = { 0 };
    char number[NUMBER_SHOWN];

    table_set(&b->table, row, 1, text_number(number, p->row[of].year));
    table_set(&b->table, row, 2, number_signed(number, x->spread.mean, indicator->decimals + whole, language));
    set_range(b, row, 3, x->spread.quantile[P25], x->spread.quantile[P75], indicator->decimals);
    set_range(b, row, 4, x->spread.quantile[P05], x->spread.quantile[P95], indicator->decimals);
    if (differs(x))
        chance_phrase(&cell, (double) x->above / (double) p->draws);
    set(b, row, 5, &cell);
}

/* Whether any scenario changes the indicator in any draw */
static bool
is_changed(const struct comparison *c, size_t region, const char *key, const struct marks *m)
{
    for (size_t i = 1; i < c->count; i++)
        for (size_t y = 1; y < m->count; y++) {
            const size_t row = paired_find(c->together->paired, region, key, m->year[y]);

            if (row != PLAN_NONE && differs(paired_difference(c->together->paired, i, row)))
                return true;
        }
    return false;
}

/* Two scenarios: the ends of the steps. More: the last year, a scenario a row below the indicator's name. */
static void
add_headline(struct bands *b, const char *key)
{
    const struct trajectory *t = b->c->base.trajectory;
    const struct plan *p = t->plan;
    const size_t series = trajectory_find(t, p->home, key);
    const struct marks m = summary_marks(p);
    struct text name = { 0 };
    size_t row = b->table.rows;

    if (series == PLAN_NONE || !is_changed(b->c, p->home, key, &m))
        return;
    series_phrase(&name, t, series, b->c->base.language);
    if (b->c->count > 2)
        row = table_row(&b->table);
    for (size_t i = 1; i < b->c->count; i++)
        for (size_t y = b->c->count > 2 ? m.count - 1 : 1; y < m.count; y++) {
            const size_t of = paired_find(b->c->together->paired, p->home, key, m.year[y]);
            struct text title = { 0 };

            if (of == PLAN_NONE || (b->c->count > 2 && !differs(paired_difference(b->c->together->paired, i, of))))
                continue;
            set_difference(b, table_row(&b->table), i, of);
            if (b->c->count == 2)
                continue;
            text_add(&title, "  ");
            text_add_fitting(&title, b->c->title[i], COMPARISON_TITLE, b->c->base.ambiguous);
            set(b, b->table.rows - 1, 0, &title);
        }
    if (row < b->table.rows)
        set(b, row, 0, &name);
    text_free(&name);
}

void
comparison_bands(struct text *out, const struct comparison *c)
{
    static const enum word heads[] = { WORD_paired_difference, WORD_summary_target_year, WORD_paired_mean,
                                       WORD_drawn_half,        WORD_drawn_most,          WORD_paired_above };
    struct bands b = { .c = c };
    struct text head = { 0 };

    table_init(&b.table, "lrrrrr", 6);
    table_row(&b.table);
    word_fill(&head, c->base.language, heads[0], (const char *const[]) { c->title[0], NULL });
    set(&b, 0, 0, &head);
    for (size_t i = 1; i < sizeof heads / sizeof heads[0]; i++)
        table_set(&b.table, 0, i, word_in(c->base.language, heads[i]));
    for (size_t i = 0; i < TOGETHER_HEADLINES; i++)
        add_headline(&b, together_headline[i]);
    table_draw(out, &b.table, 0, c->base.width, c->base.ambiguous);
    table_free(&b.table);
}
