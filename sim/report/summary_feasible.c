/* The summary's tables of what was missed: what it needs, who has done as much, and who came nearest. */
#include <math.h>
#include <stdio.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/summary.h"
#include "report/table.h"

#define FOUND 3

enum { NAME, YEAR, NEEDS, NATION, DID, SHARE, CLASS, COLUMNS };

static void
fill(struct text *out, const struct summary *s, enum word w, const char *const *arguments)
{
    word_fill(out, s->language, w, arguments);
}

static void
set(struct table *table, size_t row, size_t column, struct text *cell)
{
    table_set(table, row, column, text_of(cell));
    text_free(cell);
}

static const char *
region_name(const struct summary *s, size_t region)
{
    const struct plan_region *r = &s->trajectory->plan->region[region];

    return name_in(s->language, r->name, r->name_zh);
}

static bool
is_listed(const struct feasible *f)
{
    return f->class != ON_TRACK;
}

static void
name_cell(struct table *table, size_t row, const struct feasible *f, const struct summary *s)
{
    const struct plan_target *g = f->judgement->target;
    struct text cell = { 0 };

    text_add(&cell, "  ");
    if (g->name)
        text_add(&cell, name_in(s->language, g->name, g->name_zh));
    else
        target_phrase(&cell, s->trajectory, g, s->language);
    set(table, row, NAME, &cell);
}

/* "7.5%" of amounts, "1.06 pt", "0.87 pl" of the rest */
static void
pace_text(struct text *out, double x, size_t indicator, const struct summary *s)
{
    const struct indicator *i = &indicators[indicator];
    char number[NUMBER_SHOWN];

    if (i->is_level)
        text_print(out, "%s%%", number_shown(number, x, 1, s->language));
    else
        fill(out, s, i->unit == UNIT_RANK ? WORD_summary_needs_places : WORD_summary_needs_points,
             (const char *const[]) { number_shown(number, x, 2, s->language), NULL });
}

/* "5+3 of 24": as many of each span */
static void
did_text(struct text *out, const struct precedent *p, const struct summary *s)
{
    struct text counts = { 0 };
    char all[TEXT_NUMBER];
    const bool zh = s->language == CHINESE; /* which stands first */

    if (p->normal) {
        text_add(out, word_in(s->language, WORD_summary_feasible_normal));
        return;
    }
    for (size_t i = 0; i < p->class->spans; i++) {
        const struct plan_span *span = &p->class->span[i];
        size_t reached = 0;

        if (span->to - span->from != p->span)
            continue;
        for (size_t m = 0; m < span->members; m++)
            reached += span->member[m].excess >= p->excess;
        text_print(&counts, "%s%zu", counts.length ? "+" : "", reached);
    }
    text_number(all, (double) p->records);
    fill(out, s, WORD_summary_feasible_count,
         (const char *const[]) { zh ? all : text_of(&counts), zh ? text_of(&counts) : all, NULL });
    text_free(&counts);
}

static void
precedent_cells(struct table *table, size_t row, const struct precedent *p, const struct summary *s)
{
    struct text cell = { 0 };
    char number[NUMBER_SHOWN];

    pace_text(&cell, p->needed, p->class->indicator, s);
    set(table, row, NEEDS, &cell);
    if (p->class->over_nation)
        pace_text(&cell, p->nation, p->class->indicator, s);
    set(table, row, NATION, &cell);
    did_text(&cell, p, s);
    set(table, row, DID, &cell);
    text_print(&cell, "%s%%", number_shown(number, p->share, 1, s->language));
    set(table, row, SHARE, &cell);
}

static void
target_rows(struct table *table, const struct summary *s)
{
    static const enum word class[] = { WORD_feasibility_unknown, WORD_feasibility_without, WORD_feasibility_stretch,
                                       WORD_feasibility_within_reach, WORD_feasibility_on_track };

    for (size_t i = 0; i < s->feasibles->targets; i++) {
        const struct feasible *f = &s->feasibles->target[i];
        char year[TEXT_NUMBER];
        size_t row;

        if (!is_listed(f))
            continue;
        row = table_row(table);
        name_cell(table, row, f, s);
        table_set(table, row, YEAR, text_number(year, f->judgement->target->year));
        if (f->precedents)
            precedent_cells(table, row, f->precedent, s);
        table_set(table, row, CLASS, word_in(s->language, class[f->class]));
    }
}

void
summary_feasible_fill(struct table *table, const struct summary *s)
{
    const size_t nation = s->trajectory->plan->benchmark;
    const char *const heading[COLUMNS] = {
        [NAME] = word_in(s->language, WORD_summary_feasible),
        [YEAR] = word_in(s->language, WORD_summary_target_year),
        [NEEDS] = word_in(s->language, WORD_summary_target_needs),
        [NATION] = nation == PLAN_NONE ? "" : region_name(s, nation),
        [DID] = word_in(s->language, WORD_summary_feasible_did),
        [SHARE] = word_in(s->language, WORD_summary_feasible_share),
        [CLASS] = word_in(s->language, WORD_summary_feasible_class),
    };

    table_init(table, "lrrrrrl", COLUMNS);
    table_row(table);
    for (size_t c = 0; c < COLUMNS; c++)
        table_set(table, 0, c, heading[c]);
    target_rows(table, s);
}

/* "2010-20" */
static const char *
span_text(char text[32], const struct plan_span *s)
{
    snprintf(text, 32, "%d-%02d", s->from, s->to % 100);
    return text;
}

/* "Chongqing +2.5 (2010-20, 8,065)" */
static void
found_cell(struct table *table, size_t row, size_t column, const struct record_found *r, int decimals,
           const struct summary *s)
{
    struct text cell = { 0 };
    char excess[NUMBER_SHOWN], size[NUMBER_SHOWN], span[32];

    fill(&cell, s, WORD_summary_feasible_found,
         (const char *const[]) { name_in(s->language, r->member->name, r->member->name_zh),
                                 number_signed(excess, r->member->excess, decimals, s->language),
                                 span_text(span, r->span), number_shown(size, r->member->size, 0, s->language), NULL });
    set(table, row, column, &cell);
}

/* Home's own of the latest span of that length */
static double
own_record(const struct precedent *p)
{
    double own = NAN;
    int latest = 0;

    for (size_t i = 0; i < p->class->spans; i++) {
        const struct plan_span *span = &p->class->span[i];

        if (span->to - span->from == p->span && span->to > latest) {
            own = span->own.excess;
            latest = span->to;
        }
    }
    return own;
}

static void
record_row(struct table *table, const struct feasible *f, const struct summary *s)
{
    const struct precedent *p = f->precedent;
    const int decimals = indicators[p->class->indicator].is_level ? 1 : 2;
    const size_t row = table_row(table);
    struct record_found found[FOUND];
    const size_t count = precedent_nearest(found, FOUND, p);
    char number[NUMBER_SHOWN];

    name_cell(table, row, f, s);
    table_set(table, row, 1, text_number(number, f->judgement->target->year));
    table_set(table, row, 2, number_signed(number, p->excess, decimals, s->language));
    if (isfinite(own_record(p)))
        table_set(table, row, 3, number_signed(number, own_record(p), decimals, s->language));
    for (size_t i = 0; i < count; i++)
        found_cell(table, row, 4 + i, &found[i], decimals, s);
}

void
summary_records_fill(struct table *table, const struct summary *s)
{
    table_init(table, "lrrrlll", 4);
    table_row(table);
    table_set(table, 0, 0, word_in(s->language, WORD_summary_feasible_record));
    table_set(table, 0, 1, word_in(s->language, WORD_summary_target_year));
    table_set(table, 0, 2, word_in(s->language, WORD_summary_feasible_excess));
    table_set(table, 0, 3, region_name(s, s->trajectory->plan->home));
    for (size_t i = 0; i < s->feasibles->targets; i++)
        if (is_listed(&s->feasibles->target[i]) && s->feasibles->target[i].precedents)
            record_row(table, &s->feasibles->target[i], s);
}

static bool
decides(const struct summary *s, const struct plan_class *k)
{
    for (size_t i = 0; i < s->feasibles->targets; i++) {
        const struct feasible *f = &s->feasibles->target[i];

        if (is_listed(f) && f->precedents && f->precedent[0].class == k)
            return true;
    }
    return false;
}

/* "western provinces: GDP per head at 2020 prices above China, 12 members, 2010-15, 2015-20" */
static void
class_note(struct text *out, const struct summary *s, const struct plan_class *k)
{
    struct text indicator = { 0 }, spans = { 0 }, key = { 0 };
    char members[TEXT_NUMBER], span[32], year[TEXT_NUMBER];
    const char *title = name_in(s->language, k->title, k->title_zh);

    text_print(&key, "indicator_%s", indicators[k->indicator].key);
    fill(&indicator, s, word_find(text_of(&key)),
         (const char *const[]) { text_number(year, s->trajectory->plan->start), NULL });
    for (size_t i = 0; i < k->spans; i++)
        if (s->language == CHINESE)
            text_print(&spans, "%s%d-%d年", i ? "、" : "", k->span[i].from, k->span[i].to);
        else
            text_print(&spans, "%s%s", i ? ", " : "", span_text(span, &k->span[i]));
    text_number(members, (double) k->span[0].members);
    if (k->over_nation)
        fill(out, s, WORD_feasible_over_note,
             (const char *const[]) { title, text_of(&indicator), region_name(s, s->trajectory->plan->benchmark),
                                     members, text_of(&spans), NULL });
    else
        fill(out, s, WORD_feasible_class_note,
             (const char *const[]) { title, text_of(&indicator), members, text_of(&spans), NULL });
    text_add(out, "\n");
    text_free(&indicator);
    text_free(&spans);
    text_free(&key);
}

void
summary_feasible_notes(struct text *out, const struct summary *s)
{
    bool head = false, normal = false, eras = false;

    for (size_t i = 0; i < s->feasibles->targets; i++) {
        const struct feasible *f = &s->feasibles->target[i];

        if (!is_listed(f) || !f->precedents)
            continue;
        head = head || f->by_head;
        normal = normal || f->precedent[0].normal;
        eras = eras || (!f->precedent[0].normal && f->precedent[0].records > f->precedent[0].class->span[0].members);
    }
    for (size_t k = 0; k < s->trajectory->plan->precedent.classes; k++)
        if (decides(s, &s->trajectory->plan->precedent.class[k]))
            class_note(out, s, &s->trajectory->plan->precedent.class[k]);
    if (eras)
        text_print(out, "%s\n", word_in(s->language, WORD_feasible_eras_note));
    if (normal)
        text_print(out, "%s\n", word_in(s->language, WORD_feasible_normal_note));
    if (head)
        text_print(out, "%s\n", word_in(s->language, WORD_feasible_head_note));
    text_print(out, "%s\n", word_in(s->language, WORD_feasible_size_note));
}

bool
summary_feasible_any(const struct summary *s)
{
    bool any = false;

    for (size_t i = 0; i < s->feasibles->targets; i++)
        any = any || is_listed(&s->feasibles->target[i]);
    return any && s->trajectory->plan->precedent.classes;
}

void
summary_feasible(struct text *out, const struct summary *s)
{
    struct table table;

    if (!summary_feasible_any(s))
        return;
    summary_feasible_fill(&table, s);
    text_add(out, "\n");
    table_draw(out, &table, 0, s->width, s->ambiguous);
    table_free(&table);
    summary_records_fill(&table, s);
    text_add(out, "\n");
    if (table.rows > 1)
        table_draw(out, &table, 0, s->width, s->ambiguous);
    table_free(&table);
    summary_feasible_notes(out, s);
}
