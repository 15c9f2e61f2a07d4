/* sanbu explain WORD [SCENARIO]: an indicator, a setting or a target, and what it is in a scenario. */
#include <stdlib.h>
#include <string.h>
#include "command/explain_table.h"
#include "command/job.h"
#include "command/screen.h"
#include "command/setting_text.h"
#include "engine/series.h"
#include "report/number.h"
#include "report/phrase.h"
#include "report/summary.h"
#include "report/wrap.h"

struct explaining {
    const char *word;
    enum language language;
    const struct job *job; /* NULL: no scenario was given */
    const struct setting_row *row;
    size_t rows;
    struct text out;
    struct arena arena;
};

static void
line(struct explaining *x, enum word word, const char *a, const char *b)
{
    text_add(&x->out, "    ");
    word_fill(&x->out, x->language, word, (const char *const[]) { a, b, NULL });
    text_add(&x->out, "\n");
}

/* "gdp" as it is; a sector's without its sector: "va_liquor" is "va_" */
static size_t
find_indicator(const char *word)
{
    for (size_t i = 0; i < indicator_count; i++) {
        const size_t length = strlen(indicators[i].key);

        if (indicators[i].of_sector ? !strncmp(word, indicators[i].key, length) : !strcmp(word, indicators[i].key))
            if (!indicators[i].of_sector || strncmp(word, "va_real_", 8) != 0 || !strcmp(indicators[i].key, "va_real_"))
                return i;
    }
    return PLAN_NONE;
}

static const char *
indicator_said(struct explaining *x, size_t indicator)
{
    const char *const key = arena_print(&x->arena, "indicator_%s", indicators[indicator].key);
    const char *argument = x->job ? arena_print(&x->arena, "%d", x->job->scenario.plan.start)
                                  : word_in(x->language, WORD_explain_base_year);
    const bool parent = indicators[indicator].source == FROM_PARENT;
    struct text said = { 0 };
    const char *kept;

    if (indicators[indicator].of_sector)
        word_fill(&said, x->language, word_find(key),
                  (const char *const[]) { word_in(x->language, WORD_explain_a_sector), argument, NULL });
    else
        word_fill(&said, x->language, word_find(key),
                  (const char *const[]) { parent ? word_in(x->language, WORD_explain_parent) : argument, NULL });
    kept = arena_text(&x->arena, text_of(&said));
    text_free(&said);
    return kept;
}

/* "; " between what a scenario says of a series at the plan's years */
static void
add_values(struct explaining *x, size_t indicator)
{
    const struct trajectory *t = &x->job->trajectory;
    const struct marks m = summary_marks(t->plan);
    const size_t series = trajectory_find(t, t->plan->home, x->word);
    struct text values = { 0 };
    char number[NUMBER_SHOWN];

    for (size_t i = 0; i < m.count && series != PLAN_NONE; i++)
        word_fill(&values, x->language, i ? WORD_explain_and_year : WORD_explain_year,
                  (const char *const[]) { arena_print(&x->arena, "%d", m.year[i]),
                                          number_shown(number, trajectory_at(t, series, m.year[i]),
                                                       indicators[indicator].decimals, x->language),
                                          NULL });
    if (values.length)
        line(x, WORD_explain_values, t->plan->name, text_of(&values));
    else
        line(x, WORD_explain_no_values, t->plan->name, NULL);
    text_free(&values);
}

static void
explain_target(struct explaining *x, const struct judgement *j)
{
    const struct trajectory *t = &x->job->trajectory;
    const struct plan_target *g = j->target;
    const struct plan *p = t->plan;
    char year[TEXT_NUMBER];
    struct text said[5] = { { 0 } };

    target_name(&said[0], t, g, x->language);
    wanted_phrase(&said[1], j, x->language);
    projected_phrase(&said[2], j, x->language);
    margin_phrase(&said[3], j, x->language);
    verdict_phrase(&said[4], j->verdict, x->language);
    text_print(&x->out, "%s\n", g->key);
    line(x, WORD_explain_target, text_of(&said[0]), text_number(year, g->year));
    if (g->step != PLAN_NONE)
        line(x, WORD_explain_step, name_in(x->language, p->step[g->step].title, p->step[g->step].title_zh), NULL);
    line(x, WORD_explain_wanted, text_of(&said[1]), NULL);
    if (g->source)
        line(x, WORD_settings_source, name_in(x->language, g->source, g->source_zh), NULL);
    line(x, WORD_explain_projected, text_of(&said[2]), text_of(&said[3]));
    line(x, WORD_explain_verdict, text_of(&said[4]), NULL);
    if (j->first_year)
        line(x, WORD_explain_first, text_number(year, j->first_year), NULL);
    line(x, WORD_explain_also, indicators[g->indicator].key, NULL);
    for (size_t i = 0; i < 5; i++)
        text_free(&said[i]);
}

static void
explain_targets_of(struct explaining *x, size_t indicator)
{
    const struct judgements *j = &x->job->judgements;

    for (size_t i = 0; i < j->targets; i++)
        if (j->target[i].target->indicator == indicator)
            line(x, WORD_explain_has_target, j->target[i].target->key, NULL);
}

static void
explain_indicator(struct explaining *x, size_t indicator)
{
    const struct explained *e = explained_find(indicators[indicator].key);
    const char *unit = unit_in(x->language, indicators[indicator].unit);

    text_print(&x->out, "%s\n    %s\n", x->word, indicator_said(x, indicator));
    if (*unit)
        line(x, WORD_explain_unit, unit, NULL);
    if (e) {
        line(x, WORD_explain_equation, e->equation, NULL);
        line(x, WORD_explain_section, arena_print(&x->arena, "%d", e->section), NULL);
        line(x, WORD_explain_moved_by, e->moved_by, NULL);
    }
    if (x->job) {
        add_values(x, indicator);
        explain_targets_of(x, indicator);
    }
}

/* The last two parts, those of a sector without its name: "production.catch_up", "sectors.tfp_growth" */
static const char *
short_key(struct explaining *x, const char *key)
{
    char *copy = arena_text(&x->arena, key), *last = strrchr(copy, '.'), *group, *sectors = strstr(copy, ".sectors.");

    if (!last)
        return copy;
    if (sectors)
        return arena_print(&x->arena, "sectors%s", last);
    *last = '\0';
    group = strrchr(copy, '.');
    return arena_print(&x->arena, "%s.%s", group ? group + 1 : copy, last + 1);
}

static bool
names(struct explaining *x, const struct setting_row *row)
{
    return !strcmp(x->word, row->key) || !strcmp(x->word, row->setting->key)
           || (strchr(x->word, '.') && !strcmp(short_key(x, x->word), short_key(x, row->key)));
}

/* The entries of the setting, or the one that is named whole */
static void
add_set_values(struct explaining *x, const struct setting *s)
{
    const bool of_one = plan_find(&x->job->scenario.plan, x->word) != PLAN_NONE;
    const struct plan *p = &x->job->scenario.plan;
    const struct marks m = summary_marks(p);
    const double scale = s->kind == SETTING_PAIR ? 1 : unit_scale(s->unit);

    for (size_t i = 0; i < p->entries; i++) {
        const struct plan_entry *e = &p->entry[i];
        struct text values = { 0 };
        const size_t count = e->length > 2 ? m.count : e->length;

        if (e->setting != s || (of_one && strcmp(x->word, e->key) != 0))
            continue;
        for (size_t k = 0; k < count; k++) {
            const size_t at = e->length > 2 ? (size_t) (m.year[k] - p->start) : k;

            text_print(&values, e->length > 2 ? "%s%d %.6g" : "%s%.0d%.6g", k ? ", " : "",
                       e->length > 2 ? m.year[k] : 0, p->value[e->offset + at] / scale);
        }
        line(x, WORD_explain_set, e->key, text_of(&values));
        text_free(&values);
    }
}

static void
explain_setting(struct explaining *x, const struct setting_row *row)
{
    struct text moves = { 0 };

    setting_print(&x->out, row, x->language);
    for (const struct explained *e = explained; e->key; e++)
        if (explained_moves(e, short_key(x, row->key)))
            text_print(&moves, "%s%s", moves.length ? " " : "", e->key);
    if (moves.length)
        line(x, WORD_explain_moves, text_of(&moves), NULL);
    text_free(&moves);
    if (x->job)
        add_set_values(x, row->setting);
}

static enum status
unknown(struct explaining *x, struct error *err)
{
    const size_t targets = x->job ? x->job->judgements.targets : 0;
    const char **known = arena_new(&x->arena, indicator_count + x->rows + targets, sizeof *known), *nearest;
    size_t count = 0;

    for (size_t i = 0; i < indicator_count; i++)
        known[count++] = indicators[i].key;
    for (size_t i = 0; i < targets; i++)
        known[count++] = x->job->judgements.target[i].target->key;
    for (size_t i = 0; i < x->rows; i++)
        known[count++] = x->row[i].setting->key;
    nearest = text_nearest(x->word, known, count);
    return error_add(err, FAILED_INPUT, NOWHERE, x->job ? WORD_explain_unknown : WORD_explain_unknown_alone, x->word,
                     nearest ? nearest : "gdp");
}

static enum status
explain_word(struct explaining *x, struct error *err)
{
    const struct judgement *target = NULL;
    const size_t indicator = find_indicator(x->word);
    struct text wrapped = { 0 };
    enum status rc;

    for (size_t i = 0; x->job && i < x->job->judgements.targets; i++)
        if (!strcmp(x->job->judgements.target[i].target->key, x->word))
            target = &x->job->judgements.target[i];
    x->row = settings_list(&x->arena, &x->rows);
    if (target)
        explain_target(x, target);
    if (indicator != PLAN_NONE)
        explain_indicator(x, indicator);
    for (size_t i = 0; i < x->rows; i++)
        if (names(x, &x->row[i]))
            explain_setting(x, &x->row[i]);
    if (!x->out.length)
        return unknown(x, err);
    wrap_lines(&wrapped, text_of(&x->out), screen_width(), screen_ambiguous());
    rc = screen_print(text_of(&wrapped), WORD_cannot_print, err);
    text_free(&wrapped);
    return rc;
}

static enum status
explain(const struct options *o, bool *missed, struct error *err)
{
    struct job job = { 0 };
    struct options scenario = *o;
    struct explaining x = { 0 };
    enum status rc = OK;

    (void) missed;
    if (!o->operands || o->operands > 2)
        return error_add(err, FAILED_INPUT, NOWHERE, WORD_explain_one);
    scenario.operand = o->operand + 1;
    scenario.operands = o->operands - 1;
    if (scenario.operands)
        rc = jobs_prepare(&job, &scenario, "explain", err);
    x.word = o->operand[0];
    x.job = scenario.operands ? &job : NULL;
    x.language = x.job ? job_language(&job, o) : options_language(o, -1);
    if (!rc)
        rc = explain_word(&x, err);
    text_free(&x.out);
    arena_free(&x.arena);
    jobs_free(&job, 1);
    return rc;
}

const struct command command_explain = {
    .name = "explain",
    .summary = WORD_command_explain,
    .operands = "WORD [SCENARIO]",
    .takes = TAKES(OPTION_SET),
    .run = explain,
};
