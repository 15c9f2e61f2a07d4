/* What the projection rests on: value, unit, usual range, kind and place of each setting of home, benchmark and peers. */
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include "base/input.h"
#include "report/phrase.h"
#include "report/report.h"

/* A file that settings stand in, read once for their comments */
struct source {
    const char *file;
    struct input text;
};

struct assumptions {
    struct page *page;
    const struct report *report;
    size_t sources, room;
    struct source *source;
};

static const char *
text_of_file(struct assumptions *a, const char *file)
{
    struct error ignored = { 0 };

    for (size_t i = 0; i < a->sources; i++)
        if (!strcmp(a->source[i].file, file))
            return a->source[i].text.text;
    a->source = memory_room(a->source, a->sources, &a->room, sizeof *a->source);
    a->source[a->sources] = (struct source) { .file = file };
    (void) input_read(&a->source[a->sources].text, file, NOWHERE, &ignored);
    error_free(&ignored);
    return a->source[a->sources++].text.text;
}

static const char *
next_line(const char *at)
{
    const char *end = strchr(at, '\n');

    return end ? end + 1 : NULL;
}

/* The word among those that comes first in a comment, over the line and the lines below that are nothing but comment */
static enum word
kind_in_comment(const char *text, int line)
{
    static const struct {
        const char *mark;
        enum word word;
    } kinds[] = { { "published", WORD_report_published },
                  { "derived", WORD_report_derived },
                  { "fitted", WORD_report_fitted },
                  { "assumed", WORD_report_assumed } };
    const char *at = text;

    for (int i = 1; at && i < line; i++)
        at = next_line(at);
    for (bool first = true; at; first = false, at = next_line(at)) {
        const char *end = strchr(at, '\n') ? strchr(at, '\n') : at + strlen(at);
        const char *comment = memchr(at, '#', (size_t) (end - at)), *earliest = end;
        enum word found = WORDS;

        if (first && !comment)
            continue;
        if (!comment || (!first && at + strspn(at, " \t") != comment))
            return WORDS;
        for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
            const char *here = strstr(comment, kinds[k].mark);

            if (here && here < earliest) {
                earliest = here;
                found = kinds[k].word;
            }
        }
        if (found != WORDS)
            return found;
    }
    return WORDS;
}

enum { NAME, VALUE, UNIT, RANGE, KIND, PLACE, COLUMNS };

static void
set(struct table *table, size_t row, size_t column, struct text *cell)
{
    table_set(table, row, column, text_of(cell));
    text_free(cell);
}

/* "57 (2020) to 42 (2035)", "0.8"; as scenario files write it */
static void
value_cell(struct text *out, const struct report *r, const struct plan_entry *e)
{
    const struct plan *p = r->all.base.trajectory->plan;
    const double *x = p->value + e->offset, scale = unit_scale(e->setting->unit);
    char first[32], last[32], start[TEXT_NUMBER], end[TEXT_NUMBER];

    snprintf(first, sizeof first, "%.6g", x[0] / scale + 0.0);
    snprintf(last, sizeof last, "%.6g", x[e->length - 1] / scale + 0.0);
    if (e->setting->kind == SETTING_PAIR)
        text_print(out, "(%s, %s)", first, last);
    else if (strcmp(first, last) != 0)
        report_fill(out, r, WORD_report_path, first, text_number(start, p->start), last, text_number(end, p->end));
    else
        text_add(out, first);
}

static void
kind_cells(struct assumptions *a, struct table *table, size_t row, const struct plan_entry *e)
{
    const enum language language = a->page->language;
    const char *text = e->place.file && e->place.line ? text_of_file(a, e->place.file) : NULL;
    const enum word kind = text ? kind_in_comment(text, e->place.line) : WORDS;
    struct text place = { 0 };
    char line[TEXT_NUMBER];

    if (text) {
        report_fill(&place, a->report, WORD_report_place, e->place.file, text_number(line, e->place.line), NULL, NULL);
        table_set(table, row, KIND, kind == WORDS ? "" : word_in(language, kind));
    } else {
        table_set(table, row, KIND, word_in(language, e->place.file ? WORD_report_command_line : WORD_report_default));
        if (e->setting->source[language])
            text_add(&place, e->setting->source[language]);
    }
    set(table, row, PLACE, &place);
}

static void
add_entry(struct assumptions *a, struct table *table, const struct plan_entry *e, const char *sector)
{
    const size_t row = table_row(table);
    const enum language language = a->page->language;
    const struct setting *s = e->setting;
    struct text cell = { 0 };

    if (sector)
        report_fill(&cell, a->report, WORD_report_of_sector, sector, s->meaning[language], NULL, NULL);
    else
        text_add(&cell, s->meaning[language]);
    set(table, row, NAME, &cell);
    value_cell(&cell, a->report, e);
    set(table, row, VALUE, &cell);
    table_set(table, row, UNIT, unit_in(language, s->unit));
    if (s->low != 0 || s->high != 0) {
        char low[TEXT_NUMBER], high[TEXT_NUMBER];

        report_fill(&cell, a->report, WORD_report_range, text_number(low, s->low), text_number(high, s->high), NULL,
                    NULL);
        set(table, row, RANGE, &cell);
    }
    kind_cells(a, table, row, e);
}

static void
add_group(struct assumptions *a, struct table *table, const struct plan_group *g, const char *sector)
{
    for (size_t i = 0; g->table && i < g->table->count; i++)
        if (g->entry[i] != PLAN_NONE)
            add_entry(a, table, &a->report->all.base.trajectory->plan->entry[g->entry[i]], sector);
}

static void
start_table(struct assumptions *a, struct table *table)
{
    static const enum word heads[COLUMNS] = {
        WORD_report_assumed_name,  WORD_report_assumed_value, WORD_plan_head_unit,
        WORD_report_assumed_range, WORD_report_assumed_kind,  WORD_report_assumed_place,
    };

    table_init(table, "lrlrll", 1);
    table_row(table);
    for (size_t i = 0; i < COLUMNS; i++)
        table_set(table, 0, i, word_in(a->page->language, heads[i]));
}

static void
end_table(struct assumptions *a, struct table *table, const char *what)
{
    struct text caption = { 0 };

    report_fill(&caption, a->report, WORD_report_assumed_caption, what, NULL, NULL, NULL);
    if (table->rows > 1)
        page_table(a->page, text_of(&caption), table, 1);
    table_free(table);
    text_free(&caption);
}

static void
add_region(struct assumptions *a, size_t region)
{
    const struct plan_region *r = &a->report->all.base.trajectory->plan->region[region];
    struct table table;

    page_subsection(a->page, report_region(a->report, region));
    start_table(a, &table);
    for (size_t g = 0; g < REGION_GROUPS; g++)
        if (g != GROUP_SECTOR)
            add_group(a, &table, &r->group[g], NULL);
    for (size_t s = 0; s < r->sectors; s++)
        add_group(a, &table, &r->sector[s].settings,
                  name_in(a->page->language, r->sector[s].name, r->sector[s].name_zh));
    end_table(a, &table, report_region(a->report, region));
}

void
report_part_assumptions(struct page *p, const struct report *r)
{
    const struct plan *plan = r->all.base.trajectory->plan;
    struct assumptions a = { .page = p, .report = r };
    struct text lead = { 0 };

    report_fill(&lead, r, WORD_report_assumptions_lead, r->all.title[0], NULL, NULL, NULL);
    page_paragraph(p, NULL, text_of(&lead));
    add_region(&a, plan->home);
    if (plan->benchmark != PLAN_NONE && plan->benchmark != plan->home)
        add_region(&a, plan->benchmark);
    if (plan->peers.count) {
        struct table table;

        page_subsection(p, word_in(p->language, WORD_part_peers));
        start_table(&a, &table);
        add_group(&a, &table, &plan->peers.settings, NULL);
        end_table(&a, &table, word_in(p->language, WORD_part_peers));
    }
    for (size_t i = 0; i < a.sources; i++)
        input_free(&a.source[i].text);
    free(a.source);
    text_free(&lead);
}
