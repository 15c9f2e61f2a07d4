/* The notes under the plan's table. */
#include <string.h>
#include "report/number.h"
#include "report/phrase.h"
#include "report/plan_making.h"

static void
add_note(struct making *m, enum word word, const char *a, const char *b, const char *c)
{
    if (m->table->notes < PLAN_NOTES)
        m->table->note[m->table->notes++] = plan_say(m, word, a, b, c, NULL);
}

/* "GDP, urban share": the names of rows that are binding and missed; "" where none is */
static const char *
urgent_names(const struct making *m)
{
    const char *names = "";

    for (size_t i = 0; i < m->table->rows; i++)
        if (plan_is_urgent(&m->table->row[i]))
            names = arena_print(m->arena, "%s%s%s", names, *names ? word_in(m->table->language, WORD_plan_and) : "",
                                m->table->row[i].cell[PLAN_NAME].text);
    return names;
}

/* Where the rows are from, each source once; "" where none says so */
static const char *
row_sources(const struct making *m)
{
    const enum language language = m->table->language;
    const char *sources = "";

    for (size_t i = 0; i < m->table->rows; i++) {
        const struct plan_row *r = &m->table->row[i];
        const struct plan_target *g = r->judged ? r->judged->target : NULL;
        const char *one = g ? name_in(language, g->source, g->source_zh)
                            : name_in(language, r->stated->source, r->stated->source_zh);

        if (one && !strstr(sources, one))
            sources = arena_print(m->arena, "%s%s%s", sources, *sources ? word_in(language, WORD_plan_and) : "", one);
    }
    return sources;
}

/* A GDP target may have been set at either prices, so the other reading stands below. */
static void
add_base_prices(struct making *m)
{
    for (size_t i = 0; i < m->table->rows; i++) {
        const struct judgement *j = m->table->row[i].judged;
        char number[NUMBER_SHOWN];
        size_t series;

        if (!j || strcmp(indicators[j->target->indicator].key, "gdp") != 0
            || plan_target_unit(j->target) != UNIT_YI_YUAN)
            continue;
        series = trajectory_find(m->t, j->target->region, "gdp_real");
        number_shown(number, trajectory_at(m->t, series, m->table->year), 1, m->table->language);
        add_note(m, WORD_plan_note_base_prices, plan_said_number(m, m->table->start),
                 plan_said_number(m, m->table->year), number);
        return;
    }
}

static void
add_midterm(struct making *m)
{
    const struct plan_table *p = m->table;
    const int gone = p->midterm - p->start, whole = p->year - p->start;
    char percent[NUMBER_SHOWN];

    number_shown(percent, 100.0 * gone / whole, 1, p->language);
    if (p->notes < PLAN_NOTES)
        m->table->note[m->table->notes++] = plan_say(m, WORD_plan_note_midterm, percent, plan_said_number(m, gone),
                                                     plan_said_number(m, whole), plan_said_number(m, MIDTERM_POINTS));
}

void
plan_add_notes(struct making *m)
{
    struct plan_table *p = m->table;
    const char *urgent = urgent_names(m), *sources = row_sources(m);
    const char *figures = name_in(p->language, m->sc->source, m->sc->source_zh);
    bool stated = false;

    if (*urgent)
        add_note(m, WORD_plan_note_missed, urgent, NULL, NULL);
    add_note(m, WORD_plan_note_growth, plan_said_number(m, p->year - p->start), NULL, NULL);
    add_base_prices(m);
    if (p->midterm)
        add_midterm(m);
    for (size_t i = 0; i < p->rows; i++)
        stated = stated || p->row[i].stated;
    if (stated)
        add_note(m, WORD_plan_note_stated, NULL, NULL, NULL);
    if (figures)
        add_note(m, WORD_plan_note_source, figures, NULL, NULL);
    if (*sources)
        p->rows_from = plan_say(m, WORD_plan_note_rows_from, sources, NULL, NULL, NULL);
}
