#include "report/summary.h"
#include <string.h>
#include "report/number.h"
#include "report/outturn_show.h"
#include "report/phrase.h"
#include "report/wrap.h"

static void
fill(struct text *out, const struct summary *s, enum word w, const char *a, const char *b, const char *c, const char *d,
     const char *e)
{
    word_fill(out, s->language, w, (const char *const[]) { a, b, c, d, e, NULL });
}

static const char *
region_name(const struct summary *s, size_t region)
{
    const struct plan_region *r = &s->trajectory->plan->region[region];

    return name_in(s->language, r->name, r->name_zh);
}

void
summary_heading(struct text *out, const struct summary *s)
{
    const struct plan *p = s->trajectory->plan;
    const char *title = s->title ? s->title : name_in(s->language, p->title ? p->title : p->name, p->title_zh);
    char start[TEXT_NUMBER], end[TEXT_NUMBER], rebase[TEXT_NUMBER];
    struct text rebased = { 0 };

    if (p->rebase) {
        fill(&rebased, s, WORD_outturn_title_rebased, title, text_number(rebase, p->rebase), NULL, NULL, NULL);
        title = text_of(&rebased);
    }
    text_number(start, p->start);
    text_number(end, p->end);
    if (p->benchmark == PLAN_NONE || p->benchmark == p->home)
        fill(out, s, WORD_summary_title, title, region_name(s, p->home), start, end, NULL);
    else
        fill(out, s, WORD_summary_title_against, title, region_name(s, p->home), region_name(s, p->benchmark), start,
             end);
    text_add(out, "\n\n");
    text_free(&rebased);
}

void
summary_ending(struct text *out, const struct summary *s)
{
    char model[NUMBER_SHOWN], drawing[NUMBER_SHOWN], charts[TEXT_NUMBER];
    struct text folder = { 0 };

    if (!s->folder)
        return;
    number_shown(model, s->model_seconds, 3, s->language);
    number_shown(drawing, s->chart_seconds, 1, s->language);
    text_number(charts, (double) s->charts);
    text_print(&folder, "%s/charts/", s->folder);
    text_add(out, "\n");
    if (s->charts)
        fill(out, s, s->charts == 1 ? WORD_summary_results_chart : WORD_summary_results_charts, s->folder, charts,
             text_of(&folder), model, drawing);
    else
        fill(out, s, WORD_summary_results, s->folder, model, NULL, NULL, NULL);
    text_add(out, "\n");
    text_free(&folder);
}

/* How to ask what the first missed target takes, where the scenario says what can be moved */
static void
summary_hint(struct text *out, const struct summary *s)
{
    for (size_t i = 0; s->file && s->trajectory->plan->levers && i < s->judgements->targets; i++) {
        const struct judgement *j = &s->judgements->target[i];

        if (!j->target->counts || j->verdict != MISSED)
            continue;
        fill(out, s, WORD_summary_hint, s->file, j->target->key, NULL, NULL, NULL);
        text_add(out, "\n");
        return;
    }
}

/* The table is drawn plain; colour is put on whole lines afterwards, so that it takes no cells. */
static void
coloured(struct text *out, const char *plain)
{
    while (*plain) {
        const char *end = strchr(plain, '\n');
        const size_t length = end ? (size_t) (end - plain) + 1 : strlen(plain);
        const char *met = memmem(plain, length, " + ", 3), *missed = memmem(plain, length, " x ", 3);
        const char *at = met ? met : missed;

        if (at) {
            text_add_bytes(out, plain, (size_t) (at - plain) + 1);
            text_add(out, met ? "\033[34m" : "\033[33m");
            text_add_bytes(out, at + 1, 1);
            text_add(out, "\033[0m");
            text_add_bytes(out, at + 2, length - (size_t) (at - plain) - 2);
        } else {
            text_add_bytes(out, plain, length);
        }
        plain += length;
    }
}

void
summary_print(struct text *out, const struct summary *s)
{
    struct text plain = { 0 }, fitting = { 0 };

    summary_heading(&plain, s);
    summary_indicators(&plain, s);
    summary_contributions(&plain, s);
    if (s->judgements->targets) {
        text_add(&plain, "\n");
        summary_targets(&plain, s);
    }
    if (s->judgements->steps) {
        text_add(&plain, "\n");
        summary_steps(&plain, s);
    }
    summary_outturns(&plain, s);
    summary_feasible(&plain, s);
    summary_consistency(&plain, s);
    wrap_lines(&fitting, text_of(&plain), s->width, s->ambiguous);
    summary_ending(&fitting, s); /* a path is not broken */
    summary_hint(&fitting, s);
    if (s->colour)
        coloured(out, text_of(&fitting));
    else
        text_add(out, text_of(&fitting));
    text_free(&plain);
    text_free(&fitting);
}
