/* consistency.csv, and what the summary says of figures that are not plausible. */
#include <math.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/results.h"
#include "report/summary.h"

static const char *
key_of(const struct judgement *j)
{
    return j ? j->target->key : "";
}

void
results_consistency(struct text *out, const struct implieds *i, const struct trajectory *t)
{
    text_add(out, "identity,first,second,region,sector,year,value,beside,percent,low,high,plausible\n");
    for (size_t k = 0; k < i->count; k++) {
        const struct implied *x = &i->at[k];
        const struct plan_region *r = &t->plan->region[x->region];
        const double number[] = { x->value, x->beside, x->pace, x->low, x->high };

        text_print(out, "%s,%s,%s,%s,%s,%d", identity_name[x->identity], key_of(x->first), key_of(x->second), r->key,
                   x->sector == PLAN_NONE ? "" : r->sector[x->sector].key, x->year);
        for (size_t n = 0; n < sizeof number / sizeof number[0]; n++) {
            text_add(out, ",");
            csv_add_number(out, number[n]);
        }
        text_print(out, ",%s\n", x->plausible ? "yes" : "no");
    }
}

struct speaker {
    struct text *out;
    const struct summary *s;
    char number[4][NUMBER_SHOWN];
    size_t used;
};

/* A figure as people read it: a target as it was set, the rest with so many decimals */
static const char *
figure(struct speaker *p, double x, int decimals)
{
    return number_shown(p->number[p->used++], x, x == floor(x) ? 0 : decimals, p->s->language);
}

static void
say(struct speaker *p, struct text *out, enum word w, const char *a, const char *b, const char *c, const char *d)
{
    word_fill(out, p->s->language, w, (const char *const[]) { a, b, c, d, NULL });
}

/* "26.5 more than at the end of 2020" */
static void
more_or_fewer(struct speaker *p, struct text *out, double more)
{
    const bool zh = p->s->language == CHINESE; /* the year stands first */
    char year[TEXT_NUMBER], number[NUMBER_SHOWN];

    text_number(year, p->s->trajectory->plan->start);
    number_shown(number, fabs(more), 1, p->s->language);
    say(p, out, more < 0 ? WORD_implied_fewer : WORD_implied_more, zh ? year : number, zh ? number : year, NULL, NULL);
}

static void
say_residents(struct speaker *p, const struct implied *x)
{
    struct text more = { 0 };

    more_or_fewer(p, &more, x->value - x->beside);
    say(p, p->out, WORD_implied_residents, figure(p, x->first_level, 1), figure(p, x->second_level, 0),
        figure(p, x->value, 1), text_of(&more));
    text_free(&more);
}

static void
say_capacity(struct speaker *p, const struct implied *x)
{
    const struct plan_sector *sector = &p->s->trajectory->plan->region[x->region].sector[x->sector];
    struct text target = { 0 };

    target_phrase(&target, p->s->trajectory, x->first->target, p->s->language);
    say(p, p->out, WORD_implied_capacity, text_of(&target), name_in(p->s->language, sector->name, sector->name_zh),
        figure(p, x->value, 1), figure(p, x->beside, 1));
    text_free(&target);
}

static void
say_implied(struct speaker *p, const struct implied *x)
{
    p->used = 0;
    switch (x->identity) {
    case IMPLIES_RESIDENTS: say_residents(p, x); break;
    case IMPLIES_MOVERS:
        say(p, p->out, WORD_implied_movers, figure(p, x->first_level, 2), figure(p, x->value, 1),
            figure(p, x->beside, 1), NULL);
        break;
    case IMPLIES_REST:
        say(p, p->out, WORD_implied_rest, figure(p, x->first_level, 1), figure(p, x->value, 1), figure(p, x->beside, 1),
            NULL);
        break;
    case IMPLIES_SUM:
        say(p, p->out, WORD_implied_sum, figure(p, x->beside, 1), figure(p, x->value, 1), NULL, NULL);
        break;
    case IMPLIES_INFLOW:
        say(p, p->out, x->value < 0 ? WORD_implied_outflow : WORD_implied_inflow, figure(p, fabs(x->value), 1),
            figure(p, x->beside, 1), NULL, NULL);
        break;
    default: say_capacity(p, x);
    }
}

/* "in 2025: 0.8% a year, plausible -1 to 0.5" */
static void
say_pace(struct speaker *p, const struct implied *x)
{
    static const enum word word[IDENTITIES] = {
        [IMPLIES_RESIDENTS] = WORD_implied_pace_residents, [IMPLIES_MOVERS] = WORD_implied_pace_movers,
        [IMPLIES_REST] = WORD_implied_pace_rest,           [IMPLIES_SUM] = WORD_implied_pace_sum,
        [IMPLIES_INFLOW] = WORD_implied_pace_inflow,       [IMPLIES_CAPACITY] = WORD_implied_pace_capacity,
    };
    static const enum word down[IDENTITIES] = { [IMPLIES_RESIDENTS] = WORD_implied_pace_residents_down,
                                                [IMPLIES_REST] = WORD_implied_pace_rest_down,
                                                [IMPLIES_INFLOW] = WORD_implied_pace_outflow };
    const bool falls = number_rounded(x->pace, 1) < 0
                       && (x->identity == IMPLIES_RESIDENTS || x->identity == IMPLIES_REST
                           || x->identity == IMPLIES_INFLOW);
    char year[TEXT_NUMBER];

    p->used = 0;
    text_number(year, x->year);
    say(p, p->out, falls ? down[x->identity] : word[x->identity], year, figure(p, falls ? -x->pace : x->pace, 1),
        figure(p, x->low, 1), figure(p, x->high, 1));
}

void
implied_phrase(struct text *out, const struct summary *s, const struct implied *x)
{
    struct speaker p = { .out = out, .s = s };

    say_implied(&p, x);
}

void
implied_pace_phrase(struct text *out, const struct summary *s, const struct implied *x)
{
    struct speaker p = { .out = out, .s = s };

    say_pace(&p, x);
}

void
summary_consistency(struct text *out, const struct summary *s)
{
    bool any = false;

    for (size_t i = 0; i < s->implied->count; i++) {
        if (s->implied->at[i].plausible)
            continue;
        if (!any)
            text_print(out, "\n%s\n", word_in(s->language, WORD_summary_consistency));
        any = true;
        text_add(out, "  ");
        implied_phrase(out, s, &s->implied->at[i]);
        text_add(out, "\n  ");
        implied_pace_phrase(out, s, &s->implied->at[i]);
        text_add(out, "\n");
    }
}
