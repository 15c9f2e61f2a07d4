/* The matrix of verdicts: a row a scenario, a column a target. */
#include "report/chart_verdicts.h"

#include <math.h>
#include "report/chart_sheet.h"
#include "report/number.h"
#include "report/phrase.h"

#define ROW 23.0           /* a scenario: the mark over the margin */
#define ROW_NARROW 21.0    /* the mark, two lines of the name */
#define LEGEND 26.0        /* two lines */
#define COMPACT_BELOW 34.0 /* narrower cells have margins of two digits */

/* "+4.1", "-15": without the sign of percent, two digits or more. */
static const char *
compact_margin(struct figure *f, const struct judgement *j)
{
    const bool plain = j->required_in_points || isnan(j->margin_percent) || j->target->from;
    const double margin = plain ? j->margin : j->margin_percent;
    const int decimals = fabs(margin) >= 9.95 || (plain && target_decimals(j->target) == 0) ? 0 : 1;
    char number[NUMBER_SHOWN];

    return arena_text(&f->arena, number_signed(number, margin, decimals, f->in->language));
}

static void
draw_cell(struct figure *f, const struct matrix *m, size_t column, const struct chart_input *in, double y)
{
    const struct judgement *j = verdict_of_target(in, m->column[column].target->key);
    const struct sheet_pen pen = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_CENTRE, REGULAR };
    const char *margin;

    if (!j) {
        sheet_text(f, m->x[column], y, "-", pen);
        return;
    }
    margin = m->cell < COMPACT_BELOW ? compact_margin(f, j) : sheet_margin(f, j);
    sheet_mark(f, m->x[column], figure_narrow(f) ? y : y + 5, j->verdict, !target_is_aside(j->target));
    if (!figure_narrow(f) && layout_width(margin, f->type.note, REGULAR) <= m->cell)
        sheet_text(f, m->x[column], y - 5.5, margin, pen);
}

static void
draw_row(struct figure *f, const struct matrix *m, size_t s, double top)
{
    const struct chart_scenario *scenario = &m->all->scenario[s];
    const struct chart_step_count steps = chart_count_steps(scenario->in->judgements);
    const struct sheet_pen name = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_LEFT, s == 0 ? BOLD : REGULAR };
    const struct sheet_pen count = { figure_colour(f, COLOUR_TEXT), f->type.label, ALIGN_RIGHT, BOLD };
    const double y = top - m->row / 2, line = LINE_HEIGHT * f->type.note;
    const char *lines[2];
    const size_t n = layout_wrapped(&f->arena, scenario->title, f->type.note, name.weight, m->names - 6, lines, 2);

    for (size_t i = 0; i < n; i++)
        sheet_text(f, MATRIX_LEFT, y + ((double) n / 2 - (double) i - 0.5) * line, lines[i], name);
    for (size_t i = 0; i < m->columns; i++)
        draw_cell(f, m, i, scenario->in, y);
    sheet_text(f, m->right, y, arena_print(&f->arena, "%zu/%zu", steps.met, steps.judged), count);
    sheet_line(f, MATRIX_LEFT, top - m->row, m->right, top - m->row, figure_colour(f, COLOUR_GRID),
               f->in->theme->line.grid);
}

static void
draw_matrix(struct figure *f, const struct matrix *m)
{
    const double height = sheet_top(f) + m->heads + MATRIX_STEPS + m->row * (double) m->all->count + LEGEND
                          + sheet_bottom(f);
    bool asides = false;
    double y;

    f->height = fmax(f->height, height);
    y = f->height - sheet_top(f) - m->heads;
    matrix_draw_headings(f, m, y);
    matrix_draw_steps(f, m, y);
    y -= MATRIX_STEPS;
    for (size_t s = 0; s < m->all->count; s++)
        draw_row(f, m, s, y - m->row * (double) s);
    for (size_t i = 0; i < m->columns; i++)
        asides = asides || target_is_aside(m->column[i].target);
    sheet_legend(f, MATRIX_LEFT, sheet_bottom(f) + (figure_narrow(f) ? 4 : 17), asides);
    if (!figure_narrow(f)) /* which has no margins */
        sheet_text(f, MATRIX_LEFT, sheet_bottom(f) + 4, chart_word(f, WORD_chart_note_margins),
                   (struct sheet_pen) { figure_colour(f, COLOUR_AXIS), f->type.note, ALIGN_LEFT, REGULAR });
}

static void
set_words(struct figure *f, const struct chart_scenarios *all)
{
    const char *source = f->in->source ? figure_say(f, WORD_chart_note_source, f->in->source, NULL) : "";
    const char *scenarios = figure_say(f, WORD_chart_note_scenarios, all->scenario[0].title, NULL);

    f->title = verdict_title(f, all);
    chart_subtitle(f, WORD_chart_subtitle_verdicts, NULL, NULL);
    f->note = arena_print(&f->arena, "%s%s", scenarios, source);
    f->alt = figure_say(f, WORD_chart_alt_verdicts, f->subtitle, f->title, NULL);
}

bool
chart_verdicts(struct figure *f, const struct chart_scenarios *all)
{
    struct matrix m = { .all = all };

    for (size_t s = 0; s < all->count; s++)
        if (!all->scenario[s].in->judgements)
            return false;
    m.columns = verdict_columns(f, all, &m.column);
    if (figure_narrow(f))
        matrix_narrow(f, &m);
    if (m.columns == 0)
        return false;
    f->sheet = true;
    m.row = figure_narrow(f) ? ROW_NARROW : ROW;
    matrix_columns(f, &m);
    matrix_headings(f, &m);
    set_words(f, all);
    draw_matrix(f, &m);
    verdict_table(&f->table, all);
    return true;
}
