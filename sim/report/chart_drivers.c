#include "report/chart_drivers.h"
#include <ctype.h>
#include <math.h>
#include "report/chart_drawing.h"
#include "report/chart_sheet.h"
#include "report/driver_phrase.h"
#include "report/number.h"

#define LEFT PAGE_MARGIN
#define NAMES 206.0      /* of the page, names of the settings */
#define NAMES_SHARE 0.47 /* of what is written: a narrow page has no more for them */
#define NUMBERS 30.0     /* on both sides of the bars */
#define ROWS_NARROW 6
#define LINES_NARROW 2 /* of a name */
#define ROWS 10        /* settings at most */
#define ROW_MOST 20.0
#define THICK 0.62  /* of a row */
#define LEAST 0.005 /* of the longest bar: shorter ones are left out */

struct bars {
    const struct drivers_report *r;
    size_t order[ROWS], count;    /* settings that have a row */
    double low, high;             /* what the bars must reach, in the unit of the output or percent */
    double row, top, left, right; /* units of the page */
    double names;                 /* room for them */
    double type;
};

static double
across(const struct bars *b, double value)
{
    return b->left + (b->right - b->left) * (value - b->low) / (b->high - b->low);
}

static double
middle(const struct bars *b, size_t row)
{
    return b->top - ((double) row + 0.5) * b->row;
}

static const char *
name_of(struct figure *f, const struct bars *b, size_t u)
{
    struct text name = { 0 };
    const char *owned;

    driver_name(&name, b->r->trajectory->plan, u, f->in->language);
    owned = arena_text(&f->arena, text_of(&name));
    text_free(&name);
    return owned;
}

static void
draw_name(struct figure *f, const struct bars *b, size_t row)
{
    const size_t most = figure_narrow(f) ? LINES_NARROW : 1;
    const double line = LINE_HEIGHT * b->type;
    const char *name[LINES_NARROW];
    const size_t n = layout_wrapped(&f->arena, name_of(f, b, b->order[row]), b->type, REGULAR, b->names - 4, name,
                                    most);

    for (size_t i = 0; i < n; i++)
        sheet_text(f, LEFT, middle(b, row) + ((double) n / 2 - (double) i - 0.5) * line, name[i],
                   (struct sheet_pen) { figure_colour(f, COLOUR_TEXT), b->type, ALIGN_LEFT, REGULAR });
}

static void
place_rows(struct figure *f, struct bars *b)
{
    const bool narrow = figure_narrow(f);
    const double least = narrow ? LINES_NARROW * LINE_HEIGHT * f->type.note : 0;
    double room = f->height - sheet_top(f) - sheet_bottom(f) - 4;

    b->count = narrow && b->count > ROWS_NARROW ? ROWS_NARROW : b->count;
    f->height += fmax(0, least * (double) b->count - room);
    room = fmax(room, least * (double) b->count);
    b->type = narrow ? f->type.note : f->type.label;
    b->names = fmin(NAMES, NAMES_SHARE * figure_room(f));
    b->left = LEFT + b->names + NUMBERS;
    b->row = fmin(fmax(ROW_MOST, least), room / (double) b->count);
    b->top = f->height - sheet_top(f) - (room - b->row * (double) b->count) / 2;
    b->right = figure_right(f) - NUMBERS;
    f->sheet = true;
}

/* What the chart speaks of: "Modernization index, 2035" */
static const char *
subject_of(struct figure *f, const struct drivers_report *r)
{
    struct text subject = { 0 };
    const char *said;

    output_phrase(&subject, r->trajectory, &r->of, f->in->language);
    said = figure_say(f, WORD_chart_drivers_subtitle, text_of(&subject), figure_year(f, output_year(&r->of)), NULL);
    text_free(&subject);
    return said;
}

static const char *
scenario_of(struct figure *f, const struct drivers_report *r)
{
    const struct plan *p = r->trajectory->plan;

    return f->in->language == CHINESE && p->title_zh ? p->title_zh : p->title ? p->title : p->name;
}

/* Names of settings begin small in English, sentences do not. */
static const char *
capital(struct figure *f, const char *text)
{
    return arena_print(&f->arena, "%c%s", toupper((unsigned char) *text), text + 1);
}

static void
add_source(struct figure *f)
{
    if (f->in->language == ENGLISH) {
        f->title = capital(f, f->title);
        f->subtitle = capital(f, f->subtitle);
    }
    if (f->in->source)
        f->note = arena_print(&f->arena, "%s%s", f->note, figure_say(f, WORD_chart_note_source, f->in->source, NULL));
    f->alt = figure_say(f, WORD_chart_drivers_alt, f->subtitle, f->title, NULL);
}

/* --- shares of the variance */

static void
draw_interval(struct figure *f, const struct bars *b, double y, double low, double high)
{
    sheet_line(f, across(b, 100 * fmax(low, 0)), y, across(b, 100 * fmax(high, 0)), y, figure_colour(f, COLOUR_TEXT),
               0.75);
}

static void
draw_shares(struct figure *f, const struct bars *b, size_t row)
{
    const struct sobol_index *x = &b->r->sobol[b->order[row]];
    const double y = middle(b, row), half = THICK / 2 * b->row, left = across(b, 0);
    const double end = across(b, 100 * fmax(fmax(x->total_high, x->first_high), 0));
    const char *share = figure_say(f, WORD_chart_percent, figure_number(f, 100 * fmax(x->total, 0), 0), NULL);

    draw_name(f, b, row);
    sheet_box(f, left, y, fmax(across(b, 100 * fmax(x->first, 0)), left + 0.5), y + half,
              figure_colour(f, COLOUR_HIGH));
    sheet_box(f, left, y - half, fmax(across(b, 100 * fmax(x->total, 0)), left + 0.5), y,
              figure_colour(f, COLOUR_TOGETHER));
    draw_interval(f, b, y + half / 2, x->first_low, x->first_high);
    draw_interval(f, b, y - half / 2, x->total_low, x->total_high);
    sheet_text(f, end + 5, y, share,
               (struct sheet_pen) { figure_colour(f, COLOUR_TEXT), b->type, ALIGN_LEFT, REGULAR });
}

static bool
choose_shares(struct bars *b)
{
    const struct drivers_report *r = b->r;
    const size_t n = r->trajectory->plan->uncertains;

    for (size_t i = 0; i < n && b->count < ROWS; i++) {
        const struct sobol_index *x = &r->sobol[r->order[i]];

        if (!(x->total > LEAST))
            break;
        b->high = fmax(b->high, 100 * fmax(x->total_high, x->first_high));
        b->order[b->count++] = r->order[i];
    }
    return b->count > 0;
}

bool
chart_sobol(struct figure *f, const struct drivers_report *r)
{
    struct bars b = { .r = r };
    char rows[TEXT_NUMBER], seed[TEXT_NUMBER];

    if (!r->sobol || !choose_shares(&b))
        return false;
    if (!figure_try_title(f, WORD_chart_drivers_title, name_of(f, &b, b.order[0]),
                          figure_number(f, 100 * r->sobol[b.order[0]].total, 0), NULL))
        f->title = figure_say(f, WORD_chart_drivers_title_short, NULL);
    f->subtitle = figure_say(f, WORD_chart_sobol_subtitle, subject_of(f, r), NULL);
    f->note = figure_say(f, WORD_chart_sobol_note, scenario_of(f, r), text_number(rows, (double) r->rows),
                         text_number(seed, (double) r->seed), NULL);
    add_source(f);
    place_rows(f, &b);
    for (size_t i = 0; i < b.count; i++)
        draw_shares(f, &b, i);
    drivers_sobol_csv(&f->table, r);
    f->table_name = ".csv";
    return true;
}

/* --- screening */

static void
draw_effect(struct figure *f, const struct bars *b, size_t row)
{
    const struct morris_effect *x = &b->r->morris[b->order[row]];
    const double y = middle(b, row), half = THICK / 2 * b->row, left = across(b, 0);
    const double sigma = isnan(x->sigma) ? 0 : x->sigma, end = across(b, fmax(x->mu_star, sigma));

    draw_name(f, b, row);
    sheet_box(f, left, y, fmax(across(b, x->mu_star), left + 0.5), y + half, figure_colour(f, COLOUR_HIGH));
    sheet_box(f, left, y - half, fmax(across(b, sigma), left + 0.5), y, figure_colour(f, COLOUR_TOGETHER));
    sheet_text(f, end + 5, y, figure_number(f, x->mu_star, output_decimals(&b->r->of) + 1), sheet_label(f));
}

/* The largest, by their mean size, whatever the order of other methods */
static bool
choose_effects(struct bars *b)
{
    const struct morris_effect *x = b->r->morris;
    const size_t n = b->r->trajectory->plan->uncertains;

    for (size_t u = 0; u < n; u++) {
        size_t at = b->count < ROWS ? b->count++ : ROWS;

        for (; at > 0 && x[b->order[at - 1]].mu_star < x[u].mu_star; at--)
            if (at < ROWS)
                b->order[at] = b->order[at - 1];
        if (at < ROWS)
            b->order[at] = u;
    }
    while (b->count > 0 && !(x[b->order[b->count - 1]].mu_star > LEAST * x[b->order[0]].mu_star))
        b->count--;
    for (size_t i = 0; i < b->count; i++)
        b->high = fmax(b->high, fmax(x[b->order[i]].mu_star, x[b->order[i]].sigma));
    return b->count > 0;
}

bool
chart_morris(struct figure *f, const struct drivers_report *r)
{
    struct bars b = { .r = r };
    char seed[TEXT_NUMBER];
    const char *most, *unit = output_unit(&r->of, f->in->language);

    if (!r->morris || !choose_effects(&b))
        return false;
    most = figure_number(f, r->morris[b.order[0]].mu_star, output_decimals(&r->of) + 1);
    if (*unit)
        most = figure_say(f, WORD_driver_amount, most, unit, NULL);
    if (!figure_try_title(f, WORD_chart_morris_title, name_of(f, &b, b.order[0]), most, NULL))
        f->title = figure_say(f, WORD_chart_drivers_title_short, NULL);
    f->subtitle = figure_say(f, WORD_chart_morris_subtitle, subject_of(f, r), NULL);
    f->note = figure_say(f, WORD_chart_morris_note, scenario_of(f, r), text_number(seed, (double) r->seed), NULL);
    add_source(f);
    place_rows(f, &b);
    for (size_t i = 0; i < b.count; i++)
        draw_effect(f, &b, i);
    drivers_morris_csv(&f->table, r);
    f->table_name = ".csv";
    return true;
}

/* --- one setting at a time */

static void
draw_end(struct figure *f, const struct bars *b, size_t row, double value, bool high)
{
    const double y = middle(b, row), half = THICK / 2 * b->row, planned = across(b, b->r->planned);
    const double x = across(b, value);
    const bool right = x > planned || (x == planned && high);
    const struct sheet_pen pen = { figure_colour(f, COLOUR_TEXT), b->type, right ? ALIGN_LEFT : ALIGN_RIGHT, REGULAR };

    sheet_box(f, fmin(x, planned), y - half, fmax(x, planned) + 0.3, y + half,
              figure_colour(f, high ? COLOUR_HIGH : COLOUR_LOW));
    sheet_text(f, right ? x + 4 : x - 4, y, figure_number(f, value, output_decimals(&b->r->of)), pen);
}

static double
length_of(const struct tornado_bar *x)
{
    return fabs(x->high - x->low);
}

/* The longest, by their length, whatever the order of other methods */
static bool
choose_bars(struct bars *b)
{
    const struct drivers_report *r = b->r;
    const size_t n = r->trajectory->plan->uncertains;

    b->low = b->high = r->planned;
    for (size_t u = 0; u < n; u++) {
        size_t at = b->count < ROWS ? b->count++ : ROWS;

        for (; at > 0 && length_of(&r->tornado[b->order[at - 1]]) < length_of(&r->tornado[u]); at--)
            if (at < ROWS)
                b->order[at] = b->order[at - 1];
        if (at < ROWS)
            b->order[at] = u;
    }
    while (b->count > 0
           && !(length_of(&r->tornado[b->order[b->count - 1]]) > LEAST * length_of(&r->tornado[b->order[0]])))
        b->count--;
    for (size_t i = 0; i < b->count; i++) {
        const struct tornado_bar *x = &r->tornado[b->order[i]];

        b->low = fmin(b->low, fmin(x->low, x->high));
        b->high = fmax(b->high, fmax(x->low, x->high));
    }
    return b->high > b->low;
}

static void
tornado_words(struct figure *f, const struct bars *b)
{
    const struct drivers_report *r = b->r;
    const struct tornado_bar *most = &r->tornado[b->order[0]];
    const int decimals = output_decimals(&r->of);
    const char *unit = output_unit(&r->of, f->in->language);
    const char *planned = figure_number(f, r->planned, decimals);

    if (*unit)
        planned = figure_say(f, WORD_driver_amount, planned, unit, NULL);
    if (!figure_try_title(f, WORD_chart_tornado_title, name_of(f, b, b->order[0]),
                          figure_number(f, fmin(most->low, most->high), decimals),
                          figure_number(f, fmax(most->low, most->high), decimals), NULL))
        f->title = figure_say(f, WORD_chart_drivers_title_short, NULL);
    f->subtitle = figure_say(f, WORD_chart_tornado_subtitle, subject_of(f, r), planned, NULL);
    f->note = figure_say(f, WORD_chart_tornado_note, scenario_of(f, r), NULL);
    add_source(f);
}

bool
chart_tornado(struct figure *f, const struct drivers_report *r)
{
    struct bars b = { .r = r };
    double x;

    if (!r->tornado || !choose_bars(&b))
        return false;
    tornado_words(f, &b);
    place_rows(f, &b);
    for (size_t i = 0; i < b.count; i++) {
        draw_name(f, &b, i);
        draw_end(f, &b, i, r->tornado[b.order[i]].low, false);
        draw_end(f, &b, i, r->tornado[b.order[i]].high, true);
    }
    x = across(&b, r->planned);
    sheet_line(f, x, b.top - b.row * (double) b.count, x, b.top, figure_colour(f, COLOUR_TEXT), 1);
    drivers_tornado_csv(&f->table, r);
    f->table_name = ".csv";
    return true;
}

/* --- all */

static const struct {
    const char *name; /* of its files: charts/NAME.svg */
    bool (*fill)(struct figure *f, const struct drivers_report *r);
} kinds[] = {
    { "tornado", chart_tornado },
    { "morris", chart_morris },
    { "sobol", chart_sobol },
};
#define KINDS (sizeof kinds / sizeof kinds[0])

enum status
charts_drivers_write(struct chart_drawing *d, struct output *out, const struct chart_input *in,
                     const struct drivers_report *r, struct chart_report *done, struct error *err)
{
    struct chart_batch batch = chart_batch_start(d, out, in, KINDS, done, err);
    enum status status = OK;

    for (size_t i = 0; i < KINDS && status == OK; i++) {
        struct figure f;

        figure_start(&f, kinds[i].name, in);
        status = chart_batch_add(&batch, &f, kinds[i].fill(&f, r), err);
    }
    return status;
}
