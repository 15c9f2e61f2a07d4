/* Targets and steps by scenarios: how likely each is to be met, and how that differs from the base. */
#include <math.h>
#include "report/chart_arrange.h"
#include "report/chart_ensemble.h"
#include "report/chart_sheet.h"
#include "report/chart_together.h"
#include "report/drawn.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/results.h"

#define LEFT PAGE_MARGIN
#define NAMES_LEAST 150.0 /* room for the targets' names; more where the cells leave it */
#define NAMES_MOST 230.0
#define CELL_GOOD 78.0 /* holds a chance and its change */
#define ROW 13.0
#define NAME_LINES 3
#define LEGEND 16.0
#define CELL_GAP 0.75
#define CELL_MOST 96.0
#define CELL_LEAST 18.0 /* on a narrow page, which has the first scenarios only */
#define NAMES_SHARE 0.5
#define TITLE_LINES 3
#define TURN 60 /* degrees of titles that are too long for their column */
#define HEAD_MOST 90.0

/* The matrix as it is laid out, units of the page */
struct matrix {
    const struct chart_scenarios *all;
    size_t count; /* of scenarios shown */
    double names, cell, heads;
    double row; /* height of the one being drawn */
    bool turned;
};

static double
left_of(const struct matrix *m, size_t scenario)
{
    return LEFT + m->names + m->cell * (double) scenario;
}

/* Titles over their columns in as many lines as the longest needs, turned where that is too many */
static void
measure_heads(struct figure *f, struct matrix *m)
{
    const double rise = sin(TURN * M_PI / 180);

    for (size_t i = 0; i < m->count; i++) {
        const char *title = m->all->scenario[i].title, *line[TITLE_LINES];
        const size_t n = layout_wrapped(&f->arena, title, f->type.note, BOLD, m->cell - 4, line, TITLE_LINES);

        m->heads = fmax(m->heads, (double) n * LINE_HEIGHT * f->type.note + 2);
        m->turned = m->turned || !layout_fits(title, f->type.note, BOLD, m->cell - 4, TITLE_LINES);
    }
    for (size_t i = 0; i < m->count && m->turned; i++)
        m->heads = fmax(m->heads,
                        fmin(HEAD_MOST, layout_width(m->all->scenario[i].title, f->type.note, BOLD)) * rise + 8);
}

static void
measure(struct figure *f, struct matrix *m)
{
    const double room = figure_right(f) - LEFT;
    double count;

    m->count = m->all->count;
    if (figure_narrow(f))
        m->count = (size_t) fmin((double) m->count, (1 - NAMES_SHARE) * room / CELL_LEAST);
    count = (double) m->count;
    m->names = fmax(NAMES_LEAST, fmin(NAMES_MOST, room - CELL_GOOD * count));
    m->names = figure_narrow(f) ? NAMES_SHARE * room : m->names;
    m->cell = fmin(CELL_MOST, (room - m->names) / count);
    measure_heads(f, m);
}

/* A turned title may lean over what is right of it, but not off the page. */
static void
draw_head(struct figure *f, const struct matrix *m, size_t i, double y)
{
    const struct sheet_pen pen = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_CENTRE, i ? REGULAR : BOLD };
    const double x = left_of(m, i) + m->cell / 2, room = (figure_right(f) - x) / cos(TURN * M_PI / 180) - 4;
    const char *line[TITLE_LINES], *title = m->all->scenario[i].title;
    size_t n;

    if (m->turned) {
        title = layout_shortened(&f->arena, title, f->type.note, pen.weight, fmin(HEAD_MOST, room));
        figure_add_note(f, (struct figure_note) { .x = x,
                                                  .y = y + 4,
                                                  .text = title,
                                                  .colour = pen.colour,
                                                  .size = pen.size,
                                                  .weight = pen.weight,
                                                  .turn = TURN });
        return;
    }
    n = layout_wrapped(&f->arena, title, pen.size, pen.weight, m->cell - 4, line, TITLE_LINES);
    for (size_t k = 0; k < n; k++)
        sheet_text(f, x, y + ((double) (n - k) - 0.5) * LINE_HEIGHT * pen.size, line[k], pen);
}

/* The chance, and beside it, where there is room, what it is more or less than in the base */
static void
draw_cell(struct figure *f, const struct matrix *m, size_t i, const struct paired_chance *x, double top, bool strong)
{
    const double left = left_of(m, i) + CELL_GAP, right = left_of(m, i) + m->cell - CELL_GAP;
    const double middle = top - m->row / 2;
    const char *colour, *chance, *change = "";
    struct sheet_pen pen = { NULL, f->type.note, ALIGN_CENTRE, strong ? BOLD : REGULAR };
    char number[NUMBER_SHOWN];
    double wide;

    if (!x)
        return;
    colour = chart_chance_colour(f, x->chance.probability);
    chance = chart_chance_number(f, x->chance.probability);
    pen.colour = arrange_text_on(f, colour);
    sheet_box(f, left, top - m->row + CELL_GAP, right, top - CELL_GAP, colour);
    if (i && x->shared)
        change = arena_text(&f->arena, number_signed(number, 100 * x->change, 1, f->in->language));
    wide = layout_width("100 +100.0", f->type.note, BOLD) + 8;
    if (!*change || right - left < wide) {
        sheet_text(f, (left + right) / 2, middle, chance, pen);
        return;
    }
    pen.align = ALIGN_RIGHT;
    sheet_text(f, (left + right - wide) / 2 + layout_width("100", f->type.note, BOLD), middle, chance, pen);
    sheet_text(f, (left + right + wide) / 2, middle, change, pen);
}

/* A step's or a target's name as it stands left of its cells */
struct row_name {
    const char *line[NAME_LINES];
    size_t lines;
    double indent;
    struct sheet_pen pen;
};

static struct row_name
name_row(struct figure *f, const struct matrix *m, const char *name, bool is_step)
{
    struct row_name n = {
        .indent = is_step ? 0 : 8,
        .pen = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_LEFT, is_step ? BOLD : REGULAR },
    };

    n.lines = layout_wrapped(&f->arena, name, n.pen.size, n.pen.weight, m->names - n.indent - 4, n.line, NAME_LINES);
    return n;
}

static double
row_height(const struct row_name *n)
{
    return ROW + (double) (n->lines - 1) * LINE_HEIGHT * n->pen.size;
}

/* Draws nothing where `top` is NAN. */
static double
draw_row(struct figure *f, struct matrix *m, const char *name, const char *key, bool is_step, double top)
{
    const struct row_name n = name_row(f, m, name, is_step);
    const struct paired *of = m->all->together->paired;
    const double middle = top - row_height(&n) / 2;

    m->row = row_height(&n);
    for (size_t k = 0; k < n.lines && !isnan(top); k++)
        sheet_text(f, LEFT + n.indent, middle + ((double) (n.lines - 1) / 2 - (double) k) * LINE_HEIGHT * n.pen.size,
                   n.line[k], n.pen);
    for (size_t i = 0; i < m->count && key && !isnan(top); i++)
        draw_cell(f, m, i, is_step ? together_step(of, i, key) : together_target(of, i, key), top, is_step);
    return m->row;
}

/* "2030 Modernization index, at least 95": without its unit, which no number needs here */
static const char *
target_words(struct figure *f, const struct judgement *j)
{
    const char *name = sheet_target_name(f, f->in->trajectory, j->target);
    const char *subject = sheet_target_subject(f, f->in->trajectory, j->target);

    if (layout_width(subject, f->type.note, REGULAR) < layout_width(name, f->type.note, REGULAR))
        name = subject;
    name = figure_say(f, WORD_chart_target_of_year, figure_year(f, j->target->year), name, NULL);
    name = figure_say(f, WORD_chart_target_heading, name, sheet_wanted(f, j), NULL);
    return target_is_aside(j->target) ? arena_print(&f->arena, "%s\u00a0*", name) : name;
}

static const char *
step_words(struct figure *f, size_t step)
{
    const struct plan_step *s;

    if (step == PLAN_NONE)
        return chart_word(f, WORD_chance_other);
    s = &f->in->plan->step[step];
    return name_in(f->in->language, s->title ? s->title : s->key, s->title_zh);
}

/* A step and its targets, or those of none, from `top` down; returns their height. Only counts where `top` is NAN. */
static double
draw_step(struct figure *f, struct matrix *m, size_t step, double top)
{
    const struct judgements *base = f->in->judgements;
    const char *key = step == PLAN_NONE ? NULL : f->in->plan->step[step].key;
    double height = 0;

    for (size_t i = 0; i < base->targets; i++) {
        if (base->target[i].target->step != step)
            continue;
        if (height == 0)
            height = draw_row(f, m, step_words(f, step), key, true, top);
        height += draw_row(f, m, target_words(f, &base->target[i]), base->target[i].target->key, false, top - height);
    }
    return height;
}

static void
draw(struct figure *f, struct matrix *m)
{
    const size_t steps = f->in->plan->steps;
    double height = sheet_top(f) + m->heads + LEGEND + sheet_legend_more(f) + sheet_bottom(f), top;

    for (size_t s = 0; s <= steps; s++)
        height += draw_step(f, m, s < steps ? s : PLAN_NONE, NAN);
    f->height = fmax(f->height, height);
    top = f->height - sheet_top(f) - m->heads;
    for (size_t i = 0; i < m->count; i++)
        draw_head(f, m, i, top);
    for (size_t s = 0; s <= steps; s++)
        top -= draw_step(f, m, s < steps ? s : PLAN_NONE, top);
    chart_chance_legend(f, sheet_bottom(f) + LEGEND / 2);
}

static const char *
percent(struct figure *f, double probability)
{
    struct text text = { 0 };
    const char *copy;

    chance_phrase(&text, probability);
    copy = arena_text(&f->arena, text_of(&text));
    text_free(&text);
    return copy;
}

/* The step whose chance a scenario changes most */
static void
set_title(struct figure *f, const struct chart_scenarios *all)
{
    const struct plan *p = f->in->plan;
    const struct paired_chance *best = NULL;
    size_t who = 0, step = 0;

    for (size_t s = 0; s < p->steps; s++)
        for (size_t i = 1; i < all->count; i++) {
            const struct paired_chance *x = together_step(all->together->paired, i, p->step[s].key);

            if (!x || !x->shared || (best && fabs(x->change) <= fabs(best->change)))
                continue;
            best = x;
            who = i;
            step = s;
        }
    if (best && best->gained + best->lost > 0
        && figure_try_title(f, WORD_chances_title_step, all->scenario[who].title, figure_year(f, (int) step + 1),
                            percent(f, best->chance.probability - best->change), percent(f, best->chance.probability),
                            NULL))
        return;
    f->title = figure_say(f, WORD_chances_title, figure_year(f, (int) all->count), NULL);
}

static void
add_rows(struct text *out, const struct chart_scenarios *all, size_t i)
{
    const struct paired_scenario *s = &all->together->paired->scenario[i];

    for (size_t t = 0; t < s->plan->targets + s->plan->steps; t++) {
        const bool is_step = t >= s->plan->targets;
        const size_t step = is_step ? t - s->plan->targets : s->plan->target[t].step;
        const struct paired_chance *x = is_step ? &s->step[step] : &s->target[t];

        if (is_step && !together_step_judged(s->plan, step))
            continue;
        csv_add_field(out, s->plan->name);
        text_print(out, ",%s,%s,", is_step ? "" : s->plan->target[t].key,
                   step == PLAN_NONE ? "" : s->plan->step[step].key);
        csv_add_number(out, 100 * x->chance.probability);
        text_add(out, ",");
        csv_add_number(out, i ? 100 * x->change : NAN);
        text_add(out, ",");
        csv_add_number(out, i ? 100 * x->standard_error : NAN);
        text_add(out, "\n");
    }
}

bool
chart_chances(struct figure *f, const struct chart_scenarios *all)
{
    struct matrix m = { .all = all };

    if (!f->in->judgements || !f->in->judgements->targets)
        return false;
    f->sheet = true;
    set_title(f, all);
    chart_subtitle(f, WORD_chances_subtitle, all->scenario[0].title, NULL);
    measure(f, &m);
    draw(f, &m);
    f->alt = figure_say(f, WORD_chances_alt, f->subtitle, f->title, NULL);
    text_add(&f->table,
             "scenario,target,step,probability (percent),change (points),standard error of change (points)\n");
    for (size_t i = 0; i < all->count; i++)
        add_rows(&f->table, all, i);
    chart_note_together(f, all);
    return true;
}
