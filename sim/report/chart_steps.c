/* The ladder: the plan's steps, the targets of each, which are met and which binds. */
#include "report/chart_steps.h"

#include <math.h>
#include <stdio.h>
#include "report/chart_ensemble.h"
#include "report/chart_kinds.h"
#include "report/chart_sheet.h"
#include "report/number.h"
#include "report/phrase.h"

#define ROW 12.0 /* points a target; a second line of its name takes a line more */
#define HEAD 12.0
#define PADDING 4.0
#define GAP 4.0 /* between steps */
#define LEFT PAGE_MARGIN
#define STEP_ROOM 124.0 /* for the step's own words */
#define COLUMN_GAP 9.0
#define LEGEND 14.0

enum { YEAR, WANTED, PROJECTED, MARGIN, CHANCE, COLUMNS }; /* right of the target's name; the chance only where drawn */

/* Where the columns stand: middle of the marks, left edge of the names and their room, right edges of the others. */
struct columns {
    double mark, name, room, right[COLUMNS];
};

/* A step of the plan, or the targets that belong to none: PLAN_NONE. */
struct rung {
    size_t step;
    double height;
};

/* A narrow page has room for two: what is projected, and what is wanted or how likely it is. */
static bool
shows(const struct figure *f, int column)
{
    if (figure_narrow(f))
        return column == PROJECTED || column == (f->in->drawn ? CHANCE : WANTED);
    return column < CHANCE || f->in->drawn;
}

static bool
stands_on(const struct judgement *j, const struct rung *r)
{
    return j->target->step == r->step;
}

static const char *
step_title(const struct figure *f, size_t step)
{
    const struct plan_step *s;

    if (step == PLAN_NONE)
        return chart_word(f, WORD_chart_other_targets);
    s = &f->in->plan->step[step];
    return name_in(f->in->language, s->title ? s->title : s->key, s->title_zh);
}

/* "5 of 5 targets"; which number stands first depends on the language. */
static const char *
count_phrase(struct figure *f, const struct step_judgement *s)
{
    const char *met = arena_print(&f->arena, "%zu", s->met), *all = arena_print(&f->arena, "%zu", s->targets);
    const bool zh = f->in->language == CHINESE;

    if (s->targets == 0)
        return chart_word(f, WORD_chart_step_none);
    if (s->within > 0)
        return figure_say(f, WORD_chart_step_count_within, zh ? all : met, zh ? met : all,
                          arena_print(&f->arena, "%zu", s->within), NULL);
    return figure_say(f, WORD_chart_step_count, zh ? all : met, zh ? met : all, NULL);
}

static const char *
binding_phrase(struct figure *f, const struct step_judgement *s)
{
    const struct judgement *j;

    if (s->binding == PLAN_NONE)
        return NULL;
    j = &f->in->judgements->target[s->binding];
    return figure_say(f, j->verdict == MISSED ? WORD_chart_step_furthest : WORD_chart_step_tightest,
                      sheet_target_subject(f, f->in->trajectory, j->target), NULL);
}

/* "23%" */
static const char *
chance_text(struct figure *f, const struct chance *c)
{
    struct text text = { 0 };
    const char *copy;

    chance_phrase(&text, c->probability);
    copy = arena_text(&f->arena, text_of(&text));
    text_free(&text);
    return copy;
}

/* "2021-2025", and how likely the step is to be met */
static const char *
years_phrase(struct figure *f, const struct step_judgement *s, size_t step)
{
    const char *years = figure_say(f, WORD_chart_step_years, figure_year(f, s->step->from), figure_year(f, s->step->to),
                                   NULL);

    if (!f->in->drawn || s->targets == 0)
        return years;
    return figure_say(f, WORD_steps_chance_of, years, chance_text(f, &f->in->drawn->ensemble->step[step]), NULL);
}

/* Title, years, count and binding target of a step, beside its targets; returns the height it takes. Draws
 * nothing where `top` is NAN. */
static double
step_words(struct figure *f, size_t step, double top)
{
    const struct step_judgement *s = step == PLAN_NONE ? NULL : &f->in->judgements->step[step];
    const double x = LEFT + MARK_SIDE + 10, line = LINE_HEIGHT * f->type.note;
    const double room = (figure_narrow(f) ? figure_room(f) : STEP_ROOM) - MARK_SIDE - 12;
    const char *binding = s ? binding_phrase(f, s) : NULL;
    const char *lines[2];
    const size_t n = binding ? layout_wrapped(&f->arena, binding, f->type.note, REGULAR, room, lines, 2) : 0;
    const double height = LINE_HEIGHT * f->type.label + (s ? 2 + (double) n : 0) * line;

    if (isnan(top))
        return height;
    sheet_paragraph(f, x, top, room, step_title(f, step), sheet_strong(f), 1);
    if (!s)
        return height;
    if (s->targets > 0)
        sheet_mark(f, LEFT + 4 + MARK_SIDE / 2, top - LINE_HEIGHT * f->type.label / 2, s->verdict, true);
    top -= LINE_HEIGHT * f->type.label;
    sheet_text(f, x, top - line / 2, years_phrase(f, s, step), sheet_note(f));
    sheet_text(f, x, top - 1.5 * line, count_phrase(f, s), sheet_note(f));
    for (size_t i = 0; i < n; i++)
        sheet_text(f, x, top - (2.5 + (double) i) * line, lines[i], sheet_note(f));
    return height;
}

static const char *
cell(struct figure *f, const struct judgement *j, int column)
{
    switch (column) {
    case YEAR: return figure_year(f, j->target->year);
    case WANTED: return sheet_wanted(f, j);
    case PROJECTED: return figure_number(f, j->projected, target_decimals(j->target));
    case MARGIN: return sheet_margin(f, j);
    default: return chance_text(f, &f->in->drawn->ensemble->target[j - f->in->judgements->target]);
    }
}

static const enum word heading[COLUMNS] = { WORD_chart_head_year, WORD_chart_head_wanted, WORD_chart_head_projected,
                                            WORD_chart_head_margin, WORD_drawn_chance };

/* As wide as what stands in them, from the right; the names get the rest. */
static struct columns
measure_columns(struct figure *f)
{
    const double step = figure_narrow(f) ? 0 : STEP_ROOM; /* on a narrow page the step stands over its targets */
    struct columns c = { .mark = LEFT + step + 8, .name = LEFT + step + 18 };
    double right = figure_right(f) - 4;

    for (int k = COLUMNS - 1; k >= 0; k--) {
        double width = layout_width(chart_word(f, heading[k]), f->type.note, REGULAR);

        if (!shows(f, k))
            continue;
        for (size_t i = 0; i < f->in->judgements->targets; i++)
            width = fmax(width, layout_width(cell(f, &f->in->judgements->target[i], k), f->type.note, BOLD));
        c.right[k] = right;
        right -= width + COLUMN_GAP;
    }
    c.room = right - c.name;
    return c;
}

/* The name in at most two lines; returns how many. */
static size_t
name_lines(struct figure *f, const struct columns *c, const struct judgement *j, enum weight weight,
           const char *line[2])
{
    return layout_wrapped(&f->arena, sheet_target_name(f, f->in->trajectory, j->target), f->type.note, weight, c->room,
                          line, 2);
}

/* The binding target of a step stands out. */
static enum weight
weight_of(const struct judgements *all, size_t target)
{
    const size_t step = all->target[target].target->step;

    return step != PLAN_NONE && all->step[step].binding == target ? BOLD : REGULAR;
}

static double
row_height(struct figure *f, const struct columns *c, size_t target)
{
    const struct judgements *all = f->in->judgements;
    const char *line[2];
    const size_t n = name_lines(f, c, &all->target[target], weight_of(all, target), line);

    return ROW + (n > 1 ? LINE_HEIGHT * f->type.note : 0);
}

static void
target_words(struct figure *f, const struct columns *c, size_t target, double top)
{
    const struct judgement *j = &f->in->judgements->target[target];
    const enum weight weight = weight_of(f->in->judgements, target);
    const struct sheet_pen left = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_LEFT, weight };
    const struct sheet_pen right = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_RIGHT, weight };
    const double y = top - ROW / 2;
    const char *line[2];
    const size_t n = name_lines(f, c, j, weight, line);

    sheet_mark(f, c->mark, y, j->verdict, !target_is_aside(j->target));
    for (size_t i = 0; i < n; i++)
        sheet_text(f, c->name, y - (double) i * LINE_HEIGHT * f->type.note, line[i], left);
    for (int k = 0; k < COLUMNS; k++)
        if (shows(f, k))
            sheet_text(f, c->right[k], y, cell(f, j, k), right);
}

static void
column_heads(struct figure *f, const struct columns *c, double y)
{
    const struct sheet_pen left = { figure_colour(f, COLOUR_AXIS), f->type.note, ALIGN_LEFT, REGULAR };
    const struct sheet_pen right = { figure_colour(f, COLOUR_AXIS), f->type.note, ALIGN_RIGHT, REGULAR };

    sheet_text(f, c->name, y, chart_word(f, WORD_chart_head_target), left);
    for (int k = 0; k < COLUMNS; k++)
        if (shows(f, k))
            sheet_text(f, c->right[k], y, chart_word(f, heading[k]), right);
}

static void
draw_rung(struct figure *f, const struct columns *c, const struct rung *r, bool shaded, double top)
{
    const struct judgements *all = f->in->judgements;
    double y = top - PADDING;

    if (shaded)
        sheet_box(f, LEFT, top - r->height, figure_right(f), top, figure_colour(f, COLOUR_BAND));
    step_words(f, r->step, top - PADDING);
    y -= figure_narrow(f) ? step_words(f, r->step, NAN) : 0;
    for (size_t i = 0; i < all->targets; i++)
        if (stands_on(&all->target[i], r)) {
            target_words(f, c, i, y);
            y -= row_height(f, c, i);
        }
}

/* The plan's steps, then what belongs to none; returns how many. */
static size_t
list_rungs(struct figure *f, const struct columns *c, struct rung *rung)
{
    const struct judgements *all = f->in->judgements;
    size_t n = 0;

    for (size_t s = 0; s <= all->steps; s++) {
        struct rung r = { .step = s < all->steps ? s : PLAN_NONE };
        double rows = 0, words;

        for (size_t i = 0; i < all->targets; i++)
            rows += stands_on(&all->target[i], &r) ? row_height(f, c, i) : 0;
        if (r.step == PLAN_NONE && rows == 0)
            break;
        words = step_words(f, r.step, NAN);
        r.height = 2 * PADDING + (figure_narrow(f) ? rows + words : fmax(rows, words));
        rung[n++] = r;
    }
    return n;
}

static void
draw_rungs(struct figure *f)
{
    struct rung *rung = arena_new(&f->arena, f->in->judgements->steps + 1, sizeof *rung);
    const struct columns columns = measure_columns(f);
    const size_t n = list_rungs(f, &columns, rung);
    double height = sheet_top(f) + HEAD + LEGEND + sheet_legend_more(f) + sheet_bottom(f), y;
    bool asides = false;

    for (size_t i = 0; i < n; i++)
        height += rung[i].height + (i > 0 ? GAP : 0);
    f->height = fmax(f->height, height);
    y = f->height - sheet_top(f);
    column_heads(f, &columns, y - HEAD / 2);
    y -= HEAD;
    for (size_t i = 0; i < n; i++) {
        draw_rung(f, &columns, &rung[i], i % 2 == 0, y);
        y -= rung[i].height + GAP;
    }
    for (size_t i = 0; i < f->in->judgements->targets; i++)
        asides = asides || target_is_aside(f->in->judgements->target[i].target);
    sheet_legend(f, LEFT, sheet_bottom(f) + LEGEND / 2 - 2, asides);
}

/* The furthest of all that steps miss; NULL where none is missed. */
static const struct judgement *
furthest(const struct judgements *all)
{
    const struct judgement *worst = NULL;

    for (size_t i = 0; i < all->steps; i++) {
        const struct judgement *j = all->step[i].binding == PLAN_NONE ? NULL : &all->target[all->step[i].binding];

        if (j && j->verdict == MISSED && (!worst || judgement_worse(j, worst)))
            worst = j;
    }
    return worst;
}

static void
title_by_targets(struct figure *f)
{
    const struct judgements *all = f->in->judgements;
    const bool zh = f->in->language == CHINESE;
    const char *met, *targets;
    size_t n = 0;

    for (size_t i = 0; i < all->targets; i++)
        n += all->target[i].verdict != MISSED;
    met = arena_print(&f->arena, "%zu", n);
    targets = arena_print(&f->arena, "%zu", all->targets);
    f->title = figure_say(f, WORD_chart_title_targets, zh ? targets : met, zh ? met : targets, NULL);
}

static void
set_title(struct figure *f)
{
    const struct judgements *all = f->in->judgements;
    const struct judgement *worst = furthest(all);
    const struct chart_step_count steps = chart_count_steps(all);
    const bool zh = f->in->language == CHINESE;
    const char *met = arena_print(&f->arena, "%zu", steps.met), *judged = arena_print(&f->arena, "%zu", steps.judged);
    const char *first = zh ? judged : met, *second = zh ? met : judged;

    if (steps.judged == 0)
        title_by_targets(f);
    else if (steps.met == steps.judged)
        f->title = figure_say(f, WORD_chart_title_steps_all, met, judged, NULL);
    else if (!worst
             || !figure_try_title(f, WORD_chart_title_steps_furthest, first, second,
                                  sheet_target_subject(f, f->in->trajectory, worst->target), NULL))
        f->title = figure_say(f, WORD_chart_title_steps, first, second, NULL);
}

/* "Chances of the steps: 54%, 12%, <1%"; false where there are no draws, or no step to be likely. */
static bool
title_by_chances(struct figure *f)
{
    const struct judgements *all = f->in->judgements;
    struct text list = { 0 };
    bool fits = false;

    for (size_t i = 0; f->in->drawn && i < all->steps; i++)
        if (all->step[i].targets > 0)
            text_print(&list, "%s%s",
                       list.length == 0             ? ""
                       : f->in->language == CHINESE ? "、"
                                                    : ", ",
                       chance_text(f, &f->in->drawn->ensemble->step[i]));
    if (list.length > 0)
        fits = figure_try_title(f, WORD_steps_chance_title, text_of(&list), NULL);
    text_free(&list);
    return fits;
}

static void
set_alt(struct figure *f)
{
    const struct judgements *all = f->in->judgements;
    struct text steps = { 0 };

    for (size_t i = 0; i < all->steps; i++) {
        struct text verdict = { 0 };
        const char *word;

        if (all->step[i].targets == 0)
            continue;
        verdict_phrase(&verdict, all->step[i].verdict, f->in->language);
        word = text_of(&verdict) + strcspn(text_of(&verdict), " ") + 1; /* without its mark */
        text_print(&steps, "%s%s",
                   steps.length == 0            ? ""
                   : f->in->language == CHINESE ? "；"
                                                : "; ",
                   figure_say(f, WORD_chart_alt_step, step_title(f, i), word, count_phrase(f, &all->step[i]), NULL));
        text_free(&verdict);
    }
    f->alt = figure_say(f, WORD_chart_alt_steps, f->subtitle, f->title, text_of(&steps), NULL);
    text_free(&steps);
}

bool
chart_steps(struct figure *f)
{
    const struct judgements *all = f->in->judgements;

    if (!all || all->targets == 0)
        return false;
    f->sheet = true;
    if (!title_by_chances(f))
        set_title(f);
    chart_subtitle(f, f->in->drawn ? WORD_steps_chance_subtitle : WORD_chart_subtitle_steps, NULL, NULL);
    draw_rungs(f);
    set_alt(f);
    if (f->in->drawn)
        chart_note_draws(f);
    text_add(&f->table, f->in->drawn ? CHART_TARGETS_HEADER ",probability\n" : CHART_TARGETS_HEADER "\n");
    for (size_t i = 0; i < all->targets; i++)
        chart_target_row(&f->table, f->in, &all->target[i]);
    return true;
}
