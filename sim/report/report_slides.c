/* Slides: the findings, the ladder, then a finding each with its picture. */
#include "report/phrase.h"
#include "report/report.h"

static void
slide_title(struct page *p, const char *title)
{
    text_add(p->out, "<h2>");
    page_escape(p->out, title);
    text_add(p->out, "</h2>\n");
}

static void
picture_slides(struct page *p, const struct report *r)
{
    const struct chart_report *charts = r->slides ? r->slides : r->charts;
    const char *source = name_in(p->language, r->base->source, r->base->source_zh);

    for (size_t k = 0; k < r->chart_reports; k++)
        for (size_t i = 0; i < charts[k].count; i++) {
            const struct chart_done *chart = &charts[k].chart[i];

            if (chart->outcome != CHART_DRAWN)
                continue;
            slide_title(p, chart->title);
            text_print(p->out, "<figure><img src=\"%s/%s.png\" alt=\"", chart->folder, chart->name);
            page_escape(p->out, chart->alt);
            text_add(p->out, "\"><figcaption>");
            page_escape(p->out, source ? source : "");
            text_add(p->out, "</figcaption></figure>\n");
        }
}

void
report_slides(struct text *out, const struct report *r)
{
    struct page p = { .out = out, .language = r->all.base.language, .form = PAGE_DOCUMENT };
    struct text lines = { 0 };

    report_title(&lines, r);
    if (r->stamp)
        text_print(&lines, p.language == CHINESE ? "（%s）" : " (%s)", r->stamp);
    text_add(out, "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>");
    page_escape(out, text_of(&lines));
    text_add(out, "</title>\n</head>\n<body>\n");
    text_free(&lines);
    report_findings(&lines, r);
    slide_title(&p, word_in(p.language, WORD_report_findings));
    page_list(&p, NULL, text_of(&lines));
    text_free(&lines);
    picture_slides(&p, r);
    text_add(out, "</body>\n</html>\n");
}
