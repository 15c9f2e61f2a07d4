#include "report/report_facts.h"
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/why.h"

static enum language
language_of(const struct report *r)
{
    return r->all.base.language;
}

void
subject_phrase(struct text *out, const struct trajectory *t, const struct plan_target *g, enum language language)
{
    const bool itself = !g->name && !g->from && g->over == PLAN_NONE && g->relative_to == PLAN_NONE
                        && g->region == t->plan->home;
    char key[64];
    enum word word;

    snprintf(key, sizeof key, "prose_%s", indicators[g->indicator].key);
    word = word_find(key);
    if (itself && word != WORDS)
        text_add(out, word_in(language, word));
    else
        target_subject(out, t, g, language);
}

void
subject_of_indicator(struct text *out, const struct trajectory *t, size_t indicator, enum language language)
{
    const struct plan_target itself = { .region = t->plan->home,
                                        .indicator = indicator,
                                        .sector = PLAN_NONE,
                                        .over = PLAN_NONE,
                                        .relative_to = PLAN_NONE };

    subject_phrase(out, t, &itself, language);
}

/* "about 5,500 yi yuan", "top 50" */
static void
wanted_with_unit(struct text *out, const struct judgement *j, enum unit unit, enum language language)
{
    struct text amount = { 0 };
    char shown[NUMBER_SHOWN];
    double number;
    int decimals;
    const enum word word = wanted_word(j, &number, &decimals);

    if (decimals == WANTED_YEAR || target_is_rank(j->target))
        text_add(&amount, decimals == WANTED_YEAR ? text_number(shown, number)
                                                  : number_shown(shown, number, decimals, language));
    else
        amount_phrase(&amount, number, unit, decimals, language);
    word_fill(out, language, word, (const char *const[]) { text_of(&amount), NULL });
    text_free(&amount);
}

/* The other reading of a target on GDP itself: at current prices, or at those of the base year */
static void
add_other_prices(struct target_fact *f, struct text *prices, const struct report *r, const struct plan_target *g)
{
    const struct trajectory *t = r->all.base.trajectory;
    const bool current = !strcmp(indicators[g->indicator].key, "gdp");
    char year[TEXT_NUMBER];

    if ((!current && strcmp(indicators[g->indicator].key, "gdp_real") != 0) || g->from || g->over != PLAN_NONE
        || g->relative_to != PLAN_NONE)
        return;
    report_fill(prices, r, current ? WORD_other_prices_base : WORD_other_prices_current,
                text_number(year, t->plan->start), NULL, NULL, NULL);
    f->prices = text_of(prices);
    f->at_prices = trajectory_at(t, trajectory_find(t, g->region, current ? "gdp_real" : "gdp"), g->year);
}

void
say_target(struct text *out, const struct report *r, const struct judgement *j)
{
    const struct plan_target *g = j->target;
    const struct trajectory *t = r->all.base.trajectory;
    const enum unit unit = plan_target_unit(g);
    struct text subject = { 0 }, wanted = { 0 }, prices = { 0 };
    double ignored;
    int decimals;

    subject_phrase(&subject, t, g, language_of(r));
    wanted_with_unit(&wanted, j, unit, language_of(r));
    (void) wanted_word(j, &ignored, &decimals);
    struct target_fact f = {
        .region = report_region(r, t->plan->home),
        .subject = text_of(&subject),
        .year = g->year,
        .unit = unit,
        .decimals = target_decimals(g),
        .projected = j->projected,
        .reference = j->wanted,
        .in_percent = !target_is_rank(g) && !j->required_in_points && isfinite(j->margin_percent) && !g->from,
        .rank = target_is_rank(g),
        .wanted = decimals == WANTED_YEAR ? NULL : text_of(&wanted),
        .reference_year = g->improves_year,
        .verdict = j->verdict,
    };
    add_other_prices(&f, &prices, r, g);
    sentence_target(out, &f, language_of(r));
    text_free(&subject);
    text_free(&wanted);
    text_free(&prices);
}

const struct judgement *
target_on(const struct report *r, const char *indicator)
{
    const struct judgements *all = r->all.base.judgements;
    const size_t home = r->all.base.trajectory->plan->home;
    const struct judgement *best = NULL;

    for (size_t i = 0; i < all->targets; i++) {
        const struct plan_target *g = all->target[i].target;

        if (g->counts && g->region == home && !g->from && g->over == PLAN_NONE && g->relative_to == PLAN_NONE
            && !strcmp(indicators[g->indicator].key, indicator) && (!best || g->year > best->target->year))
            best = &all->target[i];
    }
    return best;
}

struct step_fact
step_facts(struct arena *a, const struct report *r, size_t step)
{
    const struct step_judgement *s = &r->all.base.judgements->step[step];
    const char *title = name_in(language_of(r), s->step->title ? s->step->title : s->step->key, s->step->title_zh);
    struct step_fact f = { step + 1, title, s->targets, s->met, s->within, "", "", "" };

    if (s->met < s->targets) {
        const struct judgement *j = &r->all.base.judgements->target[s->binding];
        const enum unit unit = plan_target_unit(j->target);
        struct text text = { 0 };

        subject_phrase(&text, r->all.base.trajectory, j->target, language_of(r));
        f.furthest = arena_text(a, text_of(&text));
        text_free(&text);
        amount_phrase(&text, j->projected, unit, target_decimals(j->target), language_of(r));
        f.projected = arena_text(a, text_of(&text));
        text_free(&text);
        wanted_with_unit(&text, j, unit, language_of(r));
        f.wanted = arena_text(a, text_of(&text));
        text_free(&text);
    }
    return f;
}

const char *
target_as_wanted(struct arena *a, const struct report *r, const struct judgement *j)
{
    struct text subject = { 0 }, wanted = { 0 };
    const char *said;

    subject_phrase(&subject, r->all.base.trajectory, j->target, language_of(r));
    wanted_with_unit(&wanted, j, plan_target_unit(j->target), language_of(r));
    said = arena_print(a, language_of(r) == CHINESE ? "%s%s" : "%s %s", text_of(&subject), text_of(&wanted));
    text_free(&subject);
    text_free(&wanted);
    return said;
}

struct precedent_fact
precedent_facts(struct arena *a, const struct report *r, const struct feasible *f)
{
    const struct precedent *p = f->precedent;
    const struct indicator *i = &indicators[p->class->indicator];
    const struct plan_target *g = f->judgement->target;
    const size_t nation = r->all.base.trajectory->plan->benchmark;
    const bool itself = p->class->indicator == g->indicator && g->over == PLAN_NONE && g->relative_to == PLAN_NONE;
    struct text measure = { 0 };
    struct precedent_fact fact = {
        .subject = target_as_wanted(a, r, f->judgement),
        .class = name_in(language_of(r), p->class->title, p->class->title_zh),
        .nation = nation == PLAN_NONE ? "" : report_region(r, nation),
        .from = g->year - p->years,
        .year = g->year,
        .unit = i->is_level            ? UNIT_PERCENT
                : i->unit == UNIT_RANK ? UNIT_RANK
                                       : UNIT_POINTS,
        .needed = p->needed,
        .excess = p->class->over_nation ? p->excess : NAN,
        .records = p->records,
        .reached = p->reached,
        .normal = p->normal,
        .share = p->share,
        .verdict = f->class,
    };

    if (!itself) {
        subject_of_indicator(&measure, r->all.base.trajectory, p->class->indicator, language_of(r));
        fact.measure = arena_text(a, text_of(&measure));
    }
    text_free(&measure);
    return fact;
}

/* The largest parts of the difference, from base to other */
static void
add_causes(struct scenario_fact *f, struct arena *a, const struct report *r)
{
    const struct why *w = r->all.why;
    size_t order[SHAPLEY_GROUPS];

    why_order(order, &w->shares);
    for (size_t i = 0; i < w->shares.parts && f->causes < CAUSES; i++) {
        const struct shapley_part *part = &w->shares.part[order[i]];
        struct text name = { 0 };

        if (!*part->key)
            continue;
        why_part_phrase(&name, r->all.scenario[w->from].trajectory->plan, part->key, language_of(r));
        f->cause[f->causes] = arena_text(a, text_of(&name));
        f->part[f->causes++] = part->value;
        text_free(&name);
    }
}

bool
scenario_facts(struct scenario_fact *out, struct arena *a, const struct report *r)
{
    const struct why *w = r->all.why;
    struct text subject = { 0 };

    if (!w || !w->known)
        return false;
    subject_of_indicator(&subject, r->all.base.trajectory, w->indicator, language_of(r));
    *out = (struct scenario_fact) {
        .base = r->all.title[w->from],
        .other = r->all.title[w->to],
        .subject = arena_text(a, text_of(&subject)),
        .year = w->year,
        .unit = indicators[w->indicator].unit,
        .decimals = indicators[w->indicator].decimals,
        .difference = w->shares.variant - w->shares.base,
    };
    add_causes(out, a, r);
    text_free(&subject);
    return true;
}

bool
range_facts(struct range_fact *out, struct arena *a, const struct report *r)
{
    const struct trajectory *t = r->all.base.trajectory;
    struct comparison_column column[COMPARISON_COLUMNS];
    const size_t columns = comparison_columns(column, &r->all.scenario[0]);
    const struct comparison_column *by = &column[columns ? comparison_sorting(column, columns) : 0];
    struct text subject = { 0 };
    size_t high = 0, low = 0;

    if (r->all.count < 3 || !columns)
        return false;
    *out = (struct range_fact) { .scenarios = r->all.count, .steps = r->all.base.judgements->steps };
    for (size_t i = 0; i < r->all.count; i++) {
        const double x = compare_value(r->all.scenario[i].trajectory, by->key, by->year);

        high = x > compare_value(r->all.scenario[high].trajectory, by->key, by->year) ? i : high;
        low = x < compare_value(r->all.scenario[low].trajectory, by->key, by->year) ? i : low;
        out->meeting += compare_steps_met(r->all.scenario[i].judgements) == out->steps;
    }
    subject_of_indicator(&subject, t, t->series[by->series].indicator, language_of(r));
    out->subject = arena_text(a, text_of(&subject));
    out->year = by->year;
    out->unit = indicators[t->series[by->series].indicator].unit;
    out->decimals = indicators[t->series[by->series].indicator].decimals;
    out->less_is_better = out->unit == UNIT_RANK;
    out->high = compare_value(r->all.scenario[high].trajectory, by->key, by->year);
    out->low = compare_value(r->all.scenario[low].trajectory, by->key, by->year);
    out->highest = r->all.title[high];
    out->lowest = r->all.title[low];
    text_free(&subject);
    return true;
}
