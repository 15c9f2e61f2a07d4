#include "report/hindcast_show.h"
#include <math.h>
#include "engine/series.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/results.h"
#include "report/table.h"
#include "report/wrap.h"

static const enum word names[RIVALS + 1] = { WORD_hindcast_last, WORD_hindcast_mean, WORD_hindcast_plan,
                                             WORD_hindcast_nation, WORD_hindcast_model };
static const struct hindcast_part real = { .from = HINDCAST_REAL, .to = HINDCAST_REAL, .region = PLAN_NONE };
static const enum word heads[RIVALS + 1] = { WORD_hindcast_head_last, WORD_hindcast_head_mean, WORD_hindcast_head_plan,
                                             WORD_hindcast_head_nation, WORD_hindcast_head_model };
static const struct hindcast_part gdp = { .region = PLAN_NONE };
static const enum rival order[RIVALS + 1] = { RIVALS, RIVAL_LAST, RIVAL_MEAN, RIVAL_PLAN, RIVAL_NATION };

/* The one nearest to what came about, then what the others were off by */
static void
say_winner(struct text *out, const struct hindcast *h, enum word sentence, struct hindcast_part part,
           enum language language)
{
    enum rival best = RIVALS;
    struct text others = { 0 };
    char number[NUMBER_SHOWN];

    for (int i = 0; i < RIVALS; i++)
        if (hindcast_error(h, (enum rival) i, part) < hindcast_error(h, best, part))
            best = (enum rival) i;
    for (int i = 0; i <= RIVALS; i++) {
        const double error = hindcast_error(h, order[i], part);

        if (order[i] == best || isnan(error))
            continue;
        text_add(&others, others.length ? word_in(language, WORD_hindcast_and) : "");
        number_shown(number, error, 1, language);
        word_fill(&others, language, WORD_hindcast_was_off,
                  (const char *const[]) { word_in(language, names[order[i]]), number, NULL });
    }
    number_shown(number, hindcast_error(h, best, part), 1, language);
    word_fill(out, language, sentence,
              (const char *const[]) { word_in(language, names[best]), number, text_of(&others), NULL });
    text_add(out, "\n");
    text_free(&others);
}

/* Figures that stand together in the table */
static const struct block {
    enum word heading;
    enum hindcast_figure from, to;
} blocks[] = {
    { WORD_hindcast_gdp, HINDCAST_GDP, HINDCAST_GDP },
    { WORD_hindcast_real, HINDCAST_REAL, HINDCAST_REAL },
    { WORD_hindcast_per_head, HINDCAST_PER_HEAD, HINDCAST_PER_HEAD },
    { WORD_hindcast_population, HINDCAST_POPULATION, HINDCAST_POPULATION },
    { WORD_hindcast_urban, HINDCAST_URBAN, HINDCAST_URBAN },
    { WORD_hindcast_shares, HINDCAST_PRIMARY, HINDCAST_TERTIARY },
};

/* A table on its way: the model and its rivals, without the plan where there is none */
struct shown {
    struct table table;
    const struct hindcast *h;
    enum language language;
    bool plan;
};

static bool
is_shown(const struct shown *s, size_t i)
{
    return order[i] != RIVAL_PLAN || s->plan;
}

static void
add_row(struct shown *s, const char *name, struct hindcast_part part)
{
    const size_t row = table_row(&s->table);
    char number[NUMBER_SHOWN];
    struct text indented = { 0 };
    size_t column = 1;

    text_print(&indented, "  %s", name);
    table_set(&s->table, row, 0, text_of(&indented));
    text_free(&indented);
    for (size_t i = 0; i <= RIVALS; i++)
        if (is_shown(s, i))
            table_set(&s->table, row, column++,
                      number_shown(number, hindcast_error(s->h, order[i], part), 1, s->language));
    table_set(&s->table, row, column++, number_shown(number, hindcast_mean_crps(s->h, part), 1, s->language));
    for (int band = 50; band <= 90; band += 40)
        table_set(&s->table, row, column++, number_shown(number, hindcast_coverage(s->h, band, part), 0, s->language));
}

static void
add_heading(struct shown *s, enum word heading)
{
    table_set(&s->table, table_row(&s->table), 0, word_in(s->language, heading));
}

static void
add_block(struct shown *s, const struct block *b, int horizons)
{
    struct hindcast_part part = { .from = b->from, .to = b->to, .region = PLAN_NONE };

    if (!hindcast_count(s->h, part))
        return;
    add_heading(s, b->heading);
    for (part.horizon = 1; part.horizon <= horizons; part.horizon++) {
        struct text name = { 0 };
        char number[TEXT_NUMBER];

        word_fill(&name, s->language, part.horizon == 1 ? WORD_hindcast_horizon_one : WORD_hindcast_horizon,
                  (const char *const[]) { text_number(number, part.horizon), NULL });
        if (hindcast_count(s->h, part))
            add_row(s, text_of(&name), part);
        text_free(&name);
    }
    part.horizon = 0;
    add_row(s, word_in(s->language, WORD_hindcast_all), part);
}

static void
add_regions(struct shown *s, const struct plan *p)
{
    add_heading(s, WORD_hindcast_by_region);
    for (size_t r = 0; r < p->regions; r++)
        if (hindcast_count(s->h, (struct hindcast_part) { .region = r }))
            add_row(s, name_in(s->language, p->region[r].name, p->region[r].name_zh),
                    (struct hindcast_part) { .region = r });
}

static void
add_origins(struct shown *s)
{
    add_heading(s, WORD_hindcast_by_origin);
    for (int origin = s->h->first; origin <= s->h->last; origin++) {
        char year[TEXT_NUMBER];

        add_row(s, text_number(year, origin), (struct hindcast_part) { .origin = origin, .region = PLAN_NONE });
    }
}

static void
add_head(struct shown *s)
{
    static const enum word scores[] = { WORD_hindcast_crps, WORD_hindcast_in50, WORD_hindcast_in90 };
    const size_t row = table_row(&s->table);
    size_t column = 0;

    table_set(&s->table, row, column++, word_in(s->language, WORD_hindcast_off));
    for (size_t i = 0; i <= RIVALS; i++)
        if (is_shown(s, i))
            table_set(&s->table, row, column++, word_in(s->language, heads[order[i]]));
    for (size_t i = 0; i < sizeof scores / sizeof scores[0]; i++)
        table_set(&s->table, row, column++, word_in(s->language, scores[i]));
}

static void
add_table(struct text *out, const struct hindcast *h, const struct summary *frame)
{
    const struct plan *p = frame->trajectory->plan;
    struct shown s = { .h = h, .language = frame->language, .plan = isfinite(hindcast_error(h, RIVAL_PLAN, gdp)) };

    table_init(&s.table, "lrrrrrrrrr", RIVALS + 2);
    add_head(&s);
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        add_block(&s, &blocks[i], p->end - h->first);
    if (h->first < h->last)
        add_origins(&s);
    add_regions(&s, p);
    table_draw(out, &s.table, 0, frame->width, frame->ambiguous);
    table_free(&s.table);
}

static void
add_note(struct text *out, const struct hindcast *h, const struct plan *p, enum language language)
{
    char a[TEXT_NUMBER], b[TEXT_NUMBER], c[TEXT_NUMBER];

    if (h->first == h->last)
        word_fill(out, language, WORD_hindcast_note,
                  (const char *const[]) { text_number(a, p->start + 1), text_number(b, h->first), NULL });
    else
        word_fill(out, language, WORD_hindcast_note_rolling,
                  (const char *const[]) { text_number(a, h->first), text_number(b, h->last),
                                          text_number(c, HINDCAST_LEAST), NULL });
    text_add(out, "\n");
}

static void
add_notes(struct text *out, const struct hindcast *h, const struct plan *p, enum language language)
{
    char a[TEXT_NUMBER], b[NUMBER_SHOWN], c[NUMBER_SHOWN];

    number_shown(b, hindcast_coverage(h, 50, gdp), 0, language);
    number_shown(c, hindcast_coverage(h, 90, gdp), 0, language);
    word_fill(out, language, WORD_hindcast_count,
              (const char *const[]) { text_number(a, (double) hindcast_count(h, gdp)), b, c, NULL });
    text_add(out, "\n");
    add_note(out, h, p, language);
    if (isnan(hindcast_error(h, RIVAL_PLAN, gdp)))
        text_print(out, "%s\n", word_in(language, WORD_hindcast_no_plan));
}

void
hindcast_show(struct text *out, const struct hindcast *h, const struct summary *s)
{
    struct text plain = { 0 };

    say_winner(&plain, h, WORD_hindcast_won, gdp, s->language);
    say_winner(&plain, h, WORD_hindcast_won_real, real, s->language);
    text_add(&plain, "\n");
    add_table(&plain, h, s);
    add_notes(&plain, h, s->trajectory->plan, s->language);
    wrap_lines(out, text_of(&plain), s->width, s->ambiguous);
    text_free(&plain);
    summary_ending(out, s);
}

static const char *
unit_of(enum hindcast_figure figure)
{
    return unit_name(indicators[indicator_number(hindcast_judged[figure].indicator)].unit);
}

void
results_hindcast(struct text *out, const struct hindcast *h, const struct plan *p)
{
    text_add(out, "region,indicator,unit,origin,year,horizon,outcome,p05,p25,p50,p75,p95,crps,in50,in90,last_growth,"
                  "mean_growth,plan,nation\n");
    for (size_t i = 0; i < h->rows; i++) {
        const struct hindcast_row *x = &h->row[i];
        const double value[] = { x->outcome, x->low90, x->low50, x->median, x->high50, x->high90, x->crps };

        text_print(out, "%s,%s,%s,%d,%d,%d", p->region[x->region].key, hindcast_judged[x->figure].indicator,
                   unit_of(x->figure), x->origin, x->year, x->horizon);
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
