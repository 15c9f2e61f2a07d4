#include "report/comparison_together.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "report/driver_phrase.h"
#include "report/number.h"
#include "report/phrase.h"

/* How many times as large errors would be with draws of their own */
struct ratios {
    double *value;
    size_t count;
};

static void
add_ratio(struct ratios *r, double independent, double paired)
{
    if (paired > 0 && independent > 0)
        r->value[r->count++] = independent / paired;
}

/* Of all changes of chances that are not certain */
static void
ratios_of_chances(struct ratios *r, const struct paired *p)
{
    for (size_t i = 1; i < p->count; i++) {
        const struct paired_scenario *s = &p->scenario[i];

        for (size_t t = 0; t < s->plan->targets; t++)
            add_ratio(r, s->target[t].independent, s->target[t].standard_error);
        for (size_t t = 0; t < s->plan->steps; t++)
            if (together_step_judged(s->plan, t))
                add_ratio(r, s->step[t].independent, s->step[t].standard_error);
    }
}

/* Of the headlines' mean differences at the marks that are shown, where draws make any difference */
static void
ratios_of_means(struct ratios *r, const struct paired *p, const struct plan *base)
{
    const struct marks m = summary_marks(base);

    for (size_t i = 1; i < p->count; i++)
        for (size_t k = 0; k < TOGETHER_HEADLINES; k++)
            for (size_t y = p->count > 2 ? m.count - 1 : 1; y < m.count; y++) {
                const size_t row = paired_find(p, base->home, together_headline[k], m.year[y]);

                if (row == PLAN_NONE)
                    continue;
                add_ratio(r, paired_difference(p, i, row)->independent, paired_difference(p, i, row)->spread.sd);
            }
}

static int
rising(const void *a, const void *b)
{
    const double x = *(const double *) a, y = *(const double *) b;

    return (x > y) - (x < y);
}

static void
print_ratios(struct text *out, const struct comparison *c, struct ratios *r, enum word word)
{
    const enum language language = c->base.language;
    char least[NUMBER_SHOWN], most[NUMBER_SHOWN], middle[NUMBER_SHOWN];
    double median;

    if (!r->count)
        return;
    qsort(r->value, r->count, sizeof *r->value, rising);
    median = (r->value[(r->count - 1) / 2] + r->value[r->count / 2]) / 2;
    word_fill(out, language, word,
              (const char *const[]) { number_shown(least, r->value[0], 1, language),
                                      number_shown(most, r->value[r->count - 1], 1, language),
                                      number_shown(middle, median, 1, language), NULL });
    text_add(out, "\n");
    r->count = 0;
}

static void
print_worth(struct text *out, const struct comparison *c)
{
    const struct paired *p = c->together->paired;
    size_t most = p->count * TOGETHER_HEADLINES * MARKS + 1;
    struct ratios r = { 0 };

    for (size_t i = 0; i < p->count; i++)
        most += p->scenario[i].plan->targets + p->scenario[i].plan->steps;
    r.value = memory_new(most, sizeof *r.value);
    ratios_of_chances(&r, p);
    print_ratios(out, c, &r, WORD_paired_worth_chances);
    ratios_of_means(&r, p, p->scenario[0].plan);
    print_ratios(out, c, &r, WORD_paired_worth_means);
    free(r.value);
}

static void
print_names(struct text *out, const struct comparison *c, enum word word, const char *title, const struct plan *p,
            const size_t *number, size_t count)
{
    struct text names = { 0 };

    if (!count)
        return;
    for (size_t i = 0; i < count; i++) {
        text_add(&names, !i ? "" : c->base.language == CHINESE ? "、" : ", ");
        driver_name(&names, p, number[i], c->base.language);
    }
    word_fill(out, c->base.language, word, (const char *const[]) { title, text_of(&names), NULL });
    text_add(out, "\n");
    text_free(&names);
}

/* What is drawn in one of two scenarios alone */
static void
print_unshared(struct text *out, const struct comparison *c)
{
    const struct paired *p = c->together->paired;

    for (size_t i = 1; i < p->count; i++) {
        const struct paired_shared *s = &c->together->shared[i];

        print_names(out, c, WORD_paired_own, c->title[i], p->scenario[i].plan, s->own_number, s->own);
        print_names(out, c, WORD_paired_missing, c->title[i], p->scenario[0].plan, s->base_number, s->missing);
        if (!s->correlated)
            continue;
        word_fill(out, c->base.language, WORD_paired_correlated, (const char *const[]) { c->title[i], NULL });
        text_add(out, "\n");
    }
}

/* Settings that every scenario draws; where some draw others as well, the lines below say which. */
static void
print_shared(struct text *out, const struct comparison *c)
{
    const struct paired *p = c->together->paired;
    size_t both = p->scenario[0].plan->uncertains;
    char settings[TEXT_NUMBER];

    for (size_t i = 1; i < p->count; i++)
        both = c->together->shared[i].both < both ? c->together->shared[i].both : both;
    word_fill(out, c->base.language, WORD_paired_shared,
              (const char *const[]) { text_number(settings, (double) both), NULL });
    text_add(out, "\n");
}

void
comparison_shared(struct text *out, const struct comparison *c)
{
    print_shared(out, c);
    print_unshared(out, c);
    if (c->together->even) {
        word_fill(out, c->base.language, WORD_drawn_even, (const char *const[]) { c->together->even, NULL });
        text_add(out, "\n");
    }
    print_worth(out, c);
}

/* Draws moved to the end of a setting's range, in which scenario and how many */
static void
print_clamped(struct text *out, const struct comparison *c)
{
    const struct paired *p = c->together->paired;

    for (size_t i = 0; i < p->count; i++) {
        const struct paired_scenario *s = &p->scenario[i];

        for (size_t u = 0; u < s->plan->uncertains; u++) {
            char count[NUMBER_SHOWN];

            if (!s->clamped[u])
                continue;
            word_fill(out, c->base.language, WORD_paired_clamped,
                      (const char *const[]) { c->title[i], s->plan->entry[s->plan->uncertain[u].entry[0]].key,
                                              number_shown(count, (double) s->clamped[u], 0, c->base.language), NULL });
            text_add(out, "\n");
        }
    }
}

static void
print_negatives(struct text *out, const struct comparison *c)
{
    const struct paired *p = c->together->paired;

    for (size_t i = 0; i < p->count; i++)
        for (size_t r = 0; r < p->scenario[i].plan->regions; r++) {
            const struct plan_region *region = &p->scenario[i].plan->region[r];
            char count[NUMBER_SHOWN];

            if (!p->scenario[i].negatives[r])
                continue;
            text_print(out, "%s%s", c->title[i], c->base.language == CHINESE ? "：" : ": ");
            word_fill(out, c->base.language, WORD_drawn_negative,
                      (const char *const[]) {
                          name_in(c->base.language, region->name, region->name_zh),
                          number_shown(count, (double) p->scenario[i].negatives[r], 0, c->base.language), NULL });
            text_add(out, "\n");
        }
}

static void
print_title(struct text *out, const struct comparison *c)
{
    char draws[NUMBER_SHOWN], seed[TEXT_NUMBER];

    number_shown(draws, (double) c->together->paired->draws, 0, c->base.language);
    snprintf(seed, sizeof seed, "%llu", (unsigned long long) c->together->seed);
    word_fill(out, c->base.language, WORD_paired_title, (const char *const[]) { draws, seed, NULL });
    text_add(out, "\n\n");
}

void
comparison_together(struct text *out, const struct comparison *c)
{
    print_title(out, c);
    if (c->base.judgements->targets) {
        comparison_chances(out, c);
        text_add(out, "\n");
    }
    comparison_bands(out, c);
    text_add(out, "\n");
    comparison_shared(out, c);
    print_clamped(out, c);
    print_negatives(out, c);
}
