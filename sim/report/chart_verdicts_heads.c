/* The columns of the matrix of verdicts and what stands over them. */
#include "report/chart_verdicts.h"

#include <math.h>
#include <string.h>
#include "report/chart_sheet.h"
#include "report/phrase.h"

#define NAMES_MOST 104.0 /* room for the scenarios' names */
#define NAMES_NARROW 66.0
#define COUNT_NARROW 24.0
#define HEADING_NARROW 112.0
#define COUNT_ROOM 40.0 /* for the count of steps met */
#define CELL_MOST 58.0  /* points a target */
#define GROUP_GAP 5.0   /* between the targets of two steps */
#define TURN 70         /* degrees of headings that are too long for their column */
#define HEADING_MOST 152.0
#define HEADING_LINES 4

static size_t
groups(const struct matrix *m)
{
    size_t n = 0;

    for (size_t i = 0; i < m->columns; i++)
        n += i == 0 || m->column[i].step != m->column[i - 1].step;
    return n;
}

void
matrix_columns(struct figure *f, struct matrix *m)
{
    const double gaps = GROUP_GAP * (double) (groups(m) - 1);
    const double count = figure_narrow(f) ? COUNT_NARROW : COUNT_ROOM;
    double x;

    m->right = figure_right(f);
    m->names = 0;
    for (size_t s = 0; s < m->all->count; s++)
        m->names = fmax(m->names, layout_width(m->all->scenario[s].title, f->type.note, BOLD));
    m->names = fmin(m->names, figure_narrow(f) ? NAMES_NARROW : NAMES_MOST) + 6;
    m->cell = fmin(CELL_MOST, (m->right - count - MATRIX_LEFT - m->names - gaps) / (double) m->columns);
    m->x = arena_new(&f->arena, m->columns, sizeof *m->x);
    x = MATRIX_LEFT + m->names + m->cell / 2;
    for (size_t i = 0; i < m->columns; i++) {
        x += i > 0 && m->column[i].step != m->column[i - 1].step ? GROUP_GAP : 0;
        m->x[i] = x;
        x += m->cell;
    }
}

/* A turned heading may lean over what is right of it, but not off the page. */
static double
heading_room(const struct figure *f, const struct matrix *m, size_t i)
{
    return fmin(figure_narrow(f) ? HEADING_NARROW : HEADING_MOST, (m->right - m->x[i] - 4) / cos(TURN * M_PI / 180));
}

/* The name or, where that is shorter, the name without its unit; which no number needs here. */
static const char *
short_name(struct figure *f, const struct verdict_column *c)
{
    const char *name = sheet_target_name(f, c->trajectory, c->target);
    const char *subject = sheet_target_subject(f, c->trajectory, c->target);

    return layout_width(subject, f->type.note, REGULAR) < layout_width(name, f->type.note, REGULAR) ? subject : name;
}

static const char *
wanted_of(struct figure *f, const struct matrix *m, const char *key)
{
    for (size_t s = 0; s < m->all->count; s++) {
        const struct judgement *j = verdict_of_target(m->all->scenario[s].in, key);

        if (j)
            return sheet_wanted(f, j);
    }
    return "";
}

/* "2030 Modernization index", with what is wanted where two would read alike */
static void
name_headings(struct figure *f, struct matrix *m)
{
    const char **plain = arena_new(&f->arena, m->columns, sizeof *plain);

    m->heading = arena_new(&f->arena, m->columns, sizeof *m->heading);
    for (size_t i = 0; i < m->columns; i++)
        m->heading[i] = plain[i] = figure_say(f, WORD_chart_target_of_year, figure_year(f, m->column[i].target->year),
                                              short_name(f, &m->column[i]), NULL);
    for (size_t i = 0; i < m->columns; i++)
        for (size_t k = 0; k < m->columns; k++)
            if (i != k && strcmp(plain[i], plain[k]) == 0) {
                m->heading[i] = figure_say(f, WORD_chart_target_heading, plain[i],
                                           wanted_of(f, m, m->column[i].target->key), NULL);
                break;
            }
}

void
matrix_headings(struct figure *f, struct matrix *m)
{
    const double rise = sin(TURN * M_PI / 180);

    name_headings(f, m);
    m->turned = false;
    m->heads = HEADING_LINES * LINE_HEIGHT * f->type.note;
    for (size_t i = 0; i < m->columns; i++)
        m->turned = m->turned || !layout_fits(m->heading[i], f->type.note, REGULAR, m->cell - 3, HEADING_LINES);
    if (!m->turned)
        return;
    m->heads = 0;
    for (size_t i = 0; i < m->columns; i++) {
        m->heading[i] = layout_shortened(&f->arena, m->heading[i], f->type.note, REGULAR, heading_room(f, m, i));
        m->heads = fmax(m->heads, layout_width(m->heading[i], f->type.note, REGULAR) * rise + f->type.note);
    }
}

void
matrix_draw_headings(struct figure *f, const struct matrix *m, double y)
{
    struct sheet_pen pen = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_CENTRE, REGULAR };

    for (size_t i = 0; i < m->columns; i++) {
        const char *line[HEADING_LINES];
        size_t n;

        if (m->turned) {
            figure_add_note(f, (struct figure_note) { .x = m->x[i],
                                                      .y = y + 4,
                                                      .text = m->heading[i],
                                                      .colour = figure_colour(f, COLOUR_TEXT),
                                                      .size = f->type.note,
                                                      .turn = TURN });
            continue;
        }
        n = layout_wrapped(&f->arena, m->heading[i], f->type.note, REGULAR, m->cell - 3, line, HEADING_LINES);
        for (size_t k = 0; k < n; k++)
            sheet_text(f, m->x[i], y + ((double) (n - k) - 0.5) * LINE_HEIGHT * f->type.note, line[k], pen);
    }
    pen.align = ALIGN_RIGHT;
    if (!figure_narrow(f))
        sheet_text(f, m->right, y - MATRIX_STEPS / 2, chart_word(f, WORD_chart_head_steps), pen);
}

static const char *
step_name(struct figure *f, size_t step, bool full)
{
    const struct plan_step *s = &f->in->plan->step[step];

    if (full)
        return name_in(f->in->language, s->title ? s->title : s->key, s->title_zh);
    return figure_say(f, WORD_chart_step_short, figure_year(f, (int) step + 1), NULL);
}

/* Targets of one step, from `first` on */
struct group {
    size_t step, first, end;
    double left, right;
};

static struct group
group_at(const struct matrix *m, size_t first)
{
    struct group g = { m->column[first].step, first, first + 1, 0, 0 };

    while (g.end < m->columns && m->column[g.end].step == g.step)
        g.end++;
    g.left = m->x[first] - m->cell / 2 + 1;
    g.right = m->x[g.end - 1] + m->cell / 2 - 1;
    return g;
}

static bool
step_names_fit(struct figure *f, const struct matrix *m, bool full)
{
    for (size_t i = 0; i < m->columns;) {
        const struct group g = group_at(m, i);

        i = g.end;
        if (g.step != PLAN_NONE
            && layout_width(step_name(f, g.step, full), f->type.note, REGULAR) > g.right - g.left + GROUP_GAP - 1)
            return false;
    }
    return true;
}

void
matrix_draw_steps(struct figure *f, const struct matrix *m, double top)
{
    const struct sheet_pen pen = { figure_colour(f, COLOUR_AXIS), f->type.note, ALIGN_CENTRE, REGULAR };
    const bool full = step_names_fit(f, m, true), numbers = !full && !step_names_fit(f, m, false);

    for (size_t i = 0; i < m->columns;) {
        const struct group g = group_at(m, i);

        i = g.end;
        if (g.step == PLAN_NONE)
            continue;
        sheet_text(f, (g.left + g.right) / 2, top - MATRIX_STEPS / 2,
                   numbers ? figure_year(f, (int) g.step + 1) : step_name(f, g.step, full), pen);
        sheet_line(f, g.left, top - MATRIX_STEPS, g.right, top - MATRIX_STEPS, figure_colour(f, COLOUR_AXIS),
                   f->in->theme->line.axis);
    }
}
