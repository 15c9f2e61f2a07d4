/* The plan's table, and the evidence: paths, scenarios, feasibility. */
#include <string.h>
#include "report/outturn_show.h"
#include "report/phrase.h"
#include "report/plan_table.h"
#include "report/report_facts.h"
#include "report/why.h"

/* What came in since the base year */
static void
add_outturns(struct page *p, const struct report *r)
{
    struct text notes = { 0 };
    struct table table;

    if (!summary_outturns_fill(&table, &r->all.base))
        return;
    page_table(p, word_in(p->language, WORD_report_outturn_caption), &table, 1);
    summary_outturns_notes(&notes, &r->all.base);
    page_lines(p, "note", text_of(&notes));
    table_free(&table);
    text_free(&notes);
}

void
report_part_plan(struct page *p, const struct report *r)
{
    struct plan_tables plans;

    plan_tables_make(&plans, r->base, r->all.base.trajectory, r->all.base.judgements, p->language);
    for (size_t i = 0; i < plans.count; i++)
        report_plan_table(p, &plans.table[i]);
    if (!plans.count) {
        struct text text = { 0 };

        report_fill(&text, r, WORD_plan_empty, r->base->plan.name, NULL, NULL, NULL);
        page_paragraph(p, NULL, text_of(&text));
        text_free(&text);
    }
    plan_tables_free(&plans);
    add_outturns(p, r);
}

void
report_part_indicators(struct page *p, const struct report *r)
{
    static const char *const paths[] = { "gdp",       "gdp_per_capita", "growth", "urbanization",
                                         "structure", "modernization",  "rank",   "population" };
    const struct plan *plan = r->all.base.trajectory->plan;
    struct text caption = { 0 };
    struct table table;

    page_subsection(p, word_in(p->language, WORD_report_paths));
    report_fill(&caption, r, WORD_report_indicators_caption, report_region(r, plan->home), r->all.title[0], NULL, NULL);
    summary_indicators_fill(&table, &r->all.base);
    page_table(p, text_of(&caption), &table, 1);
    table_free(&table);
    text_free(&caption);
    page_paragraph(p, "note", word_in(p->language, WORD_summary_growth_note));
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
        report_chart(p, r, paths[i]);
    if (summary_contributions_fill(&table, &r->all.base)) {
        page_subsection(p, word_in(p->language, WORD_report_sources_of_growth));
        page_table(p, word_in(p->language, WORD_report_growth_caption), &table, 1);
        table_free(&table);
        page_paragraph(p, "note", word_in(p->language, WORD_report_growth_note));
        report_chart(p, r, "contributions");
    }
}

/* ---- scenarios */

static void
add_compared(struct page *p, const struct report *r)
{
    char align[TABLE_COLUMNS + 1];
    struct text notes = { 0 };
    struct table table;
    const size_t heads = comparison_table_fill(&table, align, &notes, &r->all);

    page_table(p, word_in(p->language, WORD_report_compare_caption), &table, heads);
    page_lines(p, "note", text_of(&notes));
    table_free(&table);
    text_free(&notes);
}

static void
add_pair(struct page *p, const struct report *r)
{
    struct text caption = { 0 }, note = { 0 };
    struct table table;

    report_fill(&caption, r, WORD_report_pair_caption, r->all.title[1], r->all.title[0], NULL, NULL);
    comparison_pair_fill(&table, &r->all);
    page_table(p, text_of(&caption), &table, 1);
    table_free(&table);
    report_fill(&note, r, WORD_compare_pair_note, r->all.title[0], r->all.title[1], NULL, NULL);
    page_paragraph(p, "note", text_of(&note));
    if (r->all.base.judgements->steps) {
        comparison_pair_steps_fill(&table, &r->all);
        page_table(p, word_in(p->language, WORD_report_pair_steps_caption), &table, 1);
        table_free(&table);
    }
    text_free(&caption);
    text_free(&note);
}

/* A target an item; the note on marks is none */
static void
add_decides_lines(struct page *p, const char *lines)
{
    const char *note = word_in(p->language, WORD_not_counted_note), *at = strstr(lines, note);
    struct text items = { 0 };

    text_add_bytes(&items, lines, at ? (size_t) (at - lines) : strlen(lines));
    page_list(p, NULL, text_of(&items));
    if (at)
        page_paragraph(p, "note", note);
    text_free(&items);
}

/* What the terminal prints, on lines as long as they come; its first line is a heading. */
static void
add_decides(struct page *p, const struct report *r)
{
    struct comparison wide = r->all;
    struct text lines = { 0 };
    const char *rest;

    if (!r->all.base.judgements->targets)
        return;
    wide.base.width = 100000;
    comparison_decides(&lines, &wide);
    rest = strchr(text_of(&lines), '\n');
    if (rest && rest[1]) {
        page_subsection(p, word_in(p->language, WORD_report_decides));
        add_decides_lines(p, rest + 1);
    } else {
        page_lines(p, NULL, text_of(&lines));
    }
    text_free(&lines);
}

static void
add_why(struct page *p, const struct report *r)
{
    struct scenario_fact fact;
    struct text text = { 0 };
    struct arena a = { 0 };
    struct table table;

    if (!r->all.why || !r->all.why->known || !scenario_facts(&fact, &a, r))
        return;
    page_subsection(p, word_in(p->language, r->all.count == 2 ? WORD_report_makes : WORD_report_furthest));
    if (r->all.count > 2) { /* of two it stands among the findings */
        sentence_scenario(&text, &fact, p->language);
        page_paragraph(p, NULL, text_of(&text));
        text_free(&text);
    }
    report_chart(p, r, "waterfall");
    why_title(&text, &r->all, r->all.why);
    why_fill(&table, &r->all, r->all.why);
    page_table(p, text_of(&text), &table, 0);
    table_free(&table);
    text_free(&text);
    arena_free(&a);
}

void
report_part_scenarios(struct page *p, const struct report *r)
{
    static const char *const charts[] = { "verdicts",    "compare_gdp_per_capita", "compare_modernization",
                                          "compare_gdp", "compare_urbanization",   "compare_rank" };

    page_subsection(p, word_in(p->language, r->all.count == 2 ? WORD_report_both : WORD_report_rounds));
    if (r->all.count == 2)
        add_pair(p, r);
    else
        add_compared(p, r);
    for (size_t i = 0; i < sizeof charts / sizeof charts[0]; i++)
        report_chart(p, r, charts[i]);
    add_decides(p, r);
    add_why(p, r);
}

/* ---- feasibility */

static void
add_precedents(struct page *p, const struct report *r)
{
    struct text sentences = { 0 };
    struct arena a = { 0 };

    for (size_t i = 0; i < r->all.base.feasibles->targets; i++) {
        const struct feasible *f = &r->all.base.feasibles->target[i];

        if (f->class == ON_TRACK || !f->precedents)
            continue;
        const struct precedent_fact fact = precedent_facts(&a, r, f);
        sentence_precedent(&sentences, &fact, p->language);
        text_add(&sentences, "\n");
    }
    page_list(p, NULL, text_of(&sentences));
    text_free(&sentences);
    arena_free(&a);
}

static void
add_consistency(struct page *p, const struct report *r)
{
    const struct implieds *all = r->all.base.implied;
    struct text lines = { 0 };

    if (!all->count)
        return;
    page_subsection(p, word_in(p->language, WORD_report_consistency));
    for (size_t i = 0; i < all->count; i++) {
        struct text pace = { 0 };

        if (all->at[i].plausible)
            continue;
        implied_phrase(&lines, &r->all.base, &all->at[i]);
        implied_pace_phrase(&pace, &r->all.base, &all->at[i]);
        text_print(&lines, "%s%s%s\n", p->language == CHINESE ? "；" : "; ",
                   text_of(&pace) + strspn(text_of(&pace), " "), word_in(p->language, WORD_full_stop));
        text_free(&pace);
    }
    if (lines.length)
        page_list(p, NULL, text_of(&lines));
    else
        page_word(p, WORD_report_consistent);
    text_free(&lines);
}

static bool
any_missed(const struct feasibles *f)
{
    for (size_t i = 0; i < f->targets; i++)
        if (f->target[i].class != ON_TRACK)
            return true;
    return false;
}

void
report_part_feasibility(struct page *p, const struct report *r)
{
    struct text notes = { 0 };
    struct table table;

    page_subsection(p, word_in(p->language, WORD_report_needed));
    if (summary_feasible_any(&r->all.base)) {
        add_precedents(p, r);
        summary_feasible_fill(&table, &r->all.base);
        page_table(p, word_in(p->language, WORD_report_feasible_caption), &table, 1);
        table_free(&table);
        summary_records_fill(&table, &r->all.base);
        if (table.rows > 1)
            page_table(p, word_in(p->language, WORD_report_records_caption), &table, 1);
        table_free(&table);
        summary_feasible_notes(&notes, &r->all.base);
        page_lines(p, "note", text_of(&notes));
        text_free(&notes);
    } else {
        page_word(p, any_missed(r->all.base.feasibles) ? WORD_report_no_class : WORD_report_all_on_track);
    }
    report_levers(p, r);
    add_consistency(p, r);
}
