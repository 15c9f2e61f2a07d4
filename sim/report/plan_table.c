#include "report/plan_table.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/plan_cell.h"
#include "report/plan_making.h"

static const struct group {
    const char *key;
    enum word name;
} known_groups[] = {
    { "economy", WORD_plan_group_economy },   { "innovation", WORD_plan_group_innovation },
    { "welfare", WORD_plan_group_welfare },   { "ecology", WORD_plan_group_ecology },
    { "security", WORD_plan_group_security },
};
#define KNOWN_GROUPS (sizeof known_groups / sizeof known_groups[0])

const char *
plan_say(struct making *m, enum word word, const char *a, const char *b, const char *c, const char *d)
{
    struct text filled = { 0 };
    const char *said;

    word_fill(&filled, m->table->language, word, (const char *const[]) { a, b, c, d, NULL });
    said = arena_text(m->arena, text_of(&filled));
    text_free(&filled);
    return said;
}

const char *
plan_said_number(struct making *m, double x)
{
    char number[TEXT_NUMBER];

    return arena_text(m->arena, text_number(number, x));
}

static bool
is_named(const struct group *g, const char *name)
{
    return !strcmp(name, g->key) || !strcmp(name, word_in(ENGLISH, g->name))
           || !strcmp(name, word_in(CHINESE, g->name));
}

/* The group of that key or name; one that is not known is added under its name, as long as there is room. */
static size_t
find_group(struct plan_table *p, const char *name)
{
    for (size_t i = 0; i < KNOWN_GROUPS; i++)
        if (is_named(&known_groups[i], name))
            return i;
    for (size_t i = KNOWN_GROUPS; i < p->groups; i++)
        if (!strcmp(p->group[i], name))
            return i;
    if (p->groups == PLAN_GROUPS)
        return PLAN_GROUPS - 1;
    p->group[p->groups] = p->group_key[p->groups] = name;
    return p->groups++;
}

static void
start_groups(struct plan_table *p)
{
    p->groups = KNOWN_GROUPS;
    for (size_t i = 0; i < KNOWN_GROUPS; i++) {
        p->group[i] = word_in(p->language, known_groups[i].name);
        p->group_key[i] = known_groups[i].key;
    }
}

static const char *
group_name(const struct plan_target *g)
{
    const bool of_people = !strncmp(indicators[g->indicator].key, "income", strlen("income"));

    return g->group ? g->group : of_people ? "welfare" : "economy";
}

static const char *
attribute_shown(const struct making *m, const char *attribute)
{
    if (!attribute)
        return "";
    return word_in(m->table->language, !strcmp(attribute, "binding") ? WORD_plan_binding : WORD_plan_expected);
}

static const enum word unit_words[UNITS] = {
    [UNIT_PERCENT] = WORD_unit_percent, [UNIT_YI_YUAN] = WORD_unit_yi_yuan, [UNIT_YUAN] = WORD_unit_yuan,
    [UNIT_WAN] = WORD_unit_wan,         [UNIT_YEARS] = WORD_unit_years,     [UNIT_RATIO] = WORD_unit_ratio,
    [UNIT_POINTS] = WORD_unit_points,   [UNIT_INDEX] = WORD_unit_index,     [UNIT_RANK] = WORD_unit_rank,
};

static const char *
unit_shown(const struct making *m, enum unit unit)
{
    return unit_words[unit] ? word_in(m->table->language, unit_words[unit]) : "";
}

/* Of what a target judges; deflators are 1 in the base year, other indices 100 in the nation. */
static const char *
target_unit(const struct making *m, const struct plan_target *g)
{
    const enum unit unit = plan_target_unit(g);
    const bool deflates = unit == UNIT_INDEX && strstr(indicators[g->indicator].key, "deflator");

    return deflates ? word_in(m->table->language, WORD_unit_base_year) : unit_shown(m, unit);
}

/* One of our units, in either language, in that of the table; others as the plan prints them */
static const char *
unit_translated(const struct making *m, const char *unit)
{
    for (int u = 0; unit && u < UNITS; u++)
        if (unit_words[u]
            && (!strcmp(unit, word_in(ENGLISH, unit_words[u])) || !strcmp(unit, word_in(CHINESE, unit_words[u]))))
            return unit_shown(m, (enum unit) u);
    return unit;
}

/* Growth a year that leads from the base to the target; of shares, indices and ranks the change in all */
static void
judged_growth(struct making *m, struct plan_row *row, int decimals)
{
    const struct judgement *j = row->judged;
    const struct plan_target *g = j->target;
    const bool improves = g->relation == IMPROVES_ON && g->by == 0 && g->times == 1; /* names no value */
    const enum language language = m->table->language;

    if (improves)
        return;
    if (!j->required_in_points)
        row->growth = j->required_growth;
    else if (!g->from)
        row->change = j->wanted - row->base;
    row->cell[PLAN_GROWTH] = isfinite(row->growth)
                                 ? plan_number(m->arena, row->growth, 1, WORD_plan_percent, language)
                                 : plan_number(m->arena, row->change, decimals, WORD_summary_points, language);
}

static void
judged_row(struct making *m, struct plan_row *row, const struct judgement *j)
{
    static const enum word verdicts[] = {
        [MISSED] = WORD_verdict_missed, [WITHIN_TOLERANCE] = WORD_verdict_within, [MET] = WORD_verdict_met
    };
    const struct plan_target *g = j->target;
    const enum language language = m->table->language;
    const enum word shown = target_is_rank(g) ? WORD_summary_rank : WORD_chart_plain;
    const int decimals = target_decimals(g);
    struct text name = { 0 };
    double wanted;
    int wanted_decimals;
    const enum word word = wanted_word(j, &wanted, &wanted_decimals);

    row->judged = j;
    row->group = find_group(m->table, group_name(g));
    row->base = g->from ? NAN : target_value(m->t, g, m->table->start);
    target_subject(&name, m->t, g, language);
    if (name.length > 0)
        name.at[0] = (char) toupper((unsigned char) name.at[0]); /* of English: other bytes stay as they are */
    row->cell[PLAN_NAME] = plan_text(arena_text(m->arena, text_of(&name)));
    text_free(&name);
    row->cell[PLAN_UNIT] = plan_text(target_unit(m, g));
    row->cell[PLAN_BASE] = plan_number(m->arena, row->base, decimals, shown, language);
    row->cell[PLAN_TARGET] = plan_number(m->arena, wanted, wanted_decimals, word, language);
    judged_growth(m, row, decimals);
    row->cell[PLAN_ATTRIBUTE] = plan_text(attribute_shown(m, g->attribute));
    row->cell[PLAN_PROJECTED] = plan_number(m->arena, j->projected, decimals, shown, language);
    row->cell[PLAN_VERDICT] = plan_text(word_in(language, verdicts[j->verdict]));
    if (m->table->midterm)
        plan_midterm_cells(m, row);
}

static void
stated_row(struct making *m, struct plan_row *row, const struct stated *s)
{
    row->stated = s;
    row->group = find_group(m->table, s->group ? s->group : "economy");
    row->cell[PLAN_NAME] = plan_text(name_in(m->table->language, s->name ? s->name : s->name_zh, s->name_zh));
    row->cell[PLAN_UNIT] = plan_text(unit_translated(m, s->unit));
    row->cell[PLAN_BASE] = plan_printed(m->arena, s->base_value);
    row->cell[PLAN_TARGET] = plan_printed(m->arena, s->target);
    row->cell[PLAN_GROWTH] = plan_text(s->growth);
    row->cell[PLAN_ATTRIBUTE] = plan_text(attribute_shown(m, s->attribute));
}

static struct plan_row *
add_row(struct making *m)
{
    struct plan_row *row = &m->table->row[m->table->rows++];

    row->base = row->growth = row->change = NAN;
    row->progress = (struct standing) { NAN, NAN, NAN, MIDTERM_UNKNOWN };
    for (int c = 0; c < PLAN_COLUMNS; c++)
        row->cell[c] = plan_text("");
    return row;
}

bool
plan_is_urgent(const struct plan_row *row)
{
    return row->judged && row->judged->verdict == MISSED && !strcmp(row->judged->target->attribute, "binding");
}

static bool
stands_before(const struct plan_row *a, const struct plan_row *b)
{
    return a->group != b->group ? a->group < b->group : plan_is_urgent(a) && !plan_is_urgent(b);
}

/* By insertion: rows that are alike keep their order. */
static void
sort_rows(struct making *m)
{
    struct plan_table *p = m->table;

    for (size_t i = 1; i < p->rows; i++)
        for (size_t k = i; k > 0 && stands_before(&p->row[k], &p->row[k - 1]); k--) {
            const struct plan_row row = p->row[k];

            p->row[k] = p->row[k - 1];
            p->row[k - 1] = row;
        }
    for (size_t i = 0; i < p->rows; i++) {
        p->row[i].cell[PLAN_GROUP] = plan_text(p->group[p->row[i].group]);
        p->row[i].cell[PLAN_NUMBER] = plan_number(m->arena, (double) i + 1, 0, WORD_chart_plain, CHINESE);
    }
}

static void
add_headings(struct making *m)
{
    static const enum word words[PLAN_COLUMNS] = {
        WORD_plan_head_group,     WORD_plan_head_number,  WORD_plan_head_name,   WORD_plan_head_unit,
        WORD_plan_head_base,      WORD_plan_head_target,  WORD_plan_head_growth, WORD_plan_head_attribute,
        WORD_plan_head_projected, WORD_plan_head_verdict, WORD_plan_head_actual, WORD_plan_head_progress,
        WORD_plan_head_time,      WORD_plan_head_class,
    };
    struct plan_table *p = m->table;
    const struct plan *plan = m->t->plan;
    const struct plan_region *home = &plan->region[plan->home];
    const char *year = plan_said_number(m, p->year), *start = plan_said_number(m, p->start);
    const char *midterm = plan_said_number(m, p->midterm);

    for (int c = 0; c < p->columns; c++) {
        const char *of = c == PLAN_BASE ? start : c == PLAN_ACTUAL ? midterm : year;
        char *heading = arena_text(m->arena, plan_say(m, words[c], of, NULL, NULL, NULL));
        char *bar = strchr(heading, '|');

        if (bar)
            *bar = '\n';
        p->heading[c] = heading;
    }
    p->sheet = plan_say(m, WORD_plan_sheet, year, NULL, NULL, NULL);
    p->title = plan_say(m, WORD_plan_title, name_in(p->language, home->name, home->name_zh),
                        plan_said_number(m, p->start + 1), year,
                        name_in(p->language, plan->title ? plan->title : plan->name, plan->title_zh));
}

bool
plan_has(const struct judgement *j)
{
    return j->target->attribute && j->target->counts;
}

/* The next year after `after` that a target of the plan has; 0 where there is none */
static int
next_year(const struct judgements *j, int after)
{
    int year = 0;

    for (size_t i = 0; i < j->targets; i++) {
        const int its = j->target[i].target->year;

        if (plan_has(&j->target[i]) && its > after && (year == 0 || its < year))
            year = its;
    }
    return year;
}

static void
make_table(struct making *m, const struct judgements *j, bool with_stated)
{
    struct plan_table *p = m->table;

    p->row = arena_new(m->arena, j->targets + m->sc->stated_count + 1, sizeof *p->row);
    start_groups(p);
    p->midterm = m->outturns->last ? plan_midterm_year(m, j) : 0;
    p->columns = p->midterm ? PLAN_COLUMNS : PLAN_ACTUAL;
    for (size_t i = 0; i < j->targets; i++)
        if (plan_has(&j->target[i]) && j->target[i].target->year == p->year)
            judged_row(m, add_row(m), &j->target[i]);
    for (size_t i = 0; with_stated && i < m->sc->stated_count; i++)
        stated_row(m, add_row(m), &m->sc->stated[i]);
    sort_rows(m);
    add_headings(m);
    plan_add_notes(m);
}

void
plan_tables_make(struct plan_tables *out, const struct scenario *sc, const struct trajectory *t,
                 const struct judgements *j, enum language language)
{
    const struct plan *plan = t->plan;
    int year = next_year(j, plan->start);
    struct outturns outturns;

    outturns_compare(&outturns, t, sc->outturn, sc->outturns);
    *out = (struct plan_tables) { 0 };
    out->table = arena_new(&out->arena, j->targets + 1, sizeof *out->table);
    if (!year && sc->stated_count > 0)
        year = plan->steps > 0 ? plan->step[0].to : plan->end;
    for (; year; year = next_year(j, year)) {
        struct making m = { &out->table[out->count], &out->arena, sc, t, &outturns };

        m.table->language = language;
        m.table->start = plan->start;
        m.table->year = year;
        make_table(&m, j, out->count++ == 0);
    }
    outturns_free(&outturns);
}

void
plan_tables_free(struct plan_tables *tables)
{
    arena_free(&tables->arena);
    *tables = (struct plan_tables) { 0 };
}
