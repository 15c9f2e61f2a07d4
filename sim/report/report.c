/* The document around its parts. */
#include "report/report.h"
#include <stdio.h>
#include "base/input.h"
#include "report/phrase.h"

static const struct {
    const char *id;
    enum word title;
    void (*print)(struct page *p, const struct report *r);
} parts[] = {
    { "findings", WORD_report_findings, report_part_findings },
    { "plan", WORD_report_plan, report_part_plan },
    { "indicators", WORD_report_indicators, report_part_indicators },
    { "scenarios", WORD_report_scenarios, report_part_scenarios },
    { "feasibility", WORD_report_feasibility, report_part_feasibility },
    { "uncertainty", WORD_report_uncertainty, report_part_uncertainty },
    { "assumptions", WORD_report_assumptions, report_part_assumptions },
    { "method", WORD_report_method, report_part_method },
    { "provenance", WORD_report_provenance, report_part_provenance },
};
#define PARTS (sizeof parts / sizeof parts[0])

static bool
has_part(const struct report *r, size_t i)
{
    if (parts[i].print == report_part_uncertainty)
        return r->ensemble;
    if (parts[i].print == report_part_scenarios)
        return r->all.count > 1;
    return parts[i].print != report_part_feasibility || r->all.base.judgements->targets;
}

void
report_fill(struct text *out, const struct report *r, enum word w, const char *a, const char *b, const char *c,
            const char *d)
{
    word_fill(out, r->all.base.language, w, (const char *const[]) { a, b, c, d, NULL });
}

const char *
report_region(const struct report *r, size_t region)
{
    const struct plan_region *x = &r->all.base.trajectory->plan->region[region];

    return name_in(r->all.base.language, x->name, x->name_zh);
}

void
report_title(struct text *out, const struct report *r)
{
    const struct plan *p = r->all.base.trajectory->plan;
    char end[TEXT_NUMBER];

    report_fill(out, r, p->steps == 3 ? WORD_report_title : WORD_report_title_plain, report_region(r, p->home),
                text_number(end, p->end), NULL, NULL);
}

void
report_subtitle(struct text *out, const struct report *r)
{
    const struct plan *p = r->all.base.trajectory->plan;
    const bool beside = p->benchmark != PLAN_NONE && p->benchmark != p->home;
    char start[TEXT_NUMBER], end[TEXT_NUMBER];

    text_number(start, p->start);
    text_number(end, p->end);
    if (beside)
        report_fill(out, r, WORD_report_scenario_beside, r->all.title[0], report_region(r, p->benchmark), start, end);
    else
        report_fill(out, r, WORD_report_scenario, r->all.title[0], start, end, NULL);
}

const struct chart_done *
report_chart_find(const struct report *r, const char *name)
{
    for (size_t k = 0; k < r->chart_reports; k++)
        for (size_t i = 0; i < r->charts[k].count; i++)
            if (!strcmp(r->charts[k].chart[i].name, name) && r->charts[k].chart[i].outcome == CHART_DRAWN)
                return &r->charts[k].chart[i];
    return NULL;
}

void
report_chart(struct page *p, const struct report *r, const char *name)
{
    const struct chart_done *chart = report_chart_find(r, name);
    struct input svg = { 0 };
    struct error ignored = { 0 };
    struct text path = { 0 }, key = { 0 };

    if (!chart)
        return;
    text_print(&path, "%s/charts/%s.svg", r->staging, name);
    text_print(&key, "figure_%s", name);
    if (p->form == PAGE_DOCUMENT || !input_read(&svg, text_of(&path), NOWHERE, &ignored)) {
        enum word word = word_find(text_of(&key));

        text_add(&key, "_alone");
        if (r->all.base.trajectory->plan->benchmark == PLAN_NONE && word_find(text_of(&key)) != WORDS)
            word = word_find(text_of(&key));
        page_figure(p, name, svg.text, word == WORDS ? chart->title : word_in(p->language, word), chart->alt);
    }
    input_free(&svg);
    error_free(&ignored);
    text_free(&path);
    text_free(&key);
}

static void
add_head(struct page *p, const struct report *r)
{
    struct text title = { 0 };

    report_title(&title, r);
    text_print(p->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
               p->language == CHINESE ? "zh-CN" : "en");
    text_add(p->out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    page_escape(p->out, text_of(&title));
    text_add(p->out, "</title>\n");
    if (p->form == PAGE_SCREEN)
        text_print(p->out, "<style>\n%s</style>\n", report_style);
    text_add(p->out, "</head>\n<body>\n");
    text_free(&title);
}

static void
add_title(struct page *p, const struct report *r)
{
    struct text title = { 0 }, subtitle = { 0 };

    report_title(&title, r);
    report_subtitle(&subtitle, r);
    text_add(p->out, "<header>\n");
    if (r->stamp)
        page_paragraph(p, "stamp", r->stamp);
    if (p->form == PAGE_SCREEN) { /* a document's title is that of its head */
        text_add(p->out, "<h1>");
        page_escape(p->out, text_of(&title));
        text_add(p->out, "</h1>\n");
    }
    page_paragraph(p, "subtitle", text_of(&subtitle));
    text_add(p->out, "</header>\n");
    text_free(&title);
    text_free(&subtitle);
}

static void
add_contents(struct page *p, const struct report *r)
{
    text_print(p->out, "<nav aria-label=\"%s\">\n<ul>\n", word_in(p->language, WORD_report_contents));
    for (size_t i = 0; i < PARTS; i++)
        if (has_part(r, i)) {
            text_print(p->out, "<li><a href=\"#%s\">", parts[i].id);
            page_escape(p->out, word_in(p->language, parts[i].title));
            text_add(p->out, "</a></li>\n");
        }
    text_add(p->out, "</ul>\n</nav>\n");
}

void
report_html(struct text *out, const struct report *r, enum page_form form)
{
    struct page p = { .out = out, .language = r->all.base.language, .form = form };

    add_head(&p, r);
    add_title(&p, r);
    if (form == PAGE_SCREEN)
        add_contents(&p, r);
    text_add(out, "<main>\n");
    for (size_t i = 0; i < PARTS; i++)
        if (has_part(r, i)) {
            page_section(&p, parts[i].id, parts[i].title);
            parts[i].print(&p, r);
            page_section_end(&p);
        }
    text_add(out, "</main>\n</body>\n</html>\n");
}
