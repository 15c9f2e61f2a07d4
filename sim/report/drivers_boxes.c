/* Which draws break a step, in sentences. */
#include <math.h>
#include <string.h>
#include "report/driver_phrase.h"
#include "report/drivers_report.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/wrap.h"

#define fill(out, language, word, ...) word_fill(out, language, word, (const char *const[]) { __VA_ARGS__, NULL })

/* Percent, "<1%" and ">99%" at the ends */
static const char *
percent(char out[NUMBER_SHOWN], double share)
{
    struct text t = { 0 };
    char number[NUMBER_SHOWN];

    if (share > 0 && share < 0.01)
        text_add(&t, "<1%");
    else if (share > 0.99 && share < 1)
        text_add(&t, ">99%");
    else
        text_print(&t, "%s%%", number_shown(number, 100 * share, 0, ENGLISH));
    out[0] = '\0';
    strncat(out, text_of(&t), NUMBER_SHOWN - 1);
    text_free(&t);
    return out;
}

static void
step_phrase(struct text *out, const struct plan *p, size_t step, enum language language)
{
    const struct plan_step *s = &p->step[step];
    char number[TEXT_NUMBER];

    fill(out, language, WORD_boxes_step, text_number(number, (double) step + 1),
         name_in(language, s->title ? s->title : s->key, s->title_zh));
}

/* "growth of liquor prices is below 0.2% and inflation is above 1%" */
static void
limits_phrase(struct text *out, const struct drivers_report *r, const struct prim_box *b)
{
    for (size_t u = 0; u < r->discovery->inputs; u++) {
        struct text one = { 0 }, both = { 0 };

        if (!isfinite(b->low[u]) && !isfinite(b->high[u]))
            continue;
        limit_phrase(&one, r->trajectory->plan, u, b->low[u], b->high[u], r->language);
        if (out->length)
            fill(&both, r->language, WORD_driver_join, text_of(out), text_of(&one));
        else
            text_add(&both, text_of(&one));
        text_free(out);
        text_free(&one);
        *out = both;
    }
}

static void
print_box(struct text *out, const struct drivers_report *r, const struct discovery_step *s, size_t box)
{
    static const enum word word[2][2] = { { WORD_boxes_fails_in, WORD_boxes_fails_in_others },
                                          { WORD_boxes_met_in, WORD_boxes_met_in_others } };
    const struct prim_box *b = &s->box[box];
    char density[NUMBER_SHOWN], coverage[NUMBER_SHOWN];
    struct text limits = { 0 };

    limits_phrase(&limits, r, b);
    text_add(out, "    ");
    fill(out, r->language, word[s->of_met][box > 0], percent(density, b->density), text_of(&limits),
         percent(coverage, b->coverage));
    text_add(out, "\n");
    text_free(&limits);
}

static void
print_step(struct text *out, const struct drivers_report *r, const struct discovery_step *s)
{
    char failed[NUMBER_SHOWN], met[NUMBER_SHOWN];
    struct text name = { 0 };

    step_phrase(&name, r->trajectory->plan, s->step, r->language);
    text_add(out, "  ");
    if (s->failed == 0 || s->failed == 1)
        fill(out, r->language, s->failed == 0 ? WORD_boxes_always : WORD_boxes_never, text_of(&name));
    else
        fill(out, r->language, s->of_met ? WORD_boxes_met : WORD_boxes_failed, text_of(&name),
             percent(failed, s->failed), percent(met, 1 - s->failed));
    text_add(out, "\n");
    for (size_t i = 0; i < s->boxes; i++)
        print_box(out, r, s, i);
    if (!s->boxes && s->failed > 0 && s->failed < 1)
        text_print(out, "    %s\n",
                   word_in(r->language, s->cases < DISCOVERY_CASES ? WORD_boxes_too_few : WORD_boxes_none));
    text_free(&name);
}

void
drivers_print_boxes(struct text *out, const struct drivers_report *r)
{
    struct text plain = { 0 };
    char draws[NUMBER_SHOWN];

    if (!r->discovery || !r->discovery->steps)
        return;
    fill(&plain, r->language, WORD_boxes_title, number_shown(draws, (double) r->discovery->draws, 0, r->language));
    text_add(&plain, "\n");
    for (size_t i = 0; i < r->discovery->steps; i++)
        print_step(&plain, r, &r->discovery->step[i]);
    wrap_lines(out, text_of(&plain), r->width, r->ambiguous);
    text_free(&plain);
}
