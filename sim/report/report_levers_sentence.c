/* What levers would have to do for a target, in one sentence. */
#include <math.h>
#include "report/number.h"
#include "report/report_levers.h"

static void
fill(struct text *out, enum language language, enum word w, const char *a, const char *b, const char *c, const char *d,
     const char *e)
{
    word_fill(out, language, w, (const char *const[]) { a, b, c, d, e, NULL });
}

/* A word that begins with the target and its year */
static void
begin(struct text *out, const struct lever_fact *f, enum word w, const char *c, const char *d, const char *e,
      enum language language)
{
    const bool zh = language == CHINESE; /* the year stands first */
    char year[TEXT_NUMBER];

    text_number(year, f->year);
    fill(out, language, w, zh ? year : f->subject, zh ? f->subject : year, c, d, e);
}

static bool
does(enum solve_answer answer)
{
    return answer == SOLVE_SOLVED || answer == SOLVE_SEVERAL;
}

static void
say_alone(struct text *out, const struct lever_fact *f, enum language language)
{
    const bool zh = language == CHINESE; /* from stands before to */
    char others[TEXT_NUMBER];

    begin(out, f, WORD_levers_alone, f->best.name, zh ? f->best.from : f->best.to, zh ? f->best.to : f->best.from,
          language);
    if (f->alone == SOLVE_SEVERAL)
        text_add(out, word_in(language, WORD_levers_several));
    if (f->others)
        fill(out, language, f->others == 1 ? WORD_levers_other : WORD_levers_others,
             text_number(others, (double) f->others), NULL, NULL, NULL, NULL);
}

static void
say_together(struct text *out, const struct lever_fact *f, enum language language)
{
    if (f->together == SOLVE_UNTRIED)
        return;
    if (!does(f->together)) {
        fill(out, language, WORD_levers_together_none, f->reached_together, NULL, NULL, NULL, NULL);
        return;
    }
    text_add(out, word_in(language, WORD_levers_together));
    for (size_t i = 0; i < f->moves; i++) {
        text_add(out, i ? word_in(language, WORD_levers_move_comma) : "");
        fill(out, language, WORD_levers_move, f->move[i].name, f->move[i].from, f->move[i].to, NULL, NULL);
    }
}

/* Before the first piece what all of them are held beside, before the others a comma */
static void
piece(struct text *out, bool *any, enum word w, const char *a, const char *b, enum language language)
{
    text_add(out, word_in(language, *any ? WORD_levers_comma : WORD_levers_beside));
    fill(out, language, w, a, b, NULL, NULL, NULL);
    *any = true;
}

/* `words`: of less and of more */
static void
amount(struct text *out, bool *any, double x, int decimals, const enum word words[2], enum language language)
{
    char number[NUMBER_SHOWN];

    if (isfinite(x) && number_rounded(x, decimals) != 0)
        piece(out, any, words[x > 0], number_shown(number, fabs(x), decimals, language), NULL, language);
}

static void
say_meaning(struct text *out, const struct lever_meaning *m, enum language language)
{
    static const enum word investment[] = { WORD_levers_investment_less, WORD_levers_investment_more };
    static const enum word migrants[] = { WORD_levers_migrants_less, WORD_levers_migrants_more };
    char growth[NUMBER_SHOWN], base[NUMBER_SHOWN];
    bool any = false;

    amount(out, &any, m->investment, 1, investment, language);
    amount(out, &any, m->migrants, 2, migrants, language);
    if (isfinite(m->growth) && number_rounded(m->growth - m->base_growth, 2) != 0)
        piece(out, &any, WORD_levers_growth, number_shown(growth, m->growth, 2, language),
              number_shown(base, m->base_growth, 2, language), language);
}

void
sentence_levers(struct text *out, const struct lever_fact *f, enum language language)
{
    if (f->failed)
        begin(out, f, WORD_levers_failed, NULL, NULL, NULL, language);
    else if (f->alone == SOLVE_MET)
        begin(out, f, WORD_levers_met, NULL, NULL, NULL, language);
    else if (does(f->alone))
        say_alone(out, f, language);
    else if (f->alone == SOLVE_FLAT)
        begin(out, f, WORD_levers_flat, NULL, NULL, NULL, language);
    else
        begin(out, f, WORD_levers_none, f->best.name, f->best.to, f->reached, language);
    if (!f->failed && f->alone == SOLVE_NONE)
        say_together(out, f, language);
    if (!f->failed && (does(f->alone) || (f->alone == SOLVE_NONE && does(f->together))))
        say_meaning(out, &f->meaning, language);
    text_add(out, word_in(language, WORD_full_stop));
}
