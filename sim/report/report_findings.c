/* The first part: findings, ladder, targets. */
#include <stdlib.h>
#include "base/memory.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/report_facts.h"

static bool
say_relative(struct text *out, const struct report *r)
{
    const struct trajectory *t = r->all.base.trajectory;
    const struct plan *p = t->plan;
    const size_t series = trajectory_find(t, p->home, "relative_gdp_per_capita");
    struct relative_fact f;

    if (series == PLAN_NONE || p->benchmark == PLAN_NONE || p->benchmark == p->home)
        return false;
    f = (struct relative_fact) { report_region(r, p->benchmark),   p->start, p->end, trajectory_at(t, series, p->start),
                                 trajectory_at(t, series, p->end), 0 };
    for (int year = p->start + 1; year <= p->end && !f.passes; year++)
        f.passes = trajectory_at(t, series, year) > 100 ? year : 0;
    sentence_relative(out, &f, r->all.base.language);
    return true;
}

static bool
say_steps(struct text *out, const struct report *r)
{
    const struct judgements *j = r->all.base.judgements;

    for (size_t i = 0; i < j->steps; i++) {
        if (i && r->all.base.language == ENGLISH)
            text_add(out, " ");
        report_step_sentence(out, r, i);
    }
    return j->steps > 0;
}

void
report_step_sentence(struct text *out, const struct report *r, size_t step)
{
    struct arena a = { 0 };
    const struct step_fact f = step_facts(&a, r, step);

    sentence_step(out, &f, r->all.base.language);
    arena_free(&a);
}

static bool
say_chances(struct text *out, const struct report *r)
{
    struct chance_fact *fact;

    if (!r->ensemble || !r->ensemble->steps)
        return false;
    fact = memory_new(r->ensemble->steps, sizeof *fact);
    for (size_t i = 0; i < r->ensemble->steps; i++)
        fact[i] = (struct chance_fact) { i + 1, r->ensemble->step[i].probability, r->ensemble->step[i].standard_error };
    sentence_chances(out, r->ensemble->accepted, fact, r->ensemble->steps, r->all.base.language);
    free(fact);
    return true;
}

static bool
say_scenarios(struct text *out, const struct report *r)
{
    struct arena a = { 0 };
    struct range_fact range;
    struct scenario_fact pair;
    const bool ranged = range_facts(&range, &a, r);
    const bool paired = !ranged && scenario_facts(&pair, &a, r);

    if (ranged)
        sentence_range(out, &range, r->all.base.language);
    if (paired)
        sentence_scenario(out, &pair, r->all.base.language);
    arena_free(&a);
    return ranged || paired;
}

static bool
say_of(struct text *out, const struct report *r, const char *indicator)
{
    const struct judgement *j = target_on(r, indicator);

    if (j)
        say_target(out, r, j);
    return j;
}

void
report_findings(struct text *out, const struct report *r)
{
    static const char *const usual[] = { "gdp_per_capita", "gdp", "modernization", "urbanization" };
    const size_t kept = 1 + (r->ensemble && r->ensemble->steps) + (r->all.count > 1);
    size_t said = 0;

    for (size_t i = 0; i < sizeof usual / sizeof usual[0] && said + kept < FINDINGS; i++) {
        if (i == 1 && say_relative(out, r)) {
            text_add(out, "\n");
            said++;
        }
        if (said + kept < FINDINGS && say_of(out, r, usual[i])) {
            text_add(out, "\n");
            said++;
        }
    }
    if (say_steps(out, r))
        text_add(out, "\n");
    if (say_chances(out, r))
        text_add(out, "\n");
    if (say_scenarios(out, r))
        text_add(out, "\n");
}

static void
add_rung(struct page *p, const struct report *r, size_t step)
{
    static const char *const class[] = { [MISSED] = "missed", [WITHIN_TOLERANCE] = "within", [MET] = "met" };
    const struct step_judgement *s = &r->all.base.judgements->step[step];
    const char *title = name_in(p->language, s->step->title ? s->step->title : s->step->key, s->step->title_zh);
    struct arena a = { 0 };
    const struct step_fact fact = step_facts(&a, r, step);
    struct text line = { 0 };

    text_print(p->out, "<li class=\"%s\">%s<strong>", s->targets ? class[s->verdict] : "none",
               p->form == PAGE_DOCUMENT ? "<p>" : "");
    sentence_step_counts(&line, &fact, p->language);
    page_escape(p->out, title);
    text_print(p->out, "</strong> <span class=\"years\">%d%s%d%s</span> ", s->step->from,
               p->language == CHINESE ? "—" : "-", s->step->to, p->language == CHINESE ? "年" : "");
    if (s->targets) {
        struct text verdict = { 0 };

        verdict_phrase(&verdict, s->verdict, p->language);
        text_print(p->out, "<span class=\"verdict\">%s</span>", text_of(&verdict));
        text_free(&verdict);
    }
    text_add(p->out, p->form == PAGE_SCREEN ? "<br>" : "　");
    page_escape(p->out, text_of(&line));
    text_add(p->out, p->form == PAGE_DOCUMENT ? "</p></li>\n" : "</li>\n");
    text_free(&line);
    arena_free(&a);
}

static void
add_ladder(struct page *p, const struct report *r)
{
    const size_t steps = r->all.base.judgements->steps;

    if (!steps)
        return;
    page_subsection(p, word_in(p->language, steps == 3 ? WORD_report_ladder : WORD_report_ladder_plain));
    text_add(p->out, "<ol class=\"ladder\">\n");
    for (size_t i = 0; i < steps; i++)
        add_rung(p, r, i);
    text_add(p->out, "</ol>\n");
}

static void
add_dashboard(struct page *p, const struct report *r)
{
    struct text caption = { 0 };
    struct table table;
    bool asides;

    page_subsection(p, word_in(p->language, WORD_report_dashboard));
    if (!r->all.base.judgements->targets) {
        page_word(p, WORD_report_no_targets);
        return;
    }
    asides = summary_targets_fill(&table, &r->all.base);
    report_fill(&caption, r, WORD_report_targets_caption, r->all.title[0], NULL, NULL, NULL);
    page_table(p, text_of(&caption), &table, 1);
    page_paragraph(p, "note", word_in(p->language, WORD_report_marks));
    if (asides)
        page_paragraph(p, "note", word_in(p->language, WORD_not_counted_note));
    table_free(&table);
    text_free(&caption);
}

void
report_part_findings(struct page *p, const struct report *r)
{
    struct text findings = { 0 };

    report_findings(&findings, r);
    page_list(p, "findings", text_of(&findings));
    page_paragraph(p, "note", word_in(p->language, WORD_report_units));
    add_ladder(p, r);
    add_dashboard(p, r);
    text_free(&findings);
}
