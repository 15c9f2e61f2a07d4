/* From one scenario to another: what each group of settings that differ does to a figure, one under the other. */
#include <math.h>
#include "report/chart_compare.h"
#include "report/chart_sheet.h"
#include "report/number.h"
#include "report/why.h"

#define LEFT PAGE_MARGIN
#define NAMES 158.0 /* of the page, names of parts and scenarios */
#define NAMES_SHARE 0.42
#define LINES_NARROW 2 /* of a name */
#define NUMBERS 34.0   /* on both sides of the bars */
#define ROW_MOST 22.0
#define THICK 0.56 /* of a row */

struct waterfall {
    const struct chart_scenarios *all;
    const struct why *why;
    size_t order[SHAPLEY_GROUPS];
    double low, high;             /* of all sums on the way */
    double row, top, left, right; /* units of the page */
    double names, type;
    int decimals;
};

static double
across(const struct waterfall *w, double value)
{
    return w->left + (w->right - w->left) * (value - w->low) / (w->high - w->low);
}

static double
middle(const struct waterfall *w, size_t row)
{
    return w->top - ((double) row + 0.5) * w->row;
}

static void
span(struct waterfall *w)
{
    const struct shapley *s = &w->why->shares;
    double sum = s->base;

    w->low = fmin(s->base, s->variant);
    w->high = fmax(s->base, s->variant);
    for (size_t i = 0; i < s->parts; i++) {
        sum += s->part[w->order[i]].value;
        w->low = fmin(w->low, sum);
        w->high = fmax(w->high, sum);
    }
}

static void
draw_name(struct figure *f, const struct waterfall *w, double y, const char *name, enum weight weight)
{
    const struct sheet_pen pen = { figure_colour(f, COLOUR_TEXT), w->type, ALIGN_LEFT, weight };
    const char *line[LINES_NARROW];
    const size_t n = layout_wrapped(&f->arena, name, w->type, weight, w->names - 4, line,
                                    figure_narrow(f) ? LINES_NARROW : 1);

    for (size_t i = 0; i < n; i++)
        sheet_text(f, LEFT, y + ((double) n / 2 - (double) i - 0.5) * LINE_HEIGHT * w->type, line[i], pen);
}

/* A scenario: its value as an upright line, for a bar would say more than the cut scale can */
static void
draw_total(struct figure *f, const struct waterfall *w, size_t row, size_t scenario, double value)
{
    const double y = middle(w, row), x = across(w, value);
    const struct sheet_pen pen = { figure_colour(f, COLOUR_TEXT), w->type, ALIGN_LEFT, BOLD };

    draw_name(f, w, y, w->all->scenario[scenario].title, BOLD);
    sheet_line(f, x, y - THICK / 2 * w->row, x, y + THICK / 2 * w->row, figure_colour(f, COLOUR_TEXT),
               f->in->theme->line.base);
    sheet_text(f, x + 5, y, figure_number(f, value, w->decimals), pen);
}

/* A part: the bar from the sum before it to the sum after it, its number at its end */
static void
draw_part(struct figure *f, const struct waterfall *w, size_t row, const struct shapley_part *part, double before)
{
    const double y = middle(w, row), half = THICK / 2 * w->row;
    const double from = across(w, before), to = across(w, before + part->value);
    const bool up = part->value >= 0;
    struct text name = { 0 };
    char number[NUMBER_SHOWN];

    why_part_phrase(&name, w->all->scenario[w->why->from].in->plan, part->key, f->in->language);
    draw_name(f, w, y, arena_text(&f->arena, text_of(&name)), REGULAR);
    text_free(&name);
    sheet_box(f, fmin(from, to), y - half, fmax(from, to) + 0.5, y + half,
              figure_colour(f, up ? COLOUR_RISE : COLOUR_FALL));
    sheet_text(f, up ? to + 5 : to - 4, y,
               arena_text(&f->arena, number_signed(number, part->value, w->decimals, f->in->language)),
               (struct sheet_pen) { figure_colour(f, COLOUR_TEXT), w->type, up ? ALIGN_LEFT : ALIGN_RIGHT, REGULAR });
    sheet_line(f, to, y - half, to, y - w->row + half, figure_colour(f, COLOUR_GRID), 0.75);
}

static void
draw(struct figure *f, struct waterfall *w)
{
    const struct shapley *s = &w->why->shares;
    const double least = figure_narrow(f) ? LINES_NARROW * LINE_HEIGHT * f->type.note : 0;
    const double rows = (double) (s->parts + 2),
                 room = fmax(f->height - sheet_top(f) - sheet_bottom(f) - 4, least * rows);
    double sum = s->base;

    w->right = figure_right(f) - NUMBERS;
    w->type = figure_narrow(f) ? f->type.note : f->type.label;
    w->names = fmin(NAMES, NAMES_SHARE * figure_room(f));
    w->left = LEFT + w->names + NUMBERS;
    f->height = fmax(f->height, sheet_top(f) + sheet_bottom(f) + 4 + room);
    w->row = fmin(ROW_MOST, room / rows);
    w->top = f->height - sheet_top(f) - (room - w->row * rows) / 2;
    draw_total(f, w, 0, w->why->from, s->base);
    sheet_line(f, across(w, sum), middle(w, 0) - THICK / 2 * w->row, across(w, sum), middle(w, 1) + THICK / 2 * w->row,
               figure_colour(f, COLOUR_GRID), 0.75);
    for (size_t i = 0; i < s->parts; i++) {
        draw_part(f, w, 1 + i, &s->part[w->order[i]], sum);
        sum += s->part[w->order[i]].value;
    }
    draw_total(f, w, 1 + s->parts, w->why->to, s->variant);
}

/* The largest part, of the difference where it goes the same way */
static void
set_title(struct figure *f, const struct waterfall *w)
{
    const struct shapley *s = &w->why->shares;
    const struct shapley_part *most = &s->part[w->order[0]];
    const double total = s->variant - s->base;
    char part[NUMBER_SHOWN], whole[NUMBER_SHOWN];
    struct text name = { 0 };

    number_signed(part, most->value, w->decimals, f->in->language);
    number_signed(whole, total, w->decimals, f->in->language);
    why_part_phrase(&name, w->all->scenario[w->why->from].in->plan, most->key, f->in->language);
    if ((most->value < 0) != (total < 0)
        || !figure_try_title(f, WORD_waterfall_title, whole, text_of(&name), part, NULL))
        f->title = figure_say(f, WORD_waterfall_title_short, whole, NULL);
    text_free(&name);
}

static void
set_words(struct figure *f, const struct waterfall *w)
{
    const char *source = f->in->source ? figure_say(f, WORD_chart_note_source, f->in->source, NULL) : "";
    const struct indicator *x = &indicators[w->why->indicator];
    const char *name = chart_word(f, word_find(arena_print(&f->arena, "short_%s", x->key)));
    char runs[TEXT_NUMBER];

    set_title(f, w);
    f->subtitle = figure_say(f, WORD_waterfall_subtitle, chart_region_name(f->in, f->in->plan->home), name,
                             figure_year(f, w->why->year), w->all->scenario[w->why->from].title,
                             w->all->scenario[w->why->to].title, NULL);
    f->note = arena_print(&f->arena, "%s%s",
                          figure_say(f, WORD_waterfall_note, text_number(runs, (double) w->why->shares.runs), NULL),
                          source);
    f->alt = figure_say(f, WORD_waterfall_alt, f->subtitle, f->title, NULL);
}

bool
chart_waterfall(struct figure *f, const struct chart_scenarios *all)
{
    struct waterfall w = { .all = all, .why = all->why };
    struct compared *scenario;

    if (!all->why || !all->why->known || all->why->shares.parts == 0)
        return false;
    w.decimals = indicators[w.why->indicator].decimals;
    why_order(w.order, &w.why->shares);
    span(&w);
    if (!(w.high > w.low))
        return false;
    f->sheet = true;
    set_words(f, &w);
    draw(f, &w);
    scenario = arena_new(&f->arena, all->count, sizeof *scenario);
    for (size_t i = 0; i < all->count; i++)
        scenario[i].trajectory = all->scenario[i].in->trajectory;
    why_table(&f->table, w.why, scenario);
    return true;
}
