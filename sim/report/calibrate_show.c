#include "report/calibrate_show.h"
#include <math.h>
#include <string.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/table.h"

#define CLOSE 0.8 /* correlations from which two settings are hardly told apart */
#define PAIRS 5   /* of them that are named */

static void
fill(struct text *out, enum language language, enum word w, const char *a, const char *b, const char *c, const char *d)
{
    word_fill(out, language, w, (const char *const[]) { a, b, c, d, NULL });
}

/* The region that the key is of; PLAN_NONE: none */
static size_t
region_of(const struct plan *p, const char *key)
{
    for (size_t r = 0; r < p->regions; r++) {
        const size_t length = strlen(p->region[r].key);

        if (!strncmp(key, "regions.", 8) && !strncmp(key + 8, p->region[r].key, length) && key[8 + length] == '.')
            return r;
    }
    return PLAN_NONE;
}

static size_t
regions_of(const struct plan *p, const size_t *entry, size_t entries)
{
    size_t count = 0;

    for (size_t i = 0; i < entries; i++) {
        size_t k = 0;

        while (k < i && region_of(p, p->entry[entry[k]].key) != region_of(p, p->entry[entry[i]].key))
            k++;
        count += k == i;
    }
    return count;
}

/* "Guizhou", or "12 regions" */
static void
add_regions(struct text *out, const struct plan *p, const size_t *entry, size_t entries, enum language language)
{
    const size_t count = regions_of(p, entry, entries), region = region_of(p, p->entry[entry[0]].key);
    char number[TEXT_NUMBER];

    if (count > 1)
        fill(out, language, WORD_calibrate_regions, text_number(number, (double) count), NULL, NULL, NULL);
    else if (region != PLAN_NONE)
        text_add(out, name_in(language, p->region[region].name, p->region[region].name_zh));
}

static const char *
setting_name(const struct plan *p, const struct plan_fit *fit, enum language language)
{
    const char *key = p->entry[fit->entry[0]].key, *name = name_in(language, fit->name ? fit->name : "", fit->name_zh);
    const size_t region = region_of(p, key);

    if (*name)
        return name;
    return region == PLAN_NONE ? key : key + 8 + strlen(p->region[region].key) + 1;
}

void
estimate_phrase(struct text *out, const struct calibration *c, size_t estimate, enum language language)
{
    const struct calibrate_estimate *e = &c->estimate[estimate];
    const struct plan_fit *fit = e->fit;
    const struct plan *p = c->plan;
    const char *unit = unit_in(language, p->entry[fit->entry[0]].setting->unit);
    struct text regions = { 0 }, whole = { 0 };

    add_regions(&regions, p, e->entries ? e->entry : fit->entry, e->entries ? e->entries : fit->entries, language);
    fill(&whole, language, e->entries ? WORD_of_region : WORD_calibrate_mean, text_of(&regions),
         setting_name(p, fit, language), NULL, NULL);
    if (*unit)
        fill(out, language, WORD_compare_with_unit, text_of(&whole), unit, NULL, NULL);
    else
        text_add(out, text_of(&whole));
    text_free(&regions);
    text_free(&whole);
}

/* Decimals that show two digits of the standard error */
static int
decimals(double error)
{
    return error > 0 ? (int) fmax(0, fmin(6, 1 - floor(log10(error)))) : 2;
}

static void
set(struct table *table, size_t row, size_t column, struct text *cell)
{
    table_set(table, row, column, text_of(cell));
    text_free(cell);
}

enum { NAME, ESTIMATE, ERROR, PART, PRIOR, BEFORE, ESTIMATE_COLUMNS };

static void
estimate_row(struct table *table, const struct calibration *c, size_t k, enum language language)
{
    const struct calibrate_estimate *e = &c->estimate[k];
    const double scale = unit_scale(c->plan->entry[e->fit->entry[0]].setting->unit);
    const int places = decimals(e->error / scale);
    const size_t row = table_row(table);
    char number[NUMBER_SHOWN], spread[NUMBER_SHOWN];
    struct text cell = { 0 };

    text_add(&cell, "  ");
    estimate_phrase(&cell, c, k, language);
    set(table, row, NAME, &cell);
    table_set(table, row, ESTIMATE, number_shown(number, e->value / scale, places, language));
    table_set(table, row, ERROR, number_shown(number, e->error / scale, places, language));
    text_print(&cell, "%s%%", number_shown(number, 100 * e->prior_share, 0, language));
    set(table, row, PART, &cell);
    if (isfinite(e->prior_sd)) {
        text_print(&cell, "%s ± %s", number_shown(number, e->prior / scale, places, language),
                   number_shown(spread, e->prior_sd / scale, places, language));
        set(table, row, PRIOR, &cell);
    }
    table_set(table, row, BEFORE, e->entries ? number_shown(number, e->planned / scale, places, language) : "");
}

static void
show_estimates(struct text *out, const struct calibrate_shown *s)
{
    static const enum word heading[ESTIMATE_COLUMNS] = {
        WORD_calibrate_setting, WORD_calibrate_estimate, WORD_calibrate_error,
        WORD_calibrate_part,    WORD_calibrate_prior,    WORD_calibrate_before,
    };
    struct table table;

    table_init(&table, "lrrrrr", PART + 1);
    table_row(&table);
    for (size_t i = 0; i < ESTIMATE_COLUMNS; i++)
        table_set(&table, 0, i, word_in(s->frame.language, heading[i]));
    for (size_t k = 0; k < s->calibration->estimates; k++)
        estimate_row(&table, s->calibration, k, s->frame.language);
    table_draw(out, &table, 0, s->frame.width, s->frame.ambiguous);
    table_free(&table);
}

static bool
is_untold(const struct calibrate_estimate *e)
{
    return e->verdict == FIT_BY_PRIOR;
}

static bool
is_bound(const struct calibrate_estimate *e)
{
    return e->at_bound;
}

/* A heading and the estimates for which it holds; nothing where it holds for none */
static void
show_those(struct text *out, const struct calibrate_shown *s, bool (*holds)(const struct calibrate_estimate *),
           enum word heading)
{
    const struct calibration *c = s->calibration;
    bool any = false;

    for (size_t k = 0; k < c->estimates; k++) {
        if (!holds(&c->estimate[k]))
            continue;
        if (!any)
            text_print(out, "\n%s\n", word_in(s->frame.language, heading));
        any = true;
        text_add(out, "  ");
        estimate_phrase(out, c, k, s->frame.language);
        text_add(out, "\n");
    }
}

enum { SERIES, YEARS, MEAN, TYPICAL, SIGMAS, SERIES_COLUMNS };

static void
series_row(struct table *table, const struct calibrate_shown *s, const struct calibrate_series *x)
{
    const struct trajectory *t = s->frame.trajectory;
    const size_t series = trajectory_find(t, x->observed->region, x->observed->indicator), row = table_row(table);
    const int places = indicators[t->series[series].indicator].decimals + 1;
    char number[NUMBER_SHOWN];
    struct text cell = { 0 };

    text_add(&cell, "  ");
    series_phrase(&cell, t, series, s->frame.language);
    set(table, row, SERIES, &cell);
    table_set(table, row, YEARS, text_number(number, (double) x->count));
    table_set(table, row, MEAN, number_signed(number, x->mean, places, s->frame.language));
    table_set(table, row, TYPICAL, number_shown(number, x->root_mean_square, places, s->frame.language));
    table_set(table, row, SIGMAS, x->fitted ? number_shown(number, x->scaled, 1, s->frame.language) : "");
}

static void
show_series(struct text *out, const struct calibrate_shown *s)
{
    static const enum word heading[SERIES_COLUMNS] = { WORD_calibrate_series, WORD_calibrate_values,
                                                       WORD_calibrate_mean_residual, WORD_calibrate_typical,
                                                       WORD_calibrate_sigmas };
    struct table table;

    table_init(&table, "lrrrr", TYPICAL);
    table_row(&table);
    for (size_t i = 0; i < SERIES_COLUMNS; i++)
        table_set(&table, 0, i, word_in(s->frame.language, heading[i]));
    for (size_t i = 0; i < s->calibration->count; i++)
        series_row(&table, s, &s->calibration->series[i]);
    table_draw(out, &table, 0, s->frame.width, s->frame.ambiguous);
    table_free(&table);
}

static void
show_pair(struct text *out, const struct calibrate_shown *s, size_t a, size_t b)
{
    const enum language language = s->frame.language;
    struct text first = { 0 }, second = { 0 };
    char number[NUMBER_SHOWN];

    estimate_phrase(&first, s->calibration, a, language);
    estimate_phrase(&second, s->calibration, b, language);
    text_add(out, "  ");
    fill(out, language, WORD_calibrate_pair, text_of(&first), text_of(&second),
         number_signed(number, calibration_correlation(s->calibration, a, b), 2, language), NULL);
    text_add(out, "\n");
    text_free(&first);
    text_free(&second);
}

/* The first few pairs that the data hardly tell apart */
static void
show_pairs(struct text *out, const struct calibrate_shown *s)
{
    const struct calibration *c = s->calibration;
    size_t found = 0;

    for (size_t a = 0; a < c->estimates; a++)
        for (size_t b = a + 1; b < c->estimates; b++) {
            if (!(fabs(calibration_correlation(c, a, b)) > CLOSE) || found == PAIRS)
                continue;
            if (!found++)
                text_print(out, "\n%s\n", word_in(s->frame.language, WORD_calibrate_pairs));
            show_pair(out, s, a, b);
        }
}

/* How many values, settings, starts; how much the priors decide */
static void
show_heading(struct text *out, const struct calibrate_shown *s)
{
    const struct calibration *c = s->calibration;
    const enum language language = s->frame.language;
    char number[4][TEXT_NUMBER], part[NUMBER_SHOWN];
    size_t settings = 0;

    for (size_t k = 0; k < c->estimates; k++)
        settings += c->estimate[k].entries > 0;
    summary_heading(out, &s->frame);
    fill(out, language, WORD_calibrate_heading, text_number(number[0], (double) settings),
         text_number(number[1], (double) c->values), text_number(number[2], (double) c->starts),
         text_number(number[3], (double) c->agreeing));
    text_add(out, "\n");
    fill(out, language, WORD_calibrate_prior_part, number_shown(part, 100 * c->prior_share, 0, language), NULL, NULL,
         NULL);
    text_add(out, "\n\n");
}

void
calibrate_show(struct text *out, const struct calibrate_shown *s)
{
    show_heading(out, s);
    show_estimates(out, s);
    show_those(out, s, is_untold, WORD_calibrate_untold);
    show_those(out, s, is_bound, WORD_calibrate_bound);
    text_add(out, "\n");
    show_series(out, s);
    show_pairs(out, s);
    summary_ending(out, &s->frame);
}
